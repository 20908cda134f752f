use std::ops::Range;
use std::sync::Arc;

/// Where the people and teams of a roster file stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    file: String,
    /// The whole text: where a name stands is looked for only when there is something to say about it.
    text: Arc<str>,
    members: Vec<Place>,
    teams: Vec<Place>,
}

/// An entry of a roster file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Entry {
    /// A member, counted from 0.
    Member(usize),
    /// A team, counted from 0.
    Team(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    offset: usize,
    line: usize,
    column: usize,
}

/// Where a table stands, as the parser tells.
type Span = Option<Range<usize>>;

impl Places {
    /// Reads the places off the text: the spans are those of the members and of the teams, in order.
    pub(super) fn new(file: &str, text: &str, members: &[Span], teams: &[Span]) -> Self {
        // Counting the lines anew for each of many people would take longer than all the rest.
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let place = |span: &Span| {
            let offset = span.as_ref().map_or(0, |span| span.start);
            let line = starts.partition_point(|start| *start <= offset);
            let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
            Place { offset, line, column: text.get(start..offset).map_or(0, |before| before.chars().count()) + 1 }
        };
        Self {
            file: file.to_owned(),
            text: text.into(),
            members: members.iter().map(place).collect(),
            teams: teams.iter().map(place).collect(),
        }
    }

    /// Where a member stands: `roster.toml:12:1`.
    pub fn of_member(&self, number: usize) -> Option<String> {
        self.of(Entry::Member(number))
    }

    /// Where an entry stands.
    pub(super) fn of(&self, entry: Entry) -> Option<String> {
        let Place { line, column, .. } = self.place(entry)?;
        Some(format!("{}:{line}:{column}", self.file))
    }

    /// Where a text stands in a list of an entry: the text itself if it is written plainly, else the entry.
    pub(super) fn of_name(&self, entry: Entry, list: &str, name: &str) -> Option<String> {
        let Place { offset, line, .. } = self.place(entry)?;
        // The entry ends where the next one begins.
        let starts = self.members.iter().chain(&self.teams).map(|place| place.offset);
        let end = starts.filter(|start| *start > offset).min().unwrap_or(self.text.len());
        let block = self.text.get(offset..end)?;
        let Some(list) = block.find(list) else { return self.of(entry) };
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let Some(found) = quoted.iter().filter_map(|text| block[list..].find(text.as_str())).min() else {
            return self.of(entry);
        };
        let before = &self.text[..offset + list + found];
        let line = line + before[offset..].matches('\n').count();
        let column = before[before.rfind('\n').map_or(0, |at| at + 1)..].chars().count() + 1;
        Some(format!("{}:{line}:{column}", self.file))
    }

    /// The line of a member.
    pub(super) fn line(&self, number: usize) -> usize {
        self.members.get(number).map_or(0, |place| place.line)
    }

    fn place(&self, entry: Entry) -> Option<Place> {
        match entry {
            Entry::Member(number) => self.members.get(number).copied(),
            Entry::Team(number) => self.teams.get(number).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = "ü = 1\n\nab";
        let places = Places::new("r.toml", text, &[Some(0..1), Some(3..4), Some(9..10), None, Some(99..100)], &[]);
        let told: Vec<String> = (0..5).filter_map(|number| places.of_member(number)).collect();
        assert_eq!(told, ["r.toml:1:1", "r.toml:1:3", "r.toml:3:2", "r.toml:1:1", "r.toml:3:1"]);
        assert_eq!((places.line(2), places.of_member(5)), (3, None));
    }

    #[test]
    fn a_name_is_found_where_it_stands() {
        let text =
            "[[team]]\nname = \"Site\"\nprojects = [\n  'Site', # here\n]\n[[member]]\ngroups = [\"ü\", \"b\\\"\"]\n";
        let (team, member) = (0, text.find("[[member]]").unwrap());
        let places = Places::new("r", text, &[Some(member..member + 1)], &[Some(team..team + 1)]);
        let told = |entry, list, name| places.of_name(entry, list, name).unwrap();
        assert_eq!(told(Entry::Team(0), "projects", "Site"), "r:4:3");
        assert_eq!(told(Entry::Member(0), "groups", "ü"), "r:7:11");
        assert_eq!(told(Entry::Member(0), "groups", "b\""), "r:6:1", "written with an escape");
        assert_eq!(told(Entry::Team(0), "groups", "ü"), "r:1:1", "not beyond the entry");
    }
}
