//! `/organization/groups`.

use orgwarden_api::model::{Group, PrincipalType};
use serde_json::json;

use super::{Known, PageSize, Request, Route};
use crate::answer::Answer;
use crate::assignments::strip;
use crate::body::Body;
use crate::error::ApiError;
use crate::store::{Order, groups};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/groups", list).needs(READ).note(Known::Specified, "oldest first"),
    Route::create("/organization/groups", create)
        .needs(WRITE)
        .note(Known::Specified, "an empty, too long or taken name is a 422 (which of them is assumed)"),
    Route::get("/organization/groups/{group_id}", retrieve)
        .needs(READ)
        .note(Known::Specified, "the members of the list"),
    Route::post("/organization/groups/{group_id}", modify)
        .needs(WRITE)
        .note(Known::Specified, "a taken name is a 400, a SCIM-managed group a 403 (both assumed)"),
    Route::delete("/organization/groups/{group_id}", delete)
        .needs(WRITE)
        .note(Known::Specified, "its members lose what it gave them; a SCIM-managed group is a 403 (assumed)"),
];

/// What seeing groups and who is in them takes.
pub(super) const READ: &str = "api.groups.read";
/// What changing them takes.
pub(super) const WRITE: &str = "api.groups.write";

/// How many groups or members of a group a list answers.
pub(super) const SIZE: PageSize = PageSize { default: 100, least: 0, most: 1000 };

const LONGEST_NAME: usize = 255;

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let window = request.window(&SIZE, Order::OldestFirst, |id| groups::place(context.store, id))?;
    Answer::chain(groups::list(context.store, &window)?, window.limit)
}

/// A group that exists.
pub(super) fn find(context: &Context<'_>, id: &str) -> Result<Group, ApiError> {
    groups::find(context.store, id)?.ok_or_else(|| ApiError::none_such("group", id))
}

/// A group that can be changed here: those of the identity provider are changed there.
pub(super) fn find_own(context: &Context<'_>, id: &str) -> Result<Group, ApiError> {
    let group = find(context, id)?;
    if group.is_scim_managed == Some(true) {
        let name = group.name.as_deref().unwrap_or_default();
        return Err(ApiError::new(403, format!("Group {name} is managed by your identity provider.")));
    }
    Ok(group)
}

/// The name in a body. What is wrong with it has another status when a group is made.
fn name<'a>(
    context: &Context<'_>,
    request: &Request<'_>,
    body: &'a Body,
    own: Option<&Group>,
    status: u16,
) -> Result<&'a str, ApiError> {
    let name = body.text("name")?.ok_or_else(|| ApiError::missing("name"))?;
    let refuse = |words: String| request.refuse(ApiError::new(status, words).param("name"));
    if name.trim().is_empty() || name.chars().count() > LONGEST_NAME {
        refuse(format!("Invalid 'name': it must have 1 to {LONGEST_NAME} characters."))?;
    }
    if let Some(other) = groups::find_by_name(context.store, name)?
        && own.is_none_or(|own| own.id != other.id)
    {
        refuse(format!("A group with the name '{name}' already exists."))?;
    }
    Ok(name)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let body = request.body(&["name"])?;
    let name = name(context, request, &body, None, 422)?;
    let id = make(context, name, false)?;
    Answer::of(&find(context, &id)?)
}

/// Makes a group.
pub(crate) fn make(context: &mut Context<'_>, name: &str, is_scim_managed: bool) -> Result<String, rusqlite::Error> {
    let id = context.mint.hex("");
    groups::insert(context.store, &id, name, context.now, is_scim_managed)?;
    context.record("group.created", json!({"id": id, "data": {"group_name": name}}))?;
    Ok(id)
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&find(context, request.parameter(0))?)
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let group = find_own(context, request.parameter(0))?;
    let body = request.body(&["name"])?;
    let name = name(context, request, &body, Some(&group), 400)?;
    if group.name.as_deref() != Some(name) {
        groups::rename(context.store, group.id.as_str(), name)?;
        context.record("group.updated", json!({"id": group.id, "changes_requested": {"group_name": name}}))?;
    }
    // The one answer that does not tell the type.
    Answer::of(&Group { name: Some(name.into()), group_type: None, ..group })
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let group = find_own(context, request.parameter(0))?;
    strip(context, &(PrincipalType::Group, group.id.as_str()))?;
    groups::delete(context.store, group.id.as_str())?;
    context.record("group.deleted", json!({"id": group.id}))?;
    Answer::deleted("group.deleted", group.id.as_str())
}
