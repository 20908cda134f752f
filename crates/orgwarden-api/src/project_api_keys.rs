//! Keys of a project: `/organization/projects/{project_id}/api_keys`.
//!
//! Keys are born at the dashboard or with a service account, never here.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::key_scopes::KeyScopes;
use crate::model::{Deleted, KeyId, List, ProjectApiKey, ProjectId};

const LIST: Endpoint = Endpoint::list("/organization/projects/{project_id}/api_keys", Paging::LastId);
const RETRIEVE: Endpoint = Endpoint::read("/organization/projects/{project_id}/api_keys/{api_key_id}");
// Sent twice, an expiry counts from the second time.
const MODIFY: Endpoint = Endpoint::create("/organization/projects/{project_id}/api_keys/{api_key_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/projects/{project_id}/api_keys/{api_key_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, RETRIEVE, MODIFY, DELETE];

/// Which keys to list, by whether their owner still has access to the project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OwnerAccess {
    /// Every key. Without this word the API hides some that still work, so it is the default here.
    #[default]
    Any,
    /// Keys whose owner has access.
    Active,
    /// Keys whose owner has lost access.
    Inactive,
}

/// Lists the keys of a project, 100 a page.
pub fn list(project: &ProjectId, owner_access: OwnerAccess) -> Call<List<ProjectApiKey>> {
    let access = match owner_access {
        OwnerAccess::Any => "any",
        OwnerAccess::Active => "active",
        OwnerAccess::Inactive => "inactive",
    };
    LIST.call(&[project.as_str()]).query("limit", 100).query("owner_project_access", access)
}

/// Reads one key's record.
pub fn retrieve(project: &ProjectId, key: &KeyId) -> Call<ProjectApiKey> {
    RETRIEVE.call(&[project.as_str(), key.as_str()])
}

/// Changes when a key expires and what it may do, at least one of them. A key that has expired refuses. The scopes are
/// in no answer.
pub fn modify(project: &ProjectId, key: &KeyId, change: &KeyChange) -> Call<ProjectApiKey> {
    MODIFY.call(&[project.as_str(), key.as_str()]).json(change)
}

/// What to change of a key. What is `None` stays.
#[derive(Clone, Debug, Default, Serialize)]
pub struct KeyChange {
    /// How long it lives from now on, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_in_seconds: Option<u32>,
    /// What it may do, in place of what it might do before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scopes: Option<KeyScopes>,
}

/// Deletes a key. The key of a service account is refused: delete the account instead.
pub fn delete(project: &ProjectId, key: &KeyId) -> Call<Deleted> {
    DELETE.call(&[project.as_str(), key.as_str()])
}
