//! The audit log.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::time::Duration;

use common::{Org, all, texts};
use orgwarden_sandbox::{Options, Seed};
use serde_json::{Value, json};

/// Does one of everything and answers the events, oldest first.
async fn story(org: &Org) -> Vec<Value> {
    let control = org.sandbox.control();
    let invite = org.post("/organization/invites", json!({"email": "ada@x.io", "role": "reader"})).await.ok();
    let ada = control.accept_invite("ada@x.io", "ada@x.io").unwrap().id;
    let bob = org.post("/organization/invites", json!({"email": "bob@x.io", "role": "owner"})).await.ok();
    org.delete(&format!("/organization/invites/{}", bob["id"].as_str().unwrap())).await.ok();
    let project = org.post("/organization/projects", json!({"name": "Site"})).await.ok();
    let project = format!("/organization/projects/{}", project["id"].as_str().unwrap());
    org.post(&project, json!({"name": "Sites"})).await.ok();
    org.post(&format!("{project}/users"), json!({"user_id": ada, "role": "member"})).await.ok();
    org.post(&format!("/organization/users/{ada}"), json!({"role": "owner"})).await.ok();
    org.post(&format!("/organization/users/{ada}"), json!({"role": "reader"})).await.ok();
    let key = org.post("/organization/admin_api_keys", json!({"name": "k"})).await.ok();
    org.delete(&format!("/organization/admin_api_keys/{}", key["id"].as_str().unwrap())).await.ok();
    org.delete(&format!("{project}/users/{ada}")).await.ok();
    org.delete(&format!("/organization/users/{ada}")).await.ok();
    org.post(&format!("{project}/archive"), json!({})).await.ok();
    assert_eq!(invite["status"], "pending");
    let (mut events, _) = all(org, "/organization/audit_logs", 100).await;
    events.reverse();
    events
}

