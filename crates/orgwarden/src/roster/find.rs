use std::collections::{HashMap, HashSet};
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::User;
use crate::words::did_you_mean;

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

/// Members by id, address and name, for finding many.
pub(crate) struct Index<'a> {
    ids: HashMap<&'a str, &'a User>,
    emails: HashMap<String, Vec<&'a User>>,
    names: HashMap<String, Vec<&'a User>>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(users: &'a [User]) -> Self {
        let mut index = Self { ids: HashMap::new(), emails: HashMap::new(), names: HashMap::new() };
        for user in users {
            // Read twice, it is still one person.
            if index.ids.insert(user.id.as_str(), user).is_some() {
                continue;
            }
            if let Some(email) = user.email.as_deref() {
                index.emails.entry(email.to_lowercase()).or_default().push(user);
            }
            if let Some(name) = user.name.as_deref() {
                index.names.entry(name.to_lowercase()).or_default().push(user);
            }
        }
        index
    }

    /// Everybody who can be meant.
    pub(crate) fn find(&self, who: &Who) -> Vec<&'a User> {
        if who.as_str().is_empty() {
            return Vec::new();
        }
        if let Some(user) = self.ids.get(who.as_str()) {
            return vec![user];
        }
        let same = |index: &HashMap<String, Vec<&'a User>>| index.get(&who.as_str().to_lowercase()).cloned();
        match same(&self.emails) {
            Some(users) => users,
            None if who.is_email() || who.is_id() => Vec::new(),
            None => same(&self.names).unwrap_or_default(),
        }
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
