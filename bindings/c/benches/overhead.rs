//! What the C door adds to a small operation that sends nothing, over the same in the core: `cargo bench -p orgwarden-c`.
//! One JSON line for each case, in microseconds for a call: the middle of several rounds that take turns. The last is what a
//! call costs in the core where no thread may wait for it, as in the doors to event loops.

#![expect(clippy::print_stdout, reason = "its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot go on must fail")]

use std::hint::black_box;
use std::ptr;
use std::time::Instant;

use orgwarden::ops::ReadPeople;
use orgwarden_c::generated::operations::{orgwarden_files_read_people, orgwarden_files_read_people_options};
use orgwarden_c::generated::records::{
    orgwarden_people_rows, orgwarden_people_rows_free, orgwarden_people_rows_people_count,
};
use orgwarden_c::generated::status::orgwarden_status;
use orgwarden_c::organization::{orgwarden_open, orgwarden_organization_free};
use orgwarden_c::text::orgwarden_text;
use orgwarden_door::{Door, runtime, waited};
use secrecy::SecretString;

const CALLS: u32 = 20_000;
const ROUNDS: usize = 9;
const TEXT: &str = "email,role\nada@example.com,reader\n";

fn main() {
    let state = tempfile::tempdir().unwrap();
    let given = serde_json::json!({"organization": "org-1", "state_dir": state.path()}).to_string();
    let key = "sk-admin-of-nobody";
    let door = waited(Door::open(&given, Some(SecretString::from(key)))).unwrap();
    let mut opened = ptr::null_mut();
    // SAFETY: texts and places are variables of this function.
    let status = unsafe {
        orgwarden_open(orgwarden_text::of(&given), orgwarden_text::of(key), &raw mut opened, ptr::null_mut())
    };
    assert_eq!(status, orgwarden_status::Ok);

    let core = || {
        let operation = ReadPeople { text: TEXT.to_owned(), name: Some("team.csv".to_owned()) };
        let report = runtime().unwrap().block_on(door.organization().unwrap().run(operation)).unwrap();
        assert_eq!(black_box(report).value.people.len(), 1);
    };
    let spawned = || {
        let organization = door.organization().unwrap().clone();
        let operation = ReadPeople { text: TEXT.to_owned(), name: Some("team.csv".to_owned()) };
        let runtime = runtime().unwrap();
        let report = runtime.block_on(runtime.spawn(async move { organization.run(operation).await }));
        assert_eq!(black_box(report).unwrap().unwrap().value.people.len(), 1);
    };
    let c = || {
        let options = orgwarden_files_read_people_options { name: orgwarden_text::of("team.csv") };
        let mut rows: *mut orgwarden_people_rows = ptr::null_mut();
        // SAFETY: all pointers are to variables of this function; the answer is freed once.
        unsafe {
            let text = orgwarden_text::of(TEXT);
            let status = orgwarden_files_read_people(opened, text, &raw const options, &raw mut rows, ptr::null_mut());
            assert_eq!(status, orgwarden_status::Ok);
            assert_eq!(orgwarden_people_rows_people_count(rows), 1);
            orgwarden_people_rows_free(rows);
        }
    };
    let (mut of_core, mut of_c, mut of_spawned) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        of_core.push(round(&core));
        of_c.push(round(&c));
        of_spawned.push(round(&spawned));
    }
    let (core, c) = (middle(of_core), middle(of_c));
    println!(
        r#"{{"case": "files.read_people, one row", "core_us": {core:.2}, "c_us": {c:.2}, "overhead_us": {:.2}}}"#,
        c - core
    );
    println!(
        r#"{{"case": "the same in the core, spawned and waited for by another thread", "core_us": {:.2}}}"#,
        middle(of_spawned)
    );
    // SAFETY: it was opened above, and is freed once.
    unsafe { orgwarden_organization_free(opened) };
}

fn round(call: &impl Fn()) -> f64 {
    let started = Instant::now();
    for _ in 0..CALLS {
        call();
    }
    started.elapsed().as_secs_f64() * 1e6 / f64::from(CALLS)
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
