//! `docs/operations.md`: every operation for people, whatever their language.

use std::fmt::Write as _;

use super::surface::{Field, Operation, Surface, Type};
use super::{Generated, examples};

pub(crate) fn generate(surface: &Surface) -> Vec<Generated> {
    let mut text = String::from(
        "<!-- Written by `cargo xtask generate` from the declared surface. -->\n\n# Operations\n\nThe same in every door: what the \
         command line, Python, Node, C, Kotlin and Swift offer is this list. `members.list` is `org.members.list` in Python and Node and \
         `orgwarden_members_list` in C. What changes something can be planned first, and every plan is judged by [guards](guards.md). The examples \
         are calls of [scenarios](../tests/scenarios/README.md), which the tests play through every door.\n\n\
         | operation | what it does | effect |\n|---|---|---|\n",
    );
    for operation in &surface.operations {
        let first = operation.doc.split("\n\n").next().unwrap_or_default();
        let sentence = first.split_once(". ").map_or(first, |(sentence, _)| sentence).trim_end_matches('.');
        let _ = writeln!(
            text,
            "| [`{0}`](#{1}) | {sentence} | {2} |",
            operation.name,
            anchor(&operation.name),
            operation.effect
        );
    }
    let examples = examples::read().unwrap_or_else(|failure| panic!("{}", failure.what));
    for operation in &surface.operations {
        of(&mut text, surface, operation);
        let example = examples.get(&operation.name);
        let example = example.unwrap_or_else(|| panic!("no scenario shows {}: write one", operation.name));
        if let Some(command) = example.command_line() {
            let _ = write!(text, "\n```sh\n{command}\n```\n");
        }
        let _ = write!(text, "\n```python\n{}\n```\n", example.python(operation));
        let _ = write!(text, "\n```js\n{}\n```\n", example.node(operation));
    }
    text.push_str("\n## Errors\n\n| kind | meaning |\n|---|---|\n");
    for kind in &surface.kinds {
        let _ = writeln!(text, "| `{}` | {} |", kind.word, in_a_cell(&kind.doc));
    }
    vec![Generated { file: "docs/operations.md", text }]
}

fn of(text: &mut String, surface: &Surface, operation: &Operation) {
    let _ = writeln!(text, "\n## {}\n\n{}", operation.name, operation.doc);
    if !operation.arguments.is_empty() {
        text.push_str("\n| argument | type | |\n|---|---|---|\n");
        for Field { name, doc, kind, is_required, .. } in &operation.arguments {
            let needed = if *is_required { ", needed" } else { "" };
            let _ = writeln!(text, "| `{name}` | {}{needed} | {} |", words(kind), in_a_cell(doc));
        }
    }
    let answer = match surface.rows(&operation.answer) {
        Some((_, row)) => format!("a list of `{row}`"),
        None => words(&operation.answer),
    };
    let _ = writeln!(text, "\nAnswers {answer}.");
}

fn words(kind: &Type) -> String {
    match kind {
        Type::Text => "text".to_owned(),
        Type::Bool => "yes or no".to_owned(),
        Type::Int { .. } => "whole number".to_owned(),
        Type::Float => "number".to_owned(),
        Type::Time => "time".to_owned(),
        Type::Dollars => "US dollars".to_owned(),
        Type::Json => "JSON".to_owned(),
        Type::List(inner) => format!("list of {}", words(inner)),
        Type::Map(inner) => format!("map of {}", words(inner)),
        Type::Tuple(inner) => inner.iter().map(words).collect::<Vec<_>>().join(" and "),
        Type::Optional(inner) => words(inner),
        Type::Named(name) => format!("`{name}`"),
    }
}

fn anchor(name: &str) -> String {
    name.replace('.', "")
}

fn in_a_cell(text: &str) -> String {
    text.replace("\n\n", " ").replace('|', "\\|")
}
