//! What a key is used for: a few products, each at its own pace. Everything follows from the key's number.

use super::products::{Amounts, Kind, Product, of};
use crate::series;

/// A product that a key is used for.
#[derive(Debug)]
pub(crate) struct Habit {
    pub(crate) product: &'static Product,
    /// Where its variations are drawn from.
    series: u64,
    /// Requests on a weekday, on average.
    usual: i64,
    /// What one request takes, on average.
    each: Amounts,
    /// Whether it goes through the Agents API.
    pub(crate) by_agents: bool,
    /// Which of the key's vector stores it searches.
    pub(crate) vector_store: u64,
}

/// What is used besides completions. A key has three of these seven, so that a handful of keys has all of them.
const BESIDES: [&[Kind]; 7] = [
    &[Kind::Embeddings, Kind::FileSearches, Kind::VectorStores],
    &[Kind::Images],
    &[Kind::AudioTranscriptions],
    &[Kind::WebSearches],
    &[Kind::Moderations],
    &[Kind::CodeInterpreterSessions, Kind::Decisions],
    &[Kind::AudioSpeeches],
];

/// The habits of a key.
pub(super) fn of_key(number: i64) -> Vec<Habit> {
    let number = number.unsigned_abs();
    let mut chance = Chance { series: series::number(number, 0), drawn: 0 };
    let mut habits = vec![habit(Kind::Completions, &mut chance)];
    if chance.one_in(2) {
        habits.push(habit(Kind::Completions, &mut chance));
    }
    for turn in [number, number + 1, number + 3] {
        let kinds = BESIDES[usize::try_from(turn % 7).unwrap_or_default()];
        habits.extend(kinds.iter().map(|kind| habit(*kind, &mut chance)));
    }
    habits
}

/// What the numbers of a key decide, one after the other.
struct Chance {
    series: u64,
    drawn: u64,
}

impl Chance {
    fn draw(&mut self) -> u64 {
        self.drawn += 1;
        series::number(self.series, self.drawn)
    }

    fn one_in(&mut self, share: u64) -> bool {
        self.draw().is_multiple_of(share)
    }

    fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = u64::try_from(most - least + 1).unwrap_or(1);
        least + i64::try_from(self.draw() % span).unwrap_or_default()
    }

    /// Small numbers are as frequent as large ones: as often between 10 and 20 as between 1000 and 2000.
    fn scale(&mut self, least: i64, doublings: i64) -> i64 {
        (least << self.between(0, doublings - 1)) * self.between(100, 199) / 100
    }
}

fn habit(kind: Kind, chance: &mut Chance) -> Habit {
    let products = of(kind);
    // Most pay the usual price.
    let usual: Vec<&'static Product> =
        products.iter().filter(|product| !product.batch && product.service_tier == "default").collect();
    let product = if chance.one_in(4) {
        &products[usize::try_from(chance.draw()).unwrap_or_default() % products.len()]
    } else {
        usual[usize::try_from(chance.draw()).unwrap_or_default() % usual.len()]
    };
    let tokens = |units, cached, written, output| Amounts { units, cached, written, output, ..Amounts::default() };
    let units = |units| Amounts { units, ..Amounts::default() };
    let (usual, each) = match kind {
        Kind::Completions => {
            let (input, output) = (chance.scale(200, 4), chance.scale(40, 4));
            let (cached, written) = if chance.one_in(2) { (input / 2, input / 10) } else { (0, 0) };
            (chance.scale(10, 6), tokens(input - cached - written, cached, written, output))
        }
        Kind::Decisions => (chance.scale(10, 3), tokens(chance.scale(300, 3), 0, 0, chance.scale(10, 3))),
        Kind::Embeddings => (chance.scale(20, 6), units(chance.scale(100, 4))),
        Kind::Moderations => (chance.scale(20, 5), units(chance.scale(50, 3))),
        Kind::Images => (chance.scale(2, 4), units(1)),
        Kind::AudioSpeeches => (chance.scale(3, 4), units(chance.scale(200, 3))),
        Kind::AudioTranscriptions => (chance.scale(3, 4), units(chance.scale(30, 4))),
        Kind::FileSearches | Kind::WebSearches => (chance.scale(5, 5), units(0)),
        Kind::VectorStores => (24, units(chance.scale(4, 6))),
        Kind::CodeInterpreterSessions => (chance.scale(1, 4), units(0)),
    };
    Habit {
        product,
        series: chance.draw(),
        usual,
        each,
        by_agents: matches!(kind, Kind::Completions | Kind::Decisions | Kind::WebSearches) && chance.one_in(6),
        vector_store: chance.draw() % 2,
    }
}

