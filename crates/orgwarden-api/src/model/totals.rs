use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::{Add, Sub};

use super::Bucket;

/// A result of usage or costs that counts something.
pub trait Measured {
    /// What it counts in: [`super::Money`] or whole numbers.
    type Amount: Copy + Default + PartialEq + Add<Output = Self::Amount> + Sub<Output = Self::Amount>;

    /// Adds everything that it counts, by name.
    fn add_to(&self, totals: &mut Totals<Self::Amount>);
}

/// Sums by the name of what is counted: `input_tokens`, or the currency of costs, so that no two are ever mixed.
///
/// ```
/// use orgwarden_api::model::{Bucket, CostResult, Money, Totals};
///
/// let day = |results: &str| -> Bucket<CostResult> {
///     serde_json::from_str(&format!(r#"{{"start_time": 0, "end_time": 86400, "results": [{results}]}}"#)).unwrap()
/// };
/// let whole = Totals::of(&[day(r#"{"amount": {"value": 0.3, "currency": "usd"}}"#)]);
/// let parts = Totals::of(&[day(
///     r#"{"amount": {"value": 0.1, "currency": "usd"}}, {"amount": {"value": 0.2, "currency": "usd"}}"#,
/// )]);
/// assert_eq!(whole.get("usd").to_string(), "$0.30");
/// assert!(whole.gaps(&parts).is_empty(), "the parts add up to the whole, to the last digit");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals<A>(BTreeMap<Cow<'static, str>, A>);

/// Parts that do not add up to their whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap<A> {
    /// What is counted.
    pub measure: Cow<'static, str>,
    /// The sum without grouping.
    pub whole: A,
    /// The sum of the groups.
    pub parts: A,
    /// `whole` less `parts`: positive if something is missing from the groups.
    pub missing: A,
}

impl<A: Copy + Default + PartialEq + Add<Output = A> + Sub<Output = A>> Totals<A> {
    /// The sums over all results of some buckets.
    pub fn of<'a, R: Measured<Amount = A> + 'a>(buckets: impl IntoIterator<Item = &'a Bucket<R>>) -> Self {
        let mut totals = Self(BTreeMap::new());
        buckets.into_iter().for_each(|bucket| bucket.results.iter().for_each(|result| result.add_to(&mut totals)));
        totals
    }

    /// Adds to one of the sums.
    pub fn add(&mut self, measure: impl Into<Cow<'static, str>>, amount: A) {
        let sum = self.0.entry(measure.into()).or_default();
        *sum = *sum + amount;
    }

    /// One of the sums; nothing where nothing was counted.
    pub fn get(&self, measure: &str) -> A {
        self.0.get(measure).copied().unwrap_or_default()
    }

    /// All sums by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, A)> {
        self.0.iter().map(|(measure, amount)| (measure.as_ref(), *amount))
    }

    /// Compares the sums without grouping with those of groups of the same results: every sum that differs, and by how
    /// much. The live API rounds; a gap far below a cent is no missing group.
    pub fn gaps(&self, parts: &Self) -> Vec<Gap<A>> {
        let mut gaps: Vec<Gap<A>> = Vec::new();
        let others = parts.0.keys().filter(|measure| !self.0.contains_key(*measure));
        for measure in self.0.keys().chain(others) {
            let (whole, parts) = (self.get(measure), parts.get(measure));
            if whole != parts {
                gaps.push(Gap { measure: measure.clone(), whole, parts, missing: whole - parts });
            }
        }
        gaps
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CompletionsUsage, CostResult, Money};
    use super::*;
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};

    fn bucket<R: DeserializeOwned>(results: &Value) -> Bucket<R> {
        let body = json!({"object": "bucket", "start_time": 0, "end_time": 86_400, "results": results});
        serde_json::from_str(&body.to_string()).unwrap()
    }

    fn cost(value: &str, currency: Option<&str>) -> Value {
        json!({"object": "organization.costs.result", "amount": {"value": value, "currency": currency}})
    }

    #[test]
    fn a_missing_group_is_told_with_its_amount() {
        let whole = Totals::of(&[bucket::<CostResult>(&json!([cost("10.06", Some("usd"))]))]);
        let parts = Totals::of(&[bucket::<CostResult>(&json!([cost("10", Some("USD")), cost("0.05", None)]))]);
        let gaps = whole.gaps(&parts);
        assert_eq!(gaps.len(), 1);
        assert_eq!((gaps[0].measure.as_ref(), gaps[0].missing), ("usd", Money::from_cents(1)));
        assert_eq!(parts.gaps(&whole)[0].missing, Money::from_cents(-1));
        assert_eq!(whole.gaps(&Totals::default())[0].missing, whole.get("usd"), "no groups at all");
    }

    #[test]
    fn currencies_are_not_mixed() {
        let totals = Totals::of(&[bucket::<CostResult>(&json!([cost("1", Some("usd")), cost("2", Some("eur"))]))]);
        assert_eq!((totals.get("usd"), totals.get("eur")), (Money::from_cents(100), Money::from_cents(200)));
    }

    #[test]
    fn tokens_are_summed_over_buckets_and_results() {
        let result = |input: i64| json!({"input_tokens": input, "output_tokens": 1, "num_model_requests": 1, "input_cached_tokens": 5});
        let buckets: [Bucket<CompletionsUsage>; 2] =
            [bucket(&json!([result(3), result(i64::MAX)])), bucket(&json!([result(4)]))];
        let totals = Totals::of(&buckets);
        assert_eq!(totals.get("input_tokens"), i128::from(i64::MAX) + 7);
        assert_eq!((totals.get("output_tokens"), totals.get("input_cached_tokens")), (3, 15));
        assert_eq!(totals.get("input_audio_tokens"), 0);
    }
}
