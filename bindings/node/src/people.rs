//! Lists of people a piece at a time, by columns: what nobody takes is never written, and the names of members are written once
//! a piece instead of in every row.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::vec::IntoIter;

use napi_derive::napi;
use orgwarden_door::orgwarden::roster::{Membership, Person};
use orgwarden_door::{Door, Result, json};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::promised::{Outcome, at_once};

/// People of a piece: a moment's work for whoever waits for it. The text of a larger one leaves V8's nursery, and costs a tenth
/// more time than this.
const PIECE: usize = 250;

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
    let memberships = RefCell::default();
    // In this order: which memberships there are is known when all people are written.
    json(&ByColumns { columns: Columns { people, memberships: &memberships }, memberships: &memberships })
}

#[derive(Serialize)]
struct ByColumns<'a> {
    columns: Columns<'a>,
    memberships: &'a RefCell<Memberships<'a>>,
}

/// The memberships of some people, each once where they share it. Written as a list.
#[derive(Default)]
struct Memberships<'a> {
    all: Vec<&'a Membership>,
    numbers: HashMap<*const Membership, usize>,
}

impl<'a> Memberships<'a> {
    fn number(&mut self, place: &'a Arc<Membership>) -> usize {
        *self.numbers.entry(Arc::as_ptr(place)).or_insert_with(|| {
            self.all.push(place);
            self.all.len() - 1
        })
    }
}

impl Serialize for Memberships<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.all.serialize(serializer)
    }
}

struct Columns<'a> {
    people: &'a [Person],
    memberships: &'a RefCell<Memberships<'a>>,
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
        columns.serialize_entry("projects", &Projects(self))?;
        columns.end()
    }
}

/// The column of projects, as numbers of memberships.
struct Projects<'a, 'b>(&'b Columns<'a>);

impl Serialize for Projects<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let Columns { people, memberships } = *self.0;
        serializer.collect_seq(people.iter().map(|person| Some(Numbers { of: person.projects.as_ref()?, memberships })))
    }
}

struct Numbers<'a> {
    of: &'a [Arc<Membership>],
    memberships: &'a RefCell<Memberships<'a>>,
}

impl Serialize for Numbers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.of.iter().map(|place| self.memberships.borrow_mut().number(place)))
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
