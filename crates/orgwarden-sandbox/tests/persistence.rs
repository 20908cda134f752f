//! A file that survives restarts.

mod common;

use std::time::Duration;

use common::{Org, texts};
use orgwarden_sandbox::{Options, Sandbox, Seed, StartError};
use serde_json::json;

fn options(file: &std::path::Path) -> Options {
    Options { data: Some(file.to_owned()), seed: Seed::Demo, ..Options::default() }
}

#[tokio::test]
async fn everything_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.sqlite");
    let org = Org::start(options(&file)).await;
    let control = org.sandbox.control().clone();
    let (key, organization) = (org.sandbox.admin_key().to_owned(), org.sandbox.organization().to_owned());
    control.advance(Duration::from_secs(30 * 24 * 3600));
    let invite = org.post("/organization/invites", json!({"email": "ada@x.io", "role": "reader"})).await.ok();
    let project = org.project("Search Relevance").await;
    let secret = control.add_key("jonas.lindqvist@acme.example", &project, "kept").unwrap().secret;
    let before = texts(&org.get("/organization/users").await.ok(), "id");
    let events = org.get("/organization/audit_logs?limit=100").await.ok();
    org.sandbox.stop().await;

    let org = Org::start(options(&file)).await;
    assert_eq!((org.sandbox.admin_key(), org.sandbox.organization()), (key.as_str(), organization.as_str()));
    assert_eq!(texts(&org.get("/organization/users").await.ok(), "id"), before);
    assert_eq!(org.get("/organization/audit_logs?limit=100").await.ok(), events);
    let kept = org.get(&format!("/organization/invites/{}", invite["id"].as_str().unwrap())).await.ok();
    assert_eq!(kept, invite, "the clock goes on where the file ends, so it is still pending");
    org.with(&secret, "GET", "/models", None).await.ok();
    assert_eq!(org.sandbox.control().inbox().len(), 5);
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_for_its_owner_only_and_holds_no_secret_but_the_admin_key() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.sqlite");
    std::fs::write(&file, "").unwrap();
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o644)).unwrap();
    let org = Org::start(options(&file)).await;
    let created = org.post("/organization/admin_api_keys", json!({"name": "x"})).await.ok();
    let secret = created["value"].as_str().unwrap().to_owned();
    let key = org.sandbox.admin_key().to_owned();
    org.sandbox.stop().await;
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
        bytes.extend(std::fs::read(path).unwrap());
    }
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds(&key) && !holds(&secret));
}

#[tokio::test]
async fn a_file_serves_one_sandbox_at_a_time_and_must_be_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.sqlite");
    let org = Org::start(options(&file)).await;
    let second = Sandbox::start(options(&file)).await.unwrap_err();
    assert!(matches!(second, StartError::Data(..)) && second.to_string().contains("another sandbox"), "{second}");
    // Nor one of another process, after the one above looked at the file.
    let mut other = std::process::Command::new(std::env::current_exe().unwrap());
    other.args(["--exact", "another_process", "--quiet"]).env(OTHER, &file);
    assert!(other.status().unwrap().success());
    // Dropped, not stopped: the file is free as well.
    drop(org);
    Sandbox::start(options(&file)).await.unwrap().stop().await;

    let other = folder.path().join("notes.txt");
    std::fs::write(
        &other,
        "these are notes and certainly no database, whatever the name of the file may be\n".repeat(20),
    )
    .unwrap();
    let refused = Sandbox::start(options(&other)).await.unwrap_err();
    assert!(refused.to_string().contains("not a database"), "{refused}");
    assert!(std::fs::read_to_string(&other).unwrap().starts_with("these are notes"));
    let nowhere = folder.path().join("no/such/folder.sqlite");
    assert!(matches!(Sandbox::start(options(&nowhere)).await, Err(StartError::Data(..))));
}

const OTHER: &str = "ORGWARDEN_TEST_SANDBOX_FILE";

/// Not a test of its own: the other process of the test above.
#[tokio::test]
async fn another_process() {
    if let Some(file) = std::env::var_os(OTHER) {
        let refused = Sandbox::start(options(file.as_ref())).await.unwrap_err();
        assert!(refused.to_string().contains("another sandbox"), "{refused}");
    }
}

#[tokio::test]
async fn a_sandbox_whose_key_was_deleted_gets_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.sqlite");
    let org = Org::start(options(&file)).await;
    let key = org.sandbox.admin_key().to_owned();
    org.delete(&format!("/organization/users/{}", org.user("olivia.park@acme.example"))).await.ok();
    org.sandbox.stop().await;
    let org = Org::start(options(&file)).await;
    assert_ne!(org.sandbox.admin_key(), key);
    org.get("/organization/users").await.ok();
    org.with(&key, "GET", "/organization/users", None).await.refused(401);
}
