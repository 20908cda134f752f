//! What a key may do: the roles of its owner, given directly or through groups, and its own scopes.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::Org;
use serde_json::{Value, json};

const SOFIA: &str = "sofia.rossi@acme.example";
const TOM: &str = "tom.becker@acme.example";

/// An admin key of a member of the demonstration.
fn key(org: &Org, owner: &str, scopes: Option<&[&str]>) -> String {
    org.sandbox.control().add_admin_key(owner, "hers", scopes).unwrap().secret
}

/// Whether a key may do something; a refusal must name the missing permission and nothing else.
async fn may(org: &Org, key: &str, method: &str, path: &str, permission: &str) -> bool {
    let answer = org.with(key, method, path, (method == "POST").then(|| json!({})).as_ref()).await;
    if answer.status == 403 {
        let words = format!("You have insufficient permissions for this operation. Missing scopes: {permission}.");
        assert_eq!(answer.json()["error"], Value::from(words), "{method} {path}");
        return false;
    }
    true
}

/// One request for each permission, which changes nothing: what is changed is not there.
const ASKED: [(&str, &str, &str); 7] = [
    ("GET", "/organization/users", "api.management.read"),
    ("DELETE", "/organization/users/user-unknown", "api.management.write"),
    ("GET", "/organization/groups", "api.groups.read"),
    ("DELETE", "/organization/groups/unknown", "api.groups.write"),
    ("GET", "/organization/roles", "api.roles.read"),
    ("DELETE", "/organization/roles/unknown", "api.roles.write"),
    ("GET", "/organization/costs?start_time=1", "api.usage.read"),
];

/// The permissions that a key has in the organization.
async fn permissions(org: &Org, key: &str) -> Vec<&'static str> {
    let mut held = Vec::new();
    for (method, path, permission) in ASKED {
        if may(org, key, method, path, permission).await {
            held.push(permission);
        }
    }
    held
}

