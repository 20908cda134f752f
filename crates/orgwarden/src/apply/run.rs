use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use tokio::sync::mpsc::UnboundedSender;
use tokio_util::sync::CancellationToken;

use super::check;
use super::done::{Done, StepResult, StepStatus};
use super::job::Event;
use super::recording::Recording;
use super::settle::perform;
use crate::guard::{Held, Judgement};
use crate::plan::{Act, Condition, Plan};
use crate::roster::{SIDE_BY_SIDE, members_by_email};
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
    events: UnboundedSender<Event>,
    stop: CancellationToken,
) -> Result<Done> {
    let estimate = Duration::from_secs_f64(plan.estimate_seconds.max(0.0));
    let _ = events.send(Event::Started { steps: plan.steps.len(), estimate });
    let mut results: Vec<Option<StepResult>> = recording.results(&plan);
    let is_open: Vec<bool> = results.iter().map(Option::is_none).collect();
    check::conditions(&organization, &plan, &recording).await?;
    let Judgement { held, order } = check::guards(&organization, &plan, &recording, &is_open).await?;
    plan.wait(&order);
    for (step, held) in &held {
        let result = StepResult::new(&plan, *step, StepStatus::Held);
        recording.ended(&organization, &result)?;
        let _ = events.send(Event::Held(Arc::new(held.clone())));
        results[*step] = Some(result);
    }
    let mut queues = Queues::new(&plan, &results);
    let mut under_way = FuturesUnordered::new();
    // What cannot be written down is not sent, and the rest would fare no better.
    let mut broken = None;
    loop {
        while broken.is_none()
            && !stop.is_cancelled()
            && let Some(step) = queues.take(&plan)
        {
            under_way.push(perform(&organization, &plan, &recording, step));
        }
        let Some(outcome) = under_way.next().await else { break };
        match outcome {
            Ok(result) => {
                let result: StepResult = result;
                queues.ended(&plan, result.step, result.status.is_well());
                let _ = events.send(Event::Ended(Arc::new(result.clone())));
                let place = result.step;
                results[place] = Some(result);
            }
            Err(error) => broken = Some(error),
        }
    }
    drop(under_way);
    if let Some(error) = broken {
        return Err(error);
    }
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
    Ok(Done {
        stopped: stop.is_cancelled() && results.iter().any(cancelled),
        run: recording.finish(&organization, &results)?,
        results,
        already: plan.already,
        held: plan.held.into_iter().chain(held.into_values()).collect::<Vec<Held>>(),
        still_listed,
        requests,
    })
}

/// The steps that wait, by route.
struct Queues {
    waiting: BTreeMap<String, VecDeque<usize>>,
    under_way: BTreeMap<String, usize>,
    /// How many steps each one still waits for.
    needs: Vec<usize>,
    /// Steps that wait for this one.
    followers: BTreeMap<usize, Vec<usize>>,
}

impl Queues {
    /// With what has ended already. A step whose predecessor did not end well is never taken.
    fn new(plan: &Plan, results: &[Option<StepResult>]) -> Self {
        let mut queues = Self {
            waiting: BTreeMap::new(),
            under_way: BTreeMap::new(),
            needs: Vec::with_capacity(plan.steps.len()),
            followers: BTreeMap::new(),
        };
        for (number, step) in plan.steps.iter().enumerate() {
            let is_well = |before: &usize| {
                results.get(*before).and_then(Option::as_ref).is_some_and(|result| result.status.is_well())
            };
            let open: Vec<usize> = step.after.iter().copied().filter(|before| !is_well(before)).collect();
            queues.needs.push(open.len());
            if results[number].is_some() {
                continue;
            }
            if open.is_empty() {
                queues.waiting.entry(step.call().name()).or_default().push_back(number);
            }
            for before in open {
                queues.followers.entry(before).or_default().push(number);
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
        if let Some(count) = self.under_way.get_mut(&plan.steps[step].call().name()) {
            *count = count.saturating_sub(1);
        }
        for follower in self.followers.remove(&step).unwrap_or_default() {
            if well {
                self.needs[follower] = self.needs[follower].saturating_sub(1);
                if self.needs[follower] == 0 {
                    self.waiting.entry(plan.steps[follower].call().name()).or_default().push_back(follower);
                }
            }
        }
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
