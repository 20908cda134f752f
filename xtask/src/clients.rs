//! The official clients against the sandbox: their own tests, and ours that go through them.

use std::path::Path;
use std::process::Command;

use crate::python;
use crate::step::{Failure, command_line, execute, root, target};

pub(crate) fn run() -> Result<(), Failure> {
    let binary = command_line()?;
    official(&binary)?;
    python(&binary)?;
    node(&binary)
}

/// Our tests through the official Python client, strictly decoded.
fn python(binary: &Path) -> Result<(), Failure> {
    let folder = root().join("tests/clients/python");
    let interpreter = python::environment("client", &folder.join("requirements.txt"))?;
    let mut tests = Command::new(interpreter);
    tests.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "--tb=short", "--show-capture=no", "."]);
    execute(tests_in(tests, &folder, binary), "The failing tests are listed above.")
}

/// Our tests through the official Node client.
fn node(binary: &Path) -> Result<(), Failure> {
    let folder = root().join("tests/clients/node");
    let mut install = Command::new("npm");
    install.args(["ci", "--silent"]).current_dir(&folder);
    execute(install, "Packages are fetched from the usual registry of Node packages; is it reachable?")?;
    let mut tests = Command::new("npm");
    tests.args(["test", "--silent"]);
    execute(tests_in(tests, &folder, binary), "The failing tests are listed above.")
}

/// The tests that the makers of the official clients wrote.
fn official(binary: &Path) -> Result<(), Failure> {
    let folder = root().join("tests/clients/official");
    let interpreter = python::environment("official-clients", &folder.join("requirements.txt"))?;
    let mut command = Command::new(interpreter);
    command.arg(folder.join("run.py")).arg(target().join("official-clients")).env("ORGWARDEN_BIN", binary);
    execute(command, "The sandbox answered something that an official client does not expect; see above.")
}

fn tests_in(mut tests: Command, folder: &Path, binary: &Path) -> Command {
    tests.current_dir(folder).env("ORGWARDEN_BIN", binary);
    tests
}
