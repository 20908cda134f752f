//! What a key may do: the roles of its owner, given directly or through groups, and its own scopes.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{Org, texts};
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
    assert!(answer.status != 401 && answer.status < 500, "{method} {path}: {} {}", answer.status, answer.text);
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

/// The same below a project.
const ASKED_OF_PROJECTS: [(&str, &str, &str, &str); 6] = [
    ("GET", "/organization/projects/", "/users", "api.management.read"),
    ("DELETE", "/organization/projects/", "/users/user-unknown", "api.management.write"),
    ("GET", "/organization/projects/", "/groups", "api.groups.read"),
    ("DELETE", "/organization/projects/", "/groups/unknown", "api.groups.write"),
    ("GET", "/projects/", "/roles", "api.roles.read"),
    ("DELETE", "/projects/", "/roles/unknown", "api.roles.write"),
];

/// The permissions that a key has in a project.
async fn permissions_in(org: &Org, key: &str, project: &str) -> Vec<&'static str> {
    let mut held = Vec::new();
    for (method, before, after, permission) in ASKED_OF_PROJECTS {
        if may(org, key, method, &format!("{before}{project}{after}"), permission).await {
            held.push(permission);
        }
    }
    held
}

/// Makes a group with one member; answers its id.
async fn group_of(org: &Org, name: &str, member: &str) -> String {
    let group = org.post("/organization/groups", json!({"name": name})).await.ok()["id"].as_str().unwrap().to_owned();
    org.post(&format!("/organization/groups/{group}/users"), json!({"user_id": member})).await.ok();
    group
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
        let group = group_of(&org, name, &sofia).await;
        org.post(&format!("/organization/groups/{group}/roles"), json!({"role_id": role})).await.ok();
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
    let group = group_of(&org, "Helpers", &sofia).await;
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
    let body = json!({"owner": TOM, "scopes": ["api.management.read", "api.groups.read"]});
    let theirs = org.page("POST", "/sandbox/keys", Some(body)).await.ok()["secret"].as_str().unwrap().to_owned();
    assert_eq!(permissions(&org, &theirs).await, ["api.groups.read"], "a reader's key");
}

/// What a route must ask for, told from its path alone.
fn expected(method: &str, template: &str) -> String {
    let area = if template.contains("/roles") {
        "roles"
    } else if template.contains("/groups") {
        "groups"
    } else if template.starts_with("/organization/usage/") || template == "/organization/costs" {
        "usage"
    } else {
        "management"
    };
    format!("api.{area}.{}", if method == "GET" { "read" } else { "write" })
}

#[tokio::test]
async fn every_route_asks_for_one_permission_of_an_admin_key_and_for_no_other() {
    let org = Org::demo().await;
    let control = org.sandbox.control();
    let project = org.project("Data Pipeline").await;
    let account = control.add_service_account(&project, "robot").unwrap();
    let owner_of_project = control.add_key("chen.wei@acme.example", &project, "his").unwrap().secret;
    let of_projects = [owner_of_project, control.add_key(&account, &project, "its").unwrap().secret];
    assert!(of_projects[0].starts_with("sk-proj-") && of_projects[1].starts_with("sk-svcacct-"));
    let mut all: Vec<&str> = ASKED.iter().map(|(.., permission)| *permission).collect();
    all.extend(["api.model.read", "api.model.request"]);
    let mut seen = 0;
    for route in orgwarden_sandbox::routes().filter(|route| route.template != "/models") {
        let wanted = expected(route.method, route.template);
        assert_eq!(route.permission, Some(wanted.as_str()), "{} {}", route.method, route.template);
        // Nothing there has such a name, so nothing happens.
        let path: Vec<&str> =
            route.template.split('/').map(|part| if part.starts_with('{') { "unknown" } else { part }).collect();
        let path = path.join("/");
        let only = key(&org, "marcus.reyes@acme.example", Some(&[&wanted]));
        assert!(may(&org, &only, route.method, &path, &wanted).await, "{} {}", route.method, route.template);
        let others: Vec<&str> = all.iter().copied().filter(|one| *one != wanted).collect();
        assert_eq!(others.len() + 1, all.len(), "{wanted}");
        let others = key(&org, "marcus.reyes@acme.example", Some(&others));
        for key in [&others, &of_projects[0], &of_projects[1]] {
            assert!(!may(&org, key, route.method, &path, &wanted).await, "{} {}", route.method, route.template);
        }
        seen += 1;
    }
    assert!(seen >= 119, "{seen}");
}

