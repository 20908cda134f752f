//! `/organization/projects/{project_id}/api_keys`.

use orgwarden_api::model::{OwnerKind, ProjectApiKey};
use serde_json::json;

use super::{Request, Route, key_terms, projects};
use crate::answer::Answer;
use crate::body::one_of;
use crate::error::ApiError;
use crate::routes::Known::Specified;
use crate::store::keys;
use crate::store::project_keys::{self, Visible};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/api_keys", list).or(READ).note(
        Specified,
        "without `owner_project_access`, keys of owners of the organization who were not added to the project are hidden, \
         which is assumed; newest first; `api.organization.projects.api_keys.read` opens it too (assumed)",
    ),
    Route::get("/organization/projects/{project_id}/api_keys/{api_key_id}", retrieve).or(READ)
        .note(Specified, "its scopes are not shown; `api.organization.projects.api_keys.read` opens it too (assumed)"),
    Route::post("/organization/projects/{project_id}/api_keys/{api_key_id}", modify).or(WRITE).note(
        Specified,
        "an empty list of scopes lifts every restriction; the expiry counts from the request; expired keys are refused; \
         `api.organization.projects.api_keys.write` opens it too (assumed)",
    ),
    Route::delete("/organization/projects/{project_id}/api_keys/{api_key_id}", delete).or(WRITE)
        .note(Specified, "the key of a service account is refused, which the newest official client says otherwise; \
         `api.organization.projects.api_keys.write` opens it too (assumed)"),
];

/// What opens seeing keys besides the permission that most reading takes.
const READ: &str = "api.organization.projects.api_keys.read";
/// What opens changing them.
const WRITE: &str = "api.organization.projects.api_keys.write";

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

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let key = find(context, request)?;
    let id = key.id.as_str();
    let body = request.body(&["expires_in_seconds", "scopes"])?;
    body.refuse_null(&["expires_in_seconds", "scopes"])?;
    let expires_at = key_terms::expiry(&body, context.now)?;
    let scopes = body.texts("scopes")?;
    if expires_at.is_none() && scopes.is_none() {
        return Err(ApiError::bad_request("Provide at least one of 'scopes' and 'expires_in_seconds'.")
            .code("missing_required_parameter"));
    }
    if key.expires_at.is_some_and(|expiry| context.now >= expiry) {
        request.refuse(ApiError::bad_request(format!("The API key {id} has expired and cannot be updated.")))?;
    }
    if let Some(scopes) = &scopes {
        keys::restrict(context.store, id, key_terms::stored(scopes).as_deref())?;
    }
    if let Some(expires_at) = expires_at {
        keys::expire(context.store, id, expires_at)?;
    }
    // The event knows scopes only.
    let changes = scopes.map_or_else(|| json!({}), |scopes| json!({"scopes": scopes}));
    context.record("api_key.updated", json!({"id": id, "changes_requested": changes}))?;
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
