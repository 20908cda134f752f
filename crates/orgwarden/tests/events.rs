//! What a job tells while it works: enough to follow every step, whatever happens to it.

#![allow(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a test that cannot go on must fail; times are far below 2^52"
)]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use orgwarden::api::Clock as _;
use orgwarden::api::pace::{Fingerprint, MemoryBudgets, Outcome, Pacer};
use orgwarden::apply::{Done, Event, Job, StepStatus};
use orgwarden::guard::Policy;
use orgwarden::input::read_wishes;
use orgwarden::ops::ChangeMembers;
use orgwarden_sandbox::{Fault, Limits, Options, RetryAfter, Seed};
use serde_json::Value;
use support::{LeapClock, Local};
use tokio_util::sync::CancellationToken;

fn change(text: &str) -> ChangeMembers {
    ChangeMembers { wishes: read_wishes("people.csv", text).unwrap().wishes, ..ChangeMembers::default() }
}

/// All events as programs see them, and the result.
async fn follow(mut job: Job) -> (Vec<Value>, Done) {
    let mut events = Vec::new();
    while let Some(event) = job.next().await {
        assert_eq!(event.ended().is_some(), serde_json::to_value(&event).unwrap().get("left_seconds").is_some());
        events.push(serde_json::to_value(&event).unwrap());
    }
    (events, job.result().await.unwrap())
}

fn name(event: &Value) -> &str {
    event["event"].as_str().unwrap()
}

const ENDS: [&str; 5] = ["done", "failed", "held", "unknown", "not_sent"];

/// Every step ends once; whoever was sent began before; the summary counts what was told.
fn is_complete(events: &[Value], done: &Done) {
    assert_eq!((name(&events[0]), name(events.last().unwrap())), ("plan", "summary"));
    let summary = events.last().unwrap();
    let mut begun: BTreeMap<u64, bool> = BTreeMap::new();
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for event in events {
        match name(event) {
            "step" => assert_eq!(begun.insert(event["step"].as_u64().unwrap(), false), None, "begun twice: {event}"),
            end if ENDS.contains(&end) => {
                let step = event["step"].as_u64().unwrap();
                assert!(event["attempts"] == 0 || begun.get(&step) == Some(&false), "ended before it began: {event}");
                assert_ne!(begun.insert(step, true), Some(true), "ended twice: {event}");
                *counts.entry(event["status"].as_str().unwrap().to_owned()).or_default() += 1;
            }
            _ => {}
        }
    }
    assert_eq!(begun.len(), done.results.len());
    assert!(begun.values().all(|ended| *ended));
    for status in StepStatus::ALL {
        let told = counts.get(status.as_str()).copied().unwrap_or(0);
        assert_eq!(summary["counts"][status.as_str()], told, "{status:?}");
        assert_eq!(done.count(*status) as u64, told);
    }
    let document = serde_json::to_value(done).unwrap();
    for (member, value) in document.as_object().unwrap() {
        assert_eq!(&summary[member], value, "the summary carries what the format json tells");
    }
}

#[tokio::test]
async fn every_step_begins_and_ends_whatever_becomes_of_it() {
    let mut rows = vec!["email,action,role".to_owned()];
    rows.extend((0..20).map(|number| format!("p{number}@x.io,invite,")));
    // One that a guard holds at apply time, two that the API refuses.
    let (held, refused) = ("marcus.reyes@acme.example", ["priya.natarajan@acme.example", "tom.becker@acme.example"]);
    rows.push(format!("{held},role,reader"));
    rows.extend(refused.map(|email| format!("{email},remove,")));
    let text = rows.join("\n") + "\n";
    let limits = Limits::Bucket { capacity: 5, seconds: 1.0 };
    let local =
        Local::start(Options { seed: Seed::Demo, limits, retry_after: RetryAfter::Seconds, ..Options::default() })
            .await;
    let planning = local.organization.clone().with_policy(Policy { minimum_owners: 1, ..Policy::default() });
    let mut plan = planning.plan(&change(&text)).await.unwrap();
    plan.policy = Policy::default();
    let faults: Vec<Fault> = ["503:POST /organization/invites:0.2:seed=3", "403:DELETE /organization/users/{user_id}"]
        .iter()
        .map(|fault| fault.parse().unwrap())
        .collect();
    local.control().set_faults(faults);
    let (events, done) = follow(local.organization.apply(plan)).await;
    is_complete(&events, &done);
    let of = |wanted: &str| events.iter().filter(|event| name(event) == wanted).collect::<Vec<_>>();
    assert_eq!((of("held").len(), of("failed").len()), (1, 2), "{}", done.summary());
    assert_eq!(of("held")[0]["held"]["guard"], "minimum_owners");
    assert!(of("failed").iter().all(|event| event["error"]["kind"] == "permission" && event["attempts"] == 1));
    let start = of("start")[0];
    assert_eq!((&start["steps"], &start["before"]), (&Value::from(23), &Value::from(0)));
    assert!(!of("wait").is_empty(), "five at once is the limit");
    assert!(of("wait").iter().all(|event| event["route"].is_string() && event["seconds"].as_f64().unwrap() > 0.0));
    assert!(of("wait").iter().any(|event| event["step"].is_u64()), "{:?}", of("wait"));
}

