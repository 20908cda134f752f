use std::process::Command;

use orgwarden_sandbox::{Limits, Options, RetryAfter, Seed};

use crate::support::{PRIYA, Ran, TOM, World, signal};

/// A command whose state outlives it.
fn command(world: &World, arguments: &[&str]) -> Command {
    let mut command = world.command(arguments);
    command.env("ORGWARDEN_STATE", world.home.path().join("state"));
    command
}

fn run(world: &World, arguments: &[&str]) -> Ran {
    world.finish(command(world, arguments).spawn().unwrap())
}

fn invitations(count: usize) -> String {
    let rows = std::iter::once("email".to_owned()).chain((0..count).map(|number| format!("p{number}@x.example")));
    rows.collect::<Vec<_>>().join("\n") + "\n"
}

/// Lets the next command go at full speed, whatever the last one waited for.
fn forget_the_limits(world: &World) {
    for entry in std::fs::read_dir(world.home.path().join("state")).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_str().unwrap().starts_with("budgets") {
            std::fs::remove_file(path).unwrap();
        }
    }
}

/// Subject and status of each row of a file of results whose first column is the address.
fn statuses(path: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let place = rows.headers().unwrap().iter().position(|name| name == "status").unwrap();
    rows.records().map(|row| row.unwrap()).map(|row| (row[0].to_owned(), row[place].to_owned())).collect()
}

fn of(path: &str, status: &str) -> usize {
    statuses(path).iter().filter(|(_, of)| of == status).count()
}

#[test]
fn a_file_of_results_is_handed_in_over_itself_until_all_is_done() {
    let world = World::faulty(&["403:POST /organization/users/{user_id}"]);
    let input = format!("email,action,role\nnew@x.example,,\n{TOM},role,owner\n{PRIYA},role,reader\n");
    let input = world.file("people.csv", &input);
    let results = world.file("results.csv", "old");
    let ran = world.run(&["change", "-f", &input, "--results", &results, "--yes"]).expect(6);
    assert_eq!(ran.column(2), ["done", "failed", "already"]);
    let told: Vec<String> = statuses(&results).into_iter().map(|(_, status)| status).collect();
    assert_eq!(told, ["done", "failed", "already"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&results).unwrap().permissions().mode() & 0o777, 0o600);
    }
    world.control().set_faults(Vec::new());
    let ran = world.run(&["change", "-f", &results, "--results", &results, "--yes"]).expect(0);
    assert_eq!((ran.column(0), ran.column(2)), (vec![TOM], vec!["done"]));
    assert!(ran.err.contains("note: 2 rows are done"), "{}", ran.err);
    assert_eq!((of(&results, "done"), of(&results, "already")), (2, 1));
    let before = world.control().log().len();
    let ran = world.run(&["change", "-f", &results, "--results", &results]).expect(0);
    assert!(ran.out.is_empty() && ran.err.contains("3 rows are done"), "{}{}", ran.out, ran.err);
    assert_eq!((world.control().log().len(), of(&results, "done")), (before, 2));
}

#[test]
fn a_file_that_cannot_be_written_is_told_before_anything_is_sent() {
    let world = World::demo();
    let ran = world.run(&["role", "owner", TOM, "--yes", "--results", "/no/such/folder/results.csv"]).expect(1);
    assert!(ran.err.contains("/no/such/folder/results.csv") && ran.err.contains("Nothing was sent"), "{}", ran.err);
    assert_eq!((world.count("POST /organization/users/{user_id}"), world.role(TOM).as_deref()), (0, Some("reader")));
    let results = world.home.path().join("results.csv").to_str().unwrap().to_owned();
    for other in [&["--dry-run"][..], &["--print-curl"], &["--save", "plan.json"]] {
        world.run(&[&["role", "owner", TOM, "--results", &results], other].concat()).expect(2);
    }
    let wrong = world.file("people.csv", "email,action\nnobody,remove\n");
    world.run(&["change", "-f", &wrong, "--yes", "--results", &results]).expect(5);
    assert!(!std::path::Path::new(&results).exists(), "what was refused has no results");
}

#[test]
fn without_rows_each_step_is_told_also_of_a_saved_plan_a_roster_and_a_resumed_run() {
    let world = World::faulty(&["403:POST /organization/users/{user_id}"]);
    let path = |name: &str| world.home.path().join(name).to_str().unwrap().to_owned();
    let (plan, first, second) = (path("plan.json"), path("first.csv"), path("second.jsonl"));
    run(&world, &["role", "owner", TOM, "--save", &plan]).expect(3);
    run(&world, &["apply", &plan, "--yes", "--results", &first]).expect(4);
    assert_eq!(statuses(&first), [(TOM.to_owned(), "failed".to_owned())]);
    world.control().set_faults(Vec::new());
    run(&world, &["resume", "--retry", "--results", &second]).expect(0);
    let row: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&second).unwrap()).unwrap();
    assert_eq!((&row["subject"], &row["status"]), (&TOM.into(), &"done".into()));
    assert_eq!(row["attempts"], 2, "of both processes");

    let roster = path("roster.toml");
    run(&world, &["export", &roster]).expect(0);
    let text = std::fs::read_to_string(&roster).unwrap();
    std::fs::write(&roster, format!("{text}\n[[member]]\nemail = \"new@x.example\"\n")).unwrap();
    let third = path("third.csv");
    run(&world, &["apply", &roster, "--results", &third]).expect(0);
    assert_eq!(statuses(&third), [("new@x.example".to_owned(), "done".to_owned())]);
    let place = std::fs::read_to_string(&third).unwrap();
    assert!(place.contains("roster.toml:"), "{place}");
}

