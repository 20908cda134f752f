//! Identifiers and secrets: how they are made, and what is kept of them.

use sha2::{Digest, Sha256};

/// In the order of their codes, so that identifiers sort by age.
const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Makes identifiers and secrets.
pub(crate) struct Mint {
    seed: [u8; 32],
    drawn: u64,
    sequence: u64,
}

/// Without the seed: all secrets follow from it.
impl std::fmt::Debug for Mint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mint").field("drawn", &self.drawn).finish_non_exhaustive()
    }
}

impl Mint {
    /// `sequence` is where identifiers go on: it must be above what has been used before, so take a time.
    pub(crate) fn new(seed: [u8; 32], sequence: u64) -> Self {
        Self { seed, drawn: 0, sequence }
    }

    /// An identifier such as `user-1PzW8xk…`: the prefix and 24 letters and digits, of which the first seven count up. So
    /// objects of the same second still have an order, newest first in lists.
    pub(crate) fn id(&mut self, prefix: &str) -> String {
        self.sequence += 1;
        let mut id = String::with_capacity(prefix.len() + 24);
        id.push_str(prefix);
        let mut rest = self.sequence;
        let mut digits = [b'0'; 7];
        for digit in digits.iter_mut().rev() {
            *digit = letter(rest);
            rest /= 62;
        }
        id.extend(digits.map(char::from));
        self.letters(17, &mut id);
        id
    }

    /// An identifier of 32 hexadecimal digits, of which the first twelve count up. Groups and roles have such.
    pub(crate) fn hex(&mut self, prefix: &str) -> String {
        use std::fmt::Write as _;

        self.sequence += 1;
        let mut id = format!("{prefix}{:012x}", self.sequence);
        for byte in &self.block()[..10] {
            // Writing to a text cannot fail.
            let _ = write!(id, "{byte:02x}");
        }
        id
    }

    /// A secret with its class in front, `sk-admin-…`.
    pub(crate) fn secret(&mut self, class: &str) -> String {
        let mut secret = class.to_owned();
        self.letters(48, &mut secret);
        secret
    }

    /// A token for a link.
    pub(crate) fn token(&mut self) -> String {
        let mut token = String::new();
        self.letters(32, &mut token);
        token
    }

    fn letters(&mut self, count: usize, into: &mut String) {
        let mut left = count;
        while left > 0 {
            let block = self.block();
            into.extend(block.iter().take(left).map(|byte| char::from(letter(u64::from(*byte)))));
            left = left.saturating_sub(block.len());
        }
    }

    /// The next bytes that nobody can guess.
    fn block(&mut self) -> [u8; 32] {
        self.drawn += 1;
        Sha256::new().chain_update(self.seed).chain_update(self.drawn.to_le_bytes()).finalize().into()
    }
}

/// Whether an identifier may come from a mint: it has a run of letters and digits as long as those made here.
pub(crate) fn is_minted(id: &str) -> bool {
    id.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|run| run.len() >= 24)
}

fn letter(number: u64) -> u8 {
    LETTERS[usize::try_from(number % 62).unwrap_or_default()]
}

/// What is stored of a secret.
pub(crate) fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// What is shown of a secret: its class and the last four letters, `sk-admin-...WXYZ`.
pub(crate) fn redact(secret: &str) -> String {
    format!("{}...{}", class(secret), tail(secret))
}

/// How a wrong key is named in the error: `sk-admin-***…WXYZ`.
pub(crate) fn mask(secret: &str) -> String {
    format!("{}***…{}", class(secret), tail(secret))
}

/// The classes of keys, by their prefix; the longer ones first.
pub(crate) const CLASSES: [&str; 4] = ["sk-admin-", "sk-svcacct-", "sk-proj-", "sk-"];

fn class(secret: &str) -> &'static str {
    CLASSES.into_iter().find(|class| secret.starts_with(class)).unwrap_or_default()
}

/// The last four letters; nothing of a text so short that they would give it away.
fn tail(secret: &str) -> String {
    let letters = secret.chars().count();
    if letters < 20 { String::new() } else { secret.chars().skip(letters - 4).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_sort_by_age_and_secrets_differ() {
        let mut mint = Mint::new([7; 32], 1_764_000_000_000);
        let ids: Vec<String> = (0..500).map(|_| mint.id("user-")).collect();
        assert!(ids.is_sorted() && ids.iter().all(|id| id.len() == 29));
        let ids: Vec<String> = (0..20).map(|_| mint.hex("role_")).collect();
        assert!(ids.is_sorted() && ids.iter().all(|id| id.len() == 37), "{ids:?}");
        let (one, other) = (mint.secret("sk-admin-"), mint.secret("sk-admin-"));
        assert_ne!(one, other);
        assert_eq!(one.len(), 57);
        assert_eq!(redact(&one), format!("sk-admin-...{}", &one[53..]));
    }

    #[test]
    fn placeholders_are_told_from_identifiers() {
        let mut mint = Mint::new([7; 32], 1_764_000_000_000);
        assert!(is_minted(&mint.id("proj_")) && is_minted("69fbc2ab1dd0819069fbc2ab1dd08190"));
        for placeholder in ["project_id", "user_abc", "workload_identity_federation_rule_id", "x", ""] {
            assert!(!is_minted(placeholder), "{placeholder}");
        }
    }

    #[test]
    fn short_texts_are_not_repeated() {
        assert_eq!(mask("sk-admin-short"), "sk-admin-***…");
        assert_eq!(mask("hunter2"), "***…");
    }
}
