//! The Node door: `node/generated/`, the face of the hand-written runtime in `node/lib/`, and `node/index.mjs`.
//!
//! Names of operations, arguments and members become camelCase by one rule that is reversed without a table; words of
//! data (`not_sent`) stay as they are.

mod script;
mod types;

use std::fmt::Write as _;

use super::Generated;
use super::surface::{Field, Kind, Shape, Surface, Type};

const MARK: &str = "// Written by `cargo xtask generate`; do not edit.\n";

/// What `node/lib/index.js` exports beside the classes of errors.
const EXPORTS: &[&str] = &["Organization", "Plan", "Job", "Sandbox", "OrgwardenError", "version"];

pub(crate) fn generate(surface: &Surface) -> Vec<Generated> {
    vec![
        Generated { file: "node/index.mjs", text: modules(surface) },
        Generated { file: "node/generated/errors.js", text: script::errors(surface) },
        Generated { file: "node/generated/shapes.js", text: script::shapes(surface) },
        Generated { file: "node/generated/operations.js", text: script::operations(surface) },
        Generated { file: "node/generated/types.d.ts", text: types::types(surface) },
        Generated { file: "node/generated/operations.d.ts", text: types::operations(surface) },
        Generated { file: "node/generated/errors.d.ts", text: types::errors(surface) },
    ]
}

/// The door for `import`: Node can only name what a file names itself.
fn modules(surface: &Surface) -> String {
    let mut text = format!("{MARK}\nimport orgwarden from './lib/index.js'\n\nexport const {{\n");
    let classes = surface.kinds.iter().map(|kind| class(&kind.word));
    for name in EXPORTS.iter().map(|name| (*name).to_owned()).chain(classes) {
        let _ = writeln!(text, "  {name},");
    }
    text.push_str("} = orgwarden\n\nexport default orgwarden\n");
    text
}

/// `set_role` is `setRole`.
pub(super) fn camel(name: &str) -> String {
    let mut camel = String::new();
    let mut is_start = false;
    for letter in name.chars() {
        match letter {
            '_' => is_start = true,
            letter if std::mem::take(&mut is_start) => camel.push(letter.to_ascii_uppercase()),
            letter => camel.push(letter),
        }
    }
    camel
}

/// `set_role` is `SetRole`.
fn pascal(name: &str) -> String {
    let mut name = camel(name);
    name[..1].make_ascii_uppercase();
    name
}

/// The class of a kind of errors.
fn class(kind: &str) -> String {
    format!("{}Error", pascal(kind))
}

/// The operations as their callers know them: `projects.addMember`.
fn in_docs(surface: &Surface, doc: &str) -> String {
    surface
        .operations
        .iter()
        .filter(|operation| camel(&operation.name) != operation.name)
        .fold(doc.to_owned(), |doc, operation| {
            doc.replace(&format!("`{}`", operation.name), &format!("`{}`", camel(&operation.name)))
        })
}

/// Of an answer that is made of rows: the member that holds them, and what they are. The call of an area iterates over them.
fn rows<'a>(surface: &'a Surface, answer: &Type) -> Option<(&'a str, &'a str)> {
    let Type::Named(name) = answer else { return None };
    let Kind::Record { fields, .. } = &surface.shape(name)?.kind else { return None };
    let lists: Vec<_> = fields
        .iter()
        .filter_map(|field| match &field.kind {
            Type::List(inner) => match &**inner {
                Type::Named(row) => Some((field.name.as_str(), row.as_str())),
                _ => None,
            },
            _ => None,
        })
        .collect();
    match lists.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The fields of a shape, of all its variants.
fn all_fields(shape: &Shape) -> Vec<&Field> {
    match &shape.kind {
        Kind::Record { fields, .. } => fields.iter().collect(),
        Kind::Union { variants, .. } => variants.iter().flat_map(|variant| &variant.fields).collect(),
        Kind::Words { .. } | Kind::Alias(_) => Vec::new(),
    }
}

/// The names of the members that hold dollars: their digits are exact, so they are not read as numbers of JavaScript.
fn dollars(surface: &Surface) -> Vec<&str> {
    let fields = surface.shapes.iter().filter(|shape| shape.is_read).flat_map(all_fields);
    let mut names: Vec<_> =
        fields.filter(|field| *field.kind.present() == Type::Dollars).map(|field| field.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surface() -> Surface {
        Surface::read().map_err(|failure| failure.what).unwrap()
    }

    /// As `snake` in `node/lib/wire.js`.
    fn snake(name: &str) -> String {
        name.chars().fold(String::new(), |mut snake, letter| {
            if letter.is_ascii_uppercase() {
                snake.push('_');
            }
            snake.push(letter.to_ascii_lowercase());
            snake
        })
    }

    #[test]
    fn every_name_comes_back_from_camel_case() {
        let surface = surface();
        let fields = surface.shapes.iter().flat_map(all_fields);
        let fields = fields.chain(surface.operations.iter().flat_map(|operation| &operation.arguments));
        let names = fields.chain(&surface.given).map(|field| &field.name);
        for name in names.chain(surface.operations.iter().map(|operation| &operation.name)) {
            assert_eq!(snake(&camel(name)), *name);
        }
    }

    #[test]
    fn members_that_hold_dollars_hold_nothing_else() {
        let surface = surface();
        let names = dollars(&surface);
        for field in surface.shapes.iter().filter(|shape| shape.is_read).flat_map(all_fields) {
            let is_one = names.contains(&field.name.as_str());
            assert!(!is_one || *field.kind.present() == Type::Dollars, "`{}` also holds something else", field.name);
        }
    }

    #[test]
    fn every_list_of_an_area_has_rows() {
        let surface = surface();
        for operation in surface.operations.iter().filter(|operation| operation.parts().1 == "list") {
            assert!(
                rows(&surface, &operation.answer).is_some(),
                "{}: which of its members are the rows?",
                operation.name
            );
        }
    }
}
