use crate::{Error, ErrorKind, Result};

/// How many problems are told at once.
const TOLD: usize = 10;
const NOTHING: &str = "Nothing was sent.";

/// What is wrong with some wishes, told together: whoever mends a file wants to do it once.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    told: Vec<String>,
    kind: Option<ErrorKind>,
    /// The one advice that all of them share, if they do.
    hints: Vec<String>,
    count: usize,
}

impl Problems {
    /// Whether more problems are only counted.
    pub(crate) fn is_full(&self) -> bool {
        self.count >= TOLD
    }

    /// Adds a problem; `place`: file, line and column.
    pub(crate) fn add(&mut self, place: Option<&str>, error: &Error) {
        let place = place.map_or_else(String::new, |place| format!("{place}: "));
        let text = format!("{place}{}", error.message());
        if self.told.contains(&text) {
            return;
        }
        // Problems of one kind keep it; a mixture is a wrong input.
        self.kind = Some(match self.kind {
            Some(kind) if kind != error.kind() => ErrorKind::Invalid,
            _ => error.kind(),
        });
        if !self.is_full() {
            self.told.push(text);
            // It is said once, at the end.
            let hint = error.hint().unwrap_or_default().trim_end_matches(NOTHING).trim_end();
            if !hint.is_empty() && !self.hints.iter().any(|known| known == hint) {
                self.hints.push(hint.to_owned());
            }
        }
        self.count += 1;
    }

    /// All of them as one error.
    pub(crate) fn verdict(mut self) -> Result<()> {
        let Some(kind) = self.kind else { return Ok(()) };
        let more = self.count - self.told.len();
        let more = if more == 0 { String::new() } else { format!("; and {more} more") };
        self.hints.push(NOTHING.to_owned());
        Err(Error::new(kind, format!("{}{more}", self.told.join("; "))).with_hint(self.hints.join(" ")))
    }
}
