//! Handles of records, the tables of their members, and the readers.

use std::fmt::Write as _;

use serde_json::Value;

use super::super::surface::{Field, Kind, Surface, Type};
use super::{Form, MARK, Number, comment, doc_of, form, is_optional, snake};

/// A record that C reads.
pub(super) struct Record {
    /// In C, without the prefix.
    pub(super) name: String,
    doc: String,
    is_open: bool,
    /// Whether functions hand it over, so that it can be freed.
    pub(super) is_whole: bool,
    /// The slots: the name in JSON and what it is made of.
    slots: Vec<(String, String)>,
    pub(super) members: Vec<Member>,
}

pub(super) struct Member {
    /// The name in JSON.
    pub(super) json: String,
    /// The name of the reader without prefix and record.
    pub(super) reader: String,
    doc: String,
    pub(super) form: Form,
    pub(super) is_optional: bool,
    default: Option<Value>,
    place: usize,
}

pub(super) fn all(surface: &Surface) -> Vec<Record> {
    let mut whole: Vec<&str> = vec!["Plan", "Event"];
    whole.extend(surface.operations.iter().filter_map(|operation| match &operation.answer {
        Type::Named(name) => Some(name.as_str()),
        _ => None,
    }));
    let mut records = Vec::new();
    for shape in surface.shapes.iter().filter(|shape| shape.is_read) {
        let mut record = Record {
            name: snake(&shape.name),
            doc: shape.doc.clone(),
            is_open: false,
            is_whole: whole.contains(&shape.name.as_str()),
            slots: Vec::new(),
            members: Vec::new(),
        };
        match &shape.kind {
            Kind::Record { fields, is_open } => {
                record.is_open = *is_open;
                for field in fields {
                    record.add(surface, field, &field.name, is_optional(field));
                }
            }
            Kind::Union { tag, variants } => {
                if let Some(tag) = tag {
                    record.slots.push((tag.clone(), "Kind::Plain".to_owned()));
                    let prefix = super::screaming(&record.name);
                    record.members.push(Member {
                        json: tag.clone(),
                        reader: "kind".to_owned(),
                        doc: format!("Which it is: one of `ORGWARDEN_{prefix}_…`, or a word that is newer."),
                        form: Form::Text,
                        is_optional: false,
                        default: None,
                        place: 0,
                    });
                }
                for variant in variants {
                    for field in &variant.fields {
                        record.add(surface, field, &variant.word, true);
                    }
                }
            }
            Kind::Words { .. } | Kind::Alias(_) => continue,
        }
        records.push(record);
    }
    // A function and a type cannot have the same name in C.
    let types: Vec<String> = records.iter().map(|record| record.name.clone()).collect();
    for record in &mut records {
        for member in &mut record.members {
            if types.contains(&format!("{}_{}", record.name, member.reader)) {
                member.reader.insert_str(0, "get_");
            }
        }
    }
    records
}

impl Record {
    /// Adds a member. One that a union has under the same name with another type gets the name of its variant.
    fn add(&mut self, surface: &Surface, field: &Field, variant: &str, is_optional: bool) {
        let form = form(surface, &field.kind);
        let same = |member: &&Member| member.json == field.name;
        if self.members.iter().filter(same).any(|member| member.form == form) {
            return;
        }
        let is_taken = self.members.iter().any(|member| member.json == field.name);
        let reader = if is_taken { format!("{variant}_{}", field.name) } else { field.name.clone() };
        let kind = slot_kind(&form);
        let known = self.slots.iter().position(|(name, _)| *name == field.name);
        let place = known.unwrap_or(self.slots.len());
        if known.is_none() {
            self.slots.push((field.name.clone(), kind));
        } else if kind != "Kind::Plain" {
            self.slots[place].1 = kind;
        }
        self.members.push(Member {
            json: field.name.clone(),
            reader,
            doc: doc_of(field),
            form,
            is_optional,
            default: field.default.clone(),
            place,
        });
    }

