//! One route as this process sees it: its queue, and its budget in the store or, while nothing is limited, a copy.

use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Budget, BudgetKey, BudgetStore, Outcome, Verdict};
use crate::Result;

/// How long a copy is used before it is brought together with the store, in milliseconds.
const COPY_MS: i64 = 1000;

#[derive(Debug)]
pub(super) struct Route {
    key: BudgetKey,
    store: Arc<dyn BudgetStore>,
    /// Whose turn it is. The lock of tokio is fair: first come, first served.
    pub(super) turn: tokio::sync::Mutex<()>,
    /// How many are inside `acquire`.
    pub(super) waiting: AtomicU32,
    /// Told whenever an answer arrived.
    pub(super) answered: tokio::sync::Notify,
    copy: Mutex<Option<Copy>>,
}

/// A budget that was never refused: it need not be shared with other processes request by request.
#[derive(Debug)]
struct Copy {
    budget: Budget,
    since_ms: i64,
}

impl Route {
    pub(super) fn new(key: BudgetKey, store: Arc<dyn BudgetStore>) -> Self {
        Self {
            key,
            store,
            turn: tokio::sync::Mutex::default(),
            waiting: AtomicU32::new(0),
            answered: tokio::sync::Notify::new(),
            copy: Mutex::default(),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.key.route
    }

    pub(super) fn budget(&self) -> Result<Budget> {
        match &*self.copy() {
            Some(copy) => Ok(copy.budget.clone()),
            None => self.store.read(&self.key),
        }
    }

    pub(super) fn reserve(&self, now_ms: i64) -> Result<Verdict> {
        let mut copy = self.copy();
        if let Some(copy) = &mut *copy
            && (copy.since_ms..copy.since_ms + COPY_MS).contains(&now_ms)
        {
            return Ok(copy.budget.reserve(now_ms));
        }
        let mut verdict = Verdict::Go;
        let mut free = None;
        self.store.update(&self.key, &mut |budget| {
            if let Some(copy) = &*copy {
                budget.absorb(&copy.budget);
            }
            verdict = budget.reserve(now_ms);
            free = budget.is_free().then(|| budget.clone());
        })?;
        *copy = free.map(|budget| Copy { budget, since_ms: now_ms });
        Ok(verdict)
    }

    pub(super) fn observe(&self, outcome: Outcome, sent_ms: i64, now_ms: i64) {
        let mut copy = self.copy();
        match &mut *copy {
            Some(copy) if !matches!(outcome, Outcome::Refused { .. }) => copy.budget.observe(outcome, sent_ms, now_ms),
            _ => {
                let known = copy.take();
                self.store(&mut |budget| {
                    if let Some(copy) = &known {
                        budget.absorb(&copy.budget);
                    }
                    budget.observe(outcome, sent_ms, now_ms);
                });
            }
        }
        drop(copy);
        self.answered.notify_one();
    }

    fn store(&self, change: &mut dyn FnMut(&mut Budget)) {
        if let Err(error) = self.store.update(&self.key, change) {
            tracing::warn!(route = self.name(), %error, "what was learned about the limit is lost");
        }
    }

    fn copy(&self) -> MutexGuard<'_, Option<Copy>> {
        self.copy.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Route {
    fn drop(&mut self) {
        if let Some(copy) = self.copy().take() {
            self.store(&mut |budget| budget.absorb(&copy.budget));
        }
    }
}
