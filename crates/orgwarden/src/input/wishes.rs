//! Wishes out of rows: who, what, and why.

use std::collections::{BTreeMap, HashMap};

use super::table::{Cell, Form, Row, rows, wrong};
use crate::api::model::ProjectRole;
use crate::plan::{Problems, Want, Wish};
use crate::roster::Who;
use crate::words::{self, did_you_mean};
use crate::{Error, Result};

/// Wishes, and the organization that the file names.
#[derive(Debug, PartialEq, Eq)]
pub struct Wishes {
    /// In the order of the rows.
    pub wishes: Vec<Wish>,
    /// The organization that the rows are meant for, if they say so.
    pub organization: Option<String>,
}

/// Reads wishes from CSV or JSON Lines; which of them it is, the first letter tells. `file`: the name that errors tell.
///
/// A row has `email` (or `who`: a name or an id), and if wished `action`, `role`, `projects`, `group`, `reason`, `note`
/// and `organization`. The action is `invite` (if none is said), `resend`, `cancel`, `role`, `add` and `take` (to and
/// from projects), `group-add` and `group-take`, or `remove`. Several projects or groups stand in one cell with `;`
/// between, each project with `:owner` or `:member` behind it if wished. Columns with other names are ignored, unless
/// they look like a misspelt one of these; a cell that the action of its row has no use for is refused.
pub fn read_wishes(file: &str, text: &str) -> Result<Wishes> {
    let mut problems = Problems::default();
    let (mut wishes, mut organizations) = (Vec::new(), BTreeMap::new());
    let mut names: HashMap<String, Option<Column>> = HashMap::new();
    for row in rows(file, text)? {
        match Cells::of(file, row, &mut names).and_then(|mut cells| {
            if let Some((organization, place)) = cells.one(Column::Organization)? {
                organizations.entry(organization).or_insert(place);
            }
            cells.wishes()
        }) {
            Ok(some) => wishes.extend(some),
            Err(error) => problems.add(None, &error),
        }
    }
    if organizations.len() > 1 {
        let names: Vec<&str> = organizations.keys().map(String::as_str).collect();
        let last = organizations.values().copied().max().unwrap_or((1, 1));
        let problem = format!("the rows name several organizations: {}", names.join(", "));
        problems.add(None, &wrong(file, last, &problem));
    }
    problems.verdict()?;
    if wishes.is_empty() {
        return Err(Error::invalid(format!("{file}:1:1: the file names nobody"))
            .with_hint("It needs a header, and at least one row with an e-mail address. Nothing was sent."));
    }
    Ok(Wishes { wishes, organization: organizations.pop_first().map(|(name, _)| name) })
}

/// The columns that mean something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Action,
    Who,
    Role,
    Projects,
    Groups,
    Reason,
    Note,
    Organization,
}

/// Their names in suggestions.
const COLUMNS: &[&str] =
    &["action", "email", "who", "role", "projects", "project", "group", "reason", "note", "organization"];

impl Column {
    fn of(name: &str) -> Option<Self> {
        Some(match bare(name).as_str() {
            "action" | "do" | "what" => Self::Action,
            "email" | "mail" | "emailaddress" | "who" => Self::Who,
            "role" => Self::Role,
            "projects" | "project" => Self::Projects,
            "groups" | "group" => Self::Groups,
            "reason" | "why" => Self::Reason,
            "note" => Self::Note,
            "organization" => Self::Organization,
            _ => return None,
        })
    }
}

/// A word without case and separators.
fn bare(word: &str) -> String {
    word.to_lowercase().replace(['-', '_', ' '], "")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Invite,
    Resend,
    Cancel,
    Role,
    Add,
    Take,
    GroupAdd,
    GroupTake,
    Remove,
}

/// Their names in suggestions.
const ACTIONS: &[&str] = &["invite", "resend", "cancel", "role", "add", "take", "group-add", "group-take", "remove"];

impl Action {
    fn of(word: &str) -> Option<Self> {
        Some(match bare(word).as_str() {
            "invite" | "join" => Self::Invite,
            "resend" | "reinvite" => Self::Resend,
            "cancel" | "cancelinvite" | "withdraw" => Self::Cancel,
            "role" | "setrole" | "changerole" => Self::Role,
            "add" | "projectadd" | "addtoproject" => Self::Add,
            "take" | "takeout" | "projecttake" | "projectremove" | "removefromproject" => Self::Take,
            "groupadd" | "addtogroup" => Self::GroupAdd,
            "grouptake" | "groupremove" | "removefromgroup" => Self::GroupTake,
            "remove" | "delete" | "offboard" => Self::Remove,
            _ => return None,
        })
    }
}

