//! Tables: fitted to a terminal, separated by tabs for a pipe, CSV and Markdown.

use std::io::{self, Write};

use comfy_table::{Attribute, Cell as Drawn, Color, ContentArrangement, Row, Table, presets};
use orgwarden::api::model::Timestamp;

use super::cell::{Cell, Column, Tone};

/// The width of the terminal that standard output is. Some say 0 where they do not know it.
pub(super) fn terminal_width() -> Option<u16> {
    Table::new().width().filter(|width| *width > 0)
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
pub(super) fn for_pipe<R>(out: &mut dyn Write, columns: &[Column<R>], rows: &[R]) -> io::Result<()> {
    for row in rows {
        for (place, column) in columns.iter().enumerate() {
            if place > 0 {
                out.write_all(b"\t")?;
            }
            out.write_all((column.cell)(row).for_programs().as_bytes())?;
        }
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// CSV with a header.
pub(super) fn csv<R>(out: &mut dyn Write, columns: &[Column<R>], rows: &[R]) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns.iter().map(|column| column.title))?;
    for row in rows {
        for column in columns {
            writer.write_field((column.cell)(row).for_programs().as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

/// A Markdown table.
pub(super) fn markdown<R>(out: &mut dyn Write, columns: &[Column<R>], rows: &[R], now: Timestamp) -> io::Result<()> {
    let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
    writeln!(out, "| {} |\n|{}", titles.join(" | "), " --- |".repeat(titles.len()))?;
    for row in rows {
        let cells = columns.iter().map(|column| (column.cell)(row).for_people(now));
        // What a name must not do: end the cell, or be read as HTML.
        let escaped = cells.map(|text| text.replace('\\', r"\\").replace('|', r"\|").replace('<', "&lt;"));
        writeln!(out, "| {} |", escaped.collect::<Vec<_>>().join(" | "))?;
    }
    Ok(())
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
        let text = |write: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
            let mut bytes = Vec::new();
            write(&mut bytes).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(
            text(&|out| for_pipe(out, COLUMNS, &PETS)),
            "Rex\u{fffd}[2J\t\t1970-01-01T00:00:00Z\ta | <b>\n名前\t\t1970-01-02T00:00:00Z\t\\\n"
        );
        assert_eq!(text(&|out| csv(out, COLUMNS, &PETS[1..])), "name,nick,born,home\n名前,,1970-01-02T00:00:00Z,\\\n");
        let table = text(&|out| markdown(out, COLUMNS, &PETS, now));
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
