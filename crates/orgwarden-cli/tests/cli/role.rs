use crate::support::{MARCUS, OLIVIA, PRIYA, TOM, World};

#[test]
fn roles_change_in_both_languages_and_only_where_they_differ() {
    let world = World::demo();
    let ran = world.run(&["role", "Admin", PRIYA, "Tom Becker", MARCUS, "--yes"]).expect(0);
    assert_eq!(ran.column(2), ["done", "done", "already"]);
    assert_eq!(world.role(TOM).as_deref(), Some("owner"));
    world.run(&["role", "member", TOM, "--yes"]).expect(0);
    assert_eq!(world.role(TOM).as_deref(), Some("reader"));
    assert!(world.run(&["role", "king", TOM]).expect(2).err.contains("Roles are `reader`"));
    world.run(&["role", "owner", "nobody@x.example", TOM]).expect(5);
    assert_eq!(world.role(TOM).as_deref(), Some("reader"), "one who is not there stops all");
}

#[test]
fn who_becomes_or_ceases_to_be_an_owner_is_asked_about() {
    let world = World::demo();
    for wish in [
        &["role", "owner", TOM][..],
        &["role", "reader", MARCUS, "--min-owners", "1"],
        &["invite", "ada@x.example", "--role", "Admin"],
    ] {
        let ran = world.run(wish).expect(2);
        assert!(ran.err.contains("--yes"), "{wish:?}: {}", ran.err);
    }
    assert_eq!((world.role(TOM).as_deref(), world.role(MARCUS).as_deref()), (Some("reader"), Some("owner")));
    world.run(&["invite", "ada@x.example", "--role", "Member"]).expect(0);
}

#[test]
fn the_owner_of_the_key_is_held_back_and_the_others_go_on() {
    let world = World::demo();
    let ran = world.run(&["role", "reader", MARCUS, "--yes"]).expect(7);
    assert!(ran.err.contains("to allow what is held back: --min-owners 1"), "{}", ran.err);
    let ran = world.run(&["role", "reader", MARCUS, OLIVIA, "--yes", "--min-owners", "1"]).expect(7);
    assert!(ran.out.contains("held\tthe key belongs to this person"), "{}", ran.out);
    assert_eq!((world.role(MARCUS).as_deref(), world.role(OLIVIA).as_deref()), (Some("reader"), Some("owner")));
    let ran = world.run(&["remove", OLIVIA, "--yes", "--format", "json"]).expect(7);
    assert_eq!(ran.json()["held"][0]["guard"], "yourself");
    assert!(ran.json()["results"].as_array().unwrap().is_empty());
    world.run(&["remove", OLIVIA, "--dry-run"]).expect(7);
    assert!(world.role(OLIVIA).is_some());
}

#[test]
fn the_owner_of_the_key_leaves_last_and_leaves_a_successor() {
    let world = World::demo();
    world.run(&["remove", OLIVIA, TOM, "--successor", PRIYA, "--yes"]).expect(0);
    assert_eq!((world.role(OLIVIA), world.role(TOM)), (None, None));
    assert_eq!(world.role(PRIYA).as_deref(), Some("owner"));
}

#[test]
fn the_last_owner_stays() {
    let world = World::demo();
    // Another admin's key, and Olivia is the only other owner who is left.
    let key = world.control().add_admin_key(PRIYA, "scripts", None).unwrap();
    world.run(&["role", "owner", PRIYA, "--yes"]).expect(0);
    world.run(&["role", "reader", MARCUS, "--yes"]).expect(0);
    let run = |arguments: &[&str]| {
        let child = world.command(arguments).env("OPENAI_ADMIN_KEY", &key.secret).spawn().unwrap();
        world.finish(child)
    };
    run(&["remove", OLIVIA, "--yes", "--min-owners", "1"]).expect(0);
    assert_eq!(world.role(OLIVIA), None);
    let ran = run(&["role", "reader", PRIYA, "--min-owners", "1"]).expect(7);
    assert!(ran.out.contains("held"), "{}", ran.out);
}
