use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::Call;

/// What a client tells while it works, for progress.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// A request is about to be sent.
    Sending {
        /// The request.
        call: Call<Value>,
    },
    /// A page of a list was read.
    Read {
        /// Method and route template.
        route: String,
        /// How many items of the list have been read so far.
        items: usize,
    },
    /// A request waits for its turn.
    Waiting {
        /// Method and route template.
        route: String,
        /// How long, as far as is known.
        wait: Duration,
        /// How many requests the route's limit lets through in a minute, where that was learned.
        per_minute: Option<f64>,
    },
    /// A request is about to be sent again.
    Retrying {
        /// Method and route template.
        route: String,
        /// What went wrong.
        reason: String,
        /// How long until then.
        wait: Duration,
    },
}

/// How many requests were sent, per method and route template. Refused and repeated ones count: the API counts them too.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Requests {
    /// All of them.
    pub total: u32,
    /// By `METHOD /route/template`.
    pub by_route: BTreeMap<String, u32>,
}

impl Requests {
    /// Adds the requests of another count.
    pub fn add(&mut self, other: &Self) {
        self.total += other.total;
        for (route, count) in &other.by_route {
            *self.by_route.entry(route.clone()).or_default() += count;
        }
    }
}

#[derive(Default)]
pub(super) struct Scope {
    pub(super) cancel: CancellationToken,
    listener: Option<Arc<dyn Fn(Signal) + Send + Sync>>,
    requests: Mutex<Requests>,
    /// The scope that this one was made from: what is sent here counts there too.
    parent: Option<Arc<Scope>>,
}

impl Scope {
    /// A scope inside this one, counting from nothing.
    pub(super) fn scoped(
        self: &Arc<Self>,
        cancel: CancellationToken,
        listener: impl Fn(Signal) + Send + Sync + 'static,
    ) -> Self {
        let parent = Some(Arc::clone(self));
        Self { cancel, listener: Some(Arc::new(listener)), requests: Mutex::default(), parent }
    }

    /// The same, counting from nothing.
    pub(super) fn counting_anew(self: &Arc<Self>) -> Self {
        let parent = Some(Arc::clone(self));
        Self { cancel: self.cancel.clone(), listener: self.listener.clone(), requests: Mutex::default(), parent }
    }

    pub(super) fn tell(&self, signal: impl FnOnce() -> Signal) {
        if let Some(listener) = &self.listener {
            // Whoever only listens must not tear a request apart; the panic has been reported by the panic hook.
            let _ = catch_unwind(AssertUnwindSafe(|| listener(signal())));
        }
    }

    pub(super) fn count(&self, route: &str) {
        if let Some(parent) = &self.parent {
            parent.count(route);
        }
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.total += 1;
        match requests.by_route.get_mut(route) {
            Some(count) => *count += 1,
            None => drop(requests.by_route.insert(route.to_owned(), 1)),
        }
    }

    pub(super) fn requests(&self) -> Requests {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").field("requests", &self.requests).finish_non_exhaustive()
    }
}
