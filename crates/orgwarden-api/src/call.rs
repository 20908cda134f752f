//! A request as a value.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::model::List;
use crate::{Error, Result};

/// The verbs of the API. Every update is a POST on the object's own URL; there is no PUT and no PATCH.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or changes.
    Post,
    /// Removes.
    Delete,
}

impl Method {
    /// The word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How a list is continued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paging {
    /// Not a list.
    None,
    /// `after` = `last_id` of the page, or the last item's id where the page has none; a list that was asked for with
    /// `before` goes on backwards, by the first one.
    LastId,
    /// `after` = `next` of the page, an opaque text.
    Next,
    /// `page` = `next_page`, with all other parameters unchanged: buckets of time.
    Bucket,
}

/// What may be done when it is not known whether a request took effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repeat {
    /// Send it again: reading, or setting a value to what it then already is.
    Safe,
    /// Send it again, and take "not found" for done: deleting.
    UntilGone,
    /// Never: it would be done twice. Read first.
    Never,
}

/// The fixed part of an operation of the API: one constant in its resource's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Endpoint {
    /// The verb.
    pub method: Method,
    /// The path after the base URL, with its parameters in braces: `/organization/users/{user_id}`.
    pub route: &'static str,
    /// How the list is continued, if it is one.
    pub paging: Paging,
    /// What may be done when the outcome is unknown.
    pub repeat: Repeat,
}

impl Endpoint {
    /// Reads a list.
    pub const fn list(route: &'static str, paging: Paging) -> Self {
        Self { method: Method::Get, route, paging, repeat: Repeat::Safe }
    }

    /// Reads one object.
    pub const fn read(route: &'static str) -> Self {
        Self { method: Method::Get, route, paging: Paging::None, repeat: Repeat::Safe }
    }

    /// Makes something new: sent twice, it may exist twice.
    pub const fn create(route: &'static str) -> Self {
        Self { method: Method::Post, route, paging: Paging::None, repeat: Repeat::Never }
    }

    /// Sets values of something that exists: sent twice, it is the same.
    pub const fn update(route: &'static str) -> Self {
        Self { method: Method::Post, route, paging: Paging::None, repeat: Repeat::Safe }
    }

    /// Removes something.
    pub const fn delete(route: &'static str) -> Self {
        Self { method: Method::Delete, route, paging: Paging::None, repeat: Repeat::UntilGone }
    }

    /// A call of this operation, with the values of the parameters in the order of the route.
    pub(crate) fn call<A: DeserializeOwned>(self, parameters: &[&str]) -> Call<A> {
        let mut call = Call {
            method: self.method,
            route: Cow::Borrowed(self.route),
            path: String::with_capacity(self.route.len()),
            paging: self.paging,
            repeat: self.repeat,
            query: Vec::new(),
            body: None,
            problem: None,
            read: |text| serde_json::from_str(text),
        };
        let mut values = parameters.iter();
        for segment in self.route.split('/').skip(1) {
            call.path.push('/');
            if segment.starts_with('{') {
                let value = values.next().copied().unwrap_or_default();
                // Encoded dots would still be read as a step up the path.
                if value.trim().is_empty() || matches!(value, "." | "..") {
                    call.problem = Some(format!("`{value}` cannot stand for {segment} in {}", self.route));
                }
                call.path.extend(utf8_percent_encode(value, PATH_SEGMENT));
            } else {
                call.path.push_str(segment);
            }
        }
        debug_assert_eq!(values.len(), 0, "{} takes fewer parameters", self.route);
        call
    }
}

/// Everything but the unreserved characters: role ids hold `__` and `~`, other ids are not promised to be harmless.
const PATH_SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const QUERY: &AsciiSet = PATH_SEGMENT;

