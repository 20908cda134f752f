use std::collections::{BTreeMap, HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::offboard::FinishOffboarding;
use crate::api::audit_logs::{self, AuditFilter};
use crate::api::model::{
    AdminApiKey, AuditLog, EventType, KeyId, OrganizationRole, OwnerKind, OwnerProjectAccess, Project, ProjectId,
    ProjectStatus, User, UserId,
};
use crate::api::project_api_keys::{self, OwnerAccess};
use crate::guard::{self, KeyOwners};
use crate::journal::{Entry, Run, State};
use crate::operation::{Effect, Operation};
use crate::plan::{Act, Condition, Offboarding, Stake, Step};
use crate::receipt::{AuditEvidence, Departure, Outcome, Proof, Receipt, Suspension, Used};
use crate::roster::{self, Key, Membership, Places, SIDE_BY_SIDE};
use crate::{Error, ErrorKind, Organization, Result};

/// How many ids go into one filter of the audit log: a request line has an end.
const IDS_PER_READ: usize = 100;

/// Proves what became of a run: reads whether everybody whom it removed is gone, whether a key of theirs is left anywhere,
/// what the audit log says, and whether the journal is unharmed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeReceipt {
    /// The run in the journal; left out: the newest.
    #[serde(default)]
    pub run: Option<String>,
    /// Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
    #[serde(default)]
    pub with_documents: bool,
}

impl Operation for MakeReceipt {
    const NAME: &'static str = "receipts.make";
    const EFFECT: Effect = Effect::Reads;
    type Output = Receipt;

    async fn run(self, organization: &Organization) -> Result<Receipt> {
        let run = run_to_prove(organization, self.run)?;
        let evidence = Evidence::read(organization, &run).await?;
        Ok(assemble(organization, &run, &evidence)?.with_documents(self.with_documents))
    }
}

/// The run that is meant: the one that is named, or the newest that is no clean-up of another.
pub(super) fn run_to_prove(organization: &Organization, named: Option<String>) -> Result<Run> {
    let journal = organization.journal();
    let newest = || {
        let mut runs = journal.runs()?.into_iter().filter(|run| run.operation != FinishOffboarding::NAME_IN_JOURNAL);
        runs.next().map(|run| run.id).ok_or_else(|| {
            Error::new(ErrorKind::NotFound, "the journal has no run yet")
                .with_hint("A receipt is of something that was done with this profile.")
        })
    };
    let run = journal.run(&named.map_or_else(newest, Ok)?)?;
    // Nobody of another organization is listed in this one, and no key of theirs is left in it.
    guard::same_organization(run.plan.organization.as_deref(), organization.client().organization())?;
    Ok(run)
}

/// What was read of the organization about the people of a run.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Those of them who are members.
    listed: Vec<User>,
    /// In which projects people are who stay. Absent of somebody: it need not be known, or is not.
    places: HashMap<UserId, Vec<Membership>>,
    projects_read: usize,
    /// Their keys: of people who were removed, all; of people who stay, those that can be used.
    keys: Vec<Key>,
    admin_keys: Vec<AdminApiKey>,
    /// Which of the admin keys is in use.
    key_owners: KeyOwners,
    /// Events by the id of what they are about.
    events: HashMap<String, Vec<AuditEvidence>>,
}

impl Evidence {
    /// Reads it: the roster (one request for a hundred people), the keys of every project, the admin keys, the audit log;
    /// and where the roster does not tell in which projects people are who stay, the members of every project.
    pub(super) async fn read(organization: &Organization, run: &Run) -> Result<Self> {
        let people = people(run);
        if people.is_empty() {
            let mut evidence = Self::default();
            evidence.read_events(organization, run).await?;
            return Ok(evidence);
        }
        let in_projects = async {
            let mut projects = roster::projects(organization, false).await?;
            projects.retain(|project| project.status != Some(ProjectStatus::Archived));
            let keys = keys_left(organization, run, &people, &projects).await?;
            Ok((projects, keys))
        };
        let (listed, (projects, keys), admin_keys, events) = tokio::try_join!(
            listed(organization, run, &people),
            in_projects,
            roster::admin_keys(organization),
            audit_events(organization, run)
        )?;
        let places =
            if staged(run).is_empty() { HashMap::new() } else { places(organization, &listed, &projects).await? };
        let key_owners = roster::owners_of_key(organization, &admin_keys);
        let admin_keys = roster::only_admin_keys(admin_keys, &keys);
        Ok(Self { listed, places, projects_read: projects.len(), keys, admin_keys, key_owners, events })
    }

