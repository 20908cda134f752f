//! The scenarios of `tests/scenarios/`, through the core: every operation by its name.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot go on must fail, and shows answers if asked"
)]

mod format;

use std::collections::HashSet;

use format::{
    Call, Command, Do, Expect, Kept, Opening, Outcome, Scenario, all, chosen, fill, fill_text, keep, names,
    that_succeed,
};
use futures_util::{StreamExt as _, stream};
use orgwarden::config::{Environment, Given, Settings};
use orgwarden::{Error, Organization};
use orgwarden_sandbox::Sandbox;
use serde_json::{Value, json};

/// Sandboxes at once.
const AT_ONCE: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn every_scenario_is_as_it_says() {
    let plays = stream::iter(chosen()).map(|scenario| {
        tokio::spawn(async move { play(&scenario).await.map_err(|why| format!("\n== {}\n{why}", scenario.name)) })
    });
    let played: Vec<_> = plays.buffer_unordered(AT_ONCE).collect().await;
    let failures: Vec<String> = played.into_iter().filter_map(|played| played.unwrap().err()).collect();
    assert!(failures.is_empty(), "{}", failures.concat());
}

#[test]
fn every_operation_has_a_scenario_in_which_it_succeeds() {
    let answered = that_succeed(|_| true);
    let calls = all().into_iter().flat_map(|scenario| scenario.calls);
    let planned: HashSet<String> =
        calls.filter(|call| call.expect.text.is_some()).filter_map(|call| call.operation).collect();
    for operation in Organization::surface().operations {
        assert!(answered.contains(operation.name), "{} succeeds in no scenario", operation.name);
        assert!(
            planned.contains(operation.name) || !operation.can_be_planned,
            "no scenario has the text of a plan of {}",
            operation.name
        );
    }
}

#[test]
fn every_call_expects_something_and_says_how_the_command_line_says_it() {
    for scenario in all() {
        for call in scenario.calls {
            let is_one = call.operation.is_some() != call.control.is_some();
            assert!(is_one, "{}: a call is an operation or a control", scenario.name);
            let says = match &call.command {
                None => call.control.is_some(),
                Some(Command::Words(words)) => !words.is_empty(),
                Some(Command::CannotBeSaid(why)) => why.len() > 10,
            };
            let Expect { answer, error, text, .. } = &call.expect;
            let expects = answer.is_some() || error.is_some() || text.is_some() || call.control.is_some();
            assert!(expects, "{}: {:?} expects nothing", scenario.name, call.operation);
            assert!(says, "{}: {:?} says neither a command nor why there is none", scenario.name, call.operation);
        }
    }
}

async fn play(scenario: &Scenario) -> Result<(), String> {
    let sandbox = Sandbox::start(scenario.sandbox.clone()).await.map_err(|error| error.to_string())?;
    let mut kept = Kept::from([
        ("organization".to_owned(), json!(sandbox.organization())),
        ("base_url".to_owned(), json!(sandbox.base_url())),
    ]);
    for call in &scenario.prepare {
        control(&sandbox, call, &mut kept).await?;
    }
    let home = tempfile::tempdir().unwrap();
    let organization = open(scenario, &sandbox, &kept, home.path()).map_err(|error| format!("{error:?}"))?;
    for (number, call) in scenario.calls.iter().enumerate() {
        let played = match &call.operation {
            None => control(&sandbox, call, &mut kept).await,
            Some(operation) => operate(&organization, operation, call, &mut kept).await,
        };
        let name = call.operation.as_ref().or(call.control.as_ref()).unwrap();
        played.map_err(|why| format!("call {number}, {name}: {why}"))?;
    }
    sandbox.stop().await;
    Ok(())
}

async fn control(sandbox: &Sandbox, call: &Call, kept: &mut Kept) -> Result<(), String> {
    let request = fill_text(call.control.as_deref().unwrap_or_default(), kept);
    let body = fill(&call.body, kept);
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let (status, body) = sandbox.control().request(&request, &body).await;
    let answer: Value = serde_json::from_str(&body).unwrap_or_default();
    if !(200..300).contains(&status) {
        return Err(format!("{request} answers {status}: {body}"));
    }
    let outcome = Outcome { answer: Some(Ok(answer.clone())), ..Outcome::default() };
    call.expect.difference(&outcome, kept).map_or(Ok(()), Err)?;
    keep(call, &answer, kept)
}

fn open(scenario: &Scenario, sandbox: &Sandbox, kept: &Kept, home: &std::path::Path) -> Result<Organization, Error> {
    let Opening { key, given } = scenario.opening(kept);
    let given = Given {
        base_url: Some(sandbox.base_url()),
        organization: given.organization.clone().or_else(|| Some(sandbox.organization().to_owned())),
        ..given
    };
    let key = key.unwrap_or_else(|| sandbox.admin_key().to_owned());
    let settings = Settings::given(&Environment::empty().with("HOME", home), &given, Some(key.into()))?;
    Organization::open(&settings)
}

async fn operate(organization: &Organization, operation: &str, call: &Call, kept: &mut Kept) -> Result<(), String> {
    let arguments = fill(&call.arguments, kept);
    let outcome = match call.r#do {
        Do::Call => run(organization, operation, arguments).await,
        Do::Plan => plan(organization, operation, arguments).await,
        Do::Apply => apply(organization, operation, arguments).await,
    };
    let outcome = outcome.unwrap_or_else(|error| Outcome {
        answer: Some(Err(serde_json::to_value(&error).unwrap())),
        ..Outcome::default()
    });
    if std::env::var_os("SCENARIO_SHOW").is_some() {
        let Outcome { answer, text, events, requests } = &outcome;
        let answer = match answer.as_ref().unwrap() {
            Ok(answer) => format!("{answer:#}"),
            Err(error) => format!("ERROR {error:#}"),
        };
        eprintln!(
            "-- {operation} {} {:?} {requests:?} {events:?}\n{answer}\n{}",
            call.arguments,
            call.r#do,
            text.as_deref().unwrap_or_default()
        );
    }
    call.expect.difference(&outcome, kept).map_or(Ok(()), Err)?;
    match &outcome.answer {
        Some(Ok(answer)) => keep(call, answer, kept),
        _ => Ok(()),
    }
}

async fn run(organization: &Organization, operation: &str, arguments: Value) -> Result<Outcome, Error> {
    let report = organization.call(operation, arguments).await?;
    let requests = Some(u64::from(report.requests.total));
    Ok(Outcome { answer: Some(Ok(report.value)), requests, ..Outcome::default() })
}

async fn plan(organization: &Organization, operation: &str, arguments: Value) -> Result<Outcome, Error> {
    let plan = organization.plan_by_name(operation, arguments).await?;
    let requests = Some(u64::from(plan.requests.total));
    let answer = Some(Ok(serde_json::to_value(&plan).unwrap()));
    Ok(Outcome { answer, text: Some(plan.text()), requests, ..Outcome::default() })
}

async fn apply(organization: &Organization, operation: &str, arguments: Value) -> Result<Outcome, Error> {
    let plan = organization.plan_by_name(operation, arguments).await?;
    let mut job = organization.apply(plan);
    let mut events = Vec::new();
    while let Some(event) = job.next().await {
        events.push(serde_json::to_value(&event).unwrap());
    }
    let done = job.result().await?;
    let requests = Some(u64::from(done.requests.total));
    let answer = Some(Ok(serde_json::to_value(&done).unwrap()));
    Ok(Outcome { answer, events: Some(names(&events)), requests, ..Outcome::default() })
}
