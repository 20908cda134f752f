//! Gateways and proxies that answer "not found" with a page of their own: it says nothing about the thing. Nothing is
//! reported as gone, as done or as proven by it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod support;

use orgwarden::ErrorKind;
use orgwarden::apply::{Done, StepStatus};
use orgwarden::guard::Policy;
use orgwarden::ops::{ChangeMembers, FinishOffboarding, MakeReceipt, OffboardMembers, ShowMember};
use orgwarden::plan::{Plan, Wish};
use orgwarden::roster::PersonStatus;
use serde_json::{Value, json};
use support::Local;

const TOM: &str = "tom.becker@acme.example";
const PRIYA: &str = "priya.natarajan@acme.example";
const LUCAS: &str = "lucas.martin@acme.example";
const NEW: &str = "grace@example.com";

/// Of everything that can be taken away, one.
fn removals() -> Vec<(&'static str, Value)> {
    vec![
        (PRIYA, json!({"action": "project", "project": "Support Assistant"})),
        (NEW, json!({"action": "cancel"})),
        ("", json!({"action": "delete_key", "key": "prototype", "project": "Support Assistant"})),
        ("", json!({"action": "delete_service_account", "account": "ci-bot", "project": "Data Pipeline"})),
        ("", json!({"action": "assign", "role": "Cost reader", "group": "Finance", "present": false})),
        ("", json!({"action": "spend_limit"})),
        ("", json!({"action": "no_alert", "cents": 40_000})),
    ]
}

/// An organization that has all of it.
async fn local() -> Local {
    let local = Local::demo().await;
    let first = [
        (NEW, json!({"action": "invite", "role": "reader"})),
        ("", json!({"action": "spend_limit", "cents": 50_000})),
        ("", json!({"action": "alert", "cents": 40_000, "recipients": [TOM]})),
    ];
    let done = local.organization.run(wishes(&first)).await.unwrap().value;
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (3, None), "{done:?}");
    local
}

fn wishes(wishes: &[(&str, Value)]) -> ChangeMembers {
    let wish =
        |(who, want): &(&str, Value)| -> Wish { serde_json::from_value(json!({"who": who, "want": want})).unwrap() };
    ChangeMembers { wishes: wishes.iter().map(wish).collect(), ..ChangeMembers::default() }
}

async fn plan(local: &Local, wished: &[(&str, Value)]) -> Plan {
    let plan = local.organization.plan(&wishes(wished)).await.unwrap();
    assert_eq!((plan.steps.len(), plan.held.len()), (wished.len(), 0), "{}", plan.text());
    plan
}

fn faults(local: &Local, faults: &[&str]) {
    local.control().set_faults(faults.iter().map(|fault| fault.parse().unwrap()).collect());
}

/// Applies a plan while these faults are on.
async fn apply(local: &Local, plan: &Plan, while_on: &[&str]) -> Done {
    faults(local, while_on);
    let done = local.organization.apply(plan.clone()).result().await.unwrap();
    faults(local, &[]);
    done
}

fn all_are(done: &Done, status: StepStatus) {
    for result in &done.results {
        assert_eq!(result.status, status, "{}: {result:?}", result.action);
    }
}

#[tokio::test]
async fn what_a_gateway_does_not_find_is_not_gone() {
    let local = local().await;
    let wished = [removals(), vec![(LUCAS, json!({"action": "remove"}))]].concat();
    let plan = plan(&local, &wished).await;
    let done = apply(&local, &plan, &["gateway-404:DELETE *:1"]).await;
    all_are(&done, StepStatus::Failed);
    for result in &done.results {
        let error = result.error.as_ref().unwrap();
        assert!(error.hint().unwrap().contains("OPENAI_BASE_URL"), "{error:?}");
    }
    // All of it is there to be taken away.
    all_are(&apply(&local, &plan, &[]).await, StepStatus::Done);
    // And is so already, whoever says it: the API, or a reading where only its deletions do not get through.
    all_are(&apply(&local, &plan, &[]).await, StepStatus::Already);
    all_are(&apply(&local, &plan, &["gateway-404:DELETE *:1"]).await, StepStatus::Already);
}

#[tokio::test]
async fn what_a_gateway_does_not_find_cannot_be_read_back_either() {
    let local = local().await;
    let plan = plan(&local, &removals()).await;
    // The answers are lost before anything happens, and reading back leads into the gateway: nothing is known.
    let lost = apply(&local, &plan, &["reset-before:DELETE *:1", "gateway-404:GET *:1"]).await;
    all_are(&lost, StepStatus::Unknown);
    all_are(&apply(&local, &plan, &[]).await, StepStatus::Done);
    // Gone as it is, a gateway that finds nothing at all is no witness to it.
    all_are(&apply(&local, &plan, &["gateway-404:*:1"]).await, StepStatus::Failed);
}

