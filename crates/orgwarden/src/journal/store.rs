use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{chained, digest};
use super::{Entry, Lease, State};
use crate::api::model::Timestamp;
use crate::plan::Plan;
use crate::private_file::create_private;
use crate::{Error, ErrorKind, Result};

/// The version of the tables, kept in `user_version`.
const VERSION: i64 = 1;
/// How long to wait for other processes that are writing.
const BUSY: Duration = Duration::from_secs(10);
/// What the chain begins with.
const BEGINNING: &str = "orgwarden journal 1";

/// The moments around a write, for tests that end the process there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// About to write.
    Before(State),
    /// Written, and on the disk.
    After(State),
}

type Watcher = Arc<dyn Fn(Moment) + Send + Sync>;

/// The journal of one profile. Nothing is opened before it is needed.
pub struct Journal {
    /// None: in memory.
    path: Option<PathBuf>,
    connection: Mutex<Option<Connection>>,
    watcher: Option<Watcher>,
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Journal").field("path", &self.path).finish_non_exhaustive()
    }
}

/// A run: a plan that was applied, or is being applied.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Run {
    /// Its name: of the moment at which it began.
    pub id: String,
    /// When it began.
    pub started_at: Timestamp,
    /// The plan.
    #[serde(skip)]
    pub plan: Plan,
    /// What is known of each step, by its number: the last entry. A step without one was never sent.
    #[serde(skip)]
    pub steps: BTreeMap<usize, Entry>,
    /// Where the run stands.
    pub state: RunState,
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// Over: nothing is left to be sent or settled.
    Ended,
    /// Being applied by a process, or cut off: it can be resumed.
    Open,
}

/// What a check of the journal came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verification {
    /// How many entries there are.
    pub entries: usize,
    /// How many runs.
    pub runs: usize,
    /// The hash of the newest entry, to be kept elsewhere: it vouches for all before it.
    pub head: String,
    /// What does not fit. Empty: nothing was changed.
    pub problems: Vec<String>,
}

impl Journal {
    /// The journal in a file, which is made when it is needed.
    pub fn at(path: PathBuf) -> Self {
        Self { path: Some(path), connection: Mutex::new(None), watcher: None }
    }

    /// A journal that ends with the process.
    pub fn in_memory() -> Self {
        Self { path: None, connection: Mutex::new(None), watcher: None }
    }

    /// The same, telling somebody of every write: tests end the process there.
    #[must_use]
    pub fn watched(mut self, watcher: impl Fn(Moment) + Send + Sync + 'static) -> Self {
        self.watcher = Some(Arc::new(watcher));
        self
    }

    /// Begins a run of a plan, and takes the right to apply it.
    pub(crate) fn begin(&self, plan: &Plan, at: Timestamp) -> Result<(String, Lease)> {
        let text = serde_json::to_string(plan)
            .map_err(|error| Error::new(ErrorKind::Internal, format!("the plan cannot be written: {error}")))?;
        let digest = digest(&text);
        self.write(State::Started, |transaction| {
            let count: i64 = transaction.query_row("SELECT count(*) FROM runs", [], |row| row.get(0))?;
            let id = format!("{}-{}", moment(at), count + 1);
            transaction.execute("INSERT INTO runs (id, plan) VALUES (?1, ?2)", params![id, text])?;
            append(transaction, &Entry::of_run(&id, at, State::Started, Some(digest.clone())))?;
            Ok(id)
        })
        .and_then(|id| Ok((id.clone(), self.lease(&id)?)))
    }

    /// Takes the right to apply a run.
    pub(crate) fn lease(&self, run: &str) -> Result<Lease> {
        match &self.path {
            Some(path) => Lease::take(path, run),
            None => Ok(Lease::alone()),
        }
    }

    /// Writes an entry. It is on the disk when this returns.
    pub(crate) fn append(&self, entry: &Entry) -> Result<()> {
        self.write(entry.state, |transaction| append(transaction, entry))
    }

