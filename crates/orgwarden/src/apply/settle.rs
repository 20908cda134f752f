//! One step, and the way from "not known" to known: by reading, never by sending blindly.

use std::time::Duration;

use serde_json::Value;

use super::done::{StepResult, StepStatus};
use crate::api::Repeat;
use crate::api::client::{Answer, Outcome};
use crate::api::model::Invite;
use crate::api::{invites, project_users, users};
use crate::plan::{Evidence, Plan, Step};
use crate::roster::PersonStatus;
use crate::{Error, ErrorKind, Organization, Result};

/// How often a step is sent when reading shows each time that it did not take effect.
const SENDINGS: u32 = 4;
/// How often it is read whether a lost step took effect, once the API refuses to do it again.
const READINGS: u32 = 3;
const BETWEEN_READINGS: Duration = Duration::from_secs(2);

/// Sends one step and says how it ended.
pub(super) async fn perform(organization: &Organization, plan: &Plan, number: usize) -> StepResult {
    let step = &plan.steps[number];
    let mut result = StepResult::new(plan, number, StepStatus::Done);
    let mut doubtful = false;
    for sending in 1..=SENDINGS {
        match organization.client().attempt(&step.call).await {
            Outcome::Answered(Ok(answer)) => {
                note_answer(&mut result, step, answer);
                return result;
            }
            Outcome::Answered(Err(error)) => {
                result.request_id = error.request_id().map(str::to_owned);
                if doubtful {
                    // After a lost answer, a refusal may only mean that the lost one had worked.
                    return settle(organization, plan, step, result, error).await;
                }
                let already = is_so_already(organization, plan, step, &error).await;
                result.status = if already { StepStatus::Already } else { StepStatus::Failed };
                result.error = (result.status == StepStatus::Failed).then(|| advise(step, error));
                return result;
            }
            // That this sending did nothing says nothing about the lost one: the reading in between may have lagged.
            Outcome::NotSent(error) if doubtful => return settle(organization, plan, step, result, error).await,
            Outcome::NotSent(error) => {
                let not_sent = matches!(error.kind(), ErrorKind::Cancelled | ErrorKind::RateLimited);
                result.status = if not_sent { StepStatus::NotSent } else { StepStatus::Failed };
                result.error = Some(error);
                return result;
            }
            Outcome::Unknown(error) => {
                doubtful = true;
                match read_back(organization, plan, step).await {
                    Ok(Some(id)) => return found(result, id),
                    // It is not there, and the API refuses a second one if it is there after all.
                    Ok(None) if sending < SENDINGS && can_be_sent_again(step) => {
                        tracing::debug!(subject = step.subject, "read back: it did not take effect; sending again");
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
async fn settle(organization: &Organization, plan: &Plan, step: &Step, result: StepResult, error: Error) -> StepResult {
    match read_until_found(organization, plan, step).await {
        Some(id) => found(result, id),
        None => StepResult { status: StepStatus::Unknown, error: Some(error), ..result },
    }
}

fn found(mut result: StepResult, id: Option<String>) -> StepResult {
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
    if let Some(message) = contradiction(&step.evidence, &answer.value) {
        result.status = StepStatus::Failed;
        result.error = Some(Error::new(ErrorKind::Rejected, message).with_route(step.call.name()));
    }
}

/// What an answer without an error says against the step having taken effect.
fn contradiction(evidence: &Evidence, answer: &Value) -> Option<String> {
    let wished = match evidence {
        Evidence::HasRole(_, role) => role.as_str(),
        Evidence::HasProjectRole(_, _, role) => role.as_str(),
        Evidence::Gone(_) => {
            let kept = answer.get("deleted") == Some(&Value::Bool(false));
            return kept.then(|| "the API answered that it was not deleted".to_owned());
        }
        Evidence::Invited(_) => return None,
    };
    let role = answer.get("role").and_then(Value::as_str).filter(|role| *role != wished)?;
    Some(format!("the API answered, but the role is {role}"))
}

/// Whether a second sending is harmless once reading has shown that the first did not take effect: the API refuses a
/// second invitation to an address and a second membership, and the rest sets what is wished.
fn can_be_sent_again(step: &Step) -> bool {
    match step.evidence {
        Evidence::Invited(_) | Evidence::HasProjectRole(..) => true,
        Evidence::HasRole(..) | Evidence::Gone(_) => step.call.repeat() != Repeat::Never,
    }
}

/// Refusals that mean that the wish is fulfilled.
async fn is_so_already(organization: &Organization, plan: &Plan, step: &Step, error: &Error) -> bool {
    match &step.evidence {
        Evidence::Gone(_) => error.kind() == ErrorKind::NotFound,
        // In it since the plan was made; perhaps with another role.
        Evidence::HasProjectRole(..) => {
            error.message().contains("already exists in project")
                && matches!(read_back(organization, plan, step).await, Ok(Some(_)))
        }
        Evidence::Invited(_) | Evidence::HasRole(..) => false,
    }
}

fn advise(step: &Step, error: Error) -> Error {
    if matches!(step.evidence, Evidence::Gone(_)) && error.message().contains("already accepted") {
        return error.with_hint("The person is a member now: `orgwarden remove` takes access away.");
    }
    error
}

/// Reads a few times with pauses: lists may lag behind what they list.
async fn read_until_found(organization: &Organization, plan: &Plan, step: &Step) -> Option<Option<String>> {
    for reading in 1..=READINGS {
        if let Ok(Some(id)) = read_back(organization, plan, step).await {
            return Some(id);
        }
        if reading < READINGS {
            organization.client().pause(organization.clock().as_ref(), BETWEEN_READINGS).await;
        }
    }
    None
}

/// Reads whether it took effect: `Some` with the id of what was found, if it has one.
async fn read_back(organization: &Organization, plan: &Plan, step: &Step) -> Result<Option<Option<String>>> {
    let client = organization.client();
    let gone_is_none = |error: Error| if error.kind() == ErrorKind::NotFound { Ok(None) } else { Err(error) };
    match &step.evidence {
        Evidence::Invited(address) => {
            // A list that lags may still show the invitation that this one replaces.
            let replaced = step.after.and_then(|before| plan.steps.get(before)).map(|before| &before.evidence);
            let is_replaced = |invite: &Invite| matches!(replaced, Some(Evidence::Gone(old)) if *old == invites::retrieve(&invite.id).untyped());
            // Somebody else's invitation for the same address does not fulfil the wish.
            let role = step.call.body().and_then(|body| body.get("role")).and_then(Value::as_str);
            let is_other = |invite: &Invite| invite.role.as_ref().is_some_and(|present| Some(present.as_str()) != role);
            let address = address.to_lowercase();
            let mut pages = client.pages(invites::list());
            while let Some(page) = pages.next().await? {
                let open = page.into_iter().find(|invite| {
                    invite.email.as_deref().is_some_and(|email| email.to_lowercase() == address)
                        && !is_replaced(invite)
                        && !is_other(invite)
                        && matches!(
                            PersonStatus::of(invite, organization.now()),
                            PersonStatus::Invited | PersonStatus::Expiring
                        )
                });
                if let Some(invite) = open {
                    return Ok(Some(Some(invite.id.as_str().to_owned())));
                }
            }
            Ok(None)
        }
        Evidence::HasRole(user, role) => match client.send(&users::retrieve(user)).await {
            Ok(user) => Ok((user.role.as_ref() == Some(role)).then(|| Some(user.id.as_str().to_owned()))),
            Err(error) => gone_is_none(error),
        },
        Evidence::HasProjectRole(project, user, role) => {
            match client.send(&project_users::retrieve(project, user)).await {
                Ok(user) => Ok((user.role.as_ref() == Some(role)).then(|| Some(user.id.as_str().to_owned()))),
                Err(error) => gone_is_none(error),
            }
        }
        Evidence::Gone(call) => match client.send(call).await {
            Ok(_) => Ok(None),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Some(None)),
            Err(error) => Err(error),
        },
    }
}
