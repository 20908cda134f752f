//! Things that are kept as the JSON of their answer: settings, certificates, alerts and the like.
//!
//! `parent` is the project that a thing belongs to, or empty for the organization. A setting has its kind as its id.

use orgwarden_api::model::Timestamp;
use rusqlite::Row;
use serde_json::Value;

use super::{Place, Result, Store, Window};

fn read(row: &Row<'_>) -> Result<Value> {
    let text = row.get_ref(0)?.as_str()?;
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into()))
}

pub(crate) fn find(store: &Store, kind: &str, parent: &str, id: &str) -> Result<Option<Value>> {
    store.one("SELECT body FROM documents WHERE kind = ?1 AND parent = ?2 AND id = ?3", &[&kind, &parent, &id], read)
}

pub(crate) fn place(store: &Store, kind: &str, parent: &str, id: &str) -> Result<Option<Place>> {
    store.one(
        "SELECT created_at, id FROM documents WHERE kind = ?1 AND parent = ?2 AND id = ?3",
        &[&kind, &parent, &id],
        |row| Ok(Place { time: row.get(0)?, id: row.get(1)? }),
    )
}

/// The things of a kind, and one more than the window's limit if there is more.
pub(crate) fn list(store: &Store, kind: &str, parent: &str, window: &Window) -> Result<Vec<Value>> {
    list_where(store, kind, parent, None, window)
}

/// Those things of a kind whose member (a path, `$.project_id`) has a value.
pub(crate) fn list_where(
    store: &Store,
    kind: &str,
    parent: &str,
    filter: Option<(&str, &str)>,
    window: &Window,
) -> Result<Vec<Value>> {
    let select = "SELECT body FROM documents WHERE kind = ?1 AND parent = ?2";
    let age = ["created_at", "id"];
    match filter {
        None => store.window(select, age, &[&kind, &parent], window, read),
        Some((member, value)) => {
            let select = format!("{select} AND json_extract(body, ?3) = ?4");
            store.window(&select, age, &[&kind, &parent, &member, &value], window, read)
        }
    }
}

pub(crate) fn count(store: &Store, kind: &str, parent: &str) -> Result<i64> {
    store.number("SELECT count(*) FROM documents WHERE kind = ?1 AND parent = ?2", &[&kind, &parent])
}

/// The things of a kind in all places, each with its parent.
pub(crate) fn all(store: &Store, kind: &str) -> Result<Vec<(String, Value)>> {
    let select = "SELECT body, parent FROM documents WHERE kind = ?1 ORDER BY created_at, id";
    store.many(select, &[&kind], |row| Ok((row.get(1)?, read(row)?)))
}

/// Keeps a thing; one that was there keeps its place in the list.
pub(crate) fn put(
    store: &Store,
    kind: &str,
    parent: &str,
    id: &str,
    created_at: Timestamp,
    body: &Value,
) -> Result<()> {
    store.write(
        "INSERT INTO documents (kind, parent, id, created_at, body) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (kind, parent, id) DO UPDATE SET body = excluded.body",
        &[&kind, &parent, &id, &created_at.seconds(), &body.to_string()],
    )?;
    Ok(())
}

/// Drops a thing; answers whether it was there.
pub(crate) fn delete(store: &Store, kind: &str, parent: &str, id: &str) -> Result<bool> {
    let sql = "DELETE FROM documents WHERE kind = ?1 AND parent = ?2 AND id = ?3";
    Ok(store.write(sql, &[&kind, &parent, &id])? > 0)
}

/// Drops all things of a kind below a parent.
pub(crate) fn delete_below(store: &Store, kind: &str, parent: &str) -> Result<()> {
    store.write("DELETE FROM documents WHERE kind = ?1 AND parent = ?2", &[&kind, &parent])?;
    Ok(())
}

/// Drops all things that name something in a member (a path, `$.project_id`), wherever they are.
pub(crate) fn delete_naming(store: &Store, member: &str, id: &str) -> Result<()> {
    let sql = "DELETE FROM documents WHERE json_extract(body, ?1) = ?2";
    store.write(sql, &[&member, &id])?;
    Ok(())
}
