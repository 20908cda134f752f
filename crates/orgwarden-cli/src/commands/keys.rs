use clap::Args;
use orgwarden::Result;
use orgwarden::api::model::{AdminApiKey, OwnerProjectAccess};
use orgwarden::ops::ListKeys;
use orgwarden::roster::{Key, Who};
use serde::Serialize;

use crate::exit::Exit;
use crate::output::{Cell, Column, Tone, count};
use crate::session::Session;

/// List keys and their last use: of one project or of all; never a secret
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden keys\n  orgwarden keys --owner ada@example.com\n  orgwarden keys --project Website --admin --format csv\n\n\
                  Keys whose owner has lost access to the project are listed too (access: inactive)."
)]
pub(crate) struct Keys {
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
