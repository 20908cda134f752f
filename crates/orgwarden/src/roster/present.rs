//! The organization as it is: what a roster file is compared with, and what an export is made of.

use std::collections::{HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::read::{SIDE_BY_SIDE, all, once};
use super::told::{is_silent, places_told};
use crate::api::model::{Group, GroupId, Invite, Project, ProjectId, ProjectRole, ProjectStatus, User, UserId};
use crate::api::{group_users, groups, invites, project_users, projects, users};
use crate::{Error, Organization, Result};

/// The projects of members, with the role in each.
type Places = HashMap<UserId, Vec<(ProjectId, Option<ProjectRole>)>>;

/// Everybody with their places in projects and groups.
#[derive(Clone, Debug, Default)]
pub struct Present {
    /// The members.
    pub members: Vec<User>,
    /// The invitations.
    pub invites: Vec<Invite>,
    /// The projects that are in use.
    pub projects: Vec<Project>,
    /// Who is in which project.
    pub places: Places,
    /// The groups.
    pub groups: Vec<Group>,
    /// Who is in which group.
    pub group_places: HashMap<UserId, Vec<GroupId>>,
}

impl Present {
    /// Reads it: a request for each 100 members and each group; projects and groups only if they matter. Who is in which
    /// project is told by the list of members; where it leaves that out, it takes a request for each project as well.
    pub(crate) async fn read(organization: &Organization, with_projects: bool, with_groups: bool) -> Result<Self> {
        let read_projects = async {
            let mut projects = if with_projects { all(organization, projects::list(false)).await? } else { Vec::new() };
            projects.retain(|project| project.status != Some(ProjectStatus::Archived));
            Ok::<_, Error>(projects)
        };
        let read_members = async {
            let mut pages = organization.client().pages(users::list());
            let (first, projects) = tokio::try_join!(pages.next(), read_projects)?;
            let mut members = first.unwrap_or_default();
            let lists = |is_needed: bool| {
                let projects: &[Project] = if is_needed { &projects } else { &[] };
                places_by_project(organization, projects)
            };
            // The first page shows what the others are like: what must be read besides is read beside them.
            let is_silent_from_the_first = members.iter().any(is_silent);
            let rest = async {
                let mut rest = Vec::new();
                while let Some(page) = pages.next().await? {
                    rest.extend(page);
                }
                Ok(rest)
            };
            let (rest, mut places) = tokio::try_join!(rest, lists(is_silent_from_the_first))?;
            members.extend(rest);
            once(&mut members);
            if is_silent_from_the_first {
                return Ok((members, projects, places));
            }
            if members.iter().any(is_silent) {
                places = lists(true).await?;
            } else {
                let in_use: HashSet<&ProjectId> = projects.iter().map(|project| &project.id).collect();
                for user in &members {
                    let told = places_told(user).unwrap_or_default().into_iter();
                    let told = told.filter(|(project, _)| in_use.contains(project));
                    places.insert(user.id.clone(), told.map(|(project, role)| (project, Some(role))).collect());
                }
            }
            Ok((members, projects, places))
        };
        let read_groups = async {
            if !with_groups {
                return Ok((Vec::new(), Vec::new()));
            }
            let groups = all(organization, groups::list()).await?;
            let ids: Vec<GroupId> = groups.iter().map(|group| group.id.clone()).collect();
            let reads = ids.into_iter().map(|id| async move {
                let users = all(organization, group_users::list(&id)).await?;
                Ok::<_, Error>(users.into_iter().map(|user| (user.id, id.clone())).collect::<Vec<_>>())
            });
            let places: Vec<Vec<_>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
            Ok((groups, places))
        };
        let ((members, projects, places), invites, (groups, group_lists)) =
            tokio::try_join!(read_members, all(organization, invites::list()), read_groups)?;
        let mut present = Self { members, invites, projects, places, groups, ..Self::default() };
        for (user, group) in group_lists.into_iter().flatten() {
            present.group_places.entry(user).or_default().push(group);
        }
        Ok(present)
    }

    /// The places of a member in projects.
    pub(crate) fn projects_of(&self, user: &UserId) -> &[(ProjectId, Option<ProjectRole>)] {
        self.places.get(user).map_or(&[], Vec::as_slice)
    }

    /// The groups of a member.
    pub(crate) fn groups_of(&self, user: &UserId) -> &[GroupId] {
        self.group_places.get(user).map_or(&[], Vec::as_slice)
    }
}

/// Who is in these projects: a request for each, and for each 100 people in it.
async fn places_by_project(organization: &Organization, projects: &[Project]) -> Result<Places> {
    let ids: Vec<ProjectId> = projects.iter().map(|project| project.id.clone()).collect();
    let reads = ids.into_iter().map(|id| async move {
        let users = all(organization, project_users::list(&id)).await?;
        Ok::<_, Error>(users.into_iter().map(|user| (user.id, (id.clone(), user.role))).collect::<Vec<_>>())
    });
    let lists: Vec<Vec<_>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    let mut places = Places::new();
    for (user, place) in lists.into_iter().flatten() {
        places.entry(user).or_default().push(place);
    }
    Ok(places)
}
