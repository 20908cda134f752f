//! `/organization/external_storage`: storage of the organization's own for a project's data. Nothing is stored there.

use orgwarden_api::model::Timestamp;
use serde_json::{Value, json};

use super::clouds::{self, Cloud};
use super::{Request, Route, USUAL, projects};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::routes::Known::{Assumed, Specified};
use crate::store::{Order, documents};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/external_storage", list).note(
        Specified,
        "by the newest official clients; filter `project_id`; newest first unless asked otherwise (assumed)",
    ),
    Route::create("/organization/external_storage", create).note(
        Specified,
        "by the newest official clients; `pending` at first; region and external id are made up here (assumed)",
    ),
    Route::get("/organization/external_storage/{external_storage_id}", retrieve)
        .note(Specified, "by the newest official clients"),
    Route::delete("/organization/external_storage/{external_storage_id}", delete)
        .note(Specified, "by the newest official clients; gone with its project, too (assumed)"),
    Route::post("/organization/external_storage/{external_storage_id}/validate", validate)
        .note(Assumed, "makes it `validated`, always: there is no storage to ask"),
];

pub(crate) const KIND: &str = "external_storage";

const CLOUDS: [Cloud; 4] = [
    Cloud { name: "aws", required: &["bucket", "role_arn"], optional: &[] },
    Cloud {
        name: "gcp",
        required: &[
            "bucket",
            "workload_identity_pool_id",
            "workload_identity_project_number",
            "workload_identity_provider_id",
        ],
        optional: &[],
    },
    Cloud {
        name: "azure",
        required: &["account_name", "container", "resource_group", "subscription_id", "tenant_id"],
        optional: &[],
    },
    Cloud { name: "oci", required: &["bucket", "region", "tenancy_ocid"], optional: &[] },
];

/// A storage as it is kept and answered.
pub(crate) fn document(id: &str, project: &str, geography: &str, now: Timestamp, provider: &Value) -> Value {
    json!({
        "object": "organization.external_storage",
        "id": id,
        "project_id": project,
        "geography": geography,
        "status": "pending",
        "created_at": now,
        "provider": provider,
    })
}

fn find(context: &Context<'_>, id: &str) -> Result<Value, ApiError> {
    documents::find(context.store, KIND, "", id)?.ok_or_else(|| ApiError::none_such("external storage", id))
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let filter = request.query.one("project_id").filter(|id| !id.is_empty()).map(|id| ("$.project_id", id));
    let place = |id: &str| documents::place(context.store, KIND, "", id);
    let window = request.window(&USUAL, Order::NewestFirst, place)?;
    Answer::page(documents::list_where(context.store, KIND, "", filter, &window)?, window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let body = request.body(&["project_id", "provider"])?;
    let project = projects::find_open(context, body.required_text("project_id")?)?;
    let mut provider = clouds::read(&body.required_object("provider")?, &CLOUDS)?;
    // What the API finds out by itself.
    provider.entry("region").or_insert_with(|| "eu-central-1".into());
    match provider["type"].as_str() {
        Some("aws") => {
            let role = provider["role_arn"].as_str().unwrap_or_default();
            let account =
                role.split(':').nth(4).filter(|account| !account.is_empty()).unwrap_or("000000000000").to_owned();
            provider.insert("account_id".to_owned(), account.into());
            provider.insert("external_id".to_owned(), context.mint.id("ext-").into());
        }
        Some("gcp") => {
            provider.insert("audience".to_owned(), context.home.organization.as_str().into());
        }
        _ => {}
    }
    let id = context.mint.id("extstorage_");
    let geography = project.residency.as_deref().unwrap_or("GLOBAL");
    let storage = document(&id, project.id.as_str(), geography, context.now, &provider.into());
    documents::put(context.store, KIND, "", &id, context.now, &storage)?;
    context.record("external_storage.registered", json!({"id": id, "data": storage}))?;
    Answer::of(&storage)
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&find(context, request.parameter(0))?)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    find(context, id)?;
    documents::delete(context.store, KIND, "", id)?;
    context.record("external_storage.removed", json!({"id": id}))?;
    Answer::deleted("organization.external_storage.deleted", id)
}

fn validate(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let mut storage = find(context, id)?;
    if storage["status"] != "validated" {
        storage["status"] = "validated".into();
        documents::put(context.store, KIND, "", id, context.now, &storage)?;
        let changes = json!({"external_storage": {"id": id, "status": "validated"}});
        let home = &context.home.organization;
        context.record("organization.updated", json!({"id": home, "changes_requested": changes}))?;
    }
    Answer::of(&storage)
}
