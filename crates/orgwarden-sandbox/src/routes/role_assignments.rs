//! Which roles users and groups have, in the organization and in projects: one behaviour at four places.
//!
//! The built-in role of a member of the organization is the member's `role`, and the one of a member of a project is the
//! membership: both show here, and both can be changed from here.

use orgwarden_api::model::{Group, OrganizationRole, PrincipalType, ResourceType, User};
use serde_json::{Value, json};

use super::{Known, Request, Route, groups, roles, users};
use crate::answer::Answer;
use crate::assignments::{Principal, enter, leave, membership, record};
use crate::built_in;
use crate::error::ApiError;
use crate::roles::{Held, is_in, of_group, of_user};
use crate::store::roles::{Resource, StoredRole};
use crate::store::{Order, memberships, project_groups, role_assignments};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/users/{user_id}/roles", list).needs(roles::READ).note(Known::Specified, LIST_OF_USER),
    Route::create("/organization/users/{user_id}/roles", create).needs(roles::WRITE).note(
        Known::Specified,
        "`owner` is the `role` of the member; a short id is answered as a long one (observed); twice is no error (assumed)",
    ),
    Route::get("/organization/users/{user_id}/roles/{role_id}", retrieve).needs(roles::READ).note(Known::Specified, SHORT),
    Route::delete("/organization/users/{user_id}/roles/{role_id}", delete).needs(roles::WRITE).note(
        Known::Specified,
        "`reader` is the floor (observed, 400 assumed); the last owner stays one (assumed); inherited ones are a 404 \
         (assumed)",
    ),
    Route::get("/organization/groups/{group_id}/roles", list).needs(roles::READ).note(Known::Specified, LIST_OF_GROUP),
    Route::create("/organization/groups/{group_id}/roles", create).needs(roles::WRITE).note(Known::Specified, CREATE),
    Route::get("/organization/groups/{group_id}/roles/{role_id}", retrieve)
        .needs(roles::READ)
        .note(Known::Specified, SHORT),
    Route::delete("/organization/groups/{group_id}/roles/{role_id}", delete)
        .needs(roles::WRITE)
        .note(Known::Specified, DELETE),
    Route::get("/projects/{project_id}/users/{user_id}/roles", list)
        .needs(roles::READ)
        .note(Known::Specified, LIST_OF_USER),
    Route::create("/projects/{project_id}/users/{user_id}/roles", create).needs(roles::WRITE).note(
        Known::Specified,
        "a built-in role makes a member, the strongest one is the membership's; others take a member (observed, 400 \
         assumed)",
    ),
    Route::get("/projects/{project_id}/users/{user_id}/roles/{role_id}", retrieve)
        .needs(roles::READ)
        .note(Known::Specified, SHORT),
    Route::delete("/projects/{project_id}/users/{user_id}/roles/{role_id}", delete)
        .needs(roles::WRITE)
        .note(Known::Specified, "the membership ends with its last built-in role (assumed)"),
    Route::get("/projects/{project_id}/groups/{group_id}/roles", list)
        .needs(roles::READ)
        .note(Known::Specified, LIST_OF_GROUP),
    Route::create("/projects/{project_id}/groups/{group_id}/roles", create)
        .needs(roles::WRITE)
        .note(Known::Specified, "a group that is not in the project joins it (assumed)"),
    Route::get("/projects/{project_id}/groups/{group_id}/roles/{role_id}", retrieve)
        .needs(roles::READ)
        .note(Known::Specified, SHORT),
    Route::delete("/projects/{project_id}/groups/{group_id}/roles/{role_id}", delete)
        .needs(roles::WRITE)
        .note(Known::Specified, "the group stays in the project (assumed)"),
];

const LIST_OF_USER: &str =
    "built-in ones and those of the user's groups too, with `assignment_sources`; by the age of the role";
const LIST_OF_GROUP: &str = "by the age of the role (assumed)";
const CREATE: &str = "a short id is answered as a long one (observed); twice is no error (assumed)";
const SHORT: &str = "by the id that lists answer; a short one is a 404 (observed)";
const DELETE: &str = "by a short or a long id (assumed); 404 if it is not there (observed)";

