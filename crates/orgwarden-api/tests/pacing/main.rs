//! Pacing against simulated servers, in virtual time: the figures are exact and the same on every machine.
#![allow(clippy::cast_precision_loss)]

mod server;
mod time;
mod world;

use std::time::Duration;

use server::{Limit, Server, Words};
use world::World;

/// A table of everything, for tuning: `cargo test --test pacing -- --ignored --nocapture table`.
#[test]
#[ignore = "prints figures"]
fn table() {
    let servers: Vec<(&str, Limit, f64)> = vec![
        ("bucket 7/1s", Limit::bucket(7.0, 1.0), 7.0),
        ("bucket 7/60s", Limit::bucket(7.0, 60.0), 7.0 / 60.0),
        ("fixed 7/60s", Limit::fixed(7, 60), 7.0 / 60.0),
        ("fixed 7/1s", Limit::fixed(7, 1), 7.0),
        ("sliding 7/60s", Limit::sliding(7, 60), 7.0 / 60.0),
        ("bucket 60/60s", Limit::bucket(60.0, 60.0), 1.0),
    ];
    for (name, limit, rate) in servers {
        for words in [Words::Exact, Words::WholeSeconds, Words::Nothing] {
            for latency in [(1, 2), (50, 300), (300, 300)] {
                for (processes, senders) in [(1, 1), (1, 4), (1, 8), (2, 4)] {
                    let mut lines = [[0.0_f64; 3]; 3];
                    let seeds = 10;
                    for seed in 1..=seeds {
                        let world = World::new(Server::new(limit.clone(), words), latency, seed);
                        for (number, line) in lines.iter_mut().enumerate() {
                            if number > 0 {
                                world.clock.advance(Duration::from_secs(300 * number as u64));
                            }
                            let calls = 200 / processes as u32;
                            let run = world.run(processes, senders, calls);
                            line[0] = line[0].max(run.refused_share(200) * 100.0);
                            let sequential =
                                200.0 / (processes * senders) as f64 * (latency.0 + latency.1) as f64 / 2000.0;
                            line[1] = line[1].max(run.seconds / (200.0 / rate).max(sequential));
                            line[2] = line[2].max((run.estimate / run.seconds - 1.0).abs() * 100.0);
                        }
                    }
                    println!(
                        "{name:14} {words:12} {latency:?} {processes}x{senders}: {}",
                        lines
                            .map(|[refused, wall, estimate]| format!("{refused:5.2}% {wall:4.2} ±{estimate:3.0}%"))
                            .join(" | "),
                        words = format!("{words:?}"),
                    );
                }
            }
        }
    }
}

#[test]
#[ignore]
fn trace() {
    let var = |name: &str| std::env::var(name).unwrap_or_default();
    let number = |name: &str| var(name).parse::<u64>().unwrap();
    let seconds = number("SEC");
    let limit = match var("LIM").as_str() {
        "fixed" => Limit::fixed(7, seconds as i64),
        "sliding" => Limit::sliding(7, seconds as i64),
        _ => Limit::bucket(7.0, seconds as f64),
    };
    let words = match var("WORDS").as_str() {
        "n" => Words::Nothing,
        "w" => Words::WholeSeconds,
        _ => Words::Exact,
    };
    for seed in 1..=10 {
        let world = World::new(Server::new(limit.clone(), words), (number("FROM"), number("TO")), seed);
        for run in 0..3 {
            world.clock.advance(Duration::from_secs(300 * run));
            let result = world.run(number("PROC") as usize, number("SENDERS") as usize, 200 / number("PROC") as u32);
            println!("SEED {seed} {result:?} wall {:.2}", result.seconds / (200.0 / 7.0 * seconds as f64));
        }
    }
}