    fn free_and_more(&self, text: &mut String) {
        let name = &self.name;
        let _ = write!(
            text,
            "\n/// All of it as JSON, borrowed as long as it lives. Members that are absent are left out.\n\
             #[unsafe(no_mangle)]\npub unsafe extern \"C\" fn orgwarden_{name}_json({name}: *const orgwarden_{name}) -> orgwarden_text {{\n    \
             // SAFETY: it is NULL or alive, as the header says.\n    unsafe {{ read::json({name}.cast()) }}\n}}\n"
        );
        if !self.is_whole {
            return;
        }
        let _ = write!(
            text,
            "\n/// How many requests the call took that has handed it over; 0 of a part of something else.\n\
             #[unsafe(no_mangle)]\npub unsafe extern \"C\" fn orgwarden_{name}_requests_used({name}: *const orgwarden_{name}) -> u32 {{\n    \
             // SAFETY: it is NULL or alive, as the header says.\n    unsafe {{ read::requests_used({name}.cast()) }}\n}}\n\
             \n/// Frees what a function has handed over, with everything in it. NULL is fine.\n\
             #[unsafe(no_mangle)]\npub unsafe extern \"C\" fn orgwarden_{name}_free({name}: *mut orgwarden_{name}) {{\n    \
             // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.\n    unsafe {{ read::free({name}.cast()) }}\n}}\n"
        );
    }
}

fn slot_kind(form: &Form) -> String {
    match form {
        Form::Raw => "Kind::Raw".to_owned(),
        Form::Record(name) => format!("Kind::Of(&{})", super::screaming(name)),
        Form::List(inner) => slot_kind(inner),
        _ => "Kind::Plain".to_owned(),
    }
}

pub(super) fn rust(records: &[Record]) -> String {
    let mut text = format!(
        "//! {MARK}\n\nuse crate::read;\nuse crate::record::{{Handle, Kind, Shape}};\nuse crate::text::orgwarden_text;\n"
    );
    for record in records {
        let Record { name, doc, is_open, slots, .. } = record;
        let table = super::screaming(name);
        let held = if record.is_whole {
            format!(
                "Freed by `orgwarden_{name}_free` where a function has handed it over, borrowed where it is part of something."
            )
        } else {
            "Part of something, and borrowed from it.".to_owned()
        };
        let _ = write!(
            text,
            "\n{}pub struct orgwarden_{name} {{\n    _private: [u8; 0],\n}}\n\nimpl Handle for orgwarden_{name} {{\n    \
             const SHAPE: &'static Shape = &{table};\n}}\n\nstatic {table}: Shape = Shape {{\n    is_open: {is_open},\n    members: &[\n",
            comment("", &format!("{doc}\n\n{held} Any thread may read it, and several at once."))
        );
        for (member, kind) in slots {
            let _ = writeln!(text, "        (\"{member}\", {kind}),");
        }
        text.push_str("    ],\n};\n");
        for member in &record.members {
            readers(&mut text, record, member);
        }
        record.free_and_more(&mut text);
    }
    text
}

