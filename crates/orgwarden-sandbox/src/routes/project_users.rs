//! `/organization/projects/{project_id}/users`.
//!
//! Owners of the organization own every project. They are listed in each with the role `owner`, since the day on which
//! both existed; the answer to adding one is that they are in already, and changing or removing one is refused. What
//! they were before they became owners is kept, and holds again when they are demoted.

use orgwarden_api::model::{Project, ProjectRole, ProjectUser};

use super::users::is_owner;
use super::{Known, Request, Route, projects, role_assignments};
use crate::answer::Answer;
use crate::assignments::{enter, leave};
use crate::error::ApiError;
use crate::store::{Result as Stored, memberships, users};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/users", list)
        .note(Known::Specified, "owners of the organization are listed as owners (assumed)"),
    Route::create("/organization/projects/{project_id}/users", create)
        .note(Known::Specified, "by `user_id` or `email`; twice is a 409 \"already exists in project\" (observed)"),
    Route::get("/organization/projects/{project_id}/users/{user_id}", retrieve)
        .note(Known::Specified, "an archived project answers 400"),
    Route::post("/organization/projects/{project_id}/users/{user_id}", modify).note(
        Known::Specified,
        "owners of the organization are refused with `user_organization_owner` (observed, 400 assumed)",
    ),
    Route::delete("/organization/projects/{project_id}/users/{user_id}", delete).note(
        Known::Specified,
        "owners of the organization are refused with `user_organization_owner` (observed, 400 assumed)",
    ),
];

const ROLES: [&str; 2] = ["owner", "member"];

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let limit = request.query.limit()?;
    let after = request.after(|id| Ok(find(context, &project, id)?.as_ref().map(memberships::place_of)))?;
    Answer::page(memberships::list(context.store, &project, &after, limit + 1)?, limit)
}

/// Somebody who is in a project: added, or an owner of the organization.
fn find(context: &Context<'_>, project: &Project, id: &str) -> Stored<Option<ProjectUser>> {
    let Some(user) = users::find(context.store, id)? else { return Ok(None) };
    if is_owner(&user) {
        return Ok(Some(memberships::implicit(user, project)));
    }
    memberships::find(context.store, project.id.as_str(), id)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let body = request.body(&["user_id", "email", "role"])?;
    let role = body.required_choice("role", &ROLES)?;
    let (by_id, by_email) = (body.text("user_id")?, body.text("email")?);
    if by_id.is_some() && by_email.is_some() {
        let error = ApiError::bad_request("Provide either 'user_id' or 'email', not both.");
        request.refuse(error.param("email"))?;
    }
    let user = match (by_id, by_email) {
        (Some(id), _) => users::find(context.store, id)?.ok_or_else(|| ApiError::none_such("user", id))?,
        (None, Some(email)) => users::find_by_email(context.store, &email.to_lowercase())?.ok_or_else(|| {
            ApiError::bad_request(format!("{email} is not a member of this organization.")).param("email")
        })?,
        (None, None) => {
            request.refuse(ApiError::missing("user_id"))?;
            users::owners(context.store)?.pop().ok_or_else(ApiError::internal)?
        }
    };
    let id = user.id.as_str();
    if find(context, &project, id)?.is_some() {
        request.refuse(ApiError::new(409, format!("User {id} already exists in project {}.", project.id)))?;
    }
    enter(context, project.id.as_str(), id, role)?;
    answer(context, &project, id)
}

fn answer(context: &Context<'_>, project: &Project, id: &str) -> Result<Answer, ApiError> {
    let member = find(context, project, id)?.ok_or_else(|| ApiError::none_such("user", id))?;
    Answer::of(&member)
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    answer(context, &project, request.parameter(1))
}

/// Somebody whose membership can be changed.
fn find_changeable(context: &Context<'_>, project: &Project, id: &str) -> Result<ProjectUser, ApiError> {
    if let Some(user) = users::find(context.store, id)? {
        role_assignments::refuse_owner(&user)?;
    }
    find(context, project, id)?.ok_or_else(|| ApiError::none_such("user", id))
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let id = request.parameter(1);
    let member = find_changeable(context, &project, id)?;
    let body = request.body(&["role"])?;
    let before = member.role.as_ref().map_or("", ProjectRole::as_str);
    if let Some(role) = body.choice("role", &ROLES)?.filter(|role| *role != before) {
        enter(context, project.id.as_str(), id, role)?;
    }
    answer(context, &project, id)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let id = request.parameter(1);
    find_changeable(context, &project, id)?;
    leave(context, project.id.as_str(), id)?;
    Answer::deleted("organization.project.user.deleted", id)
}