/// One request to the API, with the type of its answer. Nothing is sent until a [`crate::Client`] gets it.
pub struct Call<A> {
    method: Method,
    route: Cow<'static, str>,
    path: String,
    paging: Paging,
    repeat: Repeat,
    query: Vec<(Cow<'static, str>, String)>,
    body: Option<Value>,
    problem: Option<String>,
    /// How the answer is read: decided here, so that the code of each answer exists once, whoever sends the call.
    read: fn(&str) -> serde_json::Result<A>,
}

impl Call<Value> {
    /// A request to any path below the base URL: for what has no function yet.
    ///
    /// `path` may have a query. It is paced by the route that it fits, and by a guess at its template otherwise. Whether a
    /// POST is safe to repeat is known of the declared routes; others count as never safe.
    pub fn custom(method: Method, path: &str, body: Option<Value>) -> Result<Self> {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = format!("/{}", path.strip_prefix("v1/").unwrap_or(path));
        // Encoded dots are a step up the path too, and control characters would be dropped on the way.
        let is_step =
            |segment: &str| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "" | "." | "..");
        let is_foreign = |letter: char| letter.is_control() || matches!(letter, '#' | '\\' | ' ');
        if path.split('/').skip(1).any(is_step) || path.contains(is_foreign) {
            return Err(Error::invalid(format!("`{path}` is not a path of the API"))
                .with_hint("Write it as in the reference, for example `/organization/users?limit=10`."));
        }
        let known = endpoints().find(|endpoint| endpoint.method == method && fits(endpoint.route, &path));
        let repeat = match method {
            Method::Get => Repeat::Safe,
            Method::Post => known.map_or(Repeat::Never, |endpoint| endpoint.repeat),
            Method::Delete => Repeat::UntilGone,
        };
        let pairs = url::form_urlencoded::parse(query.as_bytes());
        Ok(Self {
            method,
            route: known.map_or_else(|| Cow::Owned(guess_template(&path)), |endpoint| endpoint.route.into()),
            path,
            paging: known.map_or(Paging::None, |endpoint| endpoint.paging),
            repeat,
            query: pairs.map(|(key, value)| (Cow::Owned(key.into_owned()), value.into_owned())).collect(),
            body,
            problem: None,
            read: |text| serde_json::from_str(text),
        })
    }
}

impl Call<List<Value>> {
    /// A list at any path below the base URL. How it is continued is known for the declared routes; for others the
    /// cursor that the page has tells it, and the last item's id is taken where it has none.
    pub fn custom_list(path: &str) -> Result<Self> {
        let mut call = Call::custom(Method::Get, path, None)?.answering();
        if call.paging == Paging::None {
            call.paging = Paging::LastId;
        }
        Ok(call)
    }
}

impl<A> Call<A> {
    /// The verb.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The route template: what the API's limits are counted by.
    pub fn route(&self) -> &str {
        &self.route
    }

