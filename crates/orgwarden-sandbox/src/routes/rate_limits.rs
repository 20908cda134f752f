//! `/organization/projects/{project_id}/rate_limits`.

use orgwarden_api::model::{Extra, Project, RateLimit};
use serde_json::{Map, Value, json};

use super::{PageSize, Request, Route, projects, settings};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::models::{Limits, MODELS, Model, PLACEHOLDER};
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

/// Where a model stands in the list: by name.
fn place(model: &Model) -> Place {
    Place { time: 0, id: model.name.to_owned() }
}

/// The model whose rate limit this is.
fn find(id: &str) -> Option<&'static Model> {
    let name = id.strip_prefix("rl-")?;
    MODELS.iter().find(|model| model.name == name)
}

/// What the organization allows, in the order of the names; `None` where the model has no such limit.
fn organization(limits: &Limits) -> [Option<i64>; 6] {
    [
        Some(limits.requests),
        Some(limits.tokens),
        limits.images,
        limits.audio_megabytes,
        limits.requests_a_day,
        limits.batch_tokens,
    ]
}

/// The rate limit of a model in a project that has set these.
fn answer(id: String, model: &str, limits: &Limits, set: &Value) -> RateLimit {
    let mut limits = organization(limits);
    for (limit, name) in limits.iter_mut().zip(LIMITS) {
        *limit = set[model][name].as_i64().or(*limit);
    }
    let [requests, tokens, images, audio, requests_a_day, batch] = limits;
    RateLimit {
        id: id.into(),
        model: Some(model.into()),
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
    let limits = window.cut(MODELS.iter(), |model| place(model)).into_iter();
    let limits = limits.map(|model| answer(format!("rl-{}", model.name), model.name, &model.limits, &set));
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
    let (name, limits) = if let Some(model) = find(id) {
        (model.name, &model.limits)
    } else {
        request.refuse(ApiError::none_such("rate limit", id))?;
        (id, &PLACEHOLDER)
    };
    let body = request.body(&LIMITS)?;
    body.refuse_null(&LIMITS)?;
    let mut asked = Map::new();
    for (limit, most) in LIMITS.into_iter().zip(organization(limits)) {
        let Some(wanted) = body.number_within(limit, 0..=i64::MAX)? else { continue };
        let problem = match most {
            None => Some(format!("'{limit}' does not apply to {name}.")),
            Some(most) if wanted > most => {
                Some(format!("'{limit}' of {name} cannot exceed the organization's limit of {most}."))
            }
            Some(_) => None,
        };
        if let Some(problem) = problem {
            request.refuse(ApiError::bad_request(problem).param(limit))?;
        }
        asked.insert(limit.to_owned(), wanted.into());
    }
    let mut set = set_in(context, &project)?;
    if !asked.is_empty() {
        for (limit, wanted) in &asked {
            set[name][limit] = wanted.clone();
        }
        documents::put(context.store, KIND, project.id.as_str(), KIND, context.now, &set)?;
        context.record("rate_limit.updated", json!({"id": id, "changes_requested": asked}))?;
    }
    Answer::of(&answer(id.to_owned(), name, limits, &set))
}
