//! The way in: invited, accepted, in the projects that the invitation granted, with the role that it gave.
//!
//! It has been seen that grants of an invitation were lost on acceptance, so they are looked at afterwards and repaired.

mod checklist;

use std::collections::{HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use checklist::{ChecklistItem, ItemState, Onboarding, WishSource};

use self::checklist::{Asked, Known, checklist};
use crate::api::model::{
    Invite, InviteId, OrganizationRole, ProjectId, ProjectRole, ProjectStatus, Timestamp, User, UserId,
};
use crate::api::{invites, project_users};
use crate::journal::State;
use crate::operation::{Change, Effect, Operation};
use crate::plan::invitation::{Invitations, addressee};
use crate::plan::{Act, Plan};
use crate::roster::{self, PersonStatus, Places, SIDE_BY_SIDE, Who};
use crate::{Error, Organization, Result};

/// How long after the acceptance somebody is looked at unasked, in days. Who left a project later did so for a reason.
const DAYS: u32 = 30;
/// How many runs of the journal are looked through.
const RUNS_LOOKED_THROUGH: usize = 200;

/// Tells how far people who were invited have come: accepted, in the projects that the invitation granted, with the role
/// that it gave.
///
/// What was wished is what the invitation lists, accepted ones too; where it lists nothing, what the journal asked for
/// with it. To compare people with a roster file, use `roster.compare`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CheckOnboarding {
    /// Whom: e-mail addresses or ids of invitations. Empty: everybody who has not accepted, and who has accepted lately.
    pub who: Vec<Who>,
    /// What "lately" means, in days; 30 by default.
    pub days: Option<u32>,
}

/// How far people have come.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OnboardingList {
    /// Each with a checklist; the newest invitation first.
    pub people: Vec<Onboarding>,
}

impl Operation for CheckOnboarding {
    const NAME: &'static str = "onboarding.check";
    const EFFECT: Effect = Effect::Reads;
    type Output = OnboardingList;

    async fn run(self, organization: &Organization) -> Result<OnboardingList> {
        let (people, _) = read(organization, &self.who, self.days).await?;
        Ok(OnboardingList { people })
    }
}

/// Gives people who have accepted what their invitation granted and they did not get: the projects, with the role there.
///
/// Nothing is taken from anybody, and nobody's role in the organization is changed: that may have been done on purpose
/// since. Whom the journal knows to have been taken out of a project after the acceptance stays out of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RepairOnboarding {
    /// Whom: e-mail addresses or ids of invitations. Empty: everybody who has accepted lately.
    pub who: Vec<Who>,
    /// What "lately" means, in days; 30 by default.
    pub days: Option<u32>,
}

impl Change for RepairOnboarding {
    const NAME: &'static str = "onboarding.repair";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let (people, members) = read(organization, &self.who, self.days).await?;
        let mut plan = Plan { known: members, ..Plan::default() };
        for person in people {
            let state = person.state();
            let steps: Vec<_> = person.items.into_iter().filter_map(|item| item.repair).collect();
            // Who waits, or has everything, is worth a line only if it was asked for.
            if steps.is_empty() && !self.who.is_empty() {
                plan.already(person.email, state);
            }
            for step in steps {
                plan.step(step);
            }
        }
        Ok(plan)
    }
}

