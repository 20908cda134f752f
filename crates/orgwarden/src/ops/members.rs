use std::sync::Arc;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{Invite, OrganizationRole, Project, ProjectStatus, Text, Timestamp, User};
use crate::api::{invites, project_users};
use crate::operation::{Effect, Operation};
use crate::roster::{self, Key, Membership, Person, PersonStatus, SIDE_BY_SIDE, SharedPlaces, Who, join};
use crate::words;
use crate::{Error, ErrorKind, Organization, Result};

/// Lists everybody: members and open invitations as one list of people.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListMembers {
    /// Only people with this role: `owner` or `reader`; the dashboard's Admin and Member work too.
    pub role: Option<String>,
    /// Only people with this status.
    pub status: Option<PersonStatus>,
    /// Only people whose name or e-mail address contains this, in any case, or whose id is this.
    pub search: Option<String>,
    /// Only people in this project, by name or id.
    pub project: Option<String>,
    /// Only members none of whose keys was used for this many days, as far as the API says.
    pub idle_days: Option<u32>,
    /// Read everybody's projects: one more request per project.
    pub with_projects: bool,
    /// Read everybody's keys and their last use: one more request per project.
    pub with_keys: bool,
}

/// People.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Roster {
    /// Members first, then invitations; each part ordered by e-mail address.
    pub people: Vec<Person>,
}

impl Operation for ListMembers {
    const NAME: &'static str = "members.list";
    const EFFECT: Effect = Effect::Reads;
    type Output = Roster;

    async fn run(self, organization: &Organization) -> Result<Roster> {
        let role = self.role.as_deref().map(words::organization_role).transpose()?;
        // A project's own list is the short way to its members.
        let with_projects = self.with_projects || self.project.is_some();
        let with_keys = self.with_keys || self.idle_days.is_some();
        let read_invites = async {
            match self.status {
                Some(PersonStatus::Member) => Ok(Vec::<Invite>::new()),
                _ => roster::all(organization, invites::list()).await,
            }
        };
        let read_projects = async {
            if with_projects || with_keys { roster::projects(organization, false).await } else { Ok(Vec::new()) }
        };
        let (members, invites, projects) =
            tokio::try_join!(roster::member_people(organization), read_invites, read_projects)?;
        let project = self.project.as_deref().map(|project| roster::resolve_project(project, &projects)).transpose()?;
        let read_memberships = async {
            match project {
                _ if !with_projects => Ok(None),
                Some(project) if !self.with_projects => {
                    memberships(organization, std::slice::from_ref(project)).await.map(Some)
                }
                _ => memberships(organization, &projects).await.map(Some),
            }
        };
        let read_keys =
            async { if with_keys { roster::all_keys(organization, &projects).await.map(Some) } else { Ok(None) } };
        let (memberships, keys) = tokio::try_join!(read_memberships, read_keys)?;
        let now = organization.now();
        let mut people = join(members, invites, now);
        attach(&mut people, memberships, keys);
        let search = self.search.as_deref().and_then(Search::of);
        people.retain(|person| {
            role.as_ref().is_none_or(|role| person.role.as_ref() == Some(role))
                && self.status.is_none_or(|status| person.status == status)
                && search.as_ref().is_none_or(|search| search.finds(person))
                && project.is_none_or(|project| is_in(person, project))
                && self.idle_days.is_none_or(|days| is_idle(person, days, now))
        });
        order(&mut people);
        Ok(Roster { people })
    }
}

/// Shows one person with projects, keys and last use.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowMember {
    /// Whom: e-mail address, name or id.
    pub who: Who,
}

impl Operation for ShowMember {
    const NAME: &'static str = "members.show";
    const EFFECT: Effect = Effect::Reads;
    type Output = Person;

    async fn run(self, organization: &Organization) -> Result<Person> {
        let who = std::slice::from_ref(&self.who);
        let found = roster::members(organization, who).await;
        let user: User = match found {
            Ok(mut users) if users.len() == 1 => users.remove(0),
            Ok(_) => return Err(Error::invalid("name one person")),
            // Looked for and not found; what a server does not find is another matter.
            Err(error) if error.kind() == ErrorKind::NotFound && error.service().is_none() => {
                return invited(organization, &self.who).await?.ok_or(error);
            }
            Err(error) => return Err(error),
        };
        let projects = roster::projects(organization, false).await?;
        let (memberships, keys) =
            tokio::try_join!(memberships(organization, &projects), roster::all_keys(organization, &projects))?;
        let mut person = Person::of_user(user);
        attach(std::slice::from_mut(&mut person), Some(memberships), Some(keys));
        Ok(person)
    }
}

/// The person behind an open invitation, for those who are not members yet.
async fn invited(organization: &Organization, who: &Who) -> Result<Option<Person>> {
    if !who.is_email() {
        return Ok(None);
    }
    let invites = roster::all(organization, invites::list()).await?;
    let mut people = join(Vec::new(), invites, organization.now());
    let address = who.as_str().to_lowercase();
    people.retain(|person| person.email.as_deref().is_some_and(|email| email.to_lowercase() == address));
    Ok(people.pop())
}

