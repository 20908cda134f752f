//! Three jobs of an administrator on organizations of the sandbox: what is there before, and what is wished. The test of
//! the requests, the bench and the script for the official client all do these.

#![allow(dead_code, reason = "the test and the bench each use a part")]
#![allow(clippy::unwrap_used, reason = "what cannot be set up must fail")]

use std::path::PathBuf;
use std::time::Duration;

use orgwarden::Organization;
use orgwarden::api::model::{OrganizationRole, Project, User};
use orgwarden::api::{projects, users};
use orgwarden::apply::{Done, StepStatus};
use orgwarden::guard::Policy;
use orgwarden::ops::{ApplyRoster, CompareRoster, ExportRoster, InviteMembers, Invitee, MakeReceipt, OffboardMembers};
use orgwarden::roster_file::{Member, RosterFile};
use orgwarden_sandbox::{Control, Seed};
use serde_json::{Value, json};

/// One of the jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Job {
    /// 50 people leave who are in 5 of 40 projects each, with a key in 3 of them.
    Offboard,
    /// 200 people are invited into 3 of 40 projects each.
    Invite,
    /// A roster file of 2,000 people differs from the organization in 150 places.
    Roster,
}

/// What is wished, once the organization is ready for it.
pub(crate) enum Wish {
    Offboard(Vec<String>),
    Invite(Vec<Invitee>),
    Roster(RosterFile),
}

const LEAVERS: usize = 50;
const NEWCOMERS: usize = 200;

impl Job {
    pub(crate) const ALL: [Self; 3] = [Self::Offboard, Self::Invite, Self::Roster];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Offboard => "offboard 50 people",
            Self::Invite => "invite 200 people",
            Self::Roster => "roster file, 150 differences",
        }
    }

    /// The organization that it is done to.
    pub(crate) fn seed(self) -> Seed {
        Seed::Size { members: if self == Self::Roster { 2_000 } else { 300 }, projects: 40 }
    }

    /// The requests that it takes.
    pub(crate) fn requests(self) -> &'static [Route] {
        match self {
            Self::Offboard => OFFBOARD,
            Self::Invite => INVITE,
            Self::Roster => ROSTER,
        }
    }

    /// The longest row of requests that must come one after another at the pace of a route: what comes before them all and
    /// after them all on the busiest route of each part.
    pub(crate) fn critical_path(self) -> &'static [u64] {
        match self {
            // The keys at stake, the removals, the keys that are left.
            Self::Offboard => &[40, 50, 40],
            Self::Invite => &[200],
            // The pages of members, the invitations; all else is beside them.
            Self::Roster => &[20, 50],
        }
    }

    /// Makes the organization ready, and says what is wished of it.
    pub(crate) async fn prepare(self, organization: &Organization, control: &Control) -> Wish {
        let wish = match self {
            Self::Offboard => Wish::Offboard(with_places_and_keys(organization, control).await),
            Self::Invite => {
                let projects = names(&organization.client().all(projects::list(false)).await.unwrap());
                let person = |number: usize| Invitee {
                    email: format!("newcomer{number}@example.com"),
                    projects: Some(
                        (0..3).map(|place| projects[(number + 13 * place) % projects.len()].clone()).collect(),
                    ),
                    ..Invitee::default()
                };
                Wish::Invite((0..NEWCOMERS).map(person).collect())
            }
            Self::Roster => Wish::Roster(with_differences(organization).await),
        };
        // What was done for it lies in the past of the audit log.
        control.advance(Duration::from_secs(3600));
        wish
    }
}

/// The requests of one route that a job takes, worked out by hand.
pub(crate) struct Route {
    pub(crate) name: &'static str,
    /// Without these the job could not be done, by anybody.
    pub(crate) job: u64,
    /// So that guards judge what is so when it is done, and not what was so when it was planned.
    pub(crate) guards: u64,
    /// So that it is seen, and not believed, that it was done.
    pub(crate) proof: u64,
    /// What could be spared.
    pub(crate) more: u64,
}

impl Route {
    pub(crate) fn total(&self) -> u64 {
        self.job + self.guards + self.proof + self.more
    }

    /// The fewest.
    pub(crate) fn fewest(&self) -> u64 {
        self.job + self.guards + self.proof
    }
}

const fn route(name: &'static str, job: u64, guards: u64, proof: u64, more: u64) -> Route {
    Route { name, job, guards, proof, more }
}

