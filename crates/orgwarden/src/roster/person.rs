use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Key, SharedPlaces};
use crate::api::model::{
    Invite, InviteId, InviteStatus, OrganizationRole, ProjectId, ProjectRole, Text, Timestamp, User, UserId,
};

/// How long before its end an invitation counts as expiring, in seconds: two days.
const EXPIRING: i64 = 2 * 24 * 60 * 60;

/// Where a person stands. Computed with the clock: the API's own status lags behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PersonStatus {
    /// Belongs to the organization.
    Member,
    /// Invited, and can still accept.
    Invited,
    /// Invited, and has less than two days to accept.
    Expiring,
    /// Invited, and can no longer accept.
    Expired,
    /// The invitation was accepted. Whether the person is a member is not known: only invitations were read.
    Accepted,
    /// The invitation was accepted, but nobody with this address is a member: perhaps accepted with another address, or
    /// removed since.
    AcceptedElsewhere,
}

impl PersonStatus {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Invited => "invited",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::Accepted => "accepted",
            Self::AcceptedElsewhere => "accepted_elsewhere",
        }
    }

    /// Where an invitation stands at a moment.
    pub fn of(invite: &Invite, now: Timestamp) -> Self {
        match (&invite.status, invite.expires_at) {
            (Some(InviteStatus::Accepted), _) => Self::Accepted,
            _ if invite.accepted_at.is_some() => Self::Accepted,
            (Some(InviteStatus::Expired), _) => Self::Expired,
            (_, Some(end)) if end <= now => Self::Expired,
            (_, Some(end)) if end.since(now) < EXPIRING => Self::Expiring,
            _ => Self::Invited,
        }
    }
}

impl fmt::Display for PersonStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A member, or somebody who was invited.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Person {
    /// The member's id.
    pub id: Option<UserId>,
    /// The e-mail address, where the API gives one.
    pub email: Option<Text>,
    /// The name, where the API gives one.
    pub name: Option<Text>,
    /// The role in the organization, or the one that the invitation grants.
    pub role: Option<OrganizationRole>,
    /// Member, or where the invitation stands.
    pub status: PersonStatus,
    /// Member since, or invited at.
    pub since: Option<Timestamp>,
    /// When the invitation ends.
    pub expires_at: Option<Timestamp>,
    /// The invitation's id.
    pub invite_id: Option<InviteId>,
    /// When a key of the person was last used, where the API says so.
    pub last_used_at: Option<Timestamp>,
    /// Kept by an identity provider. Absent: the API does not say.
    pub is_scim_managed: Option<bool>,
    /// A service account, not a person. Absent: the API does not say.
    pub is_service_account: Option<bool>,
    /// The projects, or those that the invitation grants. Unasked, they are what the API's list of members tells: no
    /// more than those to which somebody was added. Absent: neither asked for nor told whole.
    pub projects: Option<Vec<Arc<Membership>>>,
    /// The keys. Absent: not asked for.
    pub keys: Option<Vec<Key>>,
}

/// A person's place in a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Membership {
    /// The project.
    pub id: ProjectId,
    /// Its name.
    pub name: Option<Text>,
    /// The role in it.
    pub role: Option<ProjectRole>,
}

impl Membership {
    /// What to call the project.
    pub(crate) fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }
}

impl Person {
    /// What to call the person: the address, else the name, else an id.
    pub fn label(&self) -> &str {
        let id = || self.id.as_ref().map(UserId::as_str).or(self.invite_id.as_ref().map(InviteId::as_str));
        self.email.as_deref().or(self.name.as_deref()).or_else(id).unwrap_or("(unknown)")
    }

    /// The person behind a member.
    pub(crate) fn of_user(user: User) -> Self {
        Self::of_user_among(user, &mut SharedPlaces::default())
    }

    /// The person behind one of many members, who share their places.
    pub(crate) fn of_user_among(user: User, places: &mut SharedPlaces) -> Self {
        let projects = places.of(&user);
        Self {
            id: Some(user.id),
            email: user.email,
            name: user.name,
            role: user.role,
            status: PersonStatus::Member,
            since: user.added_at,
            expires_at: None,
            invite_id: None,
            last_used_at: user.api_key_last_used_at,
            is_scim_managed: user.is_scim_managed,
            is_service_account: user.is_service_account,
            projects,
            keys: None,
        }
    }

