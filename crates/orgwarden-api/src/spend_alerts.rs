//! Mails about the spend of a month: `/organization/spend_alerts`, and the same for a project. They hold nothing back.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Cents, Deleted, List, SpendAlert, SpendAlertId};
use crate::order::Order;
use crate::scope::{Scope, Twin};
use crate::spend_limits::Monthly;

const LIST: Twin = Twin {
    organization: Endpoint::list("/organization/spend_alerts", Paging::LastId),
    project: Endpoint::list("/organization/projects/{project_id}/spend_alerts", Paging::LastId),
};
const CREATE: Twin = Twin {
    organization: Endpoint::create("/organization/spend_alerts"),
    project: Endpoint::create("/organization/projects/{project_id}/spend_alerts"),
};
const RETRIEVE: Twin = Twin {
    organization: Endpoint::read("/organization/spend_alerts/{alert_id}"),
    project: Endpoint::read("/organization/projects/{project_id}/spend_alerts/{alert_id}"),
};
const REPLACE: Twin = Twin {
    organization: Endpoint::update("/organization/spend_alerts/{alert_id}"),
    project: Endpoint::update("/organization/projects/{project_id}/spend_alerts/{alert_id}"),
};
const DELETE: Twin = Twin {
    organization: Endpoint::delete("/organization/spend_alerts/{alert_id}"),
    project: Endpoint::delete("/organization/projects/{project_id}/spend_alerts/{alert_id}"),
};

pub(crate) const ENDPOINTS: &[Endpoint] = &[
    LIST.organization,
    CREATE.organization,
    RETRIEVE.organization,
    REPLACE.organization,
    DELETE.organization,
    LIST.project,
    CREATE.project,
    RETRIEVE.project,
    REPLACE.project,
    DELETE.project,
];

/// Lists the alerts, 100 a page, the oldest first.
pub fn list(scope: Scope<'_>) -> Call<List<SpendAlert>> {
    LIST.call(scope, &[]).query("limit", 100)
}

/// Lists the alerts in an order.
pub fn list_in(scope: Scope<'_>, order: Order) -> Call<List<SpendAlert>> {
    list(scope).query("order", order)
}

/// Lists the alerts that come before one in an order, 100 a page, backwards from there.
pub fn list_before(scope: Scope<'_>, order: Order, alert: &SpendAlertId) -> Call<List<SpendAlert>> {
    list_in(scope, order).query("before", alert)
}

/// Creates an alert. Several may have the same threshold, so one that may exist already must be looked for before it is
/// sent again.
pub fn create(scope: Scope<'_>, alert: &SpendAlertSettings) -> Call<SpendAlert> {
    CREATE.call(scope, &[]).json(&alert.body())
}

/// What an alert is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpendAlertSettings {
    /// The spend of a month that it watches for.
    pub threshold: Cents,
    /// The addresses that get the mail; at least one.
    pub recipients: Vec<String>,
    /// What the subject of the mail starts with.
    pub subject_prefix: Option<String>,
}

impl SpendAlertSettings {
    fn body(&self) -> impl Serialize {
        #[derive(Serialize)]
        struct Body<'a> {
            #[serde(flatten)]
            threshold: Monthly,
            notification_channel: Channel<'a>,
        }
        #[derive(Serialize)]
        struct Channel<'a> {
            #[serde(rename = "type")]
            kind: &'static str,
            recipients: &'a [String],
            #[serde(skip_serializing_if = "Option::is_none")]
            subject_prefix: Option<&'a str>,
        }
        Body {
            threshold: Monthly::of(self.threshold),
            notification_channel: Channel {
                kind: "email",
                recipients: &self.recipients,
                subject_prefix: self.subject_prefix.as_deref(),
            },
        }
    }
}

/// Reads one alert.
pub fn retrieve(scope: Scope<'_>, alert: &SpendAlertId) -> Call<SpendAlert> {
    RETRIEVE.call(scope, &[alert.as_str()])
}

/// Replaces all settings of an alert; a subject prefix that is `None` is taken away.
pub fn replace(scope: Scope<'_>, alert: &SpendAlertId, settings: &SpendAlertSettings) -> Call<SpendAlert> {
    REPLACE.call(scope, &[alert.as_str()]).json(&settings.body())
}

/// Deletes an alert.
pub fn delete(scope: Scope<'_>, alert: &SpendAlertId) -> Call<Deleted> {
    DELETE.call(scope, &[alert.as_str()])
}
