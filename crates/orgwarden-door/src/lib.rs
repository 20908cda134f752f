//! What the doors to other languages share, so that each of them only translates types.
//!
//! - [`Door`] is an open organization: operations by name with JSON on both sides, plans, jobs.
//! - [`Plan`] and [`Job`] are handles that any thread may use; a job is pulled for events.
//! - [`Sandbox`] is the local organization, in this process.
//! - [`runtime`] is the one runtime of a process; [`waited`] runs something on it and waits. Futures of this crate can be
//!   polled by any executor: what needs the runtime is spawned on it.
//! - [`guarded`] and [`guarded_now`] turn a panic into an error: none crosses a language border.
//!
//! Rules, messages and defaults are in the core; nothing here decides anything.

mod door;
mod guarded;
mod job;
mod plan;
mod runtime;
mod sandbox;

pub use door::Door;
pub use guarded::{guarded, guarded_now};
pub use job::Job;
pub use orgwarden;
pub use orgwarden::{Error, ErrorKind, Result};
pub use plan::Plan;
pub use runtime::{run, runtime, waited};
pub use sandbox::Sandbox;

use serde::Serialize;

/// Data of our own as JSON, for doors that hand it on.
pub fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|error| Error::new(ErrorKind::Internal, format!("an answer cannot be written: {error}")))
}