/// The cells of one row, by what they mean.
struct Cells<'a> {
    file: &'a str,
    line: usize,
    filled: Vec<(Column, Cell)>,
}

impl<'a> Cells<'a> {
    fn of(file: &'a str, row: Row, names: &mut HashMap<String, Option<Column>>) -> Result<Self> {
        let mut cells: Vec<(Column, Cell)> = Vec::with_capacity(row.cells.len());
        for cell in row.cells {
            let column = if let Some(column) = names.get(&*cell.name) {
                *column
            } else {
                let column = Column::of(&cell.name);
                if column.is_none()
                    && let Some(near) = did_you_mean(&bare(&cell.name), COLUMNS.iter().copied())
                {
                    let problem = format!("there is no column `{}`; did you mean `{near}`?", cell.name);
                    return Err(wrong(file, cell.place, &problem));
                }
                names.insert(cell.name.to_string(), column);
                column
            };
            let Some(column) = column else { continue };
            if cell.form == Form::Other {
                return Err(wrong(file, cell.place, &format!("`{}` must be a text or a list of texts", cell.name)));
            }
            if cells.iter().any(|(other, _)| *other == column) {
                return Err(wrong(
                    file,
                    cell.place,
                    &format!("`{}` is a second column of the same meaning", cell.name),
                ));
            }
            cells.push((column, cell));
        }
        Ok(Self { file, line: row.line, filled: cells })
    }

    fn take(&mut self, column: Column) -> Option<Cell> {
        let place = self.filled.iter().position(|(other, _)| *other == column)?;
        Some(self.filled.swap_remove(place).1)
    }

    fn one(&mut self, column: Column) -> Result<Option<(String, (usize, usize))>> {
        let Some(Cell { name, mut value, place, .. }) = self.take(column) else { return Ok(None) };
        match value.len() {
            1 => Ok(value.pop().filter(|text| !text.is_empty()).map(|text| (text, place))),
            _ => Err(wrong(self.file, place, &format!("`{name}` must be one text"))),
        }
    }

    fn text(&mut self, column: Column) -> Result<Option<String>> {
        Ok(self.one(column)?.map(|(text, _)| text))
    }

    /// The names in a cell, with `;` between. A list of JSON is taken as it is.
    fn names(&mut self, column: Column) -> Option<(Vec<String>, (usize, usize))> {
        let Cell { value, form, place, .. } = self.take(column)?;
        let names = match value.as_slice() {
            [one] if form == Form::Text => {
                one.split(';').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
            }
            _ => value,
        };
        Some((names, place))
    }

    fn needed<T>(&self, cell: Option<T>, what: &str) -> Result<T> {
        cell.ok_or_else(|| wrong(self.file, (self.line, 1), &format!("{what} is missing")))
    }

