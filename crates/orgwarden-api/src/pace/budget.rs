//! What one route lets through.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::learn::{FASTEST, Mark, Span};

/// What was measured on the real API, for a route of which nothing is known: seven at once, then seven per minute.
const PRIOR_BURST: f64 = 7.0;
const PRIOR_PER_MS: f64 = 7.0 / 60_000.0;
/// No word of a server is believed for longer than this: a quarter of an hour, in milliseconds.
const LONGEST_CLOSED_MS: f64 = 900_000.0;
/// A request that was not answered after so many milliseconds no longer holds others up.
const FORGOTTEN_MS: i64 = 30_000;
/// The first wait of our own, where the server names none, and the longest. Milliseconds.
const OWN_WAIT_MS: (f64, f64) = (500.0, 30_000.0);
/// Passes without refusal after which a higher rate is tried.
const PATIENCE: (u32, u32) = (32, 500);
/// Knowledge older than this, in milliseconds, is checked sooner.
const OLD_MS: i64 = 86_400_000;
/// Whoever sends nothing for so many milliseconds is idle: the server's level is not known any more.
const IDLE_MS: i64 = 250;
/// How many passes are remembered until the capacity is known.
const HISTORY: usize = 64;

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Budget {
    /// Requests that the server let through, those in flight included.
    spent: u64,
    open: u32,
    /// Passes since the last refusal.
    passed: u64,
    /// Refusals since the last pass.
    in_a_row: u32,
    lessons: u32,
    newest_ms: i64,
    last_sent_ms: i64,
    round_trip_ms: f64,
    quickest_ms: f64,
    last_seen_ms: i64,
    history: Vec<i64>,
    closed_until_ms: i64,
    rate: Option<Span>,
    capacity: Option<Span>,
    /// The level as we count it, at a moment that may lie ahead.
    level: f64,
    level_ms: f64,
    first: Option<Mark>,
    anchor: Option<Mark>,
    /// From where passes are counted as proof of a rate.
    floor: Option<Mark>,
    last: Option<Mark>,
    since_raise: u32,
    patience: u32,
    raise: f64,
    /// The upper bound before a higher rate was tried.
    tried: Option<f64>,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            spent: 0,
            open: 0,
            passed: 0,
            in_a_row: 0,
            lessons: 0,
            newest_ms: i64::MIN,
            last_sent_ms: 0,
            round_trip_ms: 0.0,
            quickest_ms: 0.0,
            last_seen_ms: 0,
            history: Vec::new(),
            closed_until_ms: 0,
            rate: None,
            capacity: None,
            level: 0.0,
            level_ms: 0.0,
            first: None,
            anchor: None,
            floor: None,
            last: None,
            since_raise: 0,
            patience: PATIENCE.1,
            raise: 1.1,
            tried: None,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "times and counts are far below 2^52")]
impl Budget {
    /// Nothing known.
    pub fn new() -> Self {
        Self::default()
    }

    /// The rate, once it is known well enough to count by it.
    fn tracked(&self) -> Option<Span> {
        self.rate.filter(|rate| rate.low > 0.0 && rate.within(4.0))
    }

    fn pace(rate: Span) -> f64 {
        rate.low + 0.3 * (rate.high - 1.05 * rate.low).max(0.0)
    }

    fn capacity(&self) -> Span {
        self.capacity.unwrap_or(Span::new(1.0, PRIOR_BURST))
    }

    fn level_at(&self, now_ms: i64, rate: Span) -> f64 {
        (self.level + (now_ms as f64 - self.level_ms) * Self::pace(rate)).min((self.capacity().low - 0.1).max(1.0))
    }

