#![cfg(unix)]

use std::io::{BufRead as _, BufReader, Read as _};

use orgwarden_sandbox::{Limits, Options, RetryAfter, Seed};

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
    let options = Options { seed: Seed::Demo, limits, retry_after: RetryAfter::Seconds, ..Options::default() };
    let world = World::with(options);
    let people: Vec<String> = (0..5).map(|number| format!("p{number}@x.example")).collect();
    let mut arguments = vec!["invite"];
    arguments.extend(people.iter().map(String::as_str));
    let mut child = world.command(&arguments).spawn().unwrap();
    // Two pass, the third is refused for hours. Without a terminal, that is told in a line.
    let mut notes = BufReader::new(child.stderr.take().unwrap());
    let mut told = String::new();
    while !told.contains("for POST /organization/invites") {
        assert!(notes.read_line(&mut told).unwrap() > 0, "{told}");
    }
    assert!(told.starts_with("waiting ") && !told.contains('\r'), "{told}");
    signal(&child, "INT");
    notes.read_to_string(&mut told).unwrap();
    let ran = world.finish(child).expect(130);
    let statuses = ran.column(2);
    assert_eq!(statuses.iter().filter(|status| **status == "done").count(), 2, "{}", ran.out);
    assert_eq!(statuses.iter().filter(|status| **status == "not sent").count(), 3, "{}", ran.out);
    assert!(told.contains("2 done, 3 not sent"), "{told}");
    let made = world
        .control()
        .invites()
        .iter()
        .filter(|invite| invite.email.as_deref().unwrap().ends_with("@x.example"))
        .count();
    assert_eq!(made, 2);
}