/// There is no list of keys of a person, and a key can be in a project that its owner has left: what is at stake shows in
/// the keys of all 40 projects, and so does that nothing is left. One DELETE ends keys and memberships.
///
/// - Members: all 50 in one read by address; 250 members on three pages, so that 50 are a fifth. The same anew when it is
///   applied: somebody may have become an owner since. One read shows that all are gone; the receipt, which is an
///   operation of its own, reads that once more.
/// - Admin keys: theirs are at stake too, and whose is the key in use? The receipt reads whether one is left.
/// - Groups: who is in each of the five. Invitations: an open one would let somebody in again.
/// - Projects: what they are called and which there are; the receipt asks anew, for a project can be new.
/// - Audit log: one page holds the removals.
const OFFBOARD: &[Route] = &[
    route("GET /organization/users", 4, 4, 1, 1),
    route("GET /organization/admin_api_keys", 1, 0, 1, 0),
    route("GET /organization/groups", 1, 0, 0, 0),
    route("GET /organization/groups/{group_id}/users", 5, 0, 0, 0),
    route("GET /organization/invites", 1, 0, 0, 0),
    route("GET /organization/projects", 1, 0, 0, 1),
    route("GET /organization/projects/{project_id}/api_keys", 40, 0, 40, 0),
    route("DELETE /organization/users/{user_id}", 50, 0, 0, 0),
    route("GET /organization/audit_logs", 0, 0, 1, 0),
];

/// An invitation carries its projects. Who is a member or invited already must not be invited: 200 addresses are two
/// pages of members, and invitations have no filter. The names of the projects are one page. Nothing is taken from
/// anybody, so guards read nothing; and an invitation is proven by its answer.
const INVITE: &[Route] = &[
    route("GET /organization/users", 2, 0, 0, 0),
    route("GET /organization/invites", 1, 0, 0, 0),
    route("GET /organization/projects", 1, 0, 0, 0),
    route("POST /organization/invites", 200, 0, 0, 0),
];

/// 2,000 members are 20 pages, and tell their projects; each difference is one request.
///
/// Guards read again the 40 people who are removed, promoted or demoted, with two owners who stay, in one read by
/// address; and one page of members, so that 20 are not more than a fifth. One read shows that the 20 are gone.
const ROSTER: &[Route] = &[
    route("GET /organization/users", 20, 2, 1, 0),
    route("GET /organization/invites", 1, 0, 0, 0),
    route("GET /organization/projects", 1, 0, 0, 0),
    route("GET /organization/admin_api_keys", 0, 1, 0, 0),
    route("POST /organization/invites", 50, 0, 0, 0),
    route("DELETE /organization/users/{user_id}", 20, 0, 0, 0),
    route("POST /organization/users/{user_id}", 20, 0, 0, 0),
    route("POST /organization/projects/{project_id}/users", 30, 0, 0, 0),
    route("DELETE /organization/projects/{project_id}/users/{user_id}", 15, 0, 0, 0),
    route("POST /organization/projects/{project_id}/users/{user_id}", 15, 0, 0, 0),
];

impl Wish {
    /// Does it: plan, apply and, where people leave, the proof. Answers how many of the people or differences were not
    /// done or not proven.
    pub(crate) async fn fulfil(&self, organization: &Organization) -> usize {
        match self {
            Self::Offboard(people) => {
                let policy = Policy { maximum_removals: LEAVERS, ..Policy::default() };
                let organization = organization.clone().with_policy(policy);
                let who: Vec<&str> = people.iter().map(String::as_str).collect();
                // By its name and with its defaults, as other languages do it.
                let wish: OffboardMembers = serde_json::from_value(json!({"who": who})).unwrap();
                let plan = organization.plan(&wish).await.unwrap();
                let done = organization.apply(plan).result().await.unwrap();
                let receipt = organization
                    .run(MakeReceipt { run: Some(done.run.clone()), ..MakeReceipt::default() })
                    .await
                    .unwrap()
                    .value;
                let proven = receipt.departures.iter().filter(|departure| departure.is_proven()).count();
                failures(&done) + people.len() - proven
            }
            Self::Invite(people) => {
                let wish = InviteMembers { people: people.clone(), ..InviteMembers::default() };
                failures(&organization.run(wish).await.unwrap().value)
            }
            Self::Roster(file) => {
                let wish = roster(file);
                let plan = organization.plan(&wish).await.unwrap();
                let done = organization.apply(plan).result().await.unwrap();
                failures(&done) + 150 - done.results.len()
            }
        }
    }

    /// The same for a script in another language.
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Offboard(people) => json!({"job": "offboard", "people": people}),
            Self::Invite(people) => json!({"job": "invite", "people": people}),
            Self::Roster(file) => json!({"job": "roster", "members": file.members}),
        }
    }
}

