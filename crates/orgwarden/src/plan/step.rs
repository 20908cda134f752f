use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Act, Condition};
use crate::api::Call;

/// One step of a plan: one request, with everything that people should know of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Step {
    /// Whom it is about: an e-mail address where there is one.
    pub subject: String,
    /// What it does, in words: "remove from the organization".
    pub action: String,
    /// Why it is done, if there is more to say than that it was asked for.
    pub reason: Option<String>,
    /// What will be lost by it, in words.
    pub loses: Vec<String>,
    /// What it does, as data.
    pub act: Act,
    /// The numbers of the steps that must be done before, counted from 0.
    pub after: Vec<usize>,
    /// What must still be true when the plan is applied.
    pub requires: Vec<Condition>,
}

/// What a step can do harm with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Can be taken back, and takes nothing away.
    Low,
    /// Gives the management of the organization to somebody.
    MakesOwner,
    /// Takes something away.
    Loses,
}

impl Step {
    /// A step that nothing must precede.
    pub(crate) fn new(subject: impl Into<String>, action: impl Into<String>, act: Act) -> Self {
        Self {
            subject: subject.into(),
            action: action.into(),
            reason: None,
            loses: Vec::new(),
            act,
            after: Vec::new(),
            requires: Vec::new(),
        }
    }

    /// With what is lost.
    pub(crate) fn losing(mut self, loses: Vec<String>) -> Self {
        self.loses = loses;
        self
    }

    /// With a step that must be done before.
    pub(crate) fn after(mut self, before: impl IntoIterator<Item = usize>) -> Self {
        self.after.extend(before);
        self
    }

    /// With what must still be true.
    pub(crate) fn requiring(mut self, conditions: impl IntoIterator<Item = Condition>) -> Self {
        self.requires.extend(conditions);
        self
    }

    /// With why it is done.
    pub(crate) fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// The request.
    pub fn call(&self) -> Call<Value> {
        self.act.call()
    }

    /// What it can do harm with.
    pub fn risk(&self) -> Risk {
        match (self.loses.is_empty(), self.act.makes_owner()) {
            (false, _) => Risk::Loses,
            (true, true) => Risk::MakesOwner,
            (true, false) => Risk::Low,
        }
    }

    /// The budget that the request is taken from: verb and route, by which the API counts.
    pub fn budget(&self) -> String {
        self.call().name()
    }

    /// The request as a line: method, path and body.
    pub fn request_line(&self) -> String {
        format!("{:?}", self.call())
    }
}

/// A step in a file or an answer: with what follows from its act, for people and programs that do not know the rules.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Written {
    /// Whom it is about.
    subject: String,
    /// What it does, in words.
    action: String,
    /// Why it is done, if there is more to say than that it was asked for.
    #[serde(default)]
    reason: Option<String>,
    /// What will be lost by it, in words.
    #[serde(default)]
    loses: Vec<String>,
    /// What it can do harm with.
    risk: Risk,
    /// How it can be undone. Null: not at all.
    #[serde(default)]
    undo: Option<String>,
    /// The numbers of the steps that must be done before, counted from 0.
    #[serde(default)]
    after: Vec<usize>,
    /// What must still be true when the plan is applied.
    #[serde(default)]
    requires: Vec<Condition>,
    /// What it does, as data.
    act: Act,
    /// The request that it means.
    request: Request,
    /// The budget that the request is taken from: verb and route, by which the API counts.
    #[serde(default)]
    budget: Option<String>,
}

/// A request, as it will be sent.
#[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "StepRequest")]
struct Request {
    /// The verb.
    method: String,
    /// The path below the base URL.
    path: String,
    /// The JSON body. Null: none.
    body: Option<Value>,
}

impl Request {
    fn of(act: &Act) -> Self {
        let call = act.call();
        Self { method: call.method().as_str().to_owned(), path: call.target(), body: call.body().cloned() }
    }
}

impl From<Step> for Written {
    fn from(step: Step) -> Self {
        Self {
            risk: step.risk(),
            undo: step.act.undo().map(str::to_owned),
            request: Request::of(&step.act),
            budget: Some(step.budget()),
            subject: step.subject,
            action: step.action,
            reason: step.reason,
            loses: step.loses,
            after: step.after,
            requires: step.requires,
            act: step.act,
        }
    }
}

impl TryFrom<Written> for Step {
    type Error = String;

    /// Refuses a step whose request is not the one that its act means: what people read must be what is sent.
    fn try_from(written: Written) -> Result<Self, String> {
        if written.request != Request::of(&written.act) {
            return Err(format!("the request of the step for `{}` is not what its act means", written.subject));
        }
        if let Some(problem) = written.act.call().problem() {
            return Err(format!("the step for `{}` cannot be sent: {problem}", written.subject));
        }
        let Written { subject, action, reason, loses, after, requires, act, budget, .. } = written;
        let step = Self { subject, action, reason, loses, act, after, requires };
        if budget.is_some_and(|budget| budget != step.budget()) {
            return Err(format!("the budget of the step for `{}` is not that of its request", step.subject));
        }
        if step.risk() != written.risk {
            return Err(format!("the risk of the step for `{}` is understated", step.subject));
        }
        Ok(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn removal() -> Step {
        Step::new("a@x.io", "remove from the organization", Act::Remove { user: "user-1".into() })
            .losing(vec!["membership".to_owned()])
            .requiring([Condition::Member { user: "user-1".into(), email: None, role: None }])
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let step = removal().after([2]).because("left on 2026-01-31");
        let text = serde_json::to_value(&step).unwrap();
        assert_eq!(text["request"], json!({"method": "DELETE", "path": "/organization/users/user-1", "body": null}));
        assert_eq!(text["budget"], "DELETE /organization/users/{user_id}");
        assert_eq!((&text["risk"], &text["undo"]), (&json!("loses"), &json!(null)));
        assert_eq!(serde_json::from_value::<Step>(text).unwrap(), step);
    }

    #[test]
    fn a_step_that_says_one_thing_and_sends_another_is_refused() {
        let written = serde_json::to_value(removal()).unwrap();
        for (place, value) in [
            ("/request/path", json!("/organization/users/user-2")),
            ("/request/method", json!("POST")),
            ("/act/user", json!("user-2")),
            ("/act/user", json!("..")),
            ("/risk", json!("low")),
            ("/budget", json!("DELETE /organization/invites/{invite_id}")),
            ("/act/act", json!("nothing")),
        ] {
            let mut changed = written.clone();
            *changed.pointer_mut(place).unwrap() = value;
            assert!(serde_json::from_value::<Step>(changed).is_err(), "{place}");
        }
    }
}
