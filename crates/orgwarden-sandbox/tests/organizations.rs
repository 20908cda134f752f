//! Several organizations in one sandbox.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::num::NonZeroUsize;

use common::{Org, texts};
use orgwarden_sandbox::{Limits, Options, Seed};
use serde_json::json;

async fn two(options: Options) -> (Org, Vec<(String, String)>) {
    let org = Org::start(Options { organizations: NonZeroUsize::new(2).unwrap(), ..options }).await;
    let homes = org.sandbox.organizations().map(|(id, key)| (id.to_owned(), key.to_owned())).collect();
    (org, homes)
}

#[tokio::test]
async fn every_key_sees_its_own_organization_only() {
    let (org, homes) = two(Options { seed: Seed::Demo, ..Options::default() }).await;
    let [(first, key), (second, other_key)] = homes.as_slice() else { panic!("{homes:?}") };
    assert_ne!(first, second);
    let body = json!({"email": "ada@x.io", "role": "reader", "projects": []});
    org.with(other_key, "POST", "/organization/invites", Some(&body)).await.ok();
    let invited = async |key: &str| {
        let invites = org.with(key, "GET", "/organization/invites", None).await.ok();
        texts(&invites, "email").contains(&"ada@x.io".to_owned())
    };
    assert!(invited(other_key).await && !invited(key).await);

    // An id of the other organization is unknown, and so is the organization itself.
    let users = org.with(other_key, "GET", "/organization/users", None).await.ok();
    let stranger = texts(&users, "id").remove(0);
    org.with(key, "GET", &format!("/organization/users/{stranger}"), None).await.refused(404);
    org.with(other_key, "GET", &format!("/organization/users/{stranger}"), None).await.ok();
    org.with(key, "GET", &format!("/organizations/{second}/users"), None).await.refused(404);
    let control = org.sandbox.control().of(second).unwrap();
    assert_eq!(control.invites().len(), org.sandbox.control().invites().len() + 1);
    // Asked for no other, a control asks for its own.
    let (_, state) = control.request("GET /sandbox", "").await;
    assert!(state.contains(&format!("\"organization\":\"{second}\"")), "{state}");
    let (_, state) = control.request(&format!("GET /sandbox?organization={first}"), "").await;
    assert!(state.contains(&format!("\"organization\":\"{first}\"")), "{state}");
    assert!(org.sandbox.control().of("org-unknown").is_err());
}

#[tokio::test]
async fn a_key_on_the_wrong_organization_is_refused() {
    let (org, homes) = two(Options::default()).await;
    let url = format!("{}/organization/users", org.sandbox.base_url());
    for (key_of, named, status) in [(0, 0, 200), (0, 1, 401), (1, 0, 401), (1, 1, 200)] {
        let request = org.client.get(&url).bearer_auth(&homes[key_of].1).header("openai-organization", &homes[named].0);
        let response = request.send().await.unwrap();
        assert_eq!(response.status().as_u16(), status, "key of {key_of}, organization {named}");
        if status == 401 {
            assert!(response.text().await.unwrap().contains("mismatched_organization"));
        }
    }
}

#[tokio::test]
async fn limits_are_counted_for_each_organization() {
    let limits = Limits::Bucket { capacity: 1, seconds: 1e6 };
    let (org, homes) = two(Options { limits, ..Options::default() }).await;
    for (_, key) in &homes {
        org.with(key, "GET", "/organization/users", None).await.ok();
        assert_eq!(org.with(key, "GET", "/organization/users", None).await.status, 429);
    }
}

#[tokio::test]
async fn controls_name_the_organization_that_they_mean() {
    let (org, homes) = two(Options { seed: Seed::Demo, ..Options::default() }).await;
    let (second, key) = &homes[1];
    let state = org.page("GET", &format!("/sandbox?organization={second}"), None).await.ok();
    assert_eq!(state["organization"], json!(second));
    assert_eq!(state["organizations"], json!([homes[0].0, second]));
    assert_eq!(org.page("GET", "/sandbox?organization=org-unknown", None).await.status, 404);
    org.page("POST", &format!("/sandbox/reset?organization={second}"), Some(json!({"seed": "empty"}))).await.ok();
    let count = async |key: &str| {
        org.with(key, "GET", "/organization/users", None).await.ok()["data"].as_array().unwrap().len()
    };
    assert_eq!((count(org.sandbox.admin_key()).await, count(key).await), (12, 1));

    // The link in a mail leads to its own organization.
    let body = json!({"email": "ada@x.io", "role": "reader"});
    org.with(key, "POST", "/organization/invites", Some(&body)).await.ok();
    let mail = org.sandbox.control().of(second).unwrap().inbox().remove(0);
    let form = org.client.post(mail.link.unwrap()).header("content-type", "application/x-www-form-urlencoded");
    let page = form.body("address=ada%40x.io").send().await.unwrap();
    let (status, text) = (page.status().as_u16(), page.text().await.unwrap());
    assert_eq!(status, 200, "{text}");
    assert!(text.contains(&format!("/sandbox/inbox?organization={second}")), "{text}");
    assert_eq!((count(org.sandbox.admin_key()).await, count(key).await), (12, 2));
}

#[tokio::test]
async fn each_organization_has_a_file_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let data = Some(folder.path().join("acme.sqlite"));
    let (org, homes) = two(Options { data: data.clone(), ..Options::default() }).await;
    org.sandbox.stop().await;
    assert!(folder.path().join("acme-2.sqlite").exists());
    let (_again, same) = two(Options { data, ..Options::default() }).await;
    assert_eq!(homes, same);
}
