use std::fmt;
use std::time::Duration;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};

/// A moment, in whole seconds since 1970-01-01 UTC, as the API writes all of its times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Seconds since 1970-01-01 UTC.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// The moment later by `duration`; parts of a second are dropped.
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add_unsigned(duration.as_secs()))
    }

    /// Seconds from `earlier` to this moment; negative if this one is before.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// RFC 3339 in UTC, `2026-01-31T09:00:00Z`; the number itself where no calendar reaches it.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_second(self.0) {
            Ok(moment) => f.pad(&moment.to_string()),
            Err(_) => f.pad(&self.0.to_string()),
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Seconds;
        impl Visitor<'_> for Seconds {
            type Value = Timestamp;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number of seconds since 1970")
            }
            fn visit_i64<E: Error>(self, seconds: i64) -> Result<Timestamp, E> {
                Ok(Timestamp(seconds))
            }
            fn visit_u64<E: Error>(self, seconds: u64) -> Result<Timestamp, E> {
                Ok(Timestamp(i64::try_from(seconds).unwrap_or(i64::MAX)))
            }
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the cast saturates, and parts of a second are dropped"
            )]
            fn visit_f64<E: Error>(self, seconds: f64) -> Result<Timestamp, E> {
                Ok(Timestamp(seconds as i64))
            }
        }
        deserializer.deserialize_any(Seconds)
    }
}
