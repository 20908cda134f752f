//! How long calls will take.

use std::time::Duration;

use super::budget::{Budget, IDLE_MS, PRIOR_BURST};

/// What was measured on the real API after the first burst: seven per minute.
const PRIOR_PER_MS: f64 = 7.0 / 60_000.0;

#[expect(clippy::cast_precision_loss, reason = "times and counts are far below 2^52")]
impl Budget {
    /// How long this many calls will take from now on: at the learned pace, or at what was measured before where nothing
    /// was learned. A route that was never refused and has proven faster than that takes as long as it took so far.
    pub fn estimate(&self, calls: u32, now_ms: i64) -> Duration {
        let calls = f64::from(calls);
        let closed = self.closed_until_ms.saturating_sub(now_ms).max(0) as f64;
        let missing = match self.tracked() {
            Some(rate) => (calls - self.level_at(now_ms, rate)).max(0.0) / self.pace(rate),
            None => self.spacing_ms().map_or((calls - PRIOR_BURST).max(0.0) / PRIOR_PER_MS, |spacing| calls * spacing),
        };
        Duration::from_secs_f64(missing.max(closed) / 1000.0)
    }

    /// How many requests the limit lets through in a minute, where that was learned.
    pub(crate) fn per_minute(&self) -> Option<f64> {
        self.tracked().map(|rate| self.pace(rate) * 60_000.0)
    }

    /// How far apart requests were sent, where so many passed that the measured limit cannot be this route's.
    fn spacing_ms(&self) -> Option<f64> {
        let idle = IDLE_MS as f64 + 4.0 * self.round_trip_ms;
        let gaps = || self.history.windows(2).map(|pair| (pair[1] - pair[0]).max(0) as f64).filter(|gap| *gap <= idle);
        let (count, sum) = (gaps().count() as f64, gaps().sum::<f64>());
        (self.lessons == 0 && count > 3.0 * PRIOR_BURST).then(|| sum / count)
    }

    /// How long the last of this many calls would wait, as far as known; nothing known is no wait.
    pub(crate) fn wait_for(&self, calls: u32, now_ms: i64) -> Duration {
        if self.tracked().is_some() { self.estimate(calls, now_ms) } else { Duration::ZERO }
    }
}
