use crate::support::{PRIYA, TOM, World};

const DELETE: &str = "DELETE /organization/users/{user_id}";

#[test]
fn without_a_terminal_and_a_yes_nothing_is_even_read() {
    let world = World::demo();
    let ran = world.run(&["remove", PRIYA]).expect(2);
    assert!(ran.err.contains("--yes") && ran.err.contains("--dry-run"), "{}", ran.err);
    assert!(world.control().log().is_empty());
}

#[test]
fn a_dry_run_names_the_keys_that_will_die_and_changes_nothing() {
    let world = World::demo();
    let ran = world.run(&["remove", PRIYA, "--dry-run"]).expect(3);
    assert!(ran.out.contains("loses key `laptop` in `Support Assistant`"), "{}", ran.out);
    let plan = world.run(&["remove", PRIYA, "--dry-run", "--format", "json"]).expect(3).json();
    assert_eq!(plan["steps"][0]["request"]["method"], "DELETE");
    assert_eq!(plan["effect"], "destroys");
    let csv = world.run(&["remove", PRIYA, "--dry-run", "--format", "csv"]).expect(3);
    assert!(csv.out.starts_with("state,subject,action,because,loses,request,budget\nplanned,"), "{}", csv.out);
    let curl = world.run(&["remove", PRIYA, "--print-curl"]).expect(0);
    assert!(curl.out.starts_with("curl --fail-with-body -X DELETE 'http://127.0.0.1:"), "{}", curl.out);
    assert_eq!(world.count(DELETE), 0);
    assert!(world.role(PRIYA).is_some());
}

#[test]
fn with_a_yes_they_are_gone_and_it_was_read_back() {
    let world = World::demo();
    let ran = world.run(&["remove", PRIYA, "Tom Becker", "-y"]).expect(0);
    assert_eq!(ran.column(2), ["done", "done"]);
    assert_eq!((world.role(PRIYA), world.role(TOM)), (None, None));
    // Members by name, admin keys for the guard, two removals, one reading back.
    assert!(ran.err.contains("2 done; 6 requests"), "{}", ran.err);
}

#[test]
fn somebody_who_is_gone_is_an_error_or_fine_as_wished() {
    let world = World::demo();
    let ran = world.run(&["remove", PRIYA, "gone@x.example", "--yes"]).expect(5);
    assert!(ran.err.contains("`gone@x.example` is not a member"), "{}", ran.err);
    assert!(world.role(PRIYA).is_some(), "nothing was changed");
    let ran = world.run(&["remove", PRIYA, "gone@x.example", "--yes", "--gone-ok"]).expect(0);
    assert_eq!(ran.column(2), ["done", "already"]);
    let lines = world.run(&["remove", PRIYA, "--yes", "--gone-ok", "--format", "jsonl"]).expect(0);
    let summary: serde_json::Value = serde_json::from_str(lines.out.lines().last().unwrap()).unwrap();
    assert_eq!((&summary["event"], &summary["already"][0]["subject"]), (&"summary".into(), &PRIYA.into()));
}
