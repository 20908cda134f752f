use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// Up to so many removals are never too many: a share of a small organization would forbid everything.
const ALWAYS_ALLOWED: usize = 3;

/// What guards allow. It stands in the profile or in a roster file, below `[guards]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// How many owners the organization must keep.
    pub minimum_owners: usize,
    /// People who must stay owners: e-mail addresses, with `*` for any letters.
    pub required_owners: Vec<String>,
    /// People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
    pub protected: Vec<String>,
    /// How many members and projects one plan may remove.
    pub maximum_removals: usize,
    /// How large a share of the members one plan may remove, in percent. Three are always allowed.
    pub maximum_removal_percent: usize,
    /// Whether people may be changed who are managed by an identity provider.
    pub allow_scim: bool,
    /// Whether every project must keep an owner of its own, besides the owners of the organization. Usually not: nobody
    /// who leaves should keep access for a project's sake. Finding out takes a request for each project that they own.
    pub keep_project_owners: bool,
}

/// The lines of a policy that a file states. What it does not state is as elsewhere: in a profile as usual, in a roster
/// file as the profile says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyLines {
    /// How many owners the organization must keep.
    pub minimum_owners: Option<usize>,
    /// People who must stay owners: e-mail addresses, with `*` for any letters.
    pub required_owners: Option<Vec<String>>,
    /// People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
    pub protected: Option<Vec<String>>,
    /// How many members and projects one plan may remove.
    pub maximum_removals: Option<usize>,
    /// How large a share of the members one plan may remove, in percent. Three are always allowed.
    pub maximum_removal_percent: Option<usize>,
    /// Whether people may be changed who are managed by an identity provider.
    pub allow_scim: Option<bool>,
    /// Whether every project must keep an owner of its own, besides the owners of the organization.
    pub keep_project_owners: Option<bool>,
}

impl PolicyLines {
    /// The lines of a policy that are not as usual.
    pub(crate) fn unusual(policy: &Policy) -> Self {
        fn line<T: Clone + PartialEq>(value: &T, usual: &T) -> Option<T> {
            (value != usual).then(|| value.clone())
        }
        let usual = Policy::default();
        Self {
            minimum_owners: line(&policy.minimum_owners, &usual.minimum_owners),
            required_owners: line(&policy.required_owners, &usual.required_owners),
            protected: line(&policy.protected, &usual.protected),
            maximum_removals: line(&policy.maximum_removals, &usual.maximum_removals),
            maximum_removal_percent: line(&policy.maximum_removal_percent, &usual.maximum_removal_percent),
            allow_scim: line(&policy.allow_scim, &usual.allow_scim),
            keep_project_owners: line(&policy.keep_project_owners, &usual.keep_project_owners),
        }
    }

    /// A policy with these lines in it.
    #[must_use]
    pub fn over(&self, policy: &Policy) -> Policy {
        Policy {
            minimum_owners: self.minimum_owners.unwrap_or(policy.minimum_owners),
            required_owners: self.required_owners.clone().unwrap_or_else(|| policy.required_owners.clone()),
            protected: self.protected.clone().unwrap_or_else(|| policy.protected.clone()),
            maximum_removals: self.maximum_removals.unwrap_or(policy.maximum_removals),
            maximum_removal_percent: self.maximum_removal_percent.unwrap_or(policy.maximum_removal_percent),
            allow_scim: self.allow_scim.unwrap_or(policy.allow_scim),
            keep_project_owners: self.keep_project_owners.unwrap_or(policy.keep_project_owners),
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            minimum_owners: 2,
            required_owners: Vec::new(),
            protected: Vec::new(),
            maximum_removals: 20,
            maximum_removal_percent: 20,
            allow_scim: false,
            keep_project_owners: false,
        }
    }
}

impl Policy {
    /// How many removals the share allows in an organization of so many members.
    pub(super) fn share(&self, members: usize) -> usize {
        (members.saturating_mul(self.maximum_removal_percent) / 100).max(ALWAYS_ALLOWED)
    }

    /// How many members there must be at least, for so many removals to be within the share.
    pub(crate) fn members_needed(&self, removals: usize) -> usize {
        if removals <= ALWAYS_ALLOWED || self.maximum_removal_percent == 0 {
            return 0;
        }
        removals.saturating_mul(100).div_ceil(self.maximum_removal_percent)
    }

    pub(super) fn is_protected(&self, email: &str) -> bool {
        fits_any(&self.protected, email)
    }

    pub(super) fn must_stay_owner(&self, email: &str) -> bool {
        fits_any(&self.required_owners, email)
    }

    /// The same policy, which spares those people too whom another one spares: what was agreed to yesterday may not harm
    /// somebody who is protected today.
    pub(crate) fn sparing_also(&self, other: &Self) -> Self {
        let mut policy = self.clone();
        let add = |list: &mut Vec<String>, more: &[String]| {
            for entry in more {
                if !list.contains(entry) {
                    list.push(entry.clone());
                }
            }
        };
        add(&mut policy.protected, &other.protected);
        add(&mut policy.required_owners, &other.required_owners);
        policy
    }

    /// What both policies allow: a file that comes from elsewhere can forbid more than the profile does, never less.
    pub(crate) fn strictest(&self, other: &Self) -> Self {
        let both = self.sparing_also(other);
        Self {
            minimum_owners: self.minimum_owners.max(other.minimum_owners),
            maximum_removals: self.maximum_removals.min(other.maximum_removals),
            maximum_removal_percent: self.maximum_removal_percent.min(other.maximum_removal_percent),
            allow_scim: self.allow_scim && other.allow_scim,
            keep_project_owners: self.keep_project_owners || other.keep_project_owners,
            ..both
        }
    }

