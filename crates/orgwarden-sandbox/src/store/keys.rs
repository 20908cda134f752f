//! Keys of every class. Of a secret only the hash and the redacted form are kept.

use orgwarden_api::model::{
    AdminApiKey, Extra, KeyOwner, OwnerKind, OwnerProjectAccess, Principal, ProjectApiKey, Timestamp,
};
use rusqlite::Row;

use super::{Place, Result, Store};
use crate::mint;

/// What a request's key is, as far as letting it in needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Credential {
    pub(crate) id: String,
    /// `None`: an admin key.
    pub(crate) project: Option<String>,
    pub(crate) owner: Option<Owner>,
    /// `None`: everything that the owner may do.
    pub(crate) scopes: Option<Vec<String>>,
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) last_used_at: Option<Timestamp>,
}

/// Who owns a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) id: String,
    /// `None`: a service account.
    pub(crate) email: Option<String>,
    /// Whether it is an owner of the organization.
    pub(crate) is_owner: bool,
    /// Whether it has access to the key's project.
    pub(crate) has_access: bool,
}

/// Finds the key with this secret.
pub(crate) fn find_secret(store: &Store, secret: &str) -> Result<Option<Credential>> {
    store.one(
        "SELECT k.id, k.project_id, k.scopes, k.expires_at, k.last_used_at, u.id, u.email, u.role, m.role, s.id
         FROM keys k
         LEFT JOIN users u ON k.owner_kind = 'user' AND u.id = k.owner_id
         LEFT JOIN memberships m ON m.project_id = k.project_id AND m.user_id = u.id
         LEFT JOIN service_accounts s ON k.owner_kind = 'service_account' AND s.id = k.owner_id
         WHERE k.secret_hash = ?1",
        &[&mint::hash(secret)],
        |row| {
            let (user, account): (Option<String>, Option<String>) = (row.get(5)?, row.get(9)?);
            let is_owner = row.get::<_, Option<String>>(7)?.as_deref() == Some("owner");
            let is_member = row.get::<_, Option<String>>(8)?.is_some();
            let email: Option<String> = row.get(6)?;
            let owner = match (user, account) {
                (Some(id), _) => Some(Owner { id, email, is_owner, has_access: is_owner || is_member }),
                (None, Some(id)) => Some(Owner { id, email: None, is_owner: false, has_access: true }),
                (None, None) => None,
            };
            let scopes: Option<String> = row.get(2)?;
            Ok(Credential {
                id: row.get(0)?,
                project: row.get(1)?,
                owner,
                scopes: scopes.map(|list| serde_json::from_str(&list).unwrap_or_default()),
                expires_at: row.get::<_, Option<i64>>(3)?.map(Timestamp),
                last_used_at: row.get::<_, Option<i64>>(4)?.map(Timestamp),
            })
        },
    )
}

pub(crate) fn touch(store: &Store, id: &str, now: Timestamp) -> Result<()> {
    store.write("UPDATE keys SET last_used_at = ?2 WHERE id = ?1", &[&id, &now.seconds()])?;
    Ok(())
}

/// A new key. Without a project it is an admin key.
pub(crate) struct NewKey<'a> {
    pub(crate) id: &'a str,
    pub(crate) secret: &'a str,
    pub(crate) project: Option<&'a str>,
    pub(crate) owner_kind: &'a str,
    pub(crate) owner_id: &'a str,
    pub(crate) name: &'a str,
    /// A JSON list.
    pub(crate) scopes: Option<&'a str>,
    pub(crate) created_at: Timestamp,
    pub(crate) last_used_at: Option<Timestamp>,
    pub(crate) expires_at: Option<Timestamp>,
}

pub(crate) fn insert(store: &Store, key: &NewKey<'_>) -> Result<()> {
    store.write(
        "INSERT INTO keys (id, secret_hash, redacted, project_id, owner_kind, owner_id, name, scopes, created_at,
                           last_used_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        &[
            &key.id,
            &mint::hash(key.secret),
            &mint::redact(key.secret),
            &key.project,
            &key.owner_kind,
            &key.owner_id,
            &key.name,
            &key.scopes,
            &key.created_at.seconds(),
            &key.last_used_at.map(Timestamp::seconds),
            &key.expires_at.map(Timestamp::seconds),
        ],
    )?;
    Ok(())
}

pub(crate) fn delete(store: &Store, id: &str) -> Result<()> {
    store.write("DELETE FROM keys WHERE id = ?1", &[&id])?;
    Ok(())
}

/// Forgets the key with this secret, if there still is one.
pub(crate) fn retire_secret(store: &Store, secret: &str) -> Result<()> {
    store.write("DELETE FROM keys WHERE secret_hash = ?1", &[&mint::hash(secret)])?;
    Ok(())
}

/// Where a key stands in its list; `project` is `None` for admin keys.
pub(crate) fn place(store: &Store, project: Option<&str>, id: &str) -> Result<Option<Place>> {
    store.one("SELECT created_at, id FROM keys WHERE id = ?1 AND project_id IS ?2", &[&id, &project], |row| {
        Ok(Place { time: row.get(0)?, id: row.get(1)? })
    })
}

macro_rules! project_keys {
    ($rest:literal) => {
        concat!(
            "SELECT k.id, k.name, k.redacted, k.created_at, k.last_used_at, k.expires_at, k.owner_kind, k.owner_id,
                    coalesce(u.name, s.name), u.email, coalesce(u.added_at, s.created_at),
                    CASE WHEN u.role = 'owner' THEN 'owner' ELSE coalesce(s.role, m.role, 'member') END,
                    s.id IS NOT NULL OR m.user_id IS NOT NULL OR coalesce(u.role, '') = 'owner' AS active
             FROM keys k
             LEFT JOIN users u ON k.owner_kind = 'user' AND u.id = k.owner_id
             LEFT JOIN memberships m ON m.project_id = k.project_id AND m.user_id = k.owner_id
             LEFT JOIN service_accounts s ON k.owner_kind = 'service_account' AND s.id = k.owner_id ",
            $rest
        )
    };
}

