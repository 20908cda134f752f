//! The routes of the API, one file per area: what each may refuse, in the order in which it does.

mod admin_api_keys;
mod audit_logs;
mod buckets;
pub(crate) mod certificates;
mod clouds;
mod costs;
mod data_retention;
mod dimension;
pub(crate) mod external_keys;
pub(crate) mod external_storage;
pub(crate) mod federation_rules;
mod group_users;
mod groups;
mod hosted_tool_permissions;
mod invites;
mod key_terms;
mod model_permissions;
mod models;
mod page_token;
mod project_api_keys;
mod project_groups;
mod project_users;
mod projects;
mod rate_limits;
mod role_assignments;
mod roles;
mod service_accounts;
mod service_tier_settings;
mod settings;
mod spend_alerts;
mod spend_limits;
mod usage;
mod users;
pub(crate) mod workload_identity_providers;

pub(crate) use groups::make as make_group;
pub(crate) use invites::{LIFETIME as INVITE_LIFETIME, grant, send as send_invite};

use percent_encoding::percent_decode_str;

use crate::access::Access;
use crate::answer::{Answer, NEXT};
use crate::body::one_of;
use crate::error::ApiError;
use crate::fault::Verdict;
use crate::query::Query;
use crate::store::{Order, Place, Window};
use crate::world::Context;

/// A method on a path.
pub(crate) struct Route {
    pub(crate) method: &'static str,
    /// The path after `/v1`, with its parameters in braces.
    pub(crate) template: &'static str,
    pub(crate) access: Access,
    /// Whether it makes something new.
    pub(crate) creates: bool,
    /// Where its behaviour is known from.
    pub(crate) known: Known,
    /// What it does beyond what its name says: a clause for the table of routes.
    pub(crate) about: &'static str,
    pub(crate) handle: Handler,
}

/// Where the behaviour of a route is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The official schema or documentation says so.
    Specified,
    /// Somebody has seen the live API do it.
    Observed,
    /// Nobody has said: a decision of this sandbox.
    Assumed,
}

impl Known {
    /// The word in the table of routes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Specified => "specified",
            Self::Observed => "observed",
            Self::Assumed => "assumed",
        }
    }
}

/// A route as the table of routes shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RouteNote {
    /// The verb.
    pub method: &'static str,
    /// The path after `/v1`, with its parameters in braces.
    pub template: &'static str,
    /// The permission that a key needs; `None`: any key of a project.
    pub permission: Option<&'static str>,
    /// Where its behaviour is known from.
    pub known: Known,
    /// What it does beyond what its name says.
    pub about: &'static str,
}

/// Every route that the sandbox answers, in the order of its areas.
pub fn routes() -> impl Iterator<Item = RouteNote> {
    AREAS.into_iter().flatten().map(|route| RouteNote {
        method: route.method,
        template: route.template,
        permission: match route.access {
            Access::Admin(permission) | Access::Either(permission, _) => Some(permission),
            Access::Project => None,
        },
        known: route.known,
        about: route.about,
    })
}

type Handler = fn(&mut Context<'_>, &Request<'_>) -> Result<Answer, ApiError>;

/// What a handler sees of a request.
pub(crate) struct Request<'a> {
    pub(crate) found: &'a Found,
    pub(crate) query: &'a Query,
    pub(crate) body: &'a [u8],
    /// Refuses unknown members of the body.
    pub(crate) strict: bool,
    /// What goes wrong on purpose.
    pub(crate) verdict: &'a Verdict,
    /// The project of the key; `None`: an admin key.
    pub(crate) project: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// A parameter of the path by its name, if the route has it: for handlers of several routes.
    fn named(&self, name: &str) -> Option<&'a str> {
        self.found.named(name)
    }

    /// A parameter of the path, counted from the left.
    fn parameter(&self, position: usize) -> &str {
        self.found.parameters.get(position).map_or("", String::as_str)
    }

    fn body(&self, known: &[&str]) -> Result<crate::body::Body, ApiError> {
        let body = crate::body::Body::parse(self.body, known, self.strict)?;
        Ok(body.lenient(self.query.is_lenient()))
    }

    /// Refuses a request, unless the sandbox is lenient: test suites repeat themselves with made-up values.
    fn refuse(&self, error: ApiError) -> Result<(), ApiError> {
        if self.query.is_lenient() { Ok(()) } else { Err(error) }
    }
}

