use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::User;
use crate::words::{LONGEST_NAME, did_you_mean, lower_case};
use crate::{Error, Result};

/// A person as people name them: by e-mail address, by name or by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Who(String);

impl Who {
    /// What was given, without surrounding space.
    pub fn as_str(&self) -> &str {
        self.0.trim()
    }

    /// Whether it is an e-mail address.
    pub fn is_email(&self) -> bool {
        self.0.contains('@')
    }

    /// Refuses what names nobody: before anything is sent, for it would be part of an address.
    pub(crate) fn check(&self) -> Result<()> {
        let problem = match self.as_str().len() {
            0 => "a name is empty".to_owned(),
            length if length > LONGEST_NAME => format!("a name is {length} bytes long"),
            _ => return Ok(()),
        };
        Err(Error::invalid(problem).with_hint("Name everybody by e-mail address, name or id."))
    }

    /// Whether it has the shape of a member's id.
    pub fn is_id(&self) -> bool {
        self.as_str().starts_with("user-") || self.as_str().starts_with("user_")
    }
}

impl From<&str> for Who {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Who {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a search among members came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<'a> {
    /// Exactly one.
    One(&'a User),
    /// More than one: a name that several people have.
    Several(Vec<&'a User>),
    /// Nobody; perhaps somebody near was meant.
    Nobody(Option<&'a str>),
}

/// Finds a person: the id or the address must be exact, the name may differ in case. Never guesses.
///
/// What has the shape of an address or of an id is never taken for a name: people choose their names themselves.
pub fn find<'a>(who: &Who, users: &'a [User]) -> Found<'a> {
    match Index::new(users).find(who).as_slice() {
        [] => Found::Nobody(near(who, users)),
        [one] => Found::One(one),
        several => Found::Several(several.to_vec()),
    }
}

/// Somebody who was perhaps meant.
pub(crate) fn near<'a>(who: &Who, users: &'a [User]) -> Option<&'a str> {
    did_you_mean(who.as_str(), users.iter().flat_map(|user| [user.email.as_deref(), user.name.as_deref()]).flatten())
}

/// Those of some people who are named, each once.
pub(crate) fn among(who: &[Who], users: &[User]) -> Vec<User> {
    let index = Index::new(users);
    let mut seen = HashSet::new();
    who.iter().flat_map(|who| index.find(who)).filter(|user| seen.insert(&user.id)).cloned().collect()
}

/// Members by id, address and name, for finding many. What nobody is looked for by is never made.
pub(crate) struct Index<'a> {
    users: &'a [User],
    ids: OnceCell<HashMap<&'a str, &'a User>>,
    emails: OnceCell<ByText<'a>>,
    names: OnceCell<ByText<'a>>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(users: &'a [User]) -> Self {
        Self { users, ids: OnceCell::new(), emails: OnceCell::new(), names: OnceCell::new() }
    }

    /// Everybody who can be meant.
    pub(crate) fn find(&self, who: &Who) -> Vec<&'a User> {
        let text = who.as_str();
        if text.is_empty() {
            return Vec::new();
        }
        let by_email = || self.emails.get_or_init(|| ByText::new(self.users, |user| user.email.as_deref())).find(text);
        if who.is_email() {
            return by_email();
        }
        let ids = self.ids.get_or_init(|| {
            // Whoever was read twice counts as they were read first.
            self.users.iter().rev().map(|user| (user.id.as_str(), user)).collect()
        });
        if let Some(user) = ids.get(text) {
            return vec![*user];
        }
        let with_address = by_email();
        if !with_address.is_empty() || who.is_id() {
            return with_address;
        }
        self.names.get_or_init(|| ByText::new(self.users, |user| user.name.as_deref())).find(text)
    }
}

/// Members by a text in lower case, which hardly ever two of them have.
struct ByText<'a> {
    first: HashMap<Cow<'a, str>, &'a User>,
    others: HashMap<Cow<'a, str>, Vec<&'a User>>,
}

impl<'a> ByText<'a> {
    fn new(users: &'a [User], text: impl Fn(&'a User) -> Option<&'a str>) -> Self {
        let mut by_text = Self { first: HashMap::with_capacity(users.len()), others: HashMap::new() };
        for user in users {
            let Some(text) = text(user).map(lower_case) else { continue };
            match by_text.first.entry(text) {
                Entry::Vacant(place) => drop(place.insert(user)),
                Entry::Occupied(first) => by_text.others.entry(first.key().clone()).or_default().push(user),
            }
        }
        by_text
    }

    fn find(&self, text: &str) -> Vec<&'a User> {
        let text = lower_case(text);
        let Some(first) = self.first.get(&*text) else { return Vec::new() };
        let Some(others) = self.others.get(&*text) else { return vec![first] };
        // Read twice, it is still one person.
        let mut seen = HashSet::new();
        std::iter::once(first).chain(others).copied().filter(|user| seen.insert(&user.id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn users() -> Vec<User> {
        serde_json::from_value(serde_json::json!([
            {"id": "user-1", "name": "Ada Love", "email": "ada@example.com"},
            {"id": "user-2", "name": "Bob", "email": "bob@example.com"},
            {"id": "user-3", "name": "bob", "email": null},
            {"id": "user-4", "name": null, "email": null},
        ]))
        .unwrap()
    }

    #[test]
    fn a_person_is_found_by_address_name_or_id_and_never_guessed() {
        let users = users();
        for who in ["ADA@example.com", "user-1", "ada love", " ada@example.com "] {
            assert_eq!(find(&who.into(), &users), Found::One(&users[0]), "{who}");
        }
        assert_eq!(find(&"Bob".into(), &users), Found::Several(vec![&users[1], &users[2]]));
        assert_eq!(find(&"adda@example.com".into(), &users), Found::Nobody(Some("ada@example.com")));
        assert_eq!(find(&"Ada".into(), &users), Found::Nobody(Some("Ada Love")));
        assert_eq!(find(&"user-9".into(), &[]), Found::Nobody(None));
    }

    #[test]
    fn a_name_that_poses_as_an_address_or_an_id_is_nobodys() {
        let users: Vec<User> = serde_json::from_value(serde_json::json!([
            {"id": "user-1", "name": "boss@example.com", "email": "mallory@example.com"},
            {"id": "user-2", "name": "user-9", "email": "eve@example.com"},
            {"id": "user-3", "name": "", "email": ""},
        ]))
        .unwrap();
        for who in ["boss@example.com", "user-9", "", " "] {
            assert!(matches!(find(&who.into(), &users), Found::Nobody(_)), "{who:?}");
        }
    }

    #[test]
    fn somebody_who_was_read_twice_is_one_person() {
        let twice = [users(), users()].concat();
        assert_eq!(find(&"ada@example.com".into(), &twice), Found::One(&twice[0]));
        assert_eq!(find(&"Ada Love".into(), &twice), Found::One(&twice[0]));
    }
}
