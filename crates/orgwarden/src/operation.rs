//! The declared surface: every operation once, callable by name and described as data.

use std::pin::Pin;

use schemars::{JsonSchema, Schema, schema_for};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::client::Requests;
use crate::apply::Done;
use crate::plan::Plan;
use crate::{Error, Organization, Result};

/// What an operation does to the organization.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Reads only.
    Reads,
    /// Changes something that can be changed back.
    #[default]
    Changes,
    /// Takes something away that does not come back: doors ask before.
    Destroys,
}

/// One thing that can be done, as a value: its fields are its arguments.
///
/// The documentation of the type and of its fields is the help text of every door.
pub trait Operation: DeserializeOwned + JsonSchema + Send + Sync + 'static {
    /// Area and verb, the same in every door: `members.list`.
    const NAME: &'static str;
    /// What it does to the organization.
    const EFFECT: Effect;
    /// What it answers.
    type Output: Serialize + JsonSchema + Send;

    /// Does it.
    fn run(self, organization: &Organization) -> impl Future<Output = Result<Self::Output>> + Send;
}

/// An operation that changes something: it is planned before it is applied, and the plan can be shown.
pub trait Change: DeserializeOwned + JsonSchema + Send + Sync + 'static {
    /// Area and verb, the same in every door: `members.remove`.
    const NAME: &'static str;
    /// What it does to the organization.
    const EFFECT: Effect;

    /// The organization that the wish is meant for, if it says so: in any other it is held back.
    fn organization(&self) -> Option<&str> {
        None
    }

    /// Reads what is needed and decides which calls this wish means. Changes nothing.
    fn plan(&self, organization: &Organization) -> impl Future<Output = Result<Plan>> + Send;
}

impl<C: Change> Operation for C {
    const NAME: &'static str = C::NAME;
    const EFFECT: Effect = C::EFFECT;
    type Output = Done;

    async fn run(self, organization: &Organization) -> Result<Done> {
        let plan = organization.plan(&self).await?;
        organization.apply(plan).result().await
    }
}

/// The answer of an operation and what it cost.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Report<T> {
    /// The answer.
    pub value: T,
    /// The requests that it took.
    pub requests: Requests,
}

/// An operation described as data: what generators, help pages and checks read.
#[derive(Clone, Debug, Serialize)]
pub struct Description {
    /// Area and verb.
    pub name: &'static str,
    /// What it does to the organization.
    pub effect: Effect,
    /// Whether it can be planned without being applied.
    pub can_be_planned: bool,
    /// The arguments, as a JSON Schema with the documentation in it.
    pub arguments: Schema,
    /// The answer, as a JSON Schema.
    pub answer: Schema,
}

type Running<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;
type RunByName = for<'a> fn(Value, &'a Organization) -> Running<'a, Report<Value>>;
type PlanByName = for<'a> fn(Value, &'a Organization) -> Running<'a, Plan>;

/// An entry of the list of operations.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    describe: fn() -> Description,
    run: RunByName,
    plan: Option<PlanByName>,
}

impl Entry {
    pub(crate) const fn read<O: Operation>() -> Self {
        Self { name: O::NAME, describe: describe::<O, false>, run: run_by_name::<O>, plan: None }
    }

    pub(crate) const fn change<C: Change>() -> Self {
        Self {
            name: <C as Change>::NAME,
            describe: describe::<C, true>,
            run: run_by_name::<C>,
            plan: Some(plan_by_name::<C>),
        }
    }
}

fn describe<O: Operation, const CAN_BE_PLANNED: bool>() -> Description {
    Description {
        name: O::NAME,
        effect: O::EFFECT,
        can_be_planned: CAN_BE_PLANNED,
        arguments: schema_for!(O),
        answer: schema_for!(O::Output),
    }
}

fn run_by_name<O: Operation>(arguments: Value, organization: &Organization) -> Running<'_, Report<Value>> {
    Box::pin(async move {
        let report = organization.run(read_arguments::<O>(O::NAME, arguments)?).await?;
        let value = serde_json::to_value(report.value).map_err(|error| {
            Error::new(crate::ErrorKind::Internal, format!("the answer cannot be written: {error}"))
        })?;
        Ok(Report { value, requests: report.requests })
    })
}

fn plan_by_name<C: Change>(arguments: Value, organization: &Organization) -> Running<'_, Plan> {
    Box::pin(async move { organization.plan(&read_arguments::<C>(<C as Change>::NAME, arguments)?).await })
}

fn read_arguments<O: DeserializeOwned>(name: &str, arguments: Value) -> Result<O> {
    serde_json::from_value(arguments).map_err(|error| {
        let problem = crate::api::client::blank_secrets(&error.to_string());
        Error::invalid(format!("the arguments of {name} are not valid: {problem}"))
    })
}

impl Organization {
    /// Runs an operation by its name, with its arguments as a JSON object: the door for languages without types.
    pub async fn call(&self, name: &str, arguments: Value) -> Result<Report<Value>> {
        (find(name)?.run)(arguments, self).await
    }

    /// Plans a change by its name, without applying it.
    pub async fn plan_by_name(&self, name: &str, arguments: Value) -> Result<Plan> {
        let Some(plan) = find(name)?.plan else {
            return Err(Error::invalid(format!("{name} only reads: there is nothing to plan")));
        };
        plan(arguments, self).await
    }

    /// The whole surface, described.
    pub fn operations() -> Vec<Description> {
        crate::ops::ALL.iter().map(|entry| (entry.describe)()).collect()
    }
}

fn find(name: &str) -> Result<&'static Entry> {
    crate::ops::ALL.iter().find(|entry| entry.name == name).ok_or_else(|| {
        let error = Error::invalid(format!("there is no operation `{name}`"));
        match crate::words::did_you_mean(name, crate::ops::ALL.iter().map(|entry| entry.name)) {
            Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
            None => error,
        }
    })
}
