//! The declared surface, read from `docs/operations.json`, in the few shapes that the faces are made of.

use serde_json::{Map, Value};

use crate::step::{Failure, root};

/// Where the core writes its description.
pub(crate) const FILE: &str = "docs/operations.json";

/// Everything that is generated comes from this.
#[derive(Debug)]
pub(crate) struct Surface {
    /// In the order of the core's list.
    pub(crate) operations: Vec<Operation>,
    /// What operations, plans, events and errors are made of, by name. Arguments of operations are not among them.
    pub(crate) shapes: Vec<Shape>,
    /// The kinds of errors: code and meaning.
    pub(crate) kinds: Vec<Word>,
    /// What an organization can be opened with.
    pub(crate) given: Vec<Field>,
}

#[derive(Debug)]
pub(crate) struct Operation {
    /// `members.list`.
    pub(crate) name: String,
    /// `reads`, `changes` or `destroys`.
    pub(crate) effect: String,
    pub(crate) can_be_planned: bool,
    pub(crate) doc: String,
    /// What must be given first.
    pub(crate) arguments: Vec<Field>,
    pub(crate) answer: Type,
}

impl Operation {
    /// `members` and `list`; an operation without an area stands at the organization itself.
    pub(crate) fn parts(&self) -> (Option<&str>, &str) {
        self.name.split_once('.').map_or((None, self.name.as_str()), |(area, verb)| (Some(area), verb))
    }
}

/// A named type.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) kind: Kind,
    /// Whether it is part of an answer, a plan or an event.
    pub(crate) is_read: bool,
    /// Whether it is part of an argument.
    pub(crate) is_written: bool,
}

#[derive(Debug)]
pub(crate) enum Kind {
    /// An object with members. `is_open`: members that are not known are kept.
    Record { fields: Vec<Field>, is_open: bool },
    /// One of some words. `is_open`: the API may have others.
    Words { words: Vec<Word>, is_open: bool },
    /// One of some records. The member `tag` says which, or, without a tag, which member there is.
    Union { tag: Option<String>, variants: Vec<Variant> },
    /// Another name for a type: an identifier is a text.
    Alias(Type),
}

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) kind: Type,
    /// Whether it must be given, or is always there.
    pub(crate) is_required: bool,
    /// What it is if it is not given; none means null.
    pub(crate) default: Option<Value>,
}

#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) word: String,
    pub(crate) doc: String,
}

#[derive(Debug)]
pub(crate) struct Variant {
    /// The word of the tag, or the name of the only member.
    pub(crate) word: String,
    pub(crate) doc: String,
    pub(crate) fields: Vec<Field>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Text,
    Bool,
    /// A whole number. `is_long`: it may need more than 32 bits.
    Int {
        is_signed: bool,
        is_long: bool,
    },
    Float,
    /// Seconds since 1970, UTC.
    Time,
    /// US dollars, a decimal number whose digits are exact.
    Dollars,
    /// Anything that JSON can say.
    Json,
    List(Box<Type>),
    /// Two or more in a fixed order.
    Tuple(Vec<Type>),
    /// By text.
    Map(Box<Type>),
    /// Or null.
    Optional(Box<Type>),
    /// A [`Shape`].
    Named(String),
}

impl Type {
    /// The same without null.
    pub(crate) fn present(&self) -> &Self {
        if let Self::Optional(inner) = self { inner } else { self }
    }

    fn names<'a>(&'a self, names: &mut Vec<&'a str>) {
        match self {
            Self::Named(name) => names.push(name),
            Self::List(inner) | Self::Map(inner) | Self::Optional(inner) => inner.names(names),
            Self::Tuple(inner) => inner.iter().for_each(|inner| inner.names(names)),
            _ => {}
        }
    }
}

