//! CSV files of wishes.
#![no_main]

#[allow(dead_code, reason = "each target proves its part")]
#[path = "../../crates/orgwarden/tests/inputs/properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| properties::wishes(text.trim_start_matches(['{', ' '])));
