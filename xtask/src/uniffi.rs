//! Kotlin and Swift, written by `UniFFI` from the library as it was built: Kotlin is compiled and run by Maven, of Swift the header is compiled.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::step::{Failure, cargo, execute, root, target};

pub(crate) fn run() -> Result<(), Failure> {
    let library = library()?;
    let kotlin = written(&library, "kotlin")?;
    let swift = written(&library, "swift")?;
    header(&swift)?;
    maven(&library, &kotlin)
}

/// Not stripped, for what it is made of stands in it.
fn library() -> Result<PathBuf, Failure> {
    execute(cargo(&["build", "--locked", "--package", "orgwarden-uniffi"]), "Mend what the compiler says above.")?;
    let name = format!("{}orgwarden_uniffi{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    Ok(target().join("debug").join(name))
}

fn written(library: &Path, language: &str) -> Result<PathBuf, Failure> {
    let folder = target().join("uniffi").join(language);
    let mut generate = cargo(&[
        "run",
        "--locked",
        "--quiet",
        "--package",
        "orgwarden-uniffi-bindgen",
        "--",
        "generate",
        "--no-format",
        "--library",
    ]);
    generate.arg(library).args(["--language", language, "--out-dir"]).arg(&folder);
    execute(generate, "UniFFI cannot say it; see above.")?;
    Ok(folder)
}

/// There is no Swift here, but what it sees of the library is C.
fn header(folder: &Path) -> Result<(), Failure> {
    let entries = fs::read_dir(folder)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}", folder.display()), ""))?;
    let headers =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "h"));
    for header in headers {
        let mut compile = Command::new(std::env::var_os("CC").unwrap_or_else(|| OsString::from("cc")));
        // The words of Clang for pointers that are never null.
        compile
            .args(["-std=c11", "-Wall", "-Werror", "-fsyntax-only", "-D_Nonnull=", "-D_Nullable=", "-include"])
            .arg(header);
        compile.args(["-x", "c", "/dev/null"]);
        execute(compile, "The header for Swift is no valid C.")?;
    }
    Ok(())
}

fn maven(library: &Path, kotlin: &Path) -> Result<(), Failure> {
    let found = Command::new("mvn").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !found.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: there is no Maven (`mvn`) here, so Kotlin was written but neither compiled nor run");
        return Ok(());
    }
    let folder = root().join("bindings/uniffi/kotlin");
    let property = |name: &str, value: &Path| {
        let mut text = OsString::from(format!("-D{name}="));
        text.push(value);
        text
    };
    let mut maven = Command::new("mvn");
    maven.args(["--batch-mode", "--quiet", "--no-transfer-progress"]).current_dir(&folder);
    maven.arg(property("orgwarden.library", library)).arg(property("orgwarden.generated", kotlin));
    maven.arg(property("orgwarden.build", &target().join("uniffi").join("maven"))).arg("test");
    execute(maven, "The failing tests are listed above. Packages come from Maven Central; is it reachable?")
}
