use std::collections::{HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::audit_logs::{self, AuditFilter};
use crate::api::model::{AuditLog, ProjectId, ProjectStatus, Timestamp, UserId};
use crate::api::project_api_keys::{self, OwnerAccess};
use crate::journal::{Entry, Run, State};
use crate::operation::{Effect, Operation};
use crate::plan::{Act, Condition, Step};
use crate::receipt::{AuditEvidence, Departure, Outcome, Proof, Receipt};
use crate::roster::{self, Key, SIDE_BY_SIDE};
use crate::{Error, Organization, Result};

/// How many ids go into one filter of the audit log: a request line has an end.
const IDS_PER_READ: usize = 100;

/// Proves what became of a run: reads whether everybody whom it removed is gone, whether a key of theirs is left anywhere,
/// what the audit log says, and whether the journal is unharmed.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeReceipt {
    /// The run in the journal; left out: the newest.
    #[serde(default)]
    pub run: Option<String>,
}

impl Operation for MakeReceipt {
    const NAME: &'static str = "receipts.make";
    const EFFECT: Effect = Effect::Reads;
    type Output = Receipt;

    async fn run(self, organization: &Organization) -> Result<Receipt> {
        let journal = organization.journal();
        let newest = || {
            let first = journal.runs()?.into_iter().next().map(|run| run.id);
            first.ok_or_else(|| {
                Error::new(crate::ErrorKind::NotFound, "the journal has no run yet")
                    .with_hint("A receipt is of something that was done with this profile.")
            })
        };
        let run = journal.run(&self.run.map_or_else(newest, Ok)?)?;
        let verification = journal.verify(None)?;
        let (summary, entries) = journal.entries(&run.id)?;
        let plan_digest =
            entries.iter().find(|entry| entry.state == State::Started).and_then(|entry| entry.detail.clone());
        let users: HashSet<UserId> = run.plan.steps.iter().filter_map(|step| removed(&step.act)).cloned().collect();
        let (listed, (projects_read, keys), events) = tokio::try_join!(
            still_listed(organization, &run),
            keys_left(organization, &users),
            audit_events(organization, summary.started_at, &users)
        )?;
        let mut departures = Vec::new();
        let mut others = Vec::new();
        for (number, step) in run.plan.steps.iter().enumerate() {
            let entry = run.steps.get(&number);
            match removed(&step.act) {
                Some(user) => departures.push(departure(step, user, entry, &listed, &keys, &events)),
                None => others.push(Outcome {
                    subject: step.subject.clone(),
                    action: step.action.clone(),
                    state: entry.map(|entry| entry.state),
                    at: entry.map(|entry| entry.at),
                    request_id: entry.and_then(|entry| entry.request_id.clone()),
                }),
            }
        }
        Ok(Receipt {
            run: run.id,
            operation: run.plan.operation,
            organization: run.plan.organization,
            started_at: summary.started_at,
            made_at: organization.now(),
            departures,
            others,
            projects_read,
            proof: Proof {
                plan_digest,
                journal_head: verification.head,
                journal_entries: verification.entries,
                problems: verification.problems,
            },
            requests: organization.client().requests(),
        })
    }
}

fn removed(act: &Act) -> Option<&UserId> {
    match act {
        Act::Remove { user } => Some(user),
        _ => None,
    }
}

fn departure(
    step: &Step,
    user: &UserId,
    entry: Option<&Entry>,
    listed: &HashSet<UserId>,
    keys: &[Key],
    events: &HashMap<String, Vec<AuditEvidence>>,
) -> Departure {
    Departure {
        subject: step.subject.clone(),
        user: user.clone(),
        lost: step.loses.clone(),
        state: entry.map(|entry| entry.state),
        removed_at: entry.filter(|entry| matches!(entry.state, State::Done | State::Already)).map(|entry| entry.at),
        request_id: entry.and_then(|entry| entry.request_id.clone()),
        still_listed: listed.contains(user),
        keys_left: keys.iter().filter(|key| key.owner_id.as_ref() == Some(user)).cloned().collect(),
        audit_events: events.get(user.as_str()).cloned().unwrap_or_default(),
    }
}

/// Who of the removed is on the list of members: one request for a hundred with an address, one for each other.
async fn still_listed(organization: &Organization, run: &Run) -> Result<HashSet<UserId>> {
    let mut emails = Vec::new();
    let mut ids = Vec::new();
    for step in &run.plan.steps {
        let Some(user) = removed(&step.act) else { continue };
        let email = step.requires.iter().find_map(|condition| match condition {
            Condition::Member { email, .. } => email.as_deref(),
            _ => None,
        });
        match email {
            Some(email) => emails.push(email),
            None => ids.push(user.as_str()),
        }
    }
    let (by_email, by_id) =
        tokio::try_join!(roster::members_by_email(organization, &emails), roster::members_by_id(organization, &ids))?;
    Ok(by_email.into_iter().chain(by_id).map(|user| user.id).collect())
}

/// The keys of these people that are left, in any project, and how many projects were read for it. A key whose owner has
/// no access any more is listed among the inactive ones.
async fn keys_left(organization: &Organization, users: &HashSet<UserId>) -> Result<(usize, Vec<Key>)> {
    if users.is_empty() {
        return Ok((0, Vec::new()));
    }
    let projects = roster::projects(organization, false).await?;
    let projects: Vec<(ProjectId, Option<String>)> = projects
        .into_iter()
        .filter(|project| project.status != Some(ProjectStatus::Archived))
        .map(|project| (project.id, project.name.as_deref().map(str::to_owned)))
        .collect();
    let count = projects.len();
    let reads = projects.into_iter().map(|(id, name)| async move {
        let keys = roster::all(organization, project_api_keys::list(&id, OwnerAccess::Inactive)).await?;
        Ok::<_, Error>(keys.into_iter().map(|key| Key::new(key, &id, name.as_deref())).collect::<Vec<_>>())
    });
    let lists: Vec<Vec<Key>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    let mut keys: Vec<Key> = lists.into_iter().flatten().collect();
    keys.retain(|key| key.owner_id.as_ref().is_some_and(|owner| users.contains(owner)));
    Ok((count, keys))
}

/// What the audit log says of these people since the run began.
async fn audit_events(
    organization: &Organization,
    since: Timestamp,
    users: &HashSet<UserId>,
) -> Result<HashMap<String, Vec<AuditEvidence>>> {
    let mut events: HashMap<String, Vec<AuditEvidence>> = HashMap::new();
    let mut ids: Vec<String> = users.iter().map(|user| user.as_str().to_owned()).collect();
    ids.sort_unstable();
    for some in ids.chunks(IDS_PER_READ) {
        let filter = AuditFilter { from: Some(since), resource_ids: some.to_vec(), ..AuditFilter::default() };
        for event in roster::all(organization, audit_logs::list(&filter)).await? {
            if let Some(id) = event.details().and_then(|details| details.get("id")).and_then(|id| id.as_str()) {
                events.entry(id.to_owned()).or_default().push(evidence(&event));
            }
        }
    }
    for list in events.values_mut() {
        list.sort_by_key(|event| event.at);
    }
    Ok(events)
}

fn evidence(event: &AuditLog) -> AuditEvidence {
    let principal = event.actor.as_ref().and_then(|actor| actor.principal());
    let actor = principal.and_then(|principal| principal.email.as_deref().or(Some(principal.id.as_str())));
    AuditEvidence {
        id: event.id.clone(),
        kind: event.kind.clone(),
        at: event.effective_at,
        actor: actor.map(str::to_owned),
    }
}
