//! Virtual time: a clock that jumps to the next sleeper whenever everybody waits, and a loop that runs futures on it.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use orgwarden_api::Clock;

pub(crate) type Task<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Microseconds since 1970, moved by [`VirtualClock::run`] only. Clones show the same time.
#[derive(Clone, Debug)]
pub(crate) struct VirtualClock(Arc<Mutex<Hands>>);

#[derive(Debug)]
struct Hands {
    now_us: i64,
    sleepers: BTreeMap<(i64, u64), Waker>,
    next: u64,
}

impl VirtualClock {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(Hands { now_us: 1_790_000_000_000_000, sleepers: BTreeMap::new(), next: 0 })))
    }

    pub(crate) fn now_us(&self) -> i64 {
        self.0.lock().unwrap().now_us
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.0.lock().unwrap().now_us += i64::try_from(by.as_micros()).unwrap();
    }

    /// As if somebody had set the machine's clock.
    pub(crate) fn set_back(&self, by: Duration) {
        self.0.lock().unwrap().now_us -= i64::try_from(by.as_micros()).unwrap();
    }

    /// Runs the tasks to their end. Panics if they wait for something that no time brings.
    pub(crate) fn run<'a>(&self, tasks: impl IntoIterator<Item = Task<'a>>) {
        let mut tasks: FuturesUnordered<Task<'a>> = tasks.into_iter().collect();
        let flag = Arc::new(Flag(AtomicBool::new(true)));
        let waker = Waker::from(Arc::clone(&flag));
        let mut context = Context::from_waker(&waker);
        loop {
            while flag.0.swap(false, Ordering::Relaxed) {
                while let Poll::Ready(finished) = tasks.poll_next_unpin(&mut context) {
                    if finished.is_none() {
                        return;
                    }
                }
            }
            let mut hands = self.0.lock().unwrap();
            let ((at, _), sleeper) = hands.sleepers.pop_first().expect("deadlock: everybody waits, nobody sleeps");
            hands.now_us = hands.now_us.max(at);
            drop(hands);
            sleeper.wake();
        }
    }
}

struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Clock for VirtualClock {
    fn now_ms(&self) -> i64 {
        self.now_us().div_euclid(1000)
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(Sleep { clock: self, duration, place: None })
    }
}

struct Sleep<'a> {
    clock: &'a VirtualClock,
    duration: Duration,
    place: Option<(i64, u64)>,
}

impl Future for Sleep<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut hands = self.clock.0.lock().unwrap();
        let place = self.place.unwrap_or_else(|| {
            hands.next += 1;
            let length = i64::try_from(self.duration.as_micros()).unwrap_or(i64::MAX / 4);
            (hands.now_us + length, hands.next)
        });
        if hands.now_us >= place.0 {
            return Poll::Ready(());
        }
        hands.sleepers.insert(place, context.waker().clone());
        drop(hands);
        self.place = Some(place);
        Poll::Pending
    }
}

impl Drop for Sleep<'_> {
    fn drop(&mut self) {
        if let Some(place) = self.place {
            self.clock.0.lock().unwrap().sleepers.remove(&place);
        }
    }
}
