//! Keys of projects, as their lists show them.

use orgwarden_api::model::{Extra, KeyOwner, OwnerKind, OwnerProjectAccess, Principal, ProjectApiKey, Timestamp};
use rusqlite::Row;

use super::keys::read_place;
use super::{Place, Result, Store};

macro_rules! project_keys {
    ($rest:literal) => {
        concat!(
            "SELECT k.id, k.name, k.redacted, k.created_at, k.last_used_at, k.expires_at, k.owner_kind, k.owner_id,
                    coalesce(u.name, s.name), u.email, coalesce(u.added_at, s.created_at),
                    CASE WHEN u.role = 'owner' THEN 'owner' ELSE coalesce(s.role, m.role, 'member') END,
                    EXISTS (SELECT 1 FROM working_keys w WHERE w.id = k.id) AS active
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
        created_at: row.get::<_, Option<i64>>(10)?.map(Timestamp::new),
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
        created_at: Some(Timestamp::new(row.get(3)?)),
        last_used_at: row.get::<_, Option<i64>>(4)?.map(Timestamp::new),
        owner_project_access: Some(access),
        expires_at: row.get::<_, Option<i64>>(5)?.map(Timestamp::new),
        owner: Some(KeyOwner { kind: Some(kind), user, service_account, extra: Extra::default() }),
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, project: &str, id: &str) -> Result<Option<ProjectApiKey>> {
    store.one(project_keys!("WHERE k.project_id = ?1 AND k.id = ?2"), &[&project, &id], read_project_key)
}

/// Which keys of a project to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visible {
    /// Keys of people who were added to the project and of service accounts: what the API shows unasked. Keys of owners
    /// of the organization, and of people who have access through a group, are hidden although they work.
    Direct,
    /// Keys whose owner has access.
    Active,
    /// Keys whose owner has lost access.
    Inactive,
    /// All.
    Any,
}

/// The keys of a project after a place, newest first.
pub(crate) fn list(
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

/// Where a key stands in the list of its project.
pub(crate) fn place(store: &Store, project: &str, id: &str) -> Result<Option<Place>> {
    store.one("SELECT created_at, id FROM keys WHERE id = ?1 AND project_id = ?2", &[&id, &project], read_place)
}
