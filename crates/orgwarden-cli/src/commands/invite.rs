use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use orgwarden::input::read_people;
use orgwarden::ops::{InviteMembers, Invitee};
use orgwarden::{Error, Result};

use crate::change::{self, Words};
use crate::exit::Exit;
use crate::session::Session;

/// Invite people by e-mail address, one or thousands
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden invite ada@example.com\n  orgwarden invite ada@example.com bob@example.com --role owner\n  \
                  orgwarden invite ada@example.com --project Website:owner --project Data\n  orgwarden invite -f people.csv --dry-run\n  orgwarden invite -f people.csv --results results.csv\n  \
                  jq -c '.[]' hires.json | orgwarden invite -f - --yes\n\n\
                  A file is CSV with a header (email and, if wished, role, projects separated by `;`, organization), or JSON Lines \
                  with the same names; a plain list of addresses does too. Every row is checked before anything is sent. Without \
                  any project the API grants its default project."
)]
pub(crate) struct Invite {
    /// E-mail addresses
    #[arg(value_name = "EMAIL", required_unless_present = "file")]
    emails: Vec<String>,
    /// Read people from a CSV or JSON Lines file; `-` is standard input
    #[arg(short, long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// The role of those who have none of their own: reader (default) or owner
    #[arg(long)]
    role: Option<String>,
    /// A project to join, by name or id, with `:owner` or `:member` behind it if wished; can be repeated
    #[arg(long = "project", value_name = "PROJECT[:ROLE]")]
    projects: Vec<String>,
    /// Join no project, not even the default one
    #[arg(long, conflicts_with = "projects")]
    no_project: bool,
}

impl Invite {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let mut people: Vec<Invitee> =
            self.emails.into_iter().map(|email| Invitee { email, ..Invitee::default() }).collect();
        let (mut organization, mut skipped, mut rows) = (None, 0, None);
        if let Some(file) = &self.file {
            let (name, text) = (name_of(file), text_of(file)?);
            let read = read_people(&name, &text)?;
            people.extend(read.people);
            (organization, skipped) = (read.organization, read.skipped);
            rows = session.results.rows(&name, &text)?;
        }
        let wish = InviteMembers {
            people,
            role: self.role,
            projects: (self.no_project || !self.projects.is_empty()).then_some(self.projects),
            organization,
            skipped,
        };
        change::run_rows(session, wish, Words::new("Invite", "person", "people"), rows).await
    }
}

/// What errors call a file; `-` is standard input.
pub(super) fn name_of(file: &Path) -> String {
    if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() }
}

/// The text of a file; `-` is standard input.
pub(super) fn text_of(file: &Path) -> Result<String> {
    let mut text = String::new();
    let read = if file == Path::new("-") {
        std::io::stdin().lock().read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|mut file| file.read_to_string(&mut text))
    };
    match read {
        Ok(_) => Ok(text),
        Err(error) => Err(Error::invalid(format!("cannot read {}: {error}", file.display()))),
    }
}
