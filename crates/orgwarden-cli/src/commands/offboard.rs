use std::path::{Path, PathBuf};

use clap::Args;
use orgwarden::Result;
use orgwarden::ops::{FinishOffboarding, OffboardMembers};
use orgwarden::roster::Who;

use super::receipt;
use crate::change::{self, Words};
use crate::exit::Exit;
use crate::output::Format;
use crate::session::Session;

/// Take all access of people who leave, and prove that nothing of it is left
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden offboard tom@example.com --dry-run\n  orgwarden offboard tom@example.com --reason \"left on Friday\"\n  \
                  orgwarden offboard tom@example.com ann@example.com --receipt receipt.html --yes\n  \
                  orgwarden offboard me@example.com --successor ann@example.com\n  orgwarden offboard tom@example.com --staged\n  \
                  orgwarden offboard tom@example.com --rotate --spend --transfer-projects ann@example.com --dry-run\n\n\
                  Shows every key, project and group that will be lost and asks. Removing a member ends their keys and memberships at once; \
                  an owner is demoted first. Afterwards the roster, the keys of every project and the audit log are read, keys that \
                  outlived their owners are deleted, and a receipt says what is gone and what vouches for it. Somebody who is gone \
                  already is done; keys that outlived them are deleted. Keys of service accounts are listed (--rotate), never deleted."
)]
pub(crate) struct Offboard {
    /// E-mail addresses, names or ids
    #[arg(required = true)]
    who: Vec<String>,
    /// Why, for the journal and the receipt
    #[arg(long)]
    reason: Option<String>,
    /// Make this member an owner first, unless they are one, so that the last owner, or the owner of the key in use, can leave
    #[arg(long, value_name = "WHO")]
    successor: Option<String>,
    /// Make this member owner, first, of the projects that would have no owner of their own
    #[arg(long, value_name = "WHO")]
    transfer_projects: Option<String>,
    /// The softer way: take ownership, projects, groups and keys, and leave them members, to be removed later
    #[arg(long)]
    staged: bool,
    /// List the keys of service accounts that they could have read, to be replaced by hand
    #[arg(long)]
    rotate: bool,
    /// Tell what their keys have cost in the last 30 days
    #[arg(long)]
    spend: bool,
    /// Write the receipt to a file: .html, .json, or text
    #[arg(long, value_name = "FILE")]
    receipt: Option<PathBuf>,
}

impl Offboard {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let wish = OffboardMembers {
            who: self.who.into_iter().map(Who::from).collect(),
            reason: self.reason,
            successor: self.successor.map(Who::from),
            transfer_projects: self.transfer_projects.map(Who::from),
            staged: self.staged,
            rotate: self.rotate,
            spend: self.spend,
        };
        let (exit, run) = change::run_and_name(session, wish, Words::new("Offboard", "member", "members")).await?;
        let Some(run) = run else { return Ok(exit) };
        conclude(session, run, exit, self.receipt.as_deref()).await
    }
}

/// Ends a run by which people leave: deletes keys that outlived them, and gives the receipt.
pub(super) async fn conclude(session: &Session, run: String, exit: Exit, file: Option<&Path>) -> Result<Exit> {
    if exit == Exit::Interrupted {
        return Ok(exit);
    }
    let receipt = receipt::make(session, FinishOffboarding { run: Some(run), ..FinishOffboarding::default() }).await?;
    // One document on standard output is enough for programs: `orgwarden receipt` gives them the other.
    if file.is_some() || session.output.format == Format::Table {
        return Ok(exit.or(receipt::give(session, &receipt, file)?));
    }
    Ok(if receipt.is_complete() { exit } else { exit.or(Exit::Partial) })
}
