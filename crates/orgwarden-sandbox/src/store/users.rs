//! Members of the organization.

use orgwarden_api::model::{
    Extra, OrganizationRole, Text, Timestamp, User, UserDetails, UserId, UserProject, UserProjects,
};
use rusqlite::Row;

use super::{Place, Result, Store};

macro_rules! columns {
    () => {
        "id, name, email, role, added_at, technical_level, developer_persona,
         (SELECT max(last_used_at) FROM keys WHERE owner_id = users.id AND owner_kind = 'user')"
    };
}

fn read(row: &Row<'_>) -> Result<User> {
    let id: UserId = row.get_ref(0)?.as_str()?.into();
    let (name, email): (Option<Text>, Option<Text>) = (row.get(1)?, row.get(2)?);
    let added_at = Some(Timestamp::new(row.get(4)?));
    let details = UserDetails {
        id: Some(id.clone()),
        email: email.clone(),
        name: name.clone(),
        picture: None,
        enabled: Some(true),
        banned: Some(false),
        banned_at: None,
        extra: Extra::default(),
    };
    Ok(User {
        id,
        name,
        email,
        role: Some(OrganizationRole::from(row.get_ref(3)?.as_str()?)),
        added_at,
        created: added_at,
        is_default: Some(false),
        is_service_account: Some(false),
        is_scim_managed: Some(false),
        is_scale_tier_authorized_purchaser: None,
        api_key_last_used_at: row.get::<_, Option<i64>>(7)?.map(Timestamp::new),
        technical_level: row.get(5)?,
        developer_persona: row.get(6)?,
        user: Some(Box::new(details)),
        projects: None,
        extra: Extra::default(),
    })
}

/// Adds the projects, which single rows do not have.
pub(crate) fn with_projects(store: &Store, mut users: Vec<User>) -> Result<Vec<User>> {
    for user in &mut users {
        let data = store.many(
            "SELECT p.id, p.name, m.role FROM memberships m JOIN projects p ON p.id = m.project_id
             WHERE m.user_id = ?1 ORDER BY m.project_id",
            &[&user.id.as_str()],
            |row| {
                Ok(UserProject {
                    id: Some(row.get_ref(0)?.as_str()?.into()),
                    name: row.get(1)?,
                    role: row.get(2)?,
                    extra: Extra::default(),
                })
            },
        )?;
        user.projects = Some(Box::new(UserProjects { data, extra: Extra::default() }));
    }
    Ok(users)
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

/// The owners after a place, newest first.
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

/// Changes what is `Some`.
pub(crate) fn update(
    store: &Store,
    id: &str,
    role: Option<&str>,
    technical_level: Option<&str>,
    developer_persona: Option<&str>,
) -> Result<()> {
    store.write(
        "UPDATE users SET role = coalesce(?2, role), technical_level = coalesce(?3, technical_level),
                developer_persona = coalesce(?4, developer_persona) WHERE id = ?1",
        &[&id, &role, &technical_level, &developer_persona],
    )?;
    Ok(())
}

/// Removes a member with memberships and keys. Service accounts that the person made live on.
pub(crate) fn delete(store: &Store, id: &str) -> Result<()> {
    store.write("DELETE FROM memberships WHERE user_id = ?1", &[&id])?;
    store.write("DELETE FROM keys WHERE owner_id = ?1 AND owner_kind = 'user'", &[&id])?;
    store.write("DELETE FROM users WHERE id = ?1", &[&id])?;
    Ok(())
}
