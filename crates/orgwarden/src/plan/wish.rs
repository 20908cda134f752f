//! What people want, one thing for one person: what files and commands come down to before they are planned.

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
