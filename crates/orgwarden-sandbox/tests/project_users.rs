//! Members of a project.

mod common;

use common::{Org, texts};
use serde_json::json;

#[tokio::test]
async fn somebody_is_added_changed_and_removed() {
    let org = Org::demo().await;
    let path = format!("/organization/projects/{}/users", org.project("Search Relevance").await);
    let tom = org.user("tom.becker@acme.example");
    let member = org.post(&path, json!({"user_id": tom, "role": "member"})).await.ok();
    assert_eq!(
        (&member["object"], &member["id"], &member["email"], &member["role"]),
        (&json!("organization.project.user"), &json!(tom), &json!("tom.becker@acme.example"), &json!("member"))
    );
    assert!(member["added_at"].is_i64());
    let own = format!("{path}/{tom}");
    assert_eq!(org.get(&own).await.ok(), member);
    assert_eq!(texts(&org.get(&path).await.ok(), "id")[0], tom);
    let twice = org.post(&path, json!({"email": "TOM.becker@acme.example", "role": "owner"})).await.refused(409);
    assert!(twice["message"].as_str().unwrap().contains("already exists in project"), "{twice}");
    assert_eq!(org.post(&own, json!({"role": "owner"})).await.ok()["role"], "owner");
    assert_eq!(org.post(&own, json!({})).await.ok()["role"], "owner");
    org.post(&own, json!({"role": "viewer"})).await.refused(400);
    let gone = org.delete(&own).await.ok();
    assert_eq!(gone, json!({"object": "organization.project.user.deleted", "id": tom, "deleted": true}));
    org.delete(&own).await.refused(404);
    org.get(&own).await.refused(404);
    org.post(&own, json!({"role": "owner"})).await.refused(404);
}

#[tokio::test]
async fn exactly_one_name_is_needed_and_it_must_be_a_member() {
    let org = Org::demo().await;
    let path = format!("/organization/projects/{}/users", org.project("Search Relevance").await);
    let tom = org.user("tom.becker@acme.example");
    org.post(&path, json!({"role": "member"})).await.refused(400);
    org.post(&path, json!({"user_id": tom, "email": "tom.becker@acme.example", "role": "member"})).await.refused(400);
    org.post(&path, json!({"user_id": tom})).await.refused(400);
    org.post(&path, json!({"user_id": tom, "role": "viewer"})).await.refused(400);
    org.post(&path, json!({"user_id": "user-unknown", "role": "member"})).await.refused(404);
    org.post(&path, json!({"email": "stranger@x.io", "role": "member"})).await.refused(400);
    org.post(&path, json!({"user_id": null, "email": "tom.becker@acme.example", "role": "member"})).await.ok();
}

#[tokio::test]
async fn owners_of_the_organization_are_in_every_project_and_cannot_be_touched_there() {
    let org = Org::demo().await;
    let path = format!("/organization/projects/{}/users", org.project("Search Relevance").await);
    let marcus = org.user("marcus.reyes@acme.example");
    let list = org.get(&path).await.ok();
    assert!(texts(&list, "id").contains(&marcus) && list["data"].as_array().unwrap().len() == 5, "{list}");
    let own = format!("{path}/{marcus}");
    assert_eq!(org.get(&own).await.ok()["role"], "owner");
    for refusal in [org.delete(&own).await.refused(400), org.post(&own, json!({"role": "member"})).await.refused(400)] {
        assert_eq!(refusal["code"], "user_organization_owner");
    }
    org.post(&path, json!({"user_id": marcus, "role": "member"})).await.refused(409);

    // A membership from before the promotion holds again after the demotion.
    let jonas = org.user("jonas.lindqvist@acme.example");
    let yuki = org.user("yuki.tanaka@acme.example");
    for id in [&jonas, &yuki, &marcus] {
        org.post(&format!("/organization/users/{id}"), json!({"role": "owner"})).await.ok();
        org.post(&format!("/organization/users/{id}"), json!({"role": "reader"})).await.ok();
    }
    assert_eq!(org.get(&format!("{path}/{jonas}")).await.ok()["role"], "owner");
    assert_eq!(org.get(&format!("{path}/{yuki}")).await.ok()["role"], "member");
    org.get(&own).await.refused(404);
}
