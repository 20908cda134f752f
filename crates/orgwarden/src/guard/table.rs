//! The table `[guards]`, in a profile and in a roster file.

use orgwarden_api::Result;
use toml_edit::{Item, Table};

use super::{Policy, PolicyLines};
use crate::config::Source;

const MEMBERS: [&str; 7] = [
    "minimum_owners",
    "required_owners",
    "protected",
    "maximum_removals",
    "maximum_removal_percent",
    "allow_scim",
    "keep_project_owners",
];

/// Reads the lines of the table.
pub(crate) fn parse(source: &Source<'_>, item: &Item) -> Result<PolicyLines> {
    let table = item.as_table_like().ok_or_else(|| source.error(item.span(), "`guards` is not a table"))?;
    source.only(table, &MEMBERS)?;
    let mut lines = PolicyLines::default();
    for (name, item) in table.iter() {
        let wrong = |what: &str| source.error(item.span(), format!("`{name}` is not {what}"));
        let count = || {
            let number = item.as_integer().and_then(|number| usize::try_from(number).ok());
            number.ok_or_else(|| wrong("a number of 0 or more"))
        };
        let people = || {
            let texts = item.as_array().map(|items| items.iter().map(|item| item.as_str().map(str::to_owned)));
            texts.and_then(Iterator::collect::<Option<Vec<_>>>).ok_or_else(|| wrong("a list of e-mail addresses"))
        };
        let yes = || item.as_bool().ok_or_else(|| wrong("`true` or `false`"));
        match name {
            "minimum_owners" => lines.minimum_owners = Some(count()?),
            "maximum_removals" => lines.maximum_removals = Some(count()?),
            "maximum_removal_percent" => lines.maximum_removal_percent = Some(count()?),
            "required_owners" => lines.required_owners = Some(people()?),
            "protected" => lines.protected = Some(people()?),
            "allow_scim" => lines.allow_scim = Some(yes()?),
            "keep_project_owners" => lines.keep_project_owners = Some(yes()?),
            // Refused above.
            _ => {}
        }
        // The lines before were sound, so that what is wrong now is this one.
        lines.over(&Policy::default()).check().map_err(|error| {
            let told = source.error(item.span(), error.message());
            told.with_hint(error.hint().unwrap_or_default())
        })?;
    }
    Ok(lines)
}

/// Writes the lines that are stated.
pub(crate) fn to_table(lines: &PolicyLines) -> Table {
    let mut table = Table::new();
    // Counts beyond what TOML holds cannot be meant, and are written as its largest number.
    let number = |count: usize| toml_edit::value(i64::try_from(count).unwrap_or(i64::MAX));
    for (name, count) in [
        ("minimum_owners", lines.minimum_owners),
        ("maximum_removals", lines.maximum_removals),
        ("maximum_removal_percent", lines.maximum_removal_percent),
    ] {
        if let Some(count) = count {
            table.insert(name, number(count));
        }
    }
    for (name, people) in [("required_owners", &lines.required_owners), ("protected", &lines.protected)] {
        if let Some(people) = people {
            table.insert(name, toml_edit::value(people.iter().collect::<toml_edit::Array>()));
        }
    }
    for (name, is_so) in [("allow_scim", lines.allow_scim), ("keep_project_owners", lines.keep_project_owners)] {
        if let Some(is_so) = is_so {
            table.insert(name, toml_edit::value(is_so));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn read(text: &str) -> Result<PolicyLines> {
        let document = text.parse::<toml_edit::Document<String>>().unwrap();
        parse(&Source::new(Path::new("o.toml"), text), &document["guards"])
    }

    #[test]
    fn what_is_written_is_read() {
        let lines = PolicyLines {
            minimum_owners: Some(3),
            required_owners: Some(vec!["ceo@x.io".into()]),
            protected: Some(vec!["*@board.x.io".into()]),
            maximum_removals: Some(5),
            maximum_removal_percent: Some(50),
            allow_scim: Some(false),
            keep_project_owners: Some(true),
        };
        for lines in [lines, PolicyLines::default()] {
            let text = format!("[guards]\n{}", to_table(&lines));
            assert_eq!(read(&text).unwrap(), lines, "{text}");
        }
    }

    #[test]
    fn slips_are_told_with_their_place() {
        for (line, message) in [
            ("minimum_owner = 2", "o.toml:2:1: unknown member `minimum_owner`"),
            ("minimum_owners = -1", "o.toml:2:18: `minimum_owners` is not a number of 0 or more"),
            ("minimum_owners = 0", "o.toml:2:18: `minimum_owners` is 0"),
            ("protected = \"a@x.io\"", "o.toml:2:13: `protected` is not a list of e-mail addresses"),
            ("allow_scim = 1", "o.toml:2:14: `allow_scim` is not `true` or `false`"),
            ("maximum_removal_percent = 101", "o.toml:2:27: `maximum_removal_percent` is 101"),
            ("protected = [\"*@x.io\", \"ada\"]", "o.toml:2:13: `ada` is not an e-mail address"),
        ] {
            let error = read(&format!("[guards]\n{line}")).unwrap_err();
            assert!(error.message().contains(message), "{error}");
        }
    }
}
