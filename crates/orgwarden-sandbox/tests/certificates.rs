//! Certificates.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{Org, all, texts};
use serde_json::{Value, json};

const PATH: &str = "/organization/certificates";
const CONTENT: &str = include_str!("common/certificate.pem");

async fn upload(org: &Org, name: &str) -> String {
    let made = org.post(PATH, json!({"certificate": CONTENT, "name": name})).await.ok();
    made["id"].as_str().unwrap().to_owned()
}

async fn is_active(org: &Org, path: &str, id: &str) -> bool {
    let list = org.get(path).await.ok();
    list["data"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()["active"].as_bool().unwrap()
}

#[tokio::test]
async fn the_content_is_shown_only_when_asked_for() {
    let org = Org::empty().await;
    let made = org.post(PATH, json!({"certificate": CONTENT})).await.ok();
    let id = made["id"].as_str().unwrap();
    let expected = json!({
        "object": "certificate", "id": id, "name": null, "created_at": made["created_at"],
        "certificate_details": {"valid_at": 1_767_225_600, "expires_at": 2_082_758_400},
    });
    assert_eq!(made, expected);
    assert_eq!(org.get(&format!("{PATH}/{id}")).await.ok(), expected);
    for query in ["include[]=content", "include%5B%5D=content", "include=content"] {
        let whole = org.get(&format!("{PATH}/{id}?{query}")).await.ok();
        assert_eq!(whole["certificate_details"]["content"], CONTENT);
    }
    assert_eq!(org.get(&format!("{PATH}/{id}?include[]=key")).await.refused(400)["param"], "include");
    let mut listed = expected;
    listed["object"] = json!("organization.certificate");
    listed["active"] = json!(false);
    assert_eq!(org.get(PATH).await.ok()["data"], json!([listed]));
}

#[tokio::test]
async fn what_is_no_certificate_is_refused() {
    let org = Org::empty().await;
    let cut = &CONTENT[..CONTENT.len() / 2];
    for (body, param) in [
        (json!({}), "certificate"),
        (json!({"certificate": ""}), "certificate"),
        (json!({"certificate": "MIIB"}), "certificate"),
        (json!({"certificate": cut}), "certificate"),
        (json!({"certificate": "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----\n"}), "certificate"),
        (json!({"certificate": format!("{CONTENT}{CONTENT}")}), "certificate"),
        (json!({"certificate": CONTENT, "name": 5}), "name"),
        (json!({"certificate": CONTENT, "name": ""}), "name"),
        (json!({"certificate": CONTENT, "name": null}), "name"),
    ] {
        assert_eq!(org.post(PATH, body).await.refused(400)["param"], param);
    }
    assert_eq!(org.get(PATH).await.ok()["data"], json!([]));
}

#[tokio::test]
async fn the_levels_are_independent_and_deletion_needs_both_to_be_inactive() {
    let org = Org::empty().await;
    let project = org.post("/organization/projects", json!({"name": "Site"})).await.ok();
    let project = format!("/organization/projects/{}", project["id"].as_str().unwrap());
    let trusted = format!("{project}/certificates");
    let id = upload(&org, "one").await;
    let ids = json!({"certificate_ids": [id]});
    let one = format!("{PATH}/{id}");

    let answer = org.post(&format!("{trusted}/activate"), ids.clone()).await.ok();
    assert_eq!(answer["object"], "organization.project.certificate.activation");
    assert_eq!(answer["data"][0]["object"], "organization.project.certificate");
    assert!(is_active(&org, &trusted, &id).await && !is_active(&org, PATH, &id).await);
    org.delete(&one).await.refused(400);
    let answer = org.post(&format!("{PATH}/activate"), ids.clone()).await.ok();
    assert_eq!(answer["object"], "organization.certificate.activation");
    let answer = org.post(&format!("{trusted}/deactivate"), ids.clone()).await.ok();
    assert_eq!(answer["object"], "organization.project.certificate.deactivation");
    assert!(!is_active(&org, &trusted, &id).await && is_active(&org, PATH, &id).await);
    org.delete(&one).await.refused(400);
    let answer = org.post(&format!("{PATH}/deactivate"), ids).await.ok();
    assert_eq!(answer["object"], "organization.certificate.deactivation");
    assert_eq!(org.delete(&one).await.ok(), json!({"object": "certificate.deleted", "id": id}));
    org.delete(&one).await.refused(404);
    org.post(&one, json!({"name": "x"})).await.refused(404);
}

#[tokio::test]
async fn what_was_active_for_a_project_that_is_archived_can_be_deleted() {
    let org = Org::empty().await;
    let project = org.post("/organization/projects", json!({"name": "Site"})).await.ok();
    let project = format!("/organization/projects/{}", project["id"].as_str().unwrap());
    let id = upload(&org, "one").await;
    let ids = json!({"certificate_ids": [id]});
    org.post(&format!("{project}/certificates/activate"), ids.clone()).await.ok();
    org.post(&format!("{project}/archive"), json!({})).await.ok();
    org.post(&format!("{project}/certificates/deactivate"), ids).await.refused(400);
    org.delete(&format!("{PATH}/{id}")).await.ok();
}

#[tokio::test]
async fn switching_is_all_or_nothing_and_twice_is_once() {
    let org = Org::empty().await;
    let (one, other) = (upload(&org, "one").await, upload(&org, "other").await);
    let activate = format!("{PATH}/activate");
    org.post(&activate, json!({"certificate_ids": [one, "cert_none"]})).await.refused(404);
    assert!(!is_active(&org, PATH, &one).await);
    let answer = org.post(&activate, json!({"certificate_ids": [other, one, other]})).await.ok();
    assert_eq!(texts(&answer, "name"), ["other", "one", "other"]);
    let again = org.post(&activate, json!({"certificate_ids": [one]})).await.ok();
    assert_eq!(again["data"][0]["active"], true);
    let events = org.get("/organization/audit_logs?event_types[]=certificates.activated").await.ok();
    let events = events["data"].as_array().unwrap();
    assert_eq!(events.len(), 1, "only what has changed is logged");
    assert_eq!(
        events[0]["certificates.activated"],
        json!({"certificates": [{"id": other, "name": "other"}, {"id": one, "name": "one"}]})
    );
    for ids in [json!([]), json!(vec![&one; 11]), json!(one), json!([one, 5]), Value::Null] {
        let refusal = org.post(&activate, json!({"certificate_ids": ids})).await.refused(400);
        assert!(refusal["param"].as_str().unwrap().starts_with("certificate_ids"), "{refusal}");
    }
    org.post(&activate, json!({"certificate_ids": vec![&one; 10]})).await.ok();
}

#[tokio::test]
async fn an_organization_has_at_most_fifty() {
    let org = Org::empty().await;
    for number in 0..50 {
        upload(&org, &format!("{number:02}")).await;
    }
    org.post(PATH, json!({"certificate": CONTENT})).await.refused(400);
    let (listed, pages) = all(&org, PATH, 20).await;
    assert_eq!((listed.len(), pages, &listed[0]["name"]), (50, 3, &json!("49")), "newest first");
    assert_eq!(org.get(&format!("{PATH}?order=asc&limit=1")).await.ok()["data"][0]["name"], "00");
    org.delete(&format!("{PATH}/{}", listed[7]["id"].as_str().unwrap())).await.ok();
    upload(&org, "again").await;
}

#[tokio::test]
async fn every_change_leaves_an_event() {
    let org = Org::empty().await;
    let id = upload(&org, "one").await;
    let one = format!("{PATH}/{id}");
    for name in ["two", "two"] {
        assert_eq!(org.post(&one, json!({"name": name})).await.ok()["name"], name);
    }
    org.post(&one, json!({})).await.ok();
    org.delete(&one).await.ok();
    let events = org.get("/organization/audit_logs").await.ok();
    assert_eq!(texts(&events, "type"), ["certificate.deleted", "certificate.updated", "certificate.created"]);
    let deleted = &events["data"][0]["certificate.deleted"];
    assert_eq!(*deleted, json!({"id": id, "name": "two", "certificate": CONTENT}));
    assert_eq!(events["data"][1]["certificate.updated"], json!({"id": id, "name": "two"}));
}
