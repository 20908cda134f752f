//! Looking whether more goes than is known: after idling, and once in a while.

use super::budget::{Budget, PATIENCE};
use super::mark::{Mark, Span};

#[expect(clippy::cast_precision_loss, reason = "times and counts are far below 2^52")]
impl Budget {
    /// Once the server's level may have reached the capacity, what was counted before no longer tells the rate.
    pub(super) fn mark_if_full(&mut self, now_ms: i64, rate: Span) {
        // A server that is full does not refuse: until something passes, waiting proves nothing.
        let Some(last) = self.last.filter(|_| self.in_a_row == 0) else { return };
        let now = now_ms as f64;
        let capacity = self.capacity();
        let spent = self.spent as f64;
        let (level, from) = last.start();
        let most = level.high + rate.high * (now - from.low) - (spent - f64::from(self.open) - last.passed.high);
        let least = level.low + rate.low * (now - from.high) - (spent - last.passed.low);
        let surely = least >= capacity.low;
        if !surely && (last.full || most < capacity.high) {
            return;
        }
        if surely {
            self.try_capacity();
        }
        let mark = Mark {
            at: Span::new(now, now),
            level: Span::new(least.clamp(0.0, capacity.low), capacity.high),
            next: None,
            passed: Span::new(spent - f64::from(self.open), spent),
            seen_ms: now_ms,
            full: true,
        };
        self.last = Some(mark);
        self.anchor = Some(mark);
        if surely && self.tried.is_none() {
            self.floor = Some(mark);
        }
    }

    /// Once in a while, after idling, one more than the known burst is let go.
    fn try_capacity(&mut self) {
        let known = self.capacity();
        let patience = if self.capacity.is_some() { self.capacity_patience } else { PATIENCE.0 };
        if self.tried_capacity.is_none() && self.passed >= u64::from(patience) {
            let more = (known.low * 1.25).max(known.low + 1.0);
            self.tried_capacity = Some(known);
            self.capacity = Some(Span::new(more, known.high.max(more)));
        }
    }

    /// Learns from a pass how large the burst was at least.
    pub(super) fn prove_capacity(&mut self, rate: Span, now_ms: i64) {
        let (Some(known), Some(last)) = (self.capacity, self.last.filter(|last| last.full)) else { return };
        let passed = self.spent as f64 - f64::from(self.open) - last.passed.high;
        let proven = passed - rate.high * (now_ms as f64 - last.at.low);
        if self.tried_capacity.is_some_and(|before| proven >= before.low + 0.5) {
            self.tried_capacity = None;
            self.capacity_patience = PATIENCE.0;
        }
        if proven > known.low {
            self.capacity = Some(Span::new(proven, known.high.max(proven)));
        }
    }

    /// Goes faster than known, until it is refused or proven.
    pub(super) fn try_rate(&mut self, rate: Span, before: f64, now_ms: i64) {
        self.set_rate(rate, now_ms);
        self.tried = Some(before);
        self.raise = (1.0 + 2.0 * (self.raise - 1.0)).min(2.0);
        self.since_raise = 0;
        let spent = self.spent as f64;
        let now = now_ms as f64;
        self.floor = Some(Mark {
            at: Span::new(now, now),
            level: Span::new(0.0, self.capacity().high),
            next: None,
            passed: Span::new(spent - f64::from(self.open), spent),
            seen_ms: now_ms,
            full: false,
        });
    }
}
