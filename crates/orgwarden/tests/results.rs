//! Files of results: what became of each row, and that they can be handed in again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod support;

use std::path::Path;

use orgwarden::Organization;
use orgwarden::input::{Sheet, read_wishes};
use orgwarden::journal::Journal;
use orgwarden::ops::ChangeMembers;
use orgwarden::results::Results;
use orgwarden_sandbox::{Control, Fault};
use serde_json::Value;
use support::Local;

const TOM: &str = "tom.becker@acme.example";
const PRIYA: &str = "priya.natarajan@acme.example";
const MARCUS: &str = "marcus.reyes@acme.example";

fn wish(text: &str) -> ChangeMembers {
    let read = read_wishes("people.csv", text).unwrap();
    ChangeMembers { wishes: read.wishes, skipped: read.skipped, gone_is_done: true, organization: read.organization }
}

/// Does what a file wishes; what its file of results says before and after.
async fn change(organization: &Organization, text: &str) -> [String; 2] {
    let plan = organization.plan(&wish(text)).await.unwrap();
    let mut results = Results::of_rows(Sheet::read("people.csv", text).unwrap(), &plan);
    let before = results.text();
    let mut job = organization.apply(plan);
    while let Some(event) = job.next().await {
        results.heed(&event);
    }
    job.result().await.unwrap();
    [before, results.text()]
}

fn faults(control: &Control, texts: &[&str]) {
    let faults: Vec<Fault> = texts.iter().map(|text| text.parse().unwrap()).collect();
    control.set_faults(faults);
}

fn csv(text: &str) -> Vec<Vec<String>> {
    let separator = if text.lines().next().unwrap().contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(separator).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn column(text: &str, place: usize) -> Vec<String> {
    csv(text).into_iter().skip(1).map(|row| row[place].clone()).collect()
}

#[tokio::test]
async fn what_failed_is_done_from_the_file_of_results_and_nothing_else() {
    let local = Local::demo().await;
    let text = format!(
        "staff no;e-mail;action;role;note\n\
         1;{PRIYA};role;owner;=1+1\n\
         2;new@x.io;;;\"two\nlines\"\n\
         3;{TOM};role;reader;\n\
         \n\
         4;{MARCUS};remove;;left\n\
         5;nobody@x.io;remove;;\n\
         6;late@x.io;invite;reader;\n"
    );
    faults(local.control(), &["403:POST /organization/invites"]);
    let [before, first] = change(&local.organization, &text).await;
    assert!(column(&before, 5).iter().all(|status| status == "unknown" || status == "already" || status == "held"));
    let rows = csv(&first);
    assert_eq!(rows[0].join(","), "staff no,e-mail,action,role,note,status,id,error_code,error,attempts,at");
    let told: Vec<[&str; 4]> = rows[1..].iter().map(|row| [&*row[0], &*row[5], &*row[7], &*row[9]]).collect();
    assert_eq!(
        told,
        [
            ["1", "done", "", "1"],
            ["2", "failed", "permission", "1"],
            ["3", "already", "", "0"],
            ["4", "done", "", "1"],
            ["5", "already", "", "0"],
            ["6", "failed", "permission", "1"],
        ]
    );
    assert_eq!(
        (&*rows[1][4], &*rows[2][4]),
        ("'=1+1", "two\nlines"),
        "formulas are none any more, the rest is as it was"
    );
    assert!(rows[1][6].starts_with("user-") && rows[1][10].ends_with('Z'), "{:?}", rows[1]);
    assert!(!rows[2][8].is_empty() && rows[3][8].is_empty());

    // The second time only the two invitations are left.
    faults(local.control(), &[]);
    let sent = local.control().log().len();
    let again = wish(&first);
    assert_eq!((again.wishes.len(), again.skipped), (2, 4));
    let plan = local.organization.plan(&again).await.unwrap();
    assert!(plan.notes.iter().any(|note| note.starts_with("4 rows are done")), "{:?}", plan.notes);
    let [_, second] = change(&local.organization, &first).await;
    let changes: Vec<String> = local.control().log()[sent..]
        .iter()
        .filter(|entry| entry.method != "GET")
        .map(|entry| entry.path.clone())
        .collect();
    assert_eq!(changes.len(), 2, "{changes:?}");
    let rows_now = csv(&second);
    assert_eq!(rows_now[0], rows[0], "no column twice");
    assert_eq!(column(&second, 5), ["done", "done", "already", "done", "already", "done"]);
    assert_eq!((&rows_now[1], &rows_now[4]), (&rows[1], &rows[4]), "who was done keeps what was told");

    // And a third time nothing.
    let plan = local.organization.plan(&wish(&second)).await.unwrap();
    assert!(plan.steps.is_empty() && plan.requests.total == 0, "{}", plan.text());
    let [_, third] = change(&local.organization, &second).await;
    assert_eq!(third, second);
}

#[tokio::test]
async fn json_lines_come_back_as_json_lines() {
    let local = Local::demo().await;
    let text = format!(
        "{{\"email\":\"new@x.io\",\"projects\":[\"Data Pipeline\"],\"badge\":\"A-7\"}}\n\n\
         {{\"email\":\"{TOM}\",\"action\":\"role\",\"role\":\"owner\"}}\n"
    );
    faults(local.control(), &["403:POST /organization/users/{user_id}"]);
    let [_, first] = change(&local.organization, &text).await;
    let rows: Vec<Value> = first.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (&rows[0]["badge"], &rows[0]["projects"][0], &rows[0]["status"]),
        (&"A-7".into(), &"Data Pipeline".into(), &"done".into())
    );
    assert!(rows[0]["id"].as_str().unwrap().starts_with("invite-") && rows[0]["at"].is_i64(), "{}", rows[0]);
    assert_eq!(
        (&rows[1]["status"], &rows[1]["error_code"], &rows[1]["attempts"]),
        (&"failed".into(), &"permission".into(), &1.into())
    );
    faults(local.control(), &[]);
    let [_, second] = change(&local.organization, &first).await;
    assert_eq!(local.role_of(TOM).as_deref(), Some("owner"));
    let rows: Vec<Value> = second.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(rows.iter().all(|row| row["status"] == "done" && row.as_object().unwrap().len() >= 7), "{second}");
    assert_eq!(
        local.control().invites().iter().filter(|invite| invite.email.as_deref() == Some("new@x.io")).count(),
        1
    );
}

