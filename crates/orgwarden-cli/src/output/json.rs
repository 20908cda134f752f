//! JSON, whose texts cannot command a terminal either.

use std::io::{self, Write};

use orgwarden::words;
use serde::Serialize;

/// Writes one value and a line feed: indented for people, in one line for programs.
pub(super) fn write(out: &mut dyn Write, value: &impl Serialize, indented: bool) -> io::Result<()> {
    let harmless = Harmless(&mut *out);
    if indented { serde_json::to_writer_pretty(harmless, value) } else { serde_json::to_writer(harmless, value) }?;
    out.write_all(b"\n")
}

/// One value in one line, without a line feed.
pub(super) fn line(value: &impl Serialize) -> io::Result<String> {
    let mut line = Vec::new();
    serde_json::to_writer(Harmless(&mut line), value)?;
    String::from_utf8(line).map_err(io::Error::other)
}

/// Escapes what JSON allows to stand as it is and terminals obey. Outside of its texts JSON has no such letters.
struct Harmless<W>(W);

impl<W: Write> Write for Harmless<W> {
    /// What comes here is whole letters: the writer of JSON hands over texts piece by piece, never a part of a letter.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        // Nearly all pieces are plain.
        if bytes.is_ascii() && !bytes.contains(&0x7f) {
            return self.0.write_all(bytes);
        }
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        for letter in text.chars() {
            let mut buffer = [0; 4];
            let letter_text = letter.encode_utf8(&mut buffer);
            if letter != '\n' && words::visible(letter_text) != *letter_text {
                // All of these letters are in the first plane.
                write!(self.0, "\\u{:04x}", u32::from(letter))?;
            } else {
                self.0.write_all(letter_text.as_bytes())?;
            }
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_is_the_same_and_the_text_is_harmless() {
        let value = serde_json::json!({"name": "a\u{9b}2J\u{1b}\u{202e}\u{7f} é 名 \u{fffd}"});
        for indented in [false, true] {
            let mut bytes = Vec::new();
            write(&mut bytes, &value, indented).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
            assert!(text.contains(r"\u009b2J") && text.contains(r"\u202e\u007f é 名"), "{text}");
        }
        assert_eq!(line(&value).unwrap().lines().count(), 1);
    }
}
