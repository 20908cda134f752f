//! Which version this is.

use std::ffi::{c_char, c_int};

use crate::border::infallible;
use crate::text::orgwarden_text;

/// The version of the library that the program runs with, such as "0.1.0": compare it with `ORGWARDEN_VERSION`, the one
/// that it was compiled for. Ends with a NUL and is never freed.
#[unsafe(no_mangle)]
pub extern "C" fn orgwarden_version() -> *const c_char {
    infallible(std::ptr::null(), || concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast())
}

/// The word for a status, such as `rate_limited`, and `ok` for 0; absent of a number that is none.
#[unsafe(no_mangle)]
pub extern "C" fn orgwarden_status_code(status: c_int) -> orgwarden_text {
    infallible(orgwarden_text::ABSENT, || orgwarden_text::maybe(crate::generated::status::code_of(status)))
}
