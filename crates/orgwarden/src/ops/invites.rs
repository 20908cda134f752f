use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::invite::{cancel, send_invite};
use crate::api::invites::{self, NewInvite, ProjectGrant};
use crate::api::model::{Invite, OrganizationRole, ProjectRole};
use crate::api::users;
use crate::operation::{Change, Effect, Operation};
use crate::plan::Plan;
use crate::roster::{Person, PersonStatus, Who, join};
use crate::words::did_you_mean;
use crate::{Error, ErrorKind, Organization, Result};

/// Lists invitations, the accepted ones too.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListInvites {
    /// Only those with this status.
    pub status: Option<PersonStatus>,
    /// Leave accepted ones out.
    pub open_only: bool,
}

/// Invitations, the newest first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct InvitationList {
    /// Each with the status that the clock gives it.
    pub invites: Vec<Person>,
}

impl Operation for ListInvites {
    const NAME: &'static str = "invites.list";
    const EFFECT: Effect = Effect::Reads;
    type Output = InvitationList;

    async fn run(self, organization: &Organization) -> Result<InvitationList> {
        let now = organization.now();
        let all = organization.client().all(invites::list()).await?;
        let mut invites: Vec<Person> = all.into_iter().map(|invite| Person::of_invite(invite, now)).collect();
        invites.retain(|person| {
            self.status.is_none_or(|status| status == person.status)
                && !(self.open_only && person.status == PersonStatus::Accepted)
        });
        invites.sort_by_key(|person| std::cmp::Reverse(person.since));
        Ok(InvitationList { invites })
    }
}

/// Sends invitations again: cancels each and creates it anew, with the same role and projects and seven more days.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResendInvites {
    /// Which: e-mail addresses or ids of invitations. Empty together with `expired`: all expired ones.
    #[serde(default)]
    pub who: Vec<Who>,
    /// Also every expired invitation.
    #[serde(default)]
    pub expired: bool,
}

impl Change for ResendInvites {
    const NAME: &'static str = "invites.resend";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        if self.who.is_empty() && !self.expired {
            return Err(Error::invalid("no invitation was named")
                .with_hint("Give addresses or ids, or choose the expired ones."));
        }
        let all = organization.client().all(invites::list()).await?;
        let mut chosen = pick(&self.who, &all)?;
        if self.expired {
            let mut expired: Vec<&Invite> = all
                .iter()
                .filter(|invite| PersonStatus::of(invite, organization.now()) == PersonStatus::Expired)
                .filter(|invite| chosen.iter().all(|other| !same_address(other, invite)))
                .collect();
            // Several expired invitations of one person are one wish; the newest tells role and projects.
            expired.sort_by_key(|invite| std::cmp::Reverse(invite.created_at));
            for invite in expired {
                if chosen.iter().all(|other| !same_address(other, invite)) && !has_open(invite, &all, organization) {
                    chosen.push(invite);
                }
            }
        }
        // Whoever has become a member needs no invitation; one request tells for a hundred.
        let addresses: Vec<&str> = chosen.iter().filter_map(|invite| invite.email.as_deref()).collect();
        let mut members = Vec::new();
        for some in addresses.chunks(100) {
            members.extend(organization.client().all(users::list_by_email(some.iter().copied())).await?);
        }
        let mut plan = Plan::default();
        for invite in chosen {
            let Some(email) = invite.email.as_deref() else {
                return Err(Error::invalid(format!("the invitation {} names no address", invite.id)));
            };
            if members
                .iter()
                .any(|user| user.email.as_deref().is_some_and(|address| address.eq_ignore_ascii_case(email)))
            {
                plan.already(email, "is a member");
                continue;
            }
            let grant = |project: &crate::api::model::InviteProject| ProjectGrant {
                id: project.id.clone(),
                role: project.role.clone().unwrap_or(ProjectRole::Member),
            };
            let again = NewInvite {
                email: email.to_owned(),
                role: invite.role.clone().unwrap_or(OrganizationRole::Reader),
                projects: Some(invite.projects.iter().map(grant).collect()),
            };
            let cancelled = plan.step(cancel(invite, "cancel the old invitation"));
            let action = format!("invite again as {}", again.role);
            plan.step(send_invite(again, action, Some(cancelled)));
        }
        Ok(plan)
    }
}

/// Cancels open invitations: their links stop working.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelInvites {
    /// Which: e-mail addresses or ids of invitations.
    pub who: Vec<Who>,
}

impl Change for CancelInvites {
    const NAME: &'static str = "invites.cancel";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let all = organization.client().all(invites::list()).await?;
        let mut plan = Plan::default();
        for invite in pick(&self.who, &all)? {
            let mut step = cancel(invite, "cancel the invitation");
            step.loses = match invite.projects.len() {
                0 => Vec::new(),
                1 => vec!["the grant of 1 project".to_owned()],
                count => vec![format!("the grants of {count} projects")],
            };
            plan.step(step);
        }
        Ok(plan)
    }
}

