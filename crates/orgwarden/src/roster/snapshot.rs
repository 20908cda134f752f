//! What was read of an organization for deciding what wishes mean, for comparing and for exporting.

use std::collections::{HashMap, HashSet};

use super::role_places::RolePlace;
use super::spend::{Alerts, Limits};
use super::{Index, Key, Who};
use crate::api::model::{
    AdminApiKey, AssignedRole, Group, GroupId, Invite, Project, ProjectId, ProjectRole, ProjectUser, Role,
    ServiceAccount, User, UserId,
};

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
    /// The keys of the projects in which keys are named; of all projects, if one is named without its project.
    pub keys: Vec<Key>,
    /// The admin keys, if something that is to be deleted is called as no key of a project is.
    pub admin_keys: Vec<AdminApiKey>,
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

    /// Those whom nobody among the members that were read can be.
    pub(crate) fn missing<'a>(&self, who: impl Iterator<Item = &'a Who>) -> HashSet<&'a str> {
        let index = Index::new(&self.members);
        who.filter(|who| index.find(who).is_empty()).map(Who::as_str).collect()
    }

    /// Puts people into the projects and groups whose lists were read.
    pub(super) fn put(&mut self, places: Vec<(ProjectId, Vec<ProjectUser>)>, memberships: Vec<(GroupId, Vec<UserId>)>) {
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
}