    pub(crate) fn reserve(&mut self, now_ms: i64) -> Verdict {
        let now_ms = self.tell_time(now_ms);
        if now_ms < self.closed_until_ms {
            return Verdict::Wait(self.closed_until_ms);
        }
        if let Some(rate) = self.tracked() {
            let level = self.level_at(now_ms, rate);
            if level < 1.0 {
                let wait = ((1.0 - level) / Self::pace(rate)).ceil().clamp(1.0, LONGEST_CLOSED_MS);
                #[expect(clippy::cast_possible_truncation, reason = "clamped")]
                return Verdict::Wait(now_ms + wait as i64);
            }
            self.mark_if_full(now_ms, rate);
            self.level = level - 1.0;
            self.level_ms = now_ms as f64;
        } else {
            let busy_until_ms = self.last_seen_ms.max(self.closed_until_ms).max(self.last_sent_ms);
            if self.lessons > 0 && self.open == 0 && now_ms > busy_until_ms + IDLE_MS {
                self.forget_marks();
                self.history.clear();
                self.lessons = 0;
                self.passed = 0;
            }
            let burst = self.lessons == 0 && (self.spent as f64) < PRIOR_BURST;
            let side_by_side = 1 + self.passed / if self.lessons == 0 { 8 } else { 6 };
            if !burst && u64::from(self.open) >= side_by_side && now_ms < self.last_sent_ms + FORGOTTEN_MS {
                #[expect(clippy::cast_possible_truncation, reason = "clamped")]
                return Verdict::Wait(now_ms + (self.round_trip_ms / 2.0).clamp(2.0, 200.0) as i64);
            }
        }
        if now_ms >= self.last_sent_ms + FORGOTTEN_MS {
            self.open = 0;
        }
        self.spent += 1;
        self.open += 1;
        self.last_sent_ms = now_ms;
        Verdict::Go
    }

    /// Once the server's level may have reached the capacity, what was counted before no longer tells the rate.
    fn mark_if_full(&mut self, now_ms: i64, rate: Span) {
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
        if surely {
            self.floor = Some(mark);
        }
    }

    pub(crate) fn observe(&mut self, outcome: Outcome, sent_ms: i64, now_ms: i64) {
        let now_ms = self.tell_time(now_ms);
        self.open = self.open.saturating_sub(1);
        self.last_seen_ms = now_ms;
        if matches!(outcome, Outcome::Passed | Outcome::Refused { .. }) {
            self.time_trip(now_ms.saturating_sub(sent_ms).clamp(0, 60_000) as f64);
        }
        match outcome {
            Outcome::Passed => self.pass(sent_ms, now_ms),
            Outcome::Lost => {}
            Outcome::NotSent => self.give_back(),
            Outcome::Refused { wait } => {
                self.give_back();
                self.refuse(wait, sent_ms.min(now_ms), now_ms);
            }
        }
    }

    fn forget_marks(&mut self) {
        (self.first, self.anchor, self.floor, self.last) = (None, None, None, None);
    }

    fn time_trip(&mut self, round_trip: f64) {
        if self.round_trip_ms == 0.0 {
            (self.round_trip_ms, self.quickest_ms) = (round_trip, round_trip);
        }
        self.round_trip_ms += (round_trip - self.round_trip_ms) / 8.0;
        // Creeps up, so that a faster past is forgotten.
        self.quickest_ms = (self.quickest_ms + (self.round_trip_ms - self.quickest_ms) / 256.0).min(round_trip);
    }

    fn give_back(&mut self) {
        self.spent = self.spent.saturating_sub(1);
        self.level += 1.0;
    }

    fn pass(&mut self, sent_ms: i64, now_ms: i64) {
        self.passed += 1;
        self.in_a_row = 0;
        if self.lessons == 0 {
            if self.history.len() >= HISTORY {
                self.history.drain(..HISTORY / 2);
            }
            self.history.push(sent_ms);
        }
        let (Some(rate), Some(floor)) = (self.tracked(), self.floor) else { return };
        let passed = self.spent as f64 - f64::from(self.open) - floor.passed.high;
        let (level, from) = floor.start();
        let proven = ((passed - level.high) / (now_ms as f64 - from.low).max(1.0)).min(FASTEST);
        let low = rate.low.max(proven);
        let mut high = rate.high.max(low);
        self.since_raise += 1;
        let patience = if self.tried.is_some() { PATIENCE.0 } else { self.patience };
        if Span::new(low, high).within(1.05) && self.since_raise >= patience {
            self.tried = Some(high);
            high *= self.raise;
            self.raise = (1.0 + 2.0 * (self.raise - 1.0)).min(2.0);
            self.since_raise = 0;
        }
        self.set_rate(Span::new(low, high), now_ms);
    }

