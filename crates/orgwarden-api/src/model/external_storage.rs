use super::{CloudProvider, ExternalStorageId, ProjectId, Text, Timestamp};

open_enum! {
    /// Whether an external storage can be used.
    pub enum ExternalStorageStatus {
        /// Not checked yet.
        Pending = "pending",
        /// It can.
        Validated = "validated",
        /// With difficulties.
        Degraded = "degraded",
        /// It cannot.
        Unhealthy = "unhealthy",
    }
}

object! {
    /// A storage of the organization's own, where a project's data is kept.
    pub struct ExternalStorage as "organization.external_storage" {
        required id: ExternalStorageId,
        nullable project_id: ProjectId,
        optional provider: ExternalStorageProvider,
        nullable geography: Text,
        nullable status: ExternalStorageStatus,
        optional created_at: Timestamp,
    }
}

object! {
    /// Where an external storage is, and as whom it is reached. Which members there are follows from the cloud.
    pub struct ExternalStorageProvider as none {
        optional kind("type"): CloudProvider,
        optional bucket: Text,
        optional region: Text,
        optional account_id: Text,
        optional external_id: Text,
        optional role_arn: Text,
        optional account_name: Text,
        optional container: Text,
        optional resource_group: Text,
        optional subscription_id: Text,
        optional tenant_id: Text,
        optional audience: Text,
        optional workload_identity_pool_id: Text,
        optional workload_identity_project_number: Text,
        optional workload_identity_provider_id: Text,
        optional tenancy_ocid: Text,
    }
}
