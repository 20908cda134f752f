//! The judgement over a plan: which of its steps are held. Made when the plan is made, and again when it is applied.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use super::{Guard, Held, Policy, can_act, is_owner, may_be_owner};
use crate::api::model::{GroupId, KeyId, ProjectId, Text, User, UserId};
use crate::plan::{Act, Step};

/// What is known of the organization, as far as the steps of a plan make it matter.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The members from whom the plan takes something, and those whom it makes owners.
    pub people: HashMap<UserId, User>,
    /// Owners who can act: those among `people`, and enough of the others.
    pub owners: HashSet<UserId>,
    /// To whom the key in use belongs, or everybody to whom it may.
    pub yourself: HashSet<UserId>,
    /// The admin keys of which one is in use, if one is to be deleted.
    pub own_keys: HashSet<KeyId>,
    /// Who was made an owner by an earlier part of the same plan, or is named as the one who takes over and is an owner.
    pub promoted: HashSet<UserId>,
    /// How many members there are, or at least so many that no limit on removals is passed.
    pub members: usize,
    /// The addresses of those who are in a group that loses something, if anybody is protected.
    pub in_groups: HashMap<GroupId, Vec<Text>>,
    /// Who owns a project of their own right, for the projects where somebody ceases to.
    pub project_owners: HashMap<ProjectId, HashSet<UserId>>,
}

/// What guards say about the steps of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// The steps that are held.
    pub held: BTreeMap<usize, Held>,
    /// Steps that may be done only after others: the first of each pair after the second.
    pub order: BTreeSet<(usize, usize)>,
}

impl Judgement {
    /// The same judgement, where the steps are called by these numbers.
    pub(crate) fn numbered(self, numbers: &[usize]) -> Self {
        Self {
            held: self.held.into_iter().map(|(step, held)| (numbers[step], held)).collect(),
            order: self.order.into_iter().map(|(step, before)| (numbers[step], numbers[before])).collect(),
        }
    }
}

/// Judges the steps of a plan.
pub fn judge(steps: &[Step], facts: &Facts, policy: &Policy) -> Judgement {
    let mut judging = Judging { steps, facts, policy, judgement: Judgement::default() };
    // What is held takes others with it, and nobody may count on those: again, until nothing more is held.
    loop {
        let held = judging.judgement.held.len();
        judging.judgement.order.clear();
        judging.keys();
        judging.people();
        judging.projects();
        judging.removals();
        judging.yourself();
        judging.owners();
        judging.followers();
        if judging.judgement.held.len() == held {
            return judging.judgement;
        }
    }
}

struct Judging<'a> {
    steps: &'a [Step],
    facts: &'a Facts,
    policy: &'a Policy,
    judgement: Judgement,
}

