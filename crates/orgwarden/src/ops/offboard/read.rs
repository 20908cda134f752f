//! What is at stake when people leave: read once for all of them, and nothing that the decision does not need.

use std::collections::{HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::ids;
use super::spend::Spend;
use crate::api::model::{
    AdminApiKey, Group, GroupId, Invite, OrganizationRole, Project, ProjectId, ProjectRole, ProjectStatus, ProjectUser,
    User, UserId,
};
use crate::api::{group_users, groups, invites, project_groups, project_users};
use crate::guard::{self, KeyOwners};
use crate::roster::{self, Key, Membership, Places, SIDE_BY_SIDE};
use crate::{Error, ErrorKind, Organization, Result};

/// The members of so many groups are looked up, one request each. Of more, none: access goes first, and the removal ends
/// memberships of groups all the same.
const MOST_GROUPS: usize = 40;

/// What is wished beyond what is always read.
pub(super) struct Wanted<'a> {
    /// Who becomes owner of projects that would have none.
    pub(super) heir: Option<&'a User>,
    pub(super) rotate: bool,
    pub(super) spend: bool,
    /// They stay members: what groups and projects give them must be taken one by one.
    pub(super) staged: bool,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The projects in use.
    pub(super) projects: Vec<Project>,
    /// All keys of all projects: a key can be where its owner is not in the project any more.
    pub(super) keys: Vec<Key>,
    /// The groups with their members. Absent: not read.
    pub(super) groups: Option<Vec<(Group, HashSet<UserId>)>>,
    pub(super) admin_keys: Vec<AdminApiKey>,
    /// All invitations: one that is open would let somebody in again.
    pub(super) invites: Vec<Invite>,
    pub(super) key_owners: Option<KeyOwners>,
    /// The projects that each of them was added to.
    pub(super) places: HashMap<UserId, Vec<Membership>>,
    /// The projects that they reach through groups; only if keys are to be replaced.
    pub(super) by_group: HashMap<UserId, HashSet<ProjectId>>,
    /// The projects that would have no owner of their own; only if somebody is to become one.
    pub(super) orphans: Vec<Orphan>,
    pub(super) spend: Option<Spend>,
    /// What could not be read, and why.
    pub(super) notes: Vec<String>,
}

/// A project whose last owners of its own leave.
#[derive(Debug)]
pub(super) struct Orphan {
    pub(super) project: Project,
    /// Those who leave.
    pub(super) owners: HashSet<UserId>,
    /// The present place there of the one who takes over, if there is one.
    pub(super) heir: Option<ProjectUser>,
}

/// Reads it: the projects, a request for each of them for its keys, the admin keys, the invitations, and the groups. Of
/// people who are all gone, keys and invitations are everything that can be left.
pub(super) async fn read(organization: &Organization, members: &[User], wanted: &Wanted<'_>) -> Result<Read> {
    let projects = async {
        let mut projects = roster::projects(organization, false).await?;
        projects.retain(|project| project.status != Some(ProjectStatus::Archived));
        Ok::<_, Error>(projects)
    };
    if members.is_empty() {
        let in_projects = async {
            let projects = projects.await?;
            let keys = roster::all_keys(organization, &projects).await?;
            Ok::<_, Error>((projects, keys))
        };
        let ((projects, keys), admin_keys, invites) = tokio::try_join!(
            in_projects,
            roster::admin_keys(organization),
            roster::all(organization, invites::list())
        )?;
        let key_owners = Some(roster::owners_of_key(organization, &admin_keys));
        let admin_keys = roster::only_admin_keys(admin_keys, &keys);
        return Ok(Read { projects, keys, admin_keys, invites, key_owners, ..Read::default() });
    }
    // That they are nowhere is taken from no list where it matters.
    let told = Places::of_all(members, wanted.heir.is_some() || wanted.staged);
    let in_projects = async {
        let projects = projects.await?;
        let listed = listed(&projects, &told, wanted.heir.is_some());
        let (keys, lists) =
            tokio::try_join!(roster::all_keys(organization, &projects), users_of(organization, listed))?;
        Ok::<_, Error>((projects, keys, lists))
    };
    let spend = async {
        if !wanted.spend {
            return Ok(Ok(None));
        }
        // Whoever may not see costs may still let people go.
        match Spend::read(organization).await {
            Err(error) if error.kind() == ErrorKind::Permission => Ok(Err(error)),
            spend => spend.map(|spend| Ok(Some(spend))),
        }
    };
    let ((projects, keys, lists), groups, admin_keys, invites, spend) = tokio::try_join!(
        in_projects,
        read_groups(organization, wanted),
        roster::admin_keys(organization),
        roster::all(organization, invites::list()),
        spend
    )?;
    let mut read = Read {
        key_owners: Some(roster::owners_of_key(organization, &admin_keys)),
        places: places(members, told, &projects, &lists),
        admin_keys: roster::only_admin_keys(admin_keys, &keys),
        projects,
        invites,
        ..Read::default()
    };
    match groups {
        Ok(groups) => read.groups = Some(groups),
        Err(note) => read.notes.push(note),
    }
    match spend {
        Ok(spend) => read.spend = spend,
        Err(error) => read.notes.push(format!("what their keys have cost could not be read: {}", error.message())),
    }
    read.keys = keys;
    if wanted.rotate {
        read.by_group = reached_by_groups(organization, members, &read).await?;
    }
    if let Some(heir) = wanted.heir {
        read.orphans = orphans(organization, members, &read, lists, heir).await?;
    }
    Ok(read)
}

