//! `/organization/certificates`, and which of them a project trusts.
//!
//! A certificate belongs to the organization. Where it is active stands in its document, next to what the API shows.

use orgwarden_api::model::{Project, Timestamp};
use serde_json::{Value, json};

use super::{Request, Route, USUAL, projects, settings};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::pem::{self, Validity};
use crate::routes::Known::{Assumed, Specified};
use crate::store::{Order, Store, documents};
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/certificates", list).note(Specified, "whether each is active for the organization"),
    Route::create("/organization/certificates", upload).note(
        Specified,
        "one X.509 certificate in PEM form, whose dates are read and nothing else; at most 50; the same one may be \
         uploaded twice, which is assumed",
    ),
    Route::post("/organization/certificates/activate", activate)
        .note(Specified, "1 to 10, all or none; those that are active stay so"),
    Route::post("/organization/certificates/deactivate", deactivate)
        .note(Specified, "1 to 10, all or none; those that are inactive stay so"),
    Route::get("/organization/certificates/{certificate_id}", retrieve)
        .note(Specified, "with the content when `include[]=content` asks for it"),
    Route::post("/organization/certificates/{certificate_id}", rename).note(Specified, "the name alone can change"),
    Route::delete("/organization/certificates/{certificate_id}", delete)
        .note(Specified, "refused while it is active anywhere; the confirmation does not say `deleted`"),
    Route::get("/organization/projects/{project_id}/certificates", list)
        .note(Assumed, "all of the organization's, and whether each is active for the project"),
    Route::post("/organization/projects/{project_id}/certificates/activate", activate)
        .note(Specified, "as for the organization, of which it is independent"),
    Route::post("/organization/projects/{project_id}/certificates/deactivate", deactivate)
        .note(Specified, "as for the organization, of which it is independent"),
];

const KIND: &str = "certificate";

/// How many an organization can have.
const MOST: i64 = 50;

/// How many can be switched at once.
const SWITCHED: usize = 10;

/// The member of the document that lists where it is active.
const ACTIVE_IN: &str = "active_in";

/// What is kept of a certificate. `active_in` names projects, and the organization by an empty text.
pub(crate) fn document(
    id: &str,
    name: Option<&str>,
    created_at: Timestamp,
    content: &str,
    validity: Validity,
    active_in: &[&str],
) -> Value {
    json!({
        "id": id,
        "name": name,
        "created_at": created_at,
        "certificate_details": {"valid_at": validity.from, "expires_at": validity.to, "content": content},
        ACTIVE_IN: active_in,
    })
}

/// Keeps a certificate.
pub(crate) fn keep(store: &Store, certificate: &Value, now: Timestamp) -> Result<(), rusqlite::Error> {
    documents::put(store, KIND, "", certificate["id"].as_str().unwrap_or_default(), now, certificate)
}

/// Whether a certificate is kept.
pub(crate) fn is_kept(store: &Store, id: &str) -> Result<bool, rusqlite::Error> {
    Ok(documents::find(store, KIND, "", id)?.is_some())
}

/// A certificate as lists and switches show it to an owner.
fn listed(certificate: &Value, owner: Option<&Project>) -> Value {
    let object = if owner.is_some() { "organization.project.certificate" } else { "organization.certificate" };
    let mut shown = alone(certificate, false);
    shown["object"] = object.into();
    shown["active"] = is_active(certificate, settings::parent(owner)).into();
    shown
}

/// A certificate as it is shown alone.
fn alone(certificate: &Value, with_content: bool) -> Value {
    let mut details = certificate["certificate_details"].clone();
    if let (Value::Object(members), false) = (&mut details, with_content) {
        members.remove("content");
    }
    json!({
        "object": "certificate",
        "id": certificate["id"],
        "name": certificate["name"],
        "created_at": certificate["created_at"],
        "certificate_details": details,
    })
}

fn active_in(certificate: &Value) -> impl Iterator<Item = &str> {
    certificate[ACTIVE_IN].as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn is_active(certificate: &Value, place: &str) -> bool {
    active_in(certificate).any(|active| active == place)
}

fn find(context: &Context<'_>, id: &str) -> Result<Value, ApiError> {
    documents::find(context.store, KIND, "", id)?.ok_or_else(|| ApiError::none_such("certificate", id))
}

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let owner = settings::owner(context, request)?;
    let place = |id: &str| documents::place(context.store, KIND, "", id);
    let window = request.window(&USUAL, Order::NewestFirst, place)?;
    let certificates = documents::list(context.store, KIND, "", &window)?;
    Answer::page(certificates.iter().map(|certificate| listed(certificate, owner.as_ref())).collect(), window.limit)
}