    /// Reads the keys of some projects anew, and the admin keys if some of them were deleted too.
    pub(super) async fn read_again(
        &mut self,
        organization: &Organization,
        run: &Run,
        projects: &HashSet<ProjectId>,
        with_admin_keys: bool,
    ) -> Result<()> {
        let reads = projects.iter().map(|project| (project.clone(), self.name_of(project), OwnerAccess::Any));
        let keys = keys_of(organization, reads.collect(), &people(run)).await?;
        self.keys.retain(|key| !projects.contains(&key.project_id));
        self.keys.extend(keys);
        if with_admin_keys {
            self.admin_keys = roster::only_admin_keys(roster::admin_keys(organization).await?, &self.keys);
        }
        Ok(())
    }

    /// Reads the audit log anew.
    pub(super) async fn read_events(&mut self, organization: &Organization, run: &Run) -> Result<()> {
        self.events = audit_events(organization, run).await?;
        Ok(())
    }

    /// Whether any of some keys is still listed.
    pub(super) fn shows_any(&self, keys: &HashSet<&KeyId>) -> bool {
        let mut listed = self.keys.iter().map(|key| &key.id).chain(self.admin_keys.iter().map(|key| &key.id));
        listed.any(|key| keys.contains(key))
    }

    /// To whom the key in use belongs.
    pub(super) fn key_owners(&self) -> &KeyOwners {
        &self.key_owners
    }

    fn name_of(&self, project: &ProjectId) -> Option<String> {
        let key = self.keys.iter().find(|key| key.project_id == *project)?;
        key.project.as_deref().map(str::to_owned)
    }

    fn events_of(&self, id: &str) -> Vec<AuditEvidence> {
        self.events.get(id).cloned().unwrap_or_default()
    }
}

/// Puts a receipt together from the journal and from what was read.
pub(super) fn assemble(organization: &Organization, run: &Run, evidence: &Evidence) -> Result<Receipt> {
    let journal = organization.journal();
    let verification = journal.verify(None)?;
    let (summary, entries) = journal.entries(&run.id)?;
    let of_run = |state: State| entries.iter().rev().find(move |entry| entry.state == state && entry.step.is_none());
    let outcome = |step: &Step, entry: Option<&Entry>| Outcome {
        subject: step.subject.clone(),
        action: step.action.clone(),
        state: entry.map(|entry| entry.state),
        at: entry.map(|entry| entry.at),
        request_id: entry.and_then(|entry| entry.request_id.clone()),
        error: entry.and_then(|entry| entry.detail.clone()),
        audit_events: thing(&step.act).map(|id| evidence.events_of(id)).unwrap_or_default(),
        member: step.act.member().cloned(),
    };
    let people = people(run);
    let (mut departures, mut others) = (Vec::new(), Vec::new());
    for (number, step) in run.plan.steps.iter().enumerate() {
        let entry = run.steps.get(&number);
        match (removed(&step.act), step.act.member()) {
            (Some(user), _) => departures.push(departure(step, user, entry, evidence)),
            // The events about them stand with the people.
            (None, Some(user)) if people.contains(user) => {
                others.push(Outcome { audit_events: Vec::new(), ..outcome(step, entry) });
            }
            _ => others.push(outcome(step, entry)),
        }
    }
    let (mut cleaned_up, mut sent) = (Vec::new(), count_sent(&entries));
    for cleaning in clean_ups(organization, run)? {
        sent += count_sent(&journal.entries(&cleaning.id)?.1);
        cleaned_up.extend(
            cleaning.plan.steps.iter().enumerate().map(|(number, step)| outcome(step, cleaning.steps.get(&number))),
        );
        cleaned_up.extend(cleaning.plan.held.iter().map(|held| Outcome::of_held(held, cleaning.plan.made_at)));
    }
    let staged = staged(run);
    if !staged.is_empty() {
        // Everything that a step says is said with the person.
        let is_said = |step: &Step| step.act.member().is_some_and(|user| people.contains(user));
        let steps = run.plan.steps.iter().enumerate().filter(|(_, step)| !is_said(step));
        others = steps.map(|(number, step)| outcome(step, run.steps.get(&number))).collect();
    }
    let mut receipt = Receipt {
        run: run.id.clone(),
        operation: run.plan.operation.clone(),
        complete: false,
        organization: run.plan.organization.clone(),
        started_at: summary.started_at,
        ended_at: of_run(State::Ended).map(|entry| entry.at),
        made_at: organization.now(),
        departures,
        suspensions: staged.iter().map(|stake| suspension(run, stake, evidence)).collect(),
        others,
        held: run.plan.held.clone(),
        cleaned_up,
        rotate: run.plan.offboarding.as_ref().and_then(|offboarding| offboarding.rotate.clone()),
        projects_read: evidence.projects_read,
        proof: Proof {
            plan_digest: of_run(State::Started).and_then(|entry| entry.detail.clone()),
            journal_head: verification.head,
            journal_entries: verification.entries,
            problems: verification.problems,
        },
        requests: Used { plan: run.plan.requests.total, steps: sent, receipt: organization.client().requests().total },
        documents: None,
    };
    receipt.complete = receipt.is_complete();
    Ok(receipt)
}

