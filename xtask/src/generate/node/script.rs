//! The JavaScript: how shapes are read and written, and the table of operations.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use super::{MARK, all_fields, camel, class, dollars, rows};
use crate::generate::surface::{Field, Kind, Operation, Shape, Surface, Type, Variant};

pub(super) fn errors(surface: &Surface) -> String {
    let mut text = format!(
        "{MARK}'use strict'\n\nconst {{ OrgwardenError }} = require('../lib/error.js')\n\nconst classes = {{\n"
    );
    for kind in &surface.kinds {
        let _ =
            writeln!(text, "  /** {} */\n  {1}: class {1} extends OrgwardenError {{}},", kind.doc, class(&kind.word));
    }
    text.push_str("}\n\n");
    text.push_str("for (const [name, Class] of Object.entries(classes)) {\n");
    text.push_str(
        "  Object.defineProperty(Class.prototype, 'name', { value: name, configurable: true, writable: true })\n}\n\n",
    );
    text.push_str("const kinds = {\n");
    for kind in &surface.kinds {
        let _ = writeln!(text, "  {}: classes.{},", kind.word, class(&kind.word));
    }
    text.push_str("}\n\nmodule.exports = { classes, kinds }\n");
    text
}

pub(super) fn shapes(surface: &Surface) -> String {
    let mut text = format!(
        "{MARK}'use strict'\n\nconst {{ list, listOf, map, mapOf, maybe, moment, record, rest, time }} = require('../lib/wire.js')\n"
    );
    let mut exports = vec!["DOLLARS".to_owned(), "planMembers".to_owned()];
    let _ = write!(
        text,
        "\n/** Members that hold dollars, in text that was not read yet. */\nconst DOLLARS = /(?<!\\\\)\"({})\":\\s*(-?[\\d.eE+-]+)/g\n",
        dollars(surface).join("|")
    );
    text.push_str("\n// How answers are read.\n");
    for shape in surface.shapes.iter().filter(|shape| shape.is_read && !all_fields(shape).is_empty()) {
        reader(&mut text, surface, shape);
        exports.push(shape.name.clone());
    }
    text.push_str("\n// How arguments are written.\n\n");
    let mut written = BTreeSet::new();
    for shape in surface.shapes.iter().filter(|shape| shape.is_written && !all_fields(shape).is_empty()) {
        writer(&mut text, surface, shape, &mut written);
    }
    exports.extend(written.iter().map(|name| input(name)));
    let given: Vec<&Field> = surface.given.iter().collect();
    let _ = writeln!(text, "const Given = {}", record(surface, &given));
    exports.push("Given".to_owned());
    let plan = surface.shape("Plan").map(all_fields).unwrap_or_default();
    let members: Vec<_> = plan.iter().map(|field| format!("'{}'", camel(&field.name))).collect();
    let _ = write!(text, "\nconst planMembers = [{}]\n", members.join(", "));
    let _ = write!(text, "\nmodule.exports = {{\n  {}\n}}\n", exports.join(",\n  "));
    text
}

pub(super) fn operations(surface: &Surface) -> String {
    let (mut areas, mut top, mut names) = (String::new(), String::new(), BTreeSet::new());
    for (area, operations) in surface.areas() {
        let Some(area) = area else {
            for operation in operations {
                entry(&mut top, &mut names, surface, operation, "  ");
            }
            continue;
        };
        let _ = writeln!(areas, "  {}: {{", camel(area));
        for operation in operations {
            entry(&mut areas, &mut names, surface, operation, "    ");
        }
        areas.push_str("  },\n");
    }
    let names: Vec<String> = names.into_iter().collect();
    format!(
        "{MARK}'use strict'\n\nconst {{ listOf, moment, record }} = require('../lib/wire.js')\nconst {{\n  {}\n}} = require('./shapes.js')\n\n\
         /** An answer that is handed on as it is. */\nconst same = (value) => value\n\n\
         /** The operations by area and verb. */\nconst areas = {{\n{areas}}}\n\n\
         /** Operations without an area. */\nconst top = {{\n{top}}}\n\nmodule.exports = {{ areas, top }}\n",
        names.join(",\n  ")
    )
}

