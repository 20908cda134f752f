//! Pacing that learns: how many requests of a route the server lets through, found out from what passes and what is
//! refused, kept between runs and shared between processes.
//!
//! One [`Budget`] per credential and route. It is pure: no clock, no I/O, so it can be simulated. Where budgets are kept
//! is a trait ([`BudgetStore`]); [`Pacer`] is the only part that waits.

mod budget;
mod hint;
mod learn;
mod pacer;
mod route;
mod store;

pub use budget::{Budget, Outcome, Verdict};
pub use hint::wait_from;
pub use pacer::{Pacer, Permit};
pub use store::{BudgetKey, BudgetStore, Fingerprint, MemoryBudgets};
