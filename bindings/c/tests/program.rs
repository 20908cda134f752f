//! Programs in C against the library: typed functions, bad input, threads, stopped jobs, and the examples.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]
#![expect(clippy::print_stdout, reason = "what the programs say must be seen")]

mod common;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn sources(files: &[&str]) -> Vec<PathBuf> {
    let driver = ["driver/writing.c", "driver/generated.c"];
    files.iter().chain(&driver).map(|file| common::own().join("tests").join(file)).collect()
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
    let program = common::link(&sources(&["program/program.c", "driver/given.c"]), "program-sanitized", &flags);
    for part in ["typed", "hostile", "threads"] {
        run(&program, &[part], &[], &[("PROGRAM_SANITIZED", "1")]);
    }
    run(&program, &["stopped", "100"], &[], &[("PROGRAM_SANITIZED", "1")]);
}

#[test]
fn a_thousand_stopped_jobs_leave_nothing() {
    let program = common::link(&sources(&["program/program.c", "driver/given.c"]), "program-plain", &["-O1"]);
    run(&program, &["stopped", "1000"], &[], &[]);
}

/// Whatever comes in; the calls are the same every time. More of them: `fuzz SEED CALLS THREADS` in `target/tmp/c`.
#[test]
fn whatever_is_passed_is_refused_or_done() {
    let program = common::link(&sources(&["program/fuzz.c"]), "fuzz", &common::sanitized());
    run(&program, &["1", "400", "4"], &[], &[("PROGRAM_SANITIZED", "1")]);
}

/// What the pages show is compiled, as it stands there.
#[test]
fn what_the_pages_show_is_c() {
    let temporary = tempfile::tempdir().unwrap();
    let mut seen = 0;
    for page in [common::own().join("README.md"), common::own().join("../../README.md")] {
        let text = std::fs::read_to_string(&page).unwrap();
        for block in text.split("```c\n").skip(1).map(|rest| rest.split("```").next().unwrap()) {
            let source = temporary.path().join(format!("block{seen}.c"));
            let whole = if block.contains("int main(") {
                block.to_owned()
            } else {
                format!(
                    "#include <orgwarden.h>\n#include <stdio.h>\nint main(void)\n{{\norgwarden_organization *organization = NULL;\n\
                     orgwarden_error *error = NULL;\n{block}return error != NULL;\n}}\n"
                )
            };
            std::fs::write(&source, whole).unwrap();
            common::link(&[source], "page", &[]);
            seen += 1;
        }
    }
    assert_eq!(seen, 3);
}

#[test]
#[ignore = "takes minutes: cargo test -p orgwarden-c --test program valgrind -- --ignored"]
fn valgrind_finds_nothing() {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("SKIPPED: valgrind is not there; Debian: sudo apt-get install valgrind");
        return;
    }
    let program = common::link(&sources(&["program/program.c", "driver/given.c"]), "program-valgrind", &["-g"]);
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
