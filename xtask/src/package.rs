//! `cargo xtask package WHAT`: builds what is handed out, into `target/package`, and tries it.

use crate::python_door;
use crate::step::{Failure, step};

struct Package {
    name: &'static str,
    build: fn() -> Result<(), Failure>,
}

const PACKAGES: &[Package] = &[Package { name: "python", build: python_door::package }];

/// Builds one, or all that this machine can build.
pub(crate) fn run(name: Option<&str>) -> Result<(), Failure> {
    let chosen: Vec<&Package> =
        PACKAGES.iter().filter(|package| name.is_none_or(|name| name == package.name)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = PACKAGES.iter().map(|package| package.name).collect();
        return Err(Failure::new("there is no such package", format!("There are: {}", names.join(", "))));
    }
    chosen.into_iter().try_for_each(|package| step(&format!("package {}", package.name), package.build))
}
