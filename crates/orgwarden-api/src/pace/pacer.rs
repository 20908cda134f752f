//! Waiting for the budget.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::outcome::Sent;
use super::route::Route;
use super::{BudgetKey, BudgetStore, Fingerprint, Outcome, Verdict};
use crate::{Clock, Error, ErrorKind, Result};

/// Lets requests go as fast as the server takes them, and no faster. Cheap to clone; clones share their queues.
#[derive(Clone, Debug)]
pub struct Pacer(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    store: Arc<dyn BudgetStore>,
    credential: Fingerprint,
    clock: Arc<dyn Clock>,
    routes: Mutex<HashMap<String, Arc<Route>>>,
}

impl Pacer {
    /// A pacer for the requests of one credential.
    pub fn new(store: Arc<dyn BudgetStore>, credential: Fingerprint, clock: Arc<dyn Clock>) -> Self {
        Self(Arc::new(Shared { store, credential, clock, routes: Mutex::default() }))
    }

    /// Waits until the budget of the route (`POST /organization/invites`) lets one request go.
    ///
    /// First come, first served per route; routes do not hold each other up. Fails with
    /// [`ErrorKind::RateLimited`] as soon as it is known that the wait for the limit would exceed `max_wait`, and with
    /// [`ErrorKind::Cancelled`] at once when `cancel` fires; both leave the budget as it was. `on_wait` is told the
    /// expected wait whenever waiting begins or gets longer.
    pub async fn acquire(
        &self,
        route: &str,
        max_wait: Option<Duration>,
        cancel: &CancellationToken,
        on_wait: &(dyn Fn(Duration) + Send + Sync),
    ) -> Result<Permit> {
        let clock = &*self.0.clock;
        let route = self.route(route);
        let start_ms = clock.now_ms();
        let mut patience = Patience { max_wait, start_ms, route: route.name() };
        let place = Place::take(&route.waiting);
        let turn = if let Ok(turn) = route.turn.try_lock() {
            turn
        } else {
            let expected = route.budget()?.wait_for(place.ahead + 1, start_ms);
            patience.check(start_ms, expected)?;
            if !expected.is_zero() {
                on_wait(expected);
            }
            let is_limited = !expected.is_zero();
            let turn = tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(cancelled(route.name())),
                turn = route.turn.lock() => turn,
                () = async { clock.sleep(max_wait.unwrap_or_default()).await }, if is_limited && max_wait.is_some() =>
                    return Err(patience.error(expected.max(max_wait.unwrap_or_default()))),
            };
            if !is_limited {
                patience.start_ms = clock.now_ms();
            }
            turn
        };
        let mut told_ms = start_ms;
        let sent = loop {
            if cancel.is_cancelled() {
                return Err(cancelled(route.name()));
            }
            let now_ms = clock.now_ms();
            let (until_ms, is_limited) = match route.reserve(now_ms)? {
                (Verdict::Go, sent) => break sent,
                (Verdict::Wait(until_ms), _) => (until_ms.max(now_ms + 1), true),
                (Verdict::Listen(until_ms), _) => (until_ms.max(now_ms + 1), false),
            };
            let wait = Duration::from_millis(until_ms.abs_diff(now_ms));
            if is_limited {
                patience.check(now_ms, wait)?;
                if until_ms > told_ms {
                    told_ms = until_ms;
                    on_wait(wait);
                }
            }
            tokio::select! {
                biased;
                () = cancel.cancelled() => return Err(cancelled(route.name())),
                () = route.answered.notified() => {}
                () = clock.sleep(wait) => {}
            }
            if !is_limited {
                // Waiting for an answer is not waiting for the limit.
                patience.start_ms += clock.now_ms() - now_ms;
            }
        };
        drop(turn);
        drop(place);
        Ok(Permit { route, clock: Arc::clone(&self.0.clock), sent, reported: false })
    }

    /// How long these calls (route, how many) will take from now on, routes side by side: at the learned pace, or at the
    /// measured one (seven at once, then seven per minute) where nothing was learned. Sends nothing.
    pub fn estimate(&self, calls: &[(String, u32)]) -> Result<Duration> {
        let now_ms = self.0.clock.now_ms();
        let mut per_route: HashMap<&str, u32> = HashMap::new();
        for (route, count) in calls {
            let sum = per_route.entry(route).or_default();
            *sum = sum.saturating_add(*count);
        }
        let mut longest = Duration::ZERO;
        for (route, count) in per_route {
            longest = longest.max(self.route(route).budget()?.estimate(count, now_ms));
        }
        Ok(longest)
    }

    /// How many requests the limit of a route lets through in a minute, where that was learned.
    pub fn per_minute(&self, route: &str) -> Option<f64> {
        self.route(route).budget().ok()?.per_minute()
    }

    fn route(&self, name: &str) -> Arc<Route> {
        let mut routes = self.0.routes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(route) = routes.get(name) {
            return Arc::clone(route);
        }
        let key = BudgetKey { credential: self.0.credential.clone(), route: name.to_owned() };
        let route = Arc::new(Route::new(key, Arc::clone(&self.0.store)));
        routes.insert(name.to_owned(), Arc::clone(&route));
        route
    }
}

/// Leave to send one request.
///
/// Say what became of it with [`Permit::report`]. Dropped without a word, it counts as [`Outcome::Lost`]: whoever was
/// interrupted cannot know whether the server saw it.
#[derive(Debug)]
#[must_use = "a permit that is dropped counts as a request that got no answer"]
pub struct Permit {
    route: Arc<Route>,
    clock: Arc<dyn Clock>,
    sent: Sent,
    reported: bool,
}

impl Permit {
    /// Tells what became of the request.
    pub fn report(mut self, outcome: Outcome) {
        self.reported = true;
        self.route.observe(outcome, self.sent, self.clock.now_ms());
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if !self.reported {
            self.route.observe(Outcome::Lost, self.sent, self.clock.now_ms());
        }
    }
}

/// A place in the queue, given up when dropped.
struct Place<'a> {
    waiting: &'a AtomicU32,
    ahead: u32,
}

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicU32) -> Self {
        Self { waiting, ahead: waiting.fetch_add(1, Ordering::Relaxed) }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

/// How long the caller is willing to wait.
struct Patience<'a> {
    max_wait: Option<Duration>,
    start_ms: i64,
    route: &'a str,
}

impl Patience<'_> {
    /// Fails if waiting that long from now on would be longer than allowed in all.
    fn check(&self, now_ms: i64, wait: Duration) -> Result<()> {
        let waited = Duration::from_millis(now_ms.saturating_sub(self.start_ms).try_into().unwrap_or(0));
        match self.max_wait {
            Some(max_wait) if waited + wait > max_wait => Err(self.error(wait)),
            _ => Ok(()),
        }
    }

    fn error(&self, wait: Duration) -> Error {
        let message = format!("{} is limited: the next request may go in {:.1} s", self.route, wait.as_secs_f64());
        Error::new(ErrorKind::RateLimited, message)
            .with_hint("Try again later, or allow a longer wait with --max-wait.")
            .with_route(self.route)
            .with_retry_after(Some(wait))
    }
}

fn cancelled(route: &str) -> Error {
    Error::new(ErrorKind::Cancelled, "stopped while waiting for the rate limit; nothing was sent").with_route(route)
}
