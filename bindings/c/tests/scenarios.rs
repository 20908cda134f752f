//! The scenarios of `tests/scenarios/`, through the C library: a program in C calls each operation by its own function and
//! reads each answer with its readers.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must fail")]

mod common;
#[path = "../../../crates/orgwarden/tests/scenarios/format.rs"]
mod format;

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};

use format::{Call, Do, Kept, Outcome, Scenario, fill, fill_text, keep, names};
use orgwarden::Organization;
use serde_json::{Value, json};

/// Programs at once.
const AT_ONCE: usize = 4;

#[derive(Default)]
struct Counts {
    typed: AtomicUsize,
    by_name: AtomicUsize,
    refused: AtomicUsize,
}

#[test]
fn every_scenario_is_as_it_says() {
    let program =
        common::compile("driver", &["main.c", "given.c", "writing.c", "generated.c"], "driver", &common::sanitized());
    let all = read();
    let (next, counts, failures) = (AtomicUsize::new(0), Counts::default(), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some((scenario, sandbox)) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(why) = play(&program, scenario, sandbox, &counts) {
                        failures.lock().unwrap().push(format!("\n== {}\n{why}", scenario.name));
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "{} of {}:{}", failures.len(), all.len(), failures.concat());
    let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
    println!(
        "{} scenarios: {} calls through typed functions, {} by name, {} refused",
        all.len(),
        count(&counts.typed),
        count(&counts.by_name),
        count(&counts.refused)
    );
    assert!(count(&counts.typed) > count(&counts.by_name), "typed functions are not what is tested");
}

/// The scenarios whose name contains what the variable `SCENARIO` says, with the options of their sandboxes as they stand
/// there.
fn read() -> Vec<(Scenario, String)> {
    let folder = common::own().join("../../tests/scenarios");
    let wanted = std::env::var("SCENARIO").unwrap_or_default();
    let mut all = Vec::new();
    for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if file.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let read: Vec<Value> = serde_json::from_str(&text).unwrap();
        for scenario in read {
            let sandbox = scenario["sandbox"].to_string();
            let scenario: Scenario = serde_json::from_value(scenario).unwrap();
            all.push((scenario, sandbox));
        }
    }
    all.retain(|(scenario, _)| scenario.name.contains(&wanted));
    all
}

/// The program in C.
struct Driver {
    child: Child,
    answers: BufReader<ChildStdout>,
}

