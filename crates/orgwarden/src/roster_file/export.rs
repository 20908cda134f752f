use super::compare::is_writable;
use super::{Alert, Member, RosterFile, Team, WARN_DAYS};
use crate::api::model::{Group, OrganizationRole, Project, ProjectId, ProjectRole, Timestamp};
use crate::plan::AlertTerms;
use crate::roster::{Directory, Person, PersonStatus, Snapshot, join};
use crate::words;

/// The organization as it is, as a roster file: compared with the same organization, nothing differs.
///
/// Left out are people without an address, service accounts, invitations that cannot be accepted any more, and groups
/// that an identity provider manages.
pub fn export(snapshot: &Snapshot, organization: Option<&str>, now: Timestamp) -> RosterFile {
    let members = snapshot.members.iter().cloned().map(Person::of_user).collect();
    let people = join(members, snapshot.invites.clone(), now);
    let names = (Directory::of_projects(&snapshot.projects), Directory::of_groups(&snapshot.groups));
    let teams = snapshot.projects.iter().filter_map(|project| team(project, snapshot, names.0.name(project)));
    let is_listed = |person: &Person| {
        person.is_service_account != Some(true)
            && matches!(person.status, PersonStatus::Member | PersonStatus::Invited | PersonStatus::Expiring)
            && person.email.as_deref().is_some_and(|email| words::email(email).is_ok_and(|same| same == email))
    };
    let mut members: Vec<Member> = people
        .iter()
        .filter(|person| is_listed(person))
        .filter_map(|person| member(person, snapshot, &names))
        .collect();
    members.sort_by_cached_key(|member| member.email.to_lowercase());
    members.dedup_by_key(|member| member.email.to_lowercase());
    RosterFile {
        organization: organization.map(str::to_owned),
        complete: false,
        warn_days: WARN_DAYS,
        guards: None,
        teams: teams.collect(),
        members,
    }
}

/// The limit and the alerts of a project, if they were read and there are any, as a team without members.
fn team(project: &Project, snapshot: &Snapshot, name: &str) -> Option<Team> {
    let place = Some(project.id.clone());
    let monthly_limit = snapshot.limits.get(&place).copied().flatten();
    let alerts = snapshot.alerts.get(&place).filter(|alerts| !alerts.is_empty()).and_then(|alerts| {
        let mut alerts: Vec<AlertTerms> = alerts.iter().map(AlertTerms::of).collect();
        alerts.sort_by_key(|alert| alert.cents);
        let all = alerts.len();
        alerts.dedup_by_key(|alert| alert.cents);
        let is_sound = |alert: &AlertTerms| {
            let is_address = |address: &String| words::email(address).is_ok_and(|same| same == *address);
            alert.cents.get() > 0 && !alert.recipients.is_empty() && alert.recipients.iter().all(is_address)
        };
        // What the file has no words for, it does not speak of.
        let can_be_said = alerts.len() == all && alerts.iter().all(is_sound);
        let alerts = alerts.into_iter().map(|alert| Alert { amount: alert.cents, recipients: alert.recipients });
        can_be_said.then(|| alerts.collect())
    });
    let monthly_limit = monthly_limit.filter(|limit| limit.get() > 0);
    if monthly_limit.is_none() && alerts.is_none() {
        return None;
    }
    let projects = Some(vec![in_project(name, &ProjectRole::Member)]);
    Some(Team { name: name.to_owned(), projects, groups: None, monthly_limit, alerts })
}

/// A project with a role in it, as it stands in the file.
fn in_project(name: &str, role: &ProjectRole) -> String {
    if *role == ProjectRole::Member && !name.contains(':') { name.to_owned() } else { format!("{name}:{role}") }
}

fn member(
    person: &Person,
    snapshot: &Snapshot,
    (all_projects, all_groups): &(Directory<'_, Project>, Directory<'_, Group>),
) -> Option<Member> {
    let role = person.role.clone().filter(|role| matches!(role, OrganizationRole::Owner | OrganizationRole::Reader))?;
    let places: Vec<(ProjectId, Option<ProjectRole>)> = match &person.id {
        Some(user) => snapshot.places_of(user).to_vec(),
        None => person.projects.iter().flatten().map(|place| (place.id.clone(), place.role.clone())).collect(),
    };
    let named = |(id, role): &(ProjectId, Option<ProjectRole>)| {
        let name = all_projects.name(all_projects.with_id(id.as_str())?);
        let role = role.as_ref().filter(|role| is_writable(role))?;
        Some(in_project(name, role))
    };
    let mut projects: Vec<String> = places.iter().filter_map(named).collect();
    projects.sort();
    // Owners are in every project anyway. Of an invitation with something that the file cannot say, nothing is said.
    let says_projects = role != OrganizationRole::Owner && (person.id.is_some() || projects.len() == places.len());
    let groups = person.id.as_ref().map(|user| {
        let groups = snapshot.groups_of(user).iter().filter_map(|id| all_groups.with_id(id.as_str()));
        let ours = groups.filter(|group| group.is_scim_managed != Some(true));
        let mut groups: Vec<String> = ours.map(|group| all_groups.name(group).to_owned()).collect();
        groups.sort();
        groups
    });
    Some(Member {
        email: person.email.as_deref()?.to_owned(),
        role,
        teams: Vec::new(),
        projects: says_projects.then_some(projects),
        groups: groups.filter(|groups| !groups.is_empty()),
        until: None,
        note: None,
    })
}
