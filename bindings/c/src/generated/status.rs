//! Written by `cargo xtask generate` from the declared surface; do not edit.

use orgwarden_door::ErrorKind;

/// What became of a call. The numbers never change; new ones may come.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum orgwarden_status {
    /// It was done.
    Ok = 0,
    /// The input is not valid; nothing was sent.
    Invalid = 1,
    /// The configuration is missing something or contradicts itself; nothing was sent.
    Config = 2,
    /// A guard held the change back; nothing was sent.
    Guard = 3,
    /// The caller stopped it before it was sent.
    Cancelled = 4,
    /// The API does not accept the key (401), or the key belongs to another organization.
    Authentication = 20,
    /// The key is good but may not do this (403).
    Permission = 21,
    /// The thing is not there (404), or no member matches.
    NotFound = 22,
    /// The state of the organization forbids it (409).
    Conflict = 23,
    /// The API refused the request as it was put (another 4xx).
    Rejected = 24,
    /// The API asks to wait longer than the caller allows (429).
    RateLimited = 25,
    /// The API is failing (5xx); the request changed nothing.
    Unavailable = 26,
    /// The API could not be reached; the request changed nothing.
    Transport = 40,
    /// The request may or may not have taken effect. Read the organization before doing anything again.
    OutcomeUnknown = 41,
    /// The API answered something that cannot be understood.
    Decode = 42,
    /// A local file could not be read or written.
    Storage = 60,
    /// A fault of this program.
    Internal = 61,
}

/// The status of a kind of error.
pub(crate) fn status_of(kind: ErrorKind) -> orgwarden_status {
    match kind {
        ErrorKind::Invalid => orgwarden_status::Invalid,
        ErrorKind::Config => orgwarden_status::Config,
        ErrorKind::Authentication => orgwarden_status::Authentication,
        ErrorKind::Permission => orgwarden_status::Permission,
        ErrorKind::NotFound => orgwarden_status::NotFound,
        ErrorKind::Conflict => orgwarden_status::Conflict,
        ErrorKind::Rejected => orgwarden_status::Rejected,
        ErrorKind::RateLimited => orgwarden_status::RateLimited,
        ErrorKind::Unavailable => orgwarden_status::Unavailable,
        ErrorKind::Transport => orgwarden_status::Transport,
        ErrorKind::OutcomeUnknown => orgwarden_status::OutcomeUnknown,
        ErrorKind::Decode => orgwarden_status::Decode,
        ErrorKind::Guard => orgwarden_status::Guard,
        ErrorKind::Cancelled => orgwarden_status::Cancelled,
        ErrorKind::Storage => orgwarden_status::Storage,
        ErrorKind::Internal => orgwarden_status::Internal,
    }
}

/// The word for a status.
pub(crate) fn code_of(status: i32) -> Option<&'static str> {
    Some(match status {
        0 => "ok",
        1 => "invalid",
        2 => "config",
        3 => "guard",
        4 => "cancelled",
        20 => "authentication",
        21 => "permission",
        22 => "not_found",
        23 => "conflict",
        24 => "rejected",
        25 => "rate_limited",
        26 => "unavailable",
        40 => "transport",
        41 => "outcome_unknown",
        42 => "decode",
        60 => "storage",
        61 => "internal",
        _ => return None,
    })
}
