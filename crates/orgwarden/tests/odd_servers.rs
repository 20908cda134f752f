//! Servers that answer oddly, over real HTTP: filters ignored, items repeated, members null, reads that lag. Nothing may be
//! done to the wrong person, twice, or be reported as it is not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod support;

use std::sync::{Arc, Mutex};

use orgwarden::api::client::BaseUrl;
use orgwarden::api::{Client, Key};
use orgwarden::apply::{StepStatus, Verdict};
use orgwarden::guard::{Guard, Policy};
use orgwarden::ops::{
    AddToProject, CancelInvites, ChangeMembers, Doctor, InviteMembers, Invitee, ListAudit, ListKeys, ListMembers,
    RemoveFromProject, RemoveMembers, RepairOnboarding, ResendInvites, SetProjectRole, SetRole, ShowMember,
    WaitForInvite,
};
use orgwarden::{ErrorKind, Organization};
use orgwarden_sandbox::Options;
use serde_json::{Value, json};
use support::{LeapClock, Local};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

type Seen = Arc<Mutex<Vec<String>>>;

/// An organization whose server answers what a function says; the requests are written down.
async fn odd(answer: impl Fn(&str) -> (u16, Value) + Send + Sync + 'static) -> (Organization, Seen) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = BaseUrl::parse(&format!("http://{}", listener.local_addr().unwrap()), "test").unwrap();
    let (answer, seen) = (Arc::new(answer), Seen::default());
    let record = Arc::clone(&seen);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (answer, record) = (Arc::clone(&answer), Arc::clone(&record));
            tokio::spawn(async move {
                let mut request = Vec::new();
                while !request.windows(4).any(|window| window == b"\r\n\r\n") {
                    if stream.read_buf(&mut request).await.unwrap_or(0) == 0 {
                        return;
                    }
                }
                let text = String::from_utf8_lossy(&request).into_owned();
                let line = text.lines().next().unwrap().trim_end_matches(" HTTP/1.1").replace("/v1/organization", "");
                record.lock().unwrap().push(line.clone());
                let (status, body) = answer(&line);
                let body = body.to_string();
                let reply =
                    format!("HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
                let _ = stream.write_all(reply.as_bytes()).await;
            });
        }
    });
    let key = Key::new("sk-admin-0123456789-wxyz").unwrap();
    let client = Client::builder(base_url, key).clock(Arc::new(LeapClock::default())).build().unwrap();
    (Organization::new(client).with_clock(Arc::new(LeapClock::default())), seen)
}

fn list(items: &[Value]) -> (u16, Value) {
    (200, json!({"object": "list", "data": items, "has_more": false}))
}

fn user(number: usize, role: &str) -> Value {
    json!({"id": format!("user-{number}"), "email": format!("u{number}@x.io"), "name": format!("U {number}"), "role": role})
}

fn missing() -> (u16, Value) {
    (404, json!({"error": {"message": "none such", "type": "invalid_request_error", "param": null, "code": null}}))
}

fn remove(who: &[&str]) -> RemoveMembers {
    RemoveMembers {
        who: who.iter().map(|who| (*who).into()).collect(),
        show_keys: false,
        gone_is_done: false,
        successor: None,
    }
}

fn invite(people: &[&str]) -> InviteMembers {
    let people = people.iter().map(|email| Invitee { email: (*email).into(), ..Invitee::default() });
    InviteMembers { people: people.collect(), ..InviteMembers::default() }
}

