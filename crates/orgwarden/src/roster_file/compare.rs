//! What a roster file wishes that is not so: a pure comparison.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Member, Places, RosterFile, Team};
use crate::api::model::{GroupId, Invite, OrganizationRole, ProjectId, ProjectRole, Timestamp, User};
use crate::plan::{Want, Wish};
use crate::roster::{PersonStatus, Present, Who, resolve_project};
use crate::words::{did_you_mean, project_and_role};
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

/// Compares a roster file with the organization as it is.
///
/// `accept_few`: believe a complete file even if it knows less than half of the members.
pub fn compare(
    file: &RosterFile,
    places: &Places,
    present: &Present,
    now: Timestamp,
    accept_few: bool,
) -> Result<Comparison> {
    let mut comparing = Comparing::new(file, places, present, now);
    if file.complete && !accept_few {
        comparing.refuse_a_remnant()?;
    }
    for (number, member) in file.members.iter().enumerate() {
        comparing.member(number, member)?;
    }
    comparing.others();
    Ok(comparing.comparison)
}

/// The projects of a person by the file, and the groups. `None`: the file does not say.
struct Wanted {
    projects: Option<BTreeMap<ProjectId, ProjectRole>>,
    groups: Option<HashSet<GroupId>>,
}

struct Comparing<'a> {
    file: &'a RosterFile,
    places: &'a Places,
    present: &'a Present,
    today: Date,
    teams: HashMap<&'a str, &'a Team>,
    members: HashMap<String, &'a User>,
    invites: HashMap<String, &'a Invite>,
    /// What names of projects and groups mean, as far as they have been looked up.
    projects: HashMap<&'a str, ProjectId>,
    groups: HashMap<&'a str, GroupId>,
    comparison: Comparison,
}

impl<'a> Comparing<'a> {
    fn new(file: &'a RosterFile, places: &'a Places, present: &'a Present, now: Timestamp) -> Self {
        let mut invites: HashMap<String, &Invite> = HashMap::new();
        for invite in &present.invites {
            let is_open = matches!(PersonStatus::of(invite, now), PersonStatus::Invited | PersonStatus::Expiring);
            if let Some(email) = invite.email.as_deref().filter(|_| is_open) {
                invites.insert(email.to_lowercase(), invite);
            }
        }
        let members = present.members.iter().filter_map(|user| Some((user.email.as_deref()?.to_lowercase(), user)));
        Self {
            file,
            places,
            present,
            today: day_of(now),
            teams: file.teams.iter().map(|team| (team.name.as_str(), team)).collect(),
            members: members.collect(),
            invites,
            projects: HashMap::new(),
            groups: HashMap::new(),
            comparison: Comparison::default(),
        }
    }

