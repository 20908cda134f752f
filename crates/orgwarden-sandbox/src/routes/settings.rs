//! Settings: things of which the organization or a project has one of each kind.
//!
//! No event of the audit log is made for them. They show as an update of the project or of the organization, with the
//! request as its payload.

use orgwarden_api::model::Project;
use serde_json::{Value, json};

use super::{Request, projects};
use crate::error::ApiError;
use crate::store::documents;
use crate::world::Context;

/// Whose setting a path means: the project's that it names, or the organization's.
pub(super) fn owner(context: &Context<'_>, request: &Request<'_>) -> Result<Option<Project>, ApiError> {
    request.named("project_id").map(|id| projects::find(context, id)).transpose()
}

/// Whose setting a path changes: nothing of an archived project changes.
pub(super) fn owner_to_change(context: &Context<'_>, request: &Request<'_>) -> Result<Option<Project>, ApiError> {
    request.named("project_id").map(|id| projects::find_open(context, id)).transpose()
}

/// What stands for the owner in the store.
pub(super) fn parent(owner: Option<&Project>) -> &str {
    owner.map_or("", |project| project.id.as_str())
}

/// A setting, if it was ever made.
pub(super) fn read(context: &Context<'_>, owner: Option<&Project>, kind: &str) -> Result<Option<Value>, ApiError> {
    Ok(documents::find(context.store, kind, parent(owner), kind)?)
}

/// Makes a setting, unless it is so already; `request` is what the audit log says of it.
pub(super) fn write(
    context: &mut Context<'_>,
    owner: Option<&Project>,
    kind: &str,
    setting: &Value,
    request: &Value,
) -> Result<(), ApiError> {
    if read(context, owner, kind)?.as_ref() == Some(setting) {
        return Ok(());
    }
    documents::put(context.store, kind, parent(owner), kind, context.now, setting)?;
    record(context, owner, request)
}

/// Forgets a setting; answers whether it was made.
pub(super) fn forget(
    context: &mut Context<'_>,
    owner: Option<&Project>,
    kind: &str,
    request: &Value,
) -> Result<bool, ApiError> {
    let was_made = documents::delete(context.store, kind, parent(owner), kind)?;
    if was_made {
        record(context, owner, request)?;
    }
    Ok(was_made)
}

/// Notes a change for which the audit log has no event of its own.
pub(super) fn record(context: &mut Context<'_>, owner: Option<&Project>, request: &Value) -> Result<(), ApiError> {
    let (kind, id) = match owner {
        Some(project) => ("project.updated", project.id.as_str().to_owned()),
        None => ("organization.updated", context.home.organization.clone()),
    };
    Ok(context.record(kind, json!({"id": id, "changes_requested": request}))?)
}
