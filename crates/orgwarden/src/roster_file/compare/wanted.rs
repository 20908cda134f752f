//! What a roster file says of the projects and groups of a person, with its names looked up.

use std::collections::HashMap;

use crate::api::model::{Group, Project, ProjectRole};
use crate::plan::Problems;
use crate::roster::{Directory, Snapshot};
use crate::roster_file::{Entry, Member, Places, RosterFile};
use crate::words::project_and_role;
use crate::{Error, Result};

/// The projects and groups of a person by the file.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    /// Whether the file says anything of projects.
    pub(super) says_projects: bool,
    /// All projects that the person should be in, if it does.
    pub(super) projects: Vec<Place<'a>>,
    /// Whether the file says anything of groups.
    pub(super) says_groups: bool,
    /// All groups that the person should be in, if it does.
    pub(super) groups: Vec<&'a Group>,
}

/// A place in a project by the file.
#[derive(Clone)]
pub(super) struct Place<'a> {
    pub(super) project: &'a Project,
    pub(super) role: ProjectRole,
    /// Whether it is said of the person, and not of a team.
    is_own: bool,
}

/// The names in a roster file. Each is looked up once, and told once if it means nothing.
pub(super) struct Names<'a> {
    pub(super) projects: Directory<'a, Project>,
    pub(super) groups: Directory<'a, Group>,
    pub(super) problems: Problems,
    places: &'a Places,
    known_projects: HashMap<&'a str, Option<(&'a Project, ProjectRole)>>,
    known_groups: HashMap<&'a str, Option<&'a Group>>,
    teams: HashMap<&'a str, Wanted<'a>>,
    /// One that is not used any more, for its room.
    spare: Wanted<'a>,
}

impl<'a> Names<'a> {
    pub(super) fn new(file: &'a RosterFile, places: &'a Places, snapshot: &'a Snapshot) -> Self {
        let mut names = Self {
            projects: Directory::of_projects(&snapshot.projects),
            groups: Directory::of_groups(&snapshot.groups),
            problems: Problems::default(),
            places,
            known_projects: HashMap::new(),
            known_groups: HashMap::new(),
            teams: HashMap::new(),
            spare: Wanted::default(),
        };
        // Also of teams that nobody is in: a slip is told today.
        for (number, team) in file.teams.iter().enumerate() {
            let entry = Entry::Team(number);
            let mut wanted = Wanted::default();
            names.read(&mut wanted, entry, team.projects.as_deref(), team.groups.as_deref());
            wanted.says_projects = !wanted.projects.is_empty();
            wanted.says_groups = !wanted.groups.is_empty();
            names.teams.insert(&team.name, wanted);
        }
        names
    }

    /// What the file says of somebody, teams included. What is said of the person wins over a team, and of two teams the
    /// one that makes them an owner.
    pub(super) fn wanted(&mut self, number: usize, member: &'a Member) -> Wanted<'a> {
        let mut wanted = std::mem::take(&mut self.spare);
        for team in member.teams.iter().filter_map(|name| self.teams.get(name.as_str())) {
            wanted.join(team);
        }
        self.read(&mut wanted, Entry::Member(number), member.projects.as_deref(), member.groups.as_deref());
        wanted
    }

    /// The projects of a team.
    pub(super) fn projects_of_team(&self, team: &str) -> Vec<&'a Project> {
        self.teams.get(team).map_or_else(Vec::new, |team| team.projects.iter().map(|place| place.project).collect())
    }

    /// Takes back what is not used any more.
    pub(super) fn give_back(&mut self, mut wanted: Wanted<'a>) {
        wanted.projects.clear();
        wanted.groups.clear();
        self.spare = Wanted { projects: wanted.projects, groups: wanted.groups, ..Wanted::default() };
    }

    /// Adds what one entry of the file says.
    fn read(
        &mut self,
        wanted: &mut Wanted<'a>,
        entry: Entry,
        projects: Option<&'a [String]>,
        groups: Option<&'a [String]>,
    ) {
        wanted.says_projects |= projects.is_some();
        wanted.says_groups |= groups.is_some();
        for text in projects.into_iter().flatten() {
            let Some((project, role)) = self.project(entry, text) else { continue };
            match wanted.projects.iter_mut().find(|place| std::ptr::eq(place.project, project)) {
                Some(place) if place.is_own && place.role != role => {
                    let error = Error::invalid(format!("`{text}` is listed a second time, with another role"));
                    self.tell(entry, "projects", text, &error);
                }
                Some(place) => (place.role, place.is_own) = (role, true),
                None => wanted.projects.push(Place { project, role, is_own: true }),
            }
        }
        for text in groups.into_iter().flatten() {
            let Some(group) = self.group(entry, text) else { continue };
            if !wanted.groups.iter().any(|other| std::ptr::eq(*other, group)) {
                wanted.groups.push(group);
            }
        }
    }

    fn project(&mut self, entry: Entry, text: &'a str) -> Option<(&'a Project, ProjectRole)> {
        if let Some(known) = self.known_projects.get(text) {
            return known.clone();
        }
        let found = project_and_role(text).and_then(|(name, role)| Ok((self.projects.find(name)?, role)));
        let found = self.told(entry, "projects", text, found);
        self.known_projects.insert(text, found.clone());
        found
    }

    fn group(&mut self, entry: Entry, text: &'a str) -> Option<&'a Group> {
        if let Some(known) = self.known_groups.get(text) {
            return *known;
        }
        let found = self.groups.find(text).and_then(|group| match group.is_scim_managed {
            Some(true) => Err(Error::invalid(format!("an identity provider says who is in the group `{text}`"))
                .with_hint("Take it out of the file, and change it there.")),
            _ => Ok(group),
        });
        let found = self.told(entry, "groups", text, found);
        self.known_groups.insert(text, found);
        found
    }

    /// What was found, or a problem more.
    fn told<T>(&mut self, entry: Entry, list: &str, text: &str, found: Result<T>) -> Option<T> {
        found.map_err(|error| self.tell(entry, list, text, &error)).ok()
    }

    /// Notes what is wrong with a whole entry.
    pub(super) fn tell_of(&mut self, entry: Entry, problem: &str) {
        self.problems.add(self.places.of(entry).as_deref(), &Error::invalid(problem));
    }

    fn tell(&mut self, entry: Entry, list: &str, text: &str, error: &Error) {
        // Finding the place takes a while: only for those that are told.
        let place = if self.problems.is_full() { None } else { self.places.of_name(entry, list, text) };
        self.problems.add(place.as_deref(), error);
    }
}

impl Wanted<'_> {
    /// Adds what is said of a team.
    fn join(&mut self, team: &Self) {
        self.says_projects |= team.says_projects;
        self.says_groups |= team.says_groups;
        for place in &team.projects {
            match self.projects.iter_mut().find(|known| std::ptr::eq(known.project, place.project)) {
                Some(known) if place.role == ProjectRole::Owner => known.role = ProjectRole::Owner,
                Some(_) => {}
                None => self.projects.push(Place { is_own: false, ..place.clone() }),
            }
        }
        for group in &team.groups {
            if !self.groups.iter().any(|known| std::ptr::eq(*known, *group)) {
                self.groups.push(group);
            }
        }
    }
}
