//! How many requests three large jobs take, route by route, beside the fewest that would do, worked out by hand.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod jobs;
mod support;

use std::collections::BTreeMap;

use jobs::{Job, Wish, roster};
use orgwarden_sandbox::Options;
use support::Local;

/// Does a job, and checks the requests against those that were worked out.
async fn check(job: Job, faults: &[&str], also: &[(&str, u64)]) -> (Local, Wish) {
    let local = Local::start(Options { seed: job.seed(), ..Options::default() }).await;
    let wish = job.prepare(&local.organization, local.control()).await;
    local.control().set_faults(faults.iter().map(|fault| fault.parse().unwrap()).collect());
    local.control().reset_counts();
    assert_eq!(wish.fulfil(&local.organization).await, 0, "{}: not everything was done", job.name());
    let counts: BTreeMap<String, u64> =
        local.control().counts().into_iter().map(|(route, counts)| (route, counts.requests)).collect();
    let expected = job.requests().iter().map(|route| (route.name, route.total())).chain(also.iter().copied());
    let expected: BTreeMap<String, u64> = expected.map(|(name, count)| (name.to_owned(), count)).collect();
    assert_eq!(counts, expected, "{}", job.name());
    (local, wish)
}

#[tokio::test]
async fn fifty_people_leave() {
    let (local, wish) = check(Job::Offboard, &[], &[]).await;
    let Wish::Offboard(people) = wish else { unreachable!() };
    let left = local.control().users();
    assert_eq!(left.len(), 250);
    assert!(left.iter().all(|user| user.email.as_ref().is_none_or(|email| !people.contains(&email.to_string()))));
}

#[tokio::test]
async fn two_hundred_people_are_invited() {
    let (local, _) = check(Job::Invite, &[], &[]).await;
    let invites = local.control().invites();
    assert_eq!(invites.len(), 200);
    assert!(invites.iter().all(|invite| invite.projects.len() == 3));
}

#[tokio::test]
async fn a_roster_file_is_applied() {
    let (local, wish) = check(Job::Roster, &[], &[]).await;
    let Wish::Roster(file) = &wish else { unreachable!() };
    let again = local.organization.plan(&roster(file)).await.unwrap();
    assert!(again.is_empty() && again.held.is_empty(), "{}", again.text());
}

/// Where the list of members does not say who is in which project, the lists of the projects must be read: two pages each.
#[tokio::test]
async fn a_roster_file_is_applied_where_lists_leave_projects_out() {
    check(Job::Roster, &["bare-users"], &[("GET /organization/projects/{project_id}/users", 80)]).await;
}
