//! What a budget learns from a refusal.

use std::time::Duration;

use super::budget::{Budget, LONGEST_CLOSED_MS, PATIENCE, PRIOR_BURST, RAISE};
use super::mark::{FASTEST, Mark, SLOWEST, Span};
use super::outcome::Sent;

/// The first wait of our own, where the server names none, and the longest. Milliseconds.
const OWN_WAIT_MS: (f64, f64) = (500.0, 30_000.0);
/// No more answers than this are doubted because they came while a refused request was under way.
const FEW: u64 = 8;

#[expect(clippy::cast_precision_loss, reason = "times and counts are far below 2^52")]
impl Budget {
    pub(super) fn refuse(&mut self, wait: Option<Duration>, sent: Sent, now_ms: i64) {
        let wait_ms =
            wait.filter(|wait| !wait.is_zero()).map(|wait| (wait.as_secs_f64() * 1000.0).min(LONGEST_CLOSED_MS));
        if let Some(wait) = wait_ms {
            self.close(now_ms, wait + 1.0);
        }
        // Several refusals in flight at once are one lesson.
        if sent.at_ms <= self.taught_ms {
            for mark in [&mut self.anchor, &mut self.floor, &mut self.last, &mut self.first].into_iter().flatten() {
                if sent.at_ms <= mark.seen_ms {
                    mark.passed.high = (mark.passed.high - 1.0).max(mark.passed.low);
                }
            }
            return;
        }
        self.taught_ms = now_ms;
        let mark = self.mark(wait_ms, sent, now_ms);
        self.lessons = self.lessons.saturating_add(1);
        self.in_a_row += 1;
        self.passed = 0;
        self.raise = if self.patience < PATIENCE.1 { RAISE.0 } else { RAISE.1 };
        if self.tried.is_some() {
            self.patience = (self.patience * 2).min(PATIENCE.1);
        }
        self.since_raise = 0;
        let tried = self.tried.take();
        self.end_guess();
        let rate = match (self.tracked(), tried) {
            (Some(rate), Some(before)) => {
                self.anchor = Some(mark);
                let measured = self.floor.and_then(|floor| floor.rate_until(&mark).and(rate));
                // Either it had become faster in the meantime, or all is as it was.
                Some(measured.filter(|rate| rate.low > before).unwrap_or(Span::new(rate.low.min(before), before)))
            }
            // The level at a refused retry is not between none and one, as it is where it ran out by our requests.
            (None, _) if wait_ms.is_none() && self.in_a_row > 1 => self.rate,
            (Some(rate), _) if wait_ms.is_none() && self.in_a_row > 1 => {
                // It should have refilled by now, several times.
                let factor = if self.in_a_row > 3 { 0.7 } else { 1.0 };
                Some(Span::new(rate.low * factor, rate.high * factor))
            }
            (None, _) if wait_ms.is_some() && self.in_window(&mark) => return,
            _ => self.lesson(&mark).or_else(|| self.guess(&mark)),
        };
        if wait_ms.is_some() || self.in_a_row == 1 {
            self.last = Some(mark);
            self.floor = Some(mark);
        }
        if self.anchor.is_none() {
            self.anchor = Some(mark);
        }
        if self.first.is_none() && self.lessons == 1 {
            self.first = Some(mark);
        }
        self.rate = rate.map(|rate| Span::new(rate.low, rate.high.max(SLOWEST)));
        self.learn_capacity();
        self.resync(&mark, wait_ms, now_ms);
    }

    fn mark(&self, wait_ms: Option<f64>, sent: Sent, now_ms: i64) -> Mark {
        let way = self.quickest_ms * 0.4;
        let at = Span::new(sent.at_ms as f64 + way, now_ms as f64 + 1.0 - way);
        let next = wait_ms.map(|wait| {
            // A number without decimals was rounded up.
            let rounded = if wait % 1000.0 == 0.0 {
                1000.0
            } else if wait % 100.0 == 0.0 {
                100.0
            } else {
                1.0
            };
            Span::new(at.low + (wait - rounded).max(0.0), at.high + wait)
        });
        // What was answered while this was under way may have been let through after it was refused.
        let answered = self.spent.saturating_sub(u64::from(self.open));
        let answered = sent.answered.clamp(answered.saturating_sub(FEW), answered);
        Mark {
            at,
            level: Span::new(0.0, 1.0),
            next,
            passed: Span::new(answered as f64, self.spent as f64),
            seen_ms: now_ms,
            full: false,
        }
    }

    /// The rate after this refusal.
    fn lesson(&mut self, mark: &Mark) -> Option<Span> {
        let Some((anchor, last)) = self.anchor.zip(self.last) else { return self.rate };
        if last.full {
            self.anchor = Some(*mark);
            return self.lesson_after_idling(&last, mark);
        }
        self.tried_capacity = None;
        let recent = last.rate_until(mark);
        let measured = recent.and(anchor.rate_until(mark)).unwrap_or_else(|| {
            self.anchor = Some(last);
            recent
        });
        match self.rate.map(|rate| rate.and(measured)) {
            Some(Some(both)) => Some(both),
            Some(None) => {
                // Not the limit that was known: look again soon.
                self.patience = PATIENCE.0;
                self.anchor = Some(last);
                Some(recent)
            }
            None => Some(measured),
        }
    }

