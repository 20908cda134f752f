//! Times for people.

use orgwarden::api::model::Timestamp;

pub(super) const DAY: i64 = 24 * 60 * 60;

/// `2026-01-31 09:00 UTC`.
pub(super) fn point(at: Timestamp) -> String {
    let text = at.to_string();
    match text.get(..16).zip(text.get(16..)) {
        Some((minute, _)) if text.ends_with('Z') => format!("{} UTC", minute.replace('T', " ")),
        // No calendar reaches it.
        _ => text,
    }
}

/// `in 6 d`, `in 4 h`, `3 d ago`; further than a year away, the moment itself.
pub(super) fn distance(at: Timestamp, now: Timestamp) -> String {
    let seconds = at.since(now);
    let length = seconds.unsigned_abs();
    let rounded = |unit: u64| (length + unit / 2) / unit;
    let span = match length {
        0..60 => "less than a minute".to_owned(),
        60..3600 => format!("{} min", rounded(60)),
        3600..172_800 => format!("{} h", rounded(3600)),
        172_800..31_536_000 => format!("{} d", rounded(86_400)),
        _ => return point(at),
    };
    if seconds > 0 { format!("in {span}") } else { format!("{span} ago") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_at_a_glance() {
        let now = Timestamp::new(1_769_850_000);
        assert_eq!(point(now), "2026-01-31 09:00 UTC");
        assert_eq!(point(Timestamp::new(i64::MAX)), i64::MAX.to_string());
        for (seconds, words) in [
            (5, "in less than a minute"),
            (600, "in 10 min"),
            (DAY, "in 24 h"),
            (6 * DAY - 5, "in 6 d"),
            (-3 * DAY, "3 d ago"),
            (400 * DAY, "2027-03-07 09:00 UTC"),
        ] {
            assert_eq!(distance(Timestamp::new(now.seconds() + seconds), now), words);
        }
    }
}
