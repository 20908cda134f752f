use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{ChangeMembers, wish_for};
use crate::api::model::{OrganizationRole, User, UserId};
use crate::operation::{Change, Effect};
use crate::plan::steps::losses;
use crate::plan::{Act, Plan, Want, Wish};
use crate::roster::{self, Key, Who};
use crate::{Organization, Result};

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
    /// Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner first, unless they
    /// are one.
    #[serde(default)]
    pub successor: Option<Who>,
}

impl Change for RemoveMembers {
    const NAME: &'static str = "members.remove";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let leaving = wish_for(&self.who, &Want::Remove)?;
        let wishes = self.successor.as_ref().map(promotion).into_iter().chain(leaving).collect();
        let change = ChangeMembers { wishes, gone_is_done: self.gone_is_done, ..ChangeMembers::default() };
        let mut plan = change.plan(organization).await?;
        if self.show_keys {
            let leavers: Vec<User> = plan.leavers().cloned().collect();
            if !leavers.is_empty() {
                name_keys(&mut plan, &leavers, &roster::user_keys(organization, &leavers).await?);
            }
        }
        Ok(plan)
    }
}

/// The wish that lets owners go: somebody takes over.
fn promotion(successor: &Who) -> Wish {
    let want = Want::Role { role: OrganizationRole::Owner };
    let reason = Some("takes over from those who leave".to_owned());
    Wish { who: successor.clone(), want, reason, place: None }
}

/// Says of every removal which keys stop working.
fn name_keys(plan: &mut Plan, leavers: &[User], keys: &[Key]) {
    let mut keys_of: HashMap<&UserId, Vec<&Key>> = HashMap::new();
    for key in keys {
        if let Some(owner) = &key.owner_id {
            keys_of.entry(owner).or_default().push(key);
        }
    }
    let leavers: HashMap<&UserId, &User> = leavers.iter().map(|user| (&user.id, user)).collect();
    for step in &mut plan.steps {
        if let Act::Remove { user } = &step.act
            && let Some(leaver) = leavers.get(user)
        {
            step.loses = losses(leaver, Some(keys_of.get(user).map_or(&[][..], Vec::as_slice)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::steps::remove;
    use serde_json::json;

    #[test]
    fn the_keys_that_go_are_named() {
        let people: Vec<User> = serde_json::from_value(json!([
            {"id": "user-1", "email": "a@x.io", "role": "owner"},
            {"id": "user-2", "email": "b@x.io", "role": "reader"},
        ]))
        .unwrap();
        let key = serde_json::from_value(json!({
            "id": "key_1", "name": "batch", "last_used_at": null, "owner": {"type": "user", "user": {"id": "user-2"}}
        }))
        .unwrap();
        let mut plan = Plan { steps: people.iter().map(|user| remove(user, None)).collect(), ..Plan::default() };
        name_keys(&mut plan, &people, &[Key::new(key, &"proj_1".into(), Some("Site"))]);
        assert_eq!(plan.steps[0].loses.len(), 1, "who has no key loses none");
        assert_eq!(plan.steps[1].loses[1], "key `batch` in `Site`, never used");
    }
}
