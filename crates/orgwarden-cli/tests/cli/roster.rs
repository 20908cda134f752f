use crate::support::{MARCUS, OLIVIA, PRIYA, World};

#[test]
fn a_pipe_gets_one_row_per_line_with_tabs_and_nothing_else() {
    let ran = World::demo().run(&["members"]).expect(0);
    assert_eq!(ran.out.lines().count(), 15);
    assert!(ran.out.lines().all(|line| line.split('\t').count() == 7), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'));
    assert!(ran.out.contains("marcus.reyes@acme.example\tMarcus Reyes\towner\tmember\t20"), "{}", ran.out);
    assert_eq!(ran.err, "15 people, 2 requests\n");
}

#[test]
fn every_format_has_the_same_rows() {
    let world = World::demo();
    let document = world.run(&["members", "--format", "json"]).expect(0);
    assert_eq!(document.err, "");
    let document = document.json();
    let people = document["people"].as_array().unwrap();
    assert_eq!(people.len(), 15);
    assert_eq!(document["requests"]["total"], 2);
    assert!(people[0]["since"].is_i64(), "times are seconds in JSON");
    let lines = world.run(&["members", "--format=jsonl"]).expect(0);
    let rows: Vec<serde_json::Value> = lines.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&rows, people);
    let csv = world.run(&["members", "--format", "csv", "-q"]).expect(0);
    assert_eq!(csv.out.lines().next(), Some("email,name,role,status,since,ends,id"));
    assert_eq!((csv.out.lines().count(), csv.err.as_str()), (16, ""));
    let table = world.run(&["members", "--format", "md"]).expect(0);
    assert!(table.out.starts_with("| email | name |"), "{}", table.out);
    assert_eq!(table.out.lines().count(), 17);
}

#[test]
fn filters_narrow_the_list() {
    let world = World::demo();
    assert_eq!(world.run(&["members", "--role", "Admin"]).expect(0).column(0), [MARCUS, OLIVIA]);
    assert_eq!(world.run(&["members", "PRIYA"]).expect(0).column(0), [PRIYA]);
    assert_eq!(world.run(&["members", "list", "--search", "natarajan"]).expect(0).column(0), [PRIYA]);
    assert_eq!(world.run(&["members", "--status", "expired"]).expect(0).column(0), ["li.na@acme.example"]);
    let project = world.run(&["members", "--project", "data pipeline"]).expect(0);
    assert!(project.column(6).iter().any(|places| places.contains("Data Pipeline")), "{}", project.out);
    let idle = world.run(&["members", "--idle", "90"]).expect(0);
    assert!(!idle.column(0).contains(&PRIYA) && idle.column(0).contains(&"tom.becker@acme.example"), "{}", idle.out);
    assert!(world.run(&["members", "nobody-like-this"]).expect(0).out.is_empty());
    for (arguments, part) in [
        (&["members", "--role", "boss"][..], "is not a role"),
        (&["members", "--project", "data pipelin"], "Did you mean `Data Pipeline`?"),
        (&["members", "--role", "owner", "show", PRIYA], "orgwarden members list --role owner"),
        (&["members", "--status", "gone"], "possible values"),
    ] {
        let ran = world.run(arguments);
        assert!(ran.code != 0 && ran.err.contains(part), "{}", ran.err);
    }
}

#[test]
fn one_person_is_shown_with_projects_and_keys() {
    let world = World::demo();
    let ran = world.run(&["members", "show", "Priya Natarajan"]).expect(0);
    assert!(ran.out.contains("projects\tSupport Assistant (owner)"), "{}", ran.out);
    assert!(ran.out.contains("keys\tlaptop in Support Assistant"), "{}", ran.out);
    let document = world.run(&["members", "show", PRIYA, "--format", "json"]).expect(0).json();
    assert_eq!(document["keys"][0]["name"], "laptop");
    let row = world.run(&["members", "show", PRIYA, "--format", "csv"]).expect(0);
    assert!(row.out.starts_with("email,name,role"), "{}", row.out);
    let ran = world.run(&["members", "show", "priya.nataraja@acme.example"]).expect(5);
    assert!(ran.err.contains("hint: Did you mean `priya.natarajan@acme.example`?"), "{}", ran.err);
    assert!(world.run(&["members", "show", "li.na@acme.example"]).expect(0).out.contains("status\texpired"));
}

#[test]
fn curl_lines_show_the_requests_and_stop_after_the_first_page() {
    let options = orgwarden_sandbox::Options {
        seed: orgwarden_sandbox::Seed::Size { members: 350, projects: 2 },
        ..Default::default()
    };
    let world = World::with(options);
    let ran = world.run(&["members", "--print-curl"]).expect(0);
    assert!(ran.out.contains("/organization/users?limit=100'"), "{}", ran.out);
    assert!(ran.out.contains("/organization/invites?limit=100'"), "{}", ran.out);
    assert!(ran.out.contains("-H 'OpenAI-Organization: org-"), "{}", ran.out);
    assert!(ran.out.contains("$OPENAI_ADMIN_KEY") && !ran.out.contains("after="), "{}", ran.out);
    assert!(world.count("GET /organization/users") <= 1);
}
