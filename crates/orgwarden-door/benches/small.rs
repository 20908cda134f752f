//! Microseconds of a small operation by its name, one call after the other: in the core alone and through the shared half of
//! the doors. What a language adds is measured by its own bench, against these.
//!
//! Run: `cargo bench -p orgwarden-door`.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

use std::time::Instant;

use orgwarden_door::{Door, Sandbox, runtime, waited};
use secrecy::SecretString;
use serde_json::json;

const CALLS: u32 = 4_000;
const OPERATIONS: [(&str, &str); 2] =
    [("journal.list", "{}"), ("files.read_people", r#"{"text": "ada@example.com\n"}"#)];

fn main() {
    let state = tempfile::tempdir().unwrap();
    let sandbox = waited(Sandbox::start("{}")).unwrap();
    let given =
        json!({"base_url": sandbox.base_url(), "organization": sandbox.organization(), "state_dir": state.path()});
    let key = SecretString::from(sandbox.admin_key());
    let door = waited(Door::open(&given.to_string(), Some(key))).unwrap();
    for (name, arguments) in OPERATIONS {
        let organization = door.organization().unwrap();
        let core = fastest(|| drop(runtime().unwrap().block_on(organization.call_raw(name, arguments)).unwrap()));
        let door = fastest(|| drop(waited(door.call(name.to_owned(), arguments.to_owned())).unwrap()));
        println!("{name}: {core:.1} µs in the core, {door:.1} µs through the door");
    }
}

/// The fastest of five rounds, per call.
fn fastest(call: impl Fn()) -> f64 {
    let round = || {
        let started = Instant::now();
        (0..CALLS).for_each(|_| call());
        started.elapsed().as_secs_f64() * 1e6 / f64::from(CALLS)
    };
    (0..5).map(|_| round()).fold(f64::INFINITY, f64::min)
}
