//! Every operation of the API through the typed client and back: what was sent is what is then read.
//!
//! One file per area. A trip names the operations that it covers, and fails if one of them was not answered with a
//! success; the test below fails if an operation has no trip, no route or no function of the client.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

#[macro_use]
mod trip;

mod audit_logs;
mod certificates;
mod external;
mod groups;
mod invites;
mod keys;
mod projects;
mod roles;
mod settings;
mod spend;
mod usage;
mod users;

use std::collections::BTreeSet;
use std::io::Write as _;

/// What the trips of every area cover. Another area is another line here.
const COVERED: &[&[&[&str]]] = &[
    audit_logs::COVERED,
    certificates::COVERED,
    external::COVERED,
    groups::COVERED,
    invites::COVERED,
    keys::COVERED,
    projects::COVERED,
    roles::COVERED,
    settings::COVERED,
    spend::COVERED,
    usage::COVERED,
    users::COVERED,
];

/// The official description of the API, where it is at hand; `ORGWARDEN_OPENAPI` names another place.
const OFFICIAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/api/openai-admin.openapi.json");

/// What can be asked of a path, by the words of the description.
const VERBS: &[&str] = &["get", "put", "post", "patch", "delete", "head", "options", "trace"];

/// What the newest official clients have beyond the official description.
const BEYOND: &[&str] = &[
    "POST /organization/projects/{project_id}/api_keys/{api_key_id}",
    "GET /organization/projects/{project_id}/service_tier_settings",
    "POST /organization/projects/{project_id}/service_tier_settings",
    "GET /organization/usage/decisions",
    "GET /organization/external_keys",
    "POST /organization/external_keys",
    "GET /organization/external_keys/{external_key_id}",
    "DELETE /organization/external_keys/{external_key_id}",
    "POST /organization/external_keys/{external_key_id}/validate",
    "GET /organization/external_storage",
    "POST /organization/external_storage",
    "GET /organization/external_storage/{external_storage_id}",
    "DELETE /organization/external_storage/{external_storage_id}",
    "POST /organization/external_storage/{external_storage_id}/validate",
    "GET /organization/workload_identity_providers",
    "POST /organization/workload_identity_providers",
    "GET /organization/workload_identity_providers/{workload_identity_provider_id}",
    "POST /organization/workload_identity_providers/{workload_identity_provider_id}",
    "DELETE /organization/workload_identity_providers/{workload_identity_provider_id}",
    "GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules",
    "POST /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules",
    "GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
    "POST /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
    "DELETE /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules/{workload_identity_federation_rule_id}",
];

/// Routes of the sandbox that belong to another API: a place to try a project's key.
const FOREIGN: &[&str] = &["GET /models"];

fn set<T: ToString>(names: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    names.into_iter().map(|name| name.to_string()).collect()
}

#[test]
fn every_operation_has_a_function_a_route_and_a_trip() {
    let functions = set(orgwarden_api::endpoints().map(|endpoint| format!("{} {}", endpoint.method, endpoint.route)));
    let mut routes = set(orgwarden_sandbox::routes().map(|route| format!("{} {}", route.method, route.template)));
    routes.retain(|route| !FOREIGN.contains(&route.as_str()));
    let trips = set(COVERED.iter().copied().flatten().copied().flatten());
    assert_same("functions of the client", &functions, "routes of the sandbox", &routes);
    assert_same("functions of the client", &functions, "trips", &trips);
}

#[track_caller]
fn assert_same(one: &str, left: &BTreeSet<String>, other: &str, right: &BTreeSet<String>) {
    let without = |from: &BTreeSet<String>, take: &BTreeSet<String>| from.difference(take).cloned().collect::<Vec<_>>();
    let (only_left, only_right) = (without(left, right), without(right, left));
    assert!(
        only_left.is_empty() && only_right.is_empty(),
        "only among the {one}: {only_left:#?}\nonly among the {other}: {only_right:#?}"
    );
}

#[test]
fn every_official_operation_has_a_function() {
    let functions = set(orgwarden_api::endpoints().map(|endpoint| format!("{} {}", endpoint.method, endpoint.route)));
    let named = std::env::var_os("ORGWARDEN_OPENAPI");
    let path = named.as_deref().map_or(std::path::Path::new(OFFICIAL), std::path::Path::new);
    if named.is_none() && !path.exists() {
        // Past the tests' own capture, which shows nothing of what passes.
        let _ = writeln!(std::io::stderr(), "NOT TESTED: the official description of the API is not at hand");
        return;
    }
    let text = std::fs::read_to_string(path).unwrap();
    let description: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut official = BTreeSet::new();
    for (path, operations) in description["paths"].as_object().unwrap() {
        let methods = operations.as_object().unwrap().keys().filter(|key| VERBS.contains(&&***key));
        official.extend(methods.map(|method| format!("{} {path}", method.to_uppercase())));
    }
    assert!(official.len() >= 119, "the description has fewer operations than it had");
    let beyond = set(BEYOND);
    let by_now: Vec<_> = beyond.intersection(&official).collect();
    assert!(by_now.is_empty(), "the official description has these by now: {by_now:?}");
    official.extend(beyond);
    assert_same("functions of the client", &functions, "official operations", &official);
}
