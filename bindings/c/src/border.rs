//! The border: nothing is believed of what comes in, no panic goes out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;

use orgwarden_door::{Error, Result, guarded_now};

use crate::error::{self, orgwarden_error};
use crate::generated::status::{orgwarden_status, status_of};

/// Runs the body of a function that can fail. An error is handed over where the caller has a place for it.
///
/// # Safety
/// `error` is NULL, or a pointer can be written there.
pub(crate) unsafe fn attempt(error: *mut *mut orgwarden_error, body: impl FnOnce() -> Result<()>) -> orgwarden_status {
    let Err(problem) = guarded_now(body) else { return orgwarden_status::Ok };
    let status = status_of(problem.kind());
    if !error.is_null() {
        // SAFETY: it is not NULL, and the caller promises the rest.
        unsafe { error.write(error::handed_over(problem)) };
    }
    status
}

/// Runs the body of a function that cannot fail; `otherwise` is what it answers should there be a fault in it.
pub(crate) fn infallible<T>(otherwise: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(otherwise)
}

/// What a caller's pointer points to.
///
/// # Safety
/// It is NULL, or what it points to lives for as long as `'a` and is changed by nobody.
pub(crate) unsafe fn lent<'a, T>(pointer: *const T, name: &str) -> Result<&'a T> {
    // SAFETY: the caller promises it.
    unsafe { pointer.as_ref() }.ok_or_else(|| null(name))
}

fn null(name: &str) -> Error {
    Error::invalid(format!("`{name}` is NULL"))
}

/// A place for an answer. It is looked at before anything is done: what was done could not be told otherwise.
pub(crate) struct Place<T>(NonNull<*mut T>);

impl<T> Place<T> {
    /// # Safety
    /// It is NULL, or a pointer can be written there.
    pub(crate) unsafe fn new(pointer: *mut *mut T, name: &str) -> Result<Self> {
        NonNull::new(pointer).map(Self).ok_or_else(|| null(name))
    }

    /// Hands something over; it is the caller's from now on.
    pub(crate) fn fill(self, value: T) {
        self.put(Box::into_raw(Box::new(value)));
    }

    /// Hands over a pointer.
    pub(crate) fn put(self, pointer: *mut T) {
        // SAFETY: whoever made this place promised that a pointer can be written there.
        unsafe { self.0.as_ptr().write(pointer) }
    }
}

/// Takes back what was handed over, and drops it. NULL is fine.
///
/// # Safety
/// It is NULL, or came out of [`Place::fill`] and was not taken back yet.
pub(crate) unsafe fn free<T>(pointer: *mut T) {
    if !pointer.is_null() {
        // SAFETY: it is not NULL, and the caller promises the rest.
        let taken = unsafe { Box::from_raw(pointer) };
        infallible((), move || drop(taken));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::*;

    #[test]
    fn a_panic_is_an_error_of_the_kind_internal() {
        let mut error = std::ptr::null_mut();
        // SAFETY: the place is a variable.
        let status = unsafe { attempt(&raw mut error, || panic!("no way")) };
        assert_eq!(status, orgwarden_status::Internal);
        // SAFETY: the error was just made, and is freed once.
        unsafe {
            let message = orgwarden_error_message(error).read("message");
            assert_eq!(message.unwrap(), Some("a fault inside orgwarden: no way"));
            assert_eq!(orgwarden_error_kind(error), orgwarden_status::Internal);
            orgwarden_error_free(error);
        }
        // SAFETY: nobody wants the error.
        assert_eq!(unsafe { attempt(std::ptr::null_mut(), || panic!("again")) }, orgwarden_status::Internal);
        assert_eq!(infallible(7, || panic!("a reader")), 7);
    }

    /// Every function that C can call stops panics, by going through `attempt`, `infallible` or one of the kernels that do.
    #[test]
    fn every_function_goes_through_the_border() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut seen = 0;
        for file in ["", "generated"].iter().flat_map(|inner| std::fs::read_dir(folder.join(inner)).unwrap()) {
            let file = file.unwrap().path();
            if file.extension().is_none_or(|end| end != "rs") || file.ends_with("border.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&file).unwrap();
            for function in text.split("#[unsafe(no_mangle)]").skip(1) {
                let body = function.split("\n}\n").next().unwrap();
                let guards = [
                    "attempt(",
                    "infallible(",
                    "read::",
                    "operate(",
                    "operate_untyped(",
                    "plan(",
                    "free(",
                    "ask(",
                    "text(error",
                ];
                assert!(guards.iter().any(|guard| body.contains(guard)), "{}:\n{body}", file.display());
                seen += 1;
            }
        }
        assert!(seen > 400, "{seen}");
    }
}
