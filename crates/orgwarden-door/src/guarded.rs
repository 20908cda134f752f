use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use futures_util::FutureExt as _;

use crate::{Error, ErrorKind, Result};

/// Awaits something; a panic in it becomes an error of the kind `internal`.
pub async fn guarded<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    // What a panic may have left half done is not used again: errors of this kind end the call.
    AssertUnwindSafe(future).catch_unwind().await.unwrap_or_else(|panic| Err(of_panic(panic.as_ref())))
}

/// Does something; a panic in it becomes an error of the kind `internal`.
pub fn guarded_now<T>(action: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(action)).unwrap_or_else(|panic| Err(of_panic(panic.as_ref())))
}

pub(crate) fn of_panic(panic: &(dyn Any + Send)) -> Error {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    Error::new(ErrorKind::Internal, format!("a fault inside orgwarden: {}", text.unwrap_or("without a message")))
        .with_hint("Please report it. If it was a change, `resume` continues it.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_are_errors_with_their_text() {
        let error = guarded_now::<()>(|| panic!("no {}", "way")).unwrap_err();
        assert_eq!((error.kind(), error.message()), (ErrorKind::Internal, "a fault inside orgwarden: no way"));
        let error = crate::waited(guarded::<()>(async { panic!("later") })).unwrap_err();
        assert_eq!(error.message(), "a fault inside orgwarden: later");
        assert_eq!(guarded_now(|| Ok(1)).unwrap(), 1);
    }
}
