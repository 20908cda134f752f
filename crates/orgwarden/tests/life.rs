//! A member's whole life through the operations, over real HTTP against the sandbox, with the requests counted.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail, and shows its figures"
)]

mod support;

use orgwarden::ErrorKind;
use orgwarden::apply::StepStatus;
use orgwarden::guard::{Guard, Policy};
use orgwarden::ops::{
    AddToProject, CancelInvites, InviteMembers, Invitee, ListAudit, ListInvites, ListKeys, ListMembers,
    RemoveFromProject, RemoveMembers, ResendInvites, SetProjectRole, SetRole, ShowMember, WaitForInvite, WhoAmI,
};
use orgwarden::roster::PersonStatus;
use support::{DAY, Local};

const NEW: &str = "grace@example.com";

fn invite(email: &str) -> InviteMembers {
    InviteMembers { people: vec![Invitee { email: email.into(), ..Invitee::default() }], ..InviteMembers::default() }
}

#[tokio::test]
async fn a_member_lives_from_invitation_to_removal() {
    let local = Local::demo().await;
    let organization = &local.organization;

    // Invited: one look at the members, one at the invitations, one call.
    let wish = InviteMembers {
        projects: Some(vec!["Support Assistant:owner".into()]),
        role: Some("Member".into()),
        ..invite(NEW)
    };
    let done = organization.run(wish.clone()).await.unwrap().value;
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (1, None));
    assert_eq!(done.requests.total, 4, "{:?}", done.requests);

    // Said again, nothing happens.
    let again = organization.run(wish).await.unwrap().value;
    assert!(again.results.is_empty() && again.already[0].state.contains("is invited"), "{again:?}");

    // The invitation expires; the roster says so, whatever the server says.
    local.control().advance(DAY * 8);
    let roster =
        organization.run(ListMembers { search: Some("grace".into()), ..ListMembers::default() }).await.unwrap();
    assert_eq!(roster.value.people[0].status, PersonStatus::Expired);
    assert_eq!(roster.requests.total, 2);

    // Sent again with the same role and projects, and accepted.
    let done = organization.run(ResendInvites { who: vec![NEW.into()], expired: false }).await.unwrap().value;
    assert_eq!(done.count(StepStatus::Done), 2, "{done:?}");
    local.control().accept_invite(NEW, NEW).unwrap();
    let wait = WaitForInvite { who: NEW.into(), longest_seconds: Some(60), every_seconds: None };
    let person = organization.run(wait).await.unwrap().value;
    assert_eq!((person.email.as_deref(), person.status), (Some(NEW), PersonStatus::Member));
    let person = organization.run(ShowMember { who: NEW.into() }).await.unwrap().value;
    let project = person.projects.as_ref().unwrap()[0].id.clone();
    let projects: Vec<String> = person
        .projects
        .unwrap()
        .iter()
        .map(|place| format!("{} {}", place.name.as_deref().unwrap(), place.role.as_ref().unwrap()))
        .collect();
    assert_eq!(projects, ["Support Assistant owner"]);

    // Into another project, up, down, and out of it.
    let add = AddToProject { project: "Data Pipeline".into(), who: vec![NEW.into()], role: None };
    let done = organization.run(add.clone()).await.unwrap().value;
    assert_eq!((done.count(StepStatus::Done), done.requests.total), (1, 4));
    assert!(organization.run(add).await.unwrap().value.results.is_empty());
    let up = SetProjectRole { project: "data pipeline".into(), who: vec![NEW.into()], role: "owner".into() };
    assert_eq!(organization.run(up).await.unwrap().value.verdict(), None);
    let out = RemoveFromProject { project: "Data Pipeline".into(), who: vec![NEW.into()] };
    assert_eq!(organization.run(out.clone()).await.unwrap().value.count(StepStatus::Done), 1);
    assert_eq!(organization.run(out).await.unwrap().value.already.len(), 1);

    // Promoted (two requests: look up, change) and demoted (the owners and the key's owner are looked at first, and the owners
    // again before it is sent).
    let promote = SetRole { who: vec![NEW.into()], role: "Admin".into() };
    assert_eq!(organization.run(promote).await.unwrap().value.requests.total, 2);
    assert_eq!(local.role_of(NEW).as_deref(), Some("owner"));
    let demote = SetRole { who: vec![NEW.into()], role: "reader".into() };
    assert_eq!(organization.run(demote).await.unwrap().value.requests.total, 5);
    assert_eq!(local.role_of(NEW).as_deref(), Some("reader"));

    // Removed: the key is named before and dead afterwards, and the audit log knows.
    let key = local.control().add_key(NEW, project.as_str(), "notebook").unwrap();
    let remove = RemoveMembers { who: vec![NEW.into()], show_keys: true, gone_is_done: false, successor: None };
    let plan = organization.plan(&remove).await.unwrap();
    assert!(plan.text().contains("key `notebook` in `Support Assistant`"), "{}", plan.text());
    let quick = RemoveMembers { show_keys: false, ..remove };
    let done = organization.run(quick.clone()).await.unwrap().value;
    assert_eq!((done.verdict(), done.still_listed.len()), (None, 0));
    assert_eq!(done.requests.total, 5, "look up, the key's owner, look again, remove, read back: {:?}", done.requests);
    assert_eq!(local.role_of(NEW), None);
    let keys = organization.run(ListKeys { with_admin_keys: true, ..ListKeys::default() }).await.unwrap().value;
    assert!(keys.keys.iter().all(|listed| listed.id != key.id));
    let audit = organization.run(ListAudit { limit: Some(5), ..ListAudit::default() }).await.unwrap().value;
    assert_eq!(audit.events[0].kind.as_str(), "user.deleted");

    // Gone is an error, unless one says that gone is fine.
    let error = organization.run(quick.clone()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    let done = organization.run(RemoveMembers { gone_is_done: true, ..quick }).await.unwrap().value;
    assert_eq!((done.already.len(), done.verdict()), (1, None));
}