/// Reads the invitations, the members behind them (one request for a hundred), the projects, and where the list of members
/// does not tell who is where, the members of the projects that were granted.
async fn read(organization: &Organization, who: &[Who], days: Option<u32>) -> Result<(Vec<Onboarding>, Vec<User>)> {
    let now = organization.now();
    let all = roster::all(organization, invites::list()).await?;
    let chosen = choose(&all, who, days.unwrap_or(DAYS), now)?;
    let addresses: Vec<&str> = chosen.iter().filter_map(|invite| invite.email.as_deref()).collect();
    let projects =
        async { if chosen.is_empty() { Ok(Vec::new()) } else { roster::projects(organization, false).await } };
    let (members, mut projects) = tokio::try_join!(roster::members_by_email(organization, &addresses), projects)?;
    projects.retain(|project| project.status != Some(ProjectStatus::Archived));
    let by_email: HashMap<String, &User> =
        members.iter().filter_map(|user| Some((user.email.as_deref()?.to_lowercase(), user))).collect();
    let (asked, left, removed) = if by_email.is_empty() { Default::default() } else { journaled(organization) };
    // Grants get lost, so a list on which nobody is anywhere may be right or may leave it out.
    let told = Places::of_all(&members, true);
    // Owners of the organization are in every project.
    let is_untold = |(user, told): &(&User, &Places)| user.role != Some(OrganizationRole::Owner) && !told.is_told();
    let untold: HashSet<&UserId> = members.iter().zip(&told).filter(is_untold).map(|(user, _)| &user.id).collect();
    let mut known = Known { members: by_email, projects: &projects, places: HashMap::new(), asked, left, removed, now };
    let granted: HashSet<ProjectId> = chosen
        .iter()
        .filter(|invite| known.member(invite).is_some_and(|user| untold.contains(&user.id)))
        .flat_map(|invite| known.wish(invite).0)
        .map(|grant| grant.id)
        .filter(|id| projects.iter().any(|project| project.id == *id))
        .collect();
    let reads = granted.into_iter().map(|project| async move {
        let users = roster::all(organization, project_users::list(&project)).await?;
        Ok::<_, Error>((project, users))
    });
    let lists: Vec<_> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    for (user, told) in members.iter().zip(told) {
        for place in told.told().unwrap_or_default() {
            known.places.insert((place.id, user.id.clone()), place.role);
        }
    }
    for (project, users) in lists {
        known.places.extend(users.into_iter().map(|user| ((project.clone(), user.id), user.role)));
    }
    let people = chosen.into_iter().map(|invite| checklist(invite, &known)).collect();
    Ok((people, members))
}

/// The invitations that are meant, the newest first; of several for one address the newest.
fn choose<'a>(all: &'a [Invite], who: &[Who], days: u32, now: Timestamp) -> Result<Vec<&'a Invite>> {
    let mut addressed: HashSet<String> = HashSet::new();
    let mut chosen: Vec<&Invite> = if who.is_empty() {
        all.iter().filter(|invite| invite.email.is_some()).collect()
    } else {
        let invitations = Invitations::new(all);
        who.iter().map(|who| invitations.newest(who)).collect::<Result<_>>()?
    };
    chosen.sort_by_key(|invite| std::cmp::Reverse(invite.created_at));
    chosen.retain(|invite| addressed.insert(addressee(invite)));
    if who.is_empty() {
        let lately = |invite: &Invite| {
            let moment = invite.accepted_at.or(invite.created_at);
            moment.is_none_or(|moment| now.since(moment) <= i64::from(days) * 24 * 60 * 60)
        };
        chosen.retain(|invite| PersonStatus::of(invite, now) != PersonStatus::Accepted || lately(invite));
    }
    Ok(chosen)
}

type Journaled = (HashMap<InviteId, Asked>, HashMap<(ProjectId, UserId), Timestamp>, HashMap<UserId, Timestamp>);

/// What was asked for with invitations that were sent from here, who was taken out of which project or lowered there when,
/// and who was removed when. A journal
/// that cannot be read only knows less.
fn journaled(organization: &Organization) -> Journaled {
    let (mut asked, mut left, mut removed) = Journaled::default();
    let journal = organization.journal();
    for summary in journal.runs().unwrap_or_default().into_iter().take(RUNS_LOOKED_THROUGH) {
        let Ok(run) = journal.run(&summary.id) else { continue };
        if run.plan.organization.as_deref() != organization.client().organization() {
            continue;
        }
        for (number, step) in run.plan.steps.iter().enumerate() {
            let ended = run.steps.get(&number).filter(|entry| matches!(entry.state, State::Done | State::Already));
            let Some(entry) = ended else { continue };
            match (&step.act, &entry.id) {
                (Act::Invite { projects: Some(projects), .. }, Some(id)) => {
                    asked.insert(id.as_str().into(), projects.clone());
                }
                (Act::Remove { user }, _) => {
                    let moment = removed.entry(user.clone()).or_insert(entry.at);
                    *moment = (*moment).max(entry.at);
                }
                (Act::SetProjectRole { project, user, role }, _) if *role != ProjectRole::Owner => {
                    let moment = left.entry((project.clone(), user.clone())).or_insert(entry.at);
                    *moment = (*moment).max(entry.at);
                }
                (Act::RemoveFromProject { project, user }, _) => {
                    let moment = left.entry((project.clone(), user.clone())).or_insert(entry.at);
                    *moment = (*moment).max(entry.at);
                }
                _ => {}
            }
        }
    }
    (asked, left, removed)
}
