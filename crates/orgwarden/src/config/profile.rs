use std::path::Path;
use std::time::Duration;

use orgwarden_api::{Error, Result};
use toml_edit::{InlineTable, Item, Table, TableLike, Value};

use super::shown::{holds_key, shown};
use super::source::Source;
use super::{KeySource, format_duration, parse_duration};
use crate::guard::{self, Policy, PolicyLines};
use orgwarden_api::client::BaseUrl;

const SOURCES: [&str; 4] = ["env", "file", "keyring", "command"];
const MEMBERS: [&str; 5] = ["organization", "base_url", "key", "max_wait", "guards"];

/// One organization and how to reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The organization that the key must belong to.
    pub organization: Option<String>,
    /// Where its API is; OpenAI's own unless given.
    pub base_url: Option<String>,
    /// Where its key comes from.
    pub key: KeySource,
    /// How long a call may wait for the rate limit, unless the caller says otherwise.
    pub max_wait: Option<Duration>,
    /// What guards allow.
    pub guards: Policy,
}

impl Profile {
    pub(super) fn parse(source: &Source<'_>, name: &str, item: &Item) -> Result<Self> {
        let table = item
            .as_table_like()
            .ok_or_else(|| source.error(item.span(), format!("profile {} is not a table", shown(name))))?;
        source.only(table, &MEMBERS)?;
        let base_url = text(source, table, "base_url")?;
        Ok(Self {
            organization: text(source, table, "organization")?
                .map(|id| organization(id).map_err(|reason| source.error(span(table, "organization"), reason)))
                .transpose()?,
            base_url: base_url
                .map(|url| {
                    let origin = source.error(span(table, "base_url"), "base_url");
                    BaseUrl::parse(url, origin.message()).map(|url| url.as_str().to_owned())
                })
                .transpose()?,
            key: key(source, name, table, item)?,
            max_wait: table.get("max_wait").map(|item| max_wait(source, item)).transpose()?,
            guards: match table.get("guards") {
                Some(item) => guard::table::parse(source, item)?.over(&Policy::default()),
                None => Policy::default(),
            },
        })
    }

    /// The same checks as for a profile of the file, for one that was made by a program.
    pub(super) fn check(&self) -> Result<()> {
        let nowhere = Source::new(Path::new(""), "");
        if matches!(&self.key, KeySource::File(path) if path.to_str().is_none()) {
            return Err(Error::invalid("the path of the key file is not valid UTF-8"));
        }
        Self::parse(&nowhere, "", &Item::Table(self.to_table())).map(drop).map_err(|error| {
            let hint = error.hint().map(str::to_owned);
            let invalid = Error::invalid(error.message());
            if let Some(hint) = hint { invalid.with_hint(hint) } else { invalid }
        })
    }

    pub(super) fn to_table(&self) -> Table {
        let mut table = Table::new();
        let (member, value): (&str, Value) = match &self.key {
            KeySource::Variable(name) => ("env", name.into()),
            KeySource::File(path) => ("file", path.to_string_lossy().as_ref().into()),
            KeySource::Keyring(name) => ("keyring", name.into()),
            KeySource::Command(argv) => ("command", argv.iter().collect::<Value>()),
        };
        let optional = [("organization", &self.organization), ("base_url", &self.base_url)];
        for (member, value) in optional.into_iter().filter_map(|(member, value)| Some((member, value.as_ref()?))) {
            table.insert(member, value.into());
        }
        table.insert("key", Value::InlineTable(InlineTable::from_iter([(member, value)])).into());
        if let Some(wait) = self.max_wait {
            table.insert("max_wait", format_duration(wait).into());
        }
        let guards = guard::table::to_table(&PolicyLines::unusual(&self.guards));
        if !guards.is_empty() {
            table.insert("guards", Item::Table(guards));
        }
        table
    }
}

/// Checks that the text can be an organization's id; beyond that ids are opaque. The reason never quotes a key.
pub(super) fn organization(id: &str) -> Result<String, String> {
    let id = id.trim();
    if holds_key(id) {
        return Err("the organization is given as a key instead of its id (org-…)".into());
    }
    if id.is_empty() || id.len() > 200 || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(format!("{:?} is not the id of an organization (org-…); its name will not do", shown(id)));
    }
    Ok(id.to_owned())
}

