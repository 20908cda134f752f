//! A file of rows as it was handed in, kept so that it can be written again with results.

use serde_json::{Map, Value};

use super::result_columns::{
    PREFIX, RESULT_COLUMNS, as_it_was, is_done, kept_from_formulas, result_column, result_prefix,
};
use super::table::{Records, separator};
use crate::{Error, Result};

/// The rows of a file, with all of their columns.
#[derive(Clone, Debug)]
pub struct Sheet {
    form: Form,
    /// What the names of the columns of results begin with.
    prefix: &'static str,
    rows: Vec<SheetRow>,
}

/// One row.
#[derive(Clone, Debug)]
struct SheetRow {
    /// The line on which it begins, counted from 1.
    line: usize,
    /// By column in CSV, by name in JSON Lines.
    cells: Cells,
    /// What an earlier file of results said, where nothing was left to be done.
    kept: Option<[Value; 6]>,
}

#[derive(Clone, Debug)]
enum Cells {
    Csv(Vec<String>),
    Json(Map<String, Value>),
}

#[derive(Clone, Debug)]
enum Form {
    Csv {
        /// What is between two columns.
        separator: char,
        header: Vec<String>,
        /// Whether the mark of Unicode stood before all, by which spreadsheets know the encoding.
        has_mark: bool,
    },
    JsonLines,
}

/// The results of one row: status, id, error code, error, attempts, and the moment in seconds since 1970.
pub(crate) type Cell = [Value; 6];