    /// The first refusal after idling: the capacity is less than thought, unless that does not explain it.
    fn lesson_after_idling(&mut self, full: &Mark, mark: &Mark) -> Option<Span> {
        if let Some(before) = self.tried_capacity.take() {
            self.capacity = Some(before);
            self.capacity_patience = (self.capacity_patience * 2).min(PATIENCE.1);
            return self.rate;
        }
        let passed = Span::new(mark.passed.low - full.passed.high, mark.passed.high - full.passed.low);
        let rate = self.rate.unwrap_or(Span::new(0.0, FASTEST));
        let thought = self.capacity();
        let needed = mark.capacity_since(full.at, passed, rate);
        let capacity = needed.and(thought).unwrap_or(needed);
        self.capacity = Some(capacity);
        let explained = capacity.low < thought.low - 0.1;
        if explained && thought.within(1.3) {
            self.capacity_patience = PATIENCE.0;
        }
        match full.rate_until(mark).and(rate) {
            // Nothing that was known explains it.
            None if needed.high <= 1.0 => {
                self.patience = PATIENCE.0;
                None
            }
            None => Some(rate),
            Some(both) if explained || both.high < rate.high * 0.98 => Some(both),
            // Neither the capacity nor this short time explains it: the rate is a little less than thought.
            Some(both) if !both.within(1.05) => Some(Span::new(both.low, both.middle())),
            Some(both) => {
                let factor = 1.0 - 0.5 / passed.high.max(1.0);
                Some(Span::new(both.low * factor, both.high * factor))
            }
        }
    }

    /// Whether the time between the first refusal and this one tells nothing: had the server such a rate, it would not
    /// have asked for a wait as long as the first one. So it counts in windows, and this is within one.
    fn in_window(&self, mark: &Mark) -> bool {
        self.anchor.is_some_and(|anchor| {
            let asked = anchor.next.map_or(0.0, |next| next.low - anchor.at.high);
            anchor.rate_until(mark).low * asked > PRIOR_BURST.max(self.history.len() as f64) + 1.0
        })
    }

    /// From the first burst, once the rate is known.
    fn learn_capacity(&mut self) {
        let (Some(rate), Some(first)) = (self.tracked(), self.first) else { return };
        let count = self.history.len();
        if count == 0 {
            return;
        }
        let mut capacity = Span::new(1.0, 1.0);
        for (position, sent_ms) in self.history.iter().enumerate() {
            let passed = (count - position) as f64;
            let start = *sent_ms as f64;
            let start = Span::new(start, start + self.round_trip_ms / 2.0);
            let needed = first.capacity_since(start, Span::new(passed, passed), rate);
            capacity = Span::new(capacity.low.max(needed.low), capacity.high.max(needed.high));
        }
        self.capacity = Some(capacity);
        if rate.within(1.1) && self.guessed_ms.is_none() {
            self.history.clear();
            self.first = None;
        }
    }

    /// Sets our level to what the refusal told.
    fn resync(&mut self, mark: &Mark, wait_ms: Option<f64>, now_ms: i64) {
        let known = self.tracked();
        if wait_ms.is_none() {
            let steady = self.rate.map(|rate| rate.high).filter(|high| *high > 0.0 && *high < FASTEST);
            let row = f64::from(self.in_a_row.min(16)) - 1.0;
            let wait = match (known, steady) {
                (Some(rate), _) => 1.0 / self.pace(rate) * 1.5_f64.powf(row),
                (None, Some(high)) => 1.0 / high * 1.5_f64.powf(row),
                (None, None) => OWN_WAIT_MS.0 * 2.0_f64.powf(row),
            };
            self.close(now_ms, wait.min(OWN_WAIT_MS.1));
        }
        let Some(rate) = known else { return };
        let pace = self.pace(rate);
        let margin = (0.1 + pace * self.round_trip_ms / 2.0).min(1.0) + f64::from(self.open);
        let now = mark.at.middle();
        let level = match mark.next {
            Some(next) => {
                let told = Span::new(1.0 - rate.high * (next.high - now), 1.0 - rate.low * (next.low - now));
                told.and(mark.level).unwrap_or(told).low.max(1.0 - pace * (next.middle() - now))
            }
            None => 0.0,
        };
        // A level far below zero must not outlive a change of the rate.
        self.level = (level - margin).max(1.0 - pace * LONGEST_CLOSED_MS);
        self.level_ms = now;
        if wait_ms.is_none() && self.in_a_row > 1 {
            self.level = 1.0 - f64::from(self.open);
            self.level_ms = self.closed_until_ms as f64;
        }
    }
}
