//! Service tiers of a project: `/organization/projects/{project_id}/service_tier_settings`.

use serde::Serialize;

use crate::call::{Call, Endpoint};
use crate::model::{DefaultServiceTier, EnabledServiceTiers, ProjectId, ServiceTierSettings};

const RETRIEVE: Endpoint = Endpoint::read("/organization/projects/{project_id}/service_tier_settings");
const MODIFY: Endpoint = Endpoint::update("/organization/projects/{project_id}/service_tier_settings");

pub(crate) const ENDPOINTS: &[Endpoint] = &[RETRIEVE, MODIFY];

/// Reads the service tiers of a project.
pub fn retrieve(project: &ProjectId) -> Call<ServiceTierSettings> {
    RETRIEVE.call(&[project.as_str()])
}

/// Changes the service tiers of a project; at least one of them must be given.
pub fn modify(project: &ProjectId, change: &ServiceTierChange) -> Call<ServiceTierSettings> {
    MODIFY.call(&[project.as_str()]).json(change)
}

/// What to change of the service tiers. What is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ServiceTierChange {
    /// The tier of requests that ask for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<DefaultServiceTier>,
    /// The tiers that requests may ask for besides the standard one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled_tiers: Option<EnabledServiceTiers>,
}