    /// Changes the rate without changing the level of now.
    fn set_rate(&mut self, rate: Span, now_ms: i64) {
        if let Some(old) = self.tracked()
            && now_ms as f64 > self.level_ms
        {
            self.level = self.level_at(now_ms, old);
            self.level_ms = now_ms as f64;
        }
        self.rate = Some(rate);
    }

    fn refuse(&mut self, wait: Option<Duration>, sent_ms: i64, now_ms: i64) {
        let wait_ms = wait.map(|wait| (wait.as_secs_f64() * 1000.0).min(LONGEST_CLOSED_MS));
        if let Some(wait) = wait_ms {
            self.close(now_ms, wait + 1.0);
        }
        // Several refusals in flight at once are one lesson.
        if let Some(last) = self.last
            && sent_ms <= last.seen_ms
            && !last.full
        {
            for mark in [&mut self.anchor, &mut self.floor, &mut self.last, &mut self.first].into_iter().flatten() {
                if sent_ms <= mark.seen_ms {
                    mark.passed.high = (mark.passed.high - 1.0).max(mark.passed.low);
                }
            }
            return;
        }
        let mark = self.mark(wait_ms, sent_ms, now_ms);
        self.lessons = self.lessons.saturating_add(1);
        self.in_a_row += 1;
        self.passed = 0;
        self.raise = 1.1;
        if self.tried.is_some() {
            self.patience = (self.patience * 2).min(PATIENCE.1);
        }
        self.since_raise = 0;
        let tried = self.tried.take();
        let rate = match (self.tracked(), tried) {
            (Some(rate), Some(high)) => {
                self.anchor = Some(mark);
                Some(Span::new(rate.low.min(high), high))
            }
            _ if wait_ms.is_none() && self.in_a_row > 1 => self.rate,
            _ => self.lesson(&mark),
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
        self.rate = rate;
        self.learn_capacity();
        self.resync(&mark, wait_ms, now_ms);
    }

    fn mark(&self, wait_ms: Option<f64>, sent_ms: i64, now_ms: i64) -> Mark {
        let way = self.quickest_ms * 0.4;
        let at = Span::new(sent_ms as f64 + way, now_ms as f64 + 1.0 - way);
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
        let spent = self.spent as f64;
        Mark {
            at,
            level: Span::new(0.0, 1.0),
            next,
            passed: Span::new(spent - f64::from(self.open), spent),
            seen_ms: now_ms,
            full: false,
        }
    }

    /// The rate after this refusal.
    fn lesson(&mut self, mark: &Mark) -> Option<Span> {
        let Some((anchor, last)) = self.anchor.zip(self.last) else { return self.rate };
        if last.full {
            // The first refusal after idling: the capacity is less than thought, unless that explains nothing.
            let passed = Span::new(mark.passed.low - last.passed.high, mark.passed.high - last.passed.low);
            let rate = self.rate.unwrap_or(Span::new(0.0, FASTEST));
            let capacity = mark.capacity_since(last.at, passed, rate);
            self.anchor = Some(*mark);
            let thought = self.capacity();
            self.capacity = Some(capacity.and(thought).unwrap_or(capacity));
            let measured = last.rate_until(mark);
            let explained = self.capacity().low < thought.low - 0.1;
            return Some(match measured.and(rate) {
                Some(both) if explained || both.high < rate.high * 0.98 => both,
                // Neither the capacity nor this short time explains it: the rate is a little less than thought.
                Some(both) if !both.within(1.05) => Span::new(both.low, both.middle()),
                Some(both) => {
                    let factor = 1.0 - 0.5 / passed.high.max(1.0);
                    Span::new(both.low * factor, both.high * factor)
                }
                None if capacity.high <= 1.0 && passed.high >= 1.0 => {
                    Mark { level: Span::new(1.0, 1.0), ..last }.rate_until(mark)
                }
                None => rate,
            });
        }
        let recent = last.rate_until(mark);
        let long = anchor.rate_until(mark);
        let measured = recent.and(long).unwrap_or_else(|| {
            self.anchor = Some(last);
            recent
        });
        Some(match self.rate.map(|rate| rate.and(measured)) {
            Some(Some(both)) => both,
            Some(None) => {
                // Not the limit that was known: look again soon.
                self.patience = PATIENCE.0;
                self.anchor = Some(last);
                recent
            }
            None => measured,
        })
    }

    /// From the first burst, once the rate is known.
    fn learn_capacity(&mut self) {
        let (Some(rate), Some(first)) = (self.tracked(), self.first) else { return };
        let count = self.history.len();
        let mut capacity = Span::new(1.0, 1.0);
        for (position, sent_ms) in self.history.iter().enumerate() {
            let passed = (count - position) as f64;
            let start = *sent_ms as f64;
            let start = Span::new(start, start + self.round_trip_ms / 2.0);
            let needed = first.capacity_since(start, Span::new(passed, passed), rate);
            capacity = Span::new(capacity.low.max(needed.low), capacity.high.max(needed.high));
        }
        self.capacity = Some(capacity);
        if rate.within(1.1) {
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
                (Some(rate), _) => 1.0 / Self::pace(rate) * 1.5_f64.powf(row),
                (None, Some(high)) => 1.0 / high * 1.5_f64.powf(row),
                (None, None) => OWN_WAIT_MS.0 * 2.0_f64.powf(row),
            };
            self.close(now_ms, wait.min(OWN_WAIT_MS.1));
        }
        let Some(rate) = known else { return };
        let pace = Self::pace(rate);
        let margin = (0.1 + pace * self.round_trip_ms / 2.0).min(1.0) + f64::from(self.open);
        let now = mark.at.middle();
        let level = match mark.next {
            Some(next) => {
                let told = Span::new(1.0 - rate.high * (next.high - now), 1.0 - rate.low * (next.low - now));
                told.and(mark.level).unwrap_or(told).low.max(1.0 - pace * (next.middle() - now))
            }
            None => 0.0,
        };
        self.level = level - margin;
        self.level_ms = now;
        if wait_ms.is_none() && self.in_a_row > 1 {
            self.level = 1.0 - f64::from(self.open);
            self.level_ms = self.closed_until_ms as f64;
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "clamped")]
    fn close(&mut self, now_ms: i64, wait_ms: f64) {
        let until_ms = now_ms + wait_ms.clamp(1.0, LONGEST_CLOSED_MS).ceil() as i64;
        self.closed_until_ms = self.closed_until_ms.max(until_ms);
    }

