//! One row of a file: its cells by what they mean, and the wishes that they come to.

use std::collections::HashMap;

use super::column::{Action, Column};
use super::table::{Cell, Form, Row, wrong};
use crate::api::model::{Cents, OrganizationRole, ProjectRole};
use crate::plan::{Want, Wish};
use crate::roster::Who;
use crate::{Error, Result, words};

/// The cells of one row, by what they mean.
pub(super) struct Cells<'a> {
    pub(super) file: &'a str,
    line: usize,
    filled: Vec<(Column, Cell)>,
}

impl<'a> Cells<'a> {
    pub(super) fn of(file: &'a str, row: Row, names: &mut HashMap<String, Option<Column>>) -> Result<Self> {
        let mut cells: Vec<(Column, Cell)> = Vec::with_capacity(row.cells.len());
        for cell in row.cells {
            let column = if let Some(column) = names.get(&*cell.name) {
                *column
            } else {
                let column = Column::of(&cell.name);
                if column.is_none()
                    && let Some(near) = Column::near(&cell.name)
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

    pub(super) fn one(&mut self, column: Column) -> Result<Option<(String, (usize, usize))>> {
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
    pub(super) fn names(&mut self, column: Column) -> Option<(Vec<String>, (usize, usize))> {
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

    /// What is to be done, and where that is said.
    pub(super) fn action(&mut self) -> Result<(Action, (usize, usize))> {
        let Some((word, place)) = self.one(Column::Action)? else { return Ok((Action::Invite, (self.line, 1))) };
        let action = Action::of(&word).ok_or_else(|| {
            let problem = format!("there is no action `{word}`; {}", Action::advice(&word));
            wrong(self.file, place, &problem)
        })?;
        Ok((action, place))
    }

    /// Refuses what nothing was made of: nobody should believe that it counts. `idle`: what may stand there for people.
    pub(super) fn refuse_the_rest(&self, idle: &[Column]) -> Result<()> {
        let left = self.filled.iter().filter(|(column, _)| !idle.contains(column));
        match left.min_by_key(|(_, cell)| cell.place) {
            None => Ok(()),
            Some((_, cell)) => {
                let problem = format!("the action of this row has no use for `{}`", cell.name);
                Err(wrong(self.file, cell.place, &problem))
            }
        }
    }

    pub(super) fn wishes(mut self) -> Result<Vec<Wish>> {
        let (action, _) = self.action()?;
        let note = self.text(Column::Note)?;
        let reason = self.text(Column::Reason)?.or(note);
        let (who, place) = self.who(action)?;
        let wants = self.wants(action, !who.is_empty())?;
        self.refuse_the_rest(&[])?;
        let place = format!("{}:{}:{}", self.file, place.0, place.1);
        let wish =
            |want| Wish { who: Who::from(who.as_str()), want, reason: reason.clone(), place: Some(place.clone()) };
        Ok(wants.into_iter().map(wish).collect())
    }

    /// Who is named, and where; nobody, where nobody needs to be.
    pub(super) fn who(&mut self, action: Action) -> Result<(String, (usize, usize))> {
        if matches!(
            action,
            Action::AccountDelete | Action::Limit | Action::LimitDelete | Action::Alert | Action::AlertDelete
        ) {
            return Ok((String::new(), (self.line, 1)));
        }
        let Some((who, place)) = self.one(Column::Who)? else {
            let nobody = (!action.needs_somebody()).then(|| (String::new(), (self.line, 1)));
            return self.needed(nobody, "the e-mail address");
        };
        let who = address(&who).to_owned();
        if who.contains('@') {
            words::email(&who).map_err(|error| wrong(self.file, place, error.message()))?;
        } else if action == Action::Invite {
            return Err(wrong(self.file, place, &format!("`{who}` is not an e-mail address")));
        }
        Ok((who, place))
    }

    fn wants(&mut self, action: Action, names_somebody: bool) -> Result<Vec<Want>> {
        match action {
            Action::Invite => {
                let role = self.role(words::organization_role)?;
                let role = role.unwrap_or(OrganizationRole::Reader);
                let projects = match self.names(Column::Projects) {
                    None => None,
                    Some((names, place)) => {
                        let grants = self.grants(&names, place, None)?.into_iter();
                        Some(grants.map(|(name, role)| (name, role.unwrap_or(ProjectRole::Member))).collect())
                    }
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
                let role = self.role(words::project_role)?;
                let projects = self.names(Column::Projects).filter(|(names, _)| !names.is_empty());
                let (names, place) = self.needed(projects, "the project")?;
                let grants = self.grants(&names, place, role.as_ref())?;
                let want = |(project, role): (String, Option<ProjectRole>)| Want::Project {
                    project,
                    keep_role: role.is_none(),
                    role: Some(role.unwrap_or(ProjectRole::Member)),
                };
                Ok(grants.into_iter().map(want).collect())
            }
            Action::Take => {
                let projects = self.names(Column::Projects).filter(|(names, _)| !names.is_empty());
                let (names, _) = self.needed(projects, "the project")?;
                Ok(names.into_iter().map(|project| Want::Project { project, role: None, keep_role: false }).collect())
            }
            Action::GroupAdd | Action::GroupTake => {
                let groups = self.names(Column::Groups).filter(|(names, _)| !names.is_empty());
                let (names, _) = self.needed(groups, "the group")?;
                let present = action == Action::GroupAdd;
                Ok(names.into_iter().map(|group| Want::Group { group, present }).collect())
            }
            Action::Assign | Action::Unassign => self.roles(action == Action::Assign, names_somebody),
            Action::KeyDelete => {
                let (key, project) = self.key(names_somebody)?;
                Ok(vec![Want::DeleteKey { key, project }])
            }
            Action::KeyFreeze => {
                let (key, project) = self.key(names_somebody)?;
                let scopes = self.names(Column::Scopes).map(|(names, _)| names);
                let expires_in_seconds = self.expires()?;
                Ok(vec![Want::FreezeKey { key, project, scopes, expires_in_seconds }])
            }
            Action::AccountDelete => {
                let account = self.text(Column::Account)?;
                let account = self.needed(account, "the service account")?;
                let project = self.project()?;
                Ok(vec![Want::DeleteServiceAccount { account, project: self.needed(project, "the project")? }])
            }
            Action::Limit => {
                let cents = self.cents(Column::Limit)?;
                let (cents, place) = self.needed(cents, "the limit")?;
                let cents = words::spend_limit(cents).map_err(|error| wrong(self.file, place, error.message()))?;
                Ok(vec![Want::SpendLimit { project: self.project()?, cents: Some(cents) }])
            }
            Action::LimitDelete => Ok(vec![Want::SpendLimit { project: self.project()?, cents: None }]),
            Action::Alert => self.alert(),
            Action::AlertDelete => {
                let (alert, cents) = (self.text(Column::Alert)?, self.cents(Column::Threshold)?);
                if let (Some(_), Some((_, place))) = (&alert, &cents) {
                    return Err(wrong(self.file, *place, "the amount and the id of an alert are named: one is enough"));
                }
                let cents = cents.map(|(cents, _)| cents);
                if alert.is_none() {
                    self.needed(cents, "the threshold, or the alert's id,")?;
                }
                Ok(vec![Want::NoAlert { project: self.project()?, alert, cents }])
            }
        }
    }

    fn roles(&mut self, present: bool, names_somebody: bool) -> Result<Vec<Want>> {
        let role = self.text(Column::Role)?;
        let role = self.needed(role, "the role")?;
        let project = self.project()?;
        let want = |group| Want::Assign { role: role.clone(), project: project.clone(), group, present };
        match (self.names(Column::Groups).filter(|(names, _)| !names.is_empty()), names_somebody) {
            (Some((_, place)), true) => {
                Err(wrong(self.file, place, "a person and a group are named: give each a row of its own"))
            }
            (Some((names, _)), false) => Ok(names.into_iter().map(|group| want(Some(group))).collect()),
            (None, true) => Ok(vec![want(None)]),
            (None, false) => Err(wrong(self.file, (self.line, 1), "the person or the group is missing")),
        }
    }

    /// Which key, and in which project.
    fn key(&mut self, names_somebody: bool) -> Result<(Option<String>, Option<String>)> {
        let key = self.text(Column::Key)?;
        if key.is_none() && !names_somebody {
            return Err(wrong(self.file, (self.line, 1), "the key, or whose keys, is missing"));
        }
        Ok((key, self.project()?))
    }

    fn alert(&mut self) -> Result<Vec<Want>> {
        let (alert, cents) = (self.text(Column::Alert)?, self.cents(Column::Threshold)?.map(|(cents, _)| cents));
        let recipients = self.names(Column::Recipients).filter(|(names, _)| !names.is_empty());
        if alert.is_none() {
            self.needed(cents, "the threshold")?;
            if recipients.is_none() {
                return Err(wrong(self.file, (self.line, 1), "the recipients are missing"));
            }
        }
        let recipients = match recipients {
            Some((names, place)) => {
                let read = names.iter().map(|name| words::email(address(name))).collect::<Result<Vec<_>>>();
                Some(read.map_err(|error| wrong(self.file, place, error.message()))?)
            }
            None => None,
        };
        // A dash takes it away: an empty cell says nothing.
        let subject_prefix = self.text(Column::Subject)?.map(|text| if text == "-" { String::new() } else { text });
        Ok(vec![Want::Alert { project: self.project()?, alert, cents, recipients, subject_prefix }])
    }

    /// The one project of a row.
    fn project(&mut self) -> Result<Option<String>> {
        let Some((mut names, place)) = self.names(Column::Projects) else { return Ok(None) };
        match names.len() {
            0 | 1 => Ok(names.pop()),
            count => Err(wrong(self.file, place, &format!("one project is wanted here, and {count} are named"))),
        }
    }

    /// An amount of dollars, exact to the cent.
    fn cents(&mut self, column: Column) -> Result<Option<(Cents, (usize, usize))>> {
        let Some((text, place)) = self.one(column)? else { return Ok(None) };
        let cents = text.parse::<Cents>().map_err(|error| wrong(self.file, place, error.message()))?;
        Ok(Some((cents, place)))
    }

    fn expires(&mut self) -> Result<Option<u32>> {
        let Some((text, place)) = self.one(Column::Expires)? else { return Ok(None) };
        let life = words::time_span(&text).and_then(|span| words::key_life(span.as_secs()));
        life.map(Some).map_err(|error| wrong(self.file, place, error.message()))
    }

    fn role<R>(&mut self, read: impl Fn(&str) -> Result<R>) -> Result<Option<R>> {
        let Some((word, place)) = self.one(Column::Role)? else { return Ok(None) };
        read(&word).map(Some).map_err(|error| wrong(self.file, place, error.message()))
    }

    fn grants(
        &self,
        names: &[String],
        place: (usize, usize),
        role: Option<&ProjectRole>,
    ) -> Result<Vec<(String, Option<ProjectRole>)>> {
        let grants = names.iter().map(|name| match name.rsplit_once(':') {
            None => Ok((name.clone(), role.cloned())),
            Some((name, role)) => Ok((name.trim().to_owned(), Some(words::project_role(role)?))),
        });
        grants.collect::<Result<_>>().map_err(|error: Error| wrong(self.file, place, error.message()))
    }
}

/// The address in `Name <a@b>`, or the text as it is.
fn address(text: &str) -> &str {
    let inside = text.split_once('<').and_then(|(_, rest)| rest.strip_suffix('>'));
    inside.filter(|address| address.contains('@')).unwrap_or(text).trim()
}