#[test]
fn invitations_have_results_too() {
    let world = World::faulty(&["403:POST /organization/invites:1:times=1"]);
    let input = world.file("people.csv", "name,email\nAda,ada@x.example\nBob,bob@x.example\n");
    let results = world.home.path().join("results.csv").to_str().unwrap().to_owned();
    world.run(&["invite", "-f", &input, "--results", &results]).expect(6);
    assert_eq!((of(&results, "done"), of(&results, "failed")), (1, 1));
    let ran = world.run(&["invite", "-f", &results, "--results", &results]).expect(0);
    assert_eq!((ran.column(2), of(&results, "done")), (vec!["done"], 2));
    assert!(ran.err.contains("note: 1 row is done"), "{}", ran.err);
    let text = std::fs::read_to_string(&results).unwrap();
    assert!(text.starts_with("name,email,status,id,") && text.contains("\nAda,ada@x.example,done,invite-"), "{text}");
    let ran = world.run(&["invite", "-f", &results]).expect(0);
    assert!(ran.err.contains("2 rows are done"), "{}", ran.err);
    assert_eq!(world.count("POST /organization/invites"), 3);
}

#[cfg(unix)]
#[test]
fn an_interrupted_file_is_finished_from_its_results() {
    let limits = Limits::Bucket { capacity: 2, seconds: 36_000.0 };
    let options = Options { seed: Seed::Demo, limits, retry_after: RetryAfter::Seconds, ..Options::default() };
    let world = World::with(options);
    let input = world.file("people.csv", &invitations(5));
    let results = world.home.path().join("results.csv").to_str().unwrap().to_owned();
    let child = command(&world, &["change", "-f", &input, "--results", &results]).spawn().unwrap();
    world.until_count("POST /organization/invites", 3);
    signal(&child, "INT");
    world.finish(child).expect(130);
    assert_eq!((of(&results, "done"), of(&results, "not_sent")), (2, 3));
    world.control().set_limits(Limits::Off);
    // With a state of its own: what was learned of the limit is forgotten.
    let ran = world.run(&["change", "-f", &results, "--results", &results]).expect(0);
    assert_eq!((ran.column(2), of(&results, "done")), (vec!["done"; 3], 5));
    let invited = world.control().invites();
    assert_eq!(invited.iter().filter(|invite| invite.email.as_deref().unwrap().ends_with("@x.example")).count(), 5);
}

/// The second Ctrl-C does not wait for the request under way, and nothing is lost by it.
#[cfg(unix)]
#[test]
fn a_second_ctrl_c_ends_at_once_and_nothing_is_lost() {
    // What is sent takes effect at once, and is answered after a minute.
    let world = World::faulty(&["slow=60s:POST /organization/invites"]);
    let input = world.file("people.csv", &invitations(12));
    let results = world.home.path().join("results.csv").to_str().unwrap().to_owned();
    let mut child = command(&world, &["change", "-f", &input, "--yes", "--results", &results, "--format", "jsonl"])
        .spawn()
        .unwrap();
    world.until_count("POST /organization/invites", 1);
    signal(&child, "INT");
    let mut notes = std::io::BufReader::new(child.stderr.take().unwrap());
    let mut told = String::new();
    while !told.contains("press Ctrl-C again") {
        assert!(std::io::BufRead::read_line(&mut notes, &mut told).unwrap() > 0, "{told}");
    }
    signal(&child, "INT");
    let ran = world.finish(child).expect(130);
    let begun = ran.out.lines().filter(|line| line.contains("\"event\":\"step\"")).count();
    assert!(begun > 0 && !ran.out.contains("\"event\":\"summary\""), "{}", ran.out);
    assert_eq!((of(&results, "unknown"), of(&results, "not_sent")), (begun, 12 - begun), "{:?}", statuses(&results));
    world.control().set_faults(Vec::new());
    forget_the_limits(&world);
    let resumed = run(&world, &["resume", "--results", &results]).expect(0);
    assert_eq!((resumed.column(2), of(&results, "done")), (vec!["done"; 12], 12));
    let invited = world.control().invites();
    let ours = invited.iter().filter(|invite| invite.email.as_deref().unwrap().ends_with("@x.example"));
    assert_eq!(ours.count(), 12, "nobody twice");
}
