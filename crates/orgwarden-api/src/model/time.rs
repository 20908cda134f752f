use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroI64;
use std::time::Duration;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// A moment, in whole seconds since 1970-01-01 UTC, as the API writes all of its times.
///
/// Stored so that `Option<Timestamp>` takes no more room than the number: rosters hold hundreds of thousands of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Timestamp(NonZeroI64);

/// Stands for 1970-01-01 itself, the one second that cannot be stored as it is.
const EPOCH: NonZeroI64 = NonZeroI64::MIN;

impl Timestamp {
    /// The moment so many seconds after 1970-01-01 UTC. The lowest number of all counts as the one above it.
    pub const fn new(seconds: i64) -> Self {
        let storable = if seconds == EPOCH.get() { seconds + 1 } else { seconds };
        match NonZeroI64::new(storable) {
            Some(stored) => Self(stored),
            None => Self(EPOCH),
        }
    }

    /// Seconds since 1970-01-01 UTC.
    pub const fn seconds(self) -> i64 {
        if self.0.get() == EPOCH.get() { 0 } else { self.0.get() }
    }

    /// The moment later by `duration`; parts of a second are dropped.
    pub fn plus(self, duration: Duration) -> Self {
        Self::new(self.seconds().saturating_add_unsigned(duration.as_secs()))
    }

    /// Seconds from `earlier` to this moment; negative if this one is before.
    pub fn since(self, earlier: Self) -> i64 {
        self.seconds().saturating_sub(earlier.seconds())
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.seconds().cmp(&other.seconds())
    }
}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// 1970-01-01.
impl Default for Timestamp {
    fn default() -> Self {
        Self::new(0)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({})", self.seconds())
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.seconds())
    }
}

impl JsonSchema for Timestamp {
    fn schema_name() -> Cow<'static, str> {
        "Timestamp".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "integer", "format": "int64", "description": "Seconds since 1970-01-01 UTC." })
    }
}

/// RFC 3339 in UTC, `2026-01-31T09:00:00Z`; the number itself where no calendar reaches it.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_second(self.seconds()) {
            Ok(moment) => f.pad(&moment.to_string()),
            Err(_) => f.pad(&self.seconds().to_string()),
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
                Ok(Timestamp::new(seconds))
            }
            fn visit_u64<E: Error>(self, seconds: u64) -> Result<Timestamp, E> {
                Ok(Timestamp::new(i64::try_from(seconds).unwrap_or(i64::MAX)))
            }
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the cast saturates, and parts of a second are dropped"
            )]
            fn visit_f64<E: Error>(self, seconds: f64) -> Result<Timestamp, E> {
                Ok(Timestamp::new(seconds as i64))
            }
        }
        deserializer.deserialize_any(Seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_moment_and_its_order_in_the_room_of_the_number() {
        let moments = [i64::MIN + 1, -5, -1, 0, 1, 1_800_000_000, i64::MAX];
        for pair in moments.windows(2) {
            assert!(Timestamp::new(pair[0]) < Timestamp::new(pair[1]), "{pair:?}");
            assert_eq!(Timestamp::new(pair[0]).seconds(), pair[0]);
        }
        assert_eq!(Timestamp::new(i64::MIN), Timestamp::new(i64::MIN + 1));
        assert_eq!(size_of::<Option<Timestamp>>(), 8);
        assert_eq!(Timestamp::new(1_800_000_000).to_string(), "2027-01-15T08:00:00Z");
    }
}
