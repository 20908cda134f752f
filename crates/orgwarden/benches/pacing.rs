//! Pacing against hidden limits of 7 requests per minute and route, made 60 times faster: 200 invitations and 200 role
//! changes side by side, in a first run (nothing known), a second run (what was learned is kept) and by two processes at
//! once.
//!
//! Run: `cargo bench -p orgwarden --bench pacing`. It takes about two minutes: the limits are real time.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use orgwarden::Organization;
use orgwarden::api::client::BaseUrl;
use orgwarden::api::{Client, Key};
use orgwarden::apply::StepStatus;
use orgwarden::budgets::SqliteBudgets;
use orgwarden::ops::{InviteMembers, Invitee, SetRole};
use orgwarden_sandbox::{Limits, Options, Sandbox, Seed};

const CALLS: usize = 200;
const PER_SECOND: f64 = 7.0;

/// What one process does: the number of its first invitation, how many, and the role that it gives to as many members.
type Part = (usize, usize, &'static str);

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    match arguments.get(1).map(String::as_str) {
        Some("work") => {
            let (url, key, store) = (&arguments[2], &arguments[3], Path::new(&arguments[4]));
            let (first, count): (usize, usize) = (arguments[5].parse().unwrap(), arguments[6].parse().unwrap());
            let owner = arguments[7] == "owner";
            let done = runtime.block_on(work(url, key, store, first, count, owner));
            println!("{done}");
        }
        _ => runtime.block_on(compare()),
    }
}

async fn compare() {
    let options = Options {
        seed: Seed::Size { members: u32::try_from(CALLS).unwrap() + 50, projects: 1 },
        limits: Limits::Observed,
        speed: 60.0,
        ..Options::default()
    };
    let sandbox = Sandbox::start(options).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("budgets.sqlite");
    println!("{CALLS} invitations and {CALLS} role changes, hidden limit {PER_SECOND} per second and route");
    let runs: [(&str, &str, f64, &[Part]); 3] = [
        ("first run", "goal 2.0 %", 1.10, &[(0, CALLS, "owner")]),
        ("second run", "goal 0.5 %", 1.10, &[(CALLS, CALLS, "reader")]),
        (
            "two processes",
            "no goal",
            1.15,
            &[(2 * CALLS, CALLS / 2, "owner"), (2 * CALLS + CALLS / 2, CALLS / 2, "owner")],
        ),
    ];
    for (name, share_goal, ratio_goal, processes) in runs {
        sandbox.control().reset_counts();
        let started = Instant::now();
        let children: Vec<_> = processes
            .iter()
            .map(|(first, count, role)| {
                Command::new(std::env::current_exe().unwrap())
                    .args(["work", &sandbox.base_url(), sandbox.admin_key(), store.to_str().unwrap()])
                    .args([&first.to_string(), &count.to_string(), *role])
                    .stdout(std::process::Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        let mut done = 0;
        for child in children {
            let output = tokio::task::spawn_blocking(move || child.wait_with_output()).await.unwrap().unwrap();
            done += String::from_utf8(output.stdout).unwrap().trim().parse::<usize>().unwrap();
        }
        let wall = started.elapsed().as_secs_f64();
        let counts = sandbox.control().counts();
        let (requests, refused) = counts
            .values()
            .fold((0, 0), |(requests, refused), route| (requests + route.requests, refused + route.refused_429));
        let passed = counts.values().map(|route| route.requests - route.refused_429).max().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        let (share, ratio) = (refused as f64 / requests as f64, wall / (passed as f64 / PER_SECOND));
        println!(
            "{name:14} {done} of {} done, {requests} requests, {refused} refused = {:.2} % ({share_goal}), {wall:.1} s = {ratio:.3} x (goal {ratio_goal:.2})",
            2 * CALLS,
            share * 100.0,
        );
    }
}

/// Invites some people and changes the role of as many, side by side; answers how many steps were done.
async fn work(url: &str, key: &str, store: &Path, first: usize, count: usize, owner: bool) -> usize {
    let client = Client::builder(BaseUrl::parse(url, "bench").unwrap(), Key::new(key).unwrap())
        .budgets(Arc::new(SqliteBudgets::open(store).unwrap()))
        .build()
        .unwrap();
    let organization = Organization::new(client);
    let people = (first..first + count)
        .map(|number| Invitee { email: format!("bench{number}@example.com"), ..Invitee::default() })
        .collect();
    let invite = InviteMembers { people, ..InviteMembers::default() };
    let roster = organization.client().all(orgwarden::api::users::list()).await.unwrap();
    let mut members: Vec<String> = roster
        .iter()
        .filter(|user| user.email.as_deref().is_some_and(|email| !email.starts_with("bench")))
        .map(|user| user.id.as_str().to_owned())
        .collect();
    members.sort();
    let start = if count == CALLS { 0 } else { first % CALLS };
    let who = members.iter().skip(start).take(count).map(|id| id.as_str().into()).collect();
    let role = SetRole { who, role: if owner { "owner" } else { "reader" }.to_owned() };
    let (invited, changed) = tokio::join!(organization.run(invite), organization.run(role));
    [invited, changed]
        .into_iter()
        .map(|report| report.unwrap().value)
        .map(|done| done.count(StepStatus::Done) + done.already.len() + done.held.len())
        .sum()
}
