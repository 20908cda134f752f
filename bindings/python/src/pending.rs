use orgwarden_door::{Result, guarded, runtime};
use pyo3::IntoPyObjectExt as _;
use pyo3::prelude::*;
use tokio::task::{AbortHandle, spawn_blocking};

use crate::raised;

/// Something that was started for an event loop.
#[pyclass(frozen, module = "orgwarden._native")]
pub(crate) struct Pending(AbortHandle);

#[pymethods]
impl Pending {
    /// Ends it, unless it has ended: reads end at once, changes are stopped gently.
    fn cancel(&self) {
        self.0.abort();
    }
}

/// Starts something, and calls `settle(value, error)` from another thread when it has ended. That is all an event loop needs.
pub(crate) fn start<T>(
    py: Python<'_>,
    settle: Py<PyAny>,
    future: impl Future<Output = Result<T>> + Send + 'static,
) -> PyResult<Pending>
where
    T: for<'py> IntoPyObject<'py> + Send + 'static,
{
    let runtime = runtime().map_err(|error| raised(py, error))?;
    let task = runtime.spawn(async move {
        let result = guarded(future).await;
        // Not here: whoever holds the interpreter for long must not hold up the network.
        drop(spawn_blocking(move || tell(&settle, result)));
    });
    Ok(Pending(task.abort_handle()))
}

fn tell<T: for<'py> IntoPyObject<'py>>(settle: &Py<PyAny>, result: Result<T>) {
    // Neither an interpreter that ends nor a loop that is closed wants to know.
    Python::try_attach(|py| {
        let told = match result {
            Ok(value) => value.into_py_any(py).and_then(|value| settle.call1(py, (value, py.None()))),
            Err(error) => settle.call1(py, (py.None(), raised(py, error).into_value(py))),
        };
        drop(told);
    });
}
