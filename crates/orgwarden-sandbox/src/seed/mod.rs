//! What an organization starts with.

mod demo;
mod size;

use orgwarden_api::model::{InviteProject, Timestamp};
use serde_json::{Value, json};

use crate::actor;
use crate::mint::Mint;
use crate::options::Seed;
use crate::store::keys::NewKey;
use crate::store::meta::Home;
use crate::store::users::NewUser;
use crate::store::{Result, Store, keys, projects, users};
use crate::world::Context;

const DAY: i64 = 24 * 3600;

/// The person who has founded the organization and owns the admin key.
const FOUNDER: (&str, &str) = ("Olivia Park", "olivia.park@acme.example");

/// How an organization begins.
pub(crate) enum Beginning {
    /// For the first time.
    New { audit_log: bool },
    /// Anew: its id and its admin key stay.
    Again { home: Home, audit_log: bool },
}

/// Fills an empty database.
pub(crate) fn sow(store: &Store, mint: &mut Mint, seed: Seed, now: Timestamp, how: &Beginning) -> Result<Home> {
    let default_project = mint.id("proj_");
    let home = match how {
        Beginning::New { audit_log } => Home {
            organization: mint.id("org-"),
            default_project,
            admin_key: mint.secret("sk-admin-"),
            audit_log: *audit_log,
        },
        Beginning::Again { home, audit_log } => Home { default_project, audit_log: *audit_log, ..home.clone() },
    };
    home.save(store)?;
    let founded = Timestamp::new(now.seconds() - 400 * DAY);
    projects::insert(store, &home.default_project, "Default project", founded, None, None)?;
    let founder = mint.id("user-");
    let (name, email) = FOUNDER;
    users::insert(store, &NewUser { id: &founder, email, name: Some(name), role: "owner", added_at: founded })?;
    let mut garden = Garden { context: Context { store, mint, home: &home, now, actor: None }, founder };
    garden.admin_key(now.seconds() - 30 * DAY, &home.admin_key)?;
    match seed {
        Seed::Empty => {}
        Seed::Demo => demo::sow(&mut garden)?,
        Seed::Size { members, projects } => {
            store.in_bulk(|| size::sow(&mut garden, members, projects))?;
            users::write_projects(store)?;
        }
    }
    Ok(home)
}

/// Sees to it that the admin key that the sandbox hands out works: it may have been deleted since, or its owner removed.
pub(crate) fn ensure_key(store: &Store, mint: &mut Mint, mut home: Home, now: Timestamp) -> Result<Home> {
    let works = keys::find_secret(store, &home.admin_key)?
        .and_then(|credential| credential.owner)
        .is_some_and(|owner| owner.governs);
    if works {
        return Ok(home);
    }
    let Some(owner) = users::owners(store)?.pop() else { return Ok(home) };
    keys::retire_secret(store, &home.admin_key)?;
    home.admin_key = mint.secret("sk-admin-");
    home.save(store)?;
    let founder = owner.id.as_str().to_owned();
    let mut garden = Garden { context: Context { store, mint, home: &home, now, actor: None }, founder };
    garden.admin_key(now.seconds(), &home.admin_key)?;
    Ok(home)
}

/// An organization while it is being filled.
struct Garden<'a> {
    context: Context<'a>,
    founder: String,
}

impl Garden<'_> {
    fn admin_key(&mut self, created_at: i64, secret: &str) -> Result<()> {
        let id = self.context.mint.id("key_");
        keys::insert(
            self.context.store,
            &NewKey {
                id: &id,
                secret,
                project: None,
                owner_kind: "user",
                owner_id: &self.founder,
                name: "Sandbox",
                scopes: None,
                created_at: Timestamp::new(created_at),
                last_used_at: None,
                expires_at: None,
            },
        )
    }

    fn user(&mut self, name: &str, email: &str, role: &str, added_at: Timestamp) -> Result<String> {
        let id = self.context.mint.id("user-");
        users::insert(self.context.store, &NewUser { id: &id, email, name: Some(name), role, added_at })?;
        Ok(id)
    }

    fn project(&mut self, name: &str, created_at: Timestamp) -> Result<String> {
        let id = self.context.mint.id("proj_");
        projects::insert(self.context.store, &id, name, created_at, None, None)?;
        Ok(id)
    }

    /// Notes in the audit log what the founder did at that time.
    fn note(&mut self, at: Timestamp, kind: &str, details: Value) -> Result<()> {
        let now = std::mem::replace(&mut self.context.now, at);
        self.context.actor = Some(actor::of_person(&self.founder, FOUNDER.1));
        self.context.record(kind, details)?;
        self.context.actor = None;
        self.context.now = now;
        Ok(())
    }

    /// Sends an invitation at that time.
    fn invite(&mut self, at: Timestamp, email: &str, role: &str, projects: &[InviteProject]) -> Result<String> {
        let now = std::mem::replace(&mut self.context.now, at);
        self.context.actor = Some(actor::of_person(&self.founder, FOUNDER.1));
        let id = crate::routes::send_invite(&mut self.context, email, role, projects)?;
        self.context.actor = None;
        self.context.now = now;
        Ok(id)
    }

    /// Notes that a project was created.
    fn note_project(&mut self, at: Timestamp, id: &str, name: &str) -> Result<()> {
        self.note(at, "project.created", json!({"id": id, "data": {"name": name, "title": name}}))
    }
}
