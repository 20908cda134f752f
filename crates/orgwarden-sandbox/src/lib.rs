//! A local organization that behaves like OpenAI's Administration API: real HTTP on a loopback port, state in SQLite,
//! a clock that can be moved, rate limits and faults.
//!
//! ```no_run
//! # async fn example() -> Result<(), orgwarden_sandbox::StartError> {
//! use orgwarden_sandbox::{Options, Sandbox, Seed};
//!
//! let sandbox = Sandbox::start(Options { seed: Seed::Demo, ..Options::default() }).await?;
//! println!("{} {}", sandbox.base_url(), sandbox.admin_key());
//! sandbox.control().advance(std::time::Duration::from_secs(7 * 24 * 3600)); // every invite has expired
//! sandbox.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! # What it behaves like
//!
//! The whole Administration API, and `GET /v1/models` as a place to try a project's key; the table of routes is
//! `docs/sandbox-routes.md`. `/v1/organizations/{organization}/users` works like `/v1/organization/users`. Where nothing is
//! known about the live API, these were decided:
//!
//! - Members are answered with everything that the schema has of them; lists of the live API often leave the extras out,
//!   as the fault `bare-users` does. A member's `projects` are those to which somebody has added the member: that owners of
//!   the organization are in all projects does not show there. Nobody is banned or a default; an identity
//!   provider manages only those of whom a control says so.
//! - Owners of the organization are listed in every project with the role `owner`; adding one is a conflict (409), changing
//!   or removing one is refused with the code `user_organization_owner`.
//! - The keys of somebody who is removed from the organization are gone, admin keys included. The keys of somebody who
//!   is removed from a project stay listed as `inactive`, do not work, and are not used and billed until the return.
//! - An admin key may do what the roles of its owner (in the organization and, on a project's routes, in the project;
//!   given directly or through groups) and its own scopes both permit. `api.all.read` is everything that only reads; to
//!   write does not mean to read. Which permission a route takes stands in the table of routes.
//! - Only owners of the organization make admin keys, and one that is made has the scopes of the key that made it.
//! - Whoever is in a group with the organization's role `owner` may do what owners may, has access to every project and
//!   has its role `owner` there. Lists of members, refusals that protect owners, and the count that keeps the last owner
//!   go by the member's own role. So do the members of a project: people who have access to it through a group are not
//!   listed. Their keys work and are `active`, and are hidden without `owner_project_access`.
//! - Without `owner_project_access`, keys of owners of the organization who were not added to the project are hidden.
//! - A change in a project's members shows in the audit log as `role.assignment.created` and `role.assignment.deleted`; so
//!   do the roles that go along with a member, a group or a role that is deleted.
//! - A custom role in a project counts only while its holder has access to the project, in whichever way.
//! - Settings (model and tool permissions, data retention, service tiers) have no events of their own: a change shows in the
//!   audit log as `project.updated` or `organization.updated`, with what was asked for as its payload. Nothing is enforced.
//! - A service account without a role may have keys, which do not work until it gets one. A key of a project needs
//!   `api.model.read` or `api.all.read` for `/v1/models`, if it has scopes at all.
//! - Every project has the rate limits of the same models; the organization's are fixed.
//! - Of a certificate, the form and the dates are read, and no signature. A project lists all of the organization's.
//! - Everybody has the role `reader` in the organization, owners have `owner` too, and the built-in roles of a project are
//!   its memberships: the strongest one is the `role` of the member, and the membership ends with the last one.
//! - A group that is given a role in a project joins it, and stays when the role is taken.
//! - Custom roles can hold any permission. Their ids in the organization are `role_` and 32 digits.
//! - An invite without `projects` shows the default project as its grant.
//!
//! # Controls over HTTP
//!
//! [`Control`] has these as functions. Bodies and answers are JSON; a request that a web page of another address has
//! made is refused. Where there are several organizations, `?organization=org-…` says which one is meant; else it is the
//! first.
//!
//! | request | body or answer |
//! |---|---|
//! | `GET /sandbox` | `{"organization", "organizations", "base_url", "now", "speed", "limits", "retry_after", "faults", "audit_log"}` |
//! | `POST /sandbox/reset` | `{"seed": "demo"}`; without a body the seed is `empty` |
//! | `POST /sandbox/clock` | `{"set": 1764000000}` or `{"set": "2026-01-31T09:00:00Z"}` or `{"advance": 604800}`, in seconds, up to the year 9999; answers `{"now"}` |
//! | `POST /sandbox/limits` | `{"limits": "observed", "retry_after": "both"}`, both optional |
//! | `POST /sandbox/faults` | `{"faults": ["500:*:0.02"]}`, see [`Fault`] |
//! | `GET /sandbox/counts`, `DELETE /sandbox/counts` | requests, refusals and faults by route |
//! | `GET /sandbox/log` | the last requests |
//! | `POST /sandbox/accept` | `{"invite": id or address, "as": address}`; answers the member |
//! | `POST /sandbox/keys` | `{"owner", "project", "name"}`, or an admin key with `{"owner", "name", "scopes"}`; answers `{"id", "secret"}` |
//! | `POST /sandbox/groups` | `{"name", "members": [id or address]}`: makes a group that the identity provider manages, or says who is in it; answers `{"id"}` |
//! | `POST /sandbox/users` | `{"user": id or address, "is_scim_managed": true}`: whether the identity provider manages a member; answers `{"id"}` |
//! | `POST /sandbox/audit_log` | switches the audit log on, for good |
//! | `GET /sandbox/inbox.json` | the mails |
//! | `GET /sandbox/inbox` | the mails as a page, with the links to accept them |

mod accept;
mod access;
mod actor;
mod answer;
mod assignments;
mod body;
mod built_in;
mod clock;
mod control;
mod error;
mod event_types;
mod fault;
mod lenient;
mod limit;
mod meter;
mod mint;
mod models;
mod options;
mod pages;
mod pem;
mod query;
mod read_options;
mod record;
mod roles;
mod routes;
mod sandbox;
mod seed;
mod series;
mod server;
mod shared;
mod spend;
mod store;
mod wire;
mod world;

pub use accept::NotAccepted;
pub use control::{Control, ControlError, IssuedKey, Mail};
pub use fault::{Fault, FaultKind};
pub use options::{InvalidOption, Limits, Options, RetryAfter, Seed};
pub use record::{LogEntry, RouteCounts};
pub use routes::{Known, RouteNote, routes};
pub use sandbox::{Sandbox, StartError};
