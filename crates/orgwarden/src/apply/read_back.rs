//! Whether a step took effect, told by reading the organization.

use crate::api::model::{Invite, InviteId, OrganizationRole, ProjectId, ProjectStatus, RoleId, Text, UserId};
use crate::api::{
    Call, group_users, invites, project_api_keys, project_users, projects, role_assignments, service_accounts,
    spend_alerts, spend_limits, users,
};
use crate::plan::{Act, AlertTerms, Condition, Holder, Step, scope};
use crate::roster::{Has, PersonStatus, all, found, has, members_by_email};
use crate::{Organization, Result};

/// Reads whether a step took effect: `Some` if it did, with the id of what was found, if it has one.
pub(super) async fn took_effect(organization: &Organization, step: &Step) -> Result<Option<Option<String>>> {
    let client = organization.client();
    let id_of = |id: &UserId| Some(Some(id.as_str().to_owned()));
    Ok(match &step.act {
        Act::Invite { email, role, .. } => {
            let invite = open_invitation(organization, email, role, replaced(step)).await?;
            match invite {
                Some(id) => Some(Some(id.as_str().to_owned())),
                // Nobody was a member when it was sent: whoever is one now has accepted it.
                None => members_by_email(organization, &[email]).await?.first().and_then(|user| id_of(&user.id)),
            }
        }
        Act::SetRole { user, role } => {
            let user = found(client.send(&users::retrieve(user)).await)?;
            user.filter(|user| user.role.as_ref() == Some(role)).and_then(|user| id_of(&user.id))
        }
        Act::AddToProject { project, user, role } | Act::SetProjectRole { project, user, role } => {
            let user = found(client.send(&project_users::retrieve(project, user)).await)?;
            user.filter(|user| user.role.as_ref() == Some(role)).and_then(|user| id_of(&user.id))
        }
        Act::AddToGroup { group, user } => {
            let user = found(client.send(&group_users::retrieve(group, user)).await)?;
            user.map(|_| None)
        }
        Act::ArchiveProject { project } => {
            let project = found(client.send(&projects::retrieve(project)).await)?;
            project.filter(|project| project.status == Some(ProjectStatus::Archived)).map(|_| None)
        }
        Act::SetSpendLimit { project, cents } => {
            let limit = found(client.send(&spend_limits::retrieve(scope(project.as_ref()))).await)?;
            limit.filter(|limit| limit.threshold_amount == *cents).map(|_| None)
        }
        Act::Remove { user } => is_gone(organization, &users::retrieve(user)).await?,
        Act::CancelInvite { invite } => is_gone(organization, &invites::retrieve(invite)).await?,
        Act::RemoveFromProject { project, user } => {
            is_gone(organization, &project_users::retrieve(project, user)).await?
        }
        Act::RemoveFromGroup { group, user } => is_gone(organization, &group_users::retrieve(group, user)).await?,
        Act::DeleteKey { project, key, .. } => is_gone(organization, &project_api_keys::retrieve(project, key)).await?,
        Act::FreezeKey { project, key, .. } => {
            // Nobody is told the scopes. A key that is gone or over can do nothing.
            let key = found(client.send(&project_api_keys::retrieve(project, key)).await)?;
            let is_over = key.is_none_or(|key| key.expires_at.is_some_and(|end| end <= organization.now()));
            is_over.then_some(None)
        }
        Act::DeleteServiceAccount { project, account } => {
            is_gone(organization, &service_accounts::retrieve(project, account)).await?
        }
        Act::AssignRole { project, holder, role } => {
            (role_of(organization, project.as_ref(), holder, role).await? == Has::Directly).then_some(None)
        }
        Act::UnassignRole { project, holder, role } => {
            (role_of(organization, project.as_ref(), holder, role).await? != Has::Directly).then_some(None)
        }
        Act::DeleteSpendLimit { project } => {
            is_gone(organization, &spend_limits::retrieve(scope(project.as_ref()))).await?
        }
        Act::CreateSpendAlert { project, alert } => {
            let alerts = all(organization, spend_alerts::list(scope(project.as_ref()))).await?;
            let present = alerts.into_iter().find(|present| AlertTerms::of(present).is_same(alert));
            present.map(|present| Some(present.id.as_str().to_owned()))
        }
        Act::ReplaceSpendAlert { project, id, alert } => {
            let present = found(client.send(&spend_alerts::retrieve(scope(project.as_ref()), id)).await)?;
            present.filter(|present| AlertTerms::of(present).is_same(alert)).map(|_| Some(id.as_str().to_owned()))
        }
        Act::DeleteSpendAlert { project, id } => {
            is_gone(organization, &spend_alerts::retrieve(scope(project.as_ref()), id)).await?
        }
    })
}

async fn is_gone<T: serde::de::DeserializeOwned>(
    organization: &Organization,
    call: &Call<T>,
) -> Result<Option<Option<String>>> {
    Ok(if found(organization.client().send(call).await)?.is_none() { Some(None) } else { None })
}

/// How somebody has a role now. Listed, because reading a built-in one by its short id is refused.
async fn role_of(
    organization: &Organization,
    project: Option<&ProjectId>,
    holder: &Holder,
    role: &RoleId,
) -> Result<Has> {
    let roles = found(all(organization, role_assignments::list(scope(project), holder.named())).await)?;
    Ok(has(&roles.unwrap_or_default(), holder, role))
}

/// The invitation that another step of the plan cancels first: a list that lags may still show it.
fn replaced(step: &Step) -> Option<&InviteId> {
    step.requires.iter().find_map(|condition| match condition {
        Condition::NotInvited { besides, .. } => besides.as_ref(),
        _ => None,
    })
}

async fn open_invitation(
    organization: &Organization,
    address: &str,
    role: &OrganizationRole,
    replaced: Option<&InviteId>,
) -> Result<Option<InviteId>> {
    let address = address.to_lowercase();
    let is_meant = |invite: &Invite| {
        // Somebody else's invitation for the same address does not fulfil the wish.
        invite.email.as_ref().map(|email: &Text| email.to_lowercase()) == Some(address.clone())
            && Some(&invite.id) != replaced
            && invite.role.as_ref().is_none_or(|present| present == role)
            && matches!(PersonStatus::of(invite, organization.now()), PersonStatus::Invited | PersonStatus::Expiring)
    };
    let mut pages = organization.client().pages(invites::list());
    while let Some(page) = pages.next().await? {
        if let Some(invite) = page.into_iter().find(&is_meant) {
            return Ok(Some(invite.id));
        }
    }
    Ok(None)
}
