//! The wishes by what they are about, while they are looked through.

use std::collections::{HashMap, HashSet};

use super::admin_keys::AdminKeyWish;
use super::keys::{AccountWish, Fate, KeyWish};
use super::person::Person;
use super::roles::GroupRole;
use super::spend::{AlertSaid, AlertWish, LimitWish};
use super::{Said, contradicts};
use crate::api::invites::ProjectGrant;
use crate::api::model::{Cents, Group, KeyId, Project, ProjectId, ProjectRole, Role, User};
use crate::plan::invitation::{Invitations, distinct};
use crate::plan::problems::Problems;
use crate::plan::source::MeantKey;
use crate::plan::steps::{frozen, group_name, project_name, role_name};
use crate::plan::{Want, Wish};
use crate::roster::{Directory, Index, Key, Snapshot, Who, keys_by_name, near};
use crate::{Error, ErrorKind, Result, words};

/// The wishes by person, while they are looked through.
pub(super) struct Gathering<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) members: Index<'a>,
    invitations: Invitations<'a>,
    /// The addresses that are to be invited.
    to_invite: HashSet<String>,
    /// What names of projects and groups mean: each is looked up once.
    pub(super) projects: (Directory<'a, Project>, HashMap<&'a str, Result<&'a Project>>),
    pub(super) groups: (Directory<'a, Group>, HashMap<&'a str, Result<&'a Group>>),
    pub(super) people: Vec<Person<'a>>,
    /// The places in `people`, by the id of a member or the address of somebody who is none.
    places: HashMap<String, usize>,
    /// What keys are called, in lower case.
    pub(super) named_keys: HashMap<String, Vec<&'a Key>>,
    pub(super) keys: Vec<KeyWish<'a>>,
    /// The places in `keys`.
    pub(super) key_places: HashMap<(&'a ProjectId, &'a KeyId), usize>,
    /// Which keys each wish about keys means.
    pub(super) meant_keys: Vec<(&'a Wish, MeantKey<'a>)>,
    pub(super) admin_keys: Vec<AdminKeyWish<'a>>,
    pub(super) accounts: Vec<AccountWish<'a>>,
    pub(super) group_roles: Vec<GroupRole<'a>>,
    pub(super) limits: Vec<LimitWish<'a>>,
    /// The places in `limits`.
    pub(super) limit_places: HashMap<Option<&'a ProjectId>, usize>,
    pub(super) alerts: Vec<AlertWish<'a>>,
    /// Where there is to be no alert at an amount.
    pub(super) alertless: Vec<(Option<&'a Project>, Cents)>,
    /// What is so already, as was seen on looking through.
    pub(super) nothing: Vec<(String, String)>,
    pub(super) problems: Problems,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, wishes: &[Wish]) -> Self {
        let invites = wishes.iter().filter(|wish| matches!(wish.want, Want::Invite { .. }));
        Self {
            snapshot,
            members: Index::new(&snapshot.members),
            invitations: Invitations::new(&snapshot.invites),
            to_invite: invites.map(|wish| wish.who.as_str().to_lowercase()).collect(),
            projects: (Directory::of_projects(&snapshot.projects), HashMap::new()),
            groups: (Directory::of_groups(&snapshot.groups), HashMap::new()),
            people: Vec::new(),
            places: HashMap::new(),
            named_keys: keys_by_name(&snapshot.keys),
            keys: Vec::new(),
            key_places: HashMap::new(),
            meant_keys: Vec::new(),
            admin_keys: Vec::new(),
            accounts: Vec::new(),
            group_roles: Vec::new(),
            limits: Vec::new(),
            limit_places: HashMap::new(),
            alerts: Vec::new(),
            alertless: Vec::new(),
            nothing: Vec::new(),
            problems: Problems::default(),
        }
    }

    /// Takes one wish in.
    pub(super) fn take(&mut self, wish: &'a Wish) -> Result<()> {
        if wish.want.is_impersonal() && !wish.who.as_str().is_empty() {
            return Err(contradicts(wish, &format!("has nothing to do with a person, and `{}` is named", wish.who)));
        }
        match &wish.want {
            Want::Invite { role, projects } => {
                words::email(wish.who.as_str())?;
                let grants = projects.as_ref().map(|projects| self.grants(wish.who.as_str(), projects)).transpose()?;
                let person = self.person(wish, wish.who.as_str())?;
                let invite = (role.clone(), grants);
                match &person.invite {
                    Some(known) if *known != invite => {
                        Err(contradicts(wish, "is named twice with different roles or projects"))
                    }
                    _ => {
                        person.invite = Some(invite);
                        Ok(())
                    }
                }
            }
            Want::Resend => {
                let invite = self.invitations.open(&wish.who)?;
                self.person(wish, invite.email.as_deref().unwrap_or(wish.who.as_str()))?.resend = Some(invite);
                Ok(())
            }
            Want::Cancel => {
                let invite = self.invitations.open(&wish.who)?;
                let person = self.person(wish, invite.email.as_deref().unwrap_or(wish.who.as_str()))?;
                if !person.cancel.iter().any(|known| known.id == invite.id) {
                    person.cancel.push(invite);
                }
                Ok(())
            }
            Want::Role { role } => {
                let person = self.present(wish)?;
                match person.role.replace(role) {
                    Some(other) if other != role => {
                        Err(contradicts(wish, &format!("is to be {other} and {role} of the organization")))
                    }
                    _ => Ok(()),
                }
            }
            Want::Project { project, role, keep_role } => {
                let project = self.project(project)?;
                let keeps = *keep_role && role.is_some();
                let person = self.present(wish)?;
                match person.projects.iter_mut().find(|(other, _)| other.id == project.id) {
                    // Of a role and "in it at all", the role is the wish.
                    Some((_, Some(_))) if keeps => {}
                    Some((_, other)) if *other == role.as_ref() => drop(person.kept.remove(&project.id)),
                    Some((_, other)) if role.is_some() && person.kept.remove(&project.id) => *other = role.as_ref(),
                    Some(_) => {
                        let name = project_name(project);
                        return Err(contradicts(
                            wish,
                            &format!("is wished two different places in the project {name}"),
                        ));
                    }
                    None => {
                        person.projects.push((project, role.as_ref()));
                        if keeps {
                            person.kept.insert(&project.id);
                        }
                    }
                }
                Ok(())
            }
            Want::Group { group, present } => {
                let group = self.group(group)?;
                if group.is_scim_managed == Some(true) {
                    let name = group_name(group);
                    return Err(Error::invalid(format!("an identity provider says who is in the group {name}"))
                        .with_hint("Change it there."));
                }
                let person = self.present(wish)?;
                match person.groups.iter().find(|(other, _)| other.id == group.id) {
                    Some((_, other)) if other != present => {
                        let name = group_name(group);
                        Err(contradicts(wish, &format!("is to be in the group {name} and not to be in it")))
                    }
                    Some(_) => Ok(()),
                    None => {
                        person.groups.push((group, *present));
                        Ok(())
                    }
                }
            }
            Want::Remove => {
                self.present(wish)?.remove = true;
                Ok(())
            }
            Want::Assign { role, project, group: None, present } => {
                let (project, role) = self.own_role(role, project.as_deref())?;
                let person = self.present(wish)?;
                let is_same = |(other, known, _): &&(Option<&Project>, &Role, bool)| {
                    known.id == role.id && other.map(|other| &other.id) == project.map(|project| &project.id)
                };
                match person.roles.iter().find(is_same) {
                    Some((.., other)) if other != present => {
                        Err(contradicts(wish, &format!("is to have the role {} and not to have it", role_name(role))))
                    }
                    Some(_) => Ok(()),
                    None => {
                        person.roles.push((project, role, *present));
                        Ok(())
                    }
                }
            }
            Want::Assign { role, project, group: Some(group), present } => {
                self.take_group_role(wish, role, project.as_deref(), group, *present)
            }
            Want::DeleteKey { key, project } => {
                self.take_keys(wish, key.as_deref(), project.as_deref(), &Fate::Deleted)
            }
            Want::FreezeKey { key, project, scopes, expires_in_seconds } => {
                let scopes = scopes.clone().unwrap_or_else(frozen);
                let fate = Fate::Frozen { scopes, expires_in_seconds: *expires_in_seconds };
                self.take_keys(wish, key.as_deref(), project.as_deref(), &fate)
            }
            Want::DeleteServiceAccount { account, project } => self.take_account(wish, account, project),
            Want::SpendLimit { project, cents } => self.take_limit(wish, project.as_deref(), *cents),
            Want::Alert { project, alert, cents, recipients, subject_prefix } => {
                let said = AlertSaid {
                    alert: alert.as_deref(),
                    cents: *cents,
                    recipients: recipients.as_deref(),
                    subject_prefix: subject_prefix.as_deref(),
                };
                self.take_alert(wish, project.as_deref(), said)
            }
            Want::NoAlert { project, alert, cents } => {
                self.take_no_alert(wish, project.as_deref(), alert.as_deref(), *cents)
            }
        }
    }

    /// The person of a wish that only makes sense for a member, or for somebody who is invited by another wish.
    fn present(&mut self, wish: &'a Wish) -> Result<&mut Person<'a>> {
        let who = &wish.who;
        let is_there = !self.members.find(who).is_empty();
        if is_there || (wish.want != Want::Remove && self.to_invite.contains(&who.as_str().to_lowercase())) {
            return self.person(wish, who.as_str());
        }
        if self.invitations.open(who).is_ok() {
            let hint = if wish.want == Want::Remove {
                "Cancel the invitation."
            } else {
                "Invite them with the role and the projects instead: that replaces the invitation."
            };
            return Err(Error::new(ErrorKind::NotFound, format!("`{who}` is only invited")).with_hint(hint));
        }
        let error = Error::new(ErrorKind::NotFound, format!("`{who}` is not a member"));
        // Looking through everybody is dear: only for those who are told.
        let near = if self.problems.is_full() { None } else { near(who, &self.snapshot.members) };
        Err(match near {
            Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
            None => {
                error.with_hint("Members are listed by `orgwarden members`, open invitations by `orgwarden invites`.")
            }
        })
    }

    /// What was gathered for whom a wish names.
    fn person(&mut self, wish: &'a Wish, name: &'a str) -> Result<&mut Person<'a>> {
        let member = self.member(&Who::from(name))?;
        let key = member.map_or_else(|| name.to_lowercase(), |user| user.id.as_str().to_owned());
        let place = *self.places.entry(key).or_insert(self.people.len());
        if place == self.people.len() {
            self.people.push(Person::new(name, member));
        }
        let person = &mut self.people[place];
        person.wishes.push(wish);
        person.said = Said { place: wish.place.as_deref(), reason: person.said.reason.or(wish.reason.as_deref()) };
        Ok(person)
    }

    /// The one member of this name; `None` if there is none.
    pub(super) fn member(&self, who: &Who) -> Result<Option<&'a User>> {
        match self.members.find(who).as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            several => {
                let ids: Vec<&str> = several.iter().map(|user| user.id.as_str()).collect();
                Err(Error::invalid(format!("`{who}` is the name of {} members: {}", ids.len(), ids.join(", ")))
                    .with_hint("Name the one you mean by e-mail address or id."))
            }
        }
    }

    pub(super) fn project(&mut self, name: &'a str) -> Result<&'a Project> {
        let (all, known) = &mut self.projects;
        known.entry(name).or_insert_with(|| all.find(name)).clone()
    }

    pub(super) fn group(&mut self, name: &'a str) -> Result<&'a Group> {
        let (all, known) = &mut self.groups;
        known.entry(name).or_insert_with(|| all.find(name)).clone()
    }

    fn grants(&mut self, email: &str, projects: &'a [(String, ProjectRole)]) -> Result<Vec<ProjectGrant>> {
        let grants = projects
            .iter()
            .map(|(name, role)| Ok(ProjectGrant { id: self.project(name)?.id.clone(), role: role.clone() }));
        let grants = grants.collect::<Result<Vec<_>>>()?;
        distinct(email, grants)
    }
}