const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// How much is done in each hour of a day, UTC.
const HOURS: [i64; 24] = [1, 1, 1, 1, 1, 2, 3, 6, 9, 10, 10, 9, 8, 9, 10, 10, 9, 7, 5, 4, 3, 2, 2, 1];

/// How much is done before each hour of a day, and in all of it.
const BEFORE: [i64; 25] = {
    let mut before = [0; 25];
    let mut hour = 0;
    while hour < 24 {
        before[hour + 1] = before[hour] + HOURS[hour] * HOUR;
        hour += 1;
    }
    before
};

impl Habit {
    /// What is used from one second (inclusive) to another (exclusive) of the same day, `day` days after 1970-01-01.
    ///
    /// Both are counted from the start of the day. The parts of a day add up to the day, however it is cut.
    pub(super) fn between(&self, day: i64, from: i64, to: i64) -> Amounts {
        if self.product.kind == Kind::VectorStores {
            // Measured at the end of each hour.
            let hours = to / HOUR - from / HOUR;
            let stored = self.each.units * (1 << 30) / super::STORED_HOURS;
            return Amounts { requests: hours, units: hours * self.each.units, stored, ..Amounts::default() };
        }
        let chance = series::number(self.series, day.unsigned_abs());
        // Besides completions, there is not something to do every day.
        let is_idle = self.product.kind != Kind::Completions && (chance >> 16).is_multiple_of(3);
        let planned = if is_idle { 0 } else { self.planned(day, chance) };
        let requests = self.done(planned, to) - self.done(planned, from);
        let swing = 80 + i64::try_from((chance >> 32) % 41).unwrap_or_default();
        let of = |each: i64| if each == 0 { 0 } else { requests * (each * swing / 100).max(1) };
        Amounts {
            requests,
            units: of(self.each.units),
            cached: of(self.each.cached),
            written: of(self.each.written),
            output: of(self.each.output),
            stored: 0,
        }
    }

    /// The requests of a day.
    fn planned(&self, day: i64, chance: u64) -> i64 {
        // 1970-01-01 was a Thursday.
        let is_weekend = matches!((day + 4).rem_euclid(7), 0 | 6);
        let percent = 50 + i64::try_from(chance % 101).unwrap_or_default();
        self.usual * percent / if is_weekend { 500 } else { 100 }
    }

    /// How many of the day's requests were made before a second of it.
    fn done(&self, planned: i64, second: i64) -> i64 {
        let hour = usize::try_from(second / HOUR).unwrap_or_default().min(24);
        let weight = BEFORE[hour] + HOURS.get(hour).map_or(0, |weight| weight * (second % HOUR));
        let whole = BEFORE[24];
        // Not all habits make their first request at the same second.
        let head_start = i64::try_from(self.series % whole.unsigned_abs()).unwrap_or_default();
        (planned * weight + head_start) / whole
    }
}

/// The day of a moment, in days after 1970-01-01, and the seconds since it began.
pub(super) fn split(moment: i64) -> (i64, i64) {
    (moment.div_euclid(DAY), moment.rem_euclid(DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_day_add_up_to_the_day() {
        for number in 1..50 {
            for habit in of_key(number) {
                for day in [20_000, 20_001, 20_004] {
                    let whole = habit.between(day, 0, DAY);
                    for length in [60, 3600, 7 * 3600, 50_000] {
                        let mut sum = Amounts::default();
                        for from in (0..DAY).step_by(usize::try_from(length).unwrap()) {
                            let part = habit.between(day, from, DAY.min(from + length));
                            assert!(part.requests >= 0 && part.units >= 0, "{part:?}");
                            sum.add(&Amounts { stored: 0, ..part });
                        }
                        assert_eq!(sum, Amounts { stored: 0, ..whole }, "{habit:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn weekdays_are_heavier_than_weekends() {
        let on = |days: &[i64]| -> i64 {
            let habits = (1..200).flat_map(of_key).collect::<Vec<_>>();
            habits.iter().map(|habit| days.iter().map(|day| habit.between(*day, 0, DAY).requests).sum::<i64>()).sum()
        };
        // 2026-01-05 to -11, Monday to Sunday.
        assert!(on(&[20_458, 20_459]) > 3 * on(&[20_463, 20_464]));
        assert_eq!(jiff::Timestamp::from_second(20_463 * DAY).unwrap().to_string(), "2026-01-10T00:00:00Z");
    }

    #[test]
    fn any_seven_keys_use_everything() {
        for first in [1, 30] {
            let habits: Vec<Habit> = (first..first + 7).flat_map(of_key).collect();
            for kinds in BESIDES {
                assert!(kinds.iter().all(|kind| habits.iter().any(|habit| habit.product.kind == *kind)), "{kinds:?}");
            }
        }
    }
}
