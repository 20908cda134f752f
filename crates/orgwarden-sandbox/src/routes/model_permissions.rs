//! `/organization/projects/{project_id}/model_permissions`.

use serde_json::json;

use super::{Request, Route, settings};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::routes::Known::{Assumed, Specified};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/model_permissions", retrieve)
        .note(Assumed, "404 until they are set"),
    Route::post("/organization/projects/{project_id}/model_permissions", set)
        .note(Specified, "replaces the list; any text passes for a model"),
    Route::delete("/organization/projects/{project_id}/model_permissions", delete)
        .note(Specified, "404 when they are not set, which is assumed"),
];

const KIND: &str = "model_permissions";

fn unset() -> ApiError {
    ApiError::not_found("The project has no model permissions.")
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = settings::owner(context, request)?;
    if let Some(permissions) = settings::read(context, project.as_ref(), KIND)? {
        return Answer::of(&permissions);
    }
    request.refuse(unset())?;
    Answer::of(&json!({"object": "project.model_permissions", "mode": "deny_list", "model_ids": []}))
}

fn set(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = settings::owner_to_change(context, request)?;
    let body = request.body(&["mode", "model_ids"])?;
    let mode = body.required_choice("mode", &["allow_list", "deny_list"])?;
    let models = body.required_texts("model_ids")?;
    let permissions = json!({"object": "project.model_permissions", "mode": mode, "model_ids": models});
    let asked = json!({"model_permissions": {"mode": mode, "model_ids": models}});
    settings::write(context, project.as_ref(), KIND, &permissions, &asked)?;
    Answer::of(&permissions)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = settings::owner_to_change(context, request)?;
    if !settings::forget(context, project.as_ref(), KIND, &json!({"model_permissions": null}))? {
        request.refuse(unset())?;
    }
    Answer::deleted_unnamed("project.model_permissions.deleted")
}
