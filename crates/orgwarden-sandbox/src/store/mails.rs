//! Mails that were sent to people: invitations, and alerts about spend.

use orgwarden_api::model::Timestamp;
use rusqlite::Row;

use super::{Result, Store};

/// A mail as the inbox keeps it.
#[derive(Clone, Debug)]
pub(crate) struct StoredMail {
    /// Names it; the link of an invitation has it.
    pub(crate) token: String,
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) sent_at: Timestamp,
    /// The invitation that it carries, if it does.
    pub(crate) invite: Option<String>,
}

macro_rules! columns {
    () => {
        "token, recipient, subject, text, sent_at, invite_id"
    };
}

fn read(row: &Row<'_>) -> Result<StoredMail> {
    Ok(StoredMail {
        token: row.get(0)?,
        to: row.get(1)?,
        subject: row.get(2)?,
        text: row.get(3)?,
        sent_at: Timestamp::new(row.get(4)?),
        invite: row.get(5)?,
    })
}

/// A mail to send.
pub(crate) struct NewMail<'a> {
    pub(crate) token: &'a str,
    pub(crate) to: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) text: &'a str,
    pub(crate) invite: Option<&'a str>,
}

pub(crate) fn send(store: &Store, mail: &NewMail<'_>, sent_at: Timestamp) -> Result<()> {
    store.write(
        "INSERT INTO mails (token, recipient, subject, text, sent_at, invite_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &[&mail.token, &mail.to, &mail.subject, &mail.text, &sent_at.seconds(), &mail.invite],
    )?;
    Ok(())
}

/// All mails, newest first.
pub(crate) fn list(store: &Store) -> Result<Vec<StoredMail>> {
    store.many(concat!("SELECT ", columns!(), " FROM mails ORDER BY sent_at DESC, rowid DESC"), &[], read)
}

pub(crate) fn find(store: &Store, token: &str) -> Result<Option<StoredMail>> {
    store.one(concat!("SELECT ", columns!(), " FROM mails WHERE token = ?1"), &[&token], read)
}
