use std::time::Duration;

use crate::support::World;

const NADIA: &str = "nadia.haddad@acme.example";
const LI: &str = "li.na@acme.example";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[test]
fn invitations_are_listed_with_the_status_that_the_clock_gives_them() {
    let world = World::demo();
    let ran = world.run(&["invites"]).expect(0);
    assert_eq!(ran.column(2), ["invited", "expiring", "expired", "accepted"]);
    world.control().advance(8 * DAY);
    let expired = world.run(&["invites", "--status", "expired"]).expect(0);
    assert_eq!(expired.out.lines().count(), 3);
    assert_eq!(world.run(&["invites", "list", "--open"]).expect(0).out.lines().count(), 3);
}

#[test]
fn expired_invitations_are_sent_again() {
    let world = World::demo();
    let ran = world.run(&["invites", "resend", "--expired"]).expect(0);
    assert_eq!(ran.column(0), [LI, LI]);
    assert!(world.run(&["invites", "--status", "expired"]).expect(0).out.is_empty());
    world.run(&["invites", "resend", NADIA]).expect(0);
    assert!(world.run(&["invites", "resend", "hannah.cohen@acme.example"]).expect(1).err.contains("already accepted"));
    world.run(&["invites", "resend", "nobody@x.example"]).expect(5);
    world.run(&["invites", "resend"]).expect(2);
}

#[test]
fn cancelling_takes_away_and_so_needs_a_yes() {
    let world = World::demo();
    world.run(&["invites", "cancel", NADIA]).expect(2);
    let ran = world.run(&["invites", "cancel", NADIA, "--yes"]).expect(0);
    assert_eq!(ran.column(2), ["done"]);
    world.run(&["invites", "cancel", NADIA, "--yes"]).expect(5);
}

#[test]
fn waiting_ends_with_the_member_or_with_the_longest_wait() {
    let world = World::demo();
    let ran = world.run(&["invites", "wait", NADIA, "--longest", "0s"]).expect(5);
    assert!(ran.err.contains("has not accepted yet"), "{}", ran.err);
    let child = world.command(&["invites", "wait", NADIA, "--every", "1s", "--format", "json"]).spawn().unwrap();
    world.until_count("GET /organization/invites", 2);
    world.control().accept_invite(NADIA, NADIA).unwrap();
    let ran = world.finish(child).expect(0);
    assert_eq!((&ran.json()["email"], &ran.json()["status"]), (&NADIA.into(), &"member".into()));
    assert!(world.run(&["invites", "wait", LI]).expect(5).err.contains("has expired"));
}
