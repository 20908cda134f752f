//! The command `orgwarden`: arguments → operation → output.
//!
//! No rule of its own lives here: what is right, dangerous or done is decided by the core. Reading the arguments comes
//! first and touches nothing; whatever needs a file, a runtime or the network is made when a command asks for it.

mod arguments;
mod change;
mod commands;
mod confirm;
mod demo;
mod exit;
mod help;
mod interrupt;
mod output;
mod progress;
mod results;
mod secrets;
mod session;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run().into()
}