    fn wishes(mut self) -> Result<Vec<Wish>> {
        let action = match self.one(Column::Action)? {
            None => Action::Invite,
            Some((word, place)) => Action::of(&word).ok_or_else(|| {
                let near = did_you_mean(&word, ACTIONS.iter().copied()).map_or_else(
                    || format!("actions are {}", ACTIONS.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                wrong(self.file, place, &format!("there is no action `{word}`; {near}"))
            })?,
        };
        let who = self.one(Column::Who)?;
        let (who, place) = self.needed(who, "the e-mail address")?;
        let who = address(&who).to_owned();
        if who.contains('@') {
            words::email(&who).map_err(|error| wrong(self.file, place, error.message()))?;
        } else if action == Action::Invite {
            return Err(wrong(self.file, place, &format!("`{who}` is not an e-mail address")));
        }
        let note = self.text(Column::Note)?;
        let reason = self.text(Column::Reason)?.or(note);
        let wants = self.wants(action)?;
        if let Some((_, cell)) = self.filled.first() {
            let problem = format!("the action of this row has no use for `{}`", cell.name);
            return Err(wrong(self.file, cell.place, &problem));
        }
        let place = format!("{}:{}:{}", self.file, place.0, place.1);
        let wish =
            |want| Wish { who: Who::from(who.as_str()), want, reason: reason.clone(), place: Some(place.clone()) };
        Ok(wants.into_iter().map(wish).collect())
    }

    fn wants(&mut self, action: Action) -> Result<Vec<Want>> {
        match action {
            Action::Invite => {
                let role = self.role(words::organization_role)?;
                let role = role.unwrap_or(crate::api::model::OrganizationRole::Reader);
                let projects = match self.names(Column::Projects) {
                    None => None,
                    Some((names, place)) => Some(self.grants(&names, place, &ProjectRole::Member)?),
                };
                Ok(vec![Want::Invite { role, projects }])
            }
            Action::Resend => Ok(vec![Want::Resend]),
            Action::Cancel => Ok(vec![Want::Cancel]),
            Action::Remove => Ok(vec![Want::Remove]),
            Action::Role => {
                let role = self.role(words::organization_role)?;
                Ok(vec![Want::Role { role: self.needed(role, "the role")? }])
            }
            Action::Add => {
                let role = self.role(words::project_role)?.unwrap_or(ProjectRole::Member);
                let projects = self.names(Column::Projects).filter(|(names, _)| !names.is_empty());
                let (names, place) = self.needed(projects, "the project")?;
                let grants = self.grants(&names, place, &role)?;
                Ok(grants.into_iter().map(|(project, role)| Want::Project { project, role: Some(role) }).collect())
            }
            Action::Take => {
                let projects = self.names(Column::Projects).filter(|(names, _)| !names.is_empty());
                let (names, _) = self.needed(projects, "the project")?;
                Ok(names.into_iter().map(|project| Want::Project { project, role: None }).collect())
            }
            Action::GroupAdd | Action::GroupTake => {
                let groups = self.names(Column::Groups).filter(|(names, _)| !names.is_empty());
                let (names, _) = self.needed(groups, "the group")?;
                let present = action == Action::GroupAdd;
                Ok(names.into_iter().map(|group| Want::Group { group, present }).collect())
            }
        }
    }

    fn role<R>(&mut self, read: impl Fn(&str) -> Result<R>) -> Result<Option<R>> {
        let Some((word, place)) = self.one(Column::Role)? else { return Ok(None) };
        read(&word).map(Some).map_err(|error| wrong(self.file, place, error.message()))
    }

    fn grants(
        &self,
        names: &[String],
        place: (usize, usize),
        role: &ProjectRole,
    ) -> Result<Vec<(String, ProjectRole)>> {
        let grants = names.iter().map(|name| match name.rsplit_once(':') {
            None => Ok((name.clone(), role.clone())),
            Some((name, role)) => Ok((name.trim().to_owned(), words::project_role(role)?)),
        });
        grants.collect::<Result<_>>().map_err(|error: Error| wrong(self.file, place, error.message()))
    }
}

/// The address in `Name <a@b>`, or the text as it is.
fn address(text: &str) -> &str {
    let inside = text.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>'));
    inside.filter(|address| address.contains('@')).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who wants what, for comparing.
    fn read(text: &str) -> Vec<String> {
        let wishes = read_wishes("f", text).unwrap().wishes;
        wishes.iter().map(|wish| format!("{} {}", wish.who, serde_json::to_string(&wish.want).unwrap())).collect()
    }

    #[test]
    fn csv_in_every_dress_and_json_lines_say_the_same() {
        let plain = "email,action,role,projects\nada@x.io,invite,Admin,Site;Shop:owner\nbob@x.io,remove,,\n";
        let lines = "{\"email\":\"ada@x.io\",\"role\":\"owner\",\"projects\":[\"Site\",\"Shop:owner\"]}\n\n\
                     {\"who\":\"bob@x.io\",\"action\":\"offboard\",\"role\":null}";
        let wanted = read(plain);
        assert_eq!(wanted.len(), 2);
        assert!(wanted[0].contains(r#""projects":[["Site","member"],["Shop","owner"]]"#), "{wanted:?}");
        for other in [
            lines,
            "\u{feff}E-Mail;Action;Role;Projects\r\nada@x.io;invite;Admin;\"Site;Shop:owner\"\r\n\r\nbob@x.io;remove;;\r\n",
            "# people\nemail,team,action,role,projects\n\"Ada \"\"L\"\" <ada@x.io>\",\"a\nb\",,owner,\"Site; Shop:owner\"\nbob@x.io,,delete",
        ] {
            if other.ends_with("delete") {
                assert!(
                    read_wishes("f", other).is_err(),
                    "a row without its last cells, and no line's end, is cut off"
                );
                assert_eq!(read(&format!("{other}\n")), wanted);
            } else {
                assert_eq!(read(other), wanted, "{other}");
            }
        }
        assert_eq!(read("ada@x.io\nbob@x.io").len(), 2);
        assert_eq!(read("{\"email\":\"a@x.io\",\"age\":5,\"team\":{\"a\":[[1]]}}").len(), 1, "not our columns");
        let list = read("{\"email\":\"a@x.io\",\"projects\":[\"a;b\"]}");
        assert!(list[0].contains(r#"[["a;b","member"]]"#), "a list says itself where a name ends: {list:?}");
    }

    #[test]
    fn every_action_has_its_words() {
        let rows = "who,action,role,project,group,why\n\
                    a@x.io,re-send,,,,\n\
                    a@x.io,Cancel,,,,\n\
                    Ada,set role,Admin,,,\n\
                    user-1,add,owner,Site;Shop:member,,\n\
                    a@x.io,take,,Site,,\n\
                    a@x.io,group_add,,,Ops,\n\
                    a@x.io,group-take,,,Ops,moved\n";
        let wishes = read_wishes("f.csv", rows).unwrap().wishes;
        let owner = Some(ProjectRole::Owner);
        assert_eq!(wishes[0].want, Want::Resend);
        assert_eq!(wishes[1].want, Want::Cancel);
        assert_eq!(wishes[2].want, Want::Role { role: crate::api::model::OrganizationRole::Owner });
        assert_eq!(wishes[3].want, Want::Project { project: "Site".into(), role: owner });
        assert_eq!(wishes[4].want, Want::Project { project: "Shop".into(), role: Some(ProjectRole::Member) });
        assert_eq!(wishes[5].want, Want::Project { project: "Site".into(), role: None });
        assert_eq!(wishes[6].want, Want::Group { group: "Ops".into(), present: true });
        assert_eq!(wishes[7].want, Want::Group { group: "Ops".into(), present: false });
        assert_eq!((wishes[7].reason.as_deref(), wishes[7].place.as_deref()), (Some("moved"), Some("f.csv:8:1")));
    }

    #[test]
    fn problems_are_told_by_file_line_and_column() {
        for (text, part) in [
            ("email,rolle\na@x.io,owner", "f:2:8: there is no column `rolle`; did you mean `role`?"),
            ("email,role\n,owner", "f:2:1: the e-mail address is missing"),
            ("email,role\na@x.io,boss", "f:2:8: `boss` is not a role in the organization"),
            ("email,action\na@x.io,remov", "f:2:8: there is no action `remov`; did you mean `remove`?"),
            ("email,action\n\"a\nb\",remove\nAda,invite", "f:4:1: `Ada` is not an e-mail address"),
            ("email,action,role\na@x.io,remove,owner", "f:2:15: the action of this row has no use for `role`"),
            ("email,action\na@x.io,add", "f:2:1: the project is missing"),
            ("email,mail\na@x.io,b@x.io", "f:2:8: `mail` is a second column of the same meaning"),
            ("email,projects\na@x.io,Site,Shop", "f:2:13: `Shop` stands in a column that no header names"),
            ("email,role\na@x.io,\"own", "f:2:8: a quote is opened and never closed"),
            ("email,role\na@x.io,owner\nb@x", "f:3:1: the last row ends too early"),
            ("{\"email\": 5}", "f:1:11: `email` must be a text"),
            ("{\"email\":\"a@x.io\"}\n{\"email\":\"b@", "f:2:12: the line ends too early"),
            ("{\"email\":\"a@x.io\"}\n[]", "f:2:1: not a JSON object"),
            ("", "f:1:1: the file names nobody"),
            ("email\n", "f:1:1: the file names nobody"),
            ("{\"email\":\"a@x.io\",\"email\":\"b@x.io\"}", "f:1:27: `email` stands twice in this row"),
            ("{\"note\":\"ü\",\"email\": 5}", "f:1:22: `email` must be"),
            (
                "email,organization\na@x.io,org-1\nb@x.io,org-2",
                "f:3:8: the rows name several organizations: org-1, org-2",
            ),
        ] {
            let error = read_wishes("f", text).unwrap_err();
            assert!(error.message().contains(part), "{text:?}: {error}");
        }
        let many: String = (0..12).fold("email\n".to_owned(), |text, number| format!("{text}a{number}@x\n"));
        let error = read_wishes("f", &many).unwrap_err();
        assert!(error.message().ends_with("; and 2 more") && error.message().contains("f:11:1"), "{error}");
    }
}
