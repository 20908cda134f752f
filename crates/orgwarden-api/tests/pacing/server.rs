//! Servers with a hidden limit.

use std::collections::VecDeque;

/// How a server counts. Times are microseconds.
#[derive(Clone, Debug)]
pub(crate) enum Limit {
    /// A bucket that refills all the time.
    Bucket { capacity: f64, per_us: f64, level: f64, at_us: i64 },
    /// So many per window; windows follow each other.
    Fixed { limit: u32, length_us: i64, window: i64, used: u32 },
    /// So many in any span of that length.
    Sliding { limit: usize, length_us: i64, passed: VecDeque<i64> },
    /// No limit.
    None,
}

/// What a server says with a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    /// "… try again after 6.937 seconds."
    Exact,
    /// `Retry-After: 7`.
    WholeSeconds,
    /// Nothing.
    Nothing,
}

/// The two hints of a refusal: `Retry-After` and message.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) retry_after: Option<String>,
    pub(crate) message: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Server {
    pub(crate) limit: Limit,
    pub(crate) words: Words,
    /// From this many requests on, the other limit holds.
    pub(crate) later: Option<(u32, Limit)>,
    pub(crate) requests: u32,
    pub(crate) refused: u32,
    pub(crate) refusals_in_a_row: u32,
    pub(crate) longest_row: u32,
}

impl Limit {
    pub(crate) fn bucket(capacity: f64, seconds: f64) -> Self {
        Self::Bucket { capacity, per_us: capacity / seconds / 1e6, level: capacity, at_us: 0 }
    }

    pub(crate) fn fixed(limit: u32, seconds: i64) -> Self {
        Self::Fixed { limit, length_us: seconds * 1_000_000, window: 0, used: 0 }
    }

    pub(crate) fn sliding(limit: usize, seconds: i64) -> Self {
        Self::Sliding { limit, length_us: seconds * 1_000_000, passed: VecDeque::new() }
    }

    /// Counts one request; a refused one is told how many microseconds are missing.
    fn take(&mut self, now_us: i64) -> Result<(), f64> {
        match self {
            Self::Bucket { capacity, per_us, level, at_us } => {
                *level = (*level + *per_us * (now_us - *at_us) as f64).min(*capacity);
                *at_us = now_us;
                if *level < 1.0 {
                    return Err((1.0 - *level) / *per_us);
                }
                *level -= 1.0;
            }
            Self::Fixed { limit, length_us, window, used } => {
                if now_us / *length_us != *window {
                    (*window, *used) = (now_us / *length_us, 0);
                }
                if *used == *limit {
                    return Err(((*window + 1) * *length_us - now_us) as f64);
                }
                *used += 1;
            }
            Self::Sliding { limit, length_us, passed } => {
                while passed.front().is_some_and(|first| now_us - *first >= *length_us) {
                    passed.pop_front();
                }
                if passed.len() == *limit {
                    return Err((passed[0] + *length_us - now_us) as f64);
                }
                passed.push_back(now_us);
            }
            Self::None => {}
        }
        Ok(())
    }
}

impl Server {
    pub(crate) fn new(limit: Limit, words: Words) -> Self {
        Self { limit, words, later: None, requests: 0, refused: 0, refusals_in_a_row: 0, longest_row: 0 }
    }

    pub(crate) fn later(mut self, after: u32, limit: Limit) -> Self {
        self.later = Some((after, limit));
        self
    }

    pub(crate) fn handle(&mut self, now_us: i64) -> Result<(), Refusal> {
        self.requests += 1;
        if let Some((_, limit)) = self.later.take_if(|(after, _)| self.requests > *after) {
            self.limit = limit;
        }
        let Err(missing_us) = self.limit.take(now_us) else {
            self.refusals_in_a_row = 0;
            return Ok(());
        };
        self.refused += 1;
        self.refusals_in_a_row += 1;
        self.longest_row = self.longest_row.max(self.refusals_in_a_row);
        let seconds = missing_us / 1e6;
        let (retry_after, message) = match self.words {
            Words::Exact => {
                let text = format!(
                    "You've exceeded the rate limit, please slow down and try again after {seconds:.3} seconds."
                );
                (None, text)
            }
            Words::WholeSeconds => (Some(format!("{}", seconds.ceil().max(1.0))), "Slow down.".to_owned()),
            Words::Nothing => (None, "Slow down.".to_owned()),
        };
        Err(Refusal { retry_after, message })
    }
}
