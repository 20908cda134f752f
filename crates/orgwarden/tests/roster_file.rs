//! Roster files end to end: the schema for editors, and the round trip of the demo organization over HTTP.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod support;

use std::path::{Path, PathBuf};

use orgwarden::ErrorKind;
use orgwarden::apply::StepStatus;
use orgwarden::guard::{Guard, Policy};
use orgwarden::ops::{ApplyRoster, CompareRoster, ExportRoster, SetRole};
use orgwarden::plan::{Act, Want};
use orgwarden::roster_file::RosterFile;
use support::{DAY, Local};

fn drift(text: &str) -> CompareRoster {
    CompareRoster { text: text.to_owned(), name: PathBuf::from("roster.toml"), accept_few: false }
}

#[test]
fn the_schema_for_editors_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/roster.schema.json");
    let mut present = serde_json::to_string_pretty(&RosterFile::schema()).unwrap();
    present.push('\n');
    if std::env::var_os("ORGWARDEN_UPDATE").is_some() {
        std::fs::write(&file, &present).unwrap();
    }
    assert!(
        std::fs::read_to_string(&file).unwrap_or_default() == present,
        "docs/roster.schema.json is stale; write it anew with `ORGWARDEN_UPDATE=1 cargo test -p orgwarden --test roster_file`"
    );
    let schema: serde_json::Value = serde_json::from_str(&present).unwrap();
    let member = &schema["definitions"]["Member"];
    assert_eq!(member["required"], serde_json::json!(["email"]));
    assert_eq!(member["properties"]["until"]["format"], "date");
    assert_eq!(schema["required"], serde_json::json!(["member"]));
}

#[tokio::test]
async fn the_demo_organization_comes_back_as_it_is() {
    let local = Local::demo().await;
    let exported = local.organization.run(ExportRoster::default()).await.unwrap();
    // Members, invitations, projects, groups and their three lists.
    assert_eq!(exported.requests.total, 7, "{:?}", exported.requests);
    let text = exported.value.text;
    // Where the list of members does not say who is in which project, the four lists of the projects do.
    local.control().set_faults(vec!["bare-users".parse().unwrap()]);
    let bare = local.organization.run(ExportRoster::default()).await.unwrap();
    assert_eq!((bare.requests.total, bare.value.text.as_str()), (11, text.as_str()), "{:?}", bare.requests);
    local.control().set_faults(Vec::new());
    assert!(text.contains("projects = [\"Default project\", \"Support Assistant:owner\"]"), "{text}");
    let report = local.organization.run(drift(&text)).await.unwrap();
    let comparison = report.value;
    assert!(comparison.wishes.is_empty() && comparison.unlisted.is_empty(), "{comparison:?}");

    // Something changes, and is told.
    let up = SetRole { who: vec!["tom.becker@acme.example".into()], role: "owner".into() };
    local.organization.run(up).await.unwrap();
    let comparison = local.organization.run(drift(&text)).await.unwrap().value;
    let [wish] = comparison.wishes.as_slice() else { panic!("{comparison:?}") };
    assert!(matches!(&wish.want, Want::Role { role } if role.as_str() == "reader"), "{wish:?}");
    assert!(wish.place.as_deref().unwrap().starts_with("roster.toml:"));

    // What the file does not speak of is not read.
    let bare = "[[member]]\nemail = \"tom.becker@acme.example\"\nrole = \"owner\"\n";
    let report = local.organization.run(drift(bare)).await.unwrap();
    assert_eq!((report.requests.total, report.value.wishes.len()), (2, 0));
}

#[tokio::test]
async fn a_file_of_another_organization_costs_no_request() {
    let local = Local::demo().await;
    let text = "organization = \"org-elsewhere\"\n[[member]]\nemail = \"a@x.io\"\n";
    let error = local.organization.run(drift(text)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Guard);
    assert!(local.control().log().is_empty());
}

#[tokio::test]
async fn an_access_that_ended_is_told_on_the_next_day() {
    let local = Local::demo().await;
    let day = local.organization.now().to_string()[..10].to_owned();
    let text = format!("[[member]]\nemail = \"tom.becker@acme.example\"\nuntil = {day}\n");
    let comparison = local.organization.run(drift(&text)).await.unwrap().value;
    assert_eq!((comparison.wishes.len(), comparison.ending[0].days_left), (0, 0));
    local.control().advance(DAY);
    let comparison = local.organization.run(drift(&text)).await.unwrap().value;
    assert!(matches!(comparison.wishes[0].want, Want::Remove), "{comparison:?}");
}

