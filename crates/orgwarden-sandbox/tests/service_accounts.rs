//! Service accounts and their keys.

mod common;

use std::time::Duration;

use common::{Org, texts};
use serde_json::json;

#[tokio::test]
async fn one_is_made_with_a_key_that_works_until_the_account_is_deleted() {
    let org = Org::empty().await;
    let path = format!("/organization/projects/{}/service_accounts", org.project("Default project").await);
    let made = org.post(&path, json!({"name": "robot"})).await.ok();
    let key = &made["api_key"];
    assert_eq!(
        (&made["object"], &made["role"], &key["object"], &key["name"]),
        (
            &json!("organization.project.service_account"),
            &json!("member"),
            &json!("organization.project.service_account.api_key"),
            &json!("Secret Key")
        )
    );
    assert!(made["id"].as_str().unwrap().starts_with("user-"), "as on the live API");
    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    let read = org.get(&one).await.ok();
    assert!(read.get("api_key").is_none() && read["name"] == "robot");
    let first = key["value"].as_str().unwrap();
    let second = org.post(&format!("{one}/api_keys"), json!({})).await.ok();
    assert_eq!(second["name"], "Secret Key");
    let second = second["value"].as_str().unwrap();
    for secret in [first, second] {
        org.with(secret, "GET", "/models", None).await.ok();
    }
    let gone = org.delete(&one).await.ok();
    let expected = json!({"object": "organization.project.service_account.deleted", "id": made["id"], "deleted": true});
    assert_eq!(gone, expected);
    for secret in [first, second] {
        org.with(secret, "GET", "/models", None).await.refused(401);
    }
    for method in ["GET", "DELETE"] {
        org.with(org.sandbox.admin_key(), method, &one, None).await.refused(404);
    }
    let kinds = texts(&org.get("/organization/audit_logs").await.ok(), "type");
    let story = ["service_account.deleted", "api_key.created", "api_key.created", "service_account.created"];
    assert_eq!(kinds, story);
}

#[tokio::test]
async fn one_without_a_role_has_no_key_and_its_keys_wait_for_a_role() {
    let org = Org::empty().await;
    let project = org.project("Default project").await;
    let path = format!("/organization/projects/{project}/service_accounts");
    let both = json!({"name": "x", "create_service_account_only": true, "expires_in_seconds": 60});
    assert_eq!(org.post(&path, both).await.refused(400)["param"], "expires_in_seconds");
    let body = json!({"name": "x", "create_service_account_only": true, "expires_in_seconds": null});
    let made = org.post(&path, body).await.ok();
    assert_eq!((&made["role"], &made["api_key"]), (&json!("none"), &json!(null)));
    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    let key = org.post(&format!("{one}/api_keys"), json!({"name": "later"})).await.ok();
    let secret = key["value"].as_str().unwrap();
    let record = format!("/organization/projects/{project}/api_keys/{}", key["id"].as_str().unwrap());
    org.with(secret, "GET", "/models", None).await.refused(401);
    assert_eq!(org.get(&record).await.ok()["owner_project_access"], "inactive");
    assert_eq!(org.post(&one, json!({"role": "none"})).await.refused(400)["param"], "role");
    assert_eq!(org.post(&one, json!({"role": "member"})).await.ok()["role"], "member");
    org.with(secret, "GET", "/models", None).await.ok();
    assert_eq!(org.get(&record).await.ok()["owner_project_access"], "active");
    let events = org.get("/organization/audit_logs?event_types[]=service_account.updated").await.ok();
    let event = &events["data"][0]["service_account.updated"];
    assert_eq!((&event["id"], &event["changes_requested"]), (&made["id"], &json!({"role": "member"})));
    org.post(&one, json!({"role": "member", "name": "x"})).await.ok();
    let again = org.get("/organization/audit_logs?event_types[]=service_account.updated").await.ok();
    assert_eq!(again["data"].as_array().unwrap().len(), 1, "nothing changed the second time");
}

