//! What a sandbox is started with.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;

use orgwarden_api::model::Timestamp;
use serde::Deserialize;

use crate::fault::Fault;

/// What a sandbox is started with. The default is an empty organization in memory on a free loopback port, without
/// limits and without faults. [`Options::from_json`] reads them from JSON.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Where to listen. Only loopback addresses are accepted: a sandbox hands out an admin key to whoever asks.
    pub listen: SocketAddr,
    /// A SQLite file that survives restarts; it keeps the organization's id and admin key too, so it is made readable
    /// for its owner only. `None`: memory.
    pub data: Option<PathBuf>,
    /// What the organization starts with. A `data` file that holds an organization already is left as it is.
    pub seed: Seed,
    /// The moment at which the clock starts, within 1970 and the year 9999; it runs on from there. `None`: the present, or the youngest moment in the
    /// `data` file if that is later.
    #[serde(deserialize_with = "crate::read_options::start")]
    pub clock: Option<Timestamp>,
    /// The rate limits.
    pub limits: Limits,
    /// Which headers a 429 carries. The live API sends none.
    pub retry_after: RetryAfter,
    /// How many times faster than real time the sandbox's time runs, from a millionth to a million; limits refill
    /// accordingly.
    pub speed: f64,
    /// What goes wrong.
    pub faults: Vec<Fault>,
    /// Refuses unknown members of request bodies with the code `unknown_parameter`; they are ignored otherwise.
    pub strict: bool,
    /// Makes way for test suites that were not written for it: any bearer key opens every route, identifiers that were
    /// never minted here (`project_id`, `user_abc`) answer as if they existed, `/v1` may be left out, and a `GET` on the
    /// base answers 200.
    pub lenient: bool,
    /// How many organizations there are, all of the same seed, each with an id and an admin key of its own. The files of
    /// the others stand beside `data`, with their number in the name.
    pub organizations: NonZeroUsize,
    /// Whether changes are written to the audit log from the beginning. The log of a real organization is off until an
    /// owner switches it on; [`Control::switch_on_audit_log`](crate::Control::switch_on_audit_log) does.
    pub audit_log: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            data: None,
            seed: Seed::Empty,
            clock: None,
            limits: Limits::Off,
            retry_after: RetryAfter::None,
            speed: 1.0,
            faults: Vec::new(),
            strict: false,
            lenient: false,
            organizations: NonZeroUsize::MIN,
            audit_log: true,
        }
    }
}

/// What an organization starts with. Written `empty`, `demo` or `250x20`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seed {
    /// One owner, the default project and the admin key.
    #[default]
    Empty,
    /// A dozen believable people, a few projects, keys, a service account, pending and expired invites.
    Demo,
    /// So many members and projects, the owner and the default project included; the same ones every time.
    Size {
        /// The number of members, at least 1.
        members: u32,
        /// The number of projects, at least 1.
        projects: u32,
    },
}

impl FromStr for Seed {
    type Err = InvalidOption;

    fn from_str(text: &str) -> Result<Self, InvalidOption> {
        match text {
            "empty" => return Ok(Self::Empty),
            "demo" => return Ok(Self::Demo),
            _ => {}
        }
        let size = text.split_once('x').and_then(|(members, projects)| {
            Some(Self::Size { members: members.parse().ok()?, projects: projects.parse().ok()? })
        });
        match size {
            Some(Self::Size { members: 1.., projects: 1.. }) => Ok(size.unwrap_or_default()),
            _ => Err(InvalidOption::new(format!(
                "`{text}` is no seed: write `empty`, `demo` or MEMBERSxPROJECTS such as `250x20`, both at least 1"
            ))),
        }
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.pad("empty"),
            Self::Demo => f.pad("demo"),
            Self::Size { members, projects } => write!(f, "{members}x{projects}"),
        }
    }
}

