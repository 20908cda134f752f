use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::State;
use crate::Error;
use crate::api::model::Timestamp;
use crate::apply::StepResult;

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The run.
    pub run: String,
    /// When it was written, by the organization's clock.
    pub at: Timestamp,
    /// What it says.
    pub state: State,
    /// The number of the step, counted from 0. Absent: it is about the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<usize>,
    /// The id in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The `x-request-id` of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Whether it was found by reading, after the answer was lost.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub found_by_reading: bool,
    /// How often the step had been sent when this was written, as far as is known. Absent: not at all, or an older version
    /// wrote it and did not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempts: Option<u32>,
    /// What went wrong: the stable code of the error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What went wrong, or the digest of the plan where the run begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl Entry {
    /// An entry about a run.
    pub(crate) fn of_run(run: &str, at: Timestamp, state: State, detail: Option<String>) -> Self {
        Self {
            run: run.to_owned(),
            at,
            state,
            step: None,
            id: None,
            request_id: None,
            found_by_reading: false,
            attempts: None,
            error: None,
            detail,
        }
    }

    /// That a step is about to be sent, after so many earlier attempts.
    pub(crate) fn sending(run: &str, at: Timestamp, step: usize, attempts: u32) -> Self {
        Self { step: Some(step), attempts: counted(attempts), ..Self::of_run(run, at, State::Sending, None) }
    }

    /// How a step ended.
    pub(crate) fn of_result(run: &str, at: Timestamp, result: &StepResult) -> Self {
        Self {
            step: Some(result.step),
            id: result.id.clone(),
            request_id: result.request_id.clone(),
            found_by_reading: result.found_by_reading,
            attempts: counted(result.attempts),
            error: result.error.as_ref().map(|error| error.kind().code().to_owned()),
            detail: result.error.as_ref().map(|error: &Error| error.message().to_owned()),
            ..Self::of_run(run, at, result.status.into(), None)
        }
    }

    /// What is hashed and stored: one line of JSON.
    pub(super) fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn counted(attempts: u32) -> Option<u32> {
    (attempts > 0).then_some(attempts)
}

/// The hash of an entry: of the hash before it and its own line.
pub(super) fn chained(before: &str, line: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(before.as_bytes());
    hasher.update(b"\n");
    hasher.update(line.as_bytes());
    hex(&hasher.finalize())
}

/// The SHA-256 of a text, in hexadecimal digits.
pub(crate) fn digest(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
