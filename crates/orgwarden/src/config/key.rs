use orgwarden_api::{Error, Result};
use schemars::JsonSchema;
use secrecy::SecretString;
use serde::Serialize;

use super::config_error;

/// Where admin keys are made.
pub(super) const ADMIN_KEYS_PAGE: &str = "https://platform.openai.com/settings/organization/admin-keys";

// Keys have 51 to 164 characters today; the bounds only tell a key from a slip.
const SHORTEST: usize = 16;
const LONGEST: usize = 512;

/// What kind of key it is, told by its prefix alone; only the API knows for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeyClass {
    /// `sk-admin-…`: the one that may manage members.
    Admin,
    /// `sk-proj-…`: a project's key.
    Project,
    /// `sk-svcacct-…`: a key of a service account of a project.
    ServiceAccount,
    /// `sk-…`: a user's key of the old kind.
    User,
    /// Anything else, as a gateway may hand out.
    Unknown,
}

impl KeyClass {
    /// The class of a key.
    pub fn of(key: &str) -> Self {
        [
            ("sk-admin-", Self::Admin),
            ("sk-proj-", Self::Project),
            ("sk-svcacct-", Self::ServiceAccount),
            ("sk-", Self::User),
        ]
        .into_iter()
        .find_map(|(prefix, class)| key.starts_with(prefix).then_some(class))
        .unwrap_or(Self::Unknown)
    }

    /// The class in words: `an admin key`.
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

/// Checks that the text can be a key and closes it away. `source` names where it comes from; the text is never quoted.
pub(super) fn checked_key(text: &str, source: &str) -> Result<SecretString> {
    let text = text.trim();
    match fault(text) {
        None => Ok(SecretString::from(text)),
        Some((reason, hint)) => Err(unusable(source, reason).with_hint(hint)),
    }
}

/// An error that names the source of a key and what is wrong with it.
pub(super) fn unusable(source: &str, reason: impl std::fmt::Display) -> Error {
    config_error(format!("the key from {source} cannot be used: {reason}"))
}

fn fault(text: &str) -> Option<(&'static str, &'static str)> {
    const WHOLE: &str = "Give the key whole and alone, without quotes, name or comment.";
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
        _ if text.len() < SHORTEST => Some(("it is too short for a key", WHOLE)),
        _ if text.len() > LONGEST => Some(("it is too long for a key", WHOLE)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn the_prefix_tells_the_class() {
        for (key, class) in [
            ("sk-admin-x", KeyClass::Admin),
            ("sk-proj-x", KeyClass::Project),
            ("sk-svcacct-x", KeyClass::ServiceAccount),
            ("sk-x", KeyClass::User),
            ("SK-ADMIN-x", KeyClass::Unknown),
            ("", KeyClass::Unknown),
        ] {
            assert_eq!(KeyClass::of(key), class, "{key}");
        }
    }

    #[test]
    fn space_around_a_key_is_taken_off() {
        let key = checked_key(" sk-admin-0123456789\r\n", "x").unwrap();
        assert_eq!(key.expose_secret(), "sk-admin-0123456789");
    }

    #[test]
    fn what_cannot_be_a_key_is_refused_without_quoting_it() {
        let long = "canary".repeat(100);
        for text in [
            "",
            "canary",
            "sk-admin-canary one",
            "sk-admin-canary\nsk-admin-canary",
            "sk-admin-...canary",
            "sk-admin-****canary",
            "sk-admin-canäry-canary",
            "sk-admin-canary\u{7}canary",
            &long,
        ] {
            let error = checked_key(text, "file x").unwrap_err();
            assert!(error.message().starts_with("the key from file x cannot be used: "), "{error}");
            assert!(!format!("{error:?}").contains("canary"), "{error:?}");
        }
    }
}
