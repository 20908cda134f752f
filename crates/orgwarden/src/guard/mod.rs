//! What holds dangerous steps back. No I/O: guards see data that was read before.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{OrganizationRole, User, UserId};
use crate::{Error, ErrorKind, Result};

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// The organization would be left without an owner, and nobody could let anybody in again.
    LastOwner,
    /// The key belongs to this very person: without the person it stops working, in the middle of the work.
    Yourself,
    /// Owners of the organization are owners of every project, which nothing in a project can change.
    OrganizationOwner,
}

/// A part of a wish that a guard holds back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Held {
    /// Whom it is about.
    pub subject: String,
    /// The rule.
    pub guard: Guard,
    /// Why, and what to do instead.
    pub reason: String,
}

/// Whether somebody is an owner who can act: a person, who has not been shut out.
pub(crate) fn is_owner(user: &User) -> bool {
    user.role == Some(OrganizationRole::Owner) && may_be_owner(user) && !is_shut_out(user)
}

/// Whether somebody can be an owner. Null roles and roles that this version does not know leave it open.
pub(crate) fn may_be_owner(user: &User) -> bool {
    user.role != Some(OrganizationRole::Reader) && user.is_service_account != Some(true)
}

/// Banned or disabled, where the API says so in the block `user`.
fn is_shut_out(user: &User) -> bool {
    user.user.as_ref().is_some_and(|account| account.banned == Some(true) || account.enabled == Some(false))
}

/// To whom the key in use may belong.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeyOwners {
    /// Everybody with a key that looks like it.
    pub(crate) owners: Vec<UserId>,
    /// Whether the owner must be among them.
    pub(crate) is_known: bool,
}

impl KeyOwners {
    /// What people should know who plan to take somebody's place away.
    pub(crate) fn note(&self) -> Option<String> {
        (!self.is_known).then(|| {
            "it cannot be told to whom the key in use belongs: make sure that its owner is not among these people"
                .to_owned()
        })
    }
}

/// The owners of an organization while a plan takes some of them away, one by one.
#[derive(Clone, Debug, Default)]
pub struct Owners {
    remaining: Vec<UserId>,
    yourself: Vec<UserId>,
}

impl Owners {
    /// `owners`: every owner that is known, people only. `yourself`: the owner of the key, or everybody who might be.
    pub fn new<'a>(owners: impl IntoIterator<Item = &'a UserId>, yourself: &[UserId]) -> Self {
        Self { remaining: owners.into_iter().cloned().collect(), yourself: yourself.to_vec() }
    }

    /// Lets somebody go who is to be removed or demoted, or says which guard holds that back.
    pub fn release(&mut self, user: &User, subject: &str) -> Result<(), Held> {
        let held = |guard, reason: &str| Held { subject: subject.to_owned(), guard, reason: reason.to_owned() };
        if self.yourself.contains(&user.id) {
            let reason = "the key belongs to this person and would stop working; another owner has to do it, with a key of their own";
            return Err(held(Guard::Yourself, reason));
        }
        let position = self.remaining.iter().position(|owner| *owner == user.id);
        let is_last = match position {
            Some(_) => self.remaining.len() == 1,
            None => self.remaining.is_empty() && may_be_owner(user),
        };
        if is_last {
            let reason = "this is the last owner, and nobody could manage the organization any more; make somebody else owner first";
            return Err(held(Guard::LastOwner, reason));
        }
        if let Some(position) = position {
            self.remaining.swap_remove(position);
        }
        Ok(())
    }
}

/// Refuses a wish that names another organization than the one it is about to change.
pub(crate) fn same_organization(wished: Option<&str>, present: Option<&str>) -> Result<()> {
    match (wished, present) {
        (Some(wished), Some(present)) if wished != present => Err(Error::new(
            ErrorKind::Guard,
            format!("held back: this is for the organization {wished}, and the profile is of {present}"),
        )
        .with_hint("Choose the profile of that organization (--profile).")),
        (Some(wished), None) => Err(Error::new(
            ErrorKind::Guard,
            format!(
                "held back: this is for the organization {wished}, and it is not known which one the key belongs to"
            ),
        )
        .with_hint(
            "Name it: OPENAI_ORG_ID, or `organization` in the profile; the API then refuses a key of another one.",
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn user(id: &str) -> User {
        serde_json::from_value(serde_json::json!({ "id": id, "role": "owner" })).unwrap()
    }

    #[test]
    fn the_last_owner_and_yourself_are_held() {
        let (ada, bob, me) = (user("user-a"), user("user-b"), user("user-me"));
        let mut owners = Owners::new([&ada.id, &bob.id], std::slice::from_ref(&me.id));
        assert_eq!(owners.release(&me, "me").unwrap_err().guard, Guard::Yourself);
        assert!(owners.release(&ada, "ada").is_ok());
        assert_eq!(owners.release(&bob, "bob").unwrap_err().guard, Guard::LastOwner);
        assert!(owners.release(&user("user-reader"), "reader").is_ok());
    }

    #[test]
    fn who_may_be_the_only_owner_is_held_too() {
        let of = |value: serde_json::Value| serde_json::from_value::<User>(value).unwrap();
        let nameless = of(serde_json::json!({"id": "user-1", "role": null}));
        let unknown = of(serde_json::json!({"id": "user-2", "role": "administrator"}));
        let machine = of(serde_json::json!({"id": "user-3", "role": "owner", "is_service_account": true}));
        let banned = of(serde_json::json!({"id": "user-4", "role": "owner", "user": {"banned": true}}));
        let disabled = of(serde_json::json!({"id": "user-5", "role": "owner", "user": {"enabled": false}}));
        let reader = of(serde_json::json!({"id": "user-6", "role": "reader"}));
        let mut nobody = Owners::new([], &[]);
        for user in [&nameless, &unknown, &banned, &disabled] {
            assert_eq!(nobody.release(user, "x").unwrap_err().guard, Guard::LastOwner);
            assert!(!is_owner(user));
        }
        assert!(nobody.release(&machine, "x").is_ok() && nobody.release(&reader, "x").is_ok());
        let owner = user("user-owner");
        let mut owners = Owners::new([&owner.id], &[]);
        assert!(is_owner(&owner) && owners.release(&nameless, "x").is_ok());
        assert_eq!(owners.release(&owner, "x").unwrap_err().guard, Guard::LastOwner, "a doubtful owner is none");
    }

    proptest! {
        #[test]
        fn an_owner_always_remains(owners in 1..6_usize, leaving in prop::collection::vec(0..8_usize, 0..20)) {
            let people: Vec<User> = (0..8).map(|number| user(&format!("user-{number}"))).collect();
            let mut guard = Owners::new(people.iter().take(owners).map(|person| &person.id), &[]);
            let mut gone = std::collections::BTreeSet::new();
            for number in leaving {
                if guard.release(&people[number], "x").is_ok() {
                    gone.insert(number);
                }
            }
            prop_assert!((0..owners).any(|number| !gone.contains(&number)));
        }
    }
}
