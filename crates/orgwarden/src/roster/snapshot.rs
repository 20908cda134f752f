//! What was read of an organization for deciding what wishes mean, for comparing and for exporting: what they need, and
//! nothing twice.

use std::collections::{BTreeSet, HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::read::{PAGES_FOR_A_SUGGESTION, SIDE_BY_SIDE, all, members_by_email, members_by_id, projects};
use super::{Directory, Index, Who};
use crate::api::model::{
    Group, GroupId, Invite, Project, ProjectId, ProjectRole, ProjectStatus, ProjectUser, User, UserId,
};
use crate::api::{group_users, groups, invites, project_users, users};
use crate::plan::{Want, Wish};
use crate::{Error, Organization, Result};

/// The part of an organization that was read: what some wishes are about, or everything.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// The members who are named; perhaps more, perhaps all.
    pub members: Vec<User>,
    /// All invitations, if they matter.
    pub invites: Vec<Invite>,
    /// The projects in use, if they matter.
    pub projects: Vec<Project>,
    /// The places of members in those projects that matter, each with the role there.
    pub places: HashMap<UserId, Vec<(ProjectId, Option<ProjectRole>)>>,
    /// The groups, if they matter.
    pub groups: Vec<Group>,
    /// In which of the groups that matter members are.
    pub memberships: HashMap<UserId, Vec<GroupId>>,
}

/// What must be read for some wishes.
#[derive(Debug, Default)]
struct Need<'a> {
    emails: Vec<&'a str>,
    ids: Vec<&'a str>,
    /// Somebody is named by name: only the whole list tells who it is.
    everybody: bool,
    invites: bool,
    /// Invitations that are named by their own id, and whose addresses only they tell.
    resent: Vec<&'a Who>,
    projects: bool,
    places: BTreeSet<&'a str>,
    groups: BTreeSet<&'a str>,
}

impl<'a> Need<'a> {
    fn of(wishes: &'a [Wish]) -> Self {
        let mut need = Self::default();
        let mut seen = HashSet::new();
        for wish in wishes {
            match &wish.want {
                Want::Cancel => {
                    need.invites = true;
                    continue;
                }
                Want::Resend => {
                    need.invites = true;
                    if !wish.who.is_email() {
                        need.resent.push(&wish.who);
                        continue;
                    }
                }
                Want::Invite { projects, .. } => {
                    need.invites = true;
                    need.projects |= projects.as_ref().is_some_and(|projects| !projects.is_empty());
                }
                Want::Project { project, .. } => {
                    need.projects = true;
                    need.places.insert(project);
                }
                Want::Group { group, .. } => drop(need.groups.insert(group)),
                Want::Role { .. } | Want::Remove => {}
            }
            let who = wish.who.as_str();
            if who.is_empty() || !seen.insert(who) {
                continue;
            }
            if wish.who.is_email() {
                need.emails.push(who);
            } else if wish.who.is_id() {
                need.ids.push(who);
            } else {
                need.everybody = true;
            }
        }
        need
    }
}

impl Snapshot {
    /// The places of a member in projects.
    pub fn places_of(&self, user: &UserId) -> &[(ProjectId, Option<ProjectRole>)] {
        self.places.get(user).map_or(&[], Vec::as_slice)
    }

    /// The place of a member in a project: absent, or with the role there.
    pub fn place(&self, user: &UserId, project: &ProjectId) -> Option<Option<&ProjectRole>> {
        let mut places = self.places_of(user).iter();
        places.find(|(id, _)| id == project).map(|(_, role)| role.as_ref())
    }

    /// The groups of a member.
    pub fn groups_of(&self, user: &UserId) -> &[GroupId] {
        self.memberships.get(user).map_or(&[], Vec::as_slice)
    }

    /// Puts a member into a project, or changes their role there.
    pub fn put_into_project(&mut self, user: &UserId, project: &ProjectId, role: Option<ProjectRole>) {
        let places = self.places.entry(user.clone()).or_default();
        match places.iter_mut().find(|(id, _)| id == project) {
            Some((_, known)) => *known = role,
            None => places.push((project.clone(), role)),
        }
    }

    /// Puts a member into a group.
    pub fn put_into_group(&mut self, user: &UserId, group: &GroupId) {
        let groups = self.memberships.entry(user.clone()).or_default();
        if !groups.contains(group) {
            groups.push(group.clone());
        }
    }

    /// Reads everybody, with their places in projects and groups where those matter: a request for each 100 members, each
    /// project and each group.
    pub(crate) async fn read_all(organization: &Organization, with_projects: bool, with_groups: bool) -> Result<Self> {
        let read_projects = async {
            if !with_projects {
                return Ok((Vec::new(), Vec::new()));
            }
            let projects = in_use(organization).await?;
            let ids = projects.iter().map(|project| project.id.clone()).collect();
            let users = project_lists(organization, ids).await?;
            Ok((projects, users))
        };
        let read_groups = async {
            if !with_groups {
                return Ok((Vec::new(), Vec::new()));
            }
            let groups = all(organization, groups::list()).await?;
            let ids = groups.iter().map(|group| group.id.clone()).collect();
            let users = group_lists(organization, ids).await?;
            Ok((groups, users))
        };
        let (members, invites, (projects, places), (groups, memberships)) = tokio::try_join!(
            all(organization, users::list()),
            all(organization, invites::list()),
            read_projects,
            read_groups,
        )?;
        let mut snapshot = Self { members, invites, projects, groups, ..Self::default() };
        snapshot.put(places, memberships);
        Ok(snapshot)
    }

