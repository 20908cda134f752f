//! `/organization/groups/{group_id}/users`. Changes have no event of their own in the audit log.

use orgwarden_api::model::{Extra, GroupMembership, GroupUserDetails, UserType};

use super::groups::{self, READ, SIZE, WRITE};
use super::{Known, Request, Route, users};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::store::{Order, group_users};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/groups/{group_id}/users", list)
        .needs(READ)
        .note(Known::Specified, "who was added last first"),
    Route::create("/organization/groups/{group_id}/users", create)
        .needs(WRITE)
        .note(Known::Specified, "twice is a 409; a SCIM-managed group a 403 (assumed)"),
    Route::get("/organization/groups/{group_id}/users/{user_id}", retrieve)
        .needs(READ)
        .note(Known::Specified, "everybody belongs to the organization, nobody has a picture"),
    Route::delete("/organization/groups/{group_id}/users/{user_id}", delete).needs(WRITE).note(
        Known::Specified,
        "a member of the organization who is not in it is a 409; a SCIM-managed group a 403 (assumed)",
    ),
];

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let group = groups::find(context, request.parameter(0))?;
    let group = group.id.as_str();
    let place = |id: &str| group_users::place(context.store, group, id);
    let window = request.window(&SIZE, Order::NewestFirst, place)?;
    Answer::chain(group_users::list(context.store, group, &window)?, window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let group = groups::find_own(context, request.parameter(0))?;
    let body = request.body(&["user_id"])?;
    let user = users::find(context, body.required_text("user_id")?)?;
    if group_users::find(context.store, group.id.as_str(), user.id.as_str())?.is_some() {
        request.refuse(ApiError::new(409, format!("User {} is already in group {}.", user.id, group.id)))?;
    }
    group_users::put(context.store, group.id.as_str(), user.id.as_str(), context.now)?;
    Answer::of(&GroupMembership { user_id: user.id, group_id: group.id, extra: Extra::default() })
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let group = groups::find(context, request.parameter(0))?;
    let id = request.parameter(1);
    let member = group_users::find(context.store, group.id.as_str(), id)?;
    let member = member.ok_or_else(|| ApiError::none_such("user", id))?;
    Answer::of(&GroupUserDetails {
        id: member.id,
        name: member.name,
        email: member.email,
        picture: None,
        is_service_account: Some(false),
        user_type: Some(UserType::User),
        extra: Extra::default(),
    })
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let group = groups::find_own(context, request.parameter(0))?;
    let user = users::find(context, request.parameter(1))?;
    if !group_users::delete(context.store, group.id.as_str(), user.id.as_str())? {
        request.refuse(ApiError::new(409, format!("User {} is not in group {}.", user.id, group.id)))?;
    }
    Answer::deleted_unnamed("group.user.deleted")
}
