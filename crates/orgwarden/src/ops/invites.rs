use std::collections::HashSet;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{plan_for, wish_for};
use crate::api::invites;
use crate::api::model::{Invite, Timestamp};
use crate::operation::{Change, Effect, Operation};
use crate::plan::invitation::{Invitations, addressee, pick};
use crate::plan::{Plan, Want, decide};
use crate::roster::{self, Person, PersonStatus, SharedPlaces, Snapshot, Who};
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
        let all = roster::all(organization, invites::list()).await?;
        let mut places = SharedPlaces::default();
        let mut invites: Vec<Person> =
            all.into_iter().map(|invite| Person::of_invite(invite, now, &mut places)).collect();
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
        let now = organization.now();
        let all = roster::all(organization, invites::list()).await?;
        let mut who = self.who.clone();
        if self.expired {
            who.extend(expired(&all, &who, now)?.into_iter().map(|invite| Who::from(invite.id.as_str())));
        }
        if who.is_empty() {
            return Ok(Plan::default());
        }
        let wishes = wish_for(&who, &Want::Resend)?;
        decide(&Snapshot::read_beside(organization, &wishes, Some(all)).await?, &wishes, now)
    }
}

/// The newest expired invitation of everybody who has no open one and is not named anyway: it tells role and projects.
fn expired<'a>(all: &'a [Invite], named: &[Who], now: Timestamp) -> Result<Vec<&'a Invite>> {
    let is_open =
        |invite: &&Invite| matches!(PersonStatus::of(invite, now), PersonStatus::Invited | PersonStatus::Expiring);
    let open = all.iter().filter(is_open).map(addressee);
    let mut addressed: HashSet<String> = pick(named, all)?.into_iter().map(addressee).chain(open).collect();
    let mut expired: Vec<&Invite> =
        all.iter().filter(|invite| PersonStatus::of(invite, now) == PersonStatus::Expired).collect();
    expired.sort_by_key(|invite| std::cmp::Reverse(invite.created_at));
    expired.retain(|invite| addressed.insert(addressee(invite)));
    Ok(expired)
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
        if self.who.is_empty() {
            return Err(Error::invalid("no invitation was named").with_hint("Give addresses or ids."));
        }
        let wishes = wish_for(&self.who, &Want::Cancel)?;
        plan_for(organization, &wishes).await
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
        let all = roster::all(organization, invites::list()).await?;
        let mut invite = Invitations::new(&all).newest(&self.who)?.clone();
        let mut accepted_at = None;
        loop {
            let email = invite.email.as_deref().unwrap_or_default().to_owned();
            match PersonStatus::of(&invite, organization.now()) {
                PersonStatus::Expired => {
                    return Err(Error::new(ErrorKind::NotFound, format!("the invitation of {email} has expired"))
                        .with_hint(format!("Send it again: `orgwarden invites resend {email}`.")));
                }
                PersonStatus::Accepted => {
                    let members = roster::members_by_email(organization, &[email.as_str()]).await?;
                    if let Some(member) = members.into_iter().next() {
                        return Ok(Person::of_user(member));
                    }
                    // The API may leave out when it was; then it counts from when it was seen.
                    let accepted_at = *accepted_at.get_or_insert(invite.accepted_at.unwrap_or(organization.now()));
                    if organization.now().since(accepted_at) > SETTLING {
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
