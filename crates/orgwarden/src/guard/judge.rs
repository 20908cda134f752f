//! The judgement over a plan: which of its steps are held. Made when the plan is made, and again when it is applied.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use super::{Guard, Held, Policy, is_owner};
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

/// A judgement that is being made.
pub(super) struct Judging<'a> {
    pub(super) steps: &'a [Step],
    pub(super) facts: &'a Facts,
    pub(super) policy: &'a Policy,
    pub(super) judgement: Judgement,
}

impl Judging<'_> {
    pub(super) fn hold(&mut self, step: usize, guard: Guard, reason: String, allow: Option<String>) {
        let subject = self.steps[step].subject.clone();
        self.judgement.held.entry(step).or_insert(Held { subject, guard, reason, allow });
    }

    /// The steps that are not held, so far.
    pub(super) fn free(&self) -> impl Iterator<Item = (usize, &Step)> {
        self.steps.iter().enumerate().filter(|(number, _)| !self.judgement.held.contains_key(number))
    }

    pub(super) fn free_that(&self, is_meant: impl Fn(&Step) -> bool) -> Vec<usize> {
        self.free().filter(|(_, step)| is_meant(step)).map(|(number, _)| number).collect()
    }

    /// Whether a step can only be done after another one.
    pub(super) fn waits(&self, step: usize, for_step: usize) -> bool {
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
pub(super) mod tests {
    use super::*;
    use crate::api::model::OrganizationRole;
    use serde_json::json;

    pub(in crate::guard) fn facts(people: serde_json::Value) -> Facts {
        let mut facts = Facts::default();
        facts.extend(serde_json::from_value::<Vec<User>>(people).unwrap());
        facts
    }

    pub(in crate::guard) fn remove(user: &str) -> Step {
        Step::new(user, "remove", Act::Remove { user: user.into() })
    }

    pub(in crate::guard) fn held(judgement: &Judgement) -> Vec<(usize, Guard)> {
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
}
