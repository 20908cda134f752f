use clap::{Args, Subcommand};
use orgwarden::api::model::Role;
use orgwarden::ops::{AssignRole, ListRoles, UnassignRole};
use orgwarden::roster::Who;
use orgwarden::{Error, Result};

use crate::change::{self, Words};
use crate::exit::Exit;
use crate::output::{Cell, Column, Tone, count};
use crate::session::Session;

const COLUMNS: &[Column<Role>] = &[
    Column::new("name", |role| Cell::maybe(role.name.as_deref())),
    Column::new("kind", |role| match role.predefined_role {
        Some(true) => Cell::toned("built-in", Tone::Dim),
        _ => Cell::text("own"),
    }),
    Column::new("permissions", |role| {
        Cell::List(role.permissions.iter().map(|permission| permission.as_ref().to_owned()).collect())
    }),
    Column::extra("description", |role| Cell::maybe(role.description.as_deref())),
    Column::new("id", |role| Cell::id(Some(&role.id))),
];

/// List the roles of the organization or of a project; give them and take them
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden roles\n  orgwarden roles --project Website\n  orgwarden roles assign \"Cost reader\" ada@example.com\n  \
                  orgwarden roles assign Reviewer --group Support --project Website\n  orgwarden roles unassign \"Cost reader\" ada@example.com\n\n\
                  These roles stand beside the built-in one, which `orgwarden role` and `orgwarden projects role` change."
)]
pub(crate) struct Roles {
    #[command(subcommand)]
    command: Option<RolesCommand>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, Subcommand)]
enum RolesCommand {
    /// List the roles
    #[command(after_help = "Example:\n  orgwarden roles list --project Website")]
    List(List),
    /// Give a role to people or groups
    #[command(after_help = "Example:\n  orgwarden roles assign \"Cost reader\" ada@example.com --group Finance")]
    Assign(Assignment),
    /// Take a role from people or groups that it was given to directly
    #[command(after_help = "Example:\n  orgwarden roles unassign \"Cost reader\" ada@example.com --yes")]
    Unassign(Assignment),
}

#[derive(Args, Debug, Default, PartialEq)]
struct List {
    /// The roles of this project: name or id
    #[arg(long, value_name = "PROJECT")]
    project: Option<String>,
}

#[derive(Args, Debug)]
struct Assignment {
    /// The role: name or id
    role: String,
    /// E-mail addresses, names or ids
    #[arg(required_unless_present = "group")]
    who: Vec<String>,
    /// A group, and so everybody in it: name or id; may be given several times
    #[arg(long, value_name = "GROUP")]
    group: Vec<String>,
    /// The project that it is a role in: name or id
    #[arg(long, value_name = "PROJECT")]
    project: Option<String>,
}

impl Roles {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        match self.command {
            None => self.list.run(session).await,
            Some(_) if self.list != List::default() => {
                Err(Error::invalid("the project belongs behind the command: `orgwarden roles list --project Website`"))
            }
            Some(RolesCommand::List(list)) => list.run(session).await,
            Some(RolesCommand::Assign(said)) => {
                let words = Words::new("Give the role to", "person or group", "people and groups");
                let Assignment { role, project, group: groups, .. } = said;
                change::run(session, AssignRole { role, project, who: named(said.who), groups }, words).await
            }
            Some(RolesCommand::Unassign(said)) => {
                let words = Words::new("Take the role from", "person or group", "people and groups");
                let Assignment { role, project, group: groups, .. } = said;
                change::run(session, UnassignRole { role, project, who: named(said.who), groups }, words).await
            }
        }
    }
}

fn named(who: Vec<String>) -> Vec<Who> {
    who.into_iter().map(Who::from).collect()
}

impl List {
    async fn run(self, session: &Session) -> Result<Exit> {
        session
            .answer(ListRoles { project: self.project }, |report| {
                let rows = &report.value.roles;
                session.listing(report, rows, COLUMNS)?;
                session.summary(&count(rows.len(), "role", "roles"), report.requests.total);
                Ok(Exit::Done)
            })
            .await
    }
}
