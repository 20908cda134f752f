//! The audit log: `/organization/audit_logs`. Off until an owner switches it on at the dashboard.

use crate::call::{Call, Endpoint, Paging};
use crate::model::{AuditLog, AuditLogId, EventType, List, ProjectId, Timestamp};

const LIST: Endpoint = Endpoint::list("/organization/audit_logs", Paging::LastId);

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST];

/// Which events to list. Empty lists do not filter.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// From this moment on, inclusive.
    pub from: Option<Timestamp>,
    /// Up to this moment, inclusive.
    pub to: Option<Timestamp>,
    /// Only what came after this moment.
    pub later_than: Option<Timestamp>,
    /// Only what came before this moment.
    pub earlier_than: Option<Timestamp>,
    /// Only what the list has before this event.
    pub before: Option<AuditLogId>,
    /// How many a page, 1 to 100, for those who want few. `None`: 100.
    pub limit: Option<u32>,
    /// Kinds of events.
    pub event_types: Vec<EventType>,
    /// Ids of the users, service accounts or keys that acted.
    pub actor_ids: Vec<String>,
    /// E-mail addresses of the people who acted.
    pub actor_emails: Vec<String>,
    /// Ids of the things that were acted on.
    pub resource_ids: Vec<String>,
    /// Projects.
    pub project_ids: Vec<ProjectId>,
    /// Events of the tenant above the organization instead: `tenant.…`, and roles bound to resources. Only such
    /// `event_types` may then be asked for.
    pub tenant_only: bool,
}

/// Lists audit events, 100 a page unless asked for fewer; newest first in all that has been seen, but nothing promises it.
pub fn list(filter: &AuditFilter) -> Call<List<AuditLog>> {
    LIST.call(&[])
        .query("limit", filter.limit.unwrap_or(100))
        .query_if("effective_at[gte]", filter.from.map(Timestamp::seconds))
        .query_if("effective_at[lte]", filter.to.map(Timestamp::seconds))
        .query_if("effective_at[gt]", filter.later_than.map(Timestamp::seconds))
        .query_if("effective_at[lt]", filter.earlier_than.map(Timestamp::seconds))
        .query_if("before", filter.before.as_ref())
        .query_list("event_types", &filter.event_types)
        .query_list("actor_ids", &filter.actor_ids)
        .query_list("actor_emails", &filter.actor_emails)
        .query_list("resource_ids", &filter.resource_ids)
        .query_list("project_ids", &filter.project_ids)
        .query_if("tenant_only", filter.tenant_only.then_some(true))
}