#[tokio::test]
async fn every_change_leaves_an_event_with_its_payload() {
    let org = Org::empty().await;
    let events = story(&org).await;
    let kinds: Vec<&str> = events.iter().map(|event| event["type"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        [
            "invite.sent",
            "user.added",
            "invite.accepted",
            "role.assignment.created",
            "invite.sent",
            "invite.deleted",
            "project.created",
            "project.updated",
            "role.assignment.created",
            "user.updated",
            "user.updated",
            "api_key.created",
            "api_key.deleted",
            "role.assignment.deleted",
            "role.assignment.deleted",
            "user.deleted",
            "project.archived",
        ]
    );
    let payload = |at: usize| &events[at][kinds[at]];
    assert_eq!(payload(0)["data"], json!({"email": "ada@x.io", "role": "reader"}));
    assert_eq!(payload(1)["data"], json!({"role": "reader"}));
    assert_eq!(payload(6)["data"], json!({"name": "Site", "title": "Site"}));
    assert_eq!(payload(7)["changes_requested"], json!({"title": "Sites"}));
    assert_eq!((&payload(8)["principal_type"], &payload(8)["resource_type"]), (&json!("user"), &json!("api.project")));
    assert_eq!(payload(9)["changes_requested"], json!({"role": "owner"}));
    assert_eq!(payload(11)["data"], json!({"scopes": []}));
    assert!(events.iter().zip(&kinds).all(|(event, kind)| event[kind]["id"].is_string()));

    let by_key = &events[0];
    assert_eq!(by_key["project"]["name"], "Default project");
    let actor = &by_key["actor"];
    assert_eq!((&actor["type"], &actor["api_key"]["type"]), (&json!("api_key"), &json!("user")));
    assert_eq!(actor["api_key"]["user"]["email"], "olivia.park@acme.example");
    assert!(actor["api_key"]["id"].as_str().unwrap().starts_with("key_"));
    let in_person = &events[2];
    assert_eq!(in_person["actor"]["session"]["user"]["email"], "ada@x.io");
    assert!(in_person.get("project").is_none());
    assert!(!json!(events).to_string().contains("sk-admin-"));
}

#[tokio::test]
async fn filters_combine_and_pages_go_both_ways() {
    let org = Org::empty().await;
    let control = org.sandbox.control();
    let start = control.now().seconds();
    let events = story(&org).await;
    let get = async |query: &str| org.get(&format!("/organization/audit_logs?{query}")).await.ok();
    let kinds = async |query: &str| texts(&get(query).await, "type");
    assert_eq!(kinds("event_types[]=user.deleted&event_types[]=user.added").await, ["user.deleted", "user.added"]);
    let ada = events[1]["user.added"]["id"].as_str().unwrap();
    assert_eq!(
        kinds(&format!("resource_ids[]={ada}")).await,
        [
            "user.deleted",
            "role.assignment.deleted",
            "role.assignment.deleted",
            "user.updated",
            "user.updated",
            "role.assignment.created",
            "role.assignment.created",
            "user.added"
        ]
    );
    assert_eq!(
        kinds(&format!("actor_ids[]={ada}")).await,
        ["role.assignment.created", "invite.accepted", "user.added"]
    );
    assert_eq!(kinds("actor_emails[]=ADA@x.io&event_types[]=user.added").await, ["user.added"]);
    let key = events[0]["actor"]["api_key"]["id"].as_str().unwrap();
    assert_eq!(kinds(&format!("actor_ids[]={key}&limit=100")).await.len(), 14);
    let project = events[0]["project"]["id"].as_str().unwrap();
    assert_eq!(kinds(&format!("project_ids[]={project}")).await.len(), 14);
    assert!(kinds("project_ids[]=proj_other").await.is_empty());

    control.set_clock(orgwarden_api::model::Timestamp::new(start + 86_400));
    org.post("/organization/projects", json!({"name": "Later"})).await.ok();
    let later = start + 86_400;
    assert_eq!(kinds(&format!("effective_at[gte]={later}")).await, ["project.created"]);
    assert_eq!(kinds(&format!("effective_at%5Bgt%5D={}", later - 1)).await, ["project.created"]);
    assert_eq!(kinds(&format!("effective_at[lt]={later}&limit=100")).await.len(), 17);
    assert!(kinds(&format!("effective_at[lte]={}", start - 1)).await.is_empty());
    org.get("/organization/audit_logs?effective_at[gt]=yesterday").await.refused(400);

    let first = get("limit=3").await;
    let second = get(&format!("limit=3&after={}", first["last_id"].as_str().unwrap())).await;
    assert_eq!((&first["has_more"], &second["has_more"]), (&json!(true), &json!(true)));
    let back = get(&format!("limit=3&before={}", second["first_id"].as_str().unwrap())).await;
    assert_eq!(back["data"], first["data"]);
    assert_eq!(back["has_more"], false);
    org.get("/organization/audit_logs?after=audit_log-unknown").await.refused(404);
}

#[tokio::test]
async fn nothing_belongs_to_a_tenant() {
    let org = Org::demo().await;
    assert_eq!(org.get("/organization/audit_logs?tenant_only=true").await.ok()["data"], json!([]));
    org.get("/organization/audit_logs?tenant_only=true&event_types[]=tenant.user.added").await.ok();
    org.get("/organization/audit_logs?tenant_only=true&event_types[]=user.added").await.refused(400);
    let refusal =
        org.get("/organization/audit_logs?event_types[]=user.added&event_types[]=user.add").await.refused(400);
    assert_eq!(refusal["param"], "event_types", "a type that there is not finds nothing, which nobody would notice");
    org.sandbox.control().advance(Duration::from_secs(1));
    let events = org.get("/organization/audit_logs?limit=100").await.ok();
    assert!(events["data"].as_array().unwrap().len() > 20, "the demonstration has a past");
}

#[tokio::test]
async fn the_log_is_empty_until_it_is_switched_on() {
    let org = Org::start(Options { audit_log: false, seed: Seed::Demo, ..Options::default() }).await;
    let control = org.sandbox.control();
    let count = async || org.get("/organization/audit_logs?limit=100").await.ok()["data"].as_array().unwrap().len();
    org.post("/organization/projects", json!({"name": "Unseen"})).await.ok();
    assert_eq!((count().await, control.has_audit_log()), (0, false));
    let state = org.page("POST", "/sandbox/audit_log", None).await.ok();
    assert_eq!(state["audit_log"], true);
    org.post("/organization/projects", json!({"name": "Seen"})).await.ok();
    assert_eq!(count().await, 1);
    control.reset(Seed::Empty).unwrap();
    assert!(!control.has_audit_log(), "a reset is a start");
}
