//! Which invitation somebody gets, or gets anew: the rules of inviting, for operations and files alike.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::steps::{cancel, send_invite};
use super::{Plan, Step};
use crate::api::invites::{NewInvite, ProjectGrant};
use crate::api::model::{Invite, InviteStatus, OrganizationRole, Project, ProjectRole, Timestamp, User};
use crate::roster::{PersonStatus, Places, Who};
use crate::words::did_you_mean;
use crate::{Error, ErrorKind, Result};

/// An invitation that is wished, with everything read and resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) email: String,
    pub(crate) role: OrganizationRole,
    pub(crate) projects: Option<Vec<ProjectGrant>>,
    /// The projects in words.
    pub(crate) into: String,
}

impl Wanted {
    /// The decision: what is to be done for somebody who should be invited. `member`: if they are one; `old`: the
    /// invitation that stands in the way of a new one.
    pub(crate) fn decide(&self, member: Option<&User>, old: Option<&Invite>, now: Timestamp, plan: &mut Plan) {
        if let Some(member) = member {
            let role = member.role.as_ref().map_or("no role", |role| role.as_str());
            // An invitation cannot change a member: say what would.
            let mut state = format!("is a member ({role})");
            if member.role.as_ref() != Some(&self.role) {
                let _ = write!(state, ", and stays {role}: `orgwarden role {} {}` changes that", self.role, self.email);
            }
            if self.projects.as_ref().is_some_and(|grants| !grants.is_empty()) {
                state.push_str("; `orgwarden projects add` grants projects");
            }
            let is_short = member.role.as_ref() != Some(&self.role) || !self.is_granted_to(member);
            return if is_short { plan.short(&self.email, state) } else { plan.already(&self.email, state) };
        }
        let status = old.map(|invite| PersonStatus::of(invite, now));
        if let (Some(invite), Some(PersonStatus::Invited | PersonStatus::Expiring)) = (old, status) {
            let until = invite.expires_at.map_or_else(String::new, |end| format!(" until {end}"));
            if is_the_same(invite, self) {
                plan.already(&self.email, format!("is invited{until}"));
            } else {
                let cancel = plan.step(cancel(invite, "cancel the invitation with other role or projects"));
                plan.step(self.step(Some((cancel, invite))));
            }
            return;
        }
        // The server may still count an expired invitation as pending, and would refuse a second one.
        let replaces = old.map(|invite| (plan.step(cancel(invite, "cancel the expired invitation")), invite));
        plan.step(self.step(replaces));
    }

    /// Whether a member is known to be in the projects already. Owners of the organization are in every one.
    fn is_granted_to(&self, member: &User) -> bool {
        let places = Places::of(member).told().unwrap_or_default();
        let has = |grant: &ProjectGrant| {
            places.iter().any(|place| place.id == grant.id && place.role.as_ref() == Some(&grant.role))
        };
        member.role == Some(OrganizationRole::Owner) || self.projects.iter().flatten().all(has)
    }

    fn step(&self, replaces: Option<(usize, &Invite)>) -> Step {
        let invite = NewInvite { email: self.email.clone(), role: self.role.clone(), projects: self.projects.clone() };
        send_invite(invite, format!("invite as {} to {}", self.role, self.into), replaces)
    }
}

/// For each address in lower case, the invitation that stands in the way of a new one.
pub(crate) fn standing(invites: &[Invite], now: Timestamp) -> HashMap<String, &Invite> {
    let mut open: HashMap<String, &Invite> = HashMap::new();
    // Of several, one that can be accepted is the one to know of.
    let rank = |invite: &Invite| (PersonStatus::of(invite, now), Reverse(invite.created_at));
    for invite in invites.iter().filter(|invite| stands_in_the_way(invite)) {
        if let Some(email) = invite.email.as_deref() {
            let known = open.entry(email.to_lowercase()).or_insert(invite);
            if rank(invite) < rank(known) {
                *known = invite;
            }
        }
    }
    open
}

