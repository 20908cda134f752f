//! `/organization/spend_limit`, and the same of a project.

use orgwarden_api::model::{Cents, Project};
use serde_json::{Value, json};

use super::{Request, Route, settings};
use crate::answer::Answer;
use crate::body::Body;
use crate::error::ApiError;
use crate::routes::Known::Specified;
use crate::spend;
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/spend_limit", retrieve)
        .note(Specified, "404 where none is set; `enforcing` from the moment at which the month's costs reach it, UTC"),
    Route::post("/organization/spend_limit", set).note(
        Specified,
        "creates or replaces; at least one cent; the traffic that the sandbox makes up goes on all the same, which is assumed",
    ),
    Route::delete("/organization/spend_limit", delete).note(Specified, "404 where none is set, which is assumed"),
    Route::get("/organization/projects/{project_id}/spend_limit", retrieve)
        .note(Specified, "as for the organization, of which it is independent"),
    Route::post("/organization/projects/{project_id}/spend_limit", set)
        .note(Specified, "may be above that of the organization, which is assumed"),
    Route::delete("/organization/projects/{project_id}/spend_limit", delete)
        .note(Specified, "404 where none is set, which is assumed"),
];

/// The amount of a limit or an alert, which may come to no less than so many cents.
pub(super) fn threshold(body: &Body, least: i64) -> Result<Cents, ApiError> {
    let amount = body.required_number_within("threshold_amount", least..=i64::MAX)?;
    body.required_choice("currency", &["USD"])?;
    body.required_choice("interval", &["month"])?;
    Ok(Cents::new(amount.unsigned_abs()))
}

fn not_set(owner: Option<&Project>) -> ApiError {
    let whose = owner.map_or("this organization", |project| project.id.as_str());
    ApiError::not_found(format!("No spend limit is set for {whose}"))
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner(context, request)?;
    let parent = settings::parent(owner.as_ref());
    let limit = spend::limit(context.store, parent)?.ok_or_else(|| not_set(owner.as_ref()))?;
    let status = if spend::is_reached(context.store, parent, limit, context.now)? { "enforcing" } else { "inactive" };
    Answer::of(&json!({
        "object": if owner.is_some() { "project.spend_limit" } else { "organization.spend_limit" },
        "threshold_amount": limit,
        "currency": "USD",
        "interval": "month",
        "enforcement": {"status": status},
    }))
}

fn set(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner_to_change(context, request)?;
    let body = request.body(&["threshold_amount", "currency", "interval"])?;
    let limit = json!(threshold(&body, 1)?);
    let change = json!({"spend_limit": {"threshold_amount": limit, "currency": "USD", "interval": "month"}});
    settings::write(context, owner.as_ref(), spend::LIMIT, &limit, &change)?;
    retrieve(context, request)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner_to_change(context, request)?;
    let was_set = settings::forget(context, owner.as_ref(), spend::LIMIT, &json!({"spend_limit": Value::Null}))?;
    if !was_set {
        return Err(not_set(owner.as_ref()));
    }
    Answer::deleted_unnamed(match owner {
        Some(_) => "project.spend_limit.deleted",
        None => "organization.spend_limit.deleted",
    })
}