#[tokio::test]
async fn the_built_in_roles_of_a_project_go_as_far_as_the_guide_says() {
    let org = Org::demo().await;
    let (project, other) = (org.project("Data Pipeline").await, org.project("Support Assistant").await);
    let (tom, theirs) = (org.user(TOM), key(&org, TOM, None));
    // Every member of the organization sees groups and roles.
    let reads = ["api.groups.read", "api.roles.read"].as_slice();
    let shares = ["api.groups.read", "api.groups.write", "api.roles.read", "api.roles.write"].as_slice();
    let all: Vec<&str> = ASKED_OF_PROJECTS.iter().map(|(.., permission)| *permission).collect();
    assert_eq!(permissions_in(&org, &theirs, &project).await, reads);
    let group = group_of(&org, "Visitors", &tom).await;
    for (role, expected) in [("viewer", reads), ("member", shares), ("owner", &all)] {
        let role_id = json!({"role_id": format!("role-api-project-{role}")});
        for holder in [format!("users/{tom}"), format!("groups/{group}")] {
            let path = format!("/projects/{project}/{holder}/roles");
            org.post(&path, role_id.clone()).await.ok();
            assert_eq!(permissions_in(&org, &theirs, &project).await, expected, "{role} by {holder}");
            assert_eq!(permissions_in(&org, &theirs, &other).await, reads, "{role} of another project");
            assert_eq!(permissions(&org, &theirs).await, reads, "{role} in the organization");
            org.delete(&format!("{path}/role-api-project-{role}")).await.ok();
            assert_eq!(permissions_in(&org, &theirs, &project).await, reads, "{role} was taken from {holder}");
        }
    }
    // The way out by the door of members.
    let users = format!("/organization/projects/{project}/users");
    org.post(&users, json!({"user_id": tom, "role": "owner"})).await.ok();
    assert_eq!(permissions_in(&org, &theirs, &project).await, all);
    org.delete(&format!("{users}/{tom}")).await.ok();
    assert_eq!(permissions_in(&org, &theirs, &project).await, reads);
}

#[tokio::test]
async fn a_group_can_make_owners_of_the_organization_who_do_not_count_as_the_last_one() {
    let org = Org::empty().await;
    let control = org.sandbox.control();
    let founder = org.user("olivia.park@acme.example");
    let user = org.join("second@acme.example", "reader").await;
    let project = org.post("/organization/projects", json!({"name": "Orbit"})).await.ok()["id"].clone();
    let project = project.as_str().unwrap();
    let (admin, hers) = (key(&org, &user, None), control.add_key(&user, project, "hers").unwrap());
    let roles = format!("/projects/{project}/users/{user}/roles");
    let access = async || {
        let path = format!("/organization/projects/{project}/api_keys/{}", hers.id);
        org.get(&path).await.ok()["owner_project_access"].clone()
    };
    let models = async || org.with(&hers.secret, "GET", "/models", None).await.status;
    let outside = async || {
        let reads = ["api.groups.read", "api.roles.read"];
        assert_eq!(permissions(&org, &admin).await, reads);
        assert_eq!(permissions_in(&org, &admin, project).await, reads);
        assert_eq!((access().await, models().await), (json!("inactive"), 401));
        assert_eq!(org.get(&roles).await.ok()["data"], json!([]));
    };
    outside().await;
    let group = group_of(&org, "Chiefs", &user).await;
    let of_group = format!("/organization/groups/{group}/roles");
    org.post(&of_group, json!({"role_id": "role-api-organization-owner"})).await.ok();
    assert_eq!(permissions(&org, &admin).await.len(), ASKED.len());
    assert_eq!(permissions_in(&org, &admin, project).await.len(), ASKED_OF_PROJECTS.len());
    assert_eq!((access().await, models().await), (json!("active"), 200));
    let held = org.get(&roles).await.ok()["data"].clone();
    assert_eq!(
        (held.as_array().unwrap().len(), &held[0]["name"], &held[0]["assignment_sources"]),
        (1, &json!("owner"), &json!([{"principal_id": group, "principal_type": "group"}]))
    );
    let last = org.post(&format!("/organization/users/{founder}"), json!({"role": "reader"})).await;
    assert!(last.refused(400)["message"].as_str().unwrap().contains("last owner"));
    org.delete(&format!("{of_group}/role-api-organization-owner")).await.ok();
    outside().await;
    org.post(&of_group, json!({"role_id": "role-api-organization-owner"})).await.ok();
    org.delete(&format!("/organization/groups/{group}")).await.ok();
    outside().await;
}

