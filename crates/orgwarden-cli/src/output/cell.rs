//! A table as data: columns that know their cells, cells that know what they hold. How it looks is the renderer's.

use std::borrow::Cow;

use orgwarden::api::model::Timestamp;
use orgwarden::words;

use super::time;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Nothing: unknown, or not asked for.
    Empty,
    /// Words, and how they look on a terminal.
    Text(String, Tone),
    /// A number.
    Number(usize),
    /// A moment in the past.
    Time(Timestamp),
    /// A moment that matters by how near it is.
    Until(Timestamp),
    /// Several words.
    List(Vec<String>),
}

/// How words look on a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// As they are.
    Plain,
    /// In the background.
    Dim,
    /// As it should be.
    Good,
    /// Worth a look.
    Warning,
    /// Wrong.
    Bad,
}

/// A column of rows of a kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<R> {
    /// Its heading in CSV; tables show it in capitals.
    pub(crate) title: &'static str,
    /// Its cell of a row.
    pub(crate) cell: fn(&R) -> Cell,
    /// Whether a terminal that is too narrow for all goes without it.
    pub(crate) is_extra: bool,
}

impl<R> Column<R> {
    pub(crate) const fn new(title: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { title, cell, is_extra: false }
    }

    /// A column that narrow terminals leave out.
    pub(crate) const fn extra(title: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { title, cell, is_extra: true }
    }
}

impl Cell {
    /// Words without a tone.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Plain)
    }

    /// Words with a tone.
    pub(crate) fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self::Text(text.into(), tone)
    }

    /// Words, if there are any.
    pub(crate) fn maybe(text: Option<impl AsRef<str>>) -> Self {
        text.map_or(Self::Empty, |text| Self::text(text.as_ref()))
    }

    /// An id: there for copying, not for reading.
    pub(crate) fn id(id: Option<impl AsRef<str>>) -> Self {
        id.map_or(Self::Empty, |id| Self::toned(id.as_ref(), Tone::Dim))
    }

    /// A moment in the past, if it is known.
    pub(crate) fn time(at: Option<Timestamp>) -> Self {
        at.map_or(Self::Empty, Self::Time)
    }

    /// A moment to come, if there is one.
    pub(crate) fn until(at: Option<Timestamp>) -> Self {
        at.map_or(Self::Empty, Self::Until)
    }

    pub(super) fn tone(&self, now: Timestamp) -> Tone {
        match self {
            Self::Text(_, tone) => *tone,
            Self::Until(at) if at.since(now) <= 0 => Tone::Bad,
            Self::Until(at) if at.since(now) < 2 * time::DAY => Tone::Warning,
            Self::Empty | Self::Number(_) | Self::Time(_) | Self::Until(_) | Self::List(_) => Tone::Plain,
        }
    }

    /// For people.
    pub(super) fn for_people(&self, now: Timestamp) -> String {
        match self {
            Self::Time(at) => time::point(*at),
            Self::Until(at) => time::distance(*at, now),
            _ => self.for_programs().into_owned(),
        }
    }

    /// For programs that read text: times are RFC 3339 in UTC. Never a control character.
    pub(super) fn for_programs(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text, _) => words::visible(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Time(at) | Self::Until(at) => Cow::Owned(at.to_string()),
            Self::List(items) => Cow::Owned(words::visible(&items.join(", ")).into_owned()),
        }
    }
}
