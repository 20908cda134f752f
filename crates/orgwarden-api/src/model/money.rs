//! Amounts of US dollars. Limits and alerts are set in whole cents ([`Cents`]); costs come in dollars with many digits
//! ([`Money`]). Neither ever passes through a binary fraction.

use std::borrow::Cow;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decimal;
use crate::Error;

/// How many decimal places of a dollar are kept.
const PLACES: u32 = 26;
/// The part of a dollar that is counted in.
const DOLLAR: i128 = 10_i128.pow(PLACES);
const CENT: i128 = DOLLAR / 100;

/// An amount of US dollars, exact to the 26th decimal place. Credits are negative.
///
/// On the wire it is a number of dollars. It is read from the digits as they came (sometimes the API writes them as a
/// text), and written digit by digit:
///
/// ```
/// use orgwarden_api::model::Money;
///
/// let daily: Vec<Money> = serde_json::from_str(r#"[0.1, 0.2, 1.2345e-7, "0.06"]"#)?;
/// let sum: Money = daily.iter().sum();
/// assert_eq!(sum.to_string(), "$0.36000012345");
/// assert_eq!(serde_json::to_string(&sum)?, "0.36000012345");
/// assert_eq!(format!("{sum:.2}"), "$0.36");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Any amount below a trillion dollars fits; sums stop at the largest one instead of turning round. A `serde_json::Value`
/// keeps 17 digits: go through text where all of them count.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i128);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many cents.
    pub fn from_cents(cents: i64) -> Self {
        Self(i128::from(cents).saturating_mul(CENT))
    }

    /// So many millionths of a millionth of a dollar.
    pub fn from_trillionths(trillionths: i128) -> Self {
        Self(trillionths.saturating_mul(DOLLAR / 1_000_000_000_000))
    }

    /// The amount in cents, if it is a whole number of them.
    ///
    /// ```
    /// # use orgwarden_api::model::Money;
    /// assert_eq!("$50".parse::<Money>()?.cents(), Some(5000));
    /// assert_eq!("$0.005".parse::<Money>()?.cents(), None);
    /// # Ok::<(), orgwarden_api::Error>(())
    /// ```
    pub fn cents(self) -> Option<i64> {
        if self.0 % CENT == 0 { i64::try_from(self.0 / CENT).ok() } else { None }
    }

    /// The amount rounded to so many decimal places of a dollar, half away from zero.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        Self(rounded(self.0, PLACES, places))
    }

    /// The amount without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// The digits of the amount in dollars, `0.06`.
    pub fn decimal(self) -> String {
        decimal::format(self.0, PLACES, 0)
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::add)
    }
}

impl<'a> Sum<&'a Self> for Money {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}

/// As people write it: `$50`, `50`, `-0.5`, `1.5e-3`. No separators between thousands: some write them as others write
/// the decimal point.
impl FromStr for Money {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        dollars(text, PLACES).map(Self)
    }
}

/// Dollars with all digits that count, and at least the cents: `$50.00`, `-$0.000012`. With a precision, rounded to it.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.0, PLACES, f)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Money({self})")
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        decimal::serialize(self.0, PLACES, serializer)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decimal::deserialize(deserializer, PLACES).map(Self)
    }
}

impl JsonSchema for Money {
    fn schema_name() -> Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "number", "description": "US dollars; the digits are exact." })
    }
}

/// Reads dollars as people write them, as a multiple of 10^-`decimals`.
fn dollars(text: &str, decimals: u32) -> Result<i128, Error> {
    let (sign, amount) = match text.trim().strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.trim()),
    };
    let amount = amount.strip_prefix('$').unwrap_or(amount);
    let read = if amount.starts_with(['-', '+']) { None } else { decimal::parse(amount, decimals) };
    read.map(|value| sign * value).ok_or_else(|| {
        Error::invalid(format!("`{text}` is not an amount of dollars")).with_hint("Write it like `$50` or `12.34`.")
    })
}

/// Rounds a multiple of 10^-`decimals` to so many places, half away from zero.
fn rounded(amount: i128, decimals: u32, places: u32) -> i128 {
    let unit = 10_i128.pow(decimals.saturating_sub(places));
    amount.saturating_add(unit / 2 * amount.signum()) / unit * unit
}

