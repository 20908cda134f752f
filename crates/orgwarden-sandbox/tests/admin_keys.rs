//! Admin keys.

mod common;

use std::time::Duration;

use common::{Org, texts};
use serde_json::json;

#[tokio::test]
async fn one_is_created_shown_once_used_and_deleted() {
    let org = Org::empty().await;
    let created = org.post("/organization/admin_api_keys", json!({"name": "nightly"})).await.ok();
    let secret = created["value"].as_str().unwrap();
    assert!(secret.starts_with("sk-admin-"));
    let path = format!("/organization/admin_api_keys/{}", created["id"].as_str().unwrap());
    let key = org.get(&path).await.ok();
    assert!(!key.to_string().contains(secret));
    assert_eq!(
        (&key["object"], &key["name"], &key["expires_at"], &key["last_used_at"]),
        (&json!("organization.admin_api_key"), &json!("nightly"), &json!(null), &json!(null))
    );
    assert_eq!(key["redacted_value"], format!("sk-admin-...{}", &secret[secret.len() - 4..]));
    let owner = &key["owner"];
    assert_eq!(
        (&owner["type"], &owner["object"], &owner["id"], &owner["role"]),
        (&json!("user"), &json!("organization.user"), &json!(org.user("olivia.park@acme.example")), &json!("owner"))
    );
    org.with(secret, "GET", "/organization/users", None).await.ok();
    assert!(org.get(&path).await.ok()["last_used_at"].is_i64());
    let gone = org.with(secret, "DELETE", &path, None).await.ok();
    assert_eq!(gone["object"], "organization.admin_api_key.deleted");
    org.with(secret, "GET", "/organization/users", None).await.refused(401);
    org.get(&path).await.refused(404);
    org.delete(&path).await.refused(404);
}

#[tokio::test]
async fn the_list_has_an_order() {
    let org = Org::empty().await;
    for name in ["b", "c"] {
        org.post("/organization/admin_api_keys", json!({"name": name})).await.ok();
    }
    let names = async |query: &str| texts(&org.get(&format!("/organization/admin_api_keys{query}")).await.ok(), "name");
    assert_eq!(names("").await, ["Sandbox", "b", "c"]);
    assert_eq!(names("?order=asc&limit=2").await, ["Sandbox", "b"]);
    assert_eq!(names("?order=desc").await, ["c", "b", "Sandbox"]);
    for (order, rest) in [("asc", ["b", "c"]), ("desc", ["b", "Sandbox"])] {
        let first = org.get(&format!("/organization/admin_api_keys?limit=1&order={order}")).await.ok();
        let after = first["last_id"].as_str().unwrap();
        assert_eq!(names(&format!("?order={order}&after={after}")).await, rest);
    }
    org.get("/organization/admin_api_keys?order=up").await.refused(400);
}

#[tokio::test]
async fn the_list_can_be_mixed_with_the_keys_of_projects() {
    let org = Org::demo().await;
    assert_eq!(org.get("/organization/admin_api_keys").await.ok()["data"].as_array().unwrap().len(), 2);
    org.sandbox.control().set_faults(vec!["mixed-admin-keys".parse().unwrap()]);
    let (mixed, _) = common::all(&org, "/organization/admin_api_keys", 3).await;
    assert_eq!(mixed.len(), 9);
    let robot = mixed.iter().find(|key| key["owner"]["type"] == "service_account").unwrap();
    assert_eq!((&robot["object"], &robot["owner"]["name"]), (&json!("organization.admin_api_key"), &json!("ci-bot")));
}

