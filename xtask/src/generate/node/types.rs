//! The TypeScript: what the JavaScript takes and answers.

use std::fmt::Write as _;

use super::{MARK, all_fields, camel, class, in_docs, pascal, rows};
use crate::generate::surface::{Field, Kind, Operation, Shape, Surface, Type};

/// Plans by name.
const PLAN: &str = "  /** Plans a change by its declared name, such as `members.set_role`: for programs that learn it when they run. */\n  \
                    (name: string, given?: Record<string, unknown>, options?: CallOptions): Promise<Plan>\n";

/// Columns of a line of a comment.
const WIDTH: usize = 130;

pub(super) fn errors(surface: &Surface) -> String {
    let mut text = format!("{MARK}\nimport {{ OrgwardenError }} from '../index.js'\n");
    for kind in &surface.kinds {
        text.push('\n');
        comment(&mut text, "", &kind.doc);
        let _ = writeln!(
            text,
            "export class {} extends OrgwardenError {{\n  readonly code: '{}'\n}}",
            class(&kind.word),
            kind.word
        );
    }
    text
}

pub(super) fn types(surface: &Surface) -> String {
    let mut text = MARK.to_owned();
    for shape in &surface.shapes {
        if all_fields(shape).is_empty() || shape.is_read {
            shape_of(&mut text, surface, shape, false);
        }
        if !all_fields(shape).is_empty() && shape.is_written {
            shape_of(&mut text, surface, shape, true);
        }
    }
    for operation in &surface.operations {
        let doc = format!("What `{}` takes.", camel(&operation.name));
        let fields: Vec<&Field> = operation.arguments.iter().collect();
        interface(&mut text, surface, &arguments(operation), &doc, &fields, true, false);
    }
    let given: Vec<&Field> = surface.given.iter().collect();
    interface(&mut text, surface, "Given", "What an organization can be opened with.", &given, true, false);
    text
}

pub(super) fn operations(surface: &Surface) -> String {
    let mut text = format!(
        "{MARK}\nimport type {{ Answer, CallOptions, Plan, Rows }} from '../index.js'\nimport type * as types from './types.js'\n"
    );
    let (mut areas, mut plans, mut top) = (String::new(), String::new(), String::new());
    for (area, operations) in surface.areas() {
        let Some(area) = area else {
            for operation in operations {
                method(&mut top, surface, operation, false);
            }
            continue;
        };
        let name = pascal(area);
        let _ = write!(text, "\nexport interface {name}Area {{\n");
        for operation in operations.iter().filter(|operation| operation.parts().1 == "list") {
            if let Some((_, row)) = rows(surface, &operation.answer) {
                comment(&mut text, "  ", &format!("The rows of `{}`, one by one.", camel(&operation.name)));
                let _ = writeln!(text, "  ({}): Rows<types.{}>", parameters(operation), type_name(row, false));
            }
        }
        for operation in &operations {
            method(&mut text, surface, operation, false);
        }
        text.push_str("}\n");
        let _ = writeln!(areas, "  readonly {}: {name}Area", camel(area));
        if operations.iter().any(|operation| operation.can_be_planned) {
            let _ = write!(text, "\nexport interface {name}Plans {{\n");
            let planned = operations.iter().filter(|operation| operation.can_be_planned);
            planned.for_each(|operation| method(&mut text, surface, operation, true));
            text.push_str("}\n");
            let _ = writeln!(plans, "  readonly {}: {name}Plans", camel(area));
        }
    }
    let _ =
        write!(text, "\n/** Everything that an organization can do. */\nexport interface Areas {{\n{areas}{top}}}\n");
    let _ = write!(text, "\n/** What can be planned. */\nexport interface Plans {{\n{PLAN}{plans}}}\n");
    text
}

fn method(text: &mut String, surface: &Surface, operation: &Operation, plans: bool) {
    comment(text, "  ", &in_docs(surface, &operation.doc));
    let answer = if plans {
        "Promise<Plan>".to_owned()
    } else {
        format!("Answer<{}>", name_of(surface, &operation.answer, false, "types."))
    };
    let _ = writeln!(text, "  {}({}): {answer}", camel(operation.parts().1), parameters(operation));
}

fn parameters(operation: &Operation) -> String {
    let mark = if operation.arguments.iter().any(|field| field.is_required) { "" } else { "?" };
    format!("given{mark}: types.{}, options?: CallOptions", arguments(operation))
}

/// The name of what an operation takes: `MembersSetRole`.
fn arguments(operation: &Operation) -> String {
    let (area, verb) = operation.parts();
    format!("{}{}Arguments", area.map(pascal).unwrap_or_default(), pascal(verb))
}

