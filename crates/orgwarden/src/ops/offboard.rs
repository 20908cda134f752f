use std::collections::{BTreeMap, HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{OrganizationRole, ProjectId, User, UserId};
use crate::guard::may_be_owner;
use crate::operation::{Change, Effect};
use crate::plan::steps::{delete_key, remove, set_role, subject};
use crate::plan::{Plan, Step};
use crate::roster::{self, Key, Who};
use crate::{Error, Organization, Result};

/// Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.
///
/// Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that a
/// refused removal leaves no owner behind. What is at stake is read once for all of them. Whoever is gone already is done:
/// keys that outlived them are deleted. `receipts.make` then proves that nothing is left.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OffboardMembers {
    /// Who leaves: e-mail addresses, names or ids.
    pub who: Vec<Who>,
    /// Why, for the journal and the receipt.
    #[serde(default)]
    pub reason: Option<String>,
    /// Who is made an owner first, so that the last owner, or the owner of the key in use, can leave.
    #[serde(default)]
    pub successor: Option<Who>,
}

impl Change for OffboardMembers {
    const NAME: &'static str = "members.offboard";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        if self.who.is_empty() {
            return Err(Error::invalid("nobody was named"));
        }
        // A name that nobody has may be misspelt; an address or an id that nobody has is somebody who is gone.
        let mut people = roster::look_up(organization, &self.who).await?;
        let gone: Vec<Who> = people.missing.extract_if(.., |who| who.is_email() || who.is_id()).collect();
        let members = people.all()?;
        let successor = match &self.successor {
            Some(successor) => roster::members(organization, std::slice::from_ref(successor)).await?.pop(),
            None => None,
        };
        // All projects: a key can be where its owner is not in the project any more.
        let projects = roster::projects(organization, false).await?;
        let keys = roster::all_keys(organization, &projects).await?;
        let key_owners =
            if members.iter().any(may_be_owner) { Some(roster::key_owners(organization).await?) } else { None };
        let yourself = key_owners.as_ref().map_or(&[][..], |key| &key.owners[..]);
        let reason = self.reason.as_deref();
        let mut plan = plan(&Leaving { members: &members, gone: &gone, keys: &keys, yourself, reason });
        plan.key_owners = key_owners;
        if let Some(successor) = &successor {
            hand_over(&mut plan, successor);
        }
        plan.known = members;
        plan.known.extend(successor);
        Ok(plan)
    }
}

/// Who leaves, and what is known of it.
struct Leaving<'a> {
    members: &'a [User],
    gone: &'a [Who],
    keys: &'a [Key],
    /// To whom the key in use belongs: demoted, they could not be removed with it.
    yourself: &'a [UserId],
    reason: Option<&'a str>,
}

/// The decision.
fn plan(leaving: &Leaving<'_>) -> Plan {
    let mut plan = Plan::default();
    let mut keys_of: HashMap<&UserId, Vec<&Key>> = HashMap::new();
    for key in leaving.keys {
        if let Some(owner) = &key.owner_id {
            keys_of.entry(owner).or_default().push(key);
        }
    }
    let because = |step: Step| match leaving.reason {
        Some(reason) => step.because(reason),
        None => step,
    };
    let mut seen = HashSet::new();
    for user in leaving.members.iter().filter(|user| seen.insert(&user.id)) {
        let is_demoted = user.role == Some(OrganizationRole::Owner) && !leaving.yourself.contains(&user.id);
        let demotion = is_demoted.then(|| plan.step(because(set_role(user, &OrganizationRole::Reader))));
        let mut step = because(remove(user, Some(keys_of.get(&user.id).map_or(&[][..], Vec::as_slice))));
        step.loses.extend(memberships(user));
        plan.step(step.after(demotion));
    }
    for who in leaving.gone {
        let left = leaving.keys.iter().filter(|key| key.is_of(who)).fold(BTreeMap::new(), |mut left, key| {
            left.insert(&key.id, key);
            left
        });
        if left.is_empty() {
            plan.already(who.as_str(), "is not a member, and no key of theirs is left");
        }
        for key in left.into_values() {
            plan.step(because(delete_key(key, who.as_str())));
        }
    }
    plan
}

/// The projects that somebody is in, in words.
fn memberships(user: &User) -> Vec<String> {
    let projects = user.projects.as_ref().map_or(&[][..], |list| &list.data[..]);
    projects
        .iter()
        .map(|project| {
            let name = project.name.as_deref().or(project.id.as_ref().map(ProjectId::as_str)).unwrap_or("a project");
            match project.role.as_deref() {
                Some(role) => format!("`{name}` as {role}"),
                None => format!("`{name}`"),
            }
        })
        .collect()
}

/// Makes somebody an owner before anything else is done.
fn hand_over(plan: &mut Plan, successor: &User) {
    if successor.role == Some(OrganizationRole::Owner) {
        plan.already(subject(successor), "is owner");
        return;
    }
    for step in &mut plan.steps {
        for before in &mut step.after {
            *before += 1;
        }
    }
    let step = set_role(successor, &OrganizationRole::Owner).because("takes over from those who leave");
    plan.steps.insert(0, step);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn key(id: &str, owner: &str) -> Key {
        let key = serde_json::from_value(json!({
            "id": id, "name": id, "owner": {"type": "user", "user": {"id": owner, "email": format!("{owner}@x.io")}}
        }));
        Key::new(key.unwrap(), &"proj_1".into(), Some("Site"))
    }

    #[test]
    fn owners_are_demoted_first_and_the_removal_says_everything_that_is_lost() {
        let members: Vec<User> = serde_json::from_value(json!([
            {"id": "user-1", "email": "a@x.io", "role": "owner"},
            {"id": "user-2", "email": "b@x.io", "role": "reader", "projects": {"object": "list", "data": [
                {"id": "proj_1", "name": "Site", "role": "member"}
            ]}},
        ]))
        .unwrap();
        let keys = [key("k1", "user-2"), key("k2", "user-9")];
        let mut plan =
            plan(&Leaving { members: &members, gone: &[], keys: &keys, yourself: &[], reason: Some("left") });
        let lines: Vec<(String, Vec<usize>)> =
            plan.steps.iter().map(|step| (step.request_line(), step.after.clone())).collect();
        assert_eq!(
            lines,
            [
                (r#"POST /organization/users/user-1 {"role":"reader"}"#.to_owned(), vec![]),
                ("DELETE /organization/users/user-1".to_owned(), vec![0]),
                ("DELETE /organization/users/user-2".to_owned(), vec![]),
            ]
        );
        assert_eq!(plan.steps[2].loses[1..], ["key `k1` in `Site`, never used", "`Site` as member"]);
        assert!(plan.steps.iter().all(|step| step.reason.as_deref() == Some("left")));
        let successor = serde_json::from_value(json!({"id": "user-3", "email": "c@x.io", "role": "reader"})).unwrap();
        hand_over(&mut plan, &successor);
        assert_eq!(plan.steps[2].after, [1], "numbers follow");
    }

    #[test]
    fn keys_that_outlived_somebody_are_deleted() {
        let keys = [key("k1", "user-2"), key("k2", "user-9"), key("k1", "user-2")];
        let gone = ["USER-2@x.io".into(), "user-7".into()];
        let plan = plan(&Leaving { members: &[], gone: &gone, keys: &keys, yourself: &[], reason: None });
        let lines: Vec<String> = plan.steps.iter().map(Step::request_line).collect();
        assert_eq!(lines, ["DELETE /organization/projects/proj_1/api_keys/k1"]);
        assert_eq!(plan.already[0].subject, "user-7");
    }
}
