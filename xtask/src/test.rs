//! `cargo xtask test`: what must hold before anything is merged. Continuous integration runs this and nothing else.

use crate::step::{Failure, cargo, execute, step};
use crate::{clients, direction, generate, needs, node, python_door, schema, uniffi, workflows};

/// All steps in order, stopping at the first that fails.
pub(crate) fn run() -> Result<(), Failure> {
    step("what is needed", needs::check)?;
    step("format", format)?;
    step("direction of dependencies", direction::check)?;
    step("generated files", generate::check)?;
    step("workflows", workflows::run)?;
    step("lints", lints)?;
    step("tests and examples", tests)?;
    step("documentation", documentation)?;
    step("Python", python_door::run)?;
    step("Kotlin and Swift", uniffi::run)?;
    step("Node door", node::run)?;
    step("official clients", clients::run)?;
    step("official schema", schema::run)?;
    eprintln!("\nxtask test: all good");
    Ok(())
}

fn format() -> Result<(), Failure> {
    execute(cargo(&["fmt", "--all", "--check"]), "Run: cargo fmt --all")
}

fn lints() -> Result<(), Failure> {
    execute(
        cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]),
        "Mend what clippy says above. Where a rule is wrong: #[expect(the_rule, reason = \"…\")] on the smallest item.",
    )
}

/// With the examples in the documentation. Standard output is cargo's own, for those who read its `test result:` lines.
fn tests() -> Result<(), Failure> {
    let mut command = cargo(&["test", "--workspace", "--locked"]);
    if let Some(file) = schema::file()? {
        command.env("ORGWARDEN_OPENAPI", file);
    }
    execute(command, "The failing tests are listed above. Run one alone: cargo test -p CRATE NAME")
}

fn documentation() -> Result<(), Failure> {
    let mut command = cargo(&["doc", "--workspace", "--no-deps", "--locked"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    execute(command, "Mend what rustdoc says above, mostly links to names that are gone or private.")
}
