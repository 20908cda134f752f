//! Admin keys, as their list shows them.

use orgwarden_api::model::{AdminApiKey, Extra, Principal, Timestamp};
use rusqlite::Row;

use super::keys::read_place;
use super::{Place, Result, Store, Window};

macro_rules! admin_keys {
    ($rest:literal) => {
        concat!(
            "SELECT k.id, k.name, k.redacted, k.created_at, k.last_used_at, k.expires_at, k.owner_id,
                    coalesce(u.name, s.name), coalesce(u.added_at, s.created_at), coalesce(u.role, s.role), k.owner_kind
             FROM keys k
             LEFT JOIN users u ON k.owner_kind = 'user' AND u.id = k.owner_id
             LEFT JOIN service_accounts s ON k.owner_kind = 'service_account' AND s.id = k.owner_id ",
            $rest
        )
    };
}

fn read_admin_key(row: &Row<'_>) -> Result<AdminApiKey> {
    let kind = row.get_ref(10)?.as_str()?;
    let mut extra = Extra::default();
    extra.insert("object", format!("organization.{kind}").into());
    let owner = Principal {
        id: row.get_ref(6)?.as_str()?.into(),
        kind: Some(kind.into()),
        name: row.get(7)?,
        email: None,
        role: row.get(9)?,
        created_at: row.get::<_, Option<i64>>(8)?.map(Timestamp::new),
        extra,
    };
    Ok(AdminApiKey {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        redacted_value: row.get(2)?,
        created_at: Some(Timestamp::new(row.get(3)?)),
        expires_at: row.get::<_, Option<i64>>(5)?.map(Timestamp::new),
        last_used_at: row.get::<_, Option<i64>>(4)?.map(Timestamp::new),
        owner: Some(owner),
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, id: &str) -> Result<Option<AdminApiKey>> {
    store.one(admin_keys!("WHERE k.id = ?1 AND k.project_id IS NULL"), &[&id], read_admin_key)
}

/// The admin keys of a window; mixed with the keys of projects on request.
pub(crate) fn list(store: &Store, mixed: bool, window: &Window) -> Result<Vec<AdminApiKey>> {
    let select = admin_keys!("WHERE (?1 OR k.project_id IS NULL)");
    store.window(select, ["k.created_at", "k.id"], &[&mixed], window, read_admin_key)
}

/// Where a key stands in the list of admin keys, which may be mixed with those of projects.
pub(crate) fn place(store: &Store, id: &str, mixed: bool) -> Result<Option<Place>> {
    store.one(
        "SELECT created_at, id FROM keys WHERE id = ?1 AND (?2 OR project_id IS NULL)",
        &[&id, &mixed],
        read_place,
    )
}
