//! Who holds a role, and what an alert is: parts of acts, as data that files can hold.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{Cents, GroupId, Money, SpendAlert, UserId};
use crate::api::role_assignments;
use crate::api::spend_alerts::SpendAlertSettings;

/// Who can have roles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// A member of the organization.
    User(UserId),
    /// A group: its members have its roles too.
    Group(GroupId),
}

impl Holder {
    /// As calls name it.
    pub(crate) fn named(&self) -> role_assignments::Holder<'_> {
        match self {
            Self::User(user) => role_assignments::Holder::User(user),
            Self::Group(group) => role_assignments::Holder::Group(group),
        }
    }

    /// The identifier.
    pub fn id(&self) -> &str {
        match self {
            Self::User(user) => user.as_str(),
            Self::Group(group) => group.as_str(),
        }
    }

    /// The member, if it is one.
    pub fn user(&self) -> Option<&UserId> {
        match self {
            Self::User(user) => Some(user),
            Self::Group(_) => None,
        }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(user) => write!(f, "{user}"),
            Self::Group(group) => write!(f, "the group {group}"),
        }
    }
}

/// What an alert is: when it mails, and whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlertTerms {
    /// The spend of a month that it watches for, in US cents.
    pub cents: Cents,
    /// The addresses that get the mail.
    pub recipients: Vec<String>,
    /// What the subject of the mail starts with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_prefix: Option<String>,
}

impl AlertTerms {
    /// Those of an alert that there is.
    pub(crate) fn of(alert: &SpendAlert) -> Self {
        let channel = alert.notification_channel.as_ref();
        let recipients = channel.map_or(&[][..], |channel| &channel.recipients[..]);
        let prefix = channel.and_then(|channel| channel.subject_prefix.as_deref());
        Self {
            cents: alert.threshold_amount,
            recipients: recipients.iter().map(|recipient| recipient.as_ref().to_owned()).collect(),
            subject_prefix: prefix.filter(|prefix| !prefix.is_empty()).map(str::to_owned),
        }
    }

    /// As calls take them.
    pub(crate) fn settings(&self) -> SpendAlertSettings {
        SpendAlertSettings {
            threshold: self.cents,
            recipients: self.recipients.clone(),
            subject_prefix: self.subject_prefix.clone(),
        }
    }

    /// Whether both mean the same: the order of the recipients and their case make no difference.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.cents == other.cents
            && self.subject_prefix == other.subject_prefix
            && addresses(&self.recipients) == addresses(&other.recipients)
    }
}

fn addresses(recipients: &[String]) -> Vec<String> {
    let mut addresses: Vec<String> = recipients.iter().map(|address| address.trim().to_lowercase()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    addresses
}

impl fmt::Display for AlertTerms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} a month to {}", Money::from(self.cents), self.recipients.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn alerts_are_the_same_whatever_the_order_of_the_recipients() {
        let alert = |value| serde_json::from_value::<SpendAlert>(value).map(|alert| AlertTerms::of(&alert)).unwrap();
        let one = alert(json!({"id": "a", "threshold_amount": 500, "notification_channel":
            {"type": "email", "recipients": ["b@x.io", "A@x.io"], "subject_prefix": ""}}));
        let other = alert(json!({"id": "b", "threshold_amount": 500, "notification_channel":
            {"type": "email", "recipients": ["a@x.io", "b@x.io", "b@x.io"]}}));
        assert!(one.is_same(&other) && one != other);
        assert!(!one.is_same(&AlertTerms { cents: Cents::new(501), ..one.clone() }));
        assert_eq!(one.to_string(), "$5.00 a month to b@x.io, A@x.io");
        assert_eq!(serde_json::to_value(Holder::User("user-1".into())).unwrap(), json!({"user": "user-1"}));
    }
}
