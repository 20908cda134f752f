//! The guards that keep owners: of the organization, and of projects.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::judge::Judging;
use super::{Guard, can_act, may_be_owner};
use crate::api::model::{ProjectId, UserId};

impl Judging<'_> {
    /// Whoever becomes an owner by a step that is not held, and stays one as far as the plan goes.
    pub(super) fn promotions(&self) -> Vec<(usize, &UserId)> {
        let lowered: HashSet<&UserId> = self.free().filter_map(|(_, step)| step.act.lowers()).collect();
        let counts = |user: &UserId| !lowered.contains(user) && self.facts.people.get(user).is_some_and(can_act);
        self.free()
            .filter_map(|(number, step)| Some((number, step.act.promotes()?)))
            .filter(|(_, user)| counts(user))
            .collect()
    }

    /// Projects that would have no owner of their own. Owners of the organization can manage them, but nobody else.
    pub(super) fn projects(&mut self) {
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

    /// Enough owners remain, whichever step comes first: who counts on somebody new waits for them.
    pub(super) fn owners(&mut self) {
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
}

#[cfg(test)]
mod tests {
    use super::super::judge::judge;
    use super::super::judge::tests::{facts, held, remove};
    use super::super::{Guard, Policy};
    use super::*;
    use crate::api::model::{OrganizationRole, ProjectRole};
    use crate::plan::{Act, Step};
    use serde_json::json;

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
