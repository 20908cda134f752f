//! Large organizations. How fast they are is measured by `cargo bench -p orgwarden-sandbox --bench pages`.

mod common;

use common::{Org, all};
use orgwarden_sandbox::{Options, Seed};

const MEMBERS: u32 = 5_000;
const PROJECTS: u32 = 100;

#[tokio::test]
async fn a_large_organization_is_whole_in_memory_and_in_a_file() {
    let seed = Seed::Size { members: MEMBERS, projects: PROJECTS };
    let folder = tempfile::tempdir().unwrap();
    for data in [None, Some(folder.path().join("big.sqlite"))] {
        let org = Org::start(Options { seed, data, ..Options::default() }).await;
        let (users, pages) = all(&org, "/organization/users", 100).await;
        assert_eq!((users.len(), pages), (5_000, 50));
        assert!(users.iter().filter(|user| user["role"] == "owner").count() >= 2);
        let (projects, _) = all(&org, "/organization/projects", 100).await;
        assert_eq!(projects.len(), usize::try_from(PROJECTS).unwrap());
        let (groups, _) = common::chain(&org, "/organization/groups?order=asc", 1000).await;
        let mut grouped = 0;
        for group in &groups {
            let path = format!("/organization/groups/{}/users?order=asc", group["id"].as_str().unwrap());
            grouped += common::chain(&org, &path, 1000).await.0.len();
        }
        assert_eq!((groups.len(), grouped), (5, 49));
        org.sandbox.stop().await;
    }
}
