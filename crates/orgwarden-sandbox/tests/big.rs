//! Large organizations.

mod common;

use std::time::Instant;

use common::{Org, all};
use orgwarden_sandbox::{Options, Seed};

/// The full size is for optimised builds: `cargo test --release`.
const MEMBERS: u32 = if cfg!(debug_assertions) { 5_000 } else { 100_000 };
const PROJECTS: u32 = if cfg!(debug_assertions) { 100 } else { 1_000 };

const PAGES: u32 = if cfg!(debug_assertions) { 20 } else { 2_000 };

#[tokio::test]
async fn a_large_organization_is_there_in_seconds_and_its_pages_are_quick() {
    let start = Instant::now();
    let seed = Seed::Size { members: MEMBERS, projects: PROJECTS };
    let org = Org::start(Options { seed, ..Options::default() }).await;
    let seeded = start.elapsed();
    let start = Instant::now();
    let (users, pages) = all(&org, "/organization/users", 100).await;
    let listed = start.elapsed();
    let start = Instant::now();
    for _ in 0..PAGES {
        assert_eq!(org.get("/organization/users?limit=100").await.status, 200);
    }
    let unread = start.elapsed() / PAGES;
    eprintln!(
        "{MEMBERS}x{PROJECTS}: seeded in {seeded:?}, {pages} pages read in {listed:?}, {unread:?} for one unread"
    );
    assert_eq!(users.len(), usize::try_from(MEMBERS).unwrap());
    assert!(users.iter().filter(|user| user["role"] == "owner").count() >= 2);
    let (projects, _) = all(&org, "/organization/projects", 100).await;
    assert_eq!(projects.len(), usize::try_from(PROJECTS).unwrap());
    let groups = org.get("/organization/groups").await.ok();
    assert_eq!(groups["data"].as_array().unwrap().len(), 5);
    let folder = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let options = Options { seed, data: Some(folder.path().join("big.sqlite")), ..Options::default() };
    Org::start(options).await.sandbox.stop().await;
    eprintln!("in a file: {:?}", start.elapsed());
    if !cfg!(debug_assertions) {
        assert!(seeded.as_secs_f64() < 6.0, "twice of what it should take: {seeded:?}");
    }
}
