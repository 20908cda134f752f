use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, TransactionBehavior, params};

use super::entry::digest;
use super::run::{RunSummary, entries};
use super::tables::{self, append, failed, texts};
use super::verify::{Verification, verify};
use super::{Entry, Lease, Run, RunState, State};
use crate::api::model::Timestamp;
use crate::plan::Plan;
use crate::{Error, ErrorKind, Result};

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

    /// Begins a run of a plan, and takes the right to apply it: before anybody else can see the run.
    pub(crate) fn begin(&self, plan: &Plan, at: Timestamp) -> Result<(String, Lease)> {
        let text = serde_json::to_string(plan)
            .map_err(|error| Error::new(ErrorKind::Internal, format!("the plan cannot be written: {error}")))?;
        let digest = digest(&text);
        self.write(State::Started, |transaction| {
            let last: Option<i64> = transaction.query_row("SELECT max(rowid) FROM runs", [], |row| row.get(0))?;
            let id = format!("{}-{}", moment(at), last.unwrap_or(0) + 1);
            let lease = match self.lease(&id) {
                Ok(lease) => lease,
                Err(error) => return Ok(Err(error)),
            };
            transaction.execute("INSERT INTO runs (id, plan) VALUES (?1, ?2)", params![id, text])?;
            append(transaction, &Entry::of_run(&id, at, State::Started, Some(digest)))?;
            Ok(Ok((id, lease)))
        })?
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
        self.append_all(std::slice::from_ref(entry))
    }

    /// Writes entries of one state, all of them or none.
    pub(crate) fn append_all(&self, entries: &[Entry]) -> Result<()> {
        let Some(first) = entries.first() else { return Ok(()) };
        self.write(first.state, |transaction| entries.iter().try_for_each(|entry| append(transaction, entry)))
    }

    /// The runs in short, the newest first.
    pub fn runs(&self) -> Result<Vec<RunSummary>> {
        let mut runs = Vec::new();
        for id in self.ids()? {
            let (plan, lines) = self.texts(&id)?;
            let mut run = RunSummary::read(&id, &plan, &lines)?;
            run.state = self.watch(&id, run.state);
            runs.push(run);
        }
        Ok(runs)
    }

    /// One run.
    pub fn run(&self, id: &str) -> Result<Run> {
        let (plan, lines) = self.texts(id)?;
        Run::read(id, &plan, &lines)
    }

    /// One run in short, and its entries in order.
    pub fn entries(&self, id: &str) -> Result<(RunSummary, Vec<Entry>)> {
        let (plan, lines) = self.texts(id)?;
        let mut run = RunSummary::read(id, &plan, &lines)?;
        run.state = self.watch(id, run.state);
        Ok((run, entries(id, &lines)?))
    }

    /// The run that there is something to resume of: the one that is named, or the newest that was cut off. `retrying`:
    /// what failed and what was held counts too.
    pub fn to_resume(&self, named: Option<&str>, retrying: bool) -> Result<Option<String>> {
        let candidates = match named {
            Some(run) => vec![self.entries(run)?.0],
            None => self.runs()?,
        };
        let is_left = |run: &&RunSummary| match run.state {
            RunState::Open => true,
            // Applying it will be refused, which tells why.
            RunState::Running => named.is_some(),
            RunState::Ended => retrying && run.failed + run.held > 0,
        };
        Ok(candidates.iter().find(is_left).map(|run| run.id.clone()))
    }

    /// Checks every byte that was written: the chain of entries, and the plans that they vouch for. `kept`: a
    /// [head](Verification::head) of before, which must still be in the chain.
    pub fn verify(&self, kept: Option<&str>) -> Result<Verification> {
        self.with(|connection| verify(connection, kept))
    }

    /// Lets the file grow no more, as on a full disk.
    #[cfg(test)]
    pub(crate) fn limit_pages(&self) {
        let connection = self.connection();
        let connection = connection.as_ref().unwrap();
        let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    }

    fn ids(&self) -> Result<Vec<String>> {
        self.with(|connection| {
            let mut statement = connection.prepare("SELECT id FROM runs ORDER BY rowid DESC")?;
            statement.query_map([], |row| row.get(0))?.collect()
        })
    }

    fn texts(&self, run: &str) -> Result<(String, Vec<String>)> {
        self.with(|connection| texts(connection, run))?.ok_or_else(|| {
            Error::new(ErrorKind::NotFound, format!("the journal has no run `{run}`"))
                .with_hint("`orgwarden journal` lists the runs.")
        })
    }

    /// Where a run stands, with a look at the other processes.
    fn watch(&self, run: &str, state: RunState) -> RunState {
        let is_taken = || self.path.as_ref().is_some_and(|path| Lease::is_taken(path, run));
        if state == RunState::Open && is_taken() { RunState::Running } else { state }
    }

    /// Does something in a transaction that is on the disk when it returns.
    fn write<T>(&self, state: State, act: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        self.tell(Moment::Before(state));
        let mut connection = self.connection();
        let mut written = match connection.take() {
            Some(connection) => connection,
            None => tables::open(self.path.as_deref())?,
        };
        let done = written.transaction_with_behavior(TransactionBehavior::Immediate).and_then(|transaction| {
            let done = act(&transaction)?;
            transaction.commit()?;
            Ok(done)
        });
        *connection = Some(written);
        drop(connection);
        let done = done.map_err(|problem| failed(self.path.as_deref(), &problem))?;
        self.tell(Moment::After(state));
        Ok(done)
    }

    fn with<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T> {
        let mut connection = self.connection();
        // Looking at a journal that was never written makes no file.
        let is_new = self.path.as_ref().is_some_and(|path| !path.exists());
        let opened = match connection.take() {
            Some(connection) => connection,
            None => tables::open(self.path.as_deref().filter(|_| !is_new))?,
        };
        let done = read(&opened).map_err(|problem| failed(self.path.as_deref(), &problem));
        *connection = Some(opened).filter(|_| !is_new);
        done
    }

    fn connection(&self) -> MutexGuard<'_, Option<Connection>> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, moment: Moment) {
        if let Some(watcher) = &self.watcher {
            watcher(moment);
        }
    }
}

/// `20260131T090000Z`: short, and in the order of time.
fn moment(at: Timestamp) -> String {
    at.to_string().chars().filter(char::is_ascii_alphanumeric).collect()
}