#[tokio::test]
async fn a_filter_that_is_ignored_never_brings_the_wrong_person() {
    let (organization, _) = odd(|line| match line {
        line if line.starts_with("GET /users?") => list(&[user(1, "owner"), user(2, "reader")]),
        line if line.starts_with("GET /invites") => {
            let invite = json!({"id": "invite-1", "email": "new@x.io", "role": "reader", "status": "accepted",
                "created_at": 1, "accepted_at": null});
            if line.contains('?') { list(&[invite]) } else { (200, invite) }
        }
        _ => missing(),
    })
    .await;
    let wait = WaitForInvite { who: "new@x.io".into(), longest_seconds: None, every_seconds: None };
    let error = organization.run(wait).await.unwrap_err();
    assert!(error.message().contains("nobody with this address is a member"), "{error}");
    // More people than one filter takes: everybody is read twice, and still there once.
    let many: Vec<String> = (0..101).map(|number| format!("u{}@x.io", number % 2 + 1)).collect();
    let who = many.iter().map(|email| email.as_str().into()).collect();
    let plan = organization.plan(&SetRole { who, role: "owner".into() }).await.unwrap();
    assert_eq!((plan.steps.len(), plan.already.len()), (1, 1));
}

#[tokio::test]
async fn lists_that_repeat_items_are_read_once() {
    let (organization, _) = odd(|line| {
        let last = line.contains("after=");
        let page = |first: Value| {
            let filler =
                (0..100).map(|number| json!({"id": format!("filler-{number}"), "type": "x", "effective_at": 1}));
            let items: Vec<Value> = std::iter::once(first).chain(filler.skip(usize::from(last) * 100)).collect();
            (200, json!({"object": "list", "data": items, "has_more": !last}))
        };
        match line {
            line if line.starts_with("GET /users?") => page(user(1, "owner")),
            line if line.starts_with("GET /projects?") => page(json!({"id": "proj_1", "name": "Site"})),
            line if line.contains("/api_keys") => {
                page(json!({"id": "key_1", "owner": {"type": "user", "user": {"id": "user-1"}}}))
            }
            line if line.starts_with("GET /audit_logs") => page(json!({"id": "a", "type": "t", "effective_at": 2})),
            line if line.starts_with("GET /invites") => list(&[]),
            _ => missing(),
        }
    })
    .await;
    let people = organization.run(ListMembers::default()).await.unwrap().value.people;
    assert_eq!(people.len(), 101);
    let plan = organization.plan(&SetRole { who: vec!["U 1".into()], role: "owner".into() }).await.unwrap();
    assert_eq!(plan.already.len(), 1);
    let keys = ListKeys { project: Some("Site".into()), ..ListKeys::default() };
    assert_eq!(organization.run(keys).await.unwrap().value.keys.len(), 101);
    let events = organization.run(ListAudit { limit: Some(0), ..ListAudit::default() }).await.unwrap().value.events;
    assert_eq!(events.len(), 101);
}

/// A list of members on which nobody is in any project may leave all of that out.
#[tokio::test]
async fn a_grant_that_the_list_of_members_leaves_out_is_not_repaired() {
    let (organization, seen) = odd(|line| {
        let member = |number: usize| {
            let mut member = user(number, "reader");
            member["projects"] = json!({"object": "list", "data": []});
            member
        };
        let invite = |number: usize| {
            json!({"id": format!("invite-{number}"), "email": format!("u{number}@x.io"), "role": "reader",
                "status": "accepted", "accepted_at": 1_799_999_999, "projects": [{"id": "proj_1", "role": "member"}]})
        };
        match line {
            line if line.starts_with("GET /invites") => list(&[invite(1), invite(2)]),
            line if line.starts_with("GET /users?") => list(&[member(1), member(2)]),
            line if line.starts_with("GET /projects?") => list(&[json!({"id": "proj_1", "name": "Site"})]),
            line if line.starts_with("GET /projects/proj_1/users") => list(&[user(1, "member")]),
            _ => missing(),
        }
    })
    .await;
    let plan = organization.plan(&RepairOnboarding::default()).await.unwrap();
    let steps: Vec<&str> = plan.steps.iter().map(|step| step.subject.as_str()).collect();
    assert_eq!(steps, ["u2@x.io"], "{}", plan.text());
    assert_eq!(seen.lock().unwrap().iter().filter(|line| line.contains("/proj_1/users")).count(), 1);
}

