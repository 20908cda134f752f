//! What is taken for so before it was measured: after a first refusal, and on a route that nobody has tried while others
//! of its kind are known. A guess spares refusals; it is tried out before it can cost much time.

use super::budget::{Budget, IDLE_MS, PRIOR_BURST};
use super::mark::{Mark, Span};

/// For how long a guess may hold requests up, in milliseconds, before it is tried out.
const BELIEVED_MS: f64 = 120_000.0;
/// So much of a full bucket is not counted on: first requests take longer, for their connections are made.
const UNSURE: f64 = 0.5;
/// So many may pass in a trial though the guess is right: it was a cautious one.
const SLACK: u32 = 3;
/// How far apart the bounds of a guess may lie.
const NARROW: f64 = 1.2;
/// A route with more passes than this is known by itself.
const FEW_PASSES: u64 = 16;

#[expect(clippy::cast_precision_loss, reason = "times and counts are far below 2^52")]
impl Budget {
    /// The rate after the first refusal, if it tells when the next token comes: the bucket was full when it was first
    /// used, its capacity is a whole number, and no token had come yet. So one comes from the first request until then.
    ///
    /// Windows tell times that have nothing to do with a rate. They end with a second of the clock or whole seconds after
    /// the first request, so whatever does that is not guessed from.
    pub(super) fn guess(&mut self, mark: &Mark) -> Option<Span> {
        let (next, first_ms) = (mark.next.filter(|next| next.high - next.low < 1000.0)?, *self.history.first()? as f64);
        // All that passed since is known.
        if self.lessons != 1 || (mark.passed.low - self.history.len() as f64).abs() > 0.5 {
            return None;
        }
        let first = Span::new(first_ms, first_ms + self.round_trip_ms + 1.0);
        let interval = Span::new(next.low - first.high, next.high - first.low);
        // Within half of it a token may have come and gone.
        let burst_ms = mark.at.high - first.low;
        let may_be_window = [next, interval].into_iter().any(|span| has_whole_second(span, self.round_trip_ms / 2.0));
        if burst_ms * 2.0 >= interval.low || may_be_window {
            return None;
        }
        let rate = Some(Span::new(1.0 / interval.high, 1.0 / interval.low)).filter(|rate| rate.within(NARROW))?;
        self.guessed_ms = Some(0.0);
        Some(rate)
    }

    /// What other routes of the same kind can take for so, if it is known well enough.
    pub(super) fn example(&self) -> Option<(Span, Span)> {
        let rate = self.tracked().filter(|rate| rate.within(NARROW) && self.lessons > 0)?;
        Some((rate, self.capacity.filter(|capacity| capacity.within(1.3))?))
    }

    /// An example for others.
    pub(super) fn set_example(&mut self, (rate, capacity): (Span, Span), now_ms: i64) {
        *self = Self { rate: Some(rate), capacity: Some(capacity), lessons: 1, newest_ms: now_ms, ..Self::default() };
    }

    /// Whether so little is known that the example of others counts.
    pub(super) fn is_untried(&self) -> bool {
        self.lessons == 0 && self.rate.is_none() && self.passed < FEW_PASSES
    }

    /// Whether nothing is under way, so that what was counted is all.
    pub(super) fn is_idle(&self, now_ms: i64) -> bool {
        self.spent == 0 || (self.open == 0 && now_ms > self.last_seen_ms + IDLE_MS)
    }

    /// Takes for so what others have learned, unless what passed here already speaks against it.
    pub(super) fn follow(&mut self, (rate, capacity): (Span, Span), now_ms: i64) {
        let mut level = capacity.high;
        let mut before = self.history.first().copied().unwrap_or(now_ms);
        for sent_ms in &self.history {
            level = (level + rate.high * (sent_ms - before).max(0) as f64).min(capacity.high) - 1.0;
            before = *sent_ms;
            if level < -1.0 {
                return;
            }
        }
        (self.rate, self.capacity) = (Some(rate), Some(capacity));
        // A first request goes at once, whatever the capacity.
        let least = if self.history.is_empty() { 1.0 } else { f64::NEG_INFINITY };
        self.level = (level.min(capacity.low) - UNSURE).max(least);
        self.level_ms = before as f64;
        let first_ms = self.history.first().copied().unwrap_or(now_ms) as f64;
        let before_all = (self.spent as f64 - self.history.len() as f64).max(0.0);
        let start = Mark {
            at: Span::new(first_ms, first_ms),
            level: Span::new(0.0, capacity.high),
            next: None,
            passed: Span::new(before_all, before_all),
            seen_ms: now_ms,
            full: true,
        };
        (self.anchor, self.last) = (Some(start), Some(start));
        self.guessed_ms = Some(0.0);
    }

    /// Notes that a request was held up by a guess, if it was.
    pub(super) fn held_up(&mut self, level: f64, rate: Span) {
        let pace = self.pace(rate);
        if let Some(guessed_ms) = self.guessed_ms.as_mut().filter(|_| level < 1.5) {
            *guessed_ms += 1.0 / pace;
        }
    }

    /// Whether a guess is tried out by now: requests go one after another without being counted, until one is refused or
    /// more have passed than could.
    pub(super) fn is_tried_out(&mut self, level: f64) -> bool {
        if self.trial == 0 && level < 1.0 && self.guessed_ms.is_some_and(|guessed_ms| guessed_ms > BELIEVED_MS) {
            self.trial = 1;
        }
        self.trial > 0
    }

    /// A refusal ends a guess: from now on it is measured.
    pub(super) fn end_guess(&mut self) {
        let trial = std::mem::take(&mut self.trial);
        if self.guessed_ms.take().is_none() {
            return;
        }
        if trial > SLACK {
            // More has passed than could: this refusal is the first of which something is known.
            self.forget_marks();
            self.history.clear();
            (self.lessons, self.rate, self.capacity) = (1, None, None);
        }
        // What was only thought must not contradict what is measured by a little.
        self.rate = self.rate.map(|rate| Span::new(rate.low / 1.1, rate.high * 1.1));
    }

    /// One more has passed in a trial.
    pub(super) fn trial_passed(&mut self) {
        self.trial += 1;
        let most = self.capacity.map_or(PRIOR_BURST, |capacity| capacity.high) + 2.0;
        if f64::from(self.trial) > most {
            // There is no such limit: all anew, as on a route that lets everything through.
            self.forget_marks();
            self.history.clear();
            (self.lessons, self.rate, self.capacity, self.guessed_ms, self.trial) = (0, None, None, None, 0);
            self.passed = self.passed.max(FEW_PASSES);
        }
    }
}

/// Whether a whole number of seconds is possible, give or take so many milliseconds.
fn has_whole_second(span: Span, more_or_less: f64) -> bool {
    ((span.low - more_or_less) / 1000.0).ceil() <= ((span.high + more_or_less) / 1000.0).floor()
}
