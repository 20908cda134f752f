//! Answers in the one form that all readers read: slots, in the order of a table.

use std::fmt;
use std::ptr::NonNull;
use std::sync::OnceLock;

use orgwarden_door::{Error, ErrorKind, Plan, Result};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap as _, Serializer};
use serde::{Deserialize as _, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// What a type of the surface has as members. Generated.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) members: &'static [(&'static str, Kind)],
    /// Whether members that are not known are kept, for the JSON.
    pub(crate) is_open: bool,
}

/// What a member is made of, alone or in a list.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Texts, numbers, yes or no; an object is a map of them.
    Plain,
    /// The text that stands in the JSON: money, whose digits are exact, and whatever has no type.
    Raw,
    /// Records.
    Of(&'static Shape),
}

/// A type that C reads through a handle.
pub(crate) trait Handle {
    const SHAPE: &'static Shape;
}

#[derive(Debug)]
pub(crate) struct Record {
    shape: &'static Shape,
    slots: Box<[Slot]>,
    rest: Option<Box<Map<String, Value>>>,
    json: OnceLock<Box<str>>,
    /// Of one that was handed over: it, and only it, is freed by its holder.
    whole: Option<Box<Whole>>,
}

/// What a whole answer has beside its members.
#[derive(Debug, Default)]
pub(crate) struct Whole {
    pub(crate) requests_used: u32,
    pub(crate) plan: Option<Planned>,
    source: Option<Source>,
}

impl Whole {
    pub(crate) fn new(requests_used: u32, plan: Option<Planned>) -> Self {
        Self { requests_used, plan, source: None }
    }
}

/// The text that an answer was read from. Most of its texts are pieces of it, so that they need not be copied.
#[derive(Debug)]
struct Source(NonNull<str>);

impl Source {
    fn new(text: Box<str>) -> Self {
        // Not a box any more: a box that is moved may not be pointed into.
        Self(NonNull::from(Box::leak(text)))
    }

    /// # Safety
    /// Nobody looks at it when this is dropped.
    unsafe fn text(&self) -> &'static str {
        // SAFETY: it was a box, nobody changes it, and it is there until this is dropped.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        // SAFETY: it was a box, and only this has it.
        drop(unsafe { Box::from_raw(self.0.as_ptr()) });
    }
}

// SAFETY: it is a text that nobody changes.
unsafe impl Send for Source {}
// SAFETY: as above.
unsafe impl Sync for Source {}

/// A plan that can be applied, and its texts once they were asked for.
#[derive(Debug)]
pub(crate) struct Planned {
    pub(crate) plan: Plan,
    pub(crate) text: OnceLock<String>,
    pub(crate) markdown: OnceLock<String>,
    pub(crate) csv: OnceLock<String>,
    pub(crate) file_text: OnceLock<Result<String>>,
}

#[derive(Debug)]
pub(crate) enum Slot {
    Absent,
    Flag(bool),
    Whole(i64),
    Number(f64),
    Piece(Piece<str>),
    /// One that stands there otherwise: with escapes.
    Text(Box<str>),
    /// JSON.
    Raw(Piece<RawValue>),
    Record(Box<Record>),
    List(Box<List>),
    Map(Box<[(Box<str>, Slot)]>),
}

pub(crate) static ABSENT: Slot = Slot::Absent;

/// A piece of the text of the whole answer. It is there as long as the record, and so not longer than its slot can be looked at.
pub(crate) struct Piece<T: ?Sized + 'static>(&'static T);

impl<T: ?Sized> Piece<T> {
    pub(crate) fn get(&self) -> &T {
        self.0
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Piece<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Debug)]
pub(crate) struct List {
    pub(crate) items: Vec<Slot>,
    json: OnceLock<Box<str>>,
}

impl Record {
    /// Reads an answer.
    pub(crate) fn whole(shape: &'static Shape, json: impl Into<Box<str>>, mut whole: Whole) -> Result<Box<Self>> {
        let source = Source::new(json.into());
        // SAFETY: it is dropped together with the record whose slots point into it, and they lend pieces no longer than that.
        let mut reader = serde_json::Deserializer::from_str(unsafe { source.text() });
        let mut record = Of(shape).deserialize(&mut reader).map_err(|error| {
            Error::new(ErrorKind::Internal, format!("an answer has a shape that the C library does not know: {error}"))
        })?;
        whole.source = Some(source);
        record.whole = Some(Box::new(whole));
        Ok(record)
    }

    /// What a whole answer has; nothing of a part of one.
    pub(crate) fn root(&self) -> Option<&Whole> {
        self.whole.as_deref()
    }

    pub(crate) fn slot(&self, place: usize) -> &Slot {
        self.slots.get(place).unwrap_or(&ABSENT)
    }

    pub(crate) fn json(&self) -> &str {
        self.json.get_or_init(|| written(self))
    }
}

impl List {
    pub(crate) fn json(&self) -> &str {
        self.json.get_or_init(|| written(&self.items))
    }
}

/// What came from JSON can be written as JSON.
fn written(value: &impl Serialize) -> Box<str> {
    serde_json::to_string(value).unwrap_or_default().into_boxed_str()
}

