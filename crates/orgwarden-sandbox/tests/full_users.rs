//! Everything that an answer says of a member, and that it stays true.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use common::{Org, all};
use orgwarden_sandbox::{Options, Seed};
use serde_json::{Value, json};

/// The projects of a member by name, with the role: the list and the single read must agree.
async fn projects(org: &Org, user: &str) -> BTreeMap<String, String> {
    let single = org.get(&format!("/organization/users/{user}")).await.ok();
    let (listed, _) = all(org, "/organization/users", 5).await;
    assert_eq!(listed.iter().find(|listed| listed["id"] == user), Some(&single));
    names(&single)
}

fn names(user: &Value) -> BTreeMap<String, String> {
    let text = |project: &Value, member: &str| project[member].as_str().unwrap().to_owned();
    let list = user["projects"]["data"].as_array().unwrap();
    list.iter().map(|project| (text(project, "name"), text(project, "role"))).collect()
}

fn named(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, role)| ((*name).to_owned(), (*role).to_owned())).collect()
}

#[tokio::test]
async fn a_member_has_everything_that_the_schema_has() {
    let org = Org::demo().await;
    let id = org.user("diego.fernandez@acme.example");
    let user = org.get(&format!("/organization/users/{id}")).await.ok();
    let (default, pipeline) = (org.project("Default project").await, org.project("Data Pipeline").await);
    let since = &user["added_at"];
    assert!(since.is_i64());
    let (name, email) = ("Diego Fernández", "diego.fernandez@acme.example");
    let expected = json!({
        "object": "organization.user", "id": id, "name": name, "email": email, "role": "reader",
        "added_at": since, "created": since, "is_default": false, "is_service_account": false,
        "is_scim_managed": false, "is_scale_tier_authorized_purchaser": null, "api_key_last_used_at": null,
        "technical_level": null, "developer_persona": null,
        "user": {
            "object": "user", "id": id, "email": email, "name": name, "picture": null, "enabled": true,
            "banned": false, "banned_at": null
        },
        "projects": {"object": "list", "data": [
            {"id": default, "name": "Default project", "role": "member"},
            {"id": pipeline, "name": "Data Pipeline", "role": "member"},
        ]},
    });
    assert_eq!(user, expected);
    let by_address = org.get(&format!("/organization/users?emails[]={email}")).await.ok();
    assert_eq!(by_address["data"], json!([expected]));
    let change = json!({"technical_level": "high \"ish\"", "developer_persona": "data"});
    let changed = org.post(&format!("/organization/users/{id}"), change).await.ok();
    assert_eq!((&changed["technical_level"], &changed["projects"]), (&json!("high \"ish\""), &expected["projects"]));
    let role = json!({"role_name": "Auditor", "permissions": []});
    let role = org.post("/organization/roles", role).await.ok()["id"].clone();
    let assigned = org.post(&format!("/organization/users/{id}/roles"), json!({"role_id": role})).await.ok();
    assert_eq!(assigned["user"], changed);
}

#[tokio::test]
async fn the_projects_follow_every_change_of_memberships() {
    let org = Org::demo().await;
    let tom = org.user("tom.becker@acme.example");
    let search = org.project("Search Relevance").await;
    let own = format!("/organization/projects/{search}/users/{tom}");
    assert_eq!(projects(&org, &tom).await, named(&[("Default project", "member")]));
    let body = json!({"user_id": tom, "role": "member"});
    org.post(&format!("/organization/projects/{search}/users"), body).await.ok();
    assert_eq!(projects(&org, &tom).await, named(&[("Default project", "member"), ("Search Relevance", "member")]));
    org.post(&own, json!({"role": "owner"})).await.ok();
    assert_eq!(projects(&org, &tom).await, named(&[("Default project", "member"), ("Search Relevance", "owner")]));
    org.post(&format!("/organization/projects/{search}"), json!({"name": "Search \"Ü\""})).await.ok();
    assert_eq!(projects(&org, &tom).await, named(&[("Default project", "member"), ("Search \"Ü\"", "owner")]));
    org.delete(&own).await.ok();
    assert_eq!(projects(&org, &tom).await, named(&[("Default project", "member")]));
    org.sandbox.control().add_to_project(&tom, &search, "member").unwrap();
    org.post(&format!("/organization/projects/{search}/archive"), json!({})).await.ok();
    assert_eq!(projects(&org, &tom).await, named(&[("Default project", "member")]), "an archived project has nobody");
    let other = org.user("chen.wei@acme.example");
    assert!(!projects(&org, &other).await.contains_key("Search \"Ü\""));
}

