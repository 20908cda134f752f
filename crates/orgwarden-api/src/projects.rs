//! Projects: `/organization/projects`.
//!
//! A project cannot be deleted, only archived, and an archived one never comes back.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{List, Project, ProjectId};

const LIST: Endpoint = Endpoint::list("/organization/projects", Paging::LastId);
const CREATE: Endpoint = Endpoint::create("/organization/projects");
const RETRIEVE: Endpoint = Endpoint::read("/organization/projects/{project_id}");
const MODIFY: Endpoint = Endpoint::update("/organization/projects/{project_id}");
const ARCHIVE: Endpoint = Endpoint::update("/organization/projects/{project_id}/archive");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, MODIFY, ARCHIVE];

/// Lists the projects, 100 a page; with the archived ones on request.
pub fn list(include_archived: bool) -> Call<List<Project>> {
    LIST.call(&[]).query("limit", 100).query_if("include_archived", include_archived.then_some(true))
}

/// Creates a project. Names need not be unique, so a project that may exist already must be looked for before it is
/// sent again; it may be missing from lists for up to a minute.
pub fn create(project: &NewProject) -> Call<Project> {
    CREATE.call(&[]).json(project)
}

/// A project to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewProject {
    /// Its name.
    pub name: String,
    /// Where its data is kept, such as `EU_STORAGE_PROCESSING`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub residency: Option<String>,
    /// The key of the customer that encrypts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_key_id: Option<String>,
}

/// Reads one project.
pub fn retrieve(project: &ProjectId) -> Call<Project> {
    RETRIEVE.call(&[project.as_str()])
}

/// Changes a project. The default project refuses.
pub fn modify(project: &ProjectId, change: &ProjectChange) -> Call<Project> {
    MODIFY.call(&[project.as_str()]).json(change)
}

/// What to change of a project. What is `None` stays.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProjectChange {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The key of the customer that encrypts it; `Some(None)` takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_key_id: Option<Option<String>>,
}

/// Archives a project, for good: its keys stop working and its members lose it. Archiving twice is refused with the
/// code `project_archived`; the default project refuses always.
pub fn archive(project: &ProjectId) -> Call<Project> {
    ARCHIVE.call(&[project.as_str()])
}
