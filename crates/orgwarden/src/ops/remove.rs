use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{OrganizationRole, User, UserId};
use crate::operation::{Change, Effect};
use crate::plan::Plan;
use crate::plan::steps::{remove, set_role, subject};
use crate::roster::{self, Key, Who};
use crate::{Error, Organization, Result};

/// Removes members from the organization. Their keys and their access to every project end at once.
///
/// Service accounts that they made keep working. Reads back afterwards that they are gone.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveMembers {
    /// Whom: e-mail addresses, names or ids.
    pub who: Vec<Who>,
    /// Read first which keys will stop working: one more request per project.
    #[serde(default)]
    pub show_keys: bool,
    /// Take somebody who is not a member for removed, instead of refusing the whole wish.
    #[serde(default)]
    pub gone_is_done: bool,
    /// Who is made an owner first, so that the last owner, or the owner of the key in use, can leave.
    #[serde(default)]
    pub successor: Option<Who>,
}

impl Change for RemoveMembers {
    const NAME: &'static str = "members.remove";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        if self.who.is_empty() {
            return Err(Error::invalid("nobody was named"));
        }
        let mut people = roster::look_up(organization, &self.who).await?;
        let gone = if self.gone_is_done { std::mem::take(&mut people.missing) } else { Vec::new() };
        let members = people.all()?;
        let keys = if self.show_keys && !members.is_empty() {
            Some(roster::user_keys(organization, &members).await?)
        } else {
            None
        };
        let successor = match &self.successor {
            Some(successor) => Some(roster::members(organization, std::slice::from_ref(successor)).await?.remove(0)),
            None => None,
        };
        let mut plan = plan(&members, successor.as_ref(), keys.as_deref());
        for who in gone {
            plan.already(who.as_str(), "is not a member");
        }
        plan.known = members;
        plan.known.extend(successor);
        Ok(plan)
    }
}

/// The decision.
fn plan(members: &[User], successor: Option<&User>, keys: Option<&[Key]>) -> Plan {
    let mut plan = Plan::default();
    let mut keys_of: HashMap<&UserId, Vec<&Key>> = HashMap::new();
    for key in keys.into_iter().flatten() {
        if let Some(owner) = &key.owner_id {
            keys_of.entry(owner).or_default().push(key);
        }
    }
    let mut promotion = None;
    match successor {
        Some(user) if user.role == Some(OrganizationRole::Owner) => plan.already(subject(user), "is owner"),
        Some(user) => {
            let step = set_role(user, &OrganizationRole::Owner).because("takes over from those who leave");
            promotion = Some((plan.step(step), &user.id));
        }
        None => {}
    }
    let mut seen = HashSet::new();
    for user in members.iter().filter(|user| seen.insert(&user.id)) {
        // Two steps about one person keep their order.
        let before = promotion.filter(|(_, successor)| **successor == user.id).map(|(step, _)| step);
        let keys = keys.map(|_| keys_of.get(&user.id).map_or(&[][..], Vec::as_slice));
        plan.step(remove(user, keys).after(before));
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Step;
    use serde_json::json;

    #[test]
    fn people_go_with_their_keys_named_and_a_successor_comes_first() {
        let people: Vec<User> = serde_json::from_value(json!([
            {"id": "user-1", "email": "a@x.io", "role": "owner"},
            {"id": "user-2", "email": "b@x.io", "role": "reader"},
            {"id": "user-2", "email": "b@x.io", "role": "reader"},
            {"id": "user-3", "email": "c@x.io", "role": "reader"},
        ]))
        .unwrap();
        let key = serde_json::from_value(json!({
            "id": "key_1", "name": "batch", "last_used_at": null, "owner": {"type": "user", "user": {"id": "user-2"}}
        }))
        .unwrap();
        let keys = [Key::new(key, &"proj_1".into(), Some("Site"))];
        let plan = plan(&people[..3], Some(&people[3]), Some(&keys));
        let lines: Vec<String> = plan.steps.iter().map(Step::request_line).collect();
        assert_eq!(
            lines,
            [
                r#"POST /organization/users/user-3 {"role":"owner"}"#,
                "DELETE /organization/users/user-1",
                "DELETE /organization/users/user-2"
            ]
        );
        assert_eq!(plan.steps[2].loses[1], "key `batch` in `Site`, never used");
    }
}
