use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::Result;
use crate::api::client::{BaseUrl, Signal};
use crate::api::model::Timestamp;
use crate::api::{Client, Clock, Key, SystemClock};
use crate::apply::Job;
use crate::budgets::SqliteBudgets;
use crate::config::Settings;
use crate::guard::{self, Policy};
use crate::journal::Journal;
use crate::operation::{Change, Effect, Operation, Report};
use crate::plan::Plan;
use crate::roster::{self, Known};

/// In seconds.
const DAY: i64 = 24 * 60 * 60;

/// One organization: the handle that operations are run on. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Organization {
    client: Client,
    clock: Arc<dyn Clock>,
    policy: Arc<Policy>,
    journal: Arc<Journal>,
}

impl Organization {
    /// An organization behind a client.
    pub fn new(client: Client) -> Self {
        Self { client, clock: Arc::new(SystemClock), policy: Arc::default(), journal: Arc::new(Journal::in_memory()) }
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
        let journal = Arc::new(Journal::at(settings.state_file()));
        Ok(Self { client, clock, policy: Arc::new(settings.guards.clone()), journal })
    }

    /// The same organization with another policy: what guards allow.
    #[must_use]
    pub fn with_policy(mut self, policy: Policy) -> Self {
        self.policy = Arc::new(policy);
        self
    }

    /// The same organization with another journal. Without one, what is done is kept only as long as the process lives.
    #[must_use]
    pub fn with_journal(mut self, journal: Journal) -> Self {
        self.journal = Arc::new(journal);
        self
    }

    /// Where every change is written down.
    pub fn journal(&self) -> &Arc<Journal> {
        &self.journal
    }

    /// What guards allow.
    pub fn policy(&self) -> &Policy {
        &self.policy
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
        Self { client: self.client.scoped(cancel, listener), ..self.clone() }
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
        let plan = change.plan(&counted).await?;
        counted.judged(plan, C::NAME, C::EFFECT).await
    }

    /// Completes a plan that was decided: guards hold what they must, and it is told whose it is and what it costs.
    /// `self` counts the requests since the plan was begun.
    pub(crate) async fn judged(&self, mut plan: Plan, operation: &str, effect: Effect) -> Result<Plan> {
        plan.policy = match &plan.stricter {
            Some(lines) => self.policy.strictest(&lines.over(&self.policy)),
            None => self.policy.as_ref().clone(),
        };
        self.hold(&mut plan).await?;
        operation.clone_into(&mut plan.operation);
        plan.effect = effect;
        plan.organization = self.client.organization().map(str::to_owned);
        plan.made_at = self.now();
        plan.requests = self.client.requests();
        plan.count();
        plan.estimate_seconds = self.client.estimate(&plan.calls_by_route())?.as_secs_f64();
        Ok(plan)
    }

    /// Lets guards hold what they must of a new plan.
    async fn hold(&self, plan: &mut Plan) -> Result<()> {
        let known = Known {
            people: std::mem::take(&mut plan.known),
            promoted: plan.successor.iter().cloned().collect(),
            census: plan.census.take(),
            key_owners: plan.key_owners.take(),
            ..Known::default()
        };
        let (facts, learned) = roster::facts(self, &plan.steps, &plan.policy, known).await?;
        let judgement = guard::judge(&plan.steps, &facts, &plan.policy);
        plan.heed(judgement);
        plan.notes.extend(learned.key_owners.iter().flat_map(|key| key.notes(&plan.steps)));
        plan.key_owners = learned.key_owners;
        plan.owners = learned.owners;
        Ok(())
    }

    /// Takes a saved plan up: refuses one that was made for another organization, and notes in it how old it is if it is
    /// older than a day. Age alone refuses nothing: what the plan requires is read anew before it is applied.
    pub fn accept(&self, mut plan: Plan) -> Result<Plan> {
        guard::same_organization(plan.organization.as_deref(), self.client.organization())?;
        let days = self.now().since(plan.made_at) / DAY;
        if days > 0 && !plan.steps.is_empty() {
            let days = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
            plan.notes.push(format!(
                "the plan is {days} old (of {}): what it requires is read anew before anything is sent",
                plan.made_at
            ));
        }
        Ok(plan)
    }

    /// Applies a plan: exactly its steps, in a task that the caller does not own. Needs a tokio runtime.
    pub fn apply(&self, plan: Plan) -> Job {
        Job::start(&self.counting_anew(), plan)
    }

    /// Continues a run that was cut off: what was done stays done, what may have been done is settled by reading, and the
    /// rest is done. What guards held is judged anew; what the API refused stays refused. Needs a tokio runtime.
    pub fn resume(&self, run: &str) -> Job {
        Job::resume(&self.counting_anew(), run, false)
    }

    /// The same, and what the API refused is tried again; a run that is over is taken up again for that and for what
    /// guards held.
    pub fn retry(&self, run: &str) -> Job {
        Job::resume(&self.counting_anew(), run, true)
    }

    fn counting_anew(&self) -> Self {
        Self { client: self.client.counting_anew(), ..self.clone() }
    }
}
