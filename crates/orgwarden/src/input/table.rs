//! Rows of cells out of CSV or JSON Lines, each cell with the place where it stands.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::result_columns::{as_it_was, is_done, result_column, result_prefix};
use crate::{Error, Result};

/// A row: the cells that are filled.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    /// The line, counted from 1.
    pub(super) line: usize,
    /// The cells.
    pub(super) cells: Vec<Cell>,
    /// Whether a file of results says that nothing is left to be done for it.
    pub(super) is_done: bool,
}

/// A cell and the column that it belongs to.
#[derive(Debug, PartialEq)]
pub(super) struct Cell {
    /// The column's name, as it is written.
    pub(super) name: Rc<str>,
    /// What stands in it: one text, or the texts of a list.
    pub(super) value: Vec<String>,
    /// What it is.
    pub(super) form: Form,
    /// Where: line and column, counted from 1.
    pub(super) place: (usize, usize),
}

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A text: several names in it are separated.
    Text,
    /// A list: the names in it stand each for itself.
    List,
    /// Something else, which means nothing in a column that we know.
    Other,
}

/// An error at a place of a file.
pub(super) fn wrong(file: &str, (line, column): (usize, usize), problem: &str) -> Error {
    Error::invalid(format!("{file}:{line}:{column}: {problem}")).with_hint("Nothing was sent.")
}

/// Reads rows; the first letter tells which of the two it is.
pub(super) fn rows(file: &str, text: &str) -> Result<Vec<Row>> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') { json_lines(file, text) } else { csv(file, text) }
}

fn json_lines(file: &str, text: &str) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = |offset: usize| (number + 1, line.get(..offset).unwrap_or(line).chars().count() + 1);
        let Members(row) = serde_json::from_str(line).map_err(|error| {
            let problem =
                if error.is_eof() { "the line ends too early: is the file cut off?" } else { "not a JSON object" };
            wrong(file, place(error.column().saturating_sub(1)), problem)
        })?;
        let (results, mut is_over) = (result_prefix(row.iter().map(|(name, _)| name.as_str())), false);
        let mut cells = Vec::with_capacity(row.len());
        let mut seen = HashSet::with_capacity(row.len());
        for (name, value) in row {
            // The value is a part of the line.
            let place = place((value.get().as_ptr() as usize).saturating_sub(line.as_ptr() as usize));
            if !seen.insert(name.clone()) {
                return Err(wrong(file, place, &format!("`{name}` stands twice in this row")));
            }
            let text = value.get();
            if let Some(of_results) = results.and_then(|prefix| result_column(&name, prefix)) {
                let status = serde_json::from_str::<String>(text);
                is_over |= of_results == 0 && status.is_ok_and(|status| is_done(&status));
                continue;
            }
            if text == "null" {
                continue;
            }
            let (value, form) = if let Ok(text) = serde_json::from_str::<Text>(text) {
                (vec![text], Form::Text)
            } else if let Ok(list) = serde_json::from_str::<Vec<Text>>(text) {
                (list, Form::List)
            } else {
                // What nobody can read stays in no file, not even in a column of others.
                serde_json::from_str::<serde_json::Value>(text).map_err(|_| wrong(file, place, "not a JSON value"))?;
                (Vec::new(), Form::Other)
            };
            let value = value.into_iter().map(Text::trimmed).collect();
            cells.push(Cell { name: name.into(), value, form, place });
        }
        rows.push(Row { line: number + 1, cells, is_done: is_over });
    }
    Ok(rows)
}

/// A text, or a number that can be written in one way only: others would lose digits.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Text(String),
    Number(u64),
}

impl Text {
    fn trimmed(self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The members of an object in their order, with the text of each value.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Reading;

        impl<'de> Visitor<'de> for Reading {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Reading)
    }
}

/// What stands in one place of a CSV file.
pub(super) struct Field<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) place: (usize, usize),
}