/// Teaches the budgets of a credential that a route takes seven requests a minute, on a clock that only leaps.
async fn teach(budgets: &Arc<MemoryBudgets>, key: &str, clock: &Arc<LeapClock>, route: &str) {
    let pacer = Pacer::new(Arc::clone(budgets) as _, Fingerprint::of(key), Arc::clone(clock) as _);
    let per_ms = 7.0 / 60_000.0;
    let (mut level, mut last, mut passed) = (7.0_f64, clock.now_ms(), 0);
    while passed < 20 {
        let permit = pacer.acquire(route, None, &CancellationToken::new(), &|_| {}).await.unwrap();
        let now = clock.now_ms();
        level = ((now - last) as f64).mul_add(per_ms, level).min(7.0);
        last = now;
        if level < 1.0 {
            let wait = Duration::from_secs_f64((1.0 - level) / per_ms / 1000.0);
            permit.report(Outcome::Refused { wait: Some(wait) });
        } else {
            level -= 1.0;
            passed += 1;
            permit.report(Outcome::Passed);
        }
    }
}

#[tokio::test]
async fn what_a_request_waits_for_is_told_with_the_pace_that_was_learned() {
    const ROUTE: &str = "POST /organization/invites";
    let local = Local::demo().await;
    let (budgets, clock) = (Arc::new(MemoryBudgets::default()), Arc::new(LeapClock::default()));
    teach(&budgets, local.sandbox.admin_key(), &clock, ROUTE).await;
    let client = support::builder(&local.sandbox, local.sandbox.admin_key()).budgets(budgets).clock(clock).build();
    let organization = support::organization(&local.sandbox, client.unwrap());
    let rows: Vec<String> = (0..12).map(|number| format!("p{number}@x.io")).collect();
    let plan = organization.plan(&change(&format!("email\n{}\n", rows.join("\n")))).await.unwrap();
    let (events, done) = follow(organization.apply(plan)).await;
    is_complete(&events, &done);
    let waits: Vec<&Value> = events.iter().filter(|event| name(event) == "wait").collect();
    assert!(!waits.is_empty(), "{events:?}");
    for wait in waits {
        assert!((6.0..8.0).contains(&wait["per_minute"].as_f64().unwrap()), "{wait}");
        assert!(wait["route"] == ROUTE && wait["step"].is_u64() && wait["seconds"].as_f64().unwrap() > 0.0, "{wait}");
    }
}

#[tokio::test]
async fn retries_are_told_with_their_step_and_a_resumed_run_tells_all_of_it() {
    let local = Local::demo().await;
    let text = "email\na@x.io\nb@x.io\n";
    let plan = local.organization.plan(&change(text)).await.unwrap();
    local.control().set_faults(vec!["reset-before:POST /organization/invites:1:times=1000".parse().unwrap()]);
    let (events, done) = follow(local.organization.apply(plan)).await;
    is_complete(&events, &done);
    assert!(done.can_be_resumed(), "{done:?}");
    local.control().set_faults(vec!["429:POST /organization/invites:1:times=1".parse().unwrap()]);
    let (events, resumed) = follow(local.organization.resume(&done.run)).await;
    is_complete(&events, &resumed);
    assert_eq!(resumed.count(StepStatus::Done), 2, "{resumed:?}");
    // Set by hand, so that the request is safe to repeat.
    let wish = change("email,action,role\ntom.becker@acme.example,role,owner\n");
    let plan = local.organization.plan(&wish).await.unwrap();
    local.control().set_faults(vec!["503:POST /organization/users/{user_id}:1:times=1".parse().unwrap()]);
    let (events, done) = follow(local.organization.apply(plan)).await;
    is_complete(&events, &done);
    let retry = events.iter().find(|event| name(event) == "retry").unwrap();
    assert_eq!(
        (&retry["step"], &retry["route"]),
        (&Value::from(0), &Value::from("POST /organization/users/{user_id}"))
    );
    assert!(retry["reason"].as_str().is_some_and(|reason| !reason.is_empty()));
    assert_eq!(done.results[0].attempts, 2);
}

/// The kinds are a part of the surface: programs read them.
#[test]
fn the_names_of_events_are_documented() {
    let page = include_str!("../../../docs/applying.md");
    let schema = serde_json::to_value(schemars::schema_for!(Event)).unwrap();
    let variants = schema["oneOf"].as_array().unwrap();
    assert!(variants.len() >= 11, "{variants:?}");
    for variant in variants {
        let name = variant.pointer("/properties/event/const").and_then(Value::as_str).unwrap();
        assert!(page.contains(&format!("| `{name}` |")), "docs/applying.md does not tell of `{name}`");
    }
}
