//! `/organization/spend_alerts`, and the same of a project.

use serde_json::{Value, json};

use super::{PageSize, Request, Route, settings, spend_limits};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::routes::Known::Specified;
use crate::spend::{self, Alert};
use crate::store::Order;
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/spend_alerts", list).note(Specified, "the oldest first"),
    Route::create("/organization/spend_alerts", create).note(
        Specified,
        "a mail to each recipient, once a month, at the moment at which the month's costs reach it or the alert is made; an \
         alert may be there twice and needs a recipient, both assumed",
    ),
    Route::get("/organization/spend_alerts/{alert_id}", retrieve).note(Specified, "404 for one of a project"),
    Route::post("/organization/spend_alerts/{alert_id}", replace)
        .note(Specified, "all of it is replaced; what was mailed this month is not mailed again, which is assumed"),
    Route::delete("/organization/spend_alerts/{alert_id}", delete).note(Specified, "mails that were sent stay"),
    Route::get("/organization/projects/{project_id}/spend_alerts", list).note(Specified, "the oldest first"),
    Route::create("/organization/projects/{project_id}/spend_alerts", create)
        .note(Specified, "as for the organization, by the project's costs"),
    Route::get("/organization/projects/{project_id}/spend_alerts/{alert_id}", retrieve)
        .note(Specified, "404 for one of another project"),
    Route::post("/organization/projects/{project_id}/spend_alerts/{alert_id}", replace)
        .note(Specified, "all of it is replaced"),
    Route::delete("/organization/projects/{project_id}/spend_alerts/{alert_id}", delete)
        .note(Specified, "mails that were sent stay"),
];

const SIZE: PageSize = PageSize { default: 20, least: 0, most: 100 };

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner(context, request)?;
    let parent = settings::parent(owner.as_ref());
    let window = request.window(&SIZE, Order::OldestFirst, |id| Alert::place(context.store, parent, id))?;
    let alerts = Alert::list(context.store, parent, &window)?;
    Answer::page(alerts.into_iter().map(|alert| alert.shown).collect::<Vec<Value>>(), window.limit)
}

fn find(context: &Context<'_>, request: &Request<'_>, parent: &str) -> Result<Alert, ApiError> {
    let id = request.named("alert_id").unwrap_or_default();
    Alert::find(context.store, parent, id)?.ok_or_else(|| ApiError::none_such("spend alert", id))
}

/// Reads the settings from a body, as answers show them.
fn read(request: &Request<'_>, parent: &str, id: &str) -> Result<Value, ApiError> {
    let body = request.body(&["threshold_amount", "currency", "interval", "notification_channel"])?;
    let threshold = spend_limits::threshold(&body, 0)?;
    let channel = body.required_object("notification_channel")?;
    channel.required_choice("type", &["email"])?;
    let recipients = channel.required_texts("recipients")?;
    if recipients.is_empty() {
        let name = channel.name("recipients");
        request.refuse(ApiError::bad_request(format!("Invalid '{name}': it must not be empty.")).param(&name))?;
    }
    Ok(spend::shown(parent, id, threshold, &recipients, channel.text("subject_prefix")?))
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner_to_change(context, request)?;
    let parent = settings::parent(owner.as_ref());
    let id = context.mint.id("alert_");
    let shown = read(request, parent, &id)?;
    Alert::new(parent, shown.clone(), context.now).save(context.store, context.now)?;
    settings::record(context, owner.as_ref(), &json!({"spend_alert": shown}))?;
    Answer::of(&shown)
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner(context, request)?;
    Answer::of(&find(context, request, settings::parent(owner.as_ref()))?.shown)
}

fn replace(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner_to_change(context, request)?;
    let parent = settings::parent(owner.as_ref());
    let alert = find(context, request, parent)?;
    let shown = read(request, parent, alert.id())?;
    // What it has found until now, it has found with its former settings.
    spend::deliver(context)?;
    let alert = find(context, request, parent)?;
    alert.with(shown.clone()).save(context.store, context.now)?;
    settings::record(context, owner.as_ref(), &json!({"spend_alert": shown}))?;
    Answer::of(&shown)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner_to_change(context, request)?;
    let parent = settings::parent(owner.as_ref());
    let alert = find(context, request, parent)?;
    spend::deliver(context)?;
    alert.delete(context.store)?;
    settings::record(context, owner.as_ref(), &json!({"spend_alert": {"id": alert.id(), "deleted": true}}))?;
    Answer::deleted(&format!("{}.deleted", spend::object(parent)), alert.id())
}
