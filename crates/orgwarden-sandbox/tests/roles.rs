//! Roles and who has them, in the organization and in projects.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{Org, chain, texts};
use serde_json::{Value, json};

/// The two places, with what is asked of them.
async fn places(org: &Org) -> [(String, &'static str, String); 2] {
    let project = org.project("Search Relevance").await;
    [
        ("/organization".to_owned(), "api.organization", org.sandbox.organization().to_owned()),
        (format!("/projects/{project}"), "api.project", project),
    ]
}

fn id(object: &Value) -> String {
    object["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn built_in_roles_come_first_with_their_long_ids_and_stay_as_they_are() {
    let org = Org::demo().await;
    for (place, kind, resource) in places(&org).await {
        let expected: &[&str] =
            if kind == "api.project" { &["owner", "member", "viewer"] } else { &["owner", "reader"] };
        let word = kind.replace("api.", "");
        let listed = org.get(&format!("{place}/roles")).await.ok();
        let roles = listed["data"].as_array().unwrap();
        let built_in: Vec<&Value> = roles.iter().take_while(|role| role["predefined_role"] == true).collect();
        assert_eq!(built_in.len(), expected.len());
        for name in expected {
            let long = format!("role-api-{word}-{name}__api-{word}__{resource}");
            let role = built_in.iter().find(|role| role["id"] == long.as_str()).unwrap();
            assert_eq!(
                (&role["object"], &role["name"], &role["resource_type"]),
                (&json!("role"), &json!(name), &json!(kind))
            );
            assert!(role["description"].is_string() && !role["permissions"].as_array().unwrap().is_empty());
            for spelling in [long.clone(), format!("role-api-{word}-{name}")] {
                let path = format!("{place}/roles/{spelling}");
                assert_eq!(&org.get(&path).await.ok(), *role, "the long id is answered to the short one");
                org.post(&path, json!({"role_name": "x"})).await.refused(400);
                org.post(&path, json!({})).await.refused(400);
                org.delete(&path).await.refused(400);
            }
            let taken = json!({"role_name": name, "permissions": []});
            org.post(&format!("{place}/roles"), taken).await.refused(409);
        }
        for foreign in ["role-api-project-owner__api-project__proj_other", "role-api-project-king", "role_unknown"] {
            org.get(&format!("{place}/roles/{foreign}")).await.refused(404);
        }
    }
    org.get("/organization/roles/role-api-project-owner").await.refused(404);
    org.get("/projects/proj_unknown/roles").await.refused(404);
}

#[tokio::test]
async fn roles_of_ones_own_have_unique_names_where_they_are() {
    let org = Org::demo().await;
    let mut ids = Vec::new();
    for (place, kind, resource) in places(&org).await {
        let path = format!("{place}/roles");
        let body = json!({"role_name": "Librarian", "permissions": ["api.groups.read"], "description": "books"});
        let made = org.post(&path, body.clone()).await.ok();
        let id = id(&made);
        assert_eq!(
            made,
            json!({
                "object": "role", "id": id, "name": "Librarian", "description": "books",
                "permissions": ["api.groups.read"], "resource_type": kind, "predefined_role": false
            })
        );
        let prefix = if kind == "api.project" { format!("role_{resource}~") } else { "role_".to_owned() };
        assert_eq!(id.strip_prefix(&prefix).unwrap().len(), 32, "{id}");
        org.post(&path, body).await.refused(409);
        let second = org.post(&path, json!({"role_name": "Second", "permissions": []})).await.ok();
        assert_eq!((&second["permissions"], &second["description"]), (&json!([]), &json!(null)));
        let own = format!("{path}/{id}");
        org.post(&own, json!({"role_name": "Second"})).await.refused(409);
        assert_eq!(org.post(&own, json!({"role_name": "Librarian"})).await.ok(), made);
        let nulls = json!({"role_name": null, "permissions": null});
        assert_eq!(org.post(&own, nulls).await.ok(), made, "null changes nothing");
        let bare = org.post(&own, json!({"description": null})).await.ok();
        assert_eq!((&bare["description"], &bare["name"]), (&json!(null), &made["name"]), "null takes it away");
        assert_eq!(org.post(&own, json!({"permissions": []})).await.ok()["permissions"], json!([]));
        ids.push(id);
    }
    org.get(&format!("/organization/roles/{}", ids[1])).await.refused(404);
    let [_, (project, ..)] = places(&org).await;
    org.get(&format!("{project}/roles/{}", ids[0])).await.refused(404);
}

#[tokio::test]
async fn wrong_bodies_name_the_member() {
    let org = Org::demo().await;
    for (place, ..) in places(&org).await {
        for (body, param) in [
            (json!({"permissions": []}), "role_name"),
            (json!({"role_name": "", "permissions": []}), "role_name"),
            (json!({"role_name": 1, "permissions": []}), "role_name"),
            (json!({"role_name": "x"}), "permissions"),
            (json!({"role_name": "x", "permissions": null}), "permissions"),
            (json!({"role_name": "x", "permissions": "api.groups.read"}), "permissions"),
            (json!({"role_name": "x", "permissions": ["a", 5]}), "permissions[1]"),
            (json!({"role_name": "x", "permissions": [], "description": {}}), "description"),
        ] {
            let refusal = org.post(&format!("{place}/roles"), body.clone()).await.refused(400);
            assert_eq!(refusal["param"], param, "{body}");
        }
    }
    let tom = org.user("tom.becker@acme.example");
    for body in [json!({}), json!({"role_id": null}), json!({"role_id": 5}), json!({"role_id": ""})] {
        let refusal = org.post(&format!("/organization/users/{tom}/roles"), body).await.refused(400);
        assert_eq!(refusal["param"], "role_id");
    }
}

#[tokio::test]
async fn pages_of_roles_follow_their_cursor() {
    let org = Org::demo().await;
    let tom = org.user("tom.becker@acme.example");
    for (place, ..) in places(&org).await {
        if place.starts_with("/projects") {
            org.post(&format!("{place}/users/{tom}/roles"), json!({"role_id": "role-api-project-member"})).await.ok();
        }
        for number in 0..3 {
            let body = json!({"role_name": format!("Role {number}"), "permissions": []});
            let role = org.post(&format!("{place}/roles"), body).await.ok();
            org.post(&format!("{place}/users/{tom}/roles"), json!({"role_id": role["id"]})).await.ok();
        }
        for path in [format!("{place}/roles"), format!("{place}/users/{tom}/roles")] {
            let whole = org.get(&path).await.ok();
            let whole = whole["data"].as_array().unwrap();
            let (items, pages) = chain(&org, &format!("{path}?order=asc"), 2).await;
            assert_eq!((&items, pages), (whole, whole.len().div_ceil(2)), "{path}");
            let (mut items, _) = chain(&org, &format!("{path}?order=desc"), 2).await;
            items.reverse();
            assert_eq!(&items, whole, "{path}");
            assert_eq!(org.get(&format!("{path}?limit=0")).await.ok()["data"], json!([]));
            org.get(&format!("{path}?limit=1001")).await.refused(400);
            org.get(&format!("{path}?after=role_unknown")).await.refused(404);
        }
    }
}

#[tokio::test]
async fn the_built_in_role_of_a_member_shows_as_an_assignment_and_both_change_together() {
    let org = Org::demo().await;
    let tom = org.user("tom.becker@acme.example");
    let path = format!("/organization/users/{tom}");
    let roles = format!("{path}/roles");
    let names = async || texts(&org.get(&roles).await.ok(), "name");
    assert_eq!(names().await, ["reader"]);
    let given = org.post(&roles, json!({"role_id": "role-api-organization-owner"})).await.ok();
    let long = format!("role-api-organization-owner__api-organization__{}", org.sandbox.organization());
    assert_eq!(
        (&given["object"], &given["user"]["role"], &given["role"]["id"], &given["role"]["object"]),
        (&json!("user.role"), &json!("owner"), &json!(long), &json!("role"))
    );
    assert_eq!(
        (org.get(&path).await.ok()["role"].clone(), names().await),
        (json!("owner"), vec!["owner".into(), "reader".into()])
    );
    let held = org.get(&format!("{roles}/{long}")).await.ok();
    let source = json!([{"principal_id": tom, "principal_type": "user"}]);
    assert_eq!((&held["assignment_sources"], &held["created_at"], held.get("object")), (&source, &json!(null), None));
    org.get(&format!("{roles}/role-api-organization-owner")).await.refused(404);
    // To be a reader too is nothing new.
    org.post(&roles, json!({"role_id": "role-api-organization-reader"})).await.ok();
    assert_eq!(org.get(&path).await.ok()["role"], "owner");
    org.post(&path, json!({"role": "reader"})).await.ok();
    assert_eq!(names().await, ["reader"]);
    org.delete(&format!("{roles}/{long}")).await.refused(404);
    org.post(&path, json!({"role_id": long})).await.ok();
    let gone = org.delete(&format!("{roles}/role-api-organization-owner")).await.ok();
    assert_eq!(gone, json!({"object": "user.role.deleted", "deleted": true}));
    assert_eq!(org.get(&path).await.ok()["role"], "reader");
    for spelling in ["role-api-organization-reader".to_owned(), long.replace("owner", "reader")] {
        org.delete(&format!("{roles}/{spelling}")).await.refused(400);
    }
    org.get("/organization/users/user-unknown/roles").await.refused(404);
    org.post(&roles, json!({"role_id": "role_unknown"})).await.refused(404);
    org.post(&roles, json!({"role_id": "role-api-project-owner"})).await.refused(404);
}

#[tokio::test]
async fn the_last_owner_stays_one_on_this_way_too() {
    let org = Org::empty().await;
    let founder = org.user("olivia.park@acme.example");
    let path = format!("/organization/users/{founder}/roles/role-api-organization-owner");
    org.delete(&path).await.refused(400);
    let second = org.join("second@acme.example", "owner").await;
    org.delete(&path).await.ok();
    assert_eq!(org.sandbox.control().users().iter().filter(|user| user.id.as_str() == second).count(), 1);
}

#[tokio::test]
async fn a_role_of_ones_own_is_given_directly_and_through_groups() {
    let org = Org::demo().await;
    let tom = org.user("tom.becker@acme.example");
    let project = org.project("Search Relevance").await;
    org.post(&format!("/organization/projects/{project}/users"), json!({"user_id": tom, "role": "member"})).await.ok();
    let group = id(&org.post("/organization/groups", json!({"name": "Astronomers"})).await.ok());
    for (place, ..) in places(&org).await {
        let role = org.post(&format!("{place}/roles"), json!({"role_name": "R", "permissions": ["p"]})).await.ok();
        let role_id = id(&role);
        let of_user = format!("{place}/users/{tom}/roles");
        let of_group = format!("{place}/groups/{group}/roles");
        let given = org.post(&of_group, json!({"role_id": role_id})).await.ok();
        assert_eq!(
            (&given["object"], &given["group"]["id"], &given["role"]),
            (&json!("group.role"), &json!(group), &role)
        );
        if place == "/organization" {
            org.get(&format!("{of_user}/{role_id}")).await.refused(404);
            org.post(&format!("/organization/groups/{group}/users"), json!({"user_id": tom})).await.ok();
        }
        let from_group = json!({"principal_id": group, "principal_type": "group"});
        let from_user = json!({"principal_id": tom, "principal_type": "user"});
        let inherited = org.get(&format!("{of_user}/{role_id}")).await.ok();
        assert_eq!(inherited["assignment_sources"], json!([from_group]));
        assert_eq!(
            (&inherited["permissions"], &inherited["created_by"]),
            (&json!(["p"]), &json!(org.user("olivia.park@acme.example")))
        );
        org.delete(&format!("{of_user}/{role_id}")).await.refused(404);
        for _ in 0..2 {
            org.post(&of_user, json!({"role_id": role_id})).await.ok();
        }
        let both = org.get(&of_user).await.ok();
        let both = both["data"].as_array().unwrap().iter().filter(|held| held["id"] == role_id.as_str());
        let sources: Vec<&Value> = both.map(|held| &held["assignment_sources"]).collect();
        assert_eq!(sources, [&json!([from_user, from_group])]);
        org.delete(&format!("{of_user}/{role_id}")).await.ok();
        assert_eq!(org.get(&format!("{of_user}/{role_id}")).await.ok()["assignment_sources"], json!([from_group]));

        org.post(&of_user, json!({"role_id": role_id})).await.ok();
        let gone = org.delete(&format!("{place}/roles/{role_id}")).await.ok();
        assert_eq!(gone, json!({"object": "role.deleted", "id": role_id, "deleted": true}));
        for path in [&of_user, &of_group] {
            assert!(!texts(&org.get(path).await.ok(), "id").contains(&role_id), "nobody has a role that is gone");
        }
    }
}

#[tokio::test]
async fn a_member_takes_a_custom_role_by_its_id_too() {
    let org = Org::demo().await;
    let tom = org.user("tom.becker@acme.example");
    let role = id(&org.post("/organization/roles", json!({"role_name": "R", "permissions": []})).await.ok());
    let user = org.post(&format!("/organization/users/{tom}"), json!({"role_id": role})).await.ok();
    assert_eq!(user["role"], "reader");
    org.get(&format!("/organization/users/{tom}/roles/{role}")).await.ok();
}

#[tokio::test]
async fn the_membership_in_a_project_is_its_strongest_built_in_role() {
    let org = Org::demo().await;
    let project = org.project("Search Relevance").await;
    let tom = org.user("tom.becker@acme.example");
    let member = format!("/organization/projects/{project}/users/{tom}");
    let roles = format!("/projects/{project}/users/{tom}/roles");
    let names = async || texts(&org.get(&roles).await.ok(), "name");
    assert!(names().await.is_empty());
    let custom =
        org.post(&format!("/projects/{project}/roles"), json!({"role_name": "R", "permissions": []})).await.ok();
    org.post(&roles, json!({"role_id": custom["id"]})).await.refused(400);

    org.post(&roles, json!({"role_id": "role-api-project-viewer"})).await.ok();
    assert_eq!(org.get(&member).await.ok()["role"], "viewer");
    org.post(&roles, json!({"role_id": custom["id"]})).await.ok();
    org.post(&roles, json!({"role_id": "role-api-project-owner"})).await.ok();
    org.post(&roles, json!({"role_id": "role-api-project-member"})).await.ok();
    assert_eq!(org.get(&member).await.ok()["role"], "owner");
    assert_eq!(names().await, ["member", "owner", "viewer", "R"]);
    org.delete(&format!("{roles}/role-api-project-owner")).await.ok();
    assert_eq!(org.get(&member).await.ok()["role"], "member");
    org.delete(&format!("{roles}/role-api-project-viewer")).await.ok();
    assert_eq!(
        (names().await, org.get(&member).await.ok()["role"].clone()),
        (vec!["member".into(), "R".into()], json!("member"))
    );
    // The membership says the same in the other direction.
    org.post(&member, json!({"role": "owner"})).await.ok();
    assert_eq!(names().await, ["owner", "R"]);
    org.delete(&format!("{roles}/role-api-project-owner")).await.ok();
    org.get(&member).await.refused(404);
    assert!(names().await.is_empty(), "other roles end with the membership");
    org.delete(&format!("{roles}/role-api-project-owner")).await.refused(404);

    org.post(&format!("/organization/projects/{project}/users"), json!({"user_id": tom, "role": "member"})).await.ok();
    assert_eq!(names().await, ["member"]);
    org.post(&roles, json!({"role_id": custom["id"]})).await.ok();
    org.delete(&member).await.ok();
    assert!(names().await.is_empty());
}

#[tokio::test]
async fn who_is_in_a_project_through_a_group_can_have_more_there() {
    let org = Org::demo().await;
    let project = org.project("Search Relevance").await;
    let tom = org.user("tom.becker@acme.example");
    let group = id(&org.post("/organization/groups", json!({"name": "Astronomers"})).await.ok());
    org.post(&format!("/organization/groups/{group}/users"), json!({"user_id": tom})).await.ok();
    let body = json!({"group_id": group, "role": "role-api-project-viewer"});
    org.post(&format!("/organization/projects/{project}/groups"), body).await.ok();
    let custom =
        org.post(&format!("/projects/{project}/roles"), json!({"role_name": "R", "permissions": []})).await.ok();
    let roles = format!("/projects/{project}/users/{tom}/roles");
    org.post(&roles, json!({"role_id": custom["id"]})).await.ok();
    assert_eq!(texts(&org.get(&roles).await.ok(), "name"), ["viewer", "R"]);
}

#[tokio::test]
async fn owners_of_the_organization_own_every_project_and_nothing_here_changes_it() {
    let org = Org::demo().await;
    let project = org.project("Search Relevance").await;
    let jonas = org.user("jonas.lindqvist@acme.example");
    let roles = format!("/projects/{project}/users/{jonas}/roles");
    org.post(&roles, json!({"role_id": "role-api-project-viewer"})).await.ok();
    org.post(&format!("/organization/users/{jonas}"), json!({"role": "owner"})).await.ok();
    assert_eq!(texts(&org.get(&roles).await.ok(), "name"), ["owner"]);
    for refusal in [
        org.delete(&format!("{roles}/role-api-project-owner")).await.refused(400),
        org.post(&roles, json!({"role_id": "role-api-project-member"})).await.refused(400),
    ] {
        assert_eq!(refusal["code"], "user_organization_owner");
    }
    org.post(&format!("/organization/users/{jonas}"), json!({"role": "reader"})).await.ok();
    assert_eq!(texts(&org.get(&roles).await.ok(), "name"), ["owner", "viewer"], "what it was before");
}

#[tokio::test]
async fn every_change_has_its_event() {
    let org = Org::demo().await;
    let org_id = org.sandbox.organization().to_owned();
    let project = org.project("Search Relevance").await;
    let tom = org.user("tom.becker@acme.example");
    let start = org.sandbox.control().now().seconds();
    org.sandbox.control().advance(std::time::Duration::from_secs(1));
    let group = id(&org.post("/organization/groups", json!({"name": "A"})).await.ok());
    let own = format!("/organization/groups/{group}");
    org.post(&own, json!({"name": "B"})).await.ok();
    org.post(&own, json!({"name": "B"})).await.ok();
    org.post(&format!("{own}/users"), json!({"user_id": tom})).await.ok();
    let body = json!({"role_name": "R", "permissions": ["a", "b"]});
    let role = id(&org.post(&format!("/projects/{project}/roles"), body).await.ok());
    let path = format!("/projects/{project}/roles/{role}");
    org.post(&path, json!({"permissions": ["b", "c"], "description": "d", "role_name": "S"})).await.ok();
    org.post(&path, json!({"permissions": ["b", "c"], "role_name": "S"})).await.ok();
    let groups = format!("/organization/projects/{project}/groups");
    org.post(&groups, json!({"group_id": group, "role": role})).await.ok();
    org.delete(&format!("{groups}/{group}")).await.ok();
    org.post(&format!("/organization/users/{tom}/roles"), json!({"role_id": "role-api-organization-owner"})).await.ok();
    org.delete(&format!("/organization/users/{tom}/roles/role-api-organization-owner")).await.ok();
    org.post(&format!("/projects/{project}/users/{tom}/roles"), json!({"role_id": "role-api-project-owner"}))
        .await
        .ok();
    org.delete(&format!("/projects/{project}/users/{tom}/roles/role-api-project-owner")).await.ok();
    org.delete(&path).await.ok();
    org.delete(&own).await.ok();

    let log = org.get(&format!("/organization/audit_logs?limit=100&effective_at[gt]={start}")).await.ok();
    let mut events: Vec<(String, Value)> = Vec::new();
    for event in log["data"].as_array().unwrap().iter().rev() {
        let kind = event["type"].as_str().unwrap();
        events.push((kind.to_owned(), event[kind].clone()));
    }
    let assignment = |role: &str, kind: &str, principal: &str| {
        json!({
            "id": role, "principal_id": principal, "principal_type": kind,
            "resource_id": project, "resource_type": "api.project"
        })
    };
    let owner = format!("role-api-project-owner__api-project__{project}");
    let expected = [
        ("group.created", json!({"id": group, "data": {"group_name": "A"}})),
        ("group.updated", json!({"id": group, "changes_requested": {"group_name": "B"}})),
        (
            "role.created",
            json!({
                "id": role, "role_name": "R", "permissions": ["a", "b"], "resource_type": "api.project",
                "resource_id": project
            }),
        ),
        (
            "role.updated",
            json!({"id": role, "changes_requested": {
                "role_name": "S", "permissions_added": ["c"], "permissions_removed": ["a"], "description": "d",
                "resource_type": "api.project", "resource_id": project
            }}),
        ),
        ("role.assignment.created", assignment(&role, "group", &group)),
        ("role.assignment.deleted", assignment(&role, "group", &group)),
        ("user.updated", json!({"id": tom, "changes_requested": {"role": "owner"}})),
        ("user.updated", json!({"id": tom, "changes_requested": {"role": "reader"}})),
        ("role.assignment.created", assignment(&owner, "user", &tom)),
        ("role.assignment.deleted", assignment(&owner, "user", &tom)),
        ("role.deleted", json!({"id": role})),
        ("group.deleted", json!({"id": group})),
    ];
    let expected: Vec<(String, Value)> =
        expected.into_iter().map(|(kind, details)| (kind.to_owned(), details)).collect();
    assert_eq!(events, expected);

    let body = json!({"role_name": "R", "permissions": []});
    let role = id(&org.post("/organization/roles", body).await.ok());
    org.post(&format!("/organization/users/{tom}/roles"), json!({"role_id": role})).await.ok();
    let log = org.get("/organization/audit_logs?limit=1&event_types[]=role.assignment.created").await.ok();
    let details = &log["data"][0]["role.assignment.created"];
    assert_eq!((&details["resource_id"], &details["resource_type"]), (&json!(org_id), &json!("api.organization")));
}
