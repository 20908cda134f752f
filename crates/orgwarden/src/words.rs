//! The words that people type: roles in the dashboard's and the API's language, and near misses.

use std::borrow::Cow;
use std::time::Duration;

use crate::api::model::{Cents, OrganizationRole, ProjectRole, Timestamp};
use crate::{Error, Result};

/// What is wrong with JSON that a program handed over. Where in it means nothing to people, and secrets are blanked: the
/// library quotes values.
pub(crate) fn json_problem(error: &serde_json::Error) -> String {
    let problem = error.to_string();
    crate::api::client::blank_secrets(problem.split(" at line ").next().unwrap_or_default())
}

/// Reads a role in the organization: `owner`, `admin`, `reader`, `member`, in any case.
///
/// The dashboard says Admin and Member, the API `owner` and `reader`.
pub fn organization_role(word: &str) -> Result<OrganizationRole> {
    match word.trim().to_ascii_lowercase().as_str() {
        "owner" | "admin" => Ok(OrganizationRole::Owner),
        "reader" | "member" => Ok(OrganizationRole::Reader),
        _ => Err(Error::invalid(format!("`{word}` is not a role in the organization"))
            .with_hint("Roles are `reader` (the dashboard's Member) and `owner` (the dashboard's Admin).")),
    }
}

/// Reads a role in a project: `owner`, `admin`, `member`, in any case.
pub fn project_role(word: &str) -> Result<ProjectRole> {
    match word.trim().to_ascii_lowercase().as_str() {
        "owner" | "admin" => Ok(ProjectRole::Owner),
        "member" => Ok(ProjectRole::Member),
        _ => Err(Error::invalid(format!("`{word}` is not a role in a project"))
            .with_hint("Roles in a project are `member` and `owner`.")),
    }
}

/// Reads a project and the role in it: `Site`, `Site:owner` or `proj_1:member`. Without a role it is `member`.
pub fn project_and_role(text: &str) -> Result<(&str, ProjectRole)> {
    match text.rsplit_once(':') {
        Some((name, role)) => Ok((name, project_role(role)?)),
        None => Ok((text, ProjectRole::Member)),
    }
}

/// Checks that a text can be an e-mail address, and returns it without surrounding space.
///
/// Only what cannot be meant is refused: it has one `@` with something on both sides, a dot in the domain, no space, no
/// control characters and no letters without a width, which come along when an address is copied from a web page.
pub fn email(text: &str) -> Result<String> {
    let address = text.trim();
    let sound = address.len() <= 254
        && !address.contains(|letter: char| letter.is_whitespace() || is_unseen(letter) || "<>,;\"()".contains(letter))
        && address.split_once('@').is_some_and(|(name, domain)| {
            !name.is_empty()
                && !domain.contains('@')
                && domain.contains('.')
                && domain.split('.').all(|label| !label.is_empty())
        });
    if sound { Ok(address.to_owned()) } else { Err(Error::invalid(format!("`{address}` is not an e-mail address"))) }
}

