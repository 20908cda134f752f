//! Giving roles and taking them: the rows, and the events about them.
//!
//! Memberships have no event type of their own: they show as assignments of the project's built-in roles.

use orgwarden_api::model::{PrincipalType, ProjectRole};
use serde_json::json;

use crate::built_in;
use crate::store::roles::Resource;
use crate::store::{Result, groups, memberships, role_assignments};
use crate::world::Context;

/// Who has a role, for tables and the audit log.
pub(crate) type Principal<'a> = (PrincipalType, &'a str);

/// Puts somebody into a project with a built-in role, which takes the place of those that the person has there.
pub(crate) fn enter(context: &mut Context<'_>, project: &str, user: &str, role: &str) -> Result<()> {
    let before = membership(context, project, user)?;
    if before.as_deref() == Some(role) {
        return Ok(());
    }
    let resource = Resource::project(project);
    let wanted = built_in::id(&resource, role);
    let mut gone: Vec<String> =
        before.map(|name| built_in::id(&resource, &name).as_str().to_owned()).into_iter().collect();
    let mut is_news = true;
    for beside in role_assignments::direct(context.store, project, user)? {
        if built_in::name(&resource, &beside).is_none() {
            continue;
        }
        role_assignments::delete(context.store, project, user, &beside)?;
        if beside == wanted.as_str() {
            is_news = false;
        } else {
            gone.push(beside);
        }
    }
    memberships::put(context.store, project, user, role, context.now)?;
    for role in gone {
        record(context, "deleted", &resource, (PrincipalType::User, user), &role)?;
    }
    if is_news {
        record(context, "created", &resource, (PrincipalType::User, user), wanted.as_str())?;
    }
    Ok(())
}

/// Takes somebody out of a project, with all roles that were given there.
pub(crate) fn leave(context: &mut Context<'_>, project: &str, user: &str) -> Result<()> {
    let resource = Resource::project(project);
    let mut gone = role_assignments::direct(context.store, project, user)?;
    if let Some(name) = membership(context, project, user)? {
        gone.push(built_in::id(&resource, &name).as_str().to_owned());
    }
    memberships::delete(context.store, project, user)?;
    for role in gone {
        record(context, "deleted", &resource, (PrincipalType::User, user), &role)?;
    }
    Ok(())
}

/// The built-in role of somebody who was added to a project.
pub(crate) fn membership(context: &Context<'_>, project: &str, user: &str) -> Result<Option<String>> {
    let member = memberships::find(context.store, project, user)?;
    Ok(member.map(|member| member.role.as_ref().map_or("", ProjectRole::as_str).to_owned()))
}

/// Takes everything from a user or a group that is about to go.
pub(crate) fn strip(context: &mut Context<'_>, holder: &Principal<'_>) -> Result<()> {
    for project in memberships::projects_of(context.store, holder.1)? {
        leave(context, &project, holder.1)?;
    }
    for (place, role) in role_assignments::of_holder(context.store, holder.1)? {
        let resource =
            if place == context.home.organization { Resource::organization(&place) } else { Resource::project(&place) };
        role_assignments::delete(context.store, &place, holder.1, &role)?;
        record(context, "deleted", &resource, holder.clone(), &role)?;
    }
    Ok(())
}

/// Takes a role that is about to go from all who have it.
pub(crate) fn withdraw(context: &mut Context<'_>, resource: &Resource, role: &str) -> Result<()> {
    for holder in role_assignments::holders(context.store, &resource.id, role)? {
        let kind = match groups::find(context.store, &holder)? {
            Some(_) => PrincipalType::Group,
            None => PrincipalType::User,
        };
        role_assignments::delete(context.store, &resource.id, &holder, role)?;
        record(context, "deleted", resource, (kind, &holder), role)?;
    }
    Ok(())
}

/// Writes to the audit log that a role was given (`created`) or taken (`deleted`).
pub(crate) fn record(
    context: &mut Context<'_>,
    what: &str,
    resource: &Resource,
    (kind, holder): Principal<'_>,
    role: &str,
) -> Result<()> {
    let details = json!({
        "id": role,
        "principal_id": holder,
        "principal_type": kind,
        "resource_id": resource.id,
        "resource_type": resource.kind,
    });
    context.record(&format!("role.assignment.{what}"), details)
}
