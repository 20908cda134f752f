//! Who leaves, and by which steps: a pure function.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::read::Read;
use crate::api::model::{
    AdminApiKey, Invite, OrganizationRole, OwnerKind, OwnerProjectAccess, ProjectId, ProjectRole, Timestamp, User,
    UserId,
};
use crate::guard::{Guard, Held};
use crate::plan::steps::{
    add_to_project, delete_admin_key, delete_key, freeze_key, frozen, group_name, remove, remove_from_group,
    remove_from_project, set_project_role, set_role, subject, withdraw,
};
use crate::plan::{HOW_TO_ROTATE, Offboarding, Plan, Stake, Step, admin_key_name, how_to_delete};
use crate::roster::{Key, PersonStatus, Who};

/// Who leaves, and what is known of it.
pub(super) struct Leaving<'a> {
    pub(super) members: &'a [User],
    pub(super) gone: &'a [Gone],
    pub(super) read: &'a Read,
    pub(super) successor: Option<&'a User>,
    pub(super) heir: Option<&'a User>,
    pub(super) staged: bool,
    pub(super) rotate: bool,
    pub(super) reason: Option<&'a str>,
    pub(super) now: Timestamp,
}

/// Somebody who is not a member any more.
pub(super) struct Gone {
    pub(super) who: Who,
    /// The id, where the journal knows it.
    pub(super) user: Option<UserId>,
}

/// The decision.
pub(super) fn plan(leaving: &Leaving<'_>) -> Plan {
    let mut plan = Plan::default();
    let promotion = leaving.promote(&mut plan);
    let transfers = leaving.transfer(promotion, &mut plan);
    let mut stakes = Vec::new();
    let mut seen = HashSet::new();
    for user in leaving.members.iter().filter(|user| seen.insert(&user.id)) {
        let stake = leaving.stake(user);
        leaving.cancel_invitations(user.email.as_deref(), &mut plan);
        let theirs = transfers.iter().filter(|(_, owners)| owners.contains(&user.id));
        let before: Vec<usize> = theirs.map(|(step, _)| *step).collect();
        if leaving.staged {
            leaving.lower(user, &stake, &before, &mut plan);
        } else {
            leaving.remove(user, &stake, &before, &mut plan);
        }
        stakes.push(stake);
    }
    for gone in leaving.gone {
        leaving.clean_up(gone, &mut plan);
    }
    leaving.note(&mut plan);
    let rotate = leaving.rotate.then(|| leaving.exposed());
    if !stakes.is_empty() {
        plan.offboarding = Some(Offboarding { staged: leaving.staged, stakes, rotate, finishes: None });
    }
    plan
}

