//! The journal on its own: several processes, old and new files, full disks, and any changed byte.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Barrier};

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::ErrorKind;
use crate::api::model::{OrganizationRole, Timestamp};
use crate::apply::StepResult;
use crate::plan::{Act, Plan, Step};

const NOW: Timestamp = Timestamp::new(1_769_850_000);

fn place() -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("state").join("profile-test.sqlite");
    (directory, path)
}

fn plan(steps: usize) -> Plan {
    let act = |number: usize| Act::SetRole { user: format!("user-{number}").into(), role: OrganizationRole::Reader };
    Plan {
        operation: "members.set_role".to_owned(),
        steps: (0..steps).map(|number| Step::new(format!("p{number}@x.io"), "change the role", act(number))).collect(),
        ..Plan::default()
    }
}

fn result(step: usize, status: StepStatus) -> StepResult {
    StepResult::new(&plan(step + 1), step, status)
}

/// Two runs: one that ended, and one that was cut off while its second step was being sent.
fn write(path: &Path) -> [String; 2] {
    let journal = Journal::at(path.to_owned());
    let (first, lease) = journal.begin(&plan(1), NOW).unwrap();
    journal.append(&Entry::sending(&first, NOW, 0, 0)).unwrap();
    journal.append(&Entry::of_result(&first, NOW, &result(0, StepStatus::Done))).unwrap();
    journal.append(&Entry::of_run(&first, NOW, State::Ended, None)).unwrap();
    lease.finish();
    let (second, _lease) = journal.begin(&plan(3), NOW).unwrap();
    journal.append(&Entry::sending(&second, NOW, 0, 0)).unwrap();
    journal.append(&Entry::of_result(&second, NOW, &result(0, StepStatus::Failed))).unwrap();
    journal.append(&Entry::sending(&second, NOW, 1, 0)).unwrap();
    [first, second]
}

/// Does something to a copy of the tables, and tells what the check finds.
fn problems_after(path: &Path, change: &str) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    let copy = directory.path().join("copy.sqlite");
    Connection::open(path).unwrap().execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    Connection::open(&copy).unwrap().execute_batch(change).unwrap();
    Journal::at(copy).verify(None).unwrap().problems
}

#[test]
fn runs_are_listed_with_what_became_of_their_steps() {
    let (_directory, path) = place();
    let journal = Journal::at(path.clone());
    assert_eq!(journal.runs().unwrap(), []);
    assert_eq!(journal.to_resume(None, false).unwrap(), None);
    assert!(!path.exists(), "looking makes no file");
    let [first, second] = write(&path);
    let runs = journal.runs().unwrap();
    assert_eq!([&runs[0].id, &runs[1].id], [&second, &first], "the newest first");
    assert_eq!((runs[0].state, runs[1].state), (RunState::Open, RunState::Ended));
    assert_eq!((runs[0].steps, runs[0].failed, runs[0].unknown, runs[0].not_sent), (3, 1, 1, 1));
    assert_eq!((&*runs[0].operation, runs[0].started_at, runs[1].done), ("members.set_role", NOW, 1));
    assert_eq!(journal.to_resume(None, false).unwrap(), Some(second.clone()));
    assert_eq!(journal.to_resume(Some(&first), true).unwrap(), None, "it is over, and nothing failed");
    assert_eq!(journal.to_resume(Some("nothing"), false).unwrap_err().kind(), ErrorKind::NotFound);
    let lease = journal.lease(&second).unwrap();
    assert_eq!(journal.runs().unwrap()[0].state, RunState::Running);
    assert_eq!(journal.to_resume(None, false).unwrap(), None, "what another process applies needs nobody else");
    drop(lease);
    assert_eq!(journal.entries(&second).unwrap().1.len(), 4);
}

