//! Roster files of 100,000 members: reading, writing, and comparing with the organization that they describe.
//!
//! Run: `cargo bench -p orgwarden --bench roster_file`. Goal: reading at most 1 s.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

use std::path::Path;
use std::time::Instant;

use orgwarden::api::model::Timestamp;
use orgwarden::roster::Present;
use orgwarden::roster_file::{RosterFile, compare, export};
use serde_json::json;

const MEMBERS: usize = 100_000;
const PROJECTS: usize = 1_000;

fn main() {
    let now = Timestamp::new(1_800_000_000);
    let present = organization();
    let file = timed("export", || export(&present, Some("org-bench"), now));
    let text = timed("write", || file.to_text());
    println!("{} members, {} kB", file.members.len(), text.len() / 1000);
    let (read, places) = timed("read (goal 1 s)", || RosterFile::parse(&text, Path::new("roster.toml")).unwrap());
    assert!(read == file, "what is written is read");
    let comparison = timed("compare", || compare(&read, &places, &present, now, false).unwrap());
    assert!(comparison.wishes.is_empty() && comparison.unlisted.is_empty());
}

/// Runs it three times and tells the shortest.
fn timed<T>(what: &str, run: impl Fn() -> T) -> T {
    let mut shortest = f64::INFINITY;
    let mut result = run();
    for _ in 0..3 {
        let start = Instant::now();
        result = run();
        shortest = shortest.min(start.elapsed().as_secs_f64());
    }
    println!("{what:<16} {:>7.0} ms", shortest * 1000.0);
    result
}

/// Everybody in three projects and one group.
fn organization() -> Present {
    let mut present = Present {
        projects: serde_json::from_value(
            (0..PROJECTS).map(|number| json!({"id": format!("proj_{number}"), "name": format!("Project {number}")})).collect(),
        )
        .unwrap(),
        groups: serde_json::from_value(
            (0..100).map(|number| json!({"id": format!("group_{number}"), "name": format!("Group {number}")})).collect(),
        )
        .unwrap(),
        members: serde_json::from_value(
            (0..MEMBERS)
                .map(|number| json!({"id": format!("user-{number}"), "email": format!("person{number}@example.com"), "role": "reader"}))
                .collect(),
        )
        .unwrap(),
        ..Present::default()
    };
    for (number, user) in present.members.iter().enumerate() {
        let places = (0..3)
            .map(|step| (format!("proj_{}", (number + step * 7) % PROJECTS).as_str().into(), Some("member".into())));
        present.places.insert(user.id.clone(), places.collect());
        present.group_places.insert(user.id.clone(), vec![format!("group_{}", number % 100).as_str().into()]);
    }
    present
}
