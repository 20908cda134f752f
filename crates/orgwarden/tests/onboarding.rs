//! People who were invited are looked at after they have accepted, and get what was lost on the way.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod support;

use orgwarden::api::model::ProjectRole;
use orgwarden::apply::StepStatus;
use orgwarden::ops::{
    CheckOnboarding, InviteMembers, Invitee, ItemState, Onboarding, RemoveFromProject, RepairOnboarding, WishSource,
};
use orgwarden::roster::PersonStatus;
use support::{DAY, Local};

const ADA: &str = "ada@x.example";
const BOB: &str = "bob@x.example";
const NADIA: &str = "nadia.haddad@acme.example";
const LI: &str = "li.na@acme.example";

async fn invite(local: &Local, email: &str, projects: &[&str]) {
    let projects = projects.iter().map(|project| (*project).to_owned()).collect();
    let invitee = Invitee { email: email.to_owned(), projects: Some(projects), ..Invitee::default() };
    let done =
        local.organization.run(InviteMembers { people: vec![invitee], ..InviteMembers::default() }).await.unwrap();
    assert_eq!(done.value.verdict(), None);
}

async fn check(local: &Local, who: &[&str]) -> Vec<Onboarding> {
    let who = who.iter().map(|who| (*who).into()).collect();
    local.organization.run(CheckOnboarding { who, days: None }).await.unwrap().value.people
}

fn repair(who: &[&str]) -> RepairOnboarding {
    RepairOnboarding { who: who.iter().map(|who| (*who).into()).collect(), days: None }
}

fn open(person: &Onboarding) -> Vec<&str> {
    person.items.iter().filter(|item| item.state == ItemState::Open).map(|item| &*item.what).collect()
}

#[tokio::test]
async fn grants_that_were_lost_on_acceptance_are_found_and_repaired() {
    let local = Local::demo().await;
    invite(&local, ADA, &["Data Pipeline", "Search Relevance:owner"]).await;
    invite(&local, BOB, &["Data Pipeline"]).await;
    let before = check(&local, &[ADA]).await;
    assert_eq!((before[0].status, open(&before[0]).len(), before[0].is_done()), (PersonStatus::Invited, 0, false));
    local.control().set_faults(vec!["lost-grants:*:1:times=1".parse().unwrap()]);
    local.control().accept_invite(ADA, ADA).unwrap();
    local.control().accept_invite(BOB, BOB).unwrap();

    let report =
        local.organization.run(CheckOnboarding { who: vec![ADA.into(), BOB.into()], days: None }).await.unwrap();
    let people = &report.value.people;
    // The invitations, the members, the projects.
    assert_eq!(report.requests.total, 3, "{:?}", report.requests);
    let ada = people.iter().find(|person| &*person.email == ADA).unwrap();
    let bob = people.iter().find(|person| &*person.email == BOB).unwrap();
    assert_eq!(open(ada), ["member of `Data Pipeline`", "owner of `Search Relevance`"]);
    assert!(bob.is_done() && ada.source == WishSource::Invitation, "{bob:?}");

    let plan = local.organization.plan(&repair(&[])).await.unwrap();
    let actions: Vec<(&str, &str)> = plan.steps.iter().map(|step| (&*step.subject, &*step.action)).collect();
    assert_eq!(
        actions,
        [(ADA, "add to the project Data Pipeline as member"), (ADA, "add to the project Search Relevance as owner")]
    );
    assert!(plan.text().contains("because the invitation grants it"), "{}", plan.text());
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (2, None));
    let ada = &check(&local, &[ADA]).await[0];
    assert!(ada.is_done(), "{ada:?}");
    let again = local.organization.run(repair(&[ADA])).await.unwrap().value;
    assert_eq!((again.results.len(), again.already.len()), (0, 1));
}

