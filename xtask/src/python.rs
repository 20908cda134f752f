//! Virtual environments for the tests that are written in Python.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{Failure, execute, target};

/// The Python of an environment that has what a requirements file names. It is kept below `target/` and made anew when
/// the file changes.
pub(crate) fn environment(name: &str, requirements: &Path) -> Result<PathBuf, Failure> {
    let wanted = fs::read_to_string(requirements)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}", requirements.display()), ""))?;
    let folder = target().join("python").join(name);
    let interpreter = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // Written last: an environment without it was not finished.
    let made_for = folder.join("requirements.txt");
    if fs::read_to_string(&made_for).is_ok_and(|made| made == wanted) {
        return Ok(interpreter);
    }
    let mut make = Command::new("python3");
    make.args(["-m", "venv", "--clear"]).arg(&folder);
    execute(make, "Python 3.10 or newer with its module `venv` is needed; Debian: sudo apt-get install python3-venv")?;
    let mut install = Command::new(&interpreter);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(requirements);
    execute(install, "Packages are fetched from the usual index of Python packages; is it reachable?")?;
    fs::write(&made_for, wanted)
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}", made_for.display()), ""))?;
    Ok(interpreter)
}
