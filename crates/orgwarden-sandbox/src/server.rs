//! From a request to an answer: key, limit, faults, then the route.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{ALLOW, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use futures_util::stream;

use crate::access::{self, Permissions};
use crate::actor;
use crate::error::ApiError;
use crate::fault::{FaultKind, flip};
use crate::lenient;
use crate::options::RetryAfter;
use crate::query::Query;
use crate::record::LogEntry;
use crate::routes::{self, Found, Miss};
use crate::shared::Shared;
use crate::wire::Line;
use crate::world::{Context, World};

/// The longest body that is read.
const LONGEST_BODY: usize = 1 << 20;

/// How long a 429 by a fault asks to wait, in the sandbox's time.
const INJECTED_WAIT: Duration = Duration::from_millis(100);

/// What is sent back.
#[derive(Default)]
struct Reply {
    /// Status, type and text; `None`: the connection is reset.
    answer: Option<(u16, &'static str, Bytes)>,
    wait: Option<(Duration, RetryAfter)>,
    /// The methods that a path has, for a 405.
    allow: Vec<&'static str>,
    truncated: bool,
    refused: bool,
    /// How much later it goes out.
    slow: Duration,
    faults: Vec<String>,
}

impl Reply {
    fn error(error: &ApiError, headers: RetryAfter) -> Self {
        Self {
            answer: Some((error.status, error.body.content_type(), error.body.text().into())),
            wait: error.wait.map(|wait| (wait, headers)),
            ..Self::default()
        }
    }
}

/// Answers every request that is not for the sandbox's own pages.
pub(crate) async fn answer(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let method = parts.method.as_str();
    let path = parts.uri.path();
    let at = shared.now();
    if shared.lenient && method == "GET" && matches!(path, "/" | "/v1" | "/v1/") {
        // Where foreign test suites look whether anybody is there.
        let reply = Reply { answer: Some((200, "application/json", Bytes::from_static(b"{}"))), ..Reply::default() };
        return response(reply, &request_id());
    }
    let found = routes::find(method, path, shared.lenient);
    let route = found.as_ref().ok().map(|found| found.route.name());
    let reply = match (axum::body::to_bytes(body, LONGEST_BODY).await, found) {
        _ if shared.is_closed() => Reply::default(),
        (_, Err(Miss::Path)) => Reply::error(&ApiError::invalid_url(method, path), RetryAfter::None),
        (_, Err(Miss::Method(allow))) => {
            Reply { allow, ..Reply::error(&ApiError::wrong_method(method, path), RetryAfter::None) }
        }
        (Err(_), Ok(_)) => Reply::error(&ApiError::new(413, "The body of the request is too large."), RetryAfter::None),
        (Ok(body), Ok(found)) => {
            let query = Query::parse(parts.uri.query().unwrap_or_default()).lenient(shared.lenient);
            pass(&shared, &found, &parts.headers, &query, &body)
        }
    };
    let request_id = request_id();
    let entry = LogEntry {
        at,
        method: method.to_owned(),
        path: parts.uri.path_and_query().map_or(path, |target| target.as_str()).to_owned(),
        route,
        status: reply.answer.as_ref().map(|(status, ..)| *status),
        request_id: request_id.clone(),
        fault: (!reply.faults.is_empty()).then(|| reply.faults.join(",")),
    };
    // Noted before any waiting: a client that gives up ends this function there.
    shared.record().add(entry, reply.refused);
    if !reply.slow.is_zero() {
        tokio::time::sleep(reply.slow).await;
    }
    if reply.answer.is_none() {
        line.cut();
    }
    response(reply, &request_id)
}

/// What happens to a request whose route is known.
fn pass(shared: &Shared, found: &Found, headers: &HeaderMap, query: &Query, body: &[u8]) -> Reply {
    let now = shared.now();
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let secret = access::bearer(header(AUTHORIZATION.as_str()));
    let number = shared.organization_of(secret);
    let credential = {
        let mut world = shared.world(number);
        let World { store, home, replicas, .. } = &mut *world;
        // Foreign test suites come with keys of their own: whoever has one is an owner.
        let known = match secret {
            Some(_) if shared.lenient => access::of_any_owner(store),
            _ => access::authenticate(store, secret, now),
        };
        let admitted = known.and_then(|credential| {
            if !shared.lenient {
                // As bytes: what is not text fits no organization.
                let named = headers.get("openai-organization").map(HeaderValue::as_bytes);
                access::check_organization(named, &home.organization)?;
                let project = found.named("project_id");
                let permissions = Permissions::of_owner(store, &home.organization, &credential, project)?;
                access::allow(&credential, found.route.access, &permissions)?;
            }
            match &found.organization {
                Some(other) if *other != home.organization => Err(ApiError::none_such("organization", other)),
                _ => Ok(credential),
            }
        });
        match admitted {
            Err(error) => return Reply::error(&error, RetryAfter::None),
            Ok(credential) => {
                if let Err(error) = access::note_use(store, &credential, now) {
                    return Reply::error(&error.into(), RetryAfter::None);
                }
                replicas.follow(store, Instant::now());
                credential
            }
        }
    };
    let speed = shared.clock().speed();
    let (verdict, retry_after) = {
        let mut gate = shared.gate();
        let retry_after = gate.retry_after;
        if let Err(wait) = gate.limiter.admit((number, found.index), Instant::now()) {
            let refused = Reply::error(&ApiError::too_many(wait), retry_after);
            return Reply { refused: true, ..refused };
        }
        (gate.trial.judge(found.route.method, found.route.template), retry_after)
    };
    let wait = INJECTED_WAIT.div_f64(speed).max(Duration::from_millis(1));
    let instead = verdict.before.as_ref().map(|kind| injected(kind, wait, retry_after));
    let mut reply = instead.unwrap_or_else(|| {
        let request = routes::Request {
            found,
            query,
            body,
            strict: shared.strict,
            verdict: &verdict,
            project: credential.project.as_deref(),
        };
        let outcome = apply(shared, number, found, &request, now, &credential);
        let mut reply = match outcome {
            Ok((status, text)) => Reply { answer: Some((status, "application/json", text.into())), ..Reply::default() },
            Err(error) if verdict.conflict_400 && error.is_in_project() => {
                Reply::error(&ApiError { status: 400, ..error }, retry_after)
            }
            Err(error) => Reply::error(&error, retry_after),
        };
        match &verdict.after {
            Some(FaultKind::Truncate) => reply.truncated = true,
            Some(kind) => reply = injected(kind, wait, retry_after),
            None => {}
        }
        reply
    });
    reply.faults = verdict.kinds;
    reply.slow = verdict.slow;
    reply
}

/// What a fault answers.
fn injected(kind: &FaultKind, wait: Duration, retry_after: RetryAfter) -> Reply {
    match kind {
        FaultKind::Status { status, .. } => Reply::error(&ApiError::injected(*status, wait), retry_after),
        FaultKind::NoPaymentMethod => {
            let words = "Add a payment method to your organization before you invite others.";
            Reply::error(&ApiError::new(403, words).code("payment_method_required"), RetryAfter::None)
        }
        FaultKind::GatewayNotFound => Reply::error(&ApiError::no_such_page(), RetryAfter::None),
        FaultKind::TooManyWithHeaders => Reply::error(&ApiError::too_many(wait), RetryAfter::Both),
        _ => Reply::default(),
    }
}

/// Runs the route.
fn apply(
    shared: &Shared,
    number: usize,
    found: &Found,
    request: &routes::Request<'_>,
    now: orgwarden_api::model::Timestamp,
    credential: &crate::store::keys::Credential,
) -> Result<(u16, Vec<u8>), ApiError> {
    let verdict = request.verdict;
    let mut world = shared.world(number);
    let handle = found.route.handle;
    if shared.lenient {
        let actor = Some(actor::of_key(credential));
        world.act(now, actor, |context| lenient::adopt(context, found, request.body))?;
    }
    let answer = if found.route.method == "GET" {
        let World { store, mint, home, replicas } = &mut *world;
        let stale = verdict.stale.map(|lag| replicas.at(lag, Instant::now())).transpose()?.flatten();
        let store = stale.unwrap_or(store);
        handle(&mut Context { store, mint, home, now, actor: None }, request)?
    } else {
        world.act(now, Some(actor::of_key(credential)), |context| handle(context, request))?
    };
    drop(world);
    let text = if verdict.flips.is_empty() {
        answer.0
    } else {
        serde_json::to_vec(&flip(serde_json::from_slice(&answer.0)?, &verdict.flips))?
    };
    Ok((if verdict.created && found.route.creates { 201 } else { 200 }, text))
}

fn response(reply: Reply, request_id: &str) -> Response {
    let (status, content_type, text) = reply.answer.unwrap_or((500, "text/plain", Bytes::new()));
    let length = text.len();
    let body = if reply.truncated { broken(&text) } else { Body::from(text) };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(HeaderName::from_static("openai-version"), HeaderValue::from_static("2020-10-01"));
    if let Ok(id) = HeaderValue::from_str(request_id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    if let Some((wait, which)) = reply.wait {
        if matches!(which, RetryAfter::Seconds | RetryAfter::Both) {
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            headers.insert(axum::http::header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        if matches!(which, RetryAfter::Milliseconds | RetryAfter::Both) {
            let milliseconds = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
            headers.insert(HeaderName::from_static("retry-after-ms"), HeaderValue::from(milliseconds));
        }
    }
    if !reply.allow.is_empty()
        && let Ok(methods) = HeaderValue::from_str(&reply.allow.join(", "))
    {
        headers.insert(ALLOW, methods);
    }
    response
}

/// A body that breaks off in the middle. It pauses once before, so that the first half goes out.
fn broken(text: &Bytes) -> Body {
    let half = text.slice(..text.len() / 2);
    Body::from_stream(stream::unfold(Some(half), async |half| {
        if let Some(half) = half {
            return Some((Ok(half), None));
        }
        tokio::task::yield_now().await;
        Some((Err(std::io::Error::from(std::io::ErrorKind::ConnectionAborted)), None))
    }))
}

/// Names a request, as the API does: `req_` and 32 digits.
fn request_id() -> String {
    use std::hash::{BuildHasher as _, RandomState};
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicU64, Ordering};

    static RANDOM: LazyLock<(RandomState, RandomState)> = LazyLock::new(Default::default);
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("req_{:016x}{:016x}", RANDOM.0.hash_one(count), RANDOM.1.hash_one(count))
}
