use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;
use toml_edit::{Document, Item, TableLike, Value};

use super::{Member, Places, RosterFile, Team, WARN_DAYS};
use crate::api::model::{Money, OrganizationRole};
use crate::config::Source;
use crate::guard;
use crate::words::{self, did_you_mean, visible};
use crate::{Error, Result};

const TOP: [&str; 6] = ["organization", "complete", "warn_days", "guards", "team", "member"];
const TEAM: [&str; 4] = ["name", "projects", "groups", "monthly_limit"];
const MEMBER: [&str; 7] = ["email", "role", "teams", "projects", "groups", "until", "note"];

impl RosterFile {
    /// Reads a roster file, and where its people stand in it; errors name the file, the line and the column.
    ///
    /// A file that lists nobody is refused: it never means that everybody should go.
    pub fn parse(text: &str, path: &Path) -> Result<(Self, Places)> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let source = Source::input(path, text);
        let document = Document::parse(text).map_err(|error| source.syntax_error(&error))?;
        let table = document.as_table();
        source.only(table, &TOP)?;
        let reading = Reading { source: &source };
        let teams = reading.tables(table, "team")?.into_iter().map(|team| reading.team(&team));
        let teams = teams.collect::<Result<Vec<Team>>>()?;
        let tables = reading.tables(table, "member")?;
        let names: Vec<&str> = teams.iter().map(|team| team.name.as_str()).collect();
        let members = tables.iter().map(|member| reading.member(member, &names)).collect::<Result<Vec<Member>>>()?;
        if members.is_empty() {
            return Err(source.error(Some(text.len()..text.len()), "the roster file lists nobody").with_hint(
                "An empty file never means that everybody should go. List people below [[member]]; \
                 `orgwarden export` writes those who are there.",
            ));
        }
        let spans: Vec<Option<Range<usize>>> = tables.into_iter().map(|member| member.span).collect();
        let places = Places::new(&path.to_string_lossy(), text, &spans);
        let mut seen: HashMap<String, usize> = HashMap::with_capacity(members.len());
        for (number, member) in members.iter().enumerate() {
            if let Some(first) = seen.insert(member.email.to_lowercase(), number) {
                let message = format!("`{}` is listed twice, first in line {}", member.email, places.line(first));
                return Err(source.error(spans[number].clone(), message));
            }
        }
        let mut seen: Vec<&str> = Vec::new();
        for name in names {
            if seen.contains(&name) {
                return Err(source.error(None, format!("two teams are called `{}`", visible(name))));
            }
            seen.push(name);
        }
        let organization = reading.text(table, "organization")?;
        if organization.as_deref().is_some_and(|id| id.trim().is_empty()) {
            return Err(source.error(span(table, "organization"), "`organization` is empty"));
        }
        let warn_days = match table.get("warn_days") {
            None => WARN_DAYS,
            Some(item) => {
                let days = item.as_integer().and_then(|days| u32::try_from(days).ok()).filter(|days| *days <= 3660);
                days.ok_or_else(|| source.error(item.span(), "`warn_days` is not a number of days"))?
            }
        };
        let complete = match table.get("complete") {
            None => false,
            Some(item) => {
                item.as_bool().ok_or_else(|| source.error(item.span(), "`complete` is not `true` or `false`"))?
            }
        };
        let guards = table.get("guards").map(|item| guard::table::parse(&source, item)).transpose()?;
        Ok((Self { organization, complete, warn_days, guards, teams, members }, places))
    }
}

/// One of the tables of a list.
struct Entry<'a> {
    table: &'a dyn TableLike,
    span: Option<Range<usize>>,
}

struct Reading<'a> {
    source: &'a Source<'a>,
}

