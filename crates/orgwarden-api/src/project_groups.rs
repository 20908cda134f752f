//! Groups in a project: `/organization/projects/{project_id}/groups`.
//!
//! Their roles are not in the answers: ask [`crate::role_assignments`].

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, GroupId, GroupType, List, ProjectGroup, ProjectId, RoleId};
use crate::order::Order;

const LIST: Endpoint = Endpoint::list("/organization/projects/{project_id}/groups", Paging::Next);
// Adding twice is refused, so it never happens twice; but it must be read back to know which it was.
const CREATE: Endpoint = Endpoint::create("/organization/projects/{project_id}/groups");
const RETRIEVE: Endpoint = Endpoint::read("/organization/projects/{project_id}/groups/{group_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/projects/{project_id}/groups/{group_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, DELETE];

/// Lists the groups in a project, 100 a page, the oldest first.
pub fn list(project: &ProjectId) -> Call<List<ProjectGroup>> {
    LIST.call(&[project.as_str()]).query("limit", 100)
}

/// Lists the groups in a project in an order.
pub fn list_in(project: &ProjectId, order: Order) -> Call<List<ProjectGroup>> {
    list(project).query("order", order)
}

/// Adds a group to a project with a role of that project. One that is in it already is refused with words that contain
/// "already exists in project".
pub fn create(project: &ProjectId, group: &GroupId, role: &RoleId) -> Call<ProjectGroup> {
    #[derive(Serialize)]
    struct Body<'a> {
        group_id: &'a GroupId,
        role: &'a RoleId,
    }
    CREATE.call(&[project.as_str()]).json(&Body { group_id: group, role })
}

/// Reads one group in a project. The API takes the group for one of the organization unless a type is named.
pub fn retrieve(project: &ProjectId, group: &GroupId, group_type: Option<&GroupType>) -> Call<ProjectGroup> {
    RETRIEVE.call(&[project.as_str(), group.as_str()]).query_if("group_type", group_type)
}

/// Removes a group from a project, with the roles that it has there.
pub fn delete(project: &ProjectId, group: &GroupId) -> Call<Deleted> {
    DELETE.call(&[project.as_str(), group.as_str()])
}
