//! The errors of the API, in its own shapes and words.

use std::time::Duration;

use serde_json::{Value, json};

/// An answer that is not a success.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ApiError {
    pub(crate) status: u16,
    pub(crate) body: Body,
    /// How long to wait, for a 429.
    pub(crate) wait: Option<Duration>,
}

/// The shapes in which the live API says what is wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Body {
    /// `{"error": {"message", "type", "param", "code"}}`.
    Envelope { message: String, kind: &'static str, param: Option<String>, code: Option<String> },
    /// `{"error": "…"}`: what a missing scope looks like.
    Words(String),
    /// The envelope without `param`: what a refused page token looks like.
    Short { message: &'static str, kind: &'static str, code: &'static str },
    /// `{"code", "message"}` without more around it: what the official example of a rate limit's update shows.
    Bare { code: u16, message: String },
    /// A page of the edge in front of the API.
    Html(&'static str),
}

impl Body {
    pub(crate) fn content_type(&self) -> &'static str {
        if matches!(self, Self::Html(_)) { "text/html" } else { "application/json" }
    }

    pub(crate) fn text(&self) -> String {
        let value: Value = match self {
            Self::Envelope { message, kind, param, code } => {
                json!({"error": {"message": message, "type": kind, "param": param, "code": code}})
            }
            Self::Bare { code, message } => json!({"code": code, "message": message}),
            Self::Words(words) => json!({"error": words}),
            Self::Short { message, kind, code } => json!({"error": {"message": message, "type": kind, "code": code}}),
            Self::Html(page) => return (*page).to_owned(),
        };
        value.to_string()
    }
}

impl ApiError {
    pub(crate) fn new(status: u16, message: impl Into<String>) -> Self {
        let kind = if status >= 500 { "server_error" } else { "invalid_request_error" };
        let body = Body::Envelope { message: message.into(), kind, param: None, code: None };
        Self { status, body, wait: None }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(404, message)
    }

    pub(crate) fn code(mut self, text: &str) -> Self {
        if let Body::Envelope { code, .. } = &mut self.body {
            *code = Some(text.to_owned());
        }
        self
    }

    pub(crate) fn param(mut self, text: &str) -> Self {
        if let Body::Envelope { param, .. } = &mut self.body {
            *param = Some(text.to_owned());
        }
        self
    }

    /// Whether it says that somebody, or a group, is in a project already.
    pub(crate) fn is_in_project(&self) -> bool {
        self.status == 409
            && matches!(&self.body, Body::Envelope { message, .. } if message.contains("already exists in project"))
    }

    /// The same without an envelope.
    pub(crate) fn bare(self) -> Self {
        match self.body {
            Body::Envelope { message, .. } => Self { body: Body::Bare { code: self.status, message }, ..self },
            _ => self,
        }
    }

    /// 401: the key is missing, unknown, revoked or expired.
    pub(crate) fn key(message: impl Into<String>) -> Self {
        Self::new(401, message).code("invalid_api_key")
    }

    /// 403 as a bare text.
    pub(crate) fn missing_scope(scope: &str) -> Self {
        let words = format!("You have insufficient permissions for this operation. Missing scopes: {scope}.");
        Self { status: 403, body: Body::Words(words), wait: None }
    }

    /// 404 for a path that is none.
    pub(crate) fn invalid_url(method: &str, path: &str) -> Self {
        Self::not_found(format!("Invalid URL ({method} {path})"))
    }

    /// 405: the path exists with another method.
    pub(crate) fn wrong_method(method: &str, path: &str) -> Self {
        let message =
            format!("Not allowed to {method} on {path}. (HINT: Perhaps you meant to use a different HTTP method?)");
        Self::new(405, message).code("method_not_supported")
    }

    /// 400: a member or parameter has the wrong type.
    pub(crate) fn wrong_type(param: &str, expected: &str, got: &str) -> Self {
        Self::bad_request(format!("Invalid type for '{param}': expected {expected}, but got {got} instead."))
            .param(param)
            .code("invalid_type")
    }

    /// 400: a member or parameter has a value that is not one of the possible ones.
    pub(crate) fn wrong_value(param: &str, value: &str, possible: &[&str]) -> Self {
        let quoted: Vec<String> = possible.iter().map(|value| format!("'{value}'")).collect();
        let list = match quoted.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, [one])) => format!("{one} and {last}"),
            Some((last, more)) => format!("{}, and {last}", more.join(", ")),
            None => String::new(),
        };
        Self::bad_request(format!("Invalid value: '{value}'. Supported values are: {list}."))
            .param(param)
            .code("invalid_value")
    }

    /// 400: a required member is not there.
    pub(crate) fn missing(param: &str) -> Self {
        Self::bad_request(format!("Missing required parameter: '{param}'."))
            .param(param)
            .code("missing_required_parameter")
    }

    /// 400: the token of a page does not fit the other parameters. Its code says nothing, and there is no `param`.
    pub(crate) fn bad_page_token() -> Self {
        let body = Body::Short {
            message: "The page token is invalid, have you modified the query parameters?",
            kind: "invalid_request_error",
            code: "invalid_request_error",
        };
        Self { status: 400, body, wait: None }
    }

    /// 429, with the delay only in the sentence.
    pub(crate) fn too_many(wait: Duration) -> Self {
        let message = format!(
            "You've exceeded the rate limit, please slow down and try again after {:.3} seconds.",
            wait.as_secs_f64()
        );
        Self { wait: Some(wait), ..Self::new(429, message).code("rate_limit_exceeded") }
    }

    /// 429 that waiting does not help against: the month's limit of a project or of the organization is reached.
    pub(crate) fn spend_limit(whose: &str) -> Self {
        let body = Body::Envelope {
            message: format!("This {whose} has reached its spend limit for the month."),
            kind: "insufficient_quota",
            param: None,
            code: Some(format!("{whose}_spend_limit_exceeded")),
        };
        Self { status: 429, body, wait: None }
    }

    /// 404 for a project.
    pub(crate) fn no_project(id: &str) -> Self {
        Self::not_found(format!("The project {id} was not found")).code("project_not_found")
    }

    /// 404 for anything else: the words of the live API are not known.
    pub(crate) fn none_such(noun: &str, id: &str) -> Self {
        Self::not_found(format!("The {noun} {id} was not found"))
    }

    /// 500: the sandbox itself failed.
    pub(crate) fn internal() -> Self {
        Self::new(500, "The server had an error while processing your request. Sorry about that!")
    }

    /// 404 of a gateway in front of the API, which knows nothing of the organization.
    pub(crate) fn no_such_page() -> Self {
        let page = "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n\
                    </body>\r\n</html>\r\n";
        Self { status: 404, body: Body::Html(page), wait: None }
    }

    /// What a fault answers for a status.
    pub(crate) fn injected(status: u16, wait: Duration) -> Self {
        match status {
            401 => Self::key("Incorrect API key provided. (This is a fault that the sandbox was told to inject.)"),
            403 => Self::missing_scope("api.management.read"),
            404 => Self::not_found("Not found. (This is a fault that the sandbox was told to inject.)"),
            409 => Self::new(409, "There was a conflict. (This is a fault that the sandbox was told to inject.)"),
            429 => Self::too_many(wait),
            502 => Self {
                status,
                body: Body::Html(
                    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1>\
                     </center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n",
                ),
                wait: None,
            },
            503 => {
                Self::new(503, "That model is currently overloaded with other requests. You can retry your request.")
                    .code("server_is_overloaded")
            }
            500.. => Self { status, ..Self::internal() },
            _ => Self::new(status, "This is a fault that the sandbox was told to inject."),
        }
    }
}

