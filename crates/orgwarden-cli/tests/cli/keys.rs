use crate::support::{PRIYA, World};

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