impl Driver {
    fn start(program: &Path) -> Self {
        let mut child = Command::new(program)
            .envs(common::environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the driver starts");
        let answers = BufReader::new(child.stdout.take().unwrap());
        Self { child, answers }
    }

    fn ask(&mut self, items: &[String]) -> Result<Vec<String>, String> {
        let mut message = format!("{}\n", items.len());
        for item in items {
            let _ = write!(message, "{}\n{item}\n", item.len());
        }
        let told = self.child.stdin.as_mut().unwrap().write_all(message.as_bytes());
        told.map_err(|error| format!("the driver is gone: {error}"))?;
        let count = self.size()?;
        (0..count).map(|_| self.item()).collect()
    }

    fn size(&mut self) -> Result<usize, String> {
        let mut line = String::new();
        self.answers.read_line(&mut line).map_err(|error| error.to_string())?;
        line.trim().parse().map_err(|_| format!("the driver said `{line}` and no size"))
    }

    fn item(&mut self) -> Result<String, String> {
        let size = self.size()?;
        let mut bytes = vec![0; size + 1];
        self.answers.read_exact(&mut bytes).map_err(|error| error.to_string())?;
        bytes.pop();
        String::from_utf8(bytes).map_err(|error| error.to_string())
    }

    /// Ends it; it must have freed all it had.
    fn end(mut self) -> Result<(), String> {
        drop(self.child.stdin.take());
        let status = self.child.wait().map_err(|error| error.to_string())?;
        if status.success() { Ok(()) } else { Err(format!("the driver ended with {status}; see what it wrote")) }
    }
}

fn play(program: &Path, scenario: &Scenario, sandbox: &str, counts: &Counts) -> Result<(), String> {
    let mut driver = Driver::start(program);
    let started = ok(driver.ask(&["sandbox".into(), sandbox.to_owned()])?)?;
    let [organization, base_url, key] = &started[1..] else { return Err("the sandbox did not start".into()) };
    let mut kept =
        Kept::from([("organization".to_owned(), json!(organization)), ("base_url".to_owned(), json!(base_url))]);
    for call in &scenario.prepare {
        control(&mut driver, call, &mut kept)?;
    }
    let home = tempfile::tempdir().unwrap();
    let mut given = match fill(&scenario.organization, &kept) {
        Value::Object(given) => given,
        _ => serde_json::Map::new(),
    };
    let key = given.remove("key").map_or_else(|| key.clone(), |key| key.as_str().unwrap().to_owned());
    given.entry("organization").or_insert_with(|| json!(organization));
    given.insert("base_url".into(), json!(base_url));
    given.insert("state_dir".into(), json!(home.path()));
    ok(driver.ask(&["open".into(), Value::Object(given).to_string(), key])?)?;
    for (number, call) in scenario.calls.iter().enumerate() {
        let played = match &call.operation {
            None => control(&mut driver, call, &mut kept),
            Some(operation) => operate(&mut driver, operation, call, &mut kept, counts),
        };
        let name = call.operation.as_ref().or(call.control.as_ref()).unwrap();
        played.map_err(|why| format!("call {number}, {name}: {why}"))?;
    }
    driver.end()
}

fn ok(reply: Vec<String>) -> Result<Vec<String>, String> {
    if reply[0] == "ok" { Ok(reply) } else { Err(reply[1].clone()) }
}

fn control(driver: &mut Driver, call: &Call, kept: &mut Kept) -> Result<(), String> {
    let request = fill_text(call.control.as_deref().unwrap_or_default(), kept);
    let body = fill(&call.body, kept);
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let reply = ok(driver.ask(&["control".into(), request, body])?)?;
    let answer: Value = serde_json::from_str(&reply[1]).unwrap_or_default();
    let outcome = Outcome { answer: Some(Ok(answer.clone())), ..Outcome::default() };
    call.expect.difference(&outcome, kept).map_or(Ok(()), Err)?;
    keep(call, &answer, kept)
}

fn operate(driver: &mut Driver, operation: &str, call: &Call, kept: &mut Kept, counts: &Counts) -> Result<(), String> {
    let arguments = fill(&call.arguments, kept);
    let what = match call.r#do {
        Do::Call => "call",
        Do::Plan => "plan",
        Do::Apply => "apply",
    };
    let mut message = vec![what.to_owned(), operation.to_owned(), arguments.to_string()];
    for (name, value) in arguments.as_object().into_iter().flatten() {
        argument(&mut message, name, value);
    }
    let reply = driver.ask(&message)?;
    let outcome = if reply[0] == "error" {
        counts.refused.fetch_add(1, Ordering::Relaxed);
        let error: Value = serde_json::from_str(&reply[1]).unwrap();
        assert_eq!(error["message"], json!(reply[2]));
        Outcome { answer: Some(Err(error)), ..Outcome::default() }
    } else {
        let way = if reply[1] == "typed" { &counts.typed } else { &counts.by_name };
        way.fetch_add(1, Ordering::Relaxed);
        let answer = the_same(&reply[2], &reply[3])?;
        let events: Vec<Value> =
            reply[6..].chunks(2).map(|pair| the_same(&pair[0], &pair[1])).collect::<Result<_, _>>()?;
        Outcome {
            answer: Some(Ok(answer)),
            text: (call.r#do == Do::Plan).then(|| reply[5].clone()),
            events: (call.r#do == Do::Apply).then(|| names(&events)),
            requests: reply[4].parse().ok(),
        }
    };
    call.expect.difference(&outcome, kept).map_or(Ok(()), Err)?;
    match &outcome.answer {
        Some(Ok(answer)) => keep(call, answer, kept),
        _ => Ok(()),
    }
}

/// An argument as the driver gets it: name, type, JSON, count and texts; records member by member.
fn argument(message: &mut Vec<String>, name: &str, value: &Value) {
    let mut add = |kind: &str, count: usize, texts: &[&str]| {
        message.extend([name.to_owned(), kind.to_owned(), value.to_string(), count.to_string()]);
        message.extend(texts.iter().map(|&text| text.to_owned()));
    };
    match value {
        Value::Null => {}
        Value::Bool(_) => add("b", 0, &[]),
        Value::Number(_) => add("n", 0, &[]),
        Value::String(text) => add("t", 1, &[text]),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            add("l", items.len(), &items.iter().filter_map(Value::as_str).collect::<Vec<_>>());
        }
        Value::Array(items) if items.iter().all(Value::is_object) => {
            add("r", items.len(), &[]);
            for (place, item) in items.iter().enumerate() {
                for (member, value) in item.as_object().into_iter().flatten() {
                    argument(message, &format!("{name}.{place}.{member}"), value);
                }
            }
        }
        _ => add("j", 0, &[]),
    }
}

/// What the readers told must be what the JSON says: every member has a reader, and each reads its own. Members that the
/// API has beside those of the surface are in the JSON alone.
fn the_same(shown: &str, own: &str) -> Result<Value, String> {
    let read = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| format!("not JSON: {error}: {text}"));
    let own = read(own)?;
    let (told, known) = (without_nothing(read(shown)?), without_nothing(own.clone()));
    if let Some(difference) = format::difference(&told, &known, "what the readers tell") {
        return Err(difference);
    }
    if let Some(untold) = untold(&known, &told, "") {
        return Err(format!("no reader tells {untold}"));
    }
    Ok(own)
}

/// Where a member stands that is one of the surface's and was not told.
fn untold(known: &Value, told: &Value, place: &str) -> Option<String> {
    static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let definitions = Organization::surface().definitions;
        let shapes = definitions.values().flat_map(|shape| {
            std::iter::once(shape).chain(shape["oneOf"].as_array().into_iter().flatten()).cloned().collect::<Vec<_>>()
        });
        shapes
            .flat_map(|shape| match &shape["properties"] {
                Value::Object(members) => members.keys().cloned().collect(),
                _ => Vec::new(),
            })
            .collect()
    });
    match (known, told) {
        (Value::Object(members), told) => members.iter().find_map(|(name, member)| match told.get(name) {
            Some(told) => untold(member, told, &format!("{place}/{name}")),
            None => NAMES.contains(name).then(|| format!("{place}/{name}")),
        }),
        (Value::Array(items), told) => items
            .iter()
            .enumerate()
            .find_map(|(number, item)| untold(item, told.get(number)?, &format!("{place}/{number}"))),
        _ => None,
    }
}

/// What is left out is the same as what says nothing.
fn without_nothing(value: Value) -> Value {
    let says_nothing = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(true) => false,
    };
    match value {
        Value::Array(items) => items.into_iter().map(without_nothing).collect(),
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, member)| (name, without_nothing(member)));
            members.filter(|(_, member)| !says_nothing(member)).collect()
        }
        other => other,
    }
}