/// A line of the table; `names` gathers which functions it takes.
fn entry(text: &mut String, names: &mut BTreeSet<String>, surface: &Surface, operation: &Operation, indent: &str) {
    let arguments: Vec<&Field> = operation.arguments.iter().collect();
    names.extend(arguments.iter().filter_map(|field| named(surface, &field.kind)).map(|shape| input(&shape.name)));
    let write = record(surface, &arguments);
    let read = read(surface, &operation.answer);
    names.extend(read.clone());
    let read = read.unwrap_or_else(|| "same".to_owned());
    let rows = rows(surface, &operation.answer).filter(|_| operation.parts().1 == "list");
    let rows = rows.map_or(String::new(), |(member, _)| format!(", rows: '{member}'"));
    let dollars = if holds_dollars(surface, &operation.answer) { ", hasDollars: true" } else { "" };
    let planned = if operation.can_be_planned { ", canBePlanned: true" } else { "" };
    let verb = camel(operation.parts().1);
    let _ = writeln!(
        text,
        "{indent}{verb}: {{ name: '{}'{planned}, write: {write}, read: {read}{rows}{dollars} }},",
        operation.name
    );
}

/// Whether dollars stand in what is answered.
fn holds_dollars(surface: &Surface, kind: &Type) -> bool {
    match resolved(surface, kind) {
        Type::Dollars => true,
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) => holds_dollars(surface, inner),
        Type::Tuple(inner) => inner.iter().any(|inner| holds_dollars(surface, inner)),
        Type::Named(name) => {
            let fields = surface.shape(name).map(all_fields).unwrap_or_default();
            fields.iter().any(|field| holds_dollars(surface, &field.kind))
        }
        _ => false,
    }
}

fn reader(text: &mut String, surface: &Surface, shape: &Shape) {
    let name = &shape.name;
    match &shape.kind {
        Kind::Record { fields, is_open: false } => {
            let _ = write!(text, "\nfunction {name} (raw) {{\n  return {}\n}}\n", object(surface, None, fields, "  "));
        }
        Kind::Record { fields, is_open: true } => {
            let known: Vec<_> = fields.iter().map(|field| format!("'{}'", field.name)).collect();
            let _ = write!(
                text,
                "\nconst {name}Members = new Set([{}])\n\nfunction {name} (raw) {{\n  return rest(raw, {name}Members, {})\n}}\n",
                known.join(", "),
                object(surface, None, fields, "  ")
            );
        }
        Kind::Union { tag: Some(tag), variants } => {
            let _ = write!(text, "\nfunction {name} (raw) {{\n  switch (raw.{tag}) {{\n");
            for Variant { word, fields, .. } in variants {
                let _ =
                    write!(text, "    case '{word}':\n      return {}\n", object(surface, Some(tag), fields, "      "));
            }
            text.push_str("    default:\n      return raw\n  }\n}\n");
        }
        Kind::Union { tag: None, variants } => {
            let _ = write!(text, "\nfunction {name} (raw) {{\n");
            for Variant { word, fields, .. } in variants {
                let _ =
                    writeln!(text, "  if (raw.{word} !== undefined) return {}", object(surface, None, fields, "  "));
            }
            text.push_str("  return raw\n}\n");
        }
        Kind::Words { .. } | Kind::Alias(_) => {}
    }
}

fn object(surface: &Surface, tag: Option<&str>, fields: &[Field], indent: &str) -> String {
    let mut members: Vec<String> = tag.iter().map(|tag| format!("{}: raw.{tag}", camel(tag))).collect();
    members.extend(fields.iter().map(|field| format!("{}: {}", camel(&field.name), member(surface, field))));
    let line = format!("{{ {} }}", members.join(", "));
    if line.len() < 100 {
        return line;
    }
    format!("{{\n{indent}  {}\n{indent}}}", members.join(&format!(",\n{indent}  ")))
}

/// How a member is read; what is left out is what it means to leave it out.
fn member(surface: &Surface, field: &Field) -> String {
    let name = &field.name;
    let is_optional = matches!(field.kind, Type::Optional(_));
    let kind = field.kind.present();
    let raw = match (field.is_required, is_optional) {
        (true, false) => format!("raw.{name}"),
        _ => format!("raw.{name} ?? {}", absent(field, is_optional)),
    };
    match (resolved(surface, kind), read(surface, kind)) {
        (_, None) => raw,
        (Type::Time, Some(_)) => format!("time(raw.{name})"),
        (Type::List(inner), Some(_)) => format!("list({}, {raw})", read(surface, inner).unwrap_or_default()),
        (Type::Map(inner), Some(_)) => format!("map({}, {raw})", read(surface, inner).unwrap_or_default()),
        (_, Some(read)) if is_optional || !field.is_required => format!("maybe({read}, raw.{name})"),
        (_, Some(read)) => format!("{read}(raw.{name})"),
    }
}