/// Personnel files have an `id` and a `status` of their own, which say nothing about what was done.
#[tokio::test]
async fn columns_of_the_same_names_stay_what_they_are() {
    let local = Local::demo().await;
    let text = "id,status,email\n17,done,a@x.io\n18,left,b@x.io\n";
    assert_eq!(wish(text).wishes.len(), 2);
    faults(local.control(), &["403:POST /organization/invites:1:times=1"]);
    let [_, first] = change(&local.organization, text).await;
    assert!(first.starts_with("id,status,email,result_status,result_id,result_error_code,result_error,"), "{first}");
    let mut statuses = column(&first, 3);
    assert_eq!(column(&first, 1), ["done", "left"]);
    statuses.sort();
    assert_eq!(statuses, ["done", "failed"]);
    assert_eq!((wish(&first).wishes.len(), wish(&first).skipped), (1, 1));
    faults(local.control(), &[]);
    let [_, second] = change(&local.organization, &first).await;
    assert_eq!(
        (column(&second, 3), column(&second, 1)),
        (vec!["done".to_owned(); 2], vec!["done".to_owned(), "left".to_owned()])
    );
    assert_eq!(csv(&second)[0].len(), 9);
}

/// Wishes for one person are put together; each row is told of the step that fulfils it.
#[tokio::test]
async fn rows_of_one_person_are_told_of_their_own_steps() {
    let local = Local::demo().await;
    let text = format!(
        "email,action,role,projects\n\
         {TOM},add,,Data Pipeline\n\
         {TOM},add,,Search Relevance\n\
         {TOM},role,reader,\n\
         {PRIYA},take,,Support Assistant\n\
         {PRIYA},remove,,\n\
         {MARCUS},add,,Data Pipeline\n\
         {MARCUS},take,,Search Relevance\n\
         new@x.io,invite,,\n\
         new@x.io,add,owner,Data Pipeline\n"
    );
    let plan = local.organization.plan(&wish(&text)).await.unwrap();
    assert_eq!(plan.sources.len(), 9);
    faults(local.control(), &["403:POST /organization/projects/{project_id}/users:1:times=1"]);
    let [before, after] = change(&local.organization, &text).await;
    assert_eq!(column(&before, 4)[2], "already", "known before anything is sent");
    let statuses = column(&after, 4);
    let of_tom = if statuses[0] == "failed" { ["failed", "done"] } else { ["done", "failed"] };
    assert_eq!(statuses, [&of_tom[..], &["already", "done", "done", "already", "held", "done", "done"]].concat());
    assert_eq!(column(&after, 6)[6], "guard");
}