impl Surface {
    /// Reads the committed description.
    pub(crate) fn read() -> Result<Self, Failure> {
        let file = root().join(FILE);
        let text = std::fs::read_to_string(&file)
            .map_err(|error| Failure::new(format!("{} cannot be read: {error}", file.display()), ""))?;
        let value: Value = serde_json::from_str(&text).map_err(|error| Failure::new(format!("{FILE}: {error}"), ""))?;
        Self::of(&value).map_err(|what| {
            Failure::new(
                format!("{FILE}: {what}"),
                "The generator knows text, numbers, time, money, lists, records, words and unions only.\nGive the type another shape, or teach the generator in xtask/src/generate/surface.rs.",
            )
        })
    }

    fn of(value: &Value) -> Result<Self, String> {
        let definitions = value["definitions"].as_object().ok_or("no definitions")?;
        let mut operations = Vec::new();
        for operation in list(&value["operations"]) {
            let name = text(&operation["name"]);
            let schema = resolve(definitions, &operation["arguments"]);
            operations.push(Operation {
                effect: text(&operation["effect"]),
                can_be_planned: operation["can_be_planned"] == true,
                // What refers to another type has a text of its own.
                doc: doc(definitions.get(reference(&operation["arguments"]).unwrap_or_default()).unwrap_or(schema)),
                arguments: fields(definitions, schema).map_err(|what| format!("{name}: {what}"))?,
                answer: kind_of(&operation["answer"]).map_err(|what| format!("{name}: {what}"))?,
                name,
            });
        }
        let shapes = definitions.iter().filter(|(name, _)| !is_plain(name)).map(|(name, schema)| {
            let kind = shape(definitions, schema).map_err(|what| format!("{name}: {what}"))?;
            Ok(Shape { name: name.clone(), doc: doc(schema), kind, is_read: false, is_written: false })
        });
        let given = resolve(definitions, &value["given"]);
        let kinds =
            list(&value["errors"]).iter().map(|kind| Word { word: text(&kind["code"]), doc: text(&kind["meaning"]) });
        let mut surface = Self {
            given: fields(definitions, given)?,
            kinds: kinds.collect(),
            shapes: shapes.collect::<Result<_, String>>()?,
            operations,
        };
        let read: Vec<Type> = surface.operations.iter().map(|operation| operation.answer.clone()).collect();
        let named = |name: &str| Type::Named(name.to_owned());
        for kind in read.iter().chain(&[named("Plan"), named("Event"), named("Failure")]) {
            surface.mark(kind, &|shape| &mut shape.is_read);
        }
        let written: Vec<Type> = surface
            .operations
            .iter()
            .flat_map(|operation| &operation.arguments)
            .chain(&surface.given)
            .map(|field| field.kind.clone())
            .collect();
        for kind in &written {
            surface.mark(kind, &|shape| &mut shape.is_written);
        }
        surface.shapes.retain(|shape| shape.is_read || shape.is_written);
        Ok(surface)
    }

