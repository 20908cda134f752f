use clap::{Args, Subcommand};
use orgwarden::api::model::{AdminApiKey, OwnerProjectAccess};
use orgwarden::ops::{DeleteKeys, DeleteServiceAccounts, FreezeKeys, ListKeys};
use orgwarden::roster::{Key, Who};
use orgwarden::{Error, Result, words};
use serde::Serialize;

use crate::change::{self, Words};
use crate::exit::Exit;
use crate::output::{Cell, Column, Tone, count};
use crate::session::Session;

/// List keys and their last use; limit them and delete them; never a secret
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden keys\n  orgwarden keys --owner ada@example.com\n  orgwarden keys --project Website --admin --format csv\n  \
                  orgwarden keys freeze laptop --owner ada@example.com\n  orgwarden keys delete key_abc --project Website\n\n\
                  Keys whose owner has lost access to the project are listed too (access: inactive)."
)]
pub(crate) struct Keys {
    #[command(subcommand)]
    command: Option<KeysCommand>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, Subcommand)]
enum KeysCommand {
    /// List the keys: of one project or of all
    #[command(after_help = "Example:\n  orgwarden keys list --admin")]
    List(List),
    /// Delete keys, for good
    #[command(
        after_help = "Examples:\n  orgwarden keys delete laptop --owner ada@example.com\n  orgwarden keys delete --owner ada@example.com --dry-run\n  orgwarden keys delete key_abc\n\n\
                      Without a key, all keys of the owner in projects are meant. What no key of a project is called is looked for among \
                      the admin keys (`orgwarden keys --admin` lists them); the one in use is held. A key of a service account goes only with the account: \
                      `orgwarden keys delete-account`."
    )]
    Delete(Which),
    /// Limit keys to reading, or to the scopes that are named
    #[command(after_help = "Examples:\n  orgwarden keys freeze laptop --owner ada@example.com\n  \
                      orgwarden keys freeze --owner ada@example.com --expires-in 7d\n  \
                      orgwarden keys freeze key_abc --scope api.model.request\n\n\
                      The API has no switch for a key. A frozen one can still read what its owner may read. To undo it, give \
                      it its scopes back (--scope); the API does not tell which they were. An end (--expires-in) can be moved \
                      as long as it has not come, and never taken away.")]
    Freeze {
        #[command(flatten)]
        which: Which,
        /// A scope that is left; may be given several times. Without it: only reading
        #[arg(long, value_name = "SCOPE")]
        scope: Option<Vec<String>>,
        /// When the key ends at the latest: 36h, 7d, 2w
        #[arg(long, value_name = "TIME", value_parser = life)]
        expires_in: Option<u32>,
    },
    /// Delete service accounts of a project, and all their keys
    #[command(after_help = "Example:\n  orgwarden keys delete-account ci-bot --project Website")]
    DeleteAccount {
        /// Names or ids
        #[arg(required = true)]
        accounts: Vec<String>,
        /// Their project: name or id
        #[arg(long, value_name = "PROJECT")]
        project: String,
    },
}

#[derive(Args, Debug, Default, PartialEq)]
struct List {
    /// Only this project: name or id
    #[arg(long, value_name = "PROJECT")]
    project: Option<String>,
    /// Only keys of this person: e-mail address, name or id
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,
    /// The admin keys too
    #[arg(long)]
    admin: bool,
}

/// Which keys are meant.
#[derive(Args, Debug)]
struct Which {
    /// Names, ids or the visible parts of the secrets
    #[arg(required_unless_present = "owner")]
    keys: Vec<String>,
    /// Whose: e-mail address, name or id
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,
    /// In which project: name or id; unasked, all are looked through
    #[arg(long, value_name = "PROJECT")]
    project: Option<String>,
}

fn life(text: &str) -> Result<u32, String> {
    let life = words::time_span(text).and_then(|span| words::key_life(span.as_secs()));
    life.map_err(|error| format!("{error}. {}", error.hint().unwrap_or_default()))
}

