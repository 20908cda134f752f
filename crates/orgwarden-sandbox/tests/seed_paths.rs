//! The paths of old examples, as `curl` would send them.

mod common;

use common::{Org, texts};

#[tokio::test]
async fn list_delete_and_list_again() {
    let org = Org::demo().await;
    let users = format!("/organizations/{}/users", org.sandbox.organization());
    let list = org.get(&users).await.ok();
    let position = texts(&list, "email").iter().position(|email| email == "sofia.rossi@acme.example").unwrap();
    let id = list["data"][position]["id"].as_str().unwrap();
    assert_eq!(list["data"][position]["role"], "reader");
    assert_eq!(org.get(&format!("{users}/{id}")).await.ok()["id"], id);
    assert_eq!(org.delete(&format!("{users}/{id}")).await.ok()["deleted"], true);
    assert!(!texts(&org.get(&users).await.ok(), "id").iter().any(|other| other == id));
    org.delete(&format!("{users}/{id}")).await.refused(404);
}

#[tokio::test]
async fn the_hiccups_of_the_examples() {
    let org = Org::demo().await;
    let users = format!("/organizations/{}/users", org.sandbox.organization());
    let project = org.project("Support Assistant").await;
    let key = org.sandbox.control().add_key("priya.natarajan@acme.example", &project, "mine").unwrap().secret;
    org.with(&key, "GET", &users, None).await.refused(403);
    org.get("/organizations/org-other/users").await.refused(404);
    org.delete(&format!("/organizations/org-other/users/{}", org.user("sofia.rossi@acme.example"))).await.refused(404);
    org.get(&format!("{users}/user-unknown")).await.refused(404);
    org.with(org.sandbox.admin_key(), "POST", &users, None).await.refused(405);
    org.get(&format!("/organizations/{}/invites", org.sandbox.organization())).await.refused(404);
    org.sandbox.control().set_limits("1/60".parse().unwrap());
    org.get(&users).await.ok();
    org.get(&users).await.refused(429);
    org.get("/organization/users").await.refused(429);
}
