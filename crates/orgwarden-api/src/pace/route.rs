//! One route as this process sees it: its queue, and its budget in the store.

use std::sync::Arc;
use std::sync::atomic::AtomicU32;

use super::{Budget, BudgetKey, BudgetStore, Outcome, Verdict};
use crate::Result;

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
}

impl Route {
    pub(super) fn new(key: BudgetKey, store: Arc<dyn BudgetStore>) -> Self {
        Self {
            key,
            store,
            turn: tokio::sync::Mutex::default(),
            waiting: AtomicU32::new(0),
            answered: tokio::sync::Notify::new(),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.key.route
    }

    pub(super) fn budget(&self) -> Result<Budget> {
        self.store.read(&self.key)
    }

    pub(super) fn reserve(&self, now_ms: i64) -> Result<Verdict> {
        let mut verdict = Verdict::Go;
        self.store.update(&self.key, &mut |budget| verdict = budget.reserve(now_ms))?;
        Ok(verdict)
    }

    pub(super) fn observe(&self, outcome: Outcome, sent_ms: i64, now_ms: i64) {
        let stored = self.store.update(&self.key, &mut |budget| budget.observe(outcome, sent_ms, now_ms));
        if let Err(error) = stored {
            tracing::warn!(route = self.name(), %error, "what was learned about the limit is lost");
        }
        self.answered.notify_one();
    }
}