#[tokio::test]
async fn who_accepts_an_invitation_has_its_projects_and_an_owner_has_those_of_before() {
    let org = Org::demo().await;
    let support = org.project("Support Assistant").await;
    let grants = json!([{"id": support, "role": "owner"}]);
    let invite = json!({"email": "new@x.io", "role": "reader", "projects": grants});
    org.post("/organization/invites", invite).await.ok();
    let id = org.sandbox.control().accept_invite("new@x.io", "new@x.io").unwrap().id.as_str().to_owned();
    assert_eq!(projects(&org, &id).await, named(&[("Support Assistant", "owner")]));
    org.post(&format!("/organization/users/{id}"), json!({"role": "owner"})).await.ok();
    assert_eq!(projects(&org, &id).await, named(&[("Support Assistant", "owner")]));
    let alone = org.join("alone@x.io", "reader").await;
    assert_eq!(projects(&org, &alone).await, named(&[]));
}

#[tokio::test]
async fn the_last_use_of_a_key_is_told_even_when_the_key_is_gone() {
    let org = Org::demo().await;
    let control = org.sandbox.control();
    let last_use = async |id: &str| {
        let user = org.get(&format!("/organization/users/{id}")).await.ok();
        user["api_key_last_used_at"].as_i64()
    };
    let priya = org.user("priya.natarajan@acme.example");
    let demo = last_use(&priya).await.expect("her key was used before the demonstration");
    let project = org.project("Support Assistant").await;
    let key = control.add_key(&priya, &project, "mine").unwrap();
    assert_eq!(last_use(&priya).await, Some(demo), "a new key has not been used");
    control.advance(Duration::from_secs(3600));
    org.with(&key.secret, "GET", "/models", None).await.ok();
    let used = last_use(&priya).await.unwrap();
    assert!(used >= demo + 3600, "{used} {demo}");
    org.delete(&format!("/organization/projects/{project}/api_keys/{}", key.id)).await.ok();
    assert_eq!(last_use(&priya).await, Some(used));
}

#[tokio::test]
async fn a_seeded_organization_and_its_stale_copy_say_the_same_as_the_lists_of_projects() {
    let seed = Seed::Size { members: 120, projects: 7 };
    let org = Org::start(Options { seed, ..Options::default() }).await;
    let (users, _) = all(&org, "/organization/users", 100).await;
    let is_owner: BTreeSet<&str> =
        users.iter().filter(|user| user["role"] == "owner").map(|user| user["id"].as_str().unwrap()).collect();
    let mut said = BTreeSet::new();
    for user in users.iter().filter(|user| user["role"] != "owner") {
        for (project, role) in names(user) {
            said.insert((project, user["id"].as_str().unwrap().to_owned(), role));
        }
    }
    let mut listed = BTreeSet::new();
    let (projects, _) = all(&org, "/organization/projects", 100).await;
    for project in &projects {
        let path = format!("/organization/projects/{}/users", project["id"].as_str().unwrap());
        for user in all(&org, &path, 100).await.0 {
            let id = user["id"].as_str().unwrap().to_owned();
            if !is_owner.contains(id.as_str()) {
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                listed.insert((text(&project["name"]), id, text(&user["role"])));
            }
        }
    }
    assert!(said.len() > 200 && said == listed);

    org.sandbox.control().set_faults(vec!["stale=3600s:GET /organization/users".parse().unwrap()]);
    let (stale, _) = all(&org, "/organization/users", 100).await;
    assert_eq!(stale, users);
}

#[tokio::test]
async fn lists_can_be_as_bare_as_live_ones() {
    let org = Org::demo().await;
    org.sandbox.control().set_faults(vec!["bare-users".parse().unwrap()]);
    let page = org.get("/organization/users").await.ok();
    for user in page["data"].as_array().unwrap() {
        let members: Vec<&String> = user.as_object().unwrap().keys().collect();
        assert_eq!(members, ["added_at", "email", "id", "name", "object", "role"]);
    }
    assert_eq!(page["last_id"], page["data"][11]["id"]);
}
