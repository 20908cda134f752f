//! What went wrong, as a handle with readers.

use orgwarden_door::Error;

use crate::border::{free, infallible};
use crate::generated::status::{orgwarden_status, status_of};
use crate::text::orgwarden_text;

/// What went wrong, in full. Made by a function that fails, freed by `orgwarden_error_free`. Any thread may read it, and
/// several at once.
pub struct orgwarden_error {
    error: Error,
    json: String,
}

pub(crate) fn handed_over(error: Error) -> *mut orgwarden_error {
    let json = serde_json::to_string(&error).unwrap_or_default();
    Box::into_raw(Box::new(orgwarden_error { error, json }))
}

/// # Safety
/// The pointer is NULL or an error that is alive.
unsafe fn ask<T>(error: *const orgwarden_error, otherwise: T, question: impl FnOnce(&orgwarden_error) -> T) -> T {
    // SAFETY: the caller promises it.
    match unsafe { error.as_ref() } {
        Some(error) => infallible(otherwise, || question(error)),
        None => otherwise,
    }
}

/// # Safety
/// As [`ask`].
unsafe fn text(error: *const orgwarden_error, of: impl FnOnce(&Error) -> Option<&str>) -> orgwarden_text {
    // SAFETY: the caller promises it.
    unsafe { ask(error, orgwarden_text::ABSENT, |error| orgwarden_text::maybe(of(&error.error))) }
}

/// The kind, which is also what the function has returned. Of NULL: `ORGWARDEN_STATUS_OK`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_kind(error: *const orgwarden_error) -> orgwarden_status {
    // SAFETY: the pointer is NULL or alive, as the header says. Asking is guarded in `ask`.
    unsafe { ask(error, orgwarden_status::Ok, |error| status_of(error.error.kind())) }
}

/// The kind as a word, such as `rate_limited`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_code(error: *const orgwarden_error) -> orgwarden_text {
    // SAFETY: as above.
    unsafe { text(error, |error| Some(error.kind().code())) }
}

/// What happened, in one line for people. Programs look at the kind.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_message(error: *const orgwarden_error) -> orgwarden_text {
    // SAFETY: as above.
    unsafe { text(error, |error| Some(error.message())) }
}

/// The next step to take; absent where there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_hint(error: *const orgwarden_error) -> orgwarden_text {
    // SAFETY: as above.
    unsafe { text(error, Error::hint) }
}

/// The HTTP status that the API answered; 0 where it did not answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_http_status(error: *const orgwarden_error) -> u16 {
    // SAFETY: as above.
    unsafe { ask(error, 0, |error| error.error.status().unwrap_or_default()) }
}

/// The API's own code for what happened, such as `invalid_api_key`; absent where it gave none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_service_code(error: *const orgwarden_error) -> orgwarden_text {
    // SAFETY: as above.
    unsafe { text(error, Error::service_code) }
}

/// The request's id, which OpenAI's support asks for; absent where the API did not answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_request_id(error: *const orgwarden_error) -> orgwarden_text {
    // SAFETY: as above.
    unsafe { text(error, Error::request_id) }
}

/// Method and route of the request, such as "POST /organization/invites"; absent where none was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_route(error: *const orgwarden_error) -> orgwarden_text {
    // SAFETY: as above.
    unsafe { text(error, Error::route) }
}

/// Whether the API said how long to wait before trying again, and how long, in seconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_retry_after_seconds(error: *const orgwarden_error, seconds: *mut f64) -> bool {
    // SAFETY: as above; a number can be written to `seconds` unless it is NULL.
    unsafe {
        ask(error, false, |error| {
            let Some(wait) = error.error.retry_after() else { return false };
            if !seconds.is_null() {
                seconds.write(wait.as_secs_f64());
            }
            true
        })
    }
}

/// Everything that is known of it, as JSON.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_json(error: *const orgwarden_error) -> orgwarden_text {
    // SAFETY: as above.
    unsafe { ask(error, orgwarden_text::ABSENT, |error| orgwarden_text::of(&error.json)) }
}

/// Frees an error. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_error_free(error: *mut orgwarden_error) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { free(error) }
}
