//! What is so of everything that the steps of a plan require, read with the fewest requests.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::read::{
    SIDE_BY_SIDE, SINGLE_READS, all, all_in_project, all_of, by_ids, found, members_by_email, members_by_id,
};
use super::role_places::{Has, RolePlace, has, read_roles};
use super::spend::{Alerts, Limits, read_alerts, read_limits};
use super::{Key, PersonStatus, admin_key_owner};
use crate::api::model::{
    AssignedRole, Cents, GroupId, Invite, InviteId, KeyId, Money, ProjectId, ProjectStatus, ProjectUser,
    ServiceAccountId, SpendAlert, Timestamp, User, UserId,
};
use crate::api::project_api_keys::OwnerAccess;
use crate::api::{admin_api_keys, group_users, invites, project_api_keys, project_users, projects, service_accounts};
use crate::plan::{Act, AlertTerms, Condition, Step};
use crate::{Error, Organization, Result};

/// The part of an organization that some conditions are about.
#[derive(Debug, Default)]
pub(crate) struct State {
    members: HashMap<UserId, User>,
    addresses: HashSet<String>,
    invites: HashMap<InviteId, Invite>,
    /// The invitations for each address, in lower case.
    invited: HashMap<String, Vec<InviteId>>,
    places: HashMap<(ProjectId, UserId), ProjectUser>,
    groups: HashSet<(GroupId, UserId)>,
    /// Each key that is there, with its owner.
    keys: HashMap<(ProjectId, KeyId), Option<UserId>>,
    admin_keys: HashMap<KeyId, Option<UserId>>,
    roles: HashMap<RolePlace, Vec<AssignedRole>>,
    accounts: HashSet<(ProjectId, ServiceAccountId)>,
    limits: Limits,
    alerts: Alerts,
    active: HashSet<ProjectId>,
}

impl State {
    /// Reads what the steps require.
    pub(crate) async fn read(organization: &Organization, steps: &[Step]) -> Result<Self> {
        let mut emails: BTreeSet<&str> = BTreeSet::new();
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        let mut wants_invites = false;
        let mut places: BTreeSet<ProjectId> = BTreeSet::new();
        let mut groups: BTreeSet<GroupId> = BTreeSet::new();
        let mut keys: BTreeSet<(ProjectId, KeyId)> = BTreeSet::new();
        let mut admin_keys: BTreeSet<&str> = BTreeSet::new();
        let mut wants_projects = false;
        let mut roles: BTreeSet<RolePlace> = BTreeSet::new();
        let mut accounts: BTreeSet<(ProjectId, ServiceAccountId)> = BTreeSet::new();
        let mut limits: BTreeSet<Option<ProjectId>> = BTreeSet::new();
        let mut alerts: BTreeSet<Option<ProjectId>> = BTreeSet::new();
        for condition in steps.iter().flat_map(|step| &step.requires) {
            match condition {
                Condition::Member { email: Some(email), .. } | Condition::NotMember { email } => {
                    emails.insert(email);
                }
                Condition::Member { user, email: None, .. } => drop(ids.insert(user.as_str())),
                Condition::Invited { .. } | Condition::NotInvited { .. } => wants_invites = true,
                Condition::InProject { project, .. } | Condition::NotInProject { project, .. } => {
                    places.insert(project.clone());
                }
                Condition::GroupMembership { group, .. } => drop(groups.insert(group.clone())),
                Condition::Key { project, key, .. } => drop(keys.insert((project.clone(), key.clone()))),
                Condition::AdminKey { key, .. } => drop(admin_keys.insert(key.as_str())),
                Condition::RoleAssignment { project, holder, .. } => {
                    roles.insert((project.clone(), holder.clone()));
                }
                Condition::ServiceAccount { project, account } => {
                    accounts.insert((project.clone(), account.clone()));
                }
                Condition::SpendLimit { project, .. } => drop(limits.insert(project.clone())),
                Condition::SpendAlert { project, .. } | Condition::NoSpendAlert { project, .. } => {
                    alerts.insert(project.clone());
                }
                Condition::Active { .. } => wants_projects = true,
            }
        }
        let emails: Vec<&str> = emails.into_iter().collect();
        let ids: Vec<&str> = ids.into_iter().collect();
        let read_invites =
            async { if wants_invites { all(organization, invites::list()).await } else { Ok(Vec::new()) } };
        let read_projects =
            async { if wants_projects { all(organization, projects::list(false)).await } else { Ok(Vec::new()) } };
        let read_admin_keys = by_ids(organization, admin_api_keys::list(), admin_keys, SINGLE_READS, |id| {
            admin_api_keys::retrieve(&id.into())
        });
        let (by_email, by_id, invites, projects, places, groups, keys, admin_keys, roles, accounts, limits, alerts) = tokio::try_join!(
            members_by_email(organization, &emails),
            members_by_id(organization, &ids),
            read_invites,
            read_projects,
            read_places(organization, places),
            read_groups(organization, groups),
            read_keys(organization, keys),
            read_admin_keys,
            read_roles(organization, roles),
            read_accounts(organization, accounts),
            read_limits(organization, limits),
            read_alerts(organization, alerts),
        )?;
        let roles = roles.into_iter().collect();
        let mut state = Self { places, groups, keys, roles, accounts, limits, alerts, ..Self::default() };
        state.admin_keys.extend(admin_keys.into_iter().map(|key| (key.id.clone(), admin_key_owner(&key).cloned())));
        for invite in &invites {
            if let Some(email) = invite.email.as_deref() {
                state.invited.entry(email.to_lowercase()).or_default().push(invite.id.clone());
            }
        }
        state.invites.extend(invites.into_iter().map(|invite| (invite.id.clone(), invite)));
        state.addresses.extend(by_email.iter().filter_map(|user| Some(user.email.as_deref()?.to_lowercase())));
        state.members.extend(by_email.into_iter().chain(by_id).map(|user| (user.id.clone(), user)));
        let active = projects.into_iter().filter(|project| project.status != Some(ProjectStatus::Archived));
        state.active.extend(active.map(|project| project.id));
        Ok(state)
    }