    /// The person behind an invitation.
    pub(crate) fn of_invite(invite: Invite, now: Timestamp, places: &mut SharedPlaces) -> Self {
        let status = PersonStatus::of(&invite, now);
        let projects = invite.projects.into_iter().map(|grant| places.share(&grant.id, None, grant.role)).collect();
        Self {
            id: None,
            status,
            email: invite.email,
            name: None,
            role: invite.role,
            since: invite.created_at,
            expires_at: invite.expires_at,
            invite_id: Some(invite.id),
            last_used_at: None,
            is_scim_managed: None,
            is_service_account: None,
            projects: Some(projects),
            keys: None,
        }
    }
}

/// Joins people who are members, and invitations, by e-mail address, in lower case: everybody once, members first.
///
/// An invitation of somebody who is a member is history and left out. Of several for one address, the one that can be
/// accepted counts, and of those the newest.
pub(crate) fn join(mut people: Vec<Person>, invites: Vec<Invite>, now: Timestamp) -> Vec<Person> {
    if invites.is_empty() {
        return people;
    }
    // Members are many and invitations few.
    let addresses: HashSet<String> =
        invites.iter().filter_map(|invite| invite.email.as_deref()).map(str::to_lowercase).collect();
    let members: HashSet<String> = people
        .iter()
        .filter_map(|person| person.email.as_deref())
        .map(str::to_lowercase)
        .filter(|email| addresses.contains(email))
        .collect();
    let mut invited: Vec<Person> = Vec::new();
    let mut by_email: HashMap<String, usize> = HashMap::new();
    let mut places = SharedPlaces::default();
    for mut person in invites.into_iter().map(|invite| Person::of_invite(invite, now, &mut places)) {
        if person.status == PersonStatus::Accepted {
            // Those who became members are left out below.
            person.status = PersonStatus::AcceptedElsewhere;
        }
        let Some(email) = person.email.as_deref().map(str::to_lowercase) else {
            invited.push(person);
            continue;
        };
        if members.contains(&email) {
            continue;
        }
        match by_email.get(&email).copied() {
            Some(place)
                if (person.status, other_way(person.since))
                    < (invited[place].status, other_way(invited[place].since)) =>
            {
                invited[place] = person;
            }
            Some(_) => {}
            None => {
                by_email.insert(email, invited.len());
                invited.push(person);
            }
        }
    }
    people.append(&mut invited);
    people
}

fn other_way(time: Option<Timestamp>) -> std::cmp::Reverse<Option<Timestamp>> {
    std::cmp::Reverse(time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn invite(id: &str, email: &str, status: &str, created: i64, expires: i64) -> Invite {
        serde_json::from_value(
            json!({"id": id, "email": email, "role": "reader", "status": status, "created_at": created, "expires_at": expires}),
        )
        .unwrap()
    }

    #[test]
    fn the_status_of_an_invitation_follows_the_clock_and_not_the_server() {
        let at = |status: &str, now| PersonStatus::of(&invite("i", "a@x.io", status, 0, 700_000), Timestamp::new(now));
        assert_eq!(at("pending", 1), PersonStatus::Invited);
        assert_eq!(at("pending", 690_000), PersonStatus::Expiring);
        assert_eq!(at("pending", 700_000), PersonStatus::Expired, "the server may still say pending");
        assert_eq!(at("expired", 1), PersonStatus::Expired);
        assert_eq!(at("accepted", 1), PersonStatus::Accepted);
        assert_eq!(at("paused", 1), PersonStatus::Invited, "unknown words are carried, the dates decide");
    }

    #[test]
    fn everybody_is_listed_once() {
        let users: Vec<User> = serde_json::from_value(json!([
            {"id": "user-1", "email": "Ada@x.io", "role": "owner"},
            {"id": "user-2", "email": null},
        ]))
        .unwrap();
        let people = join(
            users.into_iter().map(Person::of_user).collect(),
            vec![
                invite("invite-1", "ada@X.io", "accepted", 1, 9),
                invite("invite-2", "bob@x.io", "expired", 1, 9),
                invite("invite-3", "BOB@x.io", "pending", 20, 700_000),
                invite("invite-4", "eve@x.io", "accepted", 1, 9),
            ],
            Timestamp::new(21),
        );
        let seen: Vec<(&str, PersonStatus)> = people.iter().map(|person| (person.label(), person.status)).collect();
        assert_eq!(
            seen,
            [
                ("Ada@x.io", PersonStatus::Member),
                ("user-2", PersonStatus::Member),
                ("BOB@x.io", PersonStatus::Invited),
                ("eve@x.io", PersonStatus::AcceptedElsewhere),
            ]
        );
    }
}
