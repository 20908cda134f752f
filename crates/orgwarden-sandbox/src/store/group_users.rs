//! Who is in a group.

use orgwarden_api::model::{Extra, GroupUser, Timestamp};
use rusqlite::Row;

use super::{Place, Result, Store, Window};

macro_rules! group_users {
    ($rest:literal) => {
        // The API has no members without a name there.
        concat!(
            "SELECT u.id, coalesce(u.name, ''), u.email FROM group_users g JOIN users u ON u.id = g.user_id
             WHERE g.group_id = ?1 ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<GroupUser> {
    Ok(GroupUser {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        email: row.get(2)?,
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, group: &str, user: &str) -> Result<Option<GroupUser>> {
    store.one(group_users!("AND g.user_id = ?2"), &[&group, &user], read)
}

pub(crate) fn place(store: &Store, group: &str, user: &str) -> Result<Option<Place>> {
    store.one(
        "SELECT added_at, user_id FROM group_users WHERE group_id = ?1 AND user_id = ?2",
        &[&group, &user],
        |row| Ok(Place { time: row.get(0)?, id: row.get(1)? }),
    )
}

pub(crate) fn list(store: &Store, group: &str, window: &Window) -> Result<Vec<GroupUser>> {
    store.window(group_users!(""), ["g.added_at", "g.user_id"], &[&group], window, read)
}

/// Adds somebody who may be in it already.
pub(crate) fn put(store: &Store, group: &str, user: &str, now: Timestamp) -> Result<()> {
    store.write(
        "INSERT OR IGNORE INTO group_users (group_id, user_id, added_at) VALUES (?1, ?2, ?3)",
        &[&group, &user, &now.seconds()],
    )?;
    Ok(())
}

/// Removes somebody; answers whether there was somebody to remove.
pub(crate) fn delete(store: &Store, group: &str, user: &str) -> Result<bool> {
    let sql = "DELETE FROM group_users WHERE group_id = ?1 AND user_id = ?2";
    Ok(store.write(sql, &[&group, &user])? > 0)
}

/// Removes everybody.
pub(crate) fn empty(store: &Store, group: &str) -> Result<()> {
    store.write("DELETE FROM group_users WHERE group_id = ?1", &[&group])?;
    Ok(())
}