    /// What is so instead, if a condition does not hold.
    pub(crate) fn contradicts(&self, condition: &Condition, now: Timestamp) -> Option<String> {
        let no = |says: bool, otherwise: &str| (!says).then(|| otherwise.to_owned());
        match condition {
            Condition::Member { user, email, role } => match self.members.get(user) {
                None => Some("is not a member any more".to_owned()),
                Some(now) if now.role != *role => {
                    Some(now.role.as_ref().map_or_else(|| "has no role".to_owned(), |role| format!("is {role}")))
                }
                Some(now) => {
                    let same = now.email.as_deref().map(str::to_lowercase) == email.as_deref().map(str::to_lowercase);
                    no(same, "has another address")
                }
            },
            Condition::NotMember { email } => no(!self.addresses.contains(&email.to_lowercase()), "is a member"),
            Condition::Invited { invite } => no(
                self.invites.get(invite).is_some_and(|open| PersonStatus::of(open, now) != PersonStatus::Accepted),
                "is cancelled or accepted",
            ),
            Condition::NotInvited { email, besides } => {
                no(!self.is_invited(email, besides.as_ref(), now), "has an open invitation")
            }
            Condition::InProject { project, user, role } => match self.places.get(&(project.clone(), user.clone())) {
                None => Some("is not in it".to_owned()),
                Some(place) if place.role != *role => {
                    Some(place.role.as_ref().map_or_else(|| "has no role".to_owned(), |role| format!("is {role}")))
                }
                Some(_) => None,
            },
            Condition::NotInProject { project, user } => {
                no(!self.places.contains_key(&(project.clone(), user.clone())), "is in it")
            }
            Condition::GroupMembership { group, user, present } => {
                let is_in_it = self.groups.contains(&(group.clone(), user.clone()));
                no(is_in_it == *present, if is_in_it { "is in it" } else { "is not in it" })
            }
            Condition::Key { project, key, owner } => match self.keys.get(&(project.clone(), key.clone())) {
                None => Some("is gone".to_owned()),
                Some(present) => no(owner.is_none() || present == owner, "is somebody else's"),
            },
            Condition::AdminKey { key, owner } => match self.admin_keys.get(key) {
                None => Some("is gone".to_owned()),
                Some(present) => no(owner.is_none() || present == owner, "is somebody else's"),
            },
            Condition::RoleAssignment { project, holder, role, present } => {
                let roles = self.roles.get(&(project.clone(), holder.clone())).map_or(&[][..], Vec::as_slice);
                let has_it = has(roles, holder, role) == Has::Directly;
                no(has_it == *present, if has_it { "has it" } else { "has it not" })
            }
            Condition::ServiceAccount { project, account } => {
                no(self.accounts.contains(&(project.clone(), account.clone())), "is gone")
            }
            Condition::SpendLimit { project, cents } => {
                let present: Option<Cents> = self.limits.get(project).copied().flatten();
                (present != *cents).then(|| match present {
                    Some(present) => format!("it is {}", Money::from(present)),
                    None => "there is none".to_owned(),
                })
            }
            Condition::SpendAlert { project, id, alert } => {
                match self.alerts_of(project.as_ref()).iter().find(|present| present.id == *id).map(AlertTerms::of) {
                    None => Some("is gone".to_owned()),
                    Some(present) => (!present.is_same(alert)).then(|| format!("it mails at {present}")),
                }
            }
            Condition::NoSpendAlert { project, cents } => no(
                self.alerts_of(project.as_ref()).iter().all(|alert| alert.threshold_amount != *cents),
                "there is one",
            ),
            Condition::Active { project } => no(self.active.contains(project), "is archived or gone"),
        }
    }