/// The projects whose members must be listed: those that somebody owns, if they are to be handed over; all, if the list of
/// members does not tell who is where.
fn listed(projects: &[Project], told: &[Places], hand_over: bool) -> Vec<ProjectId> {
    let is_told = told.iter().all(Places::is_told);
    let owned: HashSet<&ProjectId> = told
        .iter()
        .filter_map(Places::somewhere)
        .flatten()
        .filter(|place| hand_over && place.role == Some(ProjectRole::Owner))
        .map(|place| &place.id)
        .collect();
    projects.iter().map(|project| &project.id).filter(|id| !is_told || owned.contains(id)).cloned().collect()
}

async fn users_of(
    organization: &Organization,
    projects: Vec<ProjectId>,
) -> Result<HashMap<ProjectId, Vec<ProjectUser>>> {
    let reads = projects.into_iter().map(|project| async move {
        let users = roster::all(organization, project_users::list(&project)).await?;
        Ok::<_, Error>((project, users))
    });
    stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await
}

/// Where each of them is: as the list of members tells, or as those of the projects do.
fn places(
    members: &[User],
    told: Vec<Places>,
    projects: &[Project],
    lists: &HashMap<ProjectId, Vec<ProjectUser>>,
) -> HashMap<UserId, Vec<Membership>> {
    let place = |user: &User, project: &Project| {
        let present = lists.get(&project.id)?.iter().find(|present| present.id == user.id)?;
        Some(Membership { id: project.id.clone(), name: project.name.clone(), role: present.role.clone() })
    };
    let in_use: HashSet<&ProjectId> = projects.iter().map(|project| &project.id).collect();
    let of = |user: &User, told: Places| {
        let told = told.told().filter(|told| !told.is_empty());
        let mut places = told.unwrap_or_else(|| projects.iter().filter_map(|project| place(user, project)).collect());
        // An archived project has no members, whatever is said of them.
        places.retain(|place| in_use.contains(&place.id));
        places
    };
    members.iter().zip(told).map(|(user, told)| (user.id.clone(), of(user, told))).collect()
}

type Groups = Vec<(Group, HashSet<UserId>)>;

/// The groups with their members, or why they were not read: some keys may not see groups, and some organizations have
/// none to see.
async fn read_groups(organization: &Organization, wanted: &Wanted<'_>) -> Result<Result<Groups, String>> {
    let so = if wanted.staged {
        "what these give them they KEEP until they are removed"
    } else {
        "removal ends them all the same"
    };
    match groups_with_members(organization, wanted, so).await {
        Err(error) if matches!(error.kind(), ErrorKind::Permission | ErrorKind::NotFound) => {
            let rotate = if wanted.rotate { ", and which keys they reached through them is not known" } else { "" };
            Ok(Err(format!("their groups could not be read: {}; {so}{rotate}", error.message())))
        }
        Err(error) => Err(error),
        Ok(groups) => Ok(groups),
    }
}

