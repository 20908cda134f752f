use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use tokio_util::sync::CancellationToken;

use super::check;
use super::done::{Counts, Done, StepResult};
use super::event::{Ended, Event, Events};
use super::queues::Queues;
use super::recording::Recording;
use super::settle::{perform, settle_doubts};
use crate::guard::{Held, Judgement};
use crate::journal::StepStatus;
use crate::plan::{Act, Condition, Plan, calls_by_route};
use crate::roster::members_by_email;
use crate::{ErrorKind, Organization, Result};

/// How often the roster is read after a removal until the person is gone from it, and how long between two readings.
const READINGS: u32 = 5;
const BETWEEN_READINGS: Duration = Duration::from_secs(2);

/// Applies the steps: those of different routes side by side, those of one route in order and a few at a time. What an
/// earlier process did of them is not done again.
pub(super) async fn run(
    organization: Organization,
    mut plan: Plan,
    recording: Recording,
    events: Arc<Events>,
    stop: CancellationToken,
) -> Result<Done> {
    let mut results: Vec<Option<StepResult>> = recording.results(&plan);
    let mut left = Left::new(&organization, &events, &plan, &results);
    events.tell(Event::Plan { plan: Box::new(plan.clone()) });
    results.iter().flatten().for_each(|result| events.tell(Event::of_result(result, Duration::ZERO)));
    let open = results.iter().filter(|result| result.is_none()).count();
    events.tell(Event::Start {
        run: recording.run().to_owned(),
        at: organization.now(),
        steps: open,
        before: results.len() - open,
        estimate_seconds: left.time().as_secs_f64(),
    });
    let held = match prepare(&organization, &mut plan, &recording, &mut results, &mut left).await {
        Ok(held) => held,
        Err(error) => return Err(recording.give_up(&organization, error)),
    };
    let mut queues = Queues::new(&plan, &results);
    let mut under_way = FuturesUnordered::new();
    // What cannot be written down is not sent, and the rest would fare no better.
    let mut journal_error = None;
    loop {
        while journal_error.is_none()
            && !stop.is_cancelled()
            && let Some(step) = queues.take(&plan)
        {
            under_way.push(perform(&organization, &plan, &recording, &events, step));
        }
        let Some((result, problem)) = under_way.next().await else { break };
        let result: StepResult = result;
        journal_error = journal_error.or(problem);
        queues.ended(&plan, result.step, result.status.is_well());
        left.ended(&plan, &result);
        let place = result.step;
        results[place] = Some(result);
    }
    drop(under_way);
    let never_sent = |step: usize| {
        let result = StepResult::new(&plan, step, StepStatus::NotSent);
        events.tell(Event::of_result(&result, Duration::ZERO));
        result
    };
    let results: Vec<StepResult> =
        results.into_iter().enumerate().map(|(step, result)| result.unwrap_or_else(|| never_sent(step))).collect();
    let still_listed =
        if stop.is_cancelled() { Vec::new() } else { still_listed(&organization, &plan, &results).await };
    let mut requests = plan.requests.clone();
    requests.add(&organization.client().requests());
    let cancelled = |result: &StepResult| {
        result.error.as_ref().is_some_and(|error| error.kind() == ErrorKind::Cancelled)
            || (result.status == StepStatus::NotSent && result.error.is_none())
    };
    let run = recording.run().to_owned();
    if journal_error.is_none() {
        journal_error = recording.finish(&organization, &results).err();
    }
    let done = Done {
        run,
        stopped: stop.is_cancelled() && results.iter().any(cancelled),
        counts: Counts::of(&results),
        results,
        already: plan.already,
        held: plan.held.into_iter().chain(held).collect(),
        still_listed,
        journal_error,
        requests,
    };
    events.tell(Event::Summary(Box::new(done.clone())));
    Ok(done)
}

