//! `docs/sandbox-routes.md` is the table of what the sandbox answers, written from the routes themselves.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::fmt::Write as _;
use std::path::Path;

use orgwarden_sandbox::routes;

const HEAD: &str = "# What the sandbox answers

Every route below `/v1`, written from the code by `ORGWARDEN_UPDATE=1 cargo test -p orgwarden-sandbox --test routes_table`.

*Permission* is what the owner's roles and the key's own scopes must both hold; a refusal names it. *Known* tells where the behaviour comes
from: **specified** by the official schema or documentation, **observed** by somebody on the live API, or **assumed** here because nobody has said. A
note of a route that is otherwise specified says which part of it is not.

| method | route | permission | known | behaviour |
|---|---|---|---|---|
";

fn table() -> String {
    let mut text = HEAD.to_owned();
    for route in routes() {
        let permission = route.permission.map_or_else(|| "a project's key".to_owned(), |name| format!("`{name}`"));
        let (method, template, known, about) = (route.method, route.template, route.known.as_str(), route.about);
        writeln!(text, "| {method} | `{template}` | {permission} | {known} | {about} |").unwrap();
    }
    text
}

#[test]
fn the_table_of_routes_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/sandbox-routes.md");
    let present = table();
    if std::env::var_os("ORGWARDEN_UPDATE").is_some() {
        std::fs::write(&file, &present).unwrap();
    }
    assert!(
        std::fs::read_to_string(&file).unwrap_or_default() == present,
        "docs/sandbox-routes.md is stale; write it anew with `ORGWARDEN_UPDATE=1 cargo test -p orgwarden-sandbox --test routes_table`"
    );
}

#[test]
fn every_route_says_what_it_does() {
    for route in routes() {
        assert!(!route.about.is_empty(), "{} {} has no note", route.method, route.template);
        assert!(!route.about.contains('|'), "{}: a bar would break the table", route.about);
    }
}
