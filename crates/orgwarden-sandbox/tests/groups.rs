//! Groups: their names, their members, their projects, and what goes with them when they go.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{Org, chain, texts};
use serde_json::{Value, json};

async fn group(org: &Org, name: &str) -> String {
    let group = org.post("/organization/groups", json!({"name": name})).await.ok();
    group["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn answers_have_the_official_shapes() {
    let org = Org::demo().await;
    let made = org.post("/organization/groups", json!({"name": "Astronomers"})).await.ok();
    let id = made["id"].as_str().unwrap();
    assert!(id.len() == 32 && id.bytes().all(|letter| letter.is_ascii_hexdigit()), "{id}");
    let created_at = &made["created_at"];
    let full = json!({
        "id": id, "name": "Astronomers", "created_at": created_at, "is_scim_managed": false, "group_type": "group"
    });
    assert_eq!(made, full);
    let path = format!("/organization/groups/{id}");
    assert_eq!(org.get(&path).await.ok(), full);
    let renamed = org.post(&path, json!({"name": "Stars"})).await.ok();
    assert_eq!(renamed, json!({"id": id, "name": "Stars", "created_at": created_at, "is_scim_managed": false}));

    let tom = org.user("tom.becker@acme.example");
    let users = format!("{path}/users");
    let added = org.post(&users, json!({"user_id": tom})).await.ok();
    assert_eq!(added, json!({"object": "group.user", "user_id": tom, "group_id": id}));
    let listed = org.get(&users).await.ok();
    let short = json!({"id": tom, "name": "Tom Becker", "email": "tom.becker@acme.example"});
    assert_eq!(listed, json!({"object": "list", "data": [short], "has_more": false, "next": null}));
    assert_eq!(
        org.get(&format!("{users}/{tom}")).await.ok(),
        json!({
            "id": tom, "name": "Tom Becker", "email": "tom.becker@acme.example", "picture": null,
            "is_service_account": false, "user_type": "user"
        })
    );
    let gone = org.delete(&format!("{users}/{tom}")).await.ok();
    assert_eq!(gone, json!({"object": "group.user.deleted", "deleted": true}));
    assert_eq!(org.delete(&path).await.ok(), json!({"object": "group.deleted", "id": id, "deleted": true}));
}

#[tokio::test]
async fn names_are_unique_and_have_1_to_255_letters() {
    let org = Org::empty().await;
    let make = async |name: &str| org.post("/organization/groups", json!({"name": name})).await;
    let other = group(&org, "Other").await;
    make(&"ä".repeat(255)).await.ok();
    for name in ["", " ", &"a".repeat(256), "Other"] {
        assert_eq!(make(name).await.refused(422)["param"], "name", "{name}");
        if name != "Other" {
            org.post(&format!("/organization/groups/{other}"), json!({"name": name})).await.refused(400);
        }
    }
    for body in [json!({}), json!({"name": null}), json!({"name": 5}), json!({"name": ["a"]})] {
        assert_eq!(org.post("/organization/groups", body.clone()).await.refused(400)["param"], "name", "{body}");
    }
    let third = group(&org, "Third").await;
    let path = format!("/organization/groups/{third}");
    org.post(&path, json!({"name": "Other"})).await.refused(400);
    assert_eq!(org.post(&path, json!({"name": "Third"})).await.ok()["name"], "Third", "its own name is not taken");
    org.delete(&format!("/organization/groups/{other}")).await.ok();
    org.post(&path, json!({"name": "Other"})).await.ok();
    for (method, body) in [("GET", None), ("POST", Some(json!({"name": "x"}))), ("DELETE", None)] {
        org.with(org.sandbox.admin_key(), method, "/organization/groups/nobody", body.as_ref()).await.refused(404);
    }
}

#[tokio::test]
async fn lists_are_cut_into_pages_by_an_opaque_cursor() {
    let org = Org::demo().await;
    let mut ids = Vec::new();
    for number in 0..7 {
        ids.push(group(&org, &format!("Group {number}")).await);
    }
    let known = org.get("/organization/groups?limit=1000").await.ok()["data"].as_array().unwrap().len() - ids.len();
    let names =
        |items: Vec<Value>| items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let (items, pages) = chain(&org, "/organization/groups?order=asc", 3).await;
    assert_eq!((&names(items)[known..], pages), (&ids[..], (known + 7).div_ceil(3)));
    let (items, _) = chain(&org, "/organization/groups?order=desc", 3).await;
    ids.reverse();
    assert_eq!(names(items)[..7], ids);

    let first = org.get("/organization/groups?limit=2&order=desc").await.ok();
    assert!(first.get("last_id").is_none() && first.get("first_id").is_none());
    let by_id = org.get(&format!("/organization/groups?limit=2&order=desc&after={}", ids[1])).await.ok();
    let next = first["next"].as_str().unwrap();
    assert_ne!(next, ids[1], "opaque");
    assert_eq!(by_id, org.get(&format!("/organization/groups?limit=2&order=desc&after={next}")).await.ok());
    let none = org.get("/organization/groups?limit=0").await.ok();
    assert_eq!(none, json!({"object": "list", "data": [], "has_more": false, "next": null}));
    for query in ["limit=1001", "limit=-1", "order=up"] {
        org.get(&format!("/organization/groups?{query}")).await.refused(400);
    }
    org.get("/organization/groups?after=unknown").await.refused(404);

    let path = format!("/organization/groups/{}/users", ids[0]);
    for email in ["tom.becker@acme.example", "chen.wei@acme.example", "yuki.tanaka@acme.example"] {
        org.sandbox.control().advance(std::time::Duration::from_secs(1));
        org.post(&path, json!({"user_id": org.user(email)})).await.ok();
    }
    assert_eq!(texts(&org.get(&path).await.ok(), "name"), ["Yuki Tanaka", "Chen Wei", "Tom Becker"]);
    let (items, pages) = chain(&org, &format!("{path}?order=asc"), 1).await;
    assert_eq!((items.len(), pages, &items[0]["name"]), (3, 3, &json!("Tom Becker")));
}

#[tokio::test]
async fn nobody_joins_twice_or_leaves_twice() {
    let org = Org::demo().await;
    let users = format!("/organization/groups/{}/users", group(&org, "Astronomers").await);
    let (tom, chen) = (org.user("tom.becker@acme.example"), org.user("chen.wei@acme.example"));
    org.post(&users, json!({"user_id": tom})).await.ok();
    org.post(&users, json!({"user_id": tom})).await.refused(409);
    org.delete(&format!("{users}/{chen}")).await.refused(409);
    org.get(&format!("{users}/{chen}")).await.refused(404);
    org.delete(&format!("{users}/user-unknown")).await.refused(404);
    org.post(&users, json!({"user_id": "user-unknown"})).await.refused(404);
    assert_eq!(org.post(&users, json!({})).await.refused(400)["param"], "user_id");
    org.delete(&format!("{users}/{tom}")).await.ok();
    org.delete(&format!("{users}/{tom}")).await.refused(409);
    org.get("/organization/groups/nobody/users").await.refused(404);
}

#[tokio::test]
async fn groups_of_the_identity_provider_are_changed_there_only() {
    let org = Org::demo().await;
    let control = org.sandbox.control();
    let id = control.provision_group("Everybody", &["tom.becker@acme.example", "chen.wei@acme.example"]).unwrap();
    let path = format!("/organization/groups/{id}");
    assert_eq!(org.get(&path).await.ok()["is_scim_managed"], true);
    let (tom, yuki) = (org.user("tom.becker@acme.example"), org.user("yuki.tanaka@acme.example"));
    org.post(&path, json!({"name": "Nobody"})).await.refused(403);
    org.delete(&path).await.refused(403);
    org.post(&format!("{path}/users"), json!({"user_id": yuki})).await.refused(403);
    org.delete(&format!("{path}/users/{tom}")).await.refused(403);
    assert_eq!(org.get(&format!("{path}/users")).await.ok()["data"].as_array().unwrap().len(), 2);
    // What it may do is decided here.
    let given = org.post(&format!("{path}/roles"), json!({"role_id": "role-api-organization-reader"})).await.ok();
    assert_eq!((&given["group"]["scim_managed"], &given["group"]["object"]), (&json!(true), &json!("group")));

    let body = json!({"name": "Everybody", "members": [yuki]});
    assert_eq!(org.page("POST", "/sandbox/groups", Some(body)).await.ok()["id"], id);
    assert_eq!(texts(&org.get(&format!("{path}/users")).await.ok(), "id"), [yuki]);
    group(&org, "Ours").await;
    assert_eq!(org.page("POST", "/sandbox/groups", Some(json!({"name": "Ours"}))).await.status, 409);
}

#[tokio::test]
async fn whom_the_identity_provider_manages_is_shown_and_not_protected() {
    let org = Org::demo().await;
    let tom = org.user("tom.becker@acme.example");
    let path = format!("/organization/users/{tom}");
    let shown = async || org.get(&path).await.ok()["is_scim_managed"].clone();
    assert_eq!(shown().await, false);
    org.sandbox.control().provision_user(&tom, true).unwrap();
    assert_eq!(shown().await, true);
    let managed = |user: &str, is_scim_managed: bool| Some(json!({"user": user, "is_scim_managed": is_scim_managed}));
    assert_eq!(org.page("POST", "/sandbox/users", managed("Tom.Becker@acme.example", false)).await.ok()["id"], tom);
    assert_eq!(shown().await, false);
    assert_eq!(org.page("POST", "/sandbox/users", managed("nobody", true)).await.status, 404);
    org.sandbox.control().provision_user(&tom, true).unwrap();
    org.delete(&path).await.ok();
}

#[tokio::test]
async fn a_group_in_a_project_has_its_role_as_an_assignment() {
    let org = Org::demo().await;
    let project = org.project("Search Relevance").await;
    let path = format!("/organization/projects/{project}/groups");
    let id = group(&org, "Astronomers").await;
    let body = json!({"group_id": id, "role": "role-api-project-viewer"});
    let added = org.post(&path, body.clone()).await.ok();
    let expected = json!({
        "object": "project.group", "project_id": project, "group_id": id, "group_name": "Astronomers",
        "group_type": "group", "created_at": added["created_at"]
    });
    assert_eq!(added, expected);
    assert_eq!(org.get(&format!("{path}/{id}")).await.ok(), expected);
    let long = format!("role-api-project-viewer__api-project__{project}");
    let roles = format!("/projects/{project}/groups/{id}/roles");
    assert_eq!(texts(&org.get(&roles).await.ok(), "id"), [long.as_str()]);
    let twice = org.post(&path, body).await.refused(409);
    assert!(twice["message"].as_str().unwrap().contains("already exists in project"), "{twice}");

    org.get(&format!("{path}/{id}?group_type=tenant_group")).await.refused(404);
    org.get(&format!("{path}/{id}?group_type=family")).await.refused(400);
    let other = group(&org, "Botanists").await;
    for (body, status) in [
        (json!({"group_id": other}), 400),
        (json!({"role": "role-api-project-viewer"}), 400),
        (json!({"group_id": "nobody", "role": "role-api-project-viewer"}), 404),
        (json!({"group_id": other, "role": "member"}), 404),
        (json!({"group_id": other, "role": "role-api-organization-owner"}), 404),
        (json!({"group_id": other, "role": "role-api-project-owner__api-project__proj_other"}), 404),
    ] {
        org.post(&path, body.clone()).await.refused(status);
    }
    for query in ["limit=101", "limit=-1"] {
        org.get(&format!("{path}?{query}")).await.refused(400);
    }

    // Without a role it stays; its removal takes its roles along.
    org.delete(&format!("{roles}/{long}")).await.ok();
    org.get(&format!("{path}/{id}")).await.ok();
    org.post(&roles, json!({"role_id": long})).await.ok();
    assert_eq!(
        org.delete(&format!("{path}/{id}")).await.ok(),
        json!({"object": "project.group.deleted", "deleted": true})
    );
    assert_eq!(org.get(&roles).await.ok()["data"], json!([]));
    org.delete(&format!("{path}/{id}")).await.refused(404);
    org.get(&format!("{path}/{id}")).await.refused(404);
    // A role brings it back.
    org.post(&roles, json!({"role_id": long})).await.ok();
    org.get(&format!("{path}/{id}")).await.ok();
}

#[tokio::test]
async fn deletions_leave_nothing_behind() {
    let org = Org::demo().await;
    let (project, other) = (org.project("Search Relevance").await, org.project("Data Pipeline").await);
    let (tom, yuki) = (org.user("tom.becker@acme.example"), org.user("yuki.tanaka@acme.example"));
    let id = group(&org, "Astronomers").await;
    for user in [&tom, &yuki] {
        org.post(&format!("/organization/groups/{id}/users"), json!({"user_id": user})).await.ok();
    }
    for project in [&project, &other] {
        let body = json!({"group_id": id, "role": "role-api-project-member"});
        org.post(&format!("/organization/projects/{project}/groups"), body).await.ok();
    }
    let inherited = async |project: &str, user: &str| {
        let roles = org.get(&format!("/projects/{project}/users/{user}/roles")).await.ok();
        let sources: Vec<Value> =
            roles["data"].as_array().unwrap().iter().map(|r| r["assignment_sources"].clone()).collect();
        json!(sources).to_string().contains(&id)
    };
    assert!(inherited(&project, &tom).await && inherited(&other, &yuki).await);

    org.delete(&format!("/organization/users/{tom}")).await.ok();
    assert_eq!(texts(&org.get(&format!("/organization/groups/{id}/users")).await.ok(), "id"), [yuki.as_str()]);
    org.post(&format!("/organization/projects/{other}/archive"), json!({})).await.ok();
    for path in [
        format!("/organization/projects/{other}/groups"),
        format!("/projects/{other}/roles"),
        format!("/projects/{other}/users/{yuki}/roles"),
        format!("/projects/{other}/groups/{id}/roles"),
    ] {
        let refusal = org.get(&path).await.refused(400);
        assert!(refusal["message"].as_str().unwrap().contains("is archived"), "{path}: {refusal}");
    }
    org.delete(&format!("/organization/groups/{id}")).await.ok();
    assert!(!inherited(&project, &yuki).await);
    assert_eq!(org.get(&format!("/organization/projects/{project}/groups")).await.ok()["data"], json!([]));
    org.get(&format!("/organization/groups/{id}/users")).await.refused(404);
    org.get(&format!("/organization/groups/{id}/roles")).await.refused(404);
}
