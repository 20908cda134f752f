//! What a command works with: the organization, the output, the progress, and the way to stop.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use orgwarden::api::client::Signal;
use orgwarden::api::model::Timestamp;
use orgwarden::api::{Clock, SystemClock};
use orgwarden::config::{Environment, Settings};
use orgwarden::{ErrorKind, Operation, Organization, Report, Result, words};
use serde::Serialize;
use tokio_util::sync::CancellationToken;

use crate::arguments::Globals;
use crate::exit::Exit;
use crate::output::{Column, Listing, Output};
use crate::progress::Progress;
use crate::results::ResultFile;

/// The variable that sets the clock, for tests against a sandbox with another time.
const NOW: &str = "ORGWARDEN_NOW";

/// One command on one organization.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) organization: Organization,
    pub(crate) globals: Globals,
    pub(crate) output: Output,
    pub(crate) progress: Progress,
    pub(crate) results: ResultFile,
    pub(crate) cancel: CancellationToken,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Session {
    /// Settles which organization it is. Blocks: a key may have to be fetched. Nothing is sent.
    pub(crate) fn open(globals: Globals, output: Output) -> Result<Self> {
        let environment = Environment::of_process();
        let mut settings = Settings::resolve(&environment, globals.profile.as_deref())?;
        if let Some(wanted) = &globals.organization {
            settings = settings.only(wanted)?;
        }
        settings.max_wait = globals.max_wait.or(settings.max_wait);
        settings.guards = globals.guards.over(&settings.guards);
        settings.guards.check()?;
        let mut organization = Organization::open(&settings)?;
        if let Some(text) = environment.text(NOW)? {
            let start = words::moment(text, SystemClock.now())?;
            // Not the clock of pacing: learned budgets are shared with commands of the machine's own time.
            organization = organization.with_clock(Arc::new(ShiftedClock::starting_at(start)));
        }
        let progress = Progress::new(&output);
        let cancel = CancellationToken::new();
        let seen = Arc::<Mutex<Vec<String>>>::default();
        let organization = {
            let (progress, cancel, seen) = (progress.clone(), cancel.clone(), Arc::clone(&seen));
            let client = organization.client().clone();
            let print_curl = globals.print_curl;
            organization.scoped(cancel.clone(), move |signal| {
                if let (true, Signal::Sending { call }) = (print_curl, &signal) {
                    if is_first_page(&call.target()) {
                        seen.lock().unwrap_or_else(PoisonError::into_inner).push(client.curl(call));
                    } else {
                        // The first page has shown the way; the others would only cost requests.
                        cancel.cancel();
                    }
                }
                progress.signal(&signal);
            })
        };
        let results = ResultFile::new(globals.results.clone());
        Ok(Self { organization, globals, output, progress, results, cancel, seen })
    }

    /// The present moment on the organization's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.organization.now()
    }

    /// Runs an operation that reads, and shows its answer; or the requests that it took, if those were asked for.
    pub(crate) async fn answer<O: Operation>(
        &self,
        operation: O,
        show: impl FnOnce(&Report<O::Output>) -> Result<Exit>,
    ) -> Result<Exit> {
        let report = self.organization.run(operation).await;
        self.progress.clear();
        if !self.globals.print_curl {
            return show(&report?);
        }
        match report {
            Err(error) if error.kind() != ErrorKind::Cancelled => return Err(error),
            _ => {}
        }
        let requests = std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner));
        self.curl(&requests)
    }

    /// Shows the rows of an answer, one a line.
    pub(crate) fn listing<D: Serialize, R: Serialize>(
        &self,
        report: &Report<D>,
        rows: &[R],
        columns: &[Column<R>],
    ) -> Result<()> {
        self.output.listing(&Listing {
            document: &report.value,
            requests: Some(&report.requests),
            rows,
            columns,
            now: self.now(),
            wraps: false,
        })
    }

    /// Prints requests as curl commands.
    pub(crate) fn curl(&self, requests: &[String]) -> Result<Exit> {
        requests.iter().try_for_each(|request| self.output.data(&format!("{request}\n")))?;
        Ok(Exit::Done)
    }

    /// The last line: what there was, and how many requests it took.
    pub(crate) fn summary(&self, what: &str, requests: u32) {
        let requests = crate::output::count(requests as usize, "request", "requests");
        self.output.summary(&format!("{what}, {requests}"));
    }
}

fn is_first_page(target: &str) -> bool {
    let query = target.split_once('?').map_or("", |(_, query)| query);
    query.split('&').all(|pair| !pair.starts_with("after=") && !pair.starts_with("page="))
}

/// The machine's clock, showing another time.
#[derive(Debug)]
struct ShiftedClock {
    ahead_ms: i64,
}

impl ShiftedClock {
    fn starting_at(start: Timestamp) -> Self {
        Self { ahead_ms: start.seconds().saturating_mul(1000).saturating_sub(SystemClock.now_ms()) }
    }
}

impl Clock for ShiftedClock {
    fn now_ms(&self) -> i64 {
        SystemClock.now_ms().saturating_add(self.ahead_ms)
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        SystemClock.sleep(duration)
    }
}

#[cfg(test)]
mod tests {
    use super::is_first_page;

    #[test]
    fn a_page_that_continues_is_known_by_its_cursor() {
        assert!(is_first_page("/organization/users?limit=100&emails%5B%5D=after%3D1"));
        assert!(is_first_page("/organization/users/user-1"));
        assert!(!is_first_page("/organization/users?limit=100&after=user-1"));
        assert!(!is_first_page("/organization/costs?page=page_1"));
    }
}