#[tokio::test]
async fn lifetimes_are_at_most_a_year_and_end() {
    let org = Org::empty().await;
    for seconds in [json!(0), json!(-5), json!(31_536_001), json!("long"), json!(1.5)] {
        let refusal =
            org.post("/organization/admin_api_keys", json!({"name": "x", "expires_in_seconds": seconds})).await;
        assert_eq!(refusal.refused(400)["param"], "expires_in_seconds");
    }
    org.post("/organization/admin_api_keys", json!({})).await.refused(400);
    let body = json!({"name": "x", "expires_in_seconds": 3600});
    let key = org.post("/organization/admin_api_keys", body).await.ok();
    assert_eq!(key["expires_at"].as_i64().unwrap() - key["created_at"].as_i64().unwrap(), 3600);
    let secret = key["value"].as_str().unwrap();
    org.with(secret, "GET", "/organization/users", None).await.ok();
    org.sandbox.control().advance(Duration::from_secs(3600));
    let refusal = org.with(secret, "GET", "/organization/users", None).await.refused(401);
    assert!(refusal["message"].as_str().unwrap().contains("expired"), "{refusal}");
}

#[tokio::test]
async fn scopes_are_checked_separately() {
    let org = Org::empty().await;
    let owner = "olivia.park@acme.example";
    let reading = org.sandbox.control().add_admin_key(owner, "r", Some(&["api.management.read"])).unwrap().secret;
    let writing = org.sandbox.control().add_admin_key(owner, "w", Some(&["api.management.write"])).unwrap().secret;
    let none = org.sandbox.control().add_admin_key(owner, "n", Some(&["api.usage.read"])).unwrap().secret;
    let body = json!({"email": "a@x.io", "role": "reader"});
    org.with(&reading, "GET", "/organization/invites", None).await.ok();
    org.with(&reading, "POST", "/organization/invites", Some(&body)).await.refused(403);
    org.with(&writing, "GET", "/organization/invites", None).await.refused(403);
    org.with(&writing, "POST", "/organization/invites", Some(&body)).await.ok();
    let refusal = org.with(&none, "GET", "/organization/audit_logs", None).await.refused(403);
    assert!(refusal.as_str().unwrap().starts_with("You have insufficient permissions for this operation."));
}

#[tokio::test]
async fn only_owners_make_them_and_none_may_do_more_than_the_key_that_made_it() {
    let org = Org::demo().await;
    let control = org.sandbox.control();
    let path = "/organization/admin_api_keys";
    let body = json!({"name": "another"});
    // Somebody who may change members, and is no owner.
    let role = json!({"role_name": "Clerks", "permissions": ["api.management.read", "api.management.write"]});
    let role = org.post("/organization/roles", role).await.ok()["id"].clone();
    let tom = org.user("tom.becker@acme.example");
    org.post(&format!("/organization/users/{tom}/roles"), json!({"role_id": role})).await.ok();
    let theirs = control.add_admin_key(&tom, "theirs", None).unwrap().secret;
    org.with(&theirs, "GET", path, None).await.ok();
    let refusal = org.with(&theirs, "POST", path, Some(&body)).await.refused(403);
    assert_eq!(refusal["message"], "Only owners of the organization can create admin API keys.");
    let group = org.post("/organization/groups", json!({"name": "Chiefs"})).await.ok()["id"].clone();
    let group = format!("/organization/groups/{}", group.as_str().unwrap());
    org.post(&format!("{group}/roles"), json!({"role_id": "role-api-organization-owner"})).await.ok();
    org.post(&format!("{group}/users"), json!({"user_id": tom})).await.ok();
    let made = org.with(&theirs, "POST", path, Some(&body)).await.ok();
    org.with(made["value"].as_str().unwrap(), "GET", "/organization/users", None).await.ok();

    let narrow = control.add_admin_key("marcus.reyes@acme.example", "w", Some(&["api.management.write"])).unwrap();
    let made = org.with(&narrow.secret, "POST", path, Some(&body)).await.ok();
    let second = made["value"].as_str().unwrap();
    let refusal = org.with(second, "GET", "/organization/users", None).await.refused(403);
    assert!(refusal.as_str().unwrap().ends_with("Missing scopes: api.management.read."), "{refusal}");
    org.with(second, "DELETE", "/organization/users/user-unknown", None).await.refused(404);
    let event = org.get("/organization/audit_logs?event_types[]=api_key.created&limit=1").await.ok();
    assert_eq!(event["data"][0]["api_key.created"]["id"], made["id"]);
    assert_eq!(event["data"][0]["api_key.created"]["data"]["scopes"], json!(["api.management.write"]));
}
