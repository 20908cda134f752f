//! Written by `cargo xtask generate` from the declared surface; do not edit.

pub mod operations;
pub mod records;
pub mod status;
