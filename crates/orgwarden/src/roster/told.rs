//! Who is in which project, as far as the list of members tells it.

use crate::api::model::{OrganizationRole, ProjectId, ProjectRole, User};

/// The projects of a member with the role in each, where the answer carries them whole. Lists of the API may leave them
/// out; then only the lists of the projects tell.
pub(super) fn places_told(user: &User) -> Option<Vec<(ProjectId, ProjectRole)>> {
    let places = user.projects.as_ref()?.data.iter();
    places.map(|place| Some((place.id.clone()?, ProjectRole::from(&**place.role.as_ref()?)))).collect()
}

/// Whether it must be known from elsewhere in which projects somebody is. Owners of the organization are in every one, and
/// nobody is named without an address.
pub(super) fn is_silent(user: &User) -> bool {
    user.role != Some(OrganizationRole::Owner) && user.email.is_some() && places_told(user).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_that_is_not_told_whole_tells_nothing() {
        let user = |role: &str, projects: serde_json::Value| -> User {
            serde_json::from_value(json!({"id": "user-1", "email": "a@x.io", "role": role, "projects": projects}))
                .unwrap()
        };
        let whole = json!({"object": "list", "data": [{"id": "proj_1", "name": null, "role": "member"}]});
        assert_eq!(places_told(&user("reader", whole)), Some(vec![("proj_1".into(), ProjectRole::Member)]));
        assert_eq!(places_told(&user("reader", json!({"object": "list", "data": []}))), Some(vec![]));
        for silent in [
            json!(null),
            json!({"object": "list", "data": [{"id": "proj_1", "role": null}]}),
            json!({"object": "list", "data": [{"id": null, "role": "member"}]}),
        ] {
            assert!(is_silent(&user("reader", silent.clone())), "{silent}");
            assert!(!is_silent(&user("owner", silent)));
        }
    }
}
