//! `/organization/admin_api_keys`.

use orgwarden_api::model::AdminApiKey;
use serde_json::{Value, json};

use super::{Request, Route, USUAL, key_terms, users};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::roles;
use crate::routes::Known::Specified;
use crate::store::keys::{self, NewKey};
use crate::store::{Order, admin_keys};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/admin_api_keys", list)
        .note(Specified, "oldest first unless asked otherwise; at most 100, which is assumed"),
    Route::create("/organization/admin_api_keys", create).note(
        Specified,
        "for owners of the organization; belongs to the owner of the key that makes it and has its scopes, which is \
             assumed; lives for at most a year",
    ),
    Route::get("/organization/admin_api_keys/{key_id}", retrieve).note(Specified, "without the secret"),
    Route::delete("/organization/admin_api_keys/{key_id}", delete).note(Specified, "it stops working at once"),
];

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let place = |id: &str| admin_keys::place(context.store, id, request.verdict.mixed);
    let window = request.window(&USUAL, Order::OldestFirst, place)?;
    Answer::page(admin_keys::list(context.store, request.verdict.mixed, &window)?, window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let body = request.body(&["name", "expires_in_seconds"])?;
    body.refuse_null(&["expires_in_seconds"])?;
    let name = body.required_text("name")?;
    let expires_at = key_terms::expiry(&body, context.now)?;
    // The new key belongs to whoever owns the key that makes it, and may do no more than that key.
    let (maker, owner) = maker(context).ok_or_else(ApiError::internal)?;
    if !roles::governs(context.store, &users::find(context, &owner)?)? {
        request.refuse(ApiError::new(403, "Only owners of the organization can create admin API keys."))?;
    }
    let scopes = keys::scopes(context.store, &maker)?;
    let (id, secret) = (context.mint.id("key_"), context.mint.secret("sk-admin-"));
    keys::insert(
        context.store,
        &NewKey {
            id: &id,
            secret: &secret,
            project: None,
            owner_kind: "user",
            owner_id: &owner,
            name,
            scopes: scopes.as_deref(),
            created_at: context.now,
            last_used_at: None,
            expires_at,
        },
    )?;
    let scopes: Value = scopes.map_or_else(|| Ok(json!([])), |list| serde_json::from_str(&list))?;
    context.record("api_key.created", json!({"id": id, "data": {"scopes": scopes}}))?;
    // The secret is shown this once.
    let mut created = serde_json::to_value(find(context, &id)?)?;
    created["value"] = secret.into();
    Answer::of(&created)
}

/// The id of the key that makes a request, and of its owner.
fn maker(context: &Context<'_>) -> Option<(String, String)> {
    let actor = context.actor.as_ref()?;
    let key = actor.api_key.as_ref()?.id.as_ref()?;
    Some((key.to_string(), actor.principal()?.id.as_str().to_owned()))
}

fn find(context: &Context<'_>, id: &str) -> Result<AdminApiKey, ApiError> {
    admin_keys::find(context.store, id)?.ok_or_else(|| ApiError::none_such("admin API key", id))
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&find(context, request.parameter(0))?)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    find(context, id)?;
    keys::delete(context.store, id)?;
    context.record("api_key.deleted", json!({"id": id}))?;
    Answer::deleted("organization.admin_api_key.deleted", id)
}
