//! Whether a step took effect, told by reading the organization.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::api::audit_logs::{self, AuditFilter};
use crate::api::model::{
    AuditLog, EventType, Invite, InviteId, KeyId, OrganizationRole, ProjectId, ProjectStatus, RoleId, Text, UserId,
};
use crate::api::{
    Call, admin_api_keys, group_users, invites, project_api_keys, project_users, projects, role_assignments,
    service_accounts, spend_alerts, spend_limits, users,
};
use crate::plan::{Act, AlertTerms, Condition, Holder, Step, scope};
use crate::roster::{Has, PersonStatus, all, all_of, found, has, members_by_email};
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
        Act::DeleteAdminKey { key, .. } => is_gone(organization, &admin_api_keys::retrieve(key)).await?,
        Act::DeleteKey { project, key, .. } => is_gone(organization, &project_api_keys::retrieve(project, key)).await?,
        Act::FreezeKey { project, key, scopes, expires_in_seconds, .. } => {
            match found(client.send(&project_api_keys::retrieve(project, key)).await)? {
                // A key that is gone or over can do nothing.
                None => Some(None),
                Some(key) if key.expires_at.is_some_and(|end| end <= organization.now()) => Some(None),
                Some(record) => {
                    let ends = record.expires_at.map(|end| end.since(organization.now()));
                    let ends_in_time =
                        expires_in_seconds.is_none_or(|most| ends.is_some_and(|left| left <= i64::from(most)));
                    let is_so = ends_in_time && has_scopes(organization, key, scopes).await;
                    is_so.then(|| Some(key.as_str().to_owned()))
                }
            }
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

/// Whether a key was given these scopes last, as far as the audit log tells: nothing else does. Where it is off, or may
/// not be read, they are set once more, which changes nothing.
async fn has_scopes(organization: &Organization, key: &KeyId, wished: &[String]) -> bool {
    let filter = AuditFilter {
        event_types: vec![EventType::ApiKeyUpdated],
        resource_ids: vec![key.as_str().to_owned()],
        ..AuditFilter::default()
    };
    let Ok(events) = all(organization, audit_logs::list(&filter)).await else { return false };
    let given: Vec<_> =
        events.iter().filter_map(|event| Some((event.effective_at, scopes_given(event, key)?))).collect();
    let Some(last) = given.iter().map(|(at, _)| *at).max() else { return false };
    let wished: BTreeSet<&str> = wished.iter().map(String::as_str).collect();
    // Of two changes in one second, nobody can tell which was the last.
    given.iter().filter(|(at, _)| *at == last).all(|(_, scopes)| *scopes == wished)
}

/// The scopes that an event says a key was given. The schema and its examples name the member differently.
fn scopes_given<'a>(event: &'a AuditLog, key: &KeyId) -> Option<BTreeSet<&'a str>> {
    let details = event.details()?;
    if details.get("id").and_then(Value::as_str) != Some(key.as_str()) {
        return None;
    }
    let scopes = details.pointer("/changes_requested/scopes").or_else(|| details.pointer("/data/scopes"))?;
    scopes.as_array()?.iter().map(Value::as_str).collect()
}

/// How somebody has a role now. Listed, because reading a built-in one by its short id is refused.
async fn role_of(
    organization: &Organization,
    project: Option<&ProjectId>,
    holder: &Holder,
    role: &RoleId,
) -> Result<Has> {
    let roles = all_of(organization, role_assignments::list(scope(project), holder.named())).await?;
    Ok(has(&roles, holder, role))
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
