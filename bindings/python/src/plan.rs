use std::path::PathBuf;

use pyo3::prelude::*;

use crate::{raised, wait};

/// A plan, not applied yet.
#[pyclass(frozen, module = "orgwarden._native")]
pub(crate) struct Plan(pub(crate) orgwarden_door::Plan);

#[pymethods]
impl Plan {
    fn text(&self) -> String {
        self.0.text()
    }

    fn markdown(&self) -> String {
        self.0.markdown()
    }

    fn csv(&self) -> String {
        self.0.csv()
    }

    fn json(&self, py: Python<'_>) -> PyResult<String> {
        self.0.json().map_err(|error| raised(py, error))
    }

    /// Writes it into a file that only we may read.
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        wait(py, self.0.save(path))
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
