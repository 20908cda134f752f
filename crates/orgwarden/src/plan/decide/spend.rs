//! Limits and alerts on the spend of a month.

use super::gather::Gathering;
use super::{Said, contradicts};
use crate::api::model::{Cents, Money, Project, SpendAlert};
use crate::plan::steps::{create_alert, delete_alert, delete_limit, replace_alert, set_limit, spend_place};
use crate::plan::{AlertTerms, Plan, Wish};
use crate::roster::Snapshot;
use crate::words;
use crate::{Error, ErrorKind, Result};

/// The limit that a place is wished.
pub(super) struct LimitWish<'a> {
    project: Option<&'a Project>,
    cents: Option<Cents>,
    said: Said<'a>,
}

/// What is said of an alert that is wished.
#[derive(Clone, Copy)]
pub(super) struct AlertSaid<'a> {
    pub(super) alert: Option<&'a str>,
    pub(super) cents: Option<Cents>,
    pub(super) recipients: Option<&'a [String]>,
    pub(super) subject_prefix: Option<&'a str>,
}

/// What becomes of an alert: a new one if none is there, and none if nothing is wished.
pub(super) struct AlertWish<'a> {
    project: Option<&'a Project>,
    present: Option<&'a SpendAlert>,
    wished: Option<AlertTerms>,
    said: Said<'a>,
}

impl<'a> Gathering<'a> {
    fn place(&mut self, project: Option<&'a str>) -> Result<Option<&'a Project>> {
        project.map(|project| self.project(project)).transpose()
    }

    /// Takes in that a place is to have a limit, or none.
    pub(super) fn take_limit(&mut self, wish: &'a Wish, project: Option<&'a str>, cents: Option<Cents>) -> Result<()> {
        let cents = cents.map(words::spend_limit).transpose()?;
        let project = self.place(project)?;
        let place = *self.limit_places.entry(project.map(|project| &project.id)).or_insert(self.limits.len());
        match self.limits.get(place) {
            Some(other) if other.cents != cents => Err(contradicts(wish, "is wished two different spend limits")),
            Some(_) => Ok(()),
            None => {
                self.limits.push(LimitWish { project, cents, said: Said::of(wish) });
                Ok(())
            }
        }
    }

    /// Takes in that there is to be an alert.
    pub(super) fn take_alert(&mut self, wish: &'a Wish, project: Option<&'a str>, said: AlertSaid<'_>) -> Result<()> {
        let project = self.place(project)?;
        let recipients = said.recipients.map(|all| all.iter().map(|one| words::email(one)).collect()).transpose()?;
        if recipients.as_ref().is_some_and(Vec::is_empty) {
            return Err(contradicts(wish, "is wished an alert that mails nobody"));
        }
        let prefix = said.subject_prefix.map(|prefix| Some(prefix.to_owned()).filter(|prefix| !prefix.is_empty()));
        let changed = |present: AlertTerms| AlertTerms {
            cents: said.cents.unwrap_or(present.cents),
            recipients: recipients.clone().unwrap_or(present.recipients),
            subject_prefix: prefix.clone().unwrap_or(present.subject_prefix),
        };
        let (present, wished) = match (said.alert, said.cents) {
            (Some(id), _) => {
                let present = self.alert(project, id)?;
                (Some(present), changed(AlertTerms::of(present)))
            }
            (None, None) => return Err(contradicts(wish, "is wished an alert without an amount")),
            (None, Some(cents)) => {
                let all = self.alerts_at(project, cents);
                match all.as_slice() {
                    [] => {
                        let recipients =
                            recipients.ok_or_else(|| contradicts(wish, "is wished an alert, and nobody to mail"))?;
                        (None, AlertTerms { cents, recipients, subject_prefix: prefix.flatten() })
                    }
                    [one] => (Some(*one), changed(AlertTerms::of(one))),
                    several => {
                        let is_so = |one: &&&SpendAlert| AlertTerms::of(one).is_same(&changed(AlertTerms::of(one)));
                        let Some(one) = several.iter().find(is_so) else {
                            let ids: Vec<&str> = several.iter().map(|alert| alert.id.as_str()).collect();
                            let problem =
                                format!("has {} alerts at {}: {}", ids.len(), Money::from(cents), ids.join(", "));
                            return Err(contradicts(wish, &problem).with_hint("Name the one you mean by its id."));
                        };
                        (Some(*one), AlertTerms::of(one))
                    }
                }
            }
        };
        self.take_fate(wish, project, present, Some(wished))
    }

    /// Takes in that there is to be an alert no more.
    pub(super) fn take_no_alert(
        &mut self,
        wish: &'a Wish,
        project: Option<&'a str>,
        alert: Option<&str>,
        cents: Option<Cents>,
    ) -> Result<()> {
        let project = self.place(project)?;
        let alerts = match (alert, cents) {
            (Some(id), None) => vec![self.alert(project, id)?],
            (None, Some(cents)) => self.alerts_at(project, cents),
            (Some(_), Some(_)) => return Err(contradicts(wish, "names an alert by its id and by an amount")),
            (None, None) => return Err(contradicts(wish, "names an alert neither by its amount nor by its id")),
        };
        if let Some(cents) = cents {
            let is_wished = |other: &AlertWish<'_>| {
                is_same(other.project, project) && other.wished.as_ref().is_some_and(|terms| terms.cents == cents)
            };
            if self.alerts.iter().any(is_wished) {
                return Err(both_ways(wish, cents));
            }
            self.alertless.push((project, cents));
            if alerts.is_empty() {
                let state = format!("has no alert at {}", Money::from(cents));
                self.nothing.push((spend_place(project).to_owned(), state));
            }
        }
        alerts.into_iter().try_for_each(|alert| self.take_fate(wish, project, Some(alert), None))
    }

