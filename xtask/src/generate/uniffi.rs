//! `bindings/uniffi/src/generated.rs`: records, enums, errors and operations as `UniFFI` reads them; Kotlin and Swift are made of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Generated;
use super::surface::{Field, Kind, Operation, Shape, Surface, Type, Variant, Word};

pub(crate) fn generate(surface: &Surface) -> Vec<Generated> {
    let mut text = String::from(
        "// Written by `cargo xtask generate` from the declared surface; do not edit.\n\n//! What the declared surface is in the terms of UniFFI.\n\n#![allow(missing_docs, reason = \"members of the API's objects mean what their names say\")]\n#![allow(clippy::too_many_arguments, reason = \"they have names in Kotlin and Swift\")]\n\n\
         use std::sync::Arc;\n\nuse serde::{Deserialize, Serialize};\nuse serde_json::{Map, json};\n\n\
         use crate::{Json, Moment, Money, Opened, Organization, Plan, answer, plan};\n",
    );
    for shape in &surface.shapes {
        of_shape(&mut text, surface, shape);
    }
    errors(&mut text, surface);
    opening(&mut text, surface);
    for (area, operations) in surface.areas() {
        of_area(&mut text, surface, area, &operations);
    }
    vec![
        Generated { file: "bindings/uniffi/src/generated.rs", text },
        Generated { file: "bindings/uniffi/kotlin/src/main/kotlin/Failures.kt", text: kotlin_failures(surface) },
        Generated { file: "bindings/uniffi/swift/Failures.swift", text: swift_failures(surface) },
    ]
}

fn kotlin_failures(surface: &Surface) -> String {
    let mut text = String::from(
        "// Written by `cargo xtask generate` from the declared surface; do not edit.\n\npackage orgwarden\n\n\
         /** What is known of a failure, whatever its kind. */\nfun OrgwardenException.failure(): Failure = when (this) {\n",
    );
    for Word { word, .. } in &surface.kinds {
        let _ = writeln!(text, "    is OrgwardenException.{} -> failure", pascal(word));
    }
    text + "}\n"
}

fn swift_failures(surface: &Surface) -> String {
    let mut text = String::from(
        "// Written by `cargo xtask generate` from the declared surface; do not edit.\n\nextension OrgwardenError {\n    \
         /// What is known of a failure, whatever its kind.\n    public var failure: Failure {\n        switch self {\n",
    );
    for Word { word, .. } in &surface.kinds {
        let name = pascal(word);
        let _ = writeln!(text, "        case .{name}(let failure): return failure");
    }
    text + "        }\n    }\n}\n"
}

fn of_shape(text: &mut String, surface: &Surface, shape: &Shape) {
    let name = named(&shape.name);
    match &shape.kind {
        Kind::Record { fields, .. } => {
            doc(text, 0, &shape.doc);
            text.push_str("#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]\n");
            if name == "Failure" {
                // The message of an exception is made of it.
                text.push_str("#[uniffi::export(Display)]\n");
            }
            let _ = writeln!(text, "pub struct {name} {{");
            members(text, surface, 4, "pub ", fields, shape.is_written);
            text.push_str("}\n");
        }
        Kind::Words { words, is_open } => of_words(text, &name, &shape.doc, words, *is_open),
        Kind::Union { tag, variants } => of_union(text, surface, &name, &shape.doc, tag.as_deref(), variants),
        // Another name says nothing in a language whose types are written out.
        Kind::Alias(_) => {}
    }
}

fn members(
    text: &mut String,
    surface: &Surface,
    indent: usize,
    visibility: &str,
    fields: &[Field],
    has_defaults: bool,
) {
    let space = " ".repeat(indent);
    for Field { name, doc: words, kind, is_required, .. } in fields {
        let kind = if *is_required || is_nothing_by_default(surface, kind) {
            kind.clone()
        } else {
            Type::Optional(Box::new(kind.clone()))
        };
        doc(text, indent, words);
        if matches!(kind, Type::Optional(_)) {
            let _ = writeln!(text, "{space}#[serde(default, skip_serializing_if = \"Option::is_none\")]");
        } else if !is_required {
            let _ = writeln!(text, "{space}#[serde(default)]");
        }
        if has_defaults && !is_required {
            let _ = writeln!(text, "{space}#[uniffi(default{})]", default(surface, &kind));
        }
        let _ = writeln!(text, "{space}{visibility}{}: {},", escaped(name), rust(surface, &kind));
    }
}

