//! The official clients against the sandbox: their own tests, and ours that go through them.

use std::path::Path;
use std::process::Command;

use crate::python;
use crate::step::{Failure, command_line, execute, root, target};

pub(crate) fn run() -> Result<(), Failure> {
    let binary = command_line()?;
    official(&binary)
}

/// The tests that the makers of the official clients wrote.
fn official(binary: &Path) -> Result<(), Failure> {
    let folder = root().join("tests/clients/official");
    let interpreter = python::environment("official-clients", &folder.join("requirements.txt"))?;
    let mut command = Command::new(interpreter);
    command.arg(folder.join("run.py")).arg(target().join("official-clients")).env("ORGWARDEN_BIN", binary);
    execute(command, "The sandbox answered something that an official client does not expect; see above.")
}
