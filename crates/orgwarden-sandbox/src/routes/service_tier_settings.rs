//! `/organization/projects/{project_id}/service_tier_settings`.

use orgwarden_api::model::Project;
use serde_json::{Map, Value, json};

use super::{Request, Route, settings};
use crate::answer::Answer;
use crate::body::{Body, one_of};
use crate::error::ApiError;
use crate::routes::Known::Specified;
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/service_tier_settings", retrieve)
        .note(Specified, "`standard` with all tiers enabled until they are set, which is assumed"),
    Route::post("/organization/projects/{project_id}/service_tier_settings", modify)
        .note(Specified, "at least one member; a default that is not enabled passes, which is assumed"),
];

const KIND: &str = "service_tier_settings";

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = settings::owner(context, request)?;
    Answer::of(&current(context, project.as_ref())?)
}

fn current(context: &Context<'_>, project: Option<&Project>) -> Result<Value, ApiError> {
    let unset = || json!({"object": "project.service_tier_settings", "default": "standard", "enabled_tiers": "all"});
    Ok(settings::read(context, project, KIND)?.unwrap_or_else(unset))
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = settings::owner_to_change(context, request)?;
    let body = request.body(&["default", "enabled_tiers"])?;
    body.refuse_null(&["default", "enabled_tiers"])?;
    let mut asked = Map::new();
    if let Some(default) = body.choice("default", &["standard", "fast", "scale"])? {
        asked.insert("default".to_owned(), default.into());
    }
    if let Some(tiers) = enabled_tiers(&body)? {
        asked.insert("enabled_tiers".to_owned(), tiers);
    }
    if asked.is_empty() {
        return Err(ApiError::bad_request("Provide at least one of 'default' and 'enabled_tiers'.")
            .code("missing_required_parameter"));
    }
    let mut tiers = current(context, project.as_ref())?;
    for (member, value) in &asked {
        tiers[member] = value.clone();
    }
    settings::write(context, project.as_ref(), KIND, &tiers, &json!({"service_tier_settings": asked}))?;
    Answer::of(&tiers)
}

/// The word `all` or a list of tiers.
fn enabled_tiers(body: &Body) -> Result<Option<Value>, ApiError> {
    const MEMBER: &str = "enabled_tiers";
    match body.value(MEMBER) {
        None => Ok(None),
        Some(Value::String(word)) => Ok(Some(one_of(MEMBER, word, &["all"])?.into())),
        Some(_) => {
            let tiers = body.required_texts(MEMBER)?;
            for (at, tier) in tiers.iter().enumerate() {
                one_of(&format!("{MEMBER}[{at}]"), tier, &["flex", "fast", "ultrafast"])?;
            }
            Ok(Some(json!(tiers)))
        }
    }
}