/// Control characters, and those that take no room or turn the direction of writing.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The text as a terminal may show it: whatever could move the cursor, change colours or turn the direction of writing
/// is replaced. Names are chosen by strangers.
pub fn visible(text: &str) -> Cow<'_, str> {
    // What joins letters belongs to some scripts and harms nobody.
    let is_harmful = |letter: char| is_unseen(letter) && !matches!(letter, '\u{200c}' | '\u{200d}');
    if text.contains(is_harmful) { Cow::Owned(text.replace(is_harmful, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// The text as a cell that no spreadsheet takes for a formula: names and addresses are chosen by strangers. Space before
/// the sign, and the wide signs of East Asian keyboards, make no difference to some of them.
pub fn without_formula(text: &str) -> Cow<'_, str> {
    let is_sign = |letter: char| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(letter);
    if text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(is_sign) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text in lower case: how names and addresses are compared. Most are lower case already, and cost nothing.
pub(crate) fn lower_case(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}

/// Reads a moment: RFC 3339, a date (its beginning in UTC), seconds since 1970, or how long ago: `36h`, `7d`, `2w`.
pub fn moment(text: &str, now: Timestamp) -> Result<Timestamp> {
    let text = text.trim();
    let wrong = || {
        Error::invalid(format!("`{text}` is not a moment"))
            .with_hint("Write it like 2026-01-31, 2026-01-31T09:00:00Z, or as a time ago: 36h, 7d, 2w.")
    };
    if let Ok(moment) = text.parse::<jiff::Timestamp>() {
        return Ok(Timestamp::new(moment.as_second()));
    }
    if let Ok(date) = text.parse::<jiff::civil::Date>() {
        let start = date.to_zoned(jiff::tz::TimeZone::UTC).map_err(|_| wrong())?;
        return Ok(Timestamp::new(start.timestamp().as_second()));
    }
    if let Ok(seconds) = text.parse() {
        return Ok(Timestamp::new(seconds));
    }
    let ago = time_span(text).map_err(|_| wrong())?;
    Ok(Timestamp::new(now.seconds().saturating_sub_unsigned(ago.as_secs())))
}

/// Reads a time span: `90s`, `36h`, `7d`, `2w`; a plain number counts seconds.
pub fn time_span(text: &str) -> Result<Duration> {
    for (unit, seconds) in [('d', 24 * 60 * 60), ('w', 7 * 24 * 60 * 60)] {
        if let Some(count) = text.trim().strip_suffix(unit).and_then(|count| count.trim().parse::<u32>().ok()) {
            return Ok(Duration::from_secs(u64::from(count) * seconds));
        }
    }
    crate::config::parse_duration(text).map_err(|_| {
        Error::invalid(format!("`{text}` is not a time span")).with_hint("Write it like 90s, 36h, 7d or 2w.")
    })
}

/// How long a key is to live, in seconds, if a key can: at least one.
pub fn key_life(seconds: u64) -> Result<u32> {
    match u32::try_from(seconds) {
        Ok(0) => Err(Error::invalid("a key lives at least one second").with_hint("Delete it instead.")),
        Ok(seconds) => Ok(seconds),
        Err(_) => Err(Error::invalid(format!("{seconds} seconds are longer than any key lives"))),
    }
}

/// A spend limit, if it can be one: at least one cent.
pub fn spend_limit(cents: Cents) -> Result<Cents> {
    if cents == Cents::new(0) {
        return Err(Error::invalid("a spend limit is at least one cent")
            .with_hint("The API has no limit of nothing. Take people out of the project, or archive it."));
    }
    Ok(cents)
}

/// The longest name of anything in bytes: twice the longest e-mail address.
pub const LONGEST_NAME: usize = 508;

/// The candidate that was most likely meant, if one is near.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // No slip of a hand, and comparing takes as long as both are.
    if word.len() > LONGEST_NAME {
        return None;
    }
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_of_roles_work() {
        for (word, role) in [("Admin", "owner"), ("OWNER", "owner"), ("member", "reader"), (" reader ", "reader")] {
            assert_eq!(organization_role(word).unwrap().as_str(), role);
        }
        assert!(organization_role("viewer").is_err());
        assert_eq!(project_role("Member").unwrap().as_str(), "member");
        assert!(project_role("reader").is_err());
    }

    #[test]
    fn addresses_are_checked_before_anything_is_sent() {
        for good in ["a@x.io", " a+b@x.co.uk ", "o'neil@x.io", "ümlaut@exämple.de"] {
            assert!(email(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@",
            "@x.io",
            "a@x",
            "a@@x.io",
            "a b@x.io",
            "A <a@x.io>",
            "a@x.io,b@x.io",
            "a@.io",
            "a@x..io",
            "a@x.io\u{200b}",
            "a\u{ad}da@x.io",
            "\u{feff}a@x.io",
            "a@\u{202e}x.io",
        ] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn lower_case_is_the_same_with_and_without_a_copy() {
        for text in ["", "ada@x.io", "ADA@x.io", "Ümlaut", "ümlaut", "İ", "a\u{307}"] {
            assert_eq!(lower_case(text), text.to_lowercase());
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@A1", "\t=1", "\r", "\n", "  =1", "\u{a0}=1", "\u{ff1d}1"] {
            assert_eq!(without_formula(text), format!("'{text}"));
        }
        for text in ["", "a=1", "ada@x.io", "1-1", "'=1"] {
            assert_eq!(without_formula(text), text);
        }
    }

    #[test]
    fn near_misses_are_found() {
        assert_eq!(did_you_mean("ana@example.com", ["anna@example.com", "bob@example.com"]), Some("anna@example.com"));
        assert_eq!(did_you_mean("zzz", ["anna@example.com"]), None);
        assert_eq!(did_you_mean(&"a".repeat(600), ["a".repeat(599).as_str()]), None);
    }

    #[test]
    fn moments_are_read_as_people_write_them() {
        let now = Timestamp::new(1_000_000_000);
        for (text, seconds) in [
            ("2001-09-09T01:46:40Z", 1_000_000_000),
            ("2001-09-09T03:46:40+02:00", 1_000_000_000),
            ("2001-09-09", 999_993_600),
            ("999999999", 999_999_999),
            ("7d", 1_000_000_000 - 604_800),
            ("1w", 1_000_000_000 - 604_800),
            ("36h", 1_000_000_000 - 129_600),
            (" 1h30m ", 1_000_000_000 - 5400),
        ] {
            assert_eq!(moment(text, now).unwrap(), Timestamp::new(seconds), "{text}");
        }
        for text in ["", "soon", "2001-13-01", "d", "-3d"] {
            assert!(moment(text, now).unwrap_err().hint().unwrap().contains("7d"), "{text}");
        }
    }

    #[test]
    fn what_could_command_a_terminal_is_replaced() {
        assert_eq!(visible("Ünïcode O'Neil 名"), "Ünïcode O'Neil 名");
        assert_eq!(visible("a\u{1b}[31m\u{9b}2J\nb\u{202e}c"), "a\u{fffd}[31m\u{fffd}2J\u{fffd}b\u{fffd}c");
        assert_eq!(visible("a\u{61c}b\u{200b}c"), "a\u{fffd}b\u{fffd}c");
    }
}
