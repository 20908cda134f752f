//! Keys of projects, and whether they work.

mod common;

use common::{Org, texts};
use serde_json::json;

#[tokio::test]
async fn each_class_of_key_opens_its_own_routes() {
    let org = Org::demo().await;
    let control = org.sandbox.control();
    let project = org.project("Support Assistant").await;
    let robot = control.add_service_account(&project, "robot").unwrap();
    let personal = control.add_key("priya.natarajan@acme.example", &project, "laptop").unwrap();
    let machine = control.add_key(&robot, &project, "machine").unwrap();
    assert!(personal.secret.starts_with("sk-proj-") && machine.secret.starts_with("sk-svcacct-"));
    assert!(!format!("{personal:?}").contains("sk-proj"));
    for key in [&personal.secret, &machine.secret] {
        org.with(key, "GET", "/models", None).await.ok();
        let refusal = org.with(key, "GET", "/organization/users", None).await.refused(403);
        assert!(refusal.as_str().unwrap().contains("Missing scopes: api.management.read."), "{refusal}");
        let body = json!({"email": "a@x.io", "role": "reader"});
        let refusal = org.with(key, "POST", "/organization/invites", Some(&body)).await.refused(403);
        assert!(refusal.as_str().unwrap().contains("Missing scopes: api.management.write."), "{refusal}");
    }
    assert!(org.get("/models").await.refused(403).is_string());
    for key in ["", "sk-admin-unknown", "sk-proj-unknown", "nonsense"] {
        assert_eq!(org.with(key, "GET", "/organization/users", None).await.refused(401)["code"], "invalid_api_key");
        org.with(key, "GET", "/models", None).await.refused(401);
    }
}

#[tokio::test]
async fn a_wrong_key_is_named_so_that_its_owner_recognises_it_and_nobody_else_can_use_it() {
    let org = Org::empty().await;
    let wrong = "sk-admin-0123456789abcdefghijklmnopqrstuvwxyzWXYZ";
    let refusal = org.with(wrong, "GET", "/organization/users", None).await.refused(401);
    let message = refusal["message"].as_str().unwrap();
    assert!(message.starts_with("Incorrect API key provided: sk-admin-***…WXYZ."), "{message}");
    assert_eq!(refusal["type"], "invalid_request_error");
}

#[tokio::test]
async fn a_key_shows_its_owner_and_a_part_of_itself() {
    let org = Org::demo().await;
    let project = org.project("Support Assistant").await;
    let issued = org.sandbox.control().add_key("priya.natarajan@acme.example", &project, "fresh").unwrap();
    let path = format!("/organization/projects/{project}/api_keys/{}", issued.id);
    let key = org.get(&path).await.ok();
    assert_eq!(key["object"], "organization.project.api_key");
    assert_eq!(key["redacted_value"], format!("sk-proj-...{}", &issued.secret[issued.secret.len() - 4..]));
    assert_eq!(
        (&key["name"], &key["last_used_at"], &key["owner_project_access"]),
        (&json!("fresh"), &json!(null), &json!("active"))
    );
    assert_eq!((&key["owner"]["type"], &key["owner"]["user"]["role"]), (&json!("user"), &json!("owner")));
    assert_eq!(key["owner"]["user"]["email"], "priya.natarajan@acme.example");
    assert!(!key.to_string().contains(&issued.secret));

    org.with(&issued.secret, "GET", "/models", None).await.ok();
    assert!(org.get(&path).await.ok()["last_used_at"].is_i64());
    let gone = org.delete(&path).await.ok();
    assert_eq!(gone, json!({"object": "organization.project.api_key.deleted", "id": issued.id, "deleted": true}));
    org.with(&issued.secret, "GET", "/models", None).await.refused(401);
    org.delete(&path).await.refused(404);
}

#[tokio::test]
async fn lists_hide_some_keys_unless_all_are_asked_for() {
    let org = Org::demo().await;
    let search = format!("/organization/projects/{}/api_keys", org.project("Search Relevance").await);
    let names = async |path: String| texts(&org.get(&path).await.ok(), "name");
    // The key of an owner of the organization works, but nobody added the owner to the project.
    assert_eq!(names(search.clone()).await, ["evaluation", "notebook"]);
    assert_eq!(names(format!("{search}?owner_project_access=any")).await, ["evaluation", "experiments", "notebook"]);
    assert_eq!(names(format!("{search}?owner_project_access=active")).await, ["evaluation", "experiments", "notebook"]);
    let support = format!("/organization/projects/{}/api_keys", org.project("Support Assistant").await);
    assert_eq!(names(support.clone()).await, ["laptop"]);
    assert_eq!(names(format!("{support}?owner_project_access=inactive")).await, ["prototype"]);
    org.get(&format!("{support}?owner_project_access=all")).await.refused(400);
}

