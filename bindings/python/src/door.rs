use std::path::PathBuf;

use orgwarden_door::Door as Open;
use pyo3::prelude::*;
use secrecy::SecretString;

use crate::job::Job;
use crate::people::People;
use crate::plan::Plan;
use crate::{Pending, start, wait};

/// An open organization. What has `start_` in front of it is for event loops.
#[pyclass(frozen, module = "orgwarden._native")]
pub(crate) struct Door(Open);

#[pymethods]
impl Door {
    /// Opens an organization. `given`: a JSON object.
    #[staticmethod]
    fn open(py: Python<'_>, given: &str, key: Option<String>) -> PyResult<Self> {
        wait(py, Open::open(given, key.map(SecretString::from))).map(Self)
    }

    #[staticmethod]
    fn start_open(py: Python<'_>, given: String, key: Option<String>, settle: Py<PyAny>) -> PyResult<Pending> {
        let key = key.map(SecretString::from);
        start(py, settle, async move { Open::open(&given, key).await.map(Self) })
    }

    /// Runs an operation; answers `{"value": …, "requests": …}` as JSON.
    fn call(&self, py: Python<'_>, name: String, arguments: String) -> PyResult<String> {
        wait(py, self.0.called(&name, &arguments))
    }

    fn start_call(&self, py: Python<'_>, name: String, arguments: String, settle: Py<PyAny>) -> PyResult<Pending> {
        let door = self.0.clone();
        start(py, settle, async move { door.called(&name, &arguments).await })
    }

    /// Lists people, `members.list`, without making a record of each.
    fn people(&self, py: Python<'_>, arguments: String) -> PyResult<People> {
        wait(py, People::list(&self.0, &arguments))
    }

    fn start_people(&self, py: Python<'_>, arguments: String, settle: Py<PyAny>) -> PyResult<Pending> {
        let door = self.0.clone();
        start(py, settle, async move { People::list(&door, &arguments).await })
    }

    /// Plans a change. Not on this thread: large plans are computed for a while, and Ctrl-C is to be heard meanwhile.
    fn plan(&self, py: Python<'_>, name: String, arguments: String) -> PyResult<Plan> {
        wait(py, self.0.plan(name, arguments)).map(Plan)
    }

    fn start_plan(&self, py: Python<'_>, name: String, arguments: String, settle: Py<PyAny>) -> PyResult<Pending> {
        let door = self.0.clone();
        start(py, settle, async move { door.planned(&name, &arguments).await.map(Plan) })
    }

    /// Takes up a plan that was saved.
    fn open_plan(&self, py: Python<'_>, path: PathBuf) -> PyResult<Plan> {
        wait(py, self.0.open_plan(path)).map(Plan)
    }

    fn start_open_plan(&self, py: Python<'_>, path: PathBuf, settle: Py<PyAny>) -> PyResult<Pending> {
        let door = self.0.clone();
        start(py, settle, async move { door.open_plan(path).await.map(Plan) })
    }

    /// Applies a plan. Only starts: never waits for the network.
    fn apply(&self, py: Python<'_>, plan: &Plan) -> PyResult<Job> {
        wait(py, self.0.apply(&plan.0)).map(Job)
    }

    /// Continues a run that was cut off; `None`: there is nothing to resume.
    fn resume(&self, py: Python<'_>, run: Option<String>, retry: bool) -> PyResult<Option<Job>> {
        Ok(wait(py, self.0.resume(run, retry))?.map(Job))
    }

    fn start_resume(&self, py: Python<'_>, run: Option<String>, retry: bool, settle: Py<PyAny>) -> PyResult<Pending> {
        let door = self.0.clone();
        start(py, settle, async move { Ok(door.resume(run, retry).await?.map(Job)) })
    }

    fn close(&self) {
        self.0.close();
    }
}
