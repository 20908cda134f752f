//! From wishes to a plan: a pure function. What one person, one key or one place is wished is gathered first, and then
//! decided at once.

mod admin_keys;
mod gather;
mod keys;
mod person;
mod roles;
mod spend;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod things_tests;

use std::collections::HashSet;

use super::invitation::standing;
use super::source::{First, Names, trace_keys, trace_person, trace_things};
use super::{Plan, Wish};
use crate::api::model::{Timestamp, UserId};
use crate::roster::Snapshot;
use crate::{Error, Result};
use gather::Gathering;
use person::Person;

/// Decides which steps some wishes mean. If one of them is wrong, nothing is planned, and all problems are told together.
///
/// Several wishes for one person become one decision: projects go along with an invitation, and whoever is removed needs
/// no demotion, no step out of projects, groups and roles, and no step on their keys. Two wishes that cannot both come
/// true are refused. Whoever is only invited has no place that could be changed: role and projects come with an `invite`
/// in the same wishes, which replaces the old invitation.
pub fn decide(snapshot: &Snapshot, wishes: &[Wish], now: Timestamp) -> Result<Plan> {
    let mut gathering = Gathering::new(snapshot, wishes);
    for wish in wishes {
        if let Err(error) = gathering.take(wish) {
            gathering.problems.add(wish.place.as_deref(), &error);
        }
    }
    let Gathering { people, keys, meant_keys, accounts, group_roles, limits, alerts, nothing, .. } = gathering;
    let Gathering { admin_keys, projects: (_, projects), groups: (_, groups), mut problems, .. } = gathering;
    let names = Names { snapshot, projects, groups };
    for person in &people {
        if let Some(problem) = person.contradiction() {
            problems.add(person.said.place, &Error::invalid(format!("`{}` {problem}", person.label)));
        }
    }
    let mut plan = Plan::default();
    let removed: HashSet<&UserId> = people.iter().filter_map(Person::leaves).collect();
    let open = standing(&snapshot.invites, now);
    for mut person in people {
        let (first, said) = (plan.steps.len(), person.said);
        let (parts, theirs) = (First::of(&plan), std::mem::take(&mut person.wishes));
        if let Err(error) = person.decide(snapshot, &open, now, &mut plan) {
            problems.add(said.place, &error);
        }
        said.give_reason(&mut plan, first);
        trace_person(&mut plan, &parts, &theirs, &names);
    }
    let first = plan.steps.len();
    let deleted: HashSet<_> = accounts.iter().map(|wish| &wish.account.id).collect();
    for wish in &group_roles {
        wish.decide(snapshot, &mut plan);
    }
    // Whoever leaves, person or service account, takes their keys along.
    let leaves = |id: &UserId| removed.contains(id) || deleted.iter().any(|account| account.as_str() == id.as_str());
    for wish in keys.iter().filter(|wish| !wish.key.owner_id.as_ref().is_some_and(leaves)) {
        wish.decide(now, &mut plan);
    }
    for wish in &admin_keys {
        wish.decide(&mut plan);
    }
    for wish in &accounts {
        wish.decide(&mut plan);
    }
    for wish in &limits {
        wish.decide(snapshot, &mut plan);
    }
    for wish in &alerts {
        wish.decide(&mut plan);
    }
    trace_things(&mut plan, first, wishes, &names);
    trace_keys(&mut plan, wishes, &meant_keys);
    for (subject, state) in nothing {
        plan.already(subject, state);
    }
    problems.verdict()?;
    Ok(plan)
}

/// Where a wish stands, and why it is wished.
#[derive(Clone, Copy, Debug, Default)]
struct Said<'a> {
    place: Option<&'a str>,
    reason: Option<&'a str>,
}

impl<'a> Said<'a> {
    fn of(wish: &'a Wish) -> Self {
        Self { place: wish.place.as_deref(), reason: wish.reason.as_deref() }
    }

    /// Gives the reason to the steps from a number on.
    fn give_reason(self, plan: &mut Plan, first: usize) {
        for step in &mut plan.steps[first..] {
            step.reason = self.reason.map(str::to_owned);
        }
    }
}

fn contradicts(wish: &Wish, problem: &str) -> Error {
    Error::invalid(format!("`{}` {problem}", wish.label()))
}
