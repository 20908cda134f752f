//! Guards are judged again when a plan is applied, by what the organization is like then.

use orgwarden::api::model::{OrganizationRole, UserId};
use orgwarden::api::users::{self, UserChange};
use orgwarden::apply::{Done, Event, Job, StepStatus, Verdict};
use orgwarden::guard::{Guard, Policy};
use orgwarden::ops::{RemoveMembers, SetRole};
use orgwarden::plan::Plan;
use orgwarden::roster::Who;

use crate::make_owners;
use crate::support::Local;

const MARCUS: &str = "marcus.reyes@acme.example";
const PRIYA: &str = "priya.natarajan@acme.example";
const TOM: &str = "tom.becker@acme.example";

/// Three owners, and a plan that takes one of them and a reader.
async fn three_owners() -> (Local, Plan) {
    let local = Local::demo().await;
    make_owners(&local, &[PRIYA.to_owned()]).await;
    let who = [MARCUS, TOM].map(|who| Who::from(who.to_owned())).to_vec();
    let wish = RemoveMembers { who, show_keys: false, gone_is_done: false, successor: None };
    let plan = local.organization.plan(&wish).await.unwrap();
    assert_eq!((plan.steps.len(), plan.held.len()), (2, 0));
    (local, plan)
}

fn id_of(local: &Local, email: &str) -> UserId {
    local.control().users().into_iter().find(|user| user.email.as_deref() == Some(email)).unwrap().id
}

/// Somebody else, who knows nothing of guards.
async fn somebody_lowers(local: &Local, email: &str) {
    let change = UserChange { role: Some(OrganizationRole::Reader), ..UserChange::default() };
    local.organization.client().send(&users::modify(&id_of(local, email), &change)).await.unwrap();
}

async fn watched(mut job: Job) -> (Vec<Guard>, Done) {
    let mut held = Vec::new();
    while let Some(event) = job.next().await {
        if let Event::Held { held: one, .. } = event {
            held.push(one.guard);
        }
    }
    (held, job.result().await.unwrap())
}

/// How often somebody was asked to be removed.
fn removals(local: &Local) -> u64 {
    let counts = local.control().counts();
    counts
        .iter()
        .filter(|(route, _)| route.starts_with("DELETE /organization/users"))
        .map(|(_, count)| count.requests)
        .sum()
}

fn is_held(local: &Local, held: &[Guard], done: &Done) {
    assert_eq!(held, [Guard::MinimumOwners]);
    assert_eq!(done.results[0].status, StepStatus::Held);
    assert_eq!(done.verdict(), Some(Verdict::Held));
    assert_eq!(local.role_of(MARCUS).as_deref(), Some("owner"), "nothing was sent");
    let told = &done.held[0];
    assert!(told.reason.contains("1 of the 2 owners") && told.allow.as_deref().unwrap().contains("--min-owners 1"));
}

#[tokio::test]
async fn an_owner_on_whom_the_plan_counted_is_gone_and_the_step_is_held() {
    let (local, plan) = three_owners().await;
    somebody_lowers(&local, PRIYA).await;
    let (held, done) = watched(local.organization.apply(plan)).await;
    is_held(&local, &held, &done);
    assert_eq!((done.results[1].status, local.role_of(TOM)), (StepStatus::Done, None), "the rest goes on");
    assert_eq!(removals(&local), 1);
}

#[tokio::test]
async fn a_plan_that_was_written_and_read_is_judged_again() {
    let (local, plan) = three_owners().await;
    let saved: Plan = serde_json::from_str(&serde_json::to_string(&plan).unwrap()).unwrap();
    somebody_lowers(&local, PRIYA).await;
    let (held, done) = watched(local.organization.apply(saved)).await;
    is_held(&local, &held, &done);
}

#[tokio::test]
async fn a_run_that_is_continued_is_judged_again() {
    let (local, plan) = three_owners().await;
    let job = local.organization.apply(plan);
    job.stop();
    // Stopped before anything is sent, perhaps while guards were reading.
    drop(job.result().await);
    assert_eq!(removals(&local), 0);
    let runs = local.organization.journal().runs().unwrap();
    let run = &runs.iter().find(|run| run.operation == "members.remove").unwrap().id;
    somebody_lowers(&local, PRIYA).await;
    let (held, done) = watched(local.organization.resume(run)).await;
    is_held(&local, &held, &done);
    assert_eq!(local.role_of(TOM), None);
}

#[tokio::test]
async fn whoever_is_protected_by_now_is_spared() {
    let (local, plan) = three_owners().await;
    let today = Policy { protected: vec![TOM.to_uppercase()], ..Policy::default() };
    let (held, done) = watched(local.organization.clone().with_policy(today).apply(plan)).await;
    assert_eq!((held, done.results[0].status), (vec![Guard::Protected], StepStatus::Done));
    assert!(local.role_of(TOM).is_some());
}

#[tokio::test]
async fn protected_people_are_known_by_their_address_of_today() {
    let (local, mut plan) = three_owners().await;
    // What the plan calls them is no proof.
    plan.steps[1].subject = "somebody@else.example".to_owned();
    plan.policy.protected = vec![TOM.to_owned()];
    let (held, _) = watched(local.organization.apply(plan)).await;
    assert_eq!(held, [Guard::Protected]);
}

#[tokio::test]
async fn somebody_who_has_left_meanwhile_is_no_last_owner() {
    let (local, plan) = three_owners().await;
    local.organization.client().send(&users::delete(&id_of(&local, MARCUS))).await.unwrap();
    let (held, done) = watched(local.organization.apply(plan)).await;
    assert_eq!((held, done.verdict()), (Vec::new(), None), "{:?}", done.results);
}

#[tokio::test]
async fn an_invitation_as_owner_is_no_owner() {
    let local = Local::demo().await;
    let invites = orgwarden::api::invites::create(&orgwarden::api::invites::NewInvite {
        email: "ada@x.example".to_owned(),
        role: OrganizationRole::Owner,
        projects: None,
    });
    local.organization.client().send(&invites).await.unwrap();
    let wish = SetRole { who: vec![Who::from(MARCUS.to_owned())], role: "reader".to_owned() };
    let plan = local.organization.plan(&wish).await.unwrap();
    assert_eq!(plan.held[0].guard, Guard::MinimumOwners);
}
