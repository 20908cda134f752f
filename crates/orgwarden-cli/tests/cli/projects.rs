use crate::support::{OLIVIA, PRIYA, TOM, World};

const PIPELINE: &str = "Data Pipeline";

#[test]
fn projects_are_listed_and_their_members() {
    let world = World::demo();
    let ran = world.run(&["projects"]).expect(0);
    assert_eq!(ran.column(0), [PIPELINE, "Search Relevance", "Support Assistant", "Default project"]);
    let all = world.run(&["projects", "list", "--archived"]).expect(0);
    assert!(all.column(1).contains(&"archived"), "{}", all.out);
    let members = world.run(&["projects", "members", "data pipeline"]).expect(0);
    assert!(members.column(0).contains(&"chen.wei@acme.example"), "{}", members.out);
    assert!(members.err.contains("in Data Pipeline"), "{}", members.err);
    let ran = world.run(&["projects", "members", "Data Pipline"]).expect(5);
    assert!(ran.err.contains("Did you mean `Data Pipeline`?"), "{}", ran.err);
}

#[test]
fn people_come_change_and_go() {
    let world = World::demo();
    let role = || {
        let ran = world.run(&["projects", "members", PIPELINE, "--format", "json"]).expect(0).json();
        let members = ran["members"].as_array().unwrap();
        members.iter().find(|user| user["email"] == TOM).map(|user| user["role"].as_str().unwrap().to_owned())
    };
    world.run(&["projects", "add", PIPELINE, TOM]).expect(0);
    assert_eq!(role().as_deref(), Some("member"));
    assert_eq!(world.run(&["projects", "add", PIPELINE, TOM]).expect(0).column(2), ["already"]);
    world.run(&["projects", "role", PIPELINE, "owner", TOM]).expect(0);
    assert_eq!(role().as_deref(), Some("owner"));
    world.run(&["projects", "remove", PIPELINE, TOM]).expect(2);
    world.run(&["projects", "remove", PIPELINE, TOM, "--yes"]).expect(0);
    assert_eq!(role(), None);
    let ran = world.run(&["projects", "role", PIPELINE, "owner", PRIYA]).expect(5);
    assert!(ran.err.contains("orgwarden projects add"), "{}", ran.err);
    let ran = world.run(&["projects", "add", PIPELINE, OLIVIA]).expect(0);
    assert!(ran.out.contains("is an owner of the organization"), "{}", ran.out);
}

#[test]
fn a_name_cannot_command_the_terminal() {
    let world = World::demo();
    let body = r#"{"name": "evil\u001b[2J\nname\u009b31m"}"#;
    world.run(&["request", "POST", "/organization/projects", "-d", body, "--yes"]).expect(0);
    for format in ["table", "csv", "md", "json", "jsonl"] {
        let ran = world.run(&["projects", "--format", format]).expect(0);
        assert!(!ran.out.contains('\u{1b}') && !ran.out.contains('\u{9b}'), "{format}");
        assert!(ran.out.contains("evil"), "{format}");
    }
    assert_eq!(world.run(&["projects"]).expect(0).out.lines().count(), 5);
}
