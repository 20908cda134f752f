//! How long the server asks to wait, read from wherever it says so.

use std::time::Duration;

/// Longer waits are taken for this: one day, in milliseconds.
const LONGEST: f64 = 86_400_000.0;

/// How long a 429 asks to wait, in the order of belief: the header `retry-after-ms`, the header `Retry-After` (seconds
/// or an HTTP date), the number in the message ("… try again after 6.937 seconds."). None where nothing usable is said.
///
/// `now_ms` is milliseconds since 1970, for dates. Nothing, less than nothing, dates in the past, infinite and unreadable
/// values name no wait and are passed over; a wait of more than a day is a day.
pub fn wait_from(
    retry_after_ms: Option<&str>,
    retry_after: Option<&str>,
    message: &str,
    now_ms: i64,
) -> Option<Duration> {
    retry_after_ms
        .and_then(|text| milliseconds(text.trim().parse().ok()?))
        .or_else(|| {
            let text = retry_after?.trim();
            match text.parse::<f64>() {
                Ok(seconds) => milliseconds(seconds * 1000.0),
                Err(_) => until_date(text, now_ms),
            }
        })
        .or_else(|| in_message(message))
}

fn milliseconds(value: f64) -> Option<Duration> {
    (value.is_finite() && value > 0.0).then(|| Duration::from_secs_f64((value.min(LONGEST)).ceil() / 1000.0))
}

/// An HTTP date, `Wed, 21 Oct 2026 07:28:00 GMT`. One in the past names no wait.
fn until_date(text: &str, now_ms: i64) -> Option<Duration> {
    let date = jiff::fmt::rfc2822::parse(text).ok()?;
    let wait = date.timestamp().as_millisecond().saturating_sub(now_ms);
    #[expect(clippy::cast_precision_loss, reason = "capped at a day")]
    milliseconds(wait as f64)
}

/// The first number with a unit after a word that announces a wait; compounds such as `1m30s` are added up. "In" and
/// "after" may announce the limit itself (`7 requests in 60 seconds`), so they are asked last.
fn in_message(message: &str) -> Option<Duration> {
    let words: Vec<&str> = message.split_ascii_whitespace().collect();
    [&["again", "retry", "wait"][..], &["after"], &["in"]].iter().find_map(|announcing| announced(&words, announcing))
}

fn announced(words: &[&str], announcing: &[&str]) -> Option<Duration> {
    let mut announced = false;
    for (position, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|letter: char| letter.is_ascii_punctuation());
        if announced
            && bare.starts_with(|letter: char| letter.is_ascii_digit())
            && let Some(wait) = amount(bare, words.get(position + 1).copied())
        {
            return milliseconds(wait);
        }
        announced |= announcing.contains(&bare.to_ascii_lowercase().as_str());
    }
    None
}

/// `6.937` + `seconds.`, `20s`, `1m30s`, `350ms`: in milliseconds.
fn amount(word: &str, next: Option<&str>) -> Option<f64> {
    let mut total = 0.0;
    let mut rest = word;
    while !rest.is_empty() {
        let digits = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        let letters = after.find(|letter: char| letter.is_ascii_digit()).unwrap_or(after.len());
        let (suffix, remaining) = after.split_at(letters);
        let suffix = if suffix.is_empty() { next? } else { suffix };
        total += number.parse::<f64>().ok()? * unit(suffix)?;
        rest = remaining;
    }
    Some(total)
}

/// Milliseconds of a unit of time.
fn unit(word: &str) -> Option<f64> {
    let word = word.trim_matches(|letter: char| !letter.is_ascii_alphabetic()).to_ascii_lowercase();
    Some(match word.as_str() {
        "ms" | "millisecond" | "milliseconds" => 1.0,
        "s" | "sec" | "secs" | "second" | "seconds" => 1000.0,
        "m" | "min" | "mins" | "minute" | "minutes" => 60_000.0,
        "h" | "hour" | "hours" => 3_600_000.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_exact_word_is_believed_first() {
        let message = "You've exceeded the rate limit, please slow down and try again after 6.937 seconds.";
        let wait = |ms, header, message| wait_from(ms, header, message, 0).map(|wait| wait.as_millis());
        assert_eq!(wait(Some("123.4"), Some("7"), message), Some(124));
        assert_eq!(wait(None, Some("7"), message), Some(7000));
        assert_eq!(wait(None, Some("1.5"), message), Some(1500));
        assert_eq!(wait(None, None, message), Some(6937));
        assert_eq!(wait(Some("soon"), Some("NaN"), message), Some(6937));
        assert_eq!(wait(Some("-1"), Some("inf"), "slow down"), None);
        assert_eq!(wait(None, Some("1e300"), ""), Some(86_400_000));
        assert_eq!(wait(None, Some("Thu, 01 Jan 1970 00:00:30 GMT"), ""), Some(30_000));
    }

    #[test]
    fn no_wait_is_not_a_wait_that_is_named() {
        let wait = |ms, header, message| wait_from(ms, header, message, 40_000).map(|wait| wait.as_millis());
        let past = Some("Thu, 01 Jan 1970 00:00:30 GMT");
        for (ms, header) in [(None, Some("0")), (Some("0"), None), (Some("0"), Some("0.0")), (None, past)] {
            assert_eq!(wait(ms, header, "slow down"), None, "{ms:?} {header:?}");
            assert_eq!(wait(ms, header, "try again in 0s"), None, "{ms:?} {header:?}");
            assert_eq!(wait(ms, header, "try again in 2s"), Some(2000), "{ms:?} {header:?}");
        }
        assert_eq!(wait(Some("0"), Some("7"), ""), Some(7000));
    }

    #[test]
    fn waits_are_read_out_of_sentences() {
        for (message, expected) in [
            ("Please try again in 20s. Visit https://example.com/1", Some(20_000)),
            ("Limit 7, Used 7. Please try again in 1m30s.", Some(90_000)),
            ("Please try again in 350ms.", Some(350)),
            ("Please retry after 2 minutes", Some(120_000)),
            ("Limit of 7 requests in 60 seconds exceeded, try again after 6.937 seconds.", Some(6937)),
            ("Refused after 7 requests in 60 seconds; please wait 2s", Some(2000)),
            ("The limit resets in 20s", Some(20_000)),
            ("Rate limit of 7 per min reached. Try again in 6m0s.", Some(360_000)),
            ("try again after (12.5 seconds)", Some(12_500)),
            ("You sent 7 requests in 60 calls; slow down", None),
            ("try again in 1.2.3s", None),
            ("try again later", None),
            ("", None),
        ] {
            assert_eq!(in_message(message).map(|wait| wait.as_millis()), expected, "{message}");
        }
    }
}