pub(crate) fn roster(file: &RosterFile) -> ApplyRoster {
    ApplyRoster {
        roster: CompareRoster { text: file.to_text(), name: PathBuf::from("roster.toml"), accept_few: false },
    }
}

fn failures(done: &Done) -> usize {
    done.results.len() - done.count(StepStatus::Done) + done.held.len() + done.still_listed.len()
}

fn names(projects: &[Project]) -> Vec<String> {
    let mut names: Vec<String> = projects.iter().map(|project| project.name.as_deref().unwrap().to_owned()).collect();
    names.sort();
    names
}

/// Everybody who is only a reader, in the order of their addresses.
fn readers(users: &[User]) -> Vec<&User> {
    let mut readers: Vec<&User> = users.iter().filter(|user| user.role == Some(OrganizationRole::Reader)).collect();
    readers.sort_by_key(|user| user.email.as_deref().map(str::to_owned));
    readers
}

/// Puts 50 people into 5 projects each, with a key in 3 of them.
async fn with_places_and_keys(organization: &Organization, control: &Control) -> Vec<String> {
    let client = organization.client();
    let (projects, users) = tokio::try_join!(client.all(projects::list(false)), client.all(users::list())).unwrap();
    // Nobody who has a key already, and so another number of them.
    let has_none = |user: &&&User| user.api_key_last_used_at.is_none();
    let leavers: Vec<&User> = readers(&users).iter().filter(has_none).copied().take(LEAVERS).collect();
    for (number, user) in leavers.iter().enumerate() {
        let mut places: Vec<&str> =
            user.projects.iter().flat_map(|list| &list.data).map(|place| place.id.as_ref().unwrap().as_str()).collect();
        for project in projects.iter().cycle().skip(number * 3) {
            if places.len() == 5 {
                break;
            }
            if !places.contains(&project.id.as_str()) {
                control.add_to_project(user.id.as_str(), project.id.as_str(), "member").unwrap();
                places.push(project.id.as_str());
            }
        }
        for project in &places[..3] {
            control.add_key(user.id.as_str(), project, "laptop").unwrap();
        }
    }
    leavers.iter().map(|user| user.email.as_deref().unwrap().to_owned()).collect()
}

/// Makes ten owners more, so that there is somebody to demote, and writes a roster file that differs from the organization
/// in 150 places: 50 people come, 20 go, 12 are promoted and 8 demoted; 30 join a project, 15 leave one, and 15 become
/// owner of one.
async fn with_differences(organization: &Organization) -> RosterFile {
    let users = organization.client().all(users::list()).await.unwrap();
    let readers = readers(&users);
    for user in &readers[..10] {
        let owner = users::UserChange { role: Some(OrganizationRole::Owner), ..users::UserChange::default() };
        organization.client().send(&users::modify(&user.id, &owner)).await.unwrap();
    }
    let mut file =
        organization.run(ExportRoster { without_groups: true, ..ExportRoster::default() }).await.unwrap().value.roster;
    let projects = names(&organization.client().all(projects::list(false)).await.unwrap());
    file.complete = true;
    let (mut owners, mut others): (Vec<Member>, Vec<Member>) =
        file.members.drain(..).partition(|member| member.role == OrganizationRole::Owner);
    for owner in owners.iter_mut().filter(|owner| !owner.email.starts_with("olivia.park")).take(8) {
        owner.role = OrganizationRole::Reader;
    }
    let mut changed = others.split_off(others.len() - 92);
    changed.truncate(72);
    for (number, member) in changed.iter_mut().enumerate() {
        let places = member.projects.as_mut().unwrap();
        match number {
            0..12 => {
                member.role = OrganizationRole::Owner;
                member.projects = None;
            }
            12..42 => {
                let is_in = |name: &String| places.iter().any(|place| place.split(':').next() == Some(name));
                let new = (0..40).map(|place| &projects[(number + place) % 40]).find(|name| !is_in(name)).unwrap();
                places.push(new.clone());
            }
            42..57 => drop(places.pop()),
            _ => {
                let place = places.iter_mut().find(|place| !place.contains(':')).unwrap();
                place.push_str(":owner");
            }
        }
    }
    let newcomers = (0..50).map(|number| Member {
        email: format!("newcomer{number}@example.com"),
        role: OrganizationRole::Reader,
        teams: Vec::new(),
        projects: Some(vec![projects[number % 40].clone(), projects[(number + 7) % 40].clone()]),
        groups: None,
        until: None,
        note: None,
    });
    file.members = owners.into_iter().chain(others).chain(changed).chain(newcomers).collect();
    file
}