impl Reading<'_> {
    /// The tables of a list, written with headings or in one line.
    fn tables<'a>(&self, parent: &'a dyn TableLike, name: &str) -> Result<Vec<Entry<'a>>> {
        match parent.get(name) {
            None => Ok(Vec::new()),
            Some(Item::ArrayOfTables(tables)) => {
                Ok(tables.iter().map(|table| Entry { table, span: table.span() }).collect())
            }
            Some(Item::Value(Value::Array(values))) => values
                .iter()
                .map(|value| match value.as_inline_table() {
                    Some(table) => Ok(Entry { table, span: value.span() }),
                    None => Err(self.source.error(value.span(), format!("this is not a table of a {name}"))),
                })
                .collect(),
            Some(item) => Err(self
                .source
                .error(item.span(), format!("`{name}` is not a list"))
                .with_hint(format!("Write a heading for each, in two brackets: [[{name}]]"))),
        }
    }

    fn team(&self, entry: &Entry<'_>) -> Result<Team> {
        self.source.only(entry.table, &TEAM)?;
        let name = self.text(entry.table, "name")?.filter(|name| !name.trim().is_empty());
        let name = name.ok_or_else(|| self.source.error(entry.span.clone(), "the team has no `name`"))?;
        let monthly_limit = self.text(entry.table, "monthly_limit")?;
        if let Some(limit) = &monthly_limit {
            let amount = limit.parse::<Money>().ok().and_then(Money::cents).filter(|cents| *cents > 0);
            amount.ok_or_else(|| {
                self.source
                    .error(span(entry.table, "monthly_limit"), "`monthly_limit` is not an amount of dollars and cents")
                    .with_hint("Write it like \"$50\".")
            })?;
        }
        Ok(Team {
            name,
            projects: self.projects(entry.table)?,
            groups: self.texts(entry.table, "groups")?,
            monthly_limit,
        })
    }

    fn member(&self, entry: &Entry<'_>, teams: &[&str]) -> Result<Member> {
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
        let chosen = self.texts(table, "teams")?.unwrap_or_default();
        if let Some(unknown) = chosen.iter().find(|name| !teams.contains(&name.as_str())) {
            let error = self.source.error(span(table, "teams"), format!("there is no team `{}`", visible(unknown)));
            return Err(match did_you_mean(unknown, teams.iter().copied()) {
                Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
                None => error.with_hint("Teams are described below [[team]] in the same file."),
            });
        }
        Ok(Member {
            email,
            role,
            teams: chosen,
            projects: self.projects(table)?,
            groups: self.texts(table, "groups")?,
            until: self.date(table, "until")?,
            note: self.text(table, "note")?,
        })
    }

    /// The projects, each checked for a role that is none.
    fn projects(&self, table: &dyn TableLike) -> Result<Option<Vec<String>>> {
        let projects = self.texts(table, "projects")?;
        for project in projects.iter().flatten() {
            words::project_and_role(project).map_err(|error| {
                let message = format!("`{}`: {}", visible(project), error.message());
                self.source.error(span(table, "projects"), message).with_hint(error.hint().unwrap_or_default())
            })?;
        }
        Ok(projects)
    }

    fn text(&self, table: &dyn TableLike, name: &str) -> Result<Option<String>> {
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

fn span(table: &dyn TableLike, name: &str) -> Option<Range<usize>> {
    table.get(name).and_then(Item::span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(RosterFile, Places)> {
        RosterFile::parse(text, Path::new("r.toml"))
    }

    const WHOLE: &str = r#"
organization = "org-1"
complete = true
warn_days = 30

[guards]
minimum_owners = 3

[[team]]
name = "Data"
projects = ["Pipeline", "Site:owner"]
groups = ["Support"]
monthly_limit = "$50"

[[member]]
email = " Ada@x.io "
role = "Admin"
teams = ["Data"]
projects = []
groups = ["Finance"]
until = 2026-12-31
note = "on loan"

[[member]]
email = "bob@x.io"
"#;

    #[test]
    fn everything_is_read_and_the_rest_is_as_usual() {
        let (file, places) = read(&WHOLE.replace('\n', "\r\n").replacen('\r', "\u{feff}\r", 1)).unwrap();
        assert_eq!((file.organization.as_deref(), file.complete, file.warn_days), (Some("org-1"), true, 30));
        assert_eq!(file.guards.as_ref().unwrap().minimum_owners, 3);
        assert_eq!(file.teams[0].projects.as_ref().unwrap(), &["Pipeline", "Site:owner"]);
        let [ada, bob] = file.members.as_slice() else { panic!("{file:?}") };
        assert_eq!((ada.email.as_str(), &ada.role), ("Ada@x.io", &OrganizationRole::Owner));
        assert_eq!((ada.projects.as_deref(), ada.until), (Some(&[][..]), Some(Date::constant(2026, 12, 31))));
        assert_eq!((&bob.role, &bob.projects, &bob.until), (&OrganizationRole::Reader, &None, &None));
        assert_eq!(places.of_member(1).as_deref(), Some("r.toml:24:1"));
        let (inline, _) = read("member = [{ email = \"a@x.io\" }]").unwrap();
        assert_eq!((inline.members.len(), inline.complete, inline.warn_days), (1, false, 14));
    }

    #[test]
    fn slips_are_told_with_file_line_and_column() {
        let member = |line: &str| format!("[[member]]\nemail = \"a@x.io\"\n{line}\n");
        for (text, message, hint) in [
            (member("rol = \"owner\""), "r.toml:3:1: unknown member `rol`", "Did you mean `role`?"),
            (member("role = \"boss\""), "r.toml:3:8: `boss` is not a role in the organization", "`reader`"),
            (member("until = \"2026-12-31\""), "r.toml:3:9: `until` is not a date", "without quotes"),
            (member("until = 2026-12-31T10:00:00Z"), "r.toml:3:9: `until` is not a date", "without quotes"),
            (member("projects = \"Site\""), "r.toml:3:12: `projects` is not a list of names", "[\"One\""),
            (member("projects = [\"Site\", 1]"), "r.toml:3:21: `projects` is not a list of names", ""),
            (
                member("projects = [\"Site:boss\"]"),
                "r.toml:3:12: `Site:boss`: `boss` is not a role in a project",
                "`member`",
            ),
            (
                member("teams = [\"Dat\"]\n[[team]]\nname = \"Data\""),
                "r.toml:3:9: there is no team `Dat`",
                "Did you mean `Data`?",
            ),
            (member("[[member]]\nemail = \"A@x.io\""), "r.toml:3:1: `A@x.io` is listed twice, first in line 1", ""),
            (member("[[team]]\nname = \"D\"\n[[team]]\nname = \"D\""), "two teams are called `D`", ""),
            (member("[[team]]\nname = \"D\"\nmonthly_limit = \"50 €\""), "r.toml:5:17: `monthly_limit`", "\"$50\""),
            (member("[[team]]"), "r.toml:3:1: the team has no `name`", ""),
            ("[[member]]\nrole = \"owner\"".to_owned(), "r.toml:1:1: the member has no `email`", ""),
            ("[[member]]\nemail = \"ada\"".to_owned(), "r.toml:2:9: `ada` is not an e-mail address", ""),
            ("[member]\nemail = \"a@x.io\"".to_owned(), "r.toml:1:1: `member` is not a list", "[[member]]"),
            ("members = []".to_owned(), "r.toml:1:1: unknown member `members`", "Did you mean `member`?"),
            ("complete = 1\n[[member]]\nemail = \"a@x.io\"".to_owned(), "r.toml:1:12: `complete`", ""),
            ("warn_days = -1\n[[member]]\nemail = \"a@x.io\"".to_owned(), "r.toml:1:13: `warn_days`", ""),
            ("[guards]\nminimum_owners = 0\n[[member]]\nemail = \"a@x.io\"".to_owned(), "`minimum_owners` is 0", ""),
            ("[[member]]\nemail = ".to_owned(), "r.toml:2:", ""),
        ] {
            let error = read(&text).unwrap_err();
            assert!(error.message().contains(message), "{text}\n{error}");
            assert!(error.hint().unwrap_or_default().contains(hint), "{text}\n{:?}", error.hint());
            assert_eq!(error.kind(), crate::ErrorKind::Invalid);
        }
    }

    #[test]
    fn a_file_that_lists_nobody_is_refused() {
        for text in ["", "\n# nobody\n", "complete = true", "member = []", "[[team]]\nname = \"Data\"\n"] {
            let error = read(text).unwrap_err();
            assert!(error.message().contains("the roster file lists nobody"), "{text:?}: {error}");
        }
    }

    #[test]
    fn hostile_texts_end_in_an_error() {
        for text in [
            "a = ".to_owned() + &"[".repeat(100_000),
            "a = ".to_owned() + &"{a=".repeat(100_000),
            "a.".repeat(100_000) + "a = 1",
            "[".repeat(100_000),
            format!("[[member]]\nemail = \"{}@x.io\"", "a".repeat(1_000_000)),
        ] {
            let error = read(&text).unwrap_err();
            assert!(error.message().starts_with("r.toml:"), "{}", &error.message()[..100]);
        }
    }
}
