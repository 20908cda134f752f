//! What a key may do and for how long, as requests ask for it.

use std::time::Duration;

use orgwarden_api::model::Timestamp;

use crate::body::Body;
use crate::error::ApiError;

/// One year, the longest life that can be asked for. The API says so of admin keys; for others it is assumed.
const LONGEST: i64 = 31_536_000;

/// When a key expires that is to live for `expires_in_seconds` from now on.
pub(super) fn expiry(body: &Body, now: Timestamp) -> Result<Option<Timestamp>, ApiError> {
    let seconds = body.number_within("expires_in_seconds", 1..=LONGEST)?;
    Ok(seconds.map(|seconds| now.plus(Duration::from_secs(seconds.unsigned_abs()))))
}

/// How scopes are stored: a JSON list, or nothing for everything that the owner may do, which is what an empty list
/// asks for.
pub(super) fn stored(scopes: &[&str]) -> Option<String> {
    (!scopes.is_empty()).then(|| serde_json::json!(scopes).to_string())
}
