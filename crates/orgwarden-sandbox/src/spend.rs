//! What a month has cost so far, and what follows from it: limits that are reached and mails about it.
//!
//! A month is one of the calendar, in UTC. The organization has the empty text where a project has its id.

use std::collections::HashMap;

use orgwarden_api::model::{Cents, Money, Timestamp};
use serde_json::{Value, json};

use crate::meter::Meter;
use crate::store::{Place, Result, Store, Window, documents, mails, projects};
use crate::world::Context;

/// The kind of document that a limit is kept as: its cents.
pub(crate) const LIMIT: &str = "spend_limit";
const ALERT: &str = "spend_alert";

const DAY: i64 = 86_400;

/// How far back alerts look after a leap of the clock: a hundred years. Nobody waits for mails that are older.
const LONGEST_LOOK: i64 = 36_525 * DAY;

/// The limit of the organization or of a project, if one is set.
pub(crate) fn limit(store: &Store, parent: &str) -> Result<Option<Cents>> {
    let limit = documents::find(store, LIMIT, parent, LIMIT)?;
    Ok(limit.map(|cents| Cents::new(cents.as_u64().unwrap_or_default())))
}

/// Sees to it that a limit is set.
pub(crate) fn place_limit(context: &Context<'_>, parent: &str) -> Result<()> {
    match limit(context.store, parent)? {
        Some(_) => Ok(()),
        None => documents::put(context.store, LIMIT, parent, LIMIT, context.now, &json!(1_000_000)),
    }
}

/// Sees to it that there is an alert with this identifier.
pub(crate) fn place_alert(context: &Context<'_>, parent: &str, id: &str) -> Result<()> {
    match Alert::find(context.store, parent, id)? {
        Some(_) => Ok(()),
        None => Alert::new(parent, shown(parent, id, Cents::new(1_000_000), &[], None), context.now)
            .save(context.store, context.now),
    }
}

/// Whether the costs of the present month have reached an amount.
pub(crate) fn is_reached(store: &Store, parent: &str, amount: Cents, now: Timestamp) -> Result<bool> {
    let Some(month) = Month::of(now.seconds()) else { return Ok(false) };
    let meter = meter(store, parent, now)?;
    Ok(meter.cost(month.start, now.seconds()) >= trillionths(amount))
}

fn meter(store: &Store, parent: &str, now: Timestamp) -> Result<Meter> {
    Meter::read(store, Some(parent).filter(|project| !project.is_empty()), now.seconds())
}

fn trillionths(amount: Cents) -> i128 {
    i128::from(amount.get()) * 10_000_000_000
}

/// A month from its first second (inclusive) to that of the next one (exclusive).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Month {
    start: i64,
    end: i64,
}

impl Month {
    /// The month of a moment; `None` beyond the last one of the calendar.
    fn of(moment: i64) -> Option<Self> {
        let epoch = jiff::civil::date(1970, 1, 1);
        let days = jiff::Span::new().try_days(moment.div_euclid(DAY)).ok()?;
        let first = epoch.checked_add(days).ok()?.first_of_month();
        let second = |day: jiff::civil::Date| epoch.duration_until(day).as_secs();
        let next = first.checked_add(jiff::Span::new().months(1));
        Some(Self { start: second(first), end: next.map_or(i64::MAX, second) })
    }
}

/// An alert as answers show it, of the organization or of a project.
pub(crate) fn shown(parent: &str, id: &str, threshold: Cents, recipients: &[&str], prefix: Option<&str>) -> Value {
    json!({
        "id": id,
        "object": object(parent),
        "threshold_amount": threshold,
        "currency": "USD",
        "interval": "month",
        "notification_channel": {"type": "email", "recipients": recipients, "subject_prefix": prefix},
    })
}

/// What an alert is called.
pub(crate) fn object(parent: &str) -> &'static str {
    if parent.is_empty() { "organization.spend_alert" } else { "project.spend_alert" }
}

/// An alert and how far it has watched.
pub(crate) struct Alert {
    parent: String,
    /// As answers show it.
    pub(crate) shown: Value,
    /// The moment up to which it has sent what was to be sent.
    watched: i64,
    /// The start of the month for which it has sent its mails.
    mailed: Option<i64>,
}

impl Alert {
    pub(crate) fn new(parent: &str, shown: Value, now: Timestamp) -> Self {
        Self { parent: parent.to_owned(), shown, watched: now.seconds(), mailed: None }
    }

    fn read(parent: &str, mut document: Value) -> Self {
        Self {
            parent: parent.to_owned(),
            shown: document["shown"].take(),
            watched: document["watched"].as_i64().unwrap_or_default(),
            mailed: document["mailed"].as_i64(),
        }
    }

