//! The order of a list, where the API lets it be chosen.

use std::fmt;

/// Which items of a list come first, by the time of their creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `asc`.
    OldestFirst,
    /// `desc`.
    NewestFirst,
}

/// The word on the wire.
impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::OldestFirst => "asc",
            Self::NewestFirst => "desc",
        })
    }
}
