//! What can go wrong, as data: a coarse kind that tells what to do, and everything that is known about it.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $Kind:ident = $code:literal,)+) => {
        /// What kind of failure it is. Two failures have different kinds only if the caller would act differently.
        ///
        /// Closed on purpose, so that every door maps every kind: a new one is a breaking change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, schemars::JsonSchema)]
        #[schemars(rename_all = "snake_case")]
        pub enum ErrorKind {
            $($(#[doc = $doc])+ $Kind,)+
        }

        impl ErrorKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$Kind,)+];

            /// The stable code, for programs.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$Kind => $code,)+
                }
            }

            /// What the kind means, in a sentence.
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$Kind => concat!($($doc,)+).trim_ascii(),)+
                }
            }
        }
    };
}

kinds! {
    /// The input is not valid; nothing was sent.
    Invalid = "invalid",
    /// The configuration is missing something or contradicts itself; nothing was sent.
    Config = "config",
    /// The API does not accept the key (401), or the key belongs to another organization.
    Authentication = "authentication",
    /// The key is good but may not do this (403).
    Permission = "permission",
    /// The thing is not there (404), or no member matches.
    NotFound = "not_found",
    /// The state of the organization forbids it (409).
    Conflict = "conflict",
    /// The API refused the request as it was put (another 4xx).
    Rejected = "rejected",
    /// The API asks to wait longer than the caller allows (429).
    RateLimited = "rate_limited",
    /// The API is failing (5xx); the request changed nothing.
    Unavailable = "unavailable",
    /// The API could not be reached; the request changed nothing.
    Transport = "transport",
    /// The request may or may not have taken effect. Read the organization before doing anything again.
    OutcomeUnknown = "outcome_unknown",
    /// The API answered something that cannot be understood.
    Decode = "decode",
    /// A guard held the change back; nothing was sent.
    Guard = "guard",
    /// The caller stopped it before it was sent.
    Cancelled = "cancelled",
    /// A local file could not be read or written.
    Storage = "storage",
    /// A fault of this program.
    Internal = "internal",
}

impl Serialize for ErrorKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// What the server said with an error status. Never contains the key: the client blanks it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Service {
    /// HTTP status.
    pub status: u16,
    /// `error.code`, where there was one.
    pub code: Option<String>,
    /// `error.type`, where there was one.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// `error.param`: the member of the request that is wrong.
    pub param: Option<String>,
    /// The server's own words.
    pub message: String,
}

/// A failure, with its cause and the next step.
///
/// `Display` is one line without the hint; the hint is for the door to show below it.
#[derive(Clone, thiserror::Error)]
#[error("{}", .0.message)]
pub struct Error(Box<Details>);

#[derive(Clone)]
struct Details {
    kind: ErrorKind,
    message: String,
    hint: Option<String>,
    route: Option<String>,
    service: Option<Service>,
    is_absence: bool,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Error {
    /// An error of a kind, with a message for people.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Details {
            kind,
            message: message.into(),
            hint: None,
            route: None,
            service: None,
            is_absence: false,
            request_id: None,
            retry_after: None,
            source: None,
        }))
    }

    /// Input that cannot be used.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Invalid, message)
    }

    /// Adds the next step to take.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// Adds the method and the route template, `POST /organization/invites`.
    #[must_use]
    pub fn with_route(mut self, route: impl Into<String>) -> Self {
        self.0.route = Some(route.into());
        self
    }

    /// Adds what the server said.
    #[must_use]
    pub fn with_service(mut self, service: Service) -> Self {
        self.0.service = Some(service);
        self
    }

    /// Adds whether the API has said, in its own words, that the thing is not there.
    #[must_use]
    pub(crate) fn with_absence(mut self, is_absence: bool) -> Self {
        self.0.is_absence = is_absence;
        self
    }

    /// Adds the `x-request-id` of the answer.
    #[must_use]
    pub fn with_request_id(mut self, id: Option<String>) -> Self {
        self.0.request_id = id;
        self
    }

    /// Adds how long to wait before trying again.
    #[must_use]
    pub fn with_retry_after(mut self, wait: Option<Duration>) -> Self {
        self.0.retry_after = wait;
        self
    }

    /// Adds the underlying error. It must not be able to contain the key.
    #[must_use]
    pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    /// The kind, for acting on it.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// What happened, in one line for people; not for programs.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The next step to take, where there is one.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// The method and route template of the request, where there was one.
    pub fn route(&self) -> Option<&str> {
        self.0.route.as_deref()
    }

    /// What the server said, where it answered.
    pub fn service(&self) -> Option<&Service> {
        self.0.service.as_ref()
    }

    /// The HTTP status, where the server answered.
    pub fn status(&self) -> Option<u16> {
        self.service().map(|service| service.status)
    }

    /// The server's own error code, where it gave one.
    pub fn service_code(&self) -> Option<&str> {
        self.service()?.code.as_deref()
    }

    /// Whether the API has said, in its own words, that the thing itself is not there.
    ///
    /// Not every 404 says that: a page of a gateway, a route that the API does not have and a project on the way there that
    /// is missing say nothing about the thing.
    pub fn is_absence(&self) -> bool {
        self.0.is_absence
    }

    /// The `x-request-id` of the answer: what OpenAI's support asks for.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How long the server asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = &self.0;
        f.debug_struct("Error")
            .field("kind", &details.kind)
            .field("message", &details.message)
            .field("hint", &details.hint)
            .field("route", &details.route)
            .field("service", &details.service)
            .field("request_id", &details.request_id)
            .field("retry_after", &details.retry_after)
            .field("source", &details.source)
            .finish()
    }
}

/// The shape of the serialised form.
impl schemars::JsonSchema for Error {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Failure".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        /// A failure, with its cause and the next step.
        #[derive(schemars::JsonSchema)]
        #[expect(dead_code, reason = "it describes the members, nothing holds them")]
        struct Failure {
            /// What kind of failure it is.
            kind: ErrorKind,
            /// What happened, in one line for people; not for programs.
            message: String,
            /// The next step to take, where there is one.
            hint: Option<String>,
            /// The method and route template of the request, where there was one.
            route: Option<String>,
            /// What the server said, where it answered.
            service: Option<Service>,
            /// The `x-request-id` of the answer: what OpenAI's support asks for.
            request_id: Option<String>,
            /// How many seconds the server asks to wait.
            retry_after_seconds: Option<f64>,
        }
        Failure::json_schema(generator)
    }
}

/// As the doors write it: `kind`, `message`, `hint`, `route`, `service`, `request_id`, `retry_after_seconds`; null where unknown.
impl Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let details = &self.0;
        let mut out = serializer.serialize_struct("Error", 7)?;
        out.serialize_field("kind", &details.kind)?;
        out.serialize_field("message", &details.message)?;
        out.serialize_field("hint", &details.hint)?;
        out.serialize_field("route", &details.route)?;
        out.serialize_field("service", &details.service)?;
        out.serialize_field("request_id", &details.request_id)?;
        out.serialize_field("retry_after_seconds", &details.retry_after.map(|wait| wait.as_secs_f64()))?;
        out.end()
    }
}
