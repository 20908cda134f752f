//! What goes wrong on purpose, as a client sees it.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::time::{Duration, Instant};

use common::{Org, texts};
use orgwarden_sandbox::{Fault, Options};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

fn faults(specs: &[&str]) -> Vec<Fault> {
    specs.iter().map(|spec| spec.parse().unwrap()).collect()
}

async fn org(specs: &[&str]) -> Org {
    Org::start(Options { faults: faults(specs), ..Options::default() }).await
}

fn invite(email: &str) -> serde_json::Value {
    json!({"email": email, "role": "reader"})
}

#[tokio::test]
async fn statuses_come_before_or_after_the_request_is_applied() {
    for status in [401, 403, 404, 409, 429, 500, 502, 503] {
        for (spec, applied) in [(format!("{status}:POST *"), 0), (format!("{status}-after:POST *"), 1)] {
            let org = org(&[&spec]).await;
            let answer = org.post("/organization/invites", invite("a@x.io")).await;
            assert_eq!(answer.status, status, "{spec}");
            assert_eq!(org.sandbox.control().invites().len(), applied, "{spec}");
            match status {
                502 => assert!(answer.text.starts_with("<html>") && answer.headers["content-type"] == "text/html"),
                403 => assert!(answer.refused(403).is_string()),
                429 => assert!(!answer.headers.contains_key("retry-after")),
                _ => assert!(answer.refused(status)["message"].is_string()),
            }
            org.get("/organization/invites").await.ok();
        }
    }
}

#[tokio::test]
async fn a_gateway_finds_nothing_and_lets_nothing_through() {
    let org = org(&["gateway-404:POST /organization/invites:1:times=1"]).await;
    let page = org.post("/organization/invites", invite("a@x.io")).await;
    assert_eq!((page.status, &page.headers["content-type"]), (404, &"text/html".parse().unwrap()));
    assert!(page.text.starts_with("<html>") && org.sandbox.control().invites().is_empty());
    org.post("/organization/invites", invite("a@x.io")).await.ok();
}

#[tokio::test]
async fn a_429_can_have_headers() {
    let org = org(&["429-headers:GET /organization/users:1:times=1"]).await;
    let refused = org.get("/organization/users").await;
    assert_eq!(
        (&refused.headers["retry-after"], &refused.headers["retry-after-ms"]),
        (&"1".parse().unwrap(), &"100".parse().unwrap())
    );
    assert!(refused.refused(429)["message"].as_str().unwrap().contains("after 0.100 seconds."));
    org.get("/organization/users").await.ok();
}

#[tokio::test]
async fn a_reset_is_an_error_of_the_connection_and_never_an_answer() {
    for (spec, applied) in [("reset-before:POST *:1:times=1", 0), ("reset-after:POST *:1:times=1", 1)] {
        let org = org(&[spec]).await;
        // A connection that is in use already, and a fresh one.
        org.get("/organization/invites").await.ok();
        let body = invite("a@x.io").to_string();
        let key = org.sandbox.admin_key();
        let error = org.try_with(key, "POST", "/organization/invites", Some(&body)).await.unwrap_err();
        assert!(error.is_request() && !error.is_timeout() && error.status().is_none(), "{error:?}");
        assert_eq!(org.sandbox.control().invites().len(), applied, "{spec}");
        let entry = org.sandbox.control().log().pop().unwrap();
        assert_eq!((entry.status, entry.fault.as_deref()), (None, spec.split(':').next()));
        org.get("/organization/invites").await.ok();
    }
}

