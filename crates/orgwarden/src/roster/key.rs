use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Who;
use crate::api::model::{KeyId, OwnerKind, OwnerProjectAccess, ProjectApiKey, ProjectId, Text, Timestamp, UserId};

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
        self.last_used_at.map_or_else(|| "never used".to_owned(), |at| format!("last used {at}"))
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
