use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use serde_json::{Map, Value};

/// Members of an answer that this version does not know. One pointer wide while there are none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra(Option<Box<Map<String, Value>>>);

impl Extra {
    /// The value of a member, if the answer had it.
    pub fn get(&self, member: &str) -> Option<&Value> {
        self.0.as_ref()?.get(member)
    }

    /// Keeps a member.
    pub fn insert(&mut self, member: &str, value: Value) {
        self.0.get_or_insert_default().insert(member.to_owned(), value);
    }

    /// Takes out a member whose value can be used under another name, so that it is not there twice.
    pub(crate) fn take<T>(&mut self, member: &str, used: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
        let map = self.0.as_mut()?;
        let taken = used(map.get(member)?)?;
        map.remove(member);
        if map.is_empty() {
            self.0 = None;
        }
        Some(taken)
    }

    /// The members and their values.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().flat_map(|map| map.iter())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Reads a nested text, `["user", "email"]`.
    pub(crate) fn text(&self, path: &[&str]) -> Option<&str> {
        self.at(path)?.as_str()
    }

    fn at(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.get(first)?, |value, member| value.get(member))
    }
}

/// A member's name, borrowed from the answer where it has no escapes.
pub(crate) struct Key<'de>(pub(crate) Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl<'de> Visitor<'de> for Name {
            type Value = Key<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a member's name")
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_identifier(Name)
    }
}
