use clap::{Args, Subcommand};
use orgwarden::ops::{ListMembers, ShowMember};
use orgwarden::roster::{Person, PersonStatus, Who};
use orgwarden::{Error, Result};

use super::person::{self, EMAIL, ENDS, ID, KEYS, LAST_USED, NAME, PROJECTS, ROLE, SINCE, STATUS};
use crate::exit::Exit;
use crate::output::{Column, Record, count};
use crate::session::Session;

/// List everybody: members and open invitations; or show one person
#[derive(Args, Debug)]
#[command(
    subcommand_precedence_over_arg = true,
    after_help = "Examples:\n  orgwarden members\n  orgwarden members ada\n  orgwarden members --role owner --format csv\n  \
                  orgwarden members --idle 90 --keys\n  orgwarden members show ada@example.com\n\n\
                  Piped, the columns are separated by tabs: email, name, role, status, since, ends[, projects][, keys, last used], id."
)]
pub(crate) struct Members {
    #[command(subcommand)]
    command: Option<MembersCommand>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, Subcommand)]
enum MembersCommand {
    /// List members and open invitations
    #[command(after_help = "Example:\n  orgwarden members list --status expired")]
    List(List),
    /// Show one person with projects, keys and last use
    #[command(after_help = "Example:\n  orgwarden members show \"Ada Lovelace\"")]
    Show {
        /// E-mail address, name or id
        who: String,
    },
}

#[derive(Args, Debug, Default, PartialEq)]
struct List {
    /// Only people whose name or e-mail address contains this, or whose id is this
    #[arg(value_name = "SEARCH", conflicts_with = "search")]
    text: Option<String>,
    /// The same, as an option
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Only this role: reader or owner (the dashboard's Member and Admin)
    #[arg(long)]
    role: Option<String>,
    /// Only this status
    #[arg(long, value_parser = super::invites::statuses())]
    status: Option<PersonStatus>,
    /// Only people in this project: name or id
    #[arg(long, value_name = "PROJECT")]
    project: Option<String>,
    /// Only members none of whose keys was used for so many days; one more request per project
    #[arg(long, value_name = "DAYS")]
    idle: Option<u32>,
    /// Everybody's projects too; one more request per project
    #[arg(long)]
    projects: bool,
    /// Everybody's keys and their last use too; one more request per project
    #[arg(long)]
    keys: bool,
}

impl Members {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        match self.command {
            None => self.list.run(session).await,
            Some(_) if self.list != List::default() => {
                Err(Error::invalid("filters belong behind the command: `orgwarden members list --role owner`"))
            }
            Some(MembersCommand::List(list)) => list.run(session).await,
            Some(MembersCommand::Show { who }) => show(session, who).await,
        }
    }
}

impl List {
    async fn run(self, session: &Session) -> Result<Exit> {
        let (projects, keys) = (self.projects || self.project.is_some(), self.keys || self.idle.is_some());
        let operation = ListMembers {
            role: self.role,
            status: self.status,
            search: self.text.or(self.search),
            project: self.project,
            idle_days: self.idle,
            with_projects: self.projects,
            with_keys: self.keys,
        };
        session
            .answer(operation, |report| {
                let rows = &report.value.people;
                session.listing(report, rows, &columns(projects, keys))?;
                session.summary(&count(rows.len(), "person", "people"), report.requests.total);
                Ok(Exit::Done)
            })
            .await
    }
}

fn columns(projects: bool, keys: bool) -> Vec<Column<Person>> {
    let mut columns = vec![EMAIL, NAME, ROLE, STATUS, SINCE, ENDS];
    if projects {
        columns.push(PROJECTS);
    }
    if keys {
        columns.extend([KEYS, LAST_USED]);
    }
    columns.push(ID);
    columns
}

async fn show(session: &Session, who: String) -> Result<Exit> {
    session
        .answer(ShowMember { who: Who::from(who) }, |report| {
            show_person(session, &report.value, &report.requests)?;
            Ok(Exit::Done)
        })
        .await
}

/// Shows one person.
pub(super) fn show_person(session: &Session, who: &Person, requests: &orgwarden::api::client::Requests) -> Result<()> {
    let fields = person::fields(who);
    session.output.record(&Record { document: who, requests, fields, now: session.now() })?;
    session.summary("1 person", requests.total);
    Ok(())
}
