//! Kotlin, Swift and Ruby, written by `UniFFI` from the library as it was built: Kotlin is compiled and run by Maven, of Swift the
//! header is compiled, Ruby is only written.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::step::{Failure, cargo, execute, root, target};

pub(crate) fn run() -> Result<(), Failure> {
    let library = library()?;
    let kotlin = written(&library, "kotlin")?;
    let swift = written(&library, "swift")?;
    written(&library, "ruby")?;
    header(&swift)?;
    if !has_maven() {
        eprintln!("SKIPPED: there is no Maven (`mvn`) here, so Kotlin was written but neither compiled nor run");
        return Ok(());
    }
    let mut test = maven(&kotlin, &target().join("uniffi").join("maven"))?;
    test.arg(property("orgwarden.library", &library)).arg("test");
    execute(test, "The failing tests are listed above. Packages come from Maven Central; is it reachable?")
}

/// Not stripped, for what it is made of stands in it.
pub(crate) fn library() -> Result<PathBuf, Failure> {
    execute(cargo(&["build", "--locked", "--package", "orgwarden-uniffi"]), "Mend what the compiler says above.")?;
    let name = format!("{}orgwarden_uniffi{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    Ok(target().join("debug").join(name))
}

pub(crate) fn written(library: &Path, language: &str) -> Result<PathBuf, Failure> {
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

pub(crate) fn has_maven() -> bool {
    let found = Command::new("mvn").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}

/// Maven with what it has to know, but for what it is to do; `build` is where it compiles to.
pub(crate) fn maven(kotlin: &Path, build: &Path) -> Result<Command, Failure> {
    let mut maven = Command::new("mvn");
    maven
        .args(["--batch-mode", "--quiet", "--no-transfer-progress"])
        .current_dir(root().join("bindings/uniffi/kotlin"));
    maven.arg(property("orgwarden.generated", kotlin)).arg(property("orgwarden.build", build));
    maven.arg(property("orgwarden.readme", &readme()?));
    Ok(maven)
}

pub(crate) fn property(name: &str, value: &Path) -> OsString {
    let mut text = OsString::from(format!("-D{name}="));
    text.push(value);
    text
}

/// What the READMEs show in Kotlin, each as a function that the tests call.
fn readme() -> Result<PathBuf, Failure> {
    let folder = target().join("uniffi").join("readme");
    let failed = |error: std::io::Error| Failure::new(format!("{} cannot be written: {error}", folder.display()), "");
    let mut blocks = Vec::new();
    for file in ["bindings/uniffi/README.md", "README.md"] {
        let text = fs::read_to_string(root().join(file)).map_err(failed)?;
        let parts = text.split("```kotlin\n").skip(1).filter_map(|rest| rest.split_once("```"));
        blocks
            .extend(parts.enumerate().map(|(place, (block, _))| (format!("{file}, {}", place + 1), block.to_owned())));
    }
    fs::create_dir_all(&folder).map_err(failed)?;
    fs::write(folder.join("Readme.kt"), as_functions(&blocks)).map_err(failed)?;
    Ok(folder)
}

/// A program is called in its function; what it opens is the sandbox.
fn as_functions(blocks: &[(String, String)]) -> String {
    let (mut imports, mut functions, mut list) = (BTreeSet::new(), String::new(), String::new());
    for (place, (name, block)) in blocks.iter().enumerate() {
        let _ =
            writeln!(functions, "\nprivate suspend fun block{place}(sandbox: Sandbox, organization: Organization) {{");
        for line in block.lines() {
            if line.starts_with("import ") {
                imports.insert(line);
            } else {
                let _ = writeln!(functions, "    {}", line.replace("Organization.open()", "sandbox.open()"));
            }
        }
        let call = if block.contains("fun main()") { "    main()\n" } else { "" };
        let _ = writeln!(functions, "{call}}}");
        let _ = writeln!(list, "    Pair(\"{name}\", ::block{place}),");
    }
    let imports: String = imports.iter().flat_map(|line| [line, "\n"]).collect();
    format!(
        "package orgwarden\n\n{imports}{functions}\n\
         internal val readmeBlocks: List<Pair<String, suspend (Sandbox, Organization) -> Unit>> = listOf(\n{list})\n"
    )
}
