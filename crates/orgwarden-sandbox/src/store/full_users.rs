//! Members as answers show them: everything that the schema has of a member.
//!
//! Rows become text without objects in between: lists of members are the largest answers that there are.

use rusqlite::{Row, ToSql};
use serde::Serialize;

use super::{Place, Result, Store};
use crate::answer::Joined;

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT u.id, u.name, u.email, u.role, u.added_at, u.key_used_at, u.technical_level, u.developer_persona,
                    p.id, p.name, m.role
             FROM users u LEFT JOIN memberships m ON m.user_id = u.id LEFT JOIN projects p ON p.id = m.project_id
             WHERE ",
            $which,
            " ORDER BY u.added_at DESC, u.id DESC"
        )
    };
}

/// The JSON of a member.
pub(crate) fn find(store: &Store, id: &str) -> Result<Option<Vec<u8>>> {
    let found = read(store, select!("u.id = ?1"), &[&id], 1)?;
    Ok(found.first_id.is_some().then_some(found.items))
}

/// The members after a place, newest first.
pub(crate) fn list(store: &Store, after: &Place, limit: u32) -> Result<Joined> {
    read(store, select!("(u.added_at, u.id) < (?1, ?2)"), &[&after.time, &after.id], limit)
}

/// Those after a place who have one of these addresses, newest first. `keys` are the addresses in lower case, as a JSON
/// list.
pub(crate) fn list_by_email(store: &Store, keys: &str, after: &Place, limit: u32) -> Result<Joined> {
    let sql = select!("(u.added_at, u.id) < (?1, ?2) AND u.email_key IN (SELECT value FROM json_each(?3))");
    read(store, sql, &[&after.time, &after.id, &keys], limit)
}

/// Reads the first `limit` members: a row for each of somebody's projects, or one row without. No limit in the statement:
/// what is not read is not looked up.
fn read(store: &Store, sql: &str, values: &[&dyn ToSql], limit: u32) -> Result<Joined> {
    let mut statement = store.connection.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    let mut list = Joined::default();
    let mut left = limit;
    while let Some(row) = rows.next()? {
        let id = text(row, 0)?;
        if list.last_id.as_deref() != Some(id) {
            if left == 0 {
                list.has_more = true;
                break;
            }
            left -= 1;
            if list.last_id.is_some() {
                list.items.extend_from_slice(b"]}},");
            }
            write(&mut list.items, &user(row)?)?;
            // The projects go inside.
            list.items.pop();
            list.items.extend_from_slice(br#","projects":{"object":"list","data":["#);
            list.first_id.get_or_insert_with(|| id.to_owned());
            list.last_id = Some(id.to_owned());
        } else {
            list.items.push(b',');
        }
        if let Some(project) = optional_text(row, 8)? {
            write(&mut list.items, &Membership { id: project, name: optional_text(row, 9)?, role: text(row, 10)? })?;
        }
    }
    if list.last_id.is_some() {
        list.items.extend_from_slice(b"]}}");
    }
    Ok(list)
}

fn write(into: &mut Vec<u8>, part: &impl Serialize) -> Result<()> {
    serde_json::to_writer(into, part).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    Ok(row.get_ref(column)?.as_str()?)
}

fn optional_text<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}

/// A member without projects.
#[derive(Serialize)]
struct User<'a> {
    object: &'static str,
    id: &'a str,
    name: Option<&'a str>,
    email: &'a str,
    role: &'a str,
    added_at: i64,
    created: i64,
    is_default: bool,
    is_service_account: bool,
    is_scim_managed: bool,
    is_scale_tier_authorized_purchaser: Option<bool>,
    api_key_last_used_at: Option<i64>,
    technical_level: Option<&'a str>,
    developer_persona: Option<&'a str>,
    user: Details<'a>,
}

/// Says of the person what the member says, and that nobody is banned here.
#[derive(Serialize)]
struct Details<'a> {
    object: &'static str,
    id: &'a str,
    email: &'a str,
    name: Option<&'a str>,
    picture: Option<&'a str>,
    enabled: bool,
    banned: bool,
    banned_at: Option<i64>,
}

/// A project to which somebody was added.
#[derive(Serialize)]
struct Membership<'a> {
    id: &'a str,
    name: Option<&'a str>,
    role: &'a str,
}

fn user<'a>(row: &'a Row<'_>) -> Result<User<'a>> {
    let (id, name, email) = (text(row, 0)?, optional_text(row, 1)?, text(row, 2)?);
    let added_at = row.get(4)?;
    Ok(User {
        object: "organization.user",
        id,
        name,
        email,
        role: text(row, 3)?,
        added_at,
        created: added_at,
        is_default: false,
        is_service_account: false,
        is_scim_managed: false,
        is_scale_tier_authorized_purchaser: None,
        api_key_last_used_at: row.get(5)?,
        technical_level: optional_text(row, 6)?,
        developer_persona: optional_text(row, 7)?,
        user: Details { object: "user", id, email, name, picture: None, enabled: true, banned: false, banned_at: None },
    })
}