/// Shows a multiple of 10^-`decimals` dollars.
fn show(amount: i128, decimals: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (amount, places) = match f.precision() {
        Some(places) => (rounded(amount, decimals, u32::try_from(places).unwrap_or(decimals)), places),
        None => (amount, 2),
    };
    let sign = if amount < 0 { "-" } else { "" };
    let text = format!("{sign}${}", decimal::format(amount.saturating_abs(), decimals, places));
    // Not `pad`: a precision would cut the text.
    let gap = f.width().unwrap_or_default().saturating_sub(text.len());
    let before = match f.align() {
        Some(fmt::Alignment::Left) => 0,
        Some(fmt::Alignment::Center) => gap / 2,
        _ => gap,
    };
    let fill = |count: usize| f.fill().to_string().repeat(count);
    let (before, after) = (fill(before), fill(gap - before));
    write!(f, "{before}{text}{after}")
}

/// As many decimal places of a cent are read as leave room for every number of cents.
const PARTS: u32 = 18;

/// A whole number of US cents, as limits and alerts take it: `$50` is 5000 of them.
///
/// ```
/// use orgwarden_api::model::{Cents, Money};
///
/// let limit: Cents = "$50".parse()?;
/// assert_eq!((limit, limit.to_string().as_str()), (Cents::new(5000), "$50.00"));
/// assert!(Money::from(limit) > "$49.999".parse()?);
/// assert!("$0.005".parse::<Cents>().is_err());
/// # Ok::<(), orgwarden_api::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(u64);

impl Cents {
    /// So many cents.
    pub const fn new(cents: u64) -> Self {
        Self(cents)
    }

    /// The number of cents.
    pub const fn get(self) -> u64 {
        self.0
    }
}

impl From<Cents> for Money {
    fn from(cents: Cents) -> Self {
        Self(i128::from(cents.0).saturating_mul(CENT))
    }
}

impl TryFrom<Money> for Cents {
    type Error = Error;

    fn try_from(amount: Money) -> Result<Self, Error> {
        let cents = amount.cents().and_then(|cents| u64::try_from(cents).ok());
        cents.map(Self).ok_or_else(|| Error::invalid(format!("{amount} is not a whole number of cents, 0 or more")))
    }
}

/// Dollars, as for [`Money`]: `$50` is 5000 cents.
impl FromStr for Cents {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let cents = whole(dollars(text, PARTS)?, 10_i128.pow(PARTS - 2));
        cents.map(Self).ok_or_else(|| Error::invalid(format!("`{text}` is not a whole number of cents, 0 or more")))
    }
}

/// Dollars: `$50.00`.
impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(i128::from(self.0), 2, f)
    }
}

/// How many units an amount is, if it is a whole number of them.
fn whole(amount: i128, unit: i128) -> Option<u64> {
    if amount % unit == 0 { u64::try_from(amount / unit).ok() } else { None }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0)
    }
}

impl<'de> Deserialize<'de> for Cents {
    /// Reads a number of JSON, or a text that holds one. Not by its raw digits: those are lost inside of tagged enums.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Cents;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number of cents")
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Cents, E> {
                Ok(Cents(number))
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Cents, E> {
                u64::try_from(number).map(Cents).map_err(|_| not_whole(number))
            }
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below 2^53")]
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Cents, E> {
                let is_exact = number.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&number);
                if is_exact { Ok(Cents(number as u64)) } else { Err(not_whole(number.to_string())) }
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Cents, E> {
                let number = decimal::parse(text.trim(), PARTS).and_then(|number| whole(number, 10_i128.pow(PARTS)));
                number.map(Cents).ok_or_else(|| not_whole(text))
            }
        }
        deserializer.deserialize_any(Number)
    }
}

fn not_whole<E: de::Error>(got: impl fmt::Display) -> E {
    E::custom(format_args!("expected a whole number of cents, got {got:.40}"))
}

impl JsonSchema for Cents {
    fn schema_name() -> Cow<'static, str> {
        "Cents".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "description": "US cents: 5000 is $50." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    #[test]
    fn the_digits_of_an_answer_are_kept_in_all_ways_of_writing_them() {
        for (wire, shown) in [
            ("0.06", "$0.06"),
            ("12", "$12.00"),
            ("1.2345e-7", "$0.00000012345"),
            ("\"0.8958740000000000\"", "$0.895874"),
            ("\"0E-6176\"", "$0.00"),
            ("-3.5", "-$3.50"),
            ("0.30000000000000004", "$0.30000000000000004"),
        ] {
            let read: Money = serde_json::from_str(wire).unwrap();
            assert_eq!(read.to_string(), shown, "{wire}");
            let again: Money = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
            assert_eq!(again, read, "{wire}");
        }
        for wire in ["null", "true", "[]", "\"\"", "\"free\"", "1e30"] {
            assert!(serde_json::from_str::<Money>(wire).is_err(), "{wire}");
        }
        assert_eq!(serde_json::from_value::<Money>(json!(0.06)).unwrap(), money("0.06"));
    }

