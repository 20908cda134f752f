//! Compiling and running C against the library that cargo has just built.

#![allow(dead_code, reason = "each test uses a part")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must fail")]
#![allow(clippy::print_stderr, reason = "what was skipped must be seen")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// What every program in C is compiled with.
pub(crate) const STRICT: &[&str] = &["-Wall", "-Wextra", "-Werror", "-pedantic"];

/// The folder of this crate.
pub(crate) fn own() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where the shared library is that was built with this test.
pub(crate) fn library() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let deps = test.parent().unwrap();
    let name = format!("{}orgwarden_c{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let library =
        [deps, deps.parent().unwrap()].into_iter().map(|folder| folder.join(&name)).find(|file| file.is_file());
    library.expect("cargo builds the shared library with the tests of its crate")
}

/// The compiler's flags for `AddressSanitizer` with leaks, where it works; elsewhere none, and that is said.
pub(crate) fn sanitized() -> Vec<&'static str> {
    let flags = vec!["-fsanitize=address", "-fno-omit-frame-pointer", "-g"];
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("probe.c");
    std::fs::write(&source, "int main(void) { return 0; }\n").unwrap();
    let program = folder.path().join("probe");
    let works = compiler().args(&flags).arg(&source).arg("-o").arg(&program).status().is_ok_and(|it| it.success())
        && Command::new(&program).status().is_ok_and(|it| it.success());
    if works {
        return flags;
    }
    eprintln!("SKIPPED: the C compiler has no AddressSanitizer; the programs run without it");
    Vec::new()
}

fn compiler() -> Command {
    let chosen = std::env::var("CC").ok().filter(|value| !value.is_empty()).unwrap_or_else(|| "cc".to_owned());
    let mut words = chosen.split_whitespace();
    let mut command = Command::new(words.next().unwrap());
    command.args(words);
    command
}

/// Runs a C compiler and shows what it says.
pub(crate) fn run_compiler(arguments: &[&std::ffi::OsStr]) {
    let status = compiler().args(arguments).status().expect("a C compiler is needed: cc, or what CC names");
    assert!(status.success(), "cc {arguments:?}");
}

/// Compiles a program out of files of a folder of the tests; answers where it is.
pub(crate) fn compile(folder: &str, files: &[&str], name: &str, flags: &[&str]) -> PathBuf {
    let sources: Vec<PathBuf> = files.iter().map(|file| own().join("tests").join(folder).join(file)).collect();
    link(&sources, name, flags)
}

/// The same with files anywhere.
pub(crate) fn link(sources: &[PathBuf], name: &str, flags: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c");
    std::fs::create_dir_all(&folder).unwrap();
    let program = folder.join(name);
    let library = library();
    // Found by the name that is written into it, as an installed one is.
    let shared = folder.join(soname());
    let _ = std::fs::remove_file(&shared);
    #[cfg(unix)]
    let _ = std::os::unix::fs::symlink(&library, &shared);
    let mut arguments: Vec<std::ffi::OsString> = ["-std=c11", "-D_POSIX_C_SOURCE=200809L"].map(Into::into).to_vec();
    arguments.extend(STRICT.iter().chain(flags).map(Into::into));
    arguments.push(format!("-I{}", own().join("include").display()).into());
    arguments.extend(sources.iter().map(Into::into));
    arguments.extend(["-o".into(), program.clone().into(), shared.into()]);
    arguments.push(format!("-Wl,-rpath,{}", folder.display()).into());
    arguments.extend(["-lpthread".into(), "-lm".into()]);
    run_compiler(&arguments.iter().map(std::ffi::OsString::as_os_str).collect::<Vec<_>>());
    program
}

fn soname() -> String {
    let version = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));
    if cfg!(target_os = "macos") {
        format!("liborgwarden.{version}.dylib")
    } else {
        format!("liborgwarden.so.{version}")
    }
}

/// What a program runs with: nothing of the machine's profiles and keys.
pub(crate) fn environment() -> Vec<(&'static str, String)> {
    let nowhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nowhere").display().to_string();
    let mut variables: Vec<(&str, String)> =
        ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"].into_iter().map(|name| (name, nowhere.clone())).collect();
    variables.extend(["OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_BASE_URL"].map(|name| (name, String::new())));
    variables.push(("NO_PROXY", "127.0.0.1,localhost".to_owned()));
    variables.push(("ASAN_OPTIONS", "detect_leaks=1:exitcode=99".to_owned()));
    variables
}
