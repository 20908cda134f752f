//! What the organization uses and what that costs: worked out from its keys whenever somebody asks, and never stored.
//!
//! Everything is a sum of whole numbers over the habits of keys, so every way of telling usage apart sums to the same
//! total. What is past stays as it was: a key that is gone is remembered with its times.

mod habits;
mod products;

pub(crate) use habits::Habit;
pub(crate) use products::{Amounts, Kind, Line, STORED_HOURS};

use crate::store::billing::{self, BilledKey};
use crate::store::{Result, Store};

/// The keys of the organization and their habits.
#[derive(Debug)]
pub(crate) struct Meter {
    keys: Vec<BilledKey>,
    habits: Vec<(usize, Habit)>,
    now: i64,
}

/// A habit and whose it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stream<'a> {
    pub(crate) key: &'a BilledKey,
    pub(crate) habit: &'a Habit,
    now: i64,
}

impl Meter {
    /// Reads the keys of the organization, or of one project. Nothing is used after `now`.
    pub(crate) fn read(store: &Store, project: Option<&str>, now: i64) -> Result<Self> {
        let keys = billing::keys(store, project)?;
        let habits = keys.iter().enumerate();
        let habits = habits.flat_map(|(at, key)| habits::of_key(key.number).into_iter().map(move |habit| (at, habit)));
        Ok(Self { habits: habits.collect(), keys, now })
    }

    pub(crate) fn streams(&self) -> impl Iterator<Item = Stream<'_>> {
        self.habits.iter().map(|(at, habit)| Stream { key: &self.keys[*at], habit, now: self.now })
    }

    /// What is billed from one moment (inclusive) to another (exclusive), in millionths of a millionth of a dollar.
    pub(crate) fn cost(&self, from: i64, to: i64) -> i128 {
        let mut cost = 0;
        let (first, last) = (habits::split(from).0, habits::split(to).0);
        for day in first..=last {
            let (start, end) = (from.max(day * DAY), to.min((day + 1) * DAY));
            for stream in self.streams() {
                if let Some(amounts) = stream.between(start, end) {
                    cost += stream.habit.product.lines.iter().map(|line| line.cost(&amounts)).sum::<i128>();
                }
            }
        }
        cost
    }
}

impl Meter {
    /// The first moment at which what is billed from `from` on comes to an amount, if that is before `to` or then.
    pub(crate) fn reaches(&self, amount: i128, from: i64, to: i64) -> Option<i64> {
        let (mut before, mut start) = (0, from);
        if amount <= before {
            return Some(from);
        }
        while start < to {
            let end = to.min((habits::split(start).0 + 1) * DAY);
            let cost = self.cost(start, end);
            if before + cost >= amount {
                // It has not come to it at `early`, and has at `late`.
                let (mut early, mut late) = (start, end);
                while late - early > 1 {
                    let middle = early + (late - early) / 2;
                    if before + self.cost(start, middle) >= amount {
                        late = middle;
                    } else {
                        early = middle;
                    }
                }
                return Some(late);
            }
            (before, start) = (before + cost, end);
        }
        None
    }
}

const DAY: i64 = 86_400;

impl Stream<'_> {
    /// What is used from one moment (inclusive) to another (exclusive) of the same day; `None`: the key is not in use.
    pub(crate) fn between(&self, from: i64, to: i64) -> Option<Amounts> {
        let mut sum = None;
        for (start, end) in &self.key.spans {
            let (from, to) = (from.max(*start), to.min(*end).min(self.now));
            if from < to {
                let (day, second) = habits::split(from);
                let amounts = self.habit.between(day, second, second + to - from);
                let sum = sum.get_or_insert_with(Amounts::default);
                sum.add(&amounts);
                // Not a flow: what is stored before a pause is what is stored after it.
                sum.stored = amounts.stored;
            }
        }
        sum
    }
}

impl Line {
    /// What the amounts cost, in millionths of a millionth of a dollar.
    pub(crate) fn cost(&self, amounts: &Amounts) -> i128 {
        i128::from((self.amount)(amounts)) * i128::from(self.price)
    }
}
