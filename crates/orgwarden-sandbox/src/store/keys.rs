//! Keys of every class. Of a secret only the hash and the redacted form are kept.

use orgwarden_api::model::Timestamp;
use rusqlite::Row;

use super::project_groups::has_access_by_group;
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
    /// Whether it is an owner of the organization itself, not through a group.
    pub(crate) governs: bool,
    /// Whether it has access to the key's project.
    pub(crate) has_access: bool,
}

/// Finds the key with this secret.
pub(crate) fn find_secret(store: &Store, secret: &str) -> Result<Option<Credential>> {
    store.one(
        concat!(
            "SELECT k.id, k.project_id, k.scopes, k.expires_at, k.last_used_at, u.id, u.email, u.role,
                    m.user_id IS NOT NULL OR (k.project_id IS NOT NULL AND ",
            has_access_by_group!("k.project_id", "u.id"),
            "), s.id, s.role
             FROM keys k
             LEFT JOIN users u ON k.owner_kind = 'user' AND u.id = k.owner_id
             LEFT JOIN memberships m ON m.project_id = k.project_id AND m.user_id = u.id
             LEFT JOIN service_accounts s ON k.owner_kind = 'service_account' AND s.id = k.owner_id
             WHERE k.secret_hash = ?1"
        ),
        &[&mint::hash(secret)],
        |row| {
            let (user, account): (Option<String>, Option<String>) = (row.get(5)?, row.get(9)?);
            let governs = row.get::<_, Option<String>>(7)?.as_deref() == Some("owner");
            let is_member: bool = row.get(8)?;
            let email: Option<String> = row.get(6)?;
            let owner = match (user, account) {
                (Some(id), _) => Some(Owner { id, email, governs, has_access: governs || is_member }),
                (None, Some(id)) => {
                    let has_access = row.get_ref(10)?.as_str()? != "none";
                    Some(Owner { id, email: None, governs: false, has_access })
                }
                (None, None) => None,
            };
            let scopes: Option<String> = row.get(2)?;
            Ok(Credential {
                id: row.get(0)?,
                project: row.get(1)?,
                owner,
                scopes: scopes.map(|list| serde_json::from_str(&list).unwrap_or_default()),
                expires_at: row.get::<_, Option<i64>>(3)?.map(Timestamp::new),
                last_used_at: row.get::<_, Option<i64>>(4)?.map(Timestamp::new),
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

/// What a key may do: a JSON list of scopes, or everything that its owner may do.
pub(crate) fn scopes(store: &Store, id: &str) -> Result<Option<String>> {
    Ok(store.one("SELECT scopes FROM keys WHERE id = ?1", &[&id], |row| row.get(0))?.flatten())
}

/// Sets what a key may do: a JSON list of scopes, or everything that its owner may do.
pub(crate) fn restrict(store: &Store, id: &str, scopes: Option<&str>) -> Result<()> {
    store.write("UPDATE keys SET scopes = ?2 WHERE id = ?1", &[&id, &scopes])?;
    Ok(())
}

/// Sets when a key expires.
pub(crate) fn expire(store: &Store, id: &str, expires_at: Timestamp) -> Result<()> {
    store.write("UPDATE keys SET expires_at = ?2 WHERE id = ?1", &[&id, &expires_at.seconds()])?;
    Ok(())
}

/// Whether somebody has a key of this name that has not expired.
pub(crate) fn is_named(store: &Store, owner: &str, name: &str, now: Timestamp) -> Result<bool> {
    let count = store.number(
        "SELECT count(*) FROM keys WHERE owner_id = ?1 AND name = ?2 AND (expires_at IS NULL OR expires_at > ?3)",
        &[&owner, &name, &now.seconds()],
    )?;
    Ok(count > 0)
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

pub(super) fn read_place(row: &Row<'_>) -> Result<Place> {
    Ok(Place { time: row.get(0)?, id: row.get(1)? })
}
