//! What a roster file wishes that is not so: a pure comparison.

mod people;
mod spend;
mod wanted;

#[cfg(test)]
mod tests;

use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use self::people::People;
use self::wanted::{Names, Wanted};
use super::{Member, Places, RosterFile};
use crate::api::model::{Invite, OrganizationRole, ProjectRole, Timestamp, User};
use crate::plan::steps::project_name;
use crate::plan::{Want, Wish};
use crate::roster::{PersonStatus, Snapshot, Who};
use crate::words::lower_case;
use crate::{Error, ErrorKind, Result};

/// A file that calls itself complete and knows fewer of the members than this share, in percent, is not believed.
const LEAST_KNOWN_PERCENT: usize = 50;

/// How a roster file and the organization differ.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Comparison {
    /// What is to be done, in the order of the file; removals of those who are not listed come last.
    pub wishes: Vec<Wish>,
    /// Who is in the organization and not in the file, and is left alone.
    pub unlisted: Vec<String>,
    /// Whose access ends soon.
    pub ending: Vec<Ending>,
}

/// Somebody whose access ends soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ending {
    /// The e-mail address.
    pub email: String,
    /// The last day.
    #[schemars(with = "String")]
    pub until: Date,
    /// How many days are left; 0 on the last one.
    pub days_left: i32,
}

/// `ada@x.io belongs here until 2026-12-31: 3 days left`
impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { email, until, days_left } = self;
        let left = match days_left {
            0 => "today is the last day".to_owned(),
            1 => "1 day left".to_owned(),
            days => format!("{days} days left"),
        };
        write!(f, "{email} belongs here until {until}: {left}")
    }
}

/// Compares a roster file with the organization as it is. Everything that is wrong in the file is told together.
///
/// `accept_few`: believe a complete file even if it knows less than half of the members.
pub fn compare(
    file: &RosterFile,
    places: &Places,
    snapshot: &Snapshot,
    now: Timestamp,
    accept_few: bool,
) -> Result<Comparison> {
    let mut comparing = Comparing::new(file, places, snapshot, now);
    if file.complete && !accept_few {
        comparing.refuse_a_remnant()?;
    }
    for (number, member) in file.members.iter().enumerate() {
        comparing.member(number, member);
    }
    comparing.spend();
    comparing.others();
    comparing.names.problems.verdict()?;
    Ok(comparing.comparison)
}

struct Comparing<'a> {
    file: &'a RosterFile,
    places: &'a Places,
    snapshot: &'a Snapshot,
    today: Date,
    names: Names<'a>,
    members: People<'a, User>,
    /// The invitations that can be accepted.
    invites: People<'a, Invite>,
    comparison: Comparison,
}

impl<'a> Comparing<'a> {
    fn new(file: &'a RosterFile, places: &'a Places, snapshot: &'a Snapshot, now: Timestamp) -> Self {
        let members = snapshot.members.iter().filter_map(|user| Some((user.email.as_deref()?, user)));
        let is_open =
            |invite: &&Invite| matches!(PersonStatus::of(invite, now), PersonStatus::Invited | PersonStatus::Expiring);
        let invites = snapshot.invites.iter().filter(is_open);
        let invites = invites.filter_map(|invite| Some((invite.email.as_deref()?, invite)));
        Self {
            file,
            places,
            snapshot,
            today: day_of(now),
            names: Names::new(file, places, snapshot),
            members: People::new(members.collect(), file),
            invites: People::new(invites.collect(), file),
            comparison: Comparison::default(),
        }
    }

