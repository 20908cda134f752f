//! The checklist of one person: a pure function.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::api::invites::ProjectGrant;
use crate::api::model::{
    Invite, InviteId, OrganizationRole, Project, ProjectId, ProjectRole, Text, Timestamp, User, UserId,
};
use crate::plan::Step;
use crate::plan::steps::{add_to_project, project_name, set_project_role};
use crate::roster::PersonStatus;

/// Where somebody who was invited stands on the way in.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Onboarding {
    /// The address that was invited.
    pub email: Text,
    /// The invitation.
    pub invite: InviteId,
    /// The member that came of it.
    pub user: Option<UserId>,
    /// Where the person stands.
    pub status: PersonStatus,
    /// When the invitation was sent.
    pub invited_at: Option<Timestamp>,
    /// When it was accepted, where the API says so.
    pub accepted_at: Option<Timestamp>,
    /// From where it is known which projects were to be granted.
    pub source: WishSource,
    /// The checklist, in order.
    pub items: Vec<ChecklistItem>,
}

/// From where it is known what an invitation was to grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WishSource {
    /// The API lists it with the invitation, even when it is accepted.
    Invitation,
    /// The API lists no projects with the invitation, and the journal knows which were asked for.
    Journal,
}

/// A line of a checklist.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChecklistItem {
    /// What should be so.
    pub what: String,
    /// Whether it is.
    pub state: ItemState,
    /// Why, or what to do next, if there is something to say.
    pub next: Option<String>,
    /// Whether `onboarding.repair` does it.
    pub can_be_repaired: bool,
    /// How.
    #[serde(skip)]
    pub(crate) repair: Option<Step>,
}

/// Whether a line of a checklist is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// It is so.
    Done,
    /// It cannot be so yet: the person has not accepted.
    Waiting,
    /// It should be so, and is not.
    Open,
}

impl ItemState {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Waiting => "waiting",
            Self::Open => "open",
        }
    }
}

impl Onboarding {
    /// Whether every line is done.
    pub fn is_done(&self) -> bool {
        self.items.iter().all(|item| item.state == ItemState::Done)
    }

    /// How many lines are done.
    pub fn done(&self) -> usize {
        self.items.iter().filter(|item| item.state == ItemState::Done).count()
    }

    /// All of it in a line.
    pub fn state(&self) -> String {
        let open = self.items.iter().find(|item| item.state == ItemState::Open);
        let waiting = self.items.iter().find(|item| item.state == ItemState::Waiting);
        match open.or(waiting) {
            Some(ChecklistItem { what, state, next: Some(next), .. }) => format!("{what}: {}: {next}", state.as_str()),
            Some(item) => format!("{}: {}", item.what, item.state.as_str()),
            None => "has everything that the invitation grants".to_owned(),
        }
    }
}

/// Which projects were asked for with an invitation.
pub(super) type Asked = Vec<ProjectGrant>;

/// What is known of people who were invited.
pub(super) struct Known<'a> {
    /// By address, in lower case.
    pub(super) members: HashMap<String, &'a User>,
    /// The projects in use.
    pub(super) projects: &'a [Project],
    /// Who is in which project, with the role there.
    pub(super) places: HashMap<(ProjectId, UserId), Option<ProjectRole>>,
    /// What was asked for, by the invitation that came of it.
    pub(super) asked: HashMap<InviteId, Asked>,
    /// Who was taken out of which project, or made less than an owner there, and when.
    pub(super) left: HashMap<(ProjectId, UserId), Timestamp>,
    /// Who was removed from the organization, and when: whoever is back came in another way.
    pub(super) removed: HashMap<UserId, Timestamp>,
    pub(super) now: Timestamp,
}

impl Known<'_> {
    pub(super) fn member(&self, invite: &Invite) -> Option<&User> {
        self.members.get(&invite.email.as_deref()?.to_lowercase()).copied()
    }

    /// The projects that an invitation was to grant, and from where that is known.
    pub(super) fn wish(&self, invite: &Invite) -> (Vec<ProjectGrant>, WishSource) {
        match self.asked.get(&invite.id) {
            Some(asked) if invite.projects.is_empty() && !asked.is_empty() => (asked.clone(), WishSource::Journal),
            _ => {
                let grants = invite.projects.iter().map(|project| ProjectGrant {
                    id: project.id.clone(),
                    role: project.role.clone().unwrap_or(ProjectRole::Member),
                });
                (grants.collect(), WishSource::Invitation)
            }
        }
    }
}

