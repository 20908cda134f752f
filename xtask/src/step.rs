//! Runs one program after another, with a heading and the time of each.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What went wrong and what to do about it.
pub(crate) struct Failure {
    pub(crate) what: String,
    pub(crate) remedy: String,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }
}

/// Prints a heading, does the work and prints how long it took.
pub(crate) fn step(heading: &str, work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    eprintln!("\n=== {heading}");
    let started = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
    eprintln!("=== {heading}: {verdict} in {:.1} s", started.elapsed().as_secs_f64());
    outcome
}

/// The cargo that runs us, in the root of the workspace.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.args(arguments).current_dir(root());
    command
}

/// Runs a command to its end; `remedy` is what to do if it fails.
pub(crate) fn execute(mut command: Command, remedy: &str) -> Result<(), Failure> {
    // Packages may come through a proxy; what runs on this machine never does.
    for variable in ["NO_PROXY", "no_proxy"] {
        let others = std::env::var(variable).map(|hosts| format!("{hosts},")).unwrap_or_default();
        command.env(variable, format!("{others}127.0.0.1,localhost,::1"));
    }
    let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
    let program = PathBuf::from(command.get_program());
    let program = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let shown = format!("{program} {}", words.join(" "));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("`{shown}` ended with {status}"), remedy)),
        Err(error) => {
            Err(Failure::new(format!("`{shown}` could not be started: {error}"), format!("Is {program} installed?")))
        }
    }
}

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    // Cargo tells where the package is that runs; the workspace, with the lock file, is above. Started by hand: from where
    // we stand.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let root = own.ancestors().find(|folder| folder.join("Cargo.lock").is_file());
    root.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Builds the command `orgwarden`; answers where it is.
pub(crate) fn command_line() -> Result<PathBuf, Failure> {
    execute(cargo(&["build", "--locked", "--package", "orgwarden-cli"]), "Mend what the compiler says above.")?;
    Ok(target().join("debug").join(format!("orgwarden{}", std::env::consts::EXE_SUFFIX)))
}

/// Where cargo puts what it builds, and we what the tests fetch.
pub(crate) fn target() -> PathBuf {
    let chosen = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    chosen.map_or_else(|| root().join("target"), |folder| root().join(folder))
}
