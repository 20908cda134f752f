//! The declared surface is a file that is reviewed like a schema: `docs/operations.json`.

use std::path::Path;

use orgwarden::Organization;

#[test]
fn the_description_of_the_operations_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operations.json");
    let mut present = serde_json::to_string_pretty(&Organization::operations()).unwrap();
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
    for operation in Organization::operations() {
        let (area, verb) = operation.name.split_once('.').unwrap_or((operation.name, ""));
        let is_word = |word: &str| word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
        assert!(is_word(area) && is_word(verb) && seen.insert(operation.name), "{}", operation.name);
    }
}
