//! `/organization/users`.

use orgwarden_api::model::{OrganizationRole, PrincipalType, User};
use serde_json::{Map, Value, json};

use super::role_assignments::grant_to_user;
use super::{Known, Request, Route, roles};
use crate::answer::Answer;
use crate::assignments::strip;
use crate::built_in;
use crate::error::ApiError;
use crate::store::roles::Resource;
use crate::store::{full_users, users};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/users", list).note(
        Known::Specified,
        "newest first; every member of the schema; `projects` are those to which somebody was added, so for an owner not \
         all (assumed); `emails` matches whole addresses in any case, several are OR-ed (case and order assumed)",
    ),
    Route::get("/organization/users/{user_id}", retrieve).note(Known::Specified, "the members of the list"),
    Route::post("/organization/users/{user_id}", modify).note(
        Known::Specified,
        "`role` or the id of any role, not both (assumed); the last owner cannot be demoted (assumed)",
    ),
    Route::delete("/organization/users/{user_id}", delete)
        .note(Known::Specified, "ends memberships, roles and keys; the last owner cannot be removed (assumed)"),
];

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let limit = request.query.limit()?;
    let after = request.after(|id| users::place(context.store, id))?;
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

/// A member as answers show it.
pub(super) fn show(context: &Context<'_>, id: &str) -> Result<Answer, ApiError> {
    full_users::find(context.store, id)?.map(Answer).ok_or_else(|| ApiError::none_such("user", id))
}

/// A member that exists.
pub(super) fn find(context: &Context<'_>, id: &str) -> Result<User, ApiError> {
    users::find(context.store, id)?.ok_or_else(|| ApiError::none_such("user", id))
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let user = find(context, id)?;
    let body = request.body(&["role", "role_id", "technical_level", "developer_persona"])?;
    let role = body.choice("role", &["owner", "reader"])?;
    let resource = Resource::organization(&context.home.organization);
    let by_id = body.text("role_id")?.map(|role_id| roles::find(context, &resource, role_id)).transpose()?;
    if role.is_some() && by_id.is_some() {
        let error = ApiError::bad_request("Provide either 'role' or 'role_id', not both.");
        request.refuse(error.param("role_id"))?;
    }
    match (role, &by_id) {
        (Some(role), _) => set_role(context, &user, role)?,
        (None, Some(stored)) => match built_in::name(&resource, stored.role.id.as_str()) {
            Some(role) => set_role(context, &user, role)?,
            None => grant_to_user(context, &resource, &user, stored)?,
        },
        (None, None) => {}
    }
    let traits = [
        ("technical_level", body.new_text("technical_level")?),
        ("developer_persona", body.new_text("developer_persona")?),
    ];
    if users::update(context.store, id, traits[0].1, traits[1].1)? {
        let said = traits.iter().filter(|(_, text)| text.is_said);
        let asked: Map<String, Value> = said.map(|(name, text)| ((*name).to_owned(), text.text.into())).collect();
        context.record("user.updated", json!({"id": id, "changes_requested": asked}))?;
    }
    show(context, id)
}

/// Whether somebody is an owner of the organization.
pub(super) fn is_owner(user: &User) -> bool {
    user.role == Some(OrganizationRole::Owner)
}

/// Swaps the built-in role of a member.
pub(super) fn set_role(context: &mut Context<'_>, user: &User, role: &str) -> Result<(), ApiError> {
    if user.role.as_ref().map(OrganizationRole::as_str) == Some(role) {
        return Ok(());
    }
    if is_owner(user) && users::count_owners(context.store)? == 1 {
        return Err(ApiError::bad_request("The last owner of an organization cannot be demoted."));
    }
    users::set_role(context.store, user.id.as_str(), role)?;
    context.record("user.updated", json!({"id": user.id, "changes_requested": {"role": role}}))?;
    Ok(())
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let user = find(context, id)?;
    if is_owner(&user) && users::count_owners(context.store)? == 1 {
        return Err(ApiError::bad_request("The last owner of an organization cannot be removed."));
    }
    strip(context, &(PrincipalType::User, id))?;
    users::delete(context.store, id, request.verdict.outliving_keys)?;
    context.record("user.deleted", json!({"id": id}))?;
    Answer::deleted("organization.user.deleted", id)
}
