use std::ops::Range;

/// Where the people of a roster file stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    file: String,
    members: Vec<(usize, usize)>,
}

impl Places {
    /// Reads the places off the text: `spans` are those of the members, in order.
    pub(super) fn new(file: &str, text: &str, spans: &[Option<Range<usize>>]) -> Self {
        // Counting the lines anew for each of many people would take longer than all the rest.
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let place = |span: &Option<Range<usize>>| {
            let offset = span.as_ref().map_or(0, |span| span.start);
            let line = starts.partition_point(|start| *start <= offset);
            let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
            (line, text.get(start..offset).map_or(0, |before| before.chars().count()) + 1)
        };
        Self { file: file.to_owned(), members: spans.iter().map(place).collect() }
    }

    /// Where a member stands: `roster.toml:12:1`.
    pub fn of_member(&self, number: usize) -> Option<String> {
        let (line, column) = self.members.get(number)?;
        Some(format!("{}:{line}:{column}", self.file))
    }

    /// The line of a member.
    pub(super) fn line(&self, number: usize) -> usize {
        self.members.get(number).map_or(0, |(line, _)| *line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = "ü = 1\n\nab";
        let places = Places::new("r.toml", text, &[Some(0..1), Some(3..4), Some(9..10), None, Some(99..100)]);
        let told: Vec<String> = (0..5).filter_map(|number| places.of_member(number)).collect();
        assert_eq!(told, ["r.toml:1:1", "r.toml:1:3", "r.toml:3:2", "r.toml:1:1", "r.toml:3:1"]);
        assert_eq!((places.line(2), places.of_member(5)), (3, None));
    }
}