    /// A file that was cut off in the middle still looks like one.
    fn refuse_a_remnant(&self) -> Result<()> {
        let all = self.members.by_address.len();
        let known = self.members.listed.iter().filter(|listed| **listed).count();
        if known * 100 >= all * LEAST_KNOWN_PERCENT {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Guard,
            format!("held back: the file says `complete = true` and lists {known} of {all} members"),
        )
        .with_hint("Was it cut off? If everybody else should really go: --accept-few. Nothing was sent."))
    }

    fn wish(&mut self, number: usize, want: Want, reason: String) {
        let who = Who::from(self.file.members[number].email.as_str());
        let place = self.places.of_member(number);
        self.comparison.wishes.push(Wish { who, want, reason: Some(reason), place });
    }

    fn member(&mut self, number: usize, member: &'a Member) {
        let (user, invite) = (self.members.meant(number), self.invites.meant(number));
        // Also of people who are not there: a slip in the file is told today, and not on the day it matters.
        let wanted = self.names.wanted(number, member);
        if let Some(until) = member.until.filter(|until| *until < self.today) {
            let reason = format!("`until` {until} has passed");
            match (user, invite) {
                (Some(_), _) => self.wish(number, Want::Remove, reason),
                (None, Some(_)) => self.wish(number, Want::Cancel, reason),
                (None, None) => {}
            }
        } else {
            match (user, invite) {
                (Some(user), _) => self.present_member(number, member, user, &wanted),
                (None, Some(invite)) if is_the_same(invite, member, &wanted) => {}
                (None, invite) => self.invite(number, member, invite.is_some(), &wanted),
            }
            self.warn(member);
        }
        self.names.give_back(wanted);
    }

    fn invite(&mut self, number: usize, member: &Member, is_invited: bool, wanted: &Wanted<'a>) {
        let reason = if is_invited {
            "invited with another role or other projects than the roster file says"
        } else {
            "in the roster file, and not in the organization"
        };
        let says_projects = wanted.says_projects && member.role != OrganizationRole::Owner;
        let projects = says_projects.then(|| {
            let projects = wanted.projects.iter();
            projects.map(|place| (self.names.projects.name(place.project).to_owned(), place.role.clone())).collect()
        });
        self.wish(number, Want::Invite { role: member.role.clone(), projects }, reason.to_owned());
    }

    fn warn(&mut self, member: &Member) {
        let Some(until) = member.until else { return };
        let days_left = (until - self.today).get_days();
        if days_left <= i32::try_from(self.file.warn_days).unwrap_or(i32::MAX) {
            self.comparison.ending.push(Ending { email: member.email.clone(), until, days_left });
        }
    }

    fn present_member(&mut self, number: usize, member: &Member, user: &User, wanted: &Wanted<'a>) {
        if user.role.as_ref() != Some(&member.role) {
            let reason = format!("the roster file says {}", member.role);
            self.wish(number, Want::Role { role: member.role.clone() }, reason);
        }
        // Owners of the organization are listed as owners of every project, and nothing in a project changes that. What is
        // left to somebody who ceases to be one shows afterwards: the next comparison tells.
        let is_owner = user.role == Some(OrganizationRole::Owner) || member.role == OrganizationRole::Owner;
        if wanted.says_projects && !is_owner {
            self.projects(number, user, wanted);
        }
        if wanted.says_groups {
            self.groups(number, user, wanted);
        }
    }

    fn projects(&mut self, number: usize, user: &User, wanted: &Wanted<'a>) {
        let has = self.snapshot.places_of(&user.id);
        for place in &wanted.projects {
            let is_so = has.iter().any(|(id, role)| *id == place.project.id && role.as_ref() == Some(&place.role));
            if !is_so {
                let reason = format!("the roster file says {} of {}", place.role, project_name(place.project));
                let project = self.names.projects.name(place.project).to_owned();
                self.wish(number, Want::Project { project, role: Some(place.role.clone()), keep_role: false }, reason);
            }
        }
        for (id, role) in has {
            // A role that the file has no word for was given on purpose, and is not taken.
            let is_ours = role.as_ref().is_some_and(is_writable);
            if is_ours && wanted.projects.iter().all(|place| place.project.id != *id) {
                let project = self.names.projects.with_id(id.as_str());
                let called = project.map_or(id.as_str(), project_name);
                let reason = format!("the roster file does not list them in {called}");
                let project = project.map_or(id.as_str(), |project| self.names.projects.name(project)).to_owned();
                self.wish(number, Want::Project { project, role: None, keep_role: false }, reason);
            }
        }
    }

    fn groups(&mut self, number: usize, user: &User, wanted: &Wanted<'a>) {
        let has = self.snapshot.groups_of(&user.id);
        for group in wanted.groups.iter().filter(|group| !has.contains(&group.id)) {
            let group = self.names.groups.name(group).to_owned();
            let reason = format!("the roster file lists them in the group {group}");
            self.wish(number, Want::Group { group, present: true }, reason);
        }
        for id in has.iter().filter(|id| wanted.groups.iter().all(|group| group.id != **id)) {
            let group = self.names.groups.with_id(id.as_str());
            if let Some(group) = group.filter(|group| group.is_scim_managed != Some(true)) {
                let group = self.names.groups.name(group).to_owned();
                let reason = format!("the roster file does not list them in the group {group}");
                self.wish(number, Want::Group { group, present: false }, reason);
            }
        }
    }

    /// Those who are in the organization and not in the file. Who has no address cannot be listed, and is left alone.
    fn others(&mut self) {
        let people = self.members.unlisted().filter(|(_, user)| user.is_service_account != Some(true));
        let people = people.map(|(email, _)| (email, Want::Remove));
        let invited = self.invites.unlisted();
        let invited = invited.filter(|(email, _)| !self.members.by_address.contains_key(&*lower_case(email)));
        for (email, want) in people.chain(invited.map(|(email, _)| (email, Want::Cancel))) {
            if self.file.complete {
                let reason = Some("not in the roster file".to_owned());
                self.comparison.wishes.push(Wish { who: email.into(), want, reason, place: None });
            } else {
                self.comparison.unlisted.push(email.to_owned());
            }
        }
    }
}

/// Roles in a project that a roster file has words for.
pub(super) fn is_writable(role: &ProjectRole) -> bool {
    matches!(role, ProjectRole::Owner | ProjectRole::Member)
}

fn is_the_same(invite: &Invite, member: &Member, wanted: &Wanted<'_>) -> bool {
    let grants = |place: &wanted::Place<'_>| {
        invite.projects.iter().any(|grant| grant.id == place.project.id && grant.role.as_ref() == Some(&place.role))
    };
    let same_projects = member.role == OrganizationRole::Owner
        || !wanted.says_projects
        || (wanted.projects.len() == invite.projects.len() && wanted.projects.iter().all(grants));
    invite.role.as_ref() == Some(&member.role) && same_projects
}

/// The day in UTC.
fn day_of(now: Timestamp) -> Date {
    let moment = jiff::Timestamp::from_second(now.seconds()).unwrap_or_default();
    moment.to_zoned(jiff::tz::TimeZone::UTC).date()
}
