//! The key is never seen: after each kind of failure, in every log level, error, debug print, file and crash output.
//!
//! Each case is a process of its own (this test binary again), so that all that it prints and leaves behind can be read.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail, and prints what it searches"
)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use orgwarden::config::{Environment, Settings};
use orgwarden::ops::{Doctor, InviteMembers, Invitee, ListKeys, ListMembers, RemoveMembers, WhoAmI};
use orgwarden::{Operation, Organization};
use orgwarden_sandbox::{Options, Sandbox, Seed};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

const CASE: &str = "ORGWARDEN_SECRETS_CASE";

/// What goes wrong, and the base URL that it goes wrong with (`None`: the sandbox's).
const FAULTS: &[(&str, &str)] = &[
    ("nothing", ""),
    ("401", "401:*:1"),
    ("403", "403:*:1"),
    ("404", "404:*:1"),
    ("409", "409:POST /organization/invites:1"),
    ("429", "429:*:1"),
    ("500", "500:*:1"),
    ("502", "502:*:1"),
    ("reset-before", "reset-before:*:1"),
    ("reset-after", "reset-after:*:1"),
    ("truncate", "truncate:*:1"),
    ("flip-users", "flip-users:*:1"),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_never_seen() {
    if std::env::var_os(CASE).is_some() {
        return;
    }
    let sandbox = Sandbox::start(Options { seed: Seed::Demo, ..Options::default() }).await.unwrap();
    let mut seen = Seen::default();
    for (name, fault) in FAULTS {
        let faults = if fault.is_empty() { Vec::new() } else { vec![fault.parse().unwrap()] };
        sandbox.control().set_faults(faults);
        seen.search(name, &sandbox.base_url(), sandbox.admin_key(), sandbox.organization()).await;
    }
    sandbox.control().set_faults(Vec::new());
    seen.search("wrong organization", &sandbox.base_url(), sandbox.admin_key(), "org-elsewhere").await;
    let project =
        sandbox.control().add_key("marcus.reyes@acme.example", &default_project(&sandbox).await, "notebook").unwrap();
    seen.search("project key", &sandbox.base_url(), &project.secret, sandbox.organization()).await;
    seen.search("crash", &sandbox.base_url(), sandbox.admin_key(), sandbox.organization()).await;
    seen.search("connection refused", "http://127.0.0.1:9/v1", sandbox.admin_key(), "org-a").await;
    seen.search("no certificate", &echo("").await.replace("http:", "https:"), sandbox.admin_key(), "org-a").await;
    for status in ["401 X", "403 X", "400 X", "429 X", "500 X", "200 X"] {
        let url = echo(status).await;
        seen.search(&format!("a server that echoes the key with {status}"), &url, sandbox.admin_key(), "org-a").await;
    }
    assert!(seen.cases >= 22, "{} cases", seen.cases);
    println!("{} cases, {} bytes of output and {} files searched", seen.cases, seen.bytes, seen.files);
}

async fn default_project(sandbox: &Sandbox) -> String {
    let client = support::builder(sandbox, sandbox.admin_key()).build().unwrap();
    let projects = client.all(orgwarden::api::projects::list(false)).await.unwrap();
    projects.iter().find(|project| project.name.as_deref() == Some("Default project")).unwrap().id.as_str().to_owned()
}

#[derive(Default)]
struct Seen {
    cases: usize,
    bytes: usize,
    files: usize,
}

impl Seen {
    async fn search(&mut self, name: &str, url: &str, key: &str, organization: &str) {
        let home = tempfile::tempdir().unwrap();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--exact", "one_case", "--nocapture"])
            .env_clear()
            .env(CASE, name)
            .env("RUST_BACKTRACE", "full")
            // Nobody listens there: whatever goes through a proxy fails, and on loopback nothing may.
            .env("HTTP_PROXY", "http://127.0.0.1:9")
            .env("http_proxy", "http://127.0.0.1:9")
            .env("OPENAI_ADMIN_KEY", key)
            .env("OPENAI_BASE_URL", url)
            .env("OPENAI_ORG_ID", organization)
            .env("ORGWARDEN_STATE", home.path().join("state"))
            .env("HOME", home.path())
            .current_dir(home.path());
        let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(text.contains("case has begun"), "{name}: {text}");
        assert_eq!(text.contains("case has ended"), name != "crash", "{name}: {text}");
        if name == "nothing" {
            assert!(text.contains("Roster {") && !text.contains("Error {"), "{text}");
        }
        assert!(text.contains("TRACE"), "{name}: the lowest level must have been on");
        self.cases += 1;
        self.bytes += text.len();
        assert_hidden(name, "what it printed", &text, key);
        for file in files(home.path()) {
            self.files += 1;
            let content = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
            assert_hidden(name, &file.display().to_string(), &content, key);
        }
    }
}

/// Neither the key nor any longer part of what is secret in it.
fn assert_hidden(case: &str, place: &str, text: &str, key: &str) {
    let secret = key.trim_start_matches("sk-admin-").trim_start_matches("sk-proj-");
    for start in 0..secret.len() - 10 {
        let part = &secret[start..start + 10];
        if let Some(at) = text.find(part) {
            let around: String = text[..at].chars().rev().take(200).collect::<Vec<_>>().into_iter().rev().collect();
            panic!("{case}: a part of the key stands in {place}, after: {around}");
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// A server that answers every request with the request, the key in it.
async fn echo(status: &str) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let status = status.to_owned();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = vec![0; 4096];
            let length = stream.read(&mut head).await.unwrap_or(0);
            let request = String::from_utf8_lossy(&head[..length]).into_owned();
            let body =
                serde_json::json!({"error": {"message": request, "code": request, "type": request}, "data": request})
                    .to_string();
            let answer = format!(
                "HTTP/1.1 {status}\r\nx-request-id: {}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                "req_1",
                body.len()
            );
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    url
}

/// The child: does everything that can print or write something, and prints all that can be printed.
#[tokio::test]
async fn one_case() {
    let Some(case) = std::env::var_os(CASE) else { return };
    tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(std::io::stderr).init();
    println!("case has begun");
    let settings = Settings::resolve(&Environment::of_process(), None).unwrap();
    let settings = Settings { max_wait: Some(Duration::from_millis(100)), ..settings };
    println!("{settings:?} {settings:#?} {}", serde_json::to_string(&settings).unwrap());
    let organization = Organization::open_by(&settings, Arc::new(support::LeapClock::default())).unwrap();
    println!("{organization:?} {:?} {:?}", organization.client(), organization.client().key());
    if case == "crash" {
        tokio::spawn(async move {
            let report = organization.run(ListMembers::default()).await;
            panic!("crashed with {organization:?} and {report:?}");
        })
        .await
        .unwrap();
    }
    show(&organization, ListMembers::default()).await;
    show(&organization, WhoAmI {}).await;
    show(&organization, Doctor {}).await;
    show(&organization, ListKeys { with_admin_keys: true, ..ListKeys::default() }).await;
    let invitee = Invitee { email: "new@example.com".into(), ..Invitee::default() };
    show(&organization, InviteMembers { people: vec![invitee], ..InviteMembers::default() }).await;
    let remove = RemoveMembers {
        who: vec!["tom.becker@acme.example".into()],
        show_keys: true,
        gone_is_done: false,
        successor: None,
    };
    match organization.plan(&remove).await {
        Ok(plan) => {
            println!("{} {plan:?} {}", plan.text(), organization.client().curl(&plan.steps[0].call()));
        }
        Err(error) => print_error(&error),
    }
    println!("case has ended");
}

async fn show<O: Operation>(organization: &Organization, operation: O)
where
    O::Output: std::fmt::Debug,
{
    match organization.run(operation).await {
        Ok(report) => println!("{report:?} {}", serde_json::to_string(&report).unwrap()),
        Err(error) => print_error(&error),
    }
}

fn print_error(error: &orgwarden::Error) {
    println!("{error} {error:?} {error:#?} {:?} {}", error.hint(), serde_json::to_string(error).unwrap());
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        println!("{cause} {cause:?}");
        source = cause.source();
    }
}
