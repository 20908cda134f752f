//! Pacing that learns: how many requests of a route the server lets through, found out from what passes and what is
//! refused, kept between runs and shared between processes.
//!
//! A limit is taken for a bucket: so many tokens, refilled at a steady rate. A refusal tells the level at that moment
//! (one token is missing, for as long as the server asks to wait), so two refusals and the passes between them give the
//! rate, and the first burst gives the capacity. We then count along and send only what must be there. Until the first
//! refusal nothing is limited: requests go, a few more side by side as they pass.
//!
//! Two things are guessed before they are measured: the rate of a full bucket, from the first refusal alone; and that a
//! route which nobody has tried is like others of its kind. A guess that has held requests up for two minutes in all is
//! tried out.
//!
//! One [`Budget`] per credential and route. It is pure: no clock, no I/O, so it can be simulated. Where budgets are kept
//! is a trait ([`BudgetStore`]); [`Pacer`] is the only part that waits.

mod budget;
mod estimate;
mod guess;
mod hint;
mod lesson;
mod mark;
mod outcome;
mod pacer;
mod probe;
mod route;
mod share;
mod store;

pub use budget::Budget;
pub use hint::wait_from;
pub use outcome::{Outcome, Verdict};
pub use pacer::{Pacer, Permit};
pub use store::{BudgetKey, BudgetStore, Fingerprint, MemoryBudgets};
