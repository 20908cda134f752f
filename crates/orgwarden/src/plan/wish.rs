//! What people want, one thing for one person or one place: what files and commands come down to before they are planned.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{Cents, Money, OrganizationRole, ProjectRole};
use crate::roster::Who;

/// One thing that is wished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// For whom: e-mail address, name or id. For keys: whose they are, if that is to be said. Empty for what is about no
    /// person.
    #[serde(default)]
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
        /// Whoever is in it already keeps the role that they have there.
        #[serde(default)]
        keep_role: bool,
    },
    /// To be in a group, or not to be in it.
    Group {
        /// The group: name or id.
        group: String,
        /// Whether to be in it.
        present: bool,
    },
    /// To have a role beside the built-in one, or not to have it: a person, or a group and so everybody in it.
    Assign {
        /// The role: name or id.
        role: String,
        /// The project that it is a role in: name or id; absent: the organization.
        #[serde(default)]
        project: Option<String>,
        /// The group that is to have it: name or id; absent: the person.
        #[serde(default)]
        group: Option<String>,
        /// Whether to have it.
        present: bool,
    },
    /// To be removed from the organization.
    Remove,
    /// A key to be deleted.
    DeleteKey {
        /// The key: name, id or the visible part of the secret; an admin key, if no key of a project is called so. Absent:
        /// all keys of the person in projects.
        #[serde(default)]
        key: Option<String>,
        /// The project that it is in: name or id; absent: any, or none.
        #[serde(default)]
        project: Option<String>,
    },
    /// A key to be limited: to reading, unless other scopes are named.
    FreezeKey {
        /// The key: name, id or the visible part of the secret; absent: all keys of the person.
        #[serde(default)]
        key: Option<String>,
        /// The project that it is in: name or id; absent: any.
        #[serde(default)]
        project: Option<String>,
        /// All that it may do from then on; absent: only read. An empty list is held back: the API takes it for everything.
        #[serde(default)]
        scopes: Option<Vec<String>>,
        /// How long it lives at most from then on, in seconds; absent: as long as before. An end cannot be taken away again.
        #[serde(default)]
        expires_in_seconds: Option<u32>,
    },
    /// A service account to be deleted, and its keys with it.
    DeleteServiceAccount {
        /// The service account: name or id.
        account: String,
        /// Its project: name or id.
        project: String,
    },
    /// A hard limit on the spend of a month, or none.
    SpendLimit {
        /// The project: name or id; absent: the organization.
        #[serde(default)]
        project: Option<String>,
        /// The limit in US cents; absent: no limit.
        #[serde(default)]
        cents: Option<Cents>,
    },
    /// A mail when the spend of a month passes an amount. One that is there is changed to what is said.
    Alert {
        /// The project: name or id; absent: the organization.
        #[serde(default)]
        project: Option<String>,
        /// The id of an alert that is to be changed; absent: the one at this amount, or a new one.
        #[serde(default)]
        alert: Option<String>,
        /// The amount in US cents; absent: as it is.
        #[serde(default)]
        cents: Option<Cents>,
        /// Who gets the mail; absent: as it is.
        #[serde(default)]
        recipients: Option<Vec<String>>,
        /// What the subject of the mail starts with; absent: as it is; empty: nothing.
        #[serde(default)]
        subject_prefix: Option<String>,
    },
    /// No such mail any more.
    NoAlert {
        /// The project: name or id; absent: the organization.
        #[serde(default)]
        project: Option<String>,
        /// The alert's id; absent: all at this amount.
        #[serde(default)]
        alert: Option<String>,
        /// The amount in US cents.
        #[serde(default)]
        cents: Option<Cents>,
    },
}

impl Want {
    /// Whether it is about no person at all.
    pub fn is_impersonal(&self) -> bool {
        matches!(
            self,
            Self::DeleteServiceAccount { .. }
                | Self::SpendLimit { .. }
                | Self::Alert { .. }
                | Self::NoAlert { .. }
                | Self::Assign { group: Some(_), .. }
        )
    }

    /// Whether it is about keys, whose owner need not be named.
    pub fn is_about_keys(&self) -> bool {
        matches!(self, Self::DeleteKey { .. } | Self::FreezeKey { .. })
    }
}

impl Wish {
    /// What to call what it is about.
    pub fn label(&self) -> &str {
        let thing = match &self.want {
            Want::DeleteKey { key: Some(name), .. }
            | Want::FreezeKey { key: Some(name), .. }
            | Want::DeleteServiceAccount { account: name, .. }
            | Want::Assign { group: Some(name), .. } => Some(name),
            Want::SpendLimit { project, .. } | Want::Alert { project, .. } | Want::NoAlert { project, .. } => {
                return project.as_deref().unwrap_or("the organization");
            }
            _ => None,
        };
        thing.map_or_else(|| self.who.as_str(), String::as_str)
    }
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
            Self::Project { project, role: Some(_), keep_role: true } => write!(f, "be in {project}"),
            Self::Project { project, role: Some(role), .. } => write!(f, "make {role} of {project}"),
            Self::Project { project, role: None, .. } => write!(f, "remove from {project}"),
            Self::Group { group, present: true } => write!(f, "add to the group {group}"),
            Self::Group { group, present: false } => write!(f, "remove from the group {group}"),
            Self::Assign { role, project, group, present } => {
                write!(f, "{} the role {role}", if *present { "give" } else { "take" })?;
                if let Some(group) = group {
                    write!(f, " {} the group {group}", if *present { "to" } else { "from" })?;
                }
                project.as_ref().map_or(Ok(()), |project| write!(f, " in {project}"))
            }
            Self::Remove => f.write_str("remove from the organization"),
            Self::DeleteKey { key, .. } => write!(f, "delete {}", keys(key.as_deref())),
            Self::FreezeKey { key, .. } => write!(f, "limit {}", keys(key.as_deref())),
            Self::DeleteServiceAccount { account, .. } => write!(f, "delete the service account {account}"),
            Self::SpendLimit { cents: Some(cents), .. } => write!(f, "a spend limit of {}", Money::from(*cents)),
            Self::SpendLimit { cents: None, .. } => f.write_str("no spend limit"),
            Self::Alert { cents, .. } => write!(f, "an alert{}", at(*cents)),
            Self::NoAlert { alert: Some(alert), .. } => write!(f, "no alert {alert}"),
            Self::NoAlert { cents, .. } => write!(f, "no alert{}", at(*cents)),
        }
    }
}

fn at(cents: Option<Cents>) -> String {
    cents.map_or_else(String::new, |cents| format!(" at {cents}"))
}

fn keys(name: Option<&str>) -> String {
    name.map_or_else(|| "all keys".to_owned(), |name| format!("the key {name}"))
}
