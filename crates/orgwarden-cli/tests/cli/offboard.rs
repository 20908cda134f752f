use crate::support::{OLIVIA, PRIYA, TOM, World};

#[test]
fn a_dry_run_shows_what_will_be_lost_and_why() {
    let world = World::demo();
    let ran = world.run(&["offboard", TOM, "--reason", "left on Friday", "--dry-run"]).expect(3);
    for part in ["key `prototype` in `Support Assistant`", "because left on Friday", "remove from the organization"] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    assert!(world.role(TOM).is_some());
}

#[test]
fn people_leave_with_a_receipt_that_can_be_made_again() {
    let world = World::demo();
    let file = world.home.path().join("receipt.html");
    // One profile's journal for all of these.
    let run = |arguments: &[&str]| {
        let state = world.home.path().join("state");
        world.finish(world.command(arguments).env("ORGWARDEN_STATE", state).spawn().unwrap())
    };
    let ran = run(&["offboard", TOM, PRIYA, "--yes", "--receipt", file.to_str().unwrap()]).expect(0);
    assert!(ran.err.contains("the receipt is in"), "{}", ran.err);
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(page.contains(TOM) && page.contains("Complete: nobody is left, and no key."), "{page}");
    assert_eq!((world.role(TOM), world.role(PRIYA)), (None, None));
    let again = run(&["receipt", "--format", "json"]).expect(0).json();
    assert_eq!(again["departures"][0]["subject"], TOM);
    assert_eq!(again["departures"][1]["keys_left"], serde_json::json!([]));
    run(&["receipt", "no-such-run"]).expect(5);
    let ran = run(&["offboard", TOM, "--yes"]).expect(0);
    assert!(ran.out.contains("neither a key nor an invitation of theirs is left"), "{}", ran.out);
}

#[test]
fn keys_that_outlive_people_are_deleted_before_the_receipt() {
    let world = World::demo();
    world.control().set_faults(vec!["keys-outlive".parse().unwrap()]);
    let ran = world.run(&["offboard", TOM, "--yes"]).expect(0);
    for part in [
        "Keys that outlived their owners:",
        "delete the key `prototype` in `Support Assistant`: done",
        "keys left     none",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
}

#[test]
fn a_receipt_deletes_what_is_left_only_if_that_is_said_and_agreed_to() {
    const DELETE: &str = "DELETE /organization/projects/{project_id}/api_keys/{api_key_id}";
    let world = World::demo();
    world.control().set_faults(vec!["keys-outlive".parse().unwrap()]);
    let run = |arguments: &[&str]| {
        let state = world.home.path().join("state");
        world.finish(world.command(arguments).env("ORGWARDEN_STATE", state).spawn().unwrap())
    };
    run(&["remove", TOM, "--yes"]).expect(0);
    run(&["receipt"]).expect(6);
    let refused = run(&["receipt", "--finish"]).expect(2);
    assert!(refused.err.contains("has to be confirmed"), "{}", refused.err);
    for looking in ["--dry-run", "--print-curl"] {
        run(&["receipt", "--finish", "--yes", looking]).expect(6);
    }
    assert_eq!(world.count(DELETE), 0);
    let ran = run(&["receipt", "--finish", "--yes"]).expect(0);
    assert!(ran.out.contains("Complete: nobody is left, and no key."), "{}", ran.out);
    assert_eq!(world.count(DELETE), 1);
}

#[test]
fn a_saved_plan_ends_with_the_receipt_too() {
    let world = World::demo();
    world.control().set_faults(vec!["keys-outlive".parse().unwrap()]);
    let file = world.home.path().join("plan.json");
    let file = file.to_str().unwrap();
    world.run(&["offboard", TOM, "--rotate", "--spend", "--save", file]).expect(3);
    let ran = world.run(&["apply", file, "--yes"]).expect(0);
    for part in ["Receipt of the run", "delete the key `prototype`", "Complete: nobody is left, and no key."] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
}

#[test]
fn a_run_that_was_killed_is_resumed_to_its_receipt() {
    let world = World::demo();
    world.control().set_faults(vec![
        "keys-outlive".parse().unwrap(),
        "slow=3600s:DELETE /organization/users/{user_id}:1:times=1".parse().unwrap(),
    ]);
    let state = world.home.path().join("state");
    let command = |arguments: &[&str]| {
        let mut command = world.command(arguments);
        command.env("ORGWARDEN_STATE", &state);
        command.spawn().unwrap()
    };
    let mut killed = command(&["offboard", TOM, "--yes"]);
    world.until_count("DELETE /organization/users/{user_id}", 1);
    killed.kill().unwrap();
    killed.wait().unwrap();
    world.control().set_faults(vec!["keys-outlive".parse().unwrap()]);
    let ran = world.finish(command(&["resume"])).expect(0);
    for part in ["delete the key `prototype`", "Complete: nobody is left, and no key."] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    assert_eq!(world.role(TOM), None);
}

#[test]
fn stages_transfers_spend_and_keys_to_rotate_are_shown_before() {
    let world = World::demo();
    let flags = ["--rotate", "--spend", "--transfer-projects", "amara.okafor@acme.example", "--dry-run"];
    let ran = world
        .run(&[&["offboard", PRIYA, "marcus.reyes@acme.example", "--min-owners", "1"], &flags[..]].concat())
        .expect(3);
    for part in [
        "change the role in the project Support Assistant from member to owner",
        "keys that have cost $",
        "cannot be attributed to anybody",
        "To rotate: key `Secret Key`",
        "the group `Support`",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    let ran = world.run(&["offboard", PRIYA, "--staged", "--yes"]).expect(0);
    assert!(
        ran.out.contains("without access, still a member")
            && ran.err.contains("to be removed later: `orgwarden offboard"),
        "{}{}",
        ran.out,
        ran.err
    );
    assert_eq!(world.role(PRIYA).as_deref(), Some("reader"));
}

#[test]
fn the_owner_of_the_key_needs_a_successor() {
    let world = World::demo();
    let ran = world.run(&["offboard", OLIVIA, "--yes"]).expect(7);
    assert!(ran.err.contains("--successor"), "{}", ran.err);
    assert!(world.role(OLIVIA).is_some());
    // One who is an owner already is enough.
    let successor = ["--successor", "marcus.reyes@acme.example", "--min-owners", "1"];
    let ran = world.run(&[&["offboard", OLIVIA, "--dry-run"], &successor[..]].concat()).expect(3);
    assert!(ran.out.contains("marcus.reyes@acme.example") && !ran.out.contains("held back"), "{}", ran.out);
}