fn shape_of(text: &mut String, surface: &Surface, shape: &Shape, writing: bool) {
    let name = type_name(&shape.name, writing && shape.is_read);
    match &shape.kind {
        Kind::Record { fields, is_open } => {
            let fields: Vec<&Field> = fields.iter().collect();
            interface(text, surface, &name, &shape.doc, &fields, writing, *is_open && !writing);
        }
        Kind::Words { words, is_open } => {
            let listed: Vec<String> = words.iter().map(|word| format!("- `{}`: {}", word.word, word.doc)).collect();
            text.push('\n');
            let doc = if shape.doc.is_empty() {
                listed.join("\n\n")
            } else {
                format!("{}\n\n{}", shape.doc, listed.join("\n\n"))
            };
            comment(text, "", &in_docs(surface, &doc));
            let mut words: Vec<String> = words.iter().map(|word| format!("'{}'", word.word)).collect();
            // Editors offer the words that are known, and any other is taken.
            words.extend(is_open.then(|| "(string & {})".to_owned()));
            let _ = writeln!(text, "export type {name} = {}", words.join(" | "));
        }
        Kind::Alias(kind) => {
            text.push('\n');
            comment(text, "", &in_docs(surface, &shape.doc));
            let _ = writeln!(text, "export type {name} = {}", name_of(surface, kind, writing, ""));
        }
        Kind::Union { tag, variants } => {
            text.push('\n');
            comment(text, "", &in_docs(surface, &shape.doc));
            let _ = writeln!(text, "export type {name} =");
            for variant in variants {
                text.push_str("  | {\n");
                if let Some(tag) = tag {
                    comment(text, "      ", &in_docs(surface, &variant.doc));
                    let _ = writeln!(text, "      {}: '{}'", camel(tag), variant.word);
                }
                for field in &variant.fields {
                    member(text, surface, "      ", field, writing);
                }
                text.push_str("    }\n");
            }
        }
    }
}

fn interface(
    text: &mut String,
    surface: &Surface,
    name: &str,
    doc: &str,
    fields: &[&Field],
    writing: bool,
    is_open: bool,
) {
    text.push('\n');
    comment(text, "", &in_docs(surface, doc));
    if fields.is_empty() && !is_open {
        let _ = writeln!(text, "export type {name} = Record<string, never>");
        return;
    }
    let _ = writeln!(text, "export interface {name} {{");
    for field in fields {
        member(text, surface, "  ", field, writing);
    }
    if is_open {
        comment(text, "  ", "What the API says beyond that, as it names it.");
        text.push_str("  [member: string]: unknown\n");
    }
    text.push_str("}\n");
}

fn member(text: &mut String, surface: &Surface, indent: &str, field: &Field, writing: bool) {
    let doc = match field.kind.present() {
        Type::Time => field.doc.replace(", in seconds since 1970", ""),
        Type::Dollars => format!("{} A decimal number: its digits are exact.", field.doc),
        _ => field.doc.clone(),
    };
    comment(text, indent, &in_docs(surface, &doc));
    // What is read is always there, null if nothing is known; what is written may be left out.
    let mark = if writing && !field.is_required { "?" } else { "" };
    let mut kind = name_of(surface, &field.kind, writing, "");
    if !writing && !field.is_required && field.default.is_none() && !has_empty(&field.kind) {
        kind = format!("{} | null", name_of(surface, field.kind.present(), false, ""));
    }
    let _ = writeln!(text, "{indent}{}{mark}: {kind}", camel(&field.name));
}

/// Whether there is a value that means nothing.
fn has_empty(kind: &Type) -> bool {
    matches!(kind, Type::Bool | Type::List(_) | Type::Map(_))
}

fn name_of(surface: &Surface, kind: &Type, writing: bool, place: &str) -> String {
    let of = |inner: &Type| name_of(surface, inner, writing, place);
    match kind {
        Type::Text | Type::Dollars => "string".to_owned(),
        Type::Bool => "boolean".to_owned(),
        Type::Int { .. } | Type::Float => "number".to_owned(),
        Type::Time => "Date".to_owned(),
        Type::Json => "unknown".to_owned(),
        Type::List(inner) => match of(inner) {
            inner if inner.contains(' ') => format!("Array<{inner}>"),
            inner => format!("{inner}[]"),
        },
        Type::Tuple(inner) => format!("[{}]", inner.iter().map(of).collect::<Vec<_>>().join(", ")),
        Type::Map(inner) => format!("Record<string, {}>", of(inner)),
        Type::Optional(inner) => format!("{} | null", of(inner)),
        Type::Named(name) => {
            let is_both = surface.shape(name).is_some_and(|shape| shape.is_read && !all_fields(shape).is_empty());
            format!("{place}{}", type_name(name, writing && is_both))
        }
    }
}

/// Of what is both read and written, the latter has a name of its own, for more of it may be left out.
fn type_name(name: &str, is_input: bool) -> String {
    match (name, is_input) {
        (name, true) => format!("{name}Input"),
        // The classes have these names.
        ("Plan", _) => "PlanData".to_owned(),
        ("Event", _) => "JobEvent".to_owned(),
        (name, _) => name.to_owned(),
    }
}

fn comment(text: &mut String, indent: &str, doc: &str) {
    if doc.is_empty() {
        return;
    }
    let doc = doc.replace("*/", "*\u{200b}/");
    let lines: Vec<String> = doc.split("\n\n").map(|paragraph| filled(paragraph, WIDTH - indent.len())).collect();
    let lines = lines.join("\n\n").replace("\n\n- ", "\n- ");
    if !lines.contains('\n') {
        let _ = writeln!(text, "{indent}/** {lines} */");
        return;
    }
    let _ = writeln!(text, "{indent}/**");
    for line in lines.lines() {
        let _ = writeln!(text, "{}", format!("{indent} * {line}").trim_end());
    }
    let _ = writeln!(text, "{indent} */");
}

fn filled(paragraph: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in paragraph.split_whitespace() {
        let Some(line) = lines.last_mut() else { continue };
        if !line.is_empty() && line.len() + 1 + word.len() > width {
            lines.push(word.to_owned());
        } else {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    lines.join("\n")
}
