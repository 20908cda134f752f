//! What people want, one thing for one person: what files and commands come down to before they are planned.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{OrganizationRole, ProjectRole};
use crate::roster::Who;

/// One thing that is wished for one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// For whom: e-mail address, name or id.
    pub who: Who,
    /// What.
    pub want: Want,
    /// Why, if it is said.
    #[serde(default)]
    pub reason: Option<String>,
    /// Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
    #[serde(default)]
    pub place: Option<String>,
}

/// What can be wished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "action", rename_all = "snake_case", deny_unknown_fields)]
pub enum Want {
    /// To be invited, unless they are a member already.
    Invite {
        /// The role in the organization.
        role: OrganizationRole,
        /// The projects, by name or id, each with the role in it. Absent: the API grants the default project.
        #[serde(default)]
        projects: Option<Vec<(String, ProjectRole)>>,
    },
    /// To be invited again: the old invitation is cancelled and made anew.
    Resend,
    /// The invitation to be cancelled.
    Cancel,
    /// To have this role in the organization.
    Role {
        /// The role.
        role: OrganizationRole,
    },
    /// To be in a project with this role, or not to be in it.
    Project {
        /// The project: name or id.
        project: String,
        /// The role; absent: not to be in it.
        #[serde(default)]
        role: Option<ProjectRole>,
    },
    /// To be in a group, or not to be in it.
    Group {
        /// The group: name or id.
        group: String,
        /// Whether to be in it.
        present: bool,
    },
    /// To be removed from the organization.
    Remove,
}

impl fmt::Display for Want {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invite { role, projects: None } => write!(f, "invite as {role}"),
            Self::Invite { role, projects: Some(projects) } => {
                let names: Vec<String> = projects.iter().map(|(name, role)| format!("{name} ({role})")).collect();
                let names = if names.is_empty() { "no project".to_owned() } else { names.join(", ") };
                write!(f, "invite as {role} to {names}")
            }
            Self::Resend => f.write_str("invite again"),
            Self::Cancel => f.write_str("cancel the invitation"),
            Self::Role { role } => write!(f, "make {role}"),
            Self::Project { project, role: Some(role) } => write!(f, "make {role} of {project}"),
            Self::Project { project, role: None } => write!(f, "remove from {project}"),
            Self::Group { group, present: true } => write!(f, "add to the group {group}"),
            Self::Group { group, present: false } => write!(f, "remove from the group {group}"),
            Self::Remove => f.write_str("remove from the organization"),
        }
    }
}
