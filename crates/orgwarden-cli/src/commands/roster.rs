use std::path::PathBuf;

use clap::Args;
use orgwarden::ops::{CompareRoster, ExportRoster};
use orgwarden::plan::Wish;
use orgwarden::{Error, Result, files};

use crate::exit::Exit;
use crate::output::{Cell, Column, Format, Record, count};
use crate::session::Session;

/// Compare a roster file with the organization; exit code 3 if something differs
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  orgwarden export roster.toml\n  orgwarden drift roster.toml\n\n\
                  Changes nothing. People who are not listed are left alone and named, unless the file says `complete = true`. \
                  Access that ends soon is told, and is no difference. What would be sent: orgwarden apply FILE --dry-run.")]
pub(crate) struct Drift {
    /// The roster file; `-` is standard input
    file: PathBuf,
    /// Believe a complete file even if it lists less than half of the members
    #[arg(long)]
    accept_few: bool,
}

const WISHES: &[Column<Wish>] = &[
    Column::new("who", |wish| Cell::text(wish.label())),
    Column::new("difference", |wish| Cell::text(wish.want.to_string())),
    Column::new("because", |wish| Cell::maybe(wish.reason.as_deref())),
    Column::extra("place", |wish| Cell::id(wish.place.as_deref())),
];

impl Drift {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let text = files::read_text(&self.file)?;
        let wish = CompareRoster { text, name: self.file, accept_few: self.accept_few };
        session
            .answer(wish, |report| {
                let comparison = &report.value;
                session.listing(report, &comparison.wishes, WISHES)?;
                for ending in &comparison.ending {
                    session.output.summary(&ending.to_string());
                }
                let unlisted = comparison.unlisted.len();
                if unlisted > 0 {
                    let people = count(unlisted, "person is", "people are");
                    session.output.summary(&format!("{people} not in the file and left alone:"));
                    comparison.unlisted.iter().for_each(|person| session.output.summary(&format!("  {person}")));
                }
                let differences = count(comparison.wishes.len(), "difference", "differences");
                session.summary(&differences, report.requests.total);
                Ok(if comparison.wishes.is_empty() { Exit::Done } else { Exit::Pending })
            })
            .await
    }
}

/// Write the organization as it is as a roster file
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  orgwarden export\n  orgwarden export roster.toml\n\n\
                  Compared with the same organization (orgwarden drift), nothing differs. Left out: service accounts, people without an \
                  address, expired invitations, and groups that an identity provider manages.")]
pub(crate) struct Export {
    /// Where to write it; without, to standard output
    file: Option<PathBuf>,
    /// Leave groups out
    #[arg(long)]
    without_groups: bool,
    /// Write spend limits and alerts too, as teams without members: two requests more for each project
    #[arg(long)]
    with_limits: bool,
}

impl Export {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        if matches!(session.output.format, Format::Csv | Format::Md) {
            return Err(Error::invalid("a roster file is TOML: leave --format out, or use --format json"));
        }
        let wish = ExportRoster { without_groups: self.without_groups, with_limits: self.with_limits };
        session
            .answer(wish, |report| {
                let exported = &report.value;
                match &self.file {
                    Some(path) => files::write_private(path, &exported.text)?,
                    None if session.output.format.is_json() => session.output.record(&Record {
                        document: exported,
                        requests: &report.requests,
                        fields: Vec::new(),
                        now: session.now(),
                    })?,
                    None => session.output.data(&exported.text)?,
                }
                let people = count(exported.roster.members.len(), "person", "people");
                session.summary(&people, report.requests.total);
                Ok(Exit::Done)
            })
            .await
    }
}
