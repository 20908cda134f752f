//! How Python source is written.

use std::fmt::Write as _;

use serde_json::Value;

const WIDTH: usize = 120;

const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
];

/// The first lines of a generated file.
pub(super) fn head(about: &str) -> String {
    format!(
        "# Written by `cargo xtask generate`; do not edit.\n\"\"\"{about}\"\"\"\n\nfrom __future__ import annotations\n"
    )
}

/// `from` is a keyword: `from_`.
pub(in crate::generate) fn name(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

/// `not_found` → `NotFound`, `set_role` → `SetRole`.
pub(super) fn pascal(word: &str) -> String {
    let parts = word.split(['_', '.']).map(|part| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    });
    parts.collect()
}

/// A docstring: its lines are indented by so many spaces.
pub(super) fn docstring(out: &mut String, text: &str, indent: usize) {
    let margin = " ".repeat(indent);
    // Links are Rust's, and so is null.
    let text = text.replace("[`", "`").replace("`]", "`").replace("Null:", "None:").replace("null:", "None:");
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "'''");
    if text.is_empty() {
        return;
    }
    let lines = lines(&text, WIDTH - indent);
    match lines.as_slice() {
        [line] if line.chars().count() + 6 + indent <= WIDTH && !line.ends_with('"') => {
            let _ = writeln!(out, "{margin}\"\"\"{line}\"\"\"");
        }
        lines => {
            let _ = writeln!(out, "{margin}\"\"\"{}", lines[0]);
            for line in &lines[1..] {
                let _ = writeln!(out, "{}", format!("{margin}{line}").trim_end());
            }
            let _ = writeln!(out, "{margin}\"\"\"");
        }
    }
}

/// Breaks paragraphs into lines. A line that is indented stays a line of its own; what is broken off it is indented more.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let indent = paragraph.len() - paragraph.trim_start().len();
        let mut line = " ".repeat(indent);
        let mut is_first = true;
        for word in paragraph.split_whitespace() {
            // The first line begins with quotes.
            let room = if lines.is_empty() { width - 3 } else { width };
            if !is_first && line.chars().count() + 1 + word.chars().count() > room {
                lines.push(std::mem::replace(&mut line, " ".repeat(if indent == 0 { 0 } else { indent + 4 })));
                is_first = true;
            }
            if !is_first {
                line.push(' ');
            }
            line.push_str(word);
            is_first = false;
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// A value as Python writes it; lists are tuples.
pub(super) fn literal(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Array(items) if items.is_empty() => "()".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docstrings_are_broken_where_they_should() {
        let mut out = String::new();
        docstring(&mut out, "Short.", 4);
        assert_eq!(out, "    \"\"\"Short.\"\"\"\n");
        out.clear();
        let text = format!("First {}.\n\nArgs:\n    who: {}", "word ".repeat(30).trim(), "name ".repeat(30).trim());
        docstring(&mut out, &text, 8);
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH), "{out}");
        assert!(out.contains("\n            who: name") && out.contains("\n                name"), "{out}");
        assert!(out.ends_with("\n        \"\"\"\n"), "{out}");
        assert_eq!((pascal("not_found").as_str(), name("from").as_str()), ("NotFound", "from_"));
    }
}