fn removed(act: &Act) -> Option<&UserId> {
    match act {
        Act::Remove { user } => Some(user),
        _ => None,
    }
}

/// By which id the audit log knows what an act is about.
fn thing(act: &Act) -> Option<&str> {
    match act {
        Act::DeleteKey { key, .. } | Act::DeleteAdminKey { key, .. } | Act::FreezeKey { key, .. } => Some(key.as_str()),
        Act::SetRole { user, .. } | Act::Remove { user } => Some(user.as_str()),
        _ => None,
    }
}

fn count_sent(entries: &[Entry]) -> u32 {
    u32::try_from(entries.iter().filter(|entry| entry.state == State::Sending).count()).unwrap_or(u32::MAX)
}

/// Those who stay members for now.
fn staged(run: &Run) -> &[Stake] {
    match &run.plan.offboarding {
        Some(Offboarding { staged: true, stakes, .. }) => stakes,
        _ => &[],
    }
}

/// Everybody whom a run removes, or takes access from.
fn people(run: &Run) -> HashSet<UserId> {
    let removed = run.plan.steps.iter().filter_map(|step| removed(&step.act));
    removed.chain(staged(run).iter().map(|stake| &stake.user)).cloned().collect()
}

/// The runs that deleted what people of a run left behind, the oldest first.
fn clean_ups(organization: &Organization, run: &Run) -> Result<Vec<Run>> {
    let journal = organization.journal();
    let mut cleaning = Vec::new();
    for summary in journal.runs()?.iter().rev().filter(|other| other.operation == FinishOffboarding::NAME_IN_JOURNAL) {
        let other = journal.run(&summary.id)?;
        if other.plan.offboarding.as_ref().is_some_and(|plan| plan.finishes.as_ref() == Some(&run.id)) {
            cleaning.push(other);
        }
    }
    Ok(cleaning)
}

/// The admin keys of somebody that are left.
fn admin_keys_of(user: &UserId, evidence: &Evidence) -> Vec<AdminApiKey> {
    let is_theirs = |key: &&AdminApiKey| key.owner.as_ref().is_some_and(|owner| owner.id == *user);
    evidence.admin_keys.iter().filter(is_theirs).cloned().collect()
}

