//! What one route lets through.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What was measured on the real API where nothing was learned yet: seven at once, then seven per minute.
const PRIOR_BURST: f64 = 7.0;
const PRIOR_PER_MS: f64 = 7.0 / 60_000.0;

/// How a request ended, as far as the budget is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Answered, and not with a 429: the server counted it.
    Passed,
    /// Answered with a 429.
    Refused {
        /// How long the server asks to wait, see [`super::wait_from`].
        wait: Option<Duration>,
    },
    /// Never sent: the reservation is given back.
    NotSent,
    /// Sent, but no answer came: counts as used.
    Lost,
}

/// Whether a request may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Now; it is counted.
    Go,
    /// Not before this moment, in milliseconds since 1970; nothing is counted.
    Wait(i64),
}

/// What is known about the limit of one route. Times are milliseconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Budget {
    closed_until_ms: i64,
    refused: bool,
}

impl Budget {
    /// Nothing known.
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn reserve(&mut self, now_ms: i64) -> Verdict {
        if now_ms < self.closed_until_ms { Verdict::Wait(self.closed_until_ms) } else { Verdict::Go }
    }

    pub(crate) fn observe(&mut self, outcome: Outcome, _sent_ms: i64, now_ms: i64) {
        if let Outcome::Refused { wait } = outcome {
            let wait = wait.unwrap_or(Duration::from_secs(1)).min(Duration::from_secs(900));
            self.refused = true;
            self.closed_until_ms = now_ms + i64::try_from(wait.as_millis()).unwrap_or(0) + 1;
        }
    }

    /// How long this many calls will take from now on, at the learned pace or at what was measured before.
    pub fn estimate(&self, calls: u32, now_ms: i64) -> Duration {
        let closed = u64::try_from(self.closed_until_ms.saturating_sub(now_ms)).unwrap_or(0);
        Duration::from_millis(closed)
            + Duration::from_secs_f64((f64::from(calls) - PRIOR_BURST).max(0.0) / PRIOR_PER_MS / 1000.0)
    }

    /// How long the last of this many calls would wait, as far as known; nothing known is no wait.
    pub(crate) fn wait_for(&self, calls: u32, now_ms: i64) -> Duration {
        if self.refused { self.estimate(calls, now_ms) } else { Duration::ZERO }
    }
}
