//! What a refusal teaches: bounds for refill and capacity, from conservation of tokens.
//!
//! Every limit is taken for a bucket: a level that refills at a steady rate up to a capacity, one token per request. A
//! fixed or sliding window behaves, for whoever keeps it busy, like a bucket of capacity one.

use serde::{Deserialize, Serialize};

/// Tokens per millisecond that no limit needs to be told from: "not known how fast".
pub(super) const FASTEST: f64 = 1000.0;

/// Between what bounds the truth lies, both included and finite.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Span {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Span {
    pub(super) fn new(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    /// What both allow, if anything.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let both = Self { low: self.low.max(other.low), high: self.high.min(other.high) };
        (both.low <= both.high).then_some(both)
    }

    pub(super) fn middle(self) -> f64 {
        f64::midpoint(self.low, self.high)
    }

    /// Whether the bounds lie within this factor of each other.
    pub(super) fn within(self, factor: f64) -> bool {
        self.high <= self.low * factor
    }
}

/// A moment at which something is known about the level on the server.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Mark {
    /// When the server looked, milliseconds since 1970.
    pub(super) at: Span,
    /// What was left then.
    pub(super) level: Span,
    /// When one token will be there if nobody takes any, where the server said so: exact, whatever the rate.
    pub(super) next: Option<Span>,
    /// Requests that the server had let through by then.
    pub(super) passed: Span,
    /// When the answer came.
    pub(super) seen_ms: i64,
    /// The level is the capacity, as far as that is known.
    pub(super) full: bool,
}

impl Mark {
    /// A level and when it held: exact where the server said when the next token comes.
    pub(super) fn start(&self) -> (Span, Span) {
        self.next.map_or((self.level, self.at), |next| (Span::new(1.0, 1.0), next))
    }

    /// The rates (tokens per millisecond) that explain what happened between two marks.
    pub(super) fn rate_until(&self, later: &Self) -> Span {
        let passed = Span::new(later.passed.low - self.passed.high, later.passed.high - self.passed.low);
        let seen = rate(passed, self.level, later.level, self.at, later.at);
        let one = Span::new(1.0, 1.0);
        let told = match (self.next, later.next) {
            (Some(start), Some(end)) => rate(passed, one, one, start, end),
            (None, Some(end)) if self.full => rate(passed, self.level, one, self.at, end),
            _ => return seen,
        };
        // Windows tell times that no bucket would: then what was told is right and the level was not.
        told.and(seen).unwrap_or(told)
    }

    /// The capacities that explain this refusal if the bucket was full at `start` and refilled at `rate`.
    pub(super) fn capacity_since(&self, start: Span, passed: Span, rate: Span) -> Span {
        let capacity = |end: Span, level: Span| {
            let lowest = passed.low + level.low - rate.high * (end.high - start.low).max(0.0);
            let highest = passed.high + level.high - rate.low * (end.low - start.high).max(0.0);
            Span::new(lowest.max(1.0), highest.max(1.0))
        };
        let seen = capacity(self.at, self.level);
        match self.next {
            Some(next) => {
                let told = capacity(next, Span::new(1.0, 1.0));
                told.and(seen).unwrap_or(told)
            }
            None => seen,
        }
    }
}

/// Conservation: `end level = start level + rate * time - passed`.
fn rate(passed: Span, start: Span, end: Span, from: Span, until: Span) -> Span {
    let shortest = until.low - from.high;
    let longest = (until.high - from.low).max(1.0);
    let low = ((passed.low + end.low - start.high) / longest).clamp(0.0, FASTEST);
    let most = passed.high + end.high - start.low;
    let high = if shortest > 0.0 { (most / shortest).clamp(0.0, FASTEST) } else { FASTEST };
    Span::new(low, high.max(low))
}
