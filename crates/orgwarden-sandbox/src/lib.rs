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
//! Members, invites, projects, their members and keys, admin keys and the audit log, below `/v1/organization`, and `GET
//! /v1/models` as a place to try a project's key. `/v1/organizations/{organization}/users` works like
//! `/v1/organization/users`. Lists show the newest first; admin keys, the oldest. Where nothing is known about the live
//! API, these were decided:
//!
//! - Owners of the organization are listed in every project with the role `owner`; adding one is a conflict (409), changing
//!   or removing one is refused with the code `user_organization_owner`.
//! - The keys of somebody who is removed from the organization are gone, admin keys included. The keys of somebody who
//!   is removed from a project stay listed as `inactive` and do not work. An admin key whose owner is demoted lacks
//!   every scope.
//! - Without `owner_project_access`, keys of owners of the organization who were not added to the project are hidden.
//! - A change in a project's members shows in the audit log as `role.assignment.created` and `role.assignment.deleted`.
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
//! | `POST /sandbox/clock` | `{"set": 1764000000}` or `{"set": "2026-01-31T09:00:00Z"}` or `{"advance": 604800}`, in seconds; answers `{"now"}` |
//! | `POST /sandbox/limits` | `{"limits": "observed", "retry_after": "both"}`, both optional |
//! | `POST /sandbox/faults` | `{"faults": ["500:*:0.02"]}`, see [`Fault`] |
//! | `GET /sandbox/counts`, `DELETE /sandbox/counts` | requests, refusals and faults by route |
//! | `GET /sandbox/log` | the last requests |
//! | `POST /sandbox/accept` | `{"invite": id or address, "as": address}`; answers the member |
//! | `POST /sandbox/keys` | `{"owner", "project", "name"}`, or an admin key with `{"owner", "name", "scopes"}`; answers `{"id", "secret"}` |
//! | `POST /sandbox/audit_log` | switches the audit log on, for good |
//! | `GET /sandbox/inbox.json` | the mails |
//! | `GET /sandbox/inbox` | the mails as a page, with the links to accept them |

mod accept;
mod access;
mod actor;
mod answer;
mod body;
mod clock;
mod control;
mod error;
mod fault;
mod lenient;
mod limit;
mod meter;
mod mint;
mod options;
mod pages;
mod query;
mod record;
mod routes;
mod sandbox;
mod seed;
mod series;
mod server;
mod shared;
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
