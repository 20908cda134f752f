//! Service accounts of a project and their keys: `/organization/projects/{project_id}/service_accounts`.
//!
//! An archived project has none and refuses all of this.

use serde::{Deserialize, Serialize};

use crate::call::{Call, Endpoint, Paging};
use crate::key_scopes::KeyScopes;
use crate::model::{
    Deleted, List, ProjectId, ServiceAccount, ServiceAccountApiKey, ServiceAccountId, ServiceAccountRole,
};

const LIST: Endpoint = Endpoint::list("/organization/projects/{project_id}/service_accounts", Paging::LastId);
const CREATE: Endpoint = Endpoint::create("/organization/projects/{project_id}/service_accounts");
const RETRIEVE: Endpoint = Endpoint::read("/organization/projects/{project_id}/service_accounts/{service_account_id}");
const MODIFY: Endpoint = Endpoint::update("/organization/projects/{project_id}/service_accounts/{service_account_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/projects/{project_id}/service_accounts/{service_account_id}");
const CREATE_KEY: Endpoint =
    Endpoint::create("/organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, MODIFY, DELETE, CREATE_KEY];

/// Lists the service accounts of a project, 100 a page.
pub fn list(project: &ProjectId) -> Call<List<ServiceAccount>> {
    LIST.call(&[project.as_str()]).query("limit", 100)
}

/// Creates a service account, with a key unless asked otherwise. The key's secret is in the answer, once. Reading the
/// account right afterwards may answer 404 for a moment.
pub fn create(project: &ProjectId, account: &NewServiceAccount) -> Call<CreatedServiceAccount> {
    #[derive(Serialize)]
    struct Body<'a> {
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        create_service_account_only: Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        expires_in_seconds: Option<u32>,
    }
    let (create_service_account_only, expires_in_seconds) = match account.first_key {
        FirstKey::Lasting => (None, None),
        FirstKey::Expiring(seconds) => (None, Some(seconds)),
        FirstKey::None => (Some(true), None),
    };
    CREATE.call(&[project.as_str()]).json(&Body {
        name: &account.name,
        create_service_account_only,
        expires_in_seconds,
    })
}

/// A service account to create.
#[derive(Clone, Debug)]
pub struct NewServiceAccount {
    /// Its name.
    pub name: String,
    /// Its first key.
    pub first_key: FirstKey,
}

/// Which key a new service account comes with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FirstKey {
    /// One that does not expire; the account becomes a member of the project.
    #[default]
    Lasting,
    /// One that expires after so many seconds; the account becomes a member of the project.
    Expiring(u32),
    /// None, and the account gets no role either.
    None,
}

/// A new service account, with its first key if it has one.
#[derive(Debug, Deserialize)]
pub struct CreatedServiceAccount {
    /// The key with its secret.
    #[serde(default)]
    pub api_key: Option<CreatedServiceAccountApiKey>,
    /// The account.
    #[serde(flatten)]
    pub account: ServiceAccount,
}

/// A new key of a service account with its secret.
#[derive(Debug, Deserialize)]
pub struct CreatedServiceAccountApiKey {
    /// The secret. The API never shows it again.
    pub value: secrecy::SecretString,
    /// The record.
    #[serde(flatten)]
    pub key: ServiceAccountApiKey,
}

/// Reads one service account.
pub fn retrieve(project: &ProjectId, account: &ServiceAccountId) -> Call<ServiceAccount> {
    RETRIEVE.call(&[project.as_str(), account.as_str()])
}

/// Changes a service account. A role, once given, can be swapped but not taken away.
pub fn modify(project: &ProjectId, account: &ServiceAccountId, change: &ServiceAccountChange) -> Call<ServiceAccount> {
    MODIFY.call(&[project.as_str(), account.as_str()]).json(change)
}

/// What to change of a service account. What is `None` stays.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ServiceAccountChange {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its role in the project: owner or member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<ServiceAccountRole>,
}

/// Deletes a service account; its keys stop working.
pub fn delete(project: &ProjectId, account: &ServiceAccountId) -> Call<Deleted> {
    DELETE.call(&[project.as_str(), account.as_str()])
}

/// Makes another key of a service account. Its secret is in the answer, once. May be refused with 409; nobody has said
/// when.
pub fn create_api_key(
    project: &ProjectId,
    account: &ServiceAccountId,
    key: &NewServiceAccountApiKey,
) -> Call<CreatedServiceAccountApiKey> {
    CREATE_KEY.call(&[project.as_str(), account.as_str()]).json(key)
}

/// A key of a service account to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewServiceAccountApiKey {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it may do. `None`: what the API gives when nothing is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scopes: Option<KeyScopes>,
    /// How long it lives, in seconds. A policy of the organization or the project may demand it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_in_seconds: Option<u32>,
}