    /// A file that was cut off in the middle still looks like one.
    fn refuse_a_remnant(&self) -> Result<()> {
        let listed: HashSet<String> = self.file.members.iter().map(|member| member.email.to_lowercase()).collect();
        let all = self.members.len();
        let known = self.members.keys().filter(|email| listed.contains(*email)).count();
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

    fn member(&mut self, number: usize, member: &'a Member) -> Result<()> {
        let address = member.email.to_lowercase();
        let user = self.members.get(&address).copied();
        let invite = self.invites.get(&address).copied();
        // Also of people who are not there: a slip in the file is told today, and not on the day it matters.
        let wanted = self.wanted(number, member)?;
        if let Some(until) = member.until.filter(|until| *until < self.today) {
            let reason = format!("`until` {until} has passed");
            match (user, invite) {
                (Some(_), _) => self.wish(number, Want::Remove, reason),
                (None, Some(_)) => self.wish(number, Want::Cancel, reason),
                (None, None) => {}
            }
            return Ok(());
        }
        match (user, invite) {
            (Some(user), _) => self.present_member(number, member, user, &wanted),
            (None, Some(invite)) if is_the_same(invite, member, &wanted) => {}
            (None, invite) => {
                let reason = if invite.is_some() {
                    "invited with another role or other projects than the roster file says"
                } else {
                    "in the roster file, and not in the organization"
                };
                let projects = wanted.projects.filter(|_| member.role != OrganizationRole::Owner);
                let projects = projects
                    .map(|projects| projects.into_iter().map(|(id, role)| (id.as_str().to_owned(), role)).collect());
                self.wish(number, Want::Invite { role: member.role.clone(), projects }, reason.to_owned());
            }
        }
        if let Some(until) = member.until {
            let days_left = (until - self.today).get_days();
            if days_left <= i32::try_from(self.file.warn_days).unwrap_or(i32::MAX) {
                self.comparison.ending.push(Ending { email: member.email.clone(), until, days_left });
            }
        }
        Ok(())
    }

    fn present_member(&mut self, number: usize, member: &Member, user: &User, wanted: &Wanted) {
        let says = |what: &str| format!("the roster file says {what}");
        if user.role.as_ref() != Some(&member.role) {
            self.wish(number, Want::Role { role: member.role.clone() }, says(member.role.as_str()));
        }
        // Owners of the organization are listed as owners of every project, and nothing in a project changes that. What is
        // left to somebody who ceases to be one shows afterwards: the next comparison tells.
        let is_owner = user.role == Some(OrganizationRole::Owner) || member.role == OrganizationRole::Owner;
        if let Some(projects) = wanted.projects.as_ref().filter(|_| !is_owner) {
            let present = self.present;
            let has: HashMap<&ProjectId, Option<&ProjectRole>> =
                present.projects_of(&user.id).iter().map(|(id, role)| (id, role.as_ref())).collect();
            for (id, role) in projects {
                if has.get(id).copied().flatten() != Some(role) {
                    let reason = says(&format!("{role} of {}", self.project_name(id)));
                    self.wish(
                        number,
                        Want::Project { project: id.as_str().to_owned(), role: Some(role.clone()) },
                        reason,
                    );
                }
            }
            for (id, role) in present.projects_of(&user.id) {
                // A role that the file has no word for was given on purpose, and is not taken.
                let is_ours = role.as_ref().is_some_and(is_writable);
                if is_ours && !projects.contains_key(id) {
                    let reason = format!("the roster file does not list them in {}", self.project_name(id));
                    self.wish(number, Want::Project { project: id.as_str().to_owned(), role: None }, reason);
                }
            }
        }
        if let Some(groups) = &wanted.groups {
            let present = self.present;
            let has: HashSet<&GroupId> = present.groups_of(&user.id).iter().collect();
            for group in present.groups.iter().filter(|group| group.is_scim_managed != Some(true)) {
                let (is_in, should_be) = (has.contains(&group.id), groups.contains(&group.id));
                if is_in != should_be {
                    let name = group.name.as_deref().unwrap_or(group.id.as_str());
                    let not = if should_be { "lists them" } else { "does not list them" };
                    let want = Want::Group { group: group.id.as_str().to_owned(), present: should_be };
                    self.wish(number, want, format!("the roster file {not} in the group {name}"));
                }
            }
        }
    }

    fn project_name(&self, id: &ProjectId) -> String {
        let project = self.present.projects.iter().find(|project| project.id == *id);
        project.and_then(|project| project.name.as_deref()).unwrap_or(id.as_str()).to_owned()
    }

    /// What the file says of somebody's projects and groups, those of the teams included. What is said of the person
    /// wins over a team, and of two teams the one that makes them an owner.
    fn wanted(&mut self, number: usize, member: &'a Member) -> Result<Wanted> {
        let teams: Vec<&'a Team> =
            member.teams.iter().filter_map(|name| self.teams.get(name.as_str()).copied()).collect();
        let mut projects: Option<BTreeMap<ProjectId, ProjectRole>> = None;
        let mut groups: Option<HashSet<GroupId>> = None;
        for team in &teams {
            for text in team.projects.iter().flatten() {
                let (id, role) = self.project(number, text)?;
                let kept = projects.get_or_insert_default().entry(id).or_insert_with(|| role.clone());
                if role == ProjectRole::Owner {
                    *kept = role;
                }
            }
        }
        if let Some(own) = &member.projects {
            let all = projects.get_or_insert_default();
            let mut seen: HashMap<ProjectId, ProjectRole> = HashMap::new();
            for text in own {
                let (id, role) = self.project(number, text)?;
                if seen.insert(id.clone(), role.clone()).is_some_and(|before| before != role) {
                    return Err(self.slip(number, format!("`{}` is listed in {text} with two roles", member.email)));
                }
                all.insert(id, role);
            }
        }
        for text in teams.iter().filter_map(|team| team.groups.as_ref()).chain(&member.groups).flatten() {
            let id = self.group(number, text)?;
            groups.get_or_insert_default().insert(id);
        }
        if member.groups.is_some() {
            groups.get_or_insert_default();
        }
        Ok(Wanted { projects, groups })
    }

    fn slip(&self, number: usize, message: String) -> Error {
        Error::invalid(match self.places.of_member(number) {
            Some(place) => format!("{place}: {message}"),
            None => message,
        })
    }

    fn project(&mut self, number: usize, text: &'a str) -> Result<(ProjectId, ProjectRole)> {
        let (name, role) = project_and_role(text)?;
        if let Some(id) = self.projects.get(name) {
            return Ok((id.clone(), role));
        }
        let project = resolve_project(name, &self.present.projects).map_err(|error| {
            let told = self.slip(number, error.message().to_owned());
            told.with_hint(error.hint().unwrap_or_default())
        })?;
        self.projects.insert(name, project.id.clone());
        Ok((project.id.clone(), role))
    }

    fn group(&mut self, number: usize, text: &'a str) -> Result<GroupId> {
        if let Some(id) = self.groups.get(text) {
            return Ok(id.clone());
        }
        let all = &self.present.groups;
        let by_name = |group: &&crate::api::model::Group| {
            group.name.as_deref().is_some_and(|name| name.to_lowercase() == text.to_lowercase())
        };
        let named = match all.iter().find(|group| group.id.as_str() == text) {
            Some(group) => vec![group],
            None => all.iter().filter(by_name).collect(),
        };
        let group = match named.as_slice() {
            [one] => *one,
            [] => {
                let error = self.slip(number, format!("there is no group `{text}`"));
                return Err(match did_you_mean(text, all.iter().filter_map(|group| group.name.as_deref())) {
                    Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
                    None => error,
                });
            }
            several => {
                let message = format!("`{text}` is the name of {} groups", several.len());
                return Err(self.slip(number, message).with_hint("Name the one you mean by its id."));
            }
        };
        if group.is_scim_managed == Some(true) {
            let message = format!("an identity provider says who is in the group `{text}`");
            return Err(self.slip(number, message).with_hint("Take it out of the file, and change it there."));
        }
        self.groups.insert(text, group.id.clone());
        Ok(group.id.clone())
    }

    /// Those who are in the organization and not in the file. Who has no address cannot be listed, and is left alone.
    fn others(&mut self) {
        let listed: HashSet<String> = self.file.members.iter().map(|member| member.email.to_lowercase()).collect();
        let reason = || Some("not in the roster file".to_owned());
        let members = self.present.members.iter().filter(|user| user.is_service_account != Some(true));
        for email in members.filter_map(|user| user.email.as_deref()) {
            if listed.contains(&email.to_lowercase()) {
                continue;
            }
            if self.file.complete {
                let wish = Wish { who: email.into(), want: Want::Remove, reason: reason(), place: None };
                self.comparison.wishes.push(wish);
            } else {
                self.comparison.unlisted.push(email.to_owned());
            }
        }
        for invite in &self.present.invites {
            let Some(email) = invite.email.as_deref() else { continue };
            let address = email.to_lowercase();
            let is_the_open_one = self.invites.get(&address).is_some_and(|open| open.id == invite.id);
            if !is_the_open_one || listed.contains(&address) || self.members.contains_key(&address) {
                continue;
            }
            if self.file.complete {
                let wish = Wish { who: email.into(), want: Want::Cancel, reason: reason(), place: None };
                self.comparison.wishes.push(wish);
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

fn is_the_same(invite: &Invite, member: &Member, wanted: &Wanted) -> bool {
    let has: BTreeMap<&ProjectId, Option<&ProjectRole>> =
        invite.projects.iter().map(|project| (&project.id, project.role.as_ref())).collect();
    let same_projects = member.role == OrganizationRole::Owner
        || wanted.projects.as_ref().is_none_or(|projects| {
            projects.len() == has.len() && projects.iter().all(|(id, role)| has.get(id) == Some(&Some(role)))
        });
    invite.role.as_ref() == Some(&member.role) && same_projects
}

/// The day in UTC.
pub(super) fn day_of(now: Timestamp) -> Date {
    let moment = jiff::Timestamp::from_second(now.seconds()).unwrap_or_default();
    moment.to_zoned(jiff::tz::TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;
    use std::path::Path;

    use crate::roster_file::export;

    /// 2026-01-10, noon.
    const NOW: Timestamp = Timestamp::new(1_768_046_400);

    fn present() -> Present {
        let places =
            |list: &[(&str, &str)]| list.iter().map(|(id, role)| ((*id).into(), Some((*role).into()))).collect();
        Present {
            members: serde_json::from_value(json!([
                {"id": "user-1", "email": "Ada@x.io", "role": "owner"},
                {"id": "user-2", "email": "bob@x.io", "role": "reader"},
                {"id": "user-3", "email": "eve@x.io", "role": "reader"},
                {"id": "user-4", "email": null, "role": "reader"},
                {"id": "user-5", "email": "bot@x.io", "role": "reader", "is_service_account": true},
            ]))
            .unwrap(),
            invites: serde_json::from_value(json!([
                {"id": "invite-1", "email": "ina@x.io", "role": "reader", "status": "pending",
                 "expires_at": NOW.seconds() + 500_000, "projects": [{"id": "proj_1", "role": "member"}]},
                {"id": "invite-2", "email": "old@x.io", "role": "reader", "status": "expired"},
            ]))
            .unwrap(),
            projects: serde_json::from_value(json!([
                {"id": "proj_1", "name": "Site"}, {"id": "proj_2", "name": "Web: shop"}, {"id": "proj_3", "name": "site"},
            ]))
            .unwrap(),
            places: [
                ("user-2".into(), places(&[("proj_1", "member"), ("proj_2", "owner"), ("proj_3", "viewer")])),
                ("user-3".into(), places(&[("proj_2", "member")])),
            ]
            .into(),
            groups: serde_json::from_value(json!([
                {"id": "g1", "name": "Support"}, {"id": "g2", "name": "Engineering", "is_scim_managed": true},
            ]))
            .unwrap(),
            group_places: [("user-2".into(), vec!["g1".into(), "g2".into()])].into(),
        }
    }

    fn compared(text: &str) -> Result<Comparison> {
        let (file, places) = RosterFile::parse(text, Path::new("r.toml")).unwrap();
        compare(&file, &places, &present(), NOW, false)
    }

    fn lines(comparison: &Comparison) -> Vec<String> {
        let reason = |wish: &Wish| wish.reason.clone().unwrap_or_default();
        comparison.wishes.iter().map(|wish| format!("{}: {} ({})", wish.who, wish.want, reason(wish))).collect()
    }

    #[test]
    fn each_difference_is_one_wish_with_its_reason_and_its_place() {
        let text = r#"
            [[team]]
            name = "Shop"
            projects = ["proj_1:owner"]
            groups = ["support"]
            [[member]]
            email = "ada@x.io"
            projects = ["proj_1"]
            [[member]]
            email = "bob@x.io"
            teams = ["Shop"]
            [[member]]
            email = "ina@x.io"
            projects = ["proj_1:owner"]
            [[member]]
            email = "new@x.io"
            teams = ["Shop"]
            projects = ["proj_1:member"]
        "#;
        let comparison = compared(text).unwrap();
        assert_eq!(
            lines(&comparison),
            [
                "ada@x.io: make reader (the roster file says reader)",
                "bob@x.io: make owner of proj_1 (the roster file says owner of Site)",
                "bob@x.io: remove from proj_2 (the roster file does not list them in Web: shop)",
                "ina@x.io: invite as reader to proj_1 (owner) (invited with another role or other projects than the roster file says)",
                "new@x.io: invite as reader to proj_1 (member) (in the roster file, and not in the organization)",
            ]
        );
        assert_eq!(comparison.wishes[1].place.as_deref(), Some("r.toml:9:13"));
        assert_eq!(comparison.unlisted, ["eve@x.io"], "left alone: nobody else can be listed and is not");
    }

    #[test]
    fn who_is_not_listed_goes_only_if_the_file_is_complete() {
        let all = "[[member]]\nemail = \"ada@x.io\"\nrole = \"owner\"\n[[member]]\nemail = \"bob@x.io\"\n";
        let comparison = compared(all).unwrap();
        assert!(comparison.wishes.is_empty(), "{:?}", lines(&comparison));
        assert_eq!(comparison.unlisted, ["eve@x.io", "ina@x.io"]);
        let comparison = compared(&format!("complete = true\n{all}")).unwrap();
        assert_eq!(
            lines(&comparison),
            [
                "eve@x.io: remove from the organization (not in the roster file)",
                "ina@x.io: cancel the invitation (not in the roster file)",
            ]
        );
        assert!(comparison.unlisted.is_empty());
    }

    #[test]
    fn a_complete_file_that_knows_hardly_anybody_is_not_believed() {
        let text =
            "complete = true\n[[member]]\nemail = \"ada@x.io\"\nrole = \"owner\"\n[[member]]\nemail = \"x@x.io\"\n";
        let error = compared(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Guard);
        assert!(error.message().contains("lists 1 of 4 members"), "{error}");
        let (file, places) = RosterFile::parse(text, Path::new("r.toml")).unwrap();
        assert!(compare(&file, &places, &present(), NOW, true).is_ok());
        assert!(compared(&text.replace("complete = true", "")).is_ok());
    }

    #[test]
    fn access_ends_after_its_last_day_and_is_warned_about_before() {
        let text = |email: &str, until: &str| format!("[[member]]\nemail = \"{email}\"\nuntil = {until}\n");
        for (email, until, wish, days) in [
            (
                "bob@x.io",
                "2026-01-09",
                Some("bob@x.io: remove from the organization (`until` 2026-01-09 has passed)"),
                None,
            ),
            ("ina@x.io", "2026-01-09", Some("ina@x.io: cancel the invitation (`until` 2026-01-09 has passed)"), None),
            ("new@x.io", "2026-01-09", None, None),
            ("bob@x.io", "2026-01-10", None, Some(0)),
            ("bob@x.io", "2026-01-24", None, Some(14)),
            ("bob@x.io", "2026-01-25", None, None),
        ] {
            let comparison = compared(&text(email, until)).unwrap();
            assert_eq!(lines(&comparison).first().map(String::as_str), wish, "{email} {until}");
            assert_eq!(comparison.ending.first().map(|ending| ending.days_left), days, "{email} {until}");
        }
    }

    #[test]
    fn names_that_are_not_there_are_told_with_their_place() {
        for (line, message, hint) in [
            ("projects = [\"Web shop\"]", "r.toml:1:1: there is no project `Web shop`", "Did you mean `Web: shop`?"),
            ("projects = [\"Site\"]", "r.toml:1:1: `Site` is the name of 2 projects", "by its id"),
            ("projects = [\"proj_1\", \"proj_1:owner\"]", "with two roles", ""),
            ("groups = [\"Suport\"]", "r.toml:1:1: there is no group `Suport`", "Did you mean `Support`?"),
            ("groups = [\"Engineering\"]", "an identity provider says who is in the group", "change it there"),
        ] {
            let error = compared(&format!("[[member]]\nemail = \"bob@x.io\"\n{line}")).unwrap_err();
            assert!(error.message().contains(message), "{error}");
            assert!(error.hint().unwrap_or_default().contains(hint), "{:?}", error.hint());
        }
    }

    #[test]
    fn an_export_differs_in_nothing_and_says_what_it_can() {
        let file = export(&present(), Some("org-1"), NOW);
        let emails: Vec<&str> = file.members.iter().map(|member| member.email.as_str()).collect();
        assert_eq!(emails, ["Ada@x.io", "bob@x.io", "eve@x.io", "ina@x.io"]);
        assert_eq!(file.members[1].projects.as_ref().unwrap(), &["Web: shop:owner", "proj_1"]);
        assert_eq!(file.members[1].groups.as_ref().unwrap(), &["Support"]);
        let comparison = compared(&file.to_text()).unwrap();
        assert!(comparison.wishes.is_empty() && comparison.unlisted.is_empty(), "{comparison:?}");
    }

    fn organization() -> impl Strategy<Value = Present> {
        let role = || prop::sample::select(&["owner", "member", "viewer", "odd"]);
        let place = move || (0..5_usize, role());
        let person = (prop::bool::weighted(0.3), 0..3_u8, prop::collection::vec(place(), 0..4), 0..4_usize);
        (prop::collection::vec(person, 1..8), prop::collection::vec("(Site|site|Web: shop| a|[^\\PC]{0,6})", 5))
            .prop_map(|(people, names)| {
                let named = |prefix: &str| {
                    let all = names.iter().enumerate();
                    all.map(|(number, name)| json!({"id": format!("{prefix}{number}"), "name": name}))
                        .collect::<Vec<_>>()
                };
                let mut present = Present {
                    projects: serde_json::from_value(named("proj_").into()).unwrap(),
                    groups: serde_json::from_value(named("g").into()).unwrap(),
                    ..Present::default()
                };
                let mut invites = Vec::new();
                let mut members = Vec::new();
                for (number, (is_owner, kind, places, group)) in people.into_iter().enumerate() {
                    let role = if is_owner { "owner" } else { "reader" };
                    let places: BTreeMap<usize, &str> = places.into_iter().collect();
                    let (id, email) = (format!("user-{number}"), format!("p{number}@x.io"));
                    if kind == 0 {
                        let projects: Vec<_> = places
                            .iter()
                            .map(|(place, role)| json!({"id": format!("proj_{place}"), "role": role}))
                            .collect();
                        invites.push(json!({"id": format!("invite-{number}"), "email": email, "role": role,
                            "status": "pending", "expires_at": NOW.seconds() + 500_000, "projects": projects}));
                        continue;
                    }
                    members.push(json!({"id": id, "email": email, "role": role}));
                    let places = places
                        .into_iter()
                        .map(|(place, role)| (format!("proj_{place}").as_str().into(), Some(role.into())));
                    present.places.insert(id.as_str().into(), places.collect());
                    present.group_places.insert(id.as_str().into(), vec![format!("g{group}").as_str().into()]);
                }
                present.invites = serde_json::from_value(invites.into()).unwrap();
                present.members = serde_json::from_value(members.into()).unwrap();
                present
            })
    }

    proptest! {
        #[test]
        fn any_organization_exports_to_what_it_is(present in organization(), complete in any::<bool>()) {
            let mut file = export(&present, None, NOW);
            file.complete = complete;
            let text = file.to_text();
            let (read, places) = RosterFile::parse(&text, Path::new("r.toml"))
                .map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            let comparison = compare(&read, &places, &present, NOW, false)
                .map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            prop_assert!(comparison.wishes.is_empty(), "{:?}\n{}", lines(&comparison), text);
            prop_assert!(comparison.unlisted.is_empty());
        }
    }
}
