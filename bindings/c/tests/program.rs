//! Programs in C against the library: typed functions, bad input, threads, stopped jobs, and the examples.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on must fail")]

mod common;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn sources() -> Vec<PathBuf> {
    let tests = common::own().join("tests");
    ["program/program.c", "driver/support.c", "driver/generated.c"].map(|file| tests.join(file)).to_vec()
}

fn run(program: &Path, arguments: &[&str], prefix: &[&str], variables: &[(&str, &str)]) -> Output {
    let state = tempfile::tempdir().unwrap();
    let mut words: Vec<&str> = prefix.to_vec();
    let name = program.display().to_string();
    words.push(&name);
    words.extend(arguments);
    let output = Command::new(words[0])
        .args(&words[1..])
        .envs(common::environment())
        .env("PROGRAM_STATE", state.path())
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{words:?}: {}\n{}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    print!("{}", String::from_utf8_lossy(&output.stdout));
    output
}

#[test]
fn typed_functions_bad_input_and_threads_are_clean_under_address_sanitizer() {
    let flags = common::sanitized();
    let program = common::link(&sources(), "program-sanitized", &flags);
    for part in ["typed", "hostile", "threads"] {
        run(&program, &[part], &[], &[("PROGRAM_SANITIZED", "1")]);
    }
    run(&program, &["stopped", "100"], &[], &[("PROGRAM_SANITIZED", "1")]);
}

#[test]
fn a_thousand_stopped_jobs_leave_nothing() {
    let program = common::link(&sources(), "program-plain", &["-O1"]);
    run(&program, &["stopped", "1000"], &[], &[]);
}

#[test]
#[ignore = "takes minutes: cargo test -p orgwarden-c --test program valgrind -- --ignored"]
fn valgrind_finds_nothing() {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("SKIPPED: valgrind is not there; Debian: sudo apt-get install valgrind");
        return;
    }
    let program = common::link(&sources(), "program-valgrind", &["-g"]);
    let valgrind =
        ["valgrind", "--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite", "--error-exitcode=99"];
    for part in ["typed", "hostile"] {
        run(&program, &[part], &valgrind, &[("PROGRAM_SLOW", "1")]);
    }
    run(&program, &["stopped", "10"], &valgrind, &[("PROGRAM_SANITIZED", "1")]);
}

/// The examples, each on a sandbox of its own.
#[test]
fn examples_do_what_they_say() {
    let folder = common::own().join("examples");
    let temporary = tempfile::tempdir().unwrap();
    let plan = temporary.path().join("plan.json").display().to_string();
    let team = folder.join("team.csv").display().to_string();
    for (name, arguments, wanted) in [
        ("idle_owners", vec!["1"], "marcus.reyes@acme.example  last used "),
        (
            "plan_and_hold",
            vec![&plan, "marcus.reyes@acme.example", "tom.becker@acme.example"],
            "held: marcus.reyes@acme.example: ",
        ),
        ("invite_team", vec![&team], "3 invited, 0 already there, 0 failed"),
        ("offboard", vec!["chen.wei@acme.example"], "chen.wei@acme.example: gone, 0 keys left"),
    ] {
        let program = common::link(&[folder.join(format!("{name}.c"))], name, &common::sanitized());
        let arguments: Vec<&str> = ["--sandbox"].into_iter().chain(arguments.iter().map(|text| &**text)).collect();
        let said = String::from_utf8(run(&program, &arguments, &[], &[]).stdout).unwrap();
        assert!(said.contains(wanted), "{name} does not say `{wanted}`:\n{said}");
    }
    // What fails is told with its kind and the next step.
    let program = common::link(&[folder.join("offboard.c")], "offboard-nobody", &[]);
    let failed = Command::new(program).args(["--sandbox", "tom.beker@acme.example"]).output().unwrap();
    let said = String::from_utf8(failed.stderr).unwrap();
    assert!(
        said.contains("(not_found)") && said.contains("tom.becker@acme.example") && !failed.status.success(),
        "{said}"
    );
    let plan = std::fs::read_to_string(plan).unwrap();
    assert!(plan.contains("tom.becker@acme.example"), "{plan}");
}
