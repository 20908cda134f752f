//! Input files of every form, as they are handed in and as they are broken: the short, repeatable part of what the fuzz
//! targets in `fuzz/` do for hours, from the same seeds.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]
#![allow(clippy::panic, reason = "a property that does not hold must fail")]

mod forms;
mod properties;

use std::path::{Path, PathBuf};

use orgwarden::api::model::Timestamp;
use orgwarden::input::read_wishes;
use orgwarden::plan::{Plan, decide};
use orgwarden::roster::Snapshot;
use orgwarden::roster_file::RosterFile;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::json;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz").join(name)
}

/// The seeds of a target, in the order of their names.
fn seeds(target: &str) -> Vec<String> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder("seeds").join(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{target} has no seed");
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

/// The words of a dictionary of libFuzzer.
fn words(dictionary: &str) -> Vec<String> {
    let text = std::fs::read_to_string(folder("dictionaries").join(dictionary)).unwrap();
    let word = |line: &str| {
        let inner = line.strip_prefix('"').unwrap().strip_suffix('"').unwrap().as_bytes();
        let (mut bytes, mut at) = (Vec::new(), 0);
        while at < inner.len() {
            match (inner[at], inner.get(at + 1)) {
                (b'\\', Some(b'x')) => {
                    let digits = std::str::from_utf8(&inner[at + 2..at + 4]).unwrap();
                    bytes.push(u8::from_str_radix(digits, 16).unwrap());
                    at += 4;
                }
                (b'\\', Some(letter @ (b'\\' | b'"'))) => {
                    bytes.push(*letter);
                    at += 2;
                }
                (b'\\', _) => panic!("libFuzzer does not know this: {line}"),
                (letter, _) => {
                    bytes.push(letter);
                    at += 1;
                }
            }
        }
        String::from_utf8(bytes).unwrap()
    };
    text.lines().filter(|line| !line.is_empty()).map(word).collect()
}

/// One change to a text: at a place, so many letters are replaced by others.
type Change = (prop::sample::Index, usize, String);

/// Seeds with a few changes.
fn broken(seeds: Vec<String>, words: Vec<String>) -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "\"", "'", ",", ";", "\n", "\r", "\r\n", "\t", "{", "}", "[", "]", ":", "=", "\\", "@", "#", "\u{feff}",
        "\u{0}", "ü", "\u{202e}",
    ]);
    let piece = prop_oneof![
        signs.prop_map(str::to_owned),
        prop::sample::select(words),
        prop::sample::select(seeds.clone()),
        any::<char>().prop_map(String::from),
        Just(String::new()),
    ];
    let change = (any::<prop::sample::Index>(), 0..4_usize, piece);
    (prop::sample::select(seeds), prop::collection::vec(change, 0..5)).prop_map(
        |(seed, changes): (String, Vec<Change>)| {
            let mut letters: Vec<char> = seed.chars().collect();
            for (at, count, piece) in changes {
                let start = at.index(letters.len() + 1);
                let end = (start + count).min(letters.len());
                letters.splice(start..end, piece.chars());
            }
            letters.into_iter().collect()
        },
    )
}

/// The same inputs every time.
fn repeatable() -> ProptestConfig {
    ProptestConfig { cases: 1500, rng_seed: RngSeed::Fixed(20), failure_persistence: None, ..ProptestConfig::default() }
}

/// A plan with a step of most kinds, something held and something that is so already.
fn plan() -> Plan {
    let snapshot = Snapshot {
        members: serde_json::from_value(json!([
            {"id": "user-1", "name": "Ada", "email": "ada@example.com", "role": "owner"},
            {"id": "user-2", "name": "Bob", "email": "=bob@example.com", "role": "reader"},
        ]))
        .unwrap(),
        projects: serde_json::from_value(json!([{"id": "proj_1", "name": "Site"}])).unwrap(),
        ..Snapshot::default()
    };
    let rows = "email,action,role,projects,reason\n\
                ada@example.com,take,,Site,\n=bob@example.com,add,owner,Site,\"@now\"\nnew@example.com,invite,,Site:owner,hired\n\
                =bob@example.com,role,reader,,\n";
    decide(&snapshot, &read_wishes("rows.csv", rows).unwrap().wishes, Timestamp::new(0)).unwrap()
}

#[test]
fn the_seeds_are_read_and_the_plan_among_them_is_up_to_date() {
    let file = folder("seeds/plan_file/usual.json");
    let mut text = serde_json::to_string(&plan()).unwrap();
    text.push('\n');
    if std::env::var_os("ORGWARDEN_UPDATE").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    for text in seeds("csv").iter().filter(|text| !text.starts_with('=')).chain(&seeds("json_lines")) {
        properties::wishes(text);
        read_wishes("f", text).unwrap();
    }
    for text in seeds("roster") {
        properties::roster(&text);
        RosterFile::parse(&text, Path::new("f")).unwrap();
    }
    assert!(
        std::fs::read_to_string(&file).unwrap_or_default() == text,
        "the seed of plans is stale; write it anew with `ORGWARDEN_UPDATE=1 cargo test -p orgwarden --test inputs`"
    );
    let plan = Plan::from_file_text(&properties::sealed(&text), "f").unwrap();
    assert_eq!((plan.steps.len(), plan.already.len(), plan.held.len()), (2, 1, 1));
}

#[test]
fn a_plan_file_with_any_byte_changed_is_refused() {
    let text = plan().to_file_text().unwrap();
    let plan = plan();
    for at in 0..text.len() {
        for byte in [b'1', b' ', b'"'] {
            properties::changed(&text, &plan, at, byte);
        }
    }
}

proptest! {
    #![proptest_config(repeatable())]

    #[test]
    fn broken_rows_are_read_or_refused_with_their_place(
        text in broken([seeds("csv"), seeds("json_lines")].concat(), words("rows.dict")),
    ) {
        properties::wishes(&text);
    }

    #[test]
    fn broken_roster_files_are_read_or_refused_with_their_place(text in broken(seeds("roster"), words("roster.dict"))) {
        properties::roster(&text);
    }

    #[test]
    fn broken_plans_are_read_or_refused_with_their_place(
        text in broken(seeds("plan_file"), words("plan.dict")),
        at in any::<usize>(),
        byte in any::<u8>(),
    ) {
        properties::plan_file(&text);
        properties::sealed_plan(&text, at, byte);
    }
}