/// The checklist of the person behind an invitation.
pub(super) fn checklist(invite: &Invite, known: &Known<'_>) -> Onboarding {
    let email = invite.email.clone().unwrap_or_default();
    let member = known.member(invite);
    let status = match (PersonStatus::of(invite, known.now), member) {
        // The invitation may say so later than the list of members.
        (_, Some(_)) => PersonStatus::Member,
        (PersonStatus::Accepted, None) => PersonStatus::AcceptedElsewhere,
        (status, None) => status,
    };
    let role = invite.role.clone().unwrap_or(OrganizationRole::Reader);
    let mut items = vec![item(format!("invited as {role}"), ItemState::Done, None), accepted(invite, status, &email)];
    let (grants, source) = known.wish(invite);
    for grant in grants {
        items.push(match member {
            Some(user) => granted(user, &grant, invite, known),
            None => item(format!("{} of `{}`", grant.role, known.name(&grant.id)), ItemState::Waiting, None),
        });
    }
    items.push(match member {
        None => item(format!("{role} of the organization"), ItemState::Waiting, None),
        Some(user) => has_role(user, &role, &email),
    });
    Onboarding {
        email,
        invite: invite.id.clone(),
        user: member.map(|user| user.id.clone()),
        status,
        invited_at: invite.created_at,
        accepted_at: invite.accepted_at,
        source,
        items,
    }
}

fn item(what: String, state: ItemState, next: Option<String>) -> ChecklistItem {
    ChecklistItem { what, state, next, can_be_repaired: false, repair: None }
}

fn accepted(invite: &Invite, status: PersonStatus, email: &str) -> ChecklistItem {
    let (state, next) = match status {
        PersonStatus::Member | PersonStatus::Accepted => (ItemState::Done, None),
        PersonStatus::Invited | PersonStatus::Expiring => {
            (ItemState::Waiting, invite.expires_at.map(|end| format!("can be accepted until {end}")))
        }
        PersonStatus::Expired => {
            (ItemState::Open, Some(format!("has expired; `orgwarden invites resend {email}` sends it again")))
        }
        PersonStatus::AcceptedElsewhere => {
            let why = "but nobody with this address is a member: accepted with another one, or removed since";
            (ItemState::Open, Some(why.to_owned()))
        }
    };
    let what = if status == PersonStatus::AcceptedElsewhere { "a member by it" } else { "accepted" };
    item(what.to_owned(), state, next)
}

/// Whether a project was granted.
fn granted(user: &User, grant: &ProjectGrant, invite: &Invite, known: &Known<'_>) -> ChecklistItem {
    let what = format!("{} of `{}`", grant.role, known.name(&grant.id));
    let done = |next: Option<String>| item(what.clone(), ItemState::Done, next);
    if user.role == Some(OrganizationRole::Owner) {
        return done(Some("as an owner of the organization".to_owned()));
    }
    let Some(project) = known.projects.iter().find(|project| project.id == grant.id) else {
        return done(Some("the project is archived or gone: there is nothing to grant".to_owned()));
    };
    let place = (grant.id.clone(), user.id.clone());
    let since = invite.accepted_at.or(invite.created_at);
    let after =
        |moment: Option<&Timestamp>| moment.copied().filter(|moment| since.is_none_or(|since| *moment >= since));
    if let Some(removed) = after(known.removed.get(&user.id)) {
        return done(Some(format!("was removed from the organization at {removed}, and came back another way")));
    }
    let repair = match known.places.get(&place) {
        Some(Some(role)) if *role == grant.role || *role == ProjectRole::Owner => return done(None),
        // More than a member, or something that only a person can compare.
        Some(role) if grant.role != ProjectRole::Owner => {
            return done(role.as_ref().map(|role| format!("is {role}")));
        }
        Some(role) => {
            if let Some(lowered) = after(known.left.get(&place)) {
                return done(Some(format!("was made less at {lowered}")));
            }
            set_project_role(user, project, role.as_ref(), &grant.role)
        }
        None => {
            if let Some(left) = after(known.left.get(&place)) {
                return done(Some(format!("was taken out of it again at {left}")));
            }
            add_to_project(user, project, &grant.role)
        }
    };
    let next = "was not granted on acceptance; `orgwarden onboarding repair` does it".to_owned();
    ChecklistItem {
        can_be_repaired: true,
        repair: Some(repair.because("the invitation grants it, and the acceptance did not")),
        ..item(what, ItemState::Open, Some(next))
    }
}

/// Whether the role is the one that the invitation gave. It is never changed from here: it may have been changed since.
fn has_role(user: &User, role: &OrganizationRole, email: &str) -> ChecklistItem {
    let what = format!("{role} of the organization");
    let present = user.role.as_ref();
    if present == Some(role) {
        return item(what, ItemState::Done, None);
    }
    let is = present.map_or_else(|| "has no role".to_owned(), |present| format!("is {present}"));
    if present == Some(&OrganizationRole::Owner) {
        return item(what, ItemState::Done, Some(is));
    }
    item(what, ItemState::Open, Some(format!("{is}; `orgwarden role {role} {email}` changes that")))
}

impl Known<'_> {
    fn name<'a>(&'a self, id: &'a ProjectId) -> &'a str {
        self.projects.iter().find(|project| project.id == *id).map_or(id.as_str(), project_name)
    }
}

#[cfg(test)]
mod tests {
    use super::ItemState::{Done, Open, Waiting};
    use super::*;
    use serde_json::{Value, json};

    fn invite(status: &str, role: &str, projects: &Value) -> Invite {
        serde_json::from_value(json!({
            "id": "invite-1", "email": "Ada@x.io", "role": role, "status": status, "created_at": 100,
            "expires_at": 700_000, "accepted_at": (status == "accepted").then_some(200), "projects": projects,
        }))
        .unwrap()
    }

