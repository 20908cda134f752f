use clap::Args;
use orgwarden::Result;
use orgwarden::ops::SetRole;
use orgwarden::roster::Who;

use crate::change::{self, Words};
use crate::exit::Exit;
use crate::session::Session;

/// Change the role of members in the organization; effective at once
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden role owner ada@example.com\n  orgwarden role reader \"Ada Lovelace\" user-abc123 --dry-run\n\n\
                  The dashboard's words work too: Admin is owner, Member is reader. The last owner and the owner of the key \
                  in use are held back (exit code 7)."
)]
pub(crate) struct Role {
    /// The new role: reader or owner (the dashboard's Member and Admin)
    role: String,
    /// E-mail addresses, names or ids
    #[arg(required = true)]
    who: Vec<String>,
}

impl Role {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let wish = SetRole { who: self.who.into_iter().map(Who::from).collect(), role: self.role };
        change::run(session, wish, Words::new("Change the role of", "member", "members")).await
    }
}
