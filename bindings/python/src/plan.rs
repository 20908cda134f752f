use pyo3::prelude::*;

use crate::raised;

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

    fn file_text(&self, py: Python<'_>) -> PyResult<String> {
        self.0.file_text().map_err(|error| raised(py, error))
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
