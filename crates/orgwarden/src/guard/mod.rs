//! What holds dangerous steps back. No I/O: guards see data that was read before.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{User, UserId};
use crate::operation::Change;
use crate::{Error, ErrorKind, Result};

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// The organization would be left without an owner, and nobody could let anybody in again.
    LastOwner,
    /// The key belongs to this very person: without the person it stops working, in the middle of the work.
    Yourself,
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
        let Some(position) = self.remaining.iter().position(|owner| *owner == user.id) else { return Ok(()) };
        if self.remaining.len() == 1 {
            let reason = "this is the last owner, and nobody could manage the organization any more; make somebody else owner first";
            return Err(held(Guard::LastOwner, reason));
        }
        self.remaining.swap_remove(position);
        Ok(())
    }
}

/// Refuses a wish that names another organization than the one it is about to change.
pub(crate) fn same_organization<C: Change>(change: &C, present: Option<&str>) -> Result<()> {
    match (change.organization(), present) {
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
