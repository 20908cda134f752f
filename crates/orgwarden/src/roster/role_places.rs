//! Who has which role where: reading it, and telling what was given directly from what comes through a group.

use std::collections::BTreeSet;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::read::{SIDE_BY_SIDE, all_of};
use crate::api::model::{AssignedRole, ProjectId, RoleId};
use crate::api::role_assignments;
use crate::plan::{Holder, scope};
use crate::{Error, Organization, Result};

/// Where somebody can have roles: in a project, or in the organization.
pub type RolePlace = (Option<ProjectId>, Holder);

/// Reads the roles at some places, a request for each. Whoever is gone has none.
pub(crate) async fn read_roles(
    organization: &Organization,
    places: BTreeSet<RolePlace>,
) -> Result<Vec<(RolePlace, Vec<AssignedRole>)>> {
    let reads = places.into_iter().map(|(project, holder)| async move {
        let call = role_assignments::list(scope(project.as_ref()), holder.named());
        let roles = all_of(organization, call).await?;
        Ok::<_, Error>(((project, holder), roles))
    });
    stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await
}

/// How somebody has a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Has {
    /// It was given to them.
    Directly,
    /// Only through a group.
    ThroughGroup,
    /// Not at all.
    Not,
}

/// How a holder has a role, by the list of the holder's roles.
pub(crate) fn has(roles: &[AssignedRole], holder: &Holder, role: &RoleId) -> Has {
    let Some(assigned) = roles.iter().find(|assigned| assigned.id.is_same_role(role)) else { return Has::Not };
    match &assigned.assignment_sources {
        // Untold sources say nothing against the holder.
        Some(sources)
            if !sources.is_empty()
                && sources.iter().all(|source| source.principal_id.as_deref() != Some(holder.id())) =>
        {
            Has::ThroughGroup
        }
        _ => Has::Directly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_role_that_comes_through_a_group_is_not_the_persons_own() {
        let roles: Vec<AssignedRole> = serde_json::from_value(json!([
            {"id": "role_1", "assignment_sources": [{"principal_id": "group_1", "principal_type": "group"}]},
            {"id": "role_2", "assignment_sources": [
                {"principal_id": "group_1", "principal_type": "group"}, {"principal_id": "user-1", "principal_type": "user"}
            ]},
            {"id": "role_3", "assignment_sources": null},
            {"id": "role-api-project-owner__api-project__proj_1", "assignment_sources": []},
        ]))
        .unwrap();
        let user = Holder::User("user-1".into());
        for (role, expected) in [
            ("role_1", Has::ThroughGroup),
            ("role_2", Has::Directly),
            ("role_3", Has::Directly),
            ("role-api-project-owner", Has::Directly),
            ("role_4", Has::Not),
        ] {
            assert_eq!(has(&roles, &user, &role.into()), expected, "{role}");
        }
        assert_eq!(has(&roles, &Holder::Group("group_1".into()), &"role_1".into()), Has::Directly);
    }
}
