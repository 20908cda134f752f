//! Three jobs of an administrator against hidden limits of 7 requests per minute and route, made 60 times faster: how many
//! requests, how many refused, and how long beside what the limits allow at best. The same jobs with the official Python
//! client in the same run.
//!
//! Run: `cargo bench -p orgwarden --bench jobs`. It takes about three minutes: the limits are real time. The first time, it
//! makes a Python environment below `target/`; without Python it says so and leaves that part out.
//!
//! "At best" is the critical path: the requests that must come one after another at the pace of their route, divided by
//! the rate. The bursts of seven that a full bucket lets through besides are not taken off, so a ratio can be below 1. They
//! are worked out in `tests/jobs/mod.rs`, with the fewest requests; that these are what is sent is a test, not a bench.
//!
//! - offboard: the keys at stake in 40 projects, then 50 removals, then the keys that are left in 40 projects: 130;
//! - invite: 200 invitations; all reads fit into bursts;
//! - roster file: 20 pages of members, then 50 invitations; the other changes go beside them on other routes: 70.
//!
//! "Cold" is a new profile: nothing is known of the limits. "Warm" does the same job again on the same organization, set
//! back to what it was, with what was learned.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![allow(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

#[path = "../tests/jobs/mod.rs"]
mod jobs;
#[path = "../../../xtask/src/python.rs"]
mod python;
#[path = "../../../xtask/src/step.rs"]
#[allow(dead_code, clippy::print_stderr, reason = "the environment needs a part")]
mod step;
#[path = "../tests/support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jobs::{Job, Wish};
use orgwarden::Organization;
use orgwarden::api::client::BaseUrl;
use orgwarden::api::{Client, Key};
use orgwarden::budgets::SqliteBudgets;
use orgwarden::journal::Journal;
use orgwarden_sandbox::{Limits, Options, Sandbox};
use support::SandboxClock;
use tokio::runtime::{Handle, Runtime};

const PER_SECOND: f64 = 7.0;
const SPEED: f64 = 60.0;

fn main() {
    // The server has threads of its own, as it would have a machine of its own.
    let (servers, clients) = (Runtime::new().unwrap(), Runtime::new().unwrap());
    clients.block_on(compare(servers.handle()));
}

async fn compare(servers: &Handle) {
    let python = environment();
    println!("hidden limit: 7 at once, {PER_SECOND} per second and route");
    println!("goals: nothing failed, at most 1 % refused, time at most 1.10 x the critical path");
    for job in Job::ALL {
        let fewest: u64 = job.requests().iter().map(jobs::Route::fewest).sum();
        let path: u64 = job.critical_path().iter().sum();
        println!("\n{}: at least {fewest} requests, critical path {path} = {:.1} s", job.name(), seconds_at_best(job));
        let start = Sandbox::start(Options { speed: SPEED, ..Options::default() });
        let sandbox = servers.spawn(start).await.unwrap().unwrap();
        let folder = tempfile::tempdir().unwrap();
        for name in ["cold", "warm"] {
            let wish = ready(job, &sandbox).await;
            let organization = profile(&sandbox, folder.path());
            let started = Instant::now();
            let failures = wish.fulfil(&organization).await;
            report(name, job, &sandbox, started.elapsed().as_secs_f64(), failures);
        }
        if let Some(python) = &python {
            let wish = ready(job, &sandbox).await;
            let (seconds, failures, unread) = peer(python, &wish, &sandbox).await;
            report("openai", job, &sandbox, seconds, failures);
            if unread > 0 {
                println!(
                    "          the keys of {unread} of 40 projects could not be read afterwards: nothing is proven"
                );
            }
        }
        sandbox.stop().await;
    }
}

/// The organization as it was, with the limits back and nothing counted.
async fn ready(job: Job, sandbox: &Sandbox) -> Wish {
    let control = sandbox.control();
    control.set_limits(Limits::Off);
    control.reset(job.seed()).unwrap();
    let client =
        Client::builder(BaseUrl::parse(&sandbox.base_url(), "bench").unwrap(), Key::new(sandbox.admin_key()).unwrap());
    let wish = job.prepare(&Organization::new(client.build().unwrap()), control).await;
    control.reset_counts();
    control.set_limits(Limits::Observed);
    // A minute and a half of the sandbox's time: buckets are full by anybody's count.
    tokio::time::sleep(Duration::from_millis(1500)).await;
    wish
}

/// As the command would open it: budgets and journal in files.
fn profile(sandbox: &Sandbox, folder: &Path) -> Organization {
    let client =
        Client::builder(BaseUrl::parse(&sandbox.base_url(), "bench").unwrap(), Key::new(sandbox.admin_key()).unwrap())
            .budgets(Arc::new(SqliteBudgets::open(&folder.join("budgets.sqlite")).unwrap()))
            .build()
            .unwrap();
    // Journal and audit log must agree on the time; what paces is the machine's.
    let clock = Arc::new(SandboxClock(sandbox.control().clone()));
    Organization::new(client).with_clock(clock).with_journal(Journal::at(folder.join("journal.sqlite")))
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn seconds_at_best(job: Job) -> f64 {
    job.critical_path().iter().sum::<u64>() as f64 / PER_SECOND
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn report(name: &str, job: Job, sandbox: &Sandbox, seconds: f64, failures: usize) {
    let counts = sandbox.control().counts();
    let requests: u64 = counts.values().map(|route| route.requests).sum();
    let refused: u64 = counts.values().map(|route| route.refused_429).sum();
    println!(
        "  {name:7} {requests:4} requests, {refused:3} refused = {:5.2} %, {failures:3} failed, {seconds:5.1} s = {:.3} x",
        refused as f64 * 100.0 / requests as f64,
        seconds / seconds_at_best(job),
    );
    if std::env::var_os("ORGWARDEN_ROUTES").is_some() {
        for (route, counts) in counts {
            println!("          {:4} {:3} {route}", counts.requests, counts.refused_429);
        }
    }
}

/// The Python with the official client, as the tests of the clients use it.
fn environment() -> Option<PathBuf> {
    let requirements = step::root().join("tests/clients/python/requirements.txt");
    match python::environment("client", &requirements) {
        Ok(python) => Some(python),
        Err(failure) => {
            println!("without the official client: {}. {}", failure.what, failure.remedy);
            None
        }
    }
}

/// Does the job with the official client; answers the seconds, how many people or differences were not done, and how many
/// lists were not read that would prove it.
async fn peer(python: &Path, wish: &Wish, sandbox: &Sandbox) -> (f64, usize, u64) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/jobs_openai.py");
    let mut child = std::process::Command::new(python)
        .arg(script)
        .env("OPENAI_BASE_URL", sandbox.base_url())
        .env("OPENAI_ADMIN_KEY", sandbox.admin_key())
        .env("NO_PROXY", "127.0.0.1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    serde_json::to_writer(child.stdin.take().unwrap(), &wish.to_json()).unwrap();
    let output = tokio::task::spawn_blocking(move || child.wait_with_output()).await.unwrap().unwrap();
    assert!(output.status.success(), "the script for the official client failed");
    let figures: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let count = |name: &str| figures[name].as_u64().unwrap_or(0);
    (figures["seconds"].as_f64().unwrap(), usize::try_from(count("failures")).unwrap(), count("unread"))
}
