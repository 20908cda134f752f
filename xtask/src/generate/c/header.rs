//! `orgwarden.h`: what cbindgen reads out of the crate, with the conventions above and helpers below.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use cbindgen::{Config, DocumentationStyle, EnumConfig, Language, RenameRule, Style};

use super::super::surface::{Kind, Surface};
use super::super::{Generated, write};
use super::{FOLDER, MARK, comment, screaming, snake};
use crate::step::{Failure, root, target};

/// Written by hand, in the order in which they should stand in the header.
const BY_HAND: &[&str] = &["version", "text", "error", "answer", "organization", "plan", "job", "sandbox"];

/// Begins the header.
const CONVENTIONS: &str = include_str!("conventions.h");

/// The header, from the generated Rust and what is written by hand.
pub(in super::super) fn header(all: &[Generated]) -> Result<Generated, Failure> {
    let failed =
        |what: String| Failure::new(format!("the header for C: {what}"), "See xtask/src/generate/c/header.rs.");
    let source = root().join("bindings/c/src");
    let mut files: Vec<PathBuf> = BY_HAND.iter().map(|name| source.join(format!("{name}.rs"))).collect();
    // What is generated is taken as it will be, not as it was.
    let fresh = target().join("generate-c");
    let mut helpers = "";
    for Generated { file, text } in all.iter().filter(|generated| generated.file.starts_with(FOLDER)) {
        let name = file.trim_start_matches(FOLDER);
        if name == "helpers.h" {
            helpers = text;
            continue;
        }
        let place = fresh.join(name);
        write(&place, text)?;
        files.push(place);
    }
    let mut builder = cbindgen::Builder::new().with_config(config());
    for file in &files {
        builder = builder.with_src(file);
    }
    let bindings = builder.generate().map_err(|error| failed(error.to_string()))?;
    let mut bytes = Vec::new();
    bindings.write(&mut bytes);
    let text = String::from_utf8(bytes).map_err(|error| failed(error.to_string()))?;
    let _ = fs::remove_dir_all(&fresh);
    let Some((before, guard)) = text.rsplit_once("#endif") else { return Err(failed("no guard".to_owned())) };
    let text = format!("{before}{helpers}\n#endif{guard}");
    Ok(Generated { file: "bindings/c/include/orgwarden.h", text })
}

fn config() -> Config {
    let [major, minor, patch] = [
        ("MAJOR", env!("CARGO_PKG_VERSION_MAJOR")),
        ("MINOR", env!("CARGO_PKG_VERSION_MINOR")),
        ("PATCH", env!("CARGO_PKG_VERSION_PATCH")),
    ]
    .map(|(part, number)| format!("#define ORGWARDEN_VERSION_{part} {number}"));
    let full = env!("CARGO_PKG_VERSION");
    Config {
        language: Language::C,
        cpp_compat: true,
        include_guard: Some("ORGWARDEN_H".to_owned()),
        header: Some(format!("/* {MARK} */\n\n{}", CONVENTIONS.trim_end())),
        no_includes: true,
        sys_includes: ["stdbool.h", "stddef.h", "stdint.h", "string.h"].map(str::to_owned).to_vec(),
        after_includes: Some(format!(
            "\n/* The version that a program is compiled for. */\n{major}\n{minor}\n{patch}\n#define ORGWARDEN_VERSION \"{full}\""
        )),
        style: Style::Type,
        usize_is_size_t: true,
        documentation_style: DocumentationStyle::Doxy,
        line_length: 110,
        tab_width: 4,
        enumeration: EnumConfig { rename_variants: RenameRule::QualifiedScreamingSnakeCase, ..EnumConfig::default() },
        ..Config::default()
    }
}

/// What stands at the end of the header: helpers, and the words that members and arguments can be.
pub(super) fn helpers(surface: &Surface) -> String {
    let mut text = format!("/* {MARK} */\n\n{}", include_str!("helpers.h"));
    for shape in &surface.shapes {
        let words: Vec<(&str, &str)> = match &shape.kind {
            Kind::Words { words, .. } => words.iter().map(|word| (word.word.as_str(), word.doc.as_str())).collect(),
            Kind::Union { tag: Some(_), variants } => {
                variants.iter().map(|variant| (variant.word.as_str(), variant.doc.as_str())).collect()
            }
            _ => continue,
        };
        // Errors have numbers.
        if shape.name == "ErrorKind" {
            continue;
        }
        let first = shape.doc.split("\n\n").next().unwrap_or_default();
        let _ = write!(text, "\n{}", in_c(&comment("", first)));
        for (word, doc) in words {
            let name = format!("ORGWARDEN_{}_{}", screaming(&snake(&shape.name)), screaming(word));
            let doc = if doc.is_empty() { String::new() } else { in_c(&comment("", doc)) };
            let _ = writeln!(text, "{doc}#define {name} \"{word}\"");
        }
    }
    text
}

/// A comment of Rust as one of C.
fn in_c(comment: &str) -> String {
    let lines: Vec<&str> = comment.lines().map(|line| line.trim_start_matches("///").trim_start()).collect();
    match lines.as_slice() {
        [line] => format!("/* {line} */\n"),
        lines => format!("/* {} */\n", lines.join("\n * ")),
    }
}
