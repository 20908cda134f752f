//! One step, and the way from "not known" to known: by reading, never by sending blindly.

use std::sync::Arc;
use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use serde_json::Value;

use super::done::StepResult;
use super::event::{Event, Events};
use super::read_back::took_effect;
use super::recording::Recording;
use crate::api::client::{Answer, Outcome};
use crate::api::model::{Cents, Money, RoleId};
use crate::api::{Client, Repeat};
use crate::journal::StepStatus;
use crate::plan::{Act, Plan, Step};
use crate::roster::{SIDE_BY_SIDE, is_of_an_archived_project};
use crate::{Error, ErrorKind, Organization, Result};

/// How often a step is sent when reading shows each time that it did not take effect.
const SENDINGS: u32 = 4;
/// How often it is read whether a lost step took effect, once the API refuses to do it again.
const READINGS: u32 = 3;
const BETWEEN_READINGS: Duration = Duration::from_secs(2);

/// Sends one step and says how it ended, with what went wrong in the journal, if anything did.
///
/// It is written down before the first sending and at the end. A step in doubt was read to have had no effect.
pub(super) async fn perform(
    organization: &Organization,
    plan: &Plan,
    recording: &Recording,
    events: &Arc<Events>,
    number: usize,
) -> (StepResult, Option<Error>) {
    if let Err(error) = recording.sending(organization, number) {
        let result = StepResult::new(plan, number, StepStatus::NotSent);
        return (StepResult { error: Some(error.clone()), ..result }, Some(error));
    }
    let Step { subject, action, .. } = &plan.steps[number];
    let at = organization.now();
    events.tell(Event::Step { step: number, subject: subject.clone(), action: action.clone(), at });
    let organization = organization.scoped(organization.client().child_token(), events.listener(Some(number)));
    // The requests of this client are the attempts; what is read meanwhile goes through the other.
    let sender = organization.client().counting_anew();
    let again = |reason: &Error| {
        let (route, reason) = (plan.steps[number].call().name(), reason.message().to_owned());
        events.tell(Event::Retry { step: Some(number), route, reason, seconds: 0.0 });
    };
    let mut result = send(&organization, &sender, plan, number, recording.is_doubtful(number), &again).await;
    result.attempts = recording.attempts(number).saturating_add(sender.requests().total);
    result.at = Some(organization.now());
    let problem = recording.ended(&organization, &result).err();
    (result, problem)
}

/// The steps that an earlier process was sending when it ended, and that took effect, told by reading; with those of
/// which reading did not tell. The others are still to be sent.
pub(super) async fn settle_doubts(
    organization: &Organization,
    plan: &Plan,
    recording: &Recording,
) -> Result<Vec<StepResult>> {
    let doubtful = (0..plan.steps.len()).filter(|number| recording.is_doubtful(*number));
    let readings = doubtful.map(|number| async move {
        let step = &plan.steps[number];
        let attempts = recording.attempts(number);
        let unknown = StepResult { attempts, ..StepResult::new(plan, number, StepStatus::Unknown) };
        let mut result = match took_effect(organization, step).await {
            // What took effect was sent, though nobody lived to count it.
            Ok(Some(id)) => found(StepResult { attempts: attempts.max(1), ..unknown }, id),
            Ok(None) if can_be_sent_again(&step.act) => return Ok(None),
            Ok(None) => unknown,
            Err(error) => StepResult { error: Some(error), ..unknown },
        };
        result.at = Some(organization.now());
        recording.ended(organization, &result)?;
        Ok(Some(result))
    });
    let settled: Vec<Option<StepResult>> = stream::iter(readings).buffered(SIDE_BY_SIDE).try_collect().await?;
    Ok(settled.into_iter().flatten().collect())
}

