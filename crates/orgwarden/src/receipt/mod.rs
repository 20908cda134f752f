//! The proof of a run: what was taken away, by what it can be seen, and what vouches for it. Read from the journal and from
//! the organization; changes nothing.

mod render;

use schemars::JsonSchema;
use serde::Serialize;

use crate::api::client::Requests;
use crate::api::model::{AuditLogId, EventType, Timestamp, UserId};
use crate::journal::State;
use crate::roster::Key;

/// What became of everybody whom a run removed, with the evidence.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Receipt {
    /// The run in the journal.
    pub run: String,
    /// The operation.
    pub operation: String,
    /// The organization, where it is known.
    pub organization: Option<String>,
    /// When the run began.
    pub started_at: Timestamp,
    /// When this was read.
    pub made_at: Timestamp,
    /// Everybody who was to be removed.
    pub departures: Vec<Departure>,
    /// The other steps of the run.
    pub others: Vec<Outcome>,
    /// In how many projects it was looked for keys that are left.
    pub projects_read: usize,
    /// The journal that vouches for it.
    pub proof: Proof,
    /// The requests that the run took for its steps, as far as the journal knows, and those for this receipt.
    pub requests: Requests,
}

/// Somebody who was removed, or was to be.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Departure {
    /// The e-mail address, or what the person is called.
    pub subject: String,
    /// The member's id.
    pub user: UserId,
    /// What was taken away, in words.
    pub lost: Vec<String>,
    /// How the removal ended. Null: it was never sent.
    pub state: Option<State>,
    /// When it ended.
    pub removed_at: Option<Timestamp>,
    /// The `x-request-id` of the removal.
    pub request_id: Option<String>,
    /// Whether the person was still on the roster when this was read.
    pub still_listed: bool,
    /// Keys of the person that were left when this was read.
    pub keys_left: Vec<Key>,
    /// What the audit log has about the person since the run began. Empty also where the log is switched off.
    pub audit_events: Vec<AuditEvidence>,
}

impl Departure {
    /// Whether the person is gone, and with them every key.
    pub fn is_proven(&self) -> bool {
        matches!(self.state, Some(State::Done | State::Already)) && !self.still_listed && self.keys_left.is_empty()
    }
}

/// An entry of the audit log.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditEvidence {
    /// Its id.
    pub id: AuditLogId,
    /// What happened.
    pub kind: EventType,
    /// When.
    pub at: Timestamp,
    /// Who did it, where the log says so.
    pub actor: Option<String>,
}

/// Another step of the run.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Outcome {
    /// Whom it is about.
    pub subject: String,
    /// What it does, in words.
    pub action: String,
    /// How it ended. Null: it was never sent.
    pub state: Option<State>,
    /// When it ended.
    pub at: Option<Timestamp>,
    /// The `x-request-id` of the answer.
    pub request_id: Option<String>,
}

/// What vouches for a receipt.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Proof {
    /// The SHA-256 digest of the plan.
    pub plan_digest: Option<String>,
    /// The hash of the newest entry of the journal: it covers all before it.
    pub journal_head: String,
    /// How many entries the journal has.
    pub journal_entries: usize,
    /// What was changed in the journal. Empty: nothing.
    pub problems: Vec<String>,
}

impl Receipt {
    /// Whether everybody is gone with every key, and the journal is unharmed.
    pub fn is_complete(&self) -> bool {
        self.departures.iter().all(Departure::is_proven) && self.proof.problems.is_empty()
    }
}
