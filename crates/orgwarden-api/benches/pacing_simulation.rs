//! How good the learning is, for whoever changes it: against simulated servers in virtual time, so the figures are the same
//! on every machine; and what a request costs where nothing is limited.
//!
//! Run: `cargo bench -p orgwarden-api --bench pacing_simulation`.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::cast_precision_loss,
    reason = "a bench that cannot run must stop"
)]
#![allow(missing_docs, dead_code, reason = "nothing here is public, and the tests use more of the simulation")]

#[path = "../tests/pacing/server.rs"]
mod server;
#[path = "../tests/pacing/time.rs"]
mod time;
#[path = "../tests/pacing/world.rs"]
mod world;

use std::time::Duration;

use orgwarden_api::pace::Outcome;
use tokio_util::sync::CancellationToken;

use server::{Limit, Server, Words};
use time::Task;
use world::{ROUTE, World};

const PER_SECOND: f64 = 7.0;
const PER_MINUTE: f64 = 7.0 / 60.0;

fn main() {
    price_of_a_request();
    table();
}

fn table() {
    println!(
        "worst of 10 seeds and of 1, 4, 8 and 2 x 4 senders: refused, time / best time, in three runs of 200 calls"
    );
    for (name, limit, rate) in [
        ("bucket 7/1s", Limit::bucket(7.0, 1.0), PER_SECOND),
        ("bucket 7/60s", Limit::bucket(7.0, 60.0), PER_MINUTE),
        ("bucket 60/60s", Limit::bucket(60.0, 60.0), 1.0),
        ("fixed 7/60s", Limit::fixed(7, 60), PER_MINUTE),
        ("fixed 7/1s", Limit::fixed(7, 1), PER_SECOND),
        ("sliding 7/60s", Limit::sliding(7, 60), PER_MINUTE),
    ] {
        for words in [Words::Exact, Words::WholeSeconds, Words::Nothing] {
            for latency in [(1, 2), (20, 60), (50, 300), (300, 300)] {
                let mut worst = [(0.0_f64, 0.0_f64); 3];
                for (processes, senders) in [(1, 1), (1, 4), (1, 8), (2, 4)] {
                    let round_trips = 200.0 / (processes * senders) as f64 * (latency.0 + latency.1) as f64 / 2000.0;
                    for seed in 1..=10 {
                        let world = World::new(Server::new(limit.clone(), words), latency, seed);
                        for (refused, wall) in &mut worst {
                            let run = world.run(processes, senders, 200 / u32::try_from(processes).unwrap());
                            *refused = refused.max(run.refused_share(200) * 100.0);
                            *wall = wall.max(run.seconds / (200.0 / rate).max(round_trips));
                            world.clock.advance(Duration::from_secs(300));
                        }
                    }
                }
                let runs = worst.map(|(refused, wall)| format!("{refused:5.2} % {wall:5.2}")).join(" | ");
                println!("{name:14} {:12} {:10} {runs}", format!("{words:?}"), format!("{latency:?}"));
            }
        }
    }
}

fn price_of_a_request() {
    let world = World::new(Server::new(Limit::None, Words::Exact), (0, 0), 1);
    let (pacer, token, count) = (world.pacer(), CancellationToken::new(), 100_000_u32);
    let start = std::time::Instant::now();
    world.clock.run([Box::pin(async {
        for _ in 0..count {
            pacer.acquire(ROUTE, None, &token, &|_| {}).await.unwrap().report(Outcome::Passed);
        }
    }) as Task<'_>]);
    println!("{:?} per request without a limit", start.elapsed() / count);
}
