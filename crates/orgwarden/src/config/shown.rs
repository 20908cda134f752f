//! User text as an error may quote it. Keys end up in the strangest members; none of them may come out again.

use orgwarden_api::client::blank_secrets;

const LONGEST: usize = 300;

/// The text with everything that looks like a key blanked, control characters replaced, and cut where it is very long.
pub(super) fn shown(text: &str) -> String {
    let mut out = blank_secrets(text).replace(char::is_control, "\u{fffd}");
    if let Some((cut, _)) = out.char_indices().nth(LONGEST) {
        out.truncate(cut);
        out.push('…');
    }
    out
}

/// Whether the text contains something that looks like a key.
pub(super) fn holds_key(text: &str) -> bool {
    blank_secrets(text) != text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_stay() {
        for text in ["~/.secrets/task-force-key-file", "risk-assessment", "sk-1", "acme", "ünïcode"] {
            assert_eq!(shown(text), text);
            assert!(!holds_key(text));
        }
        assert!(holds_key("x/sk-admin-abcdefgh"));
    }

    #[test]
    fn control_characters_and_long_texts_do_not_come_through() {
        assert_eq!(shown("a\u{1b}[31m\nb"), "a\u{fffd}[31m\u{fffd}b");
        assert_eq!(shown(&"x".repeat(400)).chars().count(), LONGEST + 1);
    }
}
