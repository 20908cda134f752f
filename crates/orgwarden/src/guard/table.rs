//! The table `[guards]`, in a profile and in a roster file.

use orgwarden_api::Result;
use toml_edit::{Item, Table};

use super::Policy;
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

/// Reads the table; what it leaves out is as usual.
pub(crate) fn parse(source: &Source<'_>, item: &Item) -> Result<Policy> {
    let table = item.as_table_like().ok_or_else(|| source.error(item.span(), "`guards` is not a table"))?;
    source.only(table, &MEMBERS)?;
    let mut policy = Policy::default();
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
            "minimum_owners" => policy.minimum_owners = count()?,
            "maximum_removals" => policy.maximum_removals = count()?,
            "maximum_removal_percent" => policy.maximum_removal_percent = count()?,
            "required_owners" => policy.required_owners = people()?,
            "protected" => policy.protected = people()?,
            "allow_scim" => policy.allow_scim = yes()?,
            "keep_project_owners" => policy.keep_project_owners = yes()?,
            // Refused above.
            _ => {}
        }
    }
    policy.check().map_err(|error| {
        let hint = error.hint().unwrap_or_default().to_owned();
        source.error(item.span(), error.message()).with_hint(hint)
    })?;
    Ok(policy)
}

/// Writes the table, without what is as usual.
pub(crate) fn to_table(policy: &Policy) -> Table {
    let mut table = Table::new();
    let usual = Policy::default();
    // Counts beyond what TOML holds cannot be meant, and are written as its largest number.
    let number = |count: usize| toml_edit::value(i64::try_from(count).unwrap_or(i64::MAX));
    for (name, count, usual) in [
        ("minimum_owners", policy.minimum_owners, usual.minimum_owners),
        ("maximum_removals", policy.maximum_removals, usual.maximum_removals),
        ("maximum_removal_percent", policy.maximum_removal_percent, usual.maximum_removal_percent),
    ] {
        if count != usual {
            table.insert(name, number(count));
        }
    }
    for (name, people) in [("required_owners", &policy.required_owners), ("protected", &policy.protected)] {
        if !people.is_empty() {
            table.insert(name, toml_edit::value(people.iter().collect::<toml_edit::Array>()));
        }
    }
    for (name, is_allowed) in [("allow_scim", policy.allow_scim), ("keep_project_owners", policy.keep_project_owners)] {
        if is_allowed {
            table.insert(name, toml_edit::value(true));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn read(text: &str) -> Result<Policy> {
        let document = text.parse::<toml_edit::Document<String>>().unwrap();
        parse(&Source::new(Path::new("o.toml"), text), &document["guards"])
    }

    #[test]
    fn what_is_written_is_read() {
        let policy = Policy {
            minimum_owners: 3,
            required_owners: vec!["ceo@x.io".into()],
            protected: vec!["*@board.x.io".into()],
            maximum_removals: 5,
            maximum_removal_percent: 50,
            allow_scim: true,
            keep_project_owners: true,
        };
        for policy in [policy, Policy::default()] {
            let text = format!("[guards]\n{}", to_table(&policy));
            assert_eq!(read(&text).unwrap(), policy, "{text}");
        }
    }

    #[test]
    fn slips_are_told_with_their_place() {
        for (line, message) in [
            ("minimum_owner = 2", "o.toml:2:1: unknown member `minimum_owner`"),
            ("minimum_owners = -1", "o.toml:2:18: `minimum_owners` is not a number of 0 or more"),
            ("minimum_owners = 0", "o.toml:1:1: `minimum_owners` is 0"),
            ("protected = \"a@x.io\"", "o.toml:2:13: `protected` is not a list of e-mail addresses"),
            ("allow_scim = 1", "o.toml:2:14: `allow_scim` is not `true` or `false`"),
            ("maximum_removal_percent = 101", "`maximum_removal_percent` is 101"),
        ] {
            let error = read(&format!("[guards]\n{line}")).unwrap_err();
            assert!(error.message().contains(message), "{error}");
        }
    }
}