impl Judging<'_> {
    fn hold(&mut self, step: usize, guard: Guard, reason: String, allow: Option<String>) {
        let subject = self.steps[step].subject.clone();
        self.judgement.held.entry(step).or_insert(Held { subject, guard, reason, allow });
    }

    /// The steps that are not held, so far.
    fn free(&self) -> impl Iterator<Item = (usize, &Step)> {
        self.steps.iter().enumerate().filter(|(number, _)| !self.judgement.held.contains_key(number))
    }

    fn free_that(&self, is_meant: impl Fn(&Step) -> bool) -> Vec<usize> {
        self.free().filter(|(_, step)| is_meant(step)).map(|(number, _)| number).collect()
    }

    /// Whoever becomes an owner by a step that is not held, and stays one as far as the plan goes.
    fn promotions(&self) -> Vec<(usize, &UserId)> {
        let lowered: HashSet<&UserId> = self.free().filter_map(|(_, step)| step.act.lowers()).collect();
        let counts = |user: &UserId| !lowered.contains(user) && self.facts.people.get(user).is_some_and(can_act);
        self.free()
            .filter_map(|(number, step)| Some((number, step.act.promotes()?)))
            .filter(|(_, user)| counts(user))
            .collect()
    }

    /// Whether a step can only be done after another one.
    fn waits(&self, step: usize, for_step: usize) -> bool {
        let mut seen = HashSet::from([step]);
        let mut open = vec![step];
        while let Some(next) = open.pop() {
            if next == for_step {
                return true;
            }
            let ordered = self.judgement.order.range((next, 0)..=(next, usize::MAX)).map(|(_, before)| *before);
            let planned = self.steps.get(next).into_iter().flat_map(|step| step.after.iter().copied());
            open.extend(planned.chain(ordered).filter(|before| seen.insert(*before)));
        }
        false
    }

    /// Keys that would be limited to no scope at all, and the one in use.
    fn keys(&mut self) {
        for number in self.free_that(|step| step.act.has_no_scopes()) {
            let reason =
                "0 scopes were named, and the API takes an empty list for every scope that the key's owner has";
            self.hold(number, Guard::EmptyScopes, format!("{reason}: name the scopes that are left"), None);
        }
        let facts = self.facts;
        let is_own = |step: &Step| step.act.ends_admin_key().is_some_and(|key| facts.own_keys.contains(key));
        for number in self.free_that(is_own) {
            let Some(key) = self.steps[number].act.ends_admin_key() else { continue };
            let reason = match facts.own_keys.len() {
                1 => format!("{key} is the admin key in use, and would stop working"),
                count => format!(
                    "{key} is one of {count} admin keys that look like the one in use, which would stop working"
                ),
            };
            let allow = "delete it with another admin key, or at the dashboard";
            self.hold(number, Guard::KeyInUse, reason, Some(allow.to_owned()));
        }
    }

    /// Protected people, required owners, and those whom an identity provider manages.
    fn people(&mut self) {
        for (number, step) in self.steps.iter().enumerate() {
            let person = step.act.member().and_then(|user| self.facts.people.get(user));
            let email = person.and_then(|person| person.email.as_deref()).unwrap_or(&step.subject);
            if step.act.takes() && self.policy.is_protected(email) {
                self.hold(
                    number,
                    Guard::Protected,
                    format!("{email} is protected, and nothing may be taken from them"),
                    Some(format!("take {email}, or the pattern that fits, out of `protected` under [guards]")),
                );
            } else if let Some(email) = self.protected_in_group(&step.act) {
                self.hold(
                    number,
                    Guard::Protected,
                    format!("{email} is in the group and protected, and nothing may be taken from them"),
                    Some(format!("take {email}, or the pattern that fits, out of `protected` under [guards]")),
                );
            } else if step.act.lowers().is_some() && self.policy.must_stay_owner(email) {
                self.hold(
                    number,
                    Guard::RequiredOwner,
                    format!("{email} must stay an owner"),
                    Some(format!("take {email} out of `required_owners` under [guards]")),
                );
            } else if (step.act.lowers().is_some() || step.act.promotes().is_some())
                && !self.policy.allow_scim
                && person.is_some_and(|person| person.is_scim_managed == Some(true))
            {
                self.hold(
                    number,
                    Guard::ScimManaged,
                    "an identity provider manages this person, and would undo it: change it there".to_owned(),
                    Some("--allow-scim, or `allow_scim = true` under [guards]".to_owned()),
                );
            }
        }
    }

    /// Somebody protected in the group from which an act takes something.
    fn protected_in_group(&self, act: &Act) -> Option<Text> {
        let members = self.facts.in_groups.get(act.group_that_loses()?)?;
        members.iter().find(|email| self.policy.is_protected(email)).cloned()
    }

    /// Projects that would have no owner of their own. Owners of the organization can manage them, but nobody else.
    fn projects(&mut self) {
        if !self.policy.keep_project_owners {
            return;
        }
        // How many owners each project has left, and who owns which.
        let (steps, facts) = (self.steps, self.facts);
        let mut left: HashMap<&ProjectId, usize> = HashMap::new();
        let mut owned: HashMap<&UserId, BTreeSet<&ProjectId>> = HashMap::new();
        for (project, owners) in &facts.project_owners {
            left.insert(project, owners.len());
            for owner in owners {
                owned.entry(owner).or_default().insert(project);
            }
        }
        let mut heirs: HashMap<&ProjectId, Vec<(usize, &UserId)>> = HashMap::new();
        for number in self.free_that(|step| step.act.makes_project_owner().is_some()) {
            if let Some((project, user)) = steps[number].act.makes_project_owner() {
                heirs.entry(project).or_default().push((number, user));
            }
        }
        for number in self.free_that(|step| step.act.takes()) {
            let act = &steps[number].act;
            let Some(owns) = act.member().and_then(|user| owned.get_mut(user)) else { continue };
            let ends: Vec<&ProjectId> = owns.iter().copied().filter(|project| act.ends_ownership_of(project)).collect();
            let last = ends.iter().copied().filter(|project| left.get(*project) == Some(&1));
            // Whom the same plan makes an owner of it counts, unless it takes that away again or comes too late.
            let taken: Vec<(&ProjectId, Vec<usize>)> = last
                .map(|project| {
                    (project, self.in_time(heirs.get(project).map_or(&[][..], Vec::as_slice), project, number))
                })
                .collect();
            let orphaned: Vec<&ProjectId> =
                taken.iter().filter(|(_, heirs)| heirs.is_empty()).map(|(project, _)| *project).collect();
            if let [first, ..] = orphaned.as_slice() {
                let count = orphaned.len();
                let more = if count == 1 { String::new() } else { format!(" and of {} more", count - 1) };
                let reason = format!("this is the only owner of the project {first}{more}");
                let allow = "make somebody else owner of it first, or --allow-ownerless, or `keep_project_owners = false` under [guards]";
                self.hold(number, Guard::OwnerlessProject, reason, Some(allow.to_owned()));
                continue;
            }
            self.judgement.order.extend(taken.into_iter().flat_map(|(_, heirs)| heirs).map(|heir| (number, heir)));
            for project in ends {
                owns.remove(project);
                left.entry(project).and_modify(|count| *count -= 1);
            }
        }
    }

    /// Those of some steps that make somebody an owner of a project for good, and can come before another step.
    fn in_time(&self, heirs: &[(usize, &UserId)], project: &ProjectId, before: usize) -> Vec<usize> {
        let ends = |user: &UserId| {
            self.free().any(|(_, step)| step.act.ends_ownership_of(project) && step.act.member() == Some(user))
        };
        let is_in_time = |heir: &&(usize, &UserId)| !ends(heir.1) && !self.waits(heir.0, before);
        heirs.iter().filter(is_in_time).map(|(number, _)| *number).collect()
    }

    /// Too many removals at once: all of them are held, for nobody can tell which ones are meant.
    fn removals(&mut self) {
        let removals = self.free_that(|step| step.act.is_removal());
        // Somebody who is named twice leaves once.
        let removed = removals.iter().filter_map(|number| removed(&self.steps[*number].act));
        let count = removed.collect::<HashSet<_>>().len();
        let (maximum, share) = (self.policy.maximum_removals, self.policy.share(self.facts.members));
        let (mut limits, mut flags, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        if count > maximum {
            limits.push(format!("at most {maximum} are allowed at once"));
            flags.push(format!("--max-removals {count}"));
            lines.push(format!("`maximum_removals = {count}`"));
        }
        if count > share {
            let percent = count.saturating_mul(100).div_ceil(self.facts.members.max(1)).min(100);
            limits.push(format!(
                "that is more than {} % of {} members",
                self.policy.maximum_removal_percent, self.facts.members
            ));
            flags.push(format!("--max-removal-percent {percent}"));
            lines.push(format!("`maximum_removal_percent = {percent}`"));
        }
        if limits.is_empty() {
            return;
        }
        let reason = format!("{count} removals in one plan: {}", limits.join(", and "));
        let allow = format!("{}, or {} under [guards]", flags.join(" "), lines.join(" and "));
        for number in removals {
            self.hold(number, Guard::TooManyRemovals, reason.clone(), Some(allow.clone()));
        }
    }

    /// The owner of the key goes last, and only if somebody else is made owner in the same plan.
    fn yourself(&mut self) {
        let is_me = |user: Option<&UserId>| user.is_some_and(|user| self.facts.yourself.contains(user));
        let mine = self.free_that(|step| is_me(step.act.lowers()));
        let lowered: HashSet<&UserId> = self.free().filter_map(|(_, step)| step.act.lowers()).collect();
        let has_successor = self.promotions().iter().any(|(_, user)| !is_me(Some(user)))
            || self.facts.promoted.iter().any(|user| !is_me(Some(user)) && !lowered.contains(user));
        for number in mine {
            let others: Vec<usize> = self
                .free_that(|step| !is_me(step.act.lowers()))
                .into_iter()
                // Two steps about oneself keep their order.
                .chain(self.free_that(|step| is_me(step.act.lowers())).into_iter().filter(|other| *other < number))
                .collect();
            if !has_successor {
                self.hold(
                    number,
                    Guard::Yourself,
                    "the key belongs to this person and would stop working".to_owned(),
                    Some("name a successor, who is made owner first (--successor), or let another owner do it with a key of their own".to_owned()),
                );
            } else if others.iter().any(|other| self.waits(*other, number)) {
                self.hold(
                    number,
                    Guard::Yourself,
                    "the key belongs to this person and would stop working before the steps that come after".to_owned(),
                    Some("let another owner do it with a key of their own".to_owned()),
                );
            } else {
                self.judgement.order.extend(others.into_iter().map(|other| (number, other)));
            }
        }
    }

    /// Enough owners remain, whichever step comes first: who counts on somebody new waits for them.
    fn owners(&mut self) {
        let promotions: Vec<(usize, UserId)> = self
            .promotions()
            .into_iter()
            .filter(|(_, user)| !self.facts.owners.contains(*user))
            .map(|(number, user)| (number, user.clone()))
            .collect();
        let minimum = self.policy.minimum_owners.max(1);
        let mut remaining = self.facts.owners.clone();
        for number in self.free_that(|step| step.act.lowers().is_some()) {
            let Some(user) = self.steps[number].act.lowers() else { continue };
            let may_be = self.facts.people.get(user).is_none_or(may_be_owner);
            let was_owner = self.facts.owners.contains(user);
            let may_be_last = may_be && remaining.is_empty();
            if !was_owner && !may_be_last {
                continue;
            }
            let left = remaining.len() - usize::from(remaining.contains(user));
            if left >= minimum {
                remaining.remove(user);
                continue;
            }
            // A promotion that itself waits for this step comes too late.
            let new: Vec<&(usize, UserId)> =
                promotions.iter().filter(|(promotion, _)| !self.waits(*promotion, number)).collect();
            let count = new.iter().map(|(_, user)| user).collect::<HashSet<_>>().len();
            if left + count >= minimum {
                remaining.remove(user);
                self.judgement.order.extend(new.iter().map(|(promotion, _)| (number, *promotion)));
            } else if left + count == 0 {
                self.hold(
                    number,
                    Guard::LastOwner,
                    "no owner (0) would remain, and nobody could manage the organization any more; make somebody else owner first"
                        .to_owned(),
                    None,
                );
            } else {
                let would = left + count;
                self.hold(
                    number,
                    Guard::MinimumOwners,
                    format!("{would} of the {minimum} owners would remain that the organization must have"),
                    Some(format!("--min-owners {would}, or `minimum_owners = {would}` under [guards]; better: make somebody else owner first")),
                );
            }
        }
    }

    /// What waits for a step that is held cannot be done either.
    fn followers(&mut self) {
        let mut followers: Vec<Vec<usize>> = vec![Vec::new(); self.steps.len()];
        for (number, step) in self.steps.iter().enumerate() {
            for before in &step.after {
                if let Some(followers) = followers.get_mut(*before) {
                    followers.push(number);
                }
            }
        }
        let mut open: VecDeque<usize> = self.judgement.held.keys().copied().collect();
        while let Some(before) = open.pop_front() {
            let held = self.judgement.held[&before].clone();
            for number in std::mem::take(&mut followers[before]) {
                if !self.judgement.held.contains_key(&number) {
                    // The reason is the first one's, however long the chain.
                    let told = "it comes after a step that is held: ";
                    let reason = format!("{told}{}", held.reason.strip_prefix(told).unwrap_or(&held.reason));
                    self.hold(number, held.guard, reason, held.allow.clone());
                    open.push_back(number);
                }
            }
        }
    }
}

