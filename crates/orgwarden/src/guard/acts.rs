//! What guards must know of an act: whom it is about, and what it takes or gives.

use crate::api::model::{GroupId, KeyId, OrganizationRole, ProjectId, ProjectRole, ResourceType, RoleId, UserId};
use crate::plan::{Act, Holder};

/// The name of the built-in role that has everything, in the organization and in projects.
const OWNER: &str = "owner";

impl Act {
    /// The member whom it is about; of a key, whose it is.
    pub(crate) fn member(&self) -> Option<&UserId> {
        match self {
            Self::SetRole { user, .. }
            | Self::Remove { user }
            | Self::AddToProject { user, .. }
            | Self::SetProjectRole { user, .. }
            | Self::RemoveFromProject { user, .. }
            | Self::AddToGroup { user, .. }
            | Self::RemoveFromGroup { user, .. } => Some(user),
            Self::AssignRole { holder, .. } | Self::UnassignRole { holder, .. } => holder.user(),
            Self::DeleteKey { owner, .. } | Self::DeleteAdminKey { owner, .. } | Self::FreezeKey { owner, .. } => {
                owner.as_ref()
            }
            Self::Invite { .. }
            | Self::CancelInvite { .. }
            | Self::DeleteServiceAccount { .. }
            | Self::ArchiveProject { .. }
            | Self::SetSpendLimit { .. }
            | Self::DeleteSpendLimit { .. }
            | Self::CreateSpendAlert { .. }
            | Self::ReplaceSpendAlert { .. }
            | Self::DeleteSpendAlert { .. } => None,
        }
    }

    /// The group from whose members it takes what the group gave them.
    pub(crate) fn group_that_loses(&self) -> Option<&GroupId> {
        match self {
            Self::UnassignRole { holder: Holder::Group(group), .. } => Some(group),
            _ => None,
        }
    }

    /// Whether it takes something away from somebody.
    pub(crate) fn takes(&self) -> bool {
        match self {
            Self::CancelInvite { .. }
            | Self::Remove { .. }
            | Self::RemoveFromProject { .. }
            | Self::RemoveFromGroup { .. }
            | Self::UnassignRole { .. }
            | Self::DeleteKey { .. }
            | Self::DeleteAdminKey { .. }
            | Self::FreezeKey { .. }
            | Self::DeleteServiceAccount { .. }
            | Self::ArchiveProject { .. } => true,
            Self::SetRole { .. } => self.lowers().is_some(),
            Self::SetProjectRole { role, .. } => *role != ProjectRole::Owner,
            Self::Invite { .. }
            | Self::AddToProject { .. }
            | Self::AddToGroup { .. }
            | Self::AssignRole { .. }
            | Self::SetSpendLimit { .. }
            | Self::DeleteSpendLimit { .. }
            | Self::CreateSpendAlert { .. }
            | Self::ReplaceSpendAlert { .. }
            | Self::DeleteSpendAlert { .. } => false,
        }
    }

    /// The project that it makes somebody an owner of, and whom.
    pub(crate) fn makes_project_owner(&self) -> Option<(&ProjectId, &UserId)> {
        match self {
            Self::AddToProject { project, user, role } | Self::SetProjectRole { project, user, role }
                if *role == ProjectRole::Owner =>
            {
                Some((project, user))
            }
            Self::AssignRole { project: Some(project), holder, role } if is_owner(role, &ResourceType::Project) => {
                Some((project, holder.user()?))
            }
            _ => None,
        }
    }

    /// Whether it ends somebody's ownership of a project.
    pub(crate) fn ends_ownership_of(&self, wanted: &ProjectId) -> bool {
        match self {
            Self::Remove { .. } => true,
            Self::RemoveFromProject { project, .. } | Self::SetProjectRole { project, .. } => {
                project == wanted && self.takes()
            }
            Self::UnassignRole { project: Some(project), role, .. } => {
                project == wanted && is_owner(role, &ResourceType::Project)
            }
            _ => false,
        }
    }

    /// The admin key that it ends.
    pub(crate) fn ends_admin_key(&self) -> Option<&KeyId> {
        match self {
            Self::DeleteAdminKey { key, .. } => Some(key),
            _ => None,
        }
    }

    /// Whether it takes a member or a project away from the organization: what the limits on removals count.
    pub fn is_removal(&self) -> bool {
        matches!(self, Self::Remove { .. } | Self::ArchiveProject { .. })
    }

    /// The member whose place in the organization it ends or lowers.
    pub fn lowers(&self) -> Option<&UserId> {
        match self {
            Self::Remove { user } => Some(user),
            Self::SetRole { user, role } if *role != OrganizationRole::Owner => Some(user),
            Self::UnassignRole { project: None, holder: Holder::User(user), role }
                if is_owner(role, &ResourceType::Organization) =>
            {
                Some(user)
            }
            _ => None,
        }
    }

    /// The member that it makes an owner of the organization.
    pub fn promotes(&self) -> Option<&UserId> {
        match self {
            Self::SetRole { user, role: OrganizationRole::Owner } => Some(user),
            Self::AssignRole { project: None, holder: Holder::User(user), role }
                if is_owner(role, &ResourceType::Organization) =>
            {
                Some(user)
            }
            _ => None,
        }
    }

    /// Whether it makes somebody, or a whole group, an owner of the organization, now or when an invitation is accepted.
    pub fn makes_owner(&self) -> bool {
        match self {
            Self::SetRole { role, .. } | Self::Invite { role, .. } => *role == OrganizationRole::Owner,
            Self::AssignRole { project: None, role, .. } => is_owner(role, &ResourceType::Organization),
            _ => false,
        }
    }

    /// Whether it would leave a key without any scope, which the API takes for every scope.
    pub(crate) fn has_no_scopes(&self) -> bool {
        matches!(self, Self::FreezeKey { scopes, .. } if scopes.iter().all(|scope| scope.trim().is_empty()))
    }
}

fn is_owner(role: &RoleId, kind: &ResourceType) -> bool {
    role.built_in().is_some_and(|role| role.name == OWNER && role.resource_type == *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_role_of_an_owner_is_one_however_it_is_given() {
        let holder = Holder::User("user-1".into());
        for id in ["role-api-organization-owner", "role-api-organization-owner__api-organization__org-1"] {
            let role: RoleId = id.into();
            let give = Act::AssignRole { project: None, holder: holder.clone(), role: role.clone() };
            let take = Act::UnassignRole { project: None, holder: holder.clone(), role: role.clone() };
            let group = Act::AssignRole { project: None, holder: Holder::Group("g".into()), role };
            assert_eq!((give.promotes(), take.lowers()), (holder.user(), holder.user()), "{id}");
            assert!(give.makes_owner() && group.makes_owner() && group.promotes().is_none());
        }
        let custom = Act::UnassignRole { project: None, holder, role: "role_01J".into() };
        assert!(custom.lowers().is_none() && custom.takes() && custom.member().is_some());
    }

    #[test]
    fn no_scopes_are_never_sent_as_an_empty_list() {
        let freeze = |scopes: &[&str]| Act::FreezeKey {
            project: "proj_1".into(),
            key: "key_1".into(),
            owner: None,
            scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            expires_in_seconds: None,
        };
        assert!(freeze(&[]).has_no_scopes() && freeze(&[" "]).has_no_scopes());
        assert_eq!(freeze(&[]).call().body().unwrap().to_string(), "{}");
        let frozen = freeze(&["api.all.read"]);
        assert!(!frozen.has_no_scopes());
        assert_eq!(frozen.call().body().unwrap().to_string(), r#"{"scopes":["api.all.read"]}"#);
    }
}
