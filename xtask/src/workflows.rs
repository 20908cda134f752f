//! The workflows of continuous integration and of releases, read by a linter.

use std::process::{Command, Stdio};

use crate::step::{Failure, execute, root};

const LINTER: &str = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

pub(crate) fn run() -> Result<(), Failure> {
    let found = Command::new("go").arg("version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !found.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: the linter of workflows is built by Go, which is not here");
        return Ok(());
    }
    let mut lint = Command::new("go");
    lint.args(["run", LINTER, "-color=false"]).current_dir(root());
    execute(lint, "Mend what the linter says above in .github/workflows.")
}