/// Of the second page, "not found" is said of the place where the list goes on.
#[tokio::test]
async fn a_list_whose_second_page_is_not_found_is_not_empty() {
    let (organization, _) = odd(|line| {
        let page = |items: Vec<Value>| {
            if line.contains("after=") {
                missing()
            } else {
                (200, json!({"object": "list", "data": items, "has_more": true}))
            }
        };
        match line {
            line if line.starts_with("GET /projects?") => list(&[json!({"id": "proj_1", "name": "Site"})]),
            line if line.contains("/api_keys") => page(vec![json!({"id": "key_1"})]),
            line if line.starts_with("GET /groups?") => list(&[json!({"id": "group_1", "name": "All"})]),
            line if line.starts_with("GET /groups/group_1/users") => page(vec![user(1, "reader")]),
            line if line.starts_with("GET /roles") => list(&[json!({"id": "role_1", "name": "Reader of costs"})]),
            line if line.starts_with("GET /groups/group_1/roles") => list(&[json!({"id": "role_1"})]),
            _ => missing(),
        }
    })
    .await;
    let keys = ListKeys { project: Some("Site".into()), ..ListKeys::default() };
    assert_eq!(organization.run(keys).await.unwrap_err().kind(), ErrorKind::NotFound);
    let policy = Policy { protected: vec!["u7@x.io".into()], ..Policy::default() };
    let want = json!({"action": "assign", "role": "Reader of costs", "group": "All", "present": false});
    let wish = serde_json::from_value(json!({"who": "", "want": want})).unwrap();
    let wish = ChangeMembers { wishes: vec![wish], ..ChangeMembers::default() };
    let error = organization.with_policy(policy).plan(&wish).await.unwrap_err();
    assert_eq!(error.route(), Some("GET /organization/groups/{group_id}/users"), "{error}");
}