/// The readers of a member.
fn readers(text: &mut String, record: &Record, member: &Member) {
    let Member { doc, place, .. } = member;
    let mut reader = |suffix: &str, doc: &str, parameters: &str, answer: &str, body: String| {
        let (record, name) = (&record.name, &member.reader);
        // `has` stands before the name, everything else behind.
        let name = if suffix == "has" { format!("has_{name}") } else { format!("{name}{suffix}") };
        let mut head = format!(
            "pub unsafe extern \"C\" fn orgwarden_{record}_{name}({record}: *const orgwarden_{record}{parameters}) -> {answer} {{"
        );
        if head.len() > 120 {
            let parameters = parameters.replace(", ", ",\n    ");
            head = format!(
                "pub unsafe extern \"C\" fn orgwarden_{record}_{name}(\n    {record}: *const orgwarden_{record}{parameters},\n) -> {answer} {{"
            );
        }
        let _ = write!(
            text,
            "\n{}#[unsafe(no_mangle)]\n{head}\n    // SAFETY: it is NULL or alive, as the header says.\n    unsafe {{ read::{body} }}\n}}\n",
            comment("", doc)
        );
    };
    // Readers take handles of every type.
    let it = format!("{}.cast()", record.name);
    match &member.form {
        Form::Text => reader("", doc, "", "orgwarden_text", format!("text({it}, {place})")),
        Form::Raw => {
            reader("", &format!("{doc} As the JSON has it."), "", "orgwarden_text", format!("text({it}, {place})"));
        }
        Form::Number(Number { rust, .. }) if member.is_optional => reader(
            "",
            &format!("{doc} Answers whether it is there, and writes it to `value` unless that is NULL."),
            &format!(", value: *mut {rust}"),
            "bool",
            format!("maybe({it}, {place}, value)"),
        ),
        Form::Number(number) => {
            reader(
                "",
                doc,
                "",
                number.rust,
                format!("plain({it}, {place}, {})", otherwise(*number, member.default.as_ref())),
            );
        }
        Form::Record(inner) => {
            let may = if member.is_optional { " NULL: absent." } else { "" };
            reader(
                "",
                &format!("{doc}{may}"),
                "",
                &format!("*const orgwarden_{inner}"),
                format!("record({it}, {place}).cast()"),
            );
        }
        Form::List(_) | Form::Map(_) | Form::Parts(_) => {
            if member.is_optional {
                reader(
                    "has",
                    &format!("Whether it is there, be it empty: {doc}"),
                    "",
                    "bool",
                    format!("has({it}, {place})"),
                );
            }
            reader("_count", &format!("How many: {doc}"), "", "usize", format!("count({it}, {place})"));
            match &member.form {
                Form::Map(number) => {
                    reader(
                        "_name_at",
                        &format!("The name of one: {doc}"),
                        ", index: usize",
                        "orgwarden_text",
                        format!("name_at({it}, {place}, index)"),
                    );
                    reader(
                        "_at",
                        &format!("One: {doc}"),
                        ", index: usize",
                        number.rust,
                        format!("value_at({it}, {place}, index, {})", otherwise(*number, None)),
                    );
                }
                Form::List(inner) => match &**inner {
                    Form::Number(number) => reader(
                        "_at",
                        &format!("One: {doc}"),
                        ", index: usize",
                        number.rust,
                        format!("plain_at({it}, {place}, index, {})", otherwise(*number, None)),
                    ),
                    Form::Record(inner) => {
                        reader(
                            "_at",
                            &format!("One, or NULL behind the last: {doc}"),
                            ", index: usize",
                            &format!("*const orgwarden_{inner}"),
                            format!("record_at({it}, {place}, index).cast()"),
                        );
                        reader(
                            "_json",
                            &format!("All as a JSON list: {doc}"),
                            "",
                            "orgwarden_text",
                            format!("list_json({it}, {place})"),
                        );
                    }
                    Form::Parts(count) => reader(
                        "_at",
                        &format!("One of the {count} parts of one, counted from 0: {doc}"),
                        ", index: usize, part: usize",
                        "orgwarden_text",
                        format!("part_at({it}, {place}, index, part)"),
                    ),
                    _ => reader(
                        "_at",
                        &format!("One: {doc}"),
                        ", index: usize",
                        "orgwarden_text",
                        format!("text_at({it}, {place}, index)"),
                    ),
                },
                _ => reader(
                    "_at",
                    &format!("One: {doc}"),
                    ", index: usize",
                    "orgwarden_text",
                    format!("text_at({it}, {place}, index)"),
                ),
            }
        }
    }
}

/// What a number is that is not there.
fn otherwise(number: Number, default: Option<&Value>) -> String {
    match default {
        Some(value) if value.is_boolean() || value.is_number() => value.to_string(),
        _ if number.rust == "bool" => "false".to_owned(),
        _ if number.rust == "f64" => "0.0".to_owned(),
        _ => "0".to_owned(),
    }
}
