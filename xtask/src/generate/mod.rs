//! `cargo xtask generate`: writes the faces of the doors from the declared surface. `cargo xtask test` fails where one is stale.

mod c;
mod docs;
mod examples;
mod node;
mod python;
mod surface;
mod uniffi;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::step::{Failure, cargo, execute, root};
use surface::Surface;

/// A file that is generated: where, and what stands in it.
pub(crate) struct Generated {
    pub(crate) file: &'static str,
    pub(crate) text: String,
}

/// Every generator, one file each.
const GENERATORS: &[fn(&Surface) -> Vec<Generated>] =
    &[c::generate, docs::generate, node::generate, python::generate, uniffi::generate];

/// Has the core describe itself, and writes everything anew.
pub(crate) fn run() -> Result<(), Failure> {
    let mut describe = cargo(&["test", "--quiet", "--locked", "--package", "orgwarden", "--test", "surface"]);
    describe.env("ORGWARDEN_UPDATE", "1");
    execute(describe, "The core must compile before its surface can be described.")?;
    for Generated { file, text } in all()? {
        let place = root().join(file);
        if fs::read_to_string(&place).is_ok_and(|present| present == text) {
            continue;
        }
        write(&place, &text)?;
        eprintln!("written: {file}");
    }
    Ok(())
}

/// Fails if a generated file is not what would be generated now. That the description itself is up to date is a test of the core.
pub(crate) fn check() -> Result<(), Failure> {
    let is_stale =
        |generated: &Generated| fs::read_to_string(root().join(generated.file)).ok().as_ref() != Some(&generated.text);
    let stale: Vec<&str> =
        all()?.iter().filter(|generated| is_stale(generated)).map(|generated| generated.file).collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("stale: {}", stale.join(", ")), "Run: cargo xtask generate, and review the difference."))
}

fn all() -> Result<Vec<Generated>, Failure> {
    let surface = Surface::read()?;
    let generated = GENERATORS.iter().flat_map(|generate| generate(&surface));
    let mut all: Vec<Generated> = generated.map(formatted).collect::<Result<_, _>>()?;
    // Read out of what was just generated and of what is written by hand.
    all.push(c::header(&all)?);
    Ok(all)
}

/// Rust is written as the formatter would have it.
fn formatted(generated: Generated) -> Result<Generated, Failure> {
    if Path::new(generated.file).extension().is_none_or(|end| end != "rs") {
        return Ok(generated);
    }
    let failed =
        |what: String| Failure::new(format!("{} cannot be formatted: {what}", generated.file), "Is rustfmt installed?");
    let mut command = Command::new("rustfmt");
    command.args(["--edition", "2024", "--config-path"]).arg(root()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| failed(error.to_string()))?;
    let mut input = child.stdin.take().ok_or_else(|| failed("no input".to_owned()))?;
    let text = generated.text.clone();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().map_err(|error| failed(error.to_string()))?;
    let written = writer.join().is_ok_and(|written| written.is_ok());
    if !output.status.success() || !written {
        return Err(failed("it is no valid Rust; see above".to_owned()));
    }
    Ok(Generated { text: String::from_utf8_lossy(&output.stdout).into_owned(), ..generated })
}

fn write(place: &PathBuf, text: &str) -> Result<(), Failure> {
    let folder = place.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(place, text))
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}", place.display()), ""))
}
