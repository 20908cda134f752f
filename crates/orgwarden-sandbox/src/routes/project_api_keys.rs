//! `/organization/projects/{project_id}/api_keys`.

use orgwarden_api::model::{OwnerKind, ProjectApiKey};
use serde_json::json;

use super::{Known, Request, Route, projects};
use crate::answer::Answer;
use crate::body::one_of;
use crate::error::ApiError;
use crate::store::keys;
use crate::store::project_keys::{self, Visible};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/api_keys", list).note(
        Known::Specified,
        "without `owner_project_access`, keys of owners who were not added to the project are hidden (which \
             ones is assumed)",
    ),
    Route::get("/organization/projects/{project_id}/api_keys/{api_key_id}", retrieve)
        .note(Known::Specified, "redacted"),
    Route::delete("/organization/projects/{project_id}/api_keys/{api_key_id}", delete)
        .note(Known::Specified, "the key of a service account is refused (400)"),
];

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let project = project.id.as_str();
    let limit = request.query.limit()?;
    let visible = match request.query.one("owner_project_access") {
        None => Visible::Direct,
        Some(access) => match one_of("owner_project_access", access, &["active", "inactive", "any"])? {
            "active" => Visible::Active,
            "inactive" => Visible::Inactive,
            _ => Visible::Any,
        },
    };
    let after = request.after(|id| project_keys::place(context.store, project, id))?;
    Answer::page(project_keys::list(context.store, project, visible, &after, limit + 1)?, limit)
}

fn find(context: &Context<'_>, request: &Request<'_>) -> Result<ProjectApiKey, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let id = request.parameter(1);
    project_keys::find(context.store, project.id.as_str(), id)?.ok_or_else(|| ApiError::none_such("API key", id))
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&find(context, request)?)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let key = find(context, request)?;
    if key.owner.is_some_and(|owner| owner.kind == Some(OwnerKind::ServiceAccount)) {
        return Err(ApiError::bad_request(
            "API keys cannot be deleted for service accounts, please delete the service account",
        ));
    }
    keys::delete(context.store, key.id.as_str())?;
    context.record("api_key.deleted", json!({"id": key.id}))?;
    Answer::deleted("organization.project.api_key.deleted", key.id.as_str())
}
