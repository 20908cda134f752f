//! `/organization/projects/{project_id}/groups`.

use orgwarden_api::model::{PrincipalType, Project};

use super::groups::{self, READ, WRITE};
use super::role_assignments::grant_to_group;
use super::{Known, PageSize, Request, Route, projects, roles};
use crate::answer::Answer;
use crate::assignments::record;
use crate::body::one_of;
use crate::error::ApiError;
use crate::store::roles::Resource;
use crate::store::{Order, project_groups, role_assignments};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/groups", list)
        .needs(READ)
        .note(Known::Specified, "oldest first; an archived project is a 400 (assumed)"),
    Route::create("/organization/projects/{project_id}/groups", create).needs(WRITE).note(
        Known::Specified,
        "`role` is the id of a role; the answer does not tell it, its assignment does (observed); twice is a 409 \
         \"already exists in project\" (observed, status assumed)",
    ),
    Route::get("/organization/projects/{project_id}/groups/{group_id}", retrieve)
        .needs(READ)
        .note(Known::Specified, "there are no groups of type `tenant_group`"),
    Route::delete("/organization/projects/{project_id}/groups/{group_id}", delete)
        .needs(WRITE)
        .note(Known::Specified, "its roles in the project go along (assumed)"),
];

const SIZE: PageSize = PageSize { default: 20, least: 0, most: 100 };

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let project = project.id.as_str();
    let place = |id: &str| project_groups::place(context.store, project, id);
    let window = request.window(&SIZE, Order::OldestFirst, place)?;
    Answer::chain(project_groups::list(context.store, project, &window)?, window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let resource = Resource::project(project.id.as_str());
    let body = request.body(&["group_id", "role"])?;
    let (group, role) = (body.required_text("group_id")?, body.required_text("role")?);
    let group = groups::find(context, group)?;
    let stored = roles::find(context, &resource, role)?;
    if project_groups::find(context.store, &resource.id, group.id.as_str())?.is_some() {
        request.refuse(ApiError::new(409, format!("Group {} already exists in project {}.", group.id, project.id)))?;
    }
    grant_to_group(context, &resource, group.id.as_str(), &stored)?;
    answer(context, &project, group.id.as_str())
}

fn answer(context: &Context<'_>, project: &Project, group: &str) -> Result<Answer, ApiError> {
    let found = project_groups::find(context.store, project.id.as_str(), group)?;
    Answer::of(&found.ok_or_else(|| ApiError::none_such("group", group))?)
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let group = request.parameter(1);
    let kind = request.query.one("group_type").unwrap_or("group");
    if one_of("group_type", kind, &["group", "tenant_group"])? == "tenant_group" {
        request.refuse(ApiError::none_such("tenant group", group))?;
    }
    answer(context, &project, group)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find_open(context, request.parameter(0))?;
    let resource = Resource::project(project.id.as_str());
    let group = request.parameter(1);
    answer(context, &project, group)?;
    let roles = role_assignments::direct(context.store, &resource.id, group)?;
    project_groups::delete(context.store, &resource.id, group)?;
    for role in roles {
        record(context, "deleted", &resource, (PrincipalType::Group, group), &role)?;
    }
    Answer::deleted_unnamed("project.group.deleted")
}