impl Route {
    /// Reads, with the permission that reading members takes.
    const fn get(template: &'static str, handle: Handler) -> Self {
        Self {
            method: "GET",
            template,
            access: crate::access::READ,
            creates: false,
            known: Known::Specified,
            about: "",
            handle,
        }
    }

    const fn post(template: &'static str, handle: Handler) -> Self {
        Self { method: "POST", access: crate::access::WRITE, ..Self::get(template, handle) }
    }

    const fn create(template: &'static str, handle: Handler) -> Self {
        Self { creates: true, ..Self::post(template, handle) }
    }

    const fn delete(template: &'static str, handle: Handler) -> Self {
        Self { method: "DELETE", ..Self::post(template, handle) }
    }

    /// Asks for another permission.
    const fn needs(self, permission: &'static str) -> Self {
        Self { access: Access::Admin(permission), ..self }
    }

    /// Opens to another permission too.
    const fn or(self, other: &'static str) -> Self {
        match self.access {
            Access::Admin(permission) => Self { access: Access::Either(permission, other), ..self },
            _ => self,
        }
    }

    /// Says what it does beyond its name, and where that is known from.
    const fn note(self, known: Known, about: &'static str) -> Self {
        Self { known, about, ..self }
    }

    /// `GET /organization/users`.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, self.template)
    }
}

/// Every area. Another one is another line here.
static AREAS: [&[Route]; 28] = [
    users::ROUTES,
    invites::ROUTES,
    projects::ROUTES,
    project_users::ROUTES,
    service_accounts::ROUTES,
    groups::ROUTES,
    group_users::ROUTES,
    project_groups::ROUTES,
    roles::ROUTES,
    role_assignments::ROUTES,
    project_api_keys::ROUTES,
    rate_limits::ROUTES,
    model_permissions::ROUTES,
    hosted_tool_permissions::ROUTES,
    service_tier_settings::ROUTES,
    data_retention::ROUTES,
    certificates::ROUTES,
    external_keys::ROUTES,
    external_storage::ROUTES,
    workload_identity_providers::ROUTES,
    federation_rules::ROUTES,
    admin_api_keys::ROUTES,
    audit_logs::ROUTES,
    spend_limits::ROUTES,
    spend_alerts::ROUTES,
    costs::ROUTES,
    usage::ROUTES,
    models::ROUTES,
];

/// A route that fits a request.
pub(crate) struct Found {
    pub(crate) route: &'static Route,
    /// Its place among all routes.
    pub(crate) index: usize,
    pub(crate) parameters: Vec<String>,
    /// The organization that the path names: old examples put it there.
    pub(crate) organization: Option<String>,
}

impl Found {
    /// A parameter of the path by its name, if the route has it.
    pub(crate) fn named(&self, name: &str) -> Option<&str> {
        let names = self.route.template.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        names.zip(&self.parameters).find(|(present, _)| *present == name).map(|(_, value)| value.as_str())
    }
}

/// Why no route fits.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    /// There is no such path.
    Path,
    /// There is, with these methods.
    Method(Vec<&'static str>),
}

/// Finds the route of a request. `path` starts with `/v1`, which `lenient` does not insist on.
pub(crate) fn find(method: &str, path: &str, lenient: bool) -> Result<Found, Miss> {
    let path = path.strip_prefix("/v1").or_else(|| lenient.then_some(path)).ok_or(Miss::Path)?;
    let (organization, path) = match alias(path) {
        Some((organization, path)) => (Some(organization), path),
        None => (None, path.to_owned()),
    };
    let mut allowed = Vec::new();
    for (index, route) in AREAS.into_iter().flatten().enumerate() {
        let Some(parameters) = fit(route.template, &path) else { continue };
        // The aliases have nothing but what the old examples show.
        if organization.is_some() && route.method == "POST" {
            continue;
        }
        if route.method == method {
            return Ok(Found { route, index, parameters, organization });
        }
        allowed.push(route.method);
    }
    Err(if allowed.is_empty() { Miss::Path } else { Miss::Method(allowed) })
}

