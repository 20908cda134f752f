use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Who;
use crate::api::client::KeyClass;
use crate::api::model::{
    AdminApiKey, KeyId, OwnerKind, OwnerProjectAccess, ProjectApiKey, ProjectId, Text, Timestamp, UserId,
};

/// A project key and where it belongs. Never the secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Key {
    /// The key's id.
    pub id: KeyId,
    /// Its name.
    pub name: Option<Text>,
    /// The secret with its middle left out.
    pub redacted_value: Option<Text>,
    /// The project.
    pub project_id: ProjectId,
    /// The project's name.
    pub project: Option<Text>,
    /// The owner's id.
    pub owner_id: Option<UserId>,
    /// The owner's address, or the name of a service account.
    pub owner: Option<Text>,
    /// A person or a service account.
    pub owner_kind: Option<OwnerKind>,
    /// Whether the owner still has access to the project.
    pub owner_project_access: Option<OwnerProjectAccess>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it was last used; null: never.
    pub last_used_at: Option<Timestamp>,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
}

impl Key {
    /// What to call the key: its name, else the visible part of it, else its id.
    pub fn label(&self) -> &str {
        self.name.as_deref().or(self.redacted_value.as_deref()).unwrap_or(self.id.as_str())
    }

    /// What to call its project.
    pub fn project_label(&self) -> &str {
        self.project.as_deref().unwrap_or(self.project_id.as_str())
    }

    /// When it was last used, in words.
    pub fn use_label(&self) -> String {
        use_label(self.last_used_at)
    }

    /// Everything that it is called.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        names(&self.id, self.name.as_deref(), self.redacted_value.as_deref())
    }

    /// Whether somebody owns it, by the id or the address or name that the key tells: they need not be a member any more.
    pub(crate) fn is_of(&self, who: &Who) -> bool {
        let is = |text: Option<&str>| text.is_some_and(|text| text.eq_ignore_ascii_case(who.as_str()));
        is(self.owner_id.as_ref().map(UserId::as_str)) || is(self.owner.as_deref())
    }

    /// The person whose key it is; `None` for a service account's, and where the API does not say.
    pub fn person(&self) -> Option<&UserId> {
        self.owner_id.as_ref().filter(|_| self.owner_kind != Some(OwnerKind::ServiceAccount))
    }

    /// A key of a project.
    pub(crate) fn new(key: ProjectApiKey, project_id: &ProjectId, project: Option<&str>) -> Self {
        let principal = key.owner.as_ref().and_then(|owner| owner.principal());
        Self {
            owner_id: principal.map(|principal| principal.id.clone()).filter(|id| !id.as_str().is_empty()),
            owner: principal.and_then(|principal| principal.email.clone().or_else(|| principal.name.clone())),
            owner_kind: key.owner.as_ref().and_then(|owner| owner.kind.clone()),
            id: key.id,
            name: key.name,
            redacted_value: key.redacted_value,
            project_id: project_id.clone(),
            project: project.map(Into::into),
            owner_project_access: key.owner_project_access,
            created_at: key.created_at,
            last_used_at: key.last_used_at,
            expires_at: key.expires_at,
        }
    }
}

/// When a key was last used, in words.
pub(crate) fn use_label(last_used_at: Option<Timestamp>) -> String {
    last_used_at.map_or_else(|| "never used".to_owned(), |at| format!("last used {at}"))
}

fn names<'a>(id: &'a KeyId, name: Option<&'a str>, redacted: Option<&'a str>) -> impl Iterator<Item = &'a str> {
    [Some(id.as_str()), name, redacted].into_iter().flatten()
}

/// Keys by everything that they are called, in lower case.
pub(crate) fn keys_by_name(keys: &[Key]) -> HashMap<String, Vec<&Key>> {
    let mut named: HashMap<String, Vec<&Key>> = HashMap::new();
    for key in keys {
        for text in key.names() {
            let same = named.entry(text.to_lowercase()).or_default();
            if same.last().is_none_or(|last| last.id != key.id) {
                same.push(key);
            }
        }
    }
    named
}

/// Everything that an admin key is called.
pub(crate) fn admin_key_names(key: &AdminApiKey) -> impl Iterator<Item = &str> {
    names(&key.id, key.name.as_deref(), key.redacted_value.as_deref())
}

/// The person whose admin key it is; `None` for a service account's, and where the API does not say.
pub(crate) fn admin_key_owner(key: &AdminApiKey) -> Option<&UserId> {
    let owner = key.owner.as_ref().filter(|owner| !owner.id.as_str().is_empty())?;
    (owner.kind.as_deref() != Some(OwnerKind::ServiceAccount.as_str())).then_some(&owner.id)
}

/// The admin keys of a list that was answered: the live API lists keys of projects among them, those of projects too that
/// were not read.
pub(crate) fn only_admin_keys(mut listed: Vec<AdminApiKey>, of_projects: &[Key]) -> Vec<AdminApiKey> {
    let of_projects: HashSet<&KeyId> = of_projects.iter().map(|key| &key.id).collect();
    listed.retain(|key| !of_projects.contains(&key.id) && !is_of_a_project(key));
    listed
}

/// Whether the visible beginning of a key says that it is a project's.
fn is_of_a_project(key: &AdminApiKey) -> bool {
    let class = key.redacted_value.as_deref().map(KeyClass::of);
    matches!(class, Some(KeyClass::Project | KeyClass::ServiceAccount))
}
