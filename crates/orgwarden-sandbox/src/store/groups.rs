//! Groups of members.

use orgwarden_api::model::{Extra, Group, GroupType, Timestamp};
use rusqlite::Row;

use super::{Place, Result, Store, Window};

macro_rules! groups {
    ($rest:literal) => {
        concat!("SELECT id, name, created_at, is_scim_managed FROM groups WHERE ", $rest)
    };
}

fn read(row: &Row<'_>) -> Result<Group> {
    Ok(Group {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        created_at: Some(Timestamp::new(row.get(2)?)),
        is_scim_managed: Some(row.get(3)?),
        group_type: Some(GroupType::Group),
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, id: &str) -> Result<Option<Group>> {
    store.one(groups!("id = ?1"), &[&id], read)
}

pub(crate) fn find_by_name(store: &Store, name: &str) -> Result<Option<Group>> {
    store.one(groups!("name = ?1"), &[&name], read)
}

pub(crate) fn place(store: &Store, id: &str) -> Result<Option<Place>> {
    store.one("SELECT created_at, id FROM groups WHERE id = ?1", &[&id], |row| {
        Ok(Place { time: row.get(0)?, id: row.get(1)? })
    })
}

pub(crate) fn list(store: &Store, window: &Window) -> Result<Vec<Group>> {
    store.window(groups!("true"), ["created_at", "id"], &[], window, read)
}

pub(crate) fn insert(store: &Store, id: &str, name: &str, created_at: Timestamp, is_scim_managed: bool) -> Result<()> {
    store.write(
        "INSERT INTO groups (id, name, created_at, is_scim_managed) VALUES (?1, ?2, ?3, ?4)",
        &[&id, &name, &created_at.seconds(), &is_scim_managed],
    )?;
    Ok(())
}

pub(crate) fn rename(store: &Store, id: &str, name: &str) -> Result<()> {
    store.write("UPDATE groups SET name = ?2 WHERE id = ?1", &[&id, &name])?;
    Ok(())
}

/// Deletes a group; its members, its projects and its roles go along.
pub(crate) fn delete(store: &Store, id: &str) -> Result<()> {
    store.write("DELETE FROM group_users WHERE group_id = ?1", &[&id])?;
    store.write("DELETE FROM project_groups WHERE group_id = ?1", &[&id])?;
    store.write("DELETE FROM role_assignments WHERE holder_id = ?1", &[&id])?;
    store.write("DELETE FROM groups WHERE id = ?1", &[&id])?;
    Ok(())
}
