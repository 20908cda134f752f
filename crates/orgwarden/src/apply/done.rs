use schemars::JsonSchema;
use serde::Serialize;

use crate::api::client::Requests;
use crate::api::model::Timestamp;
use crate::guard::Held;
use crate::journal::StepStatus;
use crate::plan::{Already, Plan};
use crate::{Error, ErrorKind};

/// What became of one step.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StepResult {
    /// The number of the step, counted from 0.
    pub step: usize,
    /// Whom it is about.
    pub subject: String,
    /// What it does, in words.
    pub action: String,
    /// How it ended.
    pub status: StepStatus,
    /// The id in the answer: of the new invitation, for example.
    pub id: Option<String>,
    /// Whether it was found by reading, after the answer was lost.
    pub found_by_reading: bool,
    /// What went wrong.
    pub error: Option<Error>,
    /// The `x-request-id` of the answer.
    pub request_id: Option<String>,
    /// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted.
    pub attempts: u32,
    /// When it ended. Null: it was never begun.
    pub at: Option<Timestamp>,
}

/// How many steps ended in which way. Together they are all steps of the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// Took effect.
    pub done: usize,
    /// Were so already.
    pub already: usize,
    /// Did not take effect.
    pub failed: usize,
    /// Are held by guards.
    pub held: usize,
    /// Were not sent.
    pub not_sent: usize,
    /// May have taken effect.
    pub unknown: usize,
}

impl Counts {
    pub(super) fn of(results: &[StepResult]) -> Self {
        let mut counts = Self::default();
        for result in results {
            *match result.status {
                StepStatus::Done => &mut counts.done,
                StepStatus::Already => &mut counts.already,
                StepStatus::Failed => &mut counts.failed,
                StepStatus::Held => &mut counts.held,
                StepStatus::NotSent => &mut counts.not_sent,
                StepStatus::Unknown => &mut counts.unknown,
            } += 1;
        }
        counts
    }
}

/// What became of a plan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Done {
    /// The run in the journal.
    pub run: String,
    /// How many steps ended in which way.
    pub counts: Counts,
    /// Every step, in the order of the plan.
    pub results: Vec<StepResult>,
    /// What was so already when the plan was made.
    pub already: Vec<Already>,
    /// What guards held back.
    pub held: Vec<Held>,
    /// Whether it was stopped before the end.
    pub stopped: bool,
    /// Addresses that are still on the roster although they were removed. Read back after the removal.
    pub still_listed: Vec<String>,
    /// Why the journal could not be written, which ended the work early. What was done from then on is not in it, and
    /// is settled by reading when the run is resumed.
    pub journal_error: Option<Error>,
    /// The requests that it took, planning included.
    pub requests: Requests,
}

impl Done {
    /// How many steps ended in a way.
    pub fn count(&self, status: StepStatus) -> usize {
        self.results.iter().filter(|result| result.status == status).count()
    }

    /// What the caller should act on first, or `None` if everything that was wished is so: an unknown outcome, then a
    /// stop, then failures, then what guards held back.
    pub fn verdict(&self) -> Option<Verdict> {
        let failed = self.count(StepStatus::Failed) + self.still_listed.len();
        if self.count(StepStatus::Unknown) > 0 {
            Some(Verdict::Unknown)
        } else if self.stopped {
            Some(Verdict::Stopped)
        } else if self.count(StepStatus::Failed) + self.count(StepStatus::NotSent) == self.results.len()
            && let Some(error) = self.results.iter().find_map(|result| result.error.as_ref())
        {
            Some(Verdict::Failed(error.kind()))
        } else if failed + self.count(StepStatus::NotSent) > 0 || self.journal_error.is_some() {
            Some(Verdict::Partial)
        } else if self.held.is_empty() {
            None
        } else {
            Some(Verdict::Held)
        }
    }

    /// Whether something is left that `resume` would do or settle.
    pub fn can_be_resumed(&self) -> bool {
        self.journal_error.is_some() || is_left(&self.results, self.stopped)
    }

    /// One line for people.
    pub fn summary(&self) -> String {
        let mut parts = Vec::new();
        for (count, word) in [
            (self.count(StepStatus::Done), "done"),
            (self.count(StepStatus::Already) + self.already.len(), "already so"),
            (self.count(StepStatus::Failed), "failed"),
            (self.count(StepStatus::NotSent), "not sent"),
            (self.count(StepStatus::Unknown), "unknown"),
            (self.held.len(), "held back"),
            (self.still_listed.len(), "removed but still listed"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {word}"));
            }
        }
        let what = if parts.is_empty() { "nothing to do".to_owned() } else { parts.join(", ") };
        let requests = if self.requests.total == 1 { "request" } else { "requests" };
        format!("{what}; {} {requests}", self.requests.total)
    }
}

/// What is wrong with the end of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// An outcome is not known.
    Unknown,
    /// It was stopped.
    Stopped,
    /// Nothing was done: what was sent failed, first with this kind, and the rest was not sent.
    Failed(ErrorKind),
    /// Some of it failed, or somebody is still listed after the removal.
    Partial,
    /// Guards held something back.
    Held,
}

/// Whether something is left to be done or settled of a run. What waits for a step that was refused or is held will
/// never be sent.
pub(super) fn is_left(results: &[StepResult], stopped: bool) -> bool {
    results.iter().any(|result| match result.status {
        StepStatus::Done | StepStatus::Already | StepStatus::Held => false,
        StepStatus::Failed => result.error.as_ref().is_some_and(|error| is_passing(error.kind())),
        StepStatus::NotSent => stopped || result.error.is_some(),
        StepStatus::Unknown => true,
    })
}

/// Whether a step that failed like this may succeed as it is, another time: the API was not there.
pub(super) fn is_passing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::Transport | ErrorKind::Unavailable | ErrorKind::RateLimited)
}

impl StepResult {
    pub(crate) fn new(plan: &Plan, step: usize, status: StepStatus) -> Self {
        let Some(planned) = plan.steps.get(step) else {
            return Self::nameless(step, status);
        };
        Self { subject: planned.subject.clone(), action: planned.action.clone(), ..Self::nameless(step, status) }
    }

    fn nameless(step: usize, status: StepStatus) -> Self {
        Self {
            step,
            subject: String::new(),
            action: String::new(),
            status,
            id: None,
            found_by_reading: false,
            error: None,
            request_id: None,
            attempts: 0,
            at: None,
        }
    }
}
