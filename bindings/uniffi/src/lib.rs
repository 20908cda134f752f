//! The door to Kotlin and Swift, through UniFFI. Types and operations are generated; handles are by hand.

mod generated;
mod handles;
mod opened;
mod sandbox;
mod values;

pub use generated::*;
pub use handles::{ApplyJob, Organization, Plan};
pub use sandbox::Sandbox;
pub use values::{Json, Moment, Money};

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use opened::Opened;

uniffi::setup_scaffolding!("orgwarden");

/// Runs an operation; its answer in types.
async fn answer<T: DeserializeOwned>(
    opened: &Opened,
    name: &str,
    arguments: Map<String, Value>,
) -> Result<T, OrgwardenError> {
    #[derive(serde::Deserialize)]
    struct Report<T> {
        value: T,
    }
    let report = opened.call(name.to_owned(), Value::Object(arguments).to_string()).await?;
    Ok(read::<Report<T>>(&report)?.value)
}

/// Plans a change.
async fn plan(opened: &Opened, name: &str, arguments: Map<String, Value>) -> Result<Arc<Plan>, OrgwardenError> {
    Ok(Plan::of(opened, opened.door.plan(name.to_owned(), Value::Object(arguments).to_string()).await?))
}

/// Data of our own in types.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, OrgwardenError> {
    serde_json::from_str(text).map_err(|error| {
        let message = format!("an answer has another form than this door knows: {error}");
        orgwarden_door::Error::new(orgwarden_door::ErrorKind::Internal, message).into()
    })
}

impl From<orgwarden_door::Error> for OrgwardenError {
    fn from(error: orgwarden_door::Error) -> Self {
        let failure = serde_json::to_value(&error).and_then(serde_json::from_value);
        let failure = failure.unwrap_or_else(|_| Failure {
            kind: generated::ErrorKind::Internal,
            message: error.message().to_owned(),
            hint: None,
            route: None,
            service: None,
            request_id: None,
            retry_after_seconds: None,
        });
        Self::of(error.kind(), failure)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, "\n{hint}"),
            None => Ok(()),
        }
    }
}

impl std::fmt::Display for OrgwardenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.failure().message)
    }
}

impl std::error::Error for OrgwardenError {}
