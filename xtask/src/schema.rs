//! The official schema against the sandbox. Where the file is not there, nothing is compared, and that is said.

use std::path::PathBuf;
use std::process::Command;

use crate::python;
use crate::step::{Failure, command_line, execute, root};

/// Names the file.
const VARIABLE: &str = "ORGWARDEN_OPENAPI";

pub(crate) fn run() -> Result<(), Failure> {
    let Some(file) = file()? else {
        eprintln!("SKIPPED, NOTHING WAS COMPARED: the official schema is not there. Name it: {VARIABLE}=FILE");
        return Ok(());
    };
    let binary = command_line()?;
    let folder = root().join("tests/schema");
    let interpreter = python::environment("schema", &folder.join("requirements.txt"))?;
    let mut tests = Command::new(interpreter);
    tests.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider", "--show-capture=no", "."]);
    tests.current_dir(folder).env("ORGWARDEN_BIN", binary).env(VARIABLE, file);
    execute(tests, "The sandbox answered something that the official file does not allow, or refused what it allows.")
}

/// The file, as seen from where we were started. One that is named must be there; the usual one need not be.
pub(crate) fn file() -> Result<Option<PathBuf>, Failure> {
    let Some(named) = std::env::var_os(VARIABLE).filter(|name| !name.is_empty()) else {
        let usual = root().join("../shared/api/openai-admin.openapi.json");
        return Ok(usual.is_file().then_some(usual));
    };
    match std::path::absolute(&named) {
        Ok(file) if file.is_file() => Ok(Some(file)),
        _ => Err(Failure::new(
            format!("{VARIABLE} names {}, which is not a file", PathBuf::from(named).display()),
            "Name the official OpenAPI file, or leave the variable out.",
        )),
    }
}
