use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};

use orgwarden_sandbox::{Limits, Options, RetryAfter, Seed};
use serde_json::Value;

use crate::support::{MARCUS, PRIYA, TOM, World};

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn name(event: &Value) -> &str {
    event["event"].as_str().unwrap()
}

#[test]
fn a_program_sees_every_step_begin_and_end_and_the_counts_are_those() {
    let world =
        World::faulty(&["503:POST /organization/invites:1:times=3", "403:DELETE /organization/users/{user_id}"]);
    let mut rows = vec!["email,action,role".to_owned()];
    rows.extend((0..15).map(|number| format!("p{number}@x.example,invite,")));
    rows.extend([format!("{PRIYA},remove,"), format!("{MARCUS},role,reader"), format!("{TOM},role,reader\n")]);
    let text = rows.join("\n");
    let file = world.file("people.csv", &text);
    let ran = world.run(&["change", "-f", &file, "--yes", "--format", "jsonl"]).expect(6);
    let events = lines(&ran.out);
    assert_eq!((name(&events[0]), name(&events[1])), ("plan", "start"));
    let plan = &events[0]["plan"];
    let steps = plan["steps"].as_array().unwrap().len();
    assert_eq!((steps, plan["held"].as_array().unwrap().len(), plan["already"].as_array().unwrap().len()), (16, 1, 1));
    let mut begun = BTreeSet::new();
    let mut ended: BTreeMap<u64, String> = BTreeMap::new();
    for event in &events[2..events.len() - 1] {
        match name(event) {
            "step" => assert!(begun.insert(event["step"].as_u64().unwrap())),
            "done" | "failed" | "held" | "unknown" | "not_sent" => {
                let step = event["step"].as_u64().unwrap();
                assert!(begun.contains(&step), "{event}");
                let status = event["status"].as_str().unwrap().to_owned();
                assert_eq!(ended.insert(step, status), None);
                assert!(event["at"].is_i64() && event["attempts"].as_u64().unwrap() > 0, "{event}");
            }
            "wait" | "retry" => assert!(event["seconds"].is_f64() && event["route"].is_string()),
            other => panic!("{other} in the middle"),
        }
    }
    let retries: Vec<&Value> = events.iter().filter(|event| name(event) == "retry").collect();
    assert_eq!(retries.len(), 3, "{retries:?}");
    assert!(retries.iter().all(|retry| begun.contains(&retry["step"].as_u64().unwrap())), "{retries:?}");
    assert_eq!((begun.len(), ended.len()), (steps, steps));
    let summary = events.last().unwrap();
    assert_eq!(name(summary), "summary");
    for (status, count) in summary["counts"].as_object().unwrap() {
        let told = ended.values().filter(|ended| *ended == status).count();
        assert_eq!(count.as_u64().unwrap(), told as u64, "{status}");
    }
    assert_eq!(summary["results"].as_array().unwrap().len(), steps);
    assert!(summary["requests"]["total"].as_u64().unwrap() > steps as u64);
    assert_eq!((&summary["held"], &summary["already"]), (&plan["held"], &plan["already"]));
}

/// Not all at the end: whoever follows sees the first invitation while the second waits for the limit.
#[test]
fn events_come_as_they_happen() {
    let limits = Limits::Bucket { capacity: 1, seconds: 36_000.0 };
    let options = Options { seed: Seed::Demo, limits, retry_after: RetryAfter::Seconds, ..Options::default() };
    let world = World::with(options);
    let arguments = ["invite", "a@x.example", "b@x.example", "--format", "jsonl"];
    let mut child = world.command(&arguments).spawn().unwrap();
    let mut seen = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let event: Value = serde_json::from_str(&line.unwrap()).unwrap();
        seen.push(name(&event).to_owned());
        if name(&event) == "wait" && seen.contains(&"done".to_owned()) {
            assert_eq!(event["route"], "POST /organization/invites");
            break;
        }
    }
    // The pipe is closed now: nobody follows, and the work is stopped from outside.
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(seen[..2], ["plan", "start"], "{seen:?}");
    assert!(!seen.contains(&"summary".to_owned()));
}
