//! Runs in the journal as they are applied: when it breaks in the middle, and what a resumption does and does not do.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod support;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use orgwarden::apply::{Event, StepStatus, Verdict};
use orgwarden::guard::Policy;
use orgwarden::journal::{Journal, Moment, RunState, State};
use orgwarden::ops::{InviteMembers, Invitee, OffboardMembers, ResumeRun, SetRole};
use orgwarden::{ErrorKind, Organization};
use orgwarden_sandbox::{Control, Fault};
use support::Local;

const TOM: &str = "tom.becker@acme.example";
const MARCUS: &str = "marcus.reyes@acme.example";

fn invitations(count: usize) -> InviteMembers {
    let people = (0..count).map(|number| Invitee { email: format!("p{number}@x.io"), ..Invitee::default() });
    InviteMembers { people: people.collect(), ..InviteMembers::default() }
}

fn invited(control: &Control) -> usize {
    control.invites().iter().filter(|invite| invite.email.as_deref().unwrap().ends_with("@x.io")).count()
}

fn with(organization: &Organization, journal: Journal) -> Organization {
    organization.clone().with_journal(journal)
}

/// A journal that cannot be written any more once so many steps were announced.
fn breaking(path: &Path, announcements: usize) -> Journal {
    let left = AtomicUsize::new(announcements);
    let broken = path.to_owned();
    Journal::at(path.to_owned()).watched(move |moment| {
        if moment == Moment::After(State::Sending) && left.fetch_sub(1, Ordering::SeqCst) == 1 {
            rusqlite::Connection::open(&broken).unwrap().execute_batch("ALTER TABLE entries RENAME TO gone").unwrap();
        }
    })
}

fn mend(path: &Path) {
    rusqlite::Connection::open(path).unwrap().execute_batch("ALTER TABLE gone RENAME TO entries").unwrap();
}

#[tokio::test]
async fn a_journal_that_breaks_loses_no_outcome_and_stops_the_rest() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("journal.sqlite");
    let local = Local::demo().await;
    let organization = with(&local.organization, breaking(&path, 3));
    let done = organization.run(invitations(20)).await.unwrap().value;
    assert_eq!(done.journal_error.as_ref().unwrap().kind(), ErrorKind::Storage);
    assert_eq!(done.count(StepStatus::Done), invited(local.control()), "{done:?}");
    assert_eq!((done.count(StepStatus::Done), done.count(StepStatus::NotSent)), (3, 17));
    assert_eq!((done.verdict(), done.can_be_resumed()), (Some(Verdict::Partial), true));

    mend(&path);
    let organization = with(&local.organization, Journal::at(path));
    let mut job = organization.resume(&done.run);
    assert!(matches!(job.next().await, Some(Event::Plan { plan }) if plan.steps.len() == 20));
    let Some(Event::Start { run, steps, before, .. }) = job.next().await else { panic!("it did not begin") };
    assert_eq!((run, steps, before), (done.run.clone(), 20, 0), "nothing is known to be done");
    let resumed = job.result().await.unwrap();
    assert_eq!((resumed.count(StepStatus::Done), resumed.verdict()), (20, None));
    let by_reading = resumed.results.iter().filter(|result| result.found_by_reading).count();
    assert_eq!((by_reading, invited(local.control())), (3, 20), "nobody twice");
    assert_eq!(organization.journal().runs().unwrap()[0].state, RunState::Ended);
    assert!(organization.journal().verify(None).unwrap().problems.is_empty());
}

#[tokio::test]
async fn a_network_that_was_away_is_tried_again_and_a_refusal_is_not() {
    let local = Local::demo().await;
    let faults = |texts: &[&str]| -> Vec<Fault> { texts.iter().map(|text| text.parse().unwrap()).collect() };
    let organization = with(&local.organization, Journal::in_memory());

    local.control().set_faults(faults(&["503:POST /organization/users/{user_id}"]));
    let wish = SetRole { who: vec![TOM.into()], role: "owner".into() };
    let done = organization.run(wish.clone()).await.unwrap().value;
    assert!(done.can_be_resumed(), "{done:?}");
    local.control().set_faults(Vec::new());
    let resumed = organization.run(ResumeRun::default()).await.unwrap().value.done.unwrap();
    assert_eq!((resumed.run, resumed.results[0].status), (done.run, StepStatus::Done));
    assert!(organization.run(ResumeRun::default()).await.unwrap().value.done.is_none());

    local.control().set_faults(faults(&["403:POST /organization/users/{user_id}"]));
    let done = organization.run(SetRole { role: "reader".into(), ..wish }).await.unwrap().value;
    assert_eq!((done.results[0].status, done.can_be_resumed()), (StepStatus::Failed, false));
    local.control().set_faults(Vec::new());
    let error = organization.resume(&done.run).result().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Conflict, "{error}");
    let again = ResumeRun { run: Some(done.run), retry: true };
    let retried = organization.run(again.clone()).await.unwrap().value.done.unwrap();
    assert_eq!(retried.results[0].status, StepStatus::Done);
    assert_eq!(local.role_of(TOM).as_deref(), Some("reader"));
    assert!(organization.run(again).await.unwrap().value.done.is_none(), "nothing failed any more");
}

