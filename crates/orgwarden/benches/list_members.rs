//! `members.list` of 100,000 members, kept: CPU time and peak memory of this library against a hand-written hyper and
//! `serde_json` loop that keeps the same of them, in the same run, against the same sandbox.
//!
//! Run: `cargo bench -p orgwarden --bench list_members`. Each measurement is a process of its own.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

use std::process::{Command, Stdio};

use http_body_util::{BodyExt as _, Empty};
use hyper_util::client::legacy::Client as HyperClient;
use hyper_util::rt::TokioExecutor;
use orgwarden::Organization;
use orgwarden::api::model::OrganizationRole;
use orgwarden::config::{Environment, Given, Settings};
use orgwarden::ops::ListMembers;
use orgwarden::roster::PersonStatus;
use orgwarden_sandbox::{Options, Sandbox, Seed};
use secrecy::SecretString;

const MEMBERS: u32 = 100_000;
const ROUNDS: usize = 7;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("ours") => block_on(ours(&arguments[2], &arguments[3])),
        Some("hyper") => block_on(hyper_loop(&arguments[2], &arguments[3])),
        _ => tokio::runtime::Runtime::new().unwrap().block_on(compare()),
    }
}

/// What was read, so that both are seen to have read the same: members, owners, letters of addresses, places in projects.
type Read = [usize; 4];

fn block_on(work: impl Future<Output = Read>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let [members, owners, letters, places] = runtime.block_on(work);
    println!("{members} {owners} {letters} {places} {} {}", cpu_nanoseconds(), peak_kilobytes());
}

async fn compare() {
    let seed = Seed::Size { members: MEMBERS, projects: 10 };
    let sandbox = Sandbox::start(Options { seed, ..Options::default() }).await.unwrap();
    let (url, key) = (sandbox.base_url(), sandbox.admin_key().to_owned());
    let mut figures = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (place, who) in ["ours", "hyper"].into_iter().enumerate() {
            let (url, key) = (url.clone(), key.clone());
            let line = tokio::task::spawn_blocking(move || measure(who, &url, &key)).await.unwrap();
            figures[place].push(line);
        }
    }
    assert_eq!(figures[0][0][..4], figures[1][0][..4], "both must have read the same");
    let [ours, hyper] = figures.map(|lines| (median(&lines, 4), median(&lines, 5)));
    let milliseconds = |nanoseconds: f64| nanoseconds / 1e6;
    println!("{MEMBERS} members, median of {ROUNDS} rounds, each in a process of its own");
    println!("orgwarden: {:7.1} ms CPU, {:7.0} kB peak", milliseconds(ours.0), ours.1);
    println!("hyper:     {:7.1} ms CPU, {:7.0} kB peak", milliseconds(hyper.0), hyper.1);
    println!(
        "ratio:     {:7.2} CPU (goal at most 1.30), {:.2} peak memory (goal at most 1.00)",
        ours.0 / hyper.0,
        ours.1 / hyper.1
    );
}

fn measure(who: &str, url: &str, key: &str) -> Vec<f64> {
    let output =
        Command::new(std::env::current_exe().unwrap()).args([who, url, key]).stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{who} failed");
    String::from_utf8(output.stdout).unwrap().split_whitespace().map(|number| number.parse().unwrap()).collect()
}

fn median(lines: &[Vec<f64>], column: usize) -> f64 {
    let mut values: Vec<f64> = lines.iter().map(|line| line[column]).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// This library: paced, tolerant, everybody once and in order.
async fn ours(url: &str, key: &str) -> Read {
    let state = tempfile::tempdir().unwrap();
    let given = Given { base_url: Some(url.to_owned()), state_dir: Some(state.path().to_owned()), ..Given::default() };
    let settings = Settings::given(&Environment::empty(), &given, Some(SecretString::from(key))).unwrap();
    let list = ListMembers { status: Some(PersonStatus::Member), ..ListMembers::default() };
    let all = Organization::open(&settings).unwrap().run(list).await.unwrap().value.people;
    let owners = all.iter().filter(|person| person.role == Some(OrganizationRole::Owner)).count();
    let letters = all.iter().filter_map(|person| person.email.as_deref()).map(str::len).sum();
    [all.len(), owners, letters, all.iter().flat_map(|person| &person.projects).map(Vec::len).sum()]
}

/// What one would write by hand to keep the same of everybody: the block `user` repeats the rest, and nobody would keep it.
async fn hyper_loop(url: &str, key: &str) -> Read {
    #[derive(serde::Deserialize)]
    struct Member {
        id: String,
        name: Option<String>,
        email: Option<String>,
        role: Option<String>,
        added_at: i64,
        is_service_account: Option<bool>,
        is_scim_managed: Option<bool>,
        api_key_last_used_at: Option<i64>,
        projects: Option<Projects>,
    }
    #[derive(serde::Deserialize)]
    struct Projects {
        data: Vec<Project>,
    }
    #[derive(serde::Deserialize)]
    struct Project {
        id: Option<String>,
        name: Option<String>,
        role: Option<String>,
    }
    #[derive(serde::Deserialize)]
    struct Page {
        data: Vec<Member>,
        has_more: bool,
        last_id: Option<String>,
    }
    let client = HyperClient::builder(TokioExecutor::new()).build_http::<Empty<bytes::Bytes>>();
    let mut all: Vec<Member> = Vec::new();
    let mut after = String::new();
    loop {
        let request = hyper::Request::get(format!("{url}/organization/users?limit=100{after}"))
            .header("authorization", format!("Bearer {key}"))
            .body(Empty::new())
            .unwrap();
        let answer = client.request(request).await.unwrap();
        assert_eq!(answer.status(), 200);
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        let page: Page = serde_json::from_slice(&body).unwrap();
        all.extend(page.data);
        match page.last_id {
            Some(last) if page.has_more => after = format!("&after={last}"),
            _ => break,
        }
    }
    let owners = all.iter().filter(|member| member.role.as_deref() == Some("owner")).count();
    let unread: usize = all
        .iter()
        .map(|member| {
            let projects = member.projects.iter().flat_map(|projects| &projects.data);
            let texts = projects.flat_map(|project| [&project.id, &project.name, &project.role]).chain([&member.name]);
            member.id.len() + texts.flatten().map(String::len).sum::<usize>()
        })
        .sum();
    let flags = all.iter().filter(|member| {
        member.is_service_account == Some(true)
            || member.is_scim_managed == Some(true)
            || member.api_key_last_used_at.is_some()
    });
    std::hint::black_box((unread, flags.count(), all.iter().map(|member| member.added_at).max()));
    let letters = all.iter().filter_map(|member| member.email.as_deref()).map(str::len).sum();
    [
        all.len(),
        owners,
        letters,
        all.iter().flat_map(|member| &member.projects).map(|projects| projects.data.len()).sum(),
    ]
}

/// CPU time of all threads of this process, from the kernel's scheduler.
fn cpu_nanoseconds() -> u64 {
    let of_thread = |entry: std::io::Result<std::fs::DirEntry>| -> u64 {
        let text = std::fs::read_to_string(entry.unwrap().path().join("schedstat")).unwrap_or_default();
        text.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    std::fs::read_dir("/proc/self/task").unwrap().map(of_thread).sum()
}

/// The largest resident size that this process has had.
fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
