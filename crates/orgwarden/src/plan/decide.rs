//! From wishes to a plan: a pure function. What one person is wished is gathered first, and then decided at once.

use std::collections::{HashMap, HashSet};

use super::invitation::{Invitations, Wanted, again, distinct, into, standing};
use super::problems::Problems;
use super::steps::{
    add_to_group, add_to_project, group_name, of_every_project, project_name, remove, remove_from_group,
    remove_from_project, set_project_role, set_role, subject, withdraw,
};
use super::{Plan, Want, Wish, source};
use crate::api::invites::ProjectGrant;
use crate::api::model::{Group, Invite, OrganizationRole, Project, ProjectRole, Timestamp, User};
use crate::roster::{Index, Snapshot, Who, near, resolve_group, resolve_project};
use crate::{Error, ErrorKind, Result, words};

/// Decides which steps some wishes mean. If one of them is wrong, nothing is planned, and all problems are told together.
///
/// Several wishes for one person become one decision: projects go along with an invitation, and whoever is removed needs
/// no demotion and no step out of projects and groups. Two wishes that cannot both come true are refused. Whoever is only
/// invited has no place that could be changed: role and projects come with an `invite` in the same wishes, which replaces
/// the old invitation.
pub fn decide(snapshot: &Snapshot, wishes: &[Wish], now: Timestamp) -> Result<Plan> {
    let mut gathering = Gathering::new(snapshot, wishes);
    for wish in wishes {
        if let Err(error) = gathering.take(wish) {
            gathering.problems.add(wish.place.as_deref(), &error);
        }
    }
    let Gathering { people, mut problems, projects, groups, .. } = gathering;
    for person in &people {
        if let Some(problem) = person.contradiction() {
            problems.add(person.place, &Error::invalid(format!("`{}` {problem}", person.label)));
        }
    }
    let mut plan = Plan::default();
    let open = standing(&snapshot.invites, now);
    for mut person in people {
        let (first, place) = (plan.steps.len(), person.place);
        let (first_held, wishes) = (plan.held.len(), std::mem::take(&mut person.wishes));
        let reason = person.reason;
        if let Err(error) = person.decide(snapshot, &open, now, &mut plan) {
            problems.add(place, &error);
        }
        for step in &mut plan.steps[first..] {
            step.reason = reason.map(str::to_owned);
        }
        source::trace(&mut plan, (first, first_held), &wishes, &projects, &groups);
    }
    problems.verdict()?;
    Ok(plan)
}

/// What one person is wished.
struct Person<'a> {
    /// How the wish names them.
    label: &'a str,
    member: Option<&'a User>,
    /// Everything that is wished for them.
    wishes: Vec<&'a Wish>,
    /// Where the last wish stands.
    place: Option<&'a str>,
    reason: Option<&'a str>,
    invite: Option<(OrganizationRole, Option<Vec<ProjectGrant>>)>,
    resend: Option<&'a Invite>,
    /// Somebody may have several: each is named by its id.
    cancel: Vec<&'a Invite>,
    role: Option<&'a OrganizationRole>,
    projects: Vec<(&'a Project, Option<&'a ProjectRole>)>,
    groups: Vec<(&'a Group, bool)>,
    remove: bool,
}

/// The wishes by person, while they are looked through.
struct Gathering<'a> {
    snapshot: &'a Snapshot,
    members: Index<'a>,
    invitations: Invitations<'a>,
    /// The addresses that are to be invited.
    to_invite: HashSet<String>,
    /// What names of projects and groups mean: each is looked up once.
    projects: HashMap<&'a str, Result<&'a Project>>,
    groups: HashMap<&'a str, Result<&'a Group>>,
    people: Vec<Person<'a>>,
    /// The places in `people`, by the id of a member or the address of somebody who is none.
    places: HashMap<String, usize>,
    problems: Problems,
}

impl<'a> Gathering<'a> {
    fn new(snapshot: &'a Snapshot, wishes: &[Wish]) -> Self {
        let invites = wishes.iter().filter(|wish| matches!(wish.want, Want::Invite { .. }));
        Self {
            snapshot,
            members: Index::new(&snapshot.members),
            invitations: Invitations::new(&snapshot.invites),
            to_invite: invites.map(|wish| wish.who.as_str().to_lowercase()).collect(),
            projects: HashMap::new(),
            groups: HashMap::new(),
            people: Vec::new(),
            places: HashMap::new(),
            problems: Problems::default(),
        }
    }

