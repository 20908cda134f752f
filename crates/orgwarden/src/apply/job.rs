use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::done::Done;
use super::event::{Event, Events};
use super::recording::Recording;
use super::run;
use crate::guard;
use crate::plan::Plan;
use crate::{Error, ErrorKind, Organization, Result};

/// A plan on its way, in a task of its own: dropping the handle stops it gently, it never tears a request apart.
///
/// Events are pulled: who does not pull them holds nothing up. The last of a run that came to its end is
/// [`Event::Summary`]; one that could not even begin has none, and [`Job::result`] tells why.
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
        let telling = Arc::new(Events { sender, outer: organization.client().clone() });
        let organization = organization.scoped(stop.clone(), telling.listener(None));
        let token = stop.clone();
        let task = tokio::spawn(async move {
            let (recording, plan) = begin(&organization)?;
            run::run(organization, plan, recording, telling, token).await
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
