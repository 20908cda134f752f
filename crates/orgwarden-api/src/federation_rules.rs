//! Which workloads of an issuer act as which service account:
//! `/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules`.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::call::{Call, Endpoint, Paging};
use crate::key_scopes::ScopeList;
use crate::model::{
    Deleted, FederationRule, FederationRuleId, List, ProjectId, ServiceAccountId, WorkloadIdentityProviderId,
};
use crate::order::Order;

const LIST: Endpoint = Endpoint::list(
    "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules",
    Paging::LastId,
);
const CREATE: Endpoint =
    Endpoint::create("/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules");
const RULE: &str = "/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}";
const RETRIEVE: Endpoint = Endpoint::read(RULE);
const MODIFY: Endpoint = Endpoint::update(RULE);
const DELETE: Endpoint = Endpoint::delete(RULE);

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, MODIFY, DELETE];

/// Which rules of a provider to list, and in which order. The default is all of them, in the order of the API.
#[derive(Clone, Debug, Default)]
pub struct FederationRuleFilter {
    /// Those that let act as this service account.
    pub service_account: Option<ServiceAccountId>,
    /// By the time of their creation.
    pub order: Option<Order>,
}

/// Lists the rules of a provider, 100 a page.
pub fn list(provider: &WorkloadIdentityProviderId, filter: &FederationRuleFilter) -> Call<List<FederationRule>> {
    LIST.call(&[provider.as_str()])
        .query("limit", 100)
        .query_if("service_account_id", filter.service_account.as_ref())
        .query_if("order", filter.order)
}

/// Lets workloads act as a service account.
pub fn create(provider: &WorkloadIdentityProviderId, rule: &NewFederationRule) -> Call<FederationRule> {
    CREATE.call(&[provider.as_str()]).json(rule)
}

/// A rule to make.
#[derive(Clone, Debug, Serialize)]
pub struct NewFederationRule {
    /// The project of the service account.
    pub project_id: ProjectId,
    /// The service account to act as.
    pub service_account_id: ServiceAccountId,
    /// The attributes that a token must have, all of them: texts, numbers or booleans.
    pub attribute_matchers: Map<String, Value>,
    /// What the workloads may do. `None`: what the service account may do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<NewRulePermissions>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it holds. `None`: yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

/// What workloads may do that come in by a rule.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum NewRulePermissions {
    /// What the service account may do.
    ServiceAccountDefault,
    /// These scopes of it.
    Restricted {
        /// The scopes, at least one.
        scopes: ScopeList,
    },
}

/// What to change of a rule. What is `None` stays.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FederationRuleChange {
    /// All attributes that a token must have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute_matchers: Option<Map<String, Value>>,
    /// What the workloads may do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<NewRulePermissions>,
    /// Its name; `Some(None)` takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Option<String>>,
    /// A free text; `Some(None)` takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Option<String>>,
    /// Whether it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

/// Reads one rule.
pub fn retrieve(provider: &WorkloadIdentityProviderId, rule: &FederationRuleId) -> Call<FederationRule> {
    RETRIEVE.call(&[provider.as_str(), rule.as_str()])
}

/// Changes a rule.
pub fn modify(
    provider: &WorkloadIdentityProviderId,
    rule: &FederationRuleId,
    change: &FederationRuleChange,
) -> Call<FederationRule> {
    MODIFY.call(&[provider.as_str(), rule.as_str()]).json(change)
}

/// Ends a rule; its workloads get in no longer.
pub fn delete(provider: &WorkloadIdentityProviderId, rule: &FederationRuleId) -> Call<Deleted> {
    DELETE.call(&[provider.as_str(), rule.as_str()])
}
