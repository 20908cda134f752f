//! What somebody gains by getting into a project, and loses by getting out of it, whichever way that happens.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::time::Duration;

use common::{Org, texts};
use serde_json::{Value, json};

const DAY: Duration = Duration::from_secs(86_400);

fn id(object: &Value) -> String {
    object["id"].as_str().unwrap().to_owned()
}

/// A project, a group in it, and a reader in that group.
struct Team {
    org: Org,
    project: String,
    group: String,
    user: String,
}

impl Team {
    async fn new() -> Self {
        let org = Org::empty().await;
        let project = id(&org.post("/organization/projects", json!({"name": "Site"})).await.ok());
        let group = id(&org.post("/organization/groups", json!({"name": "Makers"})).await.ok());
        let user = org.join("ada@x.io", "reader").await;
        let team = Self { org, project, group, user };
        team.join().await;
        team
    }

    async fn join(&self) {
        let groups = format!("/organization/projects/{}/groups", self.project);
        self.org.post(&groups, json!({"group_id": self.group, "role": "role-api-project-viewer"})).await;
        let users = format!("/organization/groups/{}/users", self.group);
        self.org.post(&users, json!({"user_id": self.user})).await.ok();
    }

    fn users(&self) -> String {
        format!("/organization/projects/{}/users", self.project)
    }

    fn roles(&self) -> String {
        format!("/projects/{}/users/{}/roles", self.project, self.user)
    }

    /// What the project's keys have used in a day from now on.
    async fn used_in_a_day(&self) -> usize {
        let control = self.org.sandbox.control();
        // From the start of one Wednesday to that of the next day: 1970-01-01 was a Thursday.
        let today = control.now().seconds().div_euclid(86_400);
        let start = (today + 1 + (6 - (today + 1)).rem_euclid(7)) * 86_400;
        control.set_clock(orgwarden_api::model::Timestamp::new(start));
        control.advance(DAY);
        let path = format!(
            "/organization/usage/completions?start_time={start}&end_time={}&project_ids={}",
            start + 86_400,
            self.project
        );
        let page = self.org.get(&path).await.ok();
        page["data"][0]["results"].as_array().unwrap().len()
    }

    /// The events since the last look, oldest first, as `deleted member`.
    async fn events(&self, before: usize) -> Vec<String> {
        let (mut events, _) = common::all(&self.org, "/organization/audit_logs", 100).await;
        events.reverse();
        let word = |event: &Value| {
            let kind = event["type"].as_str().unwrap();
            let role = event[kind]["id"].as_str().unwrap().split("__").next().unwrap();
            match kind.strip_prefix("role.assignment.") {
                Some(what) => format!("{what} {}", role.rsplit('-').next().unwrap()),
                None => kind.to_owned(),
            }
        };
        events[before..].iter().map(word).collect()
    }
}

#[tokio::test]
async fn a_custom_role_ends_with_the_access_that_allowed_it() {
    for way in ["leaves the group", "the group leaves the project", "the group is deleted"] {
        let team = Team::new().await;
        let Team { org, project, group, user } = &team;
        let role = json!({"role_name": "Boss", "permissions": ["api.management.read"]});
        let role = id(&org.post(&format!("/projects/{project}/roles"), role).await.ok());
        org.post(&team.roles(), json!({"role_id": role})).await.ok();
        let key = org.sandbox.control().add_admin_key(user, "hers", None).unwrap().secret;
        org.with(&key, "GET", &team.users(), None).await.ok();
        match way {
            "leaves the group" => org.delete(&format!("/organization/groups/{group}/users/{user}")).await.ok(),
            "the group is deleted" => org.delete(&format!("/organization/groups/{group}")).await.ok(),
            _ => org.delete(&format!("/organization/projects/{project}/groups/{group}")).await.ok(),
        };
        org.with(&key, "GET", &team.users(), None).await.refused(403);
        assert_eq!(org.get(&team.roles()).await.ok()["data"], json!([]), "{way}");
    }
}

#[tokio::test]
async fn a_key_is_used_and_billed_only_while_its_owner_has_access() {
    let team = Team::new().await;
    let Team { org, project, group, user } = &team;
    for number in 0..12 {
        org.sandbox.control().add_key(user, project, &format!("key {number}")).unwrap();
    }
    let users = format!("/organization/groups/{group}/users");
    let groups = format!("/organization/projects/{project}/groups");
    let person = format!("/organization/users/{user}");
    assert!(team.used_in_a_day().await > 0, "through the group");
    org.delete(&format!("{users}/{user}")).await.ok();
    assert_eq!(team.used_in_a_day().await, 0, "out of the group");
    org.post(&users, json!({"user_id": user})).await.ok();
    assert!(team.used_in_a_day().await > 0, "in again");
    org.delete(&format!("{groups}/{group}")).await.ok();
    assert_eq!(team.used_in_a_day().await, 0, "the group is out");
    org.post(&team.users(), json!({"user_id": user, "role": "member"})).await.ok();
    assert!(team.used_in_a_day().await > 0, "a member");
    org.delete(&format!("{}/{user}", team.users())).await.ok();
    assert_eq!(team.used_in_a_day().await, 0, "no member any more");
    org.post(&person, json!({"role": "owner"})).await.ok();
    assert!(team.used_in_a_day().await > 0, "an owner");
    org.post(&person, json!({"role": "reader"})).await.ok();
    assert_eq!(team.used_in_a_day().await, 0, "demoted");
    let owners = format!("/organization/groups/{group}/roles");
    org.post(&owners, json!({"role_id": "role-api-organization-owner"})).await.ok();
    assert!(team.used_in_a_day().await > 0, "an owner through the group");
    org.delete(&format!("/organization/groups/{group}")).await.ok();
    assert_eq!(team.used_in_a_day().await, 0, "the group is gone");

    let accounts = format!("/organization/projects/{project}/service_accounts");
    let bare = json!({"name": "robot", "create_service_account_only": true});
    let robot = format!("{accounts}/{}", id(&org.post(&accounts, bare).await.ok()));
    for number in 0..12 {
        org.post(&format!("{robot}/api_keys"), json!({"name": format!("key {number}")})).await.ok();
    }
    assert_eq!(team.used_in_a_day().await, 0, "a service account without a role");
    org.post(&robot, json!({"role": "member"})).await.ok();
    assert!(team.used_in_a_day().await > 0, "with one");
}