/// Who is in which project: one request per project and 100 members.
async fn memberships(organization: &Organization, projects: &[Project]) -> Result<Vec<(String, Arc<Membership>)>> {
    let in_use = projects.iter().filter(|project| project.status != Some(ProjectStatus::Archived)).cloned();
    let reads: Vec<_> = in_use
        .map(|project| async move {
            let users = roster::all(organization, project_users::list(&project.id)).await?;
            let mut places = SharedPlaces::default();
            let membership = |user: crate::api::model::ProjectUser| {
                (user.id.as_str().to_owned(), places.share(&project.id, project.name.as_ref(), user.role))
            };
            Ok::<_, Error>(users.into_iter().map(membership).collect::<Vec<_>>())
        })
        .collect();
    let lists: Vec<Vec<_>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    Ok(lists.into_iter().flatten().collect())
}

fn attach(people: &mut [Person], memberships: Option<Vec<(String, Arc<Membership>)>>, keys: Option<Vec<Key>>) {
    use std::collections::HashMap;
    if memberships.is_none() && keys.is_none() {
        return;
    }
    let mut by_id: HashMap<String, &mut Person> = HashMap::new();
    for person in people {
        if let Some(id) = &person.id {
            if memberships.is_some() {
                person.projects = Some(Vec::new());
            }
            if keys.is_some() {
                person.keys = Some(Vec::new());
            }
            by_id.insert(id.as_str().to_owned(), person);
        }
    }
    for (user, membership) in memberships.into_iter().flatten() {
        if let Some(projects) = by_id.get_mut(&user).and_then(|person| person.projects.as_mut()) {
            projects.push(membership);
        }
    }
    for key in keys.into_iter().flatten() {
        let Some(person) = key.owner_id.as_ref().and_then(|owner| by_id.get_mut(owner.as_str())) else { continue };
        person.last_used_at = person.last_used_at.max(key.last_used_at);
        if let Some(keys) = &mut person.keys {
            keys.push(key);
        }
    }
}

/// What is searched for. Ids are made of letters by chance: what is inside one means nothing.
struct Search<'a> {
    part: &'a str,
    lower: String,
}

impl<'a> Search<'a> {
    /// Nothing, where an empty search leaves everybody.
    fn of(part: &'a str) -> Option<Self> {
        (!part.is_empty()).then(|| Self { part, lower: part.to_lowercase() })
    }

    fn finds(&self, person: &Person) -> bool {
        let contains =
            |text: &Option<Text>| text.as_deref().is_some_and(|text| text.to_lowercase().contains(&self.lower));
        contains(&person.email)
            || contains(&person.name)
            || person.id.as_ref().is_some_and(|id| id.as_str() == self.part)
            || person.invite_id.as_ref().is_some_and(|id| id.as_str() == self.part)
    }
}

fn is_in(person: &Person, project: &Project) -> bool {
    // Owners of the organization are in every project, whether it lists them or not.
    (person.status == PersonStatus::Member && person.role == Some(OrganizationRole::Owner))
        || person.projects.as_ref().is_some_and(|projects| projects.iter().any(|place| place.id == project.id))
}

fn is_idle(person: &Person, days: u32, now: Timestamp) -> bool {
    let since = now.seconds() - i64::from(days) * 24 * 60 * 60;
    person.status == PersonStatus::Member
        && person.last_used_at.is_none_or(|used| used.seconds() < since)
        && person.since.is_none_or(|joined| joined.seconds() < since)
}

fn order(people: &mut [Person]) {
    people.sort_by_cached_key(|person| (person.status != PersonStatus::Member, person.label().to_ascii_lowercase()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn somebody_is_found_by_a_part_of_the_name_or_address_and_by_the_whole_id() {
        let user =
            json!({"id": "user-XToMey7", "name": "Olivia Park", "email": "o.park@acme.example", "role": "owner"});
        let member = Person::of_user(serde_json::from_value(user).unwrap());
        let invite = json!({"id": "invite-ToM1", "email": "ada@acme.example", "role": "reader", "status": "pending"});
        let invited = join(Vec::new(), vec![serde_json::from_value(invite).unwrap()], Timestamp::new(0)).remove(0);
        let found = |part| [&member, &invited].map(|person| Search::of(part).unwrap().finds(person));
        assert!(Search::of("").is_none());
        for (part, expected) in [
            ("PARK", [true, false]),
            ("acme", [true, true]),
            ("user-XToMey7", [true, false]),
            ("user", [false, false]),
            ("invite-ToM1", [false, true]),
            // Inside both ids, by chance.
            ("tom", [false, false]),
            ("ToM", [false, false]),
        ] {
            assert_eq!(found(part), expected, "{part}");
        }
    }
}
