//! The organization as it is: what a roster file is compared with, and what an export is made of.

use std::collections::HashMap;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::read::{SIDE_BY_SIDE, all};
use crate::api::model::{Group, GroupId, Invite, Project, ProjectId, ProjectRole, ProjectStatus, User, UserId};
use crate::api::{group_users, groups, invites, project_users, projects, users};
use crate::{Error, Organization, Result};

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
    pub places: HashMap<UserId, Vec<(ProjectId, Option<ProjectRole>)>>,
    /// The groups.
    pub groups: Vec<Group>,
    /// Who is in which group.
    pub group_places: HashMap<UserId, Vec<GroupId>>,
}

impl Present {
    /// Reads it: a request for each 100 members, each project and each group; projects and groups only if they matter.
    pub(crate) async fn read(organization: &Organization, with_projects: bool, with_groups: bool) -> Result<Self> {
        let read_projects = async {
            if !with_projects {
                return Ok((Vec::new(), Vec::new()));
            }
            let mut projects = all(organization, projects::list(false)).await?;
            projects.retain(|project| project.status != Some(ProjectStatus::Archived));
            let ids: Vec<ProjectId> = projects.iter().map(|project| project.id.clone()).collect();
            let reads = ids.into_iter().map(|id| async move {
                let users = all(organization, project_users::list(&id)).await?;
                Ok::<_, Error>(users.into_iter().map(|user| (user.id, (id.clone(), user.role))).collect::<Vec<_>>())
            });
            let places: Vec<Vec<_>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
            Ok((projects, places))
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
        let (members, invites, (projects, project_lists), (groups, group_lists)) = tokio::try_join!(
            all(organization, users::list()),
            all(organization, invites::list()),
            read_projects,
            read_groups,
        )?;
        let mut present = Self { members, invites, projects, groups, ..Self::default() };
        for (user, place) in project_lists.into_iter().flatten() {
            present.places.entry(user).or_default().push(place);
        }
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
