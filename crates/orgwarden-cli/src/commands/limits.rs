use clap::{Args, Subcommand};
use orgwarden::api::model::{Cents, SpendAlert};
use orgwarden::ops::{DeleteAlerts, DeleteLimit, ListLimits, PlaceLimits, SetAlert, SetLimit};
use orgwarden::{Error, Result};

use crate::change::{self, Words};
use crate::exit::Exit;
use crate::output::{Cell, Column, Tone, count};
use crate::session::Session;

const WORDS: Words = Words::new("Change the spend limits and alerts of", "place", "places");

/// A limit or an alert, with its place.
#[derive(serde::Serialize)]
struct Row<'a> {
    place: &'a str,
    kind: &'static str,
    cents: Cents,
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<&'a SpendAlert>,
}

fn columns<'a>() -> [Column<Row<'a>>; 5] {
    [
        Column::new("place", |row| Cell::text(row.place)),
        Column::new("kind", |row| Cell::toned(row.kind, if row.alert.is_some() { Tone::Plain } else { Tone::Warning })),
        Column::new("a month", |row| Cell::text(row.cents.to_string())),
        Column::new("recipients", |row| {
            let channel = row.alert.and_then(|alert| alert.notification_channel.as_ref());
            Cell::List(channel.map_or_else(Vec::new, |channel| {
                channel.recipients.iter().map(|recipient| recipient.as_ref().to_owned()).collect()
            }))
        }),
        Column::extra("id", |row| Cell::id(row.alert.map(|alert| &alert.id))),
    ]
}

/// List hard limits and alerts on the spend of a month; set them and take them away
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden limits --all\n  orgwarden limits set 500 --project Website\n  orgwarden limits delete --project Website\n  \
                  orgwarden limits alert 400 --to ops@example.com\n  orgwarden limits delete-alert 400\n\n\
                  Amounts are US dollars: $500, 500 or 499.99. A limit holds traffic back when it is reached, an alert only mails."
)]
pub(crate) struct Limits {
    #[command(subcommand)]
    command: Option<LimitsCommand>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, Subcommand)]
enum LimitsCommand {
    /// List limits and alerts
    #[command(after_help = "Example:\n  orgwarden limits list --project Website")]
    List(List),
    /// Set the hard limit of the organization or of a project
    #[command(after_help = "Example:\n  orgwarden limits set 500 --project Website")]
    Set {
        /// US dollars a month
        limit: Cents,
        /// The project: name or id
        #[arg(long, value_name = "PROJECT")]
        project: Option<String>,
    },
    /// Take the hard limit away
    #[command(after_help = "Example:\n  orgwarden limits delete --project Website --yes")]
    Delete {
        /// The project: name or id
        #[arg(long, value_name = "PROJECT")]
        project: Option<String>,
    },
    /// Have a mail sent when an amount is passed; an alert that is there is changed
    #[command(after_help = "Examples:\n  orgwarden limits alert 400 --to ops@example.com --to cfo@example.com\n  \
                      orgwarden limits alert 450 --alert alert_abc")]
    Alert {
        /// US dollars a month
        #[arg(required_unless_present = "alert")]
        threshold: Option<Cents>,
        /// Who gets the mail; may be given several times
        #[arg(long, value_name = "EMAIL")]
        to: Vec<String>,
        /// What the subject of the mail starts with; empty: nothing
        #[arg(long, value_name = "PREFIX")]
        subject: Option<String>,
        /// The id of an alert to change
        #[arg(long, value_name = "ID")]
        alert: Option<String>,
        /// The project: name or id
        #[arg(long, value_name = "PROJECT")]
        project: Option<String>,
    },
    /// Delete the alerts at an amount, or one by its id
    #[command(after_help = "Example:\n  orgwarden limits delete-alert 400 --project Website --yes")]
    DeleteAlert {
        /// US dollars a month
        #[arg(required_unless_present = "alert", conflicts_with = "alert")]
        threshold: Option<Cents>,
        /// The alert's id
        #[arg(long, value_name = "ID")]
        alert: Option<String>,
        /// The project: name or id
        #[arg(long, value_name = "PROJECT")]
        project: Option<String>,
    },
}

#[derive(Args, Debug, Default, PartialEq)]
struct List {
    /// Only this project: name or id
    #[arg(long, value_name = "PROJECT", conflicts_with = "all")]
    project: Option<String>,
    /// The organization and every project
    #[arg(long)]
    all: bool,
}

impl Limits {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        match self.command {
            None => self.list.run(session).await,
            Some(_) if self.list != List::default() => {
                Err(Error::invalid("options belong behind the command: `orgwarden limits set 500 --project Website`"))
            }
            Some(LimitsCommand::List(list)) => list.run(session).await,
            Some(LimitsCommand::Set { limit, project }) => {
                change::run(session, SetLimit { project, cents: limit }, WORDS).await
            }
            Some(LimitsCommand::Delete { project }) => change::run(session, DeleteLimit { project }, WORDS).await,
            Some(LimitsCommand::Alert { threshold, to, subject, alert, project }) => {
                let recipients = (!to.is_empty()).then_some(to);
                let wish = SetAlert { project, alert, cents: threshold, recipients, subject_prefix: subject };
                change::run(session, wish, WORDS).await
            }
            Some(LimitsCommand::DeleteAlert { threshold, alert, project }) => {
                change::run(session, DeleteAlerts { project, alert, cents: threshold }, WORDS).await
            }
        }
    }
}

fn rows(place: &PlaceLimits) -> impl Iterator<Item = Row<'_>> {
    let id = place.project_id.as_ref().map_or("the organization", AsRef::as_ref);
    let name = place.project.as_deref().unwrap_or(id);
    let limit = place.limit.map(|cents| Row { place: name, kind: "limit", cents, alert: None });
    let alerts = place.alerts.iter().map(move |alert| Row {
        place: name,
        kind: "alert",
        cents: alert.threshold_amount,
        alert: Some(alert),
    });
    limit.into_iter().chain(alerts)
}

impl List {
    async fn run(self, session: &Session) -> Result<Exit> {
        session
            .answer(ListLimits { project: self.project, all: self.all }, |report| {
                let rows: Vec<Row<'_>> = report.value.places.iter().flat_map(rows).collect();
                session.listing(report, &rows, &columns())?;
                session.summary(&count(rows.len(), "limit or alert", "limits and alerts"), report.requests.total);
                Ok(Exit::Done)
            })
            .await
    }
}
