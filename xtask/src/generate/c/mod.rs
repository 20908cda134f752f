//! The door to C: functions and readers in Rust, the header, and the part of its tests that follows from the surface.

mod driver;
mod header;
mod operations;
mod records;
mod status;

use std::fmt::Write as _;

pub(super) use header::header;

use super::Generated;
use super::surface::{Field, Kind, Shape, Surface, Type};

/// Stands at the top of generated Rust and C.
const MARK: &str = "Written by `cargo xtask generate` from the declared surface; do not edit.";

/// Where the generated Rust is.
const FOLDER: &str = "bindings/c/src/generated/";

pub(super) fn generate(surface: &Surface) -> Vec<Generated> {
    let records = records::all(surface);
    vec![
        Generated { file: "bindings/c/src/generated/status.rs", text: status::rust(surface) },
        Generated { file: "bindings/c/src/generated/records.rs", text: records::rust(&records) },
        Generated { file: "bindings/c/src/generated/operations.rs", text: operations::rust(surface) },
        Generated { file: "bindings/c/src/generated/helpers.h", text: header::helpers(surface) },
        Generated { file: "bindings/c/tests/driver/generated.c", text: driver::c(surface, &records) },
    ]
}

/// A number or yes or no: its type in Rust and in C.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Number {
    rust: &'static str,
    c: &'static str,
}

const FLAG: Number = Number { rust: "bool", c: "bool" };

/// What a type is to C.
#[derive(Clone, Debug, PartialEq)]
enum Form {
    Text,
    /// The text of JSON: money, and what has no type.
    Raw,
    Number(Number),
    /// A record, by its name in C without the prefix.
    Record(String),
    List(Box<Form>),
    /// So many texts.
    Parts(usize),
    /// Numbers by text.
    Map(Number),
}

/// What a type is to C, null left out.
fn form(surface: &Surface, kind: &Type) -> Form {
    match kind {
        Type::Text => Form::Text,
        Type::Bool => Form::Number(FLAG),
        Type::Int { is_signed, is_long } => Form::Number(match (is_signed, is_long) {
            (true, true) => Number { rust: "i64", c: "int64_t" },
            (true, false) => Number { rust: "i32", c: "int32_t" },
            (false, true) => Number { rust: "u64", c: "uint64_t" },
            (false, false) => Number { rust: "u32", c: "uint32_t" },
        }),
        Type::Float => Form::Number(Number { rust: "f64", c: "double" }),
        Type::Time => Form::Number(Number { rust: "i64", c: "int64_t" }),
        // Whatever has no readers is read as JSON.
        Type::Dollars | Type::Json => Form::Raw,
        Type::List(inner) => match form(surface, inner) {
            Form::List(_) | Form::Map(_) | Form::Raw => Form::Raw,
            inner => Form::List(Box::new(inner)),
        },
        Type::Tuple(inner) => {
            let has_texts_only = inner.iter().all(|inner| form(surface, inner) == Form::Text);
            if has_texts_only { Form::Parts(inner.len()) } else { Form::Raw }
        }
        Type::Map(inner) => match form(surface, inner) {
            Form::Number(number) => Form::Map(number),
            _ => Form::Raw,
        },
        Type::Optional(inner) => form(surface, inner),
        Type::Named(name) => match surface.shape(name).map(|shape| &shape.kind) {
            Some(Kind::Words { .. }) => Form::Text,
            Some(Kind::Alias(kind)) => form(surface, kind),
            _ => Form::Record(snake(name)),
        },
    }
}

/// Whether null is a value of it.
fn is_optional(field: &Field) -> bool {
    matches!(field.kind, Type::Optional(_)) || !field.is_required && field.default.is_none()
}

/// `ProjectMemberList` as `project_member_list`.
fn snake(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// `invite.sent` as `INVITE_SENT`.
fn screaming(word: &str) -> String {
    word.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_uppercase() } else { '_' }).collect()
}

/// The name of a function without the prefix.
fn function(operation: &str) -> String {
    operation.replace('.', "_")
}

/// A documentation comment in Rust, with lines of a readable length.
fn comment(indent: &str, text: &str) -> String {
    let mut lines = String::new();
    let text = text.trim();
    for (number, paragraph) in text.split('\n').enumerate() {
        if paragraph.is_empty() {
            if number > 0 {
                let _ = writeln!(lines, "{indent}///");
            }
            continue;
        }
        let hanging = if paragraph.starts_with("- ") { "  " } else { "" };
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && indent.len() + line.len() + word.len() > 110 {
                let _ = writeln!(lines, "{indent}/// {line}");
                hanging.clone_into(&mut line);
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        let _ = writeln!(lines, "{indent}/// {line}");
    }
    lines
}

/// What is said of a member, also where the API says nothing.
fn doc_of(field: &Field) -> String {
    if field.doc.is_empty() { format!("The member `{}`.", field.name) } else { field.doc.clone() }
}

/// The shape of a record that is written and plain enough to be a structure.
fn input<'a>(surface: &'a Surface, kind: &Type) -> Option<(&'a Shape, &'a [Field])> {
    let Type::List(inner) = kind.present() else { return None };
    let Type::Named(name) = &**inner else { return None };
    let shape = surface.shape(name)?;
    let Kind::Record { fields, .. } = &shape.kind else { return None };
    let is_plain = |field: &Field| match form(surface, &field.kind) {
        Form::Text => true,
        Form::List(inner) => *inner == Form::Text,
        _ => false,
    };
    fields.iter().all(is_plain).then_some((shape, fields))
}
