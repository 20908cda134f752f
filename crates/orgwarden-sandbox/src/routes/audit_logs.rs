//! `/organization/audit_logs`. Switched on from the beginning unless asked otherwise, unlike the real one.

use super::{Known, Request, Route};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::event_types;
use crate::store::Place;
use crate::store::audit_logs::{self, Filter, From};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[Route::get("/organization/audit_logs", list).note(
    Known::Specified,
    "newest first (observed); empty until switched on; events made with an admin key carry the default project; \
     an unknown type of event is a 400 (assumed)",
)];

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let query = request.query;
    let limit = query.limit()?;
    let texts = |key: &str| -> Vec<String> { query.all(key).map(str::to_owned).collect() };
    let bound = |key: &str| query.number(key);
    // Bounds that exclude their second are the next one and the one before.
    let from = bound("effective_at[gte]")?.max(bound("effective_at[gt]")?.map(|second| second.saturating_add(1)));
    let below = bound("effective_at[lt]")?.map(|second| second.saturating_sub(1));
    let to = match (bound("effective_at[lte]")?, below) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    let filter = Filter {
        from,
        to,
        types: texts("event_types"),
        projects: texts("project_ids"),
        actors: texts("actor_ids"),
        actor_emails: query.all("actor_emails").map(str::to_lowercase).collect(),
        resources: texts("resource_ids"),
    };
    if let Some(unknown) = filter.types.iter().find(|kind| !event_types::is_known(kind)) {
        let error = ApiError::bad_request(format!("Invalid value: '{unknown}' is no type of event."));
        request.refuse(error.param("event_types").code("invalid_value"))?;
    }
    if query.flag("tenant_only")? {
        if let Some(other) = filter.types.iter().find(|kind| !event_types::is_tenant_scoped(kind)) {
            let error = ApiError::bad_request(format!("'{other}' is not a tenant-scoped event type."));
            request.refuse(error.param("event_types"))?;
        }
        // Nothing here belongs to a tenant.
        return Answer::events(&[], false);
    }
    let place = |id: &str| audit_logs::place(context.store, id);
    let from = match (query.one("after"), query.one("before")) {
        (Some(_), Some(_)) if !query.is_lenient() => {
            return Err(ApiError::bad_request("Provide either 'after' or 'before', not both.").param("before"));
        }
        (None, Some(_)) => request.cursor("before", place)?.map_or(From::After(Place::newest()), From::Before),
        _ => From::After(request.after(place)?),
    };
    let mut events = audit_logs::list(context.store, &filter, &from, limit + 1)?;
    let page = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = events.len() > page;
    events.truncate(page);
    if matches!(from, From::Before(_)) {
        events.reverse();
    }
    Answer::events(&events, has_more)
}
