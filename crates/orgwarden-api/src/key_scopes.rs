//! What a key may do.

use serde::{Serialize, Serializer};

use crate::{Error, Result};

/// What a key may do of what its owner may do. Scopes never widen the owner's rights.
///
/// The API takes an empty list for "everything", the opposite of what it looks like. So there is no way to write one by
/// accident: everything has its own word here, and a list of scopes is never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyScopes {
    /// Everything that the owner may do. On the wire: an empty list.
    All,
    /// Everything that the owner may read. On the wire: `api.all.read` alone.
    ReadOnly,
    /// These scopes and no others.
    Only(ScopeList),
}

/// Scopes such as `api.model.request`; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeList(Vec<String>);

impl ScopeList {
    /// These scopes. Refuses none at all: the API takes an empty list for "everything".
    pub fn new(scopes: impl IntoIterator<Item = impl Into<String>>) -> Result<Self> {
        let scopes: Vec<String> = scopes.into_iter().map(Into::into).collect();
        if scopes.is_empty() {
            return Err(Error::invalid("nothing can be restricted to no scope at all")
                .with_hint("An empty list would lift every restriction. To do that, ask for all scopes by name."));
        }
        Ok(Self(scopes))
    }
}

impl Serialize for ScopeList {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}

impl KeyScopes {
    /// The scope that permits all reading, as it is on the wire.
    pub const READ: &'static str = "api.all.read";

    /// These scopes and no others. Refuses none at all: the API would take it for all of them.
    pub fn only(scopes: impl IntoIterator<Item = impl Into<String>>) -> Result<Self> {
        ScopeList::new(scopes).map(Self::Only)
    }

    /// The list on the wire.
    fn list(&self) -> Vec<&str> {
        match self {
            Self::All => Vec::new(),
            Self::ReadOnly => vec![Self::READ],
            Self::Only(ScopeList(scopes)) => scopes.iter().map(String::as_str).collect(),
        }
    }
}

impl Serialize for KeyScopes {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.list())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_empty_list_is_only_sent_for_all() {
        assert!(KeyScopes::only(Vec::<String>::new()).is_err());
        for (scopes, expected) in [
            (KeyScopes::All, json!([])),
            (KeyScopes::ReadOnly, json!(["api.all.read"])),
            (KeyScopes::only(["api.model.read"]).unwrap(), json!(["api.model.read"])),
        ] {
            assert_eq!(serde_json::to_value(&scopes).unwrap(), expected);
        }
    }
}