#[tokio::test]
async fn a_grant_that_came_late_is_already_there() {
    let local = Local::demo().await;
    invite(&local, ADA, &["Data Pipeline"]).await;
    local.control().set_faults(vec!["lost-grants".parse().unwrap()]);
    local.control().accept_invite(ADA, ADA).unwrap();
    let plan = local.organization.plan(&repair(&[ADA])).await.unwrap();
    let projects = local.organization.client().all(orgwarden::api::projects::list(false)).await.unwrap();
    let pipeline = projects.iter().find(|project| project.name.as_deref() == Some("Data Pipeline")).unwrap();
    local.control().add_to_project(ADA, pipeline.id.as_str(), "member").unwrap();
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Already), done.verdict()), (1, None), "{done:?}");
}

#[tokio::test]
async fn whoever_was_taken_out_again_stays_out() {
    let local = Local::demo().await;
    invite(&local, ADA, &["Data Pipeline"]).await;
    local.control().accept_invite(ADA, ADA).unwrap();
    local.control().advance(DAY);
    let out = RemoveFromProject { project: "Data Pipeline".into(), who: vec![ADA.into()] };
    assert_eq!(local.organization.run(out).await.unwrap().value.verdict(), None);
    let ada = &check(&local, &[ADA]).await[0];
    assert!(ada.is_done() && ada.items[2].next.as_deref().unwrap().contains("was taken out of it again"), "{ada:?}");
    assert!(local.organization.plan(&repair(&[ADA])).await.unwrap().is_empty());
}

#[tokio::test]
async fn everybody_on_the_way_is_listed_and_old_acceptances_are_left_alone() {
    let local = Local::demo().await;
    let people = check(&local, &[]).await;
    let seen: Vec<(&str, PersonStatus)> = people.iter().map(|person| (&*person.email, person.status)).collect();
    // Hannah has accepted forty days ago.
    assert_eq!(
        seen,
        [
            (NADIA, PersonStatus::Invited),
            ("erik.johansson@acme.example", PersonStatus::Expiring),
            (LI, PersonStatus::Expired)
        ]
    );
    assert!(people[2].state().contains("orgwarden invites resend li.na@acme.example"), "{}", people[2].state());
    let longer = CheckOnboarding { who: Vec::new(), days: Some(60) };
    assert_eq!(local.organization.run(longer).await.unwrap().value.people.len(), 4);
    assert!(check(&local, &["hannah.cohen@acme.example"]).await[0].is_done(), "named, whatever the age");
    let unknown = CheckOnboarding { who: vec!["zoe@x.example".into()], days: None };
    assert!(local.organization.run(unknown).await.is_err());
}

#[tokio::test]
async fn where_the_list_of_members_tells_no_projects_the_projects_are_asked() {
    let local = Local::demo().await;
    invite(&local, ADA, &["Data Pipeline", "Search Relevance"]).await;
    local.control().set_faults(vec!["lost-grants:*:1".parse().unwrap(), "bare-users".parse().unwrap()]);
    local.control().accept_invite(ADA, ADA).unwrap();
    let projects = local.organization.client().all(orgwarden::api::projects::list(false)).await.unwrap();
    let pipeline = projects.iter().find(|project| project.name.as_deref() == Some("Data Pipeline")).unwrap();
    local.control().add_to_project(ADA, pipeline.id.as_str(), ProjectRole::Member.as_str()).unwrap();
    let report = local.organization.run(CheckOnboarding { who: vec![ADA.into()], days: None }).await.unwrap();
    assert_eq!(open(&report.value.people[0]), ["member of `Search Relevance`"]);
    assert_eq!(report.requests.by_route["GET /organization/projects/{project_id}/users"], 2);
}

#[tokio::test]
async fn what_was_lowered_or_taken_on_purpose_is_not_repaired() {
    let local = Local::demo().await;
    invite(&local, ADA, &["Data Pipeline:owner"]).await;
    local.control().accept_invite(ADA, ADA).unwrap();
    local.control().advance(DAY);
    let lower = orgwarden::ops::SetProjectRole {
        project: "Data Pipeline".to_owned(),
        who: vec![ADA.into()],
        role: "member".to_owned(),
    };
    local.organization.run(lower).await.unwrap();
    let plan = local.organization.plan(&repair(&[])).await.unwrap();
    assert!(!plan.steps.iter().any(|step| step.subject == ADA), "{}", plan.text());
}
