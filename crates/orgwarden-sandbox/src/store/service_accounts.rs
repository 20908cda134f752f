//! Service accounts: they own keys.

use orgwarden_api::model::Timestamp;

use super::{Result, Store};

pub(crate) fn insert(
    store: &Store,
    id: &str,
    project: &str,
    name: &str,
    role: &str,
    created_at: Timestamp,
) -> Result<()> {
    store.write(
        "INSERT INTO service_accounts (id, project_id, name, role, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        &[&id, &project, &name, &role, &created_at.seconds()],
    )?;
    Ok(())
}

/// Whether a project has this service account.
pub(crate) fn is_in(store: &Store, id: &str, project: &str) -> Result<bool> {
    let count =
        store.number("SELECT count(*) FROM service_accounts WHERE id = ?1 AND project_id = ?2", &[&id, &project])?;
    Ok(count > 0)
}