fn of_words(text: &mut String, name: &str, words_of: &str, words: &[Word], is_open: bool) {
    doc(text, 0, words_of);
    let serde =
        if is_open { "#[uniffi::export(Display)]\n#[serde(from = \"String\", into = \"String\")]\n" } else { "" };
    let _ = write!(
        text,
        "#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]\n{serde}pub enum {name} {{\n"
    );
    for Word { word, doc: meaning } in words {
        doc(text, 4, meaning);
        if !is_open {
            let _ = writeln!(text, "    #[serde(rename = \"{word}\")]");
        }
        let _ = writeln!(text, "    {},", pascal(word));
    }
    if !is_open {
        text.push_str("}\n");
        return;
    }
    text.push_str("    /// A word that this version does not know.\n    Other {\n        /// As it was written.\n        word: String,\n    },\n}\n");
    let _ = writeln!(
        text,
        "\nimpl From<String> for {name} {{\n    fn from(word: String) -> Self {{\n        match word.as_str() {{"
    );
    for Word { word, .. } in words {
        let _ = writeln!(text, "            \"{word}\" => Self::{},", pascal(word));
    }
    text.push_str("            _ => Self::Other { word },\n        }\n    }\n}\n");
    let _ = writeln!(
        text,
        "\nimpl From<{name}> for String {{\n    fn from(value: {name}) -> Self {{\n        match value {{"
    );
    for Word { word, .. } in words {
        let _ = writeln!(text, "            {name}::{} => \"{word}\".to_owned(),", pascal(word));
    }
    let _ = writeln!(text, "            {name}::Other {{ word }} => word,\n        }}\n    }}\n}}");
    // What people see who print one.
    let _ = writeln!(
        text,
        "\nimpl std::fmt::Display for {name} {{\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n        \
         f.write_str(&String::from(self.clone()))\n    }}\n}}"
    );
}

fn of_union(text: &mut String, surface: &Surface, name: &str, words: &str, tag: Option<&str>, variants: &[Variant]) {
    doc(text, 0, words);
    let form = tag.map_or("untagged".to_owned(), |tag| format!("tag = \"{tag}\""));
    let _ = writeln!(
        text,
        "#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Enum)]\n#[serde({form})]\npub enum {name} {{"
    );
    for variant in variants {
        doc(text, 4, &variant.doc);
        if tag.is_some() {
            let _ = writeln!(text, "    #[serde(rename = \"{}\")]", variant.word);
        }
        if variant.fields.is_empty() {
            let _ = writeln!(text, "    {},", pascal(&variant.word));
            continue;
        }
        let _ = writeln!(text, "    {} {{", pascal(&variant.word));
        members(text, surface, 8, "", &variant.fields, false);
        text.push_str("    },\n");
    }
    // Kinds of events may be added.
    if tag == Some("event") {
        text.push_str("    /// A kind that this version does not know.\n    #[serde(other)]\n    Other,\n");
    }
    text.push_str("}\n");
}

fn errors(text: &mut String, surface: &Surface) {
    doc(text, 0, "A failure: the kind says what the caller can do, `failure` what is known.");
    text.push_str("#[derive(Clone, Debug, uniffi::Error)]\npub enum OrgwardenError {\n");
    for Word { word, doc: meaning } in &surface.kinds {
        doc(text, 4, meaning);
        let _ =
            writeln!(text, "    {} {{\n        /// What is known.\n        failure: Failure,\n    }},", pascal(word));
    }
    text.push_str("}\n\nimpl OrgwardenError {\n    /// The error of a kind.\n    pub(crate) fn of(kind: orgwarden_door::ErrorKind, failure: Failure) -> Self {\n        match kind {\n");
    for Word { word, .. } in &surface.kinds {
        let _ = writeln!(text, "            orgwarden_door::ErrorKind::{0} => Self::{0} {{ failure }},", pascal(word));
    }
    text.push_str(
        "        }\n    }\n\n    /// What is known.\n    pub fn failure(&self) -> &Failure {\n        match self {\n",
    );
    let all: Vec<String> =
        surface.kinds.iter().map(|kind| format!("Self::{} {{ failure }}", pascal(&kind.word))).collect();
    let _ = writeln!(text, "            {} => failure,\n        }}\n    }}\n}}", all.join("\n            | "));
}

