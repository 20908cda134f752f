use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::read::{resolve_group, resolve_project};
use crate::Result;
use crate::api::model::{Group, Project, ProjectStatus};
use crate::words::lower_case;

/// Projects or groups by id and by name, for finding many: each of a thousand names would else be sought through all.
pub(crate) struct Directory<'a, T> {
    all: &'a [T],
    ids: HashMap<&'a str, &'a T>,
    /// `None`: several have this name.
    names: HashMap<Cow<'a, str>, Option<&'a T>>,
    /// The same for one name; it knows what to say about what cannot be found.
    resolve: fn(&str, &'a [T]) -> Result<&'a T>,
    parts: fn(&T) -> Parts<'_>,
}

/// What a thing is found by: its id, and its name if it may be found by that.
type Parts<'a> = (&'a str, Option<&'a str>);

impl<'a> Directory<'a, Project> {
    /// Of projects; those in the archive are found by id only.
    pub(crate) fn of_projects(projects: &'a [Project]) -> Self {
        Self::new(projects, resolve_project, |project| {
            let name = project.name.as_deref().filter(|_| project.status != Some(ProjectStatus::Archived));
            (project.id.as_str(), name)
        })
    }
}

impl<'a> Directory<'a, Group> {
    /// Of groups.
    pub(crate) fn of_groups(groups: &'a [Group]) -> Self {
        Self::new(groups, resolve_group, |group| (group.id.as_str(), group.name.as_deref()))
    }
}

impl<'a, T> Directory<'a, T> {
    fn new(all: &'a [T], resolve: fn(&str, &'a [T]) -> Result<&'a T>, parts: fn(&T) -> Parts<'_>) -> Self {
        let mut directory = Self {
            all,
            ids: HashMap::with_capacity(all.len()),
            names: HashMap::with_capacity(all.len()),
            resolve,
            parts,
        };
        for thing in all {
            let (id, name) = parts(thing);
            directory.ids.entry(id).or_insert(thing);
            match name.map(|name| directory.names.entry(lower_case(name))) {
                Some(Entry::Vacant(place)) => drop(place.insert(Some(thing))),
                Some(Entry::Occupied(mut taken)) => drop(taken.insert(None)),
                None => {}
            }
        }
        directory
    }

    /// Finds one by id or by name. A name that several have is refused.
    pub(crate) fn find(&self, wanted: &str) -> Result<&'a T> {
        match self.known(wanted) {
            Some(thing) => Ok(thing),
            None => (self.resolve)(wanted, self.all),
        }
    }

    /// The one with this id.
    pub(crate) fn with_id(&self, id: &str) -> Option<&'a T> {
        self.ids.get(id).copied()
    }

    /// What people should call it: the name where that finds it again, else the id.
    pub(crate) fn name(&self, thing: &'a T) -> &'a str {
        let (id, name) = (self.parts)(thing);
        name.filter(|name| name.trim() == *name && self.known(name).is_some_and(|found| std::ptr::eq(found, thing)))
            .unwrap_or(id)
    }

    fn known(&self, wanted: &str) -> Option<&'a T> {
        let wanted = wanted.trim();
        if wanted.is_empty() {
            return None;
        }
        self.with_id(wanted).or_else(|| self.names.get(&*lower_case(wanted)).copied().flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    proptest! {
        #[test]
        fn many_are_found_as_one_is(
            names in prop::collection::vec((prop::option::of("(Site|site| Site|proj_1|Shop|)"), any::<bool>()), 0..6),
            wanted in "(site|Shop|Sho|proj_[0-3]| proj_1 ||SITE)",
        ) {
            let project = |(number, (name, is_archived)): (usize, (Option<String>, bool))| {
                let status = if is_archived { "archived" } else { "active" };
                serde_json::from_value(json!({"id": format!("proj_{number}"), "name": name, "status": status})).unwrap()
            };
            let projects: Vec<Project> = names.into_iter().enumerate().map(project).collect();
            let directory = Directory::of_projects(&projects);
            match (directory.find(&wanted), resolve_project(&wanted, &projects)) {
                (Ok(found), Ok(one)) => prop_assert_eq!(found, one),
                (Err(found), Err(one)) => prop_assert_eq!(found.to_string(), one.to_string()),
                (found, one) => prop_assert!(false, "{:?} {:?}", found, one),
            }
            for project in &projects {
                prop_assert_eq!(directory.find(directory.name(project)).unwrap(), project, "by the name that is told");
            }
        }
    }
}
