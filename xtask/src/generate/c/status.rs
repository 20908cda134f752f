//! The kinds of errors as numbers.

use std::fmt::Write as _;

use super::super::surface::Surface;
use super::{MARK, comment};

/// The number of each kind. Programs are compiled with them: none is ever changed or used again for something else. There
/// is room in each group.
const NUMBERS: &[(&str, u32)] = &[
    // Nothing was sent.
    ("invalid", 1),
    ("config", 2),
    ("guard", 3),
    ("cancelled", 4),
    // The API said no.
    ("authentication", 20),
    ("permission", 21),
    ("not_found", 22),
    ("conflict", 23),
    ("rejected", 24),
    ("rate_limited", 25),
    ("unavailable", 26),
    // The API said nothing, or nothing that can be understood.
    ("transport", 40),
    ("outcome_unknown", 41),
    ("decode", 42),
    // This side.
    ("storage", 60),
    ("internal", 61),
];

pub(super) fn rust(surface: &Surface) -> String {
    let mut kinds: Vec<_> = surface
        .kinds
        .iter()
        .filter_map(|kind| NUMBERS.iter().find(|(word, _)| *word == kind.word).map(|(_, number)| (kind, *number)))
        .collect();
    kinds.sort_by_key(|(_, number)| *number);
    let mut text = format!(
        "//! {MARK}\n\nuse orgwarden_door::ErrorKind;\n\n/// What became of a call. The numbers never change; new ones may come.\n\
         #[repr(C)]\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum orgwarden_status {{\n    /// It was done.\n    Ok = 0,\n"
    );
    for (kind, number) in &kinds {
        let _ = writeln!(text, "{}    {} = {number},", comment("    ", &kind.doc), camel(&kind.word));
    }
    text.push_str("}\n\n/// The status of a kind of error.\npub(crate) fn status_of(kind: ErrorKind) -> orgwarden_status {\n    match kind {\n");
    for kind in &surface.kinds {
        let _ = writeln!(text, "        ErrorKind::{0} => orgwarden_status::{0},", camel(&kind.word));
    }
    text.push_str("    }\n}\n\n/// The word for a status.\npub(crate) fn code_of(status: i32) -> Option<&'static str> {\n    Some(match status {\n        0 => \"ok\",\n");
    for (kind, number) in &kinds {
        let _ = writeln!(text, "        {number} => \"{}\",", kind.word);
    }
    text.push_str("        _ => return None,\n    })\n}\n");
    text
}

/// `rate_limited` as `RateLimited`.
fn camel(word: &str) -> String {
    let parts = word.split('_').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_uppercase() + rest
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_number_of_its_own() {
        let surface = Surface::read().map_err(|failure| failure.what).unwrap();
        for kind in &surface.kinds {
            let found = NUMBERS.iter().filter(|(word, _)| *word == kind.word).count();
            assert_eq!(found, 1, "give `{}` a number that none has or had", kind.word);
        }
        let numbers: std::collections::BTreeSet<u32> = NUMBERS.iter().map(|(_, number)| *number).collect();
        assert!(numbers.len() == NUMBERS.len() && !numbers.contains(&0));
    }
}
