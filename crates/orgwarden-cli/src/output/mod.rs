//! Everything that is printed goes through here: data to standard output, all else to standard error.
//!
//! What must not live here: what the words mean.

mod cell;
mod failure;
mod json;
mod listing;
mod style;
mod table;
mod time;

use std::io::{self, IsTerminal as _, Write};

use clap::ValueEnum;
use orgwarden::{Error, ErrorKind, Result, words};

pub(crate) use cell::{Cell, Column, Tone};
pub(crate) use failure::print_error;
pub(crate) use listing::{Listing, Record};
pub(crate) use style::{Color, Style};

/// How data is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people; when piped, one row per line with tabs between the cells and no header.
    #[default]
    Table,
    /// One JSON document: the rows and the requests that it took. Times are seconds since 1970.
    Json,
    /// One JSON object per row and line.
    Jsonl,
    /// CSV with a header; times are RFC 3339 in UTC.
    Csv,
    /// A Markdown table.
    Md,
}

impl Format {
    /// Whether programs read standard error too, so that errors are written as JSON.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }
}

/// Where and how to print.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) quiet: bool,
    /// The style of standard output.
    pub(crate) style: Style,
    /// The style of standard error.
    pub(crate) notes: Style,
    /// Whether standard output is a terminal.
    pub(crate) is_terminal: bool,
    /// The width of the terminal, where there is one.
    pub(crate) width: Option<u16>,
}

impl Output {
    pub(crate) fn new(format: Format, color: Color, quiet: bool) -> Self {
        let is_terminal = io::stdout().is_terminal();
        Self {
            format,
            quiet,
            style: Style::new(color, is_terminal),
            notes: Style::new(color, io::stderr().is_terminal()),
            is_terminal,
            width: if is_terminal { table::terminal_width() } else { None },
        }
    }

    /// Writes data to standard output.
    pub(crate) fn data(&self, text: &str) -> Result<()> {
        self.stream(|out| out.write_all(text.as_bytes()))
    }

    /// Writes data to standard output piece by piece: rosters are long. Whoever closes the pipe has read enough: that is
    /// no failure.
    #[expect(clippy::unused_self, reason = "the only way to standard output, so that nobody prints past the output")]
    fn stream(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Error::new(ErrorKind::Storage, format!("cannot write the output: {error}")).with_source(error))
            }
            _ => Ok(()),
        }
    }

    /// Writes a line to standard error.
    #[expect(clippy::unused_self, reason = "the only way to standard error, so that nobody prints past the output")]
    pub(crate) fn say(&self, line: &str) {
        // Nobody is left to be told that standard error is closed.
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// Writes a line about the work to standard error, unless quiet was asked for.
    pub(crate) fn note(&self, line: &str) {
        if !self.quiet {
            self.say(&self.notes.dim(&words::visible(line)));
        }
    }

    /// The last line: what there was and what it took. JSON has it in its document.
    pub(crate) fn summary(&self, line: &str) {
        if !self.format.is_json() {
            self.note(line);
        }
    }
}

/// `1 person`, `12 people`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// `1,234,567`.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_readable() {
        assert_eq!(count(1, "person", "people"), "1 person");
        assert_eq!(count(0, "person", "people"), "0 people");
        assert_eq!([grouped(999), grouped(1000), grouped(1_234_567)], ["999", "1,000", "1,234,567"]);
    }
}
