//! Options as JSON: for programs in other languages, and for files of tests.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use orgwarden_api::model::Timestamp;

use crate::clock;
use crate::fault::Fault;
use crate::options::{InvalidOption, Limits, Options, RetryAfter, Seed};

impl Options {
    /// Reads options from a JSON object: its members are the fields of [`Options`], in the words that the command line
    /// takes, and what is left out is as in [`Options::default`]. An unknown member is refused.
    ///
    /// ```
    /// use orgwarden_sandbox::Options;
    ///
    /// let options = Options::from_json(r#"{"seed": "demo", "limits": "7/60", "faults": ["500:*:0.02"], "clock": "2026-01-31T09:00:00Z"}"#)?;
    /// assert_eq!((options.seed.to_string(), options.faults.len()), ("demo".to_owned(), 1));
    /// assert!(Options::from_json(r#"{"sead": "demo"}"#).is_err());
    /// # Ok::<(), orgwarden_sandbox::InvalidOption>(())
    /// ```
    ///
    /// | member | value |
    /// |---|---|
    /// | `listen` | `"127.0.0.1:8787"`; port 0, the default, is any free one |
    /// | `data` | a path |
    /// | `seed` | `"empty"`, `"demo"` or `"250x20"` |
    /// | `clock` | seconds since 1970, or a time as in RFC 3339 |
    /// | `limits` | `"off"`, `"observed"` or `"7/60"` |
    /// | `retry_after` | `"none"`, `"seconds"`, `"milliseconds"` or `"both"` |
    /// | `speed` | a number |
    /// | `faults` | a list of texts, see [`Fault`] |
    /// | `strict`, `lenient`, `audit_log` | `true` or `false` |
    /// | `organizations` | a number, at least 1 |
    pub fn from_json(text: &str) -> Result<Self, InvalidOption> {
        // Not at once: a list would do too, with values by their place.
        let members: Result<Map<String, Value>, _> = serde_json::from_str(text);
        members
            .and_then(|members| Self::deserialize(Value::Object(members)))
            .map_err(|error| InvalidOption::new(error.to_string()))
    }
}

macro_rules! read_as_written {
    ($($Kind:ty),+) => {$(
        /// From the text in which it is written.
        impl<'de> Deserialize<'de> for $Kind {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    )+};
}

read_as_written!(Seed, Limits, RetryAfter, Fault);

/// Reads a moment: seconds since 1970, or a time as in RFC 3339.
pub(crate) fn moment(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text.parse().ok().map(|moment: jiff::Timestamp| moment.as_second()),
        number => number.as_i64(),
    }
}

/// Reads the moment at which a clock starts.
pub(crate) fn start<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let Some(value) = Option::<Value>::deserialize(deserializer)? else { return Ok(None) };
    let seconds = moment(&value).filter(|seconds| clock::is_showable(*seconds));
    let seconds = seconds.ok_or_else(|| {
        D::Error::custom("`clock` takes seconds since 1970 or a time as in RFC 3339, up to the end of the year 9999")
    })?;
    Ok(Some(Timestamp::new(seconds)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_has_a_member() {
        let options = Options::from_json(
            r#"{"listen": "127.0.0.1:9000", "data": "acme.sqlite", "seed": "250x20", "clock": 1764000000, "limits": "observed",
                "retry_after": "both", "speed": 60, "faults": ["500:*:0.02", "flip-users"], "strict": true, "lenient": true,
                "organizations": 2, "audit_log": false}"#,
        )
        .unwrap();
        let Options {
            listen,
            data,
            seed,
            clock,
            limits,
            retry_after,
            speed,
            faults,
            strict,
            lenient,
            organizations,
            audit_log,
        } = options;
        assert_eq!((listen.port(), data.unwrap().to_str()), (9000, Some("acme.sqlite")));
        assert_eq!((seed, clock), (Seed::Size { members: 250, projects: 20 }, Some(Timestamp::new(1_764_000_000))));
        assert_eq!((limits, retry_after, organizations.get()), (Limits::Observed, RetryAfter::Both, 2));
        assert_eq!(faults.iter().map(Fault::to_string).collect::<Vec<_>>(), ["500:*:0.02", "flip-users:*:1"]);
        assert!((speed - 60.0).abs() < f64::EPSILON && strict && lenient && !audit_log);
    }

    #[test]
    fn what_is_left_out_is_as_usual() {
        let usual = Options::default();
        let options = Options::from_json("{}").unwrap();
        assert_eq!((options.seed, options.listen, options.clock), (usual.seed, usual.listen, None));
        assert!(options.audit_log && options.faults.is_empty() && !options.strict);
        let options = Options::from_json(r#"{"clock": "2026-01-31T09:00:00Z"}"#).unwrap();
        assert_eq!(options.clock, Some(Timestamp::new(1_769_850_000)));
    }

    #[test]
    fn refusals_say_what_to_write() {
        for (text, part) in [
            (r#"{"sead": "demo"}"#, "unknown field `sead`"),
            (r#"{"seed": "many"}"#, "250x20"),
            (r#"{"limits": "0/60"}"#, "7/60"),
            (r#"{"retry_after": "soon"}"#, "milliseconds"),
            (r#"{"faults": ["boom"]}"#, "its kind is a status"),
            (r#"{"clock": "tomorrow"}"#, "RFC 3339"),
            (r#"{"clock": -1}"#, "RFC 3339"),
            (r#"{"organizations": 0}"#, "nonzero"),
            (r#"{"listen": "localhost"}"#, "socket address"),
            ("[]", "expected a map"),
        ] {
            let refusal = Options::from_json(text).unwrap_err().to_string();
            assert!(refusal.contains(part), "{text}: {refusal}");
        }
    }
}
