//! What a wish means, before anything is done: the exact calls with their reasons. No I/O here.

mod render;
mod step;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::api::client::Requests;
use crate::api::model::Timestamp;
use crate::guard::Held;
use crate::operation::Effect;

pub use render::duration;
pub use step::{Evidence, Step};

/// From more people than this on, a change is asked about even if it can be changed back.
const MANY: usize = 10;

/// The calls that a wish means, and what was decided about the people it names.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
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
    /// How long applying it will take, in seconds, at the learned pace.
    pub estimate_seconds: f64,
    /// E-mail addresses that must be gone from the roster at the end.
    #[serde(skip)]
    pub(crate) must_be_gone: Vec<String>,
}

/// A part of a wish that is so already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Already {
    /// Whom or what it is about.
    pub subject: String,
    /// What is so.
    pub state: String,
}

impl Plan {
    /// Adds a step and returns its number.
    pub(crate) fn step(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }

    /// Notes that a part of the wish is so already.
    pub(crate) fn already(&mut self, subject: impl Into<String>, state: impl Into<String>) {
        self.already.push(Already { subject: subject.into(), state: state.into() });
    }

    /// Whether people should agree before it is applied: something is lost, somebody becomes or ceases to be an owner of
    /// the organization, or many are concerned.
    pub fn asks(&self) -> bool {
        (self.effect == Effect::Destroys && !self.steps.is_empty())
            || self.steps.iter().any(Step::weighs)
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

    /// How many calls go to each route: what the estimate is made of.
    pub fn calls_by_route(&self) -> Vec<(String, u32)> {
        let mut calls: Vec<(String, u32)> = Vec::new();
        for step in &self.steps {
            let name = step.call.name();
            match calls.iter_mut().find(|(route, _)| *route == name) {
                Some((_, count)) => *count += 1,
                None => calls.push((name, 1)),
            }
        }
        calls
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::users;

    fn plan(effect: Effect, subjects: &[String]) -> Plan {
        let call = users::delete(&"user-1".into()).untyped();
        let step = |subject: &String| Step {
            subject: subject.clone(),
            action: String::new(),
            loses: Vec::new(),
            evidence: Evidence::Gone(call.clone()),
            call: call.clone(),
            after: None,
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
        promotes.steps[0].evidence = Evidence::HasRole("user-1".into(), crate::api::model::OrganizationRole::Owner);
        assert!(promotes.asks(), "the keys to the company are not given in passing");
        let twice = [&people[..6], &people[..6]].concat();
        assert!(!plan(Effect::Changes, &twice).asks(), "two steps for one person are one person");
    }
}
