//! The file of results (`--results FILE`): what it says is the core's, when it is written is told here.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use orgwarden::apply::Event;
use orgwarden::input::Sheet;
use orgwarden::plan::Plan;
use orgwarden::results::Results;
use orgwarden::{Error, Result, files};

/// The file, if one is wished. Copies are the same.
#[derive(Clone, Debug)]
pub(crate) struct ResultFile(Option<Arc<Wished>>);

#[derive(Debug)]
struct Wished {
    path: PathBuf,
    /// None: nothing is applied yet.
    results: Mutex<Option<Results>>,
}

impl ResultFile {
    pub(crate) fn new(path: Option<PathBuf>) -> Self {
        Self(path.map(|path| Arc::new(Wished { path, results: Mutex::new(None) })))
    }

    /// The rows of a file, if what became of them is wished to be written.
    pub(crate) fn rows(&self, file: &str, text: &str) -> Result<Option<Sheet>> {
        self.0.as_ref().map(|_| Sheet::read(file, text)).transpose()
    }

    /// A plan is about to be applied. The file is written before anything is sent: one that cannot be written must not be
    /// found out about afterwards.
    pub(crate) fn begin(&self, plan: &Plan, rows: Option<Sheet>) -> Result<()> {
        let Some(wished) = &self.0 else { return Ok(()) };
        *wished.lock() = Some(match rows {
            Some(sheet) => Results::of_rows(sheet, plan),
            None => Results::of_steps(&wished.path, plan),
        });
        self.write().map_err(|error| {
            error.with_hint("Nothing was sent. Name a file in a folder that you may write to (--results).")
        })
    }

    /// Takes in what happens.
    pub(crate) fn heed(&self, event: &Event) {
        let Some(wished) = &self.0 else { return };
        let mut results = wished.lock();
        match (&mut *results, event) {
            (Some(results), event) => results.heed(event),
            // A run that is resumed tells its plan itself.
            (None, Event::Plan { plan }) => *results = Some(Results::of_steps(&wished.path, plan)),
            (None, _) => {}
        }
    }

    /// Takes in that it could not be done.
    pub(crate) fn fail(&self, error: &Error) {
        if let Some(wished) = &self.0
            && let Some(results) = &mut *wished.lock()
        {
            results.fail(error);
        }
    }

    /// Writes what is known now, all of it or nothing.
    pub(crate) fn write(&self) -> Result<()> {
        let Some(wished) = &self.0 else { return Ok(()) };
        let Some(text) = wished.lock().as_ref().map(Results::text) else { return Ok(()) };
        files::write_private(&wished.path, &text)
    }
}

impl Wished {
    fn lock(&self) -> MutexGuard<'_, Option<Results>> {
        self.results.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
