//! What a wish means, before anything is done: the exact calls with their reasons. No I/O here.

mod act;
mod condition;
mod decide;
mod file;
pub(crate) mod invitation;
mod offboarding;
pub(crate) mod problems;
mod render;
mod source;
mod step;
pub(crate) mod steps;
mod terms;
mod wish;

use std::collections::{BTreeSet, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::client::Requests;
use crate::api::model::{Timestamp, User, UserId};
use crate::guard::{Held, Judgement, KeyOwners, Policy, PolicyLines};
use crate::operation::Effect;
use crate::roster::Census;

pub use act::Act;
pub(crate) use act::scope;
pub use condition::Condition;
pub use decide::decide;
pub(crate) use offboarding::{HOW_TO_ROTATE, admin_key_name, how_to_delete, to_rotate};
pub use offboarding::{Offboarding, Stake};
pub(crate) use problems::Problems;
pub use render::duration;
pub use source::Source;
pub use step::{Risk, Step};
pub use terms::{AlertTerms, Holder};
pub use wish::{Want, Wish};

/// From more people than this on, a change is asked about even if it can be changed back.
const MANY: usize = 10;

/// The calls that a wish means, and what was decided about the people it names.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// The operation that it is a plan of.
    pub operation: String,
    /// The organization that it was made for, where that is known: it is applied to no other.
    pub organization: Option<String>,
    /// What it does to the organization.
    pub effect: Effect,
    /// The calls, in order.
    pub steps: Vec<Step>,
    /// What is so already.
    pub already: Vec<Already>,
    /// What guards hold back.
    pub held: Vec<Held>,
    /// What people should know before they agree.
    pub notes: Vec<String>,
    /// When it was made.
    pub made_at: Timestamp,
    /// The requests that making it took.
    pub requests: Requests,
    /// The requests that applying it will take, by the budget that they are taken from.
    #[serde(default)]
    pub budgets: Vec<BudgetUse>,
    /// How long applying it will take, in seconds, at the learned pace.
    pub estimate_seconds: f64,
    /// What guards allow: they are judged again by it when the plan is applied.
    pub policy: Policy,
    /// Of wishes that were read from a file: what each came to, in the order in which it was decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Who takes over from those who leave, and is an owner already: somebody whom the wish wants to be one. The owner of
    /// the key may leave them the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<UserId>,
    /// What it says beyond its steps, if people leave by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offboarding: Option<Offboarding>,
    /// The people that were read while it was made, so that guards need not read them again.
    #[serde(skip)]
    pub(crate) known: Vec<User>,
    /// All members, where they were read while it was made.
    #[serde(skip)]
    pub(crate) census: Option<Census>,
    /// Owners whom it leaves alone.
    #[serde(skip)]
    pub(crate) owners: Vec<User>,
    /// To whom the key belongs that it was made with.
    #[serde(skip)]
    pub(crate) key_owners: Option<KeyOwners>,
    /// What the wish itself forbids, such as a roster file with guards of its own.
    #[serde(skip)]
    pub(crate) stricter: Option<PolicyLines>,
    /// Whether it comes from a file: then what it requires is read before anything is sent.
    #[serde(skip)]
    pub(crate) is_saved: bool,
}

/// How many requests a plan takes from one budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BudgetUse {
    /// The budget: verb and route, by which the API counts.
    pub route: String,
    /// How many requests.
    pub count: u32,
}

/// A part of a wish that is so already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Already {
    /// Whom or what it is about.
    pub subject: String,
    /// What is so.
    pub state: String,
    /// Whether it is less than what was wished: then the state says what would change that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_short: bool,
}

impl Plan {
    /// Adds a step and returns its number.
    pub(crate) fn step(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }

    /// Notes that a part of the wish is so already.
    pub(crate) fn already(&mut self, subject: impl Into<String>, state: impl Into<String>) {
        self.already.push(Already { subject: subject.into(), state: state.into(), is_short: false });
    }

    /// Notes a state that nothing is done about, although it is less than what was wished: it says what would change it.
    pub(crate) fn short(&mut self, subject: impl Into<String>, state: impl Into<String>) {
        self.already.push(Already { subject: subject.into(), state: state.into(), is_short: true });
    }

    /// Takes the steps out that guards hold, and puts the others into the order that guards ask for.
    pub fn heed(&mut self, judgement: Judgement) {
        let mut places: Vec<Option<usize>> = Vec::with_capacity(self.steps.len());
        let mut kept = 0;
        for number in 0..self.steps.len() {
            let is_held = judgement.held.contains_key(&number);
            places.push((!is_held).then_some(kept));
            kept += usize::from(!is_held);
        }
        self.wait(&judgement.order);
        let steps = std::mem::take(&mut self.steps);
        for (number, mut step) in steps.into_iter().enumerate() {
            if places[number].is_some() {
                step.after = step.after.iter().filter_map(|before| places.get(*before).copied().flatten()).collect();
                step.after.sort_unstable();
                step.after.dedup();
                self.steps.push(step);
            }
        }
        for source in &mut self.sources {
            source.heed(&places, &judgement.held);
        }
        self.held.extend(judgement.held.into_values());
    }

