use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entry::digest;
use super::{Entry, State};
use crate::api::model::Timestamp;
use crate::plan::Plan;
use crate::{Error, ErrorKind, Result};

/// A run: a plan that was applied, or is being applied.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its name: of the moment at which it began.
    pub id: String,
    /// The plan.
    pub plan: Plan,
    /// What is known of each step, by its number: the last entry. A step without one was never sent.
    pub steps: BTreeMap<usize, Entry>,
    /// Where the run stands.
    pub state: RunState,
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// Over: nothing is left to be sent or settled.
    Ended,
    /// A process is applying it.
    Running,
    /// Cut off: it can be resumed.
    Open,
}

impl RunState {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Running => "running",
            Self::Open => "open",
        }
    }
}

/// A run in short.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RunSummary {
    /// Its name: of the moment at which it began.
    pub id: String,
    /// When it began.
    pub started_at: Timestamp,
    /// The operation that its plan is of.
    pub operation: String,
    /// Where it stands.
    pub state: RunState,
    /// How many steps its plan has.
    pub steps: usize,
    /// How many took effect, or were so already.
    pub done: usize,
    /// How many did not take effect.
    pub failed: usize,
    /// How many guards hold.
    pub held: usize,
    /// How many may have taken effect.
    pub unknown: usize,
    /// How many were not sent.
    pub not_sent: usize,
}

/// The part of a plan that a summary needs: readable whatever the steps of another version look like.
#[derive(Deserialize)]
struct Outline {
    #[serde(default)]
    operation: String,
    #[serde(default)]
    steps: Vec<serde::de::IgnoredAny>,
    #[serde(default)]
    made_at: Timestamp,
}

impl Run {
    /// Reads a run as it was written.
    pub(super) fn read(id: &str, plan: &str, lines: &[String]) -> Result<Self> {
        let entries = entries(id, lines)?;
        let begun_with = entries.iter().find(|entry| entry.state == State::Started);
        if begun_with.is_none_or(|entry| entry.detail.as_deref() != Some(&*digest(plan))) {
            return Err(damaged(id, "its plan is not the one that it began with"));
        }
        let plan: Plan = serde_json::from_str(plan).map_err(|error| damaged(id, &error.to_string()))?;
        let (state, steps) = standing(entries);
        Ok(Self { id: id.to_owned(), plan, steps, state })
    }
}

impl RunSummary {
    /// Reads a run as it was written.
    pub(super) fn read(id: &str, plan: &str, lines: &[String]) -> Result<Self> {
        let entries = entries(id, lines)?;
        let outline: Outline = serde_json::from_str(plan).map_err(|error| damaged(id, &error.to_string()))?;
        let started_at = entries.first().map_or(outline.made_at, |entry| entry.at);
        let (state, steps) = standing(entries);
        let count = |states: &[State]| steps.values().filter(|entry| states.contains(&entry.state)).count();
        let [done, failed, held, unknown] = [
            count(&[State::Done, State::Already]),
            count(&[State::Failed]),
            count(&[State::Held]),
            count(&[State::Sending, State::Unknown]),
        ];
        Ok(Self {
            id: id.to_owned(),
            started_at,
            operation: outline.operation,
            state,
            steps: outline.steps.len(),
            done,
            failed,
            held,
            unknown,
            not_sent: outline.steps.len().saturating_sub(done + failed + held + unknown),
        })
    }
}

/// Reads the entries of a run.
pub(super) fn entries(id: &str, lines: &[String]) -> Result<Vec<Entry>> {
    let read = lines.iter().map(|line| serde_json::from_str(line));
    read.collect::<Result<_, _>>().map_err(|error: serde_json::Error| damaged(id, &error.to_string()))
}

/// What all entries together say: where the run stands, and the last entry of each step.
fn standing(entries: Vec<Entry>) -> (RunState, BTreeMap<usize, Entry>) {
    let (mut state, mut steps) = (RunState::Open, BTreeMap::new());
    for entry in entries {
        match (entry.state, entry.step) {
            (_, Some(step)) => drop(steps.insert(step, entry)),
            (State::Ended, None) => state = RunState::Ended,
            (_, None) => state = RunState::Open,
        }
    }
    (state, steps)
}

fn damaged(id: &str, what: &str) -> Error {
    Error::new(ErrorKind::Storage, format!("the journal of the run {id} cannot be read: {what}"))
        .with_hint("`orgwarden journal verify` tells whether something was changed.")
}
