//! A thousand invitations through a bad network: nothing twice, nothing lost, nothing reported wrongly.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail, and shows its figures"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use orgwarden::apply::StepStatus;
use orgwarden::ops::{InviteMembers, Invitee};
use orgwarden_sandbox::{Fault, Options};
use support::Local;

async fn a_thousand_invitations(seed: u64) {
    const PEOPLE: usize = 1000;
    let faults: Vec<Fault> = ["reset-after", "500", "429"]
        .iter()
        .enumerate()
        .map(|(place, kind)| format!("{kind}:*:0.02:seed={}", seed * 10 + place as u64).parse().unwrap())
        .collect();
    let local = Local::start(Options { faults, ..Options::default() }).await;
    let people: Vec<String> = (0..PEOPLE).map(|number| format!("person{number}@example.com")).collect();
    let wish = InviteMembers {
        people: people.iter().map(|email| Invitee { email: email.clone(), ..Invitee::default() }).collect(),
        ..InviteMembers::default()
    };
    let done = local.organization.run(wish).await.unwrap().value;
    assert_eq!(done.results.len(), PEOPLE);

    let mut on_server: BTreeMap<String, usize> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for invite in local.control().invites() {
        *on_server.entry(invite.email.unwrap().into()).or_default() += 1;
        ids.insert(invite.id.as_str().to_owned());
    }
    let mut by_reading = 0;
    for result in &done.results {
        let there = on_server.get(&result.subject).copied().unwrap_or(0);
        assert!(there <= 1, "{} was invited twice", result.subject);
        match result.status {
            StepStatus::Done => {
                assert_eq!(there, 1, "{} is said to be done and is not there", result.subject);
                assert!(
                    ids.contains(result.id.as_deref().unwrap()),
                    "{} has an id that the server does not know",
                    result.subject
                );
                by_reading += usize::from(result.found_by_reading);
            }
            StepStatus::Unknown => {}
            status => {
                assert_eq!(there, 0, "{} is said to be {status:?} and is there", result.subject);
            }
        }
    }
    let faults: BTreeMap<String, u64> = local.control().counts().into_values().flat_map(|route| route.faults).fold(
        BTreeMap::new(),
        |mut all, (kind, count)| {
            *all.entry(kind).or_default() += count;
            all
        },
    );
    println!(
        "seed {seed}: {}; faults {faults:?}; {} on the server, {by_reading} found by reading",
        done.summary(),
        on_server.len()
    );
    for kind in ["reset-after", "500", "429"] {
        assert!(
            faults.get(kind).is_some_and(|count| *count > 5),
            "the fault {kind} must really have happened: {faults:?}"
        );
    }
    assert!(by_reading > 5, "answers that were lost after the invitation was made are found by reading");
    assert_eq!(done.count(StepStatus::Done), PEOPLE, "{}", done.summary());
}

#[tokio::test]
async fn seed_1() {
    a_thousand_invitations(1).await;
}

#[tokio::test]
async fn seed_2() {
    a_thousand_invitations(2).await;
}

#[tokio::test]
async fn seed_3() {
    a_thousand_invitations(3).await;
}

/// Lists that lag behind: a lost invitation is not there yet when it is looked for, and the API refuses a second one.
#[tokio::test]
async fn a_lagging_list_never_makes_a_wrong_report() {
    let local = Local::start(Options::default()).await;
    let wish = InviteMembers {
        people: vec![Invitee { email: "a@example.com".into(), ..Invitee::default() }],
        ..InviteMembers::default()
    };
    let plan = local.organization.plan(&wish).await.unwrap();
    let faults = ["reset-after:POST /organization/invites:1:times=1", "stale=3600s:GET /organization/invites:1"];
    local.control().set_faults(faults.iter().map(|fault| fault.parse().unwrap()).collect());
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!(done.results[0].status, StepStatus::Unknown, "{done:?}");
    assert_eq!(local.control().invites().len(), 1);
}

/// Where even reading fails, nothing is claimed.
#[tokio::test]
async fn what_cannot_be_settled_is_reported_as_unknown() {
    let faults = ["reset-after:POST /organization/invites:1", "500:GET /organization/invites:1:times=1000"];
    let local = Local::start(Options::default()).await;
    let wish = InviteMembers {
        people: vec![Invitee { email: "a@example.com".into(), ..Invitee::default() }],
        ..InviteMembers::default()
    };
    let plan = local.organization.plan(&wish).await.unwrap();
    local.control().set_faults(faults.iter().map(|fault| fault.parse().unwrap()).collect());
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!(done.results[0].status, StepStatus::Unknown);
    assert_eq!(done.verdict(), Some(orgwarden::apply::Verdict::Unknown));
    assert_eq!(local.control().invites().len(), 1, "it did happen, and was not sent again");
}
