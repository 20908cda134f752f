//! Spend limits and alerts, of the organization and of projects.

use std::collections::{BTreeSet, HashMap};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::read::{SIDE_BY_SIDE, all, found};
use crate::api::model::{Cents, ProjectId, SpendAlert};
use crate::api::{spend_alerts, spend_limits};
use crate::plan::scope;
use crate::{Error, Organization, Result};

/// The limits that were read: of projects, and without one that of the organization. Absent inside: there is none.
pub type Limits = HashMap<Option<ProjectId>, Option<Cents>>;
/// The alerts that were read, in the same way.
pub type Alerts = HashMap<Option<ProjectId>, Vec<SpendAlert>>;

/// Reads some limits, a request for each.
pub(crate) async fn read_limits(organization: &Organization, places: BTreeSet<Option<ProjectId>>) -> Result<Limits> {
    let reads = places.into_iter().map(|project| async move {
        let limit = found(organization.client().send(&spend_limits::retrieve(scope(project.as_ref()))).await)?;
        Ok::<_, Error>((project, limit.map(|limit| limit.threshold_amount)))
    });
    stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await
}

/// Reads some alerts, a request for each 100 of a place.
pub(crate) async fn read_alerts(organization: &Organization, places: BTreeSet<Option<ProjectId>>) -> Result<Alerts> {
    let reads = places.into_iter().map(|project| async move {
        let alerts = all(organization, spend_alerts::list(scope(project.as_ref()))).await?;
        Ok::<_, Error>((project, alerts))
    });
    stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await
}
