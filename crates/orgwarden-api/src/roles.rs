//! Roles: `/organization/roles` and `/projects/{project_id}/roles`, which is not below `/organization`.
//!
//! Every organization and every project has built-in roles, which cannot be changed, and may have roles of its own.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, List, Role, RoleId};
use crate::order::Order;
use crate::scope::{Scope, Twin};

const LIST: Twin = Twin {
    organization: Endpoint::list("/organization/roles", Paging::Next),
    project: Endpoint::list("/projects/{project_id}/roles", Paging::Next),
};
const CREATE: Twin = Twin {
    organization: Endpoint::create("/organization/roles"),
    project: Endpoint::create("/projects/{project_id}/roles"),
};
const RETRIEVE: Twin = Twin {
    organization: Endpoint::read("/organization/roles/{role_id}"),
    project: Endpoint::read("/projects/{project_id}/roles/{role_id}"),
};
const MODIFY: Twin = Twin {
    organization: Endpoint::update("/organization/roles/{role_id}"),
    project: Endpoint::update("/projects/{project_id}/roles/{role_id}"),
};
const DELETE: Twin = Twin {
    organization: Endpoint::delete("/organization/roles/{role_id}"),
    project: Endpoint::delete("/projects/{project_id}/roles/{role_id}"),
};

pub(crate) const ENDPOINTS: &[Endpoint] = &[
    LIST.organization,
    LIST.project,
    CREATE.organization,
    CREATE.project,
    RETRIEVE.organization,
    RETRIEVE.project,
    MODIFY.organization,
    MODIFY.project,
    DELETE.organization,
    DELETE.project,
];

/// Lists the roles of an organization or a project, built-in ones and its own, 1000 a page, the oldest first.
pub fn list(scope: Scope<'_>) -> Call<List<Role>> {
    LIST.call(scope, &[]).query("limit", 1000)
}

/// Lists the roles in an order.
pub fn list_in(scope: Scope<'_>, order: Order) -> Call<List<Role>> {
    list(scope).query("order", order)
}

/// Creates a role. A name that is taken in the same place is refused.
pub fn create(scope: Scope<'_>, role: &NewRole) -> Call<Role> {
    CREATE.call(scope, &[]).json(role)
}

/// A role to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewRole {
    /// Its name. Answers call it `name`.
    #[serde(rename = "role_name")]
    pub name: String,
    /// What it permits, `api.groups.read` for example; may be nothing. No endpoint lists what there is.
    pub permissions: Vec<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// Reads one role.
pub fn retrieve(scope: Scope<'_>, role: &RoleId) -> Call<Role> {
    RETRIEVE.call(scope, &[role.as_str()])
}

/// Changes a role. Built-in ones are refused.
pub fn modify(scope: Scope<'_>, role: &RoleId, change: &RoleChange) -> Call<Role> {
    MODIFY.call(scope, &[role.as_str()]).json(change)
}

/// What to change of a role. What is `None` stays.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RoleChange {
    /// Its name.
    #[serde(rename = "role_name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// All that it permits from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<String>>,
    /// What it is for; `Some(None)` takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Option<String>>,
}

/// Deletes a role, also one that is in use. Built-in ones are refused.
pub fn delete(scope: Scope<'_>, role: &RoleId) -> Call<Deleted> {
    DELETE.call(scope, &[role.as_str()])
}