    /// Puts people into the projects and groups whose lists were read.
    fn put(&mut self, places: Vec<(ProjectId, Vec<ProjectUser>)>, memberships: Vec<(GroupId, Vec<UserId>)>) {
        // The lists hold nobody twice, so that nobody is looked for.
        for (project, users) in places {
            for user in users {
                self.places.entry(user.id).or_default().push((project.clone(), user.role));
            }
        }
        for (group, users) in memberships {
            for user in users {
                self.memberships.entry(user).or_default().push(group.clone());
            }
        }
    }

    /// Reads what some wishes need, with the fewest requests.
    ///
    /// Addresses are read a hundred at a time, and the whole list only where somebody is named by name. Invitations are
    /// read if a wish is about one, projects and groups if one is named, and who is in them only for those that people
    /// should join or leave.
    pub async fn read(organization: &Organization, wishes: &[Wish]) -> Result<Self> {
        let need = Need::of(wishes);
        let read_members = async {
            if need.everybody {
                return all(organization, users::list()).await;
            }
            let (mut members, by_id) =
                tokio::try_join!(members_by_email(organization, &need.emails), members_by_id(organization, &need.ids))?;
            members.extend(by_id);
            Ok(members)
        };
        let read_invites =
            async { if need.invites { all(organization, invites::list()).await } else { Ok(Vec::new()) } };
        let read_projects = async { if need.projects { in_use(organization).await } else { Ok(Vec::new()) } };
        let read_groups =
            async { if need.groups.is_empty() { Ok(Vec::new()) } else { all(organization, groups::list()).await } };
        let (members, invites, projects, groups) =
            tokio::try_join!(read_members, read_invites, read_projects, read_groups)?;
        let mut snapshot = Self { members, invites, projects, groups, ..Self::default() };
        if !need.everybody {
            snapshot.read_the_missing(organization, &need, wishes).await?;
        }
        snapshot.read_places(organization, &need).await?;
        Ok(snapshot)
    }

    /// Those whom nobody among the members that were read can be.
    pub(crate) fn missing<'a>(&self, who: impl Iterator<Item = &'a Who>) -> HashSet<&'a str> {
        let index = Index::new(&self.members);
        who.filter(|who| index.find(who).is_empty()).map(Who::as_str).collect()
    }

    /// Reads those who are behind invitations that are named by id, and, where somebody is not there, a few pages of
    /// members: somebody near was perhaps meant.
    async fn read_the_missing(&mut self, organization: &Organization, need: &Need<'_>, wishes: &[Wish]) -> Result<()> {
        let resent: HashSet<&str> = need.resent.iter().map(|who| who.as_str()).collect();
        let behind = self.invites.iter().filter(|invite| resent.contains(invite.id.as_str()));
        let (unknown, is_missing) = {
            let index = Index::new(&self.members);
            let addresses = behind.filter_map(|invite| invite.email.as_deref());
            let unknown: Vec<&str> = addresses.filter(|email| index.find(&Who::from(*email)).is_empty()).collect();
            (unknown, wishes.iter().any(|wish| is_about_a_member(&wish.want) && index.find(&wish.who).is_empty()))
        };
        let resent = members_by_email(organization, &unknown).await?;
        self.members.extend(resent);
        if is_missing {
            let mut pages = organization.client().pages(users::list());
            for _ in 0..PAGES_FOR_A_SUGGESTION {
                let Some(page) = pages.next().await? else { break };
                self.members.extend(page);
            }
        }
        Ok(())
    }

    /// Reads who is in the projects and groups that people should join or leave.
    async fn read_places(&mut self, organization: &Organization, need: &Need<'_>) -> Result<()> {
        // Names that mean nothing are told when the wishes are decided.
        let (places, named) = {
            let (projects, groups) = (Directory::of_projects(&self.projects), Directory::of_groups(&self.groups));
            let places: BTreeSet<ProjectId> =
                need.places.iter().filter_map(|name| Some(projects.find(name).ok()?.id.clone())).collect();
            let named: BTreeSet<GroupId> =
                need.groups.iter().filter_map(|name| Some(groups.find(name).ok()?.id.clone())).collect();
            (places.into_iter().collect(), named.into_iter().collect())
        };
        let (places, memberships) =
            tokio::try_join!(project_lists(organization, places), group_lists(organization, named))?;
        self.put(places, memberships);
        Ok(())
    }
}

/// The projects that are in use.
async fn in_use(organization: &Organization) -> Result<Vec<Project>> {
    let mut projects = projects(organization, false).await?;
    projects.retain(|project| project.status != Some(ProjectStatus::Archived));
    Ok(projects)
}

/// Who is in some projects.
async fn project_lists(
    organization: &Organization,
    projects: Vec<ProjectId>,
) -> Result<Vec<(ProjectId, Vec<ProjectUser>)>> {
    let reads = projects.into_iter().map(|project| async move {
        let users = all(organization, project_users::list(&project)).await?;
        Ok::<_, Error>((project, users))
    });
    stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await
}

/// Who is in some groups.
async fn group_lists(organization: &Organization, groups: Vec<GroupId>) -> Result<Vec<(GroupId, Vec<UserId>)>> {
    let reads = groups.into_iter().map(|group| async move {
        let users = all(organization, group_users::list(&group)).await?;
        Ok::<_, Error>((group, users.into_iter().map(|user| user.id).collect()))
    });
    stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await
}

/// Whether a wish can only be meant for a member.
fn is_about_a_member(want: &Want) -> bool {
    matches!(want, Want::Role { .. } | Want::Group { .. } | Want::Remove)
}
