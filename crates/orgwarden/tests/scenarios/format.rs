//! The format of `tests/scenarios/` (its README defines it): reading it, filling in what was kept, and comparing.

#![allow(dead_code, reason = "each runner uses a part")]
#![allow(clippy::unwrap_used, reason = "a scenario that cannot be read must fail")]

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use orgwarden::config::Given;
use orgwarden_sandbox::Options;
use serde::Deserialize;
use serde_json::{Map, Value};

/// What is kept from one call for the next, by name.
pub(crate) type Kept = BTreeMap<String, Value>;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    pub(crate) name: String,
    /// For readers.
    #[serde(default)]
    pub(crate) about: String,
    pub(crate) sandbox: Options,
    /// For the command line.
    #[serde(default)]
    pub(crate) files: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) prepare: Vec<Call>,
    #[serde(default)]
    pub(crate) organization: Value,
    pub(crate) calls: Vec<Call>,
}

/// How the organization is opened: by a key, if not by the sandbox's own, and what else a program gives.
pub(crate) struct Opening {
    pub(crate) key: Option<String>,
    pub(crate) given: Given,
}

/// An operation, or a control of the sandbox.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Call {
    pub(crate) control: Option<String>,
    #[serde(default)]
    pub(crate) body: Value,
    pub(crate) operation: Option<String>,
    #[serde(default = "no_arguments")]
    pub(crate) arguments: Value,
    #[serde(default)]
    pub(crate) r#do: Do,
    pub(crate) command: Option<Command>,
    pub(crate) exit: Option<i32>,
    #[serde(default)]
    pub(crate) expect: Expect,
    #[serde(default)]
    pub(crate) keep: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Do {
    #[default]
    Call,
    Plan,
    Apply,
}

/// How the command line says it, or why it cannot.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Command {
    Words(Vec<String>),
    CannotBeSaid(String),
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Expect {
    pub(crate) answer: Option<Value>,
    pub(crate) text: Option<String>,
    pub(crate) events: Option<Vec<Value>>,
    pub(crate) error: Option<Value>,
    pub(crate) requests: Option<u32>,
}

/// What a door made of a call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    /// The answer, the plan, or the end of the job; of a failure, the error.
    pub(crate) answer: Option<Result<Value, Value>>,
    pub(crate) text: Option<String>,
    pub(crate) events: Option<Vec<Value>>,
    pub(crate) requests: Option<u64>,
}

impl Scenario {
    /// How its organization is opened, once what was kept is filled in.
    pub(crate) fn opening(&self, kept: &Kept) -> Opening {
        let mut members = match fill(&self.organization, kept) {
            Value::Object(members) => members,
            _ => Map::new(),
        };
        let key = members.remove("key").map(|key| key.as_str().unwrap().to_owned());
        Opening { key, given: serde_json::from_value(Value::Object(members)).unwrap() }
    }
}

fn no_arguments() -> Value {
    Value::Object(Map::new())
}

/// The scenarios whose name contains what the variable `SCENARIO` says; all, if it says nothing.
pub(crate) fn chosen() -> Vec<Scenario> {
    let wanted = std::env::var("SCENARIO").unwrap_or_default();
    let chosen: Vec<Scenario> = all().into_iter().filter(|scenario| scenario.name.contains(&wanted)).collect();
    assert!(!chosen.is_empty(), "no scenario is called `{wanted}`");
    chosen
}

/// All scenarios.
pub(crate) fn all() -> Vec<Scenario> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let read: Vec<Scenario> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        all.extend(read);
    }
    let mut seen = HashSet::new();
    assert!(all.iter().all(|scenario| seen.insert(scenario.name.clone())), "a name of a scenario is taken");
    all
}

/// The operations that succeed in a call of which this is so, doing more than being planned.
pub(crate) fn that_succeed(is_meant: impl Fn(&Call) -> bool) -> HashSet<String> {
    let calls = all().into_iter().flat_map(|scenario| scenario.calls);
    calls
        .filter(|call| call.expect.answer.is_some() && call.r#do != Do::Plan && is_meant(call))
        .filter_map(|call| call.operation)
        .collect()
}

/// Puts what was kept in the place of each `${name}`: the value itself where the text is nothing else.
pub(crate) fn fill(value: &Value, kept: &Kept) -> Value {
    match value {
        Value::String(text) => match text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')) {
            Some(name) if !name.contains('}') => kept[name].clone(),
            _ => Value::String(fill_text(text, kept)),
        },
        Value::Array(items) => items.iter().map(|item| fill(item, kept)).collect(),
        Value::Object(members) => members.iter().map(|(name, member)| (name.clone(), fill(member, kept))).collect(),
        other => other.clone(),
    }
}

pub(crate) fn fill_text(text: &str, kept: &Kept) -> String {
    kept.iter().fold(text.to_owned(), |text, (name, value)| {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        text.replace(&format!("${{{name}}}"), &value)
    })
}

/// Where a value is not what was expected, and how.
pub(crate) fn difference(expected: &Value, found: &Value, place: &str) -> Option<String> {
    let is_so = match (expected, found) {
        (Value::Object(members), Value::Object(found)) => {
            return members.iter().find_map(|(name, member)| {
                difference(member, found.get(name).unwrap_or(&Value::Null), &format!("{place}/{name}"))
            });
        }
        (Value::Array(items), Value::Array(found)) => {
            if !items.iter().any(is_gap) && items.len() == found.len() {
                let mut places = items.iter().zip(found).enumerate();
                return places
                    .find_map(|(number, (item, found))| difference(item, found, &format!("{place}/{number}")));
            }
            list_matches(items, found)
        }
        (Value::String(pattern), Value::String(text)) => text_matches(pattern, text),
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (expected, found) => expected == found,
    };
    (!is_so).then(|| format!("{place} should be {expected:#}\nand is {found:#}"))
}

