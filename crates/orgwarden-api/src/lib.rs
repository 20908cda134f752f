//! What OpenAI says: the Administration API of one organization, as typed calls, and a client that sends them.
//!
//! A request is a value before it is an effect: the functions of the resource modules ([`users`], [`invites`], …)
//! return a [`Call`]; only [`Client`] performs one. This crate decides nothing about members. What may be removed,
//! what a wish means and which read comes first is the business of the crate `orgwarden`.

#[macro_use]
mod macros;

mod call;
mod clock;
mod error;
mod key_scopes;
mod order;
mod scope;
mod window;

pub mod client;
pub mod model;
pub mod pace;

pub mod admin_api_keys;
pub mod audit_logs;
pub mod certificates;
pub mod costs;
pub mod data_retention;
pub mod external_keys;
pub mod external_storage;
pub mod federation_rules;
pub mod group_users;
pub mod groups;
pub mod hosted_tool_permissions;
pub mod invites;
pub mod model_permissions;
pub mod project_api_keys;
pub mod project_groups;
pub mod project_users;
pub mod projects;
pub mod rate_limits;
pub mod role_assignments;
pub mod roles;
pub mod service_accounts;
pub mod service_tier_settings;
pub mod spend_alerts;
pub mod spend_limits;
pub mod usage;
pub mod users;
pub mod workload_identity_providers;

pub use call::{Call, Endpoint, Method, Paging, Repeat, endpoints};
pub use client::{Client, Key};
pub use clock::{Clock, SystemClock};
pub use error::{Error, ErrorKind, Result, Service};
pub use key_scopes::{KeyScopes, ScopeList};
pub use order::Order;
pub use scope::Scope;
pub use window::{BucketWidth, Window};
