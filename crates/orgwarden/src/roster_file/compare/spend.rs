//! What a roster file says of the spend of its teams' projects: limits and alerts.

use std::collections::{HashMap, HashSet};

use super::Comparing;
use crate::api::model::{Cents, Project, ProjectId, SpendAlert};
use crate::plan::{AlertTerms, Want, Wish};
use crate::roster::Who;
use crate::roster_file::{Alert, Entry};

/// What teams have said of projects so far: two of them may not say different things of one.
#[derive(Default)]
pub(super) struct Said<'a> {
    limits: HashMap<&'a ProjectId, Cents>,
    alerts: HashMap<&'a ProjectId, &'a [Alert]>,
}

impl<'a> Comparing<'a> {
    /// Limits and alerts that are not as the file says.
    pub(super) fn spend(&mut self) {
        let mut said = Said::default();
        for (number, team) in self.file.teams.iter().enumerate() {
            for project in self.names.projects_of_team(&team.name) {
                if let Some(cents) = team.monthly_limit {
                    match said.limits.insert(&project.id, cents) {
                        None => self.limit(number, project, cents),
                        Some(other) if other != cents => self.two_things(number, project, "spend limits"),
                        Some(_) => {}
                    }
                }
                if let Some(alerts) = &team.alerts {
                    match said.alerts.insert(&project.id, alerts) {
                        None => self.alerts(number, project, alerts),
                        Some(other) if other != alerts => self.two_things(number, project, "lists of alerts"),
                        Some(_) => {}
                    }
                }
            }
        }
    }

    fn two_things(&mut self, number: usize, project: &'a Project, what: &str) {
        let name = self.names.projects.name(project);
        self.names.tell_of(Entry::Team(number), &format!("another team has other {what} for the project {name}"));
    }

    fn limit(&mut self, number: usize, project: &'a Project, cents: Cents) {
        let present = self.snapshot.limits.get(&Some(project.id.clone())).copied().flatten();
        if present != Some(cents) {
            let project = Some(self.names.projects.name(project).to_owned());
            let team = &self.file.teams[number].name;
            let reason = format!("the roster file says {cents} a month for the team {team}");
            self.wish_of_team(number, Want::SpendLimit { project, cents: Some(cents) }, reason);
        }
    }

    fn alerts(&mut self, number: usize, project: &'a Project, wanted: &'a [Alert]) {
        let snapshot = self.snapshot;
        let present = snapshot.alerts.get(&Some(project.id.clone())).map_or(&[][..], Vec::as_slice);
        let name = self.names.projects.name(project);
        let mut kept = HashSet::new();
        for alert in wanted {
            let is_so = |one: &&SpendAlert| {
                let terms = AlertTerms::of(one);
                terms.is_same(&AlertTerms { recipients: alert.recipients.clone(), ..AlertTerms::of(one) })
            };
            let at_it = || present.iter().filter(|one| one.threshold_amount == alert.amount);
            let so = at_it().find(is_so);
            let one = so.or_else(|| at_it().next());
            kept.extend(one.map(|one| &one.id));
            if so.is_none() {
                let want = Want::Alert {
                    project: Some(name.to_owned()),
                    alert: one.map(|one| one.id.as_str().to_owned()),
                    cents: Some(alert.amount),
                    recipients: Some(alert.recipients.clone()),
                    subject_prefix: None,
                };
                let mail = alert.recipients.join(", ");
                self.wish_of_team(number, want, format!("the roster file says at {} a mail to {mail}", alert.amount));
            }
        }
        for one in present.iter().filter(|one| !kept.contains(&one.id)) {
            let (project, alert) = (Some(name.to_owned()), Some(one.id.as_str().to_owned()));
            let reason = format!("the roster file does not list the alert at {}", one.threshold_amount);
            self.wish_of_team(number, Want::NoAlert { project, alert, cents: None }, reason);
        }
    }

    fn wish_of_team(&mut self, number: usize, want: Want, reason: String) {
        let place = self.places.of(Entry::Team(number));
        self.comparison.wishes.push(Wish { who: Who::default(), want, reason: Some(reason), place });
    }
}
