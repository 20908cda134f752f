//! One sending, and what came of it.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};

use super::Shared;
use crate::call::{Call, Method};
use crate::pace;

/// The largest answer that is read: a page of 100 members is some 30 kB, so this is only against a hostile server.
const LARGEST_ANSWER: usize = 32 * 1024 * 1024;

/// What came of one sending.
pub(super) enum Exchange {
    /// The server answered, whole.
    Answered(Reply),
    /// Nothing reached the server.
    NotSent(String),
    /// It was sent, and no whole answer came.
    Lost(String),
}

/// A whole answer.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) body: Bytes,
    pub(super) request_id: Option<String>,
    headers: HeaderMap,
}

impl Reply {
    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// How long the server asks to wait, from the headers or from its words.
    pub(super) fn wait(&self, words: &str, now_ms: i64) -> Option<Duration> {
        pace::wait_from(self.header("retry-after-ms"), self.header("retry-after"), words, now_ms)
    }

    /// Whether the server asks to send again or forbids it, as it tells the official clients.
    pub(super) fn should_retry(&self) -> Option<bool> {
        self.header("x-should-retry")?.parse().ok()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl Shared {
    pub(super) async fn exchange<A>(&self, call: &Call<A>) -> Exchange {
        let url = format!("{}{}", self.base_url.as_str(), call.target());
        let method = match call.method() {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut request = self.http.request(method, url);
        if let Some(body) = call.body() {
            request = request.header(CONTENT_TYPE, HeaderValue::from_static("application/json")).body(body.to_string());
        }
        let mut response = match request.send().await {
            Ok(response) => response,
            Err(error) if error.is_connect() || error.is_builder() => return Exchange::NotSent(reason(&error)),
            Err(error) => return Exchange::Lost(reason(&error)),
        };
        let status = response.status().as_u16();
        let headers = std::mem::take(response.headers_mut());
        let request_id = headers.get("x-request-id").and_then(|id| id.to_str().ok()).map(|id| self.key.blank(id));
        let body = match read_body(response).await {
            Ok(body) => body,
            // The status says that it was refused; the words are lost, which changes nothing.
            Err(_) if status >= 400 => Bytes::new(),
            Err(reason) => return Exchange::Lost(reason),
        };
        Exchange::Answered(Reply { status, body, request_id, headers })
    }
}

async fn read_body(mut response: reqwest::Response) -> Result<Bytes, String> {
    // A page fits at once, and a server that promises more than it sends gets no more than this in advance.
    let promised = response.content_length().unwrap_or(0).min(256 * 1024);
    let mut body = BytesMut::with_capacity(usize::try_from(promised).unwrap_or(0));
    while let Some(chunk) = response.chunk().await.map_err(|error| reason(&error))? {
        if body.len() + chunk.len() > LARGEST_ANSWER {
            return Err(format!("the answer is larger than {LARGEST_ANSWER} bytes"));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

/// The innermost cause in words, without the URL: a URL may hold e-mail addresses.
fn reason(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return "no answer in time".to_owned();
    }
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