fn opening(text: &mut String, surface: &Surface) {
    text.push_str("\n#[uniffi::export]\nimpl Organization {\n");
    doc(
        text,
        4,
        "Opens an organization. What is left out, profiles and the environment decide. Nothing is sent; a key command or the \
         keyring may ask the person.\n\n`admin_key`: only where the program has one itself.",
    );
    let names: Vec<String> = surface.given.iter().map(|field| format!("{} = None", field.name)).collect();
    let _ = writeln!(text, "    #[uniffi::constructor(default(admin_key = None, {}))]", names.join(", "));
    text.push_str("    pub async fn open(\n        admin_key: Option<String>,\n");
    for Field { name, kind, .. } in &surface.given {
        let _ = writeln!(text, "        {name}: {},", rust(surface, kind));
    }
    text.push_str("    ) -> Result<Arc<Self>, OrgwardenError> {\n        let given = json!({");
    let pairs: Vec<String> = surface.given.iter().map(|field| format!("\"{0}\": {0}", field.name)).collect();
    let _ = writeln!(text, " {} }});\n        Self::open_by(&given, admin_key, None).await\n    }}", pairs.join(", "));
    for (area, _) in surface.areas() {
        if let Some(area) = area {
            let object = object(area);
            doc(text, 4, &format!("The operations `{area}.…`."));
            let _ = writeln!(
                text,
                "    pub fn {area}(&self) -> Arc<{object}> {{\n        Arc::new({object} {{ opened: self.opened.clone() }})\n    }}"
            );
        }
    }
    text.push_str("}\n");
}

fn of_area(text: &mut String, surface: &Surface, area: Option<&str>, operations: &[&Operation]) {
    let object = area.map_or("Organization".to_owned(), object);
    if let Some(area) = area {
        doc(text, 0, &format!("The operations `{area}.…`."));
        let _ = writeln!(text, "#[derive(Debug, uniffi::Object)]\npub struct {object} {{\n    opened: Opened,\n}}");
    }
    let _ = writeln!(text, "\n#[uniffi::export]\nimpl {object} {{");
    for (place, operation) in operations.iter().enumerate() {
        if place > 0 {
            text.push('\n');
        }
        let (_, verb) = operation.parts();
        of_operation(text, surface, operation, verb, &rust(surface, &operation.answer), "answer");
        if operation.can_be_planned {
            text.push('\n');
            of_operation(text, surface, operation, &format!("plan_{verb}"), "Arc<Plan>", "plan");
        }
    }
    text.push_str("}\n");
}

fn of_operation(text: &mut String, surface: &Surface, operation: &Operation, verb: &str, answer: &str, through: &str) {
    let mut words = operation.doc.clone();
    if through == "plan" {
        words = format!("Plans `{}` without applying it.\n\n{words}", operation.name);
    }
    for field in &operation.arguments {
        let _ = write!(words, "\n\n- `{}`: {}", field.name, field.doc.replace("\n\n", " "));
    }
    doc(text, 4, &words);
    let defaults: Vec<String> = operation
        .arguments
        .iter()
        .filter(|field| !field.is_required)
        .map(|field| format!("{}{}", field.name, default(surface, &argument(surface, field))))
        .collect();
    if !defaults.is_empty() {
        let _ = writeln!(text, "    #[uniffi::method(default({}))]", defaults.join(", "));
    }
    let _ = writeln!(text, "    pub async fn {}(", escaped(verb));
    text.push_str("        &self,\n");
    for field in &operation.arguments {
        let _ = writeln!(text, "        {}: {},", escaped(&field.name), rust(surface, &argument(surface, field)));
    }
    let _ = writeln!(text, "    ) -> Result<{answer}, OrgwardenError> {{");
    if operation.arguments.is_empty() {
        let _ = writeln!(text, "        {through}(&self.opened, \"{}\", Map::new()).await\n    }}", operation.name);
        return;
    }
    text.push_str("        let mut arguments = Map::new();\n");
    for field in &operation.arguments {
        let name = escaped(&field.name);
        if matches!(argument(surface, field), Type::Optional(_)) {
            let _ = writeln!(
                text,
                "        if let Some({name}) = {name} {{\n            arguments.insert(\"{0}\".to_owned(), json!({name}));\n        }}",
                field.name
            );
        } else {
            let _ = writeln!(text, "        arguments.insert(\"{}\".to_owned(), json!({name}));", field.name);
        }
    }
    let _ = writeln!(text, "        {through}(&self.opened, \"{}\", arguments).await\n    }}", operation.name);
}

