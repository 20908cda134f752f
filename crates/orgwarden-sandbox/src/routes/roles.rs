//! `/organization/roles` and `/projects/{project_id}/roles`: the same, in another place.

use orgwarden_api::model::{ResourceType, Role, Text};
use serde_json::{Map, Value, json};

use super::{Known, PageSize, Request, Route, projects};
use crate::answer::Answer;
use crate::assignments::withdraw;
use crate::error::ApiError;
use crate::roles;
use crate::store::Order;
use crate::store::roles::{self as stored, NewRole, Resource, StoredRole};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/roles", list).needs(READ).note(Known::Specified, LIST),
    Route::create("/organization/roles", create).needs(WRITE).note(Known::Specified, CREATE),
    Route::get("/organization/roles/{role_id}", retrieve).needs(READ).note(Known::Specified, RETRIEVE),
    Route::post("/organization/roles/{role_id}", modify).needs(WRITE).note(Known::Specified, MODIFY),
    Route::delete("/organization/roles/{role_id}", delete).needs(WRITE).note(Known::Specified, DELETE),
    Route::get("/projects/{project_id}/roles", list).needs(READ).note(Known::Specified, LIST),
    Route::create("/projects/{project_id}/roles", create).needs(WRITE).note(Known::Specified, CREATE),
    Route::get("/projects/{project_id}/roles/{role_id}", retrieve).needs(READ).note(Known::Specified, RETRIEVE),
    Route::post("/projects/{project_id}/roles/{role_id}", modify).needs(WRITE).note(Known::Specified, MODIFY),
    Route::delete("/projects/{project_id}/roles/{role_id}", delete).needs(WRITE).note(Known::Specified, DELETE),
];

/// What seeing roles and who has them takes.
pub(super) const READ: &str = "api.roles.read";
/// What changing roles and who has them takes.
pub(super) const WRITE: &str = "api.roles.write";

const LIST: &str = "the built-in ones first, with their long ids (observed), then by age";
const CREATE: &str = "a name that is taken is a 409, any permission is taken (both assumed); there may be none";
const RETRIEVE: &str = "short ids of built-in roles are understood, long ones answered (observed for assignments)";
const MODIFY: &str = "a null `description` goes, another null stays, built-in ones are refused with 400 (all assumed)";
const DELETE: &str = "who had it has it no longer, built-in ones are refused with 400 (both assumed)";

/// How many roles a list answers.
pub(super) const SIZE: PageSize = PageSize { default: 1000, least: 0, most: 1000 };

/// What the roles of a request are roles in: the project of its path, or the organization.
pub(super) fn resource(context: &Context<'_>, request: &Request<'_>) -> Result<Resource, ApiError> {
    Ok(match request.named("project_id") {
        Some(id) => Resource::project(projects::find_open(context, id)?.id.as_str()),
        None => Resource::organization(&context.home.organization),
    })
}

