//! How many requests are refused and how long a bulk takes, per kind of limit.

use std::time::Duration;

use crate::server::{Limit, Server, Words};
use crate::world::World;

const PER_SECOND: f64 = 7.0;
const PER_MINUTE: f64 = 7.0 / 60.0;

fn bucket(rate: f64) -> Limit {
    Limit::bucket(7.0, 7.0 / rate)
}

/// What 200 calls may cost at most: share refused in a first and in a second run, and time as a multiple of calls ÷ rate.
struct Allowed {
    first: f64,
    second: f64,
    wall: f64,
}

/// 200 calls, an idle time, 200 calls again, by every number of senders and for several seeds.
fn check(limit: &Limit, rate: f64, words: Words, latency: (u64, u64), allowed: &Allowed) {
    for (processes, senders) in [(1, 1), (1, 4), (1, 8), (2, 4)] {
        for seed in 1..=4 {
            for idle in [1, 600] {
                let what = format!("{rate:.3}/s {words:?} {latency:?} {processes}x{senders} seed {seed} idle {idle}");
                let world = World::new(Server::new(limit.clone(), words), latency, seed);
                let calls = 200 / u32::try_from(processes).unwrap();
                // One sender cannot be faster than its round trips.
                let round_trips = 200.0 / (processes * senders) as f64 * (latency.0 + latency.1) as f64 / 2000.0;
                let fastest = (200.0 / rate).max(round_trips);
                for share in [allowed.first, allowed.second] {
                    let run = world.run(processes, senders, calls);
                    assert!(run.refused_share(200) <= share, "{what}: {run:?}");
                    assert!(run.seconds <= allowed.wall * fastest, "{what}: {run:?}, at best {fastest}");
                    world.clock.advance(Duration::from_secs(idle));
                }
            }
        }
    }
}

#[test]
fn buckets_that_tell_the_wait() {
    let allowed = Allowed { first: 0.02, second: 0.005, wall: 1.10 };
    for latency in [(1, 2), (5, 20), (20, 60)] {
        check(&bucket(PER_SECOND), PER_SECOND, Words::Exact, latency, &allowed);
    }
    for latency in [(1, 2), (1, 300), (300, 300)] {
        check(&bucket(PER_MINUTE), PER_MINUTE, Words::Exact, latency, &allowed);
        check(&bucket(PER_MINUTE), PER_MINUTE, Words::WholeSeconds, latency, &allowed);
    }
}

/// A round trip of up to two tokens: nobody can tell when the server looked, so learning costs a little more.
#[test]
fn buckets_faster_than_the_network() {
    let allowed = Allowed { first: 0.04, second: 0.01, wall: 1.20 };
    for latency in [(80, 120), (50, 300), (300, 300)] {
        check(&bucket(PER_SECOND), PER_SECOND, Words::Exact, latency, &allowed);
    }
    let allowed = Allowed { first: 0.04, second: 0.01, wall: 1.25 };
    for latency in [(1, 2), (20, 60), (80, 120)] {
        check(&bucket(PER_SECOND), PER_SECOND, Words::WholeSeconds, latency, &allowed);
    }
}

#[test]
fn buckets_that_tell_nothing() {
    let allowed = Allowed { first: 0.10, second: 0.03, wall: 1.25 };
    for latency in [(1, 2), (20, 60), (50, 300)] {
        check(&bucket(PER_SECOND), PER_SECOND, Words::Nothing, latency, &allowed);
        check(&bucket(PER_MINUTE), PER_MINUTE, Words::Nothing, latency, &allowed);
    }
}

#[test]
fn windows_are_sustained() {
    for limit in [Limit::fixed(7, 60), Limit::sliding(7, 60)] {
        for latency in [(1, 2), (300, 300)] {
            let allowed = Allowed { first: 0.05, second: 0.03, wall: 1.15 };
            check(&limit, PER_MINUTE, Words::Exact, latency, &allowed);
            check(&limit, PER_MINUTE, Words::WholeSeconds, latency, &allowed);
            check(&limit, PER_MINUTE, Words::Nothing, latency, &Allowed { first: 0.10, second: 0.05, wall: 1.75 });
        }
    }
}

#[test]
fn no_limit_costs_nothing_but_latency() {
    let world = World::new(Server::new(Limit::None, Words::Exact), (20, 20), 1);
    let run = world.run(1, 1, 1000);
    assert!(run.seconds < 1000.0 * 0.021, "{run:?}");
    let again = world.run(1, 1, 1000);
    assert!((0.8..1.25).contains(&(again.estimate / again.seconds)), "learned that it is fast: {again:?}");
    // Side by side, it starts one by one and is at full width soon.
    let world = World::new(Server::new(Limit::None, Words::Exact), (20, 20), 1);
    let run = world.run(1, 8, 1000);
    assert!(run.seconds < 1000.0 / 8.0 * 0.021 + 0.8, "{run:?}");
}

/// Several refusals at once are one lesson, and no row of refusals is long.
#[test]
fn changed_limits_are_learned_without_a_storm() {
    for words in [Words::Exact, Words::WholeSeconds, Words::Nothing] {
        for seed in 1..=8 {
            let tightened = Server::new(bucket(PER_SECOND), words).later(300, Limit::bucket(2.0, 1.0));
            let world = World::new(tightened, (10, 40), seed);
            world.run(1, 8, 300);
            let run = world.run(1, 8, 200);
            let longest = world.server.borrow().longest_row;
            assert!(run.refused <= 20, "{words:?} {seed}: {run:?}");
            assert!(longest <= 9, "{words:?} {seed}: {longest} in a row");
            assert!(run.seconds < 1.3 * 200.0 / 2.0, "{words:?} {seed}: {run:?}");

            let raised = Server::new(bucket(PER_SECOND), words).later(300, Limit::bucket(28.0, 1.0));
            let world = World::new(raised, (10, 40), seed);
            world.run(1, 8, 300);
            world.run(1, 8, 1200);
            let run = world.run(1, 8, 400);
            assert!(run.seconds < 400.0 / 14.0, "{words:?} {seed}: at least twice the old rate: {run:?}");
        }
    }
}

#[test]
fn estimates_hold_once_learned() {
    for (limit, words) in [
        (bucket(PER_SECOND), Words::Exact),
        (bucket(PER_MINUTE), Words::Exact),
        (bucket(PER_MINUTE), Words::Nothing),
        (Limit::bucket(60.0, 60.0), Words::WholeSeconds),
        (Limit::fixed(7, 60), Words::Exact),
    ] {
        for seed in 1..=8 {
            let world = World::new(Server::new(limit.clone(), words), (10, 40), seed);
            world.run(1, 4, 200);
            world.clock.advance(Duration::from_secs(seed * 40));
            let run = world.run(1, 4, 200);
            assert!((0.75..1.25).contains(&(run.estimate / run.seconds)), "{limit:?} {words:?} {seed}: {run:?}");
        }
    }
}
