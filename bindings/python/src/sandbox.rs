use orgwarden_door::Sandbox as Running;
use pyo3::prelude::*;

use crate::wait;

/// A local organization in this process.
#[pyclass(frozen, module = "orgwarden._native")]
pub(crate) struct Sandbox(Running);

#[pymethods]
impl Sandbox {
    /// Starts one. `options`: a JSON object.
    #[staticmethod]
    fn start(py: Python<'_>, options: &str) -> PyResult<Self> {
        wait(py, Running::start(options)).map(Self)
    }

    #[getter]
    fn base_url(&self) -> &str {
        self.0.base_url()
    }

    #[getter]
    fn organization(&self) -> &str {
        self.0.organization()
    }

    #[getter]
    fn admin_key(&self) -> &str {
        self.0.admin_key()
    }

    fn control(&self, py: Python<'_>, request: &str, body: &str) -> PyResult<String> {
        wait(py, self.0.control(request, body))
    }

    fn stop(&self, py: Python<'_>) -> PyResult<()> {
        wait(py, self.0.stop())
    }
}
