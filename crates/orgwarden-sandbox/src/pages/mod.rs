//! The sandbox's own pages, below `/sandbox`: controls as JSON, and the inbox as pages for people.

mod controls;
mod html;
mod inbox;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};

use tower_service::Service as _;

use crate::shared::Shared;

/// All pages.
pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new().merge(controls::router()).merge(inbox::router()).layer(from_fn(check))
}

/// Answers a request, written as verb and path, that comes from this process: the status and the body.
pub(crate) async fn ask(shared: &Arc<Shared>, request: &str, body: String) -> (u16, String) {
    let (method, path) = request.split_once(' ').unwrap_or(("GET", request));
    let request = Request::builder().method(method).uri(path).header(HOST, "localhost").body(Body::from(body));
    let request = match request {
        Ok(request) => request,
        Err(error) => return (StatusCode::BAD_REQUEST.as_u16(), error.to_string()),
    };
    // A router is always ready, and never fails.
    let answered = router().with_state(Arc::clone(shared)).call(request).await;
    let (head, body) = answered.unwrap_or_else(|never| match never {}).into_parts();
    // The body is in memory already.
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    (head.status.as_u16(), String::from_utf8_lossy(&bytes).into_owned())
}

/// Refuses what a web page of another address asks for: a browser would send it on anybody's behalf.
async fn check(request: Request, next: Next) -> Response {
    if is_ours(request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "This sandbox answers its own pages only.\n").into_response()
}

/// Whether a request comes from a program or from one of our pages. The name of the host counts too: a foreign name
/// that leads to the loopback address is a known trick.
fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let Some(host) = text(HOST) else { return false };
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let local = matches!(name, "127.0.0.1" | "localhost" | "[::1]");
    local && text(ORIGIN).is_none_or(|origin| origin.strip_prefix("http://") == Some(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_pages_are_told_from_programs_and_our_own() {
        let ours = |host: &str, origin: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap());
            if let Some(origin) = origin {
                headers.insert(ORIGIN, origin.parse().unwrap());
            }
            is_ours(&headers)
        };
        assert!(ours("127.0.0.1:8080", None));
        assert!(ours("localhost:8080", Some("http://localhost:8080")));
        assert!(ours("[::1]:8080", None));
        assert!(!ours("127.0.0.1:8080", Some("https://example.com")));
        assert!(!ours("127.0.0.1:8080", Some("http://127.0.0.1:9090")));
        assert!(!ours("127.0.0.1:8080", Some("null")));
        assert!(!ours("rebound.example.com:8080", None));
    }
}
