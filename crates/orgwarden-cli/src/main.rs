//! The command `orgwarden` as a program.

use std::process::ExitCode;

fn main() -> ExitCode {
    orgwarden_cli::run(std::env::args_os()).into()
}
