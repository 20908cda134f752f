//! The declared surface: every operation once, callable by name and described as data.

use std::pin::Pin;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value};

use crate::api::client::Requests;
use crate::apply::{Done, Event};
use crate::config::Given;
use crate::plan::Plan;
use crate::{Error, ErrorKind, Organization, Result};

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

/// A kind of error described as data.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct KindDescription {
    /// The stable code.
    pub code: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

/// Everything that a door offers, described: operations, what plans, events and errors are made of. Schemas refer to
/// each other by `#/definitions/NAME`.
#[derive(Clone, Debug, Serialize)]
pub struct Surface {
    /// The operations, in the order of the list.
    pub operations: Vec<Description>,
    /// A plan.
    pub plan: Schema,
    /// What happens while a plan is applied.
    pub event: Schema,
    /// What an organization can be opened with, apart from the key.
    pub given: Schema,
    /// The kinds of errors.
    pub errors: Vec<KindDescription>,
    /// The types that the schemas name.
    pub definitions: Map<String, Value>,
}

type Running<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;
type RunByName = for<'a> fn(&'a str, &'a Organization) -> Running<'a, Report<Box<RawValue>>>;
type PlanByName = for<'a> fn(&'a str, &'a Organization) -> Running<'a, Plan>;

/// An entry of the list of operations.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    run: RunByName,
    plan: Option<PlanByName>,
}

impl Entry {
    pub(crate) const fn read<O: Operation>() -> Self {
        Self { name: O::NAME, run: run_by_name::<O>, plan: None }
    }

    pub(crate) const fn change<C: Change>() -> Self {
        Self { name: <C as Change>::NAME, run: run_by_name::<C>, plan: Some(plan_by_name::<C>) }
    }
}

/// What an operation says of itself. Not in its entry: linkers leave out of a program what it calls nowhere, and the
/// schemas of everything are large.
pub(crate) type Describe = fn(&mut SchemaGenerator) -> Description;

pub(crate) fn describe<O: Operation>(generator: &mut SchemaGenerator) -> Description {
    Description {
        name: O::NAME,
        effect: O::EFFECT,
        can_be_planned: find(O::NAME).is_ok_and(|entry| entry.plan.is_some()),
        arguments: generator.subschema_for::<O>(),
        answer: generator.subschema_for::<O::Output>(),
    }
}

fn run_by_name<'a, O: Operation>(
    arguments: &'a str,
    organization: &'a Organization,
) -> Running<'a, Report<Box<RawValue>>> {
    Box::pin(async move {
        let Report { value, requests } = organization.run(read_arguments::<O>(O::NAME, arguments)?).await?;
        Ok(Report { value: to_raw_value(&value).map_err(unwritable)?, requests })
    })
}

fn plan_by_name<'a, C: Change>(arguments: &'a str, organization: &'a Organization) -> Running<'a, Plan> {
    Box::pin(async move { organization.plan(&read_arguments::<C>(<C as Change>::NAME, arguments)?).await })
}

fn read_arguments<O: DeserializeOwned>(name: &str, arguments: &str) -> Result<O> {
    serde_json::from_str(arguments).map_err(|error| {
        Error::invalid(format!("the arguments of {name} are not valid: {}", crate::words::json_problem(&error)))
    })
}

/// An answer is data of our own making.
#[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn unwritable(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::Internal, format!("the answer cannot be written: {error}"))
}

impl Organization {
    /// Runs an operation by its name, with its arguments as a JSON object: the door for languages without types.
    pub async fn call(&self, name: &str, arguments: Value) -> Result<Report<Value>> {
        let Report { value, requests } = self.call_raw(name, &arguments.to_string()).await?;
        Ok(Report { value: serde_json::from_str(value.get()).map_err(unwritable)?, requests })
    }

    /// The same with JSON as text on both sides, for doors that hand it on.
    pub async fn call_raw(&self, name: &str, arguments: &str) -> Result<Report<Box<RawValue>>> {
        (find(name)?.run)(arguments, self).await
    }

    /// Plans a change by its name, without applying it.
    pub async fn plan_by_name(&self, name: &str, arguments: Value) -> Result<Plan> {
        self.plan_raw(name, &arguments.to_string()).await
    }

    /// The same with the text of a JSON object.
    pub async fn plan_raw(&self, name: &str, arguments: &str) -> Result<Plan> {
        let Some(plan) = find(name)?.plan else {
            return Err(Error::invalid(format!("{name} only reads: there is nothing to plan")));
        };
        plan(arguments, self).await
    }

    /// The names of all operations.
    pub fn operations() -> impl Iterator<Item = &'static str> {
        crate::ops::ALL.iter().map(|entry| entry.name)
    }

    /// The whole surface, described.
    pub fn surface() -> Surface {
        let settings =
            SchemaSettings::draft2020_12().with(|settings| settings.definitions_path = "/definitions".into());
        let mut generator = settings.into_generator();
        let operations = crate::ops::DESCRIBED.iter().map(|describe| describe(&mut generator)).collect();
        let plan = generator.subschema_for::<Plan>();
        let event = generator.subschema_for::<Event>();
        let given = generator.subschema_for::<Given>();
        let errors = ErrorKind::ALL.iter().map(|kind| KindDescription { code: kind.code(), meaning: kind.meaning() });
        Surface {
            operations,
            plan,
            event,
            given,
            errors: errors.collect(),
            definitions: generator.take_definitions(true),
        }
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
