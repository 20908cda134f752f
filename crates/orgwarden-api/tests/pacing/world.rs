//! Senders, a network and a server.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use orgwarden_api::Clock as _;
use orgwarden_api::pace::{BudgetStore, Fingerprint, MemoryBudgets, Outcome, Pacer, wait_from};
use tokio_util::sync::CancellationToken;

use crate::server::Server;
use crate::time::{Task, VirtualClock};

pub(crate) const ROUTE: &str = "POST /organization/invites";

/// A server, the network to it, and what our processes remember.
pub(crate) struct World {
    pub(crate) clock: VirtualClock,
    pub(crate) server: RefCell<Server>,
    pub(crate) store: Arc<dyn BudgetStore>,
    /// Round trip in milliseconds, from … to, half of it each way, each way with its own jitter.
    pub(crate) latency: (u64, u64),
    /// The route that requests go to.
    pub(crate) route: &'static str,
    random: Cell<u64>,
}

/// What a run took, in seconds, and what had been estimated.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub(crate) refused: u32,
    pub(crate) seconds: f64,
    pub(crate) estimate: f64,
}

impl Run {
    pub(crate) fn refused_share(&self, calls: u32) -> f64 {
        f64::from(self.refused) / f64::from(calls + self.refused)
    }
}

impl World {
    pub(crate) fn new(server: Server, latency: (u64, u64), seed: u64) -> Self {
        Self {
            clock: VirtualClock::new(),
            server: RefCell::new(server),
            store: Arc::new(MemoryBudgets::new()),
            latency,
            route: ROUTE,
            random: Cell::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1),
        }
    }

    /// Another route, with a limit of its own, for the same processes.
    pub(crate) fn beside(&self, route: &'static str, server: Server) -> Self {
        Self {
            clock: self.clock.clone(),
            store: Arc::clone(&self.store),
            route,
            ..Self::new(server, self.latency, self.random())
        }
    }

    pub(crate) fn pacer(&self) -> Pacer {
        Pacer::new(Arc::clone(&self.store), Fingerprint::of("sk-admin-x"), Arc::new(self.clock.clone()))
    }

    fn random(&self) -> u64 {
        let mut state = self.random.get();
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        self.random.set(state);
        state >> 11
    }

    async fn one_way(&self) {
        let (from, to) = self.latency;
        let micros = from * 500 + self.random() % ((to - from) * 500 + 1);
        self.clock.sleep(Duration::from_micros(micros)).await;
    }

    /// Sends until the request passes.
    pub(crate) async fn send(&self, pacer: &Pacer) {
        let cancel = CancellationToken::new();
        for _ in 0..200 {
            let permit = pacer.acquire(self.route, None, &cancel, &|_| {}).await.unwrap();
            self.one_way().await;
            let answer = self.server.borrow_mut().handle(self.clock.now_us());
            self.one_way().await;
            match answer {
                Ok(()) => return permit.report(Outcome::Passed),
                Err(refusal) => {
                    let wait = wait_from(None, refusal.retry_after.as_deref(), &refusal.message, self.clock.now_ms());
                    permit.report(Outcome::Refused { wait });
                }
            }
        }
        panic!("refused 200 times");
    }

    /// Each process sends `calls` with so many senders, all processes at once.
    pub(crate) fn run(&self, processes: usize, senders: usize, calls: u32) -> Run {
        let start_us = self.clock.now_us();
        let refused = self.server.borrow().refused;
        let pacers: Vec<Pacer> = (0..processes).map(|_| self.pacer()).collect();
        let all = calls * u32::try_from(processes).unwrap();
        let estimate = pacers[0].estimate(&[(self.route.to_owned(), all)]).unwrap().as_secs_f64();
        let mut tasks: Vec<Task<'_>> = Vec::new();
        for pacer in &pacers {
            let left = Rc::new(Cell::new(calls));
            for _ in 0..senders {
                let left = Rc::clone(&left);
                tasks.push(Box::pin(async move {
                    while left.get() > 0 {
                        left.set(left.get() - 1);
                        self.send(pacer).await;
                    }
                }));
            }
        }
        self.clock.run(tasks);
        Run {
            refused: self.server.borrow().refused - refused,
            seconds: (self.clock.now_us() - start_us) as f64 / 1e6,
            estimate,
        }
    }
}