    /// Puts steps after others: the first of each pair after the second.
    pub(crate) fn wait(&mut self, order: &BTreeSet<(usize, usize)>) {
        for (step, before) in order {
            if let Some(step) = self.steps.get_mut(*step)
                && !step.after.contains(before)
            {
                step.after.push(*before);
            }
        }
    }

    /// Some of the steps, in ascending order, numbered anew among themselves.
    pub(crate) fn only(&self, numbers: &[usize]) -> Vec<Step> {
        let mut steps: Vec<Step> = numbers.iter().filter_map(|number| self.steps.get(*number)).cloned().collect();
        for step in &mut steps {
            step.after = step.after.iter().filter_map(|before| numbers.binary_search(before).ok()).collect();
        }
        steps
    }

    /// Those of the people known whom the steps remove.
    pub(crate) fn leavers(&self) -> impl Iterator<Item = &User> {
        let leaving: HashSet<&UserId> = self
            .steps
            .iter()
            .filter_map(|step| if let Act::Remove { user } = &step.act { Some(user) } else { None })
            .collect();
        self.known.iter().filter(move |user| leaving.contains(&user.id))
    }

    /// Whether people should agree before it is applied: something is lost, somebody becomes or ceases to be an owner of
    /// the organization, or many are concerned.
    pub fn asks(&self) -> bool {
        (self.effect == Effect::Destroys && !self.steps.is_empty())
            || self.steps.iter().any(|step| step.risk() > Risk::Low)
            || self.subjects() > MANY
    }

    /// How many people or things the steps are about.
    pub fn subjects(&self) -> usize {
        self.steps.iter().map(|step| step.subject.as_str()).collect::<BTreeSet<_>>().len()
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Counts the requests anew, once the steps are what they stay.
    pub(crate) fn count(&mut self) {
        let budgets = self.calls_by_route().into_iter().map(|(route, count)| BudgetUse { route, count });
        self.budgets = budgets.collect();
    }

    /// How many calls go to each route: what the estimate is made of.
    pub fn calls_by_route(&self) -> Vec<(String, u32)> {
        calls_by_route(&self.steps)
    }
}

/// How many calls of some steps go to each route.
pub(crate) fn calls_by_route<'a>(steps: impl IntoIterator<Item = &'a Step>) -> Vec<(String, u32)> {
    let mut calls: Vec<(String, u32)> = Vec::new();
    for step in steps {
        let name = step.call().name();
        match calls.iter_mut().find(|(route, _)| *route == name) {
            Some((_, count)) => *count += 1,
            None => calls.push((name, 1)),
        }
    }
    calls
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::model::OrganizationRole;
    use crate::guard::Guard;

    fn plan(effect: Effect, subjects: &[String]) -> Plan {
        let step = |subject: &String| {
            Step::new(subject, "", Act::RemoveFromGroup { group: "g".into(), user: "user-1".into() })
        };
        Plan { effect, steps: subjects.iter().map(step).collect(), ..Plan::default() }
    }

    #[test]
    fn losses_and_crowds_are_asked_about() {
        let people: Vec<String> = (0..11).map(|number| format!("p{number}@x.io")).collect();
        assert!(plan(Effect::Destroys, &people[..1]).asks());
        assert!(!plan(Effect::Destroys, &[]).asks());
        assert!(!plan(Effect::Changes, &people[..10]).asks());
        assert!(plan(Effect::Changes, &people).asks());
        let mut demotes = plan(Effect::Changes, &people[..1]);
        demotes.steps[0].loses.push("ownership".to_owned());
        assert!(demotes.asks());
        let mut promotes = plan(Effect::Changes, &people[..1]);
        promotes.steps[0].act = Act::SetRole { user: "user-1".into(), role: OrganizationRole::Owner };
        assert!(promotes.asks(), "the keys to the company are not given in passing");
        let twice = [&people[..6], &people[..6]].concat();
        assert!(!plan(Effect::Changes, &twice).asks(), "two steps for one person are one person");
    }

    #[test]
    fn what_is_held_leaves_and_the_others_keep_their_order() {
        let people: Vec<String> = (0..4).map(|number| format!("p{number}@x.io")).collect();
        let mut plan = plan(Effect::Changes, &people);
        plan.steps[3].after = vec![0, 2];
        let held = Held { subject: "p1@x.io".into(), guard: Guard::LastOwner, reason: String::new(), allow: None };
        plan.heed(Judgement { held: [(1, held)].into(), order: [(2, 0), (3, 0)].into() });
        let left: Vec<(&str, &[usize])> = plan.steps.iter().map(|step| (&*step.subject, &*step.after)).collect();
        assert_eq!(left, [("p0@x.io", &[][..]), ("p2@x.io", &[0]), ("p3@x.io", &[0, 1])]);
        assert_eq!(plan.held.len(), 1);
    }
}