    /// A named type; names in the surface are always there.
    pub(crate) fn shape(&self, name: &str) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.name == name)
    }

    /// The areas with their operations, in order; operations without an area are under `None`.
    pub(crate) fn areas(&self) -> Vec<(Option<&str>, Vec<&Operation>)> {
        let mut areas: Vec<(Option<&str>, Vec<&Operation>)> = Vec::new();
        for operation in &self.operations {
            let (area, _) = operation.parts();
            match areas.iter_mut().find(|(name, _)| *name == area) {
                Some((_, operations)) => operations.push(operation),
                None => areas.push((area, vec![operation])),
            }
        }
        areas
    }

    /// Of an answer that is a list of records and nothing else: the member that holds them, and what they are.
    pub(crate) fn rows(&self, answer: &Type) -> Option<(&str, &str)> {
        let Type::Named(name) = answer else { return None };
        let Kind::Record { fields, .. } = &self.shape(name)?.kind else { return None };
        match fields.as_slice() {
            [Field { name, kind: Type::List(inner), .. }] => match &**inner {
                Type::Named(row) => Some((name, row)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Marks a type and everything that it is made of.
    fn mark(&mut self, kind: &Type, flag: &dyn Fn(&mut Shape) -> &mut bool) {
        let mut names = Vec::new();
        kind.names(&mut names);
        for name in names {
            let Some(place) = self.shapes.iter().position(|shape| shape.name == name) else { continue };
            if std::mem::replace(flag(&mut self.shapes[place]), true) {
                continue;
            }
            let inner: Vec<Type> = match &self.shapes[place].kind {
                Kind::Record { fields, .. } => fields.iter().map(|field| field.kind.clone()).collect(),
                Kind::Union { variants, .. } => {
                    variants.iter().flat_map(|variant| &variant.fields).map(|field| field.kind.clone()).collect()
                }
                Kind::Alias(kind) => vec![kind.clone()],
                Kind::Words { .. } => Vec::new(),
            };
            for kind in &inner {
                self.mark(kind, flag);
            }
        }
    }
}

/// Types that every language has a form of its own for.
fn is_plain(name: &str) -> bool {
    matches!(name, "Timestamp" | "Money" | "Cents" | "AnyValue")
}

fn shape(definitions: &Map<String, Value>, schema: &Value) -> Result<Kind, String> {
    if let Some(variants) = schema["oneOf"].as_array() {
        return one_of(definitions, variants);
    }
    let has_members = schema.get("properties").is_some() || schema["additionalProperties"] == false;
    if schema["type"] == "object" && has_members {
        return Ok(Kind::Record { fields: fields(definitions, schema)?, is_open: schema["x-api-object"] == true });
    }
    if schema["type"] == "string" && schema.get("examples").is_some() && schema.get("x-meanings").is_some() {
        let words = list(&schema["examples"]).iter().zip(list(&schema["x-meanings"]));
        let words = words.map(|(word, meaning)| Word { word: text(word), doc: text(meaning) }).collect();
        return Ok(Kind::Words { words, is_open: true });
    }
    kind_of(schema).map(Kind::Alias)
}

fn one_of(definitions: &Map<String, Value>, variants: &[Value]) -> Result<Kind, String> {
    if variants.iter().all(|variant| variant["const"].is_string()) {
        let words = variants.iter().map(|variant| Word { word: text(&variant["const"]), doc: doc(variant) });
        return Ok(Kind::Words { words: words.collect(), is_open: false });
    }
    let tag =
        variants[0]["properties"].as_object().into_iter().flatten().find(|(_, member)| member["const"].is_string());
    let Some((tag, _)) = tag else {
        let variants = variants.iter().map(|variant| {
            let fields = fields(definitions, variant)?;
            let [field] = fields.as_slice() else {
                return Err("a union without a tag and with several members".to_owned());
            };
            Ok(Variant { word: field.name.clone(), doc: doc(variant), fields })
        });
        return Ok(Kind::Union { tag: None, variants: variants.collect::<Result<_, _>>()? });
    };
    let variants = variants.iter().map(|variant| {
        let word = text(&variant["properties"][tag.as_str()]["const"]);
        // What a variant has in common with another type is written beside its own members.
        let mut members = match reference(variant) {
            Some(_) => fields(definitions, resolve(definitions, variant))?,
            None => Vec::new(),
        };
        members.extend(fields(definitions, &without_reference(variant))?);
        members.retain(|field| field.name != *tag);
        Ok(Variant { word, doc: doc(variant), fields: members })
    });
    Ok(Kind::Union { tag: Some(tag.clone()), variants: variants.collect::<Result<_, String>>()? })
}

/// The members of an object: those that must be there first, each part in the order in which the schema has them.
fn fields(definitions: &Map<String, Value>, schema: &Value) -> Result<Vec<Field>, String> {
    let schema = resolve(definitions, schema);
    let required: Vec<String> = list(&schema["required"]).iter().map(text).collect();
    let mut fields = Vec::new();
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let kind = if member["const"].is_string() {
            Type::Text
        } else {
            kind_of(member).map_err(|what| format!("{name}: {what}"))?
        };
        let default = member.get("default").filter(|default| !default.is_null()).cloned();
        let is_required = required.contains(name);
        fields.push(Field { name: name.clone(), doc: doc(member), kind, is_required, default });
    }
    // In the order of their declaration as far as `required` tells it.
    fields.sort_by_key(|field| required.iter().position(|name| *name == field.name).unwrap_or(usize::MAX));
    Ok(fields)
}

fn kind_of(schema: &Value) -> Result<Type, String> {
    if let Some(name) = reference(schema) {
        return Ok(match name {
            "Timestamp" => Type::Time,
            "Money" => Type::Dollars,
            "Cents" => Type::Int { is_signed: false, is_long: true },
            "AnyValue" => Type::Json,
            name => Type::Named(name.to_owned()),
        });
    }
    if let Some(variants) = schema["anyOf"].as_array() {
        return match variants.as_slice() {
            [one, null] if null["type"] == "null" => Ok(Type::Optional(Box::new(kind_of(one)?))),
            _ => Err("`anyOf` of something else than a type and null".to_owned()),
        };
    }
    let (word, is_optional) = match &schema["type"] {
        Value::String(word) => (word.as_str(), false),
        Value::Array(words) => match words.as_slice() {
            [Value::String(word), Value::String(null)] if null == "null" => (word.as_str(), true),
            _ => return Err("several types".to_owned()),
        },
        _ => return Ok(Type::Json),
    };
    let kind = match word {
        "string" => Type::Text,
        "boolean" => Type::Bool,
        "number" => Type::Float,
        "integer" => {
            let format = schema["format"].as_str().unwrap_or_default();
            Type::Int {
                is_signed: format.starts_with('i'),
                is_long: !matches!(format, "int32" | "uint32" | "uint16" | "uint8"),
            }
        }
        "array" if schema["prefixItems"].is_array() => {
            Type::Tuple(list(&schema["prefixItems"]).iter().map(kind_of).collect::<Result<_, _>>()?)
        }
        "array" => Type::List(Box::new(kind_of(&schema["items"])?)),
        "object" if schema["additionalProperties"].is_object() => {
            Type::Map(Box::new(kind_of(&schema["additionalProperties"])?))
        }
        "object" => Type::Json,
        word => return Err(format!("the type `{word}`")),
    };
    Ok(if is_optional { Type::Optional(Box::new(kind)) } else { kind })
}

fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/definitions/")
}

fn resolve<'a>(definitions: &'a Map<String, Value>, schema: &'a Value) -> &'a Value {
    match reference(schema).and_then(|name| definitions.get(name)) {
        Some(found) => resolve(definitions, found),
        None => schema,
    }
}

fn without_reference(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(members) = schema.as_object_mut() {
        members.remove("$ref");
    }
    schema
}

/// Lines are broken where the source breaks them; paragraphs stay.
fn doc(schema: &Value) -> String {
    // Links between Rust items lead nowhere in another language.
    let text = schema["description"].as_str().unwrap_or_default().replace("[`", "`").replace("`]", "`");
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_surface_is_understood() {
        let surface = Surface::read().map_err(|failure| failure.what).unwrap();
        assert!(surface.operations.len() > 40 && surface.kinds.len() > 10 && surface.given.len() > 4);
        for operation in &surface.operations {
            assert!(!operation.doc.is_empty(), "{}", operation.name);
        }
        let Kind::Union { tag, variants } = &surface.shape("Event").unwrap().kind else { panic!() };
        assert_eq!(tag.as_deref(), Some("event"));
        let done = variants.iter().find(|variant| variant.word == "done").unwrap();
        assert!(done.fields.iter().any(|field| field.name == "left_seconds"));
        let Kind::Words { is_open, .. } = &surface.shape("OrganizationRole").unwrap().kind else { panic!() };
        assert!(is_open);
        let Kind::Alias(kind) = &surface.shape("UserId").unwrap().kind else { panic!() };
        assert_eq!(*kind, Type::Text);
        assert!(surface.shape("ListMembers").is_none() && surface.shape("Wish").unwrap().is_written);
        assert_eq!(surface.rows(&Type::Named("Roster".to_owned())), Some(("people", "Person")));
        for shape in &surface.shapes {
            let mut names = Vec::new();
            if let Kind::Record { fields, .. } = &shape.kind {
                for field in fields {
                    field.kind.names(&mut names);
                }
            }
            assert!(names.iter().all(|name| surface.shape(name).is_some()), "{}: {names:?}", shape.name);
        }
    }
}
