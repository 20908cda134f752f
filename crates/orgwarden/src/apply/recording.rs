//! The run of a plan in the journal: what was done of it before, and what is done now.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::done::{StepResult, StepStatus};
use crate::journal::{Entry, Journal, Lease, Run, State};
use crate::plan::Plan;
use crate::{Error, ErrorKind, Organization, Result};

/// A run that this process has the right to apply.
#[derive(Debug)]
pub(super) struct Recording {
    journal: Arc<Journal>,
    run: String,
    lease: Lease,
    /// What is known of steps from before.
    before: BTreeMap<usize, Entry>,
    is_resumed: bool,
}

impl Recording {
    /// Begins a new run.
    pub(super) fn begin(organization: &Organization, plan: &Plan) -> Result<Self> {
        let journal = Arc::clone(organization.journal());
        let (run, lease) = journal.begin(plan, organization.now())?;
        Ok(Self { journal, run, lease, before: BTreeMap::new(), is_resumed: false })
    }

    /// Continues one that was cut off. The right to apply it is taken first, and only then what was done of it is read.
    pub(super) fn resume(organization: &Organization, run: &str) -> Result<(Self, Plan)> {
        let journal = Arc::clone(organization.journal());
        // A run that is not there needs no lock.
        journal.run(run)?;
        let lease = journal.lease(run)?;
        let Run { plan, steps, .. } = journal.run(run)?;
        journal.append(&Entry::of_run(run, organization.now(), State::Resumed, None))?;
        Ok((Self { journal, run: run.to_owned(), lease, before: steps, is_resumed: true }, plan))
    }

    /// The results of the steps that ended before; `None` for those that are still to be done or to be settled.
    pub(super) fn results(&self, plan: &Plan) -> Vec<Option<StepResult>> {
        (0..plan.steps.len())
            .map(|step| {
                let entry = self.before.get(&step)?;
                let status = match entry.state {
                    State::Done => StepStatus::Done,
                    State::Already => StepStatus::Already,
                    State::Failed => StepStatus::Failed,
                    _ => return None,
                };
                let error = entry.error.as_ref().map(|code| {
                    let kind = ErrorKind::ALL.iter().find(|kind| kind.code() == code).copied();
                    let kind = kind.unwrap_or(ErrorKind::Rejected);
                    Error::new(kind, entry.detail.as_deref().unwrap_or_default())
                });
                Some(StepResult {
                    id: entry.id.clone(),
                    request_id: entry.request_id.clone(),
                    found_by_reading: entry.found_by_reading,
                    error,
                    ..StepResult::new(plan, step, status)
                })
            })
            .collect()
    }

    /// Whether the step may have been sent before, with an answer that nobody has read.
    pub(super) fn is_doubtful(&self, step: usize) -> bool {
        self.before.get(&step).is_some_and(|entry| matches!(entry.state, State::Sending | State::Unknown))
    }

    /// Whether it continues what another process began, perhaps long ago.
    pub(super) fn is_resumed(&self) -> bool {
        self.is_resumed
    }

    /// Whether anything was sent before.
    pub(super) fn is_new(&self) -> bool {
        self.before.is_empty()
    }

    /// That a step is about to be sent: on the disk before it is.
    pub(super) fn sending(&self, organization: &Organization, step: usize) -> Result<()> {
        self.journal.append(&Entry::sending(&self.run, organization.now(), step))
    }

    /// How a step ended.
    pub(super) fn ended(&self, organization: &Organization, result: &StepResult) -> Result<()> {
        self.journal.append(&Entry::of_result(&self.run, organization.now(), result))
    }

    /// Ends the run, if nothing of it is left to be sent or settled. Answers its id.
    pub(super) fn finish(self, organization: &Organization, results: &[StepResult]) -> Result<String> {
        let is_open = |result: &StepResult| {
            // What waits for a step that failed or is held will never be sent.
            matches!(result.status, StepStatus::Unknown)
                || (result.status == StepStatus::NotSent && result.error.is_some())
        };
        let was_stopped = organization.client().is_cancelled();
        let not_sent = results.iter().any(|result| result.status == StepStatus::NotSent);
        let is_left = results.iter().any(is_open) || (was_stopped && not_sent);
        if !is_left {
            self.journal.append(&Entry::of_run(&self.run, organization.now(), State::Ended, None))?;
            self.lease.finish();
        }
        Ok(self.run)
    }
}
