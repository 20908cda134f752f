use orgwarden_door::Job as Running;
use pyo3::prelude::*;

use crate::{Pending, start, wait};

/// A plan that is being applied.
#[pyclass(frozen, module = "orgwarden._native")]
pub(crate) struct Job(pub(crate) Running);

#[pymethods]
impl Job {
    /// The next event as JSON; `None` when it is over.
    fn next(&self, py: Python<'_>) -> PyResult<Option<String>> {
        wait(py, self.0.next_json())
    }

    fn start_next(&self, py: Python<'_>, settle: Py<PyAny>) -> PyResult<Pending> {
        let job = self.0.clone();
        start(py, settle, async move { job.next_json().await })
    }

    fn stop(&self) {
        self.0.stop();
    }

    fn is_over(&self) -> bool {
        self.0.is_over()
    }

    /// The end as JSON.
    fn result(&self, py: Python<'_>) -> PyResult<String> {
        wait(py, self.0.result_json())
    }

    fn start_result(&self, py: Python<'_>, settle: Py<PyAny>) -> PyResult<Pending> {
        let job = self.0.clone();
        start(py, settle, async move { job.result_json().await })
    }
}