    /// Whether what an act wants is so, where what was read shows it; `None`: it takes a look at the thing itself.
    pub(crate) fn fulfils(&self, act: &Act) -> Option<bool> {
        match act {
            Act::SetRole { user, role } => Some(self.members.get(user)?.role.as_ref() == Some(role)),
            // Whoever has another address by now is not found by the old one, and not gone for that.
            Act::Remove { user } => self.members.contains_key(user).then_some(false),
            Act::AddToProject { project, user, role } | Act::SetProjectRole { project, user, role } => {
                Some(self.places.get(&(project.clone(), user.clone()))?.role.as_ref() == Some(role))
            }
            Act::RemoveFromProject { project, user } => {
                self.places.contains_key(&(project.clone(), user.clone())).then_some(false)
            }
            Act::AddToGroup { group, user } => self.groups.contains(&(group.clone(), user.clone())).then_some(true),
            Act::RemoveFromGroup { group, user } => {
                self.groups.contains(&(group.clone(), user.clone())).then_some(false)
            }
            _ => None,
        }
    }

    fn alerts_of(&self, project: Option<&ProjectId>) -> &[SpendAlert] {
        self.alerts.get(&project.cloned()).map_or(&[], Vec::as_slice)
    }

    fn is_invited(&self, email: &str, besides: Option<&InviteId>, now: Timestamp) -> bool {
        let theirs = self.invited.get(&email.to_lowercase()).into_iter().flatten().filter(|id| Some(*id) != besides);
        theirs
            .filter_map(|id| self.invites.get(id))
            .any(|invite| matches!(PersonStatus::of(invite, now), PersonStatus::Invited | PersonStatus::Expiring))
    }
}

async fn read_places(
    organization: &Organization,
    projects: BTreeSet<ProjectId>,
) -> Result<HashMap<(ProjectId, UserId), ProjectUser>> {
    let reads = projects.into_iter().map(|project| async move {
        let users = all_in_project(organization, project_users::list(&project)).await?;
        Ok::<_, Error>((project, users))
    });
    let lists: Vec<(ProjectId, Vec<ProjectUser>)> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    let places = lists
        .into_iter()
        .flat_map(|(project, users)| users.into_iter().map(move |user| ((project.clone(), user.id.clone()), user)));
    Ok(places.collect())
}

async fn read_groups(organization: &Organization, groups: BTreeSet<GroupId>) -> Result<HashSet<(GroupId, UserId)>> {
    let reads = groups.into_iter().map(|group| async move {
        let users = all_of(organization, group_users::list(&group)).await?;
        Ok::<_, Error>((group, users))
    });
    let lists: Vec<_> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    let memberships =
        lists.into_iter().flat_map(|(group, users)| users.into_iter().map(move |user| (group.clone(), user.id)));
    Ok(memberships.collect())
}

async fn read_keys(
    organization: &Organization,
    keys: BTreeSet<(ProjectId, KeyId)>,
) -> Result<HashMap<(ProjectId, KeyId), Option<UserId>>> {
    let mut by_project: BTreeMap<ProjectId, Vec<KeyId>> = BTreeMap::new();
    for (project, key) in keys {
        by_project.entry(project).or_default().push(key);
    }
    let reads = by_project.into_iter().map(|(project, keys)| async move {
        let list = project_api_keys::list(&project, OwnerAccess::Any);
        let one = |id: &str| project_api_keys::retrieve(&project, &id.into());
        let present = by_ids(organization, list, keys.iter().map(AsRef::as_ref).collect(), SINGLE_READS, one).await?;
        let owned = present.into_iter().map(|record| {
            let key = Key::new(record, &project, None);
            let owner = key.person().cloned();
            ((project.clone(), key.id), owner)
        });
        Ok::<_, Error>(owned.collect::<Vec<_>>())
    });
    let present: Vec<Vec<_>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    Ok(present.into_iter().flatten().collect())
}

async fn read_accounts(
    organization: &Organization,
    accounts: BTreeSet<(ProjectId, ServiceAccountId)>,
) -> Result<HashSet<(ProjectId, ServiceAccountId)>> {
    let reads = accounts.into_iter().map(|(project, account)| async move {
        let present = found(organization.client().send(&service_accounts::retrieve(&project, &account)).await)?;
        Ok::<_, Error>(present.map(|_| (project, account)))
    });
    let present: Vec<Option<_>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    Ok(present.into_iter().flatten().collect())
}
