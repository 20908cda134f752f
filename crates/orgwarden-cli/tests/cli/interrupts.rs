#![cfg(unix)]

use orgwarden_sandbox::{Limits, Options, Seed};

use crate::support::{World, signal};

#[test]
fn an_interrupted_read_is_130_at_once() {
    let world = World::demo();
    for name in ["INT", "TERM"] {
        let before = world.count("GET /organization/invites");
        let child = world.command(&["invites", "wait", "nadia.haddad@acme.example"]).spawn().unwrap();
        world.until_count("GET /organization/invites", before + 1);
        signal(&child, name);
        let ran = world.finish(child).expect(130);
        assert!(ran.err.contains("stopping"), "{}", ran.err);
    }
}

#[test]
fn an_interrupted_change_tells_what_was_done_and_what_was_not() {
    let limits = Limits::Bucket { capacity: 2, seconds: 36_000.0 };
    let world = World::with(Options { seed: Seed::Demo, limits, ..Options::default() });
    let people: Vec<String> = (0..5).map(|number| format!("p{number}@x.example")).collect();
    let mut arguments = vec!["invite"];
    arguments.extend(people.iter().map(String::as_str));
    let child = world.command(&arguments).spawn().unwrap();
    // Two pass, the third is refused, and then it waits for hours.
    world.until_count("POST /organization/invites", 3);
    signal(&child, "INT");
    let ran = world.finish(child).expect(130);
    let statuses = ran.column(2);
    assert_eq!(statuses.iter().filter(|status| **status == "done").count(), 2, "{}", ran.out);
    assert_eq!(statuses.iter().filter(|status| **status == "not sent").count(), 3, "{}", ran.out);
    assert!(ran.err.contains("2 done, 3 not sent"), "{}", ran.err);
    // Without a terminal a long wait is told in a line, and nothing else is.
    assert!(ran.err.contains("for POST /organization/invites\n") && !ran.err.contains('\r'), "{}", ran.err);
    let made = world
        .control()
        .invites()
        .iter()
        .filter(|invite| invite.email.as_deref().unwrap().ends_with("@x.example"))
        .count();
    assert_eq!(made, 2);
}
