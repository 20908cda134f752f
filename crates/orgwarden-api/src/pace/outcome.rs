//! What goes into a budget and what comes out.

use std::time::Duration;

/// How a request ended, as far as the budget is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Answered, and not with a 429: the server counted it.
    Passed,
    /// Answered with a 429.
    Refused {
        /// How long the server asks to wait, see [`super::wait_from`]; zero is as none.
        wait: Option<Duration>,
    },
    /// Never sent: the reservation is given back.
    NotSent,
    /// Sent, but no answer came: counts as used.
    Lost,
}

/// Whether a request may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Now; it is counted.
    Go,
    /// Not before this moment, in milliseconds since 1970; nothing is counted.
    Wait(i64),
    /// No limit is known, but more at once would be a guess: ask again when an answer has come, at the latest at this
    /// moment. Nothing is counted.
    Listen(i64),
}

/// What a request that was let go remembers until its answer comes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent {
    /// When it was let go.
    pub(crate) at_ms: i64,
    /// How many others had been let through and answered by then.
    pub(super) answered: u64,
}
