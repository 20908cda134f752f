//! What a step does, as data. The request, what proves it and what it takes all follow from it, so that a saved plan
//! cannot say one thing and send another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{AlertTerms, Holder};
use crate::api::invites::{self, NewInvite, ProjectGrant};
use crate::api::model::{
    Cents, GroupId, InviteId, KeyId, OrganizationRole, ProjectId, ProjectRole, RoleId, ServiceAccountId, SpendAlertId,
    UserId,
};
use crate::api::project_api_keys::KeyChange;
use crate::api::users::UserChange;
use crate::api::{
    Call, KeyScopes, Scope, admin_api_keys, group_users, project_api_keys, project_users, projects, role_assignments,
    service_accounts, spend_alerts, spend_limits, users,
};

/// One thing that is done to the organization: exactly one request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum Act {
    /// Invites somebody.
    Invite {
        /// The e-mail address.
        email: String,
        /// The role in the organization.
        role: OrganizationRole,
        /// The projects. Absent: the API grants the default project. Empty: none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        projects: Option<Vec<ProjectGrant>>,
    },
    /// Cancels an invitation.
    CancelInvite {
        /// The invitation.
        invite: InviteId,
    },
    /// Sets the role of a member in the organization.
    SetRole {
        /// The member.
        user: UserId,
        /// The role afterwards.
        role: OrganizationRole,
    },
    /// Removes a member from the organization, and with that ends their keys and memberships.
    Remove {
        /// The member.
        user: UserId,
    },
    /// Adds a member of the organization to a project.
    AddToProject {
        /// The project.
        project: ProjectId,
        /// The member.
        user: UserId,
        /// The role in the project.
        role: ProjectRole,
    },
    /// Sets the role of somebody in a project.
    SetProjectRole {
        /// The project.
        project: ProjectId,
        /// The member.
        user: UserId,
        /// The role afterwards.
        role: ProjectRole,
    },
    /// Removes somebody from a project.
    RemoveFromProject {
        /// The project.
        project: ProjectId,
        /// The member.
        user: UserId,
    },
    /// Adds a member to a group.
    AddToGroup {
        /// The group.
        group: GroupId,
        /// The member.
        user: UserId,
    },
    /// Removes a member from a group.
    RemoveFromGroup {
        /// The group.
        group: GroupId,
        /// The member.
        user: UserId,
    },
    /// Gives a role to a member or a group, in the organization or in a project, beside what they have.
    AssignRole {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// Who gets it.
        holder: Holder,
        /// The role.
        role: RoleId,
    },
    /// Takes a role from a member or a group that it was given to directly.
    UnassignRole {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// Who loses it.
        holder: Holder,
        /// The role.
        role: RoleId,
    },
    /// Deletes a key of a project.
    DeleteKey {
        /// The project.
        project: ProjectId,
        /// The key.
        key: KeyId,
        /// The person whose key it is; absent: nobody knows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<UserId>,
    },
    /// Deletes an admin key.
    DeleteAdminKey {
        /// The key.
        key: KeyId,
        /// The person whose key it is; absent: nobody knows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<UserId>,
    },
    /// Limits what a key of a project may do, and if wished for how long.
    FreezeKey {
        /// The project.
        project: ProjectId,
        /// The key.
        key: KeyId,
        /// The person whose key it is; absent: a service account's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<UserId>,
        /// All that it may do from now on. The API takes an empty list for everything, so an empty one is never sent.
        scopes: Vec<String>,
        /// How long it lives from now on, in seconds; absent: as long as before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expires_in_seconds: Option<u32>,
    },
    /// Deletes a service account, and with it ends its keys.
    DeleteServiceAccount {
        /// The project.
        project: ProjectId,
        /// The service account.
        account: ServiceAccountId,
    },
    /// Archives a project, for good: its keys and memberships end.
    ArchiveProject {
        /// The project.
        project: ProjectId,
    },
    /// Sets the monthly spend limit of the organization or of a project.
    SetSpendLimit {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// The limit in US cents.
        cents: Cents,
    },
    /// Takes the monthly spend limit of the organization or of a project away.
    DeleteSpendLimit {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
    },
    /// Creates a mail about the spend of a month.
    CreateSpendAlert {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// What it is.
        alert: AlertTerms,
    },
    /// Replaces all of a mail about the spend of a month.
    ReplaceSpendAlert {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// Which one.
        id: SpendAlertId,
        /// What it is afterwards.
        alert: AlertTerms,
    },
    /// Deletes a mail about the spend of a month.
    DeleteSpendAlert {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// Which one.
        id: SpendAlertId,
    },
}

