use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{plan_for, wish_for};
use crate::api::model::{OrganizationRole, ProjectRole};
use crate::operation::{Change, Effect};
use crate::plan::steps::of_every_project;
use crate::plan::{Act, Plan, Want, Wish, decide};
use crate::roster::{Index, Snapshot, Who};
use crate::words;
use crate::{Error, ErrorKind, Organization, Result};

/// Adds members of the organization to a project. Whoever is in it with another role gets the wished one, if one is named.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddToProject {
    /// The project: name or id.
    pub project: String,
    /// Whom: e-mail addresses, names or ids.
    pub who: Vec<Who>,
    /// The role in the project: `member` or `owner`. Left out: `member`, and whoever is in it already keeps the role that they
    /// have.
    pub role: Option<String>,
}

impl Change for AddToProject {
    const NAME: &'static str = "projects.add_member";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let role = self.role.as_deref().map_or(Ok(ProjectRole::Member), words::project_role)?;
        let keep_role = self.role.is_none();
        let want = Want::Project { project: self.project.clone(), role: Some(role), keep_role };
        let wishes = wish_for(&self.who, &want)?;
        plan_for(organization, &wishes).await
    }
}

/// Removes members from a project. They stay in the organization.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveFromProject {
    /// The project: name or id.
    pub project: String,
    /// Whom: e-mail addresses, names or ids.
    pub who: Vec<Who>,
}

impl Change for RemoveFromProject {
    const NAME: &'static str = "projects.remove_member";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let wishes = wishes(&self.who, &self.project, None)?;
        plan_for(organization, &wishes).await
    }
}

/// Changes the role of members in a project.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetProjectRole {
    /// The project: name or id.
    pub project: String,
    /// Whose: e-mail addresses, names or ids.
    pub who: Vec<Who>,
    /// The new role: `member` or `owner`.
    pub role: String,
}

impl Change for SetProjectRole {
    const NAME: &'static str = "projects.set_role";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let role = words::project_role(&self.role)?;
        let wishes = wishes(&self.who, &self.project, Some(&role))?;
        let snapshot = Snapshot::read(organization, &wishes).await?;
        // An owner of the organization is in the project already, and stays its owner whatever is wished.
        let members = Index::new(&snapshot.members);
        let owner = |wish: &Wish| match members.find(&wish.who).as_slice() {
            [user] if user.role == Some(OrganizationRole::Owner) && role != ProjectRole::Owner => Some(*user),
            _ => None,
        };
        let (owners, others): (Vec<Wish>, Vec<Wish>) = wishes.into_iter().partition(|wish| owner(wish).is_some());
        let mut plan = decide(&snapshot, &others, organization.now())?;
        for user in owners.iter().filter_map(owner) {
            of_every_project(user, false, &mut plan);
        }
        let outside = plan.steps.iter().find(|step| matches!(step.act, Act::AddToProject { .. }));
        if let Some(step) = outside {
            let message = format!("{} is not in the project {}", step.subject, self.project.trim());
            return Err(Error::new(ErrorKind::NotFound, message)
                .with_hint("Add the person first: `orgwarden projects add`. Nothing was changed."));
        }
        Ok(plan)
    }
}

/// What is wished: the same place for everybody.
fn wishes(who: &[Who], project: &str, role: Option<&ProjectRole>) -> Result<Vec<Wish>> {
    wish_for(who, &Want::Project { project: project.to_owned(), role: role.cloned(), keep_role: false })
}
