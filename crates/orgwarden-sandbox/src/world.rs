//! The organization and what is done to it.

use std::time::Instant;

use orgwarden_api::model::{Actor, AuditLog, AuditLogId, AuditProject, EventType, Extra, Timestamp};
use serde_json::Value;

use crate::mint::Mint;
use crate::store::meta::{self, Home};
use crate::store::{Replicas, Result, Store, audit_logs, projects};

/// The whole state.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) mint: Mint,
    pub(crate) home: Home,
    pub(crate) replicas: Replicas,
}

/// What an operation works with.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    pub(crate) store: &'a Store,
    pub(crate) mint: &'a mut Mint,
    pub(crate) home: &'a Home,
    pub(crate) now: Timestamp,
    /// Who does it, for the audit log.
    pub(crate) actor: Option<Actor>,
}

impl World {
    /// Does all of an operation or none of it.
    pub(crate) fn act<T, E: From<rusqlite::Error>>(
        &mut self,
        now: Timestamp,
        actor: Option<Actor>,
        work: impl FnOnce(&mut Context<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let Self { store, mint, home, replicas } = self;
        let mut context = Context { store, mint, home, now, actor };
        let outcome = store.transaction(|| {
            meta::set_moment(store, now)?;
            work(&mut context)
        });
        match &outcome {
            Ok(_) => replicas.follow(store, Instant::now()),
            Err(_) => Replicas::forget(store),
        }
        outcome
    }
}

impl Context<'_> {
    /// Writes an event to the audit log, if it is switched on. Its details stand under the name of its type.
    pub(crate) fn record(&mut self, kind: &str, details: Value) -> Result<()> {
        if !self.home.audit_log {
            return Ok(());
        }
        let mut extra = Extra::default();
        extra.insert(kind, details);
        // Actions with an admin key are logged under the default project, whatever they are about.
        let by_key = self.actor.as_ref().is_some_and(|actor| actor.api_key.is_some());
        let project = match projects::find(self.store, &self.home.default_project)? {
            Some(project) if by_key => {
                Some(AuditProject { id: Some(project.id), name: project.name, extra: Extra::default() })
            }
            _ => None,
        };
        let event = AuditLog {
            id: AuditLogId::from(self.mint.id("audit_log-")),
            kind: EventType::from(kind),
            effective_at: self.now,
            project,
            actor: self.actor.clone(),
            extra,
        };
        audit_logs::insert(self.store, &event)
    }
}
