//! Accepting an invitation, which the real organization does in a browser.

use orgwarden_api::model::{InviteStatus, OrganizationRole, ProjectRole, User};
use serde_json::json;

use crate::actor;
use crate::assignments;
use crate::store::users::NewUser;
use crate::store::{invites, projects, users};
use crate::world::Context;

/// Why an invitation cannot be accepted.
#[derive(Debug, thiserror::Error)]
pub enum NotAccepted {
    /// There is no such invitation.
    #[error("there is no such invitation")]
    Unknown,
    /// It was deleted after it was sent.
    #[error("the invitation was withdrawn")]
    Withdrawn,
    /// It is used up.
    #[error("the invitation was already accepted")]
    AlreadyAccepted,
    /// Its seven days are over.
    #[error("the invitation has expired")]
    Expired,
    /// It was sent to another address.
    #[error("the invitation was sent to another address than {0}")]
    WrongAddress(String),
    /// The sandbox's own state could not be read or written.
    #[error("the sandbox's store failed: {0}")]
    Store(String),
}

impl From<rusqlite::Error> for NotAccepted {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.to_string())
    }
}

/// Accepts an invitation as the person with this address: makes a member with the invited role and, unless they get lost,
/// projects.
pub(crate) fn accept(
    context: &mut Context<'_>,
    invite: &str,
    address: &str,
    lost_grants: bool,
) -> Result<User, NotAccepted> {
    let invite = invites::find(context.store, invite, context.now)?.ok_or(NotAccepted::Withdrawn)?;
    match invite.status {
        Some(InviteStatus::Pending) => {}
        Some(InviteStatus::Accepted) => return Err(NotAccepted::AlreadyAccepted),
        _ => return Err(NotAccepted::Expired),
    }
    let email = invite.email.as_deref().unwrap_or_default();
    let address = address.trim();
    if email.to_lowercase() != address.to_lowercase() {
        return Err(NotAccepted::WrongAddress(address.to_owned()));
    }
    let known = users::find_by_email(context.store, &email.to_lowercase())?;
    let id = if let Some(member) = known {
        member.id.as_str().to_owned()
    } else {
        let id = context.mint.id("user-");
        let role = invite.role.as_ref().map_or(OrganizationRole::Reader.as_str(), OrganizationRole::as_str);
        let name = name_from(email);
        let user = NewUser { id: &id, email, name: Some(&name), role, added_at: context.now };
        users::insert(context.store, &user)?;
        context.actor = Some(actor::of_person(&id, email));
        context.record("user.added", json!({"id": id, "data": {"role": role}}))?;
        id
    };
    context.actor = Some(actor::of_person(&id, email));
    invites::accept(context.store, invite.id.as_str(), context.now)?;
    context.record("invite.accepted", json!({"id": invite.id}))?;
    for grant in invite.projects.iter().filter(|_| !lost_grants) {
        let open = projects::find(context.store, grant.id.as_str())?.is_some_and(|p| p.archived_at.is_none());
        if open {
            let role = grant.role.as_ref().map_or(ProjectRole::Member.as_str(), ProjectRole::as_str);
            assignments::enter(context, grant.id.as_str(), &id, role)?;
        }
    }
    users::find(context.store, &id)?.ok_or(NotAccepted::Unknown)
}

/// A name for somebody of whom only the address is known: `ada.lovelace@x.io` is Ada Lovelace.
fn name_from(email: &str) -> String {
    let words = email.split('@').next().unwrap_or_default().split(['.', '_', '-', '+']);
    let capitalized = words.filter(|word| !word.is_empty()).map(|word| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    });
    capitalized.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_from_addresses() {
        assert_eq!(name_from("ada.lovelace@x.io"), "Ada Lovelace");
        assert_eq!(name_from("zoe@x.io"), "Zoe");
        assert_eq!(name_from("élodie_du-pont@x.io"), "Élodie Du Pont");
    }
}
