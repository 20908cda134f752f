//! What the generated readers are made of. A record that is NULL has no members, and a place that is not there is absent:
//! a reader never fails.
//!
//! All of them are called with a handle that is NULL or alive: that is their safety. Handles of all types are made of records
//! and of nothing else, so there is one reader for all of them; each stays one function in the library (`inline(never)`), for
//! hundreds of exported ones are made of it.

use std::ptr;

use crate::border::infallible;
use crate::record::{ABSENT, List, Record, Slot};
use crate::text::orgwarden_text;

/// The record behind a handle.
///
/// # Safety
/// See the page of this module.
pub(crate) unsafe fn record_of<'a>(handle: *const Record) -> Option<&'a Record> {
    // SAFETY: the caller promises it.
    unsafe { handle.as_ref() }
}

/// # Safety
/// See the page of this module.
unsafe fn slot<'a>(handle: *const Record, place: usize) -> &'a Slot {
    // SAFETY: the caller promises it.
    unsafe { record_of(handle) }.map_or(&ABSENT, |record| record.slot(place))
}

/// # Safety
/// See the page of this module.
unsafe fn list<'a>(handle: *const Record, place: usize) -> Option<&'a List> {
    // SAFETY: the caller promises it.
    match unsafe { slot(handle, place) } {
        Slot::List(list) => Some(list),
        _ => None,
    }
}

/// # Safety
/// See the page of this module.
unsafe fn item<'a>(handle: *const Record, place: usize, index: usize) -> &'a Slot {
    // SAFETY: the caller promises it.
    unsafe { list(handle, place) }.and_then(|list| list.items.get(index)).unwrap_or(&ABSENT)
}

fn text_of(slot: &Slot) -> orgwarden_text {
    match slot {
        Slot::Piece(text) => orgwarden_text::of(text.get()),
        Slot::Text(text) => orgwarden_text::of(text),
        Slot::Raw(raw) => orgwarden_text::of(raw.get().get()),
        _ => orgwarden_text::ABSENT,
    }
}

fn handle_of(slot: &Slot) -> *const Record {
    match slot {
        Slot::Record(record) => ptr::from_ref::<Record>(record),
        _ => ptr::null(),
    }
}

/// What a number in a slot is in C.
pub(crate) trait Plain: Copy {
    fn of(slot: &Slot) -> Option<Self>;
}

impl Plain for bool {
    fn of(slot: &Slot) -> Option<Self> {
        if let Slot::Flag(value) = slot { Some(*value) } else { None }
    }
}

impl Plain for f64 {
    fn of(slot: &Slot) -> Option<Self> {
        match slot {
            Slot::Number(value) => Some(*value),
            #[expect(clippy::cast_precision_loss, reason = "a measure, not a count")]
            Slot::Whole(value) => Some(*value as f64),
            _ => None,
        }
    }
}

macro_rules! plain_whole {
    ($($kind:ty)+) => {
        $(impl Plain for $kind {
            fn of(slot: &Slot) -> Option<Self> {
                if let Slot::Whole(value) = slot { Self::try_from(*value).ok() } else { None }
            }
        })+
    };
}
plain_whole!(i32 i64 u16 u32 u64);

/// A text, or the JSON of what has no type.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn text(handle: *const Record, place: usize) -> orgwarden_text {
    // SAFETY: the caller promises it.
    infallible(orgwarden_text::ABSENT, || text_of(unsafe { slot(handle, place) }))
}

/// A number, or yes or no.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn plain<T: Plain>(handle: *const Record, place: usize, otherwise: T) -> T {
    // SAFETY: the caller promises it.
    infallible(otherwise, || T::of(unsafe { slot(handle, place) }).unwrap_or(otherwise))
}

/// Whether there is a number, or yes or no; it is written to `value`, unless that is NULL.
///
/// # Safety
/// See the page of this module; to `value` can be written unless it is NULL.
#[inline(never)]
pub(crate) unsafe fn maybe<T: Plain>(handle: *const Record, place: usize, value: *mut T) -> bool {
    infallible(false, || {
        // SAFETY: the caller promises it.
        let Some(found) = T::of(unsafe { slot(handle, place) }) else { return false };
        if !value.is_null() {
            // SAFETY: it is not NULL, and the caller promises the rest.
            unsafe { value.write(found) };
        }
        true
    })
}

