//! Issuers of identities whose tokens stand for a key: `/organization/workload_identity_providers`. Only the newest official
//! clients have them.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, List, WorkloadIdentityProvider, WorkloadIdentityProviderId};
use crate::order::Order;

const LIST: Endpoint = Endpoint::list("/organization/workload_identity_providers", Paging::LastId);
const CREATE: Endpoint = Endpoint::create("/organization/workload_identity_providers");
const RETRIEVE: Endpoint = Endpoint::read("/organization/workload_identity_providers/{workload_identity_provider_id}");
const MODIFY: Endpoint = Endpoint::update("/organization/workload_identity_providers/{workload_identity_provider_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/workload_identity_providers/{workload_identity_provider_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, MODIFY, DELETE];

/// Lists the providers, 100 a page.
pub fn list() -> Call<List<WorkloadIdentityProvider>> {
    LIST.call(&[]).query("limit", 100)
}

/// Lists the providers in an order.
pub fn list_in(order: Order) -> Call<List<WorkloadIdentityProvider>> {
    list().query("order", order)
}

/// Trusts an issuer. Its workloads get in only by federation rules.
pub fn create(provider: &NewWorkloadIdentityProvider) -> Call<WorkloadIdentityProvider> {
    CREATE.call(&[]).json(provider)
}

/// An issuer to trust.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename = "oidc")]
pub struct NewWorkloadIdentityProvider {
    /// Its name.
    pub name: String,
    /// The issuer that its tokens name, an https address.
    pub issuer: String,
    /// The audience that its tokens must name.
    pub audience: String,
    /// A free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether its tokens are taken. `None`: yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Attributes that are made of a token's claims.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute_transformations: Option<Vec<NewAttributeTransformation>>,
    /// How its tokens are checked. `None`: by the keys that the issuer publishes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification: Option<TokenVerification>,
}

/// What to change of a provider. What is `None` stays.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WorkloadIdentityProviderChange {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The issuer that its tokens name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The audience that its tokens must name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// A free text; `Some(None)` takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Option<String>>,
    /// Whether its tokens are taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// All attributes that are made of a token's claims.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute_transformations: Option<Vec<NewAttributeTransformation>>,
    /// How its tokens are checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification: Option<TokenVerification>,
}

/// An attribute that is made of a token's claims.
#[derive(Clone, Debug, Serialize)]
pub struct NewAttributeTransformation {
    /// The name of the attribute.
    pub attribute: String,
    /// How it is made.
    pub expression: String,
}

/// How tokens are checked.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TokenVerification {
    /// By the keys that the issuer publishes.
    Discovery {
        /// Where it does. `None`: where the standard says.
        discovery_url: Option<String>,
    },
    /// By these keys.
    UploadedJwks {
        /// A JSON Web Key Set.
        jwks: Map<String, Value>,
    },
}

/// Reads one provider.
pub fn retrieve(provider: &WorkloadIdentityProviderId) -> Call<WorkloadIdentityProvider> {
    RETRIEVE.call(&[provider.as_str()])
}

/// Changes a provider.
pub fn modify(
    provider: &WorkloadIdentityProviderId,
    change: &WorkloadIdentityProviderChange,
) -> Call<WorkloadIdentityProvider> {
    MODIFY.call(&[provider.as_str()]).json(change)
}

/// Trusts an issuer no longer; its federation rules end with it.
pub fn delete(provider: &WorkloadIdentityProviderId) -> Call<Deleted> {
    DELETE.call(&[provider.as_str()])
}
