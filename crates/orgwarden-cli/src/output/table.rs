//! Tables: fitted to a terminal, separated by tabs for a pipe, CSV and Markdown.

use std::fmt::Write as _;

use comfy_table::{Attribute, Cell as Drawn, Color, ContentArrangement, Row, Table, presets};
use orgwarden::api::model::Timestamp;
use orgwarden::{Error, ErrorKind, Result};

use super::cell::{Cell, Column, Tone};

/// The width of the terminal that standard output is.
pub(super) fn terminal_width() -> Option<u16> {
    Table::new().width()
}

/// How a table meets a terminal.
pub(super) struct Terminal {
    pub(super) width: Option<u16>,
    pub(super) colored: bool,
    /// Long cells take more lines, instead of ending with `…`.
    pub(super) wraps: bool,
}

/// For a terminal: without borders, columns that hold nothing are left out, and so are the extra ones if it is narrow.
pub(super) fn for_terminal<R>(columns: &[Column<R>], rows: &[R], now: Timestamp, terminal: &Terminal) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let cells = |column: &Column<R>| -> Vec<Cell> { rows.iter().map(column.cell).collect() };
    let mut filled: Vec<(&Column<R>, Vec<Cell>)> = columns
        .iter()
        .map(|column| (column, cells(column)))
        .filter(|(_, cells)| cells.iter().any(|cell| *cell != Cell::Empty))
        .collect();
    if let Some(width) = terminal.width {
        let mut widths: Vec<usize> = filled.iter().map(|(column, cells)| natural_width(column, cells, now)).collect();
        // The last extra column goes first, until the rest fits.
        while widths.iter().sum::<usize>() + 2 * widths.len() > usize::from(width)
            && let Some(last) = filled.iter().rposition(|(column, _)| column.is_extra)
        {
            filled.remove(last);
            widths.remove(last);
        }
    }
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).force_no_tty();
    table.set_truncation_indicator("…");
    if let Some(width) = terminal.width {
        table.set_width(width);
    }
    if terminal.colored {
        table.enforce_styling();
    }
    table.set_header(filled.iter().map(|(column, _)| {
        let title = Drawn::new(column.title.to_uppercase());
        if terminal.colored { title.add_attribute(Attribute::Dim) } else { title }
    }));
    for place in 0..rows.len() {
        let drawn = filled.iter().map(|(_, cells)| draw(&cells[place], now, terminal.colored));
        let mut row = Row::from(drawn.collect::<Vec<Drawn>>());
        if !terminal.wraps {
            row.max_height(1);
        }
        table.add_row(row);
    }
    let count = filled.len();
    for (place, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, if place + 1 == count { 0 } else { 2 }));
    }
    let mut out = String::new();
    for line in table.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn natural_width<R>(column: &Column<R>, cells: &[Cell], now: Timestamp) -> usize {
    let widest = cells.iter().map(|cell| cell.for_people(now).chars().count()).max().unwrap_or(0);
    widest.max(column.title.len())
}

fn draw(cell: &Cell, now: Timestamp, colored: bool) -> Drawn {
    let drawn = Drawn::new(cell.for_people(now));
    if !colored {
        return drawn;
    }
    match cell.tone(now) {
        Tone::Plain => drawn,
        Tone::Dim => drawn.add_attribute(Attribute::Dim),
        Tone::Good => drawn.fg(Color::DarkGreen),
        Tone::Warning => drawn.fg(Color::DarkYellow),
        Tone::Bad => drawn.fg(Color::DarkRed),
    }
}

/// For a pipe: one row per line, tabs between the cells, nothing cut, no header, so that `cut`, `awk` and `wc` work.
pub(super) fn for_pipe<R>(columns: &[Column<R>], rows: &[R]) -> String {
    let mut out = String::new();
    for row in rows {
        for (place, column) in columns.iter().enumerate() {
            if place > 0 {
                out.push('\t');
            }
            out.push_str(&(column.cell)(row).for_programs());
        }
        out.push('\n');
    }
    out
}

