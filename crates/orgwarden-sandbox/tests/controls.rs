//! The controls, in the process and over HTTP.

mod common;

use common::{Org, texts};
use orgwarden_sandbox::{Control, ControlError, Limits, Options, Sandbox, Seed};
use serde_json::json;

#[tokio::test]
async fn a_reset_starts_anew_with_the_same_key() {
    let org = Org::empty().await;
    let organization = org.sandbox.organization().to_owned();
    org.post("/organization/invites", json!({"email": "a@x.io", "role": "reader"})).await.ok();
    org.page("POST", "/sandbox/reset", Some(json!({"seed": "demo"}))).await.ok();
    assert_eq!(org.get("/organization/users").await.ok()["data"].as_array().unwrap().len(), 12);
    assert_eq!(org.sandbox.control().invites().len(), 4);
    org.page("POST", "/sandbox/reset", Some(json!({"seed": "30x4"}))).await.ok();
    assert_eq!(org.sandbox.control().users().len(), 30);
    org.sandbox.control().reset(Seed::Empty).unwrap();
    assert_eq!(org.get("/organization/users").await.ok()["data"].as_array().unwrap().len(), 1);
    assert_eq!(org.page("GET", "/sandbox", None).await.ok()["organization"], json!(organization));
    assert_eq!(org.page("POST", "/sandbox/reset", Some(json!({"seed": "x"}))).await.status, 400);
}

#[tokio::test]
async fn clock_limits_and_faults_are_set_over_http() {
    let org = Org::empty().await;
    let clock = async |body| org.page("POST", "/sandbox/clock", Some(body)).await;
    let now = clock(json!({"set": 1_800_000_000})).await.ok()["now"].as_i64().unwrap();
    assert!((0..30).contains(&(now - 1_800_000_000)));
    clock(json!({"set": "2031-01-31T09:00:00Z"})).await.ok();
    let now = clock(json!({"advance": 604_800})).await.ok()["now"].as_i64().unwrap();
    assert!((0..30).contains(&(now - 1_927_616_400 - 604_800)), "{now}");
    assert_eq!(org.page("GET", "/sandbox/clock", None).await.ok()["speed"], 1.0);
    for wrong in
        [json!({}), json!({"set": "soon"}), json!({"advance": -1}), json!({"set": 1, "advance": 1}), json!({"x": 1})]
    {
        assert_eq!(clock(wrong).await.status, 400);
    }

    let body = json!({"limits": "1/60", "retry_after": "seconds"});
    let state = org.page("POST", "/sandbox/limits", Some(body)).await.ok();
    assert_eq!((&state["limits"], &state["retry_after"]), (&json!("1/60"), &json!("seconds")));
    org.get("/organization/users").await.ok();
    assert_eq!(org.get("/organization/users").await.headers["retry-after"], "60");
    assert_eq!(org.page("POST", "/sandbox/limits", Some(json!({"limits": "none"}))).await.status, 400);
    org.sandbox.control().set_limits(Limits::Off);

    let state = org.page("POST", "/sandbox/faults", Some(json!({"faults": ["503:GET *:1:times=1"]}))).await.ok();
    assert_eq!(state["faults"], json!(["503:GET *:1:times=1"]));
    org.get("/organization/users").await.refused(503);
    let wrong = org.page("POST", "/sandbox/faults", Some(json!({"faults": ["boom"]}))).await.refused(400);
    assert!(wrong["message"].as_str().unwrap().contains("`boom` is no fault"), "{wrong}");
}

#[tokio::test]
async fn counters_and_log_tell_what_was_asked() {
    let org = Org::empty().await;
    let id = org.user("olivia.park@acme.example");
    let answer = org.get(&format!("/organization/users/{id}?x=1")).await;
    org.get("/nonsense").await.refused(404);
    let counts = org.page("GET", "/sandbox/counts", None).await.json();
    assert_eq!(counts, json!({"GET /organization/users/{user_id}": {"requests": 1, "refused_429": 0, "faults": {}}}));
    let log = org.page("GET", "/sandbox/log", None).await.json();
    assert_eq!(log[0]["path"], format!("/v1/organization/users/{id}?x=1"));
    assert_eq!(log[0]["request_id"], answer.headers["x-request-id"].to_str().unwrap());
    assert_eq!((&log[0]["status"], &log[0]["method"]), (&json!(200), &json!("GET")));
    assert_eq!((&log[1]["status"], &log[1]["route"]), (&json!(404), &json!(null)));
    assert_eq!(org.page("DELETE", "/sandbox/counts", None).await.json(), json!({}));
    assert!(org.sandbox.control().log().is_empty());
}

