use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::Error;
use crate::api::model::Timestamp;
use crate::apply::{StepResult, StepStatus};

/// Where a run or one of its steps stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The run begins: its plan is kept, and its digest stands here.
    Started,
    /// Somebody continues the run.
    Resumed,
    /// The step is about to be sent. If this is the last that is known of it, it may have taken effect.
    Sending,
    /// The step took effect.
    Done,
    /// It was so already.
    Already,
    /// The step did not take effect.
    Failed,
    /// A guard holds the step.
    Held,
    /// The step was not sent.
    NotSent,
    /// The step may have taken effect, and reading the organization did not settle it.
    Unknown,
    /// The run is over: nothing is left to be sent or settled.
    Ended,
}

impl State {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Resumed => "resumed",
            Self::Sending => "sending",
            Self::Done => "done",
            Self::Already => "already",
            Self::Failed => "failed",
            Self::Held => "held",
            Self::NotSent => "not_sent",
            Self::Unknown => "unknown",
            Self::Ended => "ended",
        }
    }
}

impl From<StepStatus> for State {
    fn from(status: StepStatus) -> Self {
        match status {
            StepStatus::Done => Self::Done,
            StepStatus::Already => Self::Already,
            StepStatus::Failed => Self::Failed,
            StepStatus::Held => Self::Held,
            StepStatus::NotSent => Self::NotSent,
            StepStatus::Unknown => Self::Unknown,
        }
    }
}

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
            error: None,
            detail,
        }
    }

    /// That a step is about to be sent.
    pub(crate) fn sending(run: &str, at: Timestamp, step: usize) -> Self {
        Self { step: Some(step), ..Self::of_run(run, at, State::Sending, None) }
    }

    /// How a step ended.
    pub(crate) fn of_result(run: &str, at: Timestamp, result: &StepResult) -> Self {
        Self {
            step: Some(result.step),
            id: result.id.clone(),
            request_id: result.request_id.clone(),
            found_by_reading: result.found_by_reading,
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