impl Sheet {
    /// Reads the rows of a file that was read as wishes before: what is wrong in it has been told.
    pub fn read(file: &str, text: &str) -> Result<Self> {
        let bare = text.trim_start_matches('\u{feff}');
        if bare.trim_start().starts_with('{') {
            json_lines(file, bare)
        } else {
            csv(file, bare, bare.len() < text.len())
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The number of the row that a place (`people.csv:12:3`) is in.
    pub(crate) fn row_of(&self, place: &str) -> Option<usize> {
        let line: usize = place.rsplit(':').nth(1)?.parse().ok()?;
        // A row with a line break in a cell has several lines.
        self.rows.partition_point(|row| row.line <= line).checked_sub(1)
    }

    /// The text of the file with results behind each row. Rows that were done before keep what they had.
    pub(crate) fn with_results(&self, result: &dyn Fn(usize) -> Cell) -> String {
        let results =
            self.rows.iter().enumerate().map(|(number, row)| row.kept.clone().unwrap_or_else(|| result(number)));
        let names: Vec<String> = RESULT_COLUMNS.iter().map(|name| format!("{}{name}", self.prefix)).collect();
        match &self.form {
            Form::Csv { separator, header, has_mark } => {
                let rows = self.rows.iter().zip(results).map(|(row, results)| match &row.cells {
                    Cells::Csv(cells) => (cells.clone(), results),
                    Cells::Json(_) => (Vec::new(), results),
                });
                let text = to_csv(*separator, header, &names, rows);
                if *has_mark { format!("\u{feff}{text}") } else { text }
            }
            Form::JsonLines => {
                let rows = self.rows.iter().zip(results).map(|(row, results)| match &row.cells {
                    Cells::Json(cells) => (cells.clone(), results),
                    Cells::Csv(_) => (Map::new(), results),
                });
                to_json_lines(&names, rows)
            }
        }
    }
}

/// CSV: every cell is safe in a spreadsheet.
pub(crate) fn to_csv(
    separator: char,
    header: &[String],
    names: &[String],
    rows: impl Iterator<Item = (Vec<String>, Cell)>,
) -> String {
    let separator = u8::try_from(separator).unwrap_or(b',');
    let mut out = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    let mut write = |cells: &mut dyn Iterator<Item = String>| {
        // Writing to memory cannot fail, and every row has as many cells as the header.
        let _ = out.write_record(cells.map(|cell| kept_from_formulas(&cell).into_owned()));
    };
    write(&mut header.iter().chain(names).cloned());
    for (cells, results) in rows {
        let padding = header.len().saturating_sub(cells.len());
        let own = cells.into_iter().take(header.len()).chain(std::iter::repeat_n(String::new(), padding));
        write(&mut own.chain(results.into_iter().enumerate().map(|(place, value)| as_cell(place, value))));
    }
    String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Moments are told as text in CSV, where people read them.
fn as_cell(place: usize, value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Number(seconds) if RESULT_COLUMNS[place] == "at" => {
            seconds.as_i64().map_or_else(String::new, |at| crate::api::model::Timestamp::new(at).to_string())
        }
        other => other.to_string(),
    }
}

/// JSON Lines.
pub(crate) fn to_json_lines(names: &[String], rows: impl Iterator<Item = (Map<String, Value>, Cell)>) -> String {
    let mut out = String::new();
    for (mut cells, results) in rows {
        cells.extend(names.iter().cloned().zip(results));
        out.push_str(&Value::Object(cells).to_string());
        out.push('\n');
    }
    out
}

fn csv(file: &str, text: &str, has_mark: bool) -> Result<Sheet> {
    let separator = separator(text);
    let mut records = Records::new(file, text, separator);
    let mut header: Option<Vec<String>> = None;
    let (mut ours, mut before) = (Vec::new(), None);
    let mut rows = Vec::new();
    while let Some(record) = records.next_record()? {
        if record.iter().all(|field| field.text.is_empty()) || record[0].text.starts_with('#') {
            continue;
        }
        let line = record[0].place.0;
        let mut cells: Vec<String> = record.into_iter().map(|field| field.text.into_owned()).collect();
        if header.is_none() {
            // A plain list of addresses needs no header.
            if cells[0].contains('@') {
                header = Some(vec!["email".to_owned()]);
            } else {
                before = result_prefix(cells.iter().map(String::as_str));
                let column = |name: &String| before.and_then(|prefix| result_column(name, prefix));
                ours = cells.iter().map(column).collect();
                let mut names = without(&mut cells, &ours);
                if before.is_some() {
                    for name in &mut names {
                        *name = as_it_was(name).into_owned();
                    }
                }
                header = Some(names);
                continue;
            }
        }
        let mut kept: Cell = Default::default();
        if before.is_some() {
            for (cell, column) in cells.iter_mut().zip(&ours) {
                *cell = as_it_was(cell).into_owned();
                if let Some(column) = column {
                    kept[*column] = Value::from(cell.as_str());
                }
            }
        }
        let kept = Some(kept).filter(|kept| kept[0].as_str().is_some_and(is_done));
        rows.push(SheetRow { line, cells: Cells::Csv(without(&mut cells, &ours)), kept });
    }
    let header = header.unwrap_or_default();
    let collides = header.iter().any(|name| result_column(name, "").is_some());
    let form = Form::Csv { separator, header, has_mark };
    Ok(Sheet { form, prefix: if collides { PREFIX } else { "" }, rows })
}

/// The cells that are not of results.
fn without(cells: &mut Vec<String>, ours: &[Option<usize>]) -> Vec<String> {
    let cells = std::mem::take(cells).into_iter().enumerate();
    cells.filter(|(place, _)| !matches!(ours.get(*place), Some(Some(_)))).map(|(_, cell)| cell).collect()
}

fn json_lines(file: &str, text: &str) -> Result<Sheet> {
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let mut cells: Map<String, Value> = serde_json::from_str(line)
            .map_err(|error| Error::invalid(format!("{file}:{}: not a JSON object: {error}", number + 1)))?;
        let mut kept = None;
        if let Some(prefix) = result_prefix(cells.keys().map(String::as_str)) {
            let values = RESULT_COLUMNS.map(|name| cells.remove(&format!("{prefix}{name}")).unwrap_or_default());
            kept = Some(values).filter(|kept| kept[0].as_str().is_some_and(is_done));
        }
        rows.push(SheetRow { line: number + 1, cells: Cells::Json(cells), kept });
    }
    let is_ours = |row: &SheetRow| match &row.cells {
        Cells::Json(cells) => cells.keys().any(|name| result_column(name, "").is_some()),
        Cells::Csv(_) => false,
    };
    let prefix = if rows.iter().any(is_ours) { PREFIX } else { "" };
    Ok(Sheet { form: Form::JsonLines, prefix, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_in_the_row_that_begins_before_it() {
        let text = "note,email\n\n# nobody\n\"two\nlines\",a@x.io\nb,b@x.io\n";
        let sheet = Sheet::read("a:b.csv", text).unwrap();
        assert_eq!(sheet.len(), 2);
        let rows =
            ["a:b.csv:4:1", "a:b.csv:5:8", "a:b.csv:6:3", "a:b.csv:1:1", "nowhere"].map(|place| sheet.row_of(place));
        assert_eq!(rows, [Some(0), Some(0), Some(1), None, None]);
        let wishes = super::super::read_wishes("a:b.csv", text).unwrap().wishes;
        let of_wishes: Vec<_> = wishes.iter().map(|wish| sheet.row_of(wish.place.as_deref().unwrap())).collect();
        assert_eq!(of_wishes, [Some(0), Some(1)]);
    }

    #[test]
    fn a_column_that_is_called_like_a_formula_keeps_its_name() {
        let result = |_| -> Cell { [Value::from("failed"), Value::Null, Value::Null, Value::Null, 1.into(), 0.into()] };
        let text = "-mail,=cost\na@x.io,=1\n";
        let once = Sheet::read("f", text).unwrap().with_results(&result);
        assert!(once.starts_with("'-mail,'=cost,status,id,error_code,error,attempts,at\na@x.io,'=1,failed,"), "{once}");
        assert_eq!(Sheet::read("f", &once).unwrap().with_results(&result), once);
        let read = |text: &str| super::super::read_wishes("f", text).unwrap().wishes;
        assert_eq!(read(&once), read(text), "a second time it is the same column");
    }

    #[test]
    fn separators_marks_and_missing_cells_stay_as_they_are() {
        let result = |_| -> Cell { [Value::from("done"), Value::Null, Value::Null, Value::Null, 1.into(), 0.into()] };
        let written = |text: &str| Sheet::read("f", text).unwrap().with_results(&result);
        let spreadsheet = written("\u{feff}email;role\na@x.io\n\"b;c@x.io\";x\n");
        let told = "done;;;;1;1970-01-01T00:00:00Z";
        assert_eq!(
            spreadsheet,
            format!(
                "\u{feff}email;role;status;id;error_code;error;attempts;at\na@x.io;;{told}\n\"b;c@x.io\";x;{told}\n"
            )
        );
        assert!(written("a@x.io\nb@x.io\n").starts_with("email,status,id,"), "a plain list gets a header");
        assert!(written("{\"status\":\"new\",\"email\":\"a@x.io\"}").contains("\"result_status\":\"done\""));
    }
}
