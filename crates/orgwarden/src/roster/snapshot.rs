//! What was read of an organization for deciding what wishes mean: everything they need, and nothing twice.

use std::collections::{BTreeSet, HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::need::{Holding, Need};
use super::read::{PAGES_FOR_A_SUGGESTION, SIDE_BY_SIDE, all, all_keys, members_by_email, members_by_id, projects};
use super::role_places::{RolePlace, read_roles};
use super::spend::{Alerts, Limits, read_alerts, read_limits};
use super::{Index, Key, Present, Who, resolve_group, resolve_project};
use crate::api::model::{
    AssignedRole, Group, GroupId, Invite, Project, ProjectId, ProjectRole, Role, ServiceAccount, User, UserId,
};
use crate::api::{group_users, groups, invites, project_users, roles, service_accounts, users};
use crate::plan::{Holder, Want, Wish, scope};
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
    /// The keys of the projects in which keys are named; of all projects, if one is named without its project.
    pub keys: Vec<Key>,
    /// The service accounts of projects in which one is named.
    pub accounts: HashMap<ProjectId, Vec<ServiceAccount>>,
    /// The roles that there are: in projects, and without one in the organization.
    pub roles: HashMap<Option<ProjectId>, Vec<Role>>,
    /// Which roles those have who should get or lose one.
    pub assignments: HashMap<RolePlace, Vec<AssignedRole>>,
    /// The spend limits that wishes are about.
    pub limits: Limits,
    /// The alerts where wishes are about one.
    pub alerts: Alerts,
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
            ..Self::default()
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
        let read_projects = async { if need.projects { projects(organization, false).await } else { Ok(Vec::new()) } };
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
        // Names that mean nothing are told when the wishes are decided.
        let ids: HashMap<&str, ProjectId> = need
            .named_projects()
            .into_iter()
            .filter_map(|name| Some((name, resolve_project(name, projects).ok()?.id.clone())))
            .collect();
        let id = |name: &str| ids.get(name).cloned();
        let place = |name: &Option<&str>| name.map_or(Some(None), |name| id(name).map(Some));
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
                    Holding::Group(name) => Holder::Group(resolve_group(name, &self.groups).ok()?.id.clone()),
                };
                Some((place(project)?, holder))
            })
            .collect();
        let accounts: BTreeSet<ProjectId> = need.accounts.iter().filter_map(|name| id(name)).collect();
        let read_accounts = accounts.into_iter().map(|project| async move {
            let accounts = all(organization, service_accounts::list(&project)).await?;
            Ok::<_, Error>((project, accounts))
        });
        let roles: BTreeSet<Option<ProjectId>> = need.roles.iter().filter_map(place).collect();
        let read_all_roles = roles.into_iter().map(|project| async move {
            let roles = all(organization, roles::list(scope(project.as_ref()))).await?;
            Ok::<_, Error>((project, roles))
        });
        let (keys, accounts, roles, assignments, limits, alerts) = tokio::try_join!(
            all_keys(organization, &of_keys),
            stream::iter(read_accounts).buffered(SIDE_BY_SIDE).try_collect(),
            stream::iter(read_all_roles).buffered(SIDE_BY_SIDE).try_collect(),
            read_roles(organization, holders),
            read_limits(organization, need.limits.iter().filter_map(place).collect()),
            read_alerts(organization, need.alerts.iter().filter_map(place).collect()),
        )?;
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
        let places: BTreeSet<ProjectId> = need
            .places
            .iter()
            .filter_map(|name| Some(resolve_project(name, &self.projects).ok()?.id.clone()))
            .collect();
        let named: BTreeSet<GroupId> =
            need.groups.iter().filter_map(|name| Some(resolve_group(name, &self.groups).ok()?.id.clone())).collect();
        let read_places = places.into_iter().map(|project| async move {
            let users = all(organization, project_users::list(&project)).await?;
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
    matches!(want, Want::Role { .. } | Want::Group { .. } | Want::Assign { group: None, .. } | Want::Remove)
}
