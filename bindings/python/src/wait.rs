use std::time::Duration;

use orgwarden_door::{Result, guarded, runtime};
use pyo3::prelude::*;
use tokio::time::sleep;

use crate::raised;

/// How often it is looked whether somebody has pressed Ctrl-C.
const LOOK: Duration = Duration::from_millis(100);

/// Does something on this very thread, with the interpreter released: no other thread needs to wake up for it. When a
/// signal handler raises, as that of Ctrl-C does, the future is dropped and its exception is handed on.
pub(crate) fn wait<T: Send>(py: Python<'_>, future: impl Future<Output = Result<T>> + Send) -> PyResult<T> {
    let runtime = runtime().map_err(|error| raised(py, error))?;
    let waiting = async {
        let future = guarded(future);
        tokio::pin!(future);
        loop {
            tokio::select! {
                biased;
                // What ends at once needs no clock.
                result = &mut future => return PyResult::Ok(result),
                () = sleep(LOOK) => Python::attach(look)?,
            }
        }
    };
    py.detach(|| runtime.block_on(waiting))?.map_err(|error| raised(py, error))
}

fn look(py: Python<'_>) -> PyResult<()> {
    py.check_signals()
}