/// Sends an invitation again: with the same role and projects, and seven more days.
pub(crate) fn again(invite: &Invite, plan: &mut Plan) -> Result<()> {
    let Some(email) = invite.email.as_deref() else {
        return Err(Error::invalid(format!("the invitation {} names no address", invite.id)));
    };
    let grant = |project: &crate::api::model::InviteProject| ProjectGrant {
        id: project.id.clone(),
        role: project.role.clone().unwrap_or(ProjectRole::Member),
    };
    let anew = NewInvite {
        email: email.to_owned(),
        role: invite.role.clone().unwrap_or(OrganizationRole::Reader),
        projects: Some(invite.projects.iter().map(grant).collect()),
    };
    let cancelled = plan.step(cancel(invite, "cancel the old invitation"));
    let action = format!("invite again as {}", anew.role);
    plan.step(send_invite(anew, action, Some((cancelled, invite))));
    Ok(())
}

/// Each project once: named twice, by name and by id, it is one grant.
pub(crate) fn distinct(email: &str, grants: Vec<ProjectGrant>) -> Result<Vec<ProjectGrant>> {
    let mut kept: Vec<ProjectGrant> = Vec::with_capacity(grants.len());
    for grant in grants {
        match kept.iter().find(|other| other.id == grant.id) {
            Some(other) if other.role == grant.role => {}
            Some(_) => {
                return Err(Error::invalid(format!(
                    "`{email}` is to join the project {} in two different roles",
                    grant.id
                )));
            }
            None => kept.push(grant),
        }
    }
    Ok(kept)
}

/// Whether an invitation is neither accepted nor seen as expired by the server, so that it forbids a new one.
fn stands_in_the_way(invite: &Invite) -> bool {
    !matches!(invite.status, Some(InviteStatus::Accepted | InviteStatus::Expired)) && invite.accepted_at.is_none()
}

fn is_the_same(invite: &Invite, wanted: &Wanted) -> bool {
    let same_projects = wanted.projects.as_ref().is_none_or(|grants| {
        grants.len() == invite.projects.len()
            && grants.iter().all(|grant| {
                invite
                    .projects
                    .iter()
                    .any(|project| project.id == grant.id && project.role.as_ref() == Some(&grant.role))
            })
    });
    invite.role.as_ref() == Some(&wanted.role) && same_projects
}

/// The projects of an invitation for people: by name as long as a line holds them.
pub(crate) fn into(grants: Option<&[ProjectGrant]>, projects: &[Project]) -> String {
    let name = |grant: &ProjectGrant| {
        let project = projects.iter().find(|project| project.id == grant.id);
        let name = project.and_then(|project| project.name.as_deref()).unwrap_or(grant.id.as_str());
        format!("{name} ({})", grant.role)
    };
    match grants {
        None => "the default project".to_owned(),
        Some([]) => "no project".to_owned(),
        Some(grants) if grants.len() > 3 => format!("{} projects", grants.len()),
        Some(grants) => grants.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}

/// For whom an invitation is: the address in lower case, or the invitation itself where it names none.
pub(crate) fn addressee(invite: &Invite) -> String {
    invite.email.as_deref().map_or_else(|| invite.id.as_str().to_owned(), str::to_lowercase)
}

/// Finds invitations that were not accepted, the newest of each address.
pub(crate) fn pick<'a>(who: &[Who], all: &'a [Invite]) -> Result<Vec<&'a Invite>> {
    let invitations = Invitations::new(all);
    who.iter().map(|who| invitations.open(who)).collect()
}

/// Invitations by id and by address, for finding many.
pub(crate) struct Invitations<'a> {
    all: &'a [Invite],
    ids: HashMap<&'a str, &'a Invite>,
    newest: HashMap<String, &'a Invite>,
}

impl<'a> Invitations<'a> {
    pub(crate) fn new(all: &'a [Invite]) -> Self {
        let mut newest: HashMap<String, &Invite> = HashMap::new();
        for invite in all {
            let Some(email) = invite.email.as_deref() else { continue };
            let known = newest.entry(email.to_lowercase()).or_insert(invite);
            if invite.created_at > known.created_at {
                *known = invite;
            }
        }
        Self { all, ids: all.iter().map(|invite| (invite.id.as_str(), invite)).collect(), newest }
    }

