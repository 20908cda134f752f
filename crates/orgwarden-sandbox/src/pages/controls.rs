//! The controls as JSON. The table is on the crate's page.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use bytes::Bytes;
use orgwarden_api::model::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::accept::NotAccepted;
use crate::clock::is_showable;
use crate::control::{Control, ControlError};
use crate::fault::Fault;
use crate::options::{InvalidOption, Limits, RetryAfter, Seed};
use crate::query::Query;
use crate::record::{LogEntry, RouteCounts};
use crate::shared::Shared;

pub(super) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/sandbox", get(show))
        .route("/sandbox/reset", post(reset))
        .route("/sandbox/clock", get(clock).post(set_clock))
        .route("/sandbox/limits", post(set_limits))
        .route("/sandbox/faults", post(set_faults))
        .route("/sandbox/counts", get(counts).delete(reset_counts))
        .route("/sandbox/log", get(log))
        .route("/sandbox/audit_log", post(switch_on_audit_log))
        .route("/sandbox/accept", post(accept))
        .route("/sandbox/keys", post(add_key))
        .route("/sandbox/groups", post(provision_group))
        .route("/sandbox/users", post(provision_user))
}

/// The organization that the query names, `?organization=org-…`, or the first.
impl FromRequestParts<Arc<Shared>> for Control {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, Response> {
        let first = Self::new(Arc::clone(shared), 0);
        let query = Query::parse(parts.uri.query().unwrap_or_default());
        match query.one("organization") {
            None => Ok(first),
            Some(id) => first.of(id).map_err(|error| Refusal::from(error).into_response()),
        }
    }
}

/// Why a control did nothing, with its status.
struct Refusal(StatusCode, String);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({"error": {"message": self.1}}))).into_response()
    }
}

impl From<InvalidOption> for Refusal {
    fn from(error: InvalidOption) -> Self {
        Self(StatusCode::BAD_REQUEST, error.to_string())
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        ControlError::from(error).into()
    }
}

