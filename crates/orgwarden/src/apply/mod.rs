//! Doing what a plan says: the only place that changes anything.

mod check;
mod done;
mod job;
mod read_back;
mod recording;
mod run;
mod settle;

pub use done::{Done, StepResult, StepStatus, Verdict};
pub use job::{Event, Job};
