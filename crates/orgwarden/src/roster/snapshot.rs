//! What was read of an organization for deciding what wishes mean: everything they need, and nothing twice.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::read::{PAGES_FOR_A_SUGGESTION, SIDE_BY_SIDE, all, found, members_by_email, members_by_id, projects};
use super::{Index, Present, Who, resolve_group, resolve_project};
use crate::api::model::{Group, GroupId, Invite, Project, ProjectId, ProjectRole, ProjectUser, User, UserId};
use crate::api::{group_users, groups, invites, project_users, users};
use crate::plan::{Want, Wish};
use crate::{Error, Organization, Result};

/// The part of an organization that some wishes are about.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// The members who are named; perhaps more, perhaps all.
    pub members: Vec<User>,
    /// All invitations, if a wish is about one.
    pub invites: Vec<Invite>,
    /// The projects in use, if a wish names one.
    pub projects: Vec<Project>,
    /// Who is in the projects that people should join or leave, with the role there.
    pub places: HashMap<ProjectId, HashMap<UserId, Option<ProjectRole>>>,
    /// The groups, if a wish names one.
    pub groups: Vec<Group>,
    /// Who is in the groups that people should join or leave.
    pub memberships: HashMap<GroupId, HashSet<UserId>>,
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
    /// Who should join or leave which projects.
    places: BTreeMap<&'a str, Vec<&'a Who>>,
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
                    need.places.entry(project).or_default().push(&wish.who);
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

impl From<Present> for Snapshot {
    /// Everything that was read of an organization, as wishes need it.
    fn from(present: Present) -> Self {
        let Present { members, invites, projects, places, groups, group_places } = present;
        // Who is in nothing is known to be in nothing.
        let mut snapshot = Self {
            places: projects.iter().map(|project| (project.id.clone(), HashMap::new())).collect(),
            memberships: groups.iter().map(|group| (group.id.clone(), HashSet::new())).collect(),
            members,
            invites,
            projects,
            groups,
        };
        for (user, places) in places {
            for (project, role) in places {
                snapshot.places.entry(project).or_default().insert(user.clone(), role);
            }
        }
        for (user, groups) in group_places {
            for group in groups {
                snapshot.memberships.entry(group).or_default().insert(user.clone());
            }
        }
        snapshot
    }
}

impl Snapshot {
    /// Reads what some wishes need, with the fewest requests.
    ///
    /// Addresses are read a hundred at a time, and the whole list only where somebody is named by name. Invitations are
    /// read if a wish is about one, projects and groups if one is named, and who is in them only for those that people
    /// should join or leave.
    pub async fn read(organization: &Organization, wishes: &[Wish]) -> Result<Self> {
        Self::read_beside(organization, wishes, None).await
    }

    /// The same, where the invitations have been read already.
    pub(crate) async fn read_beside(
        organization: &Organization,
        wishes: &[Wish],
        invites: Option<Vec<Invite>>,
    ) -> Result<Self> {
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
        let read_invites = async {
            match invites {
                Some(invites) => Ok(invites),
                None if need.invites => all(organization, invites::list()).await,
                None => Ok(Vec::new()),
            }
        };
        let read_projects = async { if need.projects { projects(organization, false).await } else { Ok(Vec::new()) } };
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
        let index = Index::new(&self.members);
        let mut places: BTreeMap<ProjectId, HashSet<UserId>> = BTreeMap::new();
        for (name, who) in &need.places {
            let Ok(project) = resolve_project(name, &self.projects) else { continue };
            let users = who.iter().flat_map(|who| index.find(who)).map(|user| user.id.clone());
            places.entry(project.id.clone()).or_default().extend(users);
        }
        let named: BTreeSet<GroupId> =
            need.groups.iter().filter_map(|name| Some(resolve_group(name, &self.groups).ok()?.id.clone())).collect();
        let read_places = places.into_iter().map(|(project, users)| async move {
            let users = present(organization, &project, users).await?;
            Ok::<_, Error>((project, users.into_iter().map(|user| (user.id, user.role)).collect()))
        });
        let read_groups = named.into_iter().map(|group| async move {
            let users = all(organization, group_users::list(&group)).await?;
            Ok::<_, Error>((group, users.into_iter().map(|user| user.id).collect()))
        });
        let (places, memberships) = tokio::try_join!(
            stream::iter(read_places).buffered(SIDE_BY_SIDE).try_collect::<HashMap<_, _>>(),
            stream::iter(read_groups).buffered(SIDE_BY_SIDE).try_collect::<HashMap<_, _>>(),
        )?;
        self.places = places;
        self.memberships = memberships;
        Ok(())
    }
}

/// Whether a wish can only be meant for a member.
fn is_about_a_member(want: &Want) -> bool {
    matches!(want, Want::Role { .. } | Want::Group { .. } | Want::Remove)
}

/// Which of some people are in a project. A project may have many more members than are asked about.
async fn present(
    organization: &Organization,
    project: &ProjectId,
    mut wanted: HashSet<UserId>,
) -> Result<Vec<ProjectUser>> {
    let client = organization.client();
    let mut present = Vec::new();
    if wanted.len() > 1 {
        // A page may hold them all; but no more pages are read than single reads would cost.
        let mut pages = client.pages(project_users::list(project));
        for _ in 0..wanted.len() {
            let Some(page) = pages.next().await? else { return Ok(present) };
            present.extend(page.into_iter().filter(|user| wanted.remove(&user.id)));
            if wanted.is_empty() {
                break;
            }
        }
        if !pages.has_next() {
            return Ok(present);
        }
    }
    let calls: Vec<_> = wanted.iter().map(|user| project_users::retrieve(project, user)).collect();
    let reads = calls.into_iter().map(|call| async move { found(client.send(&call).await) });
    let singles: Vec<Option<ProjectUser>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    present.extend(singles.into_iter().flatten());
    Ok(present)
}
