use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{Ran, World};

const CASES: &str = include_str!("../../../orgwarden/tests/guards/cases.json");

/// A profile with the policy of the case.
fn configure(world: &World, policy: &Value) {
    let folder = world.home.path().join(".config/orgwarden");
    std::fs::create_dir_all(&folder).unwrap();
    let (organization, url) = (world.sandbox.organization(), world.sandbox.base_url());
    let mut text = format!(
        "[profile.acme]\norganization = \"{organization}\"\nbase_url = \"{url}\"\nkey = {{ env = \"OPENAI_ADMIN_KEY\" }}\n[profile.acme.guards]\n"
    );
    let lines = policy.as_object().into_iter().flatten().map(|(name, value)| format!("{name} = {value}\n"));
    text.extend(lines);
    std::fs::write(folder.join("config.toml"), text).unwrap();
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// What the identity provider and others have done before.
fn make_facts(world: &World, case: &Value) {
    for email in texts(&case["scim"]) {
        world.control().provision_user(email, true).unwrap();
    }
    for pair in case["project_owners"].as_array().into_iter().flatten() {
        let (email, project) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
        world.run(&["projects", "add", project, email, "--role", "owner"]).expect(0);
    }
}

/// The wish as people type it.
fn wish<'a>(world: &World, case: &'a Value, more: &[&'a str]) -> Ran {
    let (wish, mut words) = (&case["wish"], Vec::new());
    match wish["act"].as_str().unwrap() {
        "remove" => words.extend(["remove", "--gone-ok"]),
        "delete-key" => words.extend(["keys", "delete"]),
        "freeze-key" => words.extend(["keys", "freeze"]),
        act @ ("assign" | "unassign") => words.extend(["roles", act, wish["role"].as_str().unwrap()]),
        "leave" => words.extend(["projects", "remove", wish["project"].as_str().unwrap()]),
        role => words.extend(["role", role]),
    }
    words.extend(texts(&wish["who"]));
    if let Some(successor) = wish["successor"].as_str() {
        words.extend(["--successor", successor]);
    }
    if let (Some(project), true) = (wish["project"].as_str(), words[0] == "keys") {
        words.extend(["--project", project]);
    }
    for scope in texts(&wish["scopes"]) {
        words.extend(["--scope", scope]);
    }
    words.extend(["--yes", "--profile", "acme", "--format", "json"]);
    words.extend(more);
    world.run(&words)
}

#[test]
fn every_case_of_the_table_is_judged_as_it_says() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    for case in &cases {
        let world = World::demo();
        let owners = texts(&case["owners"]);
        if !owners.is_empty() {
            world.run(&[&["role", "owner", "--yes"][..], &owners].concat()).expect(0);
        }
        let roles = texts(&case["roles"]);
        if !roles.is_empty() {
            world.run(&[&["roles", "assign", "Cost reader"][..], &roles].concat()).expect(0);
        }
        make_facts(&world, case);
        configure(&world, &case["policy"]);
        let expected: BTreeMap<&str, &str> =
            case["held"].as_object().unwrap().iter().map(|(who, guard)| (&**who, guard.as_str().unwrap())).collect();
        let ran = wish(&world, case, &[]);
        assert_eq!(ran.code, if expected.is_empty() { 0 } else { 7 }, "{case}\n{}", ran.err);
        let document = ran.json();
        let held: BTreeMap<&str, &str> = document["held"]
            .as_array()
            .unwrap()
            .iter()
            .map(|held| (held["subject"].as_str().unwrap(), held["guard"].as_str().unwrap()))
            .collect();
        assert_eq!(held, expected, "{case}");
        let done: BTreeSet<&str> = document["results"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|result| result["status"] == "done")
            .map(|result| result["subject"].as_str().unwrap())
            .collect();
        assert_eq!(done, texts(&case["done"]).into_iter().collect(), "{case}");
        let allow = texts(&case["allow"]);
        if !allow.is_empty() {
            for flag in allow.chunk_by(|_, next| !next.starts_with("--")) {
                assert!(document["held"].to_string().contains(&flag.join(" ")), "{case}: {}", ran.out);
            }
            wish(&world, case, &allow).expect(0);
        }
    }
}

#[test]
fn the_guide_names_exactly_the_flags_of_guards_that_there_are() {
    let guide = include_str!("../../../../docs/guards.md");
    let named: BTreeSet<&str> =
        guide.lines().filter(|line| line.starts_with("| `")).flat_map(|row| row.split(['`', ' '])).collect();
    let named: BTreeSet<&str> = named.into_iter().filter(|word| word.starts_with("--")).collect();
    let help = World::demo().run(&["remove", "--help"]).expect(0).out;
    let mut sections = help.split("\n\n");
    let section = sections.find(|section| section.trim_start().starts_with("Guards:")).unwrap();
    let words = section.split_whitespace().filter(|word| word.starts_with("--"));
    // The successor is a part of the wish, and stands with the command.
    let flags: BTreeSet<&str> = words.chain(["--successor"]).collect();
    assert!(help.contains("--successor"));
    assert_eq!(named, flags);
}
