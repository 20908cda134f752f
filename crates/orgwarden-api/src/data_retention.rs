//! How long data is kept: `/organization/data_retention`, and the same for a project.

use serde::Serialize;

use crate::call::{Call, Endpoint};
use crate::model::{DataRetention, RetentionType};
use crate::scope::{Scope, Twin};

const RETRIEVE: Twin = Twin {
    organization: Endpoint::read("/organization/data_retention"),
    project: Endpoint::read("/organization/projects/{project_id}/data_retention"),
};
const SET: Twin = Twin {
    organization: Endpoint::update("/organization/data_retention"),
    project: Endpoint::update("/organization/projects/{project_id}/data_retention"),
};

pub(crate) const ENDPOINTS: &[Endpoint] = &[RETRIEVE.organization, SET.organization, RETRIEVE.project, SET.project];

/// Reads how long data is kept.
pub fn retrieve(scope: Scope<'_>) -> Call<DataRetention> {
    RETRIEVE.call(scope, &[])
}

/// Sets how long data is kept. An organization cannot be set to `organization_default` or `none`.
pub fn set(scope: Scope<'_>, retention: &RetentionType) -> Call<DataRetention> {
    #[derive(Serialize)]
    struct Body<'a> {
        retention_type: &'a RetentionType,
    }
    SET.call(scope, &[]).json(&Body { retention_type: retention })
}