impl Leaving<'_> {
    fn because(&self, step: Step) -> Step {
        match self.reason {
            Some(reason) => step.because(reason),
            None => step,
        }
    }

    /// The successor comes before everything else. Guards see to it that the others wait where it matters.
    fn promote(&self, plan: &mut Plan) -> Option<usize> {
        match self.successor {
            None => None,
            Some(user) if user.role == Some(OrganizationRole::Owner) => {
                plan.successor = Some(user.id.clone());
                plan.already(subject(user), "is owner");
                None
            }
            Some(user) => {
                let step = set_role(user, &OrganizationRole::Owner);
                Some(plan.step(step.because("takes over from those who leave")))
            }
        }
    }

    /// Projects get their new owner before they lose the old ones. Answers the steps, each with those who leave.
    fn transfer(&self, promotion: Option<usize>, plan: &mut Plan) -> Vec<(usize, &HashSet<UserId>)> {
        let Some(heir) = self.heir else { return Vec::new() };
        let orphans = &self.read.orphans;
        if orphans.is_empty() {
            plan.already(subject(heir), "no project would be without an owner of its own");
            return Vec::new();
        }
        if heir.role == Some(OrganizationRole::Owner) {
            plan.already(subject(heir), "is an owner of the organization, and so of every project");
            return Vec::new();
        }
        // Made an owner of the organization, they own every project, and the API refuses to say so of one.
        if let (Some(promotion), Some(successor)) = (promotion, self.successor)
            && successor.id == heir.id
        {
            return orphans.iter().map(|orphan| (promotion, &orphan.owners)).collect();
        }
        let transfer = |orphan: &super::read::Orphan| match &orphan.heir {
            None => add_to_project(heir, &orphan.project, &ProjectRole::Owner),
            Some(place) => set_project_role(heir, &orphan.project, place.role.as_ref(), &ProjectRole::Owner),
        };
        let because = "the project would have no owner of its own";
        orphans.iter().map(|orphan| (plan.step(transfer(orphan).because(because)), &orphan.owners)).collect()
    }

    /// What belongs to somebody.
    fn stake(&self, user: &User) -> Stake {
        let read = self.read;
        let groups = read.groups.as_ref().map(|groups| {
            let theirs = groups.iter().filter(|(_, users)| users.contains(&user.id));
            theirs.map(|(group, _)| group_name(group).to_owned()).collect()
        });
        let is_theirs = |key: &&Key| key.owner_id.as_ref() == Some(&user.id);
        Stake {
            subject: subject(user).to_owned(),
            user: user.id.clone(),
            projects: read.places.get(&user.id).cloned().unwrap_or_default(),
            groups,
            keys: read.keys.iter().filter(is_theirs).cloned().collect(),
            admin_keys: self.admin_keys_of(|id, _| *id == user.id).cloned().collect(),
            spent: read.spend.as_ref().map(|spend| spend.of(&user.id, read.keys.iter().filter(is_theirs))),
        }
    }

    /// Admin keys by the id and the address of their owner.
    fn admin_keys_of(&self, is_meant: impl Fn(&UserId, Option<&str>) -> bool) -> impl Iterator<Item = &AdminApiKey> {
        self.read
            .admin_keys
            .iter()
            .filter(move |key| key.owner.as_ref().is_some_and(|owner| is_meant(&owner.id, owner.email.as_deref())))
    }

    /// The removal; of an owner, the demotion before.
    fn remove(&self, user: &User, stake: &Stake, before: &[usize], plan: &mut Plan) {
        // To whom the key in use belongs: demoted, they could not be removed with it.
        let is_me = self.read.key_owners.as_ref().is_some_and(|key| key.owners.contains(&user.id));
        let is_demoted = user.role == Some(OrganizationRole::Owner) && !is_me;
        let demotion = is_demoted.then(|| {
            let step = self.because(set_role(user, &OrganizationRole::Reader));
            plan.step(step.after(before.iter().copied()))
        });
        let keys: Vec<&Key> = stake.keys.iter().collect();
        let mut step = self.because(remove(user, Some(&keys)));
        step.loses.extend(stake.losses());
        plan.step(step.after(before.iter().copied()).after(demotion));
    }

    /// An open invitation would let somebody in again. Answers whether there was one.
    fn cancel_invitations(&self, email: Option<&str>, plan: &mut Plan) -> bool {
        let Some(email) = email else { return false };
        let is_open = |invite: &&Invite| {
            invite.email.as_deref().is_some_and(|address| address.eq_ignore_ascii_case(email))
                && matches!(PersonStatus::of(invite, self.now), PersonStatus::Invited | PersonStatus::Expiring)
        };
        let before = plan.steps.len();
        for invite in self.read.invites.iter().filter(is_open) {
            plan.step(self.because(withdraw(invite)));
        }
        plan.steps.len() > before
    }

    /// Everything that can be taken from somebody who stays a member.
    fn lower(&self, user: &User, stake: &Stake, before: &[usize], plan: &mut Plan) {
        let first = plan.steps.len();
        let demotion = (user.role == Some(OrganizationRole::Owner)).then(|| {
            let step = self.because(set_role(user, &OrganizationRole::Reader));
            plan.step(step.after(before.iter().copied()))
        });
        let projects: HashMap<&ProjectId, _> =
            self.read.projects.iter().map(|project| (&project.id, project)).collect();
        for place in &stake.projects {
            if let Some(project) = projects.get(&place.id) {
                let step = self.because(remove_from_project(user, project, place.role.as_ref()));
                // An owner of the organization cannot be taken out of a project.
                plan.step(step.after(before.iter().copied()).after(demotion));
            }
        }
        // Nothing waits for a key that the API may refuse to change: the way out of the project ends it anyway. Limited, it
        // stays harmless should its owner get in again.
        for key in stake.keys.iter().filter(|key| self.can_be_used(key)) {
            plan.step(self.because(freeze_key(key, subject(user), frozen(), None)));
        }
        for (group, _) in self.read.groups.iter().flatten().filter(|(_, users)| users.contains(&user.id)) {
            if group.is_scim_managed == Some(true) {
                let name = group_name(group);
                plan.held.push(Held {
                    subject: subject(user).to_owned(),
                    guard: Guard::ScimManaged,
                    reason: format!("an identity provider says who is in the group `{name}`: take them out there"),
                    allow: None,
                });
            } else {
                plan.step(self.because(remove_from_group(user, group)));
            }
        }
        if plan.steps.len() == first {
            plan.already(subject(user), "is a member without projects and groups");
        }
    }

    /// Whether a key works now.
    fn can_be_used(&self, key: &Key) -> bool {
        key.owner_project_access != Some(OwnerProjectAccess::Inactive)
            && key.expires_at.is_none_or(|expiry| expiry > self.now)
    }

    /// Somebody who is gone: what is left are keys.
    fn clean_up(&self, gone: &Gone, plan: &mut Plan) {
        let who = gone.who.as_str();
        let is_known = |id: &UserId| gone.user.as_ref() == Some(id);
        let keys = self.read.keys.iter().filter(|key| {
            key.owner_kind != Some(OwnerKind::ServiceAccount)
                && (key.is_of(&gone.who) || key.owner_id.as_ref().is_some_and(is_known))
        });
        let left: BTreeMap<_, &Key> = keys.map(|key| (&key.id, key)).collect();
        let invited = self.cancel_invitations(Some(who), plan);
        let mut is_clean = left.is_empty() && !invited;
        for key in left.into_values() {
            plan.step(self.because(delete_key(key, who)));
        }
        let is = |text: &str| text.eq_ignore_ascii_case(who);
        for key in self.admin_keys_of(|id, email| is(id.as_str()) || email.is_some_and(is) || is_known(id)) {
            is_clean = false;
            plan.step(self.because(delete_admin_key(key, who)));
        }
        if is_clean {
            plan.already(who, "is not a member, and neither a key nor an invitation of theirs is left");
        }
    }

    /// The keys of service accounts in projects that they had access to, the most recently used first. Everybody in a
    /// project may have been given them; owners of the organization see every project.
    fn exposed(&self) -> Vec<Key> {
        let read = self.read;
        let all = self.members.iter().any(|user| user.role == Some(OrganizationRole::Owner));
        let direct = self.members.iter().filter_map(|user| read.places.get(&user.id)).flatten().map(|place| &place.id);
        let by_group = self.members.iter().filter_map(|user| read.by_group.get(&user.id)).flatten();
        let reached: HashSet<&ProjectId> = direct.chain(by_group).collect();
        let mut keys: Vec<Key> = read
            .keys
            .iter()
            .filter(|key| key.owner_kind == Some(OwnerKind::ServiceAccount))
            .filter(|key| all || reached.contains(&key.project_id))
            .cloned()
            .collect();
        keys.sort_by_key(|key| std::cmp::Reverse(key.last_used_at));
        keys
    }

    /// What people should know before they agree.
    fn note(&self, plan: &mut Plan) {
        if self.members.is_empty() {
            return;
        }
        plan.notes.extend(self.read.notes.iter().cloned());
        plan.notes.extend(self.read.spend.as_ref().map(|spend| spend.note(&self.read.keys)));
        match (self.exposed().len(), self.rotate) {
            (0, true) if self.read.groups.is_some() => {
                plan.notes.push("they could have read no key of a service account".to_owned());
            }
            (0, _) => {}
            (_, true) => plan.notes.push(format!(
                "the keys to rotate are those of service accounts in the projects that they had access to; none is deleted here: {HOW_TO_ROTATE}"
            )),
            (1, false) => plan.notes.push("1 key of a service account could have been read by them: --rotate names it".to_owned()),
            (count, false) => {
                plan.notes.push(format!("{count} keys of service accounts could have been read by them: --rotate lists them"));
            }
        }
        if self.staged {
            let is_theirs = |id: &UserId| self.members.iter().any(|user| user.id == *id);
            plan.notes.extend(self.admin_keys_of(|id, _| is_theirs(id)).map(|key| {
                let (name, how) = (admin_key_name(key), how_to_delete(key));
                format!("their admin key `{name}` is not limited by this: {how} deletes it")
            }));
            let names: Vec<&str> = self.members.iter().map(subject).collect();
            plan.notes.push(format!(
                "they stay members, and are to be removed later: `orgwarden offboard {}`; or give them an `until` date in a roster file, and \
                 `orgwarden apply` removes them from that day on",
                names.join(" ")
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::Orphan;
    use super::*;
    use crate::guard::KeyOwners;
    use serde_json::{Value, json};

    fn key(id: &str, kind: &str, owner: &str, used: impl Into<Value>) -> Key {
        let used: Value = used.into();
        let key = serde_json::from_value(json!({
            "id": id, "name": id, "last_used_at": used,
            "owner": {"type": kind, kind: {"id": owner, "name": owner, "email": format!("{owner}@x.io")}}
        }));
        Key::new(key.unwrap(), &"proj_1".into(), Some("Site"))
    }

    fn members(list: &Value) -> Vec<User> {
        serde_json::from_value(list.clone()).unwrap()
    }

    fn owner_and_reader() -> Vec<User> {
        members(&json!([
            {"id": "user-1", "email": "a@x.io", "role": "owner"},
            {"id": "user-2", "email": "b@x.io", "role": "reader", "projects": {"object": "list", "data": [
                {"id": "proj_1", "name": "Site", "role": "owner"}
            ]}},
        ]))
    }

    fn read(members: &[User], keys: Vec<Key>) -> Read {
        let places = members
            .iter()
            .map(|user| (user.id.clone(), crate::roster::Places::of(user).told().unwrap_or_default()))
            .collect();
        let site = json!({"id": "proj_1", "name": "Site"});
        let groups = [("Ops", false), ("Idp", true)].map(|(name, managed)| {
            let group = json!({"id": name, "name": name, "is_scim_managed": managed});
            (serde_json::from_value(group).unwrap(), HashSet::from(["user-2".into()]))
        });
        Read {
            projects: vec![serde_json::from_value(site).unwrap()],
            keys,
            groups: Some(groups.into()),
            admin_keys: vec![
                serde_json::from_value(json!({"id": "key_a", "name": "root", "owner": {"id": "user-1"}})).unwrap(),
            ],
            key_owners: Some(KeyOwners::default()),
            places,
            ..Read::default()
        }
    }

    fn leaving<'a>(members: &'a [User], read: &'a Read) -> Leaving<'a> {
        Leaving {
            members,
            gone: &[],
            read,
            successor: None,
            heir: None,
            staged: false,
            rotate: false,
            reason: Some("left"),
            now: Timestamp::new(100),
        }
    }

    fn lines(plan: &Plan) -> Vec<(String, Vec<usize>)> {
        plan.steps.iter().map(|step| (step.request_line(), step.after.clone())).collect()
    }

    #[test]
    fn owners_are_demoted_first_and_the_removal_says_everything_that_is_lost() {
        let members = owner_and_reader();
        let read =
            read(&members, vec![key("k1", "user", "user-2", Value::Null), key("k2", "user", "user-9", Value::Null)]);
        let successor: User =
            serde_json::from_value(json!({"id": "user-3", "email": "c@x.io", "role": "reader"})).unwrap();
        let plan = plan(&Leaving { successor: Some(&successor), ..leaving(&members, &read) });
        assert_eq!(
            lines(&plan),
            [
                (r#"POST /organization/users/user-3 {"role":"owner"}"#.to_owned(), vec![]),
                (r#"POST /organization/users/user-1 {"role":"reader"}"#.to_owned(), vec![]),
                ("DELETE /organization/users/user-1".to_owned(), vec![1]),
                ("DELETE /organization/users/user-2".to_owned(), vec![]),
            ]
        );
        assert_eq!(plan.steps[2].loses[1..], ["the admin key `root`"]);
        assert_eq!(
            plan.steps[3].loses[1..],
            ["key `k1` in `Site`, never used", "`Site` as owner", "the group `Ops`", "the group `Idp`"]
        );
        assert!(plan.steps[1..].iter().all(|step| step.reason.as_deref() == Some("left")));
        assert_eq!(plan.offboarding.unwrap().stakes[1].keys.len(), 1);
    }

    #[test]
    fn a_successor_who_is_an_owner_is_remembered_and_the_owner_of_the_key_is_not_demoted() {
        let members = owner_and_reader();
        let mut read = read(&members, Vec::new());
        read.key_owners = Some(KeyOwners { owners: vec!["user-1".into()], is_known: true, ..KeyOwners::default() });
        let successor: User = serde_json::from_value(json!({"id": "user-3", "role": "owner"})).unwrap();
        let plan = plan(&Leaving { successor: Some(&successor), ..leaving(&members, &read) });
        assert_eq!(plan.successor, Some("user-3".into()));
        assert_eq!(lines(&plan)[0].0, "DELETE /organization/users/user-1");
    }

    #[test]
    fn projects_get_a_new_owner_before_the_old_one_goes() {
        let members = owner_and_reader();
        let mut read = read(&members, Vec::new());
        let project = read.projects[0].clone();
        let heir: User = serde_json::from_value(json!({"id": "user-3", "role": "reader"})).unwrap();
        for (place, request) in [
            (None, r#"POST /organization/projects/proj_1/users {"role":"owner","user_id":"user-3"}"#),
            (
                Some(json!({"id": "user-3", "role": "member"})),
                r#"POST /organization/projects/proj_1/users/user-3 {"role":"owner"}"#,
            ),
        ] {
            read.orphans = vec![Orphan {
                project: project.clone(),
                owners: HashSet::from(["user-2".into()]),
                heir: place.map(|place| serde_json::from_value(place).unwrap()),
            }];
            let plan = plan(&Leaving { heir: Some(&heir), ..leaving(&members[1..], &read) });
            assert_eq!(lines(&plan)[0].0, request);
            assert_eq!(lines(&plan)[1], ("DELETE /organization/users/user-2".to_owned(), vec![0]));
        }
        let above: User = serde_json::from_value(json!({"id": "user-3", "role": "owner"})).unwrap();
        let plan = plan(&Leaving { heir: Some(&above), ..leaving(&members[1..], &read) });
        assert_eq!((plan.steps.len(), plan.already.len()), (1, 1));
    }

    #[test]
    fn in_stages_people_lose_everything_but_the_membership() {
        let members = owner_and_reader();
        let keys = vec![key("k1", "user", "user-2", Value::Null), key("k2", "user", "user-9", Value::Null)];
        let mut read = read(&members, keys);
        let mut dead = key("k3", "user", "user-2", Value::Null);
        dead.expires_at = Some(Timestamp::new(100));
        read.keys.push(dead);
        let plan = plan(&Leaving { staged: true, ..leaving(&members, &read) });
        assert_eq!(
            lines(&plan),
            [
                (r#"POST /organization/users/user-1 {"role":"reader"}"#.to_owned(), vec![]),
                ("DELETE /organization/projects/proj_1/users/user-2".to_owned(), vec![]),
                (r#"POST /organization/projects/proj_1/api_keys/k1 {"scopes":["api.all.read"]}"#.to_owned(), vec![],),
                ("DELETE /organization/groups/Ops/users/user-2".to_owned(), vec![]),
            ]
        );
        assert!(plan.held[0].reason.contains("in the group `Idp`"), "{:?}", plan.held);
        let notes = plan.notes.join("\n");
        for part in ["`orgwarden offboard a@x.io b@x.io`", "`until` date"] {
            assert!(notes.contains(part), "{part}: {notes}");
        }
    }

    #[test]
    fn keys_of_service_accounts_are_listed_and_never_deleted() {
        let members = owner_and_reader();
        let keys = vec![
            key("k1", "service_account", "bot", json!(5)),
            key("k2", "user", "user-2", json!(9)),
            key("k3", "service_account", "bot", json!(7)),
        ];
        let read = read(&members, keys);
        let silent = plan(&leaving(&members[1..], &read));
        assert_eq!(silent.offboarding.as_ref().unwrap().rotate, None);
        assert!(silent.notes[0].starts_with("2 keys of service accounts"), "{:?}", silent.notes);
        let plan = plan(&Leaving { rotate: true, ..leaving(&members[1..], &read) });
        assert_eq!(lines(&plan), lines(&silent));
        let rotate = plan.offboarding.as_ref().unwrap().rotate.as_deref().unwrap();
        assert_eq!(rotate.iter().map(|key| key.id.as_str()).collect::<Vec<_>>(), ["k3", "k1"]);
        for text in [plan.text(), plan.markdown().replace('\\', ""), plan.csv()] {
            assert!(text.contains("key `k3` of the service account `bot@x.io` in `Site`, last used"), "{text}");
        }
    }

    #[test]
    fn keys_that_outlived_somebody_are_deleted() {
        let keys = vec![
            key("k1", "user", "user-2", Value::Null),
            key("k2", "user", "user-9", Value::Null),
            key("k1", "user", "user-2", Value::Null),
        ];
        let admin_keys = json!([
            {"id": "key_a", "name": "root", "owner": {"id": "user-2", "email": "user-2@x.io"}},
            {"id": "key_b", "name": "other", "owner": {"id": "user-9"}},
        ]);
        let read = Read { keys, admin_keys: serde_json::from_value(admin_keys).unwrap(), ..Read::default() };
        let gone = |who: &str, user: Option<&str>| Gone { who: who.into(), user: user.map(Into::into) };
        for gone in [gone("USER-2@x.io", None), gone("old@x.io", Some("user-2")), gone("user-2", None)] {
            let gone = [gone, Gone { who: "user-7".into(), user: None }];
            let plan = plan(&Leaving { gone: &gone, ..leaving(&[], &read) });
            let lines: Vec<String> = plan.steps.iter().map(Step::request_line).collect();
            assert_eq!(
                lines,
                ["DELETE /organization/projects/proj_1/api_keys/k1", "DELETE /organization/admin_api_keys/key_a"]
            );
            assert_eq!(plan.already[0].subject, "user-7");
        }
    }
}
