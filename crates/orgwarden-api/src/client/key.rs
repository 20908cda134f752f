use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use crate::{Error, ErrorKind, Result};

/// What a key is for, as its prefix says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyClass {
    /// `sk-admin-…`: administers an organization; the only class that this library can use.
    Admin,
    /// `sk-proj-…`: uses one project.
    Project,
    /// `sk-svcacct-…`: a service account's key for one project.
    ServiceAccount,
    /// `sk-…`: a person's key of the older kind.
    User,
    /// Anything else.
    Unknown,
}

impl KeyClass {
    fn of(text: &str) -> Self {
        match text {
            text if text.starts_with("sk-admin-") => Self::Admin,
            text if text.starts_with("sk-proj-") => Self::Project,
            text if text.starts_with("sk-svcacct-") => Self::ServiceAccount,
            text if text.starts_with("sk-") => Self::User,
            _ => Self::Unknown,
        }
    }

    /// The class in words: "a project key".
    pub fn words(self) -> &'static str {
        match self {
            Self::Admin => "an admin key",
            Self::Project => "a project key",
            Self::ServiceAccount => "a service account's key",
            Self::User => "a user key",
            Self::Unknown => "of no known class",
        }
    }
}

/// Where admin keys are made, as a next step for people.
pub const MAKE_AN_ADMIN_KEY: &str = "An owner makes admin keys at https://platform.openai.com/settings/organization/admin-keys; they start with `sk-admin-`.";

/// The secret that opens an organization. It cannot be printed.
#[derive(Clone)]
pub struct Key {
    secret: SecretString,
    class: KeyClass,
}

impl Key {
    /// Takes a secret after checking that it can be one: printable, without spaces, of a plausible length.
    ///
    /// Never quotes what it refuses.
    pub fn new(secret: impl Into<SecretString>) -> Result<Self> {
        let secret = secret.into();
        let text = secret.expose_secret();
        let problem = match text {
            "" => "the key is empty",
            text if text.bytes().any(|byte| !byte.is_ascii_graphic()) => {
                "the key contains a space, a line break or a letter that no key has"
            }
            text if text.len() < 16 || text.len() > 512 => "the key has a length that no key has",
            _ => {
                let class = KeyClass::of(text);
                return Ok(Self { secret, class });
            }
        };
        Err(Error::new(ErrorKind::Config, problem).with_hint(MAKE_AN_ADMIN_KEY))
    }

    /// What the prefix says that it is for.
    pub fn class(&self) -> KeyClass {
        self.class
    }

    /// The secret itself, for the one place that sends it.
    pub(crate) fn expose(&self) -> &str {
        self.secret.expose_secret()
    }

    /// Whether a redacted form, `sk-admin-...wxyz`, can be of this key. Two keys may look alike.
    pub fn looks_like(&self, redacted: &str) -> bool {
        let Some((start, end)) = redacted.split_once("...").or_else(|| redacted.split_once('…')) else {
            let Some(first) = redacted.find('*') else { return false };
            let last = redacted.rfind('*').unwrap_or(first);
            return self.fits(&redacted[..first], &redacted[last + 1..]);
        };
        self.fits(start, end)
    }

    fn fits(&self, start: &str, end: &str) -> bool {
        let text = self.expose();
        !end.is_empty() && text.len() > start.len() + end.len() && text.starts_with(start) && text.ends_with(end)
    }

    /// Blanks every secret in a text: this key, and whatever looks like another one.
    pub(crate) fn blank(&self, text: &str) -> String {
        blank_secrets(&text.replace(self.expose(), "[key]"))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({:?}, secret)", self.class)
    }
}

/// Blanks whatever looks like a key: `sk-` and at least 16 more letters, digits, `-` or `_`.
///
/// For texts that come from outside: server's words, quotes in parse errors.
pub fn blank_secrets(text: &str) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let mut blanked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("sk-") {
        let (before, from) = rest.split_at(start);
        let length = from.find(|letter| !is_part(letter)).unwrap_or(from.len());
        blanked.push_str(before);
        blanked.push_str(if length >= "sk-".len() + 16 { "[key]" } else { &from[..length] });
        rest = &from[length..];
    }
    blanked + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_its_own_redacted_form() {
        let key = Key::new("sk-admin-abcdefghijklmnopqrstuvwxyz").unwrap();
        for redacted in ["sk-admin-...wxyz", "sk-admin...xyz", "sk-admin-abc**********wxyz", "sk-admin-…z"] {
            assert!(key.looks_like(redacted), "{redacted}");
        }
        for other in ["sk-admin-...wxyy", "sk-proj-...wxyz", "sk-admin-...", "", "sk-admin-abcdefghijklmnopqrstuvwxyz"]
        {
            assert!(!key.looks_like(other), "{other}");
        }
    }

    #[test]
    fn blanks_keys_wherever_they_stand() {
        assert_eq!(
            blank_secrets("bad sk-proj-0123456789abcdef, and sk-abc...def stay"),
            "bad [key], and sk-abc...def stay"
        );
        assert_eq!(blank_secrets("sk-sk-sk-0123456789abcdef"), "[key]");
    }

    #[test]
    fn refuses_what_cannot_be_a_key_without_quoting_it() {
        for bad in
            ["", "short", "sk-admin-with space in it", "sk-admin-line\nbreak-aaaaaaaaa", "sk-admin-ümlaut-aaaaaaaaaa"]
        {
            let error = Key::new(bad).unwrap_err();
            assert!(bad.is_empty() || !format!("{error:?}").contains(bad), "{error:?}");
        }
    }
}
