use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::ops::Invitee;
use crate::words::did_you_mean;
use crate::{Error, Result};

/// The columns that mean something.
const COLUMNS: &[&str] = &["email", "role", "projects", "organization"];
/// How many problems are told at once.
const TOLD: usize = 10;

/// People to invite, and the organization that the file names.
#[derive(Debug, PartialEq, Eq)]
pub struct People {
    /// One for each row.
    pub people: Vec<Invitee>,
    /// The organization that the rows are meant for, if they say so.
    pub organization: Option<String>,
}

/// Reads people to invite from CSV or JSON Lines; which of them it is, the first letter tells.
///
/// CSV has a header with `email` and, if wished, `role`, `projects` (separated by `;`) and `organization`; or no header
/// and nothing but an address in each row. JSON Lines has an object with the same names in each line. Other columns are
/// ignored, unless they look like a misspelt one of these.
pub fn read_people(text: &str) -> Result<People> {
    let text = text.trim_start_matches('\u{feff}');
    let rows = if text.trim_start().starts_with('{') { json_lines(text) } else { csv_rows(text) }?;
    let mut people = Vec::with_capacity(rows.len());
    let mut organizations = BTreeSet::new();
    let mut problems = Vec::new();
    for (line, row) in rows {
        match row.and_then(|row| invitee(&row)) {
            Ok((invitee, organization)) => {
                people.push(invitee);
                organizations.extend(organization);
            }
            Err(problem) => problems.push(format!("line {line}: {problem}")),
        }
    }
    if organizations.len() > 1 {
        let names: Vec<&str> = organizations.iter().map(String::as_str).collect();
        problems.push(format!("the rows name several organizations: {}", names.join(", ")));
    }
    if problems.is_empty() && people.is_empty() {
        return Err(
            Error::invalid("the input names nobody").with_hint("It needs at least one row with an e-mail address.")
        );
    }
    if problems.is_empty() {
        return Ok(People { people, organization: organizations.pop_first() });
    }
    let more = problems.len().saturating_sub(TOLD);
    problems.truncate(TOLD);
    let more = if more == 0 { String::new() } else { format!("; and {more} more") };
    Err(Error::invalid(format!("{}{more}", problems.join("; "))).with_hint("Nothing was sent."))
}

/// The number of a line, and what it says or why it cannot be read.
type Row = (u64, Result<Map<String, Value>, String>);

fn json_lines(text: &str) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let row = serde_json::from_str(line)
            .map_err(|error| Error::invalid(format!("line {}: not a JSON object: {error}", number + 1)))?;
        rows.push((number as u64 + 1, Ok(row)));
    }
    Ok(rows)
}

fn csv_rows(text: &str) -> Result<Vec<Row>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut header: Option<Vec<String>> = None;
    for record in reader.records() {
        let record = record.map_err(|error| Error::invalid(format!("the CSV cannot be read: {error}")))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) || record.get(0).is_some_and(|cell| cell.starts_with('#')) {
            continue;
        }
        let Some(names) = &header else {
            if record.get(0).is_some_and(|cell| cell.contains('@')) {
                header = Some(vec!["email".to_owned()]);
                rows.push((line, cells(&["email".to_owned()], &record)));
            } else {
                let names: Vec<String> = record.iter().map(str::to_lowercase).collect();
                let mut seen = BTreeSet::new();
                if let Some(twice) = names.iter().filter_map(|name| meaning(name)).find(|column| !seen.insert(*column))
                {
                    return Err(Error::invalid(format!("line {line}: two columns mean `{twice}`")));
                }
                if let [name] = names.as_slice()
                    && name.contains(';')
                {
                    return Err(Error::invalid(format!("line {line}: the columns are separated by `;`"))
                        .with_hint("Separate them with commas; `;` stands between projects. Nothing was sent."));
                }
                header = Some(names);
            }
            continue;
        };
        rows.push((line, cells(names, &record)));
    }
    Ok(rows)
}

/// The cells by name. One without a name is refused: a role or a project must not get lost in silence.
fn cells(names: &[String], record: &csv::StringRecord) -> Result<Map<String, Value>, String> {
    if let Some(cell) = record.iter().skip(names.len()).find(|cell| !cell.is_empty()) {
        return Err(format!("`{cell}` stands in a column that no header names"));
    }
    let filled = names.iter().zip(record).filter(|(_, cell)| !cell.is_empty());
    Ok(filled.map(|(name, cell)| (name.clone(), Value::from(cell))).collect())
}

