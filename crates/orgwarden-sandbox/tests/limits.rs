//! Rate limits.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::time::{Duration, Instant};

use common::Org;
use orgwarden_sandbox::{Limits, Options, RetryAfter};
use serde_json::json;

/// The seconds that a 429 names.
fn wait(message: &str) -> f64 {
    let rest = message.strip_prefix("You've exceeded the rate limit, please slow down and try again after ").unwrap();
    let number = rest.strip_suffix(" seconds.").unwrap();
    assert_eq!(number.split_once('.').unwrap().1.len(), 3, "milliseconds: {message}");
    number.parse().unwrap()
}

#[tokio::test]
async fn seven_pass_the_eighth_is_told_when_in_the_sentence_only() {
    // Seven, and so slow to come back that no machine is slower.
    let limits = Limits::Bucket { capacity: 7, seconds: 7.0e6 };
    let org = Org::start(Options { limits, ..Options::default() }).await;
    for number in 0..7 {
        org.get(&format!("/organization/projects/proj_{number}")).await.refused(404);
    }
    let refused = org.get("/organization/projects/proj_8").await;
    for header in ["retry-after", "retry-after-ms", "x-ratelimit-limit-requests"] {
        assert!(!refused.headers.contains_key(header), "{header}");
    }
    let error = refused.refused(429);
    assert_eq!(
        (&error["type"], &error["code"], &error["param"]),
        (&json!("invalid_request_error"), &json!("rate_limit_exceeded"), &json!(null))
    );
    let seconds = wait(error["message"].as_str().unwrap());
    assert!(0.0 < seconds && seconds <= 1.0e6, "{seconds}");
    org.get("/organization/projects").await.ok();
    org.post("/organization/projects/proj_8", json!({})).await.refused(404);
    let counts = org.sandbox.control().counts();
    let route = &counts["GET /organization/projects/{project_id}"];
    assert_eq!((route.requests, route.refused_429), (8, 1));
}

#[tokio::test]
async fn waiting_as_told_is_enough_in_real_time() {
    let options = Options {
        limits: Limits::Bucket { capacity: 2, seconds: 60.0 },
        speed: 60.0,
        retry_after: RetryAfter::Both,
        ..Options::default()
    };
    let org = Org::start(options).await;
    for _ in 0..3 {
        let refused = loop {
            let answer = org.get("/organization/users").await;
            if answer.status == 429 {
                break answer;
            }
        };
        assert_eq!(refused.headers["retry-after"], "1");
        let told: u64 = refused.headers["retry-after-ms"].to_str().unwrap().parse().unwrap();
        let seconds = wait(refused.refused(429)["message"].as_str().unwrap());
        assert!((1..=500).contains(&told) && Duration::from_secs_f64(seconds) == Duration::from_millis(told));
        // The only way to see real time pass is to let it.
        let until = Instant::now() + Duration::from_millis(told);
        tokio::time::sleep_until(until.into()).await;
        org.get("/organization/users").await.ok();
    }
}

#[tokio::test]
async fn refused_requests_change_nothing_and_cost_nothing() {
    let org =
        Org::start(Options { limits: Limits::Bucket { capacity: 1, seconds: 3600.0 }, ..Options::default() }).await;
    let invite = |email: &str| json!({"email": email, "role": "reader"});
    org.post("/organization/invites", invite("a@x.io")).await.ok();
    for _ in 0..3 {
        org.post("/organization/invites", invite("b@x.io")).await.refused(429);
    }
    assert_eq!(org.sandbox.control().invites().len(), 1);
    org.sandbox.control().set_limits(Limits::Off);
    org.post("/organization/invites", invite("b@x.io")).await.ok();
}

#[tokio::test]
async fn whoever_has_no_key_takes_nothing_from_the_others() {
    let org =
        Org::start(Options { limits: Limits::Bucket { capacity: 1, seconds: 3600.0 }, ..Options::default() }).await;
    for _ in 0..3 {
        org.with("sk-admin-unknown", "GET", "/organization/users", None).await.refused(401);
    }
    org.get("/organization/users").await.ok();
    org.get("/organization/users").await.refused(429);
}