    /// Takes one wish in.
    fn take(&mut self, wish: &'a Wish) -> Result<()> {
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
            Want::Project { project, role } => {
                let project = self.project(project)?;
                let person = self.present(wish)?;
                match person.projects.iter().find(|(other, _)| other.id == project.id) {
                    Some((_, other)) if *other != role.as_ref() => {
                        let name = project_name(project);
                        Err(contradicts(wish, &format!("is wished two different places in the project {name}")))
                    }
                    Some(_) => Ok(()),
                    None => {
                        person.projects.push((project, role.as_ref()));
                        Ok(())
                    }
                }
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
        let found = self.members.find(&Who::from(name));
        if let [_, _, ..] = found.as_slice() {
            let ids: Vec<&str> = found.iter().map(|user| user.id.as_str()).collect();
            return Err(Error::invalid(format!("`{name}` is the name of {} members: {}", ids.len(), ids.join(", ")))
                .with_hint("Name the one you mean by e-mail address or id."));
        }
        let member = found.first().copied();
        let key = member.map_or_else(|| name.to_lowercase(), |user| user.id.as_str().to_owned());
        let place = *self.places.entry(key).or_insert(self.people.len());
        if place == self.people.len() {
            self.people.push(Person {
                label: name,
                member,
                wishes: Vec::new(),
                place: None,
                reason: None,
                invite: None,
                resend: None,
                cancel: Vec::new(),
                role: None,
                projects: Vec::new(),
                groups: Vec::new(),
                remove: false,
            });
        }
        let person = &mut self.people[place];
        person.wishes.push(wish);
        person.place = wish.place.as_deref();
        person.reason = person.reason.or(wish.reason.as_deref());
        Ok(person)
    }

    fn project(&mut self, name: &'a str) -> Result<&'a Project> {
        let projects = &self.snapshot.projects;
        self.projects.entry(name).or_insert_with(|| resolve_project(name, projects)).clone()
    }

    fn group(&mut self, name: &'a str) -> Result<&'a Group> {
        let groups = &self.snapshot.groups;
        self.groups.entry(name).or_insert_with(|| resolve_group(name, groups)).clone()
    }

    fn grants(&mut self, email: &str, projects: &'a [(String, ProjectRole)]) -> Result<Vec<ProjectGrant>> {
        let grants = projects
            .iter()
            .map(|(name, role)| Ok(ProjectGrant { id: self.project(name)?.id.clone(), role: role.clone() }));
        let grants = grants.collect::<Result<Vec<_>>>()?;
        distinct(email, grants)
    }
}

fn contradicts(wish: &Wish, problem: &str) -> Error {
    Error::invalid(format!("`{}` {problem}", wish.who))
}

impl Person<'_> {
    /// Why not everything that this person is wished can come true.
    fn contradiction(&self) -> Option<String> {
        let promoted = self.role == Some(&OrganizationRole::Owner);
        let joins =
            self.projects.iter().any(|(_, role)| role.is_some()) || self.groups.iter().any(|(_, present)| *present);
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
        match self.member {
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
    fn decide(
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
            } else {
                plan.step(set_role(user, role));
                plan.known.push(user.clone());
            }
        }
        self.places(user, snapshot, plan);
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

    /// The steps into projects and groups, and out of them.
    fn places(&self, user: &User, snapshot: &Snapshot, plan: &mut Plan) {
        let is_owner = self.role.or(user.role.as_ref()) == Some(&OrganizationRole::Owner);
        for (project, wished) in &self.projects {
            if is_owner {
                of_every_project(user, wished.is_some(), plan);
                continue;
            }
            let present = snapshot.places.get(&project.id).and_then(|users| users.get(&user.id));
            match (present.map(Option::as_ref), *wished) {
                (None, None) => plan.already(subject(user), "is not in the project"),
                (None, Some(role)) => drop(plan.step(add_to_project(user, project, role))),
                (Some(before), None) => drop(plan.step(remove_from_project(user, project, before))),
                (Some(Some(before)), Some(role)) if before == role => {
                    plan.already(subject(user), format!("is {role} of the project"));
                }
                (Some(before), Some(role)) => drop(plan.step(set_project_role(user, project, before, role))),
            }
        }
        for (group, wished) in &self.groups {
            let present = snapshot.memberships.get(&group.id).is_some_and(|users| users.contains(&user.id));
            match (present, *wished) {
                (true, true) => plan.already(subject(user), "is in the group"),
                (false, false) => plan.already(subject(user), "is not in the group"),
                (false, true) => drop(plan.step(add_to_group(user, group))),
                (true, false) => drop(plan.step(remove_from_group(user, group))),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Step;
    use serde_json::{Value, json};

    const NOW: Timestamp = Timestamp::new(1_000);

    fn snapshot() -> Snapshot {
        Snapshot {
            members: serde_json::from_value(json!([
                {"id": "user-1", "name": "Ada", "email": "ada@x.io", "role": "owner"},
                {"id": "user-2", "name": "Bob", "email": "bob@x.io", "role": "reader"},
                {"id": "user-3", "name": "Bob", "email": "bo@x.io", "role": "reader"},
            ]))
            .unwrap(),
            invites: serde_json::from_value(json!([
                {"id": "invite-open", "email": "open@x.io", "role": "reader", "status": "pending", "expires_at": 1_000_000},
                {"id": "invite-late", "email": "late@x.io", "role": "reader", "status": "pending", "expires_at": 5},
                {"id": "invite-old", "email": "old@x.io", "role": "reader", "status": "accepted"},
            ]))
            .unwrap(),
            projects: serde_json::from_value(json!([
                {"id": "proj_1", "name": "Site"}, {"id": "proj_2", "name": "Shop"}
            ]))
            .unwrap(),
            places: [("proj_1".into(), [("user-2".into(), Some(ProjectRole::Member))].into())].into(),
            groups: serde_json::from_value(json!([
                {"id": "group_1", "name": "Ops"}, {"id": "group_2", "name": "Idp", "is_scim_managed": true}
            ]))
            .unwrap(),
            memberships: [("group_1".into(), ["user-2".into()].into())].into(),
        }
    }

    type Rows<'a> = &'a [(&'a str, Value)];

    fn wishes(rows: Rows<'_>) -> Vec<Wish> {
        let wish = |(number, (who, want)): (usize, &(&str, Value))| Wish {
            who: (*who).into(),
            want: serde_json::from_value(want.clone()).unwrap(),
            reason: None,
            place: Some(format!("f:{}:1", number + 2)),
        };
        rows.iter().enumerate().map(wish).collect()
    }

    fn role(role: &str) -> Value {
        json!({"action": "role", "role": role})
    }

    fn project(project: &str, role: Option<&str>) -> Value {
        json!({"action": "project", "project": project, "role": role})
    }

    fn group(group: &str, present: bool) -> Value {
        json!({"action": "group", "group": group, "present": present})
    }

    fn invite(role: &str, projects: &[&str]) -> Value {
        let projects: Vec<_> = projects.iter().map(|name| json!([name, "member"])).collect();
        json!({"action": "invite", "role": role, "projects": if projects.is_empty() { Value::Null } else { projects.into() }})
    }

    fn action(action: &str) -> Value {
        json!({"action": action})
    }

    #[test]
    fn each_wish_becomes_the_fewest_requests() {
        let anew = r#"POST /organization/invites {"email":"new@x.io","projects":[{"id":"proj_1","role":"member"},{"id":"proj_2","role":"owner"}],"role":"reader"}"#;
        let remove = "DELETE /organization/users/user-2";
        let cases: &[(Rows<'_>, &[&str], usize)] = &[
            (&[("bob@x.io", role("reader")), ("user-2", role("reader"))], &[], 1),
            (&[("user-2", role("owner"))], &[r#"POST /organization/users/user-2 {"role":"owner"}"#], 0),
            (&[("ada", role("reader")), ("ADA@x.io", action("remove"))], &["DELETE /organization/users/user-1"], 0),
            (
                &[("bob@x.io", project("Site", None)), ("bob@x.io", action("remove")), ("user-2", group("Ops", false))],
                &[remove],
                0,
            ),
            (&[("bob@x.io", project("site", Some("member"))), ("bob@x.io", group("ops", true))], &[], 2),
            (
                &[("bob@x.io", project("Site", Some("owner"))), ("bob@x.io", project("proj_2", Some("member")))],
                &[
                    r#"POST /organization/projects/proj_1/users/user-2 {"role":"owner"}"#,
                    r#"POST /organization/projects/proj_2/users {"role":"member","user_id":"user-2"}"#,
                ],
                0,
            ),
            (&[("ada@x.io", project("Site", Some("owner")))], &[], 1),
            (
                &[("bo@x.io", role("owner")), ("bo@x.io", project("Site", Some("owner")))],
                &[r#"POST /organization/users/user-3 {"role":"owner"}"#],
                1,
            ),
            (&[("new@x.io", project("Shop", Some("owner"))), ("new@x.io", invite("reader", &["Site"]))], &[anew], 0),
            (&[("open@x.io", invite("reader", &[])), ("bob@x.io", invite("reader", &[]))], &[], 2),
            (
                &[("late@x.io", invite("reader", &[]))],
                &[
                    "DELETE /organization/invites/invite-late",
                    r#"POST /organization/invites {"email":"late@x.io","role":"reader"}"#,
                ],
                0,
            ),
            (
                &[("invite-open", action("cancel")), ("open@x.io", action("cancel"))],
                &["DELETE /organization/invites/invite-open"],
                0,
            ),
            (
                &[("open@x.io", action("resend"))],
                &[
                    "DELETE /organization/invites/invite-open",
                    r#"POST /organization/invites {"email":"open@x.io","projects":[],"role":"reader"}"#,
                ],
                0,
            ),
            (
                &[("bo@x.io", group("Ops", true))],
                &[r#"POST /organization/groups/group_1/users {"user_id":"user-3"}"#],
                0,
            ),
        ];
        for (rows, lines, already) in cases {
            let plan = decide(&snapshot(), &wishes(rows), NOW).unwrap();
            let planned: Vec<String> = plan.steps.iter().map(Step::request_line).collect();
            assert_eq!(planned, *lines, "{rows:?}");
            assert_eq!(plan.already.len(), *already, "{rows:?}");
            assert!(plan.steps.iter().all(|step| !step.requires.is_empty()), "{rows:?}");
        }
    }

    #[test]
    fn what_cannot_come_true_is_refused_and_nothing_is_planned() {
        let cases: &[(Rows<'_>, &str)] = &[
            (&[("bob@x.io", role("owner")), ("user-2", role("reader"))], "f:3:1: `user-2` is to be owner and reader"),
            (
                &[("bob@x.io", role("owner")), ("user-2", action("remove"))],
                "f:3:1: `bob@x.io` is to be removed, and to be given",
            ),
            (
                &[("bob@x.io", action("remove")), ("user-2", project("Shop", Some("member")))],
                "to be removed, and to be given",
            ),
            (&[("bob@x.io", action("remove")), ("bob@x.io", invite("reader", &[]))], "to be removed and to be invited"),
            (
                &[("bob@x.io", project("Site", None)), ("bob@x.io", project("proj_1", Some("owner")))],
                "two different places in the project Site",
            ),
            (&[("bob@x.io", group("Ops", true)), ("bob@x.io", group("Ops", false))], "in the group Ops and not"),
            (
                &[("new@x.io", invite("reader", &[])), ("new@x.io", invite("owner", &[]))],
                "named twice with different roles",
            ),
            (&[("new@x.io", invite("reader", &[])), ("new@x.io", role("owner"))], "invited as reader and to be owner"),
            (
                &[("new@x.io", invite("reader", &["Site"])), ("new@x.io", project("Site", None))],
                "invited to a project and not to be in it",
            ),
            (
                &[("new@x.io", invite("reader", &[])), ("new@x.io", group("Ops", true))],
                "only when the invitation is accepted",
            ),
            (&[("open@x.io", action("cancel")), ("open@x.io", action("resend"))], "more than one of"),
            (&[("open@x.io", project("Site", Some("member")))], "f:2:1: `open@x.io` is only invited"),
            (&[("ada@x.io", role("reader")), ("ada@x.io", project("Site", Some("member")))], "ceases to be an owner"),
            (&[("Bob", role("owner"))], "`Bob` is the name of 2 members: user-2, user-3"),
            (&[("bob@x.io", group("Idp", true))], "an identity provider says who is in the group Idp"),
            (&[("old@x.io", action("cancel"))], "was already accepted"),
            (&[("b", invite("reader", &[]))], "`b` is not an e-mail address"),
        ];
        for (rows, part) in cases {
            let error = decide(&snapshot(), &wishes(rows), NOW).unwrap_err();
            assert!(error.message().contains(part), "{rows:?}: {error}");
        }
    }

    #[test]
    fn all_problems_are_told_together_with_who_was_meant() {
        let mut rows = vec![
            ("adda@x.io", role("reader")),
            ("bob@x.io", project("Sitte", None)),
            ("bob@x.io", group("Opps", true)),
            ("bob@x.io", role("owner")),
        ];
        let error = decide(&snapshot(), &wishes(&rows), NOW).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotFound);
        for part in [
            "f:2:1: `adda@x.io` is not a member",
            "f:3:1: there is no project `Sitte`",
            "f:4:1: there is no group `Opps`",
        ] {
            assert!(error.message().contains(part), "{error}");
        }
        let hint = error.hint().unwrap();
        for part in ["`ada@x.io`", "`Site`", "`Ops`", "Nothing was sent."] {
            assert!(hint.contains(part), "{hint}");
        }
        rows.extend((0..10).map(|_| ("zoe@x.io", action("cancel"))));
        let error = decide(&snapshot(), &wishes(&rows), NOW).unwrap_err();
        assert!(error.message().ends_with("; and 3 more") && error.kind() == ErrorKind::NotFound, "{error}");
    }

    #[test]
    fn the_reason_of_a_wish_is_the_reason_of_its_steps() {
        let mut wishes = wishes(&[("bob@x.io", action("remove"))]);
        wishes[0].reason = Some("left".to_owned());
        assert_eq!(decide(&snapshot(), &wishes, NOW).unwrap().steps[0].reason.as_deref(), Some("left"));
    }
}
