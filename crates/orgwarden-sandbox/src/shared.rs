//! What all requests and controls share.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use orgwarden_api::model::Timestamp;

use crate::clock::Clock;
use crate::fault::{Fault, FaultKind, Trial};
use crate::limit::Limiter;
use crate::options::{RetryAfter, Seed};
use crate::record::Record;
use crate::seed;
use crate::store::{Replicas, Result, Store};
use crate::world::World;

/// The state of a sandbox. No two of its locks are held at once.
#[derive(Debug)]
pub(crate) struct Shared {
    world: Mutex<World>,
    clock: Mutex<Clock>,
    gate: Mutex<Gate>,
    record: Mutex<Record>,
    closed: AtomicBool,
    pub(crate) base_url: String,
    pub(crate) strict: bool,
}

/// What stands between a request and the organization.
#[derive(Debug)]
pub(crate) struct Gate {
    pub(crate) limiter: Limiter,
    pub(crate) retry_after: RetryAfter,
    pub(crate) trial: Trial,
}

impl Shared {
    pub(crate) fn new(world: World, clock: Clock, gate: Gate, base_url: String, strict: bool) -> Self {
        Self {
            world: Mutex::new(world),
            clock: Mutex::new(clock),
            gate: Mutex::new(gate),
            record: Mutex::default(),
            closed: AtomicBool::new(false),
            base_url,
            strict,
        }
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
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

    /// Starts the organization anew. Its id and the admin key stay, so that clients can go on.
    pub(crate) fn reset(&self, seed: Seed) -> Result<()> {
        let now = self.now();
        let lags = lags(&self.gate().trial.faults());
        let mut world = self.world();
        let World { store, mint, home, replicas } = &mut *world;
        *home = store.transaction(|| {
            store.clear()?;
            seed::sow(store, mint, seed, now, Some(home))
        })?;
        *replicas = Replicas::of(store, lags)?;
        Ok(())
    }

    /// Sets other faults.
    pub(crate) fn set_faults(&self, faults: Vec<Fault>) -> Result<()> {
        let lags = lags(&faults);
        let mut world = self.world();
        world.replicas = Replicas::of(&world.store, lags)?;
        drop(world);
        self.gate().trial = Trial::new(faults);
        Ok(())
    }

    /// Lets go of the database, so that its file can be opened again, and refuses requests from now on.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        match Store::in_memory() {
            Ok(empty) => self.world().store = empty,
            Err(error) => tracing::error!(%error, "the sandbox's store could not be closed"),
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
