//! What all requests and controls share.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use orgwarden_api::model::Timestamp;

use crate::clock::Clock;
use crate::fault::{Fault, FaultKind, Trial};
use crate::limit::Limiter;
use crate::options::{Options, RetryAfter, Seed};
use crate::record::Record;
use crate::seed::{self, Beginning};
use crate::store::{Replicas, Result, Store, keys};
use crate::world::World;

/// The state of a sandbox. No two of its locks are held at once.
#[derive(Debug)]
pub(crate) struct Shared {
    /// The organizations. The first is the one that is meant when none is named.
    worlds: Vec<Mutex<World>>,
    clock: Mutex<Clock>,
    gate: Mutex<Gate>,
    record: Mutex<Record>,
    closed: AtomicBool,
    pub(crate) base_url: String,
    pub(crate) strict: bool,
    pub(crate) lenient: bool,
    /// Whether an organization starts with its audit log switched on.
    audit_log: bool,
}

/// What stands between a request and the organization.
#[derive(Debug)]
pub(crate) struct Gate {
    pub(crate) limiter: Limiter,
    pub(crate) retry_after: RetryAfter,
    pub(crate) trial: Trial,
}

impl Shared {
    pub(crate) fn new(worlds: Vec<World>, clock: Clock, gate: Gate, base_url: String, options: &Options) -> Self {
        Self {
            worlds: worlds.into_iter().map(Mutex::new).collect(),
            clock: Mutex::new(clock),
            gate: Mutex::new(gate),
            record: Mutex::default(),
            closed: AtomicBool::new(false),
            base_url,
            strict: options.strict,
            lenient: options.lenient,
            audit_log: options.audit_log,
        }
    }

    /// An organization, by its number.
    pub(crate) fn world(&self, number: usize) -> MutexGuard<'_, World> {
        lock(&self.worlds[number])
    }

    /// The number of the organization whose key this is; the first one where nobody knows it, to be refused there.
    pub(crate) fn organization_of(&self, secret: Option<&str>) -> usize {
        let Some(secret) = secret.filter(|_| self.worlds.len() > 1) else { return 0 };
        let knows = |number: &usize| matches!(keys::find_secret(&self.world(*number).store, secret), Ok(Some(_)));
        self.numbers().find(knows).unwrap_or_default()
    }

    /// The numbers of the organizations.
    pub(crate) fn numbers(&self) -> std::ops::Range<usize> {
        0..self.worlds.len()
    }

    pub(crate) fn clock(&self) -> MutexGuard<'_, Clock> {
        lock(&self.clock)
    }

    pub(crate) fn gate(&self) -> MutexGuard<'_, Gate> {
        lock(&self.gate)
    }

    pub(crate) fn record(&self) -> MutexGuard<'_, Record> {
        lock(&self.record)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock().at(Instant::now())
    }

    /// Where the pages and controls are, without `/v1`.
    pub(crate) fn origin(&self) -> &str {
        self.base_url.strip_suffix("/v1").unwrap_or(&self.base_url)
    }

    /// Starts an organization anew. Its id and the admin key stay, so that clients can go on.
    pub(crate) fn reset(&self, number: usize, seed: Seed) -> Result<()> {
        let now = self.now();
        let lags = lags(&self.gate().trial.faults());
        let mut world = self.world(number);
        let World { store, mint, home, replicas } = &mut *world;
        *home = store.transaction(|| {
            store.clear()?;
            seed::sow(store, mint, seed, now, &Beginning::Again { home: home.clone(), audit_log: self.audit_log })
        })?;
        *replicas = Replicas::of(store, lags)?;
        Ok(())
    }

    /// Sets other faults.
    pub(crate) fn set_faults(&self, faults: Vec<Fault>) -> Result<()> {
        let lags = lags(&faults);
        for number in self.numbers() {
            let mut world = self.world(number);
            world.replicas = Replicas::of(&world.store, lags.iter().copied())?;
        }
        self.gate().trial = Trial::new(faults);
        Ok(())
    }

    /// Lets go of the database, so that its file can be opened again, and refuses requests from now on.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        for number in self.numbers() {
            match Store::in_memory() {
                Ok(empty) => self.world(number).store = empty,
                Err(error) => tracing::error!(%error, "the sandbox's store could not be closed"),
            }
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }
}

/// How far behind the copies are that these faults need.
pub(crate) fn lags(faults: &[Fault]) -> Vec<Duration> {
    let lag = |fault: &Fault| match fault.kind {
        FaultKind::Stale(lag) => Some(lag),
        _ => None,
    };
    faults.iter().filter_map(lag).collect()
}

/// A panic while a lock was held is a bug, but transactions keep the state whole: go on.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