    /// Time as the budget takes it: it never goes back. When the clock does, what was remembered goes with it.
    fn tell_time(&mut self, now_ms: i64) -> i64 {
        if self.newest_ms == i64::MIN {
            self.newest_ms = now_ms;
        }
        let back = self.newest_ms.saturating_sub(now_ms);
        if back > 1000 {
            self.closed_until_ms = self.closed_until_ms.saturating_sub(back);
            self.last_sent_ms = self.last_sent_ms.saturating_sub(back);
            self.level_ms -= back as f64;
            self.forget_marks();
            self.newest_ms = now_ms;
        } else if back <= 0 {
            if -back > OLD_MS {
                self.patience = self.patience.min(PATIENCE.0);
            }
            self.newest_ms = now_ms;
        }
        self.newest_ms
    }

    /// How long this many calls will take from now on, at the learned pace or at what was measured before.
    pub fn estimate(&self, calls: u32, now_ms: i64) -> Duration {
        let (level, pace) = match self.tracked() {
            Some(rate) => (self.level_at(now_ms, rate), Self::pace(rate)),
            None => (PRIOR_BURST, PRIOR_PER_MS),
        };
        let closed = self.closed_until_ms.saturating_sub(now_ms).max(0) as f64;
        let missing = (f64::from(calls) - level).max(0.0) / pace;
        Duration::from_secs_f64(missing.max(closed) / 1000.0)
    }

    /// How long the last of this many calls would wait, as far as known; nothing known is no wait.
    pub(crate) fn wait_for(&self, calls: u32, now_ms: i64) -> Duration {
        if self.tracked().is_some() { self.estimate(calls, now_ms) } else { Duration::ZERO }
    }
}
