//! A key must never be an argument: other users see it in the list of processes, and the shell keeps it in its history.

use std::ffi::OsString;

use orgwarden::Error;
use orgwarden::api::client::blank_secrets;

/// Variables that may hold a key without a known prefix, as gateways hand them out.
const VARIABLES: [&str; 2] = ["OPENAI_ADMIN_KEY", "OPENAI_API_KEY"];
/// A shorter value is no key, and could be part of any word.
const SHORTEST: usize = 16;

/// Refuses arguments that hold a key. The error does not repeat it.
pub(crate) fn refuse_keys(arguments: &[OsString]) -> Result<(), Error> {
    let own: Vec<String> = VARIABLES
        .iter()
        .filter_map(std::env::var_os)
        .map(|value| value.to_string_lossy().trim().to_owned())
        .filter(|value| value.len() >= SHORTEST)
        .collect();
    let holds_key = |argument: &OsString| {
        let text = argument.to_string_lossy();
        blank_secrets(&text) != text || own.iter().any(|key| text.contains(key.as_str()))
    };
    match arguments.iter().skip(1).position(holds_key) {
        None => Ok(()),
        Some(position) => Err(Error::invalid(format!("argument {} looks like a key", position + 1)).with_hint(
            "Keys are never arguments: other users can see them, and the shell keeps them in its history. Set \
             OPENAI_ADMIN_KEY, or add a profile with `orgwarden org add`. If this was a real key, revoke it.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_refused_wherever_it_stands_and_never_repeated() {
        for arguments in [
            ["orgwarden", "remove", "sk-admin-canary0123456789"],
            ["orgwarden", "members", "--search=sk-proj-canary0123456789"],
            ["orgwarden", "request", "{\"key\":\"sk-canary0123456789\"}"],
        ] {
            let error = refuse_keys(&arguments.map(OsString::from)).unwrap_err();
            assert!(!format!("{error:?}").contains("canary"), "{error:?}");
        }
        assert!(
            refuse_keys(&["sk-admin-the-name-of-the-program", "ask-somebody-anything"].map(OsString::from)).is_ok()
        );
    }
}
