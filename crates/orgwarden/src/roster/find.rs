use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::User;
use crate::words::did_you_mean;

/// A person as people name them: by e-mail address, by name or by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
pub fn find<'a>(who: &Who, users: &'a [User]) -> Found<'a> {
    let wanted = who.as_str();
    let same = |text: Option<&str>| text.is_some_and(|text| text.to_lowercase() == wanted.to_lowercase());
    let exact = |user: &&User| user.id.as_str() == wanted || same(user.email.as_deref());
    let mut matches: Vec<&User> = users.iter().filter(exact).collect();
    if matches.is_empty() {
        matches = users.iter().filter(|user| same(user.name.as_deref())).collect();
    }
    match matches.as_slice() {
        [] => Found::Nobody(did_you_mean(
            wanted,
            users.iter().flat_map(|user| [user.email.as_deref(), user.name.as_deref()]).flatten(),
        )),
        [one] => Found::One(one),
        _ => Found::Several(matches),
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
}
