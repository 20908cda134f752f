use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{AdminApiKey, Money, UserId};
use crate::roster::{Key, Membership};

/// What a plan for people who leave says beyond its steps: what was theirs, and what is left to be done by hand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Offboarding {
    /// Whether they lose their access now and are removed later.
    #[serde(default)]
    pub staged: bool,
    /// The run whose people left these keys behind, if the plan deletes what outlived them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finishes: Option<String>,
    /// What was theirs, read once for all of them. Only members; whoever is gone already has nothing.
    pub stakes: Vec<Stake>,
    /// Keys of service accounts that they could have read, the most recently used first: to be replaced by hand. Absent:
    /// not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotate: Option<Vec<Key>>,
}

/// What belongs to somebody who leaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stake {
    /// What the person is called: the e-mail address where there is one.
    pub subject: String,
    /// The member.
    pub user: UserId,
    /// The projects that they were added to.
    pub projects: Vec<Membership>,
    /// The groups that they are in, by name. Null: not read.
    pub groups: Option<Vec<String>>,
    /// Their keys in any project.
    pub keys: Vec<Key>,
    /// Their admin keys.
    pub admin_keys: Vec<AdminApiKey>,
    /// What their keys have cost in the last 30 days, in dollars, as far as the API attributes it. Null: not asked for, or
    /// not told.
    pub spent: Option<Money>,
}

impl Stake {
    /// What is lost with the membership, in words.
    pub(crate) fn losses(&self) -> Vec<String> {
        let projects = self.projects.iter().map(|project| match &project.role {
            Some(role) => format!("`{}` as {role}", project.label()),
            None => format!("`{}`", project.label()),
        });
        let groups = self.groups.iter().flatten().map(|group| format!("the group `{group}`"));
        let admin_keys = self.admin_keys.iter().map(|key| format!("the admin key `{}`", admin_key_name(key)));
        let spent = self.spent.map(|spent| format!("keys that have cost {spent:.2} in the last 30 days"));
        projects.chain(groups).chain(admin_keys).chain(spent).collect()
    }
}

/// What to call an admin key.
pub(crate) fn admin_key_name(key: &AdminApiKey) -> &str {
    key.name.as_deref().or(key.redacted_value.as_deref()).unwrap_or(key.id.as_str())
}

/// The command that deletes an admin key.
pub(crate) fn how_to_delete(key: &AdminApiKey) -> String {
    format!("`orgwarden keys delete {}`", key.id)
}

/// A key that should be replaced by hand, in words: whose it is, where, and when it was last used.
pub(crate) fn to_rotate(key: &Key) -> String {
    let account = key.owner.as_deref().or(key.owner_id.as_ref().map(UserId::as_str)).unwrap_or("a service account");
    let redacted = key.redacted_value.as_deref().map_or_else(String::new, |text| format!(" ({text})"));
    format!(
        "key `{}`{redacted} of the service account `{account}` in `{}`, {}",
        key.label(),
        key.project_label(),
        key.use_label()
    )
}

/// How keys of service accounts are replaced.
pub(crate) const HOW_TO_ROTATE: &str = "the API deletes no key of a service account alone: an owner of the project makes \
     another service account in it, puts its key into use, then deletes the old account, which ends its keys";
