use clap::Args;
use orgwarden::Result;
use orgwarden::ops::RemoveMembers;
use orgwarden::roster::Who;

use crate::change::{self, Words};
use crate::exit::Exit;
use crate::session::Session;

/// Remove members: their keys and their access to every project end at once
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden remove ada@example.com --dry-run\n  orgwarden remove ada@example.com\n  \
                  orgwarden remove ada@example.com bob@example.com --gone-ok --yes\n\n\
                  On a terminal it shows what will be lost and asks. Without a terminal it needs --yes. The last owner and the \
                  owner of the key in use are held back (exit code 7)."
)]
pub(crate) struct Remove {
    /// E-mail addresses, names or ids
    #[arg(required = true)]
    who: Vec<String>,
    /// Take somebody who is not a member for removed
    #[arg(long)]
    gone_ok: bool,
    /// Make this member an owner first, so that the last owner, or the owner of the key in use, can leave
    #[arg(long, value_name = "WHO")]
    successor: Option<String>,
}

impl Remove {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let wish = RemoveMembers {
            who: self.who.into_iter().map(Who::from).collect(),
            show_keys: change::is_shown(session),
            gone_is_done: self.gone_ok,
            successor: self.successor.map(Who::from),
        };
        change::run(session, wish, Words::new("Remove", "member", "members")).await
    }
}
