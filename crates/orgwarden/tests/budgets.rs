//! The file of learned budgets: shared, private, and never in the way.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};

use orgwarden::budgets::SqliteBudgets;
use orgwarden_api::ErrorKind;
use orgwarden_api::pace::{Budget, BudgetKey, BudgetStore, Fingerprint};
use serde_json::{Value, json};

const CHILD: &str = "ORGWARDEN_TEST_BUDGETS";
const ROUNDS: u64 = 300;

fn key(route: &str) -> BudgetKey {
    BudgetKey { credential: Fingerprint::of("sk-admin-test"), route: route.to_owned() }
}

/// Adds one to a number of the budget, by reading and writing all of it.
fn add_one(store: &SqliteBudgets, key: &BudgetKey) {
    store
        .update(key, &mut |budget: &mut Budget| {
            let mut state = serde_json::to_value(&*budget).unwrap();
            state["spent"] = json!(state["spent"].as_u64().unwrap() + 1);
            *budget = serde_json::from_value(state).unwrap();
        })
        .unwrap();
}

fn count(store: &SqliteBudgets, key: &BudgetKey) -> u64 {
    let state: Value = serde_json::to_value(store.read(key).unwrap()).unwrap();
    state["spent"].as_u64().unwrap()
}

/// Counts warnings; everything else is dropped.
#[derive(Clone, Default)]
struct Warnings(Arc<AtomicUsize>);

impl std::io::Write for Warnings {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.fetch_add(usize::from(line.windows(4).any(|word| word == b"WARN")), Ordering::Relaxed);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Opens the file and uses it; the number of warnings.
fn warnings_of(path: &Path, before_use: impl FnOnce()) -> usize {
    let warnings = Warnings::default();
    let writer = warnings.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).finish();
    tracing::subscriber::with_default(subscriber, || {
        let store = SqliteBudgets::open(path).unwrap();
        add_one(&store, &key("GET /a"));
        before_use();
        add_one(&store, &key("GET /a"));
        add_one(&store, &key("GET /a"));
        assert_eq!(count(&store, &key("GET /a")), 3, "memory goes on where the file was");
    });
    warnings.0.load(Ordering::Relaxed)
}

#[test]
fn processes_and_threads_do_not_lose_each_others_updates() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("state").join("budgets.db");
    let children: Vec<_> = (0..2)
        .map(|_| {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "child", "--quiet"])
                .env(CHILD, &path)
                .spawn()
                .unwrap()
        })
        .collect();
    let barrier = Arc::new(Barrier::new(2));
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let (path, barrier) = (path.clone(), Arc::clone(&barrier));
            std::thread::spawn(move || {
                barrier.wait();
                let store = SqliteBudgets::open(&path).unwrap();
                (0..ROUNDS).for_each(|_| add_one(&store, &key("GET /a")));
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(count(&SqliteBudgets::open(&path).unwrap(), &key("GET /a")), 4 * ROUNDS);
    assert_eq!(count(&SqliteBudgets::open(&path).unwrap(), &key("GET /b")), 0, "routes are kept apart");
}

/// Closing any handle of a file takes away the locks of the whole process on it, so a second store must not touch the
/// file but through SQLite: another process would take itself for the only user and could delete the journal.
#[cfg(target_os = "linux")]
#[test]
fn a_second_store_in_one_process_leaves_the_locks_of_the_first() {
    use std::os::unix::fs::MetadataExt as _;
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("budgets.db");
    let locks = || {
        let file = format!(":{} ", std::fs::metadata(&path).unwrap().ino());
        std::fs::read_to_string("/proc/locks").unwrap().lines().filter(|line| line.contains(&file)).count()
    };
    let first = SqliteBudgets::open(&path).unwrap();
    assert_eq!(locks(), 1);
    let second = SqliteBudgets::open(&path).unwrap();
    assert_eq!(locks(), 1, "the lock of the process on the file");
    drop((first, second));
    assert_eq!(locks(), 0);
}

/// Not a test of its own: the other process of `processes_and_threads_…`.
#[test]
fn child() {
    if let Some(path) = std::env::var_os(CHILD) {
        let store = SqliteBudgets::open(Path::new(&path)).unwrap();
        (0..ROUNDS).for_each(|_| add_one(&store, &key("GET /a")));
    }
}

#[cfg(unix)]
#[test]
fn the_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("new").join("budgets.db");
    let store = SqliteBudgets::open(&path).unwrap();
    add_one(&store, &key("GET /a"));
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path.parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(mode(&entry.path()), 0o600, "{entry:?}");
        names.push(entry.file_name().into_string().unwrap());
    }
    names.sort();
    assert_eq!(names, ["budgets.db", "budgets.db-shm", "budgets.db-wal"]);
    assert_eq!(mode(path.parent().unwrap()), 0o700);

    drop(store);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    drop(SqliteBudgets::open(&path).unwrap());
    assert_eq!(mode(&path), 0o600, "tightened");
}

#[test]
fn a_newer_file_is_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("budgets.db");
    drop(SqliteBudgets::open(&path).unwrap());
    let file = rusqlite::Connection::open(&path).unwrap();
    file.pragma_update(None, "user_version", 99).unwrap();
    let error = SqliteBudgets::open(&path).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Storage);
    assert!(error.message().contains("newer orgwarden"), "{error}");
    assert!(error.hint().is_some());
}

#[test]
fn a_file_that_cannot_be_used_is_replaced_by_memory_with_one_warning() {
    let directory = tempfile::tempdir().unwrap();
    let place = |name: &str| directory.path().join(name);

    assert_eq!(warnings_of(&place("good.db"), || ()), 0);

    std::fs::write(place("corrupt.db"), "this is not a database, but long enough to be looked at".repeat(99)).unwrap();
    assert_eq!(warnings_of(&place("corrupt.db"), || ()), 1);

    std::fs::write(place("file"), "").unwrap();
    assert_eq!(warnings_of(&place("file").join("budgets.db"), || ()), 1, "its directory is a file");

    let dropped = place("dropped.db");
    let drop_table = || rusqlite::Connection::open(&dropped).unwrap().execute_batch("DROP TABLE budgets").unwrap();
    assert_eq!(warnings_of(&dropped, drop_table), 1, "goes wrong while in use");
}

#[test]
fn a_state_that_cannot_be_read_is_learned_anew() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("budgets.db");
    let store = SqliteBudgets::open(&path).unwrap();
    add_one(&store, &key("GET /a"));
    let file = rusqlite::Connection::open(&path).unwrap();
    file.execute("UPDATE budgets SET state = '{\"spent\": \"many\"}'", []).unwrap();
    assert_eq!(store.read(&key("GET /a")).unwrap(), Budget::new());
    add_one(&store, &key("GET /a"));
    assert_eq!(count(&store, &key("GET /a")), 1);
}
