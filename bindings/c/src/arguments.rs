//! What a caller gives, as the JSON that the core reads; and the two kernels of the generated functions.

use orgwarden_door::{Error, ErrorKind, Plan, Result, guarded, waited};
use serde::Serialize;

use crate::border::{Place, attempt, lent};
use crate::error::orgwarden_error;
use crate::generated::records::orgwarden_plan;
use crate::generated::status::orgwarden_status;
use crate::organization::orgwarden_organization;
use crate::record::{Handle, Record, Shape, Whole};
use crate::text::{orgwarden_text, read_list, read_texts};

/// An object that is being written, member by member. All functions that read pointers are safe to call with what the
/// header asks of a caller: NULL, or what can be read.
pub(crate) struct Arguments(Vec<u8>);

impl Arguments {
    fn new() -> Self {
        // The arguments of most calls fit, so that it need not grow.
        let mut text = Vec::with_capacity(128);
        text.push(b'{');
        Self(text)
    }

    fn finish(mut self) -> String {
        self.0.push(b'}');
        // Only names of members and what serde_json wrote is in it.
        String::from_utf8(self.0).unwrap_or_default()
    }

    fn name(&mut self, name: &str) {
        if self.0.len() > 1 {
            self.0.push(b',');
        }
        self.0.push(b'"');
        self.0.extend_from_slice(name.as_bytes());
        self.0.extend_from_slice(b"\":");
    }

    fn member(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Result<()> {
        self.name(name);
        serde_json::to_writer(&mut self.0, value)
            .map_err(|error| Error::new(ErrorKind::Internal, format!("`{name}` cannot be written: {error}")))
    }

    /// A text that is needed.
    pub(crate) unsafe fn needed_text(&mut self, name: &str, text: orgwarden_text) -> Result<()> {
        // SAFETY: see the page of this type.
        let text = unsafe { text.needed(name) }?;
        self.member(name, text)
    }

    /// A text that may be absent.
    pub(crate) unsafe fn text(&mut self, name: &str, text: orgwarden_text) -> Result<()> {
        // SAFETY: see the page of this type.
        match unsafe { text.read(name) }? {
            Some(text) => self.member(name, text),
            None => Ok(()),
        }
    }

    /// Texts; NULL is left out.
    pub(crate) unsafe fn texts(&mut self, name: &str, texts: *const orgwarden_text, count: usize) -> Result<()> {
        // SAFETY: see the page of this type.
        match unsafe { read_texts(texts, count, name) }? {
            Some(texts) => self.member(name, &texts),
            None => Ok(()),
        }
    }

    /// Texts that are needed.
    pub(crate) unsafe fn needed_texts(&mut self, name: &str, texts: *const orgwarden_text, count: usize) -> Result<()> {
        // SAFETY: see the page of this type.
        let texts = unsafe { read_texts(texts, count, name) }?;
        self.member(name, &texts.unwrap_or_default())
    }

    /// Records that C has as structures; NULL is left out.
    pub(crate) unsafe fn records<T>(
        &mut self,
        name: &str,
        records: *const T,
        count: usize,
        write: unsafe fn(&mut Arguments, &T) -> Result<()>,
    ) -> Result<()> {
        // SAFETY: see the page of this type.
        let Some(records) = (unsafe { read_list(records, count, name) })? else { return Ok(()) };
        self.name(name);
        self.0.push(b'[');
        for (place, record) in records.iter().enumerate() {
            let mut inner = Self::new();
            // SAFETY: see the page of this type.
            unsafe { write(&mut inner, record) }
                .map_err(|error| Error::invalid(format!("{name}[{place}]: {}", error.message())))?;
            if place > 0 {
                self.0.push(b',');
            }
            self.0.extend_from_slice(inner.finish().as_bytes());
        }
        self.0.push(b']');
        Ok(())
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, name: &str, value: bool) -> Result<()> {
        if value { self.member(name, &true) } else { Ok(()) }
    }

    /// A number.
    pub(crate) fn number(&mut self, name: &str, value: impl Serialize) -> Result<()> {
        self.member(name, &value)
    }

    /// A number that may be absent.
    pub(crate) unsafe fn maybe_number<T: Serialize>(&mut self, name: &str, value: *const T) -> Result<()> {
        // SAFETY: see the page of this type.
        match unsafe { value.as_ref() } {
            Some(value) => self.member(name, value),
            None => Ok(()),
        }
    }

    /// What is given as JSON; absent is left out. Its name in C has `_json` behind it.
    pub(crate) unsafe fn json(&mut self, name: &str, json: orgwarden_text) -> Result<()> {
        let shown = format!("{name}_json");
        // SAFETY: see the page of this type.
        let Some(json) = (unsafe { json.read(&shown) })? else { return Ok(()) };
        let value: &serde_json::value::RawValue =
            serde_json::from_str(json).map_err(|error| Error::invalid(format!("`{shown}` is not JSON: {error}")))?;
        self.member(name, value)
    }
}

fn arguments(write: &dyn Fn(&mut Arguments) -> Result<()>) -> Result<String> {
    let mut arguments = Arguments::new();
    write(&mut arguments)?;
    Ok(arguments.finish())
}

/// Runs an operation and hands over its answer.
///
/// # Safety
/// The pointers are as the header asks of a caller.
pub(crate) unsafe fn operate<H: Handle>(
    organization: *const orgwarden_organization,
    name: &'static str,
    out: *mut *mut H,
    error: *mut *mut orgwarden_error,
    write: &dyn Fn(&mut Arguments) -> Result<()>,
) -> orgwarden_status {
    // SAFETY: the caller promises it; handles are made of records.
    unsafe { operate_any(organization, name, H::SHAPE, out.cast(), error, write) }
}

/// The same for handles of all types: once in the library, for there is a function for each operation.
///
/// # Safety
/// As [`operate`]; `out` is for a handle whose records have that shape.
#[inline(never)]
unsafe fn operate_any(
    organization: *const orgwarden_organization,
    name: &'static str,
    shape: &'static Shape,
    out: *mut *mut Record,
    error: *mut *mut orgwarden_error,
    write: &dyn Fn(&mut Arguments) -> Result<()>,
) -> orgwarden_status {
    // SAFETY: the caller promises it.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            let (json, requests_used) = organization.call(name, &arguments(write)?)?;
            let whole = Whole::new(requests_used, None);
            place.put(Box::into_raw(Record::whole(shape, json, whole)?));
            Ok(())
        })
    }
}

