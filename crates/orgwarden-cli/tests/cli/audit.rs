use crate::support::{OLIVIA, PRIYA, World};

#[test]
fn the_log_is_read_by_time_kind_person_and_thing() {
    let world = World::demo();
    world.run(&["role", "owner", PRIYA, "--yes"]).expect(0);
    let recent = world.run(&["audit", "--from", "1h"]).expect(0);
    assert_eq!(recent.column(1), ["user.updated"]);
    assert_eq!(recent.column(2), [OLIVIA]);
    assert!(recent.out.contains("role=owner"), "{}", recent.out);
    let kinds = world.run(&["audit", "--type", "user.updated", "--type", "invite.sent", "-n", "0"]).expect(0);
    assert!(kinds.column(1).iter().all(|kind| matches!(*kind, "user.updated" | "invite.sent")), "{}", kinds.out);
    let id = recent.column(3)[0];
    let about = world.run(&["audit", "--resource", id]).expect(0);
    assert!(about.column(3).iter().all(|about| *about == id), "{}", about.out);
    assert!(!world.run(&["audit", "--actor", OLIVIA]).expect(0).out.is_empty());
    assert!(world.run(&["audit", "--actor", PRIYA]).expect(0).out.lines().count() <= 1);
    let few = world.run(&["audit", "-n", "2"]).expect(0);
    assert_eq!(few.out.lines().count(), 2);
    assert!(few.err.contains("2 entries (there are more: -n 0 for all), 1 request"), "{}", few.err);
    assert!(world.run(&["audit", "--to", "2001-01-01"]).expect(0).out.is_empty());
    let wrong = world.run(&["audit", "--from", "yesterday"]).expect(2);
    assert!(wrong.err.contains("`yesterday` is not a moment"), "{}", wrong.err);
    let document = world.run(&["audit", "-n", "1", "--format", "json"]).expect(0).json();
    assert_eq!(document["more"], true);
}
