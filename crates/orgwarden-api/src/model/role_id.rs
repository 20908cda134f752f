//! Identifiers of roles, compared by what they mean.
//!
//! Requests may name a built-in role by a short id, `role-api-project-owner`, but answers name it by a long one that says
//! where it holds: `role-api-project-owner__api-project__proj_abc`. So two different texts can be the same role.

use super::{ResourceType, RoleId};

const KINDS: [(ResourceType, &str, &str); 2] = [
    (ResourceType::Organization, "role-api-organization-", "__api-organization__"),
    (ResourceType::Project, "role-api-project-", "__api-project__"),
];

/// A role that every organization or every project has, as its identifiers spell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltInRole<'a> {
    /// What it is a role in.
    pub resource_type: ResourceType,
    /// Its name, `owner`.
    pub name: &'a str,
    /// The organization or project. `None` in short ids: there it follows from where the id is used.
    pub resource: Option<&'a str>,
}

impl<'a> BuiltInRole<'a> {
    /// The role of this name in an organization.
    pub const fn in_organization(name: &'a str, organization: Option<&'a str>) -> Self {
        Self { resource_type: ResourceType::Organization, name, resource: organization }
    }

    /// The role of this name in a project.
    pub const fn in_project(name: &'a str, project: Option<&'a str>) -> Self {
        Self { resource_type: ResourceType::Project, name, resource: project }
    }

    /// Reads a short or a long id; `None` for that of any other role.
    pub fn parse(id: &'a str) -> Option<Self> {
        KINDS.into_iter().find_map(|(resource_type, prefix, place)| {
            let rest = id.strip_prefix(prefix)?;
            let (name, resource) = match rest.split_once(place) {
                Some((name, resource)) => (name, Some(resource)),
                None => (rest, None),
            };
            let is_plain = |text: &str| !text.is_empty() && !text.contains("__");
            (is_plain(name) && resource.is_none_or(is_plain)).then_some(Self { resource_type, name, resource })
        })
    }

    /// The identifier: long where the place is known, short otherwise.
    pub fn id(&self) -> RoleId {
        let kind = KINDS.iter().find(|(resource_type, ..)| *resource_type == self.resource_type);
        let (prefix, place) = kind.map_or(("", ""), |(_, prefix, place)| (*prefix, *place));
        RoleId::from(match self.resource {
            Some(resource) => format!("{prefix}{}{place}{resource}", self.name),
            None => format!("{prefix}{}", self.name),
        })
    }
}

impl RoleId {
    /// The built-in role that this means; `None` for any other.
    pub fn built_in(&self) -> Option<BuiltInRole<'_>> {
        BuiltInRole::parse(self.as_str())
    }

    /// Whether two identifiers that are used in the same place mean the same role: equal texts do, and so do the short
    /// and a long form of a built-in role.
    pub fn is_same_role(&self, other: &Self) -> bool {
        match (self.built_in(), other.built_in()) {
            (Some(one), Some(two)) => {
                (one.resource_type, one.name) == (two.resource_type, two.name)
                    && (one.resource == two.resource || one.resource.is_none() || two.resource.is_none())
            }
            _ => self == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_and_the_long_form_are_the_same_role() {
        let same = |one: &str, two: &str| {
            let (one, two) = (RoleId::from(one), RoleId::from(two));
            assert_eq!(one.is_same_role(&two), two.is_same_role(&one));
            one.is_same_role(&two)
        };
        let long = "role-api-project-owner__api-project__proj_1";
        assert!(same("role-api-project-owner", long) && same(long, long));
        assert!(same("role-api-organization-reader", "role-api-organization-reader__api-organization__org-1"));
        assert!(!same(long, "role-api-project-owner__api-project__proj_2"), "another project");
        assert!(!same("role-api-project-member", long) && !same("role-api-organization-owner", long));
        let custom = "role_proj_1~0123";
        assert!(same(custom, custom) && !same(custom, "role_proj_1~4567") && !same(custom, long));
    }

    #[test]
    fn identifiers_of_built_in_roles_are_read_as_they_are_written() {
        for (id, expected) in [
            ("role-api-project-viewer", BuiltInRole::in_project("viewer", None)),
            ("role-api-project-owner__api-project__proj_1", BuiltInRole::in_project("owner", Some("proj_1"))),
            ("role-api-organization-owner", BuiltInRole::in_organization("owner", None)),
            (
                "role-api-organization-owner__api-organization__org-1",
                BuiltInRole::in_organization("owner", Some("org-1")),
            ),
        ] {
            assert_eq!(BuiltInRole::parse(id), Some(expected.clone()), "{id}");
            assert_eq!(expected.id().as_str(), id);
        }
        for other in ["role_01J", "role-api-project-", "role-api-project-owner__api-project__", "role-api-project-a__b"]
        {
            assert_eq!(BuiltInRole::parse(other), None, "{other}");
        }
    }
}