    fn user(role: &str) -> User {
        serde_json::from_value(json!({"id": "user-1", "email": "ada@X.io", "role": role})).unwrap()
    }

    /// Each line: what, its state, and the request that repairs it.
    fn lines(
        invite: &Invite,
        user: Option<&User>,
        change: impl Fn(&mut Known<'_>),
    ) -> Vec<(String, ItemState, String)> {
        let projects: Vec<Project> =
            serde_json::from_value(json!([{"id": "p1", "name": "Site"}, {"id": "p2", "name": "Shop"}])).unwrap();
        let mut known = Known {
            members: user.map(|user| ("ada@x.io".to_owned(), user)).into_iter().collect(),
            projects: &projects,
            places: HashMap::new(),
            asked: HashMap::new(),
            left: HashMap::new(),
            removed: HashMap::new(),
            now: Timestamp::new(1000),
        };
        change(&mut known);
        let person = checklist(invite, &known);
        let line = |item: ChecklistItem| {
            assert_eq!(item.can_be_repaired, item.repair.is_some());
            (item.what, item.state, item.repair.map_or_else(String::new, |step| step.request_line()))
        };
        person.items.into_iter().map(line).collect()
    }

    fn place(project: &str) -> (ProjectId, UserId) {
        (project.into(), "user-1".into())
    }

    #[test]
    fn what_acceptance_did_not_grant_is_open_and_can_be_repaired() {
        let invite =
            invite("accepted", "reader", &json!([{"id": "p1", "role": "member"}, {"id": "p2", "role": "owner"}]));
        let user = user("reader");
        let of = |change: &dyn Fn(&mut Known<'_>)| {
            let lines = lines(&invite, Some(&user), change);
            assert_eq!((lines[0].1, lines[1].1, lines[4].1), (ItemState::Done, ItemState::Done, ItemState::Done));
            [(lines[2].1, lines[2].2.clone()), (lines[3].1, lines[3].2.clone())]
        };
        let add = |project: &str, role: &str| {
            (
                ItemState::Open,
                format!(r#"POST /organization/projects/{project}/users {{"role":"{role}","user_id":"user-1"}}"#),
            )
        };
        let done = (ItemState::Done, String::new());
        assert_eq!(of(&|_| {}), [add("p1", "member"), add("p2", "owner")]);
        let there = |known: &mut Known<'_>| {
            known.places.insert(place("p1"), Some(ProjectRole::Owner));
            known.places.insert(place("p2"), Some(ProjectRole::Member));
        };
        let raise = r#"POST /organization/projects/p2/users/user-1 {"role":"owner"}"#.to_owned();
        assert_eq!(of(&there), [done.clone(), (ItemState::Open, raise)], "more than was granted is left alone");
        let left = |known: &mut Known<'_>| {
            known.left.insert(place("p1"), Timestamp::new(300));
            known.left.insert(place("p2"), Timestamp::new(150));
        };
        assert_eq!(of(&left), [done.clone(), add("p2", "owner")], "out since the acceptance, not from a life before");
        assert_eq!(of(&|known| known.projects = &[]), [done.clone(), done], "archived");
    }

    #[test]
    fn the_journal_knows_what_the_invitation_does_not_tell() {
        let invite = invite("accepted", "reader", &json!([]));
        let user = user("reader");
        let asked = |known: &mut Known<'_>| {
            let grant = ProjectGrant { id: "p1".into(), role: ProjectRole::Member };
            known.asked.insert("invite-1".into(), vec![grant]);
        };
        let lines = lines(&invite, Some(&user), asked);
        assert_eq!((&*lines[2].0, lines[2].1), ("member of `Site`", ItemState::Open));
    }

    #[test]
    fn whoever_has_not_accepted_waits_and_roles_are_only_told() {
        let grants = json!([{"id": "p1", "role": "member"}]);
        let states = |lines: &[(String, ItemState, String)]| lines.iter().map(|line| line.1).collect::<Vec<_>>();
        let pending = lines(&invite("pending", "reader", &grants), None, |_| {});
        assert_eq!(states(&pending), [Done, Waiting, Waiting, Waiting]);
        let expired = lines(&invite("expired", "reader", &grants), None, |_| {});
        assert_eq!(states(&expired), [Done, Open, Waiting, Waiting]);
        let elsewhere = lines(&invite("accepted", "reader", &grants), None, |_| {});
        assert_eq!((&*elsewhere[1].0, elsewhere[1].1), ("a member by it", Open));
        let (reader, owner) = (user("reader"), user("owner"));
        let lower = lines(&invite("accepted", "owner", &json!([])), Some(&reader), |_| {});
        assert_eq!((states(&lower), &*lower[2].2), (vec![Done, Done, Open], ""), "nobody is made an owner by the way");
        let higher = lines(&invite("accepted", "reader", &grants), Some(&owner), |_| {});
        assert_eq!(states(&higher), [Done, Done, Done, Done]);
        let early = lines(&invite("pending", "reader", &json!([])), Some(&reader), |_| {});
        assert_eq!(states(&early), [Done, Done, Done], "the list of members was faster");
    }
}
