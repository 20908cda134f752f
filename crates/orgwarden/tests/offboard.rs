//! People leave, and it is proven that nothing of theirs is left.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail, and shows its figures"
)]

mod support;

use orgwarden::apply::StepStatus;
use orgwarden::guard::{Guard, Policy};
use orgwarden::journal::State;
use orgwarden::ops::{MakeReceipt, OffboardMembers};
use orgwarden::roster::Who;
use support::Local;

const PRIYA: &str = "priya.natarajan@acme.example";
const TOM: &str = "tom.becker@acme.example";
const MARCUS: &str = "marcus.reyes@acme.example";
const OLIVIA: &str = "olivia.park@acme.example";

fn offboard(who: &[&str]) -> OffboardMembers {
    OffboardMembers {
        who: who.iter().map(|who| Who::from(*who)).collect(),
        reason: Some("left the company".into()),
        successor: None,
    }
}

#[tokio::test]
async fn people_leave_with_a_receipt_that_proves_it() {
    let local = Local::demo().await;
    let plan = local.organization.plan(&offboard(&[PRIYA, TOM])).await.unwrap();
    let text = plan.text();
    assert!(
        text.contains("key `prototype` in `Support Assistant`") && text.contains("because left the company"),
        "{text}"
    );
    let projects = plan.requests.by_route["GET /organization/projects/{project_id}/api_keys"];
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (2, None), "{done:?}");
    println!("{projects} projects read for keys; {:?}", done.requests);

    let receipt = local.organization.run(MakeReceipt { run: None }).await.unwrap().value;
    assert!(receipt.is_complete(), "{}", receipt.text());
    assert_eq!(receipt.run, done.run);
    let priya = &receipt.departures[0];
    assert_eq!((priya.subject.as_str(), priya.state), (PRIYA, Some(State::Done)));
    assert!(priya.lost.iter().any(|lost| lost.contains("key `")) && priya.removed_at.is_some());
    assert_eq!(priya.request_id, done.results[0].request_id);
    let events: Vec<&str> = priya.audit_events.iter().map(|event| event.kind.as_str()).collect();
    assert!(events.contains(&"user.deleted"), "{events:?}");
    assert!(receipt.projects_read > 0 && receipt.proof.journal_entries >= 6);
    let (text, html) = (receipt.text(), receipt.html());
    for part in [PRIYA, TOM, "Complete: nobody is left, and no key.", &receipt.proof.journal_head] {
        assert!(text.contains(part) && html.contains(part), "{part}: {text}");
    }
    assert!(text.contains("keys left     none") && text.contains(&*priya.audit_events[0].id.to_string()), "{text}");
}

#[tokio::test]
async fn what_is_left_is_shown_and_not_called_complete() {
    let local = Local::demo().await;
    let tom = local.control().users().into_iter().find(|user| user.email.as_deref() == Some(TOM)).unwrap();
    // A list that lags, as the live API's do.
    local.control().set_faults(vec!["stale=3600s:GET /organization/users:1".parse().unwrap()]);
    let done = local.organization.run(offboard(&[TOM])).await.unwrap().value;
    let receipt = local.organization.run(MakeReceipt { run: Some(done.run) }).await.unwrap().value;
    assert!(!receipt.is_complete() && receipt.departures[0].still_listed);
    assert!(
        receipt.text().contains("STILL ON THE LIST") && receipt.text().contains("NOT COMPLETE"),
        "{}",
        receipt.text()
    );
    assert_eq!(receipt.departures[0].user, tom.id);
}

#[tokio::test]
async fn an_owner_is_demoted_first_and_the_owner_of_the_key_needs_a_successor() {
    let local = Local::demo().await;
    let held = local.organization.plan(&offboard(&[OLIVIA, TOM])).await.unwrap();
    assert_eq!(held.held.iter().map(|held| held.guard).collect::<Vec<_>>(), [Guard::Yourself]);
    assert_eq!(held.steps.len(), 1);
    let marcus = local.organization.clone().with_policy(Policy { minimum_owners: 1, ..Policy::default() });
    let plan = marcus.plan(&offboard(&[MARCUS])).await.unwrap();
    assert_eq!(
        plan.steps.iter().map(|step| &*step.action).collect::<Vec<_>>(),
        ["change the role from owner to reader", "remove from the organization"]
    );
    let done = marcus.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Done), local.role_of(MARCUS)), (2, None), "{done:?}");

    let wish = OffboardMembers { successor: Some(PRIYA.into()), ..offboard(&[OLIVIA, TOM]) };
    let plan = marcus.plan(&wish).await.unwrap();
    let lines: Vec<&str> = plan.steps.iter().map(|step| &*step.action).collect();
    assert_eq!(
        lines,
        ["change the role from reader to owner", "remove from the organization", "remove from the organization"]
    );
    let done = marcus.apply(plan).result().await.unwrap();
    assert_eq!(done.count(StepStatus::Done), 3, "{done:?}");
    assert_eq!(local.role_of(PRIYA).as_deref(), Some("owner"));
    assert_eq!((local.role_of(OLIVIA), local.role_of(TOM)), (None, None));
}

#[tokio::test]
async fn somebody_who_is_gone_is_done_and_a_misspelt_name_is_not() {
    let local = Local::demo().await;
    local.organization.run(offboard(&[TOM])).await.unwrap();
    let done = local.organization.run(offboard(&[TOM])).await.unwrap().value;
    assert_eq!((done.already.len(), done.results.len(), done.verdict()), (1, 0, None));
    assert!(local.organization.run(offboard(&["Priya Natarajn"])).await.unwrap_err().hint().is_some());
}