    pub(crate) fn find(store: &Store, parent: &str, id: &str) -> Result<Option<Self>> {
        Ok(documents::find(store, ALERT, parent, id)?.map(|document| Self::read(parent, document)))
    }

    pub(crate) fn place(store: &Store, parent: &str, id: &str) -> Result<Option<Place>> {
        documents::place(store, ALERT, parent, id)
    }

    pub(crate) fn list(store: &Store, parent: &str, window: &Window) -> Result<Vec<Self>> {
        let documents = documents::list(store, ALERT, parent, window)?;
        Ok(documents.into_iter().map(|document| Self::read(parent, document)).collect())
    }

    pub(crate) fn id(&self) -> &str {
        self.shown["id"].as_str().unwrap_or_default()
    }

    pub(crate) fn save(&self, store: &Store, created_at: Timestamp) -> Result<()> {
        let document = json!({"shown": self.shown, "watched": self.watched, "mailed": self.mailed});
        documents::put(store, ALERT, &self.parent, self.id(), created_at, &document)
    }

    pub(crate) fn delete(&self, store: &Store) -> Result<()> {
        documents::delete(store, ALERT, &self.parent, self.id()).map(drop)
    }

    fn threshold(&self) -> Cents {
        Cents::new(self.shown["threshold_amount"].as_u64().unwrap_or_default())
    }

    /// The same alert with other settings.
    pub(crate) fn with(self, shown: Value) -> Self {
        Self { shown, ..self }
    }

    /// Looks at the time that has passed since the last time; answers when mails were to be sent.
    fn watch(&mut self, meter: &Meter, now: i64) -> Vec<i64> {
        let mut due = Vec::new();
        let mut next = Month::of(self.watched.max(now - LONGEST_LOOK));
        while let Some(month) = next.filter(|month| month.start <= now) {
            if self.mailed != Some(month.start)
                && let Some(reached) = meter.reaches(trillionths(self.threshold()), month.start, month.end.min(now))
            {
                due.push(reached.max(self.watched));
                self.mailed = Some(month.start);
            }
            next = Month::of(month.end);
        }
        self.watched = now;
        due
    }
}

/// Sends the mails that are due: what has not been looked at lately is looked at now, as if it had been all the time.
pub(crate) fn deliver(context: &mut Context<'_>) -> Result<()> {
    let mut meters = HashMap::new();
    for (parent, document) in documents::all(context.store, ALERT)? {
        let mut alert = Alert::read(&parent, document);
        // The clock may have been set back.
        if alert.watched > context.now.seconds() {
            continue;
        }
        if !meters.contains_key(&parent) {
            meters.insert(parent.clone(), meter(context.store, &parent, context.now)?);
        }
        for moment in alert.watch(&meters[&parent], context.now.seconds()) {
            send(context, &alert, moment)?;
        }
        alert.save(context.store, context.now)?;
    }
    Ok(())
}

fn send(context: &mut Context<'_>, alert: &Alert, moment: i64) -> Result<()> {
    let threshold = Money::from(alert.threshold());
    let whose = match projects::find(context.store, &alert.parent)? {
        Some(project) => format!("the project {}", project.name.as_deref().unwrap_or_default()),
        None => "the organization".to_owned(),
    };
    let channel = &alert.shown["notification_channel"];
    let prefix = channel["subject_prefix"].as_str().filter(|prefix| !prefix.is_empty());
    let subject =
        format!("{}Spend alert: {threshold} this month", prefix.map_or(String::new(), |prefix| format!("{prefix} ")));
    let text = format!("The costs of {whose} have reached {threshold} this month. Nothing is held back by this alert.");
    for recipient in channel["recipients"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let token = context.mint.token();
        let mail = mails::NewMail { token: &token, to: recipient, subject: &subject, text: &text, invite: None };
        mails::send(context.store, &mail, Timestamp::new(moment))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar() {
        let month = |moment| Month::of(moment).unwrap();
        // 2026-01-31T23:59:59Z and the second after it; a leap year's February.
        assert_eq!(month(1_769_903_999), Month { start: 1_767_225_600, end: 1_769_904_000 });
        assert_eq!(month(1_769_904_000).end - month(1_769_904_000).start, 28 * 86_400);
        assert_eq!(month(1_709_210_000).end - month(1_709_210_000).start, 29 * 86_400);
    }

    #[test]
    fn after_the_last_month_there_is_none() {
        let last = Month::of(crate::clock::LATEST).unwrap();
        assert_eq!((crate::clock::LATEST - last.start + 1, last.end), (31 * 86_400, i64::MAX));
        for beyond in [last.end, i64::MIN, crate::clock::LATEST + 1] {
            assert_eq!(Month::of(beyond), None, "{beyond}");
        }
    }
}
