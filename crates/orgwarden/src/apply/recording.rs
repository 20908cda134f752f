//! The run of a plan in the journal: what was done of it before, and what is done now.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::done::{StepResult, is_left, is_passing};
use crate::journal::{Entry, Journal, Lease, Run, RunState, State, StepStatus};
use crate::plan::Plan;
use crate::{Error, ErrorKind, Organization, Result, guard};

/// A run that this process has the right to apply.
#[derive(Debug)]
pub(super) struct Recording {
    journal: Arc<Journal>,
    run: String,
    lease: Lease,
    /// What is known of steps from before.
    before: BTreeMap<usize, Entry>,
    /// Whether what was refused before is tried again.
    retrying: bool,
}

impl Recording {
    /// Begins a new run.
    pub(super) fn begin(organization: &Organization, plan: &Plan) -> Result<Self> {
        let journal = Arc::clone(organization.journal());
        let (run, lease) = journal.begin(plan, organization.now())?;
        Ok(Self { journal, run, lease, before: BTreeMap::new(), retrying: false })
    }

    /// Continues one that was cut off. The right to apply it is taken first, and only then what was done of it is read.
    pub(super) fn resume(organization: &Organization, run: &str, retrying: bool) -> Result<(Self, Plan)> {
        let journal = Arc::clone(organization.journal());
        // A run that is not there needs no lock.
        let Run { plan, .. } = journal.run(run)?;
        guard::same_organization(plan.organization.as_deref(), organization.client().organization())?;
        let lease = journal.lease(run)?;
        let Run { mut plan, steps, state, .. } = journal.run(run)?;
        let is_again = |entry: &Entry| retrying && matches!(entry.state, State::Failed | State::Held);
        if state == RunState::Ended && !steps.values().any(is_again) {
            lease.finish();
            return Err(Error::new(ErrorKind::Conflict, format!("the run {run} is over: nothing is left to be done")));
        }
        journal.append(&Entry::of_run(run, organization.now(), State::Resumed, None))?;
        // What was read when it was made is not so any more, as with a plan from a file.
        plan.is_saved = true;
        Ok((Self { journal, run: run.to_owned(), lease, before: steps, retrying }, plan))
    }

    /// The name of the run.
    pub(super) fn run(&self) -> &str {
        &self.run
    }

    /// The results of the steps that ended before; `None` for those that are still to be done or to be settled.
    pub(super) fn results(&self, plan: &Plan) -> Vec<Option<StepResult>> {
        (0..plan.steps.len()).map(|step| self.result(plan, step, self.before.get(&step)?)).collect()
    }

    fn result(&self, plan: &Plan, step: usize, entry: &Entry) -> Option<StepResult> {
        let kind = entry.error.as_ref().map(|code| {
            let kind = ErrorKind::ALL.iter().find(|kind| kind.code() == code);
            kind.copied().unwrap_or(ErrorKind::Rejected)
        });
        let status = match entry.state {
            State::Done => StepStatus::Done,
            State::Already => StepStatus::Already,
            State::Failed if !self.retrying && !kind.is_some_and(is_passing) => StepStatus::Failed,
            _ => return None,
        };
        Some(StepResult {
            id: entry.id.clone(),
            request_id: entry.request_id.clone(),
            found_by_reading: entry.found_by_reading,
            attempts: entry.attempts.unwrap_or(0),
            at: Some(entry.at),
            error: kind.map(|kind| Error::new(kind, entry.detail.as_deref().unwrap_or_default())),
            ..StepResult::new(plan, step, status)
        })
    }

    /// Whether the step may have been sent before, with an answer that nobody has read.
    pub(super) fn is_doubtful(&self, step: usize) -> bool {
        self.before.get(&step).is_some_and(|entry| matches!(entry.state, State::Sending | State::Unknown))
    }

    /// How often the step was sent before, as far as the journal knows.
    pub(super) fn attempts(&self, step: usize) -> u32 {
        self.before.get(&step).and_then(|entry| entry.attempts).unwrap_or(0)
    }

    /// Whether nothing was sent before.
    pub(super) fn is_new(&self) -> bool {
        self.before.values().all(|entry| matches!(entry.state, State::Held | State::NotSent))
    }

    /// That a step is about to be sent: on the disk before it is.
    pub(super) fn sending(&self, organization: &Organization, step: usize) -> Result<()> {
        self.journal.append(&Entry::sending(&self.run, organization.now(), step, self.attempts(step)))
    }

    /// How a step ended.
    pub(super) fn ended(&self, organization: &Organization, result: &StepResult) -> Result<()> {
        let at = result.at.unwrap_or_else(|| organization.now());
        self.journal.append(&Entry::of_result(&self.run, at, result))
    }

    /// How several steps ended.
    pub(super) fn all_ended(&self, organization: &Organization, results: &[StepResult]) -> Result<()> {
        let now = organization.now();
        let entries: Vec<Entry> = results.iter().map(|result| Entry::of_result(&self.run, now, result)).collect();
        self.journal.append_all(&entries)
    }

    /// Ends the run, if nothing of it is left to be sent or settled.
    pub(super) fn finish(self, organization: &Organization, results: &[StepResult]) -> Result<()> {
        if is_left(results, organization.client().is_cancelled()) { Ok(()) } else { self.end(organization, None) }
    }

    /// Gives up before the first step: a run of which nothing was sent is over, for nobody would miss it;
    /// unless it was interrupted, and is to be continued.
    pub(super) fn give_up(self, organization: &Organization, error: Error) -> Error {
        if self.is_new() && error.kind() != ErrorKind::Cancelled {
            // Nothing was sent, whatever the journal says.
            let _ = self.end(organization, Some(error.message().to_owned()));
        }
        error
    }

    fn end(self, organization: &Organization, why: Option<String>) -> Result<()> {
        self.journal.append(&Entry::of_run(&self.run, organization.now(), State::Ended, why))?;
        self.lease.finish();
        Ok(())
    }
}