/// A demotion was sent, and its answer was never read. Meanwhile it took effect, and what is left of the owners would
/// hold it: it must be found done, not held.
#[tokio::test]
async fn what_may_have_been_done_is_settled_before_guards_judge() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("journal.sqlite");
    let local = Local::demo().await;
    let policy = Policy { minimum_owners: 1, ..Policy::default() };
    let organization = with(&local.organization.clone().with_policy(policy), breaking(&path, 1));
    let wish = SetRole { who: vec![MARCUS.into()], role: "reader".into() };
    let done = organization.run(wish).await.unwrap().value;
    assert!(done.journal_error.is_some());
    mend(&path);
    let resumed = with(&local.organization, Journal::at(path)).resume(&done.run).result().await.unwrap();
    assert_eq!((resumed.results[0].status, resumed.results[0].found_by_reading), (StepStatus::Done, true));
}

/// Whoever has accepted an invitation in the meantime was invited.
#[tokio::test]
async fn an_invitation_in_doubt_that_was_accepted_is_not_sent_again() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("journal.sqlite");
    let local = Local::demo().await;
    let done = with(&local.organization, breaking(&path, 1)).run(invitations(1)).await.unwrap().value;
    local.control().accept_invite("p0@x.io", "p0@x.io").unwrap();
    mend(&path);
    let sent = local.control().counts()["POST /organization/invites"].requests;
    let resumed = with(&local.organization, Journal::at(path)).resume(&done.run).result().await.unwrap();
    assert_eq!((resumed.results[0].status, resumed.verdict()), (StepStatus::Done, None));
    assert_eq!(local.control().counts()["POST /organization/invites"].requests, sent);
}

const PRIYA: &str = "priya.natarajan@acme.example";

/// Somebody else, with a journal of their own.
async fn somebody_sets(local: &Local, who: &str, role: &str) {
    let elsewhere = with(&local.organization, Journal::in_memory());
    let wish = SetRole { who: vec![who.into()], role: role.into() };
    assert_eq!(elsewhere.run(wish).await.unwrap().value.verdict(), None);
}

#[tokio::test]
async fn what_is_left_of_a_run_is_checked_anew_when_it_is_resumed() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("journal.sqlite");
    let local = Local::demo().await;
    let readers: Vec<String> = {
        let users = local.control().users();
        let readers = users.iter().filter(|user| user.role.as_ref().is_some_and(|role| role.as_str() == "reader"));
        readers.filter_map(|user| user.email.as_deref().map(str::to_owned)).take(4).collect()
    };
    let [first, done_by_others, gone, left] = readers.as_slice() else { panic!("{readers:?}") };
    let wish = SetRole { who: readers.iter().map(|email| email.as_str().into()).collect(), role: "owner".into() };
    let cut_off = with(&local.organization, breaking(&path, 1)).run(wish).await.unwrap().value;
    assert_eq!((cut_off.count(StepStatus::Done), cut_off.count(StepStatus::NotSent)), (1, 3), "{cut_off:?}");
    mend(&path);
    somebody_sets(&local, done_by_others, "owner").await;
    let id = local.control().users().into_iter().find(|user| user.email.as_deref() == Some(gone)).unwrap().id;
    local.organization.client().send(&orgwarden::api::users::delete(&id)).await.unwrap();

    let sent = local.control().counts()["POST /organization/users/{user_id}"].requests;
    let resumed = with(&local.organization, Journal::at(path.clone())).resume(&cut_off.run).result().await.unwrap();
    let statuses: Vec<StepStatus> = resumed.results.iter().map(|result| result.status).collect();
    assert_eq!(statuses, [StepStatus::Done, StepStatus::Already, StepStatus::Failed, StepStatus::Done]);
    let refused = &resumed.results[2];
    let error = refused.error.as_ref().unwrap();
    assert_eq!((error.kind(), refused.attempts), (ErrorKind::Conflict, 0));
    assert!(error.message().contains(gone.as_str()) && error.message().contains("is not a member any more"), "{error}");
    assert!(error.hint().is_some());
    assert_eq!((local.role_of(first).as_deref(), local.role_of(left).as_deref()), (Some("owner"), Some("owner")));
    let sent_now = local.control().counts()["POST /organization/users/{user_id}"].requests;
    assert_eq!(sent_now - sent, 1, "only what is left and may be done is sent");
    assert_eq!((resumed.verdict(), resumed.can_be_resumed()), (Some(Verdict::Partial), false));
    assert_eq!(Journal::at(path).runs().unwrap()[0].state, RunState::Ended);
}

