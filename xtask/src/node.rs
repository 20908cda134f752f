//! The Node door: its kernel and the tests in `node/`.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{Failure, cargo, execute, root, target};

pub(crate) fn run() -> Result<(), Failure> {
    execute(cargo(&["build", "--locked", "--package", "orgwarden-node"]), "Mend what the compiler says above.")?;
    let folder = root().join("node");
    install(&folder)?;
    let mut tests = npm(&folder);
    tests.args(["test", "--silent"]).env("ORGWARDEN_NODE_ADDON", kernel("debug"));
    execute(tests, "The failing tests are listed above. One file alone: cd node && node --test tests/signals.test.mjs")
}

/// Fetches the tools that a folder's `package.json` names.
pub(crate) fn install(folder: &Path) -> Result<(), Failure> {
    let mut install = npm(folder);
    install.args(["ci", "--silent"]);
    execute(install, "Packages are fetched from the usual registry of Node packages; is it reachable?")
}

/// The package manager, in a folder.
pub(crate) fn npm(folder: &Path) -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(folder);
    npm
}

/// The kernel that a profile has built.
pub(crate) fn kernel(profile: &str) -> PathBuf {
    target().join(profile).join(format!("{DLL_PREFIX}orgwarden_node{DLL_SUFFIX}"))
}
