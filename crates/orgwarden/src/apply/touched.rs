//! Which of many acts concern a condition: those that touch the same thing.

use std::collections::HashMap;

use crate::api::model::{Cents, GroupId, InviteId, KeyId, ProjectId, ServiceAccountId, SpendAlertId, UserId};
use crate::plan::{Act, Condition, Holder};

/// Acts by what they touch. A condition sees those that touch a thing that it is about, in their order: of a hundred
/// thousand acts, a few.
#[derive(Debug)]
pub(super) struct Touched<'a> {
    acts: Vec<&'a Act>,
    /// The numbers of the acts that touch one thing, ascending.
    lists: Vec<Vec<usize>>,
    /// Which of the lists is whose.
    by_thing: HashMap<Thing<'a>, usize>,
}

/// What acts touch, and conditions are about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Thing<'a> {
    /// Somebody's place in the organization.
    User(&'a UserId),
    /// An address, in lower case.
    Address(String),
    Invite(&'a InviteId),
    /// Somebody's place in a project.
    Place(&'a ProjectId, &'a UserId),
    /// Somebody's place in a group.
    InGroup(&'a GroupId, &'a UserId),
    /// A whole project.
    Project(&'a ProjectId),
    Key(&'a KeyId),
    AdminKey(&'a KeyId),
    /// Keys of which it is not known whose they are: whoever leaves the organization, or a project, may take them along.
    KeysOfSomebody(Option<&'a ProjectId>),
    Account(&'a ServiceAccountId),
    /// The roles of somebody, in the organization or in a project.
    Roles(Option<&'a ProjectId>, &'a Holder),
    Limit(Option<&'a ProjectId>),
    Alert(&'a SpendAlertId),
    /// An alert at an amount, whichever it is.
    AlertAt(Option<&'a ProjectId>, Cents),
}

impl<'a> Touched<'a> {
    pub(super) fn by(acts: impl IntoIterator<Item = &'a Act>) -> Self {
        let acts: Vec<&Act> = acts.into_iter().collect();
        let (mut lists, mut by_thing) = (Vec::<Vec<usize>>::new(), HashMap::new());
        for (number, act) in acts.iter().enumerate() {
            touches(act, |thing| {
                let list = *by_thing.entry(thing).or_insert(lists.len());
                if list == lists.len() {
                    lists.push(Vec::new());
                }
                lists[list].push(number);
            });
        }
        Self { acts, lists, by_thing }
    }

    /// The acts that concern a condition, each once and in their order. All that can change what it comes to are among
    /// them.
    pub(super) fn concerning<'s>(&'s self, condition: &Condition) -> impl Iterator<Item = &'a Act> + use<'s, 'a> {
        let mut lists: Vec<&[usize]> = Vec::new();
        is_about(condition, |thing| lists.extend(self.by_thing.get(&thing).map(|list| &*self.lists[*list])));
        std::iter::from_fn(move || {
            let next = *lists.iter().filter_map(|list| list.first()).min()?;
            for list in &mut lists {
                if list.first() == Some(&next) {
                    *list = &list[1..];
                }
            }
            Some(self.acts[next])
        })
    }
}

fn address<'a>(email: &str) -> Thing<'a> {
    Thing::Address(email.to_ascii_lowercase())
}

/// What an act touches.
fn touches<'a>(act: &'a Act, mut thing: impl FnMut(Thing<'a>)) {
    match act {
        Act::Invite { email, .. } => thing(address(email)),
        Act::CancelInvite { invite } => thing(Thing::Invite(invite)),
        Act::SetRole { user, .. } => thing(Thing::User(user)),
        Act::Remove { user } => {
            thing(Thing::User(user));
            thing(Thing::KeysOfSomebody(None));
        }
        Act::AddToProject { project, user, .. } | Act::SetProjectRole { project, user, .. } => {
            thing(Thing::Place(project, user));
        }
        Act::RemoveFromProject { project, user } => {
            thing(Thing::Place(project, user));
            thing(Thing::KeysOfSomebody(Some(project)));
        }
        Act::AddToGroup { group, user } | Act::RemoveFromGroup { group, user } => thing(Thing::InGroup(group, user)),
        Act::AssignRole { project, holder, .. } | Act::UnassignRole { project, holder, .. } => {
            thing(Thing::Roles(project.as_ref(), holder));
        }
        Act::DeleteKey { key, .. } | Act::FreezeKey { key, .. } => thing(Thing::Key(key)),
        Act::DeleteAdminKey { key, .. } => thing(Thing::AdminKey(key)),
        Act::DeleteServiceAccount { account, .. } => {
            thing(Thing::Account(account));
            thing(Thing::KeysOfSomebody(None));
        }
        Act::ArchiveProject { project } => thing(Thing::Project(project)),
        Act::SetSpendLimit { project, .. } | Act::DeleteSpendLimit { project } => {
            thing(Thing::Limit(project.as_ref()));
        }
        Act::CreateSpendAlert { project, alert } => thing(Thing::AlertAt(project.as_ref(), alert.cents)),
        Act::ReplaceSpendAlert { id, .. } | Act::DeleteSpendAlert { id, .. } => thing(Thing::Alert(id)),
    }
}

/// What a condition is about.
fn is_about<'a>(condition: &'a Condition, mut thing: impl FnMut(Thing<'a>)) {
    match condition {
        Condition::Member { user, .. } => thing(Thing::User(user)),
        Condition::NotMember { email } | Condition::NotInvited { email, .. } => thing(address(email)),
        Condition::Invited { invite } => thing(Thing::Invite(invite)),
        Condition::InProject { project, user, .. } | Condition::NotInProject { project, user } => {
            thing(Thing::User(user));
            thing(Thing::Project(project));
            thing(Thing::Place(project, user));
        }
        Condition::GroupMembership { group, user, .. } => {
            thing(Thing::User(user));
            thing(Thing::InGroup(group, user));
        }
        Condition::Key { project, key, owner } => {
            thing(Thing::Key(key));
            thing(Thing::Project(project));
            if let Some(owner) = owner {
                thing(Thing::User(owner));
                thing(Thing::Place(project, owner));
            } else {
                thing(Thing::KeysOfSomebody(None));
                thing(Thing::KeysOfSomebody(Some(project)));
            }
        }
        Condition::AdminKey { key, owner } => {
            thing(Thing::AdminKey(key));
            thing(owner.as_ref().map_or(Thing::KeysOfSomebody(None), Thing::User));
        }
        Condition::RoleAssignment { project, holder, .. } => {
            thing(Thing::Roles(project.as_ref(), holder));
            if let Some(user) = holder.user() {
                thing(Thing::User(user));
                if let Some(project) = project {
                    thing(Thing::Place(project, user));
                }
            }
        }
        Condition::ServiceAccount { project, account } => {
            thing(Thing::Account(account));
            thing(Thing::Project(project));
        }
        Condition::SpendLimit { project, .. } => thing(Thing::Limit(project.as_ref())),
        Condition::SpendAlert { id, .. } => thing(Thing::Alert(id)),
        Condition::NoSpendAlert { project, cents } => thing(Thing::AlertAt(project.as_ref(), *cents)),
        Condition::Active { project } => thing(Thing::Project(project)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::check::{after, after_one};
    use super::*;
    use crate::api::model::{OrganizationRole, ProjectRole};
    use crate::plan::AlertTerms;

    /// One of so few that acts and conditions meet often.
    fn id<T: for<'a> From<&'a str> + std::fmt::Debug>(kind: &'static str) -> impl Strategy<Value = T> {
        (0..3).prop_map(move |number| T::from(&format!("{kind}{number}")))
    }

    fn place() -> impl Strategy<Value = Option<ProjectId>> {
        prop::option::of(id("proj_"))
    }

    fn holder() -> impl Strategy<Value = Holder> {
        prop_oneof![id("user-").prop_map(Holder::User), id("group_").prop_map(Holder::Group)]
    }

    fn role() -> impl Strategy<Value = crate::api::model::RoleId> {
        let ids = ["role_1", "role-api-project-owner", "role-api-project-owner__api-project__proj_1"];
        prop::sample::select(ids.to_vec()).prop_map(Into::into)
    }

    fn email() -> impl Strategy<Value = String> {
        prop::sample::select(vec!["a@x.io", "A@x.io", "b@x.io"]).prop_map(str::to_owned)
    }

    fn terms() -> impl Strategy<Value = AlertTerms> {
        (1..3_u64).prop_map(|cents| AlertTerms {
            cents: Cents::new(cents),
            recipients: vec!["a@x.io".into()],
            subject_prefix: None,
        })
    }

    fn organization_role() -> impl Strategy<Value = OrganizationRole> {
        prop::sample::select(vec![OrganizationRole::Owner, OrganizationRole::Reader])
    }

    fn project_role() -> impl Strategy<Value = ProjectRole> {
        prop::sample::select(vec![ProjectRole::Owner, ProjectRole::Member])
    }

    fn act() -> impl Strategy<Value = Act> {
        let users = prop_oneof![
            (email(), organization_role()).prop_map(|(email, role)| Act::Invite { email, role, projects: None }),
            id("invite-").prop_map(|invite| Act::CancelInvite { invite }),
            (id("user-"), organization_role()).prop_map(|(user, role)| Act::SetRole { user, role }),
            id("user-").prop_map(|user| Act::Remove { user }),
            (id("group_"), id("user-")).prop_map(|(group, user)| Act::AddToGroup { group, user }),
            (id("group_"), id("user-")).prop_map(|(group, user)| Act::RemoveFromGroup { group, user }),
        ];
        let projects = prop_oneof![
            (id("proj_"), id("user-"), project_role()).prop_map(|(project, user, role)| Act::AddToProject {
                project,
                user,
                role
            }),
            (id("proj_"), id("user-"), project_role()).prop_map(|(project, user, role)| Act::SetProjectRole {
                project,
                user,
                role
            }),
            (id("proj_"), id("user-")).prop_map(|(project, user)| Act::RemoveFromProject { project, user }),
            id("proj_").prop_map(|project| Act::ArchiveProject { project }),
            (place(), holder(), role()).prop_map(|(project, holder, role)| Act::AssignRole { project, holder, role }),
            (place(), holder(), role()).prop_map(|(project, holder, role)| Act::UnassignRole { project, holder, role }),
        ];
        let things = prop_oneof![
            (id("proj_"), id("key_"), prop::option::of(id("user-"))).prop_map(|(project, key, owner)| Act::DeleteKey {
                project,
                key,
                owner
            }),
            (id("proj_"), id("key_"), prop::option::of(id("user-"))).prop_map(|(project, key, owner)| Act::FreezeKey {
                project,
                key,
                owner,
                scopes: vec!["api.all.read".into()],
                expires_in_seconds: None
            }),
            (id("key_"), prop::option::of(id("user-"))).prop_map(|(key, owner)| Act::DeleteAdminKey { key, owner }),
            (id("proj_"), id("svc_")).prop_map(|(project, account)| Act::DeleteServiceAccount { project, account }),
            (place(), 1..3_u64).prop_map(|(project, cents)| Act::SetSpendLimit { project, cents: Cents::new(cents) }),
            place().prop_map(|project| Act::DeleteSpendLimit { project }),
            (place(), terms()).prop_map(|(project, alert)| Act::CreateSpendAlert { project, alert }),
            (place(), id("alert_"), terms()).prop_map(|(project, id, alert)| Act::ReplaceSpendAlert {
                project,
                id,
                alert
            }),
            (place(), id("alert_")).prop_map(|(project, id)| Act::DeleteSpendAlert { project, id }),
        ];
        prop_oneof![users, projects, things]
    }

    fn condition() -> impl Strategy<Value = Condition> {
        let users =
            prop_oneof![
                (id("user-"), prop::option::of(organization_role())).prop_map(|(user, role)| Condition::Member {
                    user,
                    email: None,
                    role
                }),
                email().prop_map(|email| Condition::NotMember { email }),
                id("invite-").prop_map(|invite| Condition::Invited { invite }),
                email().prop_map(|email| Condition::NotInvited { email, besides: None }),
                (id("group_"), id("user-"), any::<bool>())
                    .prop_map(|(group, user, present)| Condition::GroupMembership { group, user, present }),
            ];
        let projects = prop_oneof![
            (id("proj_"), id("user-"), prop::option::of(project_role()))
                .prop_map(|(project, user, role)| Condition::InProject { project, user, role }),
            (id("proj_"), id("user-")).prop_map(|(project, user)| Condition::NotInProject { project, user }),
            (place(), holder(), role(), any::<bool>()).prop_map(|(project, holder, role, present)| {
                Condition::RoleAssignment { project, holder, role, present }
            }),
            id("proj_").prop_map(|project| Condition::Active { project }),
        ];
        let things =
            prop_oneof![
                (id("proj_"), id("key_"), prop::option::of(id("user-")))
                    .prop_map(|(project, key, owner)| Condition::Key { project, key, owner }),
                (id("key_"), prop::option::of(id("user-"))).prop_map(|(key, owner)| Condition::AdminKey { key, owner }),
                (id("proj_"), id("svc_")).prop_map(|(project, account)| Condition::ServiceAccount { project, account }),
                (place(), prop::option::of((1..3_u64).prop_map(Cents::new)))
                    .prop_map(|(project, cents)| Condition::SpendLimit { project, cents }),
                (place(), id("alert_"), terms()).prop_map(|(project, id, alert)| Condition::SpendAlert {
                    project,
                    id,
                    alert
                }),
                (place(), 1..3_u64)
                    .prop_map(|(project, cents)| Condition::NoSpendAlert { project, cents: Cents::new(cents) }),
            ];
        prop_oneof![users, projects, things]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// Whichever acts a condition sees, it comes to what it would come to if it saw all of them.
        #[test]
        fn what_is_left_out_would_have_changed_nothing(
            acts in prop::collection::vec(act(), 0..25),
            conditions in prop::collection::vec(condition(), 1..10),
        ) {
            let touched = Touched::by(&acts);
            for condition in conditions {
                let all = acts.iter().try_fold(condition.clone(), after_one);
                prop_assert_eq!(after(condition, &touched), all);
            }
        }
    }

    /// However much of a large plan was done, a condition sees a few acts of it: of its person among many in one project,
    /// of its project among the many of one person, and of whoever may have owned a key, the first.
    #[test]
    fn a_condition_sees_few_acts_of_a_large_plan() {
        const MANY: usize = 10_000;
        let user = |number: usize| UserId::from(format!("user-{number}").as_str());
        let project = |number: usize| ProjectId::from(format!("proj_{number}").as_str());
        let role = ProjectRole::Member;
        let acts: Vec<Act> = (1..MANY)
            .flat_map(|number| {
                [
                    Act::AddToProject { project: project(0), user: user(number), role: role.clone() },
                    Act::AddToProject { project: project(number), user: user(0), role: role.clone() },
                    Act::Remove { user: user(number) },
                ]
            })
            .collect();
        let touched = Touched::by(&acts);
        let mut seen = 0;
        let mut count = |condition: Condition| {
            let left = touched.concerning(&condition).inspect(|_| seen += 1).try_fold(condition, after_one);
            assert_eq!(left, None);
        };
        for number in 1..MANY {
            count(Condition::NotInProject { project: project(0), user: user(number) });
            count(Condition::NotInProject { project: project(number), user: user(0) });
            count(Condition::Key { project: project(number), key: "key_1".into(), owner: None });
            count(Condition::Key { project: project(number), key: "key_1".into(), owner: Some(user(number)) });
        }
        assert!(seen <= 4 * MANY, "{seen} for {} conditions", 4 * (MANY - 1));
    }
}
