use crate::support::World;

#[test]
fn reading_is_done_at_once() {
    let world = World::demo();
    let users = world.run(&["request", "get", "/v1/organization/users?limit=2"]).expect(0).json();
    assert_eq!(users["data"].as_array().unwrap().len(), 2);
    let rows = world.run(&["request", "GET", "organization/users?limit=2", "--format", "jsonl"]).expect(0);
    assert_eq!(rows.out.lines().count(), 2);
    let ran = world.run(&["request", "GET", "/organization/users/user-nobody"]).expect(5);
    assert!(ran.err.contains("request id: req_"), "{}", ran.err);
    world.run(&["request", "GET", "/organization/users", "--format", "csv"]).expect(2);
    world.run(&["request", "GET", "/organization/../x"]).expect(2);
    world.run(&["request", "PUT", "/organization/users"]).expect(2);
}

#[test]
fn everything_else_is_asked_about() {
    let world = World::demo();
    let path = "/organization/projects";
    let body = r#"{"name": "Website"}"#;
    let ran = world.run(&["request", "POST", path, "-d", body]).expect(2);
    assert!(ran.err.contains("--yes"), "{}", ran.err);
    let ran = world.run(&["request", "POST", path, "-d", body, "--dry-run"]).expect(3);
    assert_eq!(ran.out, "POST /organization/projects {\"name\":\"Website\"}\n");
    let ran = world.run(&["request", "POST", path, "-d", body, "--print-curl"]).expect(0);
    assert!(ran.out.contains("-d '{\"name\":\"Website\"}'"), "{}", ran.out);
    assert!(world.control().log().is_empty());
    assert_eq!(world.run(&["request", "POST", path, "-d", body, "-y"]).expect(0).json()["name"], "Website");
    let file = format!("@{}", world.file("project.json", r#"{"name": "From a file"}"#));
    assert_eq!(world.run(&["request", "POST", path, "-d", &file, "-y"]).expect(0).json()["name"], "From a file");
    let ran = world.run_with_input(&["request", "POST", path, "-d", "-", "-y"], r#"{"name": "Piped"}"#).expect(0);
    assert_eq!(ran.json()["name"], "Piped");
    let ran = world.run(&["request", "POST", path, "-d", "{name", "-y"]).expect(2);
    assert!(ran.err.contains("the body is not JSON"), "{}", ran.err);
}