/// Keys, limits and alerts are about no person: each row is told of its own step all the same.
#[tokio::test]
async fn rows_about_things_are_told_of_their_own_steps() {
    let local = Local::demo().await;
    let text = format!(
        "action,email,key,project,limit,threshold,recipients\n\
         key-freeze,,laptop,,,,\n\
         key-delete,{TOM},,,,,\n\
         limit,,,Data Pipeline,500,,\n\
         limit,,,Search Relevance,600,,\n\
         alert,,,Data Pipeline,,400,ops@x.io\n\
         alert,,,Data Pipeline,,300,ops@x.io\n\
         limit-delete,,,Support Assistant,,,\n"
    );
    let plan = local.organization.plan(&wish(&text)).await.unwrap();
    let meant = |row: usize| plan.sources.iter().find(|source| source.place.contains(&format!(":{row}:"))).unwrap();
    let subjects: Vec<usize> = (2..=8).map(|row| meant(row).steps.len()).collect();
    assert_eq!(subjects, [1, 1, 1, 1, 1, 1, 0], "{}", plan.text());
    let mut steps: Vec<usize> = plan.sources.iter().flat_map(|source| source.steps.clone()).collect();
    steps.sort_unstable();
    assert_eq!(steps, (0..plan.steps.len()).collect::<Vec<_>>(), "every step comes from one row");
    let route = plan.steps[meant(5).steps[0]].call().name();
    faults(local.control(), &[&format!("403:{route}")]);
    let [_, after] = change(&local.organization, &text).await;
    assert_eq!(column(&after, 7), ["done", "done", "failed", "failed", "done", "done", "already"]);
    faults(local.control(), &[]);
    assert_eq!((wish(&after).wishes.len(), wish(&after).skipped), (2, 5));
    let [_, second] = change(&local.organization, &after).await;
    assert_eq!(column(&second, 7), ["done", "done", "done", "done", "done", "done", "already"]);
}

#[tokio::test]
async fn what_guards_hold_and_what_is_not_known_is_told_with_the_way_on() {
    let local = Local::demo().await;
    let text = format!("email,action,role\n{MARCUS},role,reader\nnew@x.io,invite,\n");
    // The invitation is made, the answer lost, and nothing can be read.
    let plan_faults = ["reset-after:POST /organization/invites:1", "500:GET /organization/invites:1:times=1000"];
    let plan = local.organization.plan(&wish(&text)).await.unwrap();
    let mut results = Results::of_rows(Sheet::read("people.csv", &text).unwrap(), &plan);
    faults(local.control(), &plan_faults);
    let mut job = local.organization.apply(plan);
    while let Some(event) = job.next().await {
        results.heed(&event);
    }
    let first = results.text();
    assert_eq!(column(&first, 3), ["held", "unknown"]);
    assert_eq!(column(&first, 5), ["guard", "outcome_unknown"]);
    assert!(column(&first, 6)[0].contains("--min-owners 1"), "{first}");
    faults(local.control(), &[]);
    let again = wish(&first);
    assert_eq!((again.wishes.len(), again.skipped), (2, 0), "neither is done");
    let [_, second] = change(&local.organization, &first).await;
    assert_eq!(column(&second, 3), ["held", "already"], "read, and not sent a second time");
    assert_eq!(
        local.control().invites().iter().filter(|invite| invite.email.as_deref() == Some("new@x.io")).count(),
        1
    );
}

#[tokio::test]
async fn what_cannot_be_begun_is_not_sent_and_told_why() {
    let local = Local::demo().await;
    let directory = tempfile::tempdir().unwrap();
    let broken = local.organization.clone().with_journal(Journal::at(directory.path().to_owned()));
    let text = "email\na@x.io\n";
    let plan = local.organization.plan(&wish(text)).await.unwrap();
    let mut results = Results::of_rows(Sheet::read("people.csv", text).unwrap(), &plan);
    let error = broken.apply(plan).result().await.unwrap_err();
    results.fail(&error);
    assert_eq!(
        (column(&results.text(), 1), column(&results.text(), 3)),
        (vec!["not_sent".to_owned()], vec!["storage".to_owned()])
    );
}