/// The same of an operation whose answer has no type: it is handed over as JSON.
///
/// # Safety
/// The pointers are as the header asks of a caller.
#[inline(never)]
pub(crate) unsafe fn operate_untyped(
    organization: *const orgwarden_organization,
    name: &str,
    out: *mut *mut crate::answer::orgwarden_answer,
    error: *mut *mut orgwarden_error,
    write: &dyn Fn(&mut Arguments) -> Result<()>,
) -> orgwarden_status {
    // SAFETY: the caller promises it.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            let (json, requests_used) = organization.call(name, &arguments(write)?)?;
            place.fill(crate::answer::orgwarden_answer::new(json.get().to_owned(), requests_used));
            Ok(())
        })
    }
}

/// Plans a change.
///
/// # Safety
/// The pointers are as the header asks of a caller.
#[inline(never)]
pub(crate) unsafe fn plan(
    organization: *const orgwarden_organization,
    name: &str,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
    write: &dyn Fn(&mut Arguments) -> Result<()>,
) -> orgwarden_status {
    // SAFETY: the caller promises it.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            let arguments = arguments(write)?;
            hand_over(waited(guarded(organization.door().planned(name, &arguments)))?, place)
        })
    }
}

/// Hands a plan over.
pub(crate) fn hand_over(plan: Plan, place: Place<orgwarden_plan>) -> Result<()> {
    let (json, requests_used) = (plan.json()?, plan.plan().requests.total);
    let whole = Whole::new(requests_used, Some(crate::plan::planned(plan)));
    place.put(Box::into_raw(Record::whole(orgwarden_plan::SHAPE, json, whole)?).cast());
    Ok(())
}
