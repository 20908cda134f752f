//! Random histories: organizations, policies, plans, what others do meanwhile, failures, crashes and resumes.
//!
//! What is guaranteed, and tested after every step that is sent: counted by what was so at the last judgement, and with
//! what others have done since taken into account,
//! - once an owner is taken, as many remain as the minimum says; and never fewer than at the judgement, if that was less;
//! - nothing is taken from people who are protected, nor ownership from those who must keep it;
//! - no more is removed than the limits allow;
//! - the key in use is not deleted;
//! - the key's owner is lowered only when somebody else was made an owner by the same plan.

use std::collections::{BTreeMap, HashSet};

use super::{Facts, Judgement, Policy, is_owner, judge};
use crate::api::model::{OrganizationRole, User, UserId};
use crate::plan::{Act, Holder, Plan, Step};

/// How many histories a usual run tells; `ORGWARDEN_HISTORIES` sets another number.
const HISTORIES: u64 = 20_000;

/// The id of the admin key in use.
const OWN_KEY: &str = "key_own";

/// Numbers that look random, the same ones every time (`SplitMix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ (value >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

fn id(number: usize) -> UserId {
    format!("user-{number}").as_str().into()
}

fn address(number: usize) -> String {
    format!("p{number}@x.io")
}

/// The truth.
struct World {
    members: BTreeMap<usize, User>,
    people: usize,
}

impl World {
    fn new(random: &mut Random) -> Self {
        let people = 1 + random.below(12);
        let members = (0..people).map(|number| (number, person(random, number))).collect();
        Self { members, people }
    }

    fn owners(&self) -> HashSet<UserId> {
        self.members.values().filter(|user| is_owner(user)).map(|user| user.id.clone()).collect()
    }

    fn member(&mut self, id: &UserId) -> Option<&mut User> {
        self.members.values_mut().find(|user| user.id == *id)
    }

    /// What the API does with a request.
    fn send(&mut self, act: &Act) {
        match act {
            Act::SetRole { user, role } => {
                if let Some(user) = self.member(user) {
                    user.role = Some(role.clone());
                }
            }
            Act::Remove { user } => self.members.retain(|_, member| member.id != *user),
            // The built-in role of an owner, given and taken by another route.
            Act::AssignRole { holder: Holder::User(user), .. } => {
                self.send(&Act::SetRole { user: user.clone(), role: OrganizationRole::Owner });
            }
            Act::UnassignRole { holder: Holder::User(user), .. } => {
                self.send(&Act::SetRole { user: user.clone(), role: OrganizationRole::Reader });
            }
            _ => {}
        }
    }

    /// What somebody else does. Never to the last owner: that is what the API itself refuses.
    fn somebody_else(&mut self, random: &mut Random) {
        let number = random.below(self.people);
        match random.below(4) {
            0 => {
                let user = person(random, number);
                self.members.insert(number, user);
            }
            1 => self.send(&Act::Remove { user: id(number) }),
            choice => {
                let role = if choice == 2 { OrganizationRole::Owner } else { OrganizationRole::Reader };
                self.send(&Act::SetRole { user: id(number), role });
            }
        }
    }

    /// What guards are told, as partly as the reading of it is.
    fn facts(&self, steps: &[Step], policy: &Policy, me: usize, promoted: HashSet<UserId>) -> Facts {
        let concerned = |id: &UserId| promoted.contains(id) || steps.iter().any(|step| step.act.member() == Some(id));
        let people: Vec<User> = self.members.values().filter(|user| concerned(&user.id)).cloned().collect();
        let lowered: HashSet<&UserId> = steps.iter().filter_map(|step| step.act.lowers()).collect();
        let removals = steps.iter().filter(|step| step.act.is_removal()).count();
        let others = self.owners().into_iter().filter(|id| !lowered.contains(id)).take(policy.minimum_owners.max(1));
        let mut facts = Facts {
            owners: others.collect(),
            yourself: HashSet::from([id(me)]),
            own_keys: HashSet::from([OWN_KEY.into()]),
            members: self.members.len().min(policy.members_needed(removals).max(1)),
            ..Facts::default()
        };
        if self.members.len() < policy.members_needed(removals) {
            facts.members = self.members.len();
        }
        facts.extend(people);
        facts.promoted = promoted.into_iter().filter(|id| facts.owners.contains(id)).collect();
        facts
    }
}

