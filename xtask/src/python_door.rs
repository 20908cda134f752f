//! The Python door: its tests, and the wheel that is handed out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::python;
use crate::step::{Failure, cargo, execute, root, target};

/// Builds the native module with cargo alone and runs the tests in `python/tests`: scenarios, types, examples.
pub(crate) fn run() -> Result<(), Failure> {
    let folder = root().join("python");
    let interpreter = python::environment("door", &folder.join("requirements-tests.txt"))?;
    execute(
        cargo(&["build", "--locked", "--package", "orgwarden-python"]),
        "Mend what the compiler says above; if it looks for an interpreter: Python 3.10 or newer is needed.",
    )?;
    let (library, module) = names();
    copy(&target().join("debug").join(library), &folder.join("orgwarden").join(module))?;
    let tests = |files: &[&str]| {
        let mut tests = Command::new(&interpreter);
        tests.args(["-m", "pytest", "--quiet", "--tb=short", "--show-capture=no"]).args(files);
        tests.current_dir(&folder).env("PYTHONPATH", &folder);
        tests
    };
    let help = "The failing tests are listed above. One scenario alone: SCENARIO=\"part of its name\"";
    execute(tests(&[]), help)?;
    let Some(sanitizer) = sanitizer() else {
        eprintln!("python: not run under AddressSanitizer, for there is no gcc that has it");
        return Ok(());
    };
    // Debug builds have the allocator of the system, which it watches. What Python leaks itself is not ours.
    let mut watched = tests(&["tests/test_scenarios.py", "tests/test_jobs.py", "tests/test_errors.py"]);
    watched.env("LD_PRELOAD", sanitizer).env("ASAN_OPTIONS", "detect_leaks=0").env("PYTHONMALLOC", "malloc");
    execute(watched, help)
}

/// The library of `AddressSanitizer`, where the C compiler has one.
fn sanitizer() -> Option<PathBuf> {
    let mut ask = Command::new("gcc");
    let told = ask.arg("-print-file-name=libasan.so").output().ok().filter(|_| cfg!(target_os = "linux"))?;
    let file = PathBuf::from(String::from_utf8_lossy(&told.stdout).trim());
    // What it does not have is answered as it was asked for.
    file.is_absolute().then_some(file).filter(|file| file.exists())
}

/// Builds the wheel and the source distribution, and tries both in an empty environment.
pub(crate) fn package() -> Result<(), Failure> {
    let folder = root().join("python");
    let out = target().join("package").join("python");
    let _ = fs::remove_dir_all(&out);
    let interpreter = python::environment("package", &folder.join("requirements-package.txt"))?;
    let maturin = |arguments: &[&str]| {
        let mut maturin = Command::new(&interpreter);
        maturin.args(["-m", "maturin"]).args(arguments).arg("--out").arg(&out).current_dir(&folder);
        execute(maturin, "See what maturin says above.")
    };
    maturin(&["build", "--profile", "dist", "--locked"])?;
    maturin(&["sdist"])?;
    for file in files(&out) {
        let size = fs::metadata(&file).map_or(0, |metadata| metadata.len());
        eprintln!("{}: {} kB", file.display(), size / 1000);
    }
    try_out(&made(&out, "whl")?)?;
    try_out(&built_from(&made(&out, "gz")?)?)
}

fn made(out: &Path, extension: &str) -> Result<PathBuf, Failure> {
    let found = files(out).into_iter().find(|file| file.extension().is_some_and(|found| found == extension));
    found.ok_or_else(|| Failure::new(format!("maturin made no .{extension}"), ""))
}

/// The wheel that pip makes of the source distribution, where there is none for a platform. Quickly, for it is only tried.
fn built_from(sources: &Path) -> Result<PathBuf, Failure> {
    let out = target().join("python").join("from-sources");
    let _ = fs::remove_dir_all(&out);
    empty_environment()?;
    let mut build = Command::new(programs().join("python"));
    build.args(["-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"]).arg(&out).arg(sources);
    build.env("MATURIN_PEP517_ARGS", "--profile dev").env("CARGO_TARGET_DIR", target());
    execute(build, "The source distribution lacks something that is in the repository, or maturin cannot be fetched.")?;
    made(&out, "whl")
}

fn fresh() -> PathBuf {
    target().join("python").join("fresh")
}

fn programs() -> PathBuf {
    fresh().join(if cfg!(windows) { "Scripts" } else { "bin" })
}

/// An environment that has nothing but pip.
fn empty_environment() -> Result<(), Failure> {
    let mut make = Command::new("python3");
    make.args(["-m", "venv", "--clear"]).arg(fresh());
    execute(make, "Python 3.10 or newer with its module `venv` is needed.")
}

/// In an empty environment, without a Rust toolchain on the path: install, and run the command and an example.
fn try_out(wheel: &Path) -> Result<(), Failure> {
    empty_environment()?;
    let (fresh, programs) = (fresh(), programs());
    let alone = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(programs.join(program));
        command.args(arguments).current_dir(&fresh).env_clear().env("PATH", &programs);
        for variable in ["PIP_INDEX_URL", "HTTPS_PROXY", "HOME", "SYSTEMROOT"] {
            if let Some(value) = std::env::var_os(variable) {
                command.env(variable, value);
            }
        }
        execute(command, "What is handed out must work where nothing else is.")
    };
    alone("python", &["-m", "pip", "install", "--quiet", "--no-index", &wheel.to_string_lossy()])?;
    alone("orgwarden", &["--version"])?;
    let example = root().join("python").join("examples").join("offboard.py");
    alone("python", &[&example.to_string_lossy(), "--sandbox"])
}

/// What cargo calls the library, and what Python calls the module.
fn names() -> (String, &'static str) {
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    (format!("{prefix}orgwarden_python{suffix}"), if cfg!(windows) { "_native.pyd" } else { "_native.abi3.so" })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let folder = to.parent().map_or(Ok(()), fs::create_dir_all);
    // A module that somebody has loaded is not written over, but replaced.
    let replaced = folder.and_then(|()| {
        let _ = fs::remove_file(to);
        fs::copy(from, to)
    });
    let failed = |error| Failure::new(format!("{} cannot be copied to {}: {error}", from.display(), to.display()), "");
    replaced.map(|_| ()).map_err(failed)
}
