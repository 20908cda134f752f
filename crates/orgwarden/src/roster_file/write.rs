use std::fmt::Write as _;

use toml_edit::Value;

use super::{Alert, Member, RosterFile, Team, WARN_DAYS};
use crate::api::model::OrganizationRole;
use crate::guard;

impl RosterFile {
    /// The text of the file.
    pub fn to_text(&self) -> String {
        let mut out = String::with_capacity(self.members.len() * 128 + 256);
        // Writing to a String cannot fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        text(out, "organization", self.organization.as_deref())?;
        writeln!(out, "# true: whoever is not listed here is removed.\ncomplete = {}", self.complete)?;
        if self.warn_days != WARN_DAYS {
            writeln!(out, "warn_days = {}", self.warn_days)?;
        }
        if let Some(lines) = &self.guards {
            write!(out, "\n[guards]\n{}", guard::table::to_table(lines))?;
        }
        self.teams.iter().try_for_each(|team| write_team(out, team))?;
        self.members.iter().try_for_each(|member| write_member(out, member))
    }
}

fn write_team(out: &mut String, team: &Team) -> std::fmt::Result {
    writeln!(out, "\n[[team]]")?;
    text(out, "name", Some(&team.name))?;
    texts(out, "projects", team.projects.as_deref())?;
    texts(out, "groups", team.groups.as_deref())?;
    text(out, "monthly_limit", team.monthly_limit.map(|cents| cents.to_string()).as_deref())?;
    let Some(alerts) = &team.alerts else { return Ok(()) };
    let alert = |alert: &Alert| {
        let recipients: Vec<String> = alert.recipients.iter().map(|address| quoted(address)).collect();
        format!("{{ amount = {}, recipients = [{}] }}", quoted(&alert.amount.to_string()), recipients.join(", "))
    };
    writeln!(out, "alerts = [{}]", alerts.iter().map(alert).collect::<Vec<_>>().join(", "))
}

fn write_member(out: &mut String, member: &Member) -> std::fmt::Result {
    writeln!(out, "\n[[member]]")?;
    text(out, "email", Some(&member.email))?;
    if member.role != OrganizationRole::Reader {
        text(out, "role", Some(member.role.as_str()))?;
    }
    texts(out, "teams", Some(&*member.teams).filter(|teams| !teams.is_empty()))?;
    texts(out, "projects", member.projects.as_deref())?;
    texts(out, "groups", member.groups.as_deref())?;
    if let Some(until) = member.until {
        writeln!(out, "until = {until}")?;
    }
    text(out, "note", member.note.as_deref())
}

fn text(out: &mut String, name: &str, value: Option<&str>) -> std::fmt::Result {
    value.map_or(Ok(()), |value| writeln!(out, "{name} = {}", quoted(value)))
}

fn texts(out: &mut String, name: &str, values: Option<&[String]>) -> std::fmt::Result {
    let Some(values) = values else { return Ok(()) };
    let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    writeln!(out, "{name} = [{}]", values.join(", "))
}

/// A text in TOML, in one line.
fn quoted(text: &str) -> String {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'"' && byte != b'\\') {
        return format!("\"{text}\"");
    }
    if text.contains(char::is_control) {
        let mut out = String::from("\"");
        for letter in text.chars() {
            match letter {
                '"' | '\\' => out.extend(['\\', letter]),
                _ if letter.is_control() => {
                    // Writing to a String cannot fail.
                    let _ = write!(out, "\\u{:04X}", u32::from(letter));
                }
                _ => out.push(letter),
            }
        }
        out.push('"');
        return out;
    }
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Date;
    use proptest::prelude::*;
    use std::path::Path;

    use crate::api::model::Cents;
    use crate::guard::PolicyLines;

    fn name() -> impl Strategy<Value = String> {
        // No colon: what stands behind one must be a role.
        "[^:\\s][^:]{0,12}"
    }

    fn names() -> impl Strategy<Value = Option<Vec<String>>> {
        prop::option::of(prop::collection::vec((name(), prop::sample::select(&["", ":owner", ":member"])), 0..4))
            .prop_map(|names| names.map(|names| names.into_iter().map(|(name, role)| name + role).collect()))
    }

    type Details = (OrganizationRole, Option<Vec<String>>, Option<Vec<String>>, Option<Date>, Option<String>, bool);

    fn member() -> impl Strategy<Value = Details> {
        let role = prop::sample::select(vec![OrganizationRole::Owner, OrganizationRole::Reader]);
        let until = prop::option::of((1970_i16..2100, 1_i8..=12, 1_i8..=28))
            .prop_map(|date| date.map(|(year, month, day)| Date::constant(year, month, day)));
        (role, names(), names(), until, prop::option::of(any::<String>()), any::<bool>())
    }

    prop_compose! {
        fn file()(
            organization in prop::option::of("org-[a-z]{1,8}"),
            complete in any::<bool>(),
            warn_days in 0_u32..400,
            owners in prop::option::of(1_usize..9),
            team in (name(), names(), names(), any::<bool>()),
            cents in (1_u64..10_000_000).prop_map(Cents::new),
            members in prop::collection::vec(member(), 1..8),
        ) -> RosterFile {
            let (name, projects, groups, is_limited) = team;
            // Limits are those of projects.
            let has_projects = projects.as_ref().is_some_and(|projects| !projects.is_empty());
            let alert = Alert { amount: cents, recipients: vec!["a+ü@x.io".to_owned(), "b@x.io".to_owned()] };
            let team = Team {
                name: name.clone(), projects, groups,
                monthly_limit: (is_limited && has_projects).then_some(cents),
                alerts: (!is_limited && has_projects).then(|| vec![alert]),
            };
            let member = |(number, (role, projects, groups, until, note, is_in_team))| Member {
                email: format!("p{number}+ü@x.io"),
                role,
                teams: if is_in_team { vec![name.clone()] } else { Vec::new() },
                projects, groups, until, note,
            };
            RosterFile {
                organization, complete, warn_days,
                guards: owners.map(|owners| PolicyLines { minimum_owners: Some(owners), ..PolicyLines::default() }),
                teams: vec![team],
                members: members.into_iter().enumerate().map(member).collect(),
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_it_was(file in file()) {
            let text = file.to_text();
            let (read, _) = RosterFile::parse(&text, Path::new("r.toml")).map_err(|error| {
                TestCaseError::fail(format!("{error}\n{text}"))
            })?;
            prop_assert_eq!(read, file);
        }

        #[test]
        fn no_text_and_no_part_of_a_file_breaks_the_reader(text in any::<String>(), file in file(), cut in 0_usize..600) {
            let _ = RosterFile::parse(&text, Path::new("r.toml"));
            let part: String = file.to_text().chars().take(cut).collect();
            let _ = RosterFile::parse(&part, Path::new("r.toml"));
        }
    }
}