#[tokio::test]
async fn strangers_cannot_pose_as_somebody_by_their_name() {
    let stranger = json!({"id": "user-9", "email": "mallory@x.io", "name": "boss@x.io", "role": "reader"});
    let nameless = json!({"id": "user-8", "email": "n@x.io", "name": "", "role": "reader"});
    let (organization, seen) = odd(move |line| match line {
        line if line.contains("emails") => list(&[]),
        line if line.starts_with("GET /users?") => list(&[stranger.clone(), nameless.clone()]),
        _ => missing(),
    })
    .await;
    let promote = SetRole { who: vec!["boss@x.io".into()], role: "owner".into() };
    assert_eq!(organization.plan(&promote).await.unwrap_err().kind(), ErrorKind::NotFound);
    seen.lock().unwrap().clear();
    assert_eq!(organization.plan(&remove(&[" "])).await.unwrap_err().kind(), ErrorKind::Invalid);
    assert!(seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_role_that_is_not_told_does_not_open_the_guards() {
    let (organization, _) = odd(|line| {
        let me = json!({"id": "user-1", "email": "u1@x.io", "role": null});
        let only = json!({"id": "user-2", "email": "u2@x.io", "role": "administrator"});
        match line {
            line if line.starts_with("GET /users?") => list(&[me, only, user(3, "reader")]),
            line if line.starts_with("GET /admin_api_keys") => list(&[
                json!({"id": "key_1", "redacted_value": "sk-admin-...wxyz", "owner": {"id": "user-1", "name": "Me"}}),
            ]),
            _ => missing(),
        }
    })
    .await;
    let plan = organization.plan(&remove(&["u1@x.io", "u2@x.io", "u3@x.io"])).await.unwrap();
    let held: Vec<Guard> = plan.held.iter().map(|held| held.guard).collect();
    assert_eq!((held.as_slice(), plan.steps.len()), ([Guard::Yourself, Guard::LastOwner].as_slice(), 1));
    assert!(plan.notes.is_empty());
    let wish = SetRole { who: vec!["u1@x.io".into(), "u2@x.io".into()], role: "reader".into() };
    assert_eq!(organization.plan(&wish).await.unwrap().held.len(), 2);
}

#[tokio::test]
async fn a_key_that_is_not_in_the_list_is_said_before_anybody_goes() {
    let ours = |owner: Value| vec![json!({"id": "key_1", "redacted_value": "sk-admin-...wxyz", "owner": owner})];
    for keys in [vec![], ours(Value::Null), ours(json!({"name": "Me"}))] {
        let (organization, _) = odd(move |line| match line {
            line if line.starts_with("GET /users?") => list(&[user(1, "owner"), user(2, "owner"), user(3, "owner")]),
            line if line.starts_with("GET /admin_api_keys") => list(&keys),
            _ => missing(),
        })
        .await;
        let plan = organization.plan(&remove(&["u1@x.io"])).await.unwrap();
        assert!(plan.notes[0].contains("to whom the key in use belongs"), "{:?}", plan.notes);
        let wish = SetRole { who: vec!["u1@x.io".into()], role: "reader".into() };
        assert_eq!(organization.plan(&wish).await.unwrap().notes.len(), 1);
    }
}

#[tokio::test]
async fn many_people_are_looked_up_with_few_requests() {
    // A large organization: the page that is read holds none of those who are meant.
    let large = |line: &str| match line {
        line if line.starts_with("GET /users?") && !line.contains("emails") => {
            let page =
                line.rsplit("after=").next().and_then(|id| id.strip_prefix("filler-")?.parse().ok()).unwrap_or(0);
            (200, json!({"data": [{"id": format!("filler-{}", page + 1)}], "has_more": page < 1000}))
        }
        line if line.starts_with("GET /users/user-") => {
            let number: usize = line.rsplit('-').next().unwrap().parse().unwrap();
            (200, user(number, "reader"))
        }
        line if line.contains("/users?") && line.contains("projects") => {
            let page =
                line.rsplit("after=").next().and_then(|id| id.strip_prefix("filler-")?.parse().ok()).unwrap_or(0);
            (200, json!({"data": [{"id": format!("filler-{}", page + 1)}], "has_more": page < 1000}))
        }
        line if line.starts_with("GET /users?") => list(&[user(1, "reader")]),
        line if line.starts_with("GET /projects?") => list(&[json!({"id": "proj_1", "name": "Site"})]),
        line if line.starts_with("GET /invites") => list(&[]),
        _ => missing(),
    };
    let (organization, seen) = odd(large).await;
    let ids = ["user-1", "user-2", "user-3", "user-4", "user-1"];
    let wish = SetRole { who: ids.iter().map(|id| (*id).into()).collect(), role: "owner".into() };
    let plan = organization.plan(&wish).await.unwrap();
    assert_eq!((plan.steps.len(), plan.requests.total), (4, 8), "{:?}", plan.requests);
    // One person, whatever the size of the project.
    let add = AddToProject { project: "Site".into(), who: vec!["u1@x.io".into()], role: None };
    let plan = organization.plan(&add).await.unwrap();
    assert_eq!((plan.steps.len(), plan.requests.total), (1, 3), "{:?}", plan.requests);
    // Some who are gone cost one look, not one look for each.
    seen.lock().unwrap().clear();
    let who: Vec<String> = (1..=50).map(|number| format!("u{number}@x.io")).collect();
    let who: Vec<&str> = who.iter().map(String::as_str).collect();
    let plan = organization.plan(&RemoveMembers { gone_is_done: true, ..remove(&who) }).await;
    // Nobody's key is listed by this server; what counts is the way there.
    assert_eq!(plan.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(seen.lock().unwrap().iter().filter(|line| line.starts_with("GET /users?")).count(), 4);
}

#[tokio::test]
async fn a_check_of_a_large_organization_stays_short() {
    let (organization, _) = odd(|line| match line {
        line if line.starts_with("GET /users?") => {
            let page = line.rsplit("after=user-").next().and_then(|id| id.parse().ok()).unwrap_or(0);
            (200, json!({"data": [user(page + 1, "reader")], "has_more": true}))
        }
        _ => list(&[]),
    })
    .await;
    let report = organization.run(Doctor {}).await.unwrap();
    assert_eq!(report.requests.total, 6, "{:?}", report.requests);
    assert!(
        report.value.checks.iter().any(|check| check.detail == "0 among the first 5 members"),
        "{:?}",
        report.value
    );
}

#[tokio::test]
async fn a_deletion_that_is_denied_in_the_answer_is_not_done() {
    let (organization, _) = odd(|line| match line {
        line if line.starts_with("DELETE") => (200, json!({"id": "user-2", "deleted": false})),
        line if line.starts_with("GET /users?") => list(&[user(1, "owner"), user(2, "reader")]),
        line if line.starts_with("GET /admin_api_keys") => list(&[]),
        _ => missing(),
    })
    .await;
    let done = organization.run(remove(&["u2@x.io"])).await.unwrap();
    assert_eq!(done.value.results[0].status, StepStatus::Failed);
    assert_eq!(done.requests, done.value.requests, "planning and applying are counted");
    assert_eq!(done.requests.total, 4, "the people are looked at again before anybody goes");
}

#[tokio::test]
async fn somebody_who_stays_on_the_list_is_no_success() {
    let local = Local::demo().await;
    let plan = local.organization.plan(&remove(&["tom.becker@acme.example"])).await.unwrap();
    local.control().set_faults(vec!["stale=3600s:GET /organization/users:1".parse().unwrap()]);
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!((done.still_listed.len(), done.verdict()), (1, Some(Verdict::Partial)), "{done:?}");
    // A later reading that fails takes nothing back.
    let plan = local.organization.plan(&remove(&["yuki.tanaka@acme.example"])).await.unwrap();
    let (organization, reads) = (local.organization.clone(), Mutex::new(0));
    let control = local.control().clone();
    let token = tokio_util::sync::CancellationToken::new();
    let listened = organization.scoped(token, move |signal| {
        if let orgwarden::api::client::Signal::Read { .. } = signal {
            let mut reads = reads.lock().unwrap();
            *reads += 1;
            if *reads == 2 {
                control.set_faults(vec!["403:GET /organization/users:1".parse().unwrap()]);
            }
        }
    });
    let done = listened.apply(plan).result().await.unwrap();
    assert_eq!(done.still_listed, ["yuki.tanaka@acme.example"], "{done:?}");
}

#[tokio::test]
async fn a_sending_that_did_nothing_says_nothing_about_the_one_before() {
    let local = Local::start(Options::default()).await;
    let client = support::builder(&local.sandbox, local.sandbox.admin_key())
        .max_wait(Some(std::time::Duration::from_secs(1)))
        .build()
        .unwrap();
    let organization = support::organization(&local.sandbox, client);
    let plan = organization.plan(&invite(&["a@example.com"])).await.unwrap();
    // Lost after it was made; the list lags; the second sending is turned away until the patience ends.
    let faults = [
        "reset-after:POST /organization/invites:1:times=1",
        "stale=3600s:GET /organization/invites:1",
        "429:POST /organization/invites:1",
    ];
    let control = local.control().clone();
    control.set_faults(faults[..2].iter().map(|fault| fault.parse().unwrap()).collect());
    let token = tokio_util::sync::CancellationToken::new();
    let listened = organization.scoped(token, move |signal| {
        if let orgwarden::api::client::Signal::Read { .. } = signal {
            control.set_faults(faults[1..].iter().map(|fault| fault.parse().unwrap()).collect());
        }
    });
    let done = listened.apply(plan).result().await.unwrap();
    assert_eq!(local.control().invites().len(), 1);
    assert!(done.results[0].status == StepStatus::Done && done.results[0].found_by_reading, "{done:?}");
}

#[tokio::test]
async fn a_lagging_list_never_passes_the_old_invitation_for_the_new_one() {
    let local = Local::start(Options::default()).await;
    local.organization.run(invite(&["a@example.com"])).await.unwrap();
    let wish = ResendInvites { who: vec!["a@example.com".into()], expired: false };
    let plan = local.organization.plan(&wish).await.unwrap();
    let faults = ["reset-before:POST /organization/invites:1:times=1", "stale=3600s:GET /organization/invites:1"];
    local.control().set_faults(faults.iter().map(|fault| fault.parse().unwrap()).collect());
    let done = local.organization.apply(plan).result().await.unwrap();
    let open = local.control().invites();
    let create = &done.results[1];
    assert_eq!(open.len(), 1, "{done:?}");
    assert_eq!((create.status, create.id.as_deref()), (StepStatus::Done, Some(open[0].id.as_str())), "{done:?}");
}

#[tokio::test]
async fn an_invitation_that_was_named_twice_is_sent_once() {
    let local = Local::start(Options::default()).await;
    local.organization.run(invite(&["a@example.com"])).await.unwrap();
    let id = local.control().invites()[0].id.as_str().to_owned();
    let who = vec!["a@example.com".into(), id.as_str().into(), "A@Example.com".into()];
    let done = local.organization.run(ResendInvites { who, expired: true }).await.unwrap().value;
    assert_eq!((done.results.len(), done.verdict(), local.control().inbox().len()), (2, None, 2), "{done:?}");
    let id = local.control().invites()[0].id.as_str().to_owned();
    let plan = local.organization.plan(&CancelInvites { who: vec!["a@example.com".into(), id.as_str().into()] }).await;
    assert_eq!(plan.unwrap().steps.len(), 1);
}

#[tokio::test]
async fn a_failing_look_is_never_taken_for_an_invitation() {
    let local = Local::start(Options::default()).await;
    local.organization.run(invite(&["a@example.com"])).await.unwrap();
    local.control().set_faults(vec!["403:GET /organization/users:1".parse().unwrap()]);
    let error = local.organization.run(ShowMember { who: "a@example.com".into() }).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Permission);
}

#[tokio::test]
async fn keys_of_projects_are_not_shown_as_admin_keys_whatever_was_asked_for() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["mixed-admin-keys:*:1".parse().unwrap()]);
    let all = ListKeys { with_admin_keys: true, ..ListKeys::default() };
    let admin_keys = local.organization.run(all.clone()).await.unwrap().value.admin_keys.unwrap();
    let of_one = ListKeys { project: Some("Support Assistant".into()), ..all.clone() };
    assert_eq!(local.organization.run(of_one).await.unwrap().value.admin_keys.unwrap(), admin_keys);
    let of_somebody = ListKeys { owner: Some("priya.natarajan@acme.example".into()), ..all };
    let theirs = local.organization.run(of_somebody).await.unwrap().value.admin_keys.unwrap();
    assert!(theirs.iter().all(|key| admin_keys.contains(key)), "{theirs:?}");
}