impl Act {
    /// The request.
    pub fn call(&self) -> Call<Value> {
        match self {
            Self::Invite { email, role, projects } => {
                invites::create(&NewInvite { email: email.clone(), role: role.clone(), projects: projects.clone() })
                    .untyped()
            }
            Self::CancelInvite { invite } => invites::delete(invite).untyped(),
            Self::SetRole { user, role } => {
                users::modify(user, &UserChange { role: Some(role.clone()), ..UserChange::default() }).untyped()
            }
            Self::Remove { user } => users::delete(user).untyped(),
            Self::AddToProject { project, user, role } => project_users::create(project, user, role).untyped(),
            Self::SetProjectRole { project, user, role } => project_users::modify(project, user, role).untyped(),
            Self::RemoveFromProject { project, user } => project_users::delete(project, user).untyped(),
            Self::AddToGroup { group, user } => group_users::create(group, user).untyped(),
            Self::RemoveFromGroup { group, user } => group_users::delete(group, user).untyped(),
            Self::AssignRole { project, holder, role } => {
                role_assignments::create(scope(project.as_ref()), holder.named(), role).untyped()
            }
            Self::UnassignRole { project, holder, role } => {
                role_assignments::delete(scope(project.as_ref()), holder.named(), role).untyped()
            }
            Self::DeleteKey { project, key, .. } => project_api_keys::delete(project, key).untyped(),
            Self::DeleteAdminKey { key, .. } => admin_api_keys::delete(key).untyped(),
            Self::FreezeKey { project, key, scopes, expires_in_seconds, .. } => {
                // No scopes are left out rather than sent: the API would take them for all.
                let scopes = KeyScopes::only(scopes).ok();
                let change = KeyChange { expires_in_seconds: *expires_in_seconds, scopes };
                project_api_keys::modify(project, key, &change).untyped()
            }
            Self::DeleteServiceAccount { project, account } => service_accounts::delete(project, account).untyped(),
            Self::ArchiveProject { project } => projects::archive(project).untyped(),
            Self::SetSpendLimit { project, cents } => spend_limits::set(scope(project.as_ref()), *cents).untyped(),
            Self::DeleteSpendLimit { project } => spend_limits::delete(scope(project.as_ref())).untyped(),
            Self::CreateSpendAlert { project, alert } => {
                spend_alerts::create(scope(project.as_ref()), &alert.settings()).untyped()
            }
            Self::ReplaceSpendAlert { project, id, alert } => {
                spend_alerts::replace(scope(project.as_ref()), id, &alert.settings()).untyped()
            }
            Self::DeleteSpendAlert { project, id } => spend_alerts::delete(scope(project.as_ref()), id).untyped(),
        }
    }

    /// What takes something away that this act gave, or gives back what it took; `None` where nothing does.
    pub fn undo(&self) -> Option<&'static str> {
        match self {
            Self::Invite { .. } => Some("cancel the invitation; the mail cannot be called back"),
            Self::CancelInvite { .. } => Some("invite again"),
            Self::SetRole { .. } | Self::SetProjectRole { .. } => Some("set the role back"),
            Self::AddToProject { .. } | Self::AddToGroup { .. } => Some("remove again"),
            Self::RemoveFromProject { .. } => Some("add again; keys are gone"),
            Self::RemoveFromGroup { .. } => Some("add again"),
            Self::AssignRole { .. } => Some("take the role away again"),
            Self::UnassignRole { .. } => Some("give the role again"),
            Self::FreezeKey { expires_in_seconds: None, .. } => {
                Some("give the key its scopes back; the API does not tell which they were")
            }
            Self::FreezeKey { .. } => Some(
                "give the key its scopes back and move its end, as long as it has not come; the API does not tell which \
                 scopes they were, and takes no end away",
            ),
            Self::SetSpendLimit { .. } => Some("set the limit back, or take it away"),
            Self::DeleteSpendLimit { .. } => Some("set the limit again"),
            Self::CreateSpendAlert { .. } => Some("delete the alert"),
            Self::ReplaceSpendAlert { .. } => Some("change the alert back"),
            Self::DeleteSpendAlert { .. } => Some("create the alert again; it gets another id"),
            Self::Remove { .. }
            | Self::DeleteKey { .. }
            | Self::DeleteAdminKey { .. }
            | Self::DeleteServiceAccount { .. }
            | Self::ArchiveProject { .. } => None,
        }
    }
}

pub(crate) fn scope(project: Option<&ProjectId>) -> Scope<'_> {
    project.map_or(Scope::Organization, Scope::Project)
}
