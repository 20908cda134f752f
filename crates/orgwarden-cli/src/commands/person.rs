//! How people look in tables.

use std::sync::Arc;

use orgwarden::roster::{Key, Membership, Person, PersonStatus};

use crate::output::{Cell, Column, Tone};

pub(super) const EMAIL: Column<Person> = Column::new("email", |person| Cell::maybe(person.email.as_deref()));
// The address is what other commands take: where both do not fit, it stays whole.
pub(super) const NAME: Column<Person> = Column::extra("name", |person| Cell::maybe(person.name.as_deref()));
pub(super) const ROLE: Column<Person> = Column::new("role", |person| Cell::maybe(person.role.as_ref()));
pub(super) const STATUS: Column<Person> = Column::new("status", |person| status(person.status));
pub(super) const SINCE: Column<Person> = Column::extra("since", |person| Cell::time(person.since));
pub(super) const ENDS: Column<Person> = Column::new("ends", |person| Cell::until(person.expires_at));
pub(super) const PROJECTS: Column<Person> = Column::new("projects", |person| projects(person.projects.as_deref()));
pub(super) const KEYS: Column<Person> =
    Column::new("keys", |person| person.keys.as_ref().map_or(Cell::Empty, |keys| Cell::Number(keys.len())));
pub(super) const LAST_USED: Column<Person> = Column::new("last used", |person| Cell::time(person.last_used_at));
pub(super) const ID: Column<Person> = Column::extra("id", |person| {
    let id = person.id.as_ref().map(orgwarden::api::model::UserId::as_str);
    Cell::id(id.or(person.invite_id.as_ref().map(orgwarden::api::model::InviteId::as_str)))
});

pub(super) fn status(status: PersonStatus) -> Cell {
    let tone = match status {
        PersonStatus::Member => Tone::Good,
        PersonStatus::Invited | PersonStatus::Accepted => Tone::Plain,
        PersonStatus::Expiring | PersonStatus::AcceptedElsewhere => Tone::Warning,
        PersonStatus::Expired => Tone::Bad,
    };
    Cell::toned(status.as_str().replace('_', " "), tone)
}

/// The fields of one person, in full.
pub(super) fn fields(person: &Person) -> Vec<(&'static str, Cell)> {
    let yes_or_no = |answer: Option<bool>| Cell::maybe(answer.map(|answer| if answer { "yes" } else { "no" }));
    vec![
        ("email", (EMAIL.cell)(person)),
        ("name", (NAME.cell)(person)),
        ("role", (ROLE.cell)(person)),
        ("status", (STATUS.cell)(person)),
        ("since", (SINCE.cell)(person)),
        ("ends", (ENDS.cell)(person)),
        ("last used", (LAST_USED.cell)(person)),
        ("by identity provider", yes_or_no(person.is_scim_managed)),
        ("service account", yes_or_no(person.is_service_account.filter(|answer| *answer))),
        ("projects", (PROJECTS.cell)(person)),
        ("keys", person.keys.as_ref().map_or(Cell::Empty, |keys| Cell::List(keys.iter().map(key).collect()))),
        ("id", (ID.cell)(person)),
    ]
}

fn projects(projects: Option<&[Arc<Membership>]>) -> Cell {
    let name = |place: &Arc<Membership>| {
        let name = place.name.as_deref().unwrap_or(place.id.as_str());
        place.role.as_ref().map_or_else(|| name.to_owned(), |role| format!("{name} ({role})"))
    };
    match projects {
        None | Some([]) => Cell::Empty,
        Some(projects) => Cell::List(projects.iter().map(name).collect()),
    }
}

fn key(key: &Key) -> String {
    let name = key.name.as_deref().unwrap_or(key.id.as_str());
    let project = key.project.as_deref().unwrap_or(key.project_id.as_str());
    let used = key.last_used_at.map_or_else(|| "never used".to_owned(), |at| format!("last used {at}"));
    format!("{name} in {project}, {used}")
}
