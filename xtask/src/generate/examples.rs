//! An example of each operation in some languages, out of the scenarios that every door plays in its tests.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Map, Value};

use super::node::camel;
use super::python;
use super::surface::{Operation, Type};
use crate::step::{Failure, root};

/// A call that a scenario shows to work.
pub(crate) struct Example {
    arguments: Map<String, Value>,
    /// The words of the command line, where it has any.
    command: Option<Vec<String>>,
    /// The least is the best to show.
    cost: (bool, bool, bool, usize),
}

/// For each operation the shortest call with arguments that works by itself, without what was kept of another one.
pub(crate) fn read() -> Result<BTreeMap<String, Example>, Failure> {
    let folder = root().join("tests/scenarios");
    let failed = |what: String| Failure::new(format!("{}: {what}", folder.display()), "");
    let mut best: BTreeMap<String, Example> = BTreeMap::new();
    let entries = fs::read_dir(&folder).map_err(|error| failed(error.to_string()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "json")) {
        let text = fs::read_to_string(file).map_err(|error| failed(error.to_string()))?;
        let scenarios: Value = serde_json::from_str(&text).map_err(|error| failed(error.to_string()))?;
        let scenarios = scenarios.as_array().into_iter().flatten();
        for call in scenarios.flat_map(|scenario| scenario["calls"].as_array().into_iter().flatten()) {
            let Some(operation) = call["operation"].as_str().filter(|_| call["expect"].get("error").is_none()) else {
                continue;
            };
            let arguments = call["arguments"].as_object().cloned().unwrap_or_default();
            let words = call["command"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
            let command = call["command"].is_array().then(|| words.collect());
            let said = call["arguments"].to_string();
            let cost = (said.contains("${"), command.is_none(), arguments.is_empty(), said.len());
            if best.get(operation).is_none_or(|example| cost < example.cost) {
                best.insert(operation.to_owned(), Example { arguments, command, cost });
            }
        }
    }
    Ok(best)
}

impl Example {
    pub(crate) fn command_line(&self) -> Option<String> {
        let quoted = |word: &String| {
            let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.,:/=@+%?".contains(letter);
            if let Some(variable) = kept(word) {
                return format!("\"${variable}\"");
            }
            if !word.is_empty() && word.chars().all(is_plain) {
                return word.clone();
            }
            format!("'{}'", word.replace('\'', r"'\''"))
        };
        let words: Vec<String> = self.command.as_ref()?.iter().map(quoted).collect();
        Some(format!("orgwarden {}", words.join(" ")))
    }

    pub(crate) fn python(&self, operation: &Operation) -> String {
        let arguments =
            self.arguments.iter().map(|(name, value)| format!("{}={}", python::name(name), in_python(value)));
        format!("org.{}({})", operation.name, arguments.collect::<Vec<_>>().join(", "))
    }

    pub(crate) fn node(&self, operation: &Operation) -> String {
        let member = |(name, value): (&String, &Value)| {
            let kind = operation.arguments.iter().find(|field| field.name == *name).map(|field| field.kind.present());
            assert!(kind != Some(&Type::Time), "no example with times: teach it in xtask/src/generate/examples.rs");
            format!("{}: {}", camel(name), in_javascript(value, kind != Some(&Type::Json)))
        };
        let members: Vec<String> = self.arguments.iter().map(member).collect();
        let given = if members.is_empty() { String::new() } else { format!("{{ {} }}", members.join(", ")) };
        format!("await org.{}({given})", camel(&operation.name))
    }
}

/// `"${run}"` is what was kept: a variable.
fn kept(text: &str) -> Option<&str> {
    text.strip_prefix("${")?.strip_suffix('}')
}

fn in_python(value: &Value) -> String {
    let several = |items: Vec<String>| items.join(", ");
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Array(items) => format!("[{}]", several(items.iter().map(in_python).collect())),
        Value::Object(members) => {
            let member = |(name, value)| format!("\"{name}\": {}", in_python(value));
            format!("{{{}}}", several(members.iter().map(member).collect()))
        }
        Value::String(text) => kept(text).map_or_else(|| value.to_string(), str::to_owned),
        Value::Number(_) => value.to_string(),
    }
}

fn in_javascript(value: &Value, is_renamed: bool) -> String {
    let several = |items: Vec<String>| items.join(", ");
    match value {
        Value::Array(items) => {
            format!("[{}]", several(items.iter().map(|item| in_javascript(item, is_renamed)).collect()))
        }
        Value::Object(members) => {
            let name = |name: &str| if is_renamed { camel(name) } else { name.to_owned() };
            let member =
                |(key, value): (&String, &Value)| format!("{}: {}", name(key), in_javascript(value, is_renamed));
            format!("{{ {} }}", several(members.iter().map(member).collect()))
        }
        Value::String(text) => match kept(text) {
            Some(variable) => variable.to_owned(),
            None if text.contains(['\'', '\n', '\\']) => value.to_string(),
            None => format!("'{text}'"),
        },
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}
