//! Members of a project: `/organization/projects/{project_id}/users`.
//!
//! Owners of the organization are owners of every project, which nothing here can change.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, List, ProjectId, ProjectRole, ProjectUser, UserId};

const LIST: Endpoint = Endpoint::list("/organization/projects/{project_id}/users", Paging::LastId);
// Adding twice is refused with 409, so it never happens twice; but it must be read back to know which it was.
const CREATE: Endpoint = Endpoint::create("/organization/projects/{project_id}/users");
const RETRIEVE: Endpoint = Endpoint::read("/organization/projects/{project_id}/users/{user_id}");
const MODIFY: Endpoint = Endpoint::update("/organization/projects/{project_id}/users/{user_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/projects/{project_id}/users/{user_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, MODIFY, DELETE];

/// Lists the members of a project, 100 a page. An archived project answers 400.
pub fn list(project: &ProjectId) -> Call<List<ProjectUser>> {
    LIST.call(&[project.as_str()]).query("limit", 100)
}

/// Adds a member of the organization to a project. Somebody who is in it already is refused with 409 and words that
/// contain "already exists in project".
pub fn create<'a>(project: &ProjectId, who: impl Into<Newcomer<'a>>, role: &ProjectRole) -> Call<ProjectUser> {
    #[derive(Serialize)]
    struct Body<'a> {
        #[serde(flatten)]
        who: Newcomer<'a>,
        role: &'a ProjectRole,
    }
    CREATE.call(&[project.as_str()]).json(&Body { who: who.into(), role })
}

/// Which member of the organization is added to a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Newcomer<'a> {
    /// By the identifier.
    #[serde(rename = "user_id")]
    User(&'a UserId),
    /// By the e-mail address.
    #[serde(rename = "email")]
    Email(&'a str),
}

impl<'a> From<&'a UserId> for Newcomer<'a> {
    fn from(user: &'a UserId) -> Self {
        Self::User(user)
    }
}

/// Reads one member of a project.
pub fn retrieve(project: &ProjectId, user: &UserId) -> Call<ProjectUser> {
    RETRIEVE.call(&[project.as_str(), user.as_str()])
}

/// Changes the role in the project.
pub fn modify(project: &ProjectId, user: &UserId, role: &ProjectRole) -> Call<ProjectUser> {
    #[derive(Serialize)]
    struct Body<'a> {
        role: &'a ProjectRole,
    }
    MODIFY.call(&[project.as_str(), user.as_str()]).json(&Body { role })
}

/// Removes somebody from a project. An owner of the organization is refused with the code `user_organization_owner`.
pub fn delete(project: &ProjectId, user: &UserId) -> Call<Deleted> {
    DELETE.call(&[project.as_str(), user.as_str()])
}
