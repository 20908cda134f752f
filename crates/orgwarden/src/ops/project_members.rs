use std::collections::{HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{OrganizationRole, Project, ProjectId, ProjectRole, ProjectUser, User, UserId};
use crate::api::project_users;
use crate::operation::{Change, Effect};
use crate::plan::steps::{
    add_to_project, of_every_project, project_name, remove_from_project, set_project_role, subject,
};
use crate::plan::{Plan, Step};
use crate::roster::{self, SIDE_BY_SIDE, Who};
use crate::words;
use crate::{Error, Organization, Result};

/// Adds members of the organization to a project. Whoever is in it with another role gets the wished one.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddToProject {
    /// The project: name or id.
    pub project: String,
    /// Whom: e-mail addresses, names or ids.
    pub who: Vec<Who>,
    /// The role in the project: `member` (default) or `owner`.
    pub role: Option<String>,
}

impl Change for AddToProject {
    const NAME: &'static str = "projects.add_member";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let role = self.role.as_deref().map_or(Ok(ProjectRole::Member), words::project_role)?;
        let place = Place::read(organization, &self.project, &self.who).await?;
        Ok(place.plan(true, |user, present| match present {
            Some(present) if present.role.as_ref() == Some(&role) => {
                Decision::Already(format!("is {role} of the project"))
            }
            Some(_) => place.set_role(user, &role),
            None => Decision::Step(Box::new(add_to_project(user, &place.project, &role))),
        }))
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
        let place = Place::read(organization, &self.project, &self.who).await?;
        Ok(place.plan(false, |user, present| match present {
            None => Decision::Already("is not in the project".to_owned()),
            Some(present) => Decision::Step(Box::new(remove_from_project(user, &place.project, present.role.as_ref()))),
        }))
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
        let place = Place::read(organization, &self.project, &self.who).await?;
        let outside = |user: &&User| place.present(user).is_none() && user.role != Some(OrganizationRole::Owner);
        if let Some(user) = place.members.iter().find(outside) {
            return Err(Error::new(
                crate::ErrorKind::NotFound,
                format!("{} is not in the project {}", subject(user), project_name(&place.project)),
            )
            .with_hint("Add the person first: `orgwarden projects add`. Nothing was changed."));
        }
        Ok(place.plan(role == ProjectRole::Owner, |user, present| match present {
            Some(present) if present.role.as_ref() == Some(&role) => {
                Decision::Already(format!("is {role} of the project"))
            }
            _ => place.set_role(user, &role),
        }))
    }
}

enum Decision {
    Already(String),
    Step(Box<Step>),
}

/// A project, the people meant, and who of them is in it: read once, with the fewest requests.
struct Place {
    project: Project,
    members: Vec<User>,
    present: HashMap<UserId, ProjectUser>,
}

impl Place {
    async fn read(organization: &Organization, project: &str, who: &[Who]) -> Result<Self> {
        if who.is_empty() {
            return Err(Error::invalid("nobody was named"));
        }
        let (projects, members) =
            tokio::try_join!(roster::projects(organization, false), roster::members(organization, who))?;
        let project = roster::resolve_project(project, &projects)?.clone();
        let present = present(organization, &project.id, &members).await?;
        Ok(Self { project, members, present })
    }

    fn present(&self, user: &User) -> Option<&ProjectUser> {
        self.present.get(&user.id)
    }

    fn set_role(&self, user: &User, role: &ProjectRole) -> Decision {
        let before = self.present(user).and_then(|present| present.role.as_ref());
        Decision::Step(Box::new(set_project_role(user, &self.project, before, role)))
    }

    /// `owners_have_it`: whether an owner of the organization has what is wished by being one.
    fn plan(&self, owners_have_it: bool, decide: impl Fn(&User, Option<&ProjectUser>) -> Decision) -> Plan {
        let mut plan = Plan { known: self.members.clone(), ..Plan::default() };
        for user in &self.members {
            if user.role == Some(OrganizationRole::Owner) {
                of_every_project(user, owners_have_it, &mut plan);
                continue;
            }
            match decide(user, self.present(user)) {
                Decision::Already(state) => plan.already(subject(user), state),
                Decision::Step(step) => drop(plan.step(*step)),
            }
        }
        plan
    }
}

/// Who of these people is in a project. A project may have many more members than are asked about.
async fn present(
    organization: &Organization,
    project: &ProjectId,
    members: &[User],
) -> Result<HashMap<UserId, ProjectUser>> {
    let client = organization.client();
    let mut wanted: HashSet<&UserId> = members.iter().map(|user| &user.id).collect();
    let mut present = HashMap::new();
    if wanted.len() > 1 {
        // A page may hold them all; but no more pages are read than single reads would cost.
        let mut pages = client.pages(project_users::list(project));
        for _ in 0..wanted.len() {
            let Some(page) = pages.next().await? else { return Ok(present) };
            for user in page {
                if wanted.remove(&user.id) {
                    present.insert(user.id.clone(), user);
                }
            }
            if wanted.is_empty() {
                break;
            }
        }
        if !pages.has_next() {
            return Ok(present);
        }
    }
    let calls: Vec<_> = wanted.into_iter().map(|user| project_users::retrieve(project, user)).collect();
    let reads = calls.into_iter().map(|call| async move { roster::found(client.send(&call).await) });
    let singles: Vec<Option<ProjectUser>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    present.extend(singles.into_iter().flatten().map(|user| (user.id.clone(), user)));
    Ok(present)
}
