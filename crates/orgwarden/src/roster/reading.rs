//! Reading snapshots: what some wishes need, and nothing twice.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::need::{Holding, Need};
use super::read::{
    PAGES_FOR_A_SUGGESTION, SIDE_BY_SIDE, admin_keys, all, all_keys, members_by_email, members_by_id, present, projects,
};
use super::role_places::{RolePlace, read_roles};
use super::spend::{read_alerts, read_limits};
use super::{Directory, Index, Key, Snapshot, Who, keys_by_name, only_admin_keys};
use crate::api::model::{AdminApiKey, GroupId, Invite, Project, ProjectId, ProjectStatus, ProjectUser, UserId};
use crate::api::{group_users, groups, invites, project_users, roles, service_accounts, users};
use crate::plan::{Holder, Want, Wish, scope};
use crate::{Error, Organization, Result};

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
        let read_projects = async { if need.projects { in_use(organization).await } else { Ok(Vec::new()) } };
        let read_groups =
            async { if need.has_groups() { all(organization, groups::list()).await } else { Ok(Vec::new()) } };
        let (members, invites, projects, groups) =
            tokio::try_join!(read_members, read_invites, read_projects, read_groups)?;
        let mut snapshot = Self { members, invites, projects, groups, ..Self::default() };
        if !need.everybody {
            snapshot.read_the_missing(organization, &need, wishes).await?;
        }
        snapshot.read_places(organization, &need).await?;
        snapshot.read_things(organization, &need).await?;
        Ok(snapshot)
    }

    /// Reads keys, service accounts, roles, limits and alerts, where wishes are about them.
    async fn read_things(&mut self, organization: &Organization, need: &Need<'_>) -> Result<()> {
        let projects = &self.projects;
        let (by_name, groups) = (Directory::of_projects(projects), Directory::of_groups(&self.groups));
        // Names that mean nothing are told when the wishes are decided.
        let ids: HashMap<&str, ProjectId> = need
            .named_projects()
            .into_iter()
            .filter_map(|name| Some((name, by_name.find(name).ok()?.id.clone())))
            .collect();
        let id = |name: &str| ids.get(name).cloned();
        let place = |name: Option<&str>| name.map_or(Some(None), |name| id(name).map(Some));
        let of_keys: Vec<Project> = if need.keys.contains(&None) {
            projects.clone()
        } else {
            let ids: BTreeSet<ProjectId> = need.keys.iter().flatten().filter_map(|name| id(name)).collect();
            projects.iter().filter(|project| ids.contains(&project.id)).cloned().collect()
        };
        let members = Index::new(&self.members);
        let holders: BTreeSet<RolePlace> = need
            .assignments
            .iter()
            .filter_map(|(project, who)| {
                let holder = match who {
                    Holding::Member(who) => Holder::User(members.find(who).first()?.id.clone()),
                    Holding::Group(name) => Holder::Group(groups.find(name).ok()?.id.clone()),
                };
                Some((place(*project)?, holder))
            })
            .collect();
        let accounts: BTreeSet<ProjectId> = need.accounts.iter().filter_map(|name| id(name)).collect();
        let read_accounts = accounts.into_iter().map(|project| async move {
            let accounts = all(organization, service_accounts::list(&project)).await?;
            Ok::<_, Error>((project, accounts))
        });
        let roles: BTreeSet<Option<ProjectId>> = need.roles.iter().copied().filter_map(place).collect();
        let read_all_roles = roles.into_iter().map(|project| async move {
            let roles = all(organization, roles::list(scope(project.as_ref()))).await?;
            Ok::<_, Error>((project, roles))
        });
        let (keys, accounts, roles, assignments, limits, alerts) = tokio::try_join!(
            all_keys(organization, &of_keys),
            stream::iter(read_accounts).buffered(SIDE_BY_SIDE).try_collect(),
            stream::iter(read_all_roles).buffered(SIDE_BY_SIDE).try_collect(),
            read_roles(organization, holders),
            read_limits(organization, need.limits.iter().copied().filter_map(place).collect()),
            read_alerts(organization, need.alerts.iter().copied().filter_map(place).collect()),
        )?;
        self.admin_keys = read_admin_keys(organization, need, &keys).await?;
        // Whoever owns a key that was read is known; of others it is to be told whether they are members at all.
        let unknown = |who: &&&Who| !keys.iter().any(|key| key.is_of(who)) && members.find(who).is_empty();
        let owners = need.owners.iter().filter(|_| !need.everybody);
        let owners: Vec<&Who> = owners.filter(unknown).copied().collect();
        let emails: Vec<&str> = owners.iter().filter(|who| who.is_email()).map(|who| who.as_str()).collect();
        let ids: Vec<&str> = owners.iter().filter(|who| !who.is_email()).map(|who| who.as_str()).collect();
        let (by_email, by_id) =
            tokio::try_join!(members_by_email(organization, &emails), members_by_id(organization, &ids))?;
        self.members.extend(by_email.into_iter().chain(by_id));
        self.keys = keys;
        self.accounts = accounts;
        self.roles = roles;
        self.assignments = assignments.into_iter().collect();
        self.limits = limits;
        self.alerts = alerts;
        Ok(())
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
            let members = Index::new(&self.members);
            let mut places: BTreeMap<ProjectId, HashSet<UserId>> = BTreeMap::new();
            for (name, who) in &need.places {
                let Ok(project) = projects.find(name) else { continue };
                let users = who.iter().flat_map(|who| members.find(who)).map(|user| user.id.clone());
                places.entry(project.id.clone()).or_default().extend(users);
            }
            let named: BTreeSet<GroupId> =
                need.groups.iter().filter_map(|name| Some(groups.find(name).ok()?.id.clone())).collect();
            (places, named.into_iter().collect())
        };
        let read_places = places.into_iter().map(|(project, users)| async move {
            let users = present(organization, &project, &users).await?;
            Ok::<_, Error>((project, users))
        });
        let (places, memberships) = tokio::try_join!(
            stream::iter(read_places).buffered(SIDE_BY_SIDE).try_collect(),
            group_lists(organization, named)
        )?;
        self.put(places, memberships);
        Ok(())
    }
}

