//! What must hold before the first step is sent, read anew.

use std::collections::BTreeMap;

use super::recording::Recording;
use crate::guard::{self, Held};
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

/// The steps that guards hold, by what the organization is like now. Reads nothing for plans that take nothing away.
pub(super) async fn guards(
    organization: &Organization,
    plan: &Plan,
    is_open: &[bool],
) -> Result<BTreeMap<usize, Held>> {
    let numbers: Vec<usize> = (0..plan.steps.len()).filter(|step| is_open[*step]).collect();
    // What was read a moment ago is good enough for a project's owners, but not for the organization's.
    let is_fresh = !plan.is_saved;
    let is_dangerous = |act: &Act| act.lowers().is_some() || act.is_removal() || (act.takes() && !is_fresh);
    if !numbers.iter().any(|number| is_dangerous(&plan.steps[*number].act)) {
        return Ok(BTreeMap::new());
    }
    let mut steps: Vec<_> = numbers.iter().map(|number| plan.steps[*number].clone()).collect();
    for step in &mut steps {
        // Numbers of the plan, in the numbers of what is left of it.
        step.after = step.after.iter().filter_map(|before| numbers.binary_search(before).ok()).collect();
    }
    let known = Known { key_owners: plan.key_owners.clone(), projects: is_fresh, ..Known::default() };
    let (mut facts, _) = roster::facts(organization, &steps, &plan.policy, known).await?;
    let ended = plan.steps.iter().zip(is_open).filter(|(_, is_open)| !**is_open);
    facts.promoted =
        ended.filter_map(|(step, _)| step.act.promotes()).filter(|user| facts.owners.contains(user)).cloned().collect();
    let judgement = guard::judge(&steps, &facts, &plan.policy);
    // What now depends on another step of the plan that it did not wait for.
    let mut held = judgement.held;
    for (step, before) in judgement.order {
        if !steps[step].after.contains(&before) {
            held.entry(step).or_insert_with(|| Held {
                subject: steps[step].subject.clone(),
                guard: guard::Guard::MinimumOwners,
                reason: "the owners have changed since the plan was made".to_owned(),
                allow: Some("make the plan anew".to_owned()),
            });
        }
    }
    Ok(held.into_iter().map(|(step, held)| (numbers[step], held)).collect())
}
