use std::path::PathBuf;

use clap::Args;
use orgwarden::plan::Plan;
use orgwarden::{Result, files};

use crate::change::{self, Words};
use crate::exit::Exit;
use crate::session::Session;

/// Apply a saved plan: exactly what it says, or nothing
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden remove ada@example.com --save plan.json\n  orgwarden apply plan.json --dry-run\n  \
                  orgwarden apply plan.json\n\n\
                  What the plan requires is read first; if any of it holds no longer, it is named, and nothing is sent. A file that \
                  was changed, and a plan of another organization, are refused."
)]
pub(crate) struct Apply {
    /// The plan, saved with --save; `-` is standard input
    #[arg(value_name = "PLAN.json")]
    plan: PathBuf,
}

impl Apply {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let plan = Plan::from_file_text(&files::read_text(&self.plan)?, &self.plan.to_string_lossy())?;
        session.organization.accepts(&plan)?;
        change::carry_out(session, plan, Words::new("Apply the plan for", "person or thing", "people or things")).await
    }
}
