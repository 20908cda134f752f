use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::admin_api_keys;
use crate::api::client::KeyClass;
use crate::api::model::{AdminApiKey, KeyId};
use crate::operation::{Effect, Operation};
use crate::roster::{self, Key, Who};
use crate::{Organization, Result};

/// Lists keys: of one project or of all, those too whose owner has lost access. Never a secret.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListKeys {
    /// Only this project: name or id.
    pub project: Option<String>,
    /// Only keys of this person: e-mail address, name or id.
    pub owner: Option<Who>,
    /// The admin keys too.
    pub with_admin_keys: bool,
}

/// Keys.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KeyList {
    /// Keys of projects.
    pub keys: Vec<Key>,
    /// Admin keys. Absent: not asked for.
    pub admin_keys: Option<Vec<AdminApiKey>>,
}

impl Operation for ListKeys {
    const NAME: &'static str = "keys.list";
    const EFFECT: Effect = Effect::Reads;
    type Output = KeyList;

    async fn run(self, organization: &Organization) -> Result<KeyList> {
        let read_keys = async {
            let mut projects = roster::projects(organization, false).await?;
            if let Some(project) = &self.project {
                projects = vec![roster::resolve_project(project, &projects)?.clone()];
            }
            roster::all_keys(organization, &projects).await
        };
        let read_owner = async {
            match &self.owner {
                Some(owner) => roster::members(organization, std::slice::from_ref(owner)).await.map(Some),
                None => Ok(None),
            }
        };
        let read_admin_keys = async {
            if self.with_admin_keys {
                roster::all(organization, admin_api_keys::list()).await.map(Some)
            } else {
                Ok(None)
            }
        };
        let (mut keys, owner, admin_keys) = tokio::try_join!(read_keys, read_owner, read_admin_keys)?;
        let is_meant = |id: Option<&crate::api::model::UserId>| {
            owner.as_ref().is_none_or(|owners| owners.iter().any(|owner| Some(&owner.id) == id))
        };
        let admin_keys = admin_keys.map(|mut admin_keys| {
            // The live API lists project keys among the admin keys, those of projects too that were not read here.
            let of_projects: HashSet<&KeyId> = keys.iter().map(|key| &key.id).collect();
            admin_keys.retain(|key| {
                !of_projects.contains(&key.id)
                    && !is_of_a_project(key)
                    && is_meant(key.owner.as_ref().map(|owner| &owner.id))
            });
            admin_keys
        });
        keys.retain(|key| is_meant(key.owner_id.as_ref()));
        Ok(KeyList { keys, admin_keys })
    }
}

/// Whether the visible beginning of a key says that it is a project's.
pub(super) fn is_of_a_project(key: &AdminApiKey) -> bool {
    let class = key.redacted_value.as_deref().map(KeyClass::of);
    matches!(class, Some(KeyClass::Project | KeyClass::ServiceAccount))
}
