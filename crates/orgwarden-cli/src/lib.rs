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

use std::ffi::OsString;

/// Does what the arguments say, of which the first is the name of the program; answers the exit code.
///
/// It is made for a process of its own: it listens to signals, and a second Ctrl-C ends the process.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    commands::run(arguments.into_iter().collect()) as u8
}

/// The same inside of an interpreter that was started for it: packages for Python and Node carry one copy of the core, and
/// run the command in it. Ctrl-C ends the process, whatever the interpreter has made of that signal.
pub fn run_inside(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    interrupt::end_until_listening();
    run(arguments)
}
