//! The only task runner of this repository: `cargo xtask` lists the tasks. One file per task.
//!
//! What it says itself goes to standard error; standard output is left to the programs it runs.

#![expect(clippy::print_stderr, reason = "talking to the terminal is its job")]

mod c_door;
mod clients;
mod direction;
mod generate;
mod needs;
mod node;
mod package;
mod python;
mod python_door;
mod schema;
mod step;
mod test;
mod uniffi;
mod workflows;

use std::process::ExitCode;

use step::Failure;

struct Task {
    name: &'static str,
    about: &'static str,
    run: fn() -> Result<(), Failure>,
}

const TASKS: &[Task] = &[
    Task {
        name: "test",
        about: "all that must hold: format, direction of dependencies, lints, tests, documentation, official clients and schema",
        run: test::run,
    },
    Task {
        name: "generate",
        about: "writes what is generated from the declared surface: docs/operations.json and the faces of the doors",
        run: generate::run,
    },
    Task { name: "clients", about: "the official clients against the sandbox; a part of `test`", run: clients::run },
    Task { name: "python", about: "the Python door, built and tested; a part of `test`", run: python_door::run },
    Task {
        name: "uniffi",
        about: "Kotlin, Swift and Ruby, written; Kotlin compiled and run; a part of `test`",
        run: uniffi::run,
    },
    Task { name: "node", about: "the Node door and its tests; a part of `test`", run: node::run },
    Task {
        name: "c",
        about: "the C door: programs in C against the library; a part of the tests in `test`",
        run: c_door::run,
    },
    Task { name: "schema", about: "the official schema against the sandbox; a part of `test`", run: schema::run },
    Task {
        name: "package",
        about: "what is handed out, into target/package/, built and tried: of the doors that are named, or of all",
        run: || package::run(&[]),
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let known = |name: &str| TASKS.iter().find(|task| task.name == name);
    match words.as_slice() {
        [] => help(),
        [word] if matches!(word.as_str(), "help" | "--help" | "-h") => help(),
        [name, packages @ ..] if name == "package" => ended(name, package::run(packages)),
        [name] => known(name).map_or_else(|| usage(&words), |task| ended(task.name, (task.run)())),
        _ => usage(&words),
    }
}

fn ended(name: &str, outcome: Result<(), Failure>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask {name}: {}\n  {}", failure.what, failure.remedy.replace('\n', "\n  "));
            ExitCode::FAILURE
        }
    }
}

fn help() -> ExitCode {
    eprintln!("cargo xtask TASK\n");
    for task in TASKS {
        eprintln!("  {:9}{}", task.name, task.about);
    }
    ExitCode::SUCCESS
}

fn usage(words: &[String]) -> ExitCode {
    eprintln!("xtask: no such task: {}\n", words.join(" "));
    help();
    ExitCode::from(2)
}
