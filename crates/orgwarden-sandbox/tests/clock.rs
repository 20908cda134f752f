//! The sandbox's time.

mod common;

use std::time::Duration;

use common::Org;
use orgwarden_api::model::Timestamp;
use orgwarden_sandbox::{Options, StartError};
use serde_json::json;

#[tokio::test]
async fn it_starts_where_it_is_told_and_stamps_what_happens() {
    let start = Timestamp::new(1_800_000_000);
    let org = Org::start(Options { clock: Some(start), ..Options::default() }).await;
    assert!((0..30).contains(&org.sandbox.control().now().since(start)));
    let project = org.post("/organization/projects", json!({"name": "x"})).await.ok();
    assert!((0..30).contains(&(project["created_at"].as_i64().unwrap() - start.seconds())));
    org.sandbox.control().set_clock(Timestamp::new(1_900_000_000));
    let project = org.post("/organization/projects", json!({"name": "y"})).await.ok();
    assert!((0..30).contains(&(project["created_at"].as_i64().unwrap() - 1_900_000_000)));
    org.sandbox.control().advance(Duration::from_secs(86_400));
    assert!(org.sandbox.control().now() >= Timestamp::new(1_900_086_400));
    let log = org.sandbox.control().log();
    assert!((0..30).contains(&log[1].at.since(Timestamp::new(1_900_000_000))));
}

#[tokio::test]
async fn it_runs_faster_on_request() {
    let org = Org::start(Options { clock: Some(Timestamp::new(0)), speed: 100_000.0, ..Options::default() }).await;
    let before = org.sandbox.control().now();
    while org.sandbox.control().now().since(before) < 100 {
        tokio::task::yield_now().await;
    }
    assert!(org.sandbox.control().now() > before);
}

#[tokio::test]
async fn without_a_word_it_is_the_present() {
    let org = Org::empty().await;
    let present = jiff::Timestamp::now().as_second();
    assert!((-2..30).contains(&(org.sandbox.control().now().seconds() - present)));
}

#[tokio::test]
async fn the_slowest_and_the_fastest_speed_answer() {
    for speed in [1e-6, 1e6] {
        let faults = vec!["429:GET *:1:times=1".parse().unwrap()];
        let limits = orgwarden_sandbox::Limits::Bucket { capacity: 2, seconds: 60.0 };
        let org = Org::start(Options { speed, faults, limits, ..Options::default() }).await;
        org.get("/organization/users").await.refused(429);
        org.get("/organization/users").await.ok();
    }
}

#[tokio::test]
async fn a_clock_beyond_the_calendar_is_refused_and_one_at_its_end_answers() {
    let org = Org::demo().await;
    org.post(
        "/organization/spend_limit",
        json!({"threshold_amount": 1_000_000_000, "currency": "USD", "interval": "month"}),
    )
    .await
    .ok();
    let alert = json!({
        "threshold_amount": 1, "currency": "USD", "interval": "month",
        "notification_channel": {"type": "email", "recipients": ["a@x.io"]},
    });
    org.post("/organization/spend_alerts", alert).await.ok();
    let clock = async |body| org.page("POST", "/sandbox/clock", Some(body)).await;
    for beyond in [
        json!({"set": 1_772_323_200_000_i64}),
        json!({"set": i64::MIN}),
        json!({"set": -1}),
        json!({"set": 253_402_300_800_i64}),
        json!({"advance": 1e12}),
        json!({"advance": 1e19}),
    ] {
        let refusal = clock(beyond.clone()).await.refused(400);
        assert!(refusal["message"].as_str().unwrap().contains("9999"), "{beyond}: {refusal}");
    }
    clock(json!({"set": 253_402_300_799_i64})).await.ok();
    org.get("/organization/spend_limit").await.ok();
    org.page("GET", "/sandbox/inbox.json", None).await.ok();
    for clock in [i64::MIN, i64::MAX] {
        org.sandbox.control().set_clock(Timestamp::new(clock));
        org.sandbox.control().reset(orgwarden_sandbox::Seed::Demo).unwrap();
        org.get("/organization/costs?start_time=0&limit=1").await.ok();
        let other = Org::start(Options { clock: Some(Timestamp::new(clock)), ..Options::default() }).await;
        other.get("/organization/users").await.ok();
    }
}

#[tokio::test]
async fn impossible_speeds_and_addresses_are_refused() {
    use orgwarden_sandbox::Sandbox;
    for speed in [0.0, -1.0, 1e-25, 9e-7, 1.1e6, f64::NAN, f64::INFINITY] {
        let started = Sandbox::start(Options { speed, ..Options::default() }).await;
        assert!(matches!(started, Err(StartError::Speed(_))), "{speed}");
    }
    let listen = "0.0.0.0:0".parse().unwrap();
    let started = Sandbox::start(Options { listen, ..Options::default() }).await;
    assert!(matches!(started, Err(StartError::NotLoopback(_))));
    let org = Org::empty().await;
    let base = org.sandbox.base_url();
    let listen = base.strip_prefix("http://").unwrap().strip_suffix("/v1").unwrap().parse().unwrap();
    let started = Sandbox::start(Options { listen, ..Options::default() }).await;
    assert!(matches!(started, Err(StartError::Listen(..))));
}
