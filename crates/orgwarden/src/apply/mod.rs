//! Doing what a plan says: the only place that changes anything.

mod check;
mod done;
mod event;
mod job;
mod queues;
mod read_back;
mod recording;
mod run;
mod settle;
#[cfg(test)]
mod tests;
mod touched;

pub use crate::journal::StepStatus;
pub use done::{Counts, Done, StepResult, Verdict};
pub use event::{Ended, Event};
pub use job::Job;
