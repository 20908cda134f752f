//! The proof of a run: what was taken away, by what it can be seen, and what vouches for it. Read from the journal and from
//! the organization; changes nothing.

mod html;
mod render;

use schemars::JsonSchema;
use serde::Serialize;

use crate::api::model::{AdminApiKey, AuditLogId, EventType, OrganizationRole, Timestamp, UserId};
use crate::guard::Held;
use crate::journal::State;
use crate::roster::{Key, Membership};

/// What became of everybody whom a run removed, with the evidence.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Receipt {
    /// The run in the journal.
    pub run: String,
    /// The operation.
    pub operation: String,
    /// Whether everything that was wished is so: everybody is gone with every key, nothing failed or was held, and the
    /// journal is unharmed.
    pub complete: bool,
    /// The organization, where it is known.
    pub organization: Option<String>,
    /// When the run began.
    pub started_at: Timestamp,
    /// When the run was over. Null: something of it is left to be sent or settled.
    pub ended_at: Option<Timestamp>,
    /// When this was read.
    pub made_at: Timestamp,
    /// Everybody who was to be removed.
    pub departures: Vec<Departure>,
    /// Everybody whose access was taken, and who is to be removed later.
    pub suspensions: Vec<Suspension>,
    /// The other steps of the run.
    pub others: Vec<Outcome>,
    /// What guards held back when the run was planned.
    pub held: Vec<Held>,
    /// Keys that outlived people and were deleted afterwards, or were to be, in runs of their own in the journal.
    pub cleaned_up: Vec<Outcome>,
    /// Keys of service accounts that these people could have read: to be replaced by hand. Null: not asked for.
    pub rotate: Option<Vec<Key>>,
    /// In how many projects it was looked for keys that are left.
    pub projects_read: usize,
    /// The journal that vouches for it.
    pub proof: Proof,
    /// The requests that all of it took.
    pub requests: Used,
    /// All of this as it is handed to people. Null: not asked for.
    pub documents: Option<ReceiptDocuments>,
}

/// A receipt as it is handed to people.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReceiptDocuments {
    /// As text.
    pub text: String,
    /// As a page of HTML that needs nothing else, for a file or a printer.
    pub html: String,
}

/// Somebody who was removed, or was to be.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Departure {
    /// The e-mail address, or what the person is called.
    pub subject: String,
    /// The member's id.
    pub user: UserId,
    /// Why, as the run says.
    pub reason: Option<String>,
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
    /// Admin keys of the person that were left when this was read.
    pub admin_keys_left: Vec<AdminApiKey>,
    /// What the audit log has about the person since the run began. Empty also where the log is switched off.
    pub audit_events: Vec<AuditEvidence>,
}

impl Departure {
    /// Whether the API has confirmed the removal.
    pub fn is_removed(&self) -> bool {
        is_well(self.state)
    }

    /// Whether the person is gone, and with them every key.
    pub fn is_proven(&self) -> bool {
        self.is_removed() && !self.still_listed && self.keys_left.is_empty() && self.admin_keys_left.is_empty()
    }
}

/// Somebody who stays a member for now, without access.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Suspension {
    /// The e-mail address, or what the person is called.
    pub subject: String,
    /// The member's id.
    pub user: UserId,
    /// What was done to take their access, in words.
    pub taken: Vec<String>,
    /// How many steps about the person did not end well.
    pub steps_left: usize,
    /// Whether the person was on the roster when this was read.
    pub is_member: bool,
    /// The role when this was read. Null: not a member, or the API told none.
    pub role: Option<OrganizationRole>,
    /// The projects that the person was in when this was read. Null: that is not known.
    pub projects: Option<Vec<Membership>>,
    /// Keys of the person that could be used when this was read.
    pub usable_keys: Vec<Key>,
    /// Admin keys of the person that were left when this was read.
    pub admin_keys_left: Vec<AdminApiKey>,
    /// Whether it is known which groups they were in when the run was planned: what a group gives is theirs otherwise.
    pub groups_are_known: bool,
    /// What the audit log has about the person since the run began.
    pub audit_events: Vec<AuditEvidence>,
}

impl Suspension {
    /// Whether the person has no access any more. What is not known proves nothing.
    pub fn is_proven(&self) -> bool {
        self.steps_left == 0
            && (!self.is_member || self.role == Some(OrganizationRole::Reader))
            && self.projects.as_ref().is_some_and(Vec::is_empty)
            && self.usable_keys.is_empty()
            && self.admin_keys_left.is_empty()
            && self.groups_are_known
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
    /// Why it did not end well, if that is known.
    pub error: Option<String>,
    /// What the audit log has about it, where the log knows the thing by its id.
    pub audit_events: Vec<AuditEvidence>,
    /// The member whose place, role or key it is about: it is moot once they are gone. An invitation is nobody's yet.
    #[serde(skip)]
    pub(crate) member: Option<UserId>,
}

impl Outcome {
    /// What a guard held back when it was planned.
    pub(crate) fn of_held(held: &Held, at: Timestamp) -> Self {
        let allow = held.allow.as_deref().map_or_else(String::new, |allow| format!("; {allow}"));
        Self {
            subject: held.subject.clone(),
            action: "delete what is left".to_owned(),
            state: Some(State::Held),
            at: Some(at),
            request_id: None,
            error: Some(format!("{}{allow}", held.reason)),
            audit_events: Vec::new(),
            member: None,
        }
    }
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

/// How many requests were sent for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Used {
    /// For the plan: what was at stake.
    pub plan: u32,
    /// For steps, those that cleaned up too, each counted once for every time it was begun. What was read between them is
    /// not in the journal.
    pub steps: u32,
    /// For this receipt, and for what cleaned up if that was done just before.
    pub receipt: u32,
}

impl Receipt {
    /// The same with its documents, if they are wanted.
    pub(crate) fn with_documents(mut self, wanted: bool) -> Self {
        self.documents = wanted.then(|| ReceiptDocuments { text: self.text(), html: self.html() });
        self
    }

    /// Whether it is [complete](Self::complete), by all that it says.
    pub fn is_complete(&self) -> bool {
        // Whoever is gone needs no demotion any more.
        let is_moot = |step: &Outcome| {
            let is_theirs = |person: &Departure| Some(&person.user) == step.member.as_ref() && person.is_proven();
            self.departures.iter().any(is_theirs)
        };
        self.departures.iter().all(Departure::is_proven)
            && self.suspensions.iter().all(Suspension::is_proven)
            && self.others.iter().all(|step| is_well(step.state) || is_moot(step))
            && self.held.is_empty()
            && self.proof.problems.is_empty()
    }
}

fn is_well(state: Option<State>) -> bool {
    matches!(state, Some(State::Done | State::Already))
}