/// A key of either kind.
#[derive(Serialize)]
#[serde(untagged)]
enum AnyKey<'a> {
    Project(&'a Key),
    Admin(&'a AdminApiKey),
}

fn columns<'a>() -> [Column<AnyKey<'a>>; 9] {
    [
        Column::new("name", |key| match key {
            AnyKey::Project(key) => Cell::maybe(key.name.as_deref()),
            AnyKey::Admin(key) => Cell::maybe(key.name.as_deref()),
        }),
        Column::new("project", |key| match key {
            AnyKey::Project(key) => Cell::text(key.project.as_deref().unwrap_or(key.project_id.as_str())),
            AnyKey::Admin(_) => Cell::toned("(admin key)", Tone::Warning),
        }),
        Column::new("owner", |key| match key {
            AnyKey::Project(key) => Cell::maybe(key.owner.as_deref().or(key.owner_id.as_ref().map(AsRef::as_ref))),
            AnyKey::Admin(key) => Cell::maybe(
                key.owner
                    .as_ref()
                    .map(|owner| owner.email.as_deref().or(owner.name.as_deref()).unwrap_or(owner.id.as_str())),
            ),
        }),
        Column::new("access", |key| match key {
            AnyKey::Project(key) => match &key.owner_project_access {
                Some(access @ OwnerProjectAccess::Inactive) => Cell::toned(access.as_str(), Tone::Bad),
                access => Cell::maybe(access.as_ref()),
            },
            AnyKey::Admin(_) => Cell::Empty,
        }),
        Column::new("last used", |key| match key {
            AnyKey::Project(Key { last_used_at, .. }) | AnyKey::Admin(AdminApiKey { last_used_at, .. }) => {
                last_used_at.map_or(Cell::toned("never", Tone::Dim), Cell::Time)
            }
        }),
        Column::extra("created", |key| match key {
            AnyKey::Project(Key { created_at, .. }) | AnyKey::Admin(AdminApiKey { created_at, .. }) => {
                Cell::time(*created_at)
            }
        }),
        Column::extra("ends", |key| match key {
            AnyKey::Project(Key { expires_at, .. }) | AnyKey::Admin(AdminApiKey { expires_at, .. }) => {
                Cell::until(*expires_at)
            }
        }),
        Column::extra("key", |key| match key {
            AnyKey::Project(key) => Cell::id(key.redacted_value.as_deref()),
            AnyKey::Admin(key) => Cell::id(key.redacted_value.as_deref()),
        }),
        Column::extra("id", |key| match key {
            AnyKey::Project(Key { id, .. }) | AnyKey::Admin(AdminApiKey { id, .. }) => Cell::id(Some(id)),
        }),
    ]
}

impl Keys {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        match self.command {
            None => self.list.run(session).await,
            Some(_) if self.list != List::default() => Err(Error::invalid(
                "filters belong behind the command: `orgwarden keys delete laptop --owner ada@example.com`",
            )),
            Some(KeysCommand::List(list)) => list.run(session).await,
            Some(KeysCommand::Delete(Which { keys, owner, project })) => {
                let wish = DeleteKeys { keys, owner: owner.map(Who::from), project, reason: None };
                change::run(session, wish, Words::new("Delete keys of", "owner", "owners")).await
            }
            Some(KeysCommand::Freeze { which: Which { keys, owner, project }, scope, expires_in }) => {
                let owner = owner.map(Who::from);
                let wish =
                    FreezeKeys { keys, owner, project, scopes: scope, expires_in_seconds: expires_in, reason: None };
                change::run(session, wish, Words::new("Limit keys of", "owner", "owners")).await
            }
            Some(KeysCommand::DeleteAccount { accounts, project }) => {
                let wish = DeleteServiceAccounts { accounts, project, reason: None };
                change::run(session, wish, Words::new("Delete", "service account", "service accounts")).await
            }
        }
    }
}

impl List {
    async fn run(self, session: &Session) -> Result<Exit> {
        let operation =
            ListKeys { project: self.project, owner: self.owner.map(Who::from), with_admin_keys: self.admin };
        session
            .answer(operation, |report| {
                let admin = report.value.admin_keys.iter().flatten().map(AnyKey::Admin);
                let rows: Vec<AnyKey<'_>> = report.value.keys.iter().map(AnyKey::Project).chain(admin).collect();
                session.listing(report, &rows, &columns())?;
                session.summary(&count(rows.len(), "key", "keys"), report.requests.total);
                Ok(Exit::Done)
            })
            .await
    }
}
