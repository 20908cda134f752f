use orgwarden_door::Error;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

static OF_FAILURE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// The exception of an error: an instance of a class of `orgwarden._errors`.
pub(crate) fn raised(py: Python<'_>, error: Error) -> PyErr {
    let exception = || {
        let text = serde_json::to_string(&error).unwrap_or_else(|_| String::from("{}"));
        OF_FAILURE.import(py, "orgwarden._errors", "of_failure")?.call1((text,))
    };
    // Only a broken installation has no such function: that is said then.
    exception().map_or_else(|broken| broken, PyErr::from_value)
}
