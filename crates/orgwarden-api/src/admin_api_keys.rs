//! Admin keys: `/organization/admin_api_keys`.

use serde::{Deserialize, Serialize};

use crate::call::{Call, Endpoint, Paging};
use crate::model::{AdminApiKey, Deleted, KeyId, List};
use crate::order::Order;

const LIST: Endpoint = Endpoint::list("/organization/admin_api_keys", Paging::LastId);
const CREATE: Endpoint = Endpoint::create("/organization/admin_api_keys");
const RETRIEVE: Endpoint = Endpoint::read("/organization/admin_api_keys/{key_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/admin_api_keys/{key_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, DELETE];

/// Lists the admin keys, 100 a page. The live API also shows project keys here.
pub fn list() -> Call<List<AdminApiKey>> {
    LIST.call(&[]).query("limit", 100)
}

/// Lists the admin keys in an order.
pub fn list_in(order: Order) -> Call<List<AdminApiKey>> {
    list().query("order", order)
}

/// Creates an admin key. Its secret is in the answer, once.
pub fn create(key: &NewAdminApiKey) -> Call<CreatedAdminApiKey> {
    CREATE.call(&[]).json(key)
}

/// An admin key to create. Scopes can only be set at the dashboard.
#[derive(Clone, Debug, Serialize)]
pub struct NewAdminApiKey {
    /// Its name.
    pub name: String,
    /// How long it lives, in seconds, at most one year. `None`: for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_in_seconds: Option<u32>,
}

/// A new admin key with its secret.
#[derive(Debug, Deserialize)]
pub struct CreatedAdminApiKey {
    /// The secret. The API never shows it again.
    pub value: secrecy::SecretString,
    /// The record.
    #[serde(flatten)]
    pub key: AdminApiKey,
}

/// Reads one admin key's record.
pub fn retrieve(key: &KeyId) -> Call<AdminApiKey> {
    RETRIEVE.call(&[key.as_str()])
}

/// Deletes an admin key; it stops working at once.
pub fn delete(key: &KeyId) -> Call<Deleted> {
    DELETE.call(&[key.as_str()])
}