#[tokio::test]
async fn a_reset_is_a_reset_on_the_wire() {
    let org = org(&["reset-after:GET *"]).await;
    let base = org.sandbox.base_url();
    let address = base.strip_prefix("http://").unwrap().strip_suffix("/v1").unwrap();
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let key = org.sandbox.admin_key();
    let request =
        format!("GET /v1/organization/users HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {key}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let error = stream.read_to_end(&mut answer).await.unwrap_err();
    assert_eq!((error.kind(), answer.len()), (std::io::ErrorKind::ConnectionReset, 0));
}

#[tokio::test]
async fn a_truncated_answer_breaks_off_in_its_body() {
    let org = org(&["truncate:POST *"]).await;
    let url = format!("{}/organization/invites", org.sandbox.base_url());
    let request = org.client.post(url).bearer_auth(org.sandbox.admin_key()).body(invite("a@x.io").to_string());
    let mut response = request.send().await.unwrap();
    assert_eq!(response.status(), 200);
    let promised = usize::try_from(response.content_length().unwrap()).unwrap();
    let mut received = 0;
    let error = loop {
        match response.chunk().await {
            Ok(Some(chunk)) => received += chunk.len(),
            Ok(None) => panic!("the body ended well after {received} of {promised}"),
            Err(error) => break error,
        }
    };
    assert!(error.is_body() || error.is_decode() || error.is_request(), "{error:?}");
    assert_eq!(received, promised / 2);
    assert_eq!(org.sandbox.control().invites().len(), 1);
}

#[tokio::test]
async fn a_slow_answer_is_applied_at_once() {
    let org = org(&["slow=120ms:POST *"]).await;
    let start = Instant::now();
    org.post("/organization/invites", invite("a@x.io")).await.ok();
    assert!(start.elapsed() >= Duration::from_millis(120));
    let url = format!("{}/organization/invites", org.sandbox.base_url());
    let request = org.client.post(url).bearer_auth(org.sandbox.admin_key()).body(invite("b@x.io").to_string());
    let error = request.timeout(Duration::from_millis(40)).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(org.sandbox.control().invites().len(), 2, "the client gave up, the server did not");
    assert_eq!(org.sandbox.control().counts()["POST /organization/invites"].faults["slow"], 2);
}

#[tokio::test]
async fn stale_reads_do_not_see_young_changes() {
    let lag = Duration::from_millis(400);
    let org = org(&["stale=400ms:GET *"]).await;
    let before = org.sandbox.control().users();
    let start = Instant::now();
    let created = org.post("/organization/invites", invite("a@x.io")).await.ok();
    let path = format!("/organization/invites/{}", created["id"].as_str().unwrap());
    let (list, single) = (org.get("/organization/invites").await, org.get(&path).await);
    if start.elapsed() < lag {
        assert_eq!(list.ok()["data"], json!([]));
        single.refused(404);
    }
    let seen = loop {
        let list = org.get("/organization/invites").await.ok();
        if list["data"] != json!([]) {
            break list;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    assert!(start.elapsed() >= lag);
    assert_eq!(seen["data"][0], created);

    let founder = before[0].id.as_str();
    org.sandbox.control().set_faults(faults(&["stale=1s:GET /organization/users"]));
    let start = Instant::now();
    org.sandbox.control().accept_invite("a@x.io", "a@x.io").unwrap();
    let stale = texts(&org.get("/organization/users").await.ok(), "id");
    if start.elapsed() < Duration::from_secs(1) {
        assert_eq!(stale, [founder]);
    }
    org.sandbox.control().set_faults(Vec::new());
    assert_eq!(org.get("/organization/users").await.ok()["data"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn answers_take_the_shapes_of_other_times() {
    let org = org(&["flip-users", "flip-projects", "invited-at", "late-expiry", "created:POST *"]).await;
    let users = org.get("/organization/users").await.ok();
    let user = &users["data"][0];
    assert!(user.get("id").is_none() && user.get("email").is_none() && user.get("added_at").is_none());
    assert_eq!((&user["user"]["email"], &user["role"]), (&json!("olivia.park@acme.example"), &json!("owner")));
    assert!(user["created"].is_i64());
    let parsed: orgwarden_api::model::User = serde_json::from_value(user.clone()).unwrap();
    assert_eq!(parsed.email.as_deref(), Some("olivia.park@acme.example"));

    let project = org.post("/organization/projects", json!({"name": "Site"})).await;
    assert_eq!(project.status, 201);
    let project = project.json();
    assert_eq!((&project["title"], project.get("name")), (&json!("Site"), None));

    let created = org.post("/organization/invites", invite("a@x.io")).await.json();
    assert!(created["invited_at"].is_i64() && created.get("created_at").is_none());
    org.sandbox.control().advance(Duration::from_secs(8 * 24 * 3600));
    assert_eq!(org.get("/organization/invites").await.ok()["data"][0]["status"], "pending");
    let id = user["user"]["id"].as_str().unwrap();
    assert_eq!(org.post(&format!("/organization/users/{id}"), json!({})).await.status, 200, "nothing is created");
}

#[tokio::test]
async fn hits_follow_the_seed_and_are_counted() {
    let hits = async |seed: u64| {
        let org = org(&[&format!("500:POST /organization/invites:0.3:seed={seed}")]).await;
        let mut statuses = Vec::new();
        for number in 0..60 {
            statuses.push(org.post("/organization/invites", invite(&format!("a{number}@x.io"))).await.status);
        }
        let failed = u64::try_from(statuses.iter().filter(|status| **status == 500).count()).unwrap();
        let counts = org.sandbox.control().counts();
        assert_eq!(counts["POST /organization/invites"].faults["500"], failed);
        assert!((5..35).contains(&failed), "{failed}");
        statuses
    };
    let first = hits(1).await;
    assert_eq!(first, hits(1).await);
    assert_ne!(first, hits(2).await);
}

#[tokio::test]
async fn many_requests_with_resets_leave_every_change_once() {
    let org = org(&["reset-after:POST *:0.1", "500:POST *:0.1", "reset-before:POST *:0.1"]).await;
    let (mut answered, mut unknown, mut failed) = (0, 0, 0);
    for number in 0..300 {
        let body = invite(&format!("a{number}@x.io")).to_string();
        match org.try_with(org.sandbox.admin_key(), "POST", "/organization/invites", Some(&body)).await {
            Ok(answer) if answer.status == 200 => answered += 1,
            Ok(answer) => {
                assert_eq!(answer.status, 500);
                failed += 1;
            }
            Err(_) => unknown += 1,
        }
    }
    let counts = org.sandbox.control().counts();
    let route = &counts["POST /organization/invites"];
    assert_eq!(route.requests, 300, "a client must not repeat a request on its own");
    assert_eq!(route.faults["500"], failed);
    assert_eq!(route.faults["reset-after"] + route.faults["reset-before"], unknown);
    let truth = u64::try_from(org.sandbox.control().invites().len()).unwrap();
    assert_eq!(truth, answered + route.faults["reset-after"]);
}

#[tokio::test]
async fn what_the_live_api_has_been_seen_to_refuse_and_to_lose_can_be_switched_on() {
    let org = org(&[
        "lost-grants:*:1:times=1",
        "no-payment-method:*:1:times=1",
        "conflict-400:*:1",
        "nameless-users:GET *:1",
    ])
    .await;
    let control = org.sandbox.control();
    let refusal = org.post("/organization/invites", invite("a@x.io")).await;
    assert_eq!((refusal.status, control.invites().len()), (403, 0));
    assert_eq!(refusal.json()["error"]["code"], "payment_method_required");
    let project = org.project("Default project").await;
    let users = format!("/organization/projects/{project}/users");
    let count = async || org.get(&users).await.ok()["data"].as_array().unwrap().len();
    for (email, members) in [("a@x.io", 1), ("b@x.io", 2)] {
        let sent = org.post("/organization/invites", invite(email)).await.ok();
        assert_eq!(sent["projects"][0]["id"], project.as_str());
        control.accept_invite(email, email).unwrap();
        assert_eq!(count().await, members, "{email}");
    }
    let again = json!({"user_id": org.user("b@x.io"), "role": "member"});
    let refusal = org.post(&users, again.clone()).await.refused(400);
    assert!(refusal["message"].as_str().unwrap().contains("already exists in project"), "{refusal}");
    for path in ["/organization/users", &users] {
        let listed = org.get(path).await.ok();
        let member = &listed["data"][0];
        assert!(member["id"].is_string() && member["added_at"].is_i64());
        for name in ["name", "email", "role"] {
            assert!(member[name].is_null() && member.get(name).is_some(), "{name}: {member}");
        }
    }
    control.set_faults(Vec::new());
    org.post(&users, again).await.refused(409);
}

#[tokio::test]
async fn keys_outlive_their_owner_without_access() {
    let org = org(&["keys-outlive:*:1:times=1"]).await;
    let control = org.sandbox.control();
    let project = org.project("Default project").await;
    for email in ["a@x.io", "b@x.io"] {
        org.post("/organization/invites", invite(email)).await.ok();
        control.accept_invite(email, email).unwrap();
        control.add_key(email, &project, email).unwrap();
    }
    let keys = async |access: &str| {
        let path = format!("/organization/projects/{project}/api_keys?owner_project_access={access}");
        let listed = org.get(&path).await.ok();
        listed["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|key| key["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for email in ["a@x.io", "b@x.io"] {
        let user = org.user(email);
        org.delete(&format!("/organization/users/{user}")).await.ok();
    }
    assert_eq!((keys("any").await, keys("inactive").await), (vec!["a@x.io".to_owned()], vec!["a@x.io".to_owned()]));
    assert!(keys("active").await.is_empty());
}
