//! People by columns: the names of members once instead of in every row, where they are most of the text.

use orgwarden_door::orgwarden::Report;
use orgwarden_door::orgwarden::ops::Roster;
use orgwarden_door::orgwarden::roster::Person;
use orgwarden_door::{Result, json};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// The report as JSON; its people are `{"status": ["member", …], "email": […], …}`. A column of nothing is left out.
pub(crate) fn by_columns(report: &Report<Roster>) -> Result<String> {
    let value = Listed { people: Columns(&report.value.people) };
    json(&Report { value, requests: report.requests.clone() })
}

#[derive(Serialize)]
struct Listed<'a> {
    people: Columns<'a>,
}

struct Columns<'a>(&'a [Person]);

impl Serialize for Columns<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let people = self.0;
        let mut columns = serializer.serialize_map(None)?;
        columns.serialize_entry("status", &column(people, |person| &person.status))?;
        macro_rules! optional {
            ($($member:ident),*) => {
                // Does not compile when a person has a member that has no column.
                if let Some(Person { status: _, $($member: _),* }) = people.first() {}
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
            projects,
            keys
        );
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