async fn groups_with_members(
    organization: &Organization,
    wanted: &Wanted<'_>,
    so: &str,
) -> Result<Result<Groups, String>> {
    let groups = roster::all(organization, groups::list()).await?;
    // Where they must be known, they are read, however many there are.
    if groups.len() > MOST_GROUPS && !wanted.staged && !wanted.rotate {
        return Ok(Err(format!(
            "their groups were not looked up: there are {}, which would take as many requests; {so}",
            groups.len()
        )));
    }
    let reads = groups.into_iter().map(|group| async move {
        let users = roster::all(organization, group_users::list(&group.id)).await?;
        Ok::<_, Error>((group, users.into_iter().map(|user| user.id).collect()))
    });
    Ok(Ok(stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?))
}

/// The projects that they reach through groups only. Owners of the organization reach all projects anyway.
async fn reached_by_groups(
    organization: &Organization,
    members: &[User],
    read: &Read,
) -> Result<HashMap<UserId, HashSet<ProjectId>>> {
    let readers = members.iter().filter(|user| user.role != Some(OrganizationRole::Owner));
    let readers: HashSet<&UserId> = readers.map(|user| &user.id).collect();
    let mut concerned: HashMap<&GroupId, Vec<&UserId>> = HashMap::new();
    for (group, users) in read.groups.iter().flatten() {
        let theirs: Vec<&UserId> = users.iter().filter(|user| readers.contains(user)).collect();
        if !theirs.is_empty() {
            concerned.insert(&group.id, theirs);
        }
    }
    let mut reached: HashMap<UserId, HashSet<ProjectId>> = HashMap::new();
    if concerned.is_empty() {
        return Ok(reached);
    }
    let projects: Vec<ProjectId> = read.projects.iter().map(|project| project.id.clone()).collect();
    let reads = projects.into_iter().map(|project| async move {
        let groups = roster::all(organization, project_groups::list(&project)).await?;
        Ok::<_, Error>((project, groups))
    });
    let lists: Vec<_> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    for (project, groups) in lists {
        for user in groups.iter().filter_map(|group| concerned.get(&group.group_id)).flatten() {
            reached.entry((*user).clone()).or_default().insert(project.clone());
        }
    }
    Ok(reached)
}

/// The projects that would have no owner of their own, besides the owners of the organization, whom the API lists as
/// owners of every project.
async fn orphans(
    organization: &Organization,
    members: &[User],
    read: &Read,
    lists: HashMap<ProjectId, Vec<ProjectUser>>,
    heir: &User,
) -> Result<Vec<Orphan>> {
    let leaving = ids(members);
    let mut owned: HashMap<&ProjectId, HashSet<UserId>> = HashMap::new();
    // The lists of projects name owners of the organization as owners of every one: that is no place of their own.
    let above: HashSet<&UserId> = members
        .iter()
        .filter(|user| user.role == Some(OrganizationRole::Owner) && Places::of(user).somewhere().is_none())
        .map(|user| &user.id)
        .collect();
    for (user, places) in read.places.iter().filter(|(user, _)| !above.contains(user)) {
        for place in places.iter().filter(|place| place.role == Some(ProjectRole::Owner)) {
            owned.entry(&place.id).or_default().insert(user.clone());
        }
    }
    let stays = |user: &&ProjectUser| user.role == Some(ProjectRole::Owner) && !leaving.contains(&user.id);
    let concerned = || lists.iter().filter(|(project, _)| owned.contains_key(project));
    let addresses: Vec<&str> = concerned()
        .flat_map(|(_, users)| users.iter().filter(stays))
        .filter_map(|user| user.email.as_deref())
        .collect();
    let others = roster::members_by_email(organization, &addresses).await?;
    let above: HashSet<&UserId> = others.iter().filter(|user| guard::is_owner(user)).map(|user| &user.id).collect();
    let mut orphans = Vec::new();
    // In the order of the list.
    for project in &read.projects {
        let (Some(owners), Some(users)) = (owned.remove(&project.id), lists.get(&project.id)) else { continue };
        if users.iter().filter(stays).any(|user| !above.contains(&user.id)) {
            continue;
        }
        let heir = users.iter().find(|user| user.id == heir.id).cloned();
        orphans.push(Orphan { project: project.clone(), owners, heir });
    }
    Ok(orphans)
}