    #[test]
    fn a_wrong_amount_is_named_with_its_place() {
        let reader = &mut serde_json::Deserializer::from_str(r#"{"value": "much"}"#);
        let error = serde_path_to_error::deserialize::<_, std::collections::BTreeMap<String, Money>>(reader);
        assert!(error.unwrap_err().to_string().starts_with("value: expected a decimal number, got \"much\""));
    }

    #[test]
    fn amounts_are_shown_and_rounded_for_people() {
        for (text, places, expected) in
            [("1.005", 2, "$1.01"), ("-1.005", 2, "-$1.01"), ("0.004", 2, "$0.00"), ("2.5", 0, "$3"), ("-0.4", 0, "$0")]
        {
            assert_eq!(format!("{:.places$}", money(text)), expected);
        }
        assert_eq!(
            format!("{:>9}|{:<9}|{:^9.1}|", money("5"), money("5"), money("5")),
            "    $5.00|$5.00    |  $5.0   |"
        );
    }

    #[test]
    fn people_write_dollars() {
        for text in ["$50", "50", " 50.00 ", "5e1", "$50.0"] {
            assert_eq!(text.parse::<Cents>().unwrap(), Cents::new(5000), "{text}");
        }
        assert_eq!(money("-$0.5"), Money::from_cents(-50));
        for text in ["", "$", "$-5", "--5", "-+5", "1,000", "50 USD", "fifty"] {
            assert!(text.parse::<Money>().unwrap_err().hint().unwrap().contains("$50"), "{text}");
        }
        assert!("$1.005".parse::<Cents>().is_err() && "-1".parse::<Cents>().is_err());
    }

    #[derive(Deserialize)]
    #[serde(tag = "kind")]
    enum Tagged {
        Limit { cents: Cents },
    }

    #[test]
    fn cents_are_whole() {
        assert_eq!(serde_json::to_string(&Cents::new(5000)).unwrap(), "5000");
        for wire in ["5000", "5000.0", "5e3", "\"5000\""] {
            assert_eq!(serde_json::from_str::<Cents>(wire).unwrap(), Cents::new(5000), "{wire}");
        }
        for wire in ["50.5", "-1", "null", "1e30", "18446744073709551616", "\"50.5\"", "\"\"", "true"] {
            assert!(serde_json::from_str::<Cents>(wire).is_err(), "{wire}");
        }
        let Tagged::Limit { cents } = serde_json::from_str(r#"{"cents":5000,"kind":"Limit"}"#).unwrap();
        assert_eq!(cents, Cents::new(5000));
    }

    #[test]
    fn every_number_of_cents_is_read_and_shown() {
        for (cents, shown) in [
            (2_000_000_000_000, "$20000000000.00"),
            (200_000_000_000_007, "$2000000000000.07"),
            (u64::MAX, "$184467440737095516.15"),
        ] {
            let read: Cents = serde_json::from_str(&cents.to_string()).unwrap();
            assert_eq!((read, read.to_string().as_str()), (Cents::new(cents), shown));
            assert_eq!(shown.parse::<Cents>().unwrap(), read);
        }
        assert_eq!(format!("{:>8.0}|{:<7}|", Cents::new(150), Cents::new(5)), "      $2|$0.05  |");
    }

    #[test]
    fn sums_stop_at_the_largest_amount() {
        let largest = Money::from_cents(i64::MAX);
        assert!(largest > money("1000000000000"));
        assert_eq!(largest + largest, largest);
    }

    proptest! {
        #[test]
        fn the_order_of_a_sum_does_not_matter(parts in prop::collection::vec(-1_000_000_000_000_i64..1_000_000_000_000, 0..50)) {
            // In millionths of a cent, through text and back.
            let amounts = parts.iter().map(|part| money(&format!("{part}e-8"))).collect::<Vec<_>>();
            let whole: Money = amounts.iter().sum();
            prop_assert_eq!(whole, amounts.iter().rev().sum());
            prop_assert_eq!(whole, money(&format!("{}e-8", parts.iter().sum::<i64>())));
        }
    }
}
