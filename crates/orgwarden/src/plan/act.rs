//! What a step does, as data. The request, what proves it and what it takes all follow from it, so that a saved plan
//! cannot say one thing and send another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::invites::{self, NewInvite, ProjectGrant};
use crate::api::model::{Cents, GroupId, InviteId, KeyId, OrganizationRole, ProjectId, ProjectRole, UserId};
use crate::api::users::UserChange;
use crate::api::{Call, Scope, group_users, project_api_keys, project_users, projects, spend_limits, users};

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
    /// Deletes a key of a project.
    DeleteKey {
        /// The project.
        project: ProjectId,
        /// The key.
        key: KeyId,
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
            Self::DeleteKey { project, key } => project_api_keys::delete(project, key).untyped(),
            Self::ArchiveProject { project } => projects::archive(project).untyped(),
            Self::SetSpendLimit { project, cents } => spend_limits::set(scope(project.as_ref()), *cents).untyped(),
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
            Self::SetSpendLimit { .. } => Some("set the limit back"),
            Self::Remove { .. } | Self::DeleteKey { .. } | Self::ArchiveProject { .. } => None,
        }
    }

    /// Whether it takes a member or a project away from the organization: what the limits on removals count.
    pub fn is_removal(&self) -> bool {
        matches!(self, Self::Remove { .. } | Self::ArchiveProject { .. })
    }

    /// The member whose place in the organization it ends or lowers.
    pub fn lowers(&self) -> Option<&UserId> {
        match self {
            Self::Remove { user } => Some(user),
            Self::SetRole { user, role } if *role != OrganizationRole::Owner => Some(user),
            _ => None,
        }
    }

    /// The member that it makes an owner of the organization.
    pub fn promotes(&self) -> Option<&UserId> {
        match self {
            Self::SetRole { user, role: OrganizationRole::Owner } => Some(user),
            _ => None,
        }
    }
}

pub(crate) fn scope(project: Option<&ProjectId>) -> Scope<'_> {
    project.map_or(Scope::Organization, Scope::Project)
}