#[tokio::test]
async fn the_key_of_a_project_works_for_whoever_is_there_through_a_group() {
    let org = Org::demo().await;
    let project = org.project("Search Relevance").await;
    let tom = org.user(TOM);
    let his = org.sandbox.control().add_key(TOM, &project, "his").unwrap();
    let keys = format!("/organization/projects/{project}/api_keys");
    let check = async |works: bool, why: &str| {
        let status = org.with(&his.secret, "GET", "/models", None).await.status;
        let access = org.get(&format!("{keys}/{}", his.id)).await.ok()["owner_project_access"].clone();
        let expected = if works { (200, json!("active")) } else { (401, json!("inactive")) };
        assert_eq!((status, access), expected, "{why}");
        for (filter, lists) in
            [("", false), ("?owner_project_access=active", works), ("?owner_project_access=any", true)]
        {
            let listed = texts(&org.get(&format!("{keys}{filter}")).await.ok(), "name");
            assert_eq!(listed.contains(&"his".to_owned()), lists, "{why}: {filter}");
        }
    };
    check(false, "nobody").await;
    let group = group_of(&org, "Guests", &tom).await;
    check(false, "in a group that is elsewhere").await;
    let groups = format!("/organization/projects/{project}/groups");
    let body = json!({"group_id": group, "role": "role-api-project-viewer"});
    org.post(&groups, body.clone()).await.ok();
    check(true, "the group is in the project").await;
    org.delete(&format!("{groups}/{group}")).await.ok();
    check(false, "the group has left the project").await;
    org.post(&groups, body).await.ok();
    check(true, "and is back").await;
    org.delete(&format!("/organization/groups/{group}/users/{tom}")).await.ok();
    check(false, "he has left the group").await;
}

#[tokio::test]
async fn the_permission_for_the_keys_of_projects_opens_them_and_nothing_else() {
    let org = Org::demo().await;
    let project = org.project("Support Assistant").await;
    let control = org.sandbox.control();
    let issued = control.add_key("priya.natarajan@acme.example", &project, "laptop").unwrap();
    let keys = format!("/organization/projects/{project}/api_keys");
    let one = format!("{keys}/{}", issued.id);
    let chen = org.user("chen.wei@acme.example");
    let permissions = ["read", "write"].map(|what| format!("api.organization.projects.api_keys.{what}"));
    for (number, permission) in permissions.iter().enumerate() {
        let role = json!({"role_name": permission, "permissions": [permission]});
        let role = org.post("/organization/roles", role).await.ok();
        let roles = format!("/organization/users/{chen}/roles");
        org.post(&roles, json!({"role_id": role["id"]})).await.ok();
        let key = control.add_admin_key(&chen, permission, None).unwrap().secret;
        let body = json!({"scopes": ["api.model.read"]});
        org.with(&key, "GET", &keys, None).await.ok();
        org.with(&key, "GET", &one, None).await.ok();
        assert_eq!(org.with(&key, "POST", &one, Some(&body)).await.status, [403, 200][number]);
        org.with(&key, "GET", "/organization/users", None).await.refused(403);
        org.with(&key, "GET", &format!("/organization/projects/{project}"), None).await.refused(403);
    }
    // Roles and scopes must permit it both.
    let scopes = ["api.organization.projects.api_keys.read"];
    let key = control.add_admin_key(&chen, "scoped", Some(&scopes)).unwrap().secret;
    org.with(&key, "GET", &keys, None).await.ok();
    org.with(&key, "DELETE", &one, None).await.refused(403);
}
