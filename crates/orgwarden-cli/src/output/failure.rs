//! Errors: what happened, the next step, and what support asks for.

use std::fmt::Write as _;

use orgwarden::{Error, words};
use serde::Serialize;

use super::{Output, json};

#[derive(Serialize)]
struct Failure<'a> {
    error: &'a Error,
}

/// Prints an error to standard error: words, or one line `{"error": {…}}` where the format is JSON.
pub(crate) fn print_error(output: &Output, error: &Error) {
    if output.format.is_json()
        && let Ok(line) = json::line(&Failure { error })
    {
        output.say(&line);
        return;
    }
    output.say(&text(output, error));
}

fn text(output: &Output, error: &Error) -> String {
    let style = output.notes;
    let mut out = format!("{} {}", style.red("error:"), words::visible(error.message()));
    // Writing to a String cannot fail.
    if error.hint().is_some() || error.request_id().is_some() {
        out.push('\n');
    }
    if let Some(hint) = error.hint() {
        let _ = write!(out, "\n{} {}", style.cyan("hint:"), words::visible(hint));
    }
    if let Some(id) = error.request_id() {
        let _ = write!(out, "\n{} {}", style.dim("request id:"), words::visible(id));
    }
    out
}
