use crate::support::{PRIYA, TOM, World};

const DELETE: &str = "DELETE /organization/users/{user_id}";

#[test]
fn a_saved_plan_does_exactly_what_it_says() {
    let world = World::demo();
    let path = world.file("plan.json", "something old");
    let ran = world.run(&["remove", PRIYA, TOM, "--save", &path]).expect(3);
    assert!(ran.out.contains("loses key `laptop`") && ran.err.contains("orgwarden apply"), "{}{}", ran.out, ran.err);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(!std::fs::read_to_string(&path).unwrap().contains(world.sandbox.admin_key()));
    world.run(&["apply", &path]).expect(2);
    let curl = world.run(&["apply", &path, "--print-curl"]).expect(0);
    assert_eq!(curl.out.lines().filter(|line| line.contains("-X DELETE")).count(), 2, "{}", curl.out);
    let shown = world.run(&["apply", &path, "--dry-run", "--format", "csv"]).expect(3);
    assert_eq!(shown.out.lines().filter(|line| line.starts_with("planned,")).count(), 2, "{}", shown.out);
    let shown = world.run(&["apply", &path, "--dry-run", "--format", "md"]).expect(3);
    assert!(shown.out.starts_with("| subject | action |"), "{}", shown.out);
    assert_eq!(world.count(DELETE), 0);
    let ran = world.run(&["apply", &path, "--yes"]).expect(0);
    assert_eq!(ran.column(2), ["done", "done"]);
    assert_eq!((world.role(PRIYA), world.role(TOM)), (None, None));
}

#[test]
fn what_changed_since_is_named_and_nothing_is_sent() {
    let world = World::demo();
    let path = world.file("plan.json", "");
    world.run(&["remove", PRIYA, TOM, "--save", &path]).expect(3);
    world.run(&["role", "owner", TOM, "--yes"]).expect(0);
    let ran = world.run(&["apply", &path, "--yes"]).expect(1);
    assert!(
        ran.err.contains(TOM) && ran.err.contains("is owner") && ran.err.contains("Nothing was sent"),
        "{}",
        ran.err
    );
    assert!(!ran.err.contains(PRIYA), "{}", ran.err);
    assert_eq!(world.count(DELETE), 0);
}

#[test]
fn another_organization_and_a_changed_file_are_refused_before_a_request() {
    let world = World::demo();
    let path = world.file("plan.json", "");
    world.run(&["remove", PRIYA, "--save", &path]).expect(3);
    let text = std::fs::read_to_string(&path).unwrap();
    let changed = world.file("changed.json", &text.replace(PRIYA, TOM));
    let before = world.control().log().len();
    let ran = world.run(&["apply", &changed, "--yes"]).expect(2);
    assert!(ran.err.contains("changed.json:4:11: the file was changed after it was saved"), "{}", ran.err);
    let mut elsewhere = world.command(&["apply", &path, "--yes"]);
    let ran = world.finish(elsewhere.env("OPENAI_ORG_ID", "org-elsewhere").spawn().unwrap()).expect(7);
    assert!(ran.err.contains("org-elsewhere"), "{}", ran.err);
    assert!(world.run(&["apply", "no.json"]).expect(2).err.contains("cannot read no.json"));
    assert_eq!(world.control().log().len(), before);
}

#[test]
fn a_plan_with_nothing_to_do_is_saved_and_is_done() {
    let world = World::demo();
    let path = world.file("plan.json", "");
    world.run(&["role", "reader", PRIYA, "--save", &path]).expect(0);
    world.run(&["apply", &path, "--yes"]).expect(0);
}