    /// Refuses what cannot be meant.
    pub fn check(&self) -> Result<()> {
        let wrong = |what: String, hint: &str| Err(Error::invalid(what).with_hint(hint));
        if self.minimum_owners == 0 {
            return wrong(
                "`minimum_owners` is 0".to_owned(),
                "An organization without an owner can never be managed again; 1 is the least.",
            );
        }
        if self.maximum_removal_percent > 100 {
            return wrong(
                format!("`maximum_removal_percent` is {}", self.maximum_removal_percent),
                "It is a share of the members: 0 to 100.",
            );
        }
        let nobody =
            |list: &[String]| list.iter().find(|entry| entry.trim().is_empty() || !entry.contains(['@', '*'])).cloned();
        if let Some(entry) = nobody(&self.required_owners).or_else(|| nobody(&self.protected)) {
            return wrong(format!("`{entry}` is not an e-mail address"), "Write people by their e-mail address.");
        }
        Ok(())
    }
}

fn fits_any(patterns: &[String], email: &str) -> bool {
    let email = email.trim().to_lowercase();
    patterns.iter().any(|pattern| matches(&pattern.to_lowercase(), &email))
}

/// Whether a text fits a pattern in which `*` stands for any letters, also none.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.trim().split_once('*') else { return pattern.trim() == text };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(place) = text.find(part) else { return false };
        text = &text[place + part.len()..];
    }
    text.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stand_for_addresses() {
        for (pattern, address, fits) in [
            ("ceo@x.io", "CEO@x.io", true),
            ("*@board.x.io", "ada@board.x.io", true),
            ("*@board.x.io", "ada@x.io", false),
            ("svc-*@x.io", "svc-1@x.io", true),
            ("svc-*@x.io", "svc-@x.io", true),
            ("a*b*c@x.io", "abbc@x.io", true),
            ("a*b*c@x.io", "ac@x.io", false),
            ("aa*aa@x.io", "aa@x.io", false),
            ("*", "anybody@x.io", true),
            ("", "a@x.io", false),
        ] {
            let policy = Policy { protected: vec![pattern.to_owned()], ..Policy::default() };
            assert_eq!(policy.is_protected(address), fits, "{pattern} {address}");
            let policy = Policy { required_owners: vec![format!(" {pattern} ")], ..Policy::default() };
            assert_eq!(policy.must_stay_owner(&format!(" {address}")), fits, "{pattern} {address}");
        }
    }

    #[test]
    fn the_lower_limit_wins_and_small_organizations_can_still_let_people_go() {
        let policy = Policy::default();
        for (members, allowed) in [(1, 3), (12, 3), (20, 4), (50, 10), (100, 20), (10_000, 20)] {
            assert_eq!(policy.share(members).min(policy.maximum_removals), allowed, "{members}");
        }
        for removals in 4..=40 {
            let needed = policy.members_needed(removals);
            assert!(policy.share(needed) >= removals && policy.share(needed - 1) < removals, "{removals}");
        }
        assert_eq!(policy.members_needed(3), 0, "nothing to find out");
    }

    #[test]
    fn of_the_profile_and_a_file_the_stricter_line_counts_and_a_missing_one_says_nothing() {
        let profile = Policy {
            minimum_owners: 3,
            maximum_removals: 500,
            maximum_removal_percent: 90,
            allow_scim: true,
            protected: vec!["*@y.io".into()],
            ..Policy::default()
        };
        assert_eq!(profile.strictest(&PolicyLines::default().over(&profile)), profile);
        let file = PolicyLines {
            minimum_owners: Some(1),
            maximum_removals: Some(5),
            maximum_removal_percent: Some(100),
            keep_project_owners: Some(true),
            protected: Some(vec!["*@x.io".into(), "*@y.io".into()]),
            ..PolicyLines::default()
        };
        let both = profile.strictest(&file.over(&profile));
        assert_eq!((both.minimum_owners, both.maximum_removals, both.maximum_removal_percent), (3, 5, 90));
        assert!(both.allow_scim && both.keep_project_owners);
        assert_eq!(both.protected, ["*@y.io", "*@x.io"]);
        let careful = PolicyLines { allow_scim: Some(false), ..PolicyLines::default() };
        assert!(!profile.strictest(&careful.over(&profile)).allow_scim);
        let usual = Policy::default();
        assert!(!usual.strictest(&PolicyLines { allow_scim: Some(true), ..careful }.over(&usual)).allow_scim);
    }

    #[test]
    fn a_policy_that_cannot_be_meant_is_refused() {
        let good =
            Policy { required_owners: vec!["a@x.io".into()], protected: vec!["*@x.io".into()], ..Policy::default() };
        assert!(good.check().is_ok());
        for bad in [
            Policy { minimum_owners: 0, ..Policy::default() },
            Policy { maximum_removal_percent: 101, ..Policy::default() },
            Policy { protected: vec![" ".into()], ..Policy::default() },
            Policy { required_owners: vec!["ada".into()], ..Policy::default() },
        ] {
            assert!(bad.check().unwrap_err().hint().is_some(), "{bad:?}");
        }
    }
}
