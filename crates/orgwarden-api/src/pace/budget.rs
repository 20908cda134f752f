//! What one route lets through.

use serde::{Deserialize, Serialize};

use super::mark::{FASTEST, Mark, Span};
use super::outcome::{Outcome, Sent, Verdict};

/// What was measured on the real API, for a route of which nothing is known: seven at once.
pub(super) const PRIOR_BURST: f64 = 7.0;
/// No word of a server is believed for longer than this: a quarter of an hour, in milliseconds.
pub(super) const LONGEST_CLOSED_MS: f64 = 900_000.0;
/// A request that was not answered after so many round trips no longer holds others up: its process was killed.
const FORGOTTEN_TRIPS: f64 = 20.0;
/// After at least and at most so many milliseconds.
const FORGOTTEN_MS: (f64, f64) = (5_000.0, 30_000.0);
/// Passes without refusal after which a higher rate is tried.
pub(super) const PATIENCE: (u32, u32) = (16, 500);
/// By what factor a higher rate is tried: where the known one was seen to be wrong, and otherwise.
pub(super) const RAISE: (f64, f64) = (1.3, 1.1);
/// Knowledge older than this, in milliseconds, is checked sooner.
const OLD_MS: i64 = 86_400_000;
/// Whoever sends nothing for so many milliseconds is idle: the server's level is not known any more.
pub(super) const IDLE_MS: i64 = 250;
/// While the rate is not known, one more request at a time is let go after so many passes.
const PASSES_PER_SENDER: u64 = 8;
/// How many passes are remembered until the capacity is known.
const HISTORY: usize = 64;

/// What is known about the limit of one route. Times are milliseconds since 1970.
///
/// Pure: whoever asks tells the time. A clock that goes back takes what was remembered along; no wait is believed for
/// longer than a quarter of an hour, and no limit to be slower than a request in two minutes, so that a wrong belief
/// passes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Budget {
    /// Requests that the server let through, those in flight included.
    pub(super) spent: u64,
    /// Requests in flight.
    pub(super) open: u32,
    /// Passes since the last refusal.
    pub(super) passed: u64,
    /// Refusals since the last pass.
    pub(super) in_a_row: u32,
    /// Refusals that taught something; those in flight at once count as one.
    pub(super) lessons: u32,
    /// The latest time that was told.
    pub(super) newest_ms: i64,
    pub(super) last_sent_ms: i64,
    pub(super) round_trip_ms: f64,
    /// The quickest round trip of late.
    pub(super) quickest_ms: f64,
    pub(super) last_seen_ms: i64,
    /// When the passes before the first refusal were sent.
    pub(super) history: Vec<i64>,
    pub(super) closed_until_ms: i64,
    /// Tokens per millisecond.
    pub(super) rate: Option<Span>,
    pub(super) capacity: Option<Span>,
    /// The level as we count it, at a moment that may lie ahead.
    pub(super) level: f64,
    pub(super) level_ms: f64,
    /// The first refusal, until the capacity is known.
    pub(super) first: Option<Mark>,
    /// From where the rate is measured in the long run.
    pub(super) anchor: Option<Mark>,
    /// From where passes are counted as proof of a rate.
    pub(super) floor: Option<Mark>,
    /// The latest refusal, or when the bucket was full after it.
    pub(super) last: Option<Mark>,
    /// Passes since a higher rate was last tried.
    pub(super) since_raise: u32,
    /// After how many passes a higher rate is tried, and by what factor.
    pub(super) patience: u32,
    pub(super) raise: f64,
    /// The upper bound before a higher rate was tried.
    pub(super) tried: Option<f64>,
    /// The same for a larger burst.
    pub(super) capacity_patience: u32,
    /// The capacity before a higher one was tried.
    pub(super) tried_capacity: Option<Span>,
    /// When the last lesson was learned.
    pub(super) taught_ms: i64,
    /// For how long requests were held up by a rate that was not measured, in milliseconds; none once it was.
    pub(super) guessed_ms: Option<f64>,
    /// Passes since it is tried out whether that was right, the one to come included.
    pub(super) trial: u32,
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
            raise: RAISE.1,
            tried: None,
            capacity_patience: PATIENCE.1,
            tried_capacity: None,
            taught_ms: i64::MIN,
            guessed_ms: None,
            trial: 0,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "times and counts are far below 2^52")]
impl Budget {
    /// Nothing known.
    pub fn new() -> Self {
        Self::default()
    }

    /// When something was last asked of it or told to it, in milliseconds since 1970; 0 for a new one.
    pub fn changed_ms(&self) -> i64 {
        self.newest_ms.max(0)
    }

    /// The rate, once it is known well enough to count by it.
    pub(super) fn tracked(&self) -> Option<Span> {
        self.rate.filter(|rate| rate.low > 0.0 && rate.within(4.0))
    }

    /// Tokens per millisecond to count by: near what is proven, the nearer the narrower the bounds are.
    pub(super) fn pace(&self, rate: Span) -> f64 {
        if self.guessed_ms.is_some() {
            return rate.low;
        }
        if self.tried.is_some() { rate.high } else { rate.low + 0.3 * (rate.high - 1.05 * rate.low).max(0.0) }
    }

    pub(super) fn capacity(&self) -> Span {
        self.capacity.unwrap_or(Span::new(1.0, PRIOR_BURST))
    }

