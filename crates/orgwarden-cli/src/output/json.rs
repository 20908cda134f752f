//! JSON, whose texts cannot command a terminal either.

use std::borrow::Cow;
use std::fmt::Write as _;

use orgwarden::{Error, ErrorKind, Result, words};
use serde::Serialize;

/// One value and a line feed: indented for people, in one line for programs.
pub(super) fn text(value: &impl Serialize, indented: bool) -> Result<String> {
    let written = if indented { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    let mut text =
        written.map_err(|error| Error::new(ErrorKind::Internal, format!("the answer cannot be written: {error}")))?;
    text.push('\n');
    Ok(harmless(&text).into_owned())
}

/// Escapes what JSON allows to stand as it is and terminals obey. Outside of its texts JSON has no such letters.
fn harmless(json: &str) -> Cow<'_, str> {
    // The plain letters first: nearly all are.
    let is_harmful = |letter: char| {
        !matches!(letter, ' '..='~' | '\n' | '\u{fffd}')
            && words::visible(letter.encode_utf8(&mut [0; 4])) == "\u{fffd}"
    };
    if !json.contains(is_harmful) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_harmful(letter) {
            // Writing to a String cannot fail; all of these letters are in the first plane.
            let _ = write!(out, "\\u{:04x}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_is_the_same_and_the_text_is_harmless() {
        let value = serde_json::json!({"name": "a\u{9b}2J\u{1b}\u{202e}\u{7f} é 名 \u{fffd}"});
        for indented in [false, true] {
            let text = text(&value, indented).unwrap();
            assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
            assert!(text.contains(r"\u009b2J") && text.contains(r"\u202e\u007f é 名"), "{text}");
        }
    }
}