    /// The runs, the newest first.
    pub fn runs(&self) -> Result<Vec<Run>> {
        let read = |connection: &Connection| {
            let mut statement = connection.prepare("SELECT id FROM runs ORDER BY rowid DESC")?;
            let ids: rusqlite::Result<Vec<String>> = statement.query_map([], |row| row.get(0))?.collect();
            ids
        };
        self.with(read)?.iter().map(|id| self.run(id)).collect()
    }

    /// One run.
    pub fn run(&self, id: &str) -> Result<Run> {
        let read = |connection: &Connection| {
            let plan: Option<String> =
                connection.query_row("SELECT plan FROM runs WHERE id = ?1", [id], |row| row.get(0)).optional()?;
            let mut statement = connection.prepare("SELECT line FROM entries WHERE run = ?1 ORDER BY number")?;
            let lines: rusqlite::Result<Vec<String>> = statement.query_map([id], |row| row.get(0))?.collect();
            Ok((plan, lines?))
        };
        let (plan, lines) = self.with(read)?;
        let Some(plan) = plan else {
            return Err(Error::new(ErrorKind::NotFound, format!("the journal has no run `{id}`"))
                .with_hint("`orgwarden journal` lists the runs."));
        };
        let damaged = |what: String| {
            Error::new(ErrorKind::Storage, format!("the journal of the run {id} cannot be read: {what}"))
                .with_hint("`orgwarden journal verify` tells what was changed.")
        };
        let digest = digest(&plan);
        let plan: Plan = serde_json::from_str(&plan).map_err(|error| damaged(error.to_string()))?;
        let mut run =
            Run { id: id.to_owned(), started_at: plan.made_at, plan, steps: BTreeMap::new(), state: RunState::Open };
        for line in lines {
            let entry: Entry = serde_json::from_str(&line).map_err(|error| damaged(error.to_string()))?;
            match (entry.state, entry.step) {
                (State::Started, None) if entry.detail.as_ref() != Some(&digest) => {
                    return Err(damaged("its plan is not the one that it began with".to_owned()));
                }
                (State::Started, None) => run.started_at = entry.at,
                (State::Resumed, None) => run.state = RunState::Open,
                (State::Ended, None) => run.state = RunState::Ended,
                (_, Some(step)) => drop(run.steps.insert(step, entry)),
                (_, None) => {}
            }
        }
        Ok(run)
    }

    /// The entries of a run, in order.
    pub fn entries(&self, run: &str) -> Result<Vec<Entry>> {
        let read = |connection: &Connection| {
            let mut statement = connection.prepare("SELECT line FROM entries WHERE run = ?1 ORDER BY number")?;
            statement.query_map([run], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()
        };
        let entries = self.with(read)?.into_iter().map(|line| serde_json::from_str(&line));
        entries
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| Error::new(ErrorKind::Storage, format!("the journal cannot be read: {error}")))
    }

    /// Checks every byte that was written: the chain of entries, and the plans that they vouch for.
    pub fn verify(&self) -> Result<Verification> {
        self.with(verify)
    }

    /// Does something in a transaction that is on the disk when it returns.
    fn write<T>(&self, state: State, act: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        self.tell(Moment::Before(state));
        let done = {
            let mut guard = self.opened()?;
            let connection =
                guard.as_mut().ok_or_else(|| failed(self.path.as_deref(), &rusqlite::Error::InvalidQuery))?;
            let written =
                connection.transaction_with_behavior(TransactionBehavior::Immediate).and_then(|transaction| {
                    let done = act(&transaction)?;
                    transaction.commit()?;
                    Ok(done)
                });
            written.map_err(|problem| failed(self.path.as_deref(), &problem))?
        };
        self.tell(Moment::After(state));
        Ok(done)
    }

