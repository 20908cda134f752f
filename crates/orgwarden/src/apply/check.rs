//! What must hold before the first step is sent, read anew.

use super::recording::Recording;
use crate::guard::{self, Judgement};
use crate::plan::{Act, Plan};
use crate::roster::{self, Known, State};
use crate::{Error, ErrorKind, Organization, Result};

/// How many conditions are named at once.
const TOLD: usize = 10;

/// Refuses a plan from a file if anything that it requires holds no longer: it is applied as it is, or not at all.
pub(super) async fn conditions(organization: &Organization, plan: &Plan, recording: &Recording) -> Result<()> {
    if !plan.is_saved || !recording.is_new() {
        return Ok(());
    }
    let state = State::read(organization, &plan.steps).await?;
    let broken: Vec<String> = plan
        .steps
        .iter()
        .flat_map(|step| &step.requires)
        .filter_map(|condition| {
            state.contradicts(condition, organization.now()).map(|now| format!("{condition}: {now}"))
        })
        .collect();
    if broken.is_empty() {
        return Ok(());
    }
    let more = broken.len().saturating_sub(TOLD);
    let more = if more == 0 { String::new() } else { format!("; and {more} more") };
    let told: Vec<&str> = broken.iter().take(TOLD).map(String::as_str).collect();
    Err(Error::new(
        ErrorKind::Conflict,
        format!("the organization has changed since the plan was made: {}{more}", told.join("; ")),
    )
    .with_hint("Nothing was sent. Make the plan anew."))
}

/// What guards say of the steps that are open, by what the organization is like now. Reads nothing for plans that take
/// nothing away.
pub(super) async fn guards(organization: &Organization, plan: &Plan, is_open: &[bool]) -> Result<Judgement> {
    let numbers: Vec<usize> = (0..plan.steps.len()).filter(|step| is_open[*step]).collect();
    // What was read a moment ago is good enough for a project's owners, but not for the organization's.
    let is_fresh = !plan.is_saved;
    let is_dangerous =
        |act: &Act| act.lowers().is_some() || act.is_removal() || act.has_no_scopes() || (act.takes() && !is_fresh);
    if !numbers.iter().any(|number| is_dangerous(&plan.steps[*number].act)) {
        return Ok(Judgement::default());
    }
    let steps = plan.only(&numbers);
    let ended = plan.steps.iter().zip(is_open).filter(|(_, is_open)| !**is_open);
    let known = Known {
        promoted: ended.filter_map(|(step, _)| step.act.promotes()).cloned().collect(),
        owners: plan.owners.clone(),
        key_owners: plan.key_owners.clone(),
        projects: is_fresh,
        ..Known::default()
    };
    let policy = plan.policy.sparing_also(organization.policy());
    let (facts, _) = roster::facts(organization, &steps, &policy, known).await?;
    Ok(guard::judge(&steps, &facts, &policy).numbered(&numbers))
}