/// Sends a step. `doubtful`: an earlier sending may still take effect. `again` is told why it is sent once more.
async fn send(
    organization: &Organization,
    sender: &Client,
    plan: &Plan,
    number: usize,
    mut doubtful: bool,
    again: &(dyn Fn(&Error) + Send + Sync),
) -> StepResult {
    let step = &plan.steps[number];
    let mut result = StepResult::new(plan, number, StepStatus::Done);
    for sending in 1..=SENDINGS {
        match sender.attempt(&step.call()).await {
            Outcome::Answered(Ok(answer)) => {
                note_answer(&mut result, step, answer);
                return result;
            }
            Outcome::Answered(Err(error)) => {
                result.request_id = error.request_id().map(str::to_owned);
                if doubtful {
                    // After a lost answer, a refusal may only mean that the lost one had worked.
                    return settle(organization, step, result, error).await;
                }
                let already = is_so_already(organization, step, &error).await;
                result.status = if already { StepStatus::Already } else { StepStatus::Failed };
                result.error = (result.status == StepStatus::Failed).then(|| advise(step, error));
                return result;
            }
            // That this sending did nothing says nothing about the lost one: the reading in between may have lagged.
            Outcome::NotSent(error) if doubtful => return settle(organization, step, result, error).await,
            Outcome::NotSent(error) => {
                let not_sent = matches!(error.kind(), ErrorKind::Cancelled | ErrorKind::RateLimited);
                result.status = if not_sent { StepStatus::NotSent } else { StepStatus::Failed };
                result.error = Some(error);
                return result;
            }
            Outcome::Unknown(error) => {
                doubtful = true;
                match took_effect(organization, step).await {
                    Ok(Some(id)) => return found(result, id),
                    // It is not there, and the API refuses a second one if it is there after all.
                    Ok(None) if sending < SENDINGS && can_be_sent_again(&step.act) => {
                        tracing::debug!(subject = step.subject, "read back: it did not take effect; sending again");
                        again(&error);
                    }
                    Ok(None) | Err(_) => {
                        result.status = StepStatus::Unknown;
                        result.error = Some(error);
                        return result;
                    }
                }
            }
        }
    }
    result.status = StepStatus::Unknown;
    result
}

/// The end of a step whose answer was lost, and which could not be done again.
async fn settle(organization: &Organization, step: &Step, result: StepResult, error: Error) -> StepResult {
    match read_until_found(organization, step).await {
        Some(id) => found(result, id),
        None => StepResult { status: StepStatus::Unknown, error: Some(error), ..result },
    }
}

pub(super) fn found(mut result: StepResult, id: Option<String>) -> StepResult {
    result.status = StepStatus::Done;
    result.found_by_reading = true;
    result.id = id;
    result
}

fn note_answer(result: &mut StepResult, step: &Step, answer: Answer<Value>) {
    result.request_id = answer.request_id;
    result.id = answer.value.get("id").and_then(Value::as_str).map(str::to_owned);
    if answer.already_gone {
        result.found_by_reading = true;
    }
    if let Some(message) = contradiction(&step.act, &answer.value) {
        result.status = StepStatus::Failed;
        result.error = Some(Error::new(ErrorKind::Rejected, message).with_route(step.call().name()));
    }
}

/// What an answer without an error says against the step having taken effect.
fn contradiction(act: &Act, answer: &Value) -> Option<String> {
    let text = |place: &str| answer.pointer(place).and_then(Value::as_str);
    let role_is = |wished: &str| {
        let role = text("/role").filter(|role| *role != wished)?;
        Some(format!("the API answered, but the role is {role}"))
    };
    match act {
        Act::SetRole { role, .. } => role_is(role.as_str()),
        Act::AddToProject { role, .. } | Act::SetProjectRole { role, .. } => role_is(role.as_str()),
        Act::AssignRole { role, .. } => {
            let given = text("/role/id").filter(|given| !role.is_same_role(&RoleId::from(*given)))?;
            Some(format!("the API answered, but the role is {given}"))
        }
        Act::SetSpendLimit { cents, .. } => {
            let set = answer.get("threshold_amount").and_then(Value::as_u64).filter(|set| *set != cents.get())?;
            Some(format!("the API answered, but the limit is {}", Money::from(Cents::new(set))))
        }
        Act::Invite { .. }
        | Act::AddToGroup { .. }
        | Act::ArchiveProject { .. }
        // Scopes are in no answer.
        | Act::FreezeKey { .. }
        | Act::CreateSpendAlert { .. }
        | Act::ReplaceSpendAlert { .. } => None,
        Act::CancelInvite { .. }
        | Act::Remove { .. }
        | Act::RemoveFromProject { .. }
        | Act::RemoveFromGroup { .. }
        | Act::UnassignRole { .. }
        | Act::DeleteKey { .. }
        | Act::DeleteAdminKey { .. }
        | Act::DeleteServiceAccount { .. }
        | Act::DeleteSpendLimit { .. }
        | Act::DeleteSpendAlert { .. } => {
            let kept = answer.get("deleted") == Some(&Value::Bool(false));
            kept.then(|| "the API answered that it was not deleted".to_owned())
        }
    }
}

