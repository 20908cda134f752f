//! What can go wrong on purpose.

mod flip;
mod spec;
mod trial;

pub(crate) use flip::{Flip, flip};
pub(crate) use trial::{Trial, Verdict};

use std::fmt;
use std::time::Duration;

/// Something that goes wrong on purpose, on some routes, at some rate: the same requests every time for the same seed.
///
/// # How it is written
///
/// ```text
/// KIND[=TIME] [ : ROUTE [ : RATE [ : times=N ] [ : seed=N ] ] ]
/// ```
///
/// - `ROUTE` is `*` (every route, the default), a template such as `/organization/users/{user_id}`, a template that ends
///   in `*` (`/organization/projects/*`), or one of these behind a verb: `POST /organization/invites`, `GET *`.
/// - `RATE` is the share of the matching requests that are hit, from 0 to 1; 1 is the default. Which ones are hit depends
///   on the seed and on how many have matched before, nothing else.
/// - `times=N` ends the fault after N hits. `seed=N` picks another series of hits.
/// - `TIME` is a number with `ms` or `s` behind it.
///
/// | kind | what happens |
/// |---|---|
/// | `401` `403` `404` `409` `429` `500` `502` `503`, any status from 400 to 599 | answered instead of applying the request; 502 is an HTML page |
/// | `500-after`, any status | the request is applied, then answered with the status |
/// | `gateway-404` | a gateway's page with the status 404 is answered instead of applying the request |
/// | `429-headers` | 429 with `Retry-After` and `retry-after-ms` |
/// | `slow=TIME` | the answer comes that much later, in real time |
/// | `reset-before` | the connection is reset instead of applying the request |
/// | `reset-after` | the request is applied, then the connection is reset without an answer |
/// | `truncate` | the request is applied; the answer breaks off in the middle of its body |
/// | `stale=TIME` | a GET answers what was true that much earlier, in real time: changes of any kind are not seen yet |
/// | `flip-users` | members look as they did in December 2025: nested `user`, `created` instead of `added_at` |
/// | `bare-users` | members have their name, address, role and time only, as live lists often do |
/// | `flip-projects` | projects have `title` and `created` instead of `name` and `created_at` |
/// | `invited-at` | invites have `invited_at` instead of `created_at` |
/// | `late-expiry` | invites read `pending` although they have expired |
/// | `mixed-admin-keys` | the list of admin keys shows the keys of projects too, as the live API has been seen to do |
/// | `page-tokens` | the page tokens of usage and costs are refused, and the last page promises another, both as observed |
/// | `lost-grants` | an invitation is accepted without its projects, as observed; its route is `POST /sandbox/accept` |
/// | `keys-outlive` | a member who is removed leaves all keys behind: those of projects without access, and admin keys that open nothing; its route is `DELETE /organization/users/{user_id}` |
/// | `nameless-users` | members have no name, no address and no role: all null |
/// | `no-payment-method` | inviting is refused with 403 and the code `payment_method_required` |
/// | `conflict-400` | who is in a project already is refused with 400 instead of 409 |
/// | `created` | a POST that creates something answers 201 instead of 200 |
///
/// ```
/// use orgwarden_sandbox::Fault;
///
/// let fault: Fault = "reset-after:POST /organization/invites:0.02:seed=7".parse()?;
/// assert_eq!(fault.to_string(), "reset-after:POST /organization/invites:0.02:seed=7");
/// assert!("reset-later".parse::<Fault>().is_err());
/// # Ok::<(), orgwarden_sandbox::InvalidOption>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What happens.
    pub kind: FaultKind,
    /// The verb that is hit; `None`: every verb.
    pub method: Option<String>,
    /// The route template that is hit, `*`, or a beginning of templates with `*` behind it.
    pub route: String,
    /// The share of the matching requests that are hit, from 0 to 1.
    pub rate: f64,
    /// Picks which ones.
    pub seed: u64,
    /// After how many hits it ends; `None`: never.
    pub times: Option<u64>,
}

impl Fault {
    /// A fault that hits every request.
    pub fn always(kind: FaultKind) -> Self {
        Self { kind, method: None, route: "*".to_owned(), rate: 1.0, seed: 0, times: None }
    }

