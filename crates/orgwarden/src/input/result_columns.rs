//! The columns that a file of results has besides those of its input, so that it can be handed in as input again.

use std::borrow::Cow;

use crate::journal::StepStatus;
use crate::words::without_formula;

/// Their names, in order.
pub(crate) const RESULT_COLUMNS: [&str; 6] = ["status", "id", "error_code", "error", "attempts", "at"];
/// What stands before the names where the input has columns of its own that are called so.
pub(crate) const PREFIX: &str = "result_";

/// Which of the names of a row or of a header are those of results: all six of them, or none. A file may well have a
/// `status` and an `id` of its own.
pub(crate) fn result_prefix<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let names: Vec<&str> = names.collect();
    let has = |prefix: &str, column: &str| names.iter().any(|name| is_called(name, prefix, column));
    ["", PREFIX].into_iter().find(|prefix| RESULT_COLUMNS.iter().all(|column| has(prefix, column)))
}

/// The place among the columns of results.
pub(crate) fn result_column(name: &str, prefix: &str) -> Option<usize> {
    RESULT_COLUMNS.iter().position(|column| is_called(name, prefix, column))
}

fn is_called(name: &str, prefix: &str, column: &str) -> bool {
    name.trim().strip_prefix(prefix) == Some(column)
}

/// Whether a row with this status needs not be wished again.
pub(crate) fn is_done(status: &str) -> bool {
    let status = StepStatus::ALL.iter().find(|known| known.as_str() == status.trim());
    status.is_some_and(|status| status.is_well())
}

/// The text as a cell that no spreadsheet takes for a formula, and that can be read again as it was.
pub(crate) fn kept_from_formulas(cell: &str) -> Cow<'_, str> {
    if is_told(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The text of a cell before that.
pub(crate) fn as_it_was(cell: &str) -> Cow<'_, str> {
    match cell.strip_prefix('\'') {
        Some(rest) if is_told(rest) => Cow::Owned(rest.to_owned()),
        _ => Cow::Borrowed(cell),
    }
}

/// Whether a cell is a formula, or one that was kept from being one: what stands before it must be told apart.
fn is_told(cell: &str) -> bool {
    matches!(without_formula(cell.trim_start_matches('\'')), Cow::Owned(_))
}