/// The role that an id means there.
pub(super) fn find(context: &Context<'_>, resource: &Resource, id: &str) -> Result<StoredRole, ApiError> {
    roles::find(context.store, resource, id)?.ok_or_else(|| ApiError::none_such("role", id))
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let all = roles::all(context.store, &resource(context, request)?)?;
    let place = |id: &str| Ok(all.iter().find(|stored| stored.role.id.as_str() == id).map(StoredRole::place));
    let window = request.window(&SIZE, Order::OldestFirst, place)?;
    let page = window.cut(all, StoredRole::place);
    Answer::chain(page.into_iter().map(|stored| stored.role).collect(), window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let resource = resource(context, request)?;
    let body = request.body(&["role_name", "permissions", "description"])?;
    let name = body.required_text("role_name")?;
    let permissions = body.required_texts("permissions")?;
    let description = body.text("description")?;
    refuse_taken(context, request, &resource, name, None)?;
    let id = match resource.kind {
        ResourceType::Project => context.mint.hex(&format!("role_{}~", resource.id)),
        _ => context.mint.hex("role_"),
    };
    let maker = context.actor.as_ref().and_then(|actor| actor.principal()).map(|maker| maker.id.as_str().to_owned());
    let new = NewRole {
        id: &id,
        resource: &resource,
        name,
        description,
        permissions: &permissions,
        created_at: context.now,
        created_by: maker.as_deref(),
    };
    stored::insert(context.store, &new)?;
    let details = json!({
        "id": id, "role_name": name, "permissions": permissions,
        "resource_type": resource.kind, "resource_id": resource.id,
    });
    context.record("role.created", details)?;
    answer(context, &resource, &id)
}

/// Refuses a name that another role there has.
fn refuse_taken(
    context: &Context<'_>,
    request: &Request<'_>,
    resource: &Resource,
    name: &str,
    own: Option<&Role>,
) -> Result<(), ApiError> {
    match roles::find_by_name(context.store, resource, name)? {
        Some(other) if own.is_none_or(|own| own.id != other.role.id) => {
            let words = format!("A role with the name '{name}' already exists.");
            request.refuse(ApiError::new(409, words).param("role_name"))
        }
        _ => Ok(()),
    }
}

fn answer(context: &Context<'_>, resource: &Resource, id: &str) -> Result<Answer, ApiError> {
    Answer::of(&find(context, resource, id)?.role)
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    answer(context, &resource(context, request)?, request.named("role_id").unwrap_or_default())
}

/// A role that can be changed, and where it is one.
fn find_own(context: &Context<'_>, request: &Request<'_>) -> Result<(Resource, Role), ApiError> {
    let resource = resource(context, request)?;
    let stored = find(context, &resource, request.named("role_id").unwrap_or_default())?;
    if stored.is_built_in() {
        let name = stored.role.name.as_deref().unwrap_or_default();
        return Err(ApiError::bad_request(format!("The predefined role '{name}' cannot be changed or deleted.")));
    }
    Ok((resource, stored.role))
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let (resource, before) = find_own(context, request)?;
    let body = request.body(&["role_name", "permissions", "description"])?;
    let (name, description) = (body.filled_text("role_name")?, body.new_text("description")?);
    let permissions = body.texts("permissions")?;
    if let Some(name) = name {
        refuse_taken(context, request, &resource, name, Some(&before))?;
    }
    let mut changes = Map::new();
    if let Some(name) = name.filter(|name| before.name.as_deref() != Some(name)) {
        changes.insert("role_name".to_owned(), name.into());
    }
    if description.is_said && before.description.as_deref() != description.text {
        changes.insert("description".to_owned(), description.text.into());
    }
    if let Some(wanted) = &permissions {
        let had: Vec<&str> = before.permissions.iter().map(Text::as_ref).collect();
        let without = |some: &[&str], others: &[&str]| -> Vec<Value> {
            some.iter().filter(|one| !others.contains(one)).map(|&one| one.into()).collect()
        };
        let differences =
            [("permissions_added", without(wanted, &had)), ("permissions_removed", without(&had, wanted))];
        let differences = differences.into_iter().filter(|(_, some)| !some.is_empty());
        changes.extend(differences.map(|(member, some)| (member.to_owned(), some.into())));
    }
    let id = before.id.as_str();
    if !changes.is_empty() {
        stored::update(context.store, id, name, description, permissions.as_deref(), context.now)?;
        changes.insert("resource_type".to_owned(), resource.kind.as_str().into());
        changes.insert("resource_id".to_owned(), resource.id.as_str().into());
        context.record("role.updated", json!({"id": id, "changes_requested": changes}))?;
    }
    answer(context, &resource, id)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let (resource, role) = find_own(context, request)?;
    withdraw(context, &resource, role.id.as_str())?;
    stored::delete(context.store, role.id.as_str())?;
    context.record("role.deleted", json!({"id": role.id}))?;
    Answer::deleted("role.deleted", role.id.as_str())
}
