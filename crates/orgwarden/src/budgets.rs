//! Learned budgets in a file, shared by all processes of the machine.
//!
//! What is kept is knowledge, not truth: losing it costs a few refused requests. So nothing here may make a command
//! fail: a file that cannot be used is replaced by memory, with one warning. Only a file of a newer orgwarden is an
//! error, because writing to it would damage what the newer one knows.
//!
//! An update takes tens of microseconds and happens at most once per request of a limited route, which is a few per
//! second: it is not worth a thread of its own.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use orgwarden_api::pace::{Budget, BudgetKey, BudgetStore, MemoryBudgets};
use orgwarden_api::{Error, ErrorKind, Result};
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

use crate::private_file::create_private;
use crate::sqlite::{BUSY, until_free};

/// The version of the table, kept in `user_version`.
const VERSION: i64 = 1;

/// Budgets in a SQLite file.
#[derive(Debug)]
pub struct SqliteBudgets {
    /// None once the file could not be used.
    file: Mutex<Option<Connection>>,
    /// What was last seen of each budget, so that losing the file loses nothing for this process.
    memory: MemoryBudgets,
}

impl SqliteBudgets {
    /// Opens the file, making it (mode 0600) and its directory (0700) if needed. Falls back to memory, with a warning,
    /// if it cannot be used; fails only if a newer orgwarden wrote it.
    pub fn open(path: &Path) -> Result<Self> {
        let file = match connect(path) {
            Ok(Opened::File(connection)) => Some(connection),
            Ok(Opened::Newer(version)) => {
                let message = format!("{} was written by a newer orgwarden (version {version})", path.display());
                return Err(Error::new(ErrorKind::Storage, message)
                    .with_hint("Use the newer orgwarden, or move the file away: it holds only learned rate limits."));
            }
            Err(problem) => {
                warn(&format!("{}: {problem}", path.display()));
                None
            }
        };
        Ok(Self { file: Mutex::new(file), memory: MemoryBudgets::new() })
    }

    fn file(&self) -> MutexGuard<'_, Option<Connection>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with the file; the first failure is the end of using it.
    fn with_file<T>(&self, act: impl FnOnce(&mut Connection) -> rusqlite::Result<T>) -> Option<T> {
        let mut file = self.file();
        match act(file.as_mut()?) {
            Ok(done) => Some(done),
            Err(problem) => {
                warn(&problem.to_string());
                *file = None;
                None
            }
        }
    }
}

impl BudgetStore for SqliteBudgets {
    fn update(&self, key: &BudgetKey, change: &mut dyn FnMut(&mut Budget)) -> Result<()> {
        let written = self.with_file(|file| {
            let transaction = file.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut budget = select(&transaction, key)?;
            change(&mut budget);
            upsert(&transaction, key, &budget)?;
            transaction.commit()?;
            Ok(budget)
        });
        match written {
            Some(budget) => {
                self.memory.put(key, budget);
                Ok(())
            }
            None => self.memory.update(key, change),
        }
    }

    fn read(&self, key: &BudgetKey) -> Result<Budget> {
        self.with_file(|file| select(file, key)).map_or_else(|| self.memory.read(key), Ok)
    }
}

enum Opened {
    File(Connection),
    Newer(i64),
}

fn connect(path: &Path) -> Result<Opened, Box<dyn std::error::Error>> {
    create_private(path)?;
    Ok(until_free(|| open_or_make(path))?)
}

fn open_or_make(path: &Path) -> rusqlite::Result<Opened> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    // WAL: readers and the writer do not block each other. Its side files take over the mode of the file.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version > VERSION {
        return Ok(Opened::Newer(version));
    }
    if version < VERSION {
        transaction.execute_batch(
            "CREATE TABLE IF NOT EXISTS budgets (
                 credential TEXT NOT NULL,
                 route TEXT NOT NULL,
                 state TEXT NOT NULL,
                 updated_ms INTEGER NOT NULL,
                 PRIMARY KEY (credential, route)
             ) STRICT, WITHOUT ROWID;",
        )?;
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    // Finds a table of another shape now rather than in the middle of the work.
    transaction.prepare("SELECT state, updated_ms FROM budgets WHERE credential = '' AND route = ''")?;
    transaction.commit()?;
    Ok(Opened::File(connection))
}

fn select(connection: &Connection, key: &BudgetKey) -> rusqlite::Result<Budget> {
    let state: Option<String> = connection
        .prepare_cached("SELECT state FROM budgets WHERE credential = ?1 AND route = ?2")?
        .query_row(params![key.credential.as_str(), key.route], |row| row.get(0))
        .optional()?;
    // A state that cannot be read is learned anew.
    Ok(state.and_then(|state| serde_json::from_str(&state).ok()).unwrap_or_default())
}

fn upsert(connection: &Connection, key: &BudgetKey, budget: &Budget) -> rusqlite::Result<()> {
    let state =
        serde_json::to_string(budget).map_err(|problem| rusqlite::Error::ToSqlConversionFailure(problem.into()))?;
    connection
        .prepare_cached(
            "INSERT INTO budgets (credential, route, state, updated_ms) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET state = excluded.state, updated_ms = excluded.updated_ms",
        )?
        .execute(params![key.credential.as_str(), key.route, state, budget.changed_ms()])?;
    Ok(())
}

fn warn(problem: &str) {
    tracing::warn!(problem, "learned rate limits are kept in memory only: their file cannot be used");
}
