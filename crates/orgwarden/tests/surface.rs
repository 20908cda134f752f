//! The declared surface is a file that is reviewed like a schema: `docs/operations.json`.

use std::path::Path;

use orgwarden::Organization;

#[test]
fn the_description_of_the_operations_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operations.json");
    let mut present = serde_json::to_string_pretty(&Organization::surface()).unwrap();
    present.push('\n');
    if std::env::var_os("ORGWARDEN_UPDATE").is_some() {
        std::fs::write(&file, &present).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == present,
        "docs/operations.json is stale; write it anew with `ORGWARDEN_UPDATE=1 cargo test -p orgwarden --test surface`, and review the difference"
    );
}

#[test]
fn every_operation_is_named_area_and_verb_once() {
    let mut seen = std::collections::BTreeSet::new();
    for name in Organization::operations() {
        let (area, verb) = name.split_once('.').unwrap_or((name, ""));
        let is_word = |word: &str| word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
        assert!(is_word(area) && is_word(verb) && seen.insert(name), "{name}");
    }
}

#[test]
fn every_type_and_every_member_of_the_surface_is_documented() {
    let surface = Organization::surface();
    let mut without = Vec::new();
    for (name, schema) in &surface.definitions {
        // Schemars sets a number behind a name that two types have.
        assert!(!name.ends_with(|letter: char| letter.is_ascii_digit()), "two types are called {name}");
        let variants = schema.get("oneOf").and_then(|variants| variants.as_array()).into_iter().flatten();
        for schema in std::iter::once(schema).chain(variants) {
            if !schema["description"].is_string() {
                without.push(name.clone());
            }
            let members = schema.get("properties").and_then(|members| members.as_object()).into_iter().flatten();
            // Members of the API's objects mean what their names say; the one member of a variant is what the variant is.
            let is_told = schema.get("x-api-object").is_some()
                || schema
                    .get("properties")
                    .is_some_and(|members| members.as_object().is_some_and(|all| all.len() == 1));
            for (member, schema) in members {
                if !is_told && schema.get("const").is_none() && !schema["description"].is_string() {
                    without.push(format!("{name}.{member}"));
                }
            }
        }
    }
    assert!(without.is_empty(), "without documentation: {without:?}");
}
