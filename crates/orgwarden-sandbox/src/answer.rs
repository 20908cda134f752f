//! Successful answers.

use orgwarden_api::model::Item;
use serde::Serialize;

use crate::error::ApiError;
use crate::store::audit_logs::StoredEvent;

/// What stands before an item's id in the opaque cursor `next`: nobody shall take one for the other unnoticed.
pub(crate) const NEXT: &str = "next-";

/// The body of a success: its JSON. The status is always 200, except where a fault makes it 201.
#[derive(Debug)]
pub(crate) struct Answer(pub(crate) Vec<u8>);

/// The items of a page as their JSON, with commas in between.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    pub(crate) items: Vec<u8>,
    pub(crate) first_id: Option<String>,
    pub(crate) last_id: Option<String>,
    pub(crate) has_more: bool,
}

impl Answer {
    /// One object.
    pub(crate) fn of(object: &impl Serialize) -> Result<Self, ApiError> {
        Ok(Self(serde_json::to_vec(object)?))
    }

    /// The confirmation of a deletion.
    pub(crate) fn deleted(object: &str, id: &str) -> Result<Self, ApiError> {
        Self::of(&serde_json::json!({"object": object, "id": id, "deleted": true}))
    }

    /// The confirmation of a deletion that does not say of what.
    pub(crate) fn deleted_unnamed(object: &str) -> Result<Self, ApiError> {
        Self::of(&serde_json::json!({"object": object, "deleted": true}))
    }

    /// A page of a list that is continued by an opaque cursor. `items` holds one more than the page if there is more.
    pub(crate) fn chain<T: Item + Serialize>(mut items: Vec<T>, limit: u32) -> Result<Self, ApiError> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        // A page of none could not say where the next one starts.
        let has_more = items.len() > limit && limit > 0;
        items.truncate(limit);
        let last = items.last().and_then(Item::cursor).filter(|_| has_more);
        let next = last.map(|id| format!("{NEXT}{id}"));
        Self::of(&serde_json::json!({"object": "list", "data": items, "has_more": has_more, "next": next}))
    }

    /// A page of a list. `items` holds one more than the page if there is more.
    pub(crate) fn page<T: Item + Serialize>(mut items: Vec<T>, limit: u32) -> Result<Self, ApiError> {
        #[derive(Serialize)]
        struct Page<'a, T> {
            object: &'static str,
            data: &'a [T],
            first_id: Option<&'a str>,
            last_id: Option<&'a str>,
            has_more: bool,
        }
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        // A page of none could not say where the next one starts.
        let has_more = items.len() > limit && limit > 0;
        items.truncate(limit);
        let page = Page {
            object: "list",
            first_id: items.first().and_then(Item::cursor),
            last_id: items.last().and_then(Item::cursor),
            has_more,
            data: &items,
        };
        // Grown once: an item takes some 200 bytes.
        let mut text = Vec::with_capacity(128 + items.len() * 256);
        serde_json::to_writer(&mut text, &page)?;
        Ok(Self(text))
    }

    /// A page of a list whose items are JSON already.
    pub(crate) fn joined(list: &Joined) -> Result<Self, ApiError> {
        let (first, last) = (serde_json::to_string(&list.first_id)?, serde_json::to_string(&list.last_id)?);
        let end = format!(r#"],"first_id":{first},"last_id":{last},"has_more":{}}}"#, list.has_more);
        Ok(Self([br#"{"object":"list","data":["#, list.items.as_slice(), end.as_bytes()].concat()))
    }

    /// A page of the audit log, whose events are kept as JSON.
    pub(crate) fn events(events: &[StoredEvent], has_more: bool) -> Result<Self, ApiError> {
        let id = |event: Option<&StoredEvent>| serde_json::to_string(&event.map(|event| &event.place.id));
        let data: Vec<&str> = events.iter().map(|event| event.body.as_str()).collect();
        let text = format!(
            r#"{{"object":"list","data":[{}],"first_id":{},"last_id":{},"has_more":{has_more}}}"#,
            data.join(","),
            id(events.first())?,
            id(events.last())?,
        );
        Ok(Self(text.into_bytes()))
    }
}