    pub(super) fn level_at(&self, now_ms: i64, rate: Span) -> f64 {
        (self.level + (now_ms as f64 - self.level_ms) * self.pace(rate)).min((self.capacity().low - 0.1).max(1.0))
    }

    /// Asks to send one request now.
    pub(crate) fn reserve(&mut self, now_ms: i64) -> Verdict {
        if !(self.level.is_finite() && self.level_ms.is_finite()) {
            *self = Self::new();
        }
        let now_ms = self.tell_time(now_ms);
        if now_ms < self.closed_until_ms {
            return Verdict::Wait(self.closed_until_ms);
        }
        if let Some(rate) = self.tracked() {
            let level = self.level_at(now_ms, rate);
            let is_tried = self.is_tried_out(level);
            if is_tried && self.open > 0 && now_ms < self.forgotten_ms() {
                return self.listen(now_ms);
            }
            if level < 1.0 && !is_tried {
                let wait = ((1.0 - level) / self.pace(rate)).ceil().clamp(1.0, LONGEST_CLOSED_MS);
                #[expect(clippy::cast_possible_truncation, reason = "clamped")]
                return Verdict::Wait(now_ms + wait as i64);
            }
            self.held_up(level, rate);
            self.mark_if_full(now_ms, rate);
            self.level = level - 1.0;
            self.level_ms = now_ms as f64;
        } else {
            let busy_until_ms = self.last_seen_ms.max(self.closed_until_ms).max(self.last_sent_ms);
            if self.lessons > 0 && self.open == 0 && now_ms > busy_until_ms + IDLE_MS {
                self.forget_marks();
                self.history.clear();
                (self.lessons, self.passed, self.rate) = (0, 0, None);
            }
            let burst = self.lessons == 0 && (self.spent as f64) < PRIOR_BURST;
            let side_by_side = 1 + self.passed / PASSES_PER_SENDER;
            if !burst && u64::from(self.open) >= side_by_side && now_ms < self.forgotten_ms() {
                return self.listen(now_ms);
            }
        }
        if now_ms >= self.forgotten_ms() {
            self.open = 0;
        }
        self.spent += 1;
        self.open += 1;
        self.last_sent_ms = now_ms;
        Verdict::Go
    }

    /// When nobody waits any longer for the answers to what was sent.
    fn forgotten_ms(&self) -> i64 {
        let (least, most) = FORGOTTEN_MS;
        #[expect(clippy::cast_possible_truncation, reason = "clamped")]
        let patience = (FORGOTTEN_TRIPS * self.round_trip_ms).clamp(least, most) as i64;
        self.last_sent_ms.saturating_add(patience)
    }

    fn listen(&self, now_ms: i64) -> Verdict {
        #[expect(clippy::cast_possible_truncation, reason = "clamped")]
        Verdict::Listen(now_ms + (self.round_trip_ms / 2.0).clamp(2.0, 200.0) as i64)
    }

    /// What to keep of the request that was just let go.
    pub(crate) fn sent(&self) -> Sent {
        Sent { at_ms: self.last_sent_ms, answered: self.spent.saturating_sub(u64::from(self.open)) }
    }

    /// Tells what became of a request that was let go.
    pub(crate) fn observe(&mut self, outcome: Outcome, sent: Sent, now_ms: i64) {
        let sent_ms = sent.at_ms;
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
                self.refuse(wait, Sent { at_ms: sent_ms.min(now_ms), ..sent }, now_ms);
            }
        }
    }

    pub(super) fn forget_marks(&mut self) {
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
        if self.trial > 0 {
            self.trial_passed();
        }
        let (Some(rate), Some(floor)) = (self.tracked(), self.floor) else { return };
        let passed = self.spent as f64 - f64::from(self.open) - floor.passed.high;
        let (level, from) = floor.start();
        let proven = ((passed - level.high) / (now_ms as f64 - from.low).max(1.0)).min(FASTEST);
        self.prove_capacity(rate, now_ms);
        let low = rate.low.max(proven);
        let high = rate.high.max(low);
        self.since_raise += 1;
        self.set_rate(Span::new(low, high), now_ms);
        // A bucket can hide a rate that is too high until it is empty.
        let hidden = 10.0 * self.capacity().high;
        let due = match self.tried {
            Some(_) => f64::from(self.since_raise) >= hidden.max(f64::from(PATIENCE.0)),
            None if Span::new(low, high).within(1.05) => self.since_raise >= self.patience,
            None => self.since_raise >= PATIENCE.1,
        };
        if due {
            self.try_rate(Span::new(low, high * self.raise), high, now_ms);
        }
    }

    /// Changes the rate without changing the level of now.
    pub(super) fn set_rate(&mut self, rate: Span, now_ms: i64) {
        if let Some(old) = self.tracked()
            && now_ms as f64 > self.level_ms
        {
            self.level = self.level_at(now_ms, old);
            self.level_ms = now_ms as f64;
        }
        self.rate = Some(rate);
    }

    #[expect(clippy::cast_possible_truncation, reason = "clamped")]
    pub(super) fn close(&mut self, now_ms: i64, wait_ms: f64) {
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
            self.last_seen_ms = self.last_seen_ms.saturating_sub(back);
            self.taught_ms = self.taught_ms.saturating_sub(back);
            self.history.clear();
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
}
