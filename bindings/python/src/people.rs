//! Lists of people without making a record of each: what is not asked of a row is never made.

use std::sync::Arc;

use orgwarden_door::orgwarden::api::model::{InviteId, Timestamp, UserId};
use orgwarden_door::orgwarden::roster::Person;
use orgwarden_door::{Door, Result, json};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple};

use crate::raised;

/// The answer of `members.list`.
#[pyclass(frozen, module = "orgwarden._native")]
pub(crate) struct People {
    all: Arc<Vec<Person>>,
    requests: String,
}

impl People {
    /// Lists people; `arguments` are those of `members.list`.
    pub(crate) async fn list(door: &Door, arguments: &str) -> Result<Self> {
        let report = door.list_members(arguments).await?;
        Ok(Self { all: Arc::new(report.value.people), requests: json(&report.requests)? })
    }
}

#[pymethods]
impl People {
    /// A row for each.
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let row = |place| Bound::new(py, PersonRow { all: Arc::clone(&self.all), place, whole: PyOnceLock::new() });
        PyTuple::new(py, (0..self.all.len()).map(row).collect::<PyResult<Vec<_>>>()?)
    }

    /// The requests that it took, as JSON.
    fn requests(&self) -> &str {
        &self.requests
    }
}

/// A person as Python sees it: a `Person`, whose members are made when they are asked for. Members that few ask for, and
/// everything that a record can do, are those of the record, which is made then.
#[pyclass(frozen, module = "orgwarden._native")]
pub(crate) struct PersonRow {
    all: Arc<Vec<Person>>,
    place: usize,
    whole: PyOnceLock<Py<PyAny>>,
}

static PERSON: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static READ: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static TIME: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static ROLES: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static STATUSES: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static KNOWN_ROLES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
static KNOWN_STATUSES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();

#[pymethods]
impl PersonRow {
    #[getter]
    #[expect(clippy::unused_self, reason = "a getter has it")]
    fn __class__<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyAny>> {
        PERSON.import(py, "orgwarden._records", "Person")
    }

    #[getter]
    fn email(&self) -> Option<&str> {
        self.person().email.as_deref()
    }

    #[getter]
    fn name(&self) -> Option<&str> {
        self.person().name.as_deref()
    }

    #[getter]
    fn id(&self) -> Option<&str> {
        self.person().id.as_ref().map(UserId::as_str)
    }

    #[getter]
    fn invite_id(&self) -> Option<&str> {
        self.person().invite_id.as_ref().map(InviteId::as_str)
    }

    #[getter]
    fn role<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let role = self.person().role.as_ref();
        role.map(|role| word(py, "OrganizationRole", role.as_str(), &ROLES, &KNOWN_ROLES)).transpose()
    }

    #[getter]
    fn status<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        word(py, "PersonStatus", self.person().status.as_str(), &STATUSES, &KNOWN_STATUSES)
    }

    #[getter]
    fn since<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        time(py, self.person().since.map(Timestamp::seconds))
    }

    #[getter]
    fn last_used_at<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        time(py, self.person().last_used_at.map(Timestamp::seconds))
    }

    #[getter]
    fn is_service_account(&self) -> Option<bool> {
        self.person().is_service_account
    }

    /// What `dataclasses` looks for at the type.
    #[getter]
    fn __dataclass_fields__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.whole(py)?.getattr("__dataclass_fields__")
    }

    fn __getattr__<'py>(&self, py: Python<'py>, name: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        self.whole(py)?.getattr(name)
    }

    fn __repr__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        self.whole(py)?.repr()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.whole(py)?.hash()
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        match other.cast::<Self>() {
            Ok(row) => Ok(self.person() == row.get().person()),
            Err(_) => self.whole(py)?.eq(other),
        }
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.whole(py)?.call_method0("__reduce__")
    }
}

impl PersonRow {
    fn person(&self) -> &Person {
        // A row is made for each place there is.
        &self.all[self.place]
    }

    /// The record.
    fn whole<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyAny>> {
        let make = || {
            let person = json(self.person()).map_err(|error| raised(py, error))?;
            let read = READ.import(py, "orgwarden._json", "read")?;
            PyResult::Ok(read.call1((person, "Person"))?.unbind())
        };
        Ok(self.whole.get_or_try_init(py, make)?.bind(py))
    }
}

/// A word of an enumeration in `orgwarden._records`: there is one object for each.
fn word<'py>(
    py: Python<'py>,
    class: &str,
    word: &str,
    classes: &'static PyOnceLock<Py<PyAny>>,
    known: &'static PyOnceLock<Py<PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    let class = classes.import(py, "orgwarden._records", class)?;
    let members = || PyResult::Ok(class.getattr("_value2member_map_")?.cast_into::<PyDict>()?.unbind());
    match known.get_or_try_init(py, members)?.bind(py).get_item(word)? {
        Some(member) => Ok(member),
        None => class.call1((word,)),
    }
}

fn time(py: Python<'_>, seconds: Option<i64>) -> PyResult<Option<Bound<'_, PyAny>>> {
    seconds.map(|seconds| TIME.import(py, "orgwarden._json", "_time")?.call1((seconds,))).transpose()
}