#[tokio::test]
async fn a_living_key_keeps_its_given_name_to_itself() {
    let org = Org::empty().await;
    let path = format!("/organization/projects/{}/service_accounts", org.project("Default project").await);
    let id = org.post(&path, json!({"name": "robot"})).await.ok()["id"].as_str().unwrap().to_owned();
    let other = org.post(&path, json!({"name": "other"})).await.ok()["id"].as_str().unwrap().to_owned();
    let body = json!({"name": "deploy", "expires_in_seconds": 60});
    org.post(&format!("{path}/{id}/api_keys"), body.clone()).await.ok();
    org.post(&format!("{path}/{id}/api_keys"), body.clone()).await.refused(409);
    org.post(&format!("{path}/{other}/api_keys"), body.clone()).await.ok();
    org.sandbox.control().advance(Duration::from_secs(60));
    org.post(&format!("{path}/{id}/api_keys"), body).await.ok();
}

#[tokio::test]
async fn expiry_and_scopes_of_new_keys_hold() {
    let org = Org::empty().await;
    let path = format!("/organization/projects/{}/service_accounts", org.project("Default project").await);
    let made = org.post(&path, json!({"name": "robot", "expires_in_seconds": 60})).await.ok();
    let keys = format!("{path}/{}/api_keys", made["id"].as_str().unwrap());
    let silent = org.post(&keys, json!({"scopes": ["api.model.request"]})).await.ok();
    let all = org.post(&keys, json!({"scopes": []})).await.ok();
    let secret = |key: &serde_json::Value| key["value"].as_str().unwrap().to_owned();
    let (first, silent, all) = (secret(&made["api_key"]), secret(&silent), secret(&all));
    org.with(&first, "GET", "/models", None).await.ok();
    let refusal = org.with(&silent, "GET", "/models", None).await.refused(403);
    assert!(refusal.as_str().unwrap().contains("Missing scopes: api.model.read."), "{refusal}");
    org.with(&all, "GET", "/models", None).await.ok();
    org.sandbox.control().advance(Duration::from_secs(60));
    org.with(&first, "GET", "/models", None).await.refused(401);
    org.with(&all, "GET", "/models", None).await.ok();
}

#[tokio::test]
async fn archived_and_foreign_projects_and_bad_bodies_are_refused() {
    let org = Org::demo().await;
    let archived = format!("/organization/projects/{}/service_accounts", org.project("Hackathon 2025").await);
    for answer in [
        org.get(&archived).await,
        org.post(&archived, json!({"name": "x"})).await,
        org.get(&format!("{archived}/user-1")).await,
        org.delete(&format!("{archived}/user-1")).await,
        org.post(&format!("{archived}/user-1/api_keys"), json!({})).await,
    ] {
        assert_eq!(answer.refused(400)["message"], "Project Hackathon 2025 is archived");
    }
    let home = format!("/organization/projects/{}/service_accounts", org.project("Data Pipeline").await);
    let robot = org.get(&home).await.ok()["data"][0]["id"].as_str().unwrap().to_owned();
    let elsewhere = format!("/organization/projects/{}/service_accounts", org.project("Search Relevance").await);
    for answer in [
        org.get(&format!("{elsewhere}/{robot}")).await,
        org.post(&format!("{elsewhere}/{robot}"), json!({"name": "x"})).await,
        org.delete(&format!("{elsewhere}/{robot}")).await,
        org.post(&format!("{elsewhere}/{robot}/api_keys"), json!({})).await,
        org.get(&format!("{elsewhere}?after={robot}")).await,
    ] {
        answer.refused(404);
    }
    let (one, keys) = (format!("{home}/{robot}"), format!("{home}/{robot}/api_keys"));
    for (path, body, param) in [
        (&home, json!({}), "name"),
        (&home, json!({"name": " "}), "name"),
        (&home, json!({"name": "x", "create_service_account_only": "yes"}), "create_service_account_only"),
        (&home, json!({"name": "x", "expires_in_seconds": 0}), "expires_in_seconds"),
        (&one, json!({"role": "reader"}), "role"),
        (&one, json!({"name": null}), "name"),
        (&keys, json!({"scopes": "all"}), "scopes"),
        (&keys, json!({"scopes": ["api.model.read", 5]}), "scopes[1]"),
        (&keys, json!({"name": 7}), "name"),
    ] {
        assert_eq!(org.post(path, body.clone()).await.refused(400)["param"], param, "{body}");
    }
    assert_eq!(org.get(&home).await.ok()["data"].as_array().unwrap().len(), 1);
}
