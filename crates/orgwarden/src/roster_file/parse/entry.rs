//! The entries of a roster file: teams and members, each member of a table checked.

use std::ops::Range;

use jiff::civil::Date;
use toml_edit::{Item, TableLike, Value};

use crate::api::model::{Cents, OrganizationRole};
use crate::config::Source;
use crate::roster_file::{Alert, Member, Team};
use crate::words::{self, visible};
use crate::{Error, Result};

const TEAM: [&str; 5] = ["name", "projects", "groups", "monthly_limit", "alerts"];
const ALERT: [&str; 2] = ["amount", "recipients"];
const MEMBER: [&str; 7] = ["email", "role", "teams", "projects", "groups", "until", "note"];

/// One of the tables of a list.
pub(super) struct Heading<'a> {
    table: &'a dyn TableLike,
    pub(super) span: Option<Range<usize>>,
}

/// Reads the entries of a file, or of a part of it.
pub(super) struct Reading<'a> {
    pub(super) source: &'a Source<'a>,
}

impl Reading<'_> {
    /// The tables of a list, written with headings or in one line.
    pub(super) fn tables<'a>(&self, parent: &'a dyn TableLike, name: &str) -> Result<Vec<Heading<'a>>> {
        match parent.get(name) {
            None => Ok(Vec::new()),
            Some(Item::ArrayOfTables(tables)) => {
                Ok(tables.iter().map(|table| Heading { table, span: table.span() }).collect())
            }
            Some(Item::Value(Value::Array(values))) => values
                .iter()
                .map(|value| match value.as_inline_table() {
                    Some(table) => Ok(Heading { table, span: value.span() }),
                    None => Err(self.source.error(value.span(), format!("this is not a table of a {name}"))),
                })
                .collect(),
            Some(item) => Err(self
                .source
                .error(item.span(), format!("`{name}` is not a list"))
                .with_hint(format!("Write a heading for each, in two brackets: [[{name}]]"))),
        }
    }

    pub(super) fn team(&self, entry: &Heading<'_>) -> Result<Team> {
        self.source.only(entry.table, &TEAM)?;
        let name = self.text(entry.table, "name")?.filter(|name| !name.trim().is_empty());
        let name = name.ok_or_else(|| self.source.error(entry.span.clone(), "the team has no `name`"))?;
        let team = Team {
            name,
            projects: self.projects(entry.table)?,
            groups: self.texts(entry.table, "groups")?,
            monthly_limit: self.dollars(entry.table, "monthly_limit")?,
            alerts: match entry.table.get("alerts") {
                Some(_) => Some(self.alerts(entry.table)?),
                None => None,
            },
        };
        for name in ["monthly_limit", "alerts"] {
            if entry.table.contains_key(name) && team.projects.as_ref().is_none_or(Vec::is_empty) {
                let problem = format!("the team has `{name}`, and no project that it could be of");
                return Err(self
                    .source
                    .error(span(entry.table, name), problem)
                    .with_hint("Limits and alerts are those of the team's `projects`."));
            }
        }
        Ok(team)
    }

    fn alerts(&self, team: &dyn TableLike) -> Result<Vec<Alert>> {
        let mut alerts: Vec<Alert> = Vec::new();
        for entry in self.tables(team, "alerts")? {
            self.source.only(entry.table, &ALERT)?;
            let wrong = |name: &str, problem: String| {
                let place = span(entry.table, name).or(entry.span.clone());
                self.source
                    .error(place, problem)
                    .with_hint("Write it like alerts = [{ amount = \"$40\", recipients = [\"ada@example.com\"] }].")
            };
            let Some(amount) = self.dollars(entry.table, "amount")? else {
                return Err(wrong("amount", "the alert has no `amount`".to_owned()));
            };
            if alerts.iter().any(|other| other.amount == amount) {
                return Err(wrong("amount", format!("two alerts of the team are at {amount}")));
            }
            let recipients = self.texts(entry.table, "recipients")?.unwrap_or_default();
            if recipients.is_empty() {
                return Err(wrong("recipients", "the alert has no `recipients`: nobody would get the mail".to_owned()));
            }
            let recipients = recipients.iter().map(|address| words::email(address));
            let recipients = recipients.collect::<Result<_>>();
            let recipients = recipients.map_err(|error| wrong("recipients", error.message().to_owned()))?;
            alerts.push(Alert { amount, recipients });
        }
        Ok(alerts)
    }

    /// An amount of dollars and cents.
    fn dollars(&self, table: &dyn TableLike, name: &str) -> Result<Option<Cents>> {
        let Some(text) = self.text(table, name)? else { return Ok(None) };
        let amount = text.parse::<Cents>().ok().filter(|cents| cents.get() > 0);
        amount.map(Some).ok_or_else(|| {
            self.source
                .error(span(table, name), format!("`{name}` is not an amount of dollars and cents"))
                .with_hint("Write it like \"$50\".")
        })
    }

    pub(super) fn member(&self, entry: &Heading<'_>) -> Result<Member> {
        let table = entry.table;
        self.source.only(table, &MEMBER)?;
        let at = |name: &str, error: &Error| {
            let told = self.source.error(span(table, name), error.message());
            error.hint().map_or_else(|| told.clone(), |hint| told.clone().with_hint(hint))
        };
        let email = self.text(table, "email")?;
        let email = email.ok_or_else(|| self.source.error(entry.span.clone(), "the member has no `email`"))?;
        let email = words::email(&email).map_err(|error| at("email", &error))?;
        let role = match self.text(table, "role")? {
            Some(role) => words::organization_role(&role).map_err(|error| at("role", &error))?,
            None => OrganizationRole::Reader,
        };
        Ok(Member {
            email,
            role,
            teams: self.texts(table, "teams")?.unwrap_or_default(),
            projects: self.projects(table)?,
            groups: self.texts(table, "groups")?,
            until: self.date(table, "until")?,
            note: self.text(table, "note")?,
        })
    }

    /// The projects, each checked for a role that is none.
    fn projects(&self, table: &dyn TableLike) -> Result<Option<Vec<String>>> {
        let projects = self.texts(table, "projects")?;
        for (place, project) in projects.iter().flatten().enumerate() {
            words::project_and_role(project).map_err(|error| {
                let message = format!("`{}`: {}", visible(project), error.message());
                let value = table.get("projects").and_then(|item| item.as_array()?.get(place));
                let told = self.source.error(value.and_then(Value::span), message);
                told.with_hint(error.hint().unwrap_or_default())
            })?;
        }
        Ok(projects)
    }

    pub(super) fn text(&self, table: &dyn TableLike, name: &str) -> Result<Option<String>> {
        let Some(item) = table.get(name) else { return Ok(None) };
        let text = item.as_str().ok_or_else(|| self.source.error(item.span(), format!("`{name}` is not a text")))?;
        Ok(Some(text.to_owned()))
    }

    fn texts(&self, table: &dyn TableLike, name: &str) -> Result<Option<Vec<String>>> {
        let Some(item) = table.get(name) else { return Ok(None) };
        let wrong = |span| {
            let error = self.source.error(span, format!("`{name}` is not a list of names"));
            error.with_hint(format!("Write it like {name} = [\"One\", \"Two\"]."))
        };
        let values = item.as_array().ok_or_else(|| wrong(item.span()))?;
        let texts = values.iter().map(|value| {
            let text = value.as_str().filter(|text| !text.trim().is_empty());
            text.map(str::to_owned).ok_or_else(|| wrong(value.span()))
        });
        texts.collect::<Result<Vec<String>>>().map(Some)
    }

    fn date(&self, table: &dyn TableLike, name: &str) -> Result<Option<Date>> {
        let Some(item) = table.get(name) else { return Ok(None) };
        let date = item.as_datetime().filter(|moment| moment.time.is_none()).and_then(|moment| moment.date);
        let date = date.and_then(|date| {
            let (year, month, day) = (i16::try_from(date.year), i8::try_from(date.month), i8::try_from(date.day));
            Date::new(year.ok()?, month.ok()?, day.ok()?).ok()
        });
        let wrong = || {
            let error = self.source.error(item.span(), format!("`{name}` is not a date"));
            error.with_hint(format!("Write it without quotes: {name} = 2026-12-31."))
        };
        date.map(Some).ok_or_else(wrong)
    }
}

pub(super) fn span(table: &dyn TableLike, name: &str) -> Option<Range<usize>> {
    table.get(name).and_then(Item::span)
}
