//! The official schema against the sandbox. Where the file is not there, the tests say so and count as passed.

use std::process::Command;

use crate::python;
use crate::step::{Failure, command_line, execute, root};

pub(crate) fn run() -> Result<(), Failure> {
    let binary = command_line()?;
    let folder = root().join("tests/schema");
    let interpreter = python::environment("schema", &folder.join("requirements.txt"))?;
    let mut tests = Command::new(interpreter);
    tests.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "--show-capture=no", "."]);
    tests.current_dir(folder).env("ORGWARDEN_BIN", binary);
    execute(tests, "The sandbox answered something that the official file does not allow, or refused what it allows.")
}
