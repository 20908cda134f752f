//! The typed face of Python, as source: records and words, errors, operations for blocking and for asynchronous use.

mod errors;
mod operations;
mod records;
mod text;

pub(super) use text::name;

use super::Generated;
use super::surface::{Kind, Surface, Type};

pub(crate) fn generate(surface: &Surface) -> Vec<Generated> {
    vec![
        Generated { file: "python/orgwarden/_records.py", text: records::generate(surface) },
        Generated { file: "python/orgwarden/_errors.py", text: errors::generate(surface) },
        Generated { file: "python/orgwarden/_blocking.py", text: operations::generate(surface, false) },
        Generated { file: "python/orgwarden/_asynchronous.py", text: operations::generate(surface, true) },
    ]
}

/// The name of a shape's class. `Plan` is the plan that can be applied, written by hand.
fn class(name: &str) -> &str {
    if name == "Plan" { "PlanDetails" } else { name }
}

/// A type as it is written in the annotation of a member: what the reader of JSON reads too.
fn annotation(surface: &Surface, kind: &Type, is_written: bool) -> String {
    let of = |kind: &Type| annotation(surface, kind, is_written);
    match kind {
        Type::Text => "str".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Int { .. } => "int".to_owned(),
        Type::Float => "float".to_owned(),
        Type::Time => "datetime".to_owned(),
        Type::Dollars => "Decimal".to_owned(),
        Type::Json => "Any".to_owned(),
        Type::List(inner) if is_written => format!("Sequence[{}]", of(inner)),
        Type::List(inner) => format!("tuple[{}, ...]", of(inner)),
        Type::Tuple(inner) => format!("tuple[{}]", inner.iter().map(of).collect::<Vec<_>>().join(", ")),
        Type::Map(inner) => format!("Mapping[str, {}]", of(inner)),
        Type::Optional(inner) => match of(inner).as_str() {
            "Any" => "Any".to_owned(),
            present => format!("{present} | None"),
        },
        Type::Named(name) => match surface.shape(name).map(|shape| &shape.kind) {
            Some(Kind::Alias(kind)) => of(kind),
            _ => class(name).to_owned(),
        },
    }
}
