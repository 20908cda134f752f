//! `cargo xtask package`: what is handed out, in `target/package/`. One function per door.

mod c;
mod documents;
mod kotlin;
mod node;

use crate::python_door;
use crate::step::{Failure, step};

struct Package {
    name: &'static str,
    make: fn() -> Result<(), Failure>,
}

const PACKAGES: &[Package] = &[
    Package { name: "c", make: c::make },
    Package { name: "kotlin", make: kotlin::make },
    Package { name: "node", make: node::make },
    Package { name: "python", make: python_door::package },
];

/// Makes the packages that are named, or all.
pub(crate) fn run(names: &[String]) -> Result<(), Failure> {
    let known: Vec<_> = PACKAGES.iter().map(|package| package.name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(Failure::new(format!("no such package: {unknown}"), format!("There is: {}", known.join(", "))));
    }
    for package in PACKAGES.iter().filter(|package| names.is_empty() || names.iter().any(|name| name == package.name)) {
        step(&format!("package: {}", package.name), package.make)?;
    }
    Ok(())
}
