//! People to invite out of rows.

use super::cells::Cells;
use super::column::{Action, Column};
use super::table::wrong;
use super::wishes::read_rows;
use crate::Result;
use crate::ops::Invitee;
use crate::words;

/// People to invite, and the organization that the file names.
#[derive(Debug, PartialEq, Eq)]
pub struct People {
    /// One for each row.
    pub people: Vec<Invitee>,
    /// The organization that the rows are meant for, if they say so.
    pub organization: Option<String>,
    /// How many rows are left out because a file of results says that they are done.
    pub skipped: usize,
}

/// Reads people to invite from CSV or JSON Lines; which of them it is, the first letter tells. `file`: the name that
/// errors tell.
///
/// The rows are those of [`read_wishes`](super::read_wishes) with no other action than `invite`: `email` and, if wished,
/// `role`, `projects` (with `;` between) and `organization`; or no header and nothing but an address in each row.
pub fn read_people(file: &str, text: &str) -> Result<People> {
    let hint = "It needs at least one row with an e-mail address. Nothing was sent.";
    let (people, organization, skipped) = read_rows(file, text, hint, |cells| invitee(cells).map(|one| vec![one]))?;
    Ok(People { people, organization, skipped })
}

fn invitee(mut cells: Cells<'_>) -> Result<Invitee> {
    let (action, at) = cells.action()?;
    if action != Action::Invite {
        return Err(wrong(cells.file, at, "this row is about something else than an invitation")
            .with_hint("Files with other actions are for `orgwarden change -f`. Nothing was sent."));
    }
    let (email, at) = cells.who(action)?;
    let role = cells.one(Column::Role)?;
    if let Some((role, at)) = &role {
        words::organization_role(role).map_err(|error| wrong(cells.file, *at, error.message()))?;
    }
    let projects = cells.names(Column::Projects);
    if let Some((names, at)) = &projects {
        for name in names {
            words::project_and_role(name).map_err(|error| wrong(cells.file, *at, error.message()))?;
        }
    }
    let place = Some(format!("{}:{}:{}", cells.file, at.0, at.1));
    cells.refuse_the_rest(&[Column::Note, Column::Reason])?;
    Ok(Invitee { email, role: role.map(|(role, _)| role), projects: projects.map(|(names, _)| names), place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_with_and_without_a_header_and_json_lines_say_the_same() {
        let csv =
            "\u{feff}Name,E-Mail,Role,Projects\r\nAda,ada@x.io,Admin,\"Site; Shop:owner\"\r\n\r\nBob,bob@x.io,,\r\n";
        let lines = "{\"email\":\"ada@x.io\",\"role\":\"Admin\",\"projects\":[\"Site\",\"Shop:owner\"]}\n\n{\"email\":\"bob@x.io\"}\n";
        let bare = |people: People| -> Vec<Invitee> {
            people.people.into_iter().map(|person| Invitee { place: None, ..person }).collect()
        };
        let people = bare(read_people("f", csv).unwrap());
        assert_eq!(people, bare(read_people("f", lines).unwrap()));
        assert_eq!(people[0].projects, Some(vec!["Site".to_owned(), "Shop:owner".to_owned()]));
        assert_eq!(people[1].role, None);
        let nulls = read_people("f", "{\"email\":\"a@x.io\",\"role\":null,\"projects\":null}").unwrap();
        assert_eq!((&nulls.people[0].role, &nulls.people[0].projects), (&None, &None));
        assert!(read_people("f", "email,role\na@x.io,owner,,\n").is_ok(), "empty cells at the end are nothing");
        let plain = read_people("f", "ada@x.io\n# nobody\nAda B <bob@x.io>\n").unwrap();
        let told: Vec<_> = plain.people.iter().map(|person| (&*person.email, person.place.as_deref())).collect();
        assert_eq!(told, [("ada@x.io", Some("f:1:1")), ("bob@x.io", Some("f:3:1"))]);
        let separated = read_people("f", "Email;Role\na@x.io;owner\n").unwrap();
        assert_eq!(separated.people[0].role.as_deref(), Some("owner"));
    }

    #[test]
    fn problems_are_told_by_file_line_and_column() {
        for (text, part) in [
            ("email,rolle\na@x.io,owner", "f:2:8: there is no column `rolle`; did you mean `role`?"),
            ("email,role\n,owner", "f:2:1: the e-mail address is missing"),
            ("{\"email\": 5}", "f:1:11: `5` is not an e-mail address"),
            ("email,mail\na@x.io,b@x.io", "f:2:8: `mail` is a second column of the same meaning"),
            ("email,projects\na@x.io,Site,Shop", "f:2:13: `Shop` stands in a column that no header names"),
            ("{nope", "f:1:2: not a JSON object"),
            ("a@x.io,owner", "f:1:8: `owner` stands in a column that no header names"),
            ("email,role\na@x.io,boss", "f:2:8: `boss` is not a role in the organization"),
            ("email,projects\na@x.io,Web: shop", "f:2:8: ` shop` is not a role in a project"),
            ("email\nAda", "f:2:1: `Ada` is not an e-mail address"),
            ("email,action\na@x.io,remove", "f:2:8: this row is about something else than an invitation"),
            ("email,group\na@x.io,Ops", "f:2:8: the action of this row has no use for `group`"),
            ("", "f:1:1: the file names nobody"),
            ("email\n", "f:1:1: the file names nobody"),
            (
                "email,organization\na@x.io,org-1\nb@x.io,org-2",
                "f:3:8: the rows name several organizations: org-1, org-2",
            ),
        ] {
            let error = read_people("f", text).unwrap_err();
            assert!(error.message().contains(part), "{text:?}: {error}");
        }
    }
}
