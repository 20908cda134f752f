//! The jar for Kotlin and Java: the classes, and the library of this platform where JNA looks for it. It is tried with nothing on
//! the class path but the jars that it needs.

use std::env::consts::{ARCH, DLL_PREFIX, DLL_SUFFIX, OS};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{Failure, cargo, execute, target};
use crate::uniffi::{has_maven, library, maven, property, written};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the jar should have at most.
const GOAL: u64 = 8 << 20;

pub(super) fn make() -> Result<(), Failure> {
    if !has_maven() {
        eprintln!("SKIPPED: there is no Maven (`mvn`) here; no jar was made. Debian: sudo apt-get install maven");
        return Ok(());
    }
    // Out of the library of the tests, for that which is handed out is stripped.
    let kotlin = written(&library()?, "kotlin")?;
    let build = cargo(&["build", "--locked", "--profile", "dist", "--package", "orgwarden-uniffi"]);
    execute(build, "Mend what the compiler says above.")?;
    let folder = target().join("package").join("kotlin");
    drop(fs::remove_dir_all(&folder));
    let failed = |error: std::io::Error| {
        Failure::new(format!("{} cannot be written: {error}", folder.display()), "Is there room on the disk?")
    };
    let (native, classes) = (folder.join("native"), folder.join("maven"));
    let name = format!("{DLL_PREFIX}orgwarden_uniffi{DLL_SUFFIX}");
    let place = native.join(platform());
    fs::create_dir_all(&place)
        .and_then(|()| fs::copy(target().join("dist").join(&name), place.join(&name)))
        .map_err(failed)?;
    let mut pack = maven(&kotlin, &classes)?;
    pack.args(["--activate-profiles", "package", "-DskipTests"]).arg(property("orgwarden.native", &native));
    pack.arg("package");
    execute(pack, "Maven says above what it does not like. Packages come from Maven Central; is it reachable?")?;
    let jar = folder.join(format!("orgwarden-{VERSION}-{}.jar", platform()));
    fs::rename(classes.join(format!("orgwarden-{VERSION}.jar")), &jar).map_err(|error| {
        Failure::new(format!("there is no jar: {error}"), format!("The version in pom.xml is that of all: {VERSION}"))
    })?;
    let size = fs::metadata(&jar).map_or(0, |jar| jar.len());
    let remark = if size > GOAL { "; more than it should have" } else { "" };
    eprintln!("{} ({} kB{remark})", jar.display(), size.div_ceil(1000));
    try_out(&folder, &jar, &kotlin, &classes)?;
    fs::remove_dir_all(&native).and_then(|()| fs::remove_dir_all(&classes)).map_err(failed)
}

/// As JNA calls it.
fn platform() -> String {
    let system = match OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    format!("{system}-{}", ARCH.replace('_', "-"))
}

/// Runs an example in an empty folder, with nothing but Java.
fn try_out(folder: &Path, jar: &Path, kotlin: &Path, classes: &Path) -> Result<(), Failure> {
    let fresh = folder.join("fresh");
    let failed = |error: std::io::Error| Failure::new(format!("{} cannot be written: {error}", fresh.display()), "");
    let mut fetch = maven(kotlin, classes)?;
    fetch.arg("org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies");
    fetch.arg("-DincludeScope=runtime").arg(property("outputDirectory", &fresh.join("lib")));
    execute(fetch, "Packages come from Maven Central; is it reachable?")?;
    let compiled = classes.join("test-classes").join("examples");
    fs::create_dir_all(fresh.join("examples")).map_err(failed)?;
    for class in fs::read_dir(&compiled).map_err(failed)?.flatten() {
        fs::copy(class.path(), fresh.join("examples").join(class.file_name())).map_err(failed)?;
    }
    let path = [PathBuf::from("."), PathBuf::from("lib/*"), jar.to_owned()];
    let path = std::env::join_paths(path).map_err(|error| Failure::new(error.to_string(), "Choose another folder."))?;
    let mut example = Command::new("java");
    example.arg("-cp").arg(path).args(["examples.OffboardKt", "--sandbox"]).current_dir(&fresh);
    execute(example, "The jar does not work where nothing else is.")?;
    fs::remove_dir_all(&fresh).map_err(failed)
}
