use std::process::Command;

use orgwarden_sandbox::{Limits, Options, RetryAfter, Seed};

use crate::support::{PRIYA, Ran, TOM, World, signal};

/// A command whose state outlives it.
fn command(world: &World, arguments: &[&str]) -> Command {
    let mut command = world.command(arguments);
    command.env("ORGWARDEN_STATE", world.home.path().join("state"));
    command
}

fn run(world: &World, arguments: &[&str]) -> Ran {
    world.finish(command(world, arguments).spawn().unwrap())
}

#[test]
fn what_was_changed_is_listed_shown_and_vouched_for() {
    let world = World::demo();
    assert!(run(&world, &["journal"]).expect(0).out.is_empty());
    assert!(run(&world, &["resume"]).expect(0).err.contains("nothing to resume"));
    run(&world, &["role", "owner", PRIYA, "--yes"]).expect(0);
    run(&world, &["remove", TOM, "--yes"]).expect(0);
    let runs = run(&world, &["journal"]).expect(0);
    assert_eq!(runs.column(2), ["members.remove", "members.set_role"], "the newest first");
    assert_eq!((runs.column(3), runs.column(5)), (vec!["ended", "ended"], vec!["1", "1"]));
    let id = runs.column(0)[0];
    let shown = run(&world, &["journal", "show", id]).expect(0);
    assert_eq!(shown.column(1), ["started", "sending", "done", "ended"]);
    assert_eq!(shown.column(2), ["", TOM, TOM, ""]);
    let json = run(&world, &["journal", "show", id, "--format", "json"]).expect(0).json();
    assert_eq!(json["entries"][2]["state"], "done");
    run(&world, &["journal", "show", "nothing"]).expect(5);
    assert!(run(&world, &["resume", id]).expect(0).err.contains("nothing to resume"), "it is over");
    run(&world, &["resume", "nothing"]).expect(5);
    assert_eq!(world.count("DELETE /organization/users/{user_id}"), 1);

    let verified = run(&world, &["journal", "verify"]).expect(0);
    let head = verified.out.trim();
    assert_eq!(head.len(), 64, "{head}");
    run(&world, &["journal", "verify", "--head", head]).expect(0);
    let found = run(&world, &["journal", "verify", "--head", &"0".repeat(64)]).expect(1);
    assert!(found.out.contains("taken away") && found.err.contains("altered"), "{} {}", found.out, found.err);
}

#[cfg(unix)]
#[test]
fn what_was_interrupted_is_continued_by_the_command_that_the_summary_names() {
    let limits = Limits::Bucket { capacity: 2, seconds: 36_000.0 };
    let options = Options { seed: Seed::Demo, limits, retry_after: RetryAfter::Seconds, ..Options::default() };
    let world = World::with(options);
    let people = ["a@x.example", "b@x.example", "c@x.example", "d@x.example"];
    let child = command(&world, &[&["invite"], &people[..]].concat()).spawn().unwrap();
    world.until_count("POST /organization/invites", 3);
    signal(&child, "INT");
    let stopped = world.finish(child).expect(130);
    let (_, named) = stopped.err.split_once("to continue: orgwarden resume ").unwrap();
    let id = named.lines().next().unwrap();
    assert_eq!(run(&world, &["journal"]).expect(0).column(3), ["open"]);
    // The limit is gone, and what was learned of it.
    world.control().set_limits(Limits::Off);
    for entry in std::fs::read_dir(world.home.path().join("state")).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_str().unwrap().starts_with("budgets") {
            std::fs::remove_file(path).unwrap();
        }
    }
    let again = run(&world, &["resume", id]).expect(0);
    assert_eq!(again.column(2), ["done"; 4], "{}", again.err);
    let invited = world.control().invites();
    let ours = invited.iter().filter(|invite| invite.email.as_deref().unwrap().ends_with("@x.example"));
    assert_eq!(ours.count(), 4, "nobody twice");
    assert_eq!(run(&world, &["journal"]).expect(0).column(3), ["ended"]);
}

#[test]
fn nothing_is_changed_without_a_journal() {
    let world = World::demo();
    let state = world.file("state", "a file where the folder should be");
    let mut command = world.command(&["role", "owner", TOM, "--yes"]);
    let ran = world.finish(command.env("ORGWARDEN_STATE", state).spawn().unwrap()).expect(1);
    assert!(ran.err.contains("journal") && ran.err.contains("hint"), "{}", ran.err);
    assert_eq!(world.count("POST /organization/users/{user_id}"), 0);
    assert_eq!(world.role(TOM).as_deref(), Some("reader"));
}
