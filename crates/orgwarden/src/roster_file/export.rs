use std::collections::HashMap;
use std::hash::Hash;

use super::compare::is_writable;
use super::{Member, RosterFile, WARN_DAYS};
use crate::api::model::{GroupId, OrganizationRole, ProjectId, ProjectRole, Timestamp};
use crate::roster::{Person, PersonStatus, Present, join};

/// The organization as it is, as a roster file: compared with the same organization, nothing differs.
///
/// Left out are people without an address, service accounts, invitations that cannot be accepted any more, and groups
/// that an identity provider manages.
pub fn export(present: &Present, organization: Option<&str>, now: Timestamp) -> RosterFile {
    let people = join(present.members.clone(), present.invites.clone(), now);
    let names = Names::of(present);
    let is_listed = |person: &Person| {
        person.is_service_account != Some(true)
            && matches!(person.status, PersonStatus::Member | PersonStatus::Invited | PersonStatus::Expiring)
            && person.email.as_deref().is_some_and(|email| crate::words::email(email).is_ok_and(|same| same == email))
    };
    let mut members: Vec<Member> =
        people.iter().filter(|person| is_listed(person)).filter_map(|person| member(person, present, &names)).collect();
    members.sort_by_cached_key(|member| member.email.to_lowercase());
    members.dedup_by_key(|member| member.email.to_lowercase());
    RosterFile {
        organization: organization.map(str::to_owned),
        complete: false,
        warn_days: WARN_DAYS,
        guards: None,
        teams: Vec::new(),
        members,
    }
}

/// What projects and groups are called in the file.
struct Names {
    projects: HashMap<ProjectId, String>,
    groups: HashMap<GroupId, String>,
}

impl Names {
    fn of(present: &Present) -> Self {
        let projects = present.projects.iter().map(|project| (&project.id, project.name.as_deref()));
        let ours = present.groups.iter().filter(|group| group.is_scim_managed != Some(true));
        // A name that a managed group has as well would be ambiguous.
        let all: Vec<Option<&str>> = present.groups.iter().map(|group| group.name.as_deref()).collect();
        let named = clear_names(ours.map(|group| (&group.id, group.name.as_deref())), &all);
        let all: Vec<Option<&str>> = projects.clone().map(|(_, name)| name).collect();
        Self { projects: clear_names(projects, &all), groups: named }
    }
}

/// Each thing by its name if no other has the same, else by its id.
fn clear_names<'a, Id: Clone + Eq + Hash + AsRef<str> + 'a>(
    things: impl Iterator<Item = (&'a Id, Option<&'a str>)>,
    all: &[Option<&str>],
) -> HashMap<Id, String> {
    let mut count: HashMap<String, usize> = HashMap::new();
    for name in all.iter().flatten() {
        *count.entry(name.trim().to_lowercase()).or_default() += 1;
    }
    let is_clear =
        |name: &&str| name.trim() == *name && !name.is_empty() && count.get(&name.to_lowercase()) == Some(&1);
    things.map(|(id, name)| (id.clone(), name.filter(is_clear).unwrap_or(id.as_ref()).to_owned())).collect()
}

fn member(person: &Person, present: &Present, names: &Names) -> Option<Member> {
    let role = person.role.clone().filter(|role| matches!(role, OrganizationRole::Owner | OrganizationRole::Reader))?;
    let places: Vec<(ProjectId, Option<ProjectRole>)> = match &person.id {
        Some(user) => present.projects_of(user).to_vec(),
        None => person.projects.iter().flatten().map(|place| (place.id.clone(), place.role.clone())).collect(),
    };
    let named = |(id, role): &(ProjectId, Option<ProjectRole>)| {
        let (name, role) = (names.projects.get(id)?, role.as_ref().filter(|role| is_writable(role))?);
        Some(if *role == ProjectRole::Member && !name.contains(':') { name.clone() } else { format!("{name}:{role}") })
    };
    let mut projects: Vec<String> = places.iter().filter_map(named).collect();
    projects.sort();
    // Owners are in every project anyway. Of an invitation with something that the file cannot say, nothing is said.
    let says_projects = role != OrganizationRole::Owner && (person.id.is_some() || projects.len() == places.len());
    let groups = person.id.as_ref().map(|user| {
        let groups = present.groups_of(user).iter();
        let mut groups: Vec<String> = groups.filter_map(|group| names.groups.get(group).cloned()).collect();
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
