//! Where the parts of a plan come from: which row of a file means which steps.

use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Act, Holder, Plan, Want, Wish};
use crate::Result;
use crate::api::model::{
    AdminApiKey, Cents, Group, GroupId, KeyId, Project, ProjectId, RoleId, ServiceAccountId, SpendAlertId, UserId,
};
use crate::guard::Held;
use crate::roster::{Key, Snapshot, resolve_account, resolve_role};

/// A wish out of a file, and what it came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Where it was read: file, line and column.
    pub place: String,
    /// The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already. Wishes for one
    /// person are put together, so a step can be of several.
    #[serde(default)]
    pub steps: Vec<usize>,
    /// What guards hold of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<Held>,
    /// The number of what is so already and less than was wished, counted from 0: nothing is done about it, and its state says
    /// what would change that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<usize>,
}

impl Source {
    fn new(place: String, steps: Vec<usize>) -> Self {
        Self { place, steps, held: Vec::new(), short: None }
    }

    /// A wish that was so already.
    pub(crate) fn fulfilled(wish: &Wish) -> Option<Self> {
        wish.place.clone().map(|place| Self::new(place, Vec::new()))
    }

    /// Follows steps to their new numbers; those that have none are held.
    pub(super) fn heed(&mut self, places: &[Option<usize>], held: &BTreeMap<usize, Held>) {
        self.held.extend(self.steps.iter().filter_map(|step| held.get(step)).cloned());
        self.steps = self.steps.iter().filter_map(|step| places.get(*step).copied().flatten()).collect();
    }
}

/// What names in wishes mean, as far as they were looked up.
pub(super) struct Names<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) projects: HashMap<&'a str, Result<&'a Project>>,
    pub(super) groups: HashMap<&'a str, Result<&'a Group>>,
}

impl Names<'_> {
    fn is_project(&self, name: &str, id: &ProjectId) -> bool {
        matches!(self.projects.get(name), Some(Ok(project)) if project.id == *id)
    }

    /// Without a name, it is the organization that is meant.
    fn is_place(&self, name: Option<&str>, id: Option<&ProjectId>) -> bool {
        match (name, id) {
            (None, None) => true,
            (Some(name), Some(id)) => self.is_project(name, id),
            _ => false,
        }
    }

    fn is_group(&self, name: &str, id: &GroupId) -> bool {
        matches!(self.groups.get(name), Some(Ok(group)) if group.id == *id)
    }

    /// The service account that a wish is about, if it is about one.
    fn account(&self, want: &Want) -> Option<(&ProjectId, &ServiceAccountId)> {
        let Want::DeleteServiceAccount { account, project } = want else { return None };
        let project = &self.projects.get(project.as_str())?.as_ref().ok()?.id;
        let accounts = self.snapshot.accounts.get(project).map_or(&[][..], Vec::as_slice);
        Some((project, &resolve_account(account, accounts).ok()?.id))
    }

    fn is_role(&self, name: &str, place: Option<&ProjectId>, id: &RoleId) -> bool {
        let roles = self.snapshot.roles.get(&place.cloned()).map_or(&[][..], Vec::as_slice);
        resolve_role(name, roles).is_ok_and(|role| role.id == *id)
    }

    fn is_alert_at(&self, place: Option<&ProjectId>, id: &SpendAlertId, cents: Cents) -> bool {
        let alerts = self.snapshot.alerts.get(&place.cloned()).map_or(&[][..], Vec::as_slice);
        alerts.iter().any(|alert| alert.id == *id && alert.threshold_amount == cents)
    }
}

/// How many parts a plan had of each kind before somebody's were added.
pub(super) struct First {
    steps: usize,
    held: usize,
    already: usize,
}

impl First {
    pub(super) fn of(plan: &Plan) -> Self {
        Self { steps: plan.steps.len(), held: plan.held.len(), already: plan.already.len() }
    }
}

/// Notes what the wishes for one person came to: the parts from `first` on are theirs.
pub(super) fn trace_person(plan: &mut Plan, first: &First, wishes: &[&Wish], names: &Names<'_>) {
    for wish in wishes {
        let Some(place) = wish.place.clone() else { continue };
        let mut steps = numbers(plan, first.steps, |act| is_of(&wish.want, act, names));
        // Whoever is invited gets projects along with it, and whoever is removed leaves everything by that.
        if steps.is_empty() {
            steps = numbers(plan, first.steps, |act| matches!(act, Act::Invite { .. } | Act::Remove { .. }));
        }
        // Owners of the organization keep what they have in projects by being one.
        let is_held = steps.is_empty() && matches!(wish.want, Want::Project { role: None, .. });
        let held = if is_held { plan.held[first.held..].to_vec() } else { Vec::new() };
        let is_invitation = matches!(wish.want, Want::Invite { .. });
        let short = (first.already..plan.already.len()).find(|number| is_invitation && plan.already[*number].is_short);
        plan.sources.push(Source { held, short, ..Source::new(place, steps) });
    }
}

/// Notes what the wishes came to that are about no person: the steps from `first` on are theirs.
pub(super) fn trace_things(plan: &mut Plan, first: usize, wishes: &[Wish], names: &Names<'_>) {
    for wish in wishes.iter().filter(|wish| wish.want.is_impersonal()) {
        let Some(place) = wish.place.clone() else { continue };
        let account = names.account(&wish.want);
        let steps = numbers(plan, first, |act| match act {
            Act::DeleteServiceAccount { project, account: id } => account == Some((project, id)),
            act => is_of(&wish.want, act, names),
        });
        plan.sources.push(Source::new(place, steps));
    }
}

