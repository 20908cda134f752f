//! An answer on its way out: the same rows in every format.

use std::fmt::Write as _;

use orgwarden::Result;
use orgwarden::api::client::Requests;
use orgwarden::api::model::Timestamp;
use serde::Serialize;

use super::cell::{Cell, Column};
use super::table::{self, Terminal};
use super::{Format, Output, json};

/// Rows, and the document that they are part of.
pub(crate) struct Listing<'a, D, R> {
    /// The whole answer, for JSON.
    pub(crate) document: &'a D,
    /// What it took, for JSON, where the document does not say it itself.
    pub(crate) requests: Option<&'a Requests>,
    /// The rows, for all other formats.
    pub(crate) rows: &'a [R],
    /// The columns of a row.
    pub(crate) columns: &'a [Column<R>],
    /// The present moment, for distances.
    pub(crate) now: Timestamp,
    /// Whether long cells take more lines on a terminal, instead of being cut.
    pub(crate) wraps: bool,
}

/// One thing with its fields.
pub(crate) struct Record<'a, D> {
    /// The whole answer, for JSON.
    pub(crate) document: &'a D,
    /// What it took, for JSON.
    pub(crate) requests: &'a Requests,
    /// Its fields, for all other formats.
    pub(crate) fields: Vec<(&'static str, Cell)>,
    /// The present moment, for distances.
    pub(crate) now: Timestamp,
}

/// An answer together with what it took.
#[derive(Serialize)]
struct Document<'a, D> {
    #[serde(flatten)]
    answer: &'a D,
    #[serde(skip_serializing_if = "Option::is_none")]
    requests: Option<&'a Requests>,
}

impl Output {
    /// Prints rows.
    pub(crate) fn listing<D: Serialize, R: Serialize>(&self, listing: &Listing<'_, D, R>) -> Result<()> {
        let Listing { document, requests, rows, columns, now, wraps } = *listing;
        self.stream(|out| match self.format {
            Format::Table if self.is_terminal => {
                let terminal = Terminal { width: self.width, colored: self.style.is_on(), wraps };
                out.write_all(table::for_terminal(columns, rows, now, &terminal).as_bytes())
            }
            Format::Table => table::for_pipe(out, columns, rows),
            Format::Csv => table::csv(out, columns, rows),
            Format::Md => table::markdown(out, columns, rows, now),
            Format::Json => json::write(out, &Document { answer: document, requests }, self.is_terminal),
            Format::Jsonl => rows.iter().try_for_each(|row| json::write(out, row, false)),
        })
    }

    /// Rows as a table for people, whoever reads it.
    pub(crate) fn table<R>(&self, columns: &[Column<R>], rows: &[R], now: Timestamp) -> String {
        let width = Some(self.width.unwrap_or(100));
        table::for_terminal(columns, rows, now, &Terminal { width, colored: self.style.is_on(), wraps: false })
    }

    /// Prints one thing: its fields below each other, or as one row.
    pub(crate) fn record<D: Serialize>(&self, record: &Record<'_, D>) -> Result<()> {
        let Record { document, requests, fields, now } = record;
        self.stream(|out| match self.format {
            Format::Table => out.write_all(self.fields(fields, *now).as_bytes()),
            Format::Csv => {
                let (titles, cells): (Vec<&str>, Vec<_>) =
                    fields.iter().map(|(title, cell)| (*title, cell.for_programs())).unzip();
                let mut writer = csv::Writer::from_writer(out);
                writer.write_record(titles)?;
                writer.write_record(cells.iter().map(AsRef::as_ref))?;
                writer.flush()
            }
            Format::Md => {
                let columns = [
                    Column::new("field", |row: &(&str, Cell)| Cell::text(row.0)),
                    Column::new("value", |row| row.1.clone()),
                ];
                table::markdown(out, &columns, fields, *now)
            }
            Format::Json => {
                json::write(out, &Document { answer: *document, requests: Some(requests) }, self.is_terminal)
            }
            Format::Jsonl => json::write(out, document, false),
        })
    }

    /// Prints a value as JSON, whatever the format: indented on a terminal.
    pub(crate) fn json(&self, value: &impl Serialize) -> Result<()> {
        self.stream(|out| json::write(out, value, self.is_terminal && self.format != Format::Jsonl))
    }

    /// Prints a value as one line of JSON.
    pub(crate) fn json_line(&self, value: &impl Serialize) -> Result<()> {
        self.stream(|out| json::write(out, value, false))
    }

    fn fields(&self, fields: &[(&'static str, Cell)], now: Timestamp) -> String {
        let filled = fields.iter().filter(|(_, cell)| *cell != Cell::Empty);
        let widest = filled.clone().map(|(title, _)| title.len()).max().unwrap_or(0);
        let mut out = String::new();
        for (title, cell) in filled {
            if !self.is_terminal {
                // Writing to a String cannot fail.
                let _ = writeln!(out, "{title}\t{}", cell.for_programs());
                continue;
            }
            let lines = match cell {
                Cell::List(items) => items.iter().map(|item| Cell::text(item).for_people(now)).collect(),
                cell => vec![cell.for_people(now)],
            };
            for (place, line) in lines.iter().enumerate() {
                let title = if place == 0 { *title } else { "" };
                let _ = writeln!(out, "{}  {line}", self.style.dim(&format!("{title:<widest$}")));
            }
        }
        out
    }
}
