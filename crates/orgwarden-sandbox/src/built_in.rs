//! The roles that every organization and every project has.
//!
//! Names and ids are those of the live API. What they permit follows the documented ceilings: an owner of the
//! organization may do everything, groups and roles can be read by every member and changed by members of a project
//! there, and nobody else administers. Which permissions the live API lists for them is not known.

use orgwarden_api::model::{BuiltInRole, Extra, ResourceType, Role, RoleId};

use crate::store::roles::{Resource, StoredRole};

struct BuiltIn {
    name: &'static str,
    description: &'static str,
    permissions: &'static [&'static str],
}

/// In an organization, the strongest first.
const ORGANIZATION: [BuiltIn; 2] = [
    BuiltIn {
        name: "owner",
        description: "Can modify billing information and manage organization members",
        permissions: &[
            "api.management.read",
            "api.management.write",
            "api.groups.read",
            "api.groups.write",
            "api.roles.read",
            "api.roles.write",
            "api.usage.read",
            "api.model.read",
            "api.model.request",
        ],
    },
    BuiltIn {
        name: "reader",
        description: "Can make standard API requests and read basic organizational data",
        permissions: &["api.groups.read", "api.roles.read", "api.model.read", "api.model.request"],
    },
];

/// In a project, the strongest first.
const PROJECT: [BuiltIn; 3] = [
    BuiltIn {
        name: "owner",
        description: "Can manage the project, its members and its keys",
        permissions: &[
            "api.management.read",
            "api.management.write",
            "api.groups.read",
            "api.groups.write",
            "api.roles.read",
            "api.roles.write",
            "api.model.read",
            "api.model.request",
        ],
    },
    BuiltIn {
        name: "member",
        description: "Can use the project and make keys in it",
        permissions: &[
            "api.groups.read",
            "api.groups.write",
            "api.roles.read",
            "api.roles.write",
            "api.model.read",
            "api.model.request",
        ],
    },
    BuiltIn {
        name: "viewer",
        description: "Can look at the project",
        permissions: &["api.groups.read", "api.roles.read", "api.model.read"],
    },
];

fn table(resource: &Resource) -> &'static [BuiltIn] {
    if resource.kind == ResourceType::Project { &PROJECT } else { &ORGANIZATION }
}

/// The built-in roles of an organization or a project, the strongest first.
pub(crate) fn all(resource: &Resource) -> impl Iterator<Item = StoredRole> {
    table(resource).iter().map(|role| StoredRole {
        role: Role {
            id: id(resource, role.name),
            name: Some(role.name.into()),
            description: Some(role.description.into()),
            permissions: role.permissions.iter().map(|&permission| permission.into()).collect(),
            resource_type: Some(resource.kind.clone()),
            predefined_role: Some(true),
            extra: Extra::default(),
        },
        made: None,
    })
}

/// The id of a built-in role, as answers write it.
pub(crate) fn id(resource: &Resource, name: &str) -> RoleId {
    BuiltInRole { resource_type: resource.kind.clone(), name, resource: Some(&resource.id) }.id()
}

/// The name of the built-in role that an id means, in its short or its long form.
pub(crate) fn name(resource: &Resource, id: &str) -> Option<&'static str> {
    let meant = BuiltInRole::parse(id)?;
    let is_here = meant.resource_type == resource.kind && meant.resource.is_none_or(|place| place == resource.id);
    let role = table(resource).iter().find(|role| is_here && role.name == meant.name)?;
    Some(role.name)
}

/// How many of the built-in roles are stronger; unknown ones are the weakest.
pub(crate) fn rank(resource: &Resource, name: &str) -> usize {
    let table = table(resource);
    table.iter().position(|role| role.name == name).unwrap_or(table.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_mean_roles_of_their_own_place_only() {
        let project = Resource::project("proj_1");
        for id in ["role-api-project-viewer", "role-api-project-viewer__api-project__proj_1"] {
            assert_eq!(name(&project, id), Some("viewer"), "{id}");
        }
        for id in [
            "role-api-project-viewer__api-project__proj_2",
            "role-api-project-king",
            "role-api-organization-owner",
            "role_proj_1~0",
        ] {
            assert_eq!(name(&project, id), None, "{id}");
        }
        assert!(
            rank(&project, "owner") < rank(&project, "member") && rank(&project, "viewer") < rank(&project, "king")
        );
    }

    #[test]
    fn who_owns_the_organization_through_a_group_may_use_every_route_too() {
        let organization = Resource::organization("org-1");
        let owner = all(&organization).next().unwrap().role;
        assert_eq!(owner.name.as_deref(), Some("owner"));
        for route in crate::routes::routes() {
            let is_held = |asked: &str| owner.permissions.iter().any(|held| **held == *asked);
            assert!(route.permission.is_none_or(is_held), "{} {}", route.method, route.template);
        }
    }
}
