//! An answer that has no type of its own.

use crate::border::{free, infallible};
use crate::text::orgwarden_text;

/// An answer as JSON: of an operation that was called by its name, and of a control of the sandbox. Freed by
/// `orgwarden_answer_free`. Any thread may read it, and several at once.
pub struct orgwarden_answer {
    json: String,
    requests_used: u32,
}

impl orgwarden_answer {
    pub(crate) fn new(json: String, requests_used: u32) -> Self {
        Self { json, requests_used }
    }
}

/// The answer, borrowed until it is freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_answer_json(answer: *const orgwarden_answer) -> orgwarden_text {
    // SAFETY: the pointer is NULL or alive, as the header says.
    infallible(orgwarden_text::ABSENT, || orgwarden_text::maybe(unsafe { answer.as_ref() }.map(|answer| &*answer.json)))
}

/// How many requests it took.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_answer_requests_used(answer: *const orgwarden_answer) -> u32 {
    // SAFETY: the pointer is NULL or alive, as the header says.
    infallible(0, || unsafe { answer.as_ref() }.map_or(0, |answer| answer.requests_used))
}

/// Frees an answer. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_answer_free(answer: *mut orgwarden_answer) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { free(answer) }
}
