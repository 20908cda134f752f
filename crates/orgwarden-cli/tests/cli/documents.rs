//! What the program says about itself: completions, manual, help, version.

use std::process::Command;

use crate::support::{Ran, binary, finish};

fn run(arguments: &[&str]) -> Ran {
    let home = tempfile::tempdir().unwrap();
    let mut command: Command = binary(home.path());
    finish(command.args(arguments).spawn().unwrap())
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = run(&["completions", shell]).expect(0);
        assert!(ran.out.contains("invites") && ran.out.contains("dry-run"), "{shell}");
    }
    run(&["completions", "cmd"]).expect(2);
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let page = run(&["man"]).expect(0);
    for part in ["orgwarden", "Exit codes", "OPENAI_ADMIN_KEY", "It is not known whether it took effect"] {
        assert!(page.out.contains(part), "{part}");
    }
    let folder = tempfile::tempdir().unwrap();
    let ran = run(&["man", "--out", folder.path().join("man1").to_str().unwrap()]).expect(0);
    let pages: Vec<String> = std::fs::read_dir(folder.path().join("man1"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(pages.len() > 25, "{pages:?}");
    for page in ["orgwarden.1", "orgwarden-remove.1", "orgwarden-invites-wait.1"] {
        assert!(pages.iter().any(|name| name == page), "{pages:?}");
    }
    assert!(ran.err.contains("pages in"), "{}", ran.err);
}

#[test]
fn help_and_version_need_nothing() {
    let help = run(&["--help"]).expect(0);
    for part in ["People:", "Projects, keys, roles, limits:", "Exit codes:", "130", "Environment:", "Examples:"] {
        assert!(help.out.contains(part), "{part}\n{}", help.out);
    }
    assert_eq!(run(&["--version"]).expect(0).out, concat!("orgwarden ", env!("CARGO_PKG_VERSION"), "\n"));
    assert!(run(&["help", "remove"]).expect(0).out.contains("--gone-ok"));
    assert!(run(&["remove", "--help"]).expect(0).out.contains("Examples:"));
    assert!(!help.out.contains("sk-admin-0") && run(&["member"]).expect(2).err.contains("members"));
}

#[test]
fn nothing_but_guards_stands_below_their_heading() {
    let help = run(&["remove", "--help"]).expect(0).out;
    let guards = help.split("Guards:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    assert!(guards.contains("--min-owners") && guards.contains("--allow-ownerless"), "{help}");
    assert!(!guards.contains("--quiet") && !guards.contains("--color"), "{help}");
}
