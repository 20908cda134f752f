use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{GroupId, InviteId, KeyId, OrganizationRole, ProjectId, ProjectRole, UserId};

/// What must still be true of the organization when a plan is applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// Somebody is a member, with this address and role.
    Member {
        /// The member.
        user: UserId,
        /// The address; null: none.
        email: Option<String>,
        /// The role; null: the API told none.
        role: Option<OrganizationRole>,
    },
    /// Nobody with this address is a member.
    NotMember {
        /// The address.
        email: String,
    },
    /// An invitation has not been accepted or cancelled.
    Invited {
        /// The invitation.
        invite: InviteId,
    },
    /// No other invitation than perhaps this one stands in the way of a new one for this address.
    NotInvited {
        /// The address.
        email: String,
        /// An invitation that the plan itself cancels before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        besides: Option<InviteId>,
    },
    /// Somebody is in a project, with this role.
    InProject {
        /// The project.
        project: ProjectId,
        /// The member.
        user: UserId,
        /// The role; null: the API told none.
        role: Option<ProjectRole>,
    },
    /// Somebody is not in a project.
    NotInProject {
        /// The project.
        project: ProjectId,
        /// The member.
        user: UserId,
    },
    /// Somebody is in a group, or is not.
    GroupMembership {
        /// The group.
        group: GroupId,
        /// The member.
        user: UserId,
        /// Whether they are in it.
        present: bool,
    },
    /// A key exists.
    Key {
        /// The project.
        project: ProjectId,
        /// The key.
        key: KeyId,
    },
    /// A project is not archived.
    Active {
        /// The project.
        project: ProjectId,
    },
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member { user, email, role } => {
                let name = email.as_deref().unwrap_or(user.as_str());
                match role {
                    Some(role) => write!(f, "{name} is a member ({user}) with the role {role}"),
                    None => write!(f, "{name} is a member ({user})"),
                }
            }
            Self::NotMember { email } => write!(f, "{email} is not a member"),
            Self::Invited { invite } => write!(f, "the invitation {invite} is open"),
            Self::NotInvited { email, .. } => write!(f, "{email} has no other open invitation"),
            Self::InProject { project, user, role: Some(role) } => {
                write!(f, "{user} is {role} of the project {project}")
            }
            Self::InProject { project, user, role: None } => write!(f, "{user} is in the project {project}"),
            Self::NotInProject { project, user } => write!(f, "{user} is not in the project {project}"),
            Self::GroupMembership { group, user, present: true } => write!(f, "{user} is in the group {group}"),
            Self::GroupMembership { group, user, present: false } => write!(f, "{user} is not in the group {group}"),
            Self::Key { project, key } => write!(f, "the key {key} exists in the project {project}"),
            Self::Active { project } => write!(f, "the project {project} is not archived"),
        }
    }
}
