//! `/organization/external_keys`: keys in the organization's own key store. Nothing is encrypted with them here.

use orgwarden_api::model::Timestamp;
use serde_json::{Value, json};

use super::clouds::{self, Cloud};
use super::{Request, Route, USUAL};
use crate::answer::Answer;
use crate::body::one_of;
use crate::error::ApiError;
use crate::routes::Known::{Assumed, Specified};
use crate::store::{Order, documents, projects};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/external_keys", list).note(
        Specified,
        "by the newest official clients; filter `purpose`; newest first unless asked otherwise (assumed)",
    ),
    Route::create("/organization/external_keys", create)
        .note(Specified, "by the newest official clients; what belongs to another cloud is ignored (assumed)"),
    Route::get("/organization/external_keys/{external_key_id}", retrieve)
        .note(Specified, "by the newest official clients; with the projects that name it"),
    Route::delete("/organization/external_keys/{external_key_id}", delete)
        .note(Assumed, "answers the key as it was; refused while a project names it"),
    Route::post("/organization/external_keys/{external_key_id}/validate", validate)
        .note(Assumed, "`validated`, always: there is no key store to ask"),
];

pub(crate) const KIND: &str = "external_key";

const PURPOSES: [&str; 2] = ["ekm", "psp_decryption"];

const CLOUDS: [Cloud; 4] = [
    Cloud { name: "aws", required: &["kms_arn", "role_arn", "external_id"], optional: &[] },
    Cloud {
        name: "gcp",
        required: &[
            "audience",
            "kms_project_id",
            "kms_key_location",
            "kms_key_ring_name",
            "kms_key_name",
            "workload_identity_pool_id",
            "workload_identity_project_number",
            "workload_identity_provider_id",
        ],
        optional: &["kms_key_version"],
    },
    Cloud { name: "azure", required: &["tenant_id", "vault_uri", "key_name"], optional: &["key_version"] },
    Cloud { name: "oci", required: &["region", "vault_ocid", "key_ocid"], optional: &["key_version_ocid"] },
];

/// A key as it is kept: what is answered, but for the projects that name it.
pub(crate) fn document(id: &str, name: &str, now: Timestamp, workspace: &str, place: Value) -> Value {
    let mut key = place;
    key["object"] = "organization.external_key".into();
    key["id"] = id.into();
    key["name"] = name.into();
    key["created_at"] = json!(now);
    key["workspace_id"] = workspace.into();
    key
}

fn show(context: &Context<'_>, mut key: Value) -> Result<Value, ApiError> {
    key["api_project_ids"] = projects::encrypted_by(context.store, key["id"].as_str().unwrap_or_default())?.into();
    Ok(key)
}

fn find(context: &Context<'_>, id: &str) -> Result<Value, ApiError> {
    documents::find(context.store, KIND, "", id)?.ok_or_else(|| ApiError::none_such("external key", id))
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let purpose = request.query.one("purpose").map(|word| one_of("purpose", word, &PURPOSES)).transpose()?;
    let place = |id: &str| documents::place(context.store, KIND, "", id);
    let window = request.window(&USUAL, Order::NewestFirst, place)?;
    let filter = purpose.map(|purpose| ("$.purpose", purpose));
    let keys = documents::list_where(context.store, KIND, "", filter, &window)?;
    let keys = keys.into_iter().map(|key| show(context, key)).collect::<Result<Vec<Value>, _>>()?;
    Answer::page(keys, window.limit)
}

fn create(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let known: Vec<&str> = CLOUDS.iter().flat_map(|cloud| [cloud.required, cloud.optional].concat()).collect();
    let body = request.body(&[known.as_slice(), &["type", "name", "purpose"]].concat())?;
    let name = body.required_text("name")?;
    body.refuse_null(&["purpose"])?;
    let purpose = body.choice("purpose", &PURPOSES)?.unwrap_or(PURPOSES[0]);
    let mut place = clouds::read(&body, &CLOUDS)?;
    place.insert("purpose".to_owned(), purpose.into());
    let id = context.mint.id("extkey_");
    let key = document(&id, name, context.now, &context.home.organization, place.into());
    documents::put(context.store, KIND, "", &id, context.now, &key)?;
    context.record("external_key.registered", json!({"id": id, "data": key}))?;
    Answer::of(&show(context, key)?)
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    Answer::of(&show(context, find(context, request.parameter(0))?)?)
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let key = show(context, find(context, id)?)?;
    if let Some(project) = key["api_project_ids"][0].as_str() {
        request.refuse(ApiError::bad_request(format!("External key {id} is used by project {project}.")))?;
    }
    documents::delete(context.store, KIND, "", id)?;
    context.record("external_key.removed", json!({"id": id}))?;
    Answer::of(&key)
}

fn validate(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    find(context, request.parameter(0))?;
    Answer::of(&json!({"status": "validated"}))
}
