//! Members as answers show them: everything that the schema has of a member.
//!
//! Rows become text without objects in between: lists of members are the largest answers that there are.

use std::cell::RefCell;

use orgwarden_api::model::Item;
use rusqlite::{CachedStatement, Row};
use serde::ser::{Error as _, SerializeSeq as _};
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

use super::{Place, Result, Store};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, email, role, added_at, technical_level, developer_persona,
                    (SELECT max(last_used_at) FROM keys WHERE owner_id = users.id AND owner_kind = 'user')
             FROM users ",
            $rest
        )
    };
}

/// A member as its JSON, and where it stands.
pub(crate) struct FullUser {
    pub(crate) place: Place,
    json: Box<RawValue>,
}

impl Item for FullUser {
    fn cursor(&self) -> Option<&str> {
        Some(&self.place.id)
    }
}

impl Serialize for FullUser {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

pub(crate) fn find(store: &Store, id: &str) -> Result<Option<FullUser>> {
    Ok(read(store, select!("WHERE id = ?1"), &[&id])?.pop())
}

/// `key` is the address in lower case.
pub(crate) fn find_by_email(store: &Store, key: &str) -> Result<Option<FullUser>> {
    Ok(read(store, select!("WHERE email_key = ?1"), &[&key])?.pop())
}

/// The members after a place, newest first.
pub(crate) fn list(store: &Store, after: &Place, limit: u32) -> Result<Vec<FullUser>> {
    let sql = select!("WHERE (added_at, id) < (?1, ?2) ORDER BY added_at DESC, id DESC LIMIT ?3");
    read(store, sql, &[&after.time, &after.id, &limit])
}

fn read(store: &Store, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<FullUser>> {
    let memberships = RefCell::new(store.connection.prepare_cached(
        "SELECT p.id, p.name, m.role FROM memberships m JOIN projects p ON p.id = m.project_id WHERE m.user_id = ?1",
    )?);
    store.many(sql, values, |row| full_user(row, &memberships))
}

fn full_user(row: &Row<'_>, memberships: &RefCell<CachedStatement<'_>>) -> Result<FullUser> {
    let (id, name, email) = (text(row, 0)?, optional_text(row, 1)?, text(row, 2)?);
    let added_at = row.get(4)?;
    let user = User {
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
        api_key_last_used_at: row.get(7)?,
        technical_level: optional_text(row, 5)?,
        developer_persona: optional_text(row, 6)?,
        user: Details { object: "user", id, email, name, picture: None, enabled: true, banned: false, banned_at: None },
        projects: Projects { object: "list", data: Memberships { user: id, statement: memberships } },
    };
    let json = to_raw_value(&user).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    Ok(FullUser { place: Place { time: added_at, id: id.to_owned() }, json })
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    Ok(row.get_ref(column)?.as_str()?)
}

fn optional_text<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}

#[derive(Serialize)]
struct User<'a, 'c> {
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
    projects: Projects<'a, 'c>,
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

#[derive(Serialize)]
struct Projects<'a, 'c> {
    object: &'static str,
    data: Memberships<'a, 'c>,
}

/// Where somebody was added, the oldest project first; read while it is written.
struct Memberships<'a, 'c> {
    user: &'a str,
    statement: &'a RefCell<CachedStatement<'c>>,
}

impl Serialize for Memberships<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Membership<'a> {
            id: &'a str,
            name: &'a str,
            role: &'a str,
        }
        let mut statement = self.statement.borrow_mut();
        let mut rows = statement.query([self.user]).map_err(S::Error::custom)?;
        let mut list = serializer.serialize_seq(None)?;
        while let Some(row) = rows.next().map_err(S::Error::custom)? {
            let part = |column| text(row, column).map_err(S::Error::custom);
            list.serialize_element(&Membership { id: part(0)?, name: part(1)?, role: part(2)? })?;
        }
        list.end()
    }
}
