use std::path::PathBuf;

use clap::Args;
use orgwarden::ops::{ApplyRoster, CompareRoster};
use orgwarden::plan::Plan;
use orgwarden::{Result, files};

use super::offboard;
use crate::change::{self, Words};
use crate::exit::Exit;
use crate::session::Session;

const WORDS: Words = Words::new("Apply the plan for", "person or thing", "people or things");

/// Apply a saved plan, exactly as it is or not at all; or make the organization what a roster file says
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden remove ada@example.com --save plan.json\n  orgwarden apply plan.json --dry-run\n  \
                  orgwarden apply plan.json\n  orgwarden apply roster.toml --dry-run\n\n\
                  What a plan requires is read first; if any of it holds no longer, it is named, and nothing is sent. A file that \
                  was changed, and a plan of another organization, are refused; one that is older than a day is told. With a roster file it does what orgwarden drift \
                  shows. Guards in either file can forbid more than the profile's, never less."
)]
pub(crate) struct Apply {
    /// A plan, saved with --save, or a roster file; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Believe a complete roster file even if it lists less than half of the members
    #[arg(long)]
    accept_few: bool,
}

impl Apply {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let text = files::read_text(&self.file)?;
        // A plan is JSON, a roster file TOML.
        if !text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            let roster = CompareRoster { text, name: self.file, accept_few: self.accept_few };
            return change::run(session, ApplyRoster { roster }, WORDS).await;
        }
        let plan = Plan::from_file_text(&text, &self.file.to_string_lossy())?;
        let plan = session.organization.accept(plan)?;
        let people_leave = plan.offboarding.is_some();
        let (exit, run) = change::carry_out(session, plan, WORDS, None).await?;
        match run.filter(|_| people_leave) {
            Some(run) => offboard::conclude(session, run, exit, None).await,
            None => Ok(exit),
        }
    }
}
