//! Keys in the organization's own key store: `/organization/external_keys`. Only the newest official clients have them.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{ExternalKey, ExternalKeyId, ExternalKeyPurpose, List, Validation};
use crate::order::Order;

const LIST: Endpoint = Endpoint::list("/organization/external_keys", Paging::LastId);
const CREATE: Endpoint = Endpoint::create("/organization/external_keys");
const RETRIEVE: Endpoint = Endpoint::read("/organization/external_keys/{external_key_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/external_keys/{external_key_id}");
const VALIDATE: Endpoint = Endpoint::update("/organization/external_keys/{external_key_id}/validate");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, DELETE, VALIDATE];

/// Which external keys to list, and in which order. The default is all of them, in the order of the API.
#[derive(Clone, Debug, Default)]
pub struct ExternalKeyFilter {
    /// Those for this purpose.
    pub purpose: Option<ExternalKeyPurpose>,
    /// By the time of their registration.
    pub order: Option<Order>,
}

/// Lists the external keys, 100 a page.
pub fn list(filter: &ExternalKeyFilter) -> Call<List<ExternalKey>> {
    LIST.call(&[]).query("limit", 100).query_if("purpose", filter.purpose.as_ref()).query_if("order", filter.order)
}

/// Registers a key. Nothing is encrypted with it yet: a project names it.
pub fn create(key: &NewExternalKey) -> Call<ExternalKey> {
    CREATE.call(&[]).json(key)
}

/// An external key to register.
#[derive(Clone, Debug, Serialize)]
pub struct NewExternalKey {
    /// Its name.
    pub name: String,
    /// What it is for. `None`: what the API takes it for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<ExternalKeyPurpose>,
    /// Where it is.
    #[serde(flatten)]
    pub place: KeyPlace,
}

/// Where an external key is kept, and as whom it is reached.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words are those of the clouds")]
pub enum KeyPlace {
    /// Amazon Web Services.
    Aws { kms_arn: String, role_arn: String, external_id: String },
    /// Google Cloud.
    Gcp {
        audience: String,
        kms_project_id: String,
        kms_key_location: String,
        kms_key_ring_name: String,
        kms_key_name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        kms_key_version: Option<String>,
        workload_identity_pool_id: String,
        workload_identity_project_number: String,
        workload_identity_provider_id: String,
    },
    /// Microsoft Azure.
    Azure {
        tenant_id: String,
        vault_uri: String,
        key_name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        key_version: Option<String>,
    },
    /// Oracle Cloud Infrastructure.
    Oci {
        region: String,
        vault_ocid: String,
        key_ocid: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        key_version_ocid: Option<String>,
    },
}

/// Reads one external key's record.
pub fn retrieve(key: &ExternalKeyId) -> Call<ExternalKey> {
    RETRIEVE.call(&[key.as_str()])
}

/// Removes a registration, and answers it as it was. What is encrypted with the key stays so.
pub fn delete(key: &ExternalKeyId) -> Call<ExternalKey> {
    DELETE.call(&[key.as_str()])
}

/// Asks the API whether it can reach the key.
pub fn validate(key: &ExternalKeyId) -> Call<Validation> {
    VALIDATE.call(&[key.as_str()])
}