    /// `POST /organization/invites`: method and route template, for people and as the name of a budget.
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.route)
    }

    /// How the list is continued.
    pub fn paging(&self) -> Paging {
        self.paging
    }

    /// What may be done when the outcome is unknown.
    pub fn repeat(&self) -> Repeat {
        self.repeat
    }

    /// The JSON body.
    pub fn body(&self) -> Option<&Value> {
        self.body.as_ref()
    }

    /// Path and query below the base URL, encoded.
    pub fn target(&self) -> String {
        let mut target = self.path.clone();
        for (position, (key, value)) in self.query.iter().enumerate() {
            target.push(if position == 0 { '?' } else { '&' });
            target.extend(utf8_percent_encode(key, QUERY));
            target.push('=');
            target.extend(utf8_percent_encode(value, QUERY));
        }
        target
    }

    /// Forgets the type of the answer.
    pub fn untyped(self) -> Call<Value> {
        self.answering()
    }

    /// The same request as a `curl` command for a POSIX shell. The key is left to the environment; the organization is
    /// named where it is known, so that a key of another one is refused there too.
    pub(crate) fn curl(&self, base_url: &str, organization: Option<&str>) -> String {
        let mut command =
            format!("curl --fail-with-body -X {} {}", self.method, quote(&format!("{base_url}{}", self.target())));
        command.push_str(" \\\n  -H \"Authorization: Bearer $OPENAI_ADMIN_KEY\"");
        if let Some(id) = organization {
            command.push_str(" \\\n  -H ");
            command.push_str(&quote(&format!("OpenAI-Organization: {id}")));
        }
        if let Some(body) = &self.body {
            command.push_str(" \\\n  -H 'Content-Type: application/json' \\\n  -d ");
            command.push_str(&quote(&body.to_string()));
        }
        command
    }

    /// What makes the call impossible to send, such as an empty identifier.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Adds a query parameter.
    #[must_use]
    pub(crate) fn query(mut self, key: &'static str, value: impl fmt::Display) -> Self {
        self.query.push((key.into(), value.to_string()));
        self
    }

    /// Adds a query parameter if there is a value.
    #[must_use]
    pub(crate) fn query_if(self, key: &'static str, value: Option<impl fmt::Display>) -> Self {
        match value {
            Some(value) => self.query(key, value),
            None => self,
        }
    }

    /// Adds a list as `key[]=a&key[]=b`, the form that every official client sends.
    #[must_use]
    pub(crate) fn query_list(mut self, key: &'static str, values: impl IntoIterator<Item = impl fmt::Display>) -> Self {
        self.query.extend(values.into_iter().map(|value| (Cow::Owned(format!("{key}[]")), value.to_string())));
        self
    }

    /// Sets a query parameter, in the place of an earlier value: for the next page.
    #[must_use]
    pub(crate) fn replacing_query(mut self, key: &'static str, value: &str) -> Self {
        match self.query.iter_mut().find(|(present, _)| present == key) {
            Some((_, present)) => value.clone_into(present),
            None => self.query.push((key.into(), value.to_owned())),
        }
        self
    }

    /// Takes a query parameter away.
    #[must_use]
    pub(crate) fn without_query(mut self, key: &str) -> Self {
        self.query.retain(|(present, _)| present != key);
        self
    }

    /// Whether there is such a query parameter.
    pub(crate) fn has_query(&self, key: &str) -> bool {
        self.query.iter().any(|(present, _)| present == key)
    }

    /// The number that a query parameter has.
    pub(crate) fn number_in_query(&self, key: &str) -> Option<i64> {
        self.query.iter().find(|(present, _)| present == key)?.1.parse().ok()
    }

    /// Sets the JSON body.
    #[must_use]
    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        match serde_json::to_value(body) {
            Ok(value) => self.body = Some(value),
            Err(error) => self.problem = Some(format!("the body cannot be written as JSON: {error}")),
        }
        self
    }

    /// Reads the text of an answer.
    pub(crate) fn read(&self, text: &str) -> serde_json::Result<A> {
        (self.read)(text)
    }

    fn answering<B: DeserializeOwned>(self) -> Call<B> {
        let Self { method, route, path, paging, repeat, query, body, problem, read: _ } = self;
        Call { method, route, path, paging, repeat, query, body, problem, read: |text| serde_json::from_str(text) }
    }
}

impl<A> Clone for Call<A> {
    fn clone(&self) -> Self {
        Self {
            method: self.method,
            route: self.route.clone(),
            path: self.path.clone(),
            paging: self.paging,
            repeat: self.repeat,
            query: self.query.clone(),
            body: self.body.clone(),
            problem: self.problem.clone(),
            read: self.read,
        }
    }
}

impl<A> PartialEq for Call<A> {
    fn eq(&self, other: &Self) -> bool {
        (self.method, &self.path, &self.query, &self.body) == (other.method, &other.path, &other.query, &other.body)
    }
}

impl<A> fmt::Debug for Call<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.target())?;
        self.body.as_ref().map_or(Ok(()), |body| write!(f, " {body}"))
    }
}

/// Every declared operation of the API.
pub fn endpoints() -> impl Iterator<Item = &'static Endpoint> {
    [
        crate::admin_api_keys::ENDPOINTS,
        crate::audit_logs::ENDPOINTS,
        crate::costs::ENDPOINTS,
        crate::certificates::ENDPOINTS,
        crate::data_retention::ENDPOINTS,
        crate::external_keys::ENDPOINTS,
        crate::external_storage::ENDPOINTS,
        crate::federation_rules::ENDPOINTS,
        crate::group_users::ENDPOINTS,
        crate::groups::ENDPOINTS,
        crate::hosted_tool_permissions::ENDPOINTS,
        crate::invites::ENDPOINTS,
        crate::model_permissions::ENDPOINTS,
        crate::project_api_keys::ENDPOINTS,
        crate::project_groups::ENDPOINTS,
        crate::project_users::ENDPOINTS,
        crate::projects::ENDPOINTS,
        crate::rate_limits::ENDPOINTS,
        crate::role_assignments::ENDPOINTS,
        crate::roles::ENDPOINTS,
        crate::service_accounts::ENDPOINTS,
        crate::spend_alerts::ENDPOINTS,
        crate::spend_limits::ENDPOINTS,
        crate::usage::ENDPOINTS,
        crate::service_tier_settings::ENDPOINTS,
        crate::users::ENDPOINTS,
        crate::workload_identity_providers::ENDPOINTS,
    ]
    .into_iter()
    .flatten()
}

