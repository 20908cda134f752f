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
            "SELECT id, name, email, role, added_at, key_used_at, technical_level, developer_persona, projects,
                    is_scim_managed
             FROM users WHERE ",
            $which,
            " ORDER BY added_at DESC, id DESC"
        )
    };
}

/// The JSON of a member.
pub(crate) fn find(store: &Store, id: &str) -> Result<Option<Vec<u8>>> {
    let found = read(store, select!("id = ?1"), &[&id], 1)?;
    Ok(found.first_id.is_some().then_some(found.items))
}

/// The members after a place, newest first.
pub(crate) fn list(store: &Store, after: &Place, limit: u32) -> Result<Joined> {
    read(store, select!("(added_at, id) < (?1, ?2)"), &[&after.time, &after.id], limit)
}

/// Those after a place who have one of these addresses, newest first. `keys` are the addresses in lower case, as a JSON
/// list.
pub(crate) fn list_by_email(store: &Store, keys: &str, after: &Place, limit: u32) -> Result<Joined> {
    let sql = select!("(added_at, id) < (?1, ?2) AND email_key IN (SELECT value FROM json_each(?3))");
    read(store, sql, &[&after.time, &after.id, &keys], limit)
}

/// Reads the first `limit` members. No limit in the statement: what is not read is not looked up.
fn read(store: &Store, sql: &str, values: &[&dyn ToSql], limit: u32) -> Result<Joined> {
    let mut statement = store.connection.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    // A member takes some 750 bytes. Room for a page at once: growing means copying.
    let mut list = Joined { items: Vec::with_capacity(limit.min(100) as usize * 1024), ..Joined::default() };
    let mut left = limit;
    while let Some(row) = rows.next()? {
        if left == 0 {
            list.has_more = true;
            break;
        }
        left -= 1;
        if list.last_id.is_some() {
            list.items.push(b',');
        }
        write(&mut list.items, row)?;
        let id = text(row, 0)?;
        list.first_id.get_or_insert_with(|| id.to_owned());
        list.last_id = Some(id.to_owned());
    }
    Ok(list)
}

fn write(into: &mut Vec<u8>, row: &Row<'_>) -> Result<()> {
    serde_json::to_writer(&mut *into, &member(row)?)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    // The projects are JSON already, and go inside.
    into.pop();
    into.extend_from_slice(br#","projects":{"object":"list","data":"#);
    into.extend_from_slice(text(row, 8)?.as_bytes());
    into.extend_from_slice(b"}}");
    Ok(())
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    Ok(row.get_ref(column)?.as_str()?)
}

fn optional_text<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}

/// A member without projects.
#[derive(Serialize)]
struct Member<'a> {
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
    user: Person<'a>,
}

/// Says of the person what the member says, and that nobody is banned here.
#[derive(Serialize)]
struct Person<'a> {
    object: &'static str,
    id: &'a str,
    email: &'a str,
    name: Option<&'a str>,
    picture: Option<&'a str>,
    enabled: bool,
    banned: bool,
    banned_at: Option<i64>,
}

fn member<'a>(row: &'a Row<'_>) -> Result<Member<'a>> {
    let (id, name, email) = (text(row, 0)?, optional_text(row, 1)?, text(row, 2)?);
    let added_at = row.get(4)?;
    Ok(Member {
        object: "organization.user",
        id,
        name,
        email,
        role: text(row, 3)?,
        added_at,
        created: added_at,
        is_default: false,
        is_service_account: false,
        is_scim_managed: row.get(9)?,
        is_scale_tier_authorized_purchaser: None,
        api_key_last_used_at: row.get(5)?,
        technical_level: optional_text(row, 6)?,
        developer_persona: optional_text(row, 7)?,
        user: Person { object: "user", id, email, name, picture: None, enabled: true, banned: false, banned_at: None },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_the_order_of_an_index() {
        // A sort would read all members for each page.
        let store = Store::in_memory().unwrap();
        let sql = concat!("EXPLAIN QUERY PLAN ", select!("(added_at, id) < (?1, ?2)"));
        let plan: Vec<String> = store.many(sql, &[&i64::MAX, &""], |row| row.get(3)).unwrap();
        assert!(plan.len() == 1 && plan[0].contains("USING INDEX users_by_age"), "{plan:?}");
    }
}
