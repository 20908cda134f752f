//! Roles of the organization's or a project's own: what they are called, and who is to have them.

use std::collections::HashMap;

use super::gather::Gathering;
use super::person::Person;
use super::{Said, contradicts};
use crate::api::model::{AssignedRole, Group, Project, ProjectId, Role, User};
use crate::plan::steps::{assign_role, group_name, project_name, role_name, subject, unassign_role};
use crate::plan::{Holder, Plan, Wish};
use crate::roster::{Has, Snapshot, has, resolve_role};
use crate::{Error, Result};

/// A role that a group is to have, or not to have.
pub(super) struct GroupRole<'a> {
    group: &'a Group,
    project: Option<&'a Project>,
    role: &'a Role,
    present: bool,
    said: Said<'a>,
}

impl<'a> Gathering<'a> {
    /// A role by its name or id, with its project.
    fn role(&mut self, name: &'a str, project: Option<&'a str>) -> Result<(Option<&'a Project>, &'a Role)> {
        let project = project.map(|project| self.project(project)).transpose()?;
        let roles = self.snapshot.roles.get(&project.map(|project| project.id.clone()));
        Ok((project, resolve_role(name, roles.map_or(&[][..], Vec::as_slice))?))
    }

    /// A role that a person can be given beside the built-in one.
    pub(super) fn own_role(
        &mut self,
        name: &'a str,
        project: Option<&'a str>,
    ) -> Result<(Option<&'a Project>, &'a Role)> {
        let (project, role) = self.role(name, project)?;
        if is_built_in(role) {
            let hint = match project {
                None => "The built-in role of a member is changed by `orgwarden role`.",
                Some(_) => "The built-in role in a project is changed by `orgwarden projects add` and `projects role`.",
            };
            return Err(Error::invalid(format!("{} is a built-in role", role_name(role))).with_hint(hint));
        }
        Ok((project, role))
    }

    /// Takes in that a group is to have a role. The built-in ones of projects are how groups get into projects.
    pub(super) fn take_group_role(
        &mut self,
        wish: &'a Wish,
        role: &'a str,
        project: Option<&'a str>,
        group: &'a str,
        present: bool,
    ) -> Result<()> {
        let (project, role) = self.role(role, project)?;
        if project.is_none() && is_built_in(role) {
            let problem =
                format!("{} is a built-in role of the organization, which groups do not get here", role_name(role));
            return Err(Error::invalid(problem)
                .with_hint("Guards count owners by name: give it to each person, with `orgwarden role`."));
        }
        let group = self.group(group)?;
        let is_same = |other: &&GroupRole<'_>| {
            other.group.id == group.id
                && other.role.id == role.id
                && other.project.map(|project| &project.id) == project.map(|project| &project.id)
        };
        match self.group_roles.iter().find(is_same) {
            Some(other) if other.present != present => {
                Err(contradicts(wish, &format!("is to have the role {} and not to have it", role_name(role))))
            }
            Some(_) => Ok(()),
            None => {
                self.group_roles.push(GroupRole { group, project, role, present, said: Said::of(wish) });
                Ok(())
            }
        }
    }
}

impl GroupRole<'_> {
    pub(super) fn decide(&self, snapshot: &Snapshot, plan: &mut Plan) {
        let first = plan.steps.len();
        let holder = Holder::Group(self.group.id.clone());
        let roles = held(snapshot, self.project, &holder);
        let name = group_name(self.group);
        match (has(roles, &holder, &self.role.id), self.present) {
            (Has::Directly, true) => plan.already(name, format!("has the role {}", role_name(self.role))),
            (Has::Directly, false) => drop(plan.step(unassign_role(name, holder, self.project, self.role))),
            (_, true) => drop(plan.step(assign_role(name, holder, self.project, self.role))),
            (_, false) => plan.already(name, format!("has not the role {}", role_name(self.role))),
        }
        self.said.give_reason(plan, first);
    }
}

impl<'a> Person<'a> {
    /// The steps that give roles or take them. `entered`: the steps, by project, that bring somebody into it first.
    /// Returns the steps by project.
    pub(super) fn roles(
        &self,
        user: &User,
        snapshot: &Snapshot,
        present: bool,
        entered: &HashMap<&'a ProjectId, usize>,
        plan: &mut Plan,
    ) -> Result<HashMap<&'a ProjectId, usize>> {
        let mut steps = HashMap::new();
        for (project, role, _) in self.roles.iter().filter(|(.., wished)| *wished == present) {
            let holder = Holder::User(user.id.clone());
            let roles = held(snapshot, *project, &holder);
            let name = role_name(role);
            match (has(roles, &holder, &role.id), present) {
                (Has::Directly, true) => plan.already(subject(user), format!("has the role {name}")),
                (Has::Not, false) => plan.already(subject(user), format!("has not the role {name}")),
                (Has::ThroughGroup, false) => {
                    let problem = format!("`{}` has the role {name} only through a group", self.label);
                    return Err(
                        Error::invalid(problem).with_hint("Take the role from the group, or the person out of it.")
                    );
                }
                (Has::Directly, false) => {
                    let step = plan.step(unassign_role(subject(user), holder, *project, role));
                    steps.extend(project.map(|project| (&project.id, step)));
                }
                (Has::Not | Has::ThroughGroup, true) => {
                    let before = project.and_then(|project| entered.get(&project.id).copied());
                    // Whoever is in a project has one of its built-in roles, of their own or through a group.
                    if let Some(project) = project.filter(|_| before.is_none() && !roles.iter().any(is_place)) {
                        let problem = format!("`{}` is not in the project {}", self.label, project_name(project));
                        return Err(Error::invalid(problem).with_hint(
                            "Add the person first, or wish both at once: the API gives roles in a project only to its members.",
                        ));
                    }
                    plan.step(assign_role(subject(user), holder, *project, role).after(before));
                }
            }
        }
        Ok(steps)
    }
}

fn held<'a>(snapshot: &'a Snapshot, project: Option<&Project>, holder: &Holder) -> &'a [AssignedRole] {
    let place = (project.map(|project| project.id.clone()), holder.clone());
    snapshot.assignments.get(&place).map_or(&[], Vec::as_slice)
}

fn is_place(role: &AssignedRole) -> bool {
    role.predefined_role == Some(true) || role.id.built_in().is_some()
}

fn is_built_in(role: &Role) -> bool {
    role.predefined_role == Some(true) || role.id.built_in().is_some()
}