async fn custom_role(org: &Org, permissions: &[&str]) -> String {
    let body = json!({"role_name": permissions.join(" and "), "permissions": permissions});
    org.post("/organization/roles", body).await.ok()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn roles_of_the_organization_decide_and_take_effect_at_once() {
    let org = Org::demo().await;
    let all: Vec<&str> = ASKED.iter().map(|(.., permission)| *permission).collect();
    assert_eq!(permissions(&org, org.sandbox.admin_key()).await, all);
    let (sofia, theirs) = (org.user(SOFIA), key(&org, SOFIA, None));
    let reader = ["api.groups.read", "api.roles.read"];
    assert_eq!(permissions(&org, &theirs).await, reader);

    // A role of one's own.
    let sees_costs = custom_role(&org, &["api.usage.read"]).await;
    let path = format!("/organization/users/{sofia}/roles");
    org.post(&path, json!({"role_id": sees_costs})).await.ok();
    assert_eq!(permissions(&org, &theirs).await, ["api.groups.read", "api.roles.read", "api.usage.read"]);
    org.delete(&format!("{path}/{sees_costs}")).await.ok();
    assert_eq!(permissions(&org, &theirs).await, reader);

    // Owner for a while.
    org.post(&format!("/organization/users/{sofia}"), json!({"role": "owner"})).await.ok();
    assert_eq!(permissions(&org, &theirs).await, all);
    org.post(&format!("/organization/users/{sofia}"), json!({"role": "reader"})).await.ok();
    assert_eq!(permissions(&org, &theirs).await, reader);
}

#[tokio::test]
async fn a_group_hands_its_roles_on_for_as_long_as_both_last() {
    let org = Org::demo().await;
    let (sofia, theirs) = (org.user(SOFIA), key(&org, SOFIA, None));
    let role = custom_role(&org, &["api.management.read"]).await;
    let group = async |name: &str| {
        let group =
            org.post("/organization/groups", json!({"name": name})).await.ok()["id"].as_str().unwrap().to_owned();
        org.post(&format!("/organization/groups/{group}/roles"), json!({"role_id": role})).await.ok();
        org.post(&format!("/organization/groups/{group}/users"), json!({"user_id": sofia})).await.ok();
        group
    };
    let reads = async || may(&org, &theirs, "GET", "/organization/users", "api.management.read").await;
    assert!(!reads().await);
    let first = group("Support leads").await;
    assert!(reads().await);
    assert!(!may(&org, &theirs, "POST", "/organization/invites", "api.management.write").await);
    org.delete(&format!("/organization/groups/{first}/users/{sofia}")).await.ok();
    assert!(!reads().await, "out of the group");
    let second = group("Auditors of members").await;
    assert!(reads().await);
    org.delete(&format!("/organization/groups/{second}")).await.ok();
    assert!(!reads().await, "the group is gone");
    group("Third").await;
    org.delete(&format!("/organization/roles/{role}")).await.ok();
    assert!(!reads().await, "the role is gone");

    // The built-in role of owners, through a group.
    let group =
        org.post("/organization/groups", json!({"name": "Chiefs"})).await.ok()["id"].as_str().unwrap().to_owned();
    org.post(&format!("/organization/groups/{group}/users"), json!({"user_id": sofia})).await.ok();
    let owner = json!({"role_id": "role-api-organization-owner"});
    org.post(&format!("/organization/groups/{group}/roles"), owner).await.ok();
    assert_eq!(permissions(&org, &theirs).await.len(), ASKED.len());
}

#[tokio::test]
async fn who_owns_a_project_manages_it_and_no_other() {
    let org = Org::demo().await;
    let (own, other) = (org.project("Support Assistant").await, org.project("Data Pipeline").await);
    let theirs = key(&org, "priya.natarajan@acme.example", None);
    let (read, write) = ("api.management.read", "api.management.write");
    for (project, allowed) in [(&own, true), (&other, false)] {
        let path = format!("/organization/projects/{project}");
        assert_eq!(may(&org, &theirs, "GET", &format!("{path}/users"), read).await, allowed);
        assert_eq!(may(&org, &theirs, "DELETE", &format!("{path}/users/user-unknown"), write).await, allowed);
        assert_eq!(may(&org, &theirs, "GET", &format!("{path}/api_keys"), read).await, allowed);
        assert_eq!(
            may(&org, &theirs, "DELETE", &format!("/projects/{project}/roles/unknown"), "api.roles.write").await,
            allowed
        );
    }
    assert!(!may(&org, &theirs, "GET", "/organization/projects", read).await, "the list is the organization's");

    // A member may not manage; a custom role of the project, through a group, lets them read, there only.
    let (sofia, hers) = (org.user(SOFIA), key(&org, SOFIA, None));
    let users = format!("/organization/projects/{own}/users");
    assert!(!may(&org, &hers, "GET", &users, read).await);
    let body = json!({"role_name": "Looks after members", "permissions": [read]});
    let role = org.post(&format!("/projects/{own}/roles"), body).await.ok()["id"].clone();
    let group =
        org.post("/organization/groups", json!({"name": "Helpers"})).await.ok()["id"].as_str().unwrap().to_owned();
    org.post(&format!("/organization/groups/{group}/users"), json!({"user_id": sofia})).await.ok();
    org.post(&format!("/projects/{own}/groups/{group}/roles"), json!({"role_id": role})).await.ok();
    assert!(may(&org, &hers, "GET", &users, read).await);
    assert!(!may(&org, &hers, "POST", &users, write).await);
    assert!(!may(&org, &hers, "GET", &format!("/organization/projects/{other}/users"), read).await);
}

#[tokio::test]
async fn scopes_narrow_what_roles_permit_and_never_widen_it() {
    let org = Org::demo().await;
    let owner = "marcus.reyes@acme.example";
    for (scopes, expected) in [
        (["api.usage.read"].as_slice(), ["api.usage.read"].as_slice()),
        (&["api.management.write"], &["api.management.write"]),
        (&["api.all.read"], &["api.management.read", "api.groups.read", "api.roles.read", "api.usage.read"]),
        (&["api.model.request"], &[]),
    ] {
        assert_eq!(permissions(&org, &key(&org, owner, Some(scopes))).await, expected, "{scopes:?}");
    }
    let theirs = key(&org, TOM, Some(&["api.management.read", "api.groups.read"]));
    assert_eq!(permissions(&org, &theirs).await, ["api.groups.read"], "a reader's key");
}
