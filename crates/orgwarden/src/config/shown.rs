//! User text as an error may quote it. Keys end up in the strangest members; none of them may come out again.

const LONGEST: usize = 300;
/// So many characters after `sk-` make a word a key and not a coincidence.
const KEY_TAIL: usize = 8;

/// The text with everything that looks like a key blanked, control characters replaced, and cut where it is very long.
pub(super) fn shown(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    let mut inside_word = false;
    while let Some(character) = rest.chars().next() {
        if !inside_word && let Some(tail) = rest.strip_prefix("sk-") {
            let length = tail.find(|next| !is_key_character(next)).unwrap_or(tail.len());
            if length >= KEY_TAIL {
                out.push_str("sk-…");
                rest = &tail[length..];
                continue;
            }
        }
        inside_word = character.is_ascii_alphanumeric();
        out.push(if character.is_control() { '\u{fffd}' } else { character });
        rest = &rest[character.len_utf8()..];
    }
    if let Some((cut, _)) = out.char_indices().nth(LONGEST) {
        out.truncate(cut);
        out.push('…');
    }
    out
}

/// Whether the text contains something that looks like a key.
pub(super) fn holds_key(text: &str) -> bool {
    // A text may hold the placeholder itself, so compare instead of searching for it.
    let plain: String = text.chars().take(LONGEST).collect();
    shown(&plain) != plain.replace(char::is_control, "\u{fffd}")
}

fn is_key_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_blanked_wherever_they_stand() {
        assert_eq!(shown("sk-admin-abcdefgh"), "sk-…");
        assert_eq!(shown("a sk-proj-abc_DEF-123 b"), "a sk-… b");
        assert_eq!(shown("https://sk-admin-abcdef@host"), "https://sk-…@host");
        assert_eq!(shown("KEY=sk-admin-abcdef"), "KEY=sk-…");
    }

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
