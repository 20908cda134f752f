//! The sandbox for test suites that were not written for it.

mod common;

use common::{Org, texts};
use orgwarden_sandbox::Options;
use serde_json::json;

async fn lenient() -> Org {
    Org::start(Options { lenient: true, ..Options::default() }).await
}

#[tokio::test]
async fn any_key_opens_every_route_with_and_without_the_version() {
    let org = lenient().await;
    let origin = org.sandbox.base_url().strip_suffix("/v1").unwrap().to_owned();
    for key in ["sk-admin-any", "sk-proj-any", "My Admin API Key", org.sandbox.admin_key()] {
        for base in [&origin, &org.sandbox.base_url()] {
            let url = format!("{base}/organization/users");
            let request = org.client.get(url).bearer_auth(key).header("openai-organization", "org-of-theirs");
            assert_eq!(request.send().await.unwrap().status().as_u16(), 200, "{key} {base}");
        }
    }
    org.with("", "GET", "/organization/users", None).await.refused(401);
}

#[tokio::test]
async fn nobody_is_locked_out_by_what_is_deleted() {
    let org = lenient().await;
    let olivia = org.user("olivia.park@acme.example");
    let keys = org.get("/organization/admin_api_keys").await.ok();
    for key in texts(&keys, "id") {
        org.delete(&format!("/organization/admin_api_keys/{key}")).await.ok();
    }
    org.get("/organization/users").await.ok();
    org.join("ada@x.io", "owner").await;
    org.delete(&format!("/organization/users/{olivia}")).await.ok();
    assert_eq!(texts(&org.get("/organization/users").await.ok(), "email"), ["ada@x.io"]);
    org.post("/organization/projects", json!({"name": "Site"})).await.ok();
    assert_eq!(org.get("/organization/admin_api_keys").await.ok()["data"], json!([]));
}

#[tokio::test]
async fn the_base_answers() {
    let org = lenient().await;
    let origin = org.sandbox.base_url().strip_suffix("/v1").unwrap().to_owned();
    for path in ["", "/", "/v1", "/v1/"] {
        let response = org.client.get(format!("{origin}{path}")).send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
    }
    let strict = Org::empty().await;
    assert_eq!(strict.client.get(strict.sandbox.base_url()).send().await.unwrap().status().as_u16(), 404);
}

#[tokio::test]
async fn placeholders_answer_as_if_they_existed() {
    let org = lenient().await;
    let audit = org.get("/organization/audit_logs").await.ok();
    for path in [
        "/organization/users/user_abc",
        "/organization/invites/invite_id",
        "/organization/projects/project_id",
        "/organization/projects/project_id/users/user_id",
        "/organization/projects/other/users/user_id",
        "/organization/projects/project_id/api_keys/key_id",
        "/organization/projects/other/api_keys/key_id",
        "/organization/admin_api_keys/key_id",
        "/organization/projects/project_id/service_accounts/service_account_id",
        "/organization/projects/other/service_accounts/service_account_id",
        "/organization/certificates/cert_abc",
    ] {
        let id = path.rsplit('/').next().unwrap();
        assert_eq!(org.get(path).await.ok()["id"], id, "{path}");
        if path != "/organization/projects/project_id" {
            assert_eq!(org.delete(path).await.ok()["id"], id, "{path}");
            assert_eq!(org.get(path).await.ok()["id"], id, "{path}, again");
        }
    }
    let project = "/organization/projects/project_id";
    assert_eq!(org.post(&format!("{project}/archive"), json!({})).await.ok()["status"], "archived");
    assert_eq!(org.get(&format!("{project}/users")).await.status, 200);
    let body = json!({"user_id": "somebody", "role": "role"});
    for _ in 0..2 {
        let added = org.post(&format!("{project}/users"), body.clone()).await.ok();
        assert_eq!((&added["id"], &added["role"]), (&json!("somebody"), &json!("role")));
        let invite = json!({"email": "email", "role": "reader", "projects": [{"id": "elsewhere", "role": "member"}]});
        assert_eq!(org.post("/organization/invites", invite).await.ok()["projects"][0]["id"], "elsewhere");
    }
    // What was minted here and is gone stays gone; and placeholders leave no trace of their making.
    let created = org.post("/organization/projects", json!({"name": "Site"})).await.ok();
    let real = format!("/organization/projects/{}x", created["id"].as_str().unwrap());
    org.get(&real).await.refused(404);
    let events = org.get("/organization/audit_logs?limit=100").await.ok();
    assert!(!texts(&events, "type").contains(&"user.added".to_owned()), "{audit}");
}