#[test]
fn a_run_is_leased_before_anybody_can_see_it() {
    let (_directory, path) = place();
    let seen = Arc::new(std::sync::Mutex::new(Vec::new()));
    let journal = {
        let (path, seen) = (path.clone(), Arc::clone(&seen));
        Journal::at(path.clone()).watched(move |moment| {
            let runs = Journal::at(path.clone()).runs().unwrap();
            seen.lock().unwrap().push((moment, runs.first().map(|run| run.state)));
        })
    };
    let _run = journal.begin(&plan(1), NOW).unwrap();
    let expected = [(Moment::Before(State::Started), None), (Moment::After(State::Started), Some(RunState::Running))];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[test]
fn an_untouched_journal_verifies_and_its_head_vouches_for_all_before() {
    let (_directory, path) = place();
    let journal = Journal::at(path.clone());
    assert_eq!(journal.verify(None).unwrap().problems, [""; 0], "nothing was written yet");
    let [_, second] = write(&path);
    let before = journal.verify(None).unwrap();
    assert_eq!((before.entries, before.runs, before.problems.len()), (8, 2, 0));
    journal.append(&Entry::of_run(&second, NOW, State::Resumed, None)).unwrap();
    assert_eq!(journal.verify(Some(&before.head)).unwrap().problems, [""; 0]);
    drop(journal);
    let file = Connection::open(&path).unwrap();
    file.execute("DELETE FROM entries WHERE number >= 8", []).unwrap();
    drop(file);
    assert_eq!(Journal::at(path.clone()).verify(None).unwrap().problems, [""; 0], "a cut end looks like a new one …");
    let found = Journal::at(path).verify(Some(&before.head)).unwrap().problems;
    assert_eq!(found.len(), 1, "… but not to whoever kept the head: {found:?}");
}

#[test]
fn what_was_taken_away_swapped_or_added_is_found() {
    let (_directory, path) = place();
    write(&path);
    assert_eq!(problems_after(&path, ""), [""; 0]);
    for change in [
        "DELETE FROM entries WHERE number = 1",
        "DELETE FROM entries WHERE number = 3",
        "DELETE FROM entries WHERE number IN (3, 4, 5)",
        "DELETE FROM entries WHERE number = 3; UPDATE entries SET number = number - 1 WHERE number > 3",
        "UPDATE entries SET number = 99 WHERE number = 8",
        "UPDATE entries SET line = (SELECT line FROM entries WHERE number = 3) WHERE number = 2",
        "UPDATE entries SET number = 0 WHERE number = 2; UPDATE entries SET number = 2 WHERE number = 3;
         UPDATE entries SET number = 3 WHERE number = 0",
        "UPDATE entries SET run = (SELECT id FROM runs ORDER BY rowid DESC) WHERE number = 2",
        "UPDATE entries SET hash = 'x' WHERE number = 8",
        "INSERT INTO entries (run, line, hash) SELECT run, line, hash FROM entries WHERE number = 8",
        "INSERT INTO runs (id, plan) SELECT 'other', plan FROM runs LIMIT 1",
        "UPDATE runs SET plan = replace(plan, 'user-0', 'user-9')",
        "UPDATE runs SET plan = (SELECT plan FROM runs ORDER BY rowid DESC)",
        "PRAGMA foreign_keys = OFF; UPDATE runs SET id = id || 'x'",
        "PRAGMA foreign_keys = OFF; DELETE FROM runs WHERE rowid = 1",
    ] {
        assert_ne!(problems_after(&path, change), [""; 0], "{change}");
    }
}

/// Every text that is stored, with where it stands in the file.
fn stored(path: &Path) -> (Vec<u8>, Vec<usize>) {
    let file = Connection::open(path).unwrap();
    file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let mut texts: Vec<String> = Vec::new();
    for query in ["SELECT plan FROM runs", "SELECT line FROM entries", "SELECT hash FROM entries"] {
        let mut statement = file.prepare(query).unwrap();
        texts.extend(statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap));
    }
    drop(file);
    let bytes = std::fs::read(path).unwrap();
    let mut places = Vec::new();
    for text in texts {
        let start = bytes.windows(text.len()).position(|window| window == text.as_bytes());
        let start = start.expect("texts of this size stand in one page");
        places.extend(start..start + text.len());
    }
    (bytes, places)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    /// One byte of the file, anywhere in what was written, changed to anything else.
    #[test]
    fn any_changed_byte_is_found(place in any::<prop::sample::Index>(), flip in 1_u8..=255) {
        // One file for all cases, made once.
        static WRITTEN: std::sync::OnceLock<(Vec<u8>, Vec<usize>)> = std::sync::OnceLock::new();
        let (bytes, places) = WRITTEN.get_or_init(|| {
            let (_directory, path) = super::tests::place();
            write(&path);
            stored(&path)
        });
        let directory = tempfile::tempdir().unwrap();
        let copy = directory.path().join("copy.sqlite");
        let mut bytes = bytes.clone();
        bytes[*place.get(places)] ^= flip;
        std::fs::write(&copy, bytes).unwrap();
        let found = Journal::at(copy).verify(None);
        prop_assert!(found.map_or(true, |found| !found.problems.is_empty()));
    }
}

#[test]
fn a_plan_that_was_changed_is_never_applied() {
    let (_directory, path) = place();
    let [_, second] = write(&path);
    Connection::open(&path).unwrap().execute("UPDATE runs SET plan = plan || ' '", []).unwrap();
    let error = Journal::at(path).run(&second).unwrap_err();
    assert!(error.message().contains("not the one that it began with"), "{error}");
}

