use std::collections::BTreeMap;

use crate::support::{PRIYA, TOM, World};

#[test]
fn keys_are_listed_with_owner_access_and_last_use() {
    let world = World::demo();
    let all = world.run(&["keys"]).expect(0);
    assert!(
        all.out
            .lines()
            .any(|line| line.starts_with("prototype\tSupport Assistant\ttom.becker@acme.example\tinactive\t"))
    );
    assert!(all.out.lines().any(|line| line.starts_with("experiments\t")), "the hidden keys of owners too");
    let own = world.run(&["keys", "--owner", PRIYA]).expect(0);
    assert_eq!(own.column(0), ["laptop"]);
    let project = world.run(&["keys", "--project", "search relevance"]).expect(0);
    assert!(project.column(1).iter().all(|name| *name == "Search Relevance"), "{}", project.out);
    let admin = world.run(&["keys", "--admin", "--format", "json"]).expect(0).json();
    assert_eq!(admin["admin_keys"].as_array().unwrap().len(), 2);
    let lines = world.run(&["keys", "--admin", "--format", "jsonl"]).expect(0);
    assert_eq!(lines.out.lines().count(), all.out.lines().count() + 2);
    world.run(&["keys", "--owner", "nobody@x.example"]).expect(5);
}

#[test]
fn keys_are_limited_and_deleted() {
    let world = World::demo();
    let names = || {
        let ran = world.run(&["keys", "--format", "json"]).expect(0).json();
        let keys = ran["keys"].as_array().unwrap().clone();
        keys.into_iter()
            .map(|key| (key["name"].as_str().unwrap().to_owned(), key["expires_at"].as_i64()))
            .collect::<Vec<_>>()
    };
    let ran = world.run(&["keys", "delete", "labtop"]).expect(2);
    assert!(ran.err.contains("--yes"), "{}", ran.err);
    let ran = world.run(&["keys", "delete", "labtop", "--yes"]).expect(5);
    assert!(ran.err.contains("Did you mean `laptop`?"), "{}", ran.err);
    let ran = world.run(&["keys", "freeze", "--owner", PRIYA, "--expires-in", "7d", "--dry-run"]).expect(3);
    for part in
        ["limit the key `laptop` in `Support Assistant` to reading, for 7 days more", "POST /organization/projects"]
    {
        assert!(ran.out.contains(part), "{}", ran.out);
    }
    // The API does not tell which scopes it had, so something is lost.
    world.run(&["keys", "freeze", "laptop"]).expect(2);
    world.run(&["keys", "freeze", "laptop", "--expires-in", "7d", "--yes"]).expect(0);
    assert!(names().iter().any(|(name, ends)| name == "laptop" && ends.is_some()));
    world.run(&["keys", "freeze", "laptop", "--expires-in", "0", "--yes"]).expect(2);
    world.run(&["keys", "delete", "--owner", PRIYA, "--project", "Support Assistant", "--yes"]).expect(0);
    assert!(names().iter().all(|(name, _)| name != "laptop"));
    let ran = world.run(&["keys", "delete", "Secret Key", "--yes"]).expect(2);
    assert!(ran.err.contains("orgwarden keys delete-account"), "{}", ran.err);
    world.run(&["keys", "delete-account", "ci-bot", "--project", "Data Pipeline", "--yes"]).expect(0);
    assert!(names().iter().all(|(name, _)| name != "Secret Key"));
    let ran = world.run(&["keys", "--owner", PRIYA, "delete", "etl", "--yes"]).expect(2);
    assert!(ran.err.contains("behind the command"), "{}", ran.err);
}

