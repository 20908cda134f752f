//! Members of the organization, as far as decisions need them. [`super::full_users`] has what answers show.

use orgwarden_api::model::{Extra, OrganizationRole, Timestamp, User};
use rusqlite::Row;

use super::{Place, Result, Store};
use crate::body::NewText;

macro_rules! columns {
    () => {
        "id, name, email, role, added_at, is_scim_managed"
    };
}

fn read(row: &Row<'_>) -> Result<User> {
    Ok(User {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        email: row.get(2)?,
        role: Some(OrganizationRole::from(row.get_ref(3)?.as_str()?)),
        added_at: Some(Timestamp::new(row.get(4)?)),
        created: None,
        is_default: None,
        is_service_account: None,
        is_scim_managed: Some(row.get(5)?),
        is_scale_tier_authorized_purchaser: None,
        api_key_last_used_at: None,
        technical_level: None,
        developer_persona: None,
        user: None,
        projects: None,
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, id: &str) -> Result<Option<User>> {
    store.one(concat!("SELECT ", columns!(), " FROM users WHERE id = ?1"), &[&id], read)
}

/// `key` is the address in lower case.
pub(crate) fn find_by_email(store: &Store, key: &str) -> Result<Option<User>> {
    store.one(concat!("SELECT ", columns!(), " FROM users WHERE email_key = ?1"), &[&key], read)
}

pub(crate) fn place(store: &Store, id: &str) -> Result<Option<Place>> {
    store.one("SELECT added_at, id FROM users WHERE id = ?1", &[&id], |row| {
        Ok(Place { time: row.get(0)?, id: row.get(1)? })
    })
}

/// The members after a place, newest first.
pub(crate) fn list(store: &Store, after: &Place, limit: u32) -> Result<Vec<User>> {
    store.many(
        concat!(
            "SELECT ",
            columns!(),
            " FROM users WHERE (added_at, id) < (?1, ?2) ORDER BY added_at DESC, id DESC LIMIT ?3"
        ),
        &[&after.time, &after.id, &limit],
        read,
    )
}

/// The owners, newest first.
pub(crate) fn owners(store: &Store) -> Result<Vec<User>> {
    store.many(
        concat!("SELECT ", columns!(), " FROM users WHERE role = 'owner' ORDER BY added_at DESC, id DESC"),
        &[],
        read,
    )
}

pub(crate) fn count_owners(store: &Store) -> Result<i64> {
    store.number("SELECT count(*) FROM users WHERE role = 'owner'", &[])
}

/// A new member. `key` is the address in lower case.
pub(crate) struct NewUser<'a> {
    pub(crate) id: &'a str,
    pub(crate) email: &'a str,
    pub(crate) name: Option<&'a str>,
    pub(crate) role: &'a str,
    pub(crate) added_at: Timestamp,
}

pub(crate) fn insert(store: &Store, user: &NewUser<'_>) -> Result<()> {
    store.write(
        "INSERT INTO users (id, email, email_key, name, role, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[&user.id, &user.email, &user.email.to_lowercase(), &user.name, &user.role, &user.added_at.seconds()],
    )?;
    Ok(())
}

/// Writes the texts of everybody's projects, after memberships were made in bulk.
pub(crate) fn write_projects(store: &Store) -> Result<()> {
    store.write("UPDATE users SET projects = ''", &[])?;
    Ok(())
}

/// Changes what is said; answers whether that changes anything.
pub(crate) fn update(
    store: &Store,
    id: &str,
    technical_level: NewText<'_>,
    developer_persona: NewText<'_>,
) -> Result<bool> {
    let changed = store.write(
        "UPDATE users SET technical_level = iif(?2, ?3, technical_level),
                developer_persona = iif(?4, ?5, developer_persona)
          WHERE id = ?1 AND (iif(?2, ?3, technical_level) IS NOT technical_level
                             OR iif(?4, ?5, developer_persona) IS NOT developer_persona)",
        &[&id, &technical_level.is_said, &technical_level.text, &developer_persona.is_said, &developer_persona.text],
    )?;
    Ok(changed > 0)
}

pub(crate) fn set_role(store: &Store, id: &str, role: &str) -> Result<()> {
    store.write("UPDATE users SET role = ?2 WHERE id = ?1", &[&id, &role])?;
    Ok(())
}

/// Says whether an identity provider manages a member.
pub(crate) fn set_scim_managed(store: &Store, id: &str, is_scim_managed: bool) -> Result<()> {
    store.write("UPDATE users SET is_scim_managed = ?2 WHERE id = ?1", &[&id, &is_scim_managed])?;
    Ok(())
}

/// Removes a member with memberships, roles and keys, or without the keys. Service accounts that the person made live on.
pub(crate) fn delete(store: &Store, id: &str, keys_outlive: bool) -> Result<()> {
    store.write("DELETE FROM memberships WHERE user_id = ?1", &[&id])?;
    store.write("DELETE FROM group_users WHERE user_id = ?1", &[&id])?;
    store.write("DELETE FROM role_assignments WHERE holder_id = ?1", &[&id])?;
    if !keys_outlive {
        store.write("DELETE FROM keys WHERE owner_id = ?1 AND owner_kind = 'user'", &[&id])?;
    }
    store.write("DELETE FROM users WHERE id = ?1", &[&id])?;
    Ok(())
}