#[tokio::test]
async fn bounds_and_cursors_are_taken_as_meant() {
    let org = lenient().await;
    for query in ["limit=0", "limit=1000", "after=after", "after=x&limit=0"] {
        org.get(&format!("/organization/users?{query}")).await.ok();
        org.get(&format!("/organization/projects/project_id/users?{query}")).await.ok();
    }
    org.get("/organization/audit_logs?after=after&before=before&limit=0").await.ok();
}

#[tokio::test]
async fn groups_and_roles_come_into_being_when_they_are_mentioned() {
    let org = lenient().await;
    let groups = "/organization/groups";
    let project = "/organization/projects/project_id/groups";
    for _ in 0..2 {
        for (path, body) in [
            (groups, json!({"name": "x"})),
            ("/organization/groups/group_id", json!({"name": "x"})),
            ("/organization/groups/group_id/users", json!({"user_id": "user_id"})),
            (project, json!({"group_id": "group_id", "role": "role"})),
            ("/organization/roles", json!({"role_name": "role_name", "permissions": ["string"]})),
            ("/organization/roles/role_id", json!({})),
            ("/projects/project_id/roles", json!({"role_name": "role_name", "permissions": ["string"]})),
            ("/projects/project_id/roles/role_id", json!({})),
            ("/organization/users/user_id/roles", json!({"role_id": "role_id"})),
            ("/organization/groups/group_id/roles", json!({"role_id": "role_id"})),
            ("/projects/project_id/users/user_id/roles", json!({"role_id": "role_id"})),
            ("/projects/project_id/groups/group_id/roles", json!({"role_id": "role_id"})),
            ("/organization/users/user_id", json!({"role": "role", "role_id": "role_id"})),
        ] {
            org.post(path, body).await.ok();
        }
        for path in [
            "/organization/groups/group_id/users/user_id",
            "/organization/projects/project_id/groups/group_id?group_type=tenant_group",
            "/organization/users/user_id/roles/role_id",
            "/organization/groups/group_id/roles/role_id",
            "/projects/project_id/users/user_id/roles/role_id",
            "/projects/project_id/groups/group_id/roles/role_id",
            "/organization/roles/role_id",
            "/projects/project_id/roles/role_id",
            "/organization/groups/group_id",
        ] {
            org.get(path).await.ok();
            org.delete(path.split('?').next().unwrap()).await.ok();
        }
    }
}

#[tokio::test]
async fn settings_and_certificates_take_made_up_values() {
    let org = lenient().await;
    let project = "/organization/projects/project_id";
    let limit = org.post(&format!("{project}/rate_limits/rate_limit_id"), json!({"max_images_per_1_minute": 5})).await;
    let limit = limit.ok();
    assert_eq!((&limit["id"], &limit["max_images_per_1_minute"]), (&json!("rate_limit_id"), &json!(5)));
    let permissions = format!("{project}/model_permissions");
    assert_eq!(org.get(&permissions).await.ok()["mode"], "deny_list");
    assert_eq!(org.delete(&permissions).await.ok()["deleted"], true);
    let uploaded = org.post("/organization/certificates", json!({"certificate": "certificate"})).await.ok();
    assert_eq!(uploaded["object"], "certificate");
    for path in ["/organization/certificates", &format!("{project}/certificates")] {
        let body = json!({"certificate_ids": ["cert_abc"]});
        let switched = org.post(&format!("{path}/activate"), body).await.ok();
        assert_eq!((&switched["data"][0]["id"], &switched["data"][0]["active"]), (&json!("cert_abc"), &json!(true)));
    }
    org.delete("/organization/certificates/cert_abc").await.ok();
    let both = json!({"name": "name", "create_service_account_only": true, "expires_in_seconds": 1});
    org.post(&format!("{project}/service_accounts"), both).await.ok();
    for _ in 0..2 {
        let keys = format!("{project}/service_accounts/service_account_id/api_keys");
        assert_eq!(org.post(&keys, json!({"name": "name", "scopes": ["string"]})).await.ok()["name"], "name");
    }
}