/// Who has roles.
enum Holder {
    User(User),
    Group(Group),
}

impl Holder {
    /// The holder that the path names.
    fn of(context: &Context<'_>, request: &Request<'_>) -> Result<Self, ApiError> {
        match request.named("group_id") {
            Some(id) => Ok(Self::Group(groups::find(context, id)?)),
            None => Ok(Self::User(users::find(context, request.named("user_id").unwrap_or_default())?)),
        }
    }

    fn roles(&self, context: &Context<'_>, resource: &Resource) -> Result<Vec<Held>, ApiError> {
        Ok(match self {
            Self::User(user) => of_user(context.store, resource, user)?,
            Self::Group(group) => of_group(context.store, resource, group.id.as_str())?,
        })
    }
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let resource = roles::resource(context, request)?;
    let held = Holder::of(context, request)?.roles(context, &resource)?;
    let place = |id: &str| Ok(held.iter().find(|held| is(held, id)).map(|held| held.stored.place()));
    let window = request.window(&roles::SIZE, Order::OldestFirst, place)?;
    let page = window.cut(held, |held| held.stored.place());
    Answer::chain(page.into_iter().map(Held::into_answer).collect(), window.limit)
}

fn is(held: &Held, id: &str) -> bool {
    held.stored.role.id.as_str() == id
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let resource = roles::resource(context, request)?;
    let holder = Holder::of(context, request)?;
    let body = request.body(&["role_id"])?;
    let stored = roles::find(context, &resource, body.required_text("role_id")?)?;
    match &holder {
        Holder::User(user) => {
            grant_to_user(context, &resource, user, &stored)?;
            let user: Value = serde_json::from_slice(&users::show(context, user.id.as_str())?.0)?;
            Answer::of(&json!({"object": "user.role", "user": user, "role": stored.role}))
        }
        Holder::Group(group) => {
            grant_to_group(context, &resource, group.id.as_str(), &stored)?;
            // The same group as elsewhere, with another name for the same fact.
            let group = json!({
                "object": "group", "id": group.id, "name": group.name, "created_at": group.created_at,
                "scim_managed": group.is_scim_managed,
            });
            Answer::of(&json!({"object": "group.role", "group": group, "role": stored.role}))
        }
    }
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let resource = roles::resource(context, request)?;
    let held = Holder::of(context, request)?.roles(context, &resource)?;
    let id = request.named("role_id").unwrap_or_default();
    let found = held.into_iter().find(|held| is(held, id));
    Answer::of(&found.ok_or_else(|| ApiError::none_such("role assignment", id))?.into_answer())
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let resource = roles::resource(context, request)?;
    let holder = Holder::of(context, request)?;
    let id = request.named("role_id").unwrap_or_default();
    let stored = roles::find(context, &resource, id)?;
    let (object, was_there) = match &holder {
        Holder::User(user) => ("user.role.deleted", take_from_user(context, &resource, user, &stored)?),
        Holder::Group(group) => {
            ("group.role.deleted", take(context, &resource, (PrincipalType::Group, group.id.as_str()), &stored)?)
        }
    };
    if was_there { Answer::deleted_unnamed(object) } else { Err(ApiError::none_such("role assignment", id)) }
}

/// Gives a role to a group; in a project, the group joins it.
pub(super) fn grant_to_group(
    context: &mut Context<'_>,
    resource: &Resource,
    group: &str,
    stored: &StoredRole,
) -> Result<(), ApiError> {
    if resource.kind == ResourceType::Project {
        project_groups::put(context.store, &resource.id, group, context.now)?;
    }
    grant(context, resource, (PrincipalType::Group, group), stored)
}