#[tokio::test]
async fn leaving_a_project_makes_a_key_inactive_and_dead_until_the_return() {
    let org = Org::demo().await;
    let project = org.project("Support Assistant").await;
    let amara = org.user("amara.okafor@acme.example");
    let issued = org.sandbox.control().add_key(&amara, &project, "hers").unwrap();
    let users = format!("/organization/projects/{project}/users");
    org.delete(&format!("{users}/{amara}")).await.ok();
    let key = org.get(&format!("/organization/projects/{project}/api_keys/{}", issued.id)).await.ok();
    assert_eq!(key["owner_project_access"], "inactive");
    org.with(&issued.secret, "GET", "/models", None).await.refused(401);
    org.post(&users, json!({"user_id": amara, "role": "member"})).await.ok();
    org.with(&issued.secret, "GET", "/models", None).await.ok();
}

#[tokio::test]
async fn keys_of_service_accounts_cannot_be_deleted_one_by_one() {
    let org = Org::demo().await;
    let path = format!("/organization/projects/{}/api_keys", org.project("Data Pipeline").await);
    let list = org.get(&path).await.ok();
    let key = list["data"].as_array().unwrap().iter().find(|key| key["name"] == "Secret Key").unwrap();
    assert_eq!(
        (&key["owner"]["type"], &key["owner"]["service_account"]["name"]),
        (&json!("service_account"), &json!("ci-bot"))
    );
    let refusal = org.delete(&format!("{path}/{}", key["id"].as_str().unwrap())).await.refused(400);
    assert_eq!(
        refusal["message"],
        "API keys cannot be deleted for service accounts, please delete the service account"
    );
}

#[tokio::test]
async fn the_header_with_the_organization_must_fit() {
    let org = Org::empty().await;
    let send = async |organization: &[u8]| {
        let request = org.client.get(format!("{}/organization/users", org.sandbox.base_url()));
        let request = request.bearer_auth(org.sandbox.admin_key()).header("OpenAI-Organization", organization);
        request.send().await.unwrap()
    };
    assert_eq!(send(org.sandbox.organization().as_bytes()).await.status(), 200);
    for wrong in [&b"org-other"[..], "örg".as_bytes(), b"\xff"] {
        let other = send(wrong).await;
        assert_eq!(other.status(), 401);
        assert!(other.text().await.unwrap().contains("mismatched_organization"));
    }
}

#[tokio::test]
async fn scopes_and_expiry_of_a_key_can_be_changed_until_it_has_expired() {
    let org = Org::demo().await;
    let project = org.project("Support Assistant").await;
    let issued = org.sandbox.control().add_key("priya.natarajan@acme.example", &project, "hers").unwrap();
    let path = format!("/organization/projects/{project}/api_keys/{}", issued.id);
    let models = async || org.with(&issued.secret, "GET", "/models", None).await;
    for (scopes, status) in [
        (json!(["api.model.request"]), 403),
        (json!(["api.all.read"]), 200),
        (json!(["api.files.read", "api.model.read"]), 200),
        (json!(["api.files.read"]), 403),
        (json!([]), 200),
    ] {
        let changed = org.post(&path, json!({"scopes": scopes})).await.ok();
        assert_eq!(changed["object"], "organization.project.api_key");
        assert_eq!(models().await.status, status, "{scopes}");
    }
    for (body, param) in [
        (json!({}), json!(null)),
        (json!({"scopes": null}), json!("scopes")),
        (json!({"scopes": "api.all.read"}), json!("scopes")),
        (json!({"expires_in_seconds": null, "scopes": []}), json!("expires_in_seconds")),
        (json!({"expires_in_seconds": 0}), json!("expires_in_seconds")),
        (json!({"scopes": ["api.files.read"], "expires_in_seconds": "soon"}), json!("expires_in_seconds")),
    ] {
        assert_eq!(org.post(&path, body.clone()).await.refused(400)["param"], param, "{body}");
    }
    models().await.ok();
    let changed = org.post(&path, json!({"scopes": ["api.model.read"], "expires_in_seconds": 600})).await.ok();
    let now = org.sandbox.control().now().seconds();
    assert!((590..=600).contains(&(changed["expires_at"].as_i64().unwrap() - now)), "{changed}");
    models().await.ok();
    org.sandbox.control().advance(std::time::Duration::from_secs(600));
    models().await.refused(401);
    let late = org.post(&path, json!({"expires_in_seconds": 600})).await.refused(400);
    assert!(late["message"].as_str().unwrap().contains("expired"), "{late}");
    org.get(&path).await.ok();
    let events = org.get("/organization/audit_logs?event_types[]=api_key.updated").await.ok();
    assert_eq!(events["data"].as_array().unwrap().len(), 6);
    let newest = &events["data"][0]["api_key.updated"];
    assert_eq!(
        (&newest["id"], &newest["changes_requested"]),
        (&json!(issued.id), &json!({"scopes": ["api.model.read"]}))
    );
    let unknown = format!("/organization/projects/{project}/api_keys/key_unknown");
    org.post(&unknown, json!({"scopes": []})).await.refused(404);
}
