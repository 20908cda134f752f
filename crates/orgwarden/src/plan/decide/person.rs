//! What one person is wished, and what that comes to.

use std::collections::{HashMap, HashSet};

use super::Said;
use crate::api::invites::ProjectGrant;
use crate::api::model::{
    Group, Invite, OrganizationRole, Project, ProjectId, ProjectRole, Role, Timestamp, User, UserId,
};
use crate::plan::invitation::{Wanted, again, distinct, into};
use crate::plan::steps::{
    add_to_group, add_to_project, of_every_project, project_name, remove, remove_from_group, remove_from_project,
    set_project_role, set_role, subject, withdraw,
};
use crate::plan::{Plan, Wish};
use crate::roster::Snapshot;
use crate::{Error, Result, words};

/// What one person is wished.
pub(super) struct Person<'a> {
    /// How the wish names them.
    pub(super) label: &'a str,
    pub(super) member: Option<&'a User>,
    /// Everything that is wished for them.
    pub(super) wishes: Vec<&'a Wish>,
    /// Where the last wish stands, and why the first that says so is wished.
    pub(super) said: Said<'a>,
    pub(super) invite: Option<(OrganizationRole, Option<Vec<ProjectGrant>>)>,
    pub(super) resend: Option<&'a Invite>,
    /// Somebody may have several: each is named by its id.
    pub(super) cancel: Vec<&'a Invite>,
    pub(super) role: Option<&'a OrganizationRole>,
    pub(super) projects: Vec<(&'a Project, Option<&'a ProjectRole>)>,
    /// Those of them where another role, if they have one, is kept.
    pub(super) kept: HashSet<&'a ProjectId>,
    pub(super) groups: Vec<(&'a Group, bool)>,
    /// Roles of their own, each with the project that it is a role in, and whether to have it.
    pub(super) roles: Vec<(Option<&'a Project>, &'a Role, bool)>,
    pub(super) remove: bool,
}

impl<'a> Person<'a> {
    /// Somebody of whom nothing is wished yet.
    pub(super) fn new(label: &'a str, member: Option<&'a User>) -> Self {
        Self {
            label,
            member,
            wishes: Vec::new(),
            said: Said::default(),
            invite: None,
            resend: None,
            cancel: Vec::new(),
            role: None,
            projects: Vec::new(),
            kept: HashSet::new(),
            groups: Vec::new(),
            roles: Vec::new(),
            remove: false,
        }
    }

