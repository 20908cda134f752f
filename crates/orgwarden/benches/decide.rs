//! 100,000 members and 1,000 projects: the time and the peak memory of deciding 10,000 differences, and the time of
//! reading a CSV file of 100,000 rows.
//!
//! Run: `cargo bench -p orgwarden --bench decide`.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

use std::fmt::Write as _;
use std::time::Instant;

use orgwarden::api::model::{ProjectRole, Timestamp};
use orgwarden::input::read_wishes;
use orgwarden::plan::decide;
use orgwarden::roster::Snapshot;
use serde_json::json;

const MEMBERS: usize = 100_000;
const PROJECTS: usize = 1_000;
const DIFFERENCES: usize = 10_000;
const ROUNDS: usize = 7;

fn main() {
    let snapshot = snapshot();
    let loaded = kilobytes("VmRSS:");
    let text = rows(DIFFERENCES);
    let wishes = read_wishes("changes.csv", &text).unwrap().wishes;
    let all = rows(MEMBERS);
    let started = Instant::now();
    let plan = decide(&snapshot, &wishes, Timestamp::new(0)).unwrap();
    let first = started.elapsed();
    assert_eq!(plan.steps.len(), DIFFERENCES);
    drop(plan);
    let peak = kilobytes("VmHWM:");
    let mut times: Vec<_> = (1..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            assert_eq!(decide(&snapshot, &wishes, Timestamp::new(0)).unwrap().steps.len(), DIFFERENCES);
            started.elapsed()
        })
        .chain([first])
        .collect();
    times.sort();
    println!("{MEMBERS} members, {PROJECTS} projects, {DIFFERENCES} differences, {ROUNDS} rounds");
    println!("decide: {:?} median, {:?} at most (goal at most 300 ms)", times[ROUNDS / 2], times[ROUNDS - 1]);
    println!("memory: {loaded} kB loaded, {peak} kB peak (goal at most 300,000)");
    let started = Instant::now();
    assert_eq!(read_wishes("all.csv", &all).unwrap().wishes.len(), MEMBERS);
    println!("read {} kB of CSV, {MEMBERS} rows: {:?} (goal at most 1 s)", all.len() / 1000, started.elapsed());
}

/// Everybody is a reader, and in three projects.
fn snapshot() -> Snapshot {
    let mut snapshot = Snapshot::default();
    for project in 0..PROJECTS {
        let value = json!({"id": format!("proj_{project}"), "name": format!("Project {project}")});
        snapshot.projects.push(serde_json::from_value(value).unwrap());
    }
    for member in 0..MEMBERS {
        let id = format!("user-{member:024}");
        let value = json!({"id": id, "name": format!("Person {member}"), "email": email(member), "role": "reader"});
        snapshot.members.push(serde_json::from_value(value).unwrap());
        for place in 0..3 {
            let project = format!("proj_{}", (member + place) % PROJECTS);
            let users = snapshot.places.entry(project.as_str().into()).or_default();
            users.insert(id.as_str().into(), Some(ProjectRole::Member));
        }
    }
    snapshot
}

fn email(member: usize) -> String {
    format!("person.number.{member}@example.com")
}

/// A mixture: invitations with projects, roles, projects joined and left, removals.
fn rows(count: usize) -> String {
    let mut text = "email,action,role,projects,reason\n".to_owned();
    for row in 0..count {
        let (email, project) = (email(row), format!("Project {}", row % PROJECTS));
        let _ = match row % 5 {
            0 => writeln!(text, "new.{row}@example.com,invite,reader,{project};Project 7:owner,\"hired, at last\""),
            1 => writeln!(text, "{email},role,owner,,"),
            2 => writeln!(text, "{email},add,member,Project {},", (row + 500) % PROJECTS),
            3 => writeln!(text, "{email},take,,{project},"),
            _ => writeln!(text, "{email},remove,,,left"),
        };
    }
    text
}

fn kilobytes(what: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
