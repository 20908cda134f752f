//! Service accounts: they belong to a project and own keys.

use orgwarden_api::model::{Extra, ServiceAccount, ServiceAccountRole, Timestamp};
use rusqlite::Row;

use super::keys::read_place;
use super::{Place, Result, Store, Window, documents};

fn read(row: &Row<'_>) -> Result<ServiceAccount> {
    Ok(ServiceAccount {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        role: Some(ServiceAccountRole::from(row.get_ref(2)?.as_str()?)),
        created_at: Some(Timestamp::new(row.get(3)?)),
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, project: &str, id: &str) -> Result<Option<ServiceAccount>> {
    store.one(
        "SELECT id, name, role, created_at FROM service_accounts WHERE project_id = ?1 AND id = ?2",
        &[&project, &id],
        read,
    )
}

/// The service accounts of a window, and one more than its limit if there is more.
pub(crate) fn list(store: &Store, project: &str, window: &Window) -> Result<Vec<ServiceAccount>> {
    let select = "SELECT id, name, role, created_at FROM service_accounts WHERE project_id = ?1";
    store.window(select, ["created_at", "id"], &[&project], window, read)
}

/// Where a service account stands in the list of its project.
pub(crate) fn place(store: &Store, project: &str, id: &str) -> Result<Option<Place>> {
    store.one(
        "SELECT created_at, id FROM service_accounts WHERE project_id = ?1 AND id = ?2",
        &[&project, &id],
        read_place,
    )
}

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

/// Changes what is `Some`.
pub(crate) fn update(store: &Store, id: &str, name: Option<&str>, role: Option<&str>) -> Result<()> {
    store.write(
        "UPDATE service_accounts SET name = coalesce(?2, name), role = coalesce(?3, role) WHERE id = ?1",
        &[&id, &name, &role],
    )?;
    Ok(())
}

/// Removes a service account with its keys, and the rules that let workloads act as it.
pub(crate) fn delete(store: &Store, id: &str) -> Result<()> {
    store.write("DELETE FROM keys WHERE owner_id = ?1 AND owner_kind = 'service_account'", &[&id])?;
    store.write("DELETE FROM service_accounts WHERE id = ?1", &[&id])?;
    documents::delete_naming(store, "$.service_account_id", id)
}
