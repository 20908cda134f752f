//! `/organization/users`.

use orgwarden_api::model::{OrganizationRole, User};
use serde_json::json;

use super::{Request, Route, cursor};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::store::{Place, full_users, users};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/users", list),
    Route::get("/organization/users/{user_id}", retrieve),
    Route::post("/organization/users/{user_id}", modify),
    Route::delete("/organization/users/{user_id}", delete),
];

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let limit = request.query.limit()?;
    let after = match request.query.one("after") {
        Some(id) => cursor(users::place(context.store, id)?, id)?,
        None => Place::newest(),
    };
    let emails: Vec<String> = request.query.all("emails").map(str::to_lowercase).collect();
    let page = if emails.is_empty() {
        full_users::list(context.store, &after, limit)?
    } else {
        full_users::list_by_email(context.store, &json!(emails).to_string(), &after, limit)?
    };
    Answer::joined(&page)
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    show(context, request.parameter(0))
}

fn show(context: &Context<'_>, id: &str) -> Result<Answer, ApiError> {
    full_users::find(context.store, id)?.map(Answer).ok_or_else(|| ApiError::none_such("user", id))
}

fn find(context: &Context<'_>, id: &str) -> Result<User, ApiError> {
    users::find(context.store, id)?.ok_or_else(|| ApiError::none_such("user", id))
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let user = find(context, id)?;
    let body = request.body(&["role", "role_id", "technical_level", "developer_persona"])?;
    let role = body.choice("role", &["owner", "reader"])?;
    let role = match (role, body.text("role_id")?) {
        (Some(_), Some(_)) => {
            return Err(ApiError::bad_request("Provide either 'role' or 'role_id', not both.").param("role_id"));
        }
        (None, Some(role_id)) => Some(built_in(role_id, &context.home.organization)?),
        (role, None) => role,
    };
    let before = user.role.as_ref().map_or("", OrganizationRole::as_str);
    let change = role.filter(|role| *role != before);
    if before == "owner" && change.is_some() && users::count_owners(context.store)? == 1 {
        return Err(ApiError::bad_request("The last owner of an organization cannot be demoted."));
    }
    users::update(context.store, id, change, body.text("technical_level")?, body.text("developer_persona")?)?;
    if let Some(role) = change {
        context.record("user.updated", json!({"id": id, "changes_requested": {"role": role}}))?;
    }
    show(context, id)
}

/// The built-in role that a role id means, in its short or its long form.
fn built_in(role_id: &str, organization: &str) -> Result<&'static str, ApiError> {
    let short = role_id.strip_suffix(&format!("__api-organization__{organization}")).unwrap_or(role_id);
    match short {
        "role-api-organization-owner" => Ok("owner"),
        "role-api-organization-reader" => Ok("reader"),
        _ => Err(ApiError::none_such("role", role_id)),
    }
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let user = find(context, id)?;
    if user.role == Some(OrganizationRole::Owner) && users::count_owners(context.store)? == 1 {
        return Err(ApiError::bad_request("The last owner of an organization cannot be removed."));
    }
    users::delete(context.store, id)?;
    context.record("user.deleted", json!({"id": id}))?;
    Answer::deleted("organization.user.deleted", id)
}