#[tokio::test]
async fn the_last_owner_and_yourself_are_held_while_the_rest_goes_on() {
    let local = Local::demo().await;
    let me = local.organization.run(WhoAmI {}).await.unwrap().value;
    let my_address = me.owner.unwrap();
    assert_eq!(me.candidates, 1);

    // Yourself, by the key.
    let wish =
        SetRole { who: vec![my_address.as_str().into(), "tom.becker@acme.example".into()], role: "reader".into() };
    let plan = local.organization.plan(&wish).await.unwrap();
    assert_eq!(plan.held.iter().map(|held| held.guard).collect::<Vec<_>>(), [Guard::Yourself]);
    let wish = RemoveMembers {
        who: vec![my_address.as_str().into(), "tom.becker@acme.example".into()],
        show_keys: false,
        gone_is_done: false,
        successor: None,
    };
    let done = local.organization.run(wish).await.unwrap().value;
    assert_eq!((done.count(StepStatus::Done), done.held.len()), (1, 1));
    assert!(local.role_of(&my_address).is_some() && local.role_of("tom.becker@acme.example").is_none());

    // The last owner, through a key of somebody who is going to leave it to them.
    let other = "marcus.reyes@acme.example";
    let key = local.control().add_admin_key(other, "marcus", None).unwrap();
    let policy = Policy { minimum_owners: 1, ..Policy::default() };
    let theirs = local.with_key(&key.secret).with_policy(policy);
    let done =
        theirs.run(SetRole { who: vec![my_address.as_str().into()], role: "Member".into() }).await.unwrap().value;
    assert_eq!(done.verdict(), None, "{done:?}");
    let users = local.control().users();
    let owners = users.iter().filter(|user| user.role.as_ref().is_some_and(|role| role.as_str() == "owner")).count();
    assert_eq!(owners, 1);
    let held = theirs
        .plan(&RemoveMembers { who: vec![other.into()], show_keys: false, gone_is_done: false, successor: None })
        .await
        .unwrap();
    assert!(held.is_empty() && held.held.len() == 1, "{held:?}");
}

#[tokio::test]
async fn another_organization_is_refused_before_anything_is_sent() {
    let local = Local::demo().await;
    let wish = InviteMembers { organization: Some("org-elsewhere".into()), ..invite(NEW) };
    let error = local.organization.run(wish).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Guard);
    assert!(local.control().counts().values().all(|route| route.requests == 0));

    // A plan is applied to the organization that it was made for, and to no other.
    let plan = local.organization.plan(&invite(NEW)).await.unwrap();
    let client = support::builder(&local.sandbox, local.sandbox.admin_key()).organization(None).build().unwrap();
    let other = support::organization(&local.sandbox, client);
    let error = other.apply(plan).result().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Guard);
    assert!(local.control().invites().iter().all(|invite| invite.email.as_deref() != Some(NEW)));

    // A key of another organization than the profile's is told by the API.
    let client = support::builder(&local.sandbox, local.sandbox.admin_key()).organization(Some("org-elsewhere".into()));
    let wrong = support::organization(&local.sandbox, client.build().unwrap());
    let error = wrong.run(ListMembers::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert!(error.message().contains("does not belong to the organization org-elsewhere"), "{error}");
}

