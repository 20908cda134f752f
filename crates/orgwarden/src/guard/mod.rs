//! What holds dangerous steps back. No I/O: guards see data that was read before.
//!
//! A guard holds steps, never a whole plan: the rest goes on. They are judged when a plan is made and again, on data that
//! was read anew, when it is applied.

mod acts;
#[cfg(test)]
mod histories;
mod judge;
mod owners;
mod policy;
pub(crate) mod table;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{KeyId, OrganizationRole, User, UserId};
use crate::plan::Step;
use crate::{Error, ErrorKind, Result};

pub use judge::{Facts, Judgement, judge};
pub use policy::{Policy, PolicyLines};

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// The organization would be left without an owner, and nobody could let anybody in again.
    LastOwner,
    /// Fewer owners would remain than the organization must have.
    MinimumOwners,
    /// The person must stay an owner.
    RequiredOwner,
    /// Nothing may be taken from the person.
    Protected,
    /// The key belongs to this very person: without the person it stops working, in the middle of the work.
    Yourself,
    /// More would be removed at once than one plan may.
    TooManyRemovals,
    /// An identity provider manages the person, and would undo the change.
    ScimManaged,
    /// A project would be left without an owner of its own.
    OwnerlessProject,
    /// Owners of the organization are owners of every project, which nothing in a project can change.
    OrganizationOwner,
    /// A key would be limited to no scope at all, which the API takes for every scope that its owner has.
    EmptyScopes,
    /// The admin key in use would be deleted, or one that cannot be told from it: nothing more could be done with it.
    KeyInUse,
}

/// A part of a wish that a guard holds back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Held {
    /// Whom it is about.
    pub subject: String,
    /// The rule.
    pub guard: Guard,
    /// Why.
    pub reason: String,
    /// What would allow it: the flag, or the line of the policy. Null: nothing does.
    pub allow: Option<String>,
}

/// Whether somebody is an owner who can act: a person, who has not been shut out.
pub(crate) fn is_owner(user: &User) -> bool {
    user.role == Some(OrganizationRole::Owner) && can_act(user)
}

/// Whether somebody could act as an owner if they were one.
pub(crate) fn can_act(user: &User) -> bool {
    user.is_service_account != Some(true) && !is_shut_out(user)
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
    /// The admin keys that look like it.
    pub(crate) keys: Vec<KeyId>,
}

impl KeyOwners {
    /// What people should know who plan to take somebody's place or an admin key away.
    pub(crate) fn notes(&self, steps: &[Step]) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.is_known && steps.iter().any(|step| step.act.lowers().is_some()) {
            notes.push(
                "it cannot be told to whom the key in use belongs: make sure that its owner is not among these people"
                    .to_owned(),
            );
        }
        if self.keys.is_empty() && steps.iter().any(|step| step.act.ends_admin_key().is_some()) {
            notes.push(
                "it cannot be told which admin key is in use: make sure that it is none of those that are deleted"
                    .to_owned(),
            );
        }
        notes
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