fn departure(step: &Step, user: &UserId, entry: Option<&Entry>, evidence: &Evidence) -> Departure {
    Departure {
        subject: step.subject.clone(),
        user: user.clone(),
        reason: step.reason.clone(),
        lost: step.loses.clone(),
        state: entry.map(|entry| entry.state),
        removed_at: entry.filter(|entry| matches!(entry.state, State::Done | State::Already)).map(|entry| entry.at),
        request_id: entry.and_then(|entry| entry.request_id.clone()),
        still_listed: evidence.listed.iter().any(|listed| listed.id == *user),
        keys_left: evidence.keys.iter().filter(|key| key.owner_id.as_ref() == Some(user)).cloned().collect(),
        admin_keys_left: admin_keys_of(user, evidence),
        audit_events: evidence.events_of(user.as_str()),
    }
}

fn suspension(run: &Run, stake: &Stake, evidence: &Evidence) -> Suspension {
    let theirs = run.plan.steps.iter().enumerate().filter(|(_, step)| step.act.member() == Some(&stake.user));
    let is_left = |number: &usize| {
        !run.steps.get(number).is_some_and(|entry| matches!(entry.state, State::Done | State::Already))
    };
    let (mut taken, mut steps_left) = (Vec::new(), 0);
    let mut audit_events = evidence.events_of(stake.user.as_str());
    for (number, step) in theirs {
        if let Act::FreezeKey { key, .. } = &step.act {
            audit_events.extend(evidence.events_of(key.as_str()));
        }
        steps_left += usize::from(is_left(&number));
        taken.push(step.action.clone());
    }
    let user = evidence.listed.iter().find(|user| user.id == stake.user);
    Suspension {
        subject: stake.subject.clone(),
        user: stake.user.clone(),
        taken,
        steps_left,
        is_member: user.is_some(),
        role: user.and_then(|user| user.role.clone()),
        projects: match user {
            Some(user) => evidence.places.get(&user.id).cloned(),
            None => Some(Vec::new()),
        },
        usable_keys: evidence.keys.iter().filter(|key| key.owner_id.as_ref() == Some(&stake.user)).cloned().collect(),
        admin_keys_left: admin_keys_of(&stake.user, evidence),
        groups_are_known: stake.groups.is_some(),
        audit_events,
    }
}

/// Who of the people is on the list of members: one request for a hundred with an address, one for each other. Told by the
/// id: an address can change, or be left out.
async fn listed(organization: &Organization, run: &Run, people: &HashSet<UserId>) -> Result<Vec<User>> {
    let mut addresses: BTreeMap<&UserId, &str> = BTreeMap::new();
    for condition in run.plan.steps.iter().flat_map(|step| &step.requires) {
        if let Condition::Member { user, email: Some(email), .. } = condition {
            addresses.insert(user, email);
        }
    }
    for stake in staged(run).iter().filter(|stake| stake.subject.contains('@')) {
        addresses.entry(&stake.user).or_insert(&stake.subject);
    }
    let emails: Vec<&str> = people.iter().filter_map(|user| addresses.get(user)).copied().collect();
    let ids: Vec<&str> = people.iter().filter(|user| !addresses.contains_key(user)).map(UserId::as_str).collect();
    let (by_email, by_id) =
        tokio::try_join!(roster::listed_by_email(organization, &emails), roster::members_by_id(organization, &ids))?;
    Ok(by_email.into_iter().chain(by_id).filter(|user| people.contains(&user.id)).collect())
}

/// In which of the projects in use members are. Owners of the organization are in every one, and not looked for.
async fn places(
    organization: &Organization,
    members: &[User],
    projects: &[Project],
) -> Result<HashMap<UserId, Vec<Membership>>> {
    let in_use: HashSet<&ProjectId> = projects.iter().map(|project| &project.id).collect();
    let mut places: HashMap<UserId, Vec<Membership>> = HashMap::new();
    let mut untold: HashSet<UserId> = HashSet::new();
    // That they are nowhere is what the run was for: it is believed, for the API has confirmed every step out of a project.
    for (user, told) in members.iter().zip(Places::of_all(members, false)) {
        if let Some(mut told) = told.told() {
            told.retain(|place| in_use.contains(&place.id));
            places.insert(user.id.clone(), told);
        } else if user.role != Some(OrganizationRole::Owner) {
            places.insert(user.id.clone(), Vec::new());
            untold.insert(user.id.clone());
        }
    }
    if untold.is_empty() {
        return Ok(places);
    }
    let reads: Vec<_> = projects.iter().map(|project| roster::present(organization, &project.id, &untold)).collect();
    let lists: Vec<_> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    for (project, users) in projects.iter().zip(lists) {
        for user in users {
            let place = Membership { id: project.id.clone(), name: project.name.clone(), role: user.role };
            places.entry(user.id).or_default().push(place);
        }
    }
    Ok(places)
}