fn invitee(row: &Map<String, Value>) -> Result<(Invitee, Option<String>), String> {
    let mut invitee = Invitee::default();
    let mut organization = None;
    let mut seen = BTreeSet::new();
    for (name, value) in row {
        let column = meaning(name);
        if let Some(twice) = column.filter(|column| !seen.insert(*column)) {
            return Err(format!("`{name}` is a second `{twice}`"));
        }
        if value.is_null() {
            continue;
        }
        let text =
            || value.as_str().map(|text| text.trim().to_owned()).ok_or_else(|| format!("`{name}` must be a text"));
        match column {
            Some("email") => invitee.email = text()?,
            Some("role") => invitee.role = Some(text()?),
            Some("projects") => invitee.projects = Some(projects(value)?),
            Some("organization") => organization = Some(text()?),
            _ => {
                if let Some(near) = did_you_mean(&bare(name), COLUMNS.iter().copied()) {
                    return Err(format!("there is no column `{name}`; did you mean `{near}`?"));
                }
            }
        }
    }
    if invitee.email.is_empty() { Err("the e-mail address is missing".to_owned()) } else { Ok((invitee, organization)) }
}

/// A column's name without case and separators.
fn bare(name: &str) -> String {
    name.to_lowercase().replace(['-', '_', ' '], "")
}

/// Which of the columns a name means.
fn meaning(name: &str) -> Option<&'static str> {
    match bare(name).as_str() {
        "email" | "mail" | "emailaddress" => Some("email"),
        "role" => Some("role"),
        "projects" | "project" => Some("projects"),
        "organization" => Some("organization"),
        _ => None,
    }
}

fn projects(value: &Value) -> Result<Vec<String>, String> {
    let list = match value {
        Value::String(text) => text.split(';').map(|name| Value::from(name.trim())).collect(),
        Value::Array(names) => names.clone(),
        _ => return Err("`projects` must be a list, or a text with `;` between the names".to_owned()),
    };
    let names = list.iter().map(|name| name.as_str().map(str::to_owned).ok_or("a project's name must be a text"));
    let names = names.collect::<Result<Vec<_>, _>>().map_err(str::to_owned)?;
    Ok(names.into_iter().filter(|name| !name.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_with_and_without_a_header_and_json_lines_say_the_same() {
        let csv =
            "\u{feff}Name,E-Mail,Role,Projects\r\nAda,ada@x.io,Admin,\"Site; Shop:owner\"\r\n\r\nBob,bob@x.io,,\r\n";
        let lines = "{\"email\":\"ada@x.io\",\"role\":\"Admin\",\"projects\":[\"Site\",\"Shop:owner\"]}\n\n{\"email\":\"bob@x.io\"}\n";
        let people = read_people(csv).unwrap();
        assert_eq!(people, read_people(lines).unwrap());
        assert_eq!(people.people[0].projects, Some(vec!["Site".to_owned(), "Shop:owner".to_owned()]));
        assert_eq!(people.people[1].role, None);
        let nulls = read_people("{\"email\":\"a@x.io\",\"role\":null,\"projects\":null}").unwrap();
        assert_eq!((&nulls.people[0].role, &nulls.people[0].projects), (&None, &None));
        assert!(read_people("email,role\na@x.io,owner,,\n").is_ok(), "empty cells at the end are nothing");
        let bare = read_people("ada@x.io\n# nobody\nbob@x.io\n").unwrap();
        assert_eq!(
            bare.people.iter().map(|person| person.email.as_str()).collect::<Vec<_>>(),
            ["ada@x.io", "bob@x.io"]
        );
    }

    #[test]
    fn problems_are_told_by_line() {
        for (text, part) in [
            ("email,rolle\na@x.io,owner", "line 2: there is no column `rolle`; did you mean `role`?"),
            ("email,role\n,owner", "line 2: the e-mail address is missing"),
            ("{\"email\": 5}", "line 1: `email` must be a text"),
            ("email,mail\na@x.io,b@x.io", "line 1: two columns mean `email`"),
            ("{\"email\":\"a@x.io\",\"E-Mail\":\"b@x.io\"}", "line 1: `email` is a second `email`"),
            ("email,projects\na@x.io,Site,Shop", "line 2: `Shop` stands in a column that no header names"),
            ("{nope", "line 1: not a JSON object"),
            ("email,role\na@x.io,owner\nb@x.io,,Site", "line 3: `Site` stands in a column that no header names"),
            ("a@x.io,owner", "line 1: `owner` stands in a column that no header names"),
            ("Email;Role\na@x.io;owner", "line 1: the columns are separated by `;`"),
            ("", "names nobody"),
            ("email\n", "names nobody"),
            ("email,organization\na@x.io,org-1\nb@x.io,org-2", "several organizations: org-1, org-2"),
        ] {
            let error = read_people(text).unwrap_err();
            assert!(error.message().contains(part), "{text:?}: {error}");
        }
    }
}
