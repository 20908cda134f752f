//! Every exit code, each by what brings it about.

use orgwarden_sandbox::{Limits, Options, Seed};

use crate::support::{MARCUS, OLIVIA, PRIYA, Ran, World, finish};

struct Case {
    code: i32,
    faults: &'static [&'static str],
    arguments: &'static [&'static str],
    says: &'static str,
}

const fn case(
    code: i32,
    faults: &'static [&'static str],
    arguments: &'static [&'static str],
    says: &'static str,
) -> Case {
    Case { code, faults, arguments, says }
}

#[test]
fn each_end_has_its_code() {
    for Case { code, faults, arguments, says } in [
        case(0, &[], &["members"], "15 people"),
        case(0, &[], &["role", "owner", MARCUS], "1 already so"),
        case(1, &["409:POST /organization/invites:1"], &["invite", "a@x.example"], "1 failed"),
        case(2, &[], &["members", "--nope"], "unexpected argument"),
        case(2, &[], &[], "Usage:"),
        case(2, &[], &["invite", "nobody"], "is not an e-mail address"),
        case(2, &[], &["members", "--profile", "none"], "there is no profile"),
        case(2, &[], &["members", "--max-wait", "soon"], "is not a time span"),
        case(3, &[], &["remove", PRIYA, "--dry-run"], ""),
        case(4, &["401:GET /organization/users:1"], &["members"], "error: "),
        case(4, &["403:GET /organization/users:1"], &["members"], "hint: "),
        case(4, &["403:DELETE *:1"], &["remove", PRIYA, "--yes"], "1 failed"),
        case(5, &[], &["remove", "gone@x.example", "--yes"], "is not a member"),
        case(
            6,
            &["400:POST /organization/invites:1:times=1"],
            &["invite", "a@x.example", "b@x.example"],
            "1 done, 1 failed",
        ),
        case(7, &[], &["remove", OLIVIA, "--yes"], "1 held back"),
    ] {
        let ran = World::faulty(faults).run(arguments);
        assert_eq!(ran.code, code, "{arguments:?}\n{}{}", ran.out, ran.err);
        assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
    }
}

fn limited(capacity: u32, faults: &[&str]) -> World {
    let faults = faults.iter().map(|fault| fault.parse().unwrap()).collect();
    let limits = Limits::Bucket { capacity, seconds: 36_000.0 };
    World::with(Options { seed: Seed::Demo, limits, faults, ..Options::default() })
}

#[test]
fn a_wait_longer_than_wished_is_8() {
    let world = limited(1, &[]);
    let get = ["request", "GET", "/organization/projects", "--max-wait", "1s"];
    world.run(&get).expect(0);
    let ran = world.run(&get).expect(8);
    assert!(ran.err.contains("error: ") && ran.err.contains("hint: "), "{}", ran.err);
}

#[test]
fn an_outcome_that_nobody_can_tell_is_9() {
    // The invitation is made, the answer is lost, and reading back is refused.
    let world = limited(1, &["reset-after:POST /organization/invites:1"]);
    let ran = world.run(&["invite", "a@x.example", "--max-wait", "1s"]).expect(9);
    assert_eq!(ran.column(2), ["unknown"]);
    assert!(world.control().invites().iter().any(|invite| invite.email.as_deref() == Some("a@x.example")));
    // With a way to read it back, it is found and done.
    let world = World::faulty(&["reset-after:POST /organization/invites:1:times=1"]);
    let ran = world.run(&["invite", "a@x.example"]).expect(0);
    assert!(ran.out.contains("the answer was lost; reading showed that it took effect"), "{}", ran.out);
    assert_eq!(world.count("POST /organization/invites"), 1);
}

#[test]
fn errors_are_words_for_people_and_json_for_programs() {
    let world = World::demo();
    let ran = world.run(&["members", "show", "nobody@x.example"]).expect(5);
    assert!(ran.err.starts_with("error: `nobody@x.example` is not a member\n\nhint: "), "{}", ran.err);
    assert_eq!(ran.out, "");
    let Ran { err, .. } = world.run(&["request", "GET", "/organization/users/user-x", "--format", "json"]).expect(5);
    let error: serde_json::Value = serde_json::from_str(&err).unwrap();
    assert_eq!(error["error"]["kind"], "not_found");
    assert_eq!(error["error"]["service"]["status"], 404);
    assert!(error["error"]["request_id"].as_str().unwrap().starts_with("req_"));
}

#[test]
fn a_key_that_is_not_accepted_is_4() {
    let world = World::demo();
    let child = world.command(&["members"]).env("OPENAI_ADMIN_KEY", "sk-admin-0123456789abcdef").spawn().unwrap();
    let ran = finish(child).expect(4);
    assert!(!ran.err.contains("0123456789abcdef"), "{}", ran.err);
}
