use clap::{Args, Subcommand};
use orgwarden::Result;
use orgwarden::journal::{RunState, RunSummary, State};
use orgwarden::ops::{ListRuns, ResumeRun, Resumption, RunEntry, ShowRun, VerifyJournal};

use super::offboard;
use crate::change::{self, Told};
use crate::exit::Exit;
use crate::output::{Cell, Column, Format, Tone, count};
use crate::session::Session;

const RUNS: &[Column<RunSummary>] = &[
    Column::new("run", |run| Cell::text(&*run.id)),
    Column::new("started", |run| Cell::Time(run.started_at)),
    Column::new("operation", |run| Cell::text(&*run.operation)),
    Column::new("state", |run| {
        let tone = if run.state == RunState::Ended { Tone::Plain } else { Tone::Warning };
        Cell::toned(run.state.as_str(), tone)
    }),
    Column::new("steps", |run| Cell::Number(run.steps)),
    Column::new("done", |run| Cell::Number(run.done)),
    Column::new("failed", |run| Cell::Number(run.failed)),
    Column::new("held", |run| Cell::Number(run.held)),
    Column::new("unknown", |run| Cell::Number(run.unknown)),
    Column::new("not sent", |run| Cell::Number(run.not_sent)),
];

const ENTRIES: &[Column<RunEntry>] = &[
    Column::new("time", |line| Cell::Time(line.entry.at)),
    Column::new("state", |line| {
        let tone = match line.entry.state {
            State::Done => Tone::Good,
            State::Failed => Tone::Bad,
            State::Held | State::NotSent | State::Unknown => Tone::Warning,
            State::Started | State::Resumed | State::Sending | State::Already | State::Ended => Tone::Dim,
        };
        Cell::toned(line.entry.state.as_str().replace('_', " "), tone)
    }),
    Column::new("subject", |line| Cell::maybe(line.subject.as_deref())),
    Column::new("action", |line| Cell::maybe(line.action.as_deref())),
    Column::new("detail", |line| Cell::maybe(line.entry.detail.as_deref())),
    Column::extra("id", |line| Cell::id(line.entry.id.as_deref())),
    Column::extra("request id", |line| Cell::id(line.entry.request_id.as_deref())),
    Column::extra("attempts", |line| line.entry.attempts.map_or(Cell::Empty, |count| Cell::Number(count as usize))),
];

/// Show what was changed: every run, every step; check that nothing in it was altered
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden journal\n  orgwarden journal show 20260131T090000Z-7\n  orgwarden journal verify\n\n\
                  Every change is written down before it is sent and after it is answered. `orgwarden resume` continues what \
                  was cut off."
)]
pub(crate) struct Journal {
    #[command(subcommand)]
    command: Option<JournalCommand>,
}

#[derive(Debug, Subcommand)]
enum JournalCommand {
    /// List the runs, the newest first
    #[command(after_help = "Example:\n  orgwarden journal list --format json")]
    List,
    /// Show the entries of a run
    #[command(after_help = "Example:\n  orgwarden journal show 20260131T090000Z-7")]
    Show {
        /// The run
        run: String,
    },
    /// Check that no entry was altered, and print the hash that vouches for all of them; exit code 1 if one was
    #[command(
        after_help = "Examples:\n  orgwarden journal verify\n  orgwarden journal verify --head 5d41402abc4b2a76b9719d911017c592…"
    )]
    Verify {
        /// A hash that an earlier check printed: it must still be in the chain
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
    },
}

impl Journal {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        match self.command {
            None | Some(JournalCommand::List) => list(session).await,
            Some(JournalCommand::Show { run }) => show(session, run).await,
            Some(JournalCommand::Verify { head }) => verify(session, head).await,
        }
    }
}

async fn list(session: &Session) -> Result<Exit> {
    session
        .answer(ListRuns {}, |report| {
            let rows = &report.value.runs;
            session.listing(report, rows, RUNS)?;
            session.summary(&count(rows.len(), "run", "runs"), report.requests.total);
            Ok(Exit::Done)
        })
        .await
}

async fn show(session: &Session, run: String) -> Result<Exit> {
    session
        .answer(ShowRun { run }, |report| {
            let rows = &report.value.entries;
            session.listing(report, rows, ENTRIES)?;
            session.summary(&count(rows.len(), "entry", "entries"), report.requests.total);
            Ok(Exit::Done)
        })
        .await
}

async fn verify(session: &Session, head: Option<String>) -> Result<Exit> {
    const PROBLEM: &[Column<String>] = &[Column::new("problem", |problem| Cell::text(&**problem))];
    const HEAD: &[Column<String>] = &[Column::new("head", |head| Cell::text(&**head))];
    session
        .answer(VerifyJournal { head }, |report| {
            let found = &report.value;
            let checked =
                format!("{} in {}", count(found.entries, "entry", "entries"), count(found.runs, "run", "runs"));
            if found.problems.is_empty() {
                session.listing(report, std::slice::from_ref(&found.head), HEAD)?;
                session.summary(&format!("nothing was altered: {checked}"), report.requests.total);
                return Ok(Exit::Done);
            }
            session.listing(report, &found.problems, PROBLEM)?;
            session.summary(&format!("the journal was altered: {checked}"), report.requests.total);
            Ok(Exit::Error)
        })
        .await
}

/// Continue a run that was cut off; what may have been done is settled by reading first
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden resume\n  orgwarden resume 20260131T090000Z-7\n  orgwarden resume 20260131T090000Z-7 --retry\n\n\
                  What was agreed to when the run began is not asked again. Nothing to resume is exit code 0."
)]
pub(crate) struct Resume {
    /// The run; the newest that was cut off, if not given
    run: Option<String>,
    /// Try again what the API refused; of a run that is over, also what guards held
    #[arg(long)]
    retry: bool,
}

impl Resume {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let wish = ResumeRun { run: self.run, retry: self.retry };
        if session.globals.dry_run || session.globals.print_curl {
            return Err(orgwarden::Error::invalid(
                "a run is resumed as it was planned: there is nothing to show before",
            )
            .with_hint("`orgwarden journal show RUN` tells what was done of it."));
        }
        let Some(job) = wish.start(&session.organization)? else {
            session.output.note("nothing to resume");
            if session.output.format == Format::Json {
                session.output.json(&Resumption { done: None })?;
            }
            return Ok(Exit::Done);
        };
        let (exit, run) = change::follow(session, job, Told::Within).await?;
        let recorded = session.organization.journal().run(&run)?;
        match recorded.plan.offboarding {
            // What cleaned up after a run is part of that run's end.
            Some(offboarding) if recorded.state == RunState::Ended => {
                offboard::conclude(session, offboarding.finishes.unwrap_or(run), exit, None).await
            }
            _ => Ok(exit),
        }
    }
}
