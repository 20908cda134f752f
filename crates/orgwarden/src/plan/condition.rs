use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AlertTerms, Holder};
use crate::api::model::{
    Cents, GroupId, InviteId, KeyId, Money, OrganizationRole, ProjectId, ProjectRole, RoleId, ServiceAccountId,
    SpendAlertId, UserId,
};

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
        /// Whose it is; absent: that does not matter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<UserId>,
    },
    /// An admin key exists.
    AdminKey {
        /// The key.
        key: KeyId,
        /// Whose it is; absent: that does not matter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<UserId>,
    },
    /// A role was given to somebody directly, or was not.
    RoleAssignment {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// Who has it.
        holder: Holder,
        /// The role.
        role: RoleId,
        /// Whether they have it.
        present: bool,
    },
    /// A service account exists.
    ServiceAccount {
        /// The project.
        project: ProjectId,
        /// The service account.
        account: ServiceAccountId,
    },
    /// The spend limit is this one, or there is none.
    SpendLimit {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// In US cents; null: there is none.
        cents: Option<Cents>,
    },
    /// An alert is what it was.
    SpendAlert {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// Which one.
        id: SpendAlertId,
        /// What it is.
        alert: AlertTerms,
    },
    /// No alert watches for this amount.
    NoSpendAlert {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<ProjectId>,
        /// In US cents.
        cents: Cents,
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
            Self::Key { project, key, owner: None } => write!(f, "the key {key} exists in the project {project}"),
            Self::Key { project, key, owner: Some(owner) } => {
                write!(f, "the key {key} of {owner} exists in the project {project}")
            }
            Self::AdminKey { key, owner: None } => write!(f, "the admin key {key} exists"),
            Self::AdminKey { key, owner: Some(owner) } => write!(f, "the admin key {key} of {owner} exists"),
            Self::RoleAssignment { project, holder, role, present } => {
                let has = if *present { "has" } else { "has not" };
                write!(f, "{holder} {has} the role {role} in {}", Place(project.as_ref()))
            }
            Self::ServiceAccount { project, account } => {
                write!(f, "the service account {account} exists in the project {project}")
            }
            Self::SpendLimit { project, cents: Some(cents) } => {
                write!(f, "the spend limit of {} is {}", Place(project.as_ref()), Money::from(*cents))
            }
            Self::SpendLimit { project, cents: None } => write!(f, "{} has no spend limit", Place(project.as_ref())),
            Self::SpendAlert { project, id, alert } => {
                write!(f, "the alert {id} of {} mails at {alert}", Place(project.as_ref()))
            }
            Self::NoSpendAlert { project, cents } => {
                write!(f, "{} has no alert at {} a month", Place(project.as_ref()), Money::from(*cents))
            }
            Self::Active { project } => write!(f, "the project {project} is not archived"),
        }
    }
}

/// A project or the organization, in words.
struct Place<'a>(Option<&'a ProjectId>);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(project) => write!(f, "the project {project}"),
            None => f.write_str("the organization"),
        }
    }
}