#[tokio::test]
async fn people_and_keys_are_made_over_http() {
    let org = Org::empty().await;
    org.post("/organization/invites", json!({"email": "ada@x.io", "role": "reader"})).await.ok();
    let accept = async |body| org.page("POST", "/sandbox/accept", Some(body)).await;
    assert_eq!(accept(json!({"invite": "ada@x.io", "as": "eve@x.io"})).await.status, 403);
    assert_eq!(accept(json!({"invite": "bob@x.io", "as": "bob@x.io"})).await.status, 404);
    assert_eq!(accept(json!({"invite": "ada@x.io", "as": "ada@x.io"})).await.ok()["email"], "ada@x.io");
    assert_eq!(accept(json!({"invite": "ada@x.io", "as": "ada@x.io"})).await.status, 409);
    let project = org.project("Default project").await;
    let body = json!({"owner": "ada@x.io", "project": project});
    let key = org.page("POST", "/sandbox/keys", Some(body)).await.ok();
    org.with(key["secret"].as_str().unwrap(), "GET", "/models", None).await.ok();
    assert_eq!(org.page("POST", "/sandbox/keys", Some(json!({"owner": "eve@x.io"}))).await.status, 404);
    let body = json!({"owner": "olivia.park@acme.example", "scopes": ["api.management.read"]});
    let key = org.page("POST", "/sandbox/keys", Some(body)).await.ok();
    org.with(key["secret"].as_str().unwrap(), "GET", "/organization/users", None).await.ok();
    org.with(key["secret"].as_str().unwrap(), "POST", "/organization/projects", None).await.refused(403);
    let control = org.sandbox.control();
    assert!(matches!(control.add_key("ada@x.io", "proj_x", "k"), Err(ControlError::Unknown(..))));
    assert!(matches!(control.add_service_account("proj_x", "k"), Err(ControlError::Unknown(..))));
    control.add_to_project("ada@x.io", &project, "owner").unwrap();
    let users = org.get(&format!("/organization/projects/{project}/users")).await.ok();
    assert_eq!(texts(&users, "role"), ["owner", "owner"]);
}

#[tokio::test]
async fn web_pages_of_others_are_kept_out() {
    let org = Org::empty().await;
    let base = org.sandbox.base_url();
    let origin = base.strip_suffix("/v1").unwrap();
    let send = async |name: &'static str, value: String| {
        let request = org.client.post(format!("{origin}/sandbox/reset")).header(name, value).body("{}");
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(send("origin", "https://evil.example".to_owned()).await, 403);
    assert_eq!(send("origin", "null".to_owned()).await, 403);
    assert_eq!(send("host", "evil.example".to_owned()).await, 403);
    assert_eq!(send("origin", origin.to_owned()).await, 200);
}

#[tokio::test]
async fn a_stopped_sandbox_is_gone() {
    let org = Org::empty().await;
    let control: Control = org.sandbox.control().clone();
    let url = org.sandbox.base_url();
    org.get("/organization/users").await.ok();
    org.sandbox.stop().await;
    assert!(org.client.get(url).send().await.is_err());
    assert!(control.users().is_empty());

    let sandbox = Sandbox::start(Options::default()).await.unwrap();
    let debug = format!("{sandbox:?} {:?}", sandbox.control());
    assert!(!debug.contains(sandbox.admin_key()), "{debug}");
}

#[tokio::test]
async fn controls_are_asked_without_a_connection_too() {
    let org = Org::empty().await;
    let control = org.sandbox.control();
    let ask = async |request: &str, body: &str| {
        let (status, body) = control.request(request, body).await;
        (status, serde_json::from_str::<serde_json::Value>(&body).unwrap_or_default())
    };
    let (status, state) = ask("POST /sandbox/limits", r#"{"limits": "3/60"}"#).await;
    assert_eq!((status, &state["limits"]), (200, &json!("3/60")));
    assert_eq!(control.limits().to_string(), "3/60");
    assert_eq!(ask("GET /sandbox", "").await.1["organization"], org.sandbox.organization());
    let (status, refusal) = ask("POST /sandbox/limits", r#"{"limits": "many"}"#).await;
    assert_eq!(status, 400, "{refusal}");
    assert!(refusal["error"]["message"].as_str().unwrap().contains("CAPACITY/SECONDS"), "{refusal}");
    assert_eq!(ask("POST /sandbox/nothing", "").await.0, 404);
    assert_eq!(ask("DELETE /sandbox", "").await.0, 405);
    assert_eq!(ask("GET no path", "").await.0, 400);
}
