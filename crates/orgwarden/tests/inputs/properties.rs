//! What must be so of every input file, whatever it says: shared by the tests and by the fuzz targets.

#![allow(unreachable_pub, reason = "the fuzz targets use it too")]

use std::fmt::Write as _;
use std::path::Path;

use orgwarden::input::{Sheet, Wishes, read_wishes};
use orgwarden::plan::{Plan, Want, Wish};
use orgwarden::results::Results;
use orgwarden::roster_file::RosterFile;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// What the files are called.
const FILE: &str = "f";

/// CSV and JSON Lines: an error has its place, and what was read is the same when it is written in either form.
pub fn wishes(text: &str) {
    let read = match read_wishes(FILE, text) {
        Ok(read) => read,
        Err(error) => return has_a_place(error.message(), text),
    };
    for wish in &read.wishes {
        has_a_place(wish.place.as_deref().unwrap_or_default(), text);
    }
    with_results(text, &read);
    if read.wishes.is_empty() {
        // A file of results in which everything is done.
        return;
    }
    let (lines, csv) = (as_json_lines(&read), as_csv(&read));
    for written in lines.iter().chain(&csv) {
        let again = read_wishes(FILE, written).unwrap_or_else(|error| panic!("{error}\n{text:?}\n{written:?}"));
        assert_eq!(without_places(&again), without_places(&read), "{text:?}\n{written:?}");
    }
}

/// The columns of results.
const RESULTS: &str = "status id error_code error attempts at";

/// With results behind its rows, of which none is done, a file says what it said; and no cell of it is a formula.
fn with_results(text: &str, read: &Wishes) {
    let sheet = Sheet::read(FILE, text).unwrap_or_else(|error| panic!("{error}\n{text:?}"));
    let written = Results::of_rows(sheet, &Plan::default()).text();
    let again = read_wishes(FILE, &written).unwrap_or_else(|error| panic!("{error}\n{text:?}\n{written:?}"));
    assert_eq!(without_places(&again), without_places(read), "{text:?}\n{written:?}");
    assert_eq!(again.skipped, read.skipped, "{text:?}\n{written:?}");
    let header = |separator: &&u8| RESULTS.replace(' ', &char::from(**separator).to_string());
    if let Some(separator) = b",;\t".iter().find(|separator| written.contains(&header(separator))) {
        is_safe(written.trim_start_matches('\u{feff}'), *separator);
    }
}

/// That no spreadsheet takes a cell of a table for a formula.
fn is_safe(table: &str, separator: u8) {
    let mut rows = csv::ReaderBuilder::new();
    let rows = rows.has_headers(false).flexible(true).delimiter(separator);
    for row in rows.from_reader(table.as_bytes()).records() {
        for cell in &row.unwrap_or_else(|error| panic!("{error}\n{table}")) {
            let sign =
                cell.trim_start().chars().next().filter(|sign| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(*sign));
            assert!(sign.is_none() && !cell.starts_with(['\t', '\r', '\n']), "a formula: {cell:?}\n{table:?}");
        }
    }
}

/// Roster files: an error has its place, and what was read is the same when it is written.
pub fn roster(text: &str) {
    let (file, places) = match RosterFile::parse(text, Path::new(FILE)) {
        Ok(read) => read,
        Err(error) => return has_a_place(error.message(), text),
    };
    for number in 0..file.members.len() {
        has_a_place(&places.of_member(number).unwrap_or_default(), text);
    }
    let written = file.to_text();
    let again = RosterFile::parse(&written, Path::new(FILE));
    let (again, _) = again.unwrap_or_else(|error| panic!("{error}\n{text:?}\n{written:?}"));
    assert_eq!(again, file, "{text:?}\n{written:?}");
}

/// Saved plans: an error has its place; what was read is the same when it is written; no cell of its table is a formula.
pub fn plan_file(text: &str) {
    match Plan::from_file_text(text, FILE) {
        Ok(plan) => is_sound(&plan),
        Err(error) => has_a_place(error.message(), text),
    }
}

/// The same of a plan that is sealed with the right digest, which no chance would find; and with a byte of it changed.
pub fn sealed_plan(plan: &str, at: usize, byte: u8) {
    let file = sealed(plan);
    let read = match Plan::from_file_text(&file, FILE) {
        Ok(read) => read,
        Err(error) => return has_a_place(error.message(), &file),
    };
    is_sound(&read);
    changed(&read.to_file_text().unwrap_or_else(|error| panic!("{error}")), &read, at, byte);
}

/// A file of a plan with one byte changed is refused, or says the same: space between the parts says nothing.
pub fn changed(file: &str, plan: &Plan, at: usize, byte: u8) {
    let mut bytes = file.as_bytes().to_vec();
    let at = at % bytes.len();
    bytes[at] = byte;
    let Ok(changed) = String::from_utf8(bytes) else { return };
    match Plan::from_file_text(&changed, FILE) {
        Ok(same) => assert_eq!(content(&same), content(plan), "a change at {at} to {byte} is not noticed"),
        Err(error) => has_a_place(error.message(), &changed),
    }
}

