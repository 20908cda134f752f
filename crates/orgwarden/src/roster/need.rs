//! What must be read for some wishes: everything they need, and nothing else.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Who;
use crate::plan::{Want, Wish};

/// What must be read for some wishes.
#[derive(Debug, Default)]
pub(super) struct Need<'a> {
    pub(super) emails: Vec<&'a str>,
    pub(super) ids: Vec<&'a str>,
    /// Somebody is named by name: only the whole list tells who it is.
    pub(super) everybody: bool,
    pub(super) invites: bool,
    /// Invitations that are named by their own id, and whose addresses only they tell.
    pub(super) resent: Vec<&'a Who>,
    pub(super) projects: bool,
    /// Who should join or leave which projects.
    pub(super) places: BTreeMap<&'a str, Vec<&'a Who>>,
    pub(super) groups: BTreeSet<&'a str>,
    /// The projects in which keys are named; none: any.
    pub(super) keys: BTreeSet<Option<&'a str>>,
    /// What keys are called that are to be deleted and may be admin keys, each with its owner, if one is named.
    pub(super) perhaps_admin_keys: Vec<(&'a str, &'a Who)>,
    /// Whose keys are named, by address or id: the keys themselves tell most of them.
    pub(super) owners: Vec<&'a Who>,
    /// The projects in which service accounts are named.
    pub(super) accounts: BTreeSet<&'a str>,
    /// Where roles are named: in projects; none: in the organization.
    pub(super) roles: BTreeSet<Option<&'a str>>,
    /// Who is to get or lose a role where.
    pub(super) assignments: Vec<(Option<&'a str>, Holding<'a>)>,
    pub(super) limits: BTreeSet<Option<&'a str>>,
    pub(super) alerts: BTreeSet<Option<&'a str>>,
}

/// Who is to get or lose a role.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holding<'a> {
    Member(&'a Who),
    Group(&'a str),
}

impl<'a> Need<'a> {
    pub(super) fn of(wishes: &'a [Wish]) -> Self {
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
                Want::Assign { project, group, .. } => {
                    let project = need.place(project.as_ref());
                    need.roles.insert(project);
                    if let Some(group) = group {
                        need.assignments.push((project, Holding::Group(group)));
                        continue;
                    }
                    need.assignments.push((project, Holding::Member(&wish.who)));
                }
                Want::DeleteKey { project, .. } | Want::FreezeKey { project, .. } => {
                    let project = need.place(project.as_ref());
                    need.keys.insert(project);
                    need.projects = true;
                    if let Want::DeleteKey { key: Some(name), project: None } = &wish.want {
                        need.perhaps_admin_keys.push((name.as_str(), &wish.who));
                    }
                    if wish.who.is_email() || wish.who.is_id() {
                        need.owners.push(&wish.who);
                        continue;
                    }
                }
                Want::DeleteServiceAccount { project, .. } => {
                    need.projects = true;
                    need.accounts.insert(project);
                    continue;
                }
                Want::SpendLimit { project, .. } => {
                    let project = need.place(project.as_ref());
                    need.limits.insert(project);
                    continue;
                }
                Want::Alert { project, .. } | Want::NoAlert { project, .. } => {
                    let project = need.place(project.as_ref());
                    need.alerts.insert(project);
                    continue;
                }
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

    /// Notes that a project is named, if one is.
    fn place(&mut self, project: Option<&'a String>) -> Option<&'a str> {
        self.projects |= project.is_some();
        project.map(String::as_str)
    }

    /// The projects in which keys, service accounts, roles, limits or alerts are named, each once.
    pub(super) fn named_projects(&self) -> BTreeSet<&'a str> {
        let places = [&self.keys, &self.roles, &self.limits, &self.alerts];
        places.into_iter().flatten().flatten().chain(&self.accounts).copied().collect()
    }

    /// Whether a group is named.
    pub(super) fn has_groups(&self) -> bool {
        !self.groups.is_empty() || self.assignments.iter().any(|(_, holding)| matches!(holding, Holding::Group(_)))
    }
}
