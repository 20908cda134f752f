use std::time::Duration;

use jiff::SignedDuration;
use orgwarden_api::{Error, Result};

use super::shown::shown;

/// Reads a time span as people write it: `90s`, `10m`, `2h`, `1h30m`, `500ms`; a plain number counts seconds.
///
/// ```
/// # use std::time::Duration;
/// # use orgwarden::config::parse_duration;
/// assert_eq!(parse_duration("1h30m")?, Duration::from_secs(5400));
/// assert_eq!(parse_duration("45")?, Duration::from_secs(45));
/// # Ok::<(), orgwarden_api::Error>(())
/// ```
pub fn parse_duration(text: &str) -> Result<Duration> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map(Duration::from_secs).map_err(|_| invalid(text));
    }
    let signed: SignedDuration = text.parse().map_err(|_| invalid(text))?;
    Duration::try_from(signed).map_err(|_| invalid(text))
}

/// Writes a time span so that [`parse_duration`] reads it again.
pub fn format_duration(duration: Duration) -> String {
    match SignedDuration::try_from(duration) {
        Ok(signed) => format!("{signed:#}").replace(' ', ""),
        // Longer than the age of the universe; seconds will do.
        Err(_) => duration.as_secs().to_string(),
    }
}

fn invalid(text: &str) -> Error {
    Error::invalid(format!("{:?} is not a time span", shown(text))).with_hint(
        "Write it like 90s, 10m, 2h, 1h30m or 500ms; hours are the largest unit, a plain number counts seconds.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, milliseconds) in [
            ("90s", 90_000),
            ("10m", 600_000),
            ("2h", 7_200_000),
            ("1h30m", 5_400_000),
            ("1h 30m", 5_400_000),
            ("2 hours", 7_200_000),
            ("500ms", 500),
            ("1.5s", 1_500),
            ("45", 45_000),
            (" 0 ", 0),
            ("PT10M", 600_000),
        ] {
            assert_eq!(parse_duration(text).unwrap(), Duration::from_millis(milliseconds), "{text}");
        }
    }

    #[test]
    fn refuses_the_rest_with_an_example() {
        for text in ["", "soon", "-5", "-5s", "5s ago", "1d", "1mo", "10 parsecs", "99999999999999999999", "1e3"] {
            let error = parse_duration(text).unwrap_err();
            assert_eq!(error.kind(), orgwarden_api::ErrorKind::Invalid);
            assert!(error.hint().unwrap().contains("1h30m"), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for milliseconds in [0, 1, 500, 90_000, 600_000, 5_400_000, 5_400_001] {
            let duration = Duration::from_millis(milliseconds);
            assert_eq!(parse_duration(&format_duration(duration)).unwrap(), duration, "{}", format_duration(duration));
        }
        assert_eq!(format_duration(Duration::from_secs(5400)), "1h30m");
        assert!(parse_duration(&format_duration(Duration::MAX)).is_ok());
    }
}
