//! A function for each operation, and one that plans it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::surface::{Field, Operation, Surface, Type};
use super::{Form, MARK, Number, comment, doc_of, form, function, input, is_optional, snake};

/// How an argument is given in C.
pub(super) enum Argument {
    Text,
    Number(Number),
    /// A pointer that may be NULL.
    MaybeNumber(Number),
    Texts,
    /// Structures, by the name of their type without the prefix.
    Records(String),
    /// As JSON, under the name with `_json` behind it.
    Json,
}

pub(super) fn argument(surface: &Surface, field: &Field) -> Argument {
    if let Some((shape, _)) = input(surface, &field.kind) {
        return Argument::Records(format!("{}_input", snake(&shape.name)));
    }
    match form(surface, &field.kind) {
        Form::Text => Argument::Text,
        Form::Number(number) if !field.is_required && (is_optional(field) || !is_zero(field)) => {
            Argument::MaybeNumber(number)
        }
        Form::Number(number) => Argument::Number(number),
        Form::List(inner) if *inner == Form::Text => Argument::Texts,
        _ => Argument::Json,
    }
}

fn is_zero(field: &Field) -> bool {
    field.default.as_ref().is_none_or(|default| *default == false || *default == 0)
}

/// What has to be given, and what may be.
pub(super) fn parted(operation: &Operation) -> (Vec<&Field>, Vec<&Field>) {
    operation.arguments.iter().partition(|field| field.is_required)
}

/// The type of the answer without the prefix.
pub(super) fn answer(surface: &Surface, operation: &Operation) -> Option<String> {
    match (&operation.answer, form(surface, &operation.answer)) {
        (Type::Named(_), Form::Record(name)) => Some(name),
        _ => None,
    }
}

/// Members of a structure, or parameters: name, type, and whether it is the first of its argument.
fn places(name: &str, argument: &Argument) -> Vec<(String, String)> {
    let counted =
        |kind: &str| vec![(name.to_owned(), format!("*const {kind}")), (format!("{name}_count"), "usize".to_owned())];
    match argument {
        Argument::Text => vec![(name.to_owned(), "orgwarden_text".to_owned())],
        Argument::Json => vec![(format!("{name}_json"), "orgwarden_text".to_owned())],
        Argument::Number(number) => vec![(name.to_owned(), number.rust.to_owned())],
        Argument::MaybeNumber(number) => vec![(name.to_owned(), format!("*const {}", number.rust))],
        Argument::Texts => counted("orgwarden_text"),
        Argument::Records(kind) => counted(&format!("orgwarden_{kind}")),
    }
}

/// The line that writes an argument. `at`: what stands before its name.
fn writing(name: &str, argument: &Argument, is_needed: bool, at: &str) -> String {
    let needed = if is_needed { "needed_" } else { "" };
    match argument {
        Argument::Text => format!("arguments.{needed}text(\"{name}\", {at}{name})?;"),
        Argument::Json => format!("arguments.json(\"{name}\", {at}{name}_json)?;"),
        Argument::Number(Number { rust: "bool", .. }) => format!("arguments.flag(\"{name}\", {at}{name})?;"),
        Argument::Number(_) => format!("arguments.number(\"{name}\", {at}{name})?;"),
        Argument::MaybeNumber(_) => format!("arguments.maybe_number(\"{name}\", {at}{name})?;"),
        Argument::Texts => format!("arguments.{needed}texts(\"{name}\", {at}{name}, {at}{name}_count)?;"),
        Argument::Records(kind) => {
            format!("arguments.records(\"{name}\", {at}{name}, {at}{name}_count, write_{kind})?;")
        }
    }
}

fn doc(argument: &Argument, field: &Field) -> String {
    match argument {
        Argument::Json => format!("{} As JSON.", doc_of(field)),
        _ => doc_of(field),
    }
}

pub(super) fn rust(surface: &Surface) -> String {
    let mut text = format!(
        "//! {MARK}\n\nuse orgwarden_door::Result;\n\nuse crate::answer::orgwarden_answer;\n\
         use crate::arguments::{{Arguments, operate, operate_untyped, plan}};\nuse crate::error::orgwarden_error;\n\
         #[allow(clippy::wildcard_imports, reason = \"all answers are there\")]\nuse crate::generated::records::*;\nuse crate::generated::status::orgwarden_status;\n\
         use crate::organization::orgwarden_organization;\nuse crate::text::orgwarden_text;\n"
    );
    let arguments = surface.operations.iter().flat_map(|operation| &operation.arguments);
    let inputs: BTreeMap<String, _> = arguments
        .filter_map(|field| input(surface, &field.kind))
        .map(|(shape, fields)| (format!("{}_input", snake(&shape.name)), (shape, fields)))
        .collect();
    for (name, (shape, fields)) in &inputs {
        let fields: Vec<&Field> = fields.iter().collect();
        structure(&mut text, surface, name, &format!("{} Zeroed: nothing is said.", shape.doc), &fields);
        let _ = write!(
            text,
            "\nunsafe fn write_{name}(arguments: &mut Arguments, it: &orgwarden_{name}) -> Result<()> {{\n    \
             // SAFETY: the caller of a function keeps the header's promises.\n    unsafe {{\n"
        );
        for field in fields {
            let _ = writeln!(text, "        {}", writing(&field.name, &argument(surface, field), false, "it."));
        }
        text.push_str("        Ok(())\n    }\n}\n");
    }
    for operation in &surface.operations {
        of(&mut text, surface, operation);
    }
    text
}