    fn with<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        let guard = self.opened()?;
        let connection = guard.as_ref().ok_or_else(|| failed(self.path.as_deref(), &rusqlite::Error::InvalidQuery))?;
        read(connection).map_err(|problem| failed(self.path.as_deref(), &problem))
    }

    fn opened(&self) -> Result<MutexGuard<'_, Option<Connection>>> {
        let mut guard = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        if guard.is_none() {
            let opened = match &self.path {
                Some(path) => {
                    create_private(path).map_err(|problem| {
                        Error::new(ErrorKind::Storage, format!("cannot make the journal {}: {problem}", path.display()))
                            .with_source(problem)
                    })?;
                    open(Connection::open(path))
                }
                None => open(Connection::open_in_memory()),
            };
            *guard = Some(opened.map_err(|problem| failed(self.path.as_deref(), &problem))?);
        }
        Ok(guard)
    }

    fn tell(&self, moment: Moment) {
        if let Some(watcher) = &self.watcher {
            watcher(moment);
        }
    }
}

fn open(connection: rusqlite::Result<Connection>) -> rusqlite::Result<Connection> {
    let mut connection = connection?;
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // What is announced here must survive the loss of power before it is sent.
    connection.pragma_update(None, "synchronous", "FULL")?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match version {
        VERSION => {}
        0 => {
            transaction.execute_batch(
                "CREATE TABLE runs (id TEXT NOT NULL PRIMARY KEY, plan TEXT NOT NULL) STRICT;
                 CREATE TABLE entries (
                     number INTEGER PRIMARY KEY,
                     run TEXT NOT NULL REFERENCES runs (id),
                     line TEXT NOT NULL,
                     hash TEXT NOT NULL
                 ) STRICT;
                 CREATE INDEX entries_of_run ON entries (run, number);",
            )?;
            transaction.pragma_update(None, "user_version", VERSION)?;
        }
        newer => {
            let words = format!("a newer orgwarden wrote it (version {newer})");
            return Err(rusqlite::Error::InvalidParameterName(words));
        }
    }
    transaction.commit()?;
    Ok(connection)
}

fn append(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
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

fn verify(connection: &Connection) -> rusqlite::Result<Verification> {
    let mut found = Verification { entries: 0, runs: 0, head: BEGINNING.to_owned(), problems: Vec::new() };
    let mut plans: BTreeMap<String, String> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT id, plan FROM runs")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        plans.insert(row.get(0)?, digest(&row.get::<_, String>(1)?));
    }
    found.runs = plans.len();
    let mut statement = connection.prepare("SELECT number, run, line, hash FROM entries ORDER BY number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (number, run, line, hash): (i64, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        found.entries += 1;
        let expected = i64::try_from(found.entries).unwrap_or(i64::MAX);
        if number != expected {
            found.problems.push(format!("entry {expected} is missing"));
        }
        if chained(&found.head, &line) != hash {
            found.problems.push(format!("entry {number} was changed, or one before it was taken away"));
        }
        match serde_json::from_str::<Entry>(&line) {
            Ok(entry) if entry.run != run => {
                found.problems.push(format!("entry {number} was moved to another run"));
            }
            Ok(entry) if entry.state == State::Started => {
                let kept = plans.remove(&run);
                if kept.is_none() || kept != entry.detail {
                    found.problems.push(format!("the plan of the run {run} was changed"));
                }
            }
            Ok(_) => {}
            Err(_) => found.problems.push(format!("entry {number} cannot be read")),
        }
        found.head = hash;
    }
    found.problems.extend(plans.into_keys().map(|run| format!("the run {run} has no beginning")));
    Ok(found)
}

/// `20260131T090000Z`: short, and in the order of time.
fn moment(at: Timestamp) -> String {
    at.to_string().chars().filter(char::is_ascii_alphanumeric).collect()
}

fn failed(path: Option<&Path>, problem: &rusqlite::Error) -> Error {
    let place = path.map_or_else(|| "in memory".to_owned(), |path| path.display().to_string());
    let what = match problem {
        rusqlite::Error::InvalidParameterName(words) => words.clone(),
        other => other.to_string(),
    };
    let error = Error::new(ErrorKind::Storage, format!("the journal {place} cannot be used: {what}"));
    match problem.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DiskFull) => {
            error.with_hint("Make room on the disk; `orgwarden resume` then continues.")
        }
        _ => error.with_hint("Nothing is sent that cannot be written down first."),
    }
}
