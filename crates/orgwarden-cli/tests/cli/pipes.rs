use std::process::Stdio;

use crate::support::{TOM, World};

#[test]
fn colours_come_only_where_they_are_wished() {
    let world = World::demo();
    let with = |arguments: &[&str], variables: &[(&str, &str)]| {
        let child = world.command(arguments).envs(variables.iter().copied()).spawn().unwrap();
        world.finish(child)
    };
    assert!(with(&["members", "--color", "always"], &[("NO_COLOR", "1")]).err.contains("\u{1b}[2m"));
    for (arguments, variables) in
        [(&["members"][..], &[("NO_COLOR", "1")][..]), (&["members", "--color", "never"], &[]), (&["members"], &[])]
    {
        let ran = with(arguments, variables).expect(0);
        assert!(!ran.err.contains('\u{1b}') && !ran.out.contains('\u{1b}'));
    }
}

#[test]
fn whoever_closes_the_pipe_has_read_enough() {
    let world = World::demo();
    for arguments in
        [&["members"][..], &["members", "--format", "json"], &["completions", "bash"], &["--help"], &["demo"]]
    {
        let mut child = world.command(arguments).stdout(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let ran = world.finish(child);
        assert_eq!((ran.code, ran.err.contains("error")), (0, false), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn words_about_the_work_never_reach_standard_output() {
    let world = World::demo();
    let ran = world.run(&["members", "-vv"]).expect(0);
    assert_eq!(ran.out.lines().count(), 15);
    assert!(ran.err.contains("answered"), "{}", ran.err);
    assert_eq!(world.run(&["members", "-q"]).expect(0).err, "");
    world.run(&["members", "-q", "-v"]).expect(2);
}

#[test]
fn a_document_of_a_change_names_every_member_once() {
    let world = World::demo();
    for arguments in [&["role", "owner", TOM, "--dry-run"][..], &["role", "owner", TOM, "--yes"], &["members"]] {
        let ran = world.command(arguments).args(["--format", "json"]).spawn().unwrap();
        let out = world.finish(ran).out;
        assert_eq!(out.matches("\"requests\":").count(), 1, "{out}");
    }
}