    /// The same, unless it was accepted.
    pub(crate) fn open(&self, who: &Who) -> Result<&'a Invite> {
        let invite = self.newest(who)?;
        if PersonStatus::of(invite, Timestamp::new(0)) == PersonStatus::Accepted {
            return Err(Error::new(ErrorKind::Conflict, format!("the invitation of `{who}` was already accepted"))
                .with_hint("The person is a member now: see `orgwarden members`."));
        }
        Ok(invite)
    }

    /// The invitation with this id, or the newest for this address.
    pub(crate) fn newest(&self, who: &Who) -> Result<&'a Invite> {
        let by_id = self.ids.get(who.as_str()).copied();
        by_id.or_else(|| self.newest.get(&who.as_str().to_lowercase()).copied()).ok_or_else(|| {
            let error = Error::new(ErrorKind::NotFound, format!("`{who}` has no invitation"));
            match did_you_mean(who.as_str(), self.all.iter().filter_map(|invite| invite.email.as_deref())) {
                Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
                None => error.with_hint("Invitations are listed by `orgwarden invites`."),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Want, Wish, decide};
    use crate::roster::Snapshot;
    use serde_json::json;

    fn snapshot() -> Snapshot {
        let members = json!([{"id": "user-1", "email": "ADA@x.io", "role": "owner"}]);
        let invites = json!([
            {"id": "invite-open", "email": "open@x.io", "role": "reader", "status": "pending", "expires_at": 1_000_000},
            {"id": "invite-other", "email": "other@x.io", "role": "owner", "status": "pending", "expires_at": 1_000_000},
            {"id": "invite-late", "email": "late@x.io", "role": "reader", "status": "pending", "expires_at": 5},
            {"id": "invite-dead", "email": "dead@x.io", "role": "reader", "status": "expired", "expires_at": 5},
            // Lags behind, and must not hide the one that is open.
            {"id": "invite-old", "email": "open@x.io", "role": "reader", "status": "pending", "expires_at": 5},
        ]);
        Snapshot {
            members: serde_json::from_value(members).unwrap(),
            invites: serde_json::from_value(invites).unwrap(),
            ..Snapshot::default()
        }
    }

    fn plan(people: &[&str], want: &Want) -> Plan {
        let wish = |who: &&str| Wish { who: (*who).into(), want: want.clone(), reason: None, place: None };
        let wishes: Vec<Wish> = people.iter().map(wish).collect();
        decide(&snapshot(), &wishes, Timestamp::new(10)).unwrap()
    }

    fn lines(plan: &Plan) -> Vec<String> {
        plan.steps.iter().map(|step| format!("{} {:?}", step.request_line(), step.after)).collect()
    }

    #[test]
    fn each_person_gets_exactly_what_is_missing() {
        let people = ["ada@x.io", "open@x.io", "other@x.io", "late@x.io", "dead@x.io", "new@x.io"];
        let plan = plan(&people, &Want::Invite { role: OrganizationRole::Reader, projects: None });
        assert_eq!(
            lines(&plan),
            [
                "DELETE /organization/invites/invite-other []",
                r#"POST /organization/invites {"email":"other@x.io","role":"reader"} [0]"#,
                "DELETE /organization/invites/invite-late []",
                r#"POST /organization/invites {"email":"late@x.io","role":"reader"} [2]"#,
                r#"POST /organization/invites {"email":"dead@x.io","role":"reader"} []"#,
                r#"POST /organization/invites {"email":"new@x.io","role":"reader"} []"#,
            ]
        );
        let already: Vec<&str> = plan.already.iter().map(|already| already.subject.as_str()).collect();
        assert_eq!(already, ["ada@x.io", "open@x.io"]);
    }

    #[test]
    fn each_invitation_that_is_named_is_cancelled_once() {
        let plan = plan(&["invite-open", "invite-old", "invite-open"], &Want::Cancel);
        assert_eq!(
            lines(&plan),
            ["DELETE /organization/invites/invite-open []", "DELETE /organization/invites/invite-old []"]
        );
    }
}