/// A record in it, or NULL.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn record(handle: *const Record, place: usize) -> *const Record {
    // SAFETY: the caller promises it.
    infallible(ptr::null(), || handle_of(unsafe { slot(handle, place) }))
}

/// Whether a list is there, be it empty.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn has(handle: *const Record, place: usize) -> bool {
    // SAFETY: the caller promises it.
    infallible(false, || unsafe { list(handle, place) }.is_some())
}

/// How long a list or a map is.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn count(handle: *const Record, place: usize) -> usize {
    // SAFETY: the caller promises it.
    infallible(0, || match unsafe { slot(handle, place) } {
        Slot::List(list) => list.items.len(),
        Slot::Map(pairs) => pairs.len(),
        _ => 0,
    })
}

/// A text of a list.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn text_at(handle: *const Record, place: usize, index: usize) -> orgwarden_text {
    // SAFETY: the caller promises it.
    infallible(orgwarden_text::ABSENT, || text_of(unsafe { item(handle, place, index) }))
}

/// A part of an item of a list whose items have parts.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn part_at(handle: *const Record, place: usize, index: usize, part: usize) -> orgwarden_text {
    // SAFETY: the caller promises it.
    infallible(orgwarden_text::ABSENT, || match unsafe { item(handle, place, index) } {
        Slot::List(parts) => text_of(parts.items.get(part).unwrap_or(&ABSENT)),
        _ => orgwarden_text::ABSENT,
    })
}

/// A number of a list.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn plain_at<T: Plain>(handle: *const Record, place: usize, index: usize, otherwise: T) -> T {
    // SAFETY: the caller promises it.
    infallible(otherwise, || T::of(unsafe { item(handle, place, index) }).unwrap_or(otherwise))
}

/// A record of a list, or NULL.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn record_at(handle: *const Record, place: usize, index: usize) -> *const Record {
    // SAFETY: the caller promises it.
    infallible(ptr::null(), || handle_of(unsafe { item(handle, place, index) }))
}

/// # Safety
/// See the page of this module.
unsafe fn pair<'a>(handle: *const Record, place: usize, index: usize) -> Option<&'a (Box<str>, Slot)> {
    // SAFETY: the caller promises it.
    match unsafe { slot(handle, place) } {
        Slot::Map(pairs) => pairs.get(index),
        _ => None,
    }
}

/// A name of a map.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn name_at(handle: *const Record, place: usize, index: usize) -> orgwarden_text {
    infallible(orgwarden_text::ABSENT, || {
        // SAFETY: the caller promises it.
        orgwarden_text::maybe(unsafe { pair(handle, place, index) }.map(|(name, _)| &**name))
    })
}

/// A number of a map.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn value_at<T: Plain>(handle: *const Record, place: usize, index: usize, otherwise: T) -> T {
    infallible(otherwise, || {
        // SAFETY: the caller promises it.
        unsafe { pair(handle, place, index) }.and_then(|(_, value)| T::of(value)).unwrap_or(otherwise)
    })
}

/// A list as JSON; absent where there is none.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn list_json(handle: *const Record, place: usize) -> orgwarden_text {
    // SAFETY: the caller promises it.
    infallible(orgwarden_text::ABSENT, || orgwarden_text::maybe(unsafe { list(handle, place) }.map(List::json)))
}

/// All of it as JSON.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn json(handle: *const Record) -> orgwarden_text {
    // SAFETY: the caller promises it.
    infallible(orgwarden_text::ABSENT, || orgwarden_text::maybe(unsafe { record_of(handle) }.map(Record::json)))
}

/// The requests that an answer took; 0 of a part of one.
///
/// # Safety
/// See the page of this module.
#[inline(never)]
pub(crate) unsafe fn requests_used(handle: *const Record) -> u32 {
    infallible(0, || {
        // SAFETY: the caller promises it.
        unsafe { record_of(handle) }.and_then(Record::root).map_or(0, |whole| whole.requests_used)
    })
}

/// Frees an answer. A part of one is left where it is.
///
/// # Safety
/// See the page of this module; nobody uses it any more.
#[inline(never)]
pub(crate) unsafe fn free(handle: *mut Record) {
    // SAFETY: the caller promises it.
    if unsafe { record_of(handle) }.is_some_and(|record| record.root().is_some()) {
        // SAFETY: whole answers are handed over in a box, once.
        unsafe { crate::border::free(handle) }
    }
}