fn person(random: &mut Random, number: usize) -> User {
    let role = match random.below(10) {
        0..=3 => serde_json::json!("owner"),
        4 => serde_json::Value::Null,
        5 => serde_json::json!("auditor"),
        _ => serde_json::json!("reader"),
    };
    serde_json::from_value(serde_json::json!({
        "id": id(number), "name": null, "email": address(number), "role": role,
        "is_scim_managed": random.one_in(8), "is_service_account": random.one_in(10),
        "user": {"banned": random.one_in(12), "enabled": !random.one_in(12)},
    }))
    .unwrap()
}

fn policy(random: &mut Random) -> Policy {
    let mut policy = Policy {
        minimum_owners: 1 + random.below(3),
        maximum_removals: random.below(7),
        maximum_removal_percent: random.below(101),
        allow_scim: random.one_in(2),
        ..Policy::default()
    };
    if random.one_in(3) {
        policy.protected.push(address(random.below(12)));
    }
    if random.one_in(3) {
        policy.required_owners.push(address(random.below(12)).to_uppercase());
    }
    policy
}

fn steps(random: &mut Random, people: usize) -> Vec<Step> {
    let count = 1 + random.below(8);
    (0..count)
        .map(|number| {
            let person = random.below(people);
            let user = id(person);
            let (project, holder) = (None, Holder::User(user.clone()));
            let act = match random.below(14) {
                0..=3 => Act::Remove { user },
                4..=5 => Act::SetRole { user, role: OrganizationRole::Reader },
                6 => Act::RemoveFromProject { project: "proj_1".into(), user },
                7 => Act::UnassignRole { project, holder, role: "role-api-organization-owner".into() },
                8 => Act::AssignRole { project, holder, role: "role-api-organization-owner".into() },
                9 => Act::DeleteKey { project: "proj_1".into(), key: "key_1".into(), owner: Some(user) },
                10 => {
                    let key = if random.one_in(2) { OWN_KEY } else { "key_2" };
                    Act::DeleteAdminKey { key: key.into(), owner: Some(user) }
                }
                _ => Act::SetRole { user, role: OrganizationRole::Owner },
            };
            let step = Step::new(address(person), "", act);
            // Also such that cannot be: cycles.
            if random.one_in(4) {
                step.after([random.below(count)].into_iter().filter(|other| *other != number))
            } else {
                step
            }
        })
        .collect()
}

/// One run of a plan, with all that is judged and done.
struct Run<'a> {
    plan: Plan,
    policy: &'a Policy,
    me: usize,
    ended: Vec<Option<bool>>,
    removed: HashSet<UserId>,
}

