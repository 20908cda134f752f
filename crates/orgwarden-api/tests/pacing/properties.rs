//! What holds whatever happens.

use std::time::Duration;

use orgwarden_api::Clock as _;
use orgwarden_api::pace::{Budget, BudgetKey, Fingerprint, Outcome, wait_from};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tokio_util::sync::CancellationToken;

use crate::server::{Limit, Server, Words};
use crate::time::Task;
use crate::world::{ROUTE, World};

fn limits() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (1.0..40.0, 0.2..120.0).prop_map(|(capacity, seconds): (f64, f64)| Limit::bucket(capacity.floor(), seconds)),
        (1_u32..20, 1_i64..60).prop_map(|(limit, seconds)| Limit::fixed(limit, seconds)),
        (1_usize..20, 1_i64..60).prop_map(|(limit, seconds)| Limit::sliding(limit, seconds)),
        Just(Limit::None),
    ]
}

fn words() -> impl Strategy<Value = Words> {
    prop_oneof![Just(Words::Exact), Just(Words::WholeSeconds), Just(Words::Nothing)]
}

/// What a confused server or network can do to a budget.
#[derive(Clone, Copy, Debug)]
enum Mischief {
    Report(Outcome),
    Pass { ms: u64 },
    SetBack { ms: u64 },
}

fn mischief() -> impl Strategy<Value = Mischief> {
    let waits = prop_oneof![
        Just(None),
        (0_u64..100_000).prop_map(|ms| Some(Duration::from_millis(ms))),
        Just(Some(Duration::MAX)),
        Just(Some(Duration::ZERO)),
    ];
    prop_oneof![
        4 => Just(Mischief::Report(Outcome::Passed)),
        4 => waits.prop_map(|wait| Mischief::Report(Outcome::Refused { wait })),
        1 => Just(Mischief::Report(Outcome::Lost)),
        1 => Just(Mischief::Report(Outcome::NotSent)),
        3 => (0_u64..200_000).prop_map(|ms| Mischief::Pass { ms }),
        1 => (0_u64..100_000_000).prop_map(|ms| Mischief::SetBack { ms }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(7),
        ..ProptestConfig::default()
    })]

    /// The clock panics when everybody waits for nothing; `send` panics when a request is refused without end.
    #[test]
    fn every_server_is_got_through(
        limit in limits(), words in words(), senders in 1_usize..8, from in 0_u64..200, jitter in 0_u64..100, seed: u64,
    ) {
        let world = World::new(Server::new(limit, words), (from, from + jitter), seed);
        let processes = 1 + usize::from(seed % 2 == 0);
        let run = world.run(processes, senders, 120 / u32::try_from(processes).unwrap());
        // Small windows that tell little are the hard ones; a bucket is below 0.1.
        prop_assert!(run.refused_share(120) <= 0.7, "{run:?}");
    }

    #[test]
    fn a_server_without_limits_is_never_waited_for(from in 0_u64..200, jitter in 0_u64..100, seed: u64) {
        let world = World::new(Server::new(Limit::None, Words::Exact), (from, from + jitter), seed);
        let pacer = world.pacer();
        world.clock.run([Box::pin(async {
            for _ in 0..100 {
                let permit = pacer.acquire(ROUTE, Some(Duration::ZERO), &CancellationToken::new(), &|_| {}).await;
                let permit = permit.expect("no wait at all");
                tokio::task::yield_now().await;
                permit.report(Outcome::Passed);
                world.clock.advance(Duration::from_millis(from));
            }
        }) as Task<'_>]);
    }

    /// Whatever it was told, a request may go after a quarter of an hour and a bit, and what is kept can be read again.
    #[test]
    fn nothing_wedges_it(events in prop::collection::vec(mischief(), 1..60)) {
        let world = World::new(Server::new(Limit::None, Words::Exact), (1, 1), 1);
        let pacer = world.pacer();
        let key = BudgetKey { credential: Fingerprint::of("sk-admin-x"), route: ROUTE.to_owned() };
        world.clock.run([Box::pin(async {
            let token = CancellationToken::new();
            for event in &events {
                match *event {
                    Mischief::Report(outcome) => {
                        let most = Some(Duration::from_secs(2000));
                        let permit = pacer.acquire(ROUTE, most, &token, &|_| {}).await.expect("not that long");
                        permit.report(outcome);
                    }
                    Mischief::Pass { ms } => world.clock.advance(Duration::from_millis(ms)),
                    Mischief::SetBack { ms } => world.clock.set_back(Duration::from_millis(ms)),
                }
                let budget = world.store.read(&key).unwrap();
                let text = serde_json::to_string(&budget).unwrap();
                let again: Budget = serde_json::from_str(&text).unwrap();
                let estimates = [&budget, &again].map(|budget| budget.estimate(10, world.clock.now_ms()));
                assert!(estimates[0].abs_diff(estimates[1]) < Duration::from_millis(1), "{estimates:?}");
            }
        }) as Task<'_>]);
    }

    #[test]
    fn any_text_can_be_a_hint(header in ".{0,12}", seconds: f64, message in ".{0,40}", now: i64) {
        let longest = Duration::from_secs(86_400);
        for text in [header, seconds.to_string()] {
            for wait in [
                wait_from(Some(&text), None, &message, now),
                wait_from(None, Some(&text), &message, now),
                wait_from(None, None, &format!("try again in {text}s"), now),
            ] {
                prop_assert!(wait.is_none_or(|wait| wait <= longest));
            }
        }
    }
}