#[tokio::test]
async fn applied_the_organization_is_what_the_file_says() {
    let local = Local::demo().await;
    let text = local.organization.run(ExportRoster::default()).await.unwrap().value.text;
    let nothing = local.organization.plan(&ApplyRoster { roster: drift(&text) }).await.unwrap();
    assert!(nothing.is_empty() && nothing.held.is_empty(), "{nothing:?}");

    // Tom goes, somebody comes, and Priya gets another project.
    let tom = text.split("[[member]]").find(|block| block.contains("tom.becker@acme.example")).unwrap();
    let priya = text.split("[[member]]").find(|block| block.contains("priya.natarajan@acme.example")).unwrap();
    let line = priya.lines().find(|line| line.starts_with("projects = ")).unwrap();
    let wished = text
        .replace("complete = false", "complete = true")
        .replace(&format!("[[member]]{tom}"), "")
        .replace(priya, &priya.replace(line, &line.replace(']', ", \"Search Relevance:owner\"]")))
        + "\n[[member]]\nemail = \"grace@example.com\"\nprojects = [\"Search Relevance\"]\n";
    let wish = ApplyRoster { roster: drift(&wished) };
    let plan = local.organization.plan(&wish).await.unwrap();
    let subjects: Vec<&str> = plan.steps.iter().map(|step| &*step.subject).collect();
    for who in ["tom.becker@acme.example", "priya.natarajan@acme.example", "grace@example.com"] {
        assert!(subjects.contains(&who), "{who}: {}", plan.text());
    }
    assert_eq!(plan.steps.len(), 3, "{}", plan.text());
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (3, None), "{done:?}");
    let again = local.organization.plan(&wish).await.unwrap();
    assert!(again.is_empty() && again.held.is_empty(), "{}", again.text());

    // Guards of the file forbid more than the profile's.
    let strict = wished.replacen("[[member]]", "[guards]\nmaximum_removals = 0\n\n[[member]]", 1);
    let yuki = strict.split("[[member]]").find(|block| block.contains("yuki.tanaka@acme.example")).unwrap();
    let without = strict.replace(&format!("[[member]]{yuki}"), "");
    let plan = local.organization.plan(&ApplyRoster { roster: drift(&without) }).await.unwrap();
    assert_eq!(plan.held.iter().map(|held| held.guard).collect::<Vec<_>>(), [Guard::TooManyRemovals], "{plan:?}");
}

#[tokio::test]
async fn a_team_brings_its_projects_limits_and_alerts() {
    let local = Local::demo().await;
    let text = "[[member]]\nemail = \"tom.becker@acme.example\"\n\n[[team]]\nname = \"Search\"\nprojects = [\"Search Relevance\"]\n\
                monthly_limit = \"$500\"\nalerts = [{ amount = \"$400\", recipients = [\"lead@acme.example\"] }]\n";
    let wish = ApplyRoster { roster: drift(text) };
    let plan = local.organization.plan(&wish).await.unwrap();
    let limit = plan.steps.iter().find(|step| matches!(step.act, Act::SetSpendLimit { .. }));
    assert_eq!(limit.unwrap().subject, "Search Relevance", "{}", plan.text());
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!(done.verdict(), None, "{done:?}");
    let again = local.organization.plan(&wish).await.unwrap();
    assert!(again.is_empty() && again.held.is_empty(), "{}", again.text());
    let all = ExportRoster { with_limits: true, ..ExportRoster::default() };
    let text = local.organization.run(all).await.unwrap().value.text;
    let team = "name = \"Search Relevance\"\nprojects = [\"Search Relevance\"]\nmonthly_limit = \"$500.00\"\n\
                alerts = [{ amount = \"$400.00\", recipients = [\"lead@acme.example\"] }";
    assert!(text.contains(team), "{text}");
    let comparison = local.organization.run(drift(&text)).await.unwrap().value;
    assert!(comparison.wishes.is_empty(), "{comparison:?}");
}

#[tokio::test]
async fn what_a_file_leaves_out_of_its_guards_is_as_the_profile_says() {
    let local = Local::demo().await;
    let generous = Policy { maximum_removals: 100, maximum_removal_percent: 100, ..Policy::default() };
    let organization = local.organization.clone().with_policy(generous.clone());
    let text = "[guards]\nminimum_owners = 1\nprotected = [\"*@board.example\"]\n\n[[member]]\nemail = \"tom.becker@acme.example\"\n";
    let plan = organization.plan(&ApplyRoster { roster: drift(text) }).await.unwrap();
    assert_eq!(plan.policy, Policy { protected: vec!["*@board.example".to_owned()], ..generous });
}