/// CSV with a header.
pub(super) fn csv<R>(columns: &[Column<R>], rows: &[R]) -> Result<String> {
    let mut lines = vec![columns.iter().map(|column| column.title.to_owned()).collect::<Vec<String>>()];
    lines.extend(rows.iter().map(|row| {
        columns.iter().map(|column| (column.cell)(row).for_programs().into_owned()).collect::<Vec<String>>()
    }));
    csv_lines(&lines)
}

/// Lines of CSV.
pub(super) fn csv_lines<T: AsRef<[u8]>>(lines: &[Vec<T>]) -> Result<String> {
    let failed = |error: String| Error::new(ErrorKind::Internal, format!("the CSV cannot be written: {error}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in lines {
        writer.write_record(line).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}

/// A Markdown table.
pub(super) fn markdown<R>(columns: &[Column<R>], rows: &[R], now: Timestamp) -> String {
    let mut out = String::new();
    let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
    // Writing to a String cannot fail.
    let _ = writeln!(out, "| {} |", titles.join(" | "));
    let _ = writeln!(out, "|{}", " --- |".repeat(titles.len()));
    for row in rows {
        let cells = columns.iter().map(|column| (column.cell)(row).for_people(now));
        // What a name must not do: end the cell, or be read as HTML.
        let escaped = cells.map(|text| text.replace('\\', r"\\").replace('|', r"\|").replace('<', "&lt;"));
        let _ = writeln!(out, "| {} |", escaped.collect::<Vec<_>>().join(" | "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Pet(&'static str, &'static str, i64);

    const COLUMNS: &[Column<Pet>] = &[
        Column::new("name", |pet| Cell::text(pet.0)),
        Column::new("nick", |_| Cell::Empty),
        Column::new("born", |pet| Cell::Time(Timestamp::new(pet.2))),
        Column::extra("home", |pet| Cell::text(pet.1)),
    ];
    const PETS: [Pet; 2] = [Pet("Rex\u{1b}[2J", "a | <b>", 0), Pet("名前", "\\", 86_400)];

    #[test]
    fn each_reader_gets_its_form_and_no_cell_commands_the_terminal() {
        let now = Timestamp::new(0);
        assert_eq!(
            for_pipe(COLUMNS, &PETS),
            "Rex\u{fffd}[2J\t\t1970-01-01T00:00:00Z\ta | <b>\n名前\t\t1970-01-02T00:00:00Z\t\\\n"
        );
        assert_eq!(csv(COLUMNS, &PETS[1..]).unwrap(), "name,nick,born,home\n名前,,1970-01-02T00:00:00Z,\\\n");
        let table = markdown(COLUMNS, &PETS, now);
        assert!(table.contains(r"| a \| &lt;b> |") && table.contains(r"| \\ |"), "{table}");
        let wide = Terminal { width: Some(80), colored: false, wraps: false };
        let lines: Vec<String> = for_terminal(COLUMNS, &PETS, now, &wide).lines().map(str::to_owned).collect();
        assert_eq!(lines[0], "NAME     BORN                  HOME");
        assert_eq!(lines[2], "名前     1970-01-02 00:00 UTC  \\");
    }

    #[test]
    fn a_narrow_terminal_loses_the_extra_columns_first_and_then_the_ends_of_words() {
        let narrow = Terminal { width: Some(30), colored: false, wraps: false };
        let text = for_terminal(COLUMNS, &PETS, Timestamp::new(0), &narrow);
        assert!(text.starts_with("NAME     BORN\n"), "{text}");
        let tiny = Terminal { width: Some(20), colored: false, wraps: false };
        let text = for_terminal(COLUMNS, &PETS, Timestamp::new(0), &tiny);
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(text.contains('…'), "{text}");
        let colored = Terminal { width: Some(80), colored: true, wraps: false };
        assert!(for_terminal(COLUMNS, &PETS, Timestamp::new(0), &colored).contains("\u{1b}["));
        assert_eq!(for_terminal(COLUMNS, &[], Timestamp::new(0), &tiny), "");
    }
}