struct Of(&'static Shape);

impl DeserializeSeed<'static> for Of {
    type Value = Box<Record>;

    fn deserialize<D: Deserializer<'static>>(self, deserializer: D) -> Result<Box<Record>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl Visitor<'static> for Of {
    type Value = Box<Record>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'static>>(self, mut map: A) -> Result<Box<Record>, A::Error> {
        let Shape { members, is_open } = *self.0;
        let mut slots: Box<[Slot]> = members.iter().map(|_| Slot::Absent).collect();
        let mut rest = Map::new();
        while let Some(name) = map.next_key_seed(Name(members))? {
            match name {
                Ok(place) => slots[place] = map.next_value_seed(Member(members[place].1))?,
                Err(name) if is_open => drop(rest.insert(name.into(), map.next_value()?)),
                Err(_) => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        let rest = (!rest.is_empty()).then(|| Box::new(rest));
        Ok(Box::new(Record { shape: self.0, slots, rest, json: OnceLock::new(), whole: None }))
    }
}

/// The place of a member, or the name of one that is not known.
struct Name(&'static [(&'static str, Kind)]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Result<usize, Box<str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Result<usize, Box<str>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|(known, _)| *known == name).ok_or_else(|| name.into()))
    }
}

struct Member(Kind);

impl DeserializeSeed<'static> for Member {
    type Value = Slot;

    fn deserialize<D: Deserializer<'static>>(self, deserializer: D) -> Result<Slot, D::Error> {
        if matches!(self.0, Kind::Raw) {
            let raw = <&RawValue>::deserialize(deserializer)?;
            return Ok(if raw.get() == "null" { Slot::Absent } else { Slot::Raw(Piece(raw)) });
        }
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'static> for Member {
    type Value = Slot;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member")
    }

    fn visit_unit<E>(self) -> Result<Slot, E> {
        Ok(Slot::Absent)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Slot, E> {
        Ok(Slot::Flag(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Slot, E> {
        Ok(Slot::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Slot, E> {
        #[expect(clippy::cast_precision_loss, reason = "nothing counted here is that large; as near as can be")]
        Ok(i64::try_from(value).map_or(Slot::Number(value as f64), Slot::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Slot, E> {
        Ok(Slot::Number(value))
    }

    fn visit_borrowed_str<E>(self, value: &'static str) -> Result<Slot, E> {
        Ok(Slot::Piece(Piece(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Slot, E> {
        Ok(Slot::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'static>>(self, mut sequence: A) -> Result<Slot, A::Error> {
        let mut items = Vec::with_capacity(sequence.size_hint().unwrap_or_default());
        while let Some(item) = sequence.next_element_seed(Member(self.0))? {
            items.push(item);
        }
        Ok(Slot::List(Box::new(List { items, json: OnceLock::new() })))
    }

    fn visit_map<A: MapAccess<'static>>(self, mut map: A) -> Result<Slot, A::Error> {
        if let Kind::Of(shape) = self.0 {
            return Of(shape).visit_map(map).map(Slot::Record);
        }
        let mut pairs = Vec::new();
        while let Some(name) = map.next_key::<Box<str>>()? {
            pairs.push((name, map.next_value_seed(Member(Kind::Plain))?));
        }
        Ok(Slot::Map(pairs.into_boxed_slice()))
    }
}

impl Serialize for Record {
    /// Members that are absent are left out.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for ((name, _), slot) in self.shape.members.iter().zip(&self.slots) {
            if !matches!(slot, Slot::Absent) {
                map.serialize_entry(name, slot)?;
            }
        }
        for (name, value) in self.rest.iter().flat_map(|rest| rest.iter()) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_unit(),
            Self::Flag(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => serializer.serialize_i64(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Piece(value) => serializer.serialize_str(value.get()),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Raw(value) => value.get().serialize(serializer),
            Self::Record(value) => value.serialize(serializer),
            Self::List(value) => value.items.serialize(serializer),
            Self::Map(pairs) => serializer.collect_map(pairs.iter().map(|(name, value)| (name, value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    static INNER: Shape = Shape { is_open: false, members: &[("text", Kind::Plain)] };
    static OUTER: Shape = Shape {
        is_open: true,
        members: &[("text", Kind::Plain), ("money", Kind::Raw), ("all", Kind::Of(&INNER)), ("absent", Kind::Plain)],
    };

    #[test]
    fn texts_are_there_as_long_as_the_answer_with_and_without_escapes() {
        let json = r#"{"all": [{"text": "piece"}, {"text": "a\"b\n\u00e4"}], "new": 1, "text": "", "money": 1.10}"#;
        let record = Record::whole(&OUTER, json, Whole::new(3, None)).unwrap();
        let record = std::thread::spawn(move || record).join().unwrap();
        let handle = Box::into_raw(record);
        // SAFETY: the record is alive until it is freed, once.
        unsafe {
            let text = |text: crate::text::orgwarden_text| text.read("text").unwrap();
            assert_eq!(text(read::text(handle, 0)), Some(""));
            assert_eq!(text(read::text(handle, 1)), Some("1.10"), "digits as they stand");
            assert_eq!(text(read::text(handle, 3)), None);
            assert_eq!(read::count(handle, 2), 2);
            let inner = |index| text(read::text(read::record_at(handle, 2, index), 0));
            assert_eq!((inner(0), inner(1), inner(2)), (Some("piece"), Some("a\"b\nä"), None));
            assert_eq!(
                text(read::json(handle)),
                Some(r#"{"text":"","money":1.10,"all":[{"text":"piece"},{"text":"a\"b\nä"}],"new":1}"#)
            );
            assert_eq!(read::requests_used(handle), 3);
            read::free(read::record_at(handle, 2, 0).cast_mut());
            assert_eq!(inner(0), Some("piece"), "a part is left where it is");
            read::free(handle);
        }
    }
}
