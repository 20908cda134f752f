//! What must hold before the first step is sent, read anew.

use futures_util::{StreamExt as _, stream};

use super::done::StepResult;
use super::read_back::took_effect;
use super::recording::Recording;
use super::settle::found;
use super::touched::Touched;
use crate::guard::{self, Judgement};
use crate::journal::StepStatus;
use crate::plan::{Act, Condition, Plan};
use crate::roster::{self, Known, SIDE_BY_SIDE, State};
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

/// Of a run that was begun before: the steps that are left and require what is so no more. They are not sent. One whose
/// wish has come true by other hands is so already.
///
/// What the run itself has changed counts as required: whoever was demoted by it need not be an owner to be removed.
pub(super) async fn what_is_left(
    organization: &Organization,
    plan: &Plan,
    recording: &Recording,
    results: &[Option<StepResult>],
) -> Result<Vec<StepResult>> {
    if recording.is_new() {
        return Ok(Vec::new());
    }
    let is_well = |result: &Option<StepResult>| result.as_ref().is_some_and(|result| result.status.is_well());
    let done =
        Touched::by(plan.steps.iter().zip(results).filter(|(_, result)| is_well(result)).map(|(step, _)| &step.act));
    let numbers: Vec<usize> = (0..plan.steps.len()).filter(|step| results[*step].is_none()).collect();
    let mut steps = plan.only(&numbers);
    for step in &mut steps {
        let requires = std::mem::take(&mut step.requires);
        step.requires.extend(requires.into_iter().filter_map(|condition| after(condition, &done)));
    }
    let state = State::read(organization, &steps).await?;
    let now = organization.now();
    let mut broken: Vec<(usize, usize, String)> = Vec::new();
    for (place, (number, step)) in numbers.into_iter().zip(&steps).enumerate() {
        let contradiction = |condition| Some(format!("{condition}: {}", state.contradicts(condition, now)?));
        broken.extend(step.requires.iter().find_map(contradiction).map(|told| (place, number, told)));
    }
    let (state, steps) = (&state, &steps);
    let ends = broken.into_iter().map(|(place, number, told)| async move {
        let step = &steps[place];
        let result = StepResult {
            attempts: recording.attempts(number),
            at: Some(organization.now()),
            ..StepResult::new(plan, number, StepStatus::Failed)
        };
        let so = match state.fulfils(&step.act) {
            Some(is_so) => is_so.then_some(None),
            None => took_effect(organization, step).await.ok().flatten(),
        };
        match so {
            Some(id) if recording.is_doubtful(number) => found(result, id),
            Some(id) => StepResult { status: StepStatus::Already, id, ..result },
            None => StepResult { error: Some(changed(&told)), ..result },
        }
    });
    let ended: Vec<StepResult> = stream::iter(ends).buffered(SIDE_BY_SIDE).collect().await;
    recording.all_ended(organization, &ended)?;
    Ok(ended)
}

fn changed(broken: &str) -> Error {
    Error::new(ErrorKind::Conflict, format!("not sent, for the organization has changed since the run began: {broken}"))
        .with_hint("Plan anew what is still wished of it.")
}

/// What a condition comes to once these acts have been done; `None`: nothing is left to require.
pub(super) fn after(condition: Condition, done: &Touched<'_>) -> Option<Condition> {
    done.concerning(&condition).try_fold(condition, after_one)
}