fn fits(route: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    route.split('/').all(|part| segments.next().is_some_and(|segment| part.starts_with('{') || part == segment))
        && segments.next().is_none()
}

/// Takes every segment with a digit or an identifier's prefix for a parameter.
fn guess_template(path: &str) -> String {
    let is_id = |segment: &str| {
        segment.contains(|letter: char| letter.is_ascii_digit())
            || ["user-", "proj_", "invite-", "key_", "role-", "group_", "org-"]
                .iter()
                .any(|prefix| segment.starts_with(prefix))
    };
    let parts: Vec<&str> = path.split('/').map(|segment| if is_id(segment) { "{id}" } else { segment }).collect();
    parts.join("/")
}

/// Quotes for a POSIX shell.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parameters_are_escaped_and_refused_when_they_would_change_the_path() {
        const ROLE: Endpoint = Endpoint::read("/organization/users/{user_id}/roles/{role_id}");
        let call: Call<Value> = ROLE.call(&["user-1", "role-x__y~z/../a b"]);
        assert_eq!(call.target(), "/organization/users/user-1/roles/role-x__y~z%2F..%2Fa%20b");
        assert_eq!(call.problem(), None);
        for bad in ["", " ", ".", ".."] {
            let call: Call<Value> = ROLE.call(&["user-1", bad]);
            assert!(call.problem().is_some(), "{bad:?}");
        }
    }

    #[test]
    fn lists_are_sent_with_brackets() {
        const USERS: Endpoint = Endpoint::list("/organization/users", Paging::LastId);
        let call: Call<Value> = USERS.call(&[]).query("limit", 100).query_list("emails", ["a+b@x.io", "c@y.io"]);
        assert_eq!(call.target(), "/organization/users?limit=100&emails%5B%5D=a%2Bb%40x.io&emails%5B%5D=c%40y.io");
    }

    #[test]
    fn custom_requests_share_the_budget_of_the_route_they_fit() {
        let call = Call::custom(Method::Get, "v1/organization/users/user-abc?x=1", None).unwrap();
        assert_eq!(call.name(), "GET /organization/users/{user_id}");
        assert_eq!(call.target(), "/organization/users/user-abc?x=1");
        let call =
            Call::custom(Method::Post, "/organization/things/69fbc2ab/users", Some(json!({"user_id": "u"}))).unwrap();
        assert_eq!(call.name(), "POST /organization/things/{id}/users");
        assert_eq!(call.repeat(), Repeat::Never);
        let call = Call::custom(Method::Post, "/organization/users/user-abc", Some(json!({"role": "reader"}))).unwrap();
        assert_eq!(call.repeat(), Repeat::Safe);
        for bad in [
            "/organization/../x",
            "//x",
            "/a b",
            "/organization/users/#f",
            "/organization/%2E./x",
            "/organization/us\ners",
        ] {
            assert!(Call::custom(Method::Get, bad, None).is_err(), "{bad}");
        }
    }

    #[test]
    fn curl_quotes_for_the_shell_and_leaves_the_key_to_the_environment() {
        let call = Call::custom(Method::Post, "/organization/invites", Some(json!({"email": "o'neil@x.io"}))).unwrap();
        assert_eq!(
            call.curl("https://api.openai.com/v1", Some("org-1")),
            "curl --fail-with-body -X POST 'https://api.openai.com/v1/organization/invites' \\\n  \
             -H \"Authorization: Bearer $OPENAI_ADMIN_KEY\" \\\n  -H 'OpenAI-Organization: org-1' \\\n  -H 'Content-Type: application/json' \\\n  \
             -d '{\"email\":\"o'\\''neil@x.io\"}'"
        );
    }

    #[test]
    fn routes_are_declared_once() {
        let mut seen = std::collections::HashSet::new();
        for endpoint in endpoints() {
            assert!(seen.insert((endpoint.method, endpoint.route)), "{} {} twice", endpoint.method, endpoint.route);
        }
    }
}
