//! What the keys of people have cost: as far as the API attributes it, and not a cent further.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use crate::api::costs::{self, CostFilter, CostGrouping};
use crate::api::model::{Bucket, CostResult, KeyId, Money, OwnerKind, Timestamp, UserId};
use crate::roster::Key;
use crate::{ErrorKind, Organization, Result};

/// How far back is looked.
const DAYS: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// The costs of the last 30 days by person and key.
#[derive(Debug, Default)]
pub(super) struct Spend {
    /// Absent: the API does not tell people apart.
    by_user: Option<HashMap<UserId, Money>>,
    by_key: HashMap<KeyId, Money>,
    total: Money,
    /// Whether some of it is in another currency, and left out.
    has_other_currencies: bool,
}

impl Spend {
    /// Reads it: one request where the API knows people, as only the newest does, and two elsewhere.
    pub(super) async fn read(organization: &Organization) -> Result<Self> {
        let by_both = [CostGrouping::User, CostGrouping::Key];
        match Self::grouped(organization, &by_both).await {
            Err(error) if error.kind() == ErrorKind::Rejected => {
                Self::grouped(organization, &[CostGrouping::Key]).await
            }
            spend => spend,
        }
    }

    async fn grouped(organization: &Organization, group_by: &[CostGrouping]) -> Result<Self> {
        let now = organization.now();
        let start = now.seconds() - i64::try_from(DAYS.as_secs()).unwrap_or_default();
        // Before that day, costs by key are refused.
        let from = costs::KEYS_KNOWN_FROM.max(Timestamp::new(start));
        let calls: Vec<_> =
            costs::windows(from, now).map(|window| costs::list(&window, &CostFilter::default(), group_by)).collect();
        let buckets = organization.client().buckets(calls).all().await?;
        Ok(Self::of_buckets(&buckets, group_by.contains(&CostGrouping::User)))
    }

    fn of_buckets(buckets: &[Bucket<CostResult>], knows_people: bool) -> Self {
        let mut spend = Self { by_user: knows_people.then(HashMap::new), ..Self::default() };
        for result in buckets.iter().flat_map(|bucket| &bucket.results) {
            let Some(amount) = &result.amount else { continue };
            if amount.currency.as_deref().is_some_and(|currency| !currency.eq_ignore_ascii_case("usd")) {
                spend.has_other_currencies = true;
                continue;
            }
            let value = amount.value.unwrap_or_default();
            spend.total += value;
            if let (Some(by_user), Some(user)) = (&mut spend.by_user, &result.user_id) {
                *by_user.entry(user.clone()).or_default() += value;
            }
            if let Some(key) = &result.api_key_id {
                *spend.by_key.entry(key.clone()).or_default() += value;
            }
        }
        spend
    }

    /// What somebody's keys have cost.
    pub(super) fn of<'a>(&self, user: &UserId, keys: impl Iterator<Item = &'a Key>) -> Money {
        let spent = match &self.by_user {
            Some(by_user) => by_user.get(user).copied().unwrap_or_default(),
            None => keys.filter_map(|key| self.by_key.get(&key.id)).sum(),
        };
        spent.rounded(2)
    }

    /// What people should know of it: how much of it is nobody's. `keys`: all that there are.
    pub(super) fn note(&self, keys: &[Key]) -> String {
        let (attributed, nobodys): (Money, _) = if let Some(by_user) = &self.by_user {
            (by_user.values().sum(), "used by service accounts, or without a key that the API names")
        } else {
            let people = keys.iter().filter(|key| key.owner_kind != Some(OwnerKind::ServiceAccount));
            let distinct: HashSet<&KeyId> = people.map(|key| &key.id).collect();
            (
                distinct.into_iter().filter_map(|key| self.by_key.get(key)).sum(),
                "used by service accounts, by keys that are deleted by now, or without a key that the API names",
            )
        };
        let others = if self.has_other_currencies { "; what is not in US dollars is left out" } else { "" };
        format!(
            "costs of the last 30 days are told by the owner of the key; {:.2} of {:.2} in the organization cannot be attributed to anybody: \
             {nobodys}{others}. What was used in the last day may still be missing",
            (self.total - attributed).rounded(2),
            self.total.rounded(2)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn buckets(results: &serde_json::Value) -> Vec<Bucket<CostResult>> {
        let body = json!([{"object": "bucket", "start_time": 0, "end_time": 86_400, "results": results}]);
        serde_json::from_str(&body.to_string()).unwrap()
    }

    fn key(id: &str, kind: &str) -> Key {
        let key = json!({"id": id, "owner": {"type": kind, "user": {"id": "user-1"}}});
        Key::new(serde_json::from_value(key).unwrap(), &"proj_1".into(), None)
    }

    #[test]
    fn what_names_nobody_is_told_and_given_to_nobody() {
        let results = json!([
            {"amount": {"value": 1.5, "currency": "usd"}, "user_id": "user-1", "api_key_id": "k1"},
            {"amount": {"value": 0.25, "currency": "usd"}, "user_id": "user-1", "api_key_id": "k-gone"},
            {"amount": {"value": 3, "currency": "usd"}, "user_id": null, "api_key_id": "k-robot"},
            {"amount": {"value": 1, "currency": "usd"}, "user_id": null, "api_key_id": null},
            {"amount": {"value": 7, "currency": "eur"}, "user_id": "user-1", "api_key_id": "k1"},
        ]);
        let keys = [key("k1", "user"), key("k-robot", "service_account")];
        let user = UserId::from("user-1");
        for (knows_people, spent, rest) in [(true, "$1.75", "$4.00 of $5.75"), (false, "$1.50", "$4.25 of $5.75")] {
            let spend = Spend::of_buckets(&buckets(&results), knows_people);
            assert_eq!(format!("{:.2}", spend.of(&user, keys[..1].iter())), spent);
            let note = spend.note(&keys);
            assert!(note.contains(rest) && note.contains("not in US dollars is left out"), "{note}");
        }
    }
}
