use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use tokio::sync::mpsc::UnboundedSender;
use tokio_util::sync::CancellationToken;

use super::done::{Done, StepResult, StepStatus};
use super::job::Event;
use super::settle::perform;
use crate::plan::Plan;
use crate::roster::{SIDE_BY_SIDE, members_by_email};
use crate::{ErrorKind, Organization};

/// How often the roster is read after a removal until the person is gone from it, and how long between two readings.
const READINGS: u32 = 5;
const BETWEEN_READINGS: Duration = Duration::from_secs(2);

/// Applies the steps: those of different routes side by side, those of one route in order and a few at a time.
pub(super) async fn run(
    organization: Organization,
    plan: Plan,
    events: UnboundedSender<Event>,
    stop: CancellationToken,
) -> Done {
    let estimate = Duration::from_secs_f64(plan.estimate_seconds.max(0.0));
    let _ = events.send(Event::Started { steps: plan.steps.len(), estimate });
    let mut queues = Queues::new(&plan);
    let mut results: Vec<Option<StepResult>> = vec![None; plan.steps.len()];
    let mut under_way = FuturesUnordered::new();
    loop {
        while !stop.is_cancelled()
            && let Some(step) = queues.take(&plan)
        {
            under_way.push(perform(&organization, &plan, step));
        }
        let Some(result) = under_way.next().await else { break };
        let result: StepResult = result;
        queues.ended(&plan, result.step, matches!(result.status, StepStatus::Done | StepStatus::Already));
        let _ = events.send(Event::Ended(Arc::new(result.clone())));
        let place = result.step;
        results[place] = Some(result);
    }
    drop(under_way);
    let results: Vec<StepResult> = results
        .into_iter()
        .enumerate()
        .map(|(step, result)| result.unwrap_or_else(|| StepResult::new(&plan, step, StepStatus::NotSent)))
        .collect();
    let still_listed =
        if stop.is_cancelled() { Vec::new() } else { still_listed(&organization, &plan, &results).await };
    let mut requests = plan.requests.clone();
    requests.add(&organization.client().requests());
    let cancelled = |result: &StepResult| {
        result.error.as_ref().is_some_and(|error| error.kind() == ErrorKind::Cancelled)
            || (result.status == StepStatus::NotSent && result.error.is_none())
    };
    Done {
        stopped: stop.is_cancelled() && results.iter().any(cancelled),
        results,
        already: plan.already,
        held: plan.held,
        still_listed,
        requests,
    }
}

/// The steps that wait, by route.
struct Queues {
    waiting: BTreeMap<String, VecDeque<usize>>,
    under_way: BTreeMap<String, usize>,
    /// Steps that wait for this one.
    followers: BTreeMap<usize, Vec<usize>>,
}

impl Queues {
    fn new(plan: &Plan) -> Self {
        let mut queues = Self { waiting: BTreeMap::new(), under_way: BTreeMap::new(), followers: BTreeMap::new() };
        for (number, step) in plan.steps.iter().enumerate() {
            match step.after {
                Some(before) => queues.followers.entry(before).or_default().push(number),
                None => queues.waiting.entry(step.call.name()).or_default().push_back(number),
            }
        }
        queues
    }

    /// The next step whose route has room.
    fn take(&mut self, plan: &Plan) -> Option<usize> {
        let has_room = |route: &String| self.under_way.get(route).copied().unwrap_or(0) < SIDE_BY_SIDE;
        let route = self.waiting.iter().find(|(route, steps)| !steps.is_empty() && has_room(route))?.0.clone();
        let step = self.waiting.get_mut(&route)?.pop_front()?;
        debug_assert!(step < plan.steps.len());
        *self.under_way.entry(route).or_default() += 1;
        Some(step)
    }

    /// Makes room, and lets those go that waited for it: if it failed, they are never sent.
    fn ended(&mut self, plan: &Plan, step: usize, well: bool) {
        if let Some(count) = self.under_way.get_mut(&plan.steps[step].call.name()) {
            *count = count.saturating_sub(1);
        }
        for follower in self.followers.remove(&step).unwrap_or_default() {
            if well {
                self.waiting.entry(plan.steps[follower].call.name()).or_default().push_back(follower);
            }
        }
    }
}

/// Reads back whether removed people are gone: one request for up to 100 of them, again while somebody lingers.
async fn still_listed(organization: &Organization, plan: &Plan, results: &[StepResult]) -> Vec<String> {
    let removed: HashSet<&str> = results
        .iter()
        .filter(|result| matches!(result.status, StepStatus::Done | StepStatus::Already))
        .map(|result| result.subject.as_str())
        .collect();
    let mut left: Vec<String> =
        plan.must_be_gone.iter().filter(|email| removed.contains(email.as_str())).cloned().collect();
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
