use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use orgwarden::ops::{CancelInvites, ListInvites, ResendInvites, WaitForInvite};
use orgwarden::roster::{Person, PersonStatus, Who};
use orgwarden::{Error, Result};

use super::members::show_person;
use super::person::{EMAIL, ENDS, ID, PROJECTS, ROLE, STATUS};
use crate::arguments::time_span;
use crate::change::{self, Words};
use crate::exit::Exit;
use crate::output::{Cell, Column, count};
use crate::session::Session;

const COLUMNS: &[Column<Person>] = &[
    EMAIL,
    ROLE,
    STATUS,
    Column::extra("invited", |person| Cell::time(person.since)),
    ENDS,
    Column { is_extra: true, ..PROJECTS },
    ID,
];

/// List invitations; send them again, cancel them, wait for them
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden invites\n  orgwarden invites --status expired\n  orgwarden invites resend --expired\n  \
                  orgwarden invites cancel ada@example.com\n  orgwarden invites wait ada@example.com --longest 1h"
)]
pub(crate) struct Invites {
    #[command(subcommand)]
    command: Option<InvitesCommand>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, Subcommand)]
enum InvitesCommand {
    /// List invitations, the newest first
    #[command(after_help = "Example:\n  orgwarden invites list --open")]
    List(List),
    /// Send invitations again: cancel and create anew, with the same role and projects and seven more days
    #[command(
        after_help = "Examples:\n  orgwarden invites resend ada@example.com\n  orgwarden invites resend --expired --dry-run"
    )]
    Resend {
        /// E-mail addresses or ids of invitations
        #[arg(required_unless_present = "expired")]
        who: Vec<String>,
        /// Every expired invitation
        #[arg(long)]
        expired: bool,
    },
    /// Cancel open invitations: their links stop working
    #[command(after_help = "Example:\n  orgwarden invites cancel ada@example.com")]
    Cancel {
        /// E-mail addresses or ids of invitations
        #[arg(required = true)]
        who: Vec<String>,
    },
    /// Wait until an invitation is accepted, and show the new member
    #[command(after_help = "Example:\n  orgwarden invites wait ada@example.com --longest 1h --every 1m")]
    Wait {
        /// E-mail address or id of the invitation
        who: String,
        /// How long to wait at most; until the invitation ends, if not given
        #[arg(long, value_name = "TIME", value_parser = time_span)]
        longest: Option<Duration>,
        /// How often to look
        #[arg(long, value_name = "TIME", value_parser = time_span, default_value = "15s")]
        every: Duration,
    },
}

#[derive(Args, Debug, Default, PartialEq)]
struct List {
    /// Only this status
    #[arg(long, value_parser = statuses())]
    status: Option<PersonStatus>,
    /// Leave out those that were accepted
    #[arg(long)]
    open: bool,
}

/// Reads a status by the core's own words, with `-` for `_`.
pub(super) fn statuses() -> impl TypedValueParser<Value = PersonStatus> {
    const ALL: [PersonStatus; 6] = [
        PersonStatus::Member,
        PersonStatus::Invited,
        PersonStatus::Expiring,
        PersonStatus::Expired,
        PersonStatus::Accepted,
        PersonStatus::AcceptedElsewhere,
    ];
    let word = |status: &PersonStatus| status.as_str().replace('_', "-");
    PossibleValuesParser::new(ALL.map(|status| word(&status))).map(move |given| {
        // The parser lets nothing else through.
        ALL.into_iter().find(|status| word(status) == given).unwrap_or(PersonStatus::Member)
    })
}

impl Invites {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let named = |who: Vec<String>| who.into_iter().map(Who::from).collect();
        match self.command {
            None => self.list.run(session).await,
            Some(_) if self.list != List::default() => {
                Err(Error::invalid("filters belong behind the command: `orgwarden invites list --open`"))
            }
            Some(InvitesCommand::List(list)) => list.run(session).await,
            Some(InvitesCommand::Resend { who, expired }) => {
                let wish = ResendInvites { who: named(who), expired };
                change::run(session, wish, Words::new("Send", "invitation again", "invitations again")).await
            }
            Some(InvitesCommand::Cancel { who }) => {
                let wish = CancelInvites { who: named(who) };
                change::run(session, wish, Words::new("Cancel", "invitation", "invitations")).await
            }
            Some(InvitesCommand::Wait { who, longest, every }) => wait(session, who, longest, every).await,
        }
    }
}

impl List {
    async fn run(self, session: &Session) -> Result<Exit> {
        session
            .answer(ListInvites { status: self.status, open_only: self.open }, |report| {
                let rows = &report.value.invites;
                session.listing(report, rows, COLUMNS)?;
                session.summary(&count(rows.len(), "invitation", "invitations"), report.requests.total);
                Ok(Exit::Done)
            })
            .await
    }
}

async fn wait(session: &Session, who: String, longest: Option<Duration>, every: Duration) -> Result<Exit> {
    let seconds = |span: Duration| u32::try_from(span.as_secs()).unwrap_or(u32::MAX);
    session.progress.message(format!("waiting for {}", orgwarden::words::visible(&who)));
    let operation = WaitForInvite {
        who: Who::from(who),
        longest_seconds: longest.map(seconds),
        every_seconds: Some(seconds(every)),
    };
    session
        .answer(operation, |report| {
            show_person(session, &report.value, &report.requests)?;
            Ok(Exit::Done)
        })
        .await
}
