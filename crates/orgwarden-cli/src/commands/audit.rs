use clap::Args;
use orgwarden::api::model::AuditLog;
use orgwarden::ops::ListAudit;
use orgwarden::{Result, words};
use serde_json::Value;

use crate::exit::Exit;
use crate::output::{Cell, Column, Tone, count};
use crate::session::Session;

pub(crate) const TIME: Column<AuditLog> = Column::new("time", |event| Cell::Time(event.effective_at));
pub(crate) const EVENT: Column<AuditLog> = Column::new("event", |event| Cell::text(event.kind.as_str()));
pub(crate) const BY: Column<AuditLog> = Column::new("by", |event| {
    let principal = event.actor.as_ref().and_then(|actor| actor.principal());
    Cell::maybe(principal.map(|who| who.email.as_deref().or(who.name.as_deref()).unwrap_or(who.id.as_str())))
});
pub(crate) const DETAILS: Column<AuditLog> = Column::new("details", |event| details(event.details()));
const ABOUT: Column<AuditLog> =
    Column::new("about", |event| Cell::maybe(event.details().and_then(|details| details.get("id")?.as_str())));
const ID: Column<AuditLog> = Column::extra("id", |event| Cell::id(Some(&event.id)));

const COLUMNS: &[Column<AuditLog>] = &[TIME, EVENT, BY, ABOUT, DETAILS, ID];

/// Show the audit log, the newest entries first
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden audit --from 7d\n  orgwarden audit --type user.deleted --type invite.sent --from 2026-01-01\n  \
                  orgwarden audit --actor ada@example.com -n 0 --format jsonl"
)]
pub(crate) struct Audit {
    /// Only from this moment on: RFC 3339, a date, or how long ago (36h, 7d, 2w)
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Only up to this moment, written likewise
    #[arg(long, value_name = "TIME")]
    to: Option<String>,
    /// Only this kind of event, such as user.deleted; can be repeated
    #[arg(long = "type", value_name = "EVENT")]
    types: Vec<String>,
    /// Only what this person did, by e-mail address; can be repeated
    #[arg(long = "actor", value_name = "EMAIL")]
    actors: Vec<String>,
    /// Only what was done to this, by id; can be repeated
    #[arg(long = "resource", value_name = "ID")]
    resources: Vec<String>,
    /// At most so many entries; 0 for all
    #[arg(short = 'n', long, default_value_t = 100)]
    limit: u32,
}

impl Audit {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let moment = |text: Option<String>| text.map(|text| words::moment(&text, session.now())).transpose();
        let operation = ListAudit {
            from: moment(self.from)?,
            to: moment(self.to)?,
            event_types: self.types,
            actor_emails: self.actors,
            resource_ids: self.resources,
            limit: Some(self.limit),
        };
        session
            .answer(operation, |report| {
                let rows = &report.value.events;
                session.listing(report, rows, COLUMNS)?;
                let more = if report.value.more { " (there are more: -n 0 for all)" } else { "" };
                session.summary(&format!("{}{more}", count(rows.len(), "entry", "entries")), report.requests.total);
                Ok(Exit::Done)
            })
            .await
    }
}

/// The payload in a line: `role=owner, email=…`.
fn details(details: Option<&Value>) -> Cell {
    let Some(Value::Object(members)) = details else { return Cell::Empty };
    let mut parts = Vec::new();
    for (name, value) in members.iter().filter(|(name, _)| *name != "id") {
        match value {
            // `data` and `changes_requested` are only envelopes.
            Value::Object(inner) => parts.extend(inner.iter().map(|(name, value)| pair(name, value))),
            value => parts.push(pair(name, value)),
        }
    }
    if parts.is_empty() { Cell::Empty } else { Cell::toned(parts.join(", "), Tone::Plain) }
}

fn pair(name: &str, value: &Value) -> String {
    value.as_str().map_or_else(|| format!("{name}={value}"), |text| format!("{name}={text}"))
}
