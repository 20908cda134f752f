//! What happens while a plan is applied, as data: for progress, for programs that follow along, for files of results.

use std::sync::Arc;
use std::time::Duration;

use schemars::JsonSchema;
use serde::Serialize;
use tokio::sync::mpsc::UnboundedSender;

use super::done::{Done, StepResult};
use crate::api::Client;
use crate::api::client::Signal;
use crate::api::model::Timestamp;
use crate::guard::Held;
use crate::journal::StepStatus;
use crate::plan::Plan;

/// What happens while a plan is applied. As JSON, `event` tells which of these it is.
///
/// `plan` comes first, `summary` last. A step that is sent begins with `step`; every step of the plan ends with exactly one
/// of `done`, `failed`, `held`, `unknown` and `not_sent`: of a run that is resumed, those that ended before are told before
/// `start`. Numbers of steps count from 0, in the order of the plan. Kinds of events and members may be added; whoever reads
/// them should pass over what they do not know.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// What is agreed to be done.
    Plan {
        /// The plan.
        plan: Box<Plan>,
    },
    /// It begins.
    Start {
        /// The run in the journal.
        run: String,
        /// When.
        at: Timestamp,
        /// How many steps are left to be done.
        steps: usize,
        /// How many ended before this process took the run up.
        before: usize,
        /// How long it will take in seconds, as far as is known.
        estimate_seconds: f64,
    },
    /// A step is in the journal, and is about to be sent.
    Step {
        /// The number of the step.
        step: usize,
        /// Whom it is about.
        subject: String,
        /// What it does, in words.
        action: String,
        /// When.
        at: Timestamp,
    },
    /// A request waits for its turn.
    Wait {
        /// The step that it is of. Null: something is read for all of them.
        step: Option<usize>,
        /// Method and route template.
        route: String,
        /// How long in seconds, as far as is known.
        seconds: f64,
        /// How many requests the route's limit lets through in a minute. Null: not known.
        per_minute: Option<f64>,
    },
    /// A request is about to be sent again.
    Retry {
        /// The step that it is of. Null: something is read for all of them.
        step: Option<usize>,
        /// Method and route template.
        route: String,
        /// What went wrong.
        reason: String,
        /// How long until then, in seconds.
        seconds: f64,
    },
    /// A guard holds a step, by what the organization is like now.
    Held {
        /// How the step ended.
        #[serde(flatten)]
        ended: Ended,
        /// The rule, why, and what would allow it.
        held: Held,
    },
    /// A step took effect, or it was so already.
    Done(Ended),
    /// A step did not take effect.
    Failed(Ended),
    /// A step may have taken effect, and reading did not settle it.
    Unknown(Ended),
    /// A step was not sent.
    NotSent(Ended),
    /// The end: what the format `json` tells.
    Summary(Box<Done>),
}

/// The end of a step.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Ended {
    /// How it ended.
    #[serde(flatten)]
    pub result: Box<StepResult>,
    /// How long the steps that are left will take in seconds, at the pace that has been learned by now.
    pub left_seconds: f64,
}

impl Event {
    /// That a step has ended; those that guards hold are told with their rule instead.
    pub(super) fn of_result(result: &StepResult, left: Duration) -> Self {
        let ended = Ended { result: Box::new(result.clone()), left_seconds: left.as_secs_f64() };
        match result.status {
            StepStatus::Done | StepStatus::Already => Self::Done(ended),
            StepStatus::Failed => Self::Failed(ended),
            StepStatus::Unknown => Self::Unknown(ended),
            StepStatus::NotSent | StepStatus::Held => Self::NotSent(ended),
        }
    }

    /// How a step ended, if this is the end of one.
    pub fn ended(&self) -> Option<&Ended> {
        match self {
            Self::Held { ended, .. }
            | Self::Done(ended)
            | Self::Failed(ended)
            | Self::Unknown(ended)
            | Self::NotSent(ended) => Some(ended),
            Self::Plan { .. }
            | Self::Start { .. }
            | Self::Step { .. }
            | Self::Wait { .. }
            | Self::Retry { .. }
            | Self::Summary(_) => None,
        }
    }
}

/// Where events go: to whoever pulls them, and what the client signals also to the listener that was there before.
#[derive(Clone, Debug)]
pub(super) struct Events {
    pub(super) sender: UnboundedSender<Event>,
    pub(super) outer: Client,
}

impl Events {
    pub(super) fn tell(&self, event: Event) {
        // Whoever pulls no more is not missed: the journal is what counts.
        let _ = self.sender.send(event);
    }

    /// A listener for a client whose requests are of this step.
    pub(super) fn listener(self: &Arc<Self>, step: Option<usize>) -> impl Fn(Signal) + Send + Sync + 'static + use<> {
        let events = Arc::clone(self);
        move |signal| {
            events.outer.tell(&signal);
            match signal {
                Signal::Waiting { route, wait, per_minute } => {
                    events.tell(Event::Wait { step, route, seconds: wait.as_secs_f64(), per_minute });
                }
                Signal::Retrying { route, reason, wait } => {
                    events.tell(Event::Retry { step, route, reason, seconds: wait.as_secs_f64() });
                }
                Signal::Sending { .. } | Signal::Read { .. } => {}
            }
        }
    }
}
