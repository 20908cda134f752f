use std::path::PathBuf;

use clap::Args;
use orgwarden::Result;
use orgwarden::input::read_wishes;
use orgwarden::ops::ChangeMembers;

use super::invite::{name_of, text_of};
use crate::change::{self, Words};
use crate::exit::Exit;
use crate::session::Session;

/// Do many different things at once, from a file: people, keys, roles, limits
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  orgwarden change -f people.csv --dry-run\n  \
                  orgwarden change -f people.csv --results results.csv\n  orgwarden change -f results.csv --results results.csv\n  jq -c '.[]' changes.json | orgwarden change -f - --yes\n\n\
                  A file is CSV with a header, or JSON Lines with the same names. Each row has an action and what it needs:\n  \
                  invite (if none is said)     email, and if wished role, projects\n  \
                  resend, cancel, remove       email (or who: a name or an id)\n  \
                  role                         email, role\n  \
                  add, take                    email, projects, and if wished role\n  \
                  group-add, group-take        email, group\n  \
                  assign, unassign             role, email or group, and if wished project\n  \
                  key-delete, key-freeze       key or email (all keys of somebody), and if wished project, scopes, expires\n  \
                  account-delete               account (a service account), project\n  \
                  limit, limit-delete          limit in dollars, and if wished project\n  \
                  alert, alert-delete          threshold in dollars, recipients, and if wished project, subject, alert (an id)\n\
                  Rows may have reason, note and organization too; several projects, groups, scopes or recipients stand in one \
                  cell with `;` between. Every row is checked before anything is sent; wishes for one person are put together. \
                  A file of results can be handed in again: rows that are done are left out, the others are done.")]
pub(crate) struct Bulk {
    /// The CSV or JSON Lines file; `-` is standard input
    #[arg(short, long, value_name = "FILE")]
    file: PathBuf,
    /// Take somebody who is not a member for removed
    #[arg(long)]
    gone_ok: bool,
}

impl Bulk {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let (name, text) = (name_of(&self.file), text_of(&self.file)?);
        let read = read_wishes(&name, &text)?;
        let rows = session.results.rows(&name, &text)?;
        let wish = ChangeMembers {
            wishes: read.wishes,
            gone_is_done: self.gone_ok,
            organization: read.organization,
            skipped: read.skipped,
        };
        change::run_rows(session, wish, Words::new("Change", "person", "people"), rows).await
    }
}
