use serde_json::{Map, Value};

use super::{FederationRuleId, ProjectId, ServiceAccountId, Text, Timestamp, WorkloadIdentityProviderId};

open_enum! {
    /// How the tokens of an issuer are checked.
    pub enum VerificationKind {
        /// By the keys that the issuer publishes.
        Discovery = "discovery",
        /// By keys that were handed in.
        UploadedJwks = "uploaded_jwks",
    }

    /// What a workload may do that came in by a rule.
    pub enum RulePermissionsKind {
        /// What the service account may do.
        ServiceAccountDefault = "service_account_default",
        /// Some scopes of it.
        Restricted = "restricted",
    }
}

object! {
    /// An issuer of identities whose tokens stand for a key.
    pub struct WorkloadIdentityProvider as "organization.workload_identity_provider" {
        required id: WorkloadIdentityProviderId,
        nullable name: Text,
        nullable description: Text,
        /// `oidc`.
        nullable kind("type"): Text,
        nullable issuer: Text,
        nullable audience: Text,
        optional enabled: bool,
        list attribute_transformations: Vec<AttributeTransformation>,
        optional verification: Verification,
        optional created_at: Timestamp,
        optional updated_at: Timestamp,
    }
}

object! {
    /// An attribute that is made of a token's claims.
    pub struct AttributeTransformation as none {
        nullable attribute: Text,
        nullable expression: Text,
    }
}

object! {
    /// How the tokens of a provider are checked.
    pub struct Verification as none {
        optional kind("type"): VerificationKind,
        /// Where the issuer publishes its keys; null: where the standard says.
        optional discovery_url: Text,
        /// The keys that were handed in.
        optional jwks: Map<String, Value>,
    }
}

object! {
    /// Which workloads of a provider act as which service account.
    pub struct FederationRule as "organization.workload_identity_federation_rule" {
        required id: FederationRuleId,
        nullable name: Text,
        nullable description: Text,
        nullable workload_identity_provider_id: WorkloadIdentityProviderId,
        nullable project_id: ProjectId,
        nullable service_account_id: ServiceAccountId,
        /// The attributes that a token must have, all of them: texts, numbers or booleans.
        list attribute_matchers: Map<String, Value>,
        optional permissions: RulePermissions,
        optional enabled: bool,
        optional created_at: Timestamp,
        optional updated_at: Timestamp,
    }
}

object! {
    /// What a workload may do that came in by a rule.
    pub struct RulePermissions as none {
        optional kind("type"): RulePermissionsKind,
        list scopes: Vec<Text>,
    }
}