/// Gives a role to a member of the organization.
pub(super) fn grant_to_user(
    context: &mut Context<'_>,
    resource: &Resource,
    user: &User,
    stored: &StoredRole,
) -> Result<(), ApiError> {
    let id = user.id.as_str();
    let Some(name) = built_in::name(resource, stored.role.id.as_str()) else {
        if resource.kind == ResourceType::Project && !is_in(context.store, &resource.id, user)? {
            return Err(ApiError::bad_request(format!("User {id} is not a member of project {}.", resource.id)));
        }
        return grant(context, resource, (PrincipalType::User, id), stored);
    };
    if resource.kind != ResourceType::Project {
        // Everybody is a reader already.
        return if name == "owner" { users::set_role(context, user, name) } else { Ok(()) };
    }
    refuse_owner(user)?;
    let Some(before) = membership(context, &resource.id, id)? else {
        return Ok(enter(context, &resource.id, id, name)?);
    };
    if before == name {
        return Ok(());
    }
    if built_in::rank(resource, name) > built_in::rank(resource, &before) {
        return grant(context, resource, (PrincipalType::User, id), stored);
    }
    // The strongest one is the role of the membership; the others stand beside it.
    let weaker = built_in::id(resource, &before);
    role_assignments::insert(context.store, &resource.id, id, weaker.as_str())?;
    role_assignments::delete(context.store, &resource.id, id, stored.role.id.as_str())?;
    memberships::put(context.store, &resource.id, id, name, context.now)?;
    Ok(record(context, "created", resource, (PrincipalType::User, id), stored.role.id.as_str())?)
}

/// Takes a role from a member of the organization; answers whether it was there.
fn take_from_user(
    context: &mut Context<'_>,
    resource: &Resource,
    user: &User,
    stored: &StoredRole,
) -> Result<bool, ApiError> {
    let id = user.id.as_str();
    let holder = (PrincipalType::User, id);
    let Some(name) = built_in::name(resource, stored.role.id.as_str()) else {
        return take(context, resource, holder, stored);
    };
    if resource.kind != ResourceType::Project {
        if name == "reader" {
            return Err(ApiError::bad_request("Every member of the organization has the role 'reader'."));
        }
        let is_owner = users::is_owner(user);
        if is_owner {
            users::set_role(context, user, "reader")?;
        }
        return Ok(is_owner);
    }
    refuse_owner(user)?;
    if membership(context, &resource.id, id)?.as_deref() != Some(name) {
        return take(context, resource, holder, stored);
    }
    let others = role_assignments::direct(context.store, &resource.id, id)?;
    let others = others.iter().filter_map(|role| built_in::name(resource, role));
    match others.min_by_key(|name| built_in::rank(resource, name)) {
        Some(next) => {
            memberships::put(context.store, &resource.id, id, next, context.now)?;
            role_assignments::delete(context.store, &resource.id, id, built_in::id(resource, next).as_str())?;
            record(context, "deleted", resource, holder, stored.role.id.as_str())?;
        }
        None => leave(context, &resource.id, id)?,
    }
    Ok(true)
}

/// Refuses what would change the place of an owner of the organization in a project.
pub(super) fn refuse_owner(user: &User) -> Result<(), ApiError> {
    if user.role != Some(OrganizationRole::Owner) {
        return Ok(());
    }
    Err(ApiError::bad_request(
        "The user is an owner of the organization, so the membership in its projects cannot be changed.",
    )
    .code("user_organization_owner"))
}

fn grant(
    context: &mut Context<'_>,
    resource: &Resource,
    holder: Principal<'_>,
    stored: &StoredRole,
) -> Result<(), ApiError> {
    let role = stored.role.id.as_str();
    if role_assignments::insert(context.store, &resource.id, holder.1, role)? {
        record(context, "created", resource, holder, role)?;
    }
    Ok(())
}

fn take(
    context: &mut Context<'_>,
    resource: &Resource,
    holder: Principal<'_>,
    stored: &StoredRole,
) -> Result<bool, ApiError> {
    let role = stored.role.id.as_str();
    let was_there = role_assignments::delete(context.store, &resource.id, holder.1, role)?;
    if was_there {
        record(context, "deleted", resource, holder, role)?;
    }
    Ok(was_there)
}
