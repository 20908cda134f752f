use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::done::{Done, StepResult};
use super::recording::Recording;
use super::run;
use crate::api::client::Signal;
use crate::guard::{self, Held};
use crate::plan::Plan;
use crate::{Error, ErrorKind, Organization, Result};

/// What happens while a plan is applied.
#[derive(Clone, Debug)]
pub enum Event {
    /// It begins.
    Started {
        /// The run in the journal.
        run: String,
        /// How many steps there are; of a run that is resumed, those that are left.
        steps: usize,
        /// How long it will take, as far as is known.
        estimate: Duration,
    },
    /// A guard holds a step, by what the organization is like now.
    Held(Arc<Held>),
    /// A step has ended.
    Ended {
        /// How.
        result: Arc<StepResult>,
        /// How long the others will take, at the pace that has been learned by now.
        left: Duration,
    },
    /// A request waits for its turn, or is about to be sent again.
    Signal(Signal),
}

/// A plan on its way, in a task of its own: dropping the handle stops it gently, it never tears a request apart.
#[derive(Debug)]
pub struct Job {
    events: mpsc::UnboundedReceiver<Event>,
    stop: CancellationToken,
    task: JoinHandle<Result<Done>>,
}

impl Job {
    /// Applies a plan.
    pub(crate) fn start(organization: &Organization, plan: Plan) -> Self {
        Self::spawn(organization, |organization| {
            guard::same_organization(plan.organization.as_deref(), organization.client().organization())?;
            let mut plan = plan;
            // Whoever wrote the file does not decide what is allowed here.
            plan.policy = organization.policy().strictest(&plan.policy);
            let recording = Recording::begin(organization, &plan)?;
            Ok((recording, plan))
        })
    }

    /// Continues a run of the journal. `retrying`: what was refused is tried again too.
    pub(crate) fn resume(organization: &Organization, run: &str, retrying: bool) -> Self {
        let run = run.to_owned();
        Self::spawn(organization, move |organization| Recording::resume(organization, &run, retrying))
    }

    fn spawn(
        organization: &Organization,
        begin: impl FnOnce(&Organization) -> Result<(Recording, Plan)> + Send + 'static,
    ) -> Self {
        let (sender, events) = mpsc::unbounded_channel();
        let stop = organization.client().child_token();
        let organization = {
            let sender = sender.clone();
            let parent = organization.clone();
            organization.scoped(stop.clone(), move |signal| {
                parent.client().tell(&signal);
                let _ = sender.send(Event::Signal(signal));
            })
        };
        let token = stop.clone();
        let task = tokio::spawn(async move {
            let (recording, plan) = begin(&organization)?;
            run::run(organization, plan, recording, sender, token).await
        });
        Self { events, stop, task }
    }

    /// The next event; `None` when it is over.
    pub async fn next(&mut self) -> Option<Event> {
        self.events.recv().await
    }

    /// Asks it to stop: no new step is sent, those under way are answered. Can be called at any time.
    pub fn stop(&self) {
        self.stop.cancel();
    }

    /// Waits for the end.
    pub async fn result(mut self) -> Result<Done> {
        (&mut self.task).await.map_err(|error| {
            Error::new(ErrorKind::Internal, format!("applying the plan failed inside: {error}"))
                .with_hint("Some of it may have been done. Read the organization before doing it again.")
        })?
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
