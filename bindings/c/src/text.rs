//! Texts in both directions: a pointer and a size, never an end mark, so that any text can be said.

use std::ffi::c_char;
use std::ptr;

use orgwarden_door::{Error, Result};

/// A text in UTF-8, borrowed from whoever handed it over. It need not end with a NUL. Absent: `data` is NULL; empty: `data`
/// is not NULL and `size` is 0.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct orgwarden_text {
    /// The first byte, or NULL.
    pub data: *const c_char,
    /// How many bytes there are.
    pub size: usize,
}

// SAFETY: it is only a place; who reads there has promised that it can be read.
unsafe impl Send for orgwarden_text {}
// SAFETY: as above.
unsafe impl Sync for orgwarden_text {}

impl orgwarden_text {
    /// No text.
    pub const ABSENT: Self = Self { data: ptr::null(), size: 0 };

    /// A text that lives where it is.
    pub const fn of(text: &str) -> Self {
        Self { data: text.as_ptr().cast(), size: text.len() }
    }

    /// The same of one that may be absent.
    pub fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::ABSENT, Self::of)
    }

    /// What a caller has given; `None` where it is absent. `name` is what errors call it.
    ///
    /// # Safety
    /// `data` is NULL, or `size` bytes can be read there for as long as `'a`.
    pub unsafe fn read<'a>(self, name: &str) -> Result<Option<&'a str>> {
        if self.data.is_null() {
            return match self.size {
                0 => Ok(None),
                size => Err(Error::invalid(format!("`{name}` is NULL and has a size of {size} bytes"))),
            };
        }
        if isize::try_from(self.size).is_err() {
            return Err(Error::invalid(format!("`{name}` cannot have a size of {} bytes", self.size)));
        }
        // SAFETY: it is not NULL, the size fits into an address space, and the caller promises the rest.
        let bytes = unsafe { std::slice::from_raw_parts(self.data.cast::<u8>(), self.size) };
        std::str::from_utf8(bytes).map(Some).map_err(|error| {
            Error::invalid(format!("`{name}` is not UTF-8: byte {} does not fit", error.valid_up_to()))
        })
    }

    /// The same of a text that is needed.
    ///
    /// # Safety
    /// As [`read`](Self::read).
    pub unsafe fn needed<'a>(self, name: &str) -> Result<&'a str> {
        // SAFETY: the caller promises it.
        unsafe { self.read(name) }?.ok_or_else(|| Error::invalid(format!("`{name}` is needed and was not given")))
    }
}

/// Texts that a caller has given; `None` where there is no list, which is not the same as an empty one.
///
/// # Safety
/// `texts` is NULL, or `count` texts can be read there, each as [`orgwarden_text::read`] says.
pub(crate) unsafe fn read_texts<'a>(
    texts: *const orgwarden_text,
    count: usize,
    name: &str,
) -> Result<Option<Vec<&'a str>>> {
    // SAFETY: the caller promises it.
    let Some(texts) = (unsafe { read_list(texts, count, name) })? else { return Ok(None) };
    let read = texts.iter().enumerate().map(|(place, text)| {
        let name = format!("{name}[{place}]");
        // SAFETY: the caller promises it.
        unsafe { text.needed(&name) }
    });
    read.collect::<Result<_>>().map(Some)
}

/// A list that a caller has given.
///
/// # Safety
/// `items` is NULL, or `count` items can be read there for as long as `'a`.
pub(crate) unsafe fn read_list<'a, T>(items: *const T, count: usize, name: &str) -> Result<Option<&'a [T]>> {
    if items.is_null() {
        return match count {
            0 => Ok(None),
            count => Err(Error::invalid(format!("`{name}` is NULL and has a count of {count}"))),
        };
    }
    if !items.is_aligned() || count.checked_mul(size_of::<T>()).is_none_or(|size| isize::try_from(size).is_err()) {
        return Err(Error::invalid(format!("`{name}` cannot have a count of {count} there")));
    }
    // SAFETY: it is not NULL, it is aligned, the size fits into an address space, and the caller promises the rest.
    Ok(Some(unsafe { std::slice::from_raw_parts(items, count) }))
}