/// What a member is that is not there.
fn absent(field: &Field, is_optional: bool) -> String {
    match (&field.default, field.kind.present()) {
        (Some(Value::String(text)), _) => format!("'{text}'"),
        (Some(value), _) => value.to_string(),
        _ if is_optional => "null".to_owned(),
        (None, Type::Bool) => "false".to_owned(),
        (None, Type::List(_)) => "[]".to_owned(),
        (None, Type::Map(_)) => "{}".to_owned(),
        (None, _) => "null".to_owned(),
    }
}

/// The function that reads a value; none if it is read as it is.
fn read(surface: &Surface, kind: &Type) -> Option<String> {
    match resolved(surface, kind) {
        Type::Time => Some("time".to_owned()),
        Type::Dollars => Some("String".to_owned()),
        Type::List(inner) => read(surface, inner).map(|inner| format!("list.bind(null, {inner})")),
        Type::Map(inner) => read(surface, inner).map(|inner| format!("map.bind(null, {inner})")),
        Type::Optional(inner) => read(surface, inner).map(|inner| format!("maybe.bind(null, {inner})")),
        Type::Tuple(inner) if inner.iter().any(|inner| read(surface, inner).is_some()) => {
            panic!("no generator for tuples of {inner:?}: teach it in xtask/src/generate/node/script.rs")
        }
        Type::Named(name) => {
            let shape = surface.shape(name)?;
            (!all_fields(shape).is_empty()).then(|| name.clone())
        }
        _ => None,
    }
}

/// The type behind other names for it.
fn resolved<'a>(surface: &'a Surface, kind: &'a Type) -> &'a Type {
    match kind {
        Type::Named(name) => match surface.shape(name).map(|shape| &shape.kind) {
            Some(Kind::Alias(kind)) => resolved(surface, kind),
            _ => kind,
        },
        kind => kind,
    }
}

fn input(name: &str) -> String {
    format!("{name}Input")
}

/// Shapes first that others are made of.
fn writer(text: &mut String, surface: &Surface, shape: &Shape, written: &mut BTreeSet<String>) {
    if !written.insert(shape.name.clone()) {
        return;
    }
    let fields = all_fields(shape);
    for field in &fields {
        if let Some(inner) = named(surface, &field.kind) {
            writer(text, surface, inner, written);
        }
    }
    let _ = writeln!(text, "const {} = {}", input(&shape.name), record(surface, &fields));
}

/// The record or union that a type is made of.
fn named<'a>(surface: &'a Surface, kind: &'a Type) -> Option<&'a Shape> {
    match resolved(surface, kind) {
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) => named(surface, inner),
        Type::Named(name) => surface.shape(name).filter(|shape| !all_fields(shape).is_empty()),
        _ => None,
    }
}

/// How an object is written: its members are renamed, and those that need it have a rule.
fn record(surface: &Surface, fields: &[&Field]) -> String {
    let mut rules: Vec<String> = fields
        .iter()
        .filter_map(|field| write(surface, &field.kind).map(|rule| format!("{}: {rule}", camel(&field.name))))
        .collect();
    // Variants of a union have members of the same name and type.
    rules.sort_unstable();
    rules.dedup();
    if rules.is_empty() { "record({})".to_owned() } else { format!("record({{ {} }})", rules.join(", ")) }
}

fn write(surface: &Surface, kind: &Type) -> Option<String> {
    match resolved(surface, kind) {
        Type::Time => Some("moment".to_owned()),
        Type::List(inner) => write(surface, inner).map(|inner| format!("listOf({inner})")),
        Type::Map(inner) => write(surface, inner).map(|inner| format!("mapOf({inner})")),
        Type::Optional(inner) => write(surface, inner),
        Type::Named(name) => {
            let shape = surface.shape(name)?;
            (!all_fields(shape).is_empty()).then(|| input(name))
        }
        Type::Dollars | Type::Tuple(_) if !is_plain(surface, kind) => {
            panic!("no generator for arguments of {kind:?}: teach it in xtask/src/generate/node/script.rs")
        }
        _ => None,
    }
}

/// A tuple of what is written as it is.
fn is_plain(surface: &Surface, kind: &Type) -> bool {
    matches!(resolved(surface, kind), Type::Tuple(inner) if inner.iter().all(|inner| write(surface, inner).is_none()))
}
