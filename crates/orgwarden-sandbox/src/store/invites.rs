//! Invitations.

use orgwarden_api::model::{Extra, Invite, InviteProject, InviteStatus, OrganizationRole, Timestamp};
use rusqlite::Row;
use rusqlite::types::Type;

use super::{Place, Result, Store};

macro_rules! columns {
    () => {
        "id, email, role, created_at, expires_at, accepted_at, projects"
    };
}

/// Where an invitation stands follows from its times.
pub(crate) fn status(expires_at: Timestamp, accepted_at: Option<Timestamp>, now: Timestamp) -> InviteStatus {
    match accepted_at {
        Some(_) => InviteStatus::Accepted,
        None if now >= expires_at => InviteStatus::Expired,
        None => InviteStatus::Pending,
    }
}

fn read(row: &Row<'_>, now: Timestamp) -> Result<Invite> {
    let (expires_at, accepted_at) = (Timestamp::new(row.get(4)?), row.get::<_, Option<i64>>(5)?.map(Timestamp::new));
    let projects = row.get_ref(6)?.as_str()?;
    let projects: Vec<InviteProject> = match projects {
        "[]" => Vec::new(),
        text => serde_json::from_str(text)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(6, Type::Text, Box::new(error)))?,
    };
    Ok(Invite {
        id: row.get_ref(0)?.as_str()?.into(),
        email: row.get(1)?,
        role: Some(OrganizationRole::from(row.get_ref(2)?.as_str()?)),
        status: Some(status(expires_at, accepted_at, now)),
        created_at: Some(Timestamp::new(row.get(3)?)),
        expires_at: Some(expires_at),
        accepted_at,
        projects,
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, id: &str, now: Timestamp) -> Result<Option<Invite>> {
    store.one(concat!("SELECT ", columns!(), " FROM invites WHERE id = ?1"), &[&id], |row| read(row, now))
}

/// The newest invitation of an address; `key` is the address in lower case.
pub(crate) fn find_by_email(store: &Store, key: &str, now: Timestamp) -> Result<Option<Invite>> {
    store.one(
        concat!("SELECT ", columns!(), " FROM invites WHERE email_key = ?1 ORDER BY created_at DESC, id DESC LIMIT 1"),
        &[&key],
        |row| read(row, now),
    )
}

/// Whether an address has an invitation that can still be accepted.
pub(crate) fn is_pending(store: &Store, key: &str, now: Timestamp) -> Result<bool> {
    let count = store.number(
        "SELECT count(*) FROM invites WHERE email_key = ?1 AND accepted_at IS NULL AND expires_at > ?2",
        &[&key, &now.seconds()],
    )?;
    Ok(count > 0)
}

pub(crate) fn place(store: &Store, id: &str) -> Result<Option<Place>> {
    store.one("SELECT created_at, id FROM invites WHERE id = ?1", &[&id], |row| {
        Ok(Place { time: row.get(0)?, id: row.get(1)? })
    })
}

/// The invitations after a place, newest first.
pub(crate) fn list(store: &Store, after: &Place, limit: u32, now: Timestamp) -> Result<Vec<Invite>> {
    store.many(
        concat!(
            "SELECT ",
            columns!(),
            " FROM invites WHERE (created_at, id) < (?1, ?2) ORDER BY created_at DESC, id DESC LIMIT ?3"
        ),
        &[&after.time, &after.id, &limit],
        |row| read(row, now),
    )
}

/// A new invitation.
pub(crate) struct NewInvite<'a> {
    pub(crate) id: &'a str,
    pub(crate) email: &'a str,
    pub(crate) role: &'a str,
    pub(crate) created_at: Timestamp,
    pub(crate) expires_at: Timestamp,
    /// The JSON of the grants.
    pub(crate) projects: &'a str,
}

pub(crate) fn insert(store: &Store, invite: &NewInvite<'_>) -> Result<()> {
    store.write(
        "INSERT INTO invites (id, email, email_key, role, created_at, expires_at, projects)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &[
            &invite.id,
            &invite.email,
            &invite.email.to_lowercase(),
            &invite.role,
            &invite.created_at.seconds(),
            &invite.expires_at.seconds(),
            &invite.projects,
        ],
    )?;
    Ok(())
}

pub(crate) fn accept(store: &Store, id: &str, now: Timestamp) -> Result<()> {
    store.write("UPDATE invites SET accepted_at = ?2 WHERE id = ?1", &[&id, &now.seconds()])?;
    Ok(())
}

pub(crate) fn delete(store: &Store, id: &str) -> Result<()> {
    store.write("DELETE FROM invites WHERE id = ?1", &[&id])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_dead_at_the_second_of_its_expiry() {
        let at = |now| status(Timestamp::new(700), None, Timestamp::new(now));
        assert_eq!(at(699), InviteStatus::Pending);
        assert_eq!(at(700), InviteStatus::Expired);
        assert_eq!(status(Timestamp::new(700), Some(Timestamp::new(5)), Timestamp::new(900)), InviteStatus::Accepted);
    }
}
