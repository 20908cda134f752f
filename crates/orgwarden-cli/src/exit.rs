//! The exit codes, in one place: for the process, the help and the manual.

use std::process::ExitCode;

use orgwarden::apply::{Done, Verdict};
use orgwarden::{Error, ErrorKind};

macro_rules! exits {
    ($($(#[doc = $doc:literal])+ $Exit:ident = $code:literal,)+) => {
        /// How the command ends.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Exit {
            $($(#[doc = $doc])+ $Exit = $code,)+
        }

        impl Exit {
            /// Every exit with its number and its meaning, for the help.
            pub(crate) const MEANINGS: &[(u8, &str)] = &[$(($code, concat!($($doc,)+)),)+];
        }
    };
}

exits! {
    /// Done, or nothing to do.
    Done = 0,
    /// Something else went wrong: the network, the API, a local file, a check of doctor.
    Error = 1,
    /// Wrong usage, invalid input or configuration; nothing was sent.
    Usage = 2,
    /// Changes are pending (--dry-run).
    Pending = 3,
    /// The API does not accept the key, or the key may not do this.
    Denied = 4,
    /// It is not there, or nobody matches.
    NotFound = 5,
    /// Some of it was done, some failed.
    Partial = 6,
    /// A guard held something back.
    Held = 7,
    /// The rate limit asks for a longer wait than --max-wait.
    RateLimited = 8,
    /// It is not known whether it took effect: look before doing it again.
    Unknown = 9,
    /// Interrupted, or not agreed to; what was under way has been finished.
    Interrupted = 130,
}

impl Exit {
    /// This one, unless it is no more than done: then the other.
    pub(crate) fn or(self, other: Self) -> Self {
        if self == Self::Done { other } else { self }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<ErrorKind> for Exit {
    fn from(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::Invalid | ErrorKind::Config => Self::Usage,
            ErrorKind::Authentication | ErrorKind::Permission => Self::Denied,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::Guard => Self::Held,
            ErrorKind::RateLimited => Self::RateLimited,
            ErrorKind::OutcomeUnknown => Self::Unknown,
            ErrorKind::Cancelled => Self::Interrupted,
            ErrorKind::Conflict
            | ErrorKind::Rejected
            | ErrorKind::Unavailable
            | ErrorKind::Transport
            | ErrorKind::Decode
            | ErrorKind::Storage
            | ErrorKind::Internal => Self::Error,
        }
    }
}

impl From<&Error> for Exit {
    fn from(error: &Error) -> Self {
        error.kind().into()
    }
}

impl From<&Done> for Exit {
    fn from(done: &Done) -> Self {
        match done.verdict() {
            None => Self::Done,
            Some(Verdict::Unknown) => Self::Unknown,
            Some(Verdict::Stopped) => Self::Interrupted,
            Some(Verdict::Failed(kind)) => kind.into(),
            Some(Verdict::Partial) => Self::Partial,
            Some(Verdict::Held) => Self::Held,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_failure_looks_like_success_and_every_code_has_a_meaning() {
        for kind in ErrorKind::ALL {
            assert!(!matches!(Exit::from(*kind), Exit::Done | Exit::Pending | Exit::Partial), "{kind}");
        }
        let codes: Vec<u8> = Exit::MEANINGS.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 130]);
        let readme = include_str!("../../../README.md").to_lowercase();
        for (code, meaning) in Exit::MEANINGS {
            let row = format!("| {code} | {} |", meaning.trim().trim_end_matches('.').to_lowercase());
            assert!(readme.replace('`', "").contains(&row), "the README does not say: {row}");
        }
        assert!(Exit::MEANINGS.iter().all(|(_, meaning)| meaning.trim().ends_with('.')));
    }
}
