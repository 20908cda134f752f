//! `/organization/projects`.

use orgwarden_api::model::Project;
use serde_json::{Map, json};

use super::{Known, Request, Route, external_keys};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::store::{documents, projects};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects", list)
        .note(Known::Specified, "newest first; archived ones with `include_archived`"),
    Route::create("/organization/projects", create).note(
        Known::Specified,
        "names need not be unique, an unknown external key is a 400, `geography` has no effect (all assumed)",
    ),
    Route::get("/organization/projects/{project_id}", retrieve).note(Known::Specified, "archived ones too"),
    Route::post("/organization/projects/{project_id}", modify)
        .note(Known::Specified, "the default project refuses; an unknown external key is a 400 (assumed)"),
    Route::post("/organization/projects/{project_id}/archive", archive).note(
        Known::Specified,
        "for good; keys and memberships end; the second time refused with `project_archived` (observed, 400 \
             assumed)",
    ),
];

const RESIDENCIES: [&str; 15] = [
    "GLOBAL",
    "US_STORAGE_PROCESSING",
    "EU_STORAGE_PROCESSING",
    "JP_STORAGE",
    "JP_STORAGE_PROCESSING",
    "KR_STORAGE",
    "CA_STORAGE",
    "SG_STORAGE",
    "IN_STORAGE",
    "IN_STORAGE_PROCESSING",
    "AU_STORAGE",
    "AU_STORAGE_PROCESSING",
    "GB_STORAGE",
    "AE_STORAGE",
    "AE_STORAGE_PROCESSING",
];

/// A project that exists, archived or not.
pub(super) fn find(context: &Context<'_>, id: &str) -> Result<Project, ApiError> {
    projects::find(context.store, id)?.ok_or_else(|| ApiError::no_project(id))
}

/// A project that exists and can be used.
pub(super) fn find_open(context: &Context<'_>, id: &str) -> Result<Project, ApiError> {
    let project = find(context, id)?;
    open(&project)?;
    Ok(project)
}

/// Refuses an archived project.
pub(super) fn open(project: &Project) -> Result<(), ApiError> {
    if project.archived_at.is_none() {
        return Ok(());
    }
    Err(ApiError::bad_request(format!("Project {} is archived", project.name.as_deref().unwrap_or_default())))
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let limit = request.query.limit()?;
    let archived_too = request.query.flag("include_archived")?;
    let after = request.after(|id| projects::place(context.store, id))?;
    Answer::page(projects::list(context.store, &after, limit + 1, archived_too)?, limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let body = request.body(&["name", "residency", "external_key_id", "geography"])?;
    let name = body.required_text("name")?;
    let residency = body.choice("residency", &RESIDENCIES)?;
    if body.text("geography")?.is_some() && residency.is_some() {
        let error = ApiError::bad_request("Provide either 'geography' or 'residency', not both.");
        request.refuse(error.param("geography"))?;
    }
    let external_key_id = body.text("external_key_id")?;
    refuse_unknown_key(context, request, external_key_id)?;
    let id = context.mint.id("proj_");
    projects::insert(context.store, &id, name, context.now, residency, external_key_id)?;
    context.record("project.created", json!({"id": id, "data": {"name": name, "title": name}}))?;
    Answer::of(&find(context, &id)?)
}

/// Refuses an external key that nobody has registered.
fn refuse_unknown_key(context: &Context<'_>, request: &Request<'_>, key: Option<&str>) -> Result<(), ApiError> {
    match key {
        Some(id) if documents::find(context.store, external_keys::KIND, "", id)?.is_none() => {
            let error = ApiError::bad_request(format!("There is no external key '{id}'; register it first."));
            request.refuse(error.param("external_key_id"))
        }
        _ => Ok(()),
    }
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&find(context, request.parameter(0))?)
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let project = find_open(context, id)?;
    let body = request.body(&["name", "external_key_id", "geography"])?;
    let name = body.has("name").then(|| body.required_text("name")).transpose()?;
    let external_key_id = body.new_text("external_key_id")?;
    // Deprecated: read, and without effect.
    body.text("geography")?;
    if id == context.home.default_project {
        return Err(ApiError::bad_request("The default project cannot be updated."));
    }
    refuse_unknown_key(context, request, external_key_id.text)?;
    projects::update(context.store, id, name, external_key_id)?;
    let mut changes = Map::new();
    if let Some(name) = name.filter(|name| project.name.as_deref() != Some(name)) {
        changes.insert("title".to_owned(), name.into());
    }
    if external_key_id.is_said && project.external_key_id.as_deref() != external_key_id.text {
        changes.insert("external_key_id".to_owned(), external_key_id.text.into());
    }
    if !changes.is_empty() {
        context.record("project.updated", json!({"id": id, "changes_requested": changes}))?;
    }
    Answer::of(&find(context, id)?)
}

fn archive(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let project = find(context, id)?;
    if id == context.home.default_project {
        return Err(ApiError::bad_request("The default project cannot be archived."));
    }
    open(&project).map_err(|error| error.code("project_archived"))?;
    projects::archive(context.store, id, context.now)?;
    context.record("project.archived", json!({"id": id}))?;
    Answer::of(&find(context, id)?)
}
