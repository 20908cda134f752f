//! Decimal numbers, exactly as they are written: whole multiples of a power of ten, no binary fractions in between.

use serde::de::{Deserialize as _, Deserializer, Error};
use serde::ser::{Error as _, Serialize as _, Serializer};
use serde_json::value::RawValue;

/// Reads `-12.5e-3` as a multiple of 10^-`decimals`. `None`: it is no number, or too large a one. Digits that are finer
/// than that are rounded, half away from zero.
pub(super) fn parse(text: &str, decimals: u32) -> Option<i128> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    if digits().next().is_none() || !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if power.is_empty() || !power.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    if digits().all(|digit| digit == b'0') {
        return Some(0);
    }
    // How many digits stand before the place where the number is cut; zeros are added where there are fewer.
    let kept = exponent.parse::<i64>().ok()?.checked_add(i64::from(decimals))?.checked_add_unsigned(length(whole))?;
    let Ok(kept) = usize::try_from(kept) else { return Some(0) };
    let count = whole.len() + fraction.len();
    let mut value = 0_i128;
    for digit in digits().take(kept) {
        value = value.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    if value != 0 {
        for _ in count..kept {
            value = value.checked_mul(10)?;
        }
    }
    if digits().nth(kept).is_some_and(|next| next >= b'5') {
        value = value.checked_add(1)?;
    }
    Some(if negative { -value } else { value })
}

fn length(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX)
}

/// Writes a multiple of 10^-`decimals` with all of its digits, and at least so many behind the point.
pub(super) fn format(value: i128, decimals: u32, at_least: usize) -> String {
    let unit = 10_u128.pow(decimals);
    let places = usize::try_from(decimals).unwrap_or_default();
    let (whole, rest) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    let rest = format!("{rest:0places$}");
    let shown = rest.trim_end_matches('0').len().max(at_least.min(places));
    let sign = if value < 0 { "-" } else { "" };
    if shown == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{}", &rest[..shown]) }
}

/// Reads a number of JSON, or a text that holds one, from its digits.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D, decimals: u32) -> Result<i128, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    let text = raw.get();
    let number = match text.strip_prefix('"') {
        // No number has escapes.
        Some(rest) => parse(rest.trim_end_matches('"').trim(), decimals),
        None => parse(text, decimals),
    };
    number.ok_or_else(|| D::Error::custom(format_args!("expected a decimal number, got {text:.40}")))
}

/// Writes a number of JSON, digit by digit.
pub(super) fn serialize<S: Serializer>(value: i128, decimals: u32, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(format(value, decimals, 0)).map_err(S::Error::custom)?.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_are_read_wherever_the_point_stands() {
        for (text, expected) in [
            ("0.06", 60_000),
            ("1.2345e-3", 1235),
            ("1.2344e-3", 1234),
            ("-1.2345E-3", -1235),
            ("12345678901234567890", 12_345_678_901_234_567_890_000_000),
            ("1e2", 100_000_000),
            ("+1.5E+1", 15_000_000),
            ("0.0000004", 0),
            ("0.0000005", 1),
            ("9e-7", 1),
            ("9e-8", 0),
            ("0E-6176", 0),
            ("-0", 0),
            ("1e-99999", 0),
            (".5", 500_000),
            ("5.", 5_000_000),
        ] {
            assert_eq!(parse(text, 6), Some(expected), "{text}");
        }
        for text in ["", "-", ".", "e5", "1.2.3", "1e", "0x5", "1,5", " 1", "NaN", "--1", "1e5.5", "1e--5", "1e+-5"] {
            assert_eq!(parse(text, 6), None, "{text:?}");
        }
        for text in ["1e40", "1e99999999999999999999", "999999999999999999999999999999999999999"] {
            assert_eq!(parse(text, 6), None, "{text} is too large");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in any::<i128>(), decimals in 0_u32..30, at_least in 0_usize..4) {
            prop_assert_eq!(parse(&format(value, decimals, at_least), decimals), (value != i128::MIN).then_some(value));
        }
    }
}