/// The same of one act. By which things the acts are found that a condition must see, says [`Touched`].
pub(super) fn after_one(condition: Condition, act: &Act) -> Option<Condition> {
    use Condition::{
        Active, AdminKey, GroupMembership, InProject, Invited, Key, Member, NoSpendAlert, NotInProject, NotInvited,
        RoleAssignment, ServiceAccount, SpendAlert, SpendLimit,
    };
    // Whoever is an owner of the organization is one of every project, and whoever ceases to be one is not.
    let moves = |user| matches!(act, Act::Remove { user: of } | Act::SetRole { user: of, .. } if of == user);
    let archives = |project| matches!(act, Act::ArchiveProject { project: of } if of == project);
    Some(match (condition, act) {
        (Member { user, email, .. }, Act::SetRole { user: of, role }) if user == *of => {
            Member { user, email, role: Some(role.clone()) }
        }
        (Member { user, .. } | GroupMembership { user, .. }, Act::Remove { user: of }) if user == *of => return None,
        (Invited { invite }, Act::CancelInvite { invite: of }) if invite == *of => return None,
        (NotInvited { email, .. }, Act::Invite { email: of, .. }) if email.eq_ignore_ascii_case(of) => return None,
        (InProject { user, project, .. }, _) if moves(&user) || archives(&project) => return None,
        (NotInProject { user, project }, _) if moves(&user) || archives(&project) => return None,
        (
            InProject { project, user, .. },
            Act::SetProjectRole { project: at, user: of, role } | Act::AddToProject { project: at, user: of, role },
        ) if (&project, &user) == (at, of) => InProject { project, user, role: Some(role.clone()) },
        (
            InProject { project, user, .. } | NotInProject { project, user },
            Act::RemoveFromProject { project: at, user: of } | Act::AddToProject { project: at, user: of, .. },
        ) if (&project, &user) == (at, of) => return None,
        (
            GroupMembership { group, user, .. },
            Act::AddToGroup { group: at, user: of } | Act::RemoveFromGroup { group: at, user: of },
        ) if (&group, &user) == (at, of) => {
            GroupMembership { group, user, present: matches!(act, Act::AddToGroup { .. }) }
        }
        // Whoever leaves takes their keys along; whose one is, is not always known.
        (Key { owner, .. }, Act::Remove { user }) if owner.as_ref().is_none_or(|owner| owner == user) => return None,
        (AdminKey { owner, .. }, Act::Remove { user }) if owner.as_ref().is_none_or(|owner| owner == user) => {
            return None;
        }
        (AdminKey { key, .. }, Act::DeleteAdminKey { key: of, .. }) if key == *of => return None,
        (Key { owner: None, .. }, Act::DeleteServiceAccount { .. }) => return None,
        (Key { project, owner, .. }, Act::RemoveFromProject { project: at, user })
            if project == *at && owner.as_ref().is_none_or(|owner| owner == user) =>
        {
            return None;
        }
        (Key { key, .. }, Act::DeleteKey { key: of, .. }) if key == *of => return None,
        (ServiceAccount { account, .. }, Act::DeleteServiceAccount { account: of, .. }) if account == *of => {
            return None;
        }
        (Key { project, .. } | ServiceAccount { project, .. }, _) if archives(&project) => return None,
        (
            RoleAssignment { project, holder, role, .. },
            Act::AssignRole { project: at, holder: of, role: which }
            | Act::UnassignRole { project: at, holder: of, role: which },
        ) if (&project, &holder) == (at, of) && role.is_same_role(which) => {
            let present = matches!(act, Act::AssignRole { .. });
            RoleAssignment { project, holder, role, present }
        }
        (RoleAssignment { holder, .. }, Act::Remove { user }) if holder.user() == Some(user) => return None,
        (RoleAssignment { project: Some(project), holder, .. }, Act::RemoveFromProject { project: at, user })
            if project == *at && holder.user() == Some(user) =>
        {
            return None;
        }
        (SpendLimit { project, .. }, Act::SetSpendLimit { project: at, cents }) if project == *at => {
            SpendLimit { project, cents: Some(*cents) }
        }
        (SpendLimit { project, .. }, Act::DeleteSpendLimit { project: at }) if project == *at => {
            SpendLimit { project, cents: None }
        }
        (SpendAlert { project, id, .. }, Act::ReplaceSpendAlert { id: of, alert, .. }) if id == *of => {
            SpendAlert { project, id, alert: alert.clone() }
        }
        (SpendAlert { id, .. }, Act::DeleteSpendAlert { id: of, .. }) if id == *of => return None,
        (NoSpendAlert { project, cents }, Act::CreateSpendAlert { project: at, alert })
            if project == *at && cents == alert.cents =>
        {
            return None;
        }
        (Active { project }, _) if archives(&project) => return None,
        (condition, _) => condition,
    })
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
        promoted: ended.filter_map(|(step, _)| step.act.promotes()).chain(&plan.successor).cloned().collect(),
        owners: plan.owners.clone(),
        key_owners: plan.key_owners.clone(),
        projects: is_fresh,
        ..Known::default()
    };
    let policy = plan.policy.sparing_also(organization.policy());
    let (facts, _) = roster::facts(organization, &steps, &policy, known).await?;
    Ok(guard::judge(&steps, &facts, &policy).numbered(&numbers))
}
