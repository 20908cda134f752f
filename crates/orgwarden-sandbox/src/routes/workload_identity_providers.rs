//! `/organization/workload_identity_providers`: issuers of identities whose tokens stand for a key. No token is taken here.

use orgwarden_api::model::Timestamp;
use serde_json::{Map, Value, json};

use super::{Request, Route, USUAL, federation_rules};
use crate::answer::Answer;
use crate::body::{Body, type_name};
use crate::error::ApiError;
use crate::routes::Known::Specified;
use crate::store::{Order, documents};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/workload_identity_providers", list)
        .note(Specified, "by the newest official clients; newest first unless asked otherwise (assumed)"),
    Route::create("/organization/workload_identity_providers", create)
        .note(Specified, "by the newest official clients; enabled, and verified by discovery, unless told otherwise"),
    Route::get("/organization/workload_identity_providers/{workload_identity_provider_id}", retrieve)
        .note(Specified, "by the newest official clients"),
    Route::post("/organization/workload_identity_providers/{workload_identity_provider_id}", modify)
        .note(Specified, "by the newest official clients; what is left out stays, a null `description` goes"),
    Route::delete("/organization/workload_identity_providers/{workload_identity_provider_id}", delete)
        .note(Specified, "by the newest official clients; its federation rules end with it (assumed)"),
];

pub(crate) const KIND: &str = "workload_identity_provider";

const MEMBERS: [&str; 7] =
    ["name", "issuer", "audience", "description", "enabled", "attribute_transformations", "verification"];

/// A provider as it is kept and answered.
pub(crate) fn document(id: &str, name: &str, issuer: &str, audience: &str, now: Timestamp) -> Value {
    json!({
        "object": "organization.workload_identity_provider",
        "id": id,
        "type": "oidc",
        "name": name,
        "issuer": issuer,
        "audience": audience,
        "description": null,
        "enabled": true,
        "attribute_transformations": [],
        "verification": {"type": "discovery", "discovery_url": null},
        "created_at": now,
        "updated_at": now,
    })
}

pub(super) fn find(context: &Context<'_>, id: &str) -> Result<Value, ApiError> {
    documents::find(context.store, KIND, "", id)?.ok_or_else(|| ApiError::none_such("workload identity provider", id))
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let place = |id: &str| documents::place(context.store, KIND, "", id);
    let window = request.window(&USUAL, Order::NewestFirst, place)?;
    Answer::page(documents::list(context.store, KIND, "", &window)?, window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let body = request.body(&[MEMBERS.as_slice(), &["type"]].concat())?;
    body.required_choice("type", &["oidc"])?;
    let id = context.mint.id("wip_");
    let (name, issuer) = (body.required_text("name")?, body.required_text("issuer")?);
    let mut provider = document(&id, name, issuer, body.required_text("audience")?, context.now);
    apply(&body, &mut provider)?;
    documents::put(context.store, KIND, "", &id, context.now, &provider)?;
    context.record("workload_identity_provider.created", json!({"id": id, "data": asked(&body)}))?;
    Answer::of(&provider)
}

/// The members of a request that were there, for the audit log.
fn asked(body: &Body) -> Value {
    let there = MEMBERS.iter().filter_map(|member| Some(((*member).to_owned(), body.value(member)?.clone())));
    Value::Object(there.collect())
}

/// Takes over what a body says.
fn apply(body: &Body, provider: &mut Value) -> Result<(), ApiError> {
    body.refuse_null(&["name", "issuer", "audience", "enabled", "attribute_transformations", "verification"])?;
    for member in ["name", "issuer", "audience"] {
        if let Some(text) = body.filled_text(member)? {
            provider[member] = text.into();
        }
    }
    if body.is_null("description") {
        provider["description"] = Value::Null;
    } else if let Some(text) = body.text("description")? {
        provider["description"] = text.into();
    }
    if let Some(enabled) = body.flag("enabled")? {
        provider["enabled"] = enabled.into();
    }
    if let Some(transformations) = body.objects("attribute_transformations")? {
        let read = |one: &Body| {
            Ok(json!({"attribute": one.required_text("attribute")?, "expression": one.required_text("expression")?}))
        };
        provider["attribute_transformations"] =
            transformations.iter().map(read).collect::<Result<Vec<_>, ApiError>>()?.into();
    }
    if let Some(verification) = body.object("verification")? {
        provider["verification"] = match verification.required_choice("type", &["discovery", "uploaded_jwks"])? {
            "uploaded_jwks" => json!({"type": "uploaded_jwks", "jwks": members(&verification, "jwks")?}),
            _ => json!({"type": "discovery", "discovery_url": verification.text("discovery_url")?}),
        };
    }
    Ok(())
}

/// An object whose members may have any name.
pub(super) fn members(body: &Body, member: &str) -> Result<Map<String, Value>, ApiError> {
    match body.value(member) {
        Some(Value::Object(members)) => Ok(members.clone()),
        Some(other) => Err(ApiError::wrong_type(&body.name(member), "an object", type_name(other))),
        None => Err(ApiError::missing(&body.name(member))),
    }
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&find(context, request.parameter(0))?)
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let before = find(context, id)?;
    let body = request.body(&MEMBERS)?;
    let mut provider = before.clone();
    apply(&body, &mut provider)?;
    if provider != before {
        provider["updated_at"] = json!(context.now);
        documents::put(context.store, KIND, "", id, context.now, &provider)?;
        context.record("workload_identity_provider.updated", json!({"id": id, "changes_requested": asked(&body)}))?;
    }
    Answer::of(&provider)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let provider = find(context, id)?;
    documents::delete_below(context.store, federation_rules::KIND, id)?;
    documents::delete(context.store, KIND, "", id)?;
    context.record("workload_identity_provider.deleted", json!({"id": id, "name": provider["name"]}))?;
    Answer::deleted("organization.workload_identity_provider.deleted", id)
}
