//! Rate limits: one bucket of tokens per method and route template.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::options::Limits;

/// A bucket of tokens that refills continuously.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    tokens: f64,
    filled: Instant,
}

impl Bucket {
    /// Takes one token, or says after how many seconds there will be one. A refusal takes nothing.
    fn take(&mut self, capacity: f64, per_second: f64, now: Instant) -> Result<(), f64> {
        let elapsed = now.saturating_duration_since(self.filled).as_secs_f64();
        self.tokens = (self.tokens + elapsed * per_second).min(capacity);
        self.filled = now;
        // Rounding must not refuse somebody who waited exactly as long as told.
        if self.tokens >= 1.0 - 1e-6 {
            self.tokens -= 1.0;
            return Ok(());
        }
        Err((1.0 - self.tokens) / per_second)
    }
}

/// The limits of all routes.
#[derive(Debug)]
pub(crate) struct Limiter {
    limits: Limits,
    speed: f64,
    /// By the number of the organization and of the route.
    buckets: HashMap<(usize, usize), Bucket>,
}

impl Limiter {
    pub(crate) fn new(limits: Limits, speed: f64) -> Self {
        Self { limits, speed, buckets: HashMap::new() }
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Sets other limits; all buckets are full again.
    pub(crate) fn set(&mut self, limits: Limits) {
        *self = Self::new(limits, self.speed);
    }

    /// Lets a request on a route pass, or says how much real time to wait, in whole milliseconds.
    pub(crate) fn admit(&mut self, route: (usize, usize), now: Instant) -> Result<(), Duration> {
        let Some((capacity, seconds)) = self.limits.bucket() else { return Ok(()) };
        let per_second = capacity / seconds * self.speed;
        let bucket = self.buckets.entry(route).or_insert(Bucket { tokens: capacity, filled: now });
        bucket.take(capacity, per_second, now).map_err(whole_milliseconds)
    }
}

/// Rounds up, so that waiting this long is long enough.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive, and the cast saturates")]
fn whole_milliseconds(seconds: f64) -> Duration {
    Duration::from_millis((seconds * 1000.0).ceil().max(1.0) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_pass_and_the_eighth_waits_as_told() {
        let mut limiter = Limiter::new(Limits::Observed, 1.0);
        let start = Instant::now();
        for _ in 0..7 {
            assert_eq!(limiter.admit((0, 0), start), Ok(()));
        }
        let wait = limiter.admit((0, 0), start).unwrap_err();
        assert_eq!(wait, Duration::from_millis(8572));
        assert_eq!(limiter.admit((0, 0), start), Err(wait), "a refusal takes nothing");
        assert_eq!(limiter.admit((0, 1), start), Ok(()), "other routes have their own bucket");
        assert_eq!(limiter.admit((1, 0), start), Ok(()), "other organizations too");
        assert_eq!(limiter.admit((0, 0), start + wait), Ok(()));
        assert!(limiter.admit((0, 0), start + wait).is_err());
        let full = start + Duration::from_secs(3600);
        assert_eq!(
            (0..20).filter(|_| limiter.admit((0, 0), full).is_ok()).count(),
            7,
            "it never holds more than its capacity"
        );
    }

    #[test]
    fn a_faster_sandbox_asks_for_less_real_time() {
        let mut limiter = Limiter::new(Limits::Bucket { capacity: 1, seconds: 60.0 }, 60.0);
        let start = Instant::now();
        assert_eq!(limiter.admit((0, 0), start), Ok(()));
        assert_eq!(limiter.admit((0, 0), start), Err(Duration::from_secs(1)));
        limiter.set(Limits::Off);
        assert_eq!(limiter.admit((0, 0), start), Ok(()));
    }
}