fn read_project_key(row: &Row<'_>) -> Result<ProjectApiKey> {
    let kind = OwnerKind::from(row.get_ref(6)?.as_str()?);
    let principal = Principal {
        id: row.get_ref(7)?.as_str()?.into(),
        kind: None,
        name: row.get(8)?,
        email: row.get(9)?,
        role: row.get(11)?,
        created_at: row.get::<_, Option<i64>>(10)?.map(Timestamp),
        extra: Extra::default(),
    };
    let (user, service_account) = match kind {
        OwnerKind::ServiceAccount => (None, Some(principal)),
        _ => (Some(principal), None),
    };
    let access = if row.get(12)? { OwnerProjectAccess::Active } else { OwnerProjectAccess::Inactive };
    Ok(ProjectApiKey {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        redacted_value: row.get(2)?,
        created_at: Some(Timestamp(row.get(3)?)),
        last_used_at: row.get::<_, Option<i64>>(4)?.map(Timestamp),
        owner_project_access: Some(access),
        expires_at: row.get::<_, Option<i64>>(5)?.map(Timestamp),
        owner: Some(KeyOwner { kind: Some(kind), user, service_account, extra: Extra::default() }),
        extra: Extra::default(),
    })
}

pub(crate) fn find_in_project(store: &Store, project: &str, id: &str) -> Result<Option<ProjectApiKey>> {
    store.one(project_keys!("WHERE k.project_id = ?1 AND k.id = ?2"), &[&project, &id], read_project_key)
}

/// Which keys of a project to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visible {
    /// Keys of people who were added to the project and of service accounts: what the API shows unasked. Keys of owners
    /// of the organization are hidden although they work.
    Direct,
    /// Keys whose owner has access.
    Active,
    /// Keys whose owner has lost access.
    Inactive,
    /// All.
    Any,
}

/// The keys of a project after a place, newest first.
pub(crate) fn list_in_project(
    store: &Store,
    project: &str,
    visible: Visible,
    after: &Place,
    limit: u32,
) -> Result<Vec<ProjectApiKey>> {
    let sql = match visible {
        Visible::Any => project_keys!(
            "WHERE k.project_id = ?1 AND (k.created_at, k.id) < (?2, ?3)
             ORDER BY k.created_at DESC, k.id DESC LIMIT ?4"
        ),
        Visible::Active => project_keys!(
            "WHERE k.project_id = ?1 AND (k.created_at, k.id) < (?2, ?3) AND active
             ORDER BY k.created_at DESC, k.id DESC LIMIT ?4"
        ),
        Visible::Inactive => project_keys!(
            "WHERE k.project_id = ?1 AND (k.created_at, k.id) < (?2, ?3) AND NOT active
             ORDER BY k.created_at DESC, k.id DESC LIMIT ?4"
        ),
        Visible::Direct => project_keys!(
            "WHERE k.project_id = ?1 AND (k.created_at, k.id) < (?2, ?3)
                   AND (s.id IS NOT NULL OR m.user_id IS NOT NULL)
             ORDER BY k.created_at DESC, k.id DESC LIMIT ?4"
        ),
    };
    store.many(sql, &[&project, &after.time, &after.id, &limit], read_project_key)
}

macro_rules! admin_keys {
    ($rest:literal) => {
        concat!(
            "SELECT k.id, k.name, k.redacted, k.created_at, k.last_used_at, k.expires_at, k.owner_id, u.name,
                    u.added_at, u.role
             FROM keys k LEFT JOIN users u ON u.id = k.owner_id WHERE k.project_id IS NULL ",
            $rest
        )
    };
}

fn read_admin_key(row: &Row<'_>) -> Result<AdminApiKey> {
    let mut extra = Extra::default();
    extra.insert("object", "organization.user".into());
    let owner = Principal {
        id: row.get_ref(6)?.as_str()?.into(),
        kind: Some("user".into()),
        name: row.get(7)?,
        email: None,
        role: row.get(9)?,
        created_at: row.get::<_, Option<i64>>(8)?.map(Timestamp),
        extra,
    };
    Ok(AdminApiKey {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        redacted_value: row.get(2)?,
        created_at: Some(Timestamp(row.get(3)?)),
        expires_at: row.get::<_, Option<i64>>(5)?.map(Timestamp),
        last_used_at: row.get::<_, Option<i64>>(4)?.map(Timestamp),
        owner: Some(owner),
        extra: Extra::default(),
    })
}

pub(crate) fn find_admin(store: &Store, id: &str) -> Result<Option<AdminApiKey>> {
    store.one(admin_keys!("AND k.id = ?1"), &[&id], read_admin_key)
}

/// The admin keys after a place: the oldest first, or the newest.
pub(crate) fn list_admin(store: &Store, after: &Place, newest_first: bool, limit: u32) -> Result<Vec<AdminApiKey>> {
    let sql = if newest_first {
        admin_keys!("AND (k.created_at, k.id) < (?1, ?2) ORDER BY k.created_at DESC, k.id DESC LIMIT ?3")
    } else {
        admin_keys!("AND (k.created_at, k.id) > (?1, ?2) ORDER BY k.created_at ASC, k.id ASC LIMIT ?3")
    };
    store.many(sql, &[&after.time, &after.id, &limit], read_admin_key)
}
