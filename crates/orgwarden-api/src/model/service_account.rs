use super::{KeyId, ServiceAccountId, Text, Timestamp};

open_enum! {
    /// A built-in role of a service account in its project.
    pub enum ServiceAccountRole {
        /// Manages the project.
        Owner = "owner",
        /// Uses the project.
        Member = "member",
        /// Made without a role and without a key.
        None = "none",
    }
}

object! {
    /// A service account (`ProjectServiceAccount` in the schema): it belongs to a project and owns keys.
    pub struct ServiceAccount as "organization.project.service_account" {
        required id: ServiceAccountId,
        nullable name: Text,
        nullable role: ServiceAccountRole,
        optional created_at: Timestamp,
    }
}

object! {
    /// The record of a new key of a service account (`ServiceAccountApiKeyBody` in the schema), without its secret.
    pub struct ServiceAccountApiKey as "organization.project.service_account.api_key" {
        required id: KeyId,
        nullable name: Text,
        optional created_at: Timestamp,
        optional expires_at: Timestamp,
    }
}
