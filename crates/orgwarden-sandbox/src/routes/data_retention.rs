//! `/organization/data_retention`, and the same of a project.

use serde_json::{Value, json};

use super::{Request, Route, settings};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::routes::Known::Specified;
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/data_retention", retrieve)
        .note(Specified, "`modified_abuse_monitoring` until it is set, which is assumed"),
    Route::post("/organization/data_retention", set)
        .note(Specified, "asked for as `retention_type`, answered as `type`"),
    Route::get("/organization/projects/{project_id}/data_retention", retrieve)
        .note(Specified, "`organization_default` until it is set, which is assumed"),
    Route::post("/organization/projects/{project_id}/data_retention", set)
        .note(Specified, "knows `organization_default` and `none` too"),
];

const KIND: &str = "data_retention";

/// What a project can have; the organization, all but the first two.
const TYPES: [&str; 6] = [
    "organization_default",
    "none",
    "zero_data_retention",
    "modified_abuse_monitoring",
    "enhanced_zero_data_retention",
    "enhanced_modified_abuse_monitoring",
];

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner(context, request)?;
    let (object, unset) = match owner {
        Some(_) => ("project.data_retention", "organization_default"),
        None => ("organization.data_retention", "modified_abuse_monitoring"),
    };
    let kept = settings::read(context, owner.as_ref(), KIND)?.unwrap_or_else(|| Value::from(unset));
    Answer::of(&json!({"object": object, "type": kept}))
}

fn set(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner_to_change(context, request)?;
    let body = request.body(&["retention_type"])?;
    let possible = if owner.is_some() { &TYPES[..] } else { &TYPES[2..] };
    let retention = body.required_choice("retention_type", possible)?;
    settings::write(context, owner.as_ref(), KIND, &retention.into(), &json!({"retention_type": retention}))?;
    retrieve(context, request)
}