#[tokio::test]
async fn without_rows_every_step_is_one() {
    let local = Local::demo().await;
    let text = format!("email,action,role\n=x@y.io,invite,\n{TOM},role,reader\n{MARCUS},role,reader\n");
    let plan = local.organization.plan(&wish(&text)).await.unwrap();
    for (name, is_json) in [("results.csv", false), ("results.jsonl", true)] {
        let results = Results::of_steps(Path::new(name), &plan).text();
        if is_json {
            let rows: Vec<Value> = results.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert_eq!((&rows[0]["subject"], &rows[0]["place"]), (&"=x@y.io".into(), &"people.csv:2:1".into()));
        } else {
            let rows = csv(&results);
            assert_eq!(rows[0][..4], ["subject", "action", "place", "status"]);
            assert_eq!((&*rows[1][0], &*rows[1][2], rows.len()), ("'=x@y.io", "people.csv:2:1", 4));
            assert_eq!([&*rows[1][3], &*rows[2][3], &*rows[3][3]], ["unknown", "already", "held"]);
        }
    }
}

#[test]
fn any_cell_comes_back_as_it_was_and_no_cell_is_a_formula() {
    use proptest::prelude::*;
    proptest!(ProptestConfig::with_cases(1000), |(cell in "\\PC{0,12}", start in "[=+@'-]{0,2}")| {
        let cell = format!("{start}{}", cell.trim());
        let plan = orgwarden::plan::Plan::default();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["email", "reason"]).unwrap();
        writer.write_record(["a@x.io", &cell]).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let once = Results::of_rows(Sheet::read("f", &text).unwrap(), &plan).text();
        for row in csv(&once) {
            prop_assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{once}");
        }
        let reason = |text: &str| read_wishes("f", text).unwrap().wishes[0].reason.clone();
        prop_assert_eq!(reason(&once), reason(&text));
        let twice = Results::of_rows(Sheet::read("f", &once).unwrap(), &plan).text();
        prop_assert_eq!(twice, once);
    });
}

/// Whatever is read as wishes is a sheet too, and every wish stands in one of its rows.
#[test]
fn every_wish_stands_in_a_row() {
    use proptest::prelude::*;
    let piece = prop_oneof![
        Just("a@x.io"),
        Just("email"),
        Just("status,id,error_code,error,attempts,at"),
        Just("done"),
        Just("failed"),
        Just("\"two\nlines\""),
        Just("\""),
        Just("'=1"),
        Just(","),
        Just(";"),
        Just("\n"),
        Just("\r\n"),
        Just("#"),
        Just("{\"email\":\"a@x.io\"}"),
        Just(
            "{\"email\":\"b@x.io\",\"status\":\"done\",\"id\":null,\"error_code\":1,\"error\":[],\"attempts\":2,\"at\":3}"
        ),
    ];
    proptest!(ProptestConfig::with_cases(2000), |(pieces in prop::collection::vec(piece, 0..14))| {
        let text = pieces.concat();
        if let Ok(read) = read_wishes("f", &text) {
            let sheet = Sheet::read("f", &text).unwrap();
            prop_assert!(sheet.len() >= read.skipped + usize::from(!read.wishes.is_empty()), "{text:?}");
            let plan = orgwarden::plan::Plan::default();
            let again = Results::of_rows(sheet.clone(), &plan).text();
            let handed_in = read_wishes("f", &again);
            prop_assert!(handed_in.is_ok(), "{text:?} became {again:?}: {handed_in:?}");
            let handed_in = handed_in.unwrap();
            prop_assert_eq!((handed_in.wishes.len(), handed_in.skipped), (read.wishes.len(), read.skipped), "{}", again);
        }
    });
}

#[tokio::test]
async fn a_member_who_is_invited_to_more_than_they_have_is_not_called_done() {
    let local = Local::demo().await;
    let text = format!(
        "email,role,projects\n{TOM},owner,\n{PRIYA},reader,Support Assistant:owner\n{PRIYA},reader,Support Assistant:owner\n"
    );
    let [_, told] = change(&local.organization, &text).await;
    assert_eq!(column(&told, 3), ["not_sent", "already", "already"], "{told}");
    assert!(told.contains("stays reader: `orgwarden role owner"), "{told}");
    assert_eq!(read_wishes("people.csv", &told).unwrap().skipped, 2);
    // Without rows it is told the same.
    let plan = local.organization.plan(&wish(&text)).await.unwrap();
    let steps = csv(&Results::of_steps(Path::new("results.csv"), &plan).text());
    let states: Vec<&str> = steps[1..].iter().map(|row| &*row[3]).collect();
    assert_eq!(states, ["not_sent", "already"], "{steps:?}");
}