fn is_gap(item: &Value) -> bool {
    *item == "…"
}

/// Whether the items match one by one; `…` stands for any number of them.
fn list_matches(items: &[Value], found: &[Value]) -> bool {
    match items.split_first() {
        None => found.is_empty(),
        Some((first, rest)) if is_gap(first) => (0..=found.len()).any(|skipped| list_matches(rest, &found[skipped..])),
        Some((first, rest)) => match found.split_first() {
            None => false,
            Some((one, others)) => difference(first, one, "").is_none() && list_matches(rest, others),
        },
    }
}

/// Whether a text is as the pattern says; `…` stands for any letters.
fn text_matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('…') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('…').collect();
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(place) = text.find(part) else { return false };
        text = &text[place + part.len()..];
    }
    text.ends_with(end)
}

impl Expect {
    /// Where an outcome is not what was expected, and how. What a door cannot tell is not compared.
    pub(crate) fn difference(&self, outcome: &Outcome, kept: &Kept) -> Option<String> {
        let answer = match (&self.error, &outcome.answer) {
            (_, None) => None,
            (None, Some(Err(error))) => Some(format!("it failed: {error:#}")),
            (Some(_), Some(Ok(answer))) => Some(format!("it should fail, and answered {answer:#}")),
            (Some(expected), Some(Err(error))) => difference(&fill(expected, kept), error, "error"),
            (None, Some(Ok(answer))) => {
                self.answer.as_ref().and_then(|expected| difference(&fill(expected, kept), answer, "answer"))
            }
        };
        let text = || {
            let (expected, text) = (self.text.as_ref()?, outcome.text.as_ref()?);
            let expected = fill_text(expected, kept);
            (!text_matches(expected.trim_end(), text.trim_end()))
                .then(|| format!("the text should be\n{expected}\nand is\n{text}"))
        };
        let events = || {
            let (expected, events) = (self.events.as_ref()?, outcome.events.as_ref()?);
            (!list_matches(expected, events)).then(|| format!("the events should be {expected:?}\nand are {events:?}"))
        };
        let requests = || {
            let (expected, requests) = (self.requests?, outcome.requests?);
            (requests != u64::from(expected))
                .then(|| format!("it should take {expected} requests, and took {requests}"))
        };
        answer.or_else(text).or_else(events).or_else(requests)
    }
}

/// The names of events, without those that tell of waiting: how often that happens is not decided by a scenario.
pub(crate) fn names<'a>(events: impl IntoIterator<Item = &'a Value>) -> Vec<Value> {
    events.into_iter().map(|event| event["event"].clone()).filter(|name| *name != "wait" && *name != "retry").collect()
}

/// Keeps what a call says is to be kept of an answer.
pub(crate) fn keep(call: &Call, answer: &Value, kept: &mut Kept) -> Result<(), String> {
    for (name, pointer) in &call.keep {
        let value = answer.pointer(pointer).ok_or_else(|| format!("there is no {pointer} in {answer:#}"))?;
        kept.insert(name.clone(), value.clone());
    }
    Ok(())
}

#[test]
fn a_difference_is_found_and_nothing_else() {
    use serde_json::json;
    for (expected, found) in [
        (json!({"a": 1, "b": null}), json!({"a": 1.0, "c": 2})),
        (json!(["…", {"a": 1}]), json!([3, {"a": 1, "b": 2}])),
        (json!(["a", "…"]), json!(["a"])),
        (json!("a…c…"), json!("abcd")),
        (json!("…"), json!("")),
        (json!("a…b…b"), json!("abb")),
    ] {
        assert_eq!(difference(&expected, &found, ""), None, "{expected} {found}");
    }
    for (expected, found) in [
        (json!({"a": 1}), json!({"a": 2})),
        (json!({"a": {}}), json!({})),
        (json!({"a": null}), json!({"a": 1})),
        (json!([1]), json!([1, 2])),
        (json!(["…", 1]), json!([1, 2])),
        (json!("a…c"), json!("abcd")),
        (json!("a…b…b"), json!("ab")),
        (json!("ab…ba"), json!("aba")),
        (json!("1"), json!(1)),
        (json!(false), json!(null)),
    ] {
        assert!(difference(&expected, &found, "").is_some(), "{expected} {found}");
    }
}

#[test]
fn what_is_expected_is_compared() {
    use serde_json::json;
    let expect = |expect: Value| serde_json::from_value::<Expect>(expect).unwrap();
    let events = Some(vec![json!("plan"), json!("summary")]);
    let good = Outcome { answer: Some(Ok(json!({"a": 1}))), text: Some("A\n".to_owned()), events, requests: Some(2) };
    let bad = Outcome { answer: Some(Err(json!({"kind": "invalid"}))), ..Outcome::default() };
    let kept = Kept::from([("one".to_owned(), json!(1)), ("letter".to_owned(), json!("A"))]);
    for (what, outcome) in [
        (json!({"answer": {"a": "${one}"}, "text": "${letter}", "events": ["plan", "…"], "requests": 2}), &good),
        (json!({"error": {"kind": "invalid", "hint": null}}), &bad),
        (json!({}), &good),
    ] {
        assert_eq!(expect(what).difference(outcome, &kept), None);
    }
    for (what, outcome) in [
        (json!({"answer": {"a": 2}}), &good),
        (json!({"text": "B"}), &good),
        (json!({"events": ["plan"]}), &good),
        (json!({"requests": 3}), &good),
        (json!({"error": {"kind": "invalid"}}), &good),
        (json!({"error": {"kind": "config"}}), &bad),
        (json!({}), &bad),
    ] {
        assert!(expect(what.clone()).difference(outcome, &kept).is_some(), "{what}");
    }
}