/// The keys of the people that are left, in any of the projects, one request each.
///
/// A key whose owner is gone is listed among those without access, and that list is short. Where keys of theirs were seen
/// before, all keys are read: there, one that is wrongly listed is found too. Of people who stay members, those keys count
/// that can be used.
async fn keys_left(
    organization: &Organization,
    run: &Run,
    people: &HashSet<UserId>,
    projects: &[Project],
) -> Result<Vec<Key>> {
    let stakes = run.plan.offboarding.iter().flat_map(|offboarding| &offboarding.stakes);
    let known: HashSet<&ProjectId> = stakes.flat_map(|stake| &stake.keys).map(|key| &key.project_id).collect();
    let is_staged = !staged(run).is_empty();
    let reads: Vec<_> = projects
        .iter()
        .map(|project| {
            let access = match known.contains(&project.id) {
                _ if is_staged => OwnerAccess::Active,
                true => OwnerAccess::Any,
                false => OwnerAccess::Inactive,
            };
            (project.id.clone(), project.name.as_deref().map(str::to_owned), access)
        })
        .collect();
    let mut keys = keys_of(organization, reads, people).await?;
    if is_staged {
        let now = organization.now();
        keys.retain(|key| {
            key.owner_project_access != Some(OwnerProjectAccess::Inactive)
                && key.expires_at.is_none_or(|expiry| expiry > now)
        });
    }
    Ok(keys)
}

/// The keys of the people in some projects.
async fn keys_of(
    organization: &Organization,
    projects: Vec<(ProjectId, Option<String>, OwnerAccess)>,
    people: &HashSet<UserId>,
) -> Result<Vec<Key>> {
    let reads = projects.into_iter().map(|(id, name, access)| async move {
        let keys = roster::all_in_project(organization, project_api_keys::list(&id, access)).await?;
        Ok::<_, Error>(keys.into_iter().map(|key| Key::new(key, &id, name.as_deref())).collect::<Vec<_>>())
    });
    let lists: Vec<Vec<Key>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    let mut keys: Vec<Key> = lists.into_iter().flatten().collect();
    keys.retain(|key| {
        key.owner_kind != Some(OwnerKind::ServiceAccount)
            && key.owner_id.as_ref().is_some_and(|owner| people.contains(owner))
    });
    Ok(keys)
}

/// What the audit log says since the run began of its people, and of the keys that it deleted or that were deleted after
/// it.
async fn audit_events(organization: &Organization, run: &Run) -> Result<HashMap<String, Vec<AuditEvidence>>> {
    let cleaning = clean_ups(organization, run)?;
    let steps = run.plan.steps.iter().chain(cleaning.iter().flat_map(|run| &run.plan.steps));
    let mut ids: Vec<String> = steps.filter_map(|step| thing(&step.act)).map(str::to_owned).collect();
    ids.extend(people(run).iter().map(|user| user.as_str().to_owned()));
    ids.sort_unstable();
    ids.dedup();
    let since = organization.journal().entries(&run.id)?.0.started_at;
    let mut events: HashMap<String, Vec<AuditEvidence>> = HashMap::new();
    for some in ids.chunks(IDS_PER_READ) {
        let filter = AuditFilter {
            from: Some(since),
            resource_ids: some.to_vec(),
            // Memberships that ended with the person would fill pages.
            event_types: vec![
                EventType::UserUpdated,
                EventType::UserDeleted,
                EventType::ApiKeyUpdated,
                EventType::ApiKeyDeleted,
            ],
            ..AuditFilter::default()
        };
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