    /// Whether a request on this route can be hit.
    pub(crate) fn matches(&self, method: &str, template: &str) -> bool {
        let verb = self.method.as_deref().is_none_or(|wanted| wanted == method);
        let route = match self.route.strip_suffix('*') {
            Some(beginning) => template.starts_with(beginning),
            None => template == self.route,
        };
        verb && route && self.kind.fits(method, template)
    }
}

/// What happens to a request that a [`Fault`] hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// An error is answered.
    Status {
        /// The status, 400 to 599.
        status: u16,
        /// Whether the request is applied before.
        after: bool,
    },
    /// 404 with a page that is none of the API's.
    GatewayNotFound,
    /// 429 with `Retry-After` and `retry-after-ms`.
    TooManyWithHeaders,
    /// The answer comes later.
    Slow(Duration),
    /// The connection is reset before the request is applied.
    ResetBefore,
    /// The connection is reset after the request was applied.
    ResetAfter,
    /// The answer breaks off in the middle of its body.
    Truncate,
    /// A GET answers what was true so much earlier.
    Stale(Duration),
    /// Members have a nested `user`.
    FlipUsers,
    /// Members have their name, address, role and time only.
    BareUsers,
    /// Projects have `title` and `created`.
    FlipProjects,
    /// Invites have `invited_at`.
    InvitedAt,
    /// Invites read `pending` although they have expired.
    LateExpiry,
    /// An invitation is accepted without its projects.
    LostGrants,
    /// A member who is removed leaves keys behind.
    KeysOutlive,
    /// Members have no name, no address and no role.
    NamelessUsers,
    /// Inviting takes a method of payment.
    NoPaymentMethod,
    /// Who is in a project already is refused with 400.
    Conflict400,
    /// The list of admin keys shows the keys of projects too.
    MixedAdminKeys,
    /// Page tokens are refused, and the last page promises another one.
    PageTokens,
    /// Creating answers 201.
    Created,
}

/// Where people accept invitations: the route of what goes wrong there.
pub(crate) const ACCEPTANCE: (&str, &str) = ("POST", "/sandbox/accept");

impl FaultKind {
    /// Whether it can happen on a route at all.
    fn fits(&self, method: &str, template: &str) -> bool {
        match self {
            // Only reads can be stale.
            Self::Stale(_) => method == "GET",
            Self::LostGrants => (method, template) == ACCEPTANCE,
            Self::KeysOutlive => (method, template) == ("DELETE", "/organization/users/{user_id}"),
            Self::NoPaymentMethod => (method, template) == ("POST", "/organization/invites"),
            _ => (method, template) != ACCEPTANCE,
        }
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { status, after: false } => write!(f, "{status}"),
            Self::Status { status, after: true } => write!(f, "{status}-after"),
            Self::GatewayNotFound => f.write_str("gateway-404"),
            Self::TooManyWithHeaders => f.write_str("429-headers"),
            Self::Slow(time) => write!(f, "slow={}ms", time.as_millis()),
            Self::ResetBefore => f.write_str("reset-before"),
            Self::ResetAfter => f.write_str("reset-after"),
            Self::Truncate => f.write_str("truncate"),
            Self::Stale(time) => write!(f, "stale={}ms", time.as_millis()),
            Self::FlipUsers => f.write_str("flip-users"),
            Self::BareUsers => f.write_str("bare-users"),
            Self::FlipProjects => f.write_str("flip-projects"),
            Self::InvitedAt => f.write_str("invited-at"),
            Self::LateExpiry => f.write_str("late-expiry"),
            Self::MixedAdminKeys => f.write_str("mixed-admin-keys"),
            Self::PageTokens => f.write_str("page-tokens"),
            Self::LostGrants => f.write_str("lost-grants"),
            Self::KeysOutlive => f.write_str("keys-outlive"),
            Self::NamelessUsers => f.write_str("nameless-users"),
            Self::NoPaymentMethod => f.write_str("no-payment-method"),
            Self::Conflict400 => f.write_str("conflict-400"),
            Self::Created => f.write_str("created"),
        }
    }
}