/// Whether a second sending is harmless once reading has shown that the first did not take effect: the API refuses a
/// second invitation to an address, a second membership and a second archiving, a role is had once, and the rest sets what
/// is wished. A key that is frozen twice lives longer by the time between. Of alerts there can be two alike.
pub(super) fn can_be_sent_again(act: &Act) -> bool {
    match act {
        Act::Invite { .. }
        | Act::AddToProject { .. }
        | Act::AddToGroup { .. }
        | Act::ArchiveProject { .. }
        | Act::AssignRole { .. }
        | Act::FreezeKey { .. } => true,
        _ => act.call().repeat() != Repeat::Never,
    }
}

/// Refusals that mean that the wish is fulfilled.
async fn is_so_already(organization: &Organization, step: &Step, error: &Error) -> bool {
    let is_read_back = async || matches!(took_effect(organization, step).await, Ok(Some(_)));
    match &step.act {
        Act::CancelInvite { .. }
        | Act::Remove { .. }
        | Act::RemoveFromProject { .. }
        | Act::DeleteKey { .. }
        | Act::DeleteAdminKey { .. }
        | Act::DeleteServiceAccount { .. }
        | Act::DeleteSpendLimit { .. }
        | Act::DeleteSpendAlert { .. } => {
            // A 404 that does not speak of the thing leaves it open whether it is there.
            error.is_absence()
                || is_of_an_archived_project(error)
                || (error.kind() == ErrorKind::NotFound && is_read_back().await)
        }
        // In it, or out of it, or archived, or over, since the plan was made; in a project perhaps with another role. Of a role,
        // a 404 may be said of the form of its id.
        Act::AddToProject { .. }
        | Act::AddToGroup { .. }
        | Act::RemoveFromGroup { .. }
        | Act::AssignRole { .. }
        | Act::UnassignRole { .. }
        | Act::FreezeKey { .. }
        | Act::ArchiveProject { .. } => {
            matches!(error.kind(), ErrorKind::Conflict | ErrorKind::Rejected | ErrorKind::NotFound)
                && is_read_back().await
        }
        Act::Invite { .. }
        | Act::SetRole { .. }
        | Act::SetProjectRole { .. }
        | Act::SetSpendLimit { .. }
        | Act::CreateSpendAlert { .. }
        | Act::ReplaceSpendAlert { .. } => false,
    }
}

fn advise(step: &Step, error: Error) -> Error {
    if matches!(step.act, Act::CancelInvite { .. }) && error.message().contains("already accepted") {
        return error.with_hint("The person is a member now: `orgwarden remove` takes access away.");
    }
    error
}

/// Reads a few times with pauses: lists may lag behind what they list.
pub(super) async fn read_until_found(organization: &Organization, step: &Step) -> Option<Option<String>> {
    for reading in 1..=READINGS {
        if let Ok(Some(id)) = took_effect(organization, step).await {
            return Some(id);
        }
        if reading < READINGS {
            organization.client().pause(organization.clock().as_ref(), BETWEEN_READINGS).await;
        }
    }
    None
}
