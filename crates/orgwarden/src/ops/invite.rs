use std::collections::HashMap;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::invites::{self, NewInvite, ProjectGrant};
use crate::api::model::{Invite, InviteStatus, OrganizationRole, Project, Timestamp, User};
use crate::operation::{Change, Effect};
use crate::plan::{Act, Condition, Plan, Step};
use crate::roster::{self, PersonStatus};
use crate::words;
use crate::{Error, Organization, Result};

/// Invites people by e-mail address.
///
/// Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An expired
/// invitation is replaced.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct InviteMembers {
    /// Whom to invite.
    pub people: Vec<Invitee>,
    /// The role of those who have none of their own: `reader` (default) or `owner`.
    pub role: Option<String>,
    /// The projects of those who name none of their own: names or ids, each with `:owner` or `:member` behind it if
    /// wished. Left out: the API grants the default project. Empty: no project.
    pub projects: Option<Vec<String>>,
    /// The organization that this is meant for; in any other it is refused.
    pub organization: Option<String>,
}

/// Somebody to invite.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Invitee {
    /// The e-mail address.
    pub email: String,
    /// The role in the organization.
    pub role: Option<String>,
    /// The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
    pub projects: Option<Vec<String>>,
}

/// An invitation that is wished, with everything read and resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    email: String,
    role: OrganizationRole,
    projects: Option<Vec<ProjectGrant>>,
    /// The projects in words.
    into: String,
}

impl Change for InviteMembers {
    const NAME: &'static str = "members.invite";
    const EFFECT: Effect = Effect::Changes;

    fn organization(&self) -> Option<&str> {
        self.organization.as_deref()
    }

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        if self.people.is_empty() {
            return Err(Error::invalid("nobody to invite was named").with_hint("Give addresses, or a file with `-f`."));
        }
        let names_projects = |names: &Option<Vec<String>>| names.as_ref().is_some_and(|names| !names.is_empty());
        let read_projects = async {
            if names_projects(&self.projects) || self.people.iter().any(|person| names_projects(&person.projects)) {
                roster::projects(organization, false).await
            } else {
                Ok(Vec::new())
            }
        };
        // Typing errors in addresses and roles must not cost a request.
        self.wanted(None)?;
        let addresses: Vec<&str> = self.people.iter().map(|person| person.email.trim()).collect();
        let (projects, members, invites) = tokio::try_join!(
            read_projects,
            roster::members_by_email(organization, &addresses),
            roster::all(organization, invites::list())
        )?;
        Ok(plan(&self.wanted(Some(&projects))?, &members, &invites, organization.now()))
    }
}

impl InviteMembers {
    /// Checks and resolves every row, and reports all that are wrong together. Without projects, grants are only read.
    fn wanted(&self, projects: Option<&[Project]>) -> Result<Vec<Wanted>> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut problems: Vec<String> = Vec::new();
        let mut hint: Option<String> = None;
        for person in &self.people {
            match self.resolve(person, projects) {
                Ok(one) => match places.get(&one.email.to_lowercase()) {
                    Some(&place) if wanted[place].role == one.role && wanted[place].projects == one.projects => {}
                    Some(_) => {
                        problems.push(format!("`{}` is named twice with different roles or projects", one.email));
                    }
                    None => {
                        places.insert(one.email.to_lowercase(), wanted.len());
                        wanted.push(one);
                    }
                },
                Err(error) => {
                    problems.push(error.message().to_owned());
                    hint = hint.or_else(|| error.hint().map(str::to_owned));
                }
            }
        }
        if problems.is_empty() {
            return Ok(wanted);
        }
        problems.dedup();
        let more = problems.len().saturating_sub(10);
        problems.truncate(10);
        let more = if more == 0 { String::new() } else { format!("; and {more} more") };
        let hint = hint.map_or_else(String::new, |hint| format!("{hint} "));
        Err(Error::invalid(format!("{}{more}", problems.join("; "))).with_hint(format!("{hint}Nothing was sent.")))
    }

    fn resolve(&self, person: &Invitee, projects: Option<&[Project]>) -> Result<Wanted> {
        let email = words::email(&person.email)?;
        let role = person.role.as_deref().filter(|role| !role.trim().is_empty()).or(self.role.as_deref());
        let role = role.map_or(Ok(OrganizationRole::Reader), words::organization_role)?;
        let names = person.projects.as_ref().or(self.projects.as_ref());
        let grants = names.map(|names| names.iter().map(|name| grant(name, projects)).collect::<Result<Vec<_>>>());
        let grants = grants.transpose()?.map(|grants| distinct(&email, grants)).transpose()?;
        let into = into(grants.as_deref(), projects.unwrap_or_default());
        Ok(Wanted { email, role, projects: grants, into })
    }
}