/// The admin keys, if something that is to be deleted is called as no key of a project is.
async fn read_admin_keys(organization: &Organization, need: &Need<'_>, keys: &[Key]) -> Result<Vec<AdminApiKey>> {
    if need.perhaps_admin_keys.is_empty() {
        return Ok(Vec::new());
    }
    let named = keys_by_name(keys);
    let is_of_a_project = |(name, owner): &(&str, &Who)| {
        let called = named.get(&name.trim().to_lowercase()).map_or(&[][..], Vec::as_slice);
        called.iter().any(|key| owner.as_str().is_empty() || key.is_of(owner))
    };
    if need.perhaps_admin_keys.iter().all(is_of_a_project) {
        return Ok(Vec::new());
    }
    Ok(only_admin_keys(admin_keys(organization).await?, keys))
}

/// The projects that are in use.
pub(super) async fn in_use(organization: &Organization) -> Result<Vec<Project>> {
    let mut projects = projects(organization, false).await?;
    projects.retain(|project| project.status != Some(ProjectStatus::Archived));
    Ok(projects)
}

/// Who is in some projects.
pub(super) async fn project_lists(
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
pub(super) async fn group_lists(
    organization: &Organization,
    groups: Vec<GroupId>,
) -> Result<Vec<(GroupId, Vec<UserId>)>> {
    let reads = groups.into_iter().map(|group| async move {
        let users = all(organization, group_users::list(&group)).await?;
        Ok::<_, Error>((group, users.into_iter().map(|user| user.id).collect()))
    });
    stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await
}

/// Whether a wish can only be meant for a member.
fn is_about_a_member(want: &Want) -> bool {
    matches!(want, Want::Role { .. } | Want::Group { .. } | Want::Assign { group: None, .. } | Want::Remove)
}
