//! What was done, for good: every step of every plan, written before it is sent and after it is answered.
//!
//! The journal is the source of [`Organization::resume`](crate::Organization::resume) and of proof. A step that was being
//! sent when the process died is found here as [`State::Sending`], and is settled by reading the organization, never by
//! sending it again in good faith. Entries are chained by their hashes: a changed byte is found by [`Journal::verify`].
//!
//! It is one SQLite file per profile, for its owner only. An entry is on the disk (full synchronization) before the
//! request that it announces is sent.

mod entry;
mod lease;
mod run;
mod state;
mod store;
mod tables;
#[cfg(test)]
mod tests;
mod verify;

pub use entry::Entry;
pub(crate) use entry::digest;
pub use lease::Lease;
pub use run::{Run, RunState, RunSummary};
pub use state::{State, StepStatus};
pub use store::{Journal, Moment};
pub use verify::Verification;
