//! The kernel of the npm package `orgwarden`: handles and promises over [`orgwarden_door`]. Nothing of it is seen by users; the
//! JavaScript in `node/` makes their classes of it.
//!
//! - Data crosses as JSON text: parsing it in JavaScript is quicker than building objects through Node-API.
//! - A failure is no rejection but an answer, [`Failure`]: JavaScript makes an error of its class, with the stack of the call.
//! - All work is on the runtime of the doors; a promise keeps its process alive until it is settled, a handle does not.

mod handles;
mod people;
mod promised;

use napi_derive::napi;
use orgwarden_door::Error;

/// Lists of large organizations are many small texts. Builds for tests have the allocator that checkers know.
#[cfg(not(debug_assertions))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What went wrong, as JSON.
#[napi(object, object_from_js = false)]
pub struct Failure {
    /// An error as the core writes it.
    pub failure: String,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        // Text, numbers and null can always be written.
        Self { failure: serde_json::to_string(&error).unwrap_or_default() }
    }
}

/// The version of the kernel.
#[napi(catch_unwind)]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Runs the command line in this process; answers its exit code.
#[napi(catch_unwind)]
pub fn command_line(arguments: Vec<String>) -> u8 {
    orgwarden_cli::run_inside(arguments.into_iter().map(Into::into))
}
