//! Which roles there are, and who has them where.

use std::collections::BTreeMap;

use orgwarden_api::model::{
    AssignedRole, AssignmentSource, Extra, OrganizationRole, PrincipalType, ProjectRole, ResourceType, User,
};

use crate::built_in;
use crate::store::roles::{Resource, StoredRole};
use crate::store::{Result, Store, memberships, project_groups, role_assignments, roles};

/// All roles of an organization or a project, in no order.
pub(crate) fn all(store: &Store, resource: &Resource) -> Result<Vec<StoredRole>> {
    let mut all: Vec<StoredRole> = built_in::all(resource).collect();
    all.extend(roles::all(store, resource)?);
    Ok(all)
}

/// The role that an id means there. Built-in ones have a short id too.
pub(crate) fn find(store: &Store, resource: &Resource, id: &str) -> Result<Option<StoredRole>> {
    match built_in::name(resource, id) {
        Some(name) => Ok(built_in::all(resource).find(|stored| stored.role.name.as_deref() == Some(name))),
        None => roles::find(store, resource, id),
    }
}

/// The role of this name.
pub(crate) fn find_by_name(store: &Store, resource: &Resource, name: &str) -> Result<Option<StoredRole>> {
    match built_in::all(resource).find(|stored| stored.role.name.as_deref() == Some(name)) {
        Some(built_in) => Ok(Some(built_in)),
        None => roles::find_by_name(store, resource, name),
    }
}

/// A role that somebody has.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Held {
    pub(crate) stored: StoredRole,
    /// Who was given it: the user or the group itself, and groups that the user is in.
    pub(crate) sources: Vec<Source>,
}

/// Whom a role comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) kind: PrincipalType,
    pub(crate) id: String,
}

impl Held {
    /// As lists answer it.
    pub(crate) fn into_answer(self) -> AssignedRole {
        let Self { stored: StoredRole { role, made }, sources } = self;
        let source = |source: Source| AssignmentSource {
            principal_id: Some(source.id.into()),
            principal_type: Some(source.kind),
            extra: Extra::default(),
        };
        AssignedRole {
            id: role.id,
            name: role.name,
            permissions: role.permissions,
            resource_type: role.resource_type,
            predefined_role: role.predefined_role,
            description: role.description,
            created_at: made.as_ref().map(|made| made.created_at),
            updated_at: made.as_ref().map(|made| made.updated_at),
            created_by: made.and_then(|made| made.created_by),
            created_by_user_obj: None,
            metadata: None,
            assignment_sources: Some(sources.into_iter().map(source).collect()),
            extra: Extra::default(),
        }
    }
}

/// The roles of a group.
pub(crate) fn of_group(store: &Store, resource: &Resource, group: &str) -> Result<Vec<Held>> {
    let own = role_assignments::direct(store, &resource.id, group)?;
    resolve(
        store,
        resource,
        own.into_iter().map(|id| (id, Source { kind: PrincipalType::Group, id: group.to_owned() })),
    )
}

/// The roles of a member of the organization, those of the member's groups included.
pub(crate) fn of_user(store: &Store, resource: &Resource, user: &User) -> Result<Vec<Held>> {
    let id = user.id.as_str();
    let own = own(store, resource, user)?;
    let own = own.into_iter().map(|role| (role, Source { kind: PrincipalType::User, id: id.to_owned() }));
    let mut inherited = role_assignments::inherited(store, &resource.id, id)?;
    if resource.kind == ResourceType::Project {
        let owner = built_in::id(resource, "owner");
        let groups = role_assignments::owning_groups(store, id)?;
        inherited.extend(groups.into_iter().map(|group| (owner.as_str().to_owned(), group)));
    }
    let inherited = inherited.into_iter().map(|(role, group)| (role, Source { kind: PrincipalType::Group, id: group }));
    resolve(store, resource, own.chain(inherited))
}

/// Whether somebody is an owner of the organization, by the own role or through a group.
pub(crate) fn governs(store: &Store, user: &User) -> Result<bool> {
    Ok(user.role == Some(OrganizationRole::Owner)
        || !role_assignments::owning_groups(store, user.id.as_str())?.is_empty())
}

/// Whether somebody is in a project in any way.
pub(crate) fn is_in(store: &Store, project: &str, user: &User) -> Result<bool> {
    let id = user.id.as_str();
    Ok(user.role == Some(OrganizationRole::Owner)
        || memberships::find(store, project, id)?.is_some()
        || project_groups::hold(store, project, id)?)
}

/// The ids of the roles that a member has without groups.
fn own(store: &Store, resource: &Resource, user: &User) -> Result<Vec<String>> {
    let mut own = role_assignments::direct(store, &resource.id, user.id.as_str())?;
    let governs = user.role == Some(OrganizationRole::Owner);
    let mut built_in = |name: &str| own.push(built_in::id(resource, name).as_str().to_owned());
    match resource.kind {
        // Owners of the organization own its projects; what else they were there counts again when they are demoted.
        ResourceType::Project if governs => {
            own.retain(|id| built_in::name(resource, id).is_none());
            own.push(built_in::id(resource, "owner").as_str().to_owned());
        }
        ResourceType::Project => {
            if let Some(member) = memberships::find(store, &resource.id, user.id.as_str())? {
                built_in(member.role.as_ref().map_or("", ProjectRole::as_str));
            } else if !is_in(store, &resource.id, user)? {
                // What was given to somebody who has lost all access counts again on the return.
                own.clear();
            }
        }
        _ => {
            built_in("reader");
            if governs {
                built_in("owner");
            }
        }
    }
    Ok(own)
}

/// One entry for each role, however many it comes from.
fn resolve(store: &Store, resource: &Resource, found: impl Iterator<Item = (String, Source)>) -> Result<Vec<Held>> {
    let mut by_role: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for (role, source) in found {
        let sources = by_role.entry(role).or_default();
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let mut held = Vec::with_capacity(by_role.len());
    for (id, sources) in by_role {
        if let Some(stored) = find(store, resource, &id)? {
            held.push(Held { stored, sources });
        }
    }
    Ok(held)
}
