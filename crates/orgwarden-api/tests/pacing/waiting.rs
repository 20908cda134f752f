//! Waiting for a permit: order, patience, cancellation.

use std::cell::RefCell;
use std::sync::Mutex;
use std::time::Duration;

use orgwarden_api::pace::{Outcome, Pacer};
use orgwarden_api::{Clock as _, ErrorKind};
use tokio_util::sync::CancellationToken;

use crate::server::{Limit, Server, Words};
use crate::time::Task;
use crate::world::{ROUTE, World};

fn world() -> World {
    World::new(Server::new(Limit::bucket(7.0, 60.0), Words::Exact), (10, 10), 1)
}

/// Empties the bucket of the route and learns its rate.
fn used_up() -> (World, Pacer) {
    let world = world();
    world.run(1, 1, 20);
    let pacer = world.pacer();
    (world, pacer)
}

#[test]
fn a_wait_beyond_the_allowed_one_is_an_error_at_once() {
    let (world, pacer) = used_up();
    let before = world.clock.now_us();
    world.clock.run([Box::pin(async {
        let most = Some(Duration::from_secs(2));
        let error = pacer.acquire(ROUTE, most, &CancellationToken::new(), &|_| {}).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RateLimited);
        assert_eq!(error.route(), Some(ROUTE));
        assert!(error.hint().unwrap().contains("--max-wait"));
        let wait = error.retry_after().unwrap().as_secs_f64();
        assert!((2.0..9.0).contains(&wait), "{wait}");
    }) as Task<'_>]);
    assert_eq!(world.clock.now_us(), before, "it did not wait");
}

#[test]
fn places_in_the_queue_count_as_waiting() {
    let (world, pacer) = used_up();
    let results = RefCell::new(Vec::new());
    let tasks = (0..5).map(|number| {
        let (pacer, results) = (&pacer, &results);
        Box::pin(async move {
            let most = Some(Duration::from_secs(20));
            let permit = pacer.acquire(ROUTE, most, &CancellationToken::new(), &|_| {}).await;
            results.borrow_mut().push((number, permit.is_ok()));
            if let Ok(permit) = permit {
                permit.report(Outcome::Passed);
            }
        }) as Task<'_>
    });
    world.clock.run(tasks);
    let mut results = results.into_inner();
    results.sort_unstable();
    assert_eq!(results, [(0, true), (1, true), (2, false), (3, false), (4, false)], "8.6 s each");
}

#[test]
fn cancelling_returns_at_once_and_takes_nothing() {
    let (world, pacer) = used_up();
    let cancel = CancellationToken::new();
    let started = world.clock.now_us();
    let ended = RefCell::new(Vec::new());
    let mut tasks: Vec<Task<'_>> = Vec::new();
    for _ in 0..3 {
        tasks.push(Box::pin(async {
            let error = pacer.acquire(ROUTE, None, &cancel, &|_| {}).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Cancelled);
            ended.borrow_mut().push(world.clock.now_us() - started);
        }));
    }
    tasks.push(Box::pin(async {
        world.clock.sleep(Duration::from_millis(300)).await;
        cancel.cancel();
    }));
    world.clock.run(tasks);
    assert_eq!(ended.into_inner(), [300_000; 3]);

    // Another process, which has no part in the queue, goes as soon as if nobody had waited.
    let other = world.pacer();
    let (estimate, mut waited) = (other.estimate(&[(ROUTE.to_owned(), 1)]).unwrap(), 0);
    world.clock.run([Box::pin(async {
        let start = world.clock.now_us();
        let permit = pacer.acquire(ROUTE, None, &CancellationToken::new(), &|_| {}).await.unwrap();
        waited = world.clock.now_us() - start;
        permit.report(Outcome::NotSent);
    }) as Task<'_>]);
    let difference = waited - i64::try_from(estimate.as_micros()).unwrap();
    assert!(difference.abs() <= 2000, "{waited} {estimate:?}");
    // What was not sent is given back.
    assert_eq!(other.estimate(&[(ROUTE.to_owned(), 1)]).unwrap(), Duration::ZERO);
    world.clock.run([Box::pin(async {
        let token = CancellationToken::new();
        token.cancel();
        assert_eq!(
            pacer.acquire(ROUTE, None, &token, &|_| {}).await.unwrap_err().kind(),
            ErrorKind::Cancelled,
            "even where nothing had to be waited for"
        );
    }) as Task<'_>]);
}

#[test]
fn a_dropped_future_leaves_the_queue() {
    let (world, pacer) = used_up();
    let token = CancellationToken::new();
    let abandoned = pacer.acquire(ROUTE, None, &token, &|_| {});
    let waiting = async {
        tokio::select! {
            _ = abandoned => unreachable!("8 s"),
            () = world.clock.sleep(Duration::from_millis(10)) => {}
        }
    };
    world.clock.run([Box::pin(waiting) as Task<'_>]);
    let run = world.run(1, 2, 2);
    assert!(run.seconds < 18.0, "{run:?}");
}

#[test]
fn first_come_first_served() {
    let (world, pacer) = used_up();
    let order = RefCell::new(Vec::new());
    let tasks = (0..10).map(|number| {
        let (world, pacer, order) = (&world, &pacer, &order);
        Box::pin(async move {
            world.clock.sleep(Duration::from_millis(number)).await;
            let permit = pacer.acquire(ROUTE, None, &CancellationToken::new(), &|_| {}).await.unwrap();
            order.borrow_mut().push(number);
            permit.report(Outcome::Passed);
        }) as Task<'_>
    });
    world.clock.run(tasks);
    assert_eq!(order.into_inner(), (0..10).collect::<Vec<_>>());
}

#[test]
fn routes_do_not_hold_each_other_up() {
    let (world, pacer) = used_up();
    let start = world.clock.now_us();
    let arrivals = RefCell::new(Vec::new());
    let tasks = [ROUTE, "GET /organization/users", "GET /organization/projects"].map(|route| {
        let (world, pacer, arrivals) = (&world, &pacer, &arrivals);
        Box::pin(async move {
            let permit = pacer.acquire(route, None, &CancellationToken::new(), &|_| {}).await.unwrap();
            arrivals.borrow_mut().push((route, world.clock.now_us() - start));
            permit.report(Outcome::Passed);
        }) as Task<'_>
    });
    world.clock.run(tasks);
    let arrivals = arrivals.into_inner();
    assert_eq!(arrivals[..2], [("GET /organization/users", 0), ("GET /organization/projects", 0)]);
    assert!(arrivals[2].1 > 5_000_000, "{arrivals:?}");
    let both = pacer.estimate(&[(ROUTE.to_owned(), 10), ("GET /organization/users".to_owned(), 10)]).unwrap();
    let one = pacer.estimate(&[(ROUTE.to_owned(), 10)]).unwrap();
    assert_eq!(both, one, "side by side");
    let split = pacer.estimate(&[(ROUTE.to_owned(), 4), (ROUTE.to_owned(), 6)]).unwrap();
    assert_eq!(split, one, "the same route adds up");
}

#[test]
fn the_expected_wait_is_told() {
    let (world, pacer) = used_up();
    let told = Mutex::new(Vec::new());
    let start = world.clock.now_us();
    world.clock.run([Box::pin(async {
        let tell = |wait| told.lock().unwrap().push(wait);
        pacer.acquire(ROUTE, None, &CancellationToken::new(), &tell).await.unwrap().report(Outcome::Passed);
    }) as Task<'_>]);
    let waited = Duration::from_micros(u64::try_from(world.clock.now_us() - start).unwrap());
    let told = told.into_inner().unwrap();
    assert_eq!(told.len(), 1);
    assert!(told[0].abs_diff(waited) < Duration::from_millis(2), "{told:?} {waited:?}");
}

#[test]
fn the_learned_pace_is_told_per_minute() {
    let (_world, pacer) = used_up();
    let pace = pacer.per_minute(ROUTE).unwrap();
    assert!((6.0..8.0).contains(&pace), "{pace}");
    assert_eq!(pacer.per_minute("GET /organization/users"), None, "nothing was learned of it");
}

#[test]
fn nothing_learned_is_estimated_by_what_was_measured() {
    let pacer = world().pacer();
    let estimate = |calls| pacer.estimate(&[(ROUTE.to_owned(), calls)]).unwrap().as_secs();
    assert_eq!((estimate(0), estimate(7), estimate(14), estimate(207)), (0, 0, 60, 1714));
}

/// A permit that was dropped counts as sent: its request may have arrived.
#[test]
fn a_dropped_permit_counts_as_used() {
    let (world, pacer) = used_up();
    world.clock.run([Box::pin(async {
        drop(pacer.acquire(ROUTE, None, &CancellationToken::new(), &|_| {}).await.unwrap());
    }) as Task<'_>]);
    assert!(pacer.estimate(&[(ROUTE.to_owned(), 1)]).unwrap() > Duration::from_secs(5));
}

#[test]
fn what_a_killed_process_had_sent_holds_the_next_one_up_for_seconds_only() {
    let world = world();
    let killed = world.pacer();
    world.clock.run((0..7).map(|_| {
        Box::pin(async {
            let permit = killed.acquire(ROUTE, None, &CancellationToken::new(), &|_| {}).await.unwrap();
            // No answer, and nobody who says that there was none.
            std::mem::forget(permit);
        }) as Task<'_>
    }));
    let before = world.clock.now_us();
    let next = world.pacer();
    world.clock.run([Box::pin(async {
        next.acquire(ROUTE, None, &CancellationToken::new(), &|_| {}).await.unwrap().report(Outcome::Passed);
    }) as Task<'_>]);
    let waited = Duration::from_micros((world.clock.now_us() - before).try_into().unwrap());
    assert!((Duration::from_secs(1)..Duration::from_secs(6)).contains(&waited), "{waited:?}");
}
