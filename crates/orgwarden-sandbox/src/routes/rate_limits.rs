//! `/organization/projects/{project_id}/rate_limits`.

use orgwarden_api::model::{Extra, Project, RateLimit};
use serde_json::{Map, Value, json};

use super::{PageSize, Request, Route, projects, settings};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::models::{MODELS, Model};
use crate::routes::Known::{Observed, Specified};
use crate::store::{Order, Place, documents};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/rate_limits", list)
        .note(Observed, "the same models in every project, by name; 1,000 at most"),
    Route::post("/organization/projects/{project_id}/rate_limits/{rate_limit_id}", modify).note(
        Specified,
        "more than the organization's is refused, and so are limits that the model has not, which is assumed; an unknown \
         project is told in the odd form of the official example",
    ),
];

const SIZE: PageSize = PageSize { default: 100, least: 1, most: 1000 };

/// What a project has set, by model.
const KIND: &str = "rate_limits";

const LIMITS: [&str; 6] = [
    "max_requests_per_1_minute",
    "max_tokens_per_1_minute",
    "max_images_per_1_minute",
    "max_audio_megabytes_per_1_minute",
    "max_requests_per_1_day",
    "batch_1_day_max_input_tokens",
];

fn id(model: &Model) -> String {
    format!("rl-{}", model.name)
}

/// Where a model stands in the list: by name.
fn place(model: &Model) -> Place {
    Place { time: 0, id: model.name.to_owned() }
}

fn find(id: &str) -> Option<&'static Model> {
    let name = id.strip_prefix("rl-")?;
    MODELS.iter().find(|model| model.name == name)
}

/// What the organization allows, by the API's names; `None` where the model has no such limit.
fn organization(model: &Model) -> [Option<i64>; 6] {
    let limits = model.limits;
    [
        Some(limits.requests),
        Some(limits.tokens),
        limits.images,
        limits.audio_megabytes,
        limits.requests_a_day,
        limits.batch_tokens,
    ]
}

/// The limits of a model in a project that has set these.
fn answer(model: &Model, set: &Value) -> RateLimit {
    let [requests, tokens, images, audio, requests_a_day, batch] = {
        let mut limits = organization(model);
        for (limit, name) in limits.iter_mut().zip(LIMITS) {
            *limit = set[model.name][name].as_i64().or(*limit);
        }
        limits
    };
    RateLimit {
        id: id(model).into(),
        model: Some(model.name.into()),
        max_requests_per_1_minute: requests,
        max_tokens_per_1_minute: tokens,
        max_images_per_1_minute: images,
        max_audio_megabytes_per_1_minute: audio,
        max_requests_per_1_day: requests_a_day,
        batch_1_day_max_input_tokens: batch,
        extra: Extra::default(),
    }
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find(context, request.parameter(0))?;
    let window = request.window(&SIZE, Order::OldestFirst, |id| Ok(find(id).map(place)))?;
    let set = set_in(context, &project)?;
    let limits = window.cut(MODELS.iter(), |model| place(model)).into_iter().map(|model| answer(model, &set));
    Answer::page(limits.collect(), window.limit)
}

/// What a project has set, by model and limit.
fn set_in(context: &Context<'_>, project: &Project) -> Result<Value, ApiError> {
    Ok(settings::read(context, Some(project), KIND)?.unwrap_or_else(|| json!({})))
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = projects::find(context, request.parameter(0)).map_err(ApiError::bare)?;
    projects::open(&project)?;
    let id = request.parameter(1);
    let model = find(id).ok_or_else(|| ApiError::none_such("rate limit", id))?;
    let body = request.body(&LIMITS)?;
    body.refuse_null(&LIMITS)?;
    let mut asked = Map::new();
    for (name, most) in LIMITS.into_iter().zip(organization(model)) {
        let Some(wanted) = body.number_within(name, 0..=i64::MAX)? else { continue };
        let Some(most) = most else {
            return Err(ApiError::bad_request(format!("'{name}' does not apply to {}.", model.name)).param(name));
        };
        if wanted > most {
            return Err(ApiError::bad_request(format!(
                "'{name}' of {} cannot exceed the organization's limit of {most}.",
                model.name
            ))
            .param(name));
        }
        asked.insert(name.to_owned(), wanted.into());
    }
    let mut set = set_in(context, &project)?;
    if !asked.is_empty() {
        for (name, limit) in &asked {
            set[model.name][name] = limit.clone();
        }
        documents::put(context.store, KIND, project.id.as_str(), KIND, context.now, &set)?;
        context.record("rate_limit.updated", json!({"id": id, "changes_requested": asked}))?;
    }
    Answer::of(&answer(model, &set))
}