/// `/organizations/{organization}/users…` is another way to write `/organization/users…`.
fn alias(path: &str) -> Option<(String, String)> {
    let (organization, rest) = path.strip_prefix("/organizations/")?.split_once('/')?;
    let is_users = rest.split('/').next() == Some("users");
    (is_users && !organization.is_empty()).then(|| (decode(organization), format!("/organization/{rest}")))
}

/// The parameters of a path, if it fits a template.
fn fit(template: &str, path: &str) -> Option<Vec<String>> {
    let mut segments = path.split('/');
    let mut parameters = Vec::new();
    for part in template.split('/') {
        let segment = segments.next()?;
        if part.starts_with('{') {
            if segment.is_empty() {
                return None;
            }
            parameters.push(decode(segment));
        } else if part != segment {
            return None;
        }
    }
    segments.next().is_none().then_some(parameters)
}

fn decode(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

/// How many items a list answers.
struct PageSize {
    default: u32,
    least: u32,
    most: u32,
}

/// What most lists have.
const USUAL: PageSize = PageSize { default: 20, least: 1, most: 100 };

impl Request<'_> {
    /// The window of a list that has `limit`, `after`, `before` and `order`. `place` finds the item of a cursor.
    fn window(
        &self,
        size: &PageSize,
        default: Order,
        place: impl Fn(&str) -> crate::store::Result<Option<Place>>,
    ) -> Result<Window, ApiError> {
        let limit = self.query.limit_within(size.default, size.least, size.most)?;
        let order = match self.query.one("order").map(|word| one_of("order", word, &["asc", "desc"])).transpose()? {
            Some("asc") => Order::OldestFirst,
            Some(_) => Order::NewestFirst,
            None => default,
        };
        Ok(Window { order, after: self.cursor("after", &place)?, before: self.cursor("before", &place)?, limit })
    }

    /// Where a list that shows the newest first goes on.
    fn after(&self, place: impl Fn(&str) -> crate::store::Result<Option<Place>>) -> Result<Place, ApiError> {
        Ok(self.cursor("after", place)?.unwrap_or_else(Place::newest))
    }

    /// The place of a cursor, or the 404 that the API answers when there is no such item.
    fn cursor(
        &self,
        name: &str,
        place: impl Fn(&str) -> crate::store::Result<Option<Place>>,
    ) -> Result<Option<Place>, ApiError> {
        let Some(text) = self.query.one(name).filter(|text| !text.is_empty()) else { return Ok(None) };
        match place(text.strip_prefix(NEXT).unwrap_or(text))? {
            None if !self.query.is_lenient() => Err(ApiError::none_such("cursor", text).param(name)),
            found => Ok(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(method: &str, path: &str) -> Result<(String, Vec<String>), Miss> {
        find(method, path, false).map(|found| (found.route.name(), found.parameters))
    }

    #[test]
    fn paths_are_matched_whole_and_decoded() {
        let (name, parameters) = found("GET", "/v1/organization/users/user%2D1").unwrap();
        assert_eq!((name.as_str(), parameters), ("GET /organization/users/{user_id}", vec!["user-1".to_owned()]));
        for path in ["/v1/organization/users/", "/organization/users", "/v1/organization", "/v1/organization/users/a/b"]
        {
            assert_eq!(found("GET", path), Err(Miss::Path), "{path}");
        }
        assert_eq!(found("PUT", "/v1/organization/users"), Err(Miss::Method(vec!["GET"])));
    }

    #[test]
    fn the_old_paths_name_their_organization() {
        let found = find("DELETE", "/v1/organizations/org-1/users/user-1", false).ok().unwrap();
        assert_eq!(found.route.name(), "DELETE /organization/users/{user_id}");
        assert_eq!(found.organization.as_deref(), Some("org-1"));
        assert!(matches!(find("POST", "/v1/organizations/org-1/users/user-1", false), Err(Miss::Method(_))));
        assert!(matches!(find("GET", "/v1/organizations/org-1/projects", false), Err(Miss::Path)));
    }

    #[test]
    fn every_declared_call_of_the_client_has_a_route() {
        for endpoint in orgwarden_api::endpoints() {
            let path = format!("/v1{}", endpoint.route.replace(['{', '}'], ""));
            let (name, _) = found(endpoint.method.as_str(), &path).unwrap();
            assert_eq!(name, format!("{} {}", endpoint.method, endpoint.route));
        }
    }
}