impl Run<'_> {
    /// From the judgement until the end or a crash. The held, as apply holds them; then open steps in any order that
    /// `after` allows, each of which may fail.
    fn apply(&mut self, world: &mut World, random: &mut Random) {
        let numbers: Vec<usize> = (0..self.plan.steps.len()).filter(|step| self.ended[*step].is_none()).collect();
        let open = self.plan.only(&numbers);
        let promoted = self
            .plan
            .steps
            .iter()
            .zip(&self.ended)
            .filter(|(_, ended)| ended.is_some())
            .filter_map(|(step, _)| step.act.promotes().cloned())
            .collect();
        let facts = world.facts(&open, self.policy, self.me, promoted);
        let Judgement { held, order } = judge(&open, &facts, self.policy).numbered(&numbers);
        self.plan.wait(&order);
        let counted = world.owners();
        let members = world.members.len();
        let already_removed = self.removed.len();
        let mut lost_to_others: HashSet<UserId> = HashSet::new();
        let mut took_an_owner = false;
        loop {
            if random.one_in(6) {
                let before = world.owners();
                world.somebody_else(random);
                lost_to_others.extend(before.difference(&world.owners()).cloned());
            }
            let ready: Vec<usize> = (0..self.plan.steps.len())
                .filter(|step| self.ended[*step].is_none() && !held.contains_key(step))
                .filter(|step| self.plan.steps[*step].after.iter().all(|before| self.ended[*before] == Some(true)))
                .collect();
            if ready.is_empty() || random.one_in(10) {
                return;
            }
            let number = ready[random.below(ready.len())];
            let subject = self.plan.steps[number].act.member();
            if random.one_in(8) || !world.members.values().any(|member| Some(&member.id) == subject) {
                self.ended[number] = Some(false);
                continue;
            }
            let act = self.plan.steps[number].act.clone();
            self.untouchable(world, &act);
            let was = world.owners();
            world.send(&act);
            self.ended[number] = Some(true);
            // Whoever was shut out by others since the judgement is made an owner in vain.
            lost_to_others.extend(act.promotes().filter(|user| !world.owners().contains(user)).cloned());
            if let Act::Remove { user } = &act {
                self.removed.insert(user.clone());
                let count = self.removed.len() - already_removed;
                let share = (members * self.policy.maximum_removal_percent / 100).max(3);
                assert!(count <= self.policy.maximum_removals.min(share), "{count} removals of {members}");
            }
            let is = world.owners();
            let minimum = self.policy.minimum_owners.max(1);
            took_an_owner |= act.lowers().is_some_and(|user| counted.contains(user) && was.contains(user));
            // Whom others have taken since the judgement, nobody could know of.
            let by_our_doing = is.union(&lost_to_others).count();
            let least = if took_an_owner { minimum } else { minimum.min(counted.len()) };
            assert!(
                by_our_doing >= least,
                "{by_our_doing} owners of {least} after {act:?}; there were {counted:?}: {:?}",
                self.plan.steps
            );
        }
    }

    /// Whether this may be done to that person at all.
    fn untouchable(&self, world: &World, act: &Act) {
        assert!(act.ends_admin_key().is_none_or(|key| key.as_str() != OWN_KEY), "the key in use is deleted");
        let Some(user) = act.member() else { return };
        let Some(person) = world.members.values().find(|member| member.id == *user) else { return };
        let email = person.email.as_deref().unwrap();
        let names = |list: &[String]| list.iter().any(|entry| entry.eq_ignore_ascii_case(email));
        assert!(!(act.takes() && names(&self.policy.protected)), "{email} is protected");
        let Some(_) = act.lowers() else { return };
        assert!(!names(&self.policy.required_owners), "{email} is required");
        if id(self.me) == *user {
            let made = self.plan.steps.iter().zip(&self.ended).any(|(step, ended)| {
                *ended == Some(true) && step.act.promotes().is_some_and(|successor| *successor != *user)
            });
            assert!(made, "the key's owner goes without a successor");
        }
    }
}

fn history(seed: u64) -> usize {
    let mut random = Random(seed);
    let random = &mut random;
    let mut world = World::new(random);
    let me = random.below(world.people);
    let mut done = 0;
    for _ in 0..=random.below(3) {
        let policy = policy(random);
        let mut plan = Plan { steps: steps(random, world.people), ..Plan::default() };
        let facts = world.facts(&plan.steps, &policy, me, HashSet::new());
        plan.heed(judge(&plan.steps, &facts, &policy));
        let ended = vec![None; plan.steps.len()];
        let mut run = Run { plan, policy: &policy, me, ended, removed: HashSet::new() };
        for _ in 0..=random.below(3) {
            for _ in 0..random.below(3) {
                world.somebody_else(random);
            }
            run.apply(&mut world, random);
        }
        done += run.ended.iter().filter(|ended| **ended == Some(true)).count();
    }
    done
}

#[test]
fn no_history_breaks_a_guard() {
    let histories = std::env::var("ORGWARDEN_HISTORIES").ok().map_or(HISTORIES, |number| number.parse().unwrap());
    let mut done = 0;
    for seed in 0..histories {
        let told = std::panic::catch_unwind(|| history(seed));
        done += told.unwrap_or_else(|_| panic!("history {seed} breaks a guard"));
    }
    assert!(done as u64 > histories, "only {done} steps were done: the guards held nearly everything");
}
