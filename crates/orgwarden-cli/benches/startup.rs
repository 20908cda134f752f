//! How long `orgwarden --version` takes, against a hello-world that the same compiler makes, in the same run.
//!
//! Run: `cargo bench -p orgwarden-cli --bench startup`.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 200;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("hello.rs");
    let hello = folder.path().join("hello");
    std::fs::write(&source, "fn main() { println!(\"hello\"); }").unwrap();
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    assert!(Command::new(compiler).arg("-O").arg("-o").arg(&hello).arg(&source).status().unwrap().success());
    let orgwarden = Path::new(env!("CARGO_BIN_EXE_orgwarden"));
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(run(&hello));
        ours.push(run(orgwarden));
    }
    let (ours, theirs) = (median(ours), median(theirs));
    println!("median of {ROUNDS}: orgwarden --version {ours:?}, hello-world {theirs:?}");
    println!("difference {:?} (goal at most 5 ms)", ours.saturating_sub(theirs));
}

fn run(program: &Path) -> Duration {
    let started = Instant::now();
    let status = Command::new(program).arg("--version").stdout(Stdio::null()).status().unwrap();
    assert!(status.success());
    started.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
