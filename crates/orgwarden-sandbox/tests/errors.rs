//! Refusals in the words of the API.

mod common;

use common::Org;
use orgwarden_sandbox::Options;
use serde_json::json;

#[tokio::test]
async fn unknown_urls_and_methods_are_told() {
    let org = Org::empty().await;
    let unknown = org.post("/organization/nonsense", json!({})).await;
    assert!(unknown.headers.contains_key("x-request-id"));
    assert_eq!(
        unknown.refused(404),
        json!({"message": "Invalid URL (POST /v1/organization/nonsense)", "type": "invalid_request_error",
               "param": null, "code": null})
    );
    for (method, path) in [
        ("GET", "/organization/users/"),
        ("GET", "/organization"),
        ("GET", ""),
        ("GET", "/organization/users/user-1/roles"),
        ("DELETE", "/organization/projects/proj_1/nonsense"),
    ] {
        org.with(org.sandbox.admin_key(), method, path, None).await.refused(404);
    }
    for (method, path, allowed) in [
        ("PUT", "/organization/users/user-1", "GET, POST, DELETE"),
        ("PATCH", "/organization/invites", "GET, POST"),
        ("POST", "/organization/users", "GET"),
        ("DELETE", "/organization/projects/proj_1", "GET, POST"),
        ("POST", "/organization/audit_logs", "GET"),
    ] {
        let answer = org.with(org.sandbox.admin_key(), method, path, None).await;
        assert_eq!(answer.headers["allow"], allowed, "{method} {path}");
        assert_eq!(answer.refused(405)["type"], "invalid_request_error", "{method} {path}");
    }
    assert_eq!(org.with("", "GET", "/nonsense", None).await.status, 404, "before any key is looked at");
}

#[tokio::test]
async fn bodies_that_are_no_json_objects_are_refused() {
    let org = Org::empty().await;
    let send = async |body: &str| {
        let key = org.sandbox.admin_key();
        org.try_with(key, "POST", "/organization/invites", Some(body)).await.unwrap().refused(400)
    };
    assert!(send("{\"email\":").await["message"].as_str().unwrap().contains("could not parse the JSON body"));
    assert!(send("[1]").await["message"].as_str().unwrap().contains("expected an object, but got an array"));
    assert_eq!(send("").await["param"], "email");
    let large = format!("{{\"email\": \"{}\"}}", "x".repeat(2 << 20));
    let key = org.sandbox.admin_key();
    let answer = org.try_with(key, "POST", "/organization/invites", Some(&large)).await;
    assert!(answer.is_err() || answer.unwrap().status == 413);
}

#[tokio::test]
async fn unknown_members_are_ignored_unless_the_sandbox_is_strict() {
    let org = Org::empty().await;
    org.post("/organization/projects", json!({"name": "x", "mood": 1})).await.ok();
    let strict = Org::start(Options { strict: true, ..Options::default() }).await;
    let refusal = strict.post("/organization/projects", json!({"name": "x", "mood": 1})).await.refused(400);
    assert_eq!((&refusal["code"], &refusal["param"]), (&json!("unknown_parameter"), &json!("mood")));
}

#[tokio::test]
async fn limits_and_cursors_are_checked_on_every_list() {
    let org = Org::empty().await;
    let project = org.project("Default project").await;
    for list in [
        "/organization/users",
        "/organization/invites",
        "/organization/projects",
        "/organization/admin_api_keys",
        "/organization/audit_logs",
        &format!("/organization/projects/{project}/users"),
        &format!("/organization/projects/{project}/api_keys"),
    ] {
        let high = org.get(&format!("{list}?limit=101")).await.refused(400);
        assert_eq!(high["message"], "Invalid limit provided: 101. Limit must be less than or equal to 100.");
        assert_eq!((&high["param"], &high["type"]), (&json!("limit"), &json!("invalid_request_error")));
        org.get(&format!("{list}?limit=0")).await.refused(400);
        org.get(&format!("{list}?limit=some")).await.refused(400);
        org.get(&format!("{list}?limit=100")).await.ok();
        let cursor = org.get(&format!("{list}?after=unknown")).await.refused(404);
        assert_eq!(cursor["param"], "after", "{list}");
    }
}