#[tokio::test]
async fn an_owner_of_the_organization_cannot_be_said_to_have_left_a_project() {
    let local = Local::demo().await;
    let owner: orgwarden::roster::Who = "marcus.reyes@acme.example".into();
    let project = "Support Assistant".to_owned();
    let out = RemoveFromProject { project: project.clone(), who: vec![owner.clone()] };
    let done = local.organization.run(out).await.unwrap().value;
    assert_eq!((done.held[0].guard, done.verdict()), (Guard::OrganizationOwner, Some(Verdict::Held)));
    let down = SetProjectRole { project: project.clone(), who: vec![owner.clone()], role: "member".into() };
    assert_eq!(local.organization.run(down).await.unwrap().value.verdict(), Some(Verdict::Held));
    let add = AddToProject { project, who: vec![owner], role: None };
    let done = local.organization.run(add).await.unwrap().value;
    assert_eq!((done.already.len(), done.verdict()), (1, None));
}

#[tokio::test]
async fn a_listener_that_panics_does_not_stop_the_work() {
    let local = Local::start(Options::default()).await;
    let plan = local.organization.plan(&invite(&["a@example.com", "b@example.com"])).await.unwrap();
    let listened = local.organization.scoped(tokio_util::sync::CancellationToken::new(), |_| panic!("a bad listener"));
    let done = listened.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Done), local.control().invites().len()), (2, 2));
}
