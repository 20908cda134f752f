//! One route as this process sees it: its queue, and its budget in the store or, while nothing is limited, a copy.

use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::mark::Span;
use super::outcome::Sent;
use super::{Budget, BudgetKey, BudgetStore, Outcome, Verdict};
use crate::Result;

/// How long a copy is used before it is brought together with the store, in milliseconds.
const COPY_MS: i64 = 1000;

/// Where the store keeps what was learned last of any route of a kind: no route is called like that.
const KINDS: [(&str, &str); 3] =
    [("GET /organization/usage", "usage and costs"), ("GET /organization/costs", "usage and costs"), ("", "any")];

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
    own: Mutex<Own>,
}

/// What this process knows by itself.
#[derive(Debug, Default)]
struct Own {
    in_flight: u32,
    copy: Option<Copy>,
    /// Whether the route is known by itself.
    is_tried: bool,
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
            own: Mutex::default(),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.key.route
    }

    pub(super) fn budget(&self) -> Result<Budget> {
        match &self.own().copy {
            Some(copy) => Ok(copy.budget.clone()),
            None => self.store.read(&self.key),
        }
    }

    /// Asks to send one request now.
    pub(super) fn reserve(&self, now_ms: i64) -> Result<(Verdict, Sent)> {
        let own = &mut *self.own();
        let (verdict, sent) = match &mut own.copy {
            Some(Copy { budget, since_ms }) if (*since_ms..*since_ms + COPY_MS).contains(&now_ms) => {
                (budget.reserve(now_ms), budget.sent())
            }
            _ => self.reserve_in_store(own, now_ms)?,
        };
        if verdict == Verdict::Go {
            own.in_flight += 1;
        }
        Ok((verdict, sent))
    }

    fn reserve_in_store(&self, own: &mut Own, now_ms: i64) -> Result<(Verdict, Sent)> {
        let example = if own.is_tried { None } else { self.example(own, now_ms)? };
        let mut asked = (Verdict::Go, Sent { at_ms: now_ms, answered: 0 });
        let mut budget_of_ours = None;
        self.store.update(&self.key, &mut |budget| {
            if let Some(copy) = &own.copy {
                budget.absorb(&copy.budget);
            }
            if let Some(example) = example.filter(|_| budget.is_untried() && budget.is_idle(now_ms)) {
                budget.follow(example, now_ms);
            }
            let verdict = budget.reserve(now_ms);
            asked = (verdict, budget.sent());
            let in_flight = own.in_flight + u32::from(verdict == Verdict::Go);
            budget_of_ours = budget.is_free().then(|| budget.split(in_flight));
        })?;
        own.copy = budget_of_ours.map(|budget| Copy { budget, since_ms: now_ms });
        Ok(asked)
    }

    pub(super) fn observe(&self, outcome: Outcome, sent: Sent, now_ms: i64) {
        let mut own = self.own();
        own.in_flight = own.in_flight.saturating_sub(1);
        match &mut own.copy {
            Some(copy) if !matches!(outcome, Outcome::Refused { .. }) => copy.budget.observe(outcome, sent, now_ms),
            _ => {
                let copy = own.copy.take();
                let mut example = None;
                self.store(&self.key, &mut |budget| {
                    if let Some(copy) = &copy {
                        budget.absorb(&copy.budget);
                    }
                    budget.observe(outcome, sent, now_ms);
                    example = budget.example();
                });
                if let Some(example) = example.filter(|_| matches!(outcome, Outcome::Refused { .. })) {
                    self.store(&self.kind(), &mut |budget| budget.set_example(example, now_ms));
                }
            }
        }
        drop(own);
        self.answered.notify_one();
    }

    /// What other routes of the same kind have taught, as long as this one is not known by itself.
    fn example(&self, own: &mut Own, now_ms: i64) -> Result<Option<(Span, Span)>> {
        let budget = self.store.read(&self.key)?;
        own.is_tried = !budget.is_untried();
        if own.is_tried || !budget.is_idle(now_ms) {
            return Ok(None);
        }
        Ok(self.store.read(&self.kind())?.example())
    }

    fn kind(&self) -> BudgetKey {
        let kind = KINDS.iter().find(|(start, _)| self.key.route.starts_with(start)).map_or("any", |(_, kind)| kind);
        BudgetKey { credential: self.key.credential.clone(), route: kind.to_owned() }
    }

    fn store(&self, key: &BudgetKey, change: &mut dyn FnMut(&mut Budget)) {
        if let Err(error) = self.store.update(key, change) {
            tracing::warn!(route = self.name(), %error, "what was learned about the limit is lost");
        }
    }

    fn own(&self) -> MutexGuard<'_, Own> {
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Route {
    fn drop(&mut self) {
        if let Some(copy) = self.own().copy.take() {
            self.store(&self.key, &mut |budget| budget.absorb(&copy.budget));
        }
    }
}
