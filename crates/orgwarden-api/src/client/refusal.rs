//! From an error answer to an [`Error`]: the four shapes of bodies, and what each status means for the caller.

use std::time::Duration;

use serde_json::Value;

use super::key::{Key, KeyClass, MAKE_AN_ADMIN_KEY};
use crate::error::{Error, ErrorKind, Service};

/// How many characters of a body that is not JSON are kept.
const KEPT: usize = 300;
/// How many characters of a text in a JSON body are kept: more than any real one has.
const LONGEST: usize = 2000;

/// A server's words as an error may carry them: without secrets, in one line, nothing in it that commands a terminal,
/// and not endless.
pub(super) fn said(text: &str, key: &Key) -> String {
    let line = key.blank(text);
    line.chars().take(LONGEST).map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// Reads what the server said, in any of the shapes that exist: an envelope, a bare text under `error`, `code` and
/// `message` at the top, or something that is not JSON at all.
pub(super) fn read(status: u16, body: &[u8], key: &Key) -> Service {
    let text = |value: Option<&Value>| match value {
        Some(Value::String(text)) if !text.is_empty() => Some(said(text, key)),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let answer: Option<Value> = serde_json::from_slice(body).ok();
    let envelope = match answer.as_ref().and_then(|answer| answer.get("error")) {
        Some(Value::String(message)) => {
            return Service { status, message: said(message, key), ..Service::default() };
        }
        Some(envelope @ Value::Object(_)) => Some(envelope),
        _ => answer.as_ref().filter(|answer| answer.get("message").is_some()),
    };
    let raw = || {
        let raw = String::from_utf8_lossy(body);
        let words: Vec<&str> = raw.split_whitespace().collect();
        said(&words.join(" "), key).chars().take(KEPT).collect()
    };
    let Some(envelope) = envelope else {
        return Service { status, message: raw(), ..Service::default() };
    };
    Service {
        status,
        code: text(envelope.get("code")),
        kind: text(envelope.get("type")),
        param: text(envelope.get("param")),
        // Words under another name must not be lost.
        message: match envelope.get("message") {
            Some(message) => text(Some(message)).unwrap_or_default(),
            None => text(envelope.get("detail")).unwrap_or_else(raw),
        },
    }
}

/// Whether the API says that the thing itself is not there: in its own words, and not of the way there, which a proxy's
/// page, a route that it does not have and a project that is missing are.
pub(super) fn is_absence(service: &Service) -> bool {
    service.status == 404 && service.kind.is_some() && !is_no_route(service) && !is_no_project(service)
}

fn is_no_route(service: &Service) -> bool {
    service.message.to_ascii_lowercase().contains("invalid url")
}

/// With its code, or in the older form: `The project proj_1 was not found`.
fn is_no_project(service: &Service) -> bool {
    let words = service.message.to_ascii_lowercase();
    let after = words.strip_prefix("the project ").and_then(|rest| rest.split_once(' '));
    service.code.as_deref() == Some("project_not_found")
        || after.is_some_and(|(_, rest)| rest.starts_with("was not found"))
}

/// Whether a 429 will pass by waiting. Spent limits will not.
pub(super) fn is_about_pace(service: &Service) -> bool {
    ![&service.code, &service.kind].into_iter().flatten().any(|word| {
        matches!(word.as_str(), "insufficient_quota" | "credit_balance_exhausted")
            || word.ends_with("_spend_limit_exceeded")
            || word.ends_with("_usage_limit_exceeded")
    })
}

/// What is known of the caller, for advice.
pub(super) struct Caller<'a> {
    pub(super) key: KeyClass,
    pub(super) organization: Option<&'a str>,
}

/// Says what an error answer means and what to do next.
pub(super) fn explain(
    service: Service,
    route: &str,
    request_id: Option<String>,
    wait: Option<Duration>,
    caller: &Caller<'_>,
) -> Error {
    let (kind, what, hint) = meaning(&service, route, caller);
    let said = if service.message.is_empty() { String::new() } else { format!(": {}", service.message) };
    let error = Error::new(kind, format!("{what} ({route}, status {}){said}", service.status))
        .with_route(route)
        .with_absence(is_absence(&service))
        .with_request_id(request_id)
        .with_retry_after(wait)
        .with_service(service);
    match hint {
        Some(hint) => error.with_hint(hint),
        None => error,
    }
}

fn meaning(service: &Service, route: &str, caller: &Caller<'_>) -> (ErrorKind, String, Option<String>) {
    let code = service.code.as_deref().unwrap_or_default();
    let words = service.message.to_ascii_lowercase();
    let wrong_class = (!matches!(caller.key, KeyClass::Admin | KeyClass::Unknown)).then(|| {
        (
            format!("the key is {}, and administration takes an admin key", caller.key.words()),
            Some(MAKE_AN_ADMIN_KEY.to_owned()),
        )
    });
    match service.status {
        401 | 403 if wrong_class.is_some() => {
            let kind = if service.status == 401 { ErrorKind::Authentication } else { ErrorKind::Permission };
            let (what, hint) = wrong_class.unwrap_or_default();
            (kind, what, hint)
        }
        // Before the organization: these words name it too.
        401 | 403 if words.contains("missing scopes") => {
            let scopes = missing_scopes(&service.message);
            (
                if service.status == 401 { ErrorKind::Authentication } else { ErrorKind::Permission },
                format!("the key lacks the scope {scopes}"),
                Some(format!(
                    "Make a new admin key with {scopes} at the dashboard; a scope that is added to an existing key may not take effect."
                )),
            )
        }
        401 if words.contains("organization") || code.contains("organization") => (
            ErrorKind::Authentication,
            match caller.organization {
                Some(organization) => format!("the key does not belong to the organization {organization}"),
                None => "the key belongs to another organization".to_owned(),
            },
            Some("Choose the profile of that organization, or correct its `organization` or its key.".to_owned()),
        ),
        401 => (
            ErrorKind::Authentication,
            "the API does not accept the key".to_owned(),
            Some(format!("It may be mistyped, expired or deleted. {MAKE_AN_ADMIN_KEY}")),
        ),
        403 if code == "payment_method_required" => (
            ErrorKind::Permission,
            "the organization has no payment method".to_owned(),
            Some("Add one at the dashboard under Settings > Billing; invitations need it.".to_owned()),
        ),
        403 => (
            ErrorKind::Permission,
            "the key may not do this".to_owned(),
            Some("Check that the key is an owner's admin key with the scopes for it, and that the plan includes the feature.".to_owned()),
        ),
        // The way there is wrong; whether the thing exists is not said.
        404 if is_no_route(service) => (
            ErrorKind::Rejected,
            "the API has no such route".to_owned(),
            Some("Check the base URL (OPENAI_BASE_URL), and that a gateway in between knows the route.".to_owned()),
        ),
        404 if route.ends_with("/spend_limit") && is_absence(service) => (
            ErrorKind::NotFound,
            "no spend limit is set".to_owned(),
            Some("Nothing is held back. A limit is set by a POST to the same path.".to_owned()),
        ),
        404 => (
            ErrorKind::NotFound,
            "not found".to_owned(),
            Some(if !route.contains('{') {
                "This route is always there: check the base URL (OPENAI_BASE_URL); it ends in /v1.".to_owned()
            } else if is_absence(service) || is_no_project(service) {
                "It may be gone already, or belong to another organization.".to_owned()
            } else {
                "These are not the API's own words, so whether it is there is not known: check the base URL (OPENAI_BASE_URL), and \
                 what a gateway in between answers."
                    .to_owned()
            }),
        ),
        409 => (ErrorKind::Conflict, "the organization's state forbids it".to_owned(), None),
        400 if route == "GET /organization/costs" && words.contains("api_key_id") => (
            ErrorKind::Rejected,
            "the API refused the request".to_owned(),
            Some("Costs are known by key from 2025-12-06 on: start there, or group by something else.".to_owned()),
        ),
        429 if code.ends_with("_spend_limit_exceeded") => (
            ErrorKind::RateLimited,
            "a spend limit is reached".to_owned(),
            Some("Waiting helps when the month is over; until then, raise or delete the limit.".to_owned()),
        ),
        429 if !is_about_pace(service) => (
            ErrorKind::RateLimited,
            "what was paid for or allowed is used up".to_owned(),
            Some("Waiting does not help: add credit, or raise the limit, at the dashboard under Settings > Billing.".to_owned()),
        ),
        429 => (
            ErrorKind::RateLimited,
            "too many requests".to_owned(),
            Some("Wait, or allow a longer wait (--max-wait).".to_owned()),
        ),
        500.. => (
            ErrorKind::Unavailable,
            "the API is failing".to_owned(),
            Some("Try again later; https://status.openai.com shows incidents.".to_owned()),
        ),
        _ => (ErrorKind::Rejected, "the API refused the request".to_owned(), None),
    }
}

/// `… Missing scopes: api.management.read, api.x. Check …` → `api.management.read, api.x`.
fn missing_scopes(message: &str) -> String {
    let after = message.split("issing scopes:").nth(1).unwrap_or_default();
    let scopes: Vec<&str> = after
        .split_whitespace()
        .map(|word| word.trim_matches(['.', ',', ';', '`', '\'', '"']))
        .take_while(|word| word.contains('.'))
        .collect();
    if scopes.is_empty() { "that it needs".to_owned() } else { scopes.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Key {
        Key::new("sk-admin-0123456789abcdef").unwrap()
    }

    #[test]
    fn all_four_shapes_are_read() {
        let envelope = read(
            404,
            br#"{"error":{"message":"m","type":"invalid_request_error","param":null,"code":"project_not_found"}}"#,
            &key(),
        );
        assert_eq!(
            (envelope.message.as_str(), envelope.code.as_deref(), envelope.param),
            ("m", Some("project_not_found"), None)
        );
        let text = read(403, br#"{"error":"Missing scopes: api.management.read."}"#, &key());
        assert_eq!((text.message.as_str(), text.code), ("Missing scopes: api.management.read.", None));
        let top = read(404, br#"{"code":404,"message":"The project was not found"}"#, &key());
        assert_eq!((top.message.as_str(), top.code.as_deref()), ("The project was not found", Some("404")));
        assert_eq!(read(400, br#"{"error":{"detail":"name too long"}}"#, &key()).message, "name too long");
        let other = br#"{"error":{"reason":"name too long"}}"#;
        assert_eq!(read(400, other, &key()).message.as_bytes(), other);
        let html = read(502, b"<html>\n <h1>Bad   gateway</h1>", &key());
        assert_eq!(html.message, "<html> <h1>Bad gateway</h1>");
        assert_eq!(read(503, b"", &key()).message, "");
        assert_eq!(read(500, &[b'x'; 5000], &key()).message.len(), KEPT);
    }

    #[test]
    fn a_server_that_echoes_the_key_is_blanked() {
        let service =
            read(401, br#"{"error":{"message":"Incorrect API key provided: sk-admin-0123456789abcdef."}}"#, &key());
        assert_eq!(service.message, "Incorrect API key provided: [key].");
    }

    #[test]
    fn a_servers_words_are_one_short_line_that_commands_no_terminal() {
        let body = serde_json::json!({"error": {"message": format!("a\nb\u{1b}[2J\u{9b}1m{}", "x".repeat(5000)), "code": "c\u{7}"}});
        let service = read(400, body.to_string().as_bytes(), &key());
        assert!(service.message.starts_with("a b [2J 1mxx") && service.message.chars().count() == LONGEST);
        assert_eq!(service.code.as_deref(), Some("c "));
        assert_eq!(read(400, br#"{"error":"a\u001b[2J"}"#, &key()).message, "a [2J");
        assert_eq!(read(502, b"a\x1b[2J", &key()).message, "a [2J");
    }

    #[test]
    fn each_refusal_names_its_cause_and_the_next_step() {
        let caller = Caller { key: KeyClass::Admin, organization: Some("org-a") };
        let said = |status, code: &str, message: &str, caller: &Caller<'_>| {
            // What is not JSON has no type.
            let kind = (!message.starts_with('<')).then(|| "invalid_request_error".to_owned());
            let service =
                Service { status, code: Some(code.into()), kind, message: message.into(), ..Service::default() };
            let is_of_one = message == "No such user" || message.starts_with('<');
            let route = if is_of_one { "GET /organization/users/{user_id}" } else { "GET /organization/users" };
            let error = explain(service, route, Some("req_1".into()), None, caller);
            (error.kind(), format!("{error} / {}", error.hint().unwrap_or_default()))
        };
        let scope = "You have insufficient permissions for this operation. Missing scopes: api.usage.read. Check that \
                     you have the correct role in your organization (Reader, Writer, Owner) and project (Member, \
                     Owner), and if you're using a restricted API key, that it has the necessary scopes.";
        for (status, code, message, caller, kind, part) in [
            (401, "invalid_api_key", "Incorrect", &caller, ErrorKind::Authentication, "mistyped"),
            (401, "mismatched_organization", "x", &caller, ErrorKind::Authentication, "org-a"),
            (401, "", scope, &caller, ErrorKind::Authentication, "lacks the scope api.usage.read "),
            (403, "", scope, &caller, ErrorKind::Permission, "lacks the scope api.usage.read "),
            (
                403,
                "",
                "no",
                &Caller { key: KeyClass::Project, organization: None },
                ErrorKind::Permission,
                "project key",
            ),
            (403, "payment_method_required", "", &caller, ErrorKind::Permission, "Billing"),
            (409, "", "already exists in project", &caller, ErrorKind::Conflict, "already exists"),
            (404, "", "No such user", &caller, ErrorKind::NotFound, "gone already"),
            (404, "", "<h1>404</h1>", &caller, ErrorKind::NotFound, "not the API's own words"),
            (404, "", "nothing here", &caller, ErrorKind::NotFound, "OPENAI_BASE_URL"),
            (404, "", "Invalid URL (DELETE /v1/x)", &caller, ErrorKind::Rejected, "OPENAI_BASE_URL"),
            (422, "", "bad name", &caller, ErrorKind::Rejected, "bad name"),
            (429, "project_spend_limit_exceeded", "", &caller, ErrorKind::RateLimited, "raise or delete"),
            (429, "insufficient_quota", "", &caller, ErrorKind::RateLimited, "add credit"),
            (429, "rate_limit_exceeded", "", &caller, ErrorKind::RateLimited, "--max-wait"),
            (503, "", "", &caller, ErrorKind::Unavailable, "status.openai.com"),
        ] {
            let (got, text) = said(status, code, message, caller);
            assert_eq!(got, kind, "{text}");
            assert!(text.contains(part), "{text}");
        }
    }
}