impl From<rusqlite::Error> for ApiError {
    fn from(error: rusqlite::Error) -> Self {
        tracing::error!(%error, "the sandbox's store failed");
        Self::internal()
    }
}

impl From<std::fmt::Error> for ApiError {
    fn from(error: std::fmt::Error) -> Self {
        tracing::error!(%error, "the sandbox could not write its answer");
        Self::internal()
    }
}

impl From<serde_json::Error> for ApiError {
    fn from(error: serde_json::Error) -> Self {
        tracing::error!(%error, "the sandbox's own JSON failed");
        Self::internal()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_of_a_429_stands_in_the_sentence_only() {
        let error = ApiError::too_many(Duration::from_millis(6937));
        let body: Value = serde_json::from_str(&error.body.text()).unwrap();
        assert_eq!(
            body,
            json!({"error": {
                "message": "You've exceeded the rate limit, please slow down and try again after 6.937 seconds.",
                "type": "invalid_request_error", "param": null, "code": "rate_limit_exceeded"
            }})
        );
    }

    #[test]
    fn possible_values_are_listed_as_people_write() {
        let text = |possible: &[&str]| ApiError::wrong_value("role", "x", possible).body.text();
        assert!(text(&["owner", "reader"]).contains("Supported values are: 'owner' and 'reader'."));
        assert!(text(&["a", "b", "c"]).contains("'a', 'b', and 'c'."));
    }
}
