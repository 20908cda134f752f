//! The sandbox's own time.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use orgwarden_api::model::Timestamp;

/// The last second of the year 9999: no clock shows more, and none shows less than 1970.
pub(crate) const LATEST: i64 = 253_402_300_799;

/// Whether a clock can show a moment.
pub(crate) fn is_showable(moment: i64) -> bool {
    (0..=LATEST).contains(&moment)
}

/// The moment itself, or the nearest one that a clock can show.
pub(crate) fn showable(moment: Timestamp) -> Timestamp {
    Timestamp::new(moment.seconds().clamp(0, LATEST))
}

/// A clock that starts anywhere, runs at any speed and can be moved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    /// The moment of the machine's monotonic clock at which this clock showed `origin_seconds`.
    origin: Instant,
    origin_seconds: f64,
    speed: f64,
}

impl Clock {
    pub(crate) fn starting_at(start: Timestamp, speed: f64, real: Instant) -> Self {
        Self { origin: real, origin_seconds: as_seconds(showable(start)), speed }
    }

    /// What the clock shows at a moment of the machine's.
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and parts of a second are dropped")]
    pub(crate) fn at(&self, real: Instant) -> Timestamp {
        showable(Timestamp::new(self.exactly(real).floor() as i64))
    }

    pub(crate) fn set(&mut self, moment: Timestamp, real: Instant) {
        *self = Self::starting_at(moment, self.speed, real);
    }

    pub(crate) fn advance(&mut self, duration: Duration, real: Instant) {
        let moved = (self.exactly(real) + duration.as_secs_f64()).min(as_seconds(Timestamp::new(LATEST)));
        *self = Self { origin: real, origin_seconds: moved, speed: self.speed };
    }

    pub(crate) fn speed(&self) -> f64 {
        self.speed
    }

    fn exactly(&self, real: Instant) -> f64 {
        self.origin_seconds + real.saturating_duration_since(self.origin).as_secs_f64() * self.speed
    }
}

/// The present on the machine's clock.
pub(crate) fn present() -> Timestamp {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::new(i64::try_from(since_1970.as_secs()).unwrap_or(i64::MAX))
}

#[expect(clippy::cast_precision_loss, reason = "exact up to the year 285 million")]
fn as_seconds(moment: Timestamp) -> f64 {
    moment.seconds() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_runs_at_its_speed_and_moves() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_millis(seconds);
        let mut clock = Clock::starting_at(Timestamp::new(1000), 60.0, start);
        assert_eq!(clock.at(start), Timestamp::new(1000));
        assert_eq!(clock.at(after(1500)), Timestamp::new(1090));
        clock.advance(Duration::from_secs(86_400), after(1500));
        assert_eq!(clock.at(after(2500)), Timestamp::new(1090 + 86_400 + 60));
        clock.set(Timestamp::new(5), after(3000));
        assert_eq!(clock.at(after(4000)), Timestamp::new(65));
    }

    #[test]
    fn it_stays_between_1970_and_the_year_9999() {
        let start = Instant::now();
        let mut clock = Clock::starting_at(Timestamp::new(i64::MIN), 1.0, start);
        assert_eq!(clock.at(start), Timestamp::new(0));
        clock.advance(Duration::MAX, start);
        assert_eq!(clock.at(start + Duration::from_secs(5)), Timestamp::new(LATEST));
        clock.set(Timestamp::new(i64::MAX), start);
        assert_eq!(clock.at(start), Timestamp::new(LATEST));
        clock.set(Timestamp::new(7), start);
        assert_eq!(clock.at(start), Timestamp::new(7));
    }
}