/// A key that a wish means.
pub(super) struct MeantKey<'a> {
    /// Its project; none: it is an admin key.
    project: Option<&'a ProjectId>,
    key: &'a KeyId,
    owner: Option<&'a UserId>,
}

impl<'a> MeantKey<'a> {
    pub(super) fn of(key: &'a Key) -> Self {
        Self { project: Some(&key.project_id), key: &key.id, owner: key.owner_id.as_ref() }
    }

    pub(super) fn of_admin(key: &'a AdminApiKey) -> Self {
        Self { project: None, key: &key.id, owner: None }
    }
}

/// Notes what the wishes about keys came to. `keys`: which each of them means.
pub(super) fn trace_keys(plan: &mut Plan, wishes: &[Wish], keys: &[(&Wish, MeantKey<'_>)]) {
    if keys.is_empty() && !wishes.iter().any(|wish| wish.want.is_about_keys()) {
        return;
    }
    let mut of_keys: HashMap<(Option<ProjectId>, KeyId), usize> = HashMap::new();
    let mut of_owners: HashMap<String, usize> = HashMap::new();
    for (number, step) in plan.steps.iter().enumerate() {
        match &step.act {
            Act::DeleteKey { project, key, .. } | Act::FreezeKey { project, key, .. } => {
                of_keys.insert((Some(project.clone()), key.clone()), number);
            }
            Act::DeleteAdminKey { key, .. } => drop(of_keys.insert((None, key.clone()), number)),
            // Whoever leaves, person or service account, takes their keys along.
            Act::Remove { user } => drop(of_owners.insert(user.as_str().to_owned(), number)),
            Act::DeleteServiceAccount { account, .. } => drop(of_owners.insert(account.as_str().to_owned(), number)),
            _ => {}
        }
    }
    let mut steps: HashMap<&str, Vec<usize>> = HashMap::new();
    for (wish, key) in keys {
        let owner = || of_owners.get(key.owner?.as_str());
        let step = of_keys.get(&(key.project.cloned(), key.key.clone())).or_else(owner);
        if let (Some(place), Some(step)) = (wish.place.as_deref(), step) {
            let steps = steps.entry(place).or_default();
            if !steps.contains(step) {
                steps.push(*step);
            }
        }
    }
    for wish in wishes.iter().filter(|wish| wish.want.is_about_keys()) {
        let Some(place) = wish.place.clone() else { continue };
        let steps = steps.remove(place.as_str()).unwrap_or_default();
        plan.sources.push(Source::new(place, steps));
    }
}

/// The numbers of the steps from one on whose act is meant.
fn numbers(plan: &Plan, first: usize, is_meant: impl Fn(&Act) -> bool) -> Vec<usize> {
    (first..plan.steps.len()).filter(|number| is_meant(&plan.steps[*number].act)).collect()
}

/// Whether an act fulfils a wish, or a part of it; of people, an act for that person.
fn is_of(want: &Want, act: &Act, names: &Names<'_>) -> bool {
    match (want, act) {
        (Want::Invite { .. } | Want::Resend, Act::Invite { .. } | Act::CancelInvite { .. })
        | (Want::Cancel, Act::CancelInvite { .. })
        | (Want::Role { .. }, Act::SetRole { .. })
        | (Want::Remove, _) => true,
        (
            Want::Project { project: name, .. },
            Act::AddToProject { project, .. }
            | Act::SetProjectRole { project, .. }
            | Act::RemoveFromProject { project, .. },
        ) => names.is_project(name, project),
        (Want::Group { group: name, .. }, Act::AddToGroup { group, .. } | Act::RemoveFromGroup { group, .. }) => {
            names.is_group(name, group)
        }
        (
            Want::Assign { role: name, project: place, group, .. },
            Act::AssignRole { project, holder, role } | Act::UnassignRole { project, holder, role },
        ) => {
            let is_holder = match (group, holder) {
                (Some(name), Holder::Group(id)) => names.is_group(name, id),
                (None, Holder::User(_)) => true,
                _ => false,
            };
            is_holder
                && names.is_place(place.as_deref(), project.as_ref())
                && names.is_role(name, project.as_ref(), role)
        }
        (
            Want::SpendLimit { project: place, .. },
            Act::SetSpendLimit { project, .. } | Act::DeleteSpendLimit { project },
        ) => names.is_place(place.as_deref(), project.as_ref()),
        (Want::Alert { project: place, alert: None, cents, .. }, Act::CreateSpendAlert { project, alert }) => {
            names.is_place(place.as_deref(), project.as_ref()) && *cents == Some(alert.cents)
        }
        (
            Want::Alert { project: place, alert: named, cents, .. }
            | Want::NoAlert { project: place, alert: named, cents },
            Act::ReplaceSpendAlert { project, id, .. } | Act::DeleteSpendAlert { project, id },
        ) => {
            let is_alert = match (named, cents) {
                (Some(named), _) => named.trim() == id.as_str(),
                (None, Some(cents)) => names.is_alert_at(project.as_ref(), id, *cents),
                (None, None) => false,
            };
            names.is_place(place.as_deref(), project.as_ref()) && is_alert
        }
        _ => false,
    }
}
