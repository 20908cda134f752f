use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{chained, digest};
use super::tables::BEGINNING;
use super::{Entry, State};

/// What a check of the journal came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verification {
    /// How many entries there are.
    pub entries: usize,
    /// How many runs.
    pub runs: usize,
    /// The hash of the newest entry, to be kept elsewhere: it vouches for all before it.
    pub head: String,
    /// What does not fit. Empty: nothing was changed.
    pub problems: Vec<String>,
}

/// Checks the chain of entries, the plans that they vouch for, and the file itself. `kept`: a head of before, which must
/// still be in the chain.
pub(super) fn verify(connection: &Connection, kept: Option<&str>) -> rusqlite::Result<Verification> {
    let mut found = Verification { entries: 0, runs: 0, head: BEGINNING.to_owned(), problems: Vec::new() };
    let mut is_kept = kept.is_none_or(|kept| kept == BEGINNING);
    let mut plans: BTreeMap<String, String> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT id, plan FROM runs")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        found.runs += 1;
        plans.insert(text(row.get_ref(0)?), digest(&text(row.get_ref(1)?)));
    }
    let mut statement = connection.prepare("SELECT number, run, line, hash FROM entries ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut expected = 1;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let (run, line, hash) = (text(row.get_ref(1)?), text(row.get_ref(2)?), text(row.get_ref(3)?));
        found.entries += 1;
        match number - expected {
            0 => {}
            1 => found.problems.push(format!("entry {expected} is missing")),
            _ => found.problems.push(format!("entries {expected} to {} are missing", number - 1)),
        }
        expected = number + 1;
        if chained(&found.head, &line) != hash {
            found.problems.push(format!("entry {number} was changed, or one before it was changed or taken away"));
        }
        match serde_json::from_str::<Entry>(&line) {
            Ok(entry) if entry.run != run => {
                found.problems.push(format!("entry {number} was moved to another run"));
            }
            Ok(entry) if entry.state == State::Started => {
                let plan = plans.remove(&run);
                if plan.is_none() || plan != entry.detail {
                    found.problems.push(format!("the plan of the run {run} was changed"));
                }
            }
            Ok(_) => {}
            Err(_) => found.problems.push(format!("entry {number} cannot be read")),
        }
        is_kept |= kept == Some(hash.as_str());
        found.head = hash;
    }
    found.problems.extend(plans.into_keys().map(|run| format!("the run {run} has no beginning")));
    if !is_kept {
        found
            .problems
            .push("the hash that was kept is not in the chain: entries were taken away or changed".to_owned());
    }
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let line = text(row.get_ref(0)?);
        if line != "ok" {
            found.problems.push(format!("the file is damaged: {line}"));
        }
    }
    Ok(found)
}

/// What is there, if it is text still; nothing that was written reads like the rest.
fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            std::str::from_utf8(bytes).map_or_else(|_| "no text".to_owned(), str::to_owned)
        }
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
    }
}
