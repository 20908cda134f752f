//! Lists of people a piece at a time, by columns: what nobody takes is never written, and the names of members are written once
//! a piece instead of in every row.

use std::sync::{Mutex, PoisonError};
use std::vec::IntoIter;

use hashbrown::HashMap;
use napi_derive::napi;
use orgwarden_door::orgwarden::api::model::{ProjectId, ProjectRole};
use orgwarden_door::orgwarden::roster::{Membership, Person};
use orgwarden_door::{Door, Result, json};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::promised::{Outcome, at_once};

/// People of a piece: a moment's work for whoever waits for it.
const PIECE: usize = 2000;

/// The answer of `members.list`.
#[napi]
pub struct People {
    left: Mutex<IntoIter<Person>>,
    requests: String,
}

impl People {
    /// Lists people; `arguments` are those of `members.list`.
    pub(crate) async fn list(door: &Door, arguments: &str) -> Result<Self> {
        let report = door.list_members(arguments).await?;
        Ok(Self { left: Mutex::new(report.value.people.into_iter()), requests: json(&report.requests)? })
    }
}

#[napi]
impl People {
    /// The next of them as JSON, null at the end: `{"columns": {"status": ["member", …], "email": […], …}, "memberships": […]}`.
    /// A column of nothing is left out. Projects are numbers of memberships.
    #[napi(catch_unwind)]
    pub fn next(&self) -> Outcome<Option<String>> {
        at_once(|| {
            let people: Vec<Person> =
                self.left.lock().unwrap_or_else(PoisonError::into_inner).by_ref().take(PIECE).collect();
            if people.is_empty() { Ok(None) } else { by_columns(&people).map(Some) }
        })
    }

    /// The requests that it took, as JSON.
    #[napi(catch_unwind)]
    pub fn requests(&self) -> &str {
        &self.requests
    }
}

fn by_columns(people: &[Person]) -> Result<String> {
    let mut memberships = Memberships::default();
    let projects: Vec<Option<Vec<usize>>> = people
        .iter()
        .map(|person| Some(person.projects.as_ref()?.iter().map(|place| memberships.number(place)).collect()))
        .collect();
    json(&ByColumns { columns: Columns { people, projects }, memberships: memberships.all })
}

#[derive(Serialize)]
struct ByColumns<'a> {
    columns: Columns<'a>,
    memberships: Vec<&'a Membership>,
}

/// Everybody is in the same few projects.
#[derive(Default)]
struct Memberships<'a> {
    all: Vec<&'a Membership>,
    numbers: HashMap<(&'a ProjectId, Option<&'a str>, Option<&'a ProjectRole>), usize>,
}

impl<'a> Memberships<'a> {
    fn number(&mut self, place: &'a Membership) -> usize {
        let Membership { id, name, role } = place;
        *self.numbers.entry((id, name.as_deref(), role.as_ref())).or_insert_with(|| {
            self.all.push(place);
            self.all.len() - 1
        })
    }
}

struct Columns<'a> {
    people: &'a [Person],
    projects: Vec<Option<Vec<usize>>>,
}

impl Serialize for Columns<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let people = self.people;
        let mut columns = serializer.serialize_map(None)?;
        columns.serialize_entry("status", &column(people, |person| &person.status))?;
        macro_rules! optional {
            ($($member:ident),*) => {
                // Does not compile when a person has a member that has no column.
                if let Some(Person { status: _, projects: _, $($member: _),* }) = people.first() {}
                $(if people.iter().any(|person| person.$member.is_some()) {
                    columns.serialize_entry(stringify!($member), &column(people, |person| &person.$member))?;
                })*
            };
        }
        optional!(
            id,
            email,
            name,
            role,
            since,
            expires_at,
            invite_id,
            last_used_at,
            is_scim_managed,
            is_service_account,
            keys
        );
        columns.serialize_entry("projects", &self.projects)?;
        columns.end()
    }
}

fn column<'a, T: 'a, F: Fn(&'a Person) -> &'a T>(people: &'a [Person], member: F) -> Column<'a, F> {
    Column(people, member)
}

struct Column<'a, F>(&'a [Person], F);

impl<'a, T: Serialize + 'a, F: Fn(&'a Person) -> &'a T> Serialize for Column<'a, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}