/// Each project once: named twice, by name and by id, it is one grant.
fn distinct(email: &str, grants: Vec<ProjectGrant>) -> Result<Vec<ProjectGrant>> {
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

/// Reads `Site`, `Site:owner` or `proj_1:member`.
fn grant(text: &str, projects: Option<&[Project]>) -> Result<ProjectGrant> {
    let (name, role) = words::project_and_role(text)?;
    let id = match projects {
        Some(projects) => roster::resolve_project(name, projects)?.id.clone(),
        None => name.into(),
    };
    Ok(ProjectGrant { id, role })
}

/// The decision: who gets which invitation.
fn plan(wanted: &[Wanted], members: &[User], invites: &[Invite], now: Timestamp) -> Plan {
    let mut plan = Plan::default();
    let members: HashMap<String, &User> =
        members.iter().filter_map(|user| Some((user.email.as_deref()?.to_lowercase(), user))).collect();
    let mut open: HashMap<String, &Invite> = HashMap::new();
    for invite in invites.iter().filter(|invite| stands_in_the_way(invite)) {
        // Of several, one that can be accepted is the one to know of.
        let rank = |invite: &Invite| (PersonStatus::of(invite, now), std::cmp::Reverse(invite.created_at));
        if let Some(email) = invite.email.as_deref() {
            let known = open.entry(email.to_lowercase()).or_insert(invite);
            if rank(invite) < rank(known) {
                *known = invite;
            }
        }
    }
    for person in wanted {
        let address = person.email.to_lowercase();
        if let Some(member) = members.get(&address) {
            let role = member.role.as_ref().map_or("no role", |role| role.as_str());
            // An invitation cannot change a member: say what would.
            let mut state = format!("is a member ({role})");
            if member.role.as_ref() != Some(&person.role) {
                let _ =
                    write!(state, ", and stays {role}: `orgwarden role {} {}` changes that", person.role, person.email);
            }
            if person.projects.as_ref().is_some_and(|grants| !grants.is_empty()) {
                state.push_str("; `orgwarden projects add` grants projects");
            }
            plan.already(&person.email, state);
            continue;
        }
        let old = open.get(&address);
        let status = old.map(|invite| PersonStatus::of(invite, now));
        if let (Some(invite), Some(PersonStatus::Invited | PersonStatus::Expiring)) = (old, status) {
            let until = invite.expires_at.map_or_else(String::new, |end| format!(" until {end}"));
            if is_the_same(invite, person) {
                plan.already(&person.email, format!("is invited{until}"));
            } else {
                let cancel = plan.step(cancel(invite, "cancel the invitation with other role or projects"));
                plan.step(invitation(person, Some((cancel, invite))));
            }
            continue;
        }
        // The server may still count an expired invitation as pending, and would refuse a second one.
        let replaces = old.map(|invite| (plan.step(cancel(invite, "cancel the expired invitation")), *invite));
        plan.step(invitation(person, replaces));
    }
    plan
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
fn into(grants: Option<&[ProjectGrant]>, projects: &[Project]) -> String {
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

fn invitation(wanted: &Wanted, replaces: Option<(usize, &Invite)>) -> Step {
    send_invite(
        NewInvite { email: wanted.email.clone(), role: wanted.role.clone(), projects: wanted.projects.clone() },
        format!("invite as {} to {}", wanted.role, wanted.into),
        replaces,
    )
}

/// The step that sends an invitation; `replaces`: the one that another step cancels before.
pub(super) fn send_invite(invite: NewInvite, action: String, replaces: Option<(usize, &Invite)>) -> Step {
    let NewInvite { email, role, projects } = invite;
    let besides = replaces.map(|(_, old)| old.id.clone());
    let requires =
        [Condition::NotMember { email: email.clone() }, Condition::NotInvited { email: email.clone(), besides }];
    Step::new(email.clone(), action, Act::Invite { email, role, projects })
        .after(replaces.map(|(step, _)| step))
        .requiring(requires)
}

/// The step that deletes an invitation.
pub(super) fn cancel(invite: &Invite, action: &str) -> Step {
    let subject = invite.email.as_deref().unwrap_or(invite.id.as_str());
    Step::new(subject, action, Act::CancelInvite { invite: invite.id.clone() })
        .requiring([Condition::Invited { invite: invite.id.clone() }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn wanted(email: &str, role: OrganizationRole) -> Wanted {
        Wanted { email: email.into(), role, projects: None, into: String::new() }
    }

    #[test]
    fn each_person_gets_exactly_what_is_missing() {
        let members: Vec<User> =
            serde_json::from_value(json!([{"id": "user-1", "email": "ADA@x.io", "role": "owner"}])).unwrap();
        let invites: Vec<Invite> = serde_json::from_value(json!([
            {"id": "invite-open", "email": "open@x.io", "role": "reader", "status": "pending", "expires_at": 1_000_000},
            {"id": "invite-other", "email": "other@x.io", "role": "owner", "status": "pending", "expires_at": 1_000_000},
            {"id": "invite-late", "email": "late@x.io", "role": "reader", "status": "pending", "expires_at": 5},
            {"id": "invite-dead", "email": "dead@x.io", "role": "reader", "status": "expired", "expires_at": 5},
            // Lags behind, and must not hide the one that is open.
            {"id": "invite-old", "email": "open@x.io", "role": "reader", "status": "pending", "expires_at": 5},
        ]))
        .unwrap();
        let people = ["ada@x.io", "open@x.io", "other@x.io", "late@x.io", "dead@x.io", "new@x.io"];
        let wanted: Vec<Wanted> = people.iter().map(|email| wanted(email, OrganizationRole::Reader)).collect();
        let plan = plan(&wanted, &members, &invites, Timestamp::new(10));
        let lines: Vec<String> =
            plan.steps.iter().map(|step| format!("{} {:?}", step.request_line(), step.after)).collect();
        assert_eq!(
            lines,
            [
                "DELETE /organization/invites/invite-other []",
                r#"POST /organization/invites {"email":"other@x.io","role":"reader"} [0]"#,
                "DELETE /organization/invites/invite-late []",
                r#"POST /organization/invites {"email":"late@x.io","role":"reader"} [2]"#,
                r#"POST /organization/invites {"email":"dead@x.io","role":"reader"} []"#,
                r#"POST /organization/invites {"email":"new@x.io","role":"reader"} []"#,
            ]
        );
        assert_eq!(
            plan.already.iter().map(|already| already.subject.as_str()).collect::<Vec<_>>(),
            ["ada@x.io", "open@x.io"]
        );
    }

    #[test]
    fn every_wrong_row_is_told_before_anything_is_sent() {
        let invitee =
            |email: &str, role: &str| Invitee { email: email.into(), role: Some(role.into()), projects: None };
        let wish = InviteMembers {
            people: vec![
                invitee("a@x.io", "admin"),
                invitee("b", ""),
                invitee("c@x.io", "boss"),
                invitee("A@x.io", "member"),
            ],
            ..InviteMembers::default()
        };
        let error = wish.wanted(None).unwrap_err();
        assert_eq!(error.kind(), crate::ErrorKind::Invalid);
        for part in ["`b` is not an e-mail address", "`boss` is not a role", "`A@x.io` is named twice"] {
            assert!(error.message().contains(part), "{error}");
        }
    }

    #[test]
    fn projects_are_named_with_their_role() {
        let projects: Vec<Project> = serde_json::from_value(json!([{"id": "proj_1", "name": "Web: shop"}])).unwrap();
        let read = |text| grant(text, Some(&projects)).map(|grant| format!("{} {}", grant.id, grant.role));
        assert_eq!(read("proj_1:owner").unwrap(), "proj_1 owner");
        assert_eq!(read("web: shop:Member").unwrap(), "proj_1 member");
        let grants = [grant("proj_1:owner", Some(&projects)).unwrap()];
        assert_eq!(into(Some(&grants), &projects), "Web: shop (owner)");
        assert_eq!(into(Some(&[]), &projects), "no project");
        assert!(read("Web: shop").is_err(), "what stands behind the colon must be a role");
        assert!(read("proj_2").is_err());

        let wish = |names: &[&str]| InviteMembers {
            people: vec![Invitee { email: "a@x.io".into(), ..Invitee::default() }],
            projects: Some(names.iter().map(|name| (*name).to_owned()).collect()),
            ..InviteMembers::default()
        };
        let projects: Vec<Project> = serde_json::from_value(json!([{"id": "proj_1", "name": "Site"}])).unwrap();
        let twice = wish(&["Site", "proj_1:member", "site"]).wanted(Some(&projects)).unwrap();
        assert_eq!(twice[0].projects.as_ref().unwrap().len(), 1);
        assert!(wish(&["Site", "proj_1:owner"]).wanted(Some(&projects)).is_err());
    }
}
