//! Steps on spend limits and alerts.

use super::project_name;
use crate::api::model::{Cents, Money, Project, ProjectId, SpendAlert};
use crate::plan::{Act, AlertTerms, Condition, Step};

/// What plans call the place of a limit or an alert.
pub(crate) fn spend_place(project: Option<&Project>) -> &str {
    project.map_or("the organization", project_name)
}

fn id(project: Option<&Project>) -> Option<ProjectId> {
    project.map(|project| project.id.clone())
}

/// The step that sets a spend limit; `before`: the present one.
pub(crate) fn set_limit(project: Option<&Project>, before: Option<Cents>, cents: Cents) -> Step {
    let limit = Money::from(cents);
    let action = match before {
        Some(before) => format!("change the spend limit from {} to {limit} a month", Money::from(before)),
        None => format!("set a spend limit of {limit} a month"),
    };
    Step::new(spend_place(project), action, Act::SetSpendLimit { project: id(project), cents })
        .requiring([Condition::SpendLimit { project: id(project), cents: before }])
}

/// The step that takes a spend limit away.
pub(crate) fn delete_limit(project: Option<&Project>, before: Cents) -> Step {
    let loses = format!("the hard limit of {} a month", Money::from(before));
    Step::new(spend_place(project), "take the spend limit away", Act::DeleteSpendLimit { project: id(project) })
        .losing(vec![loses])
        .requiring([Condition::SpendLimit { project: id(project), cents: Some(before) }])
}

/// The step that creates an alert.
pub(crate) fn create_alert(project: Option<&Project>, alert: AlertTerms) -> Step {
    let condition = Condition::NoSpendAlert { project: id(project), cents: alert.cents };
    let action = format!("create an alert at {alert}");
    Step::new(spend_place(project), action, Act::CreateSpendAlert { project: id(project), alert })
        .requiring([condition])
}

/// The step that changes an alert.
pub(crate) fn replace_alert(project: Option<&Project>, before: &SpendAlert, alert: AlertTerms) -> Step {
    let present = AlertTerms::of(before);
    let action = format!("change the alert at {present}: from now on at {alert}");
    let gone = |address: &&String| !alert.recipients.iter().any(|kept| kept.eq_ignore_ascii_case(address));
    let loses: Vec<String> =
        present.recipients.iter().filter(gone).map(|address| format!("the mail to {address}")).collect();
    let act = Act::ReplaceSpendAlert { project: id(project), id: before.id.clone(), alert };
    Step::new(spend_place(project), action, act).losing(loses).requiring([is_there(project, before)])
}

/// The step that deletes an alert.
pub(crate) fn delete_alert(project: Option<&Project>, alert: &SpendAlert) -> Step {
    let terms = AlertTerms::of(alert);
    let act = Act::DeleteSpendAlert { project: id(project), id: alert.id.clone() };
    Step::new(spend_place(project), format!("delete the alert at {}", Money::from(terms.cents)), act)
        .losing(vec![format!("the mail to {}", terms.recipients.join(", "))])
        .requiring([is_there(project, alert)])
}

fn is_there(project: Option<&Project>, alert: &SpendAlert) -> Condition {
    Condition::SpendAlert { project: id(project), id: alert.id.clone(), alert: AlertTerms::of(alert) }
}