/// The member or the project that an act removes.
fn removed(act: &Act) -> Option<&str> {
    match act {
        Act::Remove { user } => Some(user.as_str()),
        Act::ArchiveProject { project } => Some(project.as_str()),
        _ => None,
    }
}

/// Adds people to what is known, and those of them who are owners to the owners.
impl Extend<User> for Facts {
    fn extend<T: IntoIterator<Item = User>>(&mut self, users: T) {
        for user in users {
            if is_owner(&user) {
                self.owners.insert(user.id.clone());
            }
            self.people.insert(user.id.clone(), user);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::model::{OrganizationRole, ProjectRole};
    use serde_json::json;

    fn facts(people: serde_json::Value) -> Facts {
        let mut facts = Facts::default();
        facts.extend(serde_json::from_value::<Vec<User>>(people).unwrap());
        facts
    }

    fn remove(user: &str) -> Step {
        Step::new(user, "remove", Act::Remove { user: user.into() })
    }

    fn held(judgement: &Judgement) -> Vec<(usize, Guard)> {
        judgement.held.iter().map(|(step, held)| (*step, held.guard)).collect()
    }

    #[test]
    fn whom_an_identity_provider_manages_is_held_unless_that_is_allowed() {
        let facts = facts(json!([
            {"id": "user-1", "role": "reader", "is_scim_managed": true},
            {"id": "user-2", "role": "reader"},
        ]));
        let promote = Act::SetRole { user: "user-1".into(), role: OrganizationRole::Owner };
        let steps = [remove("user-1"), remove("user-2"), Step::new("user-1", "promote", promote)];
        let judgement = judge(&steps, &facts, &Policy::default());
        assert_eq!(held(&judgement), [(0, Guard::ScimManaged), (2, Guard::ScimManaged)]);
        assert!(judgement.held[&0].allow.as_deref().unwrap().contains("--allow-scim"));
        let allowed = Policy { allow_scim: true, ..Policy::default() };
        assert!(judge(&steps, &facts, &allowed).held.is_empty());
    }

    #[test]
    fn a_project_may_lose_its_owner_to_whom_the_same_plan_makes_one() {
        let mut facts = facts(json!([
            {"id": "user-1", "role": "reader"},
            {"id": "user-2", "role": "reader"},
            {"id": "user-3", "email": "c@x.io", "role": "reader"},
        ]));
        let owners = HashSet::from(["user-1".into()]);
        facts.project_owners = [("p".into(), owners.clone()), ("q".into(), owners)].into();
        let owner = |project: &str, user: &str| {
            let act = Act::AddToProject { project: project.into(), user: user.into(), role: ProjectRole::Owner };
            Step::new(user, "add", act)
        };
        let policy = Policy { keep_project_owners: true, ..Policy::default() };
        let judged = |steps: &[Step], policy: &Policy| {
            let judgement = judge(steps, &facts, policy);
            (held(&judgement), judgement.order.into_iter().collect::<Vec<_>>())
        };
        let is_held =
            |steps: &[Step]| assert_eq!(judged(steps, &policy).0, [(0, Guard::OwnerlessProject)], "{steps:?}");
        let heirs = [remove("user-1"), owner("p", "user-2"), owner("q", "user-3")];
        assert_eq!(judged(&heirs, &policy), (vec![], vec![(0, 1), (0, 2)]), "whoever leaves waits for all of them");
        is_held(&[remove("user-1")]);
        is_held(&[remove("user-1"), owner("p", "user-2")]);
        let member = Act::AddToProject { project: "q".into(), user: "user-2".into(), role: ProjectRole::Member };
        is_held(&[remove("user-1"), owner("p", "user-2"), Step::new("user-2", "add", member)]);
        is_held(&[remove("user-1"), owner("p", "user-2"), owner("q", "user-3"), remove("user-3")]);
        let late = [remove("user-1"), owner("p", "user-2"), owner("q", "user-2").after([0])];
        let (late, _) = judged(&late, &policy);
        assert_eq!(
            late,
            [(0, Guard::OwnerlessProject), (2, Guard::OwnerlessProject)],
            "an heir who waits comes too late"
        );
        let spared = Policy { protected: vec!["c@x.io".into()], ..policy.clone() };
        let steps = [remove("user-1"), owner("p", "user-2"), owner("q", "user-3"), remove("user-3")];
        assert_eq!(judged(&steps, &spared).0, [(3, Guard::Protected)], "who is protected stays, and so is an heir");
    }

    #[test]
    fn who_takes_over_and_is_an_owner_already_needs_no_promotion() {
        let mut facts = facts(json!([{"id": "user-1", "role": "owner"}, {"id": "user-2", "role": "owner"}]));
        facts.yourself = HashSet::from(["user-1".into()]);
        let policy = Policy { minimum_owners: 1, ..Policy::default() };
        let judged = |facts: &Facts, steps: &[Step]| held(&judge(steps, facts, &policy));
        assert_eq!(judged(&facts, &[remove("user-1")]), [(0, Guard::Yourself)]);
        facts.promoted = HashSet::from(["user-2".into()]);
        assert!(judged(&facts, &[remove("user-1")]).is_empty());
        let both = [remove("user-1"), remove("user-2")];
        assert!(judged(&facts, &both).contains(&(0, Guard::Yourself)), "whoever leaves too takes nothing over");
        facts.promoted = HashSet::from(["user-1".into()]);
        assert_eq!(judged(&facts, &[remove("user-1")]), [(0, Guard::Yourself)], "nobody takes over from themselves");
    }

    #[test]
    fn what_waits_for_a_step_that_is_held_is_held_too() {
        let facts = facts(json!([
            {"id": "user-1", "email": "ceo@x.io", "role": "reader"},
            {"id": "user-2", "email": "b@x.io", "role": "reader"},
        ]));
        let steps = [remove("user-1"), remove("user-2").after([0]), remove("user-2").after([1])];
        let policy = Policy { protected: vec!["ceo@x.io".into()], ..Policy::default() };
        let judgement = judge(&steps, &facts, &policy);
        assert_eq!(held(&judgement), [(0, Guard::Protected), (1, Guard::Protected), (2, Guard::Protected)]);
        assert!(judgement.held[&2].reason.contains("comes after a step that is held"));
    }

    #[test]
    fn the_admin_key_in_use_is_not_deleted_nor_one_that_looks_like_it() {
        let delete = |key: &str| {
            Step::new("a@x.io", "delete", Act::DeleteAdminKey { key: key.into(), owner: Some("user-1".into()) })
        };
        let steps = [delete("key_1"), delete("key_2"), delete("key_3")];
        let mut facts = facts(json!([{"id": "user-1", "email": "a@x.io", "role": "owner"}]));
        let judged = |facts: &Facts, policy: &Policy| judge(&steps, facts, policy);
        assert!(judged(&facts, &Policy::default()).held.is_empty());
        facts.own_keys = HashSet::from(["key_1".into()]);
        let judgement = judged(&facts, &Policy::default());
        assert_eq!(held(&judgement), [(0, Guard::KeyInUse)]);
        assert!(judgement.held[&0].reason.starts_with("key_1 is the admin key in use"), "{judgement:?}");
        assert!(judgement.held[&0].allow.as_deref().unwrap().contains("another admin key"));
        facts.own_keys.insert("key_3".into());
        let judgement = judged(&facts, &Policy::default());
        assert_eq!(held(&judgement), [(0, Guard::KeyInUse), (2, Guard::KeyInUse)]);
        assert!(judgement.held[&2].reason.contains("key_3 is one of 2 admin keys that look like"), "{judgement:?}");
        let protected = Policy { protected: vec!["a@x.io".into()], ..Policy::default() };
        assert_eq!(held(&judged(&facts, &protected))[1], (1, Guard::Protected));
    }

    /// A plan in a file can say what no wish can.
    #[test]
    fn a_successor_who_leaves_in_the_same_plan_is_none() {
        let people = json!([
            {"id": "user-1", "role": "owner"},
            {"id": "user-2", "role": "reader"},
        ]);
        let mut facts = facts(people);
        facts.owners = HashSet::from(["user-1".into(), "user-9".into()]);
        let promote = Act::SetRole { user: "user-2".into(), role: OrganizationRole::Owner };
        let steps = [Step::new("user-2", "promote", promote), remove("user-2").after([0]), remove("user-1")];
        let judgement = judge(&steps, &facts, &Policy::default());
        assert_eq!(held(&judgement), [(2, Guard::MinimumOwners)]);
        facts.yourself = HashSet::from(["user-1".into()]);
        let judgement = judge(&steps, &facts, &Policy { minimum_owners: 1, ..Policy::default() });
        assert_eq!(held(&judgement), [(2, Guard::Yourself)]);
    }
}