    fn take_fate(
        &mut self,
        wish: &'a Wish,
        project: Option<&'a Project>,
        present: Option<&'a SpendAlert>,
        wished: Option<AlertTerms>,
    ) -> Result<()> {
        if let Some(cents) = wished.as_ref().map(|terms| terms.cents)
            && self.alertless.iter().any(|(other, amount)| *amount == cents && is_same(*other, project))
        {
            return Err(both_ways(wish, cents));
        }
        let is_about_it = |other: &&AlertWish<'_>| {
            is_same(other.project, project)
                && match (other.present, present) {
                    (Some(other), Some(present)) => other.id == present.id,
                    (None, None) => {
                        other.wished.as_ref().map(|terms| terms.cents) == wished.as_ref().map(|terms| terms.cents)
                    }
                    _ => false,
                }
        };
        match self.alerts.iter().find(is_about_it) {
            Some(other) if other.wished != wished => Err(contradicts(wish, "is wished one alert in two ways")),
            Some(_) => Ok(()),
            None => {
                self.alerts.push(AlertWish { project, present, wished, said: Said::of(wish) });
                Ok(())
            }
        }
    }

    fn alerts(&self, project: Option<&Project>) -> &'a [SpendAlert] {
        self.snapshot.alerts.get(&project.map(|project| project.id.clone())).map_or(&[], Vec::as_slice)
    }

    fn alerts_at(&self, project: Option<&Project>, cents: Cents) -> Vec<&'a SpendAlert> {
        self.alerts(project).iter().filter(|alert| alert.threshold_amount == cents).collect()
    }

    fn alert(&self, project: Option<&Project>, id: &str) -> Result<&'a SpendAlert> {
        let alerts = self.alerts(project);
        alerts.iter().find(|alert| alert.id.as_str() == id.trim()).ok_or_else(|| {
            Error::new(ErrorKind::NotFound, format!("there is no alert `{id}` in {}", spend_place(project)))
                .with_hint("Alerts are listed by `orgwarden limits`.")
        })
    }
}

fn both_ways(wish: &Wish, cents: Cents) -> Error {
    contradicts(wish, &format!("is wished an alert at {} and none", Money::from(cents)))
}

fn is_same(one: Option<&Project>, other: Option<&Project>) -> bool {
    one.map(|project| &project.id) == other.map(|project| &project.id)
}

impl LimitWish<'_> {
    pub(super) fn decide(&self, snapshot: &Snapshot, plan: &mut Plan) {
        let (first, place) = (plan.steps.len(), spend_place(self.project));
        let before = snapshot.limits.get(&self.project.map(|project| project.id.clone())).copied().flatten();
        match (before, self.cents) {
            (None, None) => plan.already(place, "has no spend limit"),
            (Some(before), Some(wished)) if before == wished => {
                plan.already(place, format!("has a spend limit of {} a month", Money::from(wished)));
            }
            (before, Some(wished)) => drop(plan.step(set_limit(self.project, before, wished))),
            (Some(before), None) => drop(plan.step(delete_limit(self.project, before))),
        }
        self.said.give_reason(plan, first);
    }
}

impl AlertWish<'_> {
    pub(super) fn decide(&self, plan: &mut Plan) {
        let first = plan.steps.len();
        match (self.present, &self.wished) {
            (Some(present), Some(wished)) if AlertTerms::of(present).is_same(wished) => {
                plan.already(spend_place(self.project), format!("has an alert at {wished}"));
            }
            (Some(present), Some(wished)) => drop(plan.step(replace_alert(self.project, present, wished.clone()))),
            (Some(present), None) => drop(plan.step(delete_alert(self.project, present))),
            (None, Some(wished)) => drop(plan.step(create_alert(self.project, wished.clone()))),
            (None, None) => {}
        }
        self.said.give_reason(plan, first);
    }
}