/// The rate limits: a bucket of tokens per method and route template that refills continuously. Written `off`,
/// `observed` or `CAPACITY/SECONDS`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Limits {
    /// None.
    #[default]
    Off,
    /// What has been measured of the live API: seven requests, refilled within a minute.
    Observed,
    /// So many requests at once, all refilled within so many seconds of the sandbox's time.
    Bucket {
        /// How many requests pass at once, at least 1.
        capacity: u32,
        /// How long an empty bucket takes to fill.
        seconds: f64,
    },
}

impl Limits {
    /// Capacity and seconds to refill it, if there is a limit.
    pub(crate) fn bucket(self) -> Option<(f64, f64)> {
        match self {
            Self::Off => None,
            Self::Observed => Some((7.0, 60.0)),
            Self::Bucket { capacity, seconds } => Some((f64::from(capacity.max(1)), seconds.max(0.001))),
        }
    }
}

impl FromStr for Limits {
    type Err = InvalidOption;

    fn from_str(text: &str) -> Result<Self, InvalidOption> {
        match text {
            "off" => return Ok(Self::Off),
            "observed" => return Ok(Self::Observed),
            _ => {}
        }
        let bucket = text.split_once('/').and_then(|(capacity, seconds)| {
            let (capacity, seconds) = (capacity.parse().ok()?, seconds.parse().ok()?);
            (capacity >= 1 && seconds > 0.0 && f64::is_finite(seconds)).then_some(Self::Bucket { capacity, seconds })
        });
        bucket.ok_or_else(|| {
            InvalidOption::new(format!(
                "`{text}` is no limit: write `off`, `observed` or CAPACITY/SECONDS such as `7/60`, both above 0"
            ))
        })
    }
}

impl fmt::Display for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Off => f.pad("off"),
            Self::Observed => f.pad("observed"),
            Self::Bucket { capacity, seconds } => write!(f, "{capacity}/{seconds}"),
        }
    }
}

/// Which headers a 429 carries. Written `none`, `seconds`, `milliseconds` or `both`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RetryAfter {
    /// None, as the live API.
    #[default]
    None,
    /// `Retry-After` in whole seconds, at least 1, as the schema says.
    Seconds,
    /// `retry-after-ms`.
    Milliseconds,
    /// Both.
    Both,
}

impl FromStr for RetryAfter {
    type Err = InvalidOption;

    fn from_str(text: &str) -> Result<Self, InvalidOption> {
        Ok(match text {
            "none" => Self::None,
            "seconds" => Self::Seconds,
            "milliseconds" => Self::Milliseconds,
            "both" => Self::Both,
            _ => {
                return Err(InvalidOption::new(format!(
                    "`{text}` names no headers: write `none`, `seconds`, `milliseconds` or `both`"
                )));
            }
        })
    }
}

impl fmt::Display for RetryAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "none",
            Self::Seconds => "seconds",
            Self::Milliseconds => "milliseconds",
            Self::Both => "both",
        })
    }
}

/// A text that is no seed, no limit or no fault, with what would be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidOption(String);

impl InvalidOption {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_they_are_written() {
        for text in ["empty", "demo", "250x20"] {
            assert_eq!(text.parse::<Seed>().unwrap().to_string(), text);
        }
        for text in ["off", "observed", "7/60", "3/0.5"] {
            assert_eq!(text.parse::<Limits>().unwrap().to_string(), text);
        }
        for text in ["none", "seconds", "milliseconds", "both"] {
            assert_eq!(text.parse::<RetryAfter>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn refusals_say_what_to_write() {
        for text in ["", "0x5", "5x0", "many", "-1x2"] {
            assert!(text.parse::<Seed>().unwrap_err().to_string().contains("250x20"), "{text}");
        }
        for text in ["", "0/60", "7/0", "7/-1", "7/inf", "7"] {
            assert!(text.parse::<Limits>().unwrap_err().to_string().contains("7/60"), "{text}");
        }
    }
}