#[test]
fn admin_keys_are_deleted_by_name_or_id_but_not_the_one_in_use() {
    let world = World::demo();
    let listed = || {
        let ran = world.run(&["keys", "--admin", "--format", "json"]).expect(0).json();
        let keys = ran["admin_keys"].as_array().unwrap().clone();
        keys.into_iter()
            .map(|key| (key["name"].as_str().unwrap().to_owned(), key["id"].as_str().unwrap().to_owned()))
            .collect::<BTreeMap<_, _>>()
    };
    let keys = listed();
    let (own, other) = (&keys["Sandbox"], &keys["terraform"]);
    let ran = world.run(&["keys", "delete", other, "--dry-run"]).expect(3);
    assert!(
        ran.out.contains("delete the admin key `terraform`") && ran.out.contains("loses admin key `terraform`"),
        "{}",
        ran.out
    );
    world.run(&["keys", "delete", other]).expect(2);
    let ran = world.run(&["keys", "delete", own, "--yes"]).expect(7);
    assert!(
        ran.out.contains("is the admin key in use") && ran.err.contains("another admin key"),
        "{}{}",
        ran.out,
        ran.err
    );
    let ran = world.run(&["keys", "freeze", other, "--yes"]).expect(5);
    assert!(ran.err.contains("Admin keys cannot be limited"), "{}", ran.err);
    // In a file, with what became of each row.
    let rows = format!("action,key\nkey-delete,{other}\nkey-delete,{own}\n");
    let (file, results) = (world.file("keys.csv", &rows), world.file("results.csv", ""));
    std::fs::remove_file(&results).unwrap();
    world.run(&["change", "-f", &file, "--results", &results, "--yes"]).expect(7);
    let rows = std::fs::read_to_string(&results).unwrap();
    let row = |key: &str| rows.lines().find(|row| row.contains(key)).unwrap().to_owned();
    assert!(row(&format!("key-delete,{other},done,")).contains(other), "{rows}");
    assert!(row(&format!("key-delete,{own},held,")).contains("key in use"), "{rows}");
    assert_eq!(listed().into_keys().collect::<Vec<_>>(), ["Sandbox"]);
}

#[test]
fn roles_are_listed_given_and_taken() {
    let world = World::demo();
    let ran = world.run(&["roles"]).expect(0);
    assert!(ran.column(0).contains(&"Cost reader") && ran.column(1).contains(&"built-in"), "{}", ran.out);
    let ran = world.run(&["roles", "--project", "data pipeline"]).expect(0);
    assert!(ran.column(0).contains(&"Pipeline engineer"), "{}", ran.out);
    let ran = world.run(&["roles", "assign", "Cost readr", TOM]).expect(5);
    assert!(ran.err.contains("Did you mean `Cost reader`?"), "{}", ran.err);
    let ran = world.run(&["roles", "assign", "owner", TOM]).expect(2);
    assert!(ran.err.contains("orgwarden role"), "{}", ran.err);
    assert_eq!(
        world.run(&["roles", "assign", "Cost reader", TOM, "--group", "Support"]).expect(0).column(2),
        ["done", "done"]
    );
    assert_eq!(world.run(&["roles", "assign", "Cost reader", TOM]).expect(0).column(2), ["already"]);
    world.run(&["roles", "unassign", "Cost reader", TOM]).expect(2);
    world.run(&["roles", "unassign", "Cost reader", TOM, "--group", "Support", "--yes"]).expect(0);
    let ran = world.run(&["roles", "assign", "Pipeline engineer", TOM, "--project", "Data Pipeline"]).expect(2);
    assert!(ran.err.contains("is not in the project Data Pipeline"), "{}", ran.err);
}

#[test]
fn limits_and_alerts_are_set_changed_and_taken_away() {
    let world = World::demo();
    let listed = |more: &[&str]| {
        let ran = world.run(&[&["limits"][..], more].concat()).expect(0);
        ran.out.lines().map(|line| line.split('\t').take(4).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    assert!(listed(&["--all"]).is_empty());
    world.run(&["limits", "set", "$500"]).expect(0);
    world.run(&["limits", "set", "49.99", "--project", "Search Relevance"]).expect(0);
    world.run(&["limits", "alert", "400", "--to", TOM]).expect(0);
    assert_eq!(
        listed(&["--all"]),
        [
            "the organization limit $500.00 ".to_owned(),
            format!("the organization alert $400.00 {TOM}"),
            "Search Relevance limit $49.99 ".to_owned(),
        ]
    );
    assert_eq!(world.run(&["limits", "set", "500.00"]).expect(0).column(2), ["already"]);
    world.run(&["limits", "alert", "400", "--to", TOM, "--to", PRIYA]).expect(0);
    assert_eq!(listed(&[])[1], format!("the organization alert $400.00 {TOM}, {PRIYA}"));
    world.run(&["limits", "delete"]).expect(2);
    world.run(&["limits", "delete", "--yes"]).expect(0);
    world.run(&["limits", "delete-alert", "400", "--yes"]).expect(0);
    assert!(listed(&[]).is_empty());
    for wrong in [
        &["limits", "set", "5 USD"][..],
        &["limits", "set", "0.001"],
        &["limits", "set", "0"],
        &["limits", "alert", "5"],
    ] {
        world.run(wrong).expect(2);
    }
}
