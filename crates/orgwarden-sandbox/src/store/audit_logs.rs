//! The audit log.

use orgwarden_api::model::AuditLog;
use rusqlite::Row;
use rusqlite::types::{ToSql, Value};

use super::{Place, Result, Store};

/// An event as the list answers it, and where it stands.
pub(crate) struct StoredEvent {
    pub(crate) place: Place,
    /// The JSON of the event.
    pub(crate) body: String,
}

fn read(row: &Row<'_>) -> Result<StoredEvent> {
    Ok(StoredEvent { place: Place { time: row.get(0)?, id: row.get(1)? }, body: row.get(2)? })
}

pub(crate) fn insert(store: &Store, event: &AuditLog) -> Result<()> {
    let body = serde_json::to_string(event).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let key = event.actor.as_ref().and_then(|actor| actor.api_key.as_ref()).and_then(|key| key.id.as_deref());
    let actor = event.actor.as_ref().and_then(|actor| actor.principal());
    let detail =
        |member: &str| event.details().and_then(|details| details.get(member)).and_then(|value| value.as_str());
    store.write(
        "INSERT INTO audit_logs (id, type, effective_at, project_id, actor_id, actor_key, actor_email, subject_id,
                                 principal_id, resource_id, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        &[
            &event.id.as_str(),
            &event.kind.as_str(),
            &event.effective_at.seconds(),
            &event.project.as_ref().and_then(|project| project.id.as_ref()).map(|id| id.as_str()),
            &actor.map(|actor| actor.id.as_str()),
            &key,
            &actor.and_then(|actor| actor.email.as_deref()).map(str::to_lowercase),
            &detail("id"),
            &detail("principal_id"),
            &detail("resource_id"),
            &body,
        ],
    )?;
    Ok(())
}

pub(crate) fn place(store: &Store, id: &str) -> Result<Option<Place>> {
    store.one("SELECT effective_at, id FROM audit_logs WHERE id = ?1", &[&id], |row| {
        Ok(Place { time: row.get(0)?, id: row.get(1)? })
    })
}

/// Which events to list. Empty lists do not filter.
#[derive(Debug, Default)]
pub(crate) struct Filter {
    /// From this second to that one, both inclusive.
    pub(crate) from: Option<i64>,
    pub(crate) to: Option<i64>,
    pub(crate) types: Vec<String>,
    pub(crate) projects: Vec<String>,
    pub(crate) actors: Vec<String>,
    /// In lower case.
    pub(crate) actor_emails: Vec<String>,
    pub(crate) resources: Vec<String>,
}

/// Which way a page goes from a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// To older events.
    After(Place),
    /// To newer events, the nearest ones first.
    Before(Place),
}

/// The events next to a place.
pub(crate) fn list(store: &Store, filter: &Filter, from: &From, limit: u32) -> Result<Vec<StoredEvent>> {
    let (place, compare, direction) = match from {
        From::After(place) => (place, '<', "DESC"),
        From::Before(place) => (place, '>', "ASC"),
    };
    let mut values: Vec<Value> = vec![place.time.into(), place.id.clone().into(), i64::from(limit).into()];
    let mut conditions = format!("(effective_at, id) {compare} (?1, ?2)");
    let mut condition = |columns: &[&str], wanted: &[String]| {
        if wanted.is_empty() {
            return;
        }
        let first = values.len() + 1;
        values.extend(wanted.iter().cloned().map(Value::from));
        let marks: Vec<String> = (first..=values.len()).map(|number| format!("?{number}")).collect();
        let marks = marks.join(", ");
        let any: Vec<String> = columns.iter().map(|column| format!("{column} IN ({marks})")).collect();
        conditions.push_str(" AND (");
        conditions.push_str(&any.join(" OR "));
        conditions.push(')');
    };
    condition(&["type"], &filter.types);
    condition(&["project_id"], &filter.projects);
    condition(&["actor_id", "actor_key"], &filter.actors);
    condition(&["actor_email"], &filter.actor_emails);
    condition(&["subject_id", "principal_id", "resource_id"], &filter.resources);
    for (bound, operator) in [(filter.from, ">="), (filter.to, "<=")] {
        if let Some(second) = bound {
            values.push(second.into());
            conditions.push_str(&format!(" AND effective_at {operator} ?{}", values.len()));
        }
    }
    let sql = format!(
        "SELECT effective_at, id, body FROM audit_logs WHERE {conditions}
         ORDER BY effective_at {direction}, id {direction} LIMIT ?3"
    );
    let values: Vec<&dyn ToSql> = values.iter().map(|value| value as &dyn ToSql).collect();
    store.many(&sql, &values, read)
}