/// What comes before the first step is sent: what must hold is read, doubts are settled, guards judge what is left.
/// Answers what they hold.
async fn prepare(
    organization: &Organization,
    plan: &mut Plan,
    recording: &Recording,
    results: &mut [Option<StepResult>],
    left: &mut Left,
) -> Result<Vec<Held>> {
    check::conditions(organization, plan, recording).await?;
    // Before guards judge: what was done already is nothing that they could hold.
    let mut take = |some: Vec<StepResult>, results: &mut [Option<StepResult>]| {
        for result in some {
            left.ended(plan, &result);
            let place = result.step;
            results[place] = Some(result);
        }
    };
    take(settle_doubts(organization, plan, recording).await?, results);
    take(check::what_is_left(organization, plan, recording, results).await?, results);
    let is_open: Vec<bool> = results.iter().map(Option::is_none).collect();
    let Judgement { held, order } = check::guards(organization, plan, &is_open).await?;
    plan.wait(&order);
    let at = Some(organization.now());
    let holding = held.keys().map(|step| StepResult { at, ..StepResult::new(plan, *step, StepStatus::Held) });
    let holding: Vec<StepResult> = holding.collect();
    recording.all_ended(organization, &holding)?;
    for (result, held) in holding.into_iter().zip(held.values()) {
        left.held(plan, &result, held);
        let place = result.step;
        results[place] = Some(result);
    }
    Ok(held.into_values().collect())
}

/// How many calls are left on each route, and how long they take.
struct Left {
    organization: Organization,
    events: Arc<Events>,
    calls: Vec<(String, u32)>,
}

impl Left {
    fn new(organization: &Organization, events: &Arc<Events>, plan: &Plan, results: &[Option<StepResult>]) -> Self {
        let open = plan.steps.iter().zip(results).filter(|(_, result)| result.is_none());
        Self {
            organization: organization.clone(),
            events: Arc::clone(events),
            calls: calls_by_route(open.map(|(step, _)| step)),
        }
    }

    /// At the pace that has been learned by now; nothing where that cannot be told.
    fn time(&self) -> Duration {
        self.organization.client().estimate(&self.calls).unwrap_or_default()
    }

    fn took(&mut self, plan: &Plan, step: usize) {
        let route = plan.steps[step].call().name();
        if let Some((_, count)) = self.calls.iter_mut().find(|(name, _)| *name == route) {
            *count = count.saturating_sub(1);
        }
    }

    /// Counts a step that has ended, and tells it.
    fn ended(&mut self, plan: &Plan, result: &StepResult) {
        self.took(plan, result.step);
        self.events.tell(Event::of_result(result, self.time()));
    }

    /// Counts a step that a guard holds, and tells it.
    fn held(&mut self, plan: &Plan, result: &StepResult, held: &Held) {
        self.took(plan, result.step);
        let ended = Ended { result: Box::new(result.clone()), left_seconds: self.time().as_secs_f64() };
        self.events.tell(Event::Held { ended, held: held.clone() });
    }
}

/// The addresses of the people whom the plan removes, where it knows them.
fn addresses_of_removed<'a>(plan: &'a Plan, results: &[StepResult]) -> Vec<&'a str> {
    let removed =
        results.iter().filter(|result| result.status.is_well()).filter_map(|result| plan.steps.get(result.step));
    removed
        .filter(|step| matches!(step.act, Act::Remove { .. }))
        .filter_map(|step| {
            step.requires.iter().find_map(|condition| match condition {
                Condition::Member { email, .. } => email.as_deref(),
                _ => None,
            })
        })
        .collect()
}

/// Reads back whether removed people are gone: one request for up to 100 of them, again while somebody lingers.
async fn still_listed(organization: &Organization, plan: &Plan, results: &[StepResult]) -> Vec<String> {
    let mut left: Vec<String> = addresses_of_removed(plan, results).into_iter().map(str::to_owned).collect();
    for reading in 0..READINGS {
        let addresses: Vec<&str> = left.iter().map(String::as_str).collect();
        let Ok(users) = members_by_email(organization, &addresses).await else {
            // A failing read proves nothing: the API confirmed the removal, unless an earlier reading said otherwise.
            return if reading == 0 { Vec::new() } else { left };
        };
        let present: HashSet<String> =
            users.into_iter().filter_map(|user| user.email).map(|email| email.to_lowercase()).collect();
        left.retain(|email| present.contains(&email.to_lowercase()));
        if left.is_empty() || reading + 1 == READINGS {
            break;
        }
        organization.client().pause(organization.clock().as_ref(), BETWEEN_READINGS).await;
    }
    left
}