/// Whoever was demoted by the run itself is not the owner any more that the removal was planned for, and is removed.
#[tokio::test]
async fn what_the_run_itself_has_changed_is_no_reason_to_stop_it() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("journal.sqlite");
    let local = Local::demo().await;
    let policy = Policy { minimum_owners: 1, ..Policy::default() };
    let organization = local.organization.clone().with_policy(policy);
    let wish: OffboardMembers = serde_json::from_value(serde_json::json!({"who": [MARCUS]})).unwrap();
    let cut_off = with(&organization, breaking(&path, 1)).run(wish).await.unwrap().value;
    assert_eq!((cut_off.results.len(), local.role_of(MARCUS).as_deref()), (2, Some("reader")), "{cut_off:?}");
    mend(&path);
    let resumed = with(&organization, Journal::at(path)).resume(&cut_off.run).result().await.unwrap();
    assert_eq!((resumed.count(StepStatus::Done), local.role_of(MARCUS)), (2, None), "{resumed:?}");
}

#[tokio::test]
async fn every_sending_is_counted_also_across_processes() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("journal.sqlite");
    let local = Local::demo().await;
    let fault = |text: &str| local.control().set_faults(vec![text.parse().unwrap()]);
    fault("503:POST /organization/users/{user_id}:1:times=2");
    let organization = with(&local.organization, Journal::at(path.clone()));
    let wish = |who: &str| SetRole { who: vec![who.into()], role: "owner".into() };
    let done = organization.run(wish(PRIYA)).await.unwrap().value;
    assert_eq!((done.results[0].status, done.results[0].attempts), (StepStatus::Done, 3), "{done:?}");
    assert!(done.results[0].at.is_some());

    fault("503:POST /organization/users/{user_id}");
    let failed = organization.run(wish(TOM)).await.unwrap().value;
    let before = failed.results[0].attempts;
    assert!(before > 1 && failed.can_be_resumed(), "{failed:?}");
    local.control().set_faults(Vec::new());
    drop(organization);
    let organization = with(&local.organization, Journal::at(path));
    let resumed = organization.resume(&failed.run).result().await.unwrap();
    assert_eq!((resumed.results[0].status, resumed.results[0].attempts), (StepStatus::Done, before + 1));
    let entries = organization.journal().entries(&failed.run).unwrap().1;
    let counted: Vec<Option<u32>> =
        entries.iter().filter(|entry| entry.step.is_some()).map(|entry| entry.attempts).collect();
    assert_eq!(counted, [None, Some(before), Some(before), Some(before + 1)]);
}

#[tokio::test]
async fn an_old_plan_is_told_and_refused_nothing() {
    let local = Local::demo().await;
    let wish = SetRole { who: vec![PRIYA.into()], role: "owner".into() };
    let plan = local.organization.plan(&wish).await.unwrap();
    let text = plan.to_file_text().unwrap();
    let read = || orgwarden::plan::Plan::from_file_text(&text, "plan.json").unwrap();
    local.control().advance(std::time::Duration::from_secs(23 * 60 * 60));
    assert_eq!(local.organization.accept(read()).unwrap().notes, plan.notes, "not a day old");
    local.control().advance(support::DAY * 2);
    let accepted = local.organization.accept(read()).unwrap();
    let note = accepted.notes.last().unwrap();
    assert!(note.starts_with("the plan is 2 days old (of 20"), "{note}");
    assert_eq!(local.organization.apply(accepted).result().await.unwrap().verdict(), None);
}
