//! How a fault is written and read.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use super::{Fault, FaultKind};
use crate::options::InvalidOption;

impl FromStr for Fault {
    type Err = InvalidOption;

    fn from_str(text: &str) -> Result<Self, InvalidOption> {
        let refuse = |why: &str| InvalidOption::new(format!("`{text}` is no fault: {why}"));
        // Templates hold no colons.
        let mut parts = text.split(':').map(str::trim);
        let mut fault = Self::always(
            parts.next().unwrap_or_default().parse().map_err(|error: InvalidOption| refuse(&error.to_string()))?,
        );
        let mut position = 0;
        for part in parts {
            if let Some(times) = part.strip_prefix("times=") {
                fault.times = Some(times.parse().map_err(|_| refuse("`times=` takes a whole number"))?);
                continue;
            }
            if let Some(seed) = part.strip_prefix("seed=") {
                fault.seed = seed.parse().map_err(|_| refuse("`seed=` takes a whole number"))?;
                continue;
            }
            position += 1;
            match position {
                1 => (fault.method, fault.route) = route(part).ok_or_else(|| refuse(ROUTE))?,
                2 => {
                    let rate = part.parse().ok().filter(|rate| (0.0..=1.0).contains(rate));
                    fault.rate = rate.ok_or_else(|| refuse("the rate is a number from 0 to 1"))?;
                }
                _ => return Err(refuse("it has too many parts; write KIND:ROUTE:RATE:times=N:seed=N")),
            }
        }
        Ok(fault)
    }
}

const ROUTE: &str = "the route is `*`, a template such as `/organization/users/{user_id}`, or a verb and one of these";

fn route(text: &str) -> Option<(Option<String>, String)> {
    let (method, route) = match text.split_once(' ') {
        Some((method, route)) => (Some(method), route.trim()),
        None => (None, text),
    };
    let known = method.is_none_or(|method| matches!(method, "GET" | "POST" | "DELETE"));
    let shaped = route == "*" || route.starts_with('/');
    (known && shaped).then(|| (method.map(str::to_owned), route.to_owned()))
}

impl FromStr for FaultKind {
    type Err = InvalidOption;

    fn from_str(text: &str) -> Result<Self, InvalidOption> {
        let (word, time) = match text.split_once('=') {
            Some((word, time)) => (word, Some(time)),
            None => (text, None),
        };
        let time = || {
            time.and_then(duration).ok_or_else(|| InvalidOption::new(format!("`{word}` takes a time, `{word}=250ms`")))
        };
        Ok(match word {
            "slow" => Self::Slow(time()?),
            "stale" => Self::Stale(time()?),
            "gateway-404" => Self::GatewayNotFound,
            "429-headers" => Self::TooManyWithHeaders,
            "reset-before" => Self::ResetBefore,
            "reset-after" => Self::ResetAfter,
            "truncate" => Self::Truncate,
            "flip-users" => Self::FlipUsers,
            "bare-users" => Self::BareUsers,
            "flip-projects" => Self::FlipProjects,
            "invited-at" => Self::InvitedAt,
            "late-expiry" => Self::LateExpiry,
            "mixed-admin-keys" => Self::MixedAdminKeys,
            "page-tokens" => Self::PageTokens,
            "lost-grants" => Self::LostGrants,
            "keys-outlive" => Self::KeysOutlive,
            "nameless-users" => Self::NamelessUsers,
            "no-payment-method" => Self::NoPaymentMethod,
            "conflict-400" => Self::Conflict400,
            "created" => Self::Created,
            other => {
                let (number, after) = match other.strip_suffix("-after") {
                    Some(number) => (number, true),
                    None => (other, false),
                };
                match number.parse() {
                    Ok(status @ 400..=599) => Self::Status { status, after },
                    _ => {
                        return Err(InvalidOption::new(
                            "its kind is a status (400 to 599, `500-after` to apply the request first) or one of \
                             gateway-404, 429-headers, slow=TIME, reset-before, reset-after, truncate, stale=TIME, \
                             flip-users, bare-users, flip-projects, invited-at, late-expiry, mixed-admin-keys, page-tokens, \
                             lost-grants, keys-outlive, nameless-users, no-payment-method, conflict-400, created",
                        ));
                    }
                }
            }
        })
    }
}

/// Reads `250ms` and `1.5s`.
fn duration(text: &str) -> Option<Duration> {
    let seconds = match text.strip_suffix("ms") {
        Some(number) => number.parse::<f64>().ok()? / 1000.0,
        None => text.strip_suffix('s')?.parse().ok()?,
    };
    Duration::try_from_secs_f64(seconds).ok()
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.kind)?;
        if let Some(method) = &self.method {
            write!(f, "{method} ")?;
        }
        write!(f, "{}:{}", self.route, self.rate)?;
        if let Some(times) = self.times {
            write!(f, ":times={times}")?;
        }
        if self.seed != 0 {
            write!(f, ":seed={}", self.seed)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read_as_they_are_written() {
        for text in [
            "500:*:0.02",
            "429-headers:GET *:1",
            "gateway-404:DELETE /organization/users/{user_id}:1",
            "reset-after:POST /organization/invites:0.02:times=3:seed=9",
            "slow=250ms:/organization/users/{user_id}:0.5",
            "stale=500ms:GET /organization/users:1",
            "500-after:POST /organization/projects/*:1",
        ] {
            assert_eq!(text.parse::<Fault>().unwrap().to_string(), text);
        }
        assert_eq!("flip-users".parse::<Fault>().unwrap(), Fault::always(FaultKind::FlipUsers));
        assert_eq!("slow=1.5s".parse::<FaultKind>().unwrap(), FaultKind::Slow(Duration::from_millis(1500)));
    }

    #[test]
    fn refusals_say_what_is_wrong() {
        for (text, part) in [
            ("boom", "its kind is a status"),
            ("200", "its kind is a status"),
            ("slow:*", "takes a time"),
            ("stale=5:*", "takes a time"),
            ("500:users", "the route is `*`"),
            ("500:PUT /organization/users", "the route is `*`"),
            ("500:*:2", "a number from 0 to 1"),
            ("500:*:often", "a number from 0 to 1"),
            ("500:*:1:7", "too many parts"),
            ("500:*:1:times=x", "whole number"),
        ] {
            let refusal = text.parse::<Fault>().unwrap_err().to_string();
            assert!(refusal.contains(part), "{text}: {refusal}");
        }
    }

    #[test]
    fn routes_match_by_verb_and_beginning() {
        let fault: Fault = "500:GET /organization/projects*".parse().unwrap();
        assert!(fault.matches("GET", "/organization/projects/{project_id}"));
        assert!(!fault.matches("POST", "/organization/projects"));
        assert!(!fault.matches("GET", "/organization/users"));
        let stale: Fault = "stale=1s".parse().unwrap();
        assert!(stale.matches("GET", "/organization/users") && !stale.matches("DELETE", "/organization/users"));
    }
}
