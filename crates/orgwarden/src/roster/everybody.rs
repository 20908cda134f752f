//! Reading everybody, and who is in which project, as far as the list of members tells it.

use std::collections::{BTreeSet, HashSet};

use super::read::{all, once};
use super::reading::{group_lists, in_use, project_lists};
use super::spend::{read_alerts, read_limits};
use super::{Directory, Places, Snapshot};
use crate::api::model::{OrganizationRole, ProjectId, User};
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
            let told = |members: &[User]| Places::of_all(members, !projects.is_empty());
            let is_silent_from_the_first = are_silent(&snapshot.members, &told(&snapshot.members));
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
            if !is_silent_from_the_first {
                let told = told(&snapshot.members);
                if are_silent(&snapshot.members, &told) {
                    places = lists(true).await?;
                } else {
                    let in_use: HashSet<&ProjectId> = projects.iter().map(|project| &project.id).collect();
                    for (user, told) in snapshot.members.iter().zip(told) {
                        let told = told.told().unwrap_or_default().into_iter();
                        let told = told.filter(|place| in_use.contains(&place.id)).map(|place| (place.id, place.role));
                        snapshot.places.insert(user.id.clone(), told.collect());
                    }
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

/// Whether it must be known of some of these people in which projects they are, and is not told. Owners of the organization
/// are in every one, and nobody is named without an address.
fn are_silent(members: &[User], places: &[Places]) -> bool {
    let matters = |user: &User| user.role != Some(OrganizationRole::Owner) && user.email.is_some();
    members.iter().zip(places).any(|(user, places)| matters(user) && !places.is_told())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn of_owners_and_of_people_without_an_address_it_need_not_be_told() {
        let silent = |role: &str, email: Option<&str>| {
            let members: Vec<User> =
                serde_json::from_value(json!([{"id": "user-1", "email": email, "role": role, "projects": null}]))
                    .unwrap();
            are_silent(&members, &Places::of_all(&members, true))
        };
        assert!(silent("reader", Some("a@x.io")) && !silent("owner", Some("a@x.io")) && !silent("reader", None));
    }
}