    /// Who they are, if they are to be removed.
    pub(super) fn leaves(&self) -> Option<&'a UserId> {
        self.member.filter(|_| self.remove).map(|user| &user.id)
    }

    /// Why not everything that this person is wished can come true.
    pub(super) fn contradiction(&self) -> Option<String> {
        let promoted = self.role == Some(&OrganizationRole::Owner);
        let joins = self.projects.iter().any(|(_, role)| role.is_some())
            || self.groups.iter().any(|(_, present)| *present)
            || self.roles.iter().any(|(.., present)| *present);
        if self.remove && (self.invite.is_some() || self.resend.is_some()) {
            return Some("is to be removed and to be invited".to_owned());
        }
        if self.remove && (promoted || joins) {
            return Some("is to be removed, and to be given a role, a project or a group".to_owned());
        }
        if usize::from(self.invite.is_some())
            + usize::from(self.resend.is_some())
            + usize::from(!self.cancel.is_empty())
            > 1
        {
            return Some(
                "is wished more than one of: to be invited, to be invited again, the invitation cancelled".to_owned(),
            );
        }
        if let (Some((invited, _)), Some(role)) = (&self.invite, self.role)
            && self.member.is_none()
            && invited != role
        {
            return Some(format!("is to be invited as {invited} and to be {role}"));
        }
        let leaves =
            |project: &Project| self.projects.iter().any(|(left, role)| left.id == project.id && role.is_none());
        let given = self.roles.iter().filter(|(.., present)| *present);
        if let Some(project) = given.filter_map(|(project, ..)| *project).find(|project| leaves(project)) {
            return Some(format!("is to have a role in the project {} and not to be in it", project_name(project)));
        }
        match self.member {
            None if !self.roles.is_empty() => Some("can have a role only when the invitation is accepted".to_owned()),
            None if self.groups.iter().any(|(_, present)| *present) => {
                Some("can join a group only when the invitation is accepted".to_owned())
            }
            // Owners are listed in every project: which places remain to them cannot be told before.
            Some(user) if user.role == Some(OrganizationRole::Owner) && self.role.is_some() && !promoted && !self.remove && !self.projects.is_empty() => {
                Some("ceases to be an owner: what they have in projects can be told only afterwards, so change the role first".to_owned())
            }
            _ => None,
        }
    }

    /// The decision.
    pub(super) fn decide(
        mut self,
        snapshot: &Snapshot,
        open: &HashMap<String, &Invite>,
        now: Timestamp,
        plan: &mut Plan,
    ) -> Result<()> {
        for invite in &self.cancel {
            plan.step(withdraw(invite));
        }
        match (self.resend, self.member) {
            (Some(_), Some(_)) => plan.already(self.label, "is a member"),
            (Some(invite), None) => again(invite, plan)?,
            (None, _) => {}
        }
        if let Some((role, grants)) = self.invite.take() {
            let projects = if self.member.is_some() { grants } else { self.with_projects(grants)? };
            let into = into(projects.as_deref(), &snapshot.projects);
            let wanted = Wanted { email: words::email(self.label)?, role, projects, into };
            wanted.decide(self.member, open.get(&wanted.email.to_lowercase()).copied(), now, plan);
        }
        let Some(user) = self.member else { return Ok(()) };
        if self.remove {
            plan.step(remove(user, None));
            plan.known.push(user.clone());
            return Ok(());
        }
        if let Some(role) = self.role {
            if user.role.as_ref() == Some(role) {
                plan.already(subject(user), format!("is {role}"));
                if *role == OrganizationRole::Owner && plan.successor.is_none() {
                    plan.successor = Some(user.id.clone());
                    plan.known.push(user.clone());
                }
            } else {
                plan.step(set_role(user, role));
                plan.known.push(user.clone());
            }
        }
        // A role in a project takes somebody who is in it, so it is taken before they leave and given after they came.
        let taken = self.roles(user, snapshot, false, &HashMap::new(), plan)?;
        let places = self.places(user, snapshot, &taken, plan);
        self.roles(user, snapshot, true, &places, plan)?;
        Ok(())
    }

    /// The projects of an invitation, with those that other wishes name.
    fn with_projects(&self, grants: Option<Vec<ProjectGrant>>) -> Result<Option<Vec<ProjectGrant>>> {
        let wished = self
            .projects
            .iter()
            .filter_map(|(project, role)| Some(ProjectGrant { id: project.id.clone(), role: (*role)?.clone() }));
        let mut wished: Vec<ProjectGrant> = wished.collect();
        let left =
            |grant: &ProjectGrant| self.projects.iter().any(|(project, role)| role.is_none() && project.id == grant.id);
        if grants.iter().flatten().any(left) {
            return Err(Error::invalid(format!("`{}` is to be invited to a project and not to be in it", self.label)));
        }
        if wished.is_empty() {
            return Ok(grants);
        }
        let mut all = grants.unwrap_or_default();
        all.append(&mut wished);
        distinct(self.label, all).map(Some)
    }

    /// The steps into projects and groups, and out of them. `taken`: the steps, by project, that must come before somebody
    /// leaves it. Returns the steps into projects.
    fn places(
        &self,
        user: &User,
        snapshot: &Snapshot,
        taken: &HashMap<&'a ProjectId, usize>,
        plan: &mut Plan,
    ) -> HashMap<&'a ProjectId, usize> {
        let mut entered = HashMap::new();
        let is_owner = self.role.or(user.role.as_ref()) == Some(&OrganizationRole::Owner);
        for (project, wished) in &self.projects {
            if is_owner {
                of_every_project(user, wished.is_some(), plan);
                continue;
            }
            match (snapshot.place(&user.id, &project.id), *wished) {
                (None, None) => plan.already(subject(user), "is not in the project"),
                (None, Some(role)) => {
                    entered.insert(&project.id, plan.step(add_to_project(user, project, role)));
                }
                (Some(before), None) => {
                    let before = remove_from_project(user, project, before).after(taken.get(&project.id).copied());
                    plan.step(before);
                }
                (Some(Some(before)), Some(role)) if before == role => {
                    plan.already(subject(user), format!("is {role} of the project"));
                }
                (Some(before), Some(_)) if self.kept.contains(&project.id) => {
                    let state =
                        before.map_or("is in the project".to_owned(), |role| format!("is {role} of the project"));
                    plan.already(subject(user), state);
                }
                (Some(before), Some(role)) => drop(plan.step(set_project_role(user, project, before, role))),
            }
        }
        for (group, wished) in &self.groups {
            let present = snapshot.groups_of(&user.id).contains(&group.id);
            match (present, *wished) {
                (true, true) => plan.already(subject(user), "is in the group"),
                (false, false) => plan.already(subject(user), "is not in the group"),
                (false, true) => drop(plan.step(add_to_group(user, group))),
                (true, false) => drop(plan.step(remove_from_group(user, group))),
            }
        }
        entered
    }
}
