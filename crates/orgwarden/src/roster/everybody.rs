//! Reading everybody, and who is in which project, as far as the list of members tells it.

use std::collections::{BTreeSet, HashSet};

use super::read::{all, once};
use super::reading::{group_lists, in_use, project_lists};
use super::spend::{read_alerts, read_limits};
use super::{Directory, Snapshot};
use crate::api::model::{OrganizationRole, ProjectId, ProjectRole, User};
use crate::api::{groups, invites, users};
use crate::{Error, Organization, Result};

/// What is to be read beside all members and invitations.
#[derive(Debug, Default)]
pub(crate) struct Extent<'a> {
    /// The projects, and who is in them.
    pub(crate) projects: bool,
    /// The groups, and who is in them.
    pub(crate) groups: bool,
    /// The spend limits.
    pub(crate) limits: SpendOf<'a>,
    /// The alerts.
    pub(crate) alerts: SpendOf<'a>,
}

/// Of which projects limits or alerts are read, a request for each. Needs the projects.
#[derive(Debug, Default)]
pub(crate) enum SpendOf<'a> {
    /// Of none.
    #[default]
    Nothing,
    /// Of those that are named.
    These(BTreeSet<&'a str>),
    /// Of all.
    All,
}

impl Snapshot {
    /// Reads everybody, with their places in projects and groups where those matter: a request for each 100 members and
    /// each group. Who is in which project is told by the list of members; where it leaves that out, it takes a request for
    /// each project as well. A request more for each limit and each list of alerts.
    pub(crate) async fn read_all(organization: &Organization, extent: &Extent<'_>) -> Result<Self> {
        let read_members = async {
            let mut snapshot = Self::default();
            let mut pages = organization.client().pages(users::list());
            let read_projects = async { if extent.projects { in_use(organization).await } else { Ok(Vec::new()) } };
            let (first, projects) = tokio::try_join!(pages.next(), read_projects)?;
            snapshot.members = first.unwrap_or_default();
            let lists = async |is_needed: bool| {
                let needed = if is_needed { &projects[..] } else { &[] };
                project_lists(organization, needed.iter().map(|project| project.id.clone()).collect()).await
            };
            // The first page shows what the others are like: what must be read besides is read beside them.
            let is_silent_from_the_first = leaves_places_out(&snapshot.members, !projects.is_empty());
            let rest = async {
                let mut rest = Vec::new();
                while let Some(page) = pages.next().await? {
                    rest.extend(page);
                }
                Ok(rest)
            };
            let (rest, mut places) = tokio::try_join!(rest, lists(is_silent_from_the_first))?;
            snapshot.members.extend(rest);
            once(&mut snapshot.members);
            if !is_silent_from_the_first && snapshot.members.iter().any(is_silent) {
                places = lists(true).await?;
            } else if !is_silent_from_the_first {
                let in_use: HashSet<&ProjectId> = projects.iter().map(|project| &project.id).collect();
                for user in &snapshot.members {
                    let told = places_told(user).unwrap_or_default().into_iter();
                    let told = told.filter(|(project, _)| in_use.contains(project));
                    let told = told.map(|(project, role)| (project, Some(role))).collect();
                    snapshot.places.insert(user.id.clone(), told);
                }
            }
            snapshot.put(places, Vec::new());
            snapshot.projects = projects;
            Ok::<_, Error>(snapshot)
        };
        let read_groups = async {
            if !extent.groups {
                return Ok((Vec::new(), Vec::new()));
            }
            let groups = all(organization, groups::list()).await?;
            let ids = groups.iter().map(|group| group.id.clone()).collect();
            let users = group_lists(organization, ids).await?;
            Ok((groups, users))
        };
        let (mut snapshot, invites, (groups, memberships)) =
            tokio::try_join!(read_members, all(organization, invites::list()), read_groups)?;
        (snapshot.invites, snapshot.groups) = (invites, groups);
        snapshot.put(Vec::new(), memberships);
        let (limits, alerts) = {
            let directory = Directory::of_projects(&snapshot.projects);
            // Names that mean nothing are told when the file is compared.
            let places = |of: &SpendOf<'_>| -> BTreeSet<Option<ProjectId>> {
                let ids: Vec<&ProjectId> = match of {
                    SpendOf::Nothing => Vec::new(),
                    SpendOf::These(names) => {
                        names.iter().filter_map(|name| Some(&directory.find(name).ok()?.id)).collect()
                    }
                    SpendOf::All => snapshot.projects.iter().map(|project| &project.id).collect(),
                };
                ids.into_iter().cloned().map(Some).collect()
            };
            (places(&extent.limits), places(&extent.alerts))
        };
        (snapshot.limits, snapshot.alerts) =
            tokio::try_join!(read_limits(organization, limits), read_alerts(organization, alerts))?;
        Ok(snapshot)
    }
}

/// The projects of a member with the role in each, where the answer carries them whole. Lists of the API may leave them
/// out; then only the lists of the projects tell.
fn places_told(user: &User) -> Option<Vec<(ProjectId, ProjectRole)>> {
    let places = user.projects.as_ref()?.data.iter();
    places.map(|place| Some((place.id.clone()?, ProjectRole::from(&**place.role.as_ref()?)))).collect()
}

/// Whether these members, of whom there is a page, show that lists leave out who is in which project: one of them does not
/// say it, or nobody is said to be in any.
fn leaves_places_out(members: &[User], has_projects: bool) -> bool {
    let places = |user| places_told(user).unwrap_or_default();
    members.iter().any(is_silent) || (has_projects && members.iter().all(|user| places(user).is_empty()))
}

/// Whether it must be known from elsewhere in which projects somebody is. Owners of the organization are in every one, and
/// nobody is named without an address.
fn is_silent(user: &User) -> bool {
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

    #[test]
    fn a_page_on_which_nobody_is_in_a_project_is_not_believed() {
        let page = |places: [serde_json::Value; 2]| -> Vec<User> {
            let user = |(number, data)| json!({"id": format!("user-{number}"), "email": "a@x.io", "role": "reader", "projects": {"data": data}});
            serde_json::from_value(places.into_iter().enumerate().map(user).collect()).unwrap()
        };
        let somewhere = json!([{"id": "proj_1", "role": "member"}]);
        assert!(leaves_places_out(&page([json!([]), json!([])]), true));
        assert!(!leaves_places_out(&page([json!([]), json!([])]), false), "there is no project to be in");
        assert!(!leaves_places_out(&page([json!([]), somewhere.clone()]), true));
        assert!(leaves_places_out(&page([json!([{"id": "proj_1"}]), somewhere]), true));
    }
}
