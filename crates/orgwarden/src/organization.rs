use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::Result;
use crate::api::client::{BaseUrl, Signal};
use crate::api::model::Timestamp;
use crate::api::{Client, Clock, Key, SystemClock};
use crate::apply::Job;
use crate::budgets::SqliteBudgets;
use crate::config::Settings;
use crate::guard;
use crate::operation::{Change, Operation, Report};
use crate::plan::Plan;

/// One organization: the handle that operations are run on. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Organization {
    client: Client,
    clock: Arc<dyn Clock>,
}

impl Organization {
    /// An organization behind a client.
    pub fn new(client: Client) -> Self {
        Self { client, clock: Arc::new(SystemClock) }
    }

    /// Opens the organization that the settings name. Learned budgets are shared with other processes through the
    /// settings' state folder. Nothing is sent.
    pub fn open(settings: &Settings) -> Result<Self> {
        Self::open_by(settings, Arc::new(SystemClock))
    }

    /// The same, by another clock: for pacing, for pauses between retries and for expiries.
    pub fn open_by(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Self> {
        if let Err(error) = settings.prepare_state() {
            tracing::warn!(%error, "what is learned of the API's limits is not kept");
        }
        let client =
            Client::builder(BaseUrl::parse(&settings.base_url, "the base URL")?, Key::new(settings.key.clone())?)
                .organization(settings.organization.clone())
                .budgets(Arc::new(SqliteBudgets::open(&settings.budgets_file())?))
                .max_wait(settings.max_wait)
                .clock(Arc::clone(&clock))
                .build()?;
        Ok(Self { client, clock })
    }

    /// The same organization with another clock: what "now" means for expiries, and how waiting passes.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// The same organization, which can be cancelled and listened to. Waits and reads end at once; a change that is
    /// under way is finished first.
    #[must_use]
    pub fn scoped(&self, cancel: CancellationToken, listener: impl Fn(Signal) + Send + Sync + 'static) -> Self {
        Self { client: self.client.scoped(cancel, listener), clock: Arc::clone(&self.clock) }
    }

    /// The client below, for calls that no operation covers.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The present moment on this organization's clock.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The clock.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Runs an operation and counts its requests.
    pub async fn run<O: Operation>(&self, operation: O) -> Result<Report<O::Output>> {
        let counted = self.counting_anew();
        let value = operation.run(&counted).await?;
        Ok(Report { value, requests: counted.client.requests() })
    }

    /// Says which calls a change means, without sending any of them. Reads what it needs to know.
    pub async fn plan<C: Change>(&self, change: &C) -> Result<Plan> {
        let counted = self.counting_anew();
        guard::same_organization(change.organization(), self.client.organization())?;
        let mut plan = change.plan(&counted).await?;
        C::NAME.clone_into(&mut plan.operation);
        plan.effect = C::EFFECT;
        plan.organization = self.client.organization().map(str::to_owned);
        plan.made_at = self.now();
        plan.requests = counted.client.requests();
        plan.estimate_seconds = self.client.estimate(&plan.calls_by_route())?.as_secs_f64();
        Ok(plan)
    }

    /// Applies a plan: exactly its steps, in a task that the caller does not own. Needs a tokio runtime.
    pub fn apply(&self, plan: Plan) -> Job {
        Job::start(&self.counting_anew(), plan)
    }

    fn counting_anew(&self) -> Self {
        Self { client: self.client.counting_anew(), clock: Arc::clone(&self.clock) }
    }
}
