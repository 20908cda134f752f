//! `/organization/projects/{project_id}/service_accounts`.

use orgwarden_api::model::{Extra, Project, ServiceAccount, ServiceAccountApiKey, ServiceAccountRole, Timestamp};
use serde_json::{Value, json};

use super::{Request, Route, USUAL, key_terms, projects};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::routes::Known::{Assumed, Specified};
use crate::store::keys::{self, NewKey};
use crate::store::{Order, service_accounts};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/service_accounts", list)
        .note(Specified, "newest first, which is assumed; an archived project is refused, here and below"),
    Route::create("/organization/projects/{project_id}/service_accounts", create).note(
        Specified,
        "a member with a key whose secret is shown once, or neither role nor key; ids look like a person's, as observed",
    ),
    Route::get("/organization/projects/{project_id}/service_accounts/{service_account_id}", retrieve)
        .note(Specified, "404 for one of another project"),
    Route::post("/organization/projects/{project_id}/service_accounts/{service_account_id}", modify)
        .note(Specified, "a role is swapped or given, never taken away"),
    Route::delete("/organization/projects/{project_id}/service_accounts/{service_account_id}", delete)
        .note(Specified, "its keys are gone"),
    Route::create("/organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys", create_key).note(
        Assumed,
        "named `Secret Key` unless a name is given; 409 where a living key of the account has that given name",
    ),
];

/// What a key is called that was given no name.
const KEY_NAME: &str = "Secret Key";

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let project = project.id.as_str();
    let place = |id: &str| service_accounts::place(context.store, project, id);
    let window = request.window(&USUAL, Order::NewestFirst, place)?;
    Answer::page(service_accounts::list(context.store, project, &window)?, window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let body = request.body(&["name", "create_service_account_only", "expires_in_seconds"])?;
    let name = body.required_text("name")?;
    let expires_at = key_terms::expiry(&body, context.now)?;
    let bare = body.flag("create_service_account_only")?.unwrap_or_default();
    if bare && expires_at.is_some() {
        let error =
            ApiError::bad_request("'expires_in_seconds' cannot be used when 'create_service_account_only' is true.");
        request.refuse(error.param("expires_in_seconds"))?;
    }
    let role = if bare { "none" } else { "member" };
    let id = context.mint.id("user-");
    service_accounts::insert(context.store, &id, project.id.as_str(), name, role, context.now)?;
    context.record("service_account.created", json!({"id": id, "data": {"role": role}}))?;
    let key = if bare { Value::Null } else { make_key(context, &project, &id, KEY_NAME, &[], expires_at)? };
    let mut created = serde_json::to_value(find(context, &project, &id)?)?;
    created["api_key"] = key;
    Answer::of(&created)
}

/// Makes a key; the answer is the only place that shows its secret.
fn make_key(
    context: &mut Context<'_>,
    project: &Project,
    account: &str,
    name: &str,
    scopes: &[&str],
    expires_at: Option<Timestamp>,
) -> Result<Value, ApiError> {
    let (id, secret) = (context.mint.id("key_"), context.mint.secret("sk-svcacct-"));
    keys::insert(
        context.store,
        &NewKey {
            id: &id,
            secret: &secret,
            project: Some(project.id.as_str()),
            owner_kind: "service_account",
            owner_id: account,
            name,
            scopes: key_terms::stored(scopes).as_deref(),
            created_at: context.now,
            last_used_at: None,
            expires_at,
        },
    )?;
    context.record("api_key.created", json!({"id": id, "data": {"scopes": scopes}}))?;
    let record = ServiceAccountApiKey {
        id: id.into(),
        name: Some(name.into()),
        created_at: Some(context.now),
        expires_at,
        extra: Extra::default(),
    };
    let mut made = serde_json::to_value(record)?;
    made["value"] = secret.into();
    Ok(made)
}

fn find(context: &Context<'_>, project: &Project, id: &str) -> Result<ServiceAccount, ApiError> {
    let account = service_accounts::find(context.store, project.id.as_str(), id)?;
    account.ok_or_else(|| ApiError::none_such("service account", id))
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    Answer::of(&find(context, &project, request.parameter(1))?)
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let id = request.parameter(1);
    let before = find(context, &project, id)?;
    let body = request.body(&["name", "role"])?;
    body.refuse_null(&["name", "role"])?;
    let (name, role) = (body.filled_text("name")?, body.choice("role", &["member", "owner"])?);
    let name = name.filter(|name| before.name.as_deref() != Some(name));
    let role = role.filter(|role| before.role.as_ref().map(ServiceAccountRole::as_str) != Some(role));
    if name.is_some() || role.is_some() {
        service_accounts::update(context.store, id, name, role)?;
        // The event knows roles only.
        let changes = role.map_or_else(|| json!({}), |role| json!({"role": role}));
        context.record("service_account.updated", json!({"id": id, "changes_requested": changes}))?;
    }
    Answer::of(&find(context, &project, id)?)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let id = request.parameter(1);
    find(context, &project, id)?;
    service_accounts::delete(context.store, id)?;
    context.record("service_account.deleted", json!({"id": id}))?;
    Answer::deleted("organization.project.service_account.deleted", id)
}

fn create_key(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let account = request.parameter(1);
    find(context, &project, account)?;
    let body = request.body(&["name", "scopes", "expires_in_seconds"])?;
    body.refuse_null(&["name", "scopes"])?;
    let name = body.filled_text("name")?;
    let scopes = body.texts("scopes")?.unwrap_or_default();
    let expires_at = key_terms::expiry(&body, context.now)?;
    if let Some(name) = name
        && keys::is_named(context.store, account, name, context.now)?
    {
        request.refuse(ApiError::new(409, format!("The service account has an API key named '{name}' already.")))?;
    }
    Answer::of(&make_key(context, &project, account, name.unwrap_or(KEY_NAME), &scopes, expires_at)?)
}