/// The text of a plan as a file, with its digest.
pub fn sealed(plan: &str) -> String {
    let (mut in_text, mut is_escaped) = (false, false);
    let mut hash = Sha256::new();
    for byte in plan.bytes() {
        if in_text || !byte.is_ascii_whitespace() {
            hash.update([byte]);
        }
        if byte == b'"' && !is_escaped {
            in_text = !in_text;
        }
        is_escaped = in_text && byte == b'\\' && !is_escaped;
    }
    let digest = hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    format!("{{\"orgwarden_plan\": 1, \"sha256\": \"{digest}\", \"plan\": {plan}}}")
}

fn is_sound(plan: &Plan) {
    let written = plan.to_file_text().unwrap_or_else(|error| panic!("{error}"));
    let again = Plan::from_file_text(&written, FILE).unwrap_or_else(|error| panic!("{error}\n{written}"));
    assert_eq!(content(&again), content(plan), "{written}");
    let (_, _, csv) = (plan.text(), plan.markdown(), plan.csv());
    is_safe(&csv, b',');
}

/// A plan to compare by. Numbers with a fraction may differ in their last digit when they are written and read.
fn content(plan: &Plan) -> Value {
    let mut content = serde_json::to_value(plan).unwrap_or_else(|error| panic!("{error}"));
    content["estimate_seconds"] = Value::Null;
    content
}

/// That a text begins with a place which there is in the file: `f:12:3`.
fn has_a_place(told: &str, text: &str) {
    let mut parts = told.strip_prefix(FILE).and_then(|told| told.strip_prefix(':')).unwrap_or_default().splitn(3, ':');
    let mut number = || parts.next().and_then(|number| number.parse::<usize>().ok());
    let (Some(line), Some(column)) = (number(), number()) else { panic!("no place: {told:?}\n{text:?}") };
    let text = text.trim_start_matches('\u{feff}');
    let Some(there) = line.checked_sub(1).and_then(|line| text.split('\n').nth(line)) else {
        panic!("no such line: {told:?}\n{text:?}")
    };
    assert!((1..=there.chars().count() + 1).contains(&column), "no such column: {told:?}\n{text:?}");
}

fn without_places(read: &Wishes) -> (Vec<Wish>, Option<&str>) {
    let wishes = read.wishes.iter().map(|wish| Wish { place: None, ..wish.clone() });
    (wishes.collect(), read.organization.as_deref())
}

/// A row: its action, its role, and its lists of projects and of groups.
type Row = (&'static str, Option<String>, Option<Vec<String>>, Option<Vec<String>>);

/// What stands in the row of a wish; `None` for what this does not write.
fn row(want: &Want) -> Option<Row> {
    let with_role = |name: &str, role: &dyn std::fmt::Display| format!("{name}:{role}");
    Some(match want {
        Want::Invite { role, projects } => {
            let projects = projects.as_ref();
            let projects = projects.map(|all| all.iter().map(|(name, role)| with_role(name, role)).collect());
            ("invite", Some(role.to_string()), projects, None)
        }
        Want::Resend => ("resend", None, None, None),
        Want::Cancel => ("cancel", None, None, None),
        Want::Remove => ("remove", None, None, None),
        Want::Role { role } => ("role", Some(role.to_string()), None, None),
        Want::Project { project, role: Some(_), keep_role: true } => ("add", None, Some(vec![project.clone()]), None),
        Want::Project { project, role: Some(role), .. } => ("add", None, Some(vec![with_role(project, role)]), None),
        Want::Project { project, role: None, .. } => ("take", None, Some(vec![project.clone()]), None),
        Want::Group { group, present } => {
            (if *present { "group-add" } else { "group-take" }, None, None, Some(vec![group.clone()]))
        }
        _ => return None,
    })
}

fn as_json_lines(read: &Wishes) -> Option<String> {
    let mut out = String::new();
    for wish in &read.wishes {
        let (action, role, projects, groups) = row(&wish.want)?;
        let mut line = json!({
            "action": action, "who": wish.who.as_str(), "role": role, "projects": projects, "group": groups,
            "reason": wish.reason,
        });
        line["organization"] = json!(read.organization);
        writeln!(out, "{line}").ok()?;
    }
    Some(out)
}

/// `None` too where a name has a `;`, or is none: a cell cannot hold such a list.
fn as_csv(read: &Wishes) -> Option<String> {
    let mut out = "\u{feff}action,who,role,projects,group,reason,organization\r\n".to_owned();
    for wish in &read.wishes {
        let (action, role, projects, groups) = row(&wish.want)?;
        let list = |names: Option<Vec<String>>| match names {
            None => Some(String::new()),
            Some(names) if names.iter().any(|name| name.trim().is_empty() || name.contains(';')) => None,
            Some(names) => Some(names.join(";") + ";"),
        };
        let cells = [
            action.to_owned(),
            wish.who.as_str().to_owned(),
            role.unwrap_or_default(),
            list(projects)?,
            list(groups)?,
            wish.reason.clone().unwrap_or_default(),
            read.organization.clone().unwrap_or_default(),
        ];
        let cells = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        write!(out, "{}\r\n", cells.join(",")).ok()?;
    }
    Some(out)
}
