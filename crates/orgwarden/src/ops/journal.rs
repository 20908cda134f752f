use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::apply::Done;
use crate::journal::{Entry, RunSummary, Verification};
use crate::operation::{Effect, Operation};
use crate::{Organization, Result};

/// Lists the runs of the journal, the newest first: every plan that was applied, or is being applied.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListRuns {}

/// Runs of the journal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RunList {
    /// The runs.
    pub runs: Vec<RunSummary>,
}

impl Operation for ListRuns {
    const NAME: &'static str = "journal.list";
    const EFFECT: Effect = Effect::Reads;
    type Output = RunList;

    async fn run(self, organization: &Organization) -> Result<RunList> {
        Ok(RunList { runs: organization.journal().runs()? })
    }
}

/// Shows the entries of a run in the journal: what was written before and after each request.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowRun {
    /// The run.
    pub run: String,
}

/// A run with its entries.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RunRecord {
    /// The run in short.
    pub run: RunSummary,
    /// Its entries, in order.
    pub entries: Vec<RunEntry>,
}

/// An entry, with what it is about.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RunEntry {
    /// Whom the step is about.
    pub subject: Option<String>,
    /// What the step does, in words.
    pub action: Option<String>,
    /// The entry.
    #[serde(flatten)]
    pub entry: Entry,
}

impl Operation for ShowRun {
    const NAME: &'static str = "journal.show";
    const EFFECT: Effect = Effect::Reads;
    type Output = RunRecord;

    async fn run(self, organization: &Organization) -> Result<RunRecord> {
        let (run, entries) = organization.journal().entries(&self.run)?;
        let plan = organization.journal().run(&self.run)?.plan;
        let entries = entries.into_iter().map(|entry| {
            let step = entry.step.and_then(|step| plan.steps.get(step));
            RunEntry {
                subject: step.map(|step| step.subject.clone()),
                action: step.map(|step| step.action.clone()),
                entry,
            }
        });
        Ok(RunRecord { run, entries: entries.collect() })
    }
}

/// Checks that nothing in the journal was changed since it was written.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct VerifyJournal {
    /// A head that an earlier check told, and that was kept elsewhere: it must still be in the chain, so that entries
    /// that were cut off at the end are missed too.
    pub head: Option<String>,
}

impl Operation for VerifyJournal {
    const NAME: &'static str = "journal.verify";
    const EFFECT: Effect = Effect::Reads;
    type Output = Verification;

    async fn run(self, organization: &Organization) -> Result<Verification> {
        organization.journal().verify(self.head.as_deref())
    }
}

/// Continues a run that was cut off: what was done stays done, what may have been done is settled by reading, and the
/// rest is done.
///
/// It does what was agreed to when the run began.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ResumeRun {
    /// The run; absent: the newest that was cut off.
    pub run: Option<String>,
    /// Try again what the API refused; of a run that is over, also what guards held.
    pub retry: bool,
}

/// What became of a run that was resumed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Resumption {
    /// What became of it. Null: there was nothing to resume.
    pub done: Option<Done>,
}

impl Operation for ResumeRun {
    const NAME: &'static str = "journal.resume";
    const EFFECT: Effect = Effect::Destroys;
    type Output = Resumption;

    async fn run(self, organization: &Organization) -> Result<Resumption> {
        let done = match self.start(organization)? {
            Some(job) => Some(job.result().await?),
            None => None,
        };
        Ok(Resumption { done })
    }
}

impl ResumeRun {
    /// Starts it, for callers who want to see how it goes; `None`: there is nothing to resume. Needs a tokio runtime.
    pub fn start(&self, organization: &Organization) -> Result<Option<crate::apply::Job>> {
        let run = organization.journal().to_resume(self.run.as_deref(), self.retry)?;
        Ok(run.map(|run| if self.retry { organization.retry(&run) } else { organization.resume(&run) }))
    }
}
