use super::{ExternalKeyId, ProjectId, Text, Timestamp};

open_enum! {
    /// Where an external key is kept.
    pub enum CloudProvider {
        /// Amazon Web Services.
        Aws = "aws",
        /// Google Cloud.
        Gcp = "gcp",
        /// Microsoft Azure.
        Azure = "azure",
        /// Oracle Cloud Infrastructure.
        Oci = "oci",
    }

    /// What an external key is for.
    pub enum ExternalKeyPurpose {
        /// Encrypting the organization's data with a key of its own: enterprise key management.
        Ekm = "ekm",
        /// Decrypting for PSP.
        PspDecryption = "psp_decryption",
    }
}

object! {
    /// A key in the organization's own key store, as it was registered. Which members there are follows from the cloud.
    pub struct ExternalKey as "organization.external_key" {
        required id: ExternalKeyId,
        nullable name: Text,
        optional kind("type"): CloudProvider,
        optional purpose: ExternalKeyPurpose,
        optional created_at: Timestamp,
        optional workspace_id: Text,
        /// The projects that it encrypts.
        list api_project_ids: Vec<ProjectId>,
        optional kms_arn: Text,
        optional role_arn: Text,
        optional external_id: Text,
        optional audience: Text,
        optional kms_project_id: Text,
        optional kms_key_location: Text,
        optional kms_key_ring_name: Text,
        optional kms_key_name: Text,
        optional kms_key_version: Text,
        optional workload_identity_pool_id: Text,
        optional workload_identity_project_number: Text,
        optional workload_identity_provider_id: Text,
        optional tenant_id: Text,
        optional vault_uri: Text,
        optional key_name: Text,
        optional key_version: Text,
        optional region: Text,
        optional vault_ocid: Text,
        optional key_ocid: Text,
        optional key_version_ocid: Text,
    }
}

object! {
    /// What a check of an external key has found.
    pub struct Validation as none {
        nullable status: Text,
    }
}
