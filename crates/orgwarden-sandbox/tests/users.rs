//! Members: list, read, change, remove.

mod common;

use common::{Org, texts};
use serde_json::json;

#[tokio::test]
async fn the_list_is_in_the_official_shape_and_newest_first() {
    let org = Org::demo().await;
    let page = org.get("/organization/users").await;
    assert_eq!(page.headers["openai-version"], "2020-10-01");
    assert!(page.headers["x-request-id"].to_str().unwrap().starts_with("req_"));
    let page = page.ok();
    assert_eq!((&page["object"], &page["has_more"]), (&json!("list"), &json!(false)));
    let users = page["data"].as_array().unwrap();
    assert_eq!(users.len(), 12);
    assert_eq!((&page["first_id"], &page["last_id"]), (&users[0]["id"], &users[11]["id"]));
    let newest = &users[0];
    assert_eq!(
        (&newest["object"], &newest["name"], &newest["email"], &newest["role"]),
        (
            &json!("organization.user"),
            &json!("Diego Fernández"),
            &json!("diego.fernandez@acme.example"),
            &json!("reader")
        )
    );
    assert!(users.windows(2).all(|pair| pair[0]["added_at"].as_i64() >= pair[1]["added_at"].as_i64()));
}

#[tokio::test]
async fn the_filter_by_address_is_exact_and_takes_every_spelling_of_a_list() {
    let org = Org::demo().await;
    for query in [
        "emails[]=TOM.becker@acme.example&emails[]=chen.wei@acme.example&emails[]=nobody@acme.example",
        "emails%5B%5D=tom.becker%40acme.example&emails%5B%5D=chen.wei%40acme.example",
        "emails=tom.becker@acme.example&emails=chen.wei@acme.example&limit=100",
        "emails[0]=tom.becker@acme.example&emails[1]=chen.wei@acme.example",
    ] {
        let page = org.get(&format!("/organization/users?{query}")).await.ok();
        assert_eq!(texts(&page, "name"), ["Tom Becker", "Chen Wei"], "{query}");
    }
    let page = org.get("/organization/users?emails=becker").await.ok();
    assert_eq!((page["data"].as_array().unwrap().len(), &page["last_id"]), (0, &json!(null)));
    let page = org.get("/organization/users?limit=1&emails=tom.becker@acme.example&emails=chen.wei@acme.example").await;
    assert_eq!(page.ok()["has_more"], true);
}

#[tokio::test]
async fn roles_change_by_word_and_by_id() {
    let org = Org::demo().await;
    let path = format!("/organization/users/{}", org.user("tom.becker@acme.example"));
    assert_eq!(org.post(&path, json!({"role": "owner"})).await.ok()["role"], "owner");
    assert_eq!(org.get(&path).await.ok()["role"], "owner");
    let long = format!("role-api-organization-reader__api-organization__{}", org.sandbox.organization());
    assert_eq!(org.post(&path, json!({"role_id": long})).await.ok()["role"], "reader");
    assert_eq!(org.post(&path, json!({"role_id": "role-api-organization-owner"})).await.ok()["role"], "owner");
    assert_eq!(org.post(&path, json!({})).await.ok()["role"], "owner", "nothing said, nothing changed");
    assert_eq!(org.post(&path, json!({"role": null})).await.ok()["role"], "owner");
    let user = org.post(&path, json!({"technical_level": "high", "developer_persona": "data"})).await.ok();
    assert_eq!((&user["technical_level"], &user["developer_persona"]), (&json!("high"), &json!("data")));

    let both = org.post(&path, json!({"role": "reader", "role_id": "role-api-organization-owner"})).await;
    assert_eq!(both.refused(400)["type"], "invalid_request_error");
    org.post(&path, json!({"role_id": "role-unknown"})).await.refused(404);
    let member = org.post(&path, json!({"role": "member"})).await.refused(400);
    assert_eq!((&member["param"], &member["code"]), (&json!("role"), &json!("invalid_value")));
    org.post("/organization/users/user-unknown", json!({"role": "owner"})).await.refused(404);
}

#[tokio::test]
async fn removal_takes_memberships_and_keys_along_but_not_service_accounts() {
    let org = Org::demo().await;
    let control = org.sandbox.control();
    let chen = org.user("chen.wei@acme.example");
    let project = org.project("Data Pipeline").await;
    let personal = control.add_key(&chen, &project, "mine").unwrap().secret;
    let robot = control.add_service_account(&project, "robot").unwrap();
    let machine = control.add_key(&robot, &project, "machine").unwrap().secret;
    org.with(&personal, "GET", "/models", None).await.ok();

    let gone = org.delete(&format!("/organization/users/{chen}")).await.ok();
    assert_eq!(gone, json!({"object": "organization.user.deleted", "id": chen, "deleted": true}));
    org.get(&format!("/organization/users/{chen}")).await.refused(404);
    org.delete(&format!("/organization/users/{chen}")).await.refused(404);
    let page = org.get("/organization/users?emails[]=chen.wei@acme.example").await.ok();
    assert_eq!(page["data"], json!([]));
    org.get(&format!("/organization/projects/{project}/users/{chen}")).await.refused(404);
    let keys = org.get(&format!("/organization/projects/{project}/api_keys?owner_project_access=any")).await.ok();
    assert!(!keys.to_string().contains(&chen), "{keys}");

    let dead = org.with(&personal, "GET", "/models", None).await.refused(401);
    assert_eq!(dead["code"], "invalid_api_key");
    org.with(&machine, "GET", "/models", None).await.ok();
}

#[tokio::test]
async fn the_last_owner_stays_and_an_owner_who_leaves_takes_the_admin_keys_along() {
    let org = Org::empty().await;
    let founder = org.user("olivia.park@acme.example");
    let path = format!("/organization/users/{founder}");
    assert_eq!(org.delete(&path).await.refused(400)["type"], "invalid_request_error");
    org.post(&path, json!({"role": "reader"})).await.refused(400);
    org.post(&path, json!({"role": "owner"})).await.ok();

    let second = org.join("second@acme.example", "owner").await;
    let key = org.sandbox.control().add_admin_key(&second, "second", None).unwrap().secret;
    org.delete(&path).await.ok();
    let dead = org.get("/organization/users").await.refused(401);
    assert_eq!(dead["code"], "invalid_api_key");
    org.with(&key, "GET", "/organization/users", None).await.ok();
}

#[tokio::test]
async fn the_admin_key_of_a_demoted_owner_lacks_every_scope() {
    let org = Org::demo().await;
    let marcus = org.user("marcus.reyes@acme.example");
    let key = org.sandbox.control().add_admin_key(&marcus, "his", None).unwrap().secret;
    org.with(&key, "GET", "/organization/users", None).await.ok();
    org.post(&format!("/organization/users/{marcus}"), json!({"role": "reader"})).await.ok();
    let refusal = org.with(&key, "GET", "/organization/users", None).await.refused(403);
    assert!(refusal.as_str().unwrap().contains("Missing scopes: api.management.read."), "{refusal}");
}