#[test]
fn a_full_disk_is_told_and_what_was_written_stays() {
    let (_directory, path) = place();
    let journal = Journal::at(path.clone());
    let (run, _lease) = journal.begin(&plan(1), NOW).unwrap();
    journal.limit_pages();
    let mut written = 0;
    let error = loop {
        match journal.append(&Entry::sending(&run, NOW, 0, 0)) {
            Ok(()) => written += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error.kind(), ErrorKind::Storage);
    assert!(error.hint().unwrap().contains("room"), "{error}");
    assert!(journal.begin(&plan(500), NOW).is_err());
    drop(journal);
    let journal = Journal::at(path);
    let found = journal.verify(None).unwrap();
    assert_eq!((found.entries, found.runs, found.problems.len()), (written + 1, 1, 0));
    journal.append(&Entry::sending(&run, NOW, 0, 0)).unwrap();
}

#[test]
fn entries_are_written_all_or_none() {
    let (_directory, path) = place();
    let journal = Journal::at(path.clone());
    let (run, _lease) = journal.begin(&plan(9), NOW).unwrap();
    let held = |run: &str| -> Vec<Entry> {
        (0..9).map(|step| Entry::of_result(run, NOW, &result(step, StepStatus::Held))).collect()
    };
    let mut broken = held(&run);
    broken[8].run = "no such run".to_owned();
    Connection::open(&path).unwrap().execute_batch("CREATE TRIGGER t BEFORE INSERT ON entries WHEN NEW.run = 'no such run' BEGIN SELECT RAISE(ABORT, 'no'); END").unwrap();
    assert!(journal.append_all(&broken).is_err());
    assert_eq!(journal.verify(None).unwrap().entries, 1);
    journal.append_all(&held(&run)).unwrap();
    assert_eq!(journal.runs().unwrap()[0].held, 9);
}

#[test]
fn a_newer_journal_is_left_alone() {
    let (_directory, path) = place();
    write(&path);
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let error = Journal::at(path).begin(&plan(1), NOW).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Storage);
    assert!(error.message().contains("newer orgwarden (version 99)") && error.hint().is_some(), "{error}");
}

#[test]
fn what_is_no_journal_is_an_error_with_a_way_on() {
    let (directory, path) = place();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "this is not a database, but long enough to be looked at".repeat(99)).unwrap();
    let file = directory.path().join("file");
    std::fs::write(&file, "").unwrap();
    for path in [path, file.join("journal.sqlite")] {
        let error = Journal::at(path).begin(&plan(1), NOW).unwrap_err();
        assert_eq!((error.kind(), error.hint().is_some()), (ErrorKind::Storage, true), "{error}");
    }
}

#[test]
fn many_use_one_new_journal_at_once() {
    const WRITERS: usize = 8;
    const RUNS: usize = 5;
    let (_directory, path) = place();
    let barrier = Barrier::new(WRITERS);
    // Journals of their own: to SQLite they are like processes.
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(|| {
                barrier.wait();
                let journal = Journal::at(path.clone());
                for _ in 0..RUNS {
                    let (run, lease) = journal.begin(&plan(1), NOW).unwrap();
                    journal.append(&Entry::sending(&run, NOW, 0, 0)).unwrap();
                    journal.append(&Entry::of_run(&run, NOW, State::Ended, None)).unwrap();
                    lease.finish();
                }
            });
        }
    });
    let found = Journal::at(path).verify(None).unwrap();
    assert_eq!((found.entries, found.runs, found.problems.len()), (3 * WRITERS * RUNS, WRITERS * RUNS, 0));
}

#[test]
fn a_journal_of_the_first_version_is_read_verified_and_continued() {
    let (_directory, path) = place();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    Connection::open(&path).unwrap().execute_batch(include_str!("fixtures/version_1.sql")).unwrap();
    let journal = Journal::at(path.clone());
    let before = journal.verify(None).unwrap();
    assert_eq!((before.entries, before.runs, before.problems.len()), (6, 2, 0), "{before:?}");
    let runs = journal.runs().unwrap();
    assert_eq!((runs[0].state, runs[0].unknown, runs[1].state, runs[1].done), (RunState::Open, 1, RunState::Ended, 1));
    let open = journal.to_resume(None, false).unwrap().unwrap();
    let run = journal.run(&open).unwrap();
    assert_eq!((run.plan.steps.len(), run.steps[&0].attempts), (1, None));
    let version = || -> i64 {
        Connection::open(&path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    };
    assert_eq!(version(), 2);
    let done = StepResult { attempts: 2, ..result(0, StepStatus::Done) };
    journal.append(&Entry::of_result(&open, NOW, &done)).unwrap();
    assert_eq!(journal.run(&open).unwrap().steps[&0].attempts, Some(2));
    assert_eq!(journal.verify(Some(&before.head)).unwrap().problems, [""; 0]);
    drop(journal);
    assert_eq!((Journal::at(path.clone()).verify(None).unwrap().entries, version()), (7, 2), "it moves up only once");
}
