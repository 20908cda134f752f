use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{Project, ProjectUser};
use crate::api::project_users;
use crate::operation::{Effect, Operation};
use crate::roster;
use crate::{Organization, Result};

/// Lists the projects.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListProjects {
    /// The archived ones too.
    pub include_archived: bool,
}

/// Projects.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProjectList {
    /// As the API gives them.
    pub projects: Vec<Project>,
}

impl Operation for ListProjects {
    const NAME: &'static str = "projects.list";
    const EFFECT: Effect = Effect::Reads;
    type Output = ProjectList;

    async fn run(self, organization: &Organization) -> Result<ProjectList> {
        Ok(ProjectList { projects: roster::projects(organization, self.include_archived).await? })
    }
}

/// Lists the members of a project.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListProjectMembers {
    /// The project: name or id.
    pub project: String,
}

/// Members of a project.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProjectMemberList {
    /// The project.
    pub project: Project,
    /// Its members. Owners of the organization are owners here whether they are listed or not.
    pub members: Vec<ProjectUser>,
}

impl Operation for ListProjectMembers {
    const NAME: &'static str = "projects.members";
    const EFFECT: Effect = Effect::Reads;
    type Output = ProjectMemberList;

    async fn run(self, organization: &Organization) -> Result<ProjectMemberList> {
        let projects = roster::projects(organization, false).await?;
        let project = roster::resolve_project(&self.project, &projects)?.clone();
        let members = roster::all(organization, project_users::list(&project.id)).await?;
        Ok(ProjectMemberList { project, members })
    }
}
