use orgwarden_api::{Error, Key, Result};
use secrecy::SecretString;

use super::config_error;

/// Where admin keys are made.
pub(super) const ADMIN_KEYS_PAGE: &str = "https://platform.openai.com/settings/organization/admin-keys";

/// Checks that the text can be a key and closes it away. `source` names where it comes from; the text is never quoted.
pub(super) fn checked_key(text: &str, source: &str) -> Result<SecretString> {
    let text = text.trim();
    match Key::fault(text) {
        None => Ok(SecretString::from(text)),
        Some((reason, hint)) => Err(unusable(source, reason).with_hint(hint)),
    }
}

/// An error that names the source of a key and what is wrong with it.
pub(super) fn unusable(source: &str, reason: impl std::fmt::Display) -> Error {
    config_error(format!("the key from {source} cannot be used: {reason}"))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

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