fn upload(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let body = request.body(&["certificate", "name"])?;
    body.refuse_null(&["name"])?;
    let content = body.required_text("certificate")?;
    let name = body.filled_text("name")?;
    let validity = match pem::validity(content) {
        Ok(validity) => validity,
        Err(why) => {
            let error = ApiError::bad_request(format!("Invalid 'certificate': {why}.")).param("certificate");
            request.refuse(error.code("invalid_value"))?;
            Validity { from: context.now, to: context.now }
        }
    };
    if documents::count(context.store, KIND, "")? >= MOST {
        request.refuse(ApiError::bad_request(format!("An organization can have at most {MOST} certificates.")))?;
    }
    let certificate = document(&context.mint.id("cert_"), name, context.now, content, validity, &[]);
    keep(context.store, &certificate, context.now)?;
    context.record("certificate.created", named(&certificate))?;
    Answer::of(&alone(&certificate, false))
}

/// How the audit log names a certificate.
fn named(certificate: &Value) -> Value {
    let mut named = json!({"id": certificate["id"]});
    if certificate["name"].is_string() {
        named["name"] = certificate["name"].clone();
    }
    named
}

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let mut with_content = false;
    for wanted in request.query.all("include") {
        crate::body::one_of("include", wanted, &["content"])?;
        with_content = true;
    }
    Answer::of(&alone(&find(context, request.parameter(0))?, with_content))
}

fn rename(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let mut certificate = find(context, request.parameter(0))?;
    let body = request.body(&["name"])?;
    body.refuse_null(&["name"])?;
    if let Some(name) = body.filled_text("name")?.filter(|name| certificate["name"] != **name) {
        certificate["name"] = name.into();
        keep(context.store, &certificate, context.now)?;
        context.record("certificate.updated", named(&certificate))?;
    }
    Answer::of(&alone(&certificate, false))
}

fn delete(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let id = request.parameter(0);
    let certificate = find(context, id)?;
    for place in active_in(&certificate) {
        // What it was for a project that has been archived since does not count: nobody could change that.
        if place.is_empty() || projects::find(context, place)?.archived_at.is_none() {
            let scope = if place.is_empty() { "the organization".to_owned() } else { format!("project {place}") };
            let words = format!("Certificate {id} is active for {scope}; deactivate it first.");
            request.refuse(ApiError::bad_request(words))?;
        }
    }
    documents::delete(context.store, KIND, "", id)?;
    let mut details = named(&certificate);
    details["certificate"] = certificate["certificate_details"]["content"].clone();
    context.record("certificate.deleted", details)?;
    Answer::of(&json!({"object": "certificate.deleted", "id": id}))
}

fn activate(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    switch(context, request, true)
}

fn deactivate(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    switch(context, request, false)
}

fn switch(context: &mut Context<'_>, request: &Request<'_>, on: bool) -> Result<Answer, ApiError> {
    let owner = settings::owner_to_change(context, request)?;
    let place = settings::parent(owner.as_ref());
    let body = request.body(&["certificate_ids"])?;
    let ids = body.required_texts("certificate_ids")?;
    if !(1..=SWITCHED).contains(&ids.len()) {
        let words = format!("Invalid 'certificate_ids': it must have 1 to {SWITCHED} items, and has {}.", ids.len());
        return Err(ApiError::bad_request(words).param("certificate_ids"));
    }
    let (mut shown, mut switched) = (Vec::new(), Vec::new());
    for id in ids {
        // Read one by one, so that an id that stands twice is switched once. A missing one undoes what was done.
        let mut certificate = find(context, id)?;
        if is_active(&certificate, place) != on {
            let mut places: Vec<String> = active_in(&certificate).map(str::to_owned).collect();
            places.retain(|other| other != place);
            places.extend(on.then(|| place.to_owned()));
            certificate[ACTIVE_IN] = json!(places);
            keep(context.store, &certificate, context.now)?;
            switched.push(named(&certificate));
        }
        shown.push(listed(&certificate, owner.as_ref()));
    }
    let what = if on { "activation" } else { "deactivation" };
    if !switched.is_empty() {
        let kind = if on { "certificates.activated" } else { "certificates.deactivated" };
        context.record(kind, json!({"certificates": switched}))?;
    }
    let level = if owner.is_some() { "organization.project.certificate" } else { "organization.certificate" };
    Answer::of(&json!({"object": format!("{level}.{what}"), "data": shown}))
}
