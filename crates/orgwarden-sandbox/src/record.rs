//! What the sandbox has seen: counters per route and a log.

use std::collections::{BTreeMap, VecDeque};

use orgwarden_api::model::Timestamp;
use serde::Serialize;

/// How many entries the log keeps; older ones are dropped.
const KEPT: usize = 50_000;

/// What happened on one route.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RouteCounts {
    /// Requests that came in, refused ones included.
    pub requests: u64,
    /// Requests that the limits refused with 429. A 429 by a fault counts as a fault.
    pub refused_429: u64,
    /// Faults that were injected, by their kind as it is written, `reset-after`.
    pub faults: BTreeMap<String, u64>,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogEntry {
    /// When it came in, by the sandbox's clock.
    pub at: Timestamp,
    /// The verb.
    pub method: String,
    /// The path and query as sent.
    pub path: String,
    /// Method and route template, `GET /organization/users`; `None` when no route fits.
    pub route: Option<String>,
    /// The status of the answer. `None`: the connection was cut without one.
    pub status: Option<u16>,
    /// The `x-request-id` of the answer.
    pub request_id: String,
    /// The kinds of the faults that were injected, separated by commas.
    pub fault: Option<String>,
}

/// Counters and log.
#[derive(Debug, Default)]
pub(crate) struct Record {
    counts: BTreeMap<String, RouteCounts>,
    log: VecDeque<LogEntry>,
}

impl Record {
    pub(crate) fn add(&mut self, entry: LogEntry, refused: bool) {
        if let Some(route) = &entry.route {
            if !self.counts.contains_key(route) {
                self.counts.insert(route.clone(), RouteCounts::default());
            }
            if let Some(counts) = self.counts.get_mut(route) {
                counts.requests += 1;
                counts.refused_429 += u64::from(refused);
                for fault in entry.fault.iter().flat_map(|kinds| kinds.split(',')) {
                    *counts.faults.entry(fault.to_owned()).or_default() += 1;
                }
            }
        }
        if self.log.len() == KEPT {
            self.log.pop_front();
        }
        self.log.push_back(entry);
    }

    pub(crate) fn counts(&self) -> BTreeMap<String, RouteCounts> {
        self.counts.clone()
    }

    pub(crate) fn log(&self) -> Vec<LogEntry> {
        self.log.iter().cloned().collect()
    }

    /// Forgets counters and log.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}
