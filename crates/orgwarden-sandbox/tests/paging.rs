//! Lists, page by page.

mod common;

use std::collections::HashSet;

use common::{Org, all};
use orgwarden_sandbox::{Options, Seed};
use serde_json::json;

#[tokio::test]
async fn every_item_comes_once_and_the_newest_first() {
    let org = Org::start(Options { seed: Seed::Size { members: 250, projects: 20 }, ..Options::default() }).await;
    for number in 0..45 {
        let email = format!("guest{number}@x.io");
        org.post("/organization/invites", json!({"email": email, "role": "reader"})).await.ok();
    }
    let project = org.project("Project 0003").await;
    let counts = [
        ("/organization/users".to_owned(), "added_at", 250),
        ("/organization/projects".to_owned(), "created_at", 20),
        ("/organization/invites".to_owned(), "created_at", 45),
        ("/organization/audit_logs".to_owned(), "effective_at", 45),
        (format!("/organization/projects/{project}/users"), "added_at", 0),
        (format!("/organization/projects/{project}/api_keys?owner_project_access=any"), "created_at", 0),
    ];
    for (list, time, expected) in counts {
        let (whole, _) = all(&org, &list, 100).await;
        if expected > 0 {
            assert_eq!(whole.len(), expected, "{list}");
        }
        let times: Vec<i64> = whole.iter().map(|item| item[time].as_i64().unwrap()).collect();
        assert!(times.is_sorted_by(|newer, older| newer >= older), "{list}");
        let ids: HashSet<&str> = whole.iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), whole.len(), "{list}");
        for limit in [1, 7, 20] {
            let (pages, count) = all(&org, &list, limit).await;
            assert_eq!(pages, whole, "{list} by {limit}");
            assert_eq!(count, whole.len().div_ceil(usize::try_from(limit).unwrap()).max(1), "{list} by {limit}");
        }
    }
}

#[tokio::test]
async fn twenty_are_shown_when_nothing_is_said() {
    let org = Org::start(Options { seed: Seed::Size { members: 21, projects: 1 }, ..Options::default() }).await;
    let page = org.get("/organization/users").await.ok();
    assert_eq!((page["data"].as_array().unwrap().len(), &page["has_more"]), (20, &json!(true)));
    let last = org.get(&format!("/organization/users?after={}", page["last_id"].as_str().unwrap())).await.ok();
    assert_eq!((last["data"].as_array().unwrap().len(), &last["has_more"]), (1, &json!(false)));
    assert_eq!((&last["first_id"], &last["last_id"]), (&last["data"][0]["id"], &last["data"][0]["id"]));
}
