//! Which step may be sent next: what it waits for has ended well, and its route has room.

use std::collections::{BTreeMap, VecDeque};

use super::done::StepResult;
use crate::plan::Plan;
use crate::roster::SIDE_BY_SIDE;

/// The steps that wait, by route.
pub(super) struct Queues {
    waiting: BTreeMap<String, VecDeque<usize>>,
    under_way: BTreeMap<String, usize>,
    /// How many steps each one still waits for.
    needs: Vec<usize>,
    /// Steps that wait for this one.
    followers: BTreeMap<usize, Vec<usize>>,
}

impl Queues {
    /// With what has ended already. A step whose predecessor did not end well is never taken.
    pub(super) fn new(plan: &Plan, results: &[Option<StepResult>]) -> Self {
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
    pub(super) fn take(&mut self, plan: &Plan) -> Option<usize> {
        let has_room = |route: &String| self.under_way.get(route).copied().unwrap_or(0) < SIDE_BY_SIDE;
        let route = self.waiting.iter().find(|(route, steps)| !steps.is_empty() && has_room(route))?.0.clone();
        let step = self.waiting.get_mut(&route)?.pop_front()?;
        debug_assert!(step < plan.steps.len());
        *self.under_way.entry(route).or_default() += 1;
        Some(step)
    }

    /// Makes room, and lets those go that waited for it: if it failed, they are never sent.
    pub(super) fn ended(&mut self, plan: &Plan, step: usize, well: bool) {
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
