//! The header alone: every standard that it promises, and every name that it and the library have.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use std::collections::BTreeSet;
use std::process::Command;

use orgwarden::Organization;

fn header() -> String {
    std::fs::read_to_string(common::own().join("include/orgwarden.h")).unwrap()
}

/// The names of functions that are declared, not those that the header defines itself.
fn declared() -> BTreeSet<String> {
    let text = header();
    let code: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with(['*', '/', '#']) && !line.starts_with("extern \"C\""))
        .collect();
    let declarations = code.join(" ");
    let names =
        declarations.split(';').filter(|one| !one.contains('{') && !one.contains("typedef")).filter_map(|one| {
            let (before, _) = one.split_once('(')?;
            let name = before.rsplit([' ', '*']).next()?;
            name.starts_with("orgwarden_").then(|| name.to_owned())
        });
    names.collect()
}

#[test]
fn it_compiles_alone_in_every_standard() {
    let folder = tempfile::tempdir().unwrap();
    for (compiler, standards, file) in
        [("cc", &["c99", "c11", "c17"][..], "alone.c"), ("c++", &["c++11", "c++17", "c++20"][..], "alone.cc")]
    {
        if Command::new(compiler).arg("--version").output().is_err() {
            assert_ne!(compiler, "cc", "a C compiler is needed");
            eprintln!("SKIPPED: there is no `{compiler}`; the header was not compiled by it");
            continue;
        }
        let source = folder.path().join(file);
        std::fs::write(&source, "#include <orgwarden.h>\n#include <orgwarden.h>\n").unwrap();
        for standard in standards {
            let status = Command::new(compiler)
                .arg(format!("-std={standard}"))
                .args(common::STRICT)
                .arg("-fsyntax-only")
                .arg(format!("-I{}", common::own().join("include").display()))
                .arg(&source)
                .status()
                .unwrap();
            assert!(status.success(), "{compiler} -std={standard}");
        }
    }
}

#[test]
fn every_operation_has_a_function_and_every_change_a_plan() {
    let declared = declared();
    for operation in Organization::surface().operations {
        let name = operation.name.replace('.', "_");
        assert!(declared.contains(&format!("orgwarden_{name}")), "there is no orgwarden_{name}");
        let plan = format!("orgwarden_plan_{name}");
        assert_eq!(declared.contains(&plan), operation.can_be_planned, "{plan}");
    }
}

#[test]
fn what_is_declared_is_in_the_library_and_nothing_else() {
    let Ok(listed) = Command::new("nm").args(["-D", "--defined-only"]).arg(common::library()).output() else {
        eprintln!("SKIPPED: there is no `nm`; the names of the library were not compared");
        return;
    };
    let listed = String::from_utf8(listed.stdout).unwrap();
    let exported: BTreeSet<String> =
        listed.lines().filter_map(|line| line.rsplit(' ').next()).map(str::to_owned).collect();
    let declared = declared();
    assert!(declared.len() > 600, "{}", declared.len());
    let missing: Vec<_> = declared.difference(&exported).collect();
    let hidden: Vec<_> = exported.difference(&declared).collect();
    assert!(missing.is_empty() && hidden.is_empty(), "not in the library: {missing:?}\nnot in the header: {hidden:?}");
}

#[test]
fn numbers_of_errors_are_those_of_the_first_version() {
    let header = header();
    for (name, number) in [
        ("OK", 0),
        ("INVALID", 1),
        ("CONFIG", 2),
        ("GUARD", 3),
        ("CANCELLED", 4),
        ("AUTHENTICATION", 20),
        ("PERMISSION", 21),
        ("NOT_FOUND", 22),
        ("CONFLICT", 23),
        ("REJECTED", 24),
        ("RATE_LIMITED", 25),
        ("UNAVAILABLE", 26),
        ("TRANSPORT", 40),
        ("OUTCOME_UNKNOWN", 41),
        ("DECODE", 42),
        ("STORAGE", 60),
        ("INTERNAL", 61),
    ] {
        assert!(header.contains(&format!("ORGWARDEN_STATUS_{name} = {number},")), "{name} is not {number} any more");
    }
}
