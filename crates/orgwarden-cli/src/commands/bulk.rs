use std::path::PathBuf;

use clap::Args;
use orgwarden::Result;
use orgwarden::input::read_wishes;
use orgwarden::ops::ChangeMembers;

use super::invite::{name_of, text_of};
use crate::change::{self, Words};
use crate::exit::Exit;
use crate::session::Session;

/// Do many different things at once, from a file: invite, change roles, projects and groups, remove
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden change -f people.csv --dry-run\n  jq -c '.[]' changes.json | orgwarden change -f - --yes\n\n\
                  A file is CSV with a header, or JSON Lines with the same names: email (or who: a name or an id), and if wished \
                  action, role, projects, group (several with `;` between), reason, note, organization. The action is invite (if \
                  none is said), resend, cancel, role, add and take (to and from projects), group-add, group-take, or remove. \
                  Every row is checked before anything is sent; wishes for one person are put together."
)]
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
        let read = read_wishes(&name_of(&self.file), &text_of(&self.file)?)?;
        let wish = ChangeMembers { wishes: read.wishes, gone_is_done: self.gone_ok, organization: read.organization };
        change::run(session, wish, Words::new("Change", "person", "people")).await
    }
}
