//! `/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules`: which workloads act as which
//! service account. The audit log calls them mappings.

use orgwarden_api::model::Timestamp;
use serde_json::{Map, Value, json};

use super::workload_identity_providers::{self as providers, members};
use super::{Request, Route, USUAL, projects};
use crate::answer::Answer;
use crate::body::{Body, type_name};
use crate::error::ApiError;
use crate::routes::Known::Specified;
use crate::store::{Order, documents, service_accounts};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules", list).note(
        Specified,
        "by the newest official clients; filter `service_account_id`; newest first unless asked otherwise (assumed)",
    ),
    Route::create("/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules", create)
        .note(Specified, "by the newest official clients; the service account must be in the project (404, assumed)"),
    Route::get(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
        retrieve,
    )
    .note(Specified, "by the newest official clients"),
    Route::post(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
        modify,
    )
    .note(Specified, "by the newest official clients; what is left out stays, a null `name` or `description` goes"),
    Route::delete(
        "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
        delete,
    )
    .note(Specified, "by the newest official clients; ends with its service account, too (assumed)"),
];

pub(crate) const KIND: &str = "workload_identity_federation_rule";

const CHANGEABLE: [&str; 5] = ["attribute_matchers", "permissions", "name", "description", "enabled"];

/// A rule as it is kept and answered.
pub(crate) fn document(id: &str, provider: &str, project: &str, account: &str, now: Timestamp) -> Value {
    json!({
        "object": "organization.workload_identity_federation_rule",
        "id": id,
        "workload_identity_provider_id": provider,
        "project_id": project,
        "service_account_id": account,
        "attribute_matchers": {},
        "permissions": {"type": "service_account_default"},
        "name": null,
        "description": null,
        "enabled": true,
        "created_at": now,
        "updated_at": now,
    })
}

fn find(context: &Context<'_>, request: &Request<'_>) -> Result<Value, ApiError> {
    let (provider, id) = (request.parameter(0), request.parameter(1));
    providers::find(context, provider)?;
    documents::find(context.store, KIND, provider, id)?.ok_or_else(|| ApiError::none_such("federation rule", id))
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let provider = request.parameter(0);
    providers::find(context, provider)?;
    let account = request.query.one("service_account_id").filter(|id| !id.is_empty());
    let place = |id: &str| documents::place(context.store, KIND, provider, id);
    let window = request.window(&USUAL, Order::NewestFirst, place)?;
    let filter = account.map(|id| ("$.service_account_id", id));
    Answer::page(documents::list_where(context.store, KIND, provider, filter, &window)?, window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let provider = request.parameter(0);
    providers::find(context, provider)?;
    let body = request.body(&[CHANGEABLE.as_slice(), &["project_id", "service_account_id"]].concat())?;
    let project = projects::find_open(context, body.required_text("project_id")?)?;
    let (project, account) = (project.id.as_str(), body.required_text("service_account_id")?);
    if service_accounts::find(context.store, project, account)?.is_none() {
        request.refuse(ApiError::none_such("service account", account).param("service_account_id"))?;
    }
    let id = context.mint.id("wifr_");
    let mut rule = document(&id, provider, project, account, context.now);
    rule["attribute_matchers"] = matchers(&body)?.into();
    apply(&body, &mut rule)?;
    documents::put(context.store, KIND, provider, &id, context.now, &rule)?;
    let details = json!({"id": id, "identity_provider_id": provider, "data": rule});
    context.record("workload_identity_provider_mapping.created", details)?;
    Answer::of(&rule)
}

/// What a token must have: at least one attribute, each a text, a number or a boolean.
fn matchers(body: &Body) -> Result<Map<String, Value>, ApiError> {
    let name = body.name("attribute_matchers");
    let matchers = members(body, "attribute_matchers")?;
    if matchers.is_empty() {
        return Err(ApiError::bad_request(format!("Invalid '{name}': it must not be empty.")).param(&name));
    }
    match matchers.iter().find(|(_, value)| !(value.is_string() || value.is_number() || value.is_boolean())) {
        Some((key, value)) => {
            Err(ApiError::wrong_type(&format!("{name}.{key}"), "a string, a number or a boolean", type_name(value)))
        }
        None => Ok(matchers),
    }
}

/// Takes over what a body says.
fn apply(body: &Body, rule: &mut Value) -> Result<(), ApiError> {
    body.refuse_null(&["attribute_matchers", "permissions", "enabled"])?;
    if body.has("attribute_matchers") {
        rule["attribute_matchers"] = matchers(body)?.into();
    }
    if let Some(permissions) = body.object("permissions")? {
        rule["permissions"] = match permissions.required_choice("type", &["service_account_default", "restricted"])? {
            "restricted" => json!({"type": "restricted", "scopes": permissions.required_texts("scopes")?}),
            _ => json!({"type": "service_account_default"}),
        };
    }
    for member in ["name", "description"] {
        if body.is_null(member) {
            rule[member] = Value::Null;
        } else if let Some(text) = body.text(member)? {
            rule[member] = text.into();
        }
    }
    if let Some(enabled) = body.flag("enabled")? {
        rule["enabled"] = enabled.into();
    }
    Ok(())
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&find(context, request)?)
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let before = find(context, request)?;
    let (provider, id) = (request.parameter(0), request.parameter(1));
    let body = request.body(&CHANGEABLE)?;
    let mut rule = before.clone();
    apply(&body, &mut rule)?;
    if rule != before {
        rule["updated_at"] = json!(context.now);
        documents::put(context.store, KIND, provider, id, context.now, &rule)?;
        let there = CHANGEABLE.iter().filter_map(|member| Some(((*member).to_owned(), body.value(member)?.clone())));
        let asked: Map<String, Value> = there.collect();
        let details = json!({"id": id, "identity_provider_id": provider, "changes_requested": asked});
        context.record("workload_identity_provider_mapping.updated", details)?;
    }
    Answer::of(&rule)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let rule = find(context, request)?;
    let (provider, id) = (request.parameter(0), request.parameter(1));
    documents::delete(context.store, KIND, provider, id)?;
    let details = json!({
        "id": id,
        "identity_provider_id": provider,
        "project_id": rule["project_id"],
        "service_account_id": rule["service_account_id"],
    });
    context.record("workload_identity_provider_mapping.deleted", details)?;
    Answer::deleted("organization.workload_identity_federation_rule.deleted", id)
}
