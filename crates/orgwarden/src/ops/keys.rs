use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{plan_for, wish};
use crate::api::model::AdminApiKey;
use crate::operation::{Change, Effect, Operation};
use crate::plan::{Plan, Want};
use crate::roster::{self, Key, Who};
use crate::{Error, Organization, Result};

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
        let read_admin_keys =
            async { if self.with_admin_keys { roster::admin_keys(organization).await.map(Some) } else { Ok(None) } };
        let (mut keys, owner, admin_keys) = tokio::try_join!(read_keys, read_owner, read_admin_keys)?;
        let is_meant = |id: Option<&crate::api::model::UserId>| {
            owner.as_ref().is_none_or(|owners| owners.iter().any(|owner| Some(&owner.id) == id))
        };
        let admin_keys = admin_keys.map(|listed| {
            let mut admin_keys = roster::only_admin_keys(listed, &keys);
            admin_keys.retain(|key| is_meant(key.owner.as_ref().map(|owner| &owner.id)));
            admin_keys
        });
        keys.retain(|key| is_meant(key.owner_id.as_ref()));
        Ok(KeyList { keys, admin_keys })
    }
}

/// Deletes keys: of projects, and admin keys that are named. Those of service accounts can only be deleted with their
/// account.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeleteKeys {
    /// The keys: names, ids or the visible parts of the secrets. What no key of a project is called may be an admin key,
    /// which is in no project. Empty: all keys of the owner in projects.
    pub keys: Vec<String>,
    /// Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
    pub owner: Option<Who>,
    /// In which project: name or id. Unasked, all projects are read, a request for each; and, for a key that is in none of
    /// them, the admin keys.
    pub project: Option<String>,
    /// Why, for the journal.
    pub reason: Option<String>,
}

impl Change for DeleteKeys {
    const NAME: &'static str = "keys.delete";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let want = |key| Want::DeleteKey { key, project: self.project.clone() };
        plan(organization, &self.keys, self.owner.as_ref(), self.reason.as_deref(), want).await
    }
}

/// Limits keys of projects: from then on they may only read, unless other scopes are named. The softer way than deleting:
/// the key stays. The API does not tell which scopes a key had, so note them before if they matter.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FreezeKeys {
    /// The keys: names, ids or the visible parts of the secrets. Empty: all keys of the owner.
    pub keys: Vec<String>,
    /// Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
    pub owner: Option<Who>,
    /// In which project: name or id. Unasked, all projects are read, a request for each.
    pub project: Option<String>,
    /// All that they may do from then on; absent: only read. An empty list is held back: the API takes it for everything.
    pub scopes: Option<Vec<String>>,
    /// How long they live at most from then on, in seconds; absent: as long as before. An end cannot be taken away again,
    /// and once it has come, the key is lost.
    pub expires_in_seconds: Option<u32>,
    /// Why, for the journal.
    pub reason: Option<String>,
}

impl Change for FreezeKeys {
    const NAME: &'static str = "keys.freeze";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let want = |key| Want::FreezeKey {
            key,
            project: self.project.clone(),
            scopes: self.scopes.clone(),
            expires_in_seconds: self.expires_in_seconds,
        };
        plan(organization, &self.keys, self.owner.as_ref(), self.reason.as_deref(), want).await
    }
}

/// Deletes service accounts of a project, and with them ends their keys.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteServiceAccounts {
    /// The service accounts: names or ids.
    pub accounts: Vec<String>,
    /// Their project: name or id.
    pub project: String,
    /// Why, for the journal.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Change for DeleteServiceAccounts {
    const NAME: &'static str = "keys.delete_account";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let want = |account: &String| {
            let want = Want::DeleteServiceAccount { account: account.clone(), project: self.project.clone() };
            wish(None, want, self.reason.as_deref())
        };
        plan_for(organization, &self.accounts.iter().map(want).collect::<Vec<_>>()).await
    }
}

/// A wish for each key; without keys, one for all keys of the owner.
async fn plan(
    organization: &Organization,
    keys: &[String],
    owner: Option<&Who>,
    reason: Option<&str>,
    want: impl Fn(Option<String>) -> Want,
) -> Result<Plan> {
    if keys.is_empty() && owner.is_none() {
        return Err(Error::invalid("no key was named").with_hint("Name keys, or whose keys are meant."));
    }
    let all = keys.is_empty().then_some(None);
    let wishes: Vec<_> = keys.iter().cloned().map(Some).chain(all).map(|key| wish(owner, want(key), reason)).collect();
    plan_for(organization, &wishes).await
}