fn csv(file: &str, text: &str) -> Result<Vec<Row>> {
    let mut records = Records::new(file, text, separator(text));
    let mut rows = Vec::new();
    let mut header: Option<Vec<Rc<str>>> = None;
    // Of a file of results: which column is which of theirs.
    let mut ours: Option<Vec<Option<usize>>> = None;
    let mut last = (0, false);
    while let Some(record) = records.next_record()? {
        if record.iter().all(|field| field.text.is_empty()) || record[0].text.starts_with('#') {
            continue;
        }
        let place = record[0].place;
        let names = match &header {
            Some(names) => names,
            // A plain list of addresses needs no header.
            None if record[0].text.contains('@') => header.insert(vec!["email".into()]),
            None => {
                let prefix = result_prefix(record.iter().map(|field| &*field.text));
                let name = |field: &Field<'_>| match prefix {
                    Some(_) => as_it_was(&field.text).trim().into(),
                    None => (*field.text).into(),
                };
                let names: Vec<Rc<str>> = record.iter().map(name).collect();
                ours = prefix.map(|prefix| names.iter().map(|name| result_column(name, prefix)).collect());
                header = Some(names);
                continue;
            }
        };
        last = (place.0, record.len() < names.len());
        if let Some(field) = record.iter().skip(names.len()).find(|field| !field.text.is_empty()) {
            let problem = format!("`{}` stands in a column that no header names", field.text);
            return Err(wrong(file, field.place, &problem));
        }
        let (mut cells, mut is_over) = (Vec::with_capacity(record.len()), false);
        for (column, (name, Field { text, place })) in names.iter().zip(record).enumerate() {
            let text = match ours.as_ref().map(|ours| ours[column]) {
                None => text.into_owned(),
                Some(None) => as_it_was(&text).trim().to_owned(),
                Some(Some(of_results)) => {
                    is_over |= of_results == 0 && is_done(&text);
                    continue;
                }
            };
            if !text.is_empty() {
                cells.push(Cell { name: Rc::clone(name), value: vec![text], form: Form::Text, place });
            }
        }
        rows.push(Row { line: place.0, cells, is_done: is_over });
    }
    if last.1 && !text.ends_with('\n') {
        return Err(wrong(file, (last.0, 1), "the last row ends too early: is the file cut off?"));
    }
    Ok(rows)
}

/// The letter between columns: `;` or a tab where the first line has no comma.
pub(super) fn separator(text: &str) -> char {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
    [',', ';', '\t'].into_iter().find(|letter| first.contains(*letter)).unwrap_or(',')
}

/// The records of a CSV file, one after the other.
pub(super) struct Records<'a> {
    file: &'a str,
    rest: &'a str,
    separator: char,
    place: (usize, usize),
}

impl<'a> Records<'a> {
    pub(super) fn new(file: &'a str, text: &'a str, separator: char) -> Self {
        Self { file, rest: text, separator, place: (1, 1) }
    }

    pub(super) fn next_record(&mut self) -> Result<Option<Vec<Field<'a>>>> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let mut record = Vec::new();
        loop {
            let place = self.place;
            let (text, is_last) = self.field(place)?;
            record.push(Field { text, place });
            if is_last {
                return Ok(Some(record));
            }
        }
    }

    /// Goes on behind so many bytes.
    fn pass(&mut self, bytes: usize) {
        let (passed, rest) = self.rest.split_at(bytes);
        self.rest = rest;
        match passed.rfind('\n') {
            None => self.place.1 += passed.chars().count(),
            Some(newline) => {
                let lines = passed.bytes().filter(|byte| *byte == b'\n').count();
                self.place = (self.place.0 + lines, passed[newline + 1..].chars().count() + 1);
            }
        }
    }

    /// One field, and whether the record ends with it.
    fn field(&mut self, place: (usize, usize)) -> Result<(Cow<'a, str>, bool)> {
        // Most have no quote in them, and nothing is to be taken out.
        let end = self.rest.find([self.separator, '\n', '"']).unwrap_or(self.rest.len());
        let letter = self.rest[end..].chars().next();
        if letter == Some('"') {
            return self.quoted_field(place);
        }
        let text = &self.rest[..end];
        self.pass(end + letter.map_or(0, char::len_utf8));
        Ok((Cow::Borrowed(text.trim()), letter != Some(self.separator)))
    }

    /// A field with quotes in it, which may be of more than one line.
    fn quoted_field(&mut self, place: (usize, usize)) -> Result<(Cow<'a, str>, bool)> {
        let mut text = String::new();
        let mut is_quoted = false;
        let mut end = self.rest.len();
        let mut is_last = true;
        let mut letters = self.rest.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' if is_quoted && letters.peek().is_some_and(|(_, next)| *next == '"') => {
                    letters.next();
                    text.push('"');
                }
                '"' if is_quoted => is_quoted = false,
                '"' if text.trim().is_empty() => is_quoted = true,
                letter if !is_quoted && (letter == '\n' || letter == self.separator) => {
                    (end, is_last) = (at + letter.len_utf8(), letter == '\n');
                    break;
                }
                letter => text.push(letter),
            }
        }
        if is_quoted {
            return Err(wrong(self.file, place, "a quote is opened and never closed: is the file cut off?"));
        }
        self.pass(end);
        Ok((Cow::Owned(text.trim().to_owned()), is_last))
    }
}