#[tokio::test]
async fn the_role_of_a_member_who_was_an_owner_can_be_taken_away() {
    let team = Team::new().await;
    let Team { org, user, group, .. } = &team;
    org.delete(&format!("/organization/groups/{group}")).await.ok();
    org.post(&team.users(), json!({"user_id": user, "role": "member"})).await.ok();
    org.post(&team.roles(), json!({"role_id": "role-api-project-owner"})).await.ok();
    let member = format!("{}/{user}", team.users());
    assert_eq!(org.get(&member).await.ok()["role"], "owner");
    org.post(&member, json!({"role": "member"})).await.ok();
    assert_eq!(texts(&org.get(&team.roles()).await.ok(), "name"), ["member"]);
    org.delete(&format!("{}/role-api-project-member", team.roles())).await.ok();
    org.get(&member).await.refused(404);
    assert_eq!(org.get(&team.roles()).await.ok()["data"], json!([]));
}

#[tokio::test]
async fn every_role_that_is_given_or_taken_leaves_an_event() {
    let team = Team::new().await;
    let Team { org, project, group, user } = &team;
    let mut seen = team.events(0).await.len();
    let mut expect = async |events: &[&str]| {
        let new = team.events(seen).await;
        seen += new.len();
        assert_eq!(new, events);
    };
    let custom = async || {
        let role = json!({"role_name": "Boss", "permissions": []});
        id(&org.post(&format!("/projects/{project}/roles"), role).await.ok())
    };
    let control = org.sandbox.control();
    control.add_to_project(user, project, "member").unwrap();
    expect(&["created member"]).await;
    control.add_to_project(user, project, "owner").unwrap();
    expect(&["deleted member", "created owner"]).await;
    let role = custom().await;
    org.post(&team.roles(), json!({"role_id": role})).await.ok();
    let given = format!("created {role}");
    expect(&["role.created", &given]).await;
    let taken = format!("deleted {role}");
    org.delete(&format!("{}/{user}", team.users())).await.ok();
    expect(&[&taken, "deleted owner"]).await;
    org.post(&team.roles(), json!({"role_id": role})).await.ok();
    org.delete(&format!("/projects/{project}/roles/{role}")).await.ok();
    expect(&[&given, &taken, "role.deleted"]).await;
    org.delete(&format!("/organization/groups/{group}")).await.ok();
    expect(&["deleted viewer", "group.deleted"]).await;

    let traits = json!({"technical_level": "expert"});
    for _ in 0..2 {
        org.post(&format!("/organization/users/{user}"), traits.clone()).await.ok();
    }
    expect(&["user.updated"]).await;
    let invite = json!({"email": "bob@x.io", "role": "reader", "projects": [{"id": project, "role": "owner"}]});
    org.post("/organization/invites", invite).await.ok();
    let bob = control.accept_invite("bob@x.io", "bob@x.io").unwrap().id;
    expect(&["invite.sent", "user.added", "invite.accepted", "created owner"]).await;
    org.delete(&format!("/organization/users/{bob}")).await.ok();
    expect(&["deleted owner", "user.deleted"]).await;

    let vault = json!({"type": "aws", "name": "v", "kms_arn": "k", "role_arn": "r", "external_id": "e"});
    let vault = id(&org.post("/organization/external_keys", vault).await.ok());
    let site = format!("/organization/projects/{project}");
    for _ in 0..2 {
        org.post(&site, json!({"external_key_id": vault})).await.ok();
    }
    expect(&["external_key.registered", "project.updated"]).await;
    assert_eq!(org.post(&site, json!({"geography": 5})).await.refused(400)["param"], "geography");
    let provider = json!({"type": "oci", "bucket": "b", "region": "r", "tenancy_ocid": "t"});
    let storage = json!({"project_id": project, "provider": provider});
    let storage = id(&org.post("/organization/external_storage", storage).await.ok());
    for _ in 0..2 {
        org.post(&format!("/organization/external_storage/{storage}/validate"), json!({})).await.ok();
    }
    expect(&["external_storage.registered", "organization.updated"]).await;
}
