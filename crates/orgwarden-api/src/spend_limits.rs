//! Hard limits on the spend of a month: `/organization/spend_limit`, and the same for a project. Both can apply at once.
//!
//! Where none is set, reading answers 404: [`crate::Client::find`] makes that `None`.

use serde::Serialize;

use crate::call::{Call, Endpoint};
use crate::model::{Cents, Deleted, SpendLimit};
use crate::scope::{Scope, Twin};

const RETRIEVE: Twin = Twin {
    organization: Endpoint::read("/organization/spend_limit"),
    project: Endpoint::read("/organization/projects/{project_id}/spend_limit"),
};
const SET: Twin = Twin {
    organization: Endpoint::update("/organization/spend_limit"),
    project: Endpoint::update("/organization/projects/{project_id}/spend_limit"),
};
const DELETE: Twin = Twin {
    organization: Endpoint::delete("/organization/spend_limit"),
    project: Endpoint::delete("/organization/projects/{project_id}/spend_limit"),
};

pub(crate) const ENDPOINTS: &[Endpoint] =
    &[RETRIEVE.organization, SET.organization, DELETE.organization, RETRIEVE.project, SET.project, DELETE.project];

/// Reads the limit; "not found" where none is set.
pub fn retrieve(scope: Scope<'_>) -> Call<SpendLimit> {
    RETRIEVE.call(scope, &[])
}

/// Sets the limit, in place of one that is set already. At least one cent.
pub fn set(scope: Scope<'_>, threshold: Cents) -> Call<SpendLimit> {
    SET.call(scope, &[]).json(&Monthly::of(threshold))
}

/// Deletes the limit; "not found" where none is set. Held traffic resumes after some propagation.
pub fn delete(scope: Scope<'_>) -> Call<Deleted> {
    DELETE.call(scope, &[])
}

/// An amount as limits and alerts are sent. There is no other currency and no other interval.
#[derive(Serialize)]
pub(crate) struct Monthly {
    threshold_amount: Cents,
    currency: &'static str,
    interval: &'static str,
}

impl Monthly {
    pub(crate) fn of(threshold_amount: Cents) -> Self {
        Self { threshold_amount, currency: "USD", interval: "month" }
    }
}
