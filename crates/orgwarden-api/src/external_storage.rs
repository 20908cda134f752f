//! Storage of the organization's own for a project's data: `/organization/external_storage`. Only the newest official
//! clients have it.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, ExternalStorage, ExternalStorageId, List, ProjectId};
use crate::order::Order;

const LIST: Endpoint = Endpoint::list("/organization/external_storage", Paging::LastId);
const CREATE: Endpoint = Endpoint::create("/organization/external_storage");
const RETRIEVE: Endpoint = Endpoint::read("/organization/external_storage/{external_storage_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/external_storage/{external_storage_id}");
const VALIDATE: Endpoint = Endpoint::update("/organization/external_storage/{external_storage_id}/validate");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, DELETE, VALIDATE];

/// Which external storages to list, and in which order. The default is all of them, in the order of the API.
#[derive(Clone, Debug, Default)]
pub struct ExternalStorageFilter {
    /// Those of this project.
    pub project: Option<ProjectId>,
    /// By the time of their registration.
    pub order: Option<Order>,
}

/// Lists the external storages, 100 a page.
pub fn list(filter: &ExternalStorageFilter) -> Call<List<ExternalStorage>> {
    LIST.call(&[]).query("limit", 100).query_if("project_id", filter.project.as_ref()).query_if("order", filter.order)
}

/// Registers a storage for a project.
pub fn create(storage: &NewExternalStorage) -> Call<ExternalStorage> {
    CREATE.call(&[]).json(storage)
}

/// An external storage to register.
#[derive(Clone, Debug, Serialize)]
pub struct NewExternalStorage {
    /// The project whose data it keeps.
    pub project_id: ProjectId,
    /// Where it is.
    pub provider: StoragePlace,
}

/// Where an external storage is, and as whom it is reached.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words are those of the clouds")]
pub enum StoragePlace {
    /// Amazon Web Services.
    Aws { bucket: String, role_arn: String },
    /// Google Cloud.
    Gcp {
        bucket: String,
        workload_identity_pool_id: String,
        workload_identity_project_number: String,
        workload_identity_provider_id: String,
    },
    /// Microsoft Azure.
    Azure {
        account_name: String,
        container: String,
        resource_group: String,
        subscription_id: String,
        tenant_id: String,
    },
    /// Oracle Cloud Infrastructure.
    Oci { bucket: String, region: String, tenancy_ocid: String },
}

/// Reads one external storage's record.
pub fn retrieve(storage: &ExternalStorageId) -> Call<ExternalStorage> {
    RETRIEVE.call(&[storage.as_str()])
}

/// Removes a registration. The data stays where it is.
pub fn delete(storage: &ExternalStorageId) -> Call<Deleted> {
    DELETE.call(&[storage.as_str()])
}

/// Asks the API whether it can use the storage; the status in the answer tells.
pub fn validate(storage: &ExternalStorageId) -> Call<ExternalStorage> {
    VALIDATE.call(&[storage.as_str()])
}
