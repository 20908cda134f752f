use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use crate::{Error, ErrorKind, Result};

/// What a key is for, told by its prefix alone; only the API knows for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeyClass {
    /// `sk-admin-…`: administers an organization; the only class that this library can use.
    Admin,
    /// `sk-proj-…`: uses one project.
    Project,
    /// `sk-svcacct-…`: a service account's key for one project.
    ServiceAccount,
    /// `sk-…`: a person's key of the older kind.
    User,
    /// Anything else, as a gateway may hand out.
    Unknown,
}

impl KeyClass {
    /// The class of a key.
    pub fn of(key: &str) -> Self {
        match key {
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
            Self::ServiceAccount => "a service account key",
            Self::User => "a user key",
            Self::Unknown => "a key of unknown kind",
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
    /// Takes a secret that [can be a key](Self::fault).
    pub fn new(secret: impl Into<SecretString>) -> Result<Self> {
        let secret = secret.into();
        match Self::fault(secret.expose_secret()) {
            None => Ok(Self { class: KeyClass::of(secret.expose_secret()), secret }),
            Some((reason, hint)) => {
                Err(Error::new(ErrorKind::Config, format!("the key cannot be used: {reason}")).with_hint(hint))
            }
        }
    }

    /// Why a text cannot be a key, and the next step; `None` if it can. Never quotes it.
    pub fn fault(text: &str) -> Option<(&'static str, &'static str)> {
        const WHOLE: &str = "Give the key whole and alone, without quotes, name or comment.";
        // Keys have 51 to 164 characters today; the bounds only tell a key from a slip.
        const LENGTHS: std::ops::RangeInclusive<usize> = 16..=512;
        let shortened = text.contains("...") || text.contains('…') || text.contains('*');
        match text {
            "" => Some(("there is nothing in it", WHOLE)),
            _ if text.contains(['\n', '\r']) => Some(("it has more than one line", WHOLE)),
            _ if text.contains(char::is_whitespace) => Some(("it has a space inside", WHOLE)),
            _ if shortened => Some((
                "it is the shortened form that the dashboard shows",
                "A key is shown whole only when it is made; make a new one.",
            )),
            _ if !text.bytes().all(|byte| byte.is_ascii_graphic()) => {
                Some(("it has characters other than printable ASCII", WHOLE))
            }
            _ if text.len() < *LENGTHS.start() => Some(("it is too short for a key", WHOLE)),
            _ if text.len() > *LENGTHS.end() => Some(("it is too long for a key", WHOLE)),
            _ => None,
        }
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

/// Blanks whatever looks like a key: `sk-` at the start of a word and at least 8 more letters, digits, `-` or `_`.
///
/// For texts that come from outside: a server's words, quotes in parse errors.
pub fn blank_secrets(text: &str) -> String {
    const SHORTEST_TAIL: usize = 8;
    let mut blanked = String::with_capacity(text.len());
    let mut rest = text;
    let mut inside_word = false;
    while let Some(letter) = rest.chars().next() {
        if !inside_word && let Some(tail) = rest.strip_prefix("sk-") {
            let is_part = |next: char| next.is_ascii_alphanumeric() || matches!(next, '-' | '_');
            let length = tail.find(|next| !is_part(next)).unwrap_or(tail.len());
            if length >= SHORTEST_TAIL {
                blanked.push_str("sk-…");
                rest = &tail[length..];
                continue;
            }
        }
        inside_word = letter.is_ascii_alphanumeric();
        blanked.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    blanked
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
            "bad sk-…, and sk-abc...def stay"
        );
        assert_eq!(blank_secrets("https://sk-admin-abcdef@host KEY=sk-sk-0123456"), "https://sk-…@host KEY=sk-…");
        for ordinary in ["~/.secrets/task-force-key-file", "risk-assessment", "sk-1", "ünïcode"] {
            assert_eq!(blank_secrets(ordinary), ordinary);
        }
    }

    #[test]
    fn refuses_what_cannot_be_a_key_without_quoting_it() {
        for bad in
            ["", "canary", "sk-admin-canary one", "sk-admin-canary\nbreak", "sk-admin-canäry-aaaaa", "sk-a...canary"]
        {
            let error = Key::new(bad).unwrap_err();
            assert!(!format!("{error:?}").contains("canary"), "{error:?}");
        }
    }
}
