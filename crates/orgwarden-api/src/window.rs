//! Stretches of time whose buckets fit one page: the API's page tokens break often, so nothing is asked that needs one.

use crate::model::Timestamp;

/// How long a bucket is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BucketWidth {
    /// `1m`.
    Minute,
    /// `1h`.
    Hour,
    /// `1d`: from midnight to midnight, UTC.
    #[default]
    Day,
}

impl BucketWidth {
    /// The word of the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Minute => "1m",
            Self::Hour => "1h",
            Self::Day => "1d",
        }
    }

    /// How long it is, in seconds.
    pub fn seconds(self) -> i64 {
        match self {
            Self::Minute => 60,
            Self::Hour => 3600,
            Self::Day => 86_400,
        }
    }
}

/// A row of whole buckets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    start: Timestamp,
    buckets: u32,
    width: BucketWidth,
}

impl Window {
    /// Cuts the time from `from` (inclusive) to `to` (exclusive) into windows of at most so many buckets, in order and
    /// without gaps. Both ends are moved outward to whole buckets; nothing comes of a time that ends before it starts.
    pub(crate) fn cut(from: Timestamp, to: Timestamp, width: BucketWidth, most: u32) -> impl Iterator<Item = Self> {
        let seconds = width.seconds();
        let first = from.seconds().div_euclid(seconds);
        let end = if from < to { to.seconds().saturating_sub(1).div_euclid(seconds).saturating_add(1) } else { first };
        let mut next = first;
        std::iter::from_fn(move || {
            let left = u32::try_from(end.saturating_sub(next)).unwrap_or(u32::MAX);
            let window =
                Self { start: Timestamp::new(next.saturating_mul(seconds)), buckets: left.min(most.max(1)), width };
            next = next.saturating_add(i64::from(window.buckets));
            (left > 0).then_some(window)
        })
    }

    /// The start of the first bucket.
    pub fn start(&self) -> Timestamp {
        self.start
    }

    /// The end of the last bucket: the first moment that is not part of it.
    pub fn end(&self) -> Timestamp {
        let length = i64::from(self.buckets).saturating_mul(self.width.seconds());
        Timestamp::new(self.start.seconds().saturating_add(length))
    }

    /// How many buckets it has.
    pub fn buckets(&self) -> u32 {
        self.buckets
    }

    /// How long each bucket is.
    pub fn width(&self) -> BucketWidth {
        self.width
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(from: i64, to: i64, width: BucketWidth, most: u32) -> Vec<Window> {
        Window::cut(Timestamp::new(from), Timestamp::new(to), width, most).collect()
    }

    const DAY: i64 = 86_400;

    #[test]
    fn ends_inside_a_bucket_take_the_whole_bucket() {
        let same_day = cut(5 * DAY + 7, 5 * DAY + 9, BucketWidth::Day, 180);
        assert_eq!(same_day.len(), 1);
        assert_eq!((same_day[0].start().seconds(), same_day[0].end().seconds()), (5 * DAY, 6 * DAY));
        assert_eq!(cut(-1, 1, BucketWidth::Hour, 180)[0].buckets(), 2);
    }

    #[test]
    fn a_year_of_days_needs_three_pages_of_costs() {
        let windows = cut(0, 365 * DAY, BucketWidth::Day, 180);
        assert_eq!(windows.iter().map(Window::buckets).collect::<Vec<_>>(), [180, 180, 5]);
    }

    #[test]
    fn a_time_that_ends_before_it_starts_has_no_windows() {
        assert!(cut(5, 5, BucketWidth::Minute, 10).is_empty() && cut(9, 5, BucketWidth::Minute, 10).is_empty());
    }

    #[test]
    fn the_ends_of_all_time_do_not_overflow() {
        let mut windows = Window::cut(Timestamp::new(i64::MIN), Timestamp::new(i64::MAX), BucketWidth::Day, 180);
        assert!(windows.next().unwrap().end() < Timestamp::new(0));
        assert_eq!(cut(i64::MAX - 1, i64::MAX, BucketWidth::Minute, 9).len(), 1);
    }

    proptest! {
        #[test]
        fn windows_cover_the_time_without_gaps_and_fit_their_page(
            from in -10_000_000_000_i64..10_000_000_000,
            length in 1_i64..50_000_000,
            width in prop::sample::select(vec![BucketWidth::Minute, BucketWidth::Hour, BucketWidth::Day]),
            most in prop::sample::select(vec![1_u32, 7, 31, 168, 180, 1440]),
        ) {
            prop_assume!(length / width.seconds() / i64::from(most) < 5000);
            let windows = cut(from, from + length, width, most);
            let (first, last) = (windows[0], windows[windows.len() - 1]);
            prop_assert!(first.start().seconds() <= from && from - first.start().seconds() < width.seconds());
            prop_assert!(last.end().seconds() >= from + length && last.end().seconds() - (from + length) < width.seconds());
            for window in &windows {
                prop_assert!((1..=most).contains(&window.buckets()));
                prop_assert_eq!(window.start().seconds().rem_euclid(width.seconds()), 0);
            }
            for pair in windows.windows(2) {
                prop_assert_eq!(pair[0].end(), pair[1].start());
                prop_assert_eq!(pair[0].buckets(), most, "only the last one may be shorter");
            }
        }
    }
}
