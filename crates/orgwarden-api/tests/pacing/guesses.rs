//! What is taken for so before it was measured: that it spares refusals where it is right, and costs little where it is
//! wrong.

use std::time::Duration;

use crate::server::{Limit, Server, Words};
use crate::world::{Run, World};

const REMOVALS: &str = "DELETE /organization/users/{user_id}";
const COSTS: &str = "GET /organization/costs";

fn bucket(seconds: f64) -> Server {
    Server::new(Limit::bucket(7.0, seconds), Words::Exact)
}

fn unlimited() -> Server {
    Server::new(Limit::None, Words::Exact)
}

fn check(run: Run, refused: u32, seconds: f64) {
    assert!(run.refused <= refused && run.seconds <= seconds, "{run:?}: at most {refused} refused in {seconds} s");
}

#[test]
fn one_refusal_teaches_what_a_bucket_lets_through_on_this_route_and_on_others() {
    for (seconds, latency) in [(1.0, (1, 2)), (1.0, (4, 8)), (60.0, (1, 2)), (60.0, (20, 60))] {
        let mut once = 0;
        for seed in 1..=20 {
            let world = World::new(bucket(seconds), latency, seed);
            // Fewer than would try the guess out.
            let calls = if seconds > 1.0 { 15 } else { 100 };
            let at_best = f64::from(calls) * seconds / 7.0;
            let run = world.run(1, 4, calls);
            check(run, 2, 1.10 * at_best);
            once += u32::from(run.refused == 1);
            let others = world.beside(REMOVALS, bucket(seconds));
            check(others.run(1, 4, calls), 0, 1.15 * at_best);
        }
        // What ends with a whole second may be a window, and is measured.
        assert!(once >= 14, "{seconds} {latency:?}: in {once} of 20 one refusal was enough");
    }
}

#[test]
fn a_guess_is_tried_out_and_measured() {
    for seed in 1..=8 {
        let world = World::new(bucket(60.0), (20, 60), seed);
        check(world.run(1, 4, 200), 2, 1.05 * 200.0 * 60.0 / 7.0);
        let others = world.beside(REMOVALS, bucket(60.0));
        check(others.run(1, 4, 200), 1, 1.05 * 200.0 * 60.0 / 7.0);
    }
}

#[test]
fn a_route_that_is_faster_than_others_is_held_up_for_minutes_only() {
    for seed in 1..=8 {
        let world = World::new(bucket(60.0), (10, 20), seed);
        world.run(1, 4, 60);
        let others = world.beside(REMOVALS, unlimited());
        check(others.run(1, 4, 1000), 0, 160.0);
        let faster = world.beside("GET /organization/projects", bucket(1.0));
        check(faster.run(1, 4, 500), 20, 140.0 + 1.2 * 500.0 / 7.0);
    }
}

#[test]
fn a_route_that_is_slower_than_others_is_learned() {
    for seed in 1..=8 {
        let world = World::new(bucket(1.0), (1, 2), seed);
        world.run(1, 4, 100);
        let others = world.beside(REMOVALS, bucket(60.0));
        check(others.run(1, 4, 100), 6, 1.15 * 100.0 * 60.0 / 7.0);
    }
}

#[test]
fn costs_are_no_example_and_follow_none() {
    let world = World::new(bucket(60.0), (10, 20), 1);
    world.run(1, 4, 60);
    let costs = world.beside(COSTS, unlimited());
    check(costs.run(1, 1, 200), 0, 5.0);
}

#[test]
fn a_route_that_was_seen_to_be_faster_follows_nobody() {
    let world = World::new(unlimited(), (10, 20), 1);
    world.run(1, 1, 12);
    world.clock.advance(Duration::from_secs(600));
    let others = world.beside(REMOVALS, bucket(60.0));
    others.run(1, 4, 60);
    check(world.run(1, 1, 200), 0, 5.0);
}

#[test]
fn windows_that_end_with_a_second_are_not_taken_for_buckets() {
    for latency in [(1, 2), (4, 8), (20, 60)] {
        for (processes, senders) in [(1, 1), (1, 4), (1, 8), (2, 4)] {
            for seed in 1..=10 {
                let world = World::new(Server::new(Limit::fixed(7, 1), Words::Exact), latency, seed);
                let calls = 200 / u32::try_from(processes).unwrap();
                check(world.run(processes, senders, calls), 6, 1.3 * 200.0 / 7.0);
            }
        }
    }
}

/// No clock shows where such windows end, so they are taken for a bucket at first.
#[test]
fn a_window_that_is_taken_for_a_bucket_is_found_out() {
    for seed in 1..=8 {
        let length = 61_370_000;
        let limit = Limit::Fixed { limit: 7, length_us: length, window: 0, used: 0 };
        let world = World::new(Server::new(limit, Words::Exact), (1, 20), seed);
        check(world.run(1, 4, 200), 12, 200.0 * 61.37 / 7.0 + 240.0);
    }
}
