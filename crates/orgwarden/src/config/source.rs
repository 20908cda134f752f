//! The text of a TOML file, and errors that point into it without quoting it: a line may hold a key.

use std::ops::Range;
use std::path::Path;

use orgwarden_api::{Error, ErrorKind};
use toml_edit::{TableLike, TomlError};

use super::places::shown_path;
use super::shown::shown;

/// A TOML file while it is read.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    path: &'a Path,
    text: &'a str,
    kind: ErrorKind,
    /// Where the part begins that is read, if the file is read in parts: the parser counts from there.
    start: usize,
}

impl<'a> Source<'a> {
    /// The config file.
    pub(crate) fn new(path: &'a Path, text: &'a str) -> Self {
        Self { path, text, kind: ErrorKind::Config, start: 0 }
    }

    /// A file that somebody hands in.
    pub(crate) fn input(path: &'a Path, text: &'a str) -> Self {
        Self { path, text, kind: ErrorKind::Invalid, start: 0 }
    }

    /// The same file, of which the part is read that begins at an offset.
    pub(crate) fn part(&self, start: usize) -> Self {
        Self { start, ..*self }
    }

    /// An error at a place of the file; without a file, the bare message.
    pub(crate) fn error(&self, span: Option<Range<usize>>, message: impl std::fmt::Display) -> Error {
        let place = span.map(|span| self.place(span.start)).unwrap_or_default();
        if self.path.as_os_str().is_empty() {
            return Error::new(self.kind, message.to_string());
        }
        Error::new(self.kind, format!("{}{place}: {message}", shown_path(self.path)))
    }

    /// An error about what is missing in the whole file: its place is the end.
    pub(crate) fn at_the_end(&self, message: impl std::fmt::Display) -> Error {
        let end = self.text.len() - self.start;
        self.error(Some(end..end), message)
    }

    /// What the parser says, without the line it would show.
    pub(crate) fn syntax_error(&self, error: &TomlError) -> Error {
        self.error(error.span(), shown(error.message()))
    }

    /// Refuses members that are not known, with the nearest that is.
    pub(crate) fn only(&self, table: &dyn TableLike, known: &[&str]) -> Result<(), Error> {
        for (name, item) in table.iter() {
            if !known.contains(&name) {
                let key_span = table.get_key_value(name).and_then(|(key, _)| key.span());
                let error = self.error(key_span.or(item.span()), format!("unknown member `{}`", shown(name)));
                return Err(error.with_hint(match nearest(name, known.iter().copied()) {
                    Some(near) => format!("Did you mean `{near}`?"),
                    None => format!("Known here: {}.", known.join(", ")),
                }));
            }
        }
        Ok(())
    }

    fn place(&self, offset: usize) -> String {
        let before = self.text.get(..self.start + offset).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        format!(":{line}:{}", before[line_start..].chars().count() + 1)
    }
}

/// The known name that somebody probably meant.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    known
        .map(|candidate| (strsim::jaro_winkler(&name, &candidate.to_lowercase()), candidate))
        .filter(|(similarity, _)| *similarity > 0.75)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, candidate)| candidate)
}