#[tokio::test]
async fn invitations_are_cancelled_listed_and_waited_for() {
    let local = Local::demo().await;
    let organization = &local.organization;
    let before = organization.run(ListInvites { open_only: true, status: None }).await.unwrap().value.invites.len();
    organization.run(invite(NEW)).await.unwrap();
    let wait = WaitForInvite { who: NEW.into(), longest_seconds: Some(120), every_seconds: Some(30) };
    let error = organization.run(wait).await.unwrap_err();
    assert!(error.message().contains("has not accepted yet"), "{error}");
    let forever = WaitForInvite { who: NEW.into(), longest_seconds: None, every_seconds: Some(3600) };
    let error = organization.run(forever).await.unwrap_err();
    assert!(error.message().contains("has expired"), "{error}");
    let done = organization.run(CancelInvites { who: vec![NEW.into()] }).await.unwrap().value;
    assert_eq!((done.count(StepStatus::Done), done.requests.total), (1, 2));
    let after = organization.run(ListInvites { open_only: true, status: None }).await.unwrap().value.invites;
    assert_eq!(after.len(), before);
    let error = organization.run(CancelInvites { who: vec!["grase@example.com".into()] }).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn people_are_filtered_by_role_project_idleness_and_words() {
    let local = Local::demo().await;
    let organization = &local.organization;
    let count = |wish: ListMembers| async { organization.run(wish).await.unwrap().value.people.len() };
    assert_eq!(
        count(ListMembers { role: Some("Admin".into()), status: Some(PersonStatus::Member), ..ListMembers::default() })
            .await,
        2
    );
    let everybody =
        organization.run(ListMembers { with_projects: true, with_keys: true, ..ListMembers::default() }).await.unwrap();
    assert!(
        everybody
            .value
            .people
            .iter()
            .filter(|person| person.status == PersonStatus::Member)
            .all(|person| person.keys.is_some())
    );
    let jonas = count(ListMembers { search: Some("JONAS".into()), ..ListMembers::default() }).await;
    assert_eq!(jonas, 1);
    let in_search = organization
        .run(ListMembers { project: Some("Search Relevance".into()), ..ListMembers::default() })
        .await
        .unwrap();
    assert!(in_search.value.people.iter().any(|person| person.label() == "jonas.lindqvist@acme.example"));
    let idle = organization.run(ListMembers { idle_days: Some(60), ..ListMembers::default() }).await.unwrap().value;
    assert!(
        idle.people.iter().all(|person| person.label() != "priya.natarajan@acme.example"),
        "used her key two hours ago"
    );
    assert!(idle.people.iter().any(|person| person.label() == "tom.becker@acme.example"), "last used 95 days ago");
    let error = organization
        .run(ListMembers { project: Some("Serch Relevance".into()), ..ListMembers::default() })
        .await
        .unwrap_err();
    assert_eq!(error.hint(), Some("Did you mean `Search Relevance`?"));
}

#[tokio::test]
async fn somebody_unknown_stops_a_wish_and_somebody_near_is_named() {
    let local = Local::demo().await;
    let wish =
        SetRole { who: vec!["tom.becker@acme.example".into(), "yuki.tanka@acme.example".into()], role: "owner".into() };
    let error = local.organization.run(wish).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(error.hint().unwrap().contains("yuki.tanaka@acme.example"), "{error:?}");
    assert_eq!(local.role_of("tom.becker@acme.example").as_deref(), Some("reader"), "all or nothing");
}

#[tokio::test]
async fn operations_are_called_by_name_and_described_as_data() {
    let local = Local::demo().await;
    let report = local.organization.call("members.list", serde_json::json!({"role": "owner"})).await.unwrap();
    assert!(report.value["people"].as_array().unwrap().len() >= 2);
    let plan = local
        .organization
        .plan_by_name("members.remove", serde_json::json!({"who": ["tom.becker@acme.example"]}))
        .await
        .unwrap();
    assert_eq!(plan.steps.len(), 1);
    let error = local.organization.call("members.lst", serde_json::json!({})).await.unwrap_err();
    assert_eq!(error.hint(), Some("Did you mean `members.list`?"));
    let error = local.organization.call("members.list", serde_json::json!({"rolle": 1})).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
}
