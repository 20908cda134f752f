use std::fmt::Write as _;

use serde_json::Value;

use super::super::surface::{Field, Kind, Shape, Surface, Type, Variant, Word};
use super::text::{docstring, head, literal, name, pascal};
use super::{annotation, class};

pub(super) fn generate(surface: &Surface) -> String {
    let mut out = head("What operations take and answer: records, and the words that the API and we use.");
    out.push_str(
        "\nfrom ._record import OpenRecord, Record\nfrom ._word import OpenWord, Word\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    \
         from collections.abc import Mapping, Sequence\n    from datetime import datetime\n    from decimal import Decimal\n    \
         from typing import Any, ClassVar, Literal\n",
    );
    // A union is a value that names its variants, so it comes last.
    let mut unions = String::new();
    let mut table = String::from("\n_UNIONS: dict[str, tuple[str | None, dict[str, str]]] = {\n");
    let mut names = Vec::new();
    // Words first: they are defaults of records.
    let is_words = |shape: &&Shape| matches!(shape.kind, Kind::Words { .. });
    let shapes = surface.shapes.iter().filter(is_words).chain(surface.shapes.iter().filter(|shape| !is_words(shape)));
    for shape in shapes {
        let own = class(&shape.name);
        match &shape.kind {
            Kind::Record { fields, is_open } => {
                record(
                    &mut out,
                    surface,
                    shape,
                    (own, &shape.doc, fields),
                    if *is_open { "OpenRecord" } else { "Record" },
                    None,
                );
            }
            Kind::Words { words, is_open } => enumeration(&mut out, shape, words, *is_open),
            Kind::Alias(_) => continue,
            Kind::Union { tag, variants } => {
                union(&mut unions, &mut table, own, tag.as_deref(), variants, &shape.doc);
                for variant in variants {
                    let of = variant_class(variant, own);
                    let tag = tag.as_deref().map(|tag| (tag, variant.word.as_str()));
                    record(&mut out, surface, shape, (&of, &variant.doc, &variant.fields), "Record", tag);
                    names.push(of);
                }
            }
        }
        names.push(own.to_owned());
    }
    let _ = write!(out, "{unions}{table}}}\n\n__all__ = [\n");
    for name in names {
        let _ = writeln!(out, "    \"{name}\",");
    }
    out.push_str("]\n");
    out
}

fn variant_class(variant: &Variant, own: &str) -> String {
    format!("{}{own}", pascal(&variant.word))
}

fn record(
    out: &mut String,
    surface: &Surface,
    shape: &Shape,
    (own, doc, fields): (&str, &str, &[Field]),
    base: &str,
    tag: Option<(&str, &str)>,
) {
    let _ = write!(out, "\n\nclass {own}({base}):\n");
    docstring(out, doc, 4);
    if doc.is_empty() && fields.is_empty() && tag.is_none() {
        out.push_str("    pass\n");
    }
    if !(fields.is_empty() && tag.is_none()) {
        out.push('\n');
    }
    if let Some((tag, word)) = tag {
        let _ = writeln!(out, "    {}: ClassVar[Literal[\"{word}\"]] = \"{word}\"", name(tag));
    }
    for field in fields {
        let annotated = annotation(surface, &field.kind, shape.is_written);
        let default = match (&field.default, field.is_required) {
            (Some(default), _) => format!(" = {}", default_of(surface, &field.kind, default)),
            (None, true) => String::new(),
            (None, false) => " = None".to_owned(),
        };
        let optional =
            if default == " = None" && !annotated.ends_with("None") && annotated != "Any" { " | None" } else { "" };
        let _ = writeln!(out, "    {}: {annotated}{optional}{default}", name(&field.name));
        docstring(out, &field.doc, 4);
    }
}

fn default_of(surface: &Surface, kind: &Type, default: &Value) -> String {
    let Type::Named(shape) = kind else { return literal(default) };
    match (surface.shape(shape).map(|shape| &shape.kind), default.as_str()) {
        (Some(Kind::Words { .. }), Some(word)) => format!("{}.{}", class(shape), constant(word)),
        _ => literal(default),
    }
}

fn constant(word: &str) -> String {
    word.replace('.', "_").to_uppercase()
}

fn enumeration(out: &mut String, shape: &Shape, words: &[Word], is_open: bool) {
    let base = if is_open { "OpenWord" } else { "Word" };
    let _ = write!(out, "\n\nclass {}({base}):\n", class(&shape.name));
    docstring(out, &shape.doc, 4);
    out.push('\n');
    for Word { word, doc } in words {
        let _ = writeln!(out, "    {} = \"{word}\"", constant(word));
        docstring(out, doc, 4);
    }
}

fn union(out: &mut String, table: &mut String, own: &str, tag: Option<&str>, variants: &[Variant], doc: &str) {
    let classes: Vec<String> = variants.iter().map(|variant| variant_class(variant, own)).collect();
    let _ = write!(out, "\n{own} = (\n    {}\n)\n", classes.join("\n    | "));
    docstring(out, doc, 0);
    let tag = tag.map_or("None".to_owned(), |tag| format!("\"{tag}\""));
    let _ = write!(table, "    \"{own}\": (\n        {tag},\n        {{\n");
    for (variant, class) in variants.iter().zip(&classes) {
        let _ = writeln!(table, "            \"{}\": \"{class}\",", variant.word);
    }
    table.push_str("        },\n    ),\n");
}
