//! Saved plans: as they are, and sealed with the right digest, with a byte changed afterwards.

#![no_main]

#[allow(dead_code, reason = "each target proves its part")]
#[path = "../../crates/orgwarden/tests/inputs/properties.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    properties::plan_file(text);
    // Where and what is changed follows from the text, so that a find can be repeated.
    let mix = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |mix, byte| (mix ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let [low, .., high] = mix.to_le_bytes();
    properties::sealed_plan(text, usize::from(low) * 7 + (mix >> 16) as usize % 4096, high & 0x7f);
});