impl From<ControlError> for Refusal {
    fn from(error: ControlError) -> Self {
        let status = match error {
            ControlError::Unknown(..) => StatusCode::NOT_FOUND,
            ControlError::Taken(..) => StatusCode::CONFLICT,
            ControlError::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self(status, error.to_string())
    }
}

impl From<NotAccepted> for Refusal {
    fn from(error: NotAccepted) -> Self {
        let status = match error {
            NotAccepted::Unknown => StatusCode::NOT_FOUND,
            NotAccepted::Withdrawn | NotAccepted::Expired => StatusCode::GONE,
            NotAccepted::AlreadyAccepted => StatusCode::CONFLICT,
            NotAccepted::WrongAddress(_) => StatusCode::FORBIDDEN,
            NotAccepted::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self(status, error.to_string())
    }
}

/// Reads a body; the header that says it is JSON may be left out, and so may the body.
fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refusal> {
    let text: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(text).map_err(|error| Refusal(StatusCode::BAD_REQUEST, error.to_string()))
}

async fn show(control: Control) -> Json<Value> {
    let shared = control.shared();
    let speed = shared.clock().speed();
    let retry_after = shared.gate().retry_after.to_string();
    let faults: Vec<String> = control.faults().iter().map(Fault::to_string).collect();
    Json(json!({
        "organization": control.organization(), "organizations": control.organizations(),
        "base_url": shared.base_url, "now": control.now(), "speed": speed, "limits": control.limits().to_string(),
        "retry_after": retry_after, "faults": faults, "audit_log": control.has_audit_log(),
    }))
}

async fn switch_on_audit_log(control: Control) -> Result<Json<Value>, Refusal> {
    control.switch_on_audit_log()?;
    Ok(show(control).await)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResetTo {
    seed: Option<String>,
}

async fn reset(control: Control, body: Bytes) -> Result<Json<Value>, Refusal> {
    let ResetTo { seed } = read(&body)?;
    let seed: Seed = seed.map_or(Ok(Seed::Empty), |seed| seed.parse())?;
    control.reset(seed)?;
    Ok(Json(json!({"seed": seed.to_string()})))
}

async fn clock(control: Control) -> Json<Value> {
    let speed = control.shared().clock().speed();
    Json(json!({"now": control.now(), "speed": speed}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockTo {
    set: Option<Value>,
    advance: Option<f64>,
}

const BEYOND: &str = "the clock shows times from 1970 to the end of the year 9999; choose one of these";

async fn set_clock(control: Control, body: Bytes) -> Result<Json<Value>, Refusal> {
    let ClockTo { set, advance } = read(&body)?;
    let wrong = |words: &str| Refusal(StatusCode::BAD_REQUEST, words.to_owned());
    match (set, advance) {
        (Some(moment), None) => {
            let moment = crate::read_options::moment(&moment)
                .ok_or_else(|| wrong("`set` takes seconds since 1970 or a time as in RFC 3339"))?;
            if !is_showable(moment) {
                return Err(wrong(BEYOND));
            }
            control.set_clock(Timestamp::new(moment));
        }
        (None, Some(seconds)) => {
            let duration = Duration::try_from_secs_f64(seconds)
                .map_err(|_| wrong("`advance` takes a number of seconds, 0 or more"))?;
            let end = i64::try_from(duration.as_secs()).ok().and_then(|by| control.now().seconds().checked_add(by));
            if !end.is_some_and(is_showable) {
                return Err(wrong(BEYOND));
            }
            control.advance(duration);
        }
        _ => return Err(wrong("write either `set` or `advance`")),
    }
    Ok(clock(control).await)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitsTo {
    limits: Option<String>,
    retry_after: Option<String>,
}

async fn set_limits(control: Control, body: Bytes) -> Result<Json<Value>, Refusal> {
    let LimitsTo { limits, retry_after } = read(&body)?;
    let limits: Option<Limits> = limits.map(|limits| limits.parse()).transpose()?;
    let retry_after: Option<RetryAfter> = retry_after.map(|headers| headers.parse()).transpose()?;
    if let Some(limits) = limits {
        control.set_limits(limits);
    }
    if let Some(headers) = retry_after {
        control.set_retry_after(headers);
    }
    Ok(show(control).await)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultsTo {
    faults: Vec<String>,
}

async fn set_faults(control: Control, body: Bytes) -> Result<Json<Value>, Refusal> {
    let FaultsTo { faults } = read(&body)?;
    let faults = faults.iter().map(|fault| fault.parse()).collect::<Result<Vec<Fault>, _>>()?;
    control.shared().set_faults(faults)?;
    Ok(show(control).await)
}

async fn counts(control: Control) -> Json<BTreeMap<String, RouteCounts>> {
    Json(control.counts())
}

async fn reset_counts(control: Control) -> Json<BTreeMap<String, RouteCounts>> {
    control.reset_counts();
    Json(control.counts())
}

async fn log(control: Control) -> Json<Vec<LogEntry>> {
    Json(control.log())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Acceptance {
    invite: String,
    r#as: String,
}

async fn accept(control: Control, body: Bytes) -> Result<Response, Refusal> {
    let Acceptance { invite, r#as: address } = read(&body)?;
    Ok(Json(control.accept_invite(&invite, &address)?).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFor {
    owner: String,
    project: Option<String>,
    name: Option<String>,
    scopes: Option<Vec<String>>,
}

async fn add_key(control: Control, body: Bytes) -> Result<Response, Refusal> {
    let KeyFor { owner, project, name, scopes } = read(&body)?;
    let name = name.as_deref().unwrap_or("sandbox");
    let scopes: Option<Vec<&str>> = scopes.as_ref().map(|scopes| scopes.iter().map(String::as_str).collect());
    let key = match project {
        Some(project) => control.add_key(&owner, &project, name)?,
        None => control.add_admin_key(&owner, name, scopes.as_deref())?,
    };
    Ok(Json(key).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvisionedGroup {
    name: String,
    #[serde(default)]
    members: Vec<String>,
}

async fn provision_group(control: Control, body: Bytes) -> Result<Json<Value>, Refusal> {
    let ProvisionedGroup { name, members } = read(&body)?;
    let members: Vec<&str> = members.iter().map(String::as_str).collect();
    let id = control.provision_group(&name, &members)?;
    Ok(Json(json!({"id": id})))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvisionedUser {
    user: String,
    is_scim_managed: bool,
}

async fn provision_user(control: Control, body: Bytes) -> Result<Json<Value>, Refusal> {
    let ProvisionedUser { user, is_scim_managed } = read(&body)?;
    let id = control.provision_user(&user, is_scim_managed)?;
    Ok(Json(json!({"id": id})))
}
