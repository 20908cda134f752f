use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Number, Value};

/// A moment, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub(crate) i64);

impl From<Moment> for SystemTime {
    fn from(moment: Moment) -> Self {
        let span = Duration::from_secs(moment.0.unsigned_abs());
        let time = if moment.0 < 0 { UNIX_EPOCH.checked_sub(span) } else { UNIX_EPOCH.checked_add(span) };
        // Beyond what clocks can show nothing can be meant.
        time.unwrap_or(UNIX_EPOCH)
    }
}

impl From<SystemTime> for Moment {
    fn from(time: SystemTime) -> Self {
        let seconds = |span: Duration| i64::try_from(span.as_secs()).unwrap_or(i64::MAX);
        Self(match time.duration_since(UNIX_EPOCH) {
            Ok(span) => seconds(span),
            Err(before) => -seconds(before.duration()),
        })
    }
}

uniffi::custom_type!(Moment, SystemTime, { lower: |moment| moment.into(), try_lift: |time| Ok(time.into()) });

/// US dollars, as a decimal number in digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money(pub(crate) String);

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.parse::<Number>().map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Number::deserialize(deserializer).map(|number| Self(number.to_string()))
    }
}

uniffi::custom_newtype!(Money, String);

/// Anything, as the text of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json(pub(crate) String);

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<Value>(&self.0).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(|value| Self(value.to_string()))
    }
}

uniffi::custom_newtype!(Json, String);
