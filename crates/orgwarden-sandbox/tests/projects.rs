//! Projects, from creation to the archive.

mod common;

use common::{Org, texts};
use serde_json::json;

#[tokio::test]
async fn one_is_created_read_renamed_and_listed() {
    let org = Org::empty().await;
    let project =
        org.post("/organization/projects", json!({"name": "Site", "residency": "EU_STORAGE_PROCESSING"})).await.ok();
    assert_eq!(
        (&project["object"], &project["name"], &project["status"], &project["archived_at"], &project["residency"]),
        (
            &json!("organization.project"),
            &json!("Site"),
            &json!("active"),
            &json!(null),
            &json!("EU_STORAGE_PROCESSING")
        )
    );
    let path = format!("/organization/projects/{}", project["id"].as_str().unwrap());
    assert_eq!(org.get(&path).await.ok(), project);
    let key = json!({"type": "aws", "name": "k", "kms_arn": "k", "role_arn": "r", "external_id": "e"});
    let key = &org.post("/organization/external_keys", key).await.ok()["id"];
    assert_eq!(org.post(&path, json!({"name": "Sites", "external_key_id": key})).await.ok()["name"], "Sites");
    assert_eq!(&org.post(&path, json!({})).await.ok()["external_key_id"], key);
    org.post("/organization/projects", json!({"name": "Sites"})).await.ok();
    let list = org.get("/organization/projects").await.ok();
    assert_eq!(texts(&list, "name"), ["Sites", "Sites", "Default project"]);
    for (body, param) in [
        (json!({}), "name"),
        (json!({"name": " "}), "name"),
        (json!({"name": 5}), "name"),
        (json!({"name": "x", "residency": "MOON"}), "residency"),
        (json!({"name": "x", "residency": "GLOBAL", "geography": "us"}), "geography"),
    ] {
        assert_eq!(org.post("/organization/projects", body).await.refused(400)["param"], param);
    }
}

#[tokio::test]
async fn the_archive_is_for_ever_and_takes_keys_and_members() {
    let org = Org::demo().await;
    let id = org.project("Data Pipeline").await;
    let key = org.sandbox.control().add_key("chen.wei@acme.example", &id, "mine").unwrap().secret;
    let path = format!("/organization/projects/{id}");
    let archived = org.with(org.sandbox.admin_key(), "POST", &format!("{path}/archive"), None).await.ok();
    assert_eq!(archived["status"], "archived");
    assert!(archived["archived_at"].is_i64());
    org.with(&key, "GET", "/models", None).await.refused(401);

    let twice = org.post(&format!("{path}/archive"), json!({})).await.refused(400);
    assert_eq!(twice["code"], "project_archived");
    let chen = org.user("chen.wei@acme.example");
    let user = format!("{path}/users/{chen}");
    let add = json!({"user_id": chen, "role": "member"});
    for answer in [
        org.post(&path, json!({"name": "x"})).await,
        org.get(&format!("{path}/users")).await,
        org.post(&format!("{path}/users"), add).await,
        org.post(&user, json!({"role": "owner"})).await,
        org.delete(&user).await,
        org.get(&format!("{path}/api_keys")).await,
    ] {
        assert_eq!(answer.refused(400)["message"], "Project Data Pipeline is archived");
    }
    org.get(&path).await.ok();
    let names = texts(&org.get("/organization/projects").await.ok(), "name");
    assert_eq!(names, ["Search Relevance", "Support Assistant", "Default project"]);
    let all = org.get("/organization/projects?include_archived=true").await.ok();
    assert_eq!(all["data"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn the_default_project_stays_as_it_is() {
    let org = Org::empty().await;
    let path = format!("/organization/projects/{}", org.project("Default project").await);
    org.post(&path, json!({"name": "Mine"})).await.refused(400);
    org.post(&format!("{path}/archive"), json!({})).await.refused(400);
    assert_eq!(org.get(&path).await.ok()["name"], "Default project");
}

#[tokio::test]
async fn an_unknown_one_is_named_in_the_refusal() {
    let org = Org::empty().await;
    for path in ["", "/users", "/api_keys", "/users/user-1", "/api_keys/key_1"] {
        let refusal = org.get(&format!("/organization/projects/proj_abc{path}")).await.refused(404);
        assert_eq!(
            refusal,
            json!({"code": "project_not_found", "message": "The project proj_abc was not found",
                   "type": "invalid_request_error", "param": null})
        );
    }
}
