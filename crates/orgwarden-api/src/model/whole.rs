use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A whole number as answers may write it: `12`, and `12.0` too.
pub(crate) struct Whole(i64);

impl From<Whole> for i64 {
    fn from(whole: Whole) -> Self {
        whole.0
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Whole;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number")
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Whole, E> {
                Ok(Whole(number))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Whole, E> {
                i64::try_from(number).map(Whole).map_err(|_| E::custom(format_args!("{number} is too large")))
            }
            #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
            fn visit_f64<E: Error>(self, number: f64) -> Result<Whole, E> {
                let is_exact = number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
                if is_exact {
                    Ok(Whole(number as i64))
                } else {
                    Err(E::custom(format_args!("{number} is no whole number")))
                }
            }
        }
        deserializer.deserialize_any(Number)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EmbeddingsUsage, RateLimit};

    #[test]
    fn whole_numbers_are_read_in_both_ways_of_writing_them() {
        for (wire, expected) in [("12", 12), ("12.0", 12), ("1.2e1", 12), ("-3.0", -3), ("null", 0)] {
            let usage: EmbeddingsUsage = serde_json::from_str(&format!(r#"{{"input_tokens":{wire}}}"#)).unwrap();
            assert_eq!(usage.input_tokens, expected, "{wire}");
        }
        let limit: RateLimit = serde_json::from_str(r#"{"id":"rl-x","max_requests_per_1_minute":12.0}"#).unwrap();
        assert_eq!((limit.max_requests_per_1_minute, limit.max_tokens_per_1_minute), (Some(12), None));
        for wire in ["12.5", "1e300", "18446744073709551615", "\"12\"", "true"] {
            let read = serde_json::from_str::<EmbeddingsUsage>(&format!(r#"{{"input_tokens":{wire}}}"#));
            assert!(read.is_err(), "{wire}");
        }
    }
}