/// Waits until an invitation is accepted, and shows the new member.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaitForInvite {
    /// Whose: e-mail address or id of the invitation.
    pub who: Who,
    /// How long to wait at most, in seconds. Left out: until the invitation ends.
    pub longest_seconds: Option<u32>,
    /// How often to look, in seconds; 15 by default.
    pub every_seconds: Option<u32>,
}

impl Operation for WaitForInvite {
    const NAME: &'static str = "invites.wait";
    const EFFECT: Effect = Effect::Reads;
    type Output = Person;

    async fn run(self, organization: &Organization) -> Result<Person> {
        let client = organization.client();
        let every = Duration::from_secs(self.every_seconds.unwrap_or(15).max(1).into());
        let started = organization.now();
        let all = client.all(invites::list()).await?;
        let mut invite = pick_newest(&self.who, &all)?.clone();
        loop {
            let email = invite.email.as_deref().unwrap_or_default().to_owned();
            match PersonStatus::of(&invite, organization.now()) {
                PersonStatus::Expired => {
                    return Err(Error::new(ErrorKind::NotFound, format!("the invitation of {email} has expired"))
                        .with_hint(format!("Send it again: `orgwarden invites resend {email}`.")));
                }
                PersonStatus::Accepted => {
                    let members = client.all(users::list_by_email([email.as_str()])).await?;
                    if !members.is_empty() {
                        let mut people = join(members, Vec::new(), organization.now());
                        return people.pop().ok_or_else(|| Error::invalid("name one person"));
                    }
                    if invite.accepted_at.is_some_and(|at| organization.now().since(at) > SETTLING) {
                        return Err(Error::new(
                            ErrorKind::NotFound,
                            format!("the invitation of {email} was accepted, but nobody with this address is a member"),
                        )
                        .with_hint("It may have been accepted with another address, or the person was removed since: see `orgwarden audit`."));
                    }
                }
                _ => {}
            }
            let waited = organization.now().since(started);
            if self.longest_seconds.is_some_and(|longest| waited >= i64::from(longest)) {
                return Err(Error::new(ErrorKind::NotFound, format!("{email} has not accepted yet")).with_hint(
                    "Ask whether the mail has arrived (spam folder), or send it again with `orgwarden invites resend`.",
                ));
            }
            if client.is_cancelled() {
                return Err(Error::new(ErrorKind::Cancelled, format!("stopped waiting for {email}")));
            }
            client.pause(organization.clock().as_ref(), every).await;
            invite = client.send(&invites::retrieve(&invite.id)).await?;
        }
    }
}

/// How long after an acceptance the roster may lag behind, in seconds.
const SETTLING: i64 = 120;

fn same_address(one: &Invite, other: &Invite) -> bool {
    let letters = |invite: &Invite| invite.email.as_deref().map(str::to_lowercase);
    letters(one).is_some() && letters(one) == letters(other)
}

fn has_open(invite: &Invite, all: &[Invite], organization: &Organization) -> bool {
    all.iter().any(|other| {
        same_address(invite, other)
            && matches!(PersonStatus::of(other, organization.now()), PersonStatus::Invited | PersonStatus::Expiring)
    })
}

/// Finds invitations that were not accepted, the newest of each address.
fn pick<'a>(who: &[Who], all: &'a [Invite]) -> Result<Vec<&'a Invite>> {
    who.iter()
        .map(|who| {
            let invite = pick_newest(who, all)?;
            if invite.accepted_at.is_some()
                || PersonStatus::of(invite, crate::api::model::Timestamp::new(0)) == PersonStatus::Accepted
            {
                return Err(Error::new(ErrorKind::Conflict, format!("the invitation of `{who}` was already accepted"))
                    .with_hint("The person is a member now: see `orgwarden members`."));
            }
            Ok(invite)
        })
        .collect()
}

fn pick_newest<'a>(who: &Who, all: &'a [Invite]) -> Result<&'a Invite> {
    let is_meant = |invite: &&Invite| {
        invite.id.as_str() == who.as_str()
            || invite.email.as_deref().is_some_and(|email| email.to_lowercase() == who.as_str().to_lowercase())
    };
    all.iter().filter(is_meant).max_by_key(|invite| invite.created_at).ok_or_else(|| {
        let error = Error::new(ErrorKind::NotFound, format!("`{who}` has no invitation"));
        match did_you_mean(who.as_str(), all.iter().filter_map(|invite| invite.email.as_deref())) {
            Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
            None => error.with_hint("Invitations are listed by `orgwarden invites`."),
        }
    })
}
