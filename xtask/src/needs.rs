//! What the tests need from the machine, and how to get what is missing.

use std::ffi::OsString;
use std::process::{Command, Stdio};

use crate::step::{Failure, cargo};

/// Looks for everything before anything is built, and names all that is missing at once.
pub(crate) fn check() -> Result<(), Failure> {
    let mut missing: Vec<(&str, &str)> = Vec::new();
    if !answers(cargo(&["fmt", "--version"])) {
        missing.push(("rustfmt", "rustup component add rustfmt"));
    }
    if !answers(cargo(&["clippy", "--version"])) {
        missing.push(("clippy", "rustup component add clippy"));
    }
    if !has_c_compiler() {
        missing.push((
            "a C compiler, to build SQLite and the programs that test the C door",
            "Debian, Ubuntu: sudo apt-get install gcc libc6-dev; Fedora: sudo dnf install gcc; macOS: xcode-select --install",
        ));
    }
    for program in ["node", "npm"] {
        let mut command = Command::new(program);
        command.arg("--version");
        if !answers(command) {
            missing.push((program, "Node.js 20 or newer with npm, to drive the official client"));
        }
    }
    let mut python = Command::new("python3");
    python.args(["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"]);
    if !answers(python) {
        missing.push((
            "Python 3.10 or newer with venv, to drive the official client",
            "Debian, Ubuntu: sudo apt-get install python3-venv; Fedora: sudo dnf install python3; macOS: brew install python3",
        ));
    }
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
    let remedies: Vec<String> = missing.iter().map(|(name, remedy)| format!("{name}: {remedy}")).collect();
    Err(Failure::new(format!("missing: {}", names.join(", ")), remedies.join("\n")))
}

fn has_c_compiler() -> bool {
    // The one of Windows is found through the registry and does not answer to --version; the build will tell.
    if cfg!(windows) {
        return true;
    }
    // CC may hold a wrapper and arguments, as in "ccache gcc".
    let chosen = std::env::var_os("CC").filter(|value| !value.is_empty()).unwrap_or_else(|| OsString::from("cc"));
    let text = chosen.to_string_lossy();
    let mut words = text.split_whitespace();
    let Some(program) = words.next() else { return false };
    let mut command = Command::new(program);
    command.args(words).arg("--version");
    answers(command)
}

fn answers(mut command: Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