/// Checks the name of a profile, which also names files. The reason never quotes a key.
pub(super) fn check_name(name: &str) -> Result<(), String> {
    if !is_plain(name) {
        return Err(format!(
            "{:?} cannot be the name of a profile: letters, digits, `-`, `_` and `.` only",
            shown(name)
        ));
    }
    if holds_key(name) {
        return Err("the name of a profile is a key".into());
    }
    if name.eq_ignore_ascii_case(super::ENVIRONMENT) {
        return Err(format!("no profile can be named `{name}`: that stands for the environment without a profile"));
    }
    Ok(())
}

fn is_plain(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !name.is_empty() && name.len() <= 64 && name.bytes().all(allowed) && !name.starts_with(['-', '.'])
}

fn key(source: &Source<'_>, profile: &str, table: &dyn TableLike, whole: &Item) -> Result<KeySource> {
    let profile = shown(profile);
    let forms = "Write key = { env = \"NAME\" }, { file = \"~/…\" }, { keyring = \"NAME\" } or { command = [\"op\", \"read\", …] }.";
    let Some(item) = table.get("key") else {
        return Err(source.error(whole.span(), format!("profile {profile} has no key")).with_hint(forms));
    };
    let refuse = |message: String| -> Error { source.error(item.span(), message).with_hint(forms) };
    if item.is_str() {
        return Err(source.error(item.span(), format!("the key of profile {profile} stands in the file itself")).with_hint(
            format!("Make a new key, since this one lay open, and keep it in a private file, the keyring or a password manager. {forms}"),
        ));
    }
    let members =
        item.as_table_like().ok_or_else(|| refuse(format!("the key of profile {profile} names no source")))?;
    source.only(members, &SOURCES)?;
    let mut given = members.iter();
    let (Some((member, value)), None) = (given.next(), given.next()) else {
        return Err(refuse(format!("the key of profile {profile} needs exactly one source")));
    };
    if member == "command" {
        return Ok(KeySource::Command(argv(value).map_err(refuse)?));
    }
    let value = value.as_str().ok_or_else(|| refuse(format!("`{member}` is not a text")))?;
    if holds_key(value) {
        return Err(refuse(format!("`{member}` is a key; it should say where the key is")));
    }
    match member {
        "env" if is_variable_name(value) => Ok(KeySource::Variable(value.into())),
        "file" if !value.trim().is_empty() => Ok(KeySource::File(Path::new(value).to_owned())),
        // A leading dash would be an option of the tool.
        "keyring" if is_plain(value) => Ok(KeySource::Keyring(value.into())),
        "env" => Err(refuse("`env` is not the name of an environment variable".into())),
        "keyring" => Err(refuse("`keyring` may have letters, digits, `-`, `_` and `.` only".into())),
        _ => Err(refuse(format!("`{member}` is empty"))),
    }
}

fn argv(value: &Item) -> Result<Vec<String>, String> {
    let texts: Option<Vec<String>> =
        value.as_array().and_then(|items| items.iter().map(|item| item.as_str().map(str::to_owned)).collect());
    match texts {
        Some(argv) if argv.iter().any(|word| holds_key(word)) => Err("an argument of `command` is a key".into()),
        Some(argv) if argv.iter().any(|word| word.contains('\0')) => Err("`command` has a NUL character".into()),
        Some(argv) if argv.first().is_some_and(|program| !program.trim().is_empty()) => Ok(argv),
        _ => Err("`command` is not a list of texts that starts with a program".into()),
    }
}

fn is_variable_name(name: &str) -> bool {
    !name.starts_with(|first: char| first.is_ascii_digit())
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn max_wait(source: &Source<'_>, item: &Item) -> Result<Duration> {
    let read = match (item.as_str(), item.as_integer()) {
        (Some(text), _) => parse_duration(text),
        (None, Some(seconds)) => parse_duration(&seconds.to_string()),
        (None, None) => Err(Error::invalid("it is neither a text nor a number")),
    };
    read.map_err(|error| {
        let hint = error.hint().unwrap_or("Write it like 90s, 10m or 2h.").to_owned();
        source.error(item.span(), format!("max_wait: {error}")).with_hint(hint)
    })
}

fn text<'a>(source: &Source<'_>, table: &'a dyn TableLike, member: &str) -> Result<Option<&'a str>> {
    let Some(item) = table.get(member) else { return Ok(None) };
    item.as_str().map(Some).ok_or_else(|| source.error(item.span(), format!("`{member}` is not a text")))
}

fn span(table: &dyn TableLike, member: &str) -> Option<std::ops::Range<usize>> {
    table.get(member).and_then(Item::span)
}