/// What is left out must be told from what is nothing, unless they are the same.
fn argument(surface: &Surface, field: &Field) -> Type {
    if field.is_required || is_nothing_by_default(surface, &field.kind) {
        field.kind.clone()
    } else {
        Type::Optional(Box::new(field.kind.clone()))
    }
}

fn is_nothing_by_default(surface: &Surface, kind: &Type) -> bool {
    match kind {
        Type::Optional(_) | Type::List(_) | Type::Bool | Type::Map(_) => true,
        Type::Named(name) => match surface.shape(name).map(|shape| &shape.kind) {
            Some(Kind::Alias(inner)) => is_nothing_by_default(surface, inner),
            _ => false,
        },
        _ => false,
    }
}

fn default(surface: &Surface, kind: &Type) -> &'static str {
    match kind {
        Type::Optional(_) => " = None",
        Type::List(_) => " = []",
        Type::Bool => " = false",
        Type::Named(name) => match surface.shape(name).map(|shape| &shape.kind) {
            Some(Kind::Alias(inner)) => default(surface, inner),
            _ => "",
        },
        _ => "",
    }
}

fn rust(surface: &Surface, kind: &Type) -> String {
    match kind {
        Type::Text => "String".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Int { is_signed, is_long } => match (is_signed, is_long) {
            (true, true) => "i64",
            (true, false) => "i32",
            (false, true) => "u64",
            (false, false) => "u32",
        }
        .to_owned(),
        Type::Float => "f64".to_owned(),
        Type::Time => "Moment".to_owned(),
        Type::Dollars => "Money".to_owned(),
        // UniFFI has no tuples; the only ones are a name with a role.
        Type::Json | Type::Tuple(_) => "Json".to_owned(),
        Type::List(inner) => format!("Vec<{}>", rust(surface, inner)),
        Type::Map(inner) => format!("std::collections::HashMap<String, {}>", rust(surface, inner)),
        Type::Optional(inner) => format!("Option<{}>", rust(surface, inner)),
        Type::Named(name) => match surface.shape(name).map(|shape| &shape.kind) {
            Some(Kind::Alias(inner)) => rust(surface, inner),
            _ => named(name),
        },
    }
}

/// The handle has the short name.
fn named(name: &str) -> String {
    let taken: BTreeMap<&str, &str> = BTreeMap::from([("Plan", "PlanDetails")]);
    (*taken.get(name).unwrap_or(&name)).to_owned()
}

fn object(area: &str) -> String {
    format!("{}Operations", pascal(area))
}

fn pascal(word: &str) -> String {
    let mut name = String::new();
    for part in word.split(['_', '.', '-', ' ']).filter(|part| !part.is_empty()) {
        let (first, rest) = part.split_at(1);
        name.push_str(&first.to_uppercase());
        name.push_str(rest);
    }
    name
}

fn escaped(name: &str) -> String {
    if matches!(name, "type" | "match" | "move" | "ref" | "use" | "in" | "where") {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// Wraps a text into the lines of a comment.
fn doc(text: &mut String, indent: usize, words: &str) {
    let space = " ".repeat(indent);
    if indent == 0 {
        text.push('\n');
    }
    if words.is_empty() {
        return;
    }
    for (place, paragraph) in words.split("\n\n").enumerate() {
        if place > 0 && !(paragraph.starts_with("- "))
            || paragraph.starts_with("- ") && !text.ends_with("\n\n") && is_first_of_list(text)
        {
            let _ = writeln!(text, "{space}///");
        }
        let mut line = format!("{space}///");
        for word in paragraph.split_whitespace() {
            if line.len() + word.len() > 118 {
                let _ = writeln!(text, "{line}");
                line = format!("{space}///{}", if paragraph.starts_with("- ") { "  " } else { "" });
            }
            let _ = write!(line, " {word}");
        }
        let _ = writeln!(text, "{line}");
    }
}

fn is_first_of_list(text: &str) -> bool {
    text.lines().next_back().is_some_and(|line| {
        let line = line.trim_start().trim_start_matches("///");
        !line.trim().is_empty() && !line.starts_with(" - ") && !line.starts_with("   ")
    })
}