/// Of an assignment, a 404 may mean only that the id of the role has another form.
#[tokio::test]
async fn a_role_that_is_still_had_is_not_taken_away_by_a_404() {
    let local = local().await;
    let plan = plan(&local, &removals()[4..5]).await;
    all_are(&apply(&local, &plan, &["404:DELETE *:1"]).await, StepStatus::Failed);
    all_are(&apply(&local, &plan, &[]).await, StepStatus::Done);
    all_are(&apply(&local, &plan, &["404:DELETE *:1"]).await, StepStatus::Already);
}

#[tokio::test]
async fn keys_that_a_gateway_does_not_find_are_not_proven_gone() {
    let local = Local::demo().await;
    faults(&local, &["keys-outlive:*:1"]);
    let leave = OffboardMembers { who: vec![PRIYA.into(), TOM.into()], ..OffboardMembers::default() };
    let done = local.organization.run(leave).await.unwrap().value;
    assert_eq!(done.count(StepStatus::Done), 2, "{done:?}");
    for route in [
        "/organization/projects/{project_id}/api_keys",
        "/organization/projects",
        "/organization/users",
        "/organization/admin_api_keys",
        "/organization/audit_logs",
    ] {
        for fault in [format!("gateway-404:GET {route}:1"), format!("404:GET {route}:1")] {
            faults(&local, &[&fault]);
            let error = local.organization.run(MakeReceipt::default()).await.unwrap_err();
            assert_eq!(error.route(), Some(format!("GET {route}").as_str()), "{fault}: {error}");
            let error = local.organization.run(FinishOffboarding::default()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NotFound, "{fault}: {error}");
        }
    }
    faults(&local, &[]);
    let receipt =
        local.organization.run(MakeReceipt { run: Some(done.run), ..MakeReceipt::default() }).await.unwrap().value;
    assert_eq!(receipt.departures.iter().map(|person| person.keys_left.len()).sum::<usize>(), 2, "they were there");
    // The deletion of what outlived them gets no further than the gateway.
    faults(&local, &["gateway-404:DELETE *:1"]);
    let receipt = local.organization.run(FinishOffboarding::default()).await.unwrap().value;
    assert!(!receipt.is_complete(), "{}", receipt.text());
    faults(&local, &[]);
    let receipt = local.organization.run(FinishOffboarding::default()).await.unwrap().value;
    assert!(receipt.departures.iter().all(orgwarden::receipt::Departure::is_proven), "{}", receipt.text());
}

/// Whoever is protected may be in a group that cannot be read.
#[tokio::test]
async fn a_group_that_a_gateway_does_not_find_has_not_lost_its_members() {
    let local = local().await;
    let policy = Policy { protected: vec![PRIYA.to_owned()], ..Policy::default() };
    let organization = local.organization.clone().with_policy(policy);
    let wish = wishes(&removals()[4..5]);
    organization.plan(&wish).await.unwrap();
    faults(&local, &["gateway-404:GET /organization/groups/{group_id}/users:1"]);
    let error = organization.plan(&wish).await.unwrap_err();
    assert_eq!(error.route(), Some("GET /organization/groups/{group_id}/users"), "{error}");
}

/// A plan from a file is checked by reading: what cannot be read has not changed.
#[tokio::test]
async fn what_a_gateway_does_not_find_has_not_changed_since_the_plan_was_saved() {
    let local = local().await;
    let saved = plan(&local, &removals()[..3]).await.to_file_text().unwrap();
    for route in ["projects/{project_id}/users", "projects/{project_id}/api_keys/{api_key_id}"] {
        faults(&local, &[&format!("gateway-404:GET /organization/{route}:1")]);
        let plan = Plan::from_file_text(&saved, "plan.json").unwrap();
        let error = local.organization.apply(plan).result().await.unwrap_err();
        assert_eq!(error.route(), Some(format!("GET /organization/{route}").as_str()), "{error}");
    }
    faults(&local, &[]);
    let plan = Plan::from_file_text(&saved, "plan.json").unwrap();
    all_are(&local.organization.apply(plan).result().await.unwrap(), StepStatus::Done);
}

#[tokio::test]
async fn somebody_whom_a_gateway_does_not_find_is_not_merely_invited() {
    let local = local().await;
    let show = || ShowMember { who: NEW.into() };
    assert_eq!(local.organization.run(show()).await.unwrap().value.status, PersonStatus::Invited);
    faults(&local, &["gateway-404:GET /organization/users:1"]);
    let error = local.organization.run(show()).await.unwrap_err();
    assert_eq!(error.route(), Some("GET /organization/users"), "{error}");
}

#[tokio::test]
async fn a_name_that_nobody_can_have_is_refused_before_anything_is_sent() {
    let local = local().await;
    local.control().reset_counts();
    for who in [" ".to_owned(), format!("{}@acme.example", "a".repeat(4_000_000)), "x".repeat(509)] {
        let error = local.organization.run(ShowMember { who: who.as_str().into() }).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{}", error.kind());
        let remove = OffboardMembers { who: vec![who.into()], ..OffboardMembers::default() };
        assert_eq!(local.organization.plan(&remove).await.unwrap_err().kind(), ErrorKind::Invalid);
    }
    assert!(local.control().counts().is_empty());
}
