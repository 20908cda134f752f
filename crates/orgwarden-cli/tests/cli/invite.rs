use crate::support::{PRIYA, World};

const CREATE: &str = "POST /organization/invites";

#[test]
fn people_are_invited_by_address_with_role_and_projects() {
    let world = World::demo();
    let ran = world.run(&["invite", "a@x.example", "b@x.example", "--role", "Admin", "--yes"]).expect(0);
    assert_eq!(ran.column(2), ["done", "done"]);
    assert!(ran.err.ends_with("2 done; 4 requests\n"), "{}", ran.err);
    world
        .run(&["invite", "c@x.example", "--project", "Data Pipeline:owner", "--project", "search relevance"])
        .expect(0);
    world.run(&["invite", "d@x.example", "--no-project"]).expect(0);
    let invites = world.control().invites();
    let invite = |email: &str| invites.iter().find(|invite| invite.email.as_deref() == Some(email)).unwrap();
    assert_eq!(invite("b@x.example").role.as_ref().unwrap().as_str(), "owner");
    let roles: Vec<&str> =
        invite("c@x.example").projects.iter().map(|place| place.role.as_ref().unwrap().as_str()).collect();
    assert_eq!(roles, ["owner", "member"]);
    assert!(invite("d@x.example").projects.is_empty());
    assert_eq!(invite("d@x.example").role.as_ref().unwrap().as_str(), "reader");
}

#[test]
fn whoever_is_there_already_is_left_alone() {
    let world = World::demo();
    let ran = world.run(&["invite", PRIYA, "nadia.haddad@acme.example", "--format", "json"]).expect(0);
    assert_eq!(ran.json()["already"].as_array().unwrap().len(), 2);
    assert_eq!(world.count(CREATE), 0);
}

#[test]
fn files_are_read_as_csv_and_as_json_lines() {
    let world = World::demo();
    let csv = world.file("people.csv", "email,role,projects\nada@x.example,owner,Data Pipeline\nbob@x.example,,\n");
    let ran = world.run(&["invite", "-f", &csv]).expect(2);
    assert!(ran.err.contains("--yes"), "an owner among them is asked about: {}", ran.err);
    assert_eq!(world.count(CREATE), 0);
    world.run(&["invite", "-f", &csv, "--yes"]).expect(0);
    let lines = "{\"email\":\"cy@x.example\",\"role\":\"member\"}\n{\"email\":\"dee@x.example\"}\n";
    let ran = world.run_with_input(&["invite", "-f", "-", "eve@x.example"], lines).expect(0);
    assert_eq!(ran.column(0), ["eve@x.example", "cy@x.example", "dee@x.example"]);
    assert_eq!(world.count(CREATE), 5);
}

#[test]
fn every_wrong_row_is_told_and_nothing_is_sent() {
    let world = World::demo();
    let csv = world.file("people.csv", "email,rolle\nada@x.example,owner\n");
    let ran = world.run(&["invite", "-f", &csv]).expect(2);
    assert!(ran.err.contains("people.csv:2:15: there is no column `rolle`; did you mean `role`?"), "{}", ran.err);
    assert_eq!(ran.err.matches("Nothing was sent.").count(), 1, "{}", ran.err);
    let ran = world.run(&["invite", "good@x.example", "bad", "--role", "boss"]).expect(2);
    assert!(
        ran.err.contains("`bad` is not an e-mail address") && ran.err.contains("`boss` is not a role"),
        "{}",
        ran.err
    );
    world.run(&["invite"]).expect(2);
    world.run(&["invite", "-f", "/no/such/file"]).expect(2);
    world.run(&["invite", "a@x.example", "--project", "X", "--no-project"]).expect(2);
    assert!(world.control().log().is_empty(), "typing errors cost no request");
}

#[test]
fn many_people_are_asked_about_and_a_dry_run_shows_them() {
    let world = World::demo();
    let many: String = ["ann", "bob", "cy", "dee", "eve", "fay", "gil", "hal", "ida", "jo", "kai", "lu"]
        .join("@x.example\n")
        + "@x.example";
    let ran = world.run_with_input(&["invite", "-f", "-"], &many).expect(2);
    assert!(ran.err.contains("--yes"), "{}", ran.err);
    let ran = world.run_with_input(&["invite", "-f", "-", "--dry-run"], &many).expect(3);
    assert!(ran.out.contains("12 requests to send"), "{}", ran.out);
    let curl = world.run_with_input(&["invite", "-f", "-", "--print-curl"], &many).expect(0);
    assert_eq!(curl.out.matches("curl --fail-with-body -X POST").count(), 12);
    assert_eq!(world.count(CREATE), 0);
}

#[test]
fn a_file_for_another_organization_is_held_back() {
    let world = World::demo();
    let csv = world.file("people.csv", "email,organization\nada@x.example,org-other\n");
    let ran = world.run(&["invite", "-f", &csv]).expect(7);
    assert!(ran.err.contains("org-other"), "{}", ran.err);
    let ran = world.run(&["invite", "ada@x.example", "--organization", "org-other"]).expect(7);
    assert!(ran.err.contains("held back: this is for the organization org-other"), "{}", ran.err);
    world.run(&["members", "--organization", world.sandbox.organization(), "-q"]).expect(0);
    assert_eq!(world.count(CREATE), 0);
}
