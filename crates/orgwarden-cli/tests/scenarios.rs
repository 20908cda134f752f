//! The scenarios of `tests/scenarios/`, through the real command: every call is a process of its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

#[path = "../../orgwarden/tests/scenarios/format.rs"]
mod format;

use std::fmt::Write as _;
use std::process::{Output, Stdio};
use std::sync::Mutex;

use format::{Call, Command, Do, Kept, Opening, Outcome, Scenario, chosen, fill, fill_text, keep, names, that_succeed};
use orgwarden_sandbox::Sandbox;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

/// Commands at once.
const AT_ONCE: usize = 4;

/// Operations that are a part of others here: `invite -f` and `change -f` read their files themselves.
const READ_ON_THE_WAY: [&str; 2] = ["files.read_people", "files.read_wishes"];

/// The variable that the profile names as the place of the key.
const KEY: &str = "SCENARIO_KEY";

#[test]
fn every_scenario_is_as_it_says() {
    let runtime = Runtime::new().unwrap();
    let (waiting, failures) = (Mutex::new(chosen().into_iter()), Mutex::new(String::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().unwrap().next();
                    let Some(scenario) = next else { return };
                    if let Err(why) = play(&runtime, &scenario) {
                        let _ = write!(failures.lock().unwrap(), "\n== {}\n{why}", scenario.name);
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn every_operation_can_be_said() {
    let said = that_succeed(|call| matches!(call.command, Some(Command::Words(_))));
    for operation in orgwarden::Organization::operations().filter(|name| !READ_ON_THE_WAY.contains(name)) {
        assert!(said.contains(operation), "no command of a scenario does {operation}");
    }
}

/// A sandbox, and the home folder of the commands.
struct Place {
    sandbox: Sandbox,
    key: String,
    home: tempfile::TempDir,
}

fn play(runtime: &Runtime, scenario: &Scenario) -> Result<(), String> {
    let sandbox = runtime.block_on(Sandbox::start(scenario.sandbox.clone())).map_err(|error| error.to_string())?;
    let mut kept = Kept::from([
        ("organization".to_owned(), json!(sandbox.organization())),
        ("base_url".to_owned(), json!(sandbox.base_url())),
    ]);
    for call in &scenario.prepare {
        control(runtime, &sandbox, call, &mut kept)?;
    }
    let opening = scenario.opening(&kept);
    let place = Place {
        key: opening.key.clone().unwrap_or_else(|| sandbox.admin_key().to_owned()),
        home: tempfile::tempdir().unwrap(),
        sandbox,
    };
    place.write(".config/orgwarden/config.toml", &profile(&place.sandbox, &opening));
    for (name, text) in &scenario.files {
        place.write(name, text);
    }
    for (number, call) in scenario.calls.iter().enumerate() {
        let played = match &call.command {
            None => control(runtime, &place.sandbox, call, &mut kept),
            Some(Command::Words(words)) => place.operate(call, words, &mut kept),
            // What it would have kept, nobody may need: the next call says so loudly.
            Some(Command::CannotBeSaid(_)) => Ok(()),
        };
        let name = call.operation.as_ref().or(call.control.as_ref()).unwrap();
        played.map_err(|why| format!("call {number}, {name}: {why}"))?;
    }
    runtime.block_on(place.sandbox.stop());
    Ok(())
}

fn control(runtime: &Runtime, sandbox: &Sandbox, call: &Call, kept: &mut Kept) -> Result<(), String> {
    let request = fill_text(call.control.as_deref().unwrap_or_default(), kept);
    let body = fill(&call.body, kept);
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let (status, body) = runtime.block_on(sandbox.control().request(&request, &body));
    let answer: Value = serde_json::from_str(&body).unwrap_or_default();
    if !(200..300).contains(&status) {
        return Err(format!("{request} answers {status}: {body}"));
    }
    let outcome = Outcome { answer: Some(Ok(answer.clone())), ..Outcome::default() };
    call.expect.difference(&outcome, kept).map_or(Ok(()), Err)?;
    keep(call, &answer, kept)
}

/// A config file with one profile. JSON is TOML too, as far as guards need it.
fn profile(sandbox: &Sandbox, opening: &Opening) -> String {
    let given = &opening.given;
    let organization = given.organization.as_deref().unwrap_or(sandbox.organization());
    let mut text = format!(
        "default = \"scenario\"\n[profile.scenario]\norganization = \"{organization}\"\nbase_url = \"{}\"\nkey = {{ env = \"{KEY}\" }}\n",
        sandbox.base_url()
    );
    if let Some(seconds) = given.max_wait_seconds {
        let _ = writeln!(text, "max_wait = \"{seconds}s\"");
    }
    text.push_str("[profile.scenario.guards]\n");
    let guards = serde_json::to_value(&given.guards).unwrap();
    for (name, value) in guards.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
        let _ = writeln!(text, "{name} = {value}");
    }
    text
}

impl Place {
    fn write(&self, name: &str, text: &str) {
        let path = self.home.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn operate(&self, call: &Call, words: &[String], kept: &mut Kept) -> Result<(), String> {
        let words: Vec<String> = words.iter().map(|word| fill_text(word, kept)).collect();
        let options: &[&str] = match call.r#do {
            Do::Call => &["--format", "json", "--yes"],
            Do::Apply => &["--format", "jsonl", "--yes"],
            Do::Plan => &["--format", "json", "--dry-run"],
        };
        let ran = self.run(options, &words);
        let mut outcome = read(&ran, call.r#do)?;
        if call.r#do == Do::Plan && call.expect.text.is_some() {
            outcome.text = Some(String::from_utf8(self.run(&["--dry-run"], &words).stdout).unwrap());
        }
        let shown = || format!("{}\n{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        if let Some(difference) = call.expect.difference(&outcome, kept) {
            return Err(format!("{difference}\n{}", shown()));
        }
        let usual = match &outcome.answer {
            Some(Err(error)) => exit_of(error["kind"].as_str().unwrap_or_default()),
            _ if call.r#do == Do::Plan => 3,
            _ => 0,
        };
        let (exit, code) = (call.exit.unwrap_or(usual), ran.status.code().unwrap_or(-1));
        if code != exit {
            return Err(format!("the exit code should be {exit} and is {code}\n{}", shown()));
        }
        match &outcome.answer {
            Some(Ok(answer)) => keep(call, answer, kept),
            _ => Ok(()),
        }
    }

    /// Runs the command, which knows nothing but its home folder and the key, and looks for the key in what it prints.
    fn run(&self, options: &[&str], words: &[String]) -> Output {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_orgwarden"))
            .env_clear()
            .env("HOME", self.home.path())
            .env(KEY, &self.key)
            .current_dir(self.home.path())
            .args(options)
            .args(words)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        for printed in [&output.stdout, &output.stderr] {
            assert!(!String::from_utf8_lossy(printed).contains(&self.key), "the key was printed");
        }
        output
    }
}

/// What a command printed.
fn read(ran: &Output, how: Do) -> Result<Outcome, String> {
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    if let Some(line) = err.lines().rfind(|line| line.starts_with("{\"error\":")) {
        let error: Value = serde_json::from_str(line).map_err(|error| format!("{error}: {line}"))?;
        return Ok(Outcome { answer: Some(Err(error["error"].clone())), ..Outcome::default() });
    }
    let parse = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| format!("{error}: {out}{err}"));
    let (answer, events) = match how {
        Do::Call | Do::Plan => (parse(&out)?, None),
        Do::Apply => {
            let events = out.lines().map(parse).collect::<Result<Vec<_>, _>>()?;
            (events.last().cloned().unwrap_or_default(), Some(names(&events)))
        }
    };
    let requests = answer["requests"]["total"].as_u64();
    Ok(Outcome { answer: Some(Ok(answer)), events, requests, ..Outcome::default() })
}

/// The exit code of a failure, as the README lists them.
fn exit_of(kind: &str) -> i32 {
    match kind {
        "invalid" | "config" => 2,
        "authentication" | "permission" => 4,
        "not_found" => 5,
        "guard" => 7,
        "rate_limited" => 8,
        "outcome_unknown" => 9,
        "cancelled" => 130,
        _ => 1,
    }
}
