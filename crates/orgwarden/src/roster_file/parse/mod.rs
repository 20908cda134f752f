//! Reading a roster file, in parts where that is possible.

mod entry;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::path::Path;

use toml_edit::{Document, Item, TableLike};

use self::entry::{Reading, span};
use super::{Entry, Member, Places, RosterFile, Team, WARN_DAYS};
use crate::config::Source;
use crate::guard::{self, PolicyLines};
use crate::words::{did_you_mean, lower_case, visible};
use crate::{Error, Result};

const TOP: [&str; 6] = ["organization", "complete", "warn_days", "guards", "team", "member"];

/// A long file is read in parts of at least so many bytes: the parser takes forty times the room of its text.
const PART: usize = 64 * 1024;
/// Where a part may begin.
const HEADING: &str = "\n[[member]]";

impl RosterFile {
    /// Reads a roster file, and where its people stand in it; errors name the file, the line and the column.
    ///
    /// A file that lists nobody is refused: it never means that everybody should go.
    pub fn parse(text: &str, path: &Path) -> Result<(Self, Places)> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let source = Source::input(path, text);
        let draft = match Draft::read(&source, text, &parts(text, PART))? {
            Some(draft) => draft,
            None => Draft::read(&source, text, &parts(text, usize::MAX))?.unwrap_or_default(),
        };
        let places = Places::new(&path.to_string_lossy(), text, &draft.member_spans, &draft.team_spans);
        draft.check(&source, &places)?;
        let Draft { organization, complete, warn_days, guards, teams, members, .. } = draft;
        Ok((Self { organization, complete, warn_days: warn_days.unwrap_or(WARN_DAYS), guards, teams, members }, places))
    }
}

/// Cuts a text into parts of at least so many bytes that can be read one after the other: before headings, unless what
/// looks like one may stand within a text.
fn parts(text: &str, least: usize) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    if !text.contains("\"\"\"") && !text.contains("'''") {
        let mut next = least;
        for (newline, _) in text.match_indices(HEADING) {
            if newline >= next {
                starts.push(newline + 1);
                next = newline.saturating_add(least);
            }
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// What has been read of a file.
#[derive(Default)]
struct Draft {
    organization: Option<String>,
    complete: bool,
    warn_days: Option<u32>,
    guards: Option<PolicyLines>,
    teams: Vec<Team>,
    team_spans: Vec<Option<Range<usize>>>,
    members: Vec<Member>,
    member_spans: Vec<Option<Range<usize>>>,
}

impl Draft {
    /// Reads a file in parts; `None` if it can only be read as a whole.
    fn read(source: &Source<'_>, text: &str, parts: &[Range<usize>]) -> Result<Option<Self>> {
        let mut draft = Self::default();
        for part in parts {
            let source = source.part(part.start);
            let document = Document::parse(&text[part.clone()]).map_err(|error| source.syntax_error(&error))?;
            let table = document.as_table();
            let is_cut = |(name, item): (&str, &Item)| {
                let is_list = matches!(name, "member" | "team");
                if is_list { !item.is_array_of_tables() } else { part.start > 0 }
            };
            if parts.len() > 1 && table.iter().any(is_cut) {
                return Ok(None);
            }
            draft.add(&source, table, part.start)?;
        }
        Ok(Some(draft))
    }

    fn add(&mut self, source: &Source<'_>, table: &dyn TableLike, start: usize) -> Result<()> {
        source.only(table, &TOP)?;
        let reading = Reading { source };
        let shifted = |span: Option<Range<usize>>| span.map(|span| span.start + start..span.end + start);
        for entry in reading.tables(table, "team")? {
            self.teams.push(reading.team(&entry)?);
            self.team_spans.push(shifted(entry.span));
        }
        for entry in reading.tables(table, "member")? {
            self.members.push(reading.member(&entry)?);
            self.member_spans.push(shifted(entry.span));
        }
        if let Some(organization) = reading.text(table, "organization")? {
            if organization.trim().is_empty() {
                return Err(source.error(span(table, "organization"), "`organization` is empty"));
            }
            self.organization = Some(organization);
        }
        if let Some(item) = table.get("warn_days") {
            let days = item.as_integer().and_then(|days| u32::try_from(days).ok()).filter(|days| *days <= 3660);
            let wrong = || source.error(item.span(), "`warn_days` is not a number of days");
            self.warn_days = Some(days.ok_or_else(wrong)?);
        }
        if let Some(item) = table.get("complete") {
            let wrong = || source.error(item.span(), "`complete` is not `true` or `false`");
            self.complete = item.as_bool().ok_or_else(wrong)?;
        }
        if let Some(item) = table.get("guards") {
            self.guards = Some(guard::table::parse(source, item)?);
        }
        Ok(())
    }

    /// Refuses what no single entry shows: nobody, somebody twice, and teams that are not there.
    fn check(&self, source: &Source<'_>, places: &Places) -> Result<()> {
        if self.members.is_empty() {
            return Err(source.at_the_end("the roster file lists nobody").with_hint(
                "An empty file never means that everybody should go. List people below [[member]]; \
                 `orgwarden export` writes those who are there.",
            ));
        }
        let mut names: HashSet<&str> = HashSet::with_capacity(self.teams.len());
        for (team, span) in self.teams.iter().zip(&self.team_spans) {
            if !names.insert(&team.name) {
                return Err(source.error(span.clone(), format!("two teams are called `{}`", visible(&team.name))));
            }
        }
        let mut seen: HashMap<Cow<'_, str>, usize> = HashMap::with_capacity(self.members.len());
        for (number, member) in self.members.iter().enumerate() {
            if let Some(first) = seen.insert(lower_case(&member.email), number) {
                let message = format!("`{}` is listed twice, first in line {}", member.email, places.line(first));
                return Err(source.error(self.member_spans[number].clone(), message));
            }
            if let Some(unknown) = member.teams.iter().find(|name| !names.contains(name.as_str())) {
                let place = places.of_name(Entry::Member(number), "teams", unknown).unwrap_or_default();
                let error = Error::invalid(format!("{place}: there is no team `{}`", visible(unknown)));
                return Err(match did_you_mean(unknown, self.teams.iter().map(|team| team.name.as_str())) {
                    Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
                    None => error.with_hint("Teams are described below [[team]] in the same file."),
                });
            }
        }
        Ok(())
    }
}
