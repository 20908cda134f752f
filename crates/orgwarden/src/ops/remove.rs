use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::role::subject;
use crate::api::model::{User, UserId};
use crate::api::users;
use crate::guard::{KeyOwners, Owners};
use crate::operation::{Change, Effect};
use crate::plan::{Evidence, Plan, Step};
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
        let read_key_owners = async {
            // Nobody is removed: nothing to guard.
            if members.is_empty() { Ok(KeyOwners::default()) } else { roster::key_owners(organization).await }
        };
        let read_keys = async {
            if self.show_keys && !members.is_empty() {
                roster::user_keys(organization, &members).await.map(Some)
            } else {
                Ok(None)
            }
        };
        let (owners, yourself, keys) =
            tokio::try_join!(roster::owners_besides(organization, &members), read_key_owners, read_keys)?;
        let mut plan = plan(&members, Owners::new(&owners, &yourself.owners), keys.as_deref());
        plan.notes.extend(yourself.note().filter(|_| !plan.is_empty()));
        for who in gone {
            plan.already(who.as_str(), "is not a member");
        }
        Ok(plan)
    }
}

/// The decision.
fn plan(members: &[User], mut owners: Owners, keys: Option<&[Key]>) -> Plan {
    let mut plan = Plan::default();
    let mut keys_of: HashMap<&UserId, Vec<&Key>> = HashMap::new();
    for key in keys.into_iter().flatten() {
        if let Some(owner) = &key.owner_id {
            keys_of.entry(owner).or_default().push(key);
        }
    }
    let mut seen = HashSet::new();
    for user in members.iter().filter(|user| seen.insert(&user.id)) {
        let subject = subject(user);
        if let Err(held) = owners.release(user, subject) {
            plan.held.push(held);
            continue;
        }
        if user.is_scim_managed == Some(true) {
            plan.notes.push(format!(
                "{subject} is kept by your identity provider: remove the person there too, or they come back"
            ));
        }
        plan.must_be_gone.extend(user.email.as_deref().map(str::to_owned));
        plan.step(Step {
            subject: subject.to_owned(),
            action: "remove from the organization".to_owned(),
            loses: losses(user, keys.map(|_| keys_of.get(&user.id).map_or(&[][..], Vec::as_slice))),
            call: users::delete(&user.id).untyped(),
            after: None,
            evidence: Evidence::Gone(users::retrieve(&user.id).untyped()),
        });
    }
    plan
}

/// What a person loses, in words; the keys if they were read.
fn losses(user: &User, keys: Option<&[&Key]>) -> Vec<String> {
    let role = user.role.as_ref().map_or_else(String::new, |role| format!(" as {role}"));
    let mut losses = vec![format!("membership{role}, and with it every project")];
    let Some(keys) = keys else {
        losses.push("all keys of their own".to_owned());
        return losses;
    };
    for key in keys {
        let name = key.name.as_deref().or(key.redacted_value.as_deref()).unwrap_or(key.id.as_str());
        let project = key.project.as_deref().unwrap_or(key.project_id.as_str());
        let used = key.last_used_at.map_or_else(|| "never used".to_owned(), |at| format!("last used {at}"));
        losses.push(format!("key `{name}` in `{project}`, {used}"));
    }
    losses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::Guard;
    use serde_json::json;

    #[test]
    fn people_go_with_their_keys_named_and_guards_hold_the_rest() {
        let members: Vec<User> = serde_json::from_value(json!([
            {"id": "user-1", "email": "a@x.io", "role": "owner"},
            {"id": "user-2", "email": "b@x.io", "role": "reader", "is_scim_managed": true},
            {"id": "user-me", "email": "me@x.io", "role": "owner"},
        ]))
        .unwrap();
        let key = crate::api::model::ProjectApiKey {
            ..serde_json::from_value(json!({
                "id": "key_1", "name": "batch", "last_used_at": null, "owner": {"type": "user", "user": {"id": "user-2"}}
            }))
            .unwrap()
        };
        let keys = [Key::new(key, &"proj_1".into(), Some("Site"))];
        let plan = plan(&members, Owners::new([&members[0].id], &[members[2].id.clone()]), Some(&keys));
        assert_eq!(plan.held.iter().map(|held| held.guard).collect::<Vec<_>>(), [Guard::LastOwner, Guard::Yourself]);
        assert_eq!(plan.steps.len(), 1);
        assert_eq!(plan.steps[0].loses[1], "key `batch` in `Site`, never used");
        assert_eq!(plan.must_be_gone, ["b@x.io"]);
        assert!(plan.notes[0].contains("identity provider"));
    }
}
