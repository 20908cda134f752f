use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::audit_logs::{self, AuditFilter};
use crate::api::model::{AuditLog, Timestamp};
use crate::operation::{Effect, Operation};
use crate::{Organization, Result};

/// Shows the audit log, the newest entries first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListAudit {
    /// Only from this moment on, in seconds since 1970.
    pub from: Option<Timestamp>,
    /// Only up to this moment, in seconds since 1970.
    pub to: Option<Timestamp>,
    /// Only these kinds of events, such as `user.deleted`.
    pub event_types: Vec<String>,
    /// Only what these people did, by e-mail address.
    pub actor_emails: Vec<String>,
    /// Only what was done to these, by id.
    pub resource_ids: Vec<String>,
    /// At most so many entries; 100 by default, 0 for all.
    pub limit: Option<u32>,
}

/// Entries of the audit log.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditPage {
    /// The entries.
    pub events: Vec<AuditLog>,
    /// Whether there are more.
    pub more: bool,
}

impl Operation for ListAudit {
    const NAME: &'static str = "audit.list";
    const EFFECT: Effect = Effect::Reads;
    type Output = AuditPage;

    async fn run(self, organization: &Organization) -> Result<AuditPage> {
        let filter = AuditFilter {
            from: self.from,
            to: self.to,
            event_types: self.event_types.iter().map(|kind| kind.as_str().into()).collect(),
            actor_emails: self.actor_emails,
            resource_ids: self.resource_ids,
            ..AuditFilter::default()
        };
        let wanted = match self.limit {
            Some(0) => usize::MAX,
            limit => usize::try_from(limit.unwrap_or(100)).unwrap_or(usize::MAX),
        };
        let mut pages = organization.client().pages(audit_logs::list(&filter));
        let mut events = Vec::new();
        let mut seen = HashSet::new();
        let mut ended = false;
        while events.len() < wanted {
            let Some(page) = pages.next().await? else {
                ended = true;
                break;
            };
            // New entries push old ones to the next page.
            events.extend(page.into_iter().filter(|event| seen.insert(event.id.clone())));
        }
        let more = events.len() > wanted || (!ended && pages.has_next());
        events.truncate(wanted);
        // Nothing promises an order.
        events.sort_by(|one, other| (other.effective_at, &other.id).cmp(&(one.effective_at, &one.id)));
        Ok(AuditPage { events, more })
    }
}
