//! `orgwarden._native`: the native half of the Python package `orgwarden`. It has no names for people: what they see is Python
//! source in `python/orgwarden`, which calls this with JSON on both sides and pulls jobs.
//!
//! - `wait` runs something while the interpreter is released, and looks at signals: Ctrl-C works.
//! - `start` runs something for an event loop, and tells it when it is done.
//! - `raised` makes an exception of an error. The classes are written in Python.

mod door;
mod error;
mod job;
mod pending;
mod people;
mod plan;
mod sandbox;
mod wait;

use std::ffi::OsString;

use pyo3::prelude::*;

pub(crate) use error::raised;
pub(crate) use pending::{Pending, start};
pub(crate) use wait::wait;

/// Lists of large organizations are many small texts. Builds for tests have the allocator that checkers know.
#[cfg(not(debug_assertions))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs the command line in this process; answers its exit code.
#[pyfunction]
fn command_line(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| orgwarden_cli::run_inside(arguments))
}

#[pymodule(gil_used = false)]
mod _native {
    #[pymodule_export]
    use super::command_line;
    #[pymodule_export]
    use super::door::Door;
    #[pymodule_export]
    use super::job::Job;
    #[pymodule_export]
    use super::pending::Pending;
    #[pymodule_export]
    use super::people::{People, PersonRow};
    #[pymodule_export]
    use super::plan::Plan;
    #[pymodule_export]
    use super::sandbox::Sandbox;
    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
