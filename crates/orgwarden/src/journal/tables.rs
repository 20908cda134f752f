//! The tables of a journal, and what is written into them.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

use super::Entry;
use super::entry::chained;
use crate::private_file::create_private;
use crate::sqlite::{BUSY, until_free};
use crate::{Error, ErrorKind, Result};

/// What leads from each version of the tables to the next. The version is kept in `user_version`.
const MIGRATIONS: &[&str] = &[
    "CREATE TABLE runs (id TEXT NOT NULL PRIMARY KEY, plan TEXT NOT NULL) STRICT;
     CREATE TABLE entries (
         number INTEGER PRIMARY KEY,
         run TEXT NOT NULL REFERENCES runs (id),
         line TEXT NOT NULL,
         hash TEXT NOT NULL
     ) STRICT;
     CREATE INDEX entries_of_run ON entries (run, number);",
    "-- The tables stay. Lines tell `attempts` from here on, which programs of version 1 cannot read: they must say so.",
];
/// What the chain begins with.
pub(super) const BEGINNING: &str = "orgwarden journal 1";

/// Opens the tables in a file, or in memory, and makes what is missing of them.
pub(super) fn open(path: Option<&Path>) -> Result<Connection> {
    let opened = match path {
        Some(path) => {
            create_private(path).map_err(|problem| {
                Error::new(ErrorKind::Storage, format!("cannot make the journal {}: {problem}", path.display()))
                    .with_source(problem)
                    .with_hint(
                        "Nothing is sent that cannot be written down first. ORGWARDEN_STATE names another folder.",
                    )
            })?;
            until_free(|| prepare(Connection::open(path)?))
        }
        None => Connection::open_in_memory().and_then(prepare),
    };
    let (connection, version) = opened.map_err(|problem| failed(path, &problem))?;
    if usize::try_from(version).is_ok_and(|version| version <= MIGRATIONS.len()) {
        return Ok(connection);
    }
    let message = format!("{} was written by a newer orgwarden (version {version})", name(path));
    Err(Error::new(ErrorKind::Storage, message)
        .with_hint("Use the newer orgwarden: what was begun is in this journal."))
}

fn prepare(mut connection: Connection) -> rusqlite::Result<(Connection, i64)> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // What is announced here must survive the loss of power before it is sent.
    connection.pragma_update(None, "synchronous", "FULL")?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let missing = usize::try_from(version).ok().and_then(|version| MIGRATIONS.get(version..)).unwrap_or_default();
    if !missing.is_empty() {
        missing.iter().try_for_each(|migration| transaction.execute_batch(migration))?;
        transaction.pragma_update(None, "user_version", i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX))?;
    }
    transaction.commit()?;
    Ok((connection, version))
}

/// Adds an entry at the end of the chain.
pub(super) fn append(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let before: Option<String> = connection
        .prepare_cached("SELECT hash FROM entries ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let line = entry.line();
    let hash = chained(before.as_deref().unwrap_or(BEGINNING), &line);
    connection
        .prepare_cached("INSERT INTO entries (run, line, hash) VALUES (?1, ?2, ?3)")?
        .execute(params![entry.run, line, hash])?;
    Ok(())
}

/// The plan and the entries of a run, as they were written; `None` if there is no such run.
pub(super) fn texts(connection: &Connection, run: &str) -> rusqlite::Result<Option<(String, Vec<String>)>> {
    let plan: Option<String> = connection
        .prepare_cached("SELECT plan FROM runs WHERE id = ?1")?
        .query_row([run], |row| row.get(0))
        .optional()?;
    let Some(plan) = plan else { return Ok(None) };
    let mut statement = connection.prepare_cached("SELECT line FROM entries WHERE run = ?1 ORDER BY number")?;
    let lines: rusqlite::Result<Vec<String>> = statement.query_map([run], |row| row.get(0))?.collect();
    Ok(Some((plan, lines?)))
}

/// The error for a journal that cannot be read or written.
pub(super) fn failed(path: Option<&Path>, problem: &rusqlite::Error) -> Error {
    use rusqlite::ErrorCode::{
        CannotOpen, DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase, PermissionDenied, ReadOnly,
    };
    let error = Error::new(ErrorKind::Storage, format!("{} cannot be used: {problem}", name(path)));
    let next = match problem.sqlite_error_code() {
        Some(DiskFull) => "Make room on the disk; `orgwarden resume` then continues.",
        Some(ReadOnly | PermissionDenied | CannotOpen) => {
            "Make the file and its folder writable for you, or name another folder with ORGWARDEN_STATE."
        }
        Some(NotADatabase | DatabaseCorrupt) => "Move the file away: what was begun in it cannot be resumed any more.",
        Some(DatabaseBusy | DatabaseLocked) => "Another process keeps it locked: try again when that has ended.",
        _ => "Check the disk and the folder; ORGWARDEN_STATE names another one.",
    };
    error.with_hint(format!("{next} Nothing is sent that cannot be written down first."))
}

fn name(path: Option<&Path>) -> String {
    path.map_or_else(|| "the journal in memory".to_owned(), |path| format!("the journal {}", path.display()))
}
