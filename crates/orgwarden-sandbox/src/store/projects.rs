//! Projects.

use orgwarden_api::model::{Extra, Project, ProjectStatus, Timestamp};
use rusqlite::Row;

use super::{Place, Result, Store, documents};
use crate::body::NewText;

macro_rules! columns {
    () => {
        "id, name, created_at, archived_at, residency, external_key_id"
    };
}

fn read(row: &Row<'_>) -> Result<Project> {
    let archived_at = row.get::<_, Option<i64>>(3)?.map(Timestamp::new);
    Ok(Project {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        created_at: Some(Timestamp::new(row.get(2)?)),
        archived_at,
        status: Some(if archived_at.is_some() { ProjectStatus::Archived } else { ProjectStatus::Active }),
        external_key_id: row.get(5)?,
        residency: row.get(4)?,
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, id: &str) -> Result<Option<Project>> {
    store.one(concat!("SELECT ", columns!(), " FROM projects WHERE id = ?1"), &[&id], read)
}

pub(crate) fn place(store: &Store, id: &str) -> Result<Option<Place>> {
    store.one("SELECT created_at, id FROM projects WHERE id = ?1", &[&id], |row| {
        Ok(Place { time: row.get(0)?, id: row.get(1)? })
    })
}

/// The projects after a place, newest first.
pub(crate) fn list(store: &Store, after: &Place, limit: u32, archived_too: bool) -> Result<Vec<Project>> {
    store.many(
        concat!(
            "SELECT ",
            columns!(),
            " FROM projects WHERE (created_at, id) < (?1, ?2) AND (?4 OR archived_at IS NULL)
             ORDER BY created_at DESC, id DESC LIMIT ?3"
        ),
        &[&after.time, &after.id, &limit, &archived_too],
        read,
    )
}

pub(crate) fn insert(
    store: &Store,
    id: &str,
    name: &str,
    created_at: Timestamp,
    residency: Option<&str>,
    external_key_id: Option<&str>,
) -> Result<()> {
    store.write(
        "INSERT INTO projects (id, name, created_at, residency, external_key_id) VALUES (?1, ?2, ?3, ?4, ?5)",
        &[&id, &name, &created_at.seconds(), &residency, &external_key_id],
    )?;
    Ok(())
}

/// Changes what is said.
pub(crate) fn update(store: &Store, id: &str, name: Option<&str>, external_key_id: NewText<'_>) -> Result<()> {
    store.write(
        "UPDATE projects SET name = coalesce(?2, name), external_key_id = iif(?3, ?4, external_key_id) WHERE id = ?1",
        &[&id, &name, &external_key_id.is_said, &external_key_id.text],
    )?;
    Ok(())
}

/// The projects that an external key encrypts.
pub(crate) fn encrypted_by(store: &Store, key: &str) -> Result<Vec<String>> {
    store.many("SELECT id FROM projects WHERE external_key_id = ?1 ORDER BY created_at, id", &[&key], |row| row.get(0))
}

/// Takes a project out of the archive, which the API cannot do.
pub(crate) fn reopen(store: &Store, id: &str) -> Result<()> {
    store.write("UPDATE projects SET archived_at = NULL WHERE id = ?1", &[&id])?;
    Ok(())
}

/// Archives a project: its keys, members, groups, roles and service accounts go.
pub(crate) fn archive(store: &Store, id: &str, now: Timestamp) -> Result<()> {
    store.write("UPDATE projects SET archived_at = ?2 WHERE id = ?1", &[&id, &now.seconds()])?;
    store.write("DELETE FROM keys WHERE project_id = ?1", &[&id])?;
    store.write("DELETE FROM memberships WHERE project_id = ?1", &[&id])?;
    store.write("DELETE FROM service_accounts WHERE project_id = ?1", &[&id])?;
    store.write("DELETE FROM project_groups WHERE project_id = ?1", &[&id])?;
    store.write("DELETE FROM roles WHERE resource_id = ?1", &[&id])?;
    store.write("DELETE FROM role_assignments WHERE resource_id = ?1", &[&id])?;
    // External storage and the rules of workload identity.
    documents::delete_naming(store, "$.project_id", id)
}
