//! External keys, external storage and workload identity: what is refused, and what ends with what.

mod common;

use common::{Org, texts};
use serde_json::{Value, json};

fn aws_key() -> Value {
    json!({"type": "aws", "name": "ours", "kms_arn": "k", "role_arn": "arn:aws:iam::123456789012:role/x", "external_id": "e"})
}

#[tokio::test]
async fn a_place_must_be_complete_and_in_a_known_cloud() {
    let org = Org::demo().await;
    let project = org.project("Search Relevance").await;
    for (member, param) in [("kms_arn", "kms_arn"), ("name", "name"), ("type", "type")] {
        let mut key = aws_key();
        key.as_object_mut().unwrap().remove(member);
        assert_eq!(org.post("/organization/external_keys", key).await.refused(400)["param"], param);
    }
    for (member, value) in [("type", json!("ibm")), ("kms_arn", json!(1)), ("purpose", json!("fun"))] {
        let mut key = aws_key();
        key[member] = value;
        assert_eq!(org.post("/organization/external_keys", key).await.refused(400)["param"], member);
    }
    let storage = json!({"project_id": project, "provider": {"type": "oci", "bucket": "b", "region": "r"}});
    let refusal = org.post("/organization/external_storage", storage).await.refused(400);
    assert_eq!(refusal["param"], "provider.tenancy_ocid");
    let unknown = json!({"project_id": "proj_unknown", "provider": {"type": "aws", "bucket": "b", "role_arn": "r"}});
    org.post("/organization/external_storage", unknown).await.refused(404);
    org.get("/organization/external_keys?purpose=fun").await.refused(400);
}

#[tokio::test]
async fn a_key_shows_its_projects_and_stays_while_one_uses_it() {
    let org = Org::demo().await;
    let key = org.post("/organization/external_keys", aws_key()).await.ok();
    let path = format!("/organization/external_keys/{}", key["id"].as_str().unwrap());
    assert_eq!((&key["purpose"], &key["api_project_ids"]), (&json!("ekm"), &json!([])));
    let body = json!({"name": "Vault", "external_key_id": key["id"]});
    let project = org.post("/organization/projects", body).await.ok();
    assert_eq!(org.get(&path).await.ok()["api_project_ids"], json!([project["id"]]));
    org.delete(&path).await.refused(400);
    let vault = format!("/organization/projects/{}", project["id"].as_str().unwrap());
    for (path, body) in [
        (vault.as_str(), json!({"external_key_id": "another"})),
        ("/organization/projects", json!({"name": "x", "external_key_id": "another"})),
    ] {
        assert_eq!(org.post(path, body).await.refused(400)["param"], "external_key_id");
    }
    let other = org.post("/organization/external_keys", aws_key()).await.ok();
    org.post(&vault, json!({"external_key_id": other["id"]})).await.ok();
    org.delete(&path).await.ok();
    let events = org
        .get(
            "/organization/audit_logs?limit=3&event_types[]=external_key.registered&event_types[]=external_key.removed",
        )
        .await
        .ok();
    assert_eq!(texts(&events, "type"), ["external_key.removed", "external_key.registered", "external_key.registered"]);
    assert_eq!(events["data"][1]["external_key.registered"]["data"]["kms_arn"], "k");
}

#[tokio::test]
async fn rules_and_storage_end_with_what_they_belong_to() {
    let org = Org::demo().await;
    let project = org.post("/organization/projects", json!({"name": "Short"})).await.ok()["id"].clone();
    let path = format!("/organization/projects/{}", project.as_str().unwrap());
    let account = org.post(&format!("{path}/service_accounts"), json!({"name": "builder"})).await.ok()["id"].clone();
    let providers = "/organization/workload_identity_providers";
    let issuer = json!({"type": "oidc", "name": "builds", "issuer": "https://i.example", "audience": "a"});
    let provider = org.post(providers, issuer.clone()).await.ok()["id"].as_str().unwrap().to_owned();
    let rules = format!("{providers}/{provider}/federation_rules");
    let rule = json!({"project_id": project, "service_account_id": account, "attribute_matchers": {"a": "b"}});
    for (member, value, status) in [
        ("service_account_id", json!("user-unknown"), 404),
        ("project_id", json!("proj_unknown"), 404),
        ("attribute_matchers", json!({}), 400),
        ("attribute_matchers", json!({"a": ["b"]}), 400),
        ("permissions", json!({"type": "restricted"}), 400),
    ] {
        let mut wrong = rule.clone();
        wrong[member] = value;
        org.post(&rules, wrong).await.refused(status);
    }
    let made = org.post(&rules, rule.clone()).await.ok()["id"].as_str().unwrap().to_owned();
    let storage = json!({"project_id": project, "provider": {"type": "aws", "bucket": "b", "role_arn": "r"}});
    let storage = org.post("/organization/external_storage", storage).await.ok()["id"].as_str().unwrap().to_owned();

    // The same rule of another provider is none.
    let second = org.post(providers, issuer).await.ok()["id"].as_str().unwrap().to_owned();
    org.get(&format!("{providers}/{second}/federation_rules/{made}")).await.refused(404);
    org.delete(&format!("{providers}/{provider}")).await.ok();
    org.get(&rules).await.refused(404);

    let rules = format!("{providers}/{second}/federation_rules");
    org.post(&rules, rule).await.ok();
    org.post(&format!("{path}/archive"), json!({})).await.ok();
    assert_eq!(org.get(&rules).await.ok()["data"], json!([]));
    org.get(&format!("/organization/external_storage/{storage}")).await.refused(404);
    let events = org.get("/organization/audit_logs?limit=100").await.ok();
    let kinds = texts(&events, "type");
    for kind in [
        "workload_identity_provider.created",
        "workload_identity_provider.deleted",
        "workload_identity_provider_mapping.created",
        "external_storage.registered",
    ] {
        assert!(kinds.iter().any(|one| one == kind), "{kind}");
    }
}
