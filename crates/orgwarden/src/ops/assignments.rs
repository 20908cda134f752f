use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{plan_for, wish};
use crate::api::model::Role;
use crate::api::roles;
use crate::operation::{Change, Effect, Operation};
use crate::plan::{Plan, Want, scope};
use crate::roster::{self, Who};
use crate::{Error, Organization, Result};

/// Lists the roles that can be given: of the organization, or of a project.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListRoles {
    /// The project: name or id; absent: the organization.
    pub project: Option<String>,
}

/// Roles.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RoleList {
    /// As the API gives them, built-in ones too.
    pub roles: Vec<Role>,
}

impl Operation for ListRoles {
    const NAME: &'static str = "roles.list";
    const EFFECT: Effect = Effect::Reads;
    type Output = RoleList;

    async fn run(self, organization: &Organization) -> Result<RoleList> {
        let project = match &self.project {
            Some(name) => {
                let projects = roster::projects(organization, false).await?;
                Some(roster::resolve_project(name, &projects)?.id.clone())
            }
            None => None,
        };
        Ok(RoleList { roles: roster::all(organization, roles::list(scope(project.as_ref()))).await? })
    }
}

/// Gives a role to people and groups, beside the built-in role that they have.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignRole {
    /// The role: name or id.
    pub role: String,
    /// The project that it is a role in: name or id; absent: the organization.
    #[serde(default)]
    pub project: Option<String>,
    /// To whom: e-mail addresses, names or ids.
    #[serde(default)]
    pub who: Vec<Who>,
    /// To which groups, and so to everybody in them: names or ids.
    #[serde(default)]
    pub groups: Vec<String>,
}

impl Change for AssignRole {
    const NAME: &'static str = "roles.assign";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let want = |group| want(&self.role, self.project.as_ref(), group, true);
        plan(organization, &self.who, &self.groups, want).await
    }
}

/// Takes a role from people and groups that it was given to directly.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnassignRole {
    /// The role: name or id.
    pub role: String,
    /// The project that it is a role in: name or id; absent: the organization.
    #[serde(default)]
    pub project: Option<String>,
    /// From whom: e-mail addresses, names or ids.
    #[serde(default)]
    pub who: Vec<Who>,
    /// From which groups, and so from everybody in them: names or ids.
    #[serde(default)]
    pub groups: Vec<String>,
}

impl Change for UnassignRole {
    const NAME: &'static str = "roles.unassign";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let want = |group| want(&self.role, self.project.as_ref(), group, false);
        plan(organization, &self.who, &self.groups, want).await
    }
}

fn want(role: &str, project: Option<&String>, group: Option<String>, present: bool) -> Want {
    Want::Assign { role: role.to_owned(), project: project.cloned(), group, present }
}

async fn plan(
    organization: &Organization,
    who: &[Who],
    groups: &[String],
    want: impl Fn(Option<String>) -> Want,
) -> Result<Plan> {
    if who.is_empty() && groups.is_empty() {
        return Err(Error::invalid("nobody was named").with_hint("Name people or groups."));
    }
    let people = who.iter().map(|who| wish(Some(who), want(None), None));
    let groups = groups.iter().map(|group| wish(None, want(Some(group.clone())), None));
    plan_for(organization, &people.chain(groups).collect::<Vec<_>>()).await
}