fn structure(text: &mut String, surface: &Surface, name: &str, about: &str, fields: &[&Field]) {
    let _ = write!(
        text,
        "\n{}#[repr(C)]\n#[derive(Clone, Copy, Debug)]\npub struct orgwarden_{name} {{\n",
        comment("", about)
    );
    for field in fields {
        let argument = argument(surface, field);
        for (number, (place, kind)) in places(&field.name, &argument).into_iter().enumerate() {
            let doc = if number == 0 { doc(&argument, field) } else { format!("How many `{}` there are.", field.name) };
            let _ = writeln!(text, "{}    pub {place}: {kind},", comment("    ", &doc));
        }
    }
    text.push_str("}\n");
}

fn of(text: &mut String, surface: &Surface, operation: &Operation) {
    let name = function(&operation.name);
    let (needed, optional) = parted(operation);
    if !optional.is_empty() {
        let about = format!("What `orgwarden_{name}` can be told beside what it needs. Zeroed: nothing is said.");
        structure(text, surface, &format!("{name}_options"), &about, &optional);
    }
    let mut parameters = Vec::new();
    for field in &needed {
        parameters.extend(places(&field.name, &argument(surface, field)));
    }
    if !optional.is_empty() {
        parameters.push(("options".to_owned(), format!("*const orgwarden_{name}_options")));
    }
    let mut writes = String::new();
    for field in &needed {
        let _ = writeln!(writes, "{}", writing(&field.name, &argument(surface, field), true, ""));
    }
    if !optional.is_empty() {
        writes.push_str("if let Some(options) = options.as_ref() {\n");
        for field in &optional {
            let _ = writeln!(writes, "    {}", writing(&field.name, &argument(surface, field), false, "options."));
        }
        writes.push_str("}\n");
    }
    let declared = parameters.iter().map(|(name, kind)| format!("{name}: {kind}, ")).collect::<Vec<_>>().concat();
    let passed = parameters.iter().map(|(name, _)| format!(", {name}")).collect::<Vec<_>>().concat();
    let has_arguments = !parameters.is_empty();
    let gathered = if has_arguments {
        let writes = writes.lines().map(|line| format!("        {line}\n")).collect::<Vec<_>>().concat();
        let _ = write!(
            text,
            "\nunsafe fn write_{name}(arguments: &mut Arguments, {}) -> Result<()> {{\n    \
             // SAFETY: the caller of a function keeps the header's promises.\n    unsafe {{\n{writes}        Ok(())\n    }}\n}}\n",
            declared.trim_end_matches(", ")
        );
        format!("&|arguments| write_{name}(arguments{passed})")
    } else {
        "&|_| Ok(())".to_owned()
    };
    let answer = answer(surface, operation);
    let (kernel, out) = match &answer {
        Some(answer) => ("operate", format!("orgwarden_{answer}")),
        None => ("operate_untyped", "orgwarden_answer".to_owned()),
    };
    let mut about = operation.doc.clone();
    if !needed.is_empty() {
        about.push('\n');
    }
    for field in &needed {
        let _ = write!(about, "\n- `{}`: {}", field.name, doc(&argument(surface, field), field));
    }
    exported(text, &about, &format!("orgwarden_{name}"), &declared, &out, kernel, &operation.name, &gathered);
    if operation.can_be_planned {
        let about = format!("Plans what `orgwarden_{name}` does, and changes nothing: `orgwarden_apply` does it.");
        exported(
            text,
            &about,
            &format!("orgwarden_plan_{name}"),
            &declared,
            "orgwarden_plan",
            "plan",
            &operation.name,
            &gathered,
        );
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one sentence")]
fn exported(
    text: &mut String,
    about: &str,
    function: &str,
    declared: &str,
    out: &str,
    kernel: &str,
    name: &str,
    gathered: &str,
) {
    let lines = declared.split_inclusive(", ").map(|one| format!("    {}\n", one.trim_end()));
    let declared = lines.collect::<Vec<_>>().concat();
    let _ = write!(
        text,
        "\n{}#[unsafe(no_mangle)]\npub unsafe extern \"C\" fn {function}(\n    organization: *const orgwarden_organization,\n{declared}    \
         out: *mut *mut {out},\n    error: *mut *mut orgwarden_error,\n) -> orgwarden_status {{\n    \
         // SAFETY: the caller keeps the header's promises.\n    unsafe {{ {kernel}(organization, \"{name}\", out, error, {gathered}) }}\n}}\n",
        comment("", about)
    );
}
