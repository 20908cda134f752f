//! Files of wishes, over real HTTP against the sandbox, with the requests counted; and what is decided, decided again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod support;

use std::fmt::Write as _;

use orgwarden::api::model::{Cents, Invite, OrganizationRole, ProjectRole, SpendAlert, Timestamp};
use orgwarden::apply::StepStatus;
use orgwarden::input::read_wishes;
use orgwarden::ops::ChangeMembers;
use orgwarden::plan::{Act, AlertTerms, Holder, Plan, Want, Wish, decide};
use orgwarden::roster::Snapshot;
use orgwarden_sandbox::{Options, Seed};
use proptest::prelude::*;
use serde_json::json;
use support::Local;

fn change(text: &str) -> ChangeMembers {
    let read = read_wishes("people.csv", text).unwrap();
    ChangeMembers { wishes: read.wishes, organization: read.organization, ..ChangeMembers::default() }
}

#[tokio::test]
async fn two_hundred_rows_take_the_fewest_requests_and_a_second_time_none() {
    let options = Options { seed: Seed::Size { members: 300, projects: 4 }, ..Options::default() };
    let local = Local::start(options).await;
    let (users, project) = {
        let users = local.control().users();
        let readers =
            users.into_iter().filter(|user| user.role == Some(OrganizationRole::Reader) && user.email.is_some());
        let projects = local.organization.run(orgwarden::ops::ListProjects::default()).await.unwrap().value;
        let name = projects.projects[0].name.clone().unwrap();
        (readers.map(|user| user.email.unwrap().to_string()).collect::<Vec<_>>(), name)
    };
    let mut text = "email,action,role,projects\n".to_owned();
    for (number, email) in users.iter().take(80).enumerate() {
        let row = if number < 5 { format!("{email},role,owner,") } else { format!("{email},add,,{project}") };
        writeln!(text, "{row}").unwrap();
    }
    for number in 0..120 {
        writeln!(text, "new{number}@example.com,invite,reader,{project}").unwrap();
    }
    let wish = change(&text);
    assert_eq!(wish.wishes.len(), 200);
    let plan = local.organization.plan(&wish).await.unwrap();
    // Two reads of a hundred addresses, invitations, projects, and the pages of the one project.
    let pages = plan.requests.total - 4;
    assert!((1..=4).contains(&pages), "{:?}", plan.requests);
    assert_eq!(plan.steps.iter().filter(|step| matches!(step.act, Act::Invite { .. })).count(), 120);
    assert_eq!(plan.steps.iter().filter(|step| matches!(step.act, Act::SetRole { .. })).count(), 5);
    assert_eq!(plan.steps.len() + plan.already.len(), 200);
    let steps = plan.steps.len();
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (steps, None));
    assert_eq!(local.role_of(&users[0]).as_deref(), Some("owner"));
    let again = local.organization.plan(&wish).await.unwrap();
    assert!(again.steps.is_empty() && again.already.len() == 200, "{}", again.text());
}

#[tokio::test]
async fn nothing_is_read_that_no_wish_needs_and_one_wrong_row_stops_all() {
    let local = Local::demo().await;
    let tom = "tom.becker@acme.example";
    let reads = async |text: &str| local.organization.plan(&change(text)).await.unwrap().requests.total;
    assert_eq!(reads(&format!("email,action,role\n{tom},role,owner\n")).await, 1);
    assert_eq!(reads("email,action\nnew@x.example,invite\n").await, 2);
    let wrong = format!("email,action,role\n{tom},role,owner\ntim.becker@acme.example,remove,\n");
    let error = local.organization.plan(&change(&wrong)).await.unwrap_err();
    assert!(error.message().contains("people.csv:3:1: `tim.becker@acme.example` is not a member"), "{error}");
    assert!(error.hint().unwrap().contains(tom), "{error:?}");
    let gone = ChangeMembers { gone_is_done: true, ..change(&wrong) };
    let plan = local.organization.plan(&gone).await.unwrap();
    assert_eq!((plan.steps.len(), plan.already.len()), (1, 1));
}

#[tokio::test]
async fn one_person_in_a_crowded_project_costs_one_read() {
    let options = Options { seed: Seed::Size { members: 600, projects: 1 }, ..Options::default() };
    let local = Local::start(options).await;
    let control = local.control();
    let projects = local.organization.run(orgwarden::ops::ListProjects::default()).await.unwrap().value.projects;
    let readers: Vec<_> =
        control.users().into_iter().filter(|user| user.role == Some(OrganizationRole::Reader)).collect();
    for user in &readers[1..] {
        // Who is in it already is refused; that does not matter here.
        let _ = control.add_to_project(user.id.as_str(), projects[0].id.as_str(), "member");
    }
    let text = format!("who,action,projects\n{},take,{}\n", readers[5].id, projects[0].id);
    let plan = local.organization.plan(&change(&text)).await.unwrap();
    assert_eq!(plan.steps.len(), 1);
    // The person, the projects, and the person in the project: not the six pages of everybody there.
    assert_eq!(plan.requests.total, 3, "{:?}", plan.requests);
}

const PEOPLE: usize = 6;
const PROJECTS: usize = 3;

fn email(person: usize) -> String {
    format!("p{person}@x.io")
}

/// An organization: for each person nothing, a role, or an invitation; and places in projects.
fn organization() -> impl Strategy<Value = Snapshot> {
    let person = (0..4_u8, prop::collection::vec(0..3_u8, PROJECTS), any::<bool>());
    prop::collection::vec(person, PEOPLE).prop_map(|people| {
        let mut snapshot = Snapshot::default();
        for project in 0..PROJECTS {
            let value = json!({"id": format!("proj_{project}"), "name": format!("Project {project}")});
            snapshot.projects.push(serde_json::from_value(value).unwrap());
        }
        snapshot.groups.push(serde_json::from_value(json!({"id": "group_0", "name": "Group"})).unwrap());
        snapshot.roles.insert(None, vec![serde_json::from_value(json!({"id": "role_0", "name": "Role"})).unwrap()]);
        for place in [None, Some("proj_0".into())] {
            let is_set = people[0].2;
            snapshot.limits.insert(place.clone(), is_set.then(|| Cents::new(500)));
            let alert =
                json!({"id": "alert_0", "threshold_amount": 500, "notification_channel": {"recipients": ["a@x.io"]}});
            let alerts = is_set.then(|| serde_json::from_value(alert).unwrap());
            snapshot.alerts.insert(place, alerts.into_iter().collect());
        }
        for (number, (state, places, is_in_group)) in people.into_iter().enumerate() {
            let id = format!("user-{number}");
            match state {
                0 | 1 => {
                    let role = if state == 0 { "owner" } else { "reader" };
                    let value = json!({"id": id, "email": email(number), "role": role});
                    snapshot.members.push(serde_json::from_value(value).unwrap());
                    for (project, place) in places.iter().enumerate().filter(|(_, place)| **place > 0 && state == 1) {
                        let role = if *place == 1 { ProjectRole::Member } else { ProjectRole::Owner };
                        let project = format!("proj_{project}").as_str().into();
                        snapshot.put_into_project(&id.as_str().into(), &project, Some(role));
                    }
                    if is_in_group {
                        snapshot.put_into_group(&id.as_str().into(), &"group_0".into());
                        let place = (None, Holder::User(id.as_str().into()));
                        snapshot
                            .assignments
                            .insert(place, vec![serde_json::from_value(json!({"id": "role_0"})).unwrap()]);
                    }
                }
                2 => {
                    let ends = if is_in_group { 2_000_000 } else { 5 };
                    let value = json!({"id": format!("invite-{number}"), "email": email(number), "role": "reader",
                        "status": "pending", "expires_at": ends, "projects": []});
                    snapshot.invites.push(serde_json::from_value(value).unwrap());
                }
                _ => {}
            }
        }
        snapshot
    })
}

fn wish() -> impl Strategy<Value = Wish> {
    let role = prop_oneof![Just(OrganizationRole::Owner), Just(OrganizationRole::Reader)];
    let place = prop_oneof![Just(None), Just(Some(ProjectRole::Member)), Just(Some(ProjectRole::Owner))];
    let project = || (0..PROJECTS).prop_map(|project| format!("project {project}"));
    let want = prop_oneof![
        (role.clone(), prop::option::of(project())).prop_map(|(role, project)| Want::Invite {
            role,
            projects: project.map(|project| vec![(project, ProjectRole::Member)])
        }),
        role.prop_map(|role| Want::Role { role }),
        (project(), place, any::<bool>()).prop_map(|(project, role, keep_role)| Want::Project {
            project,
            role,
            keep_role
        }),
        any::<bool>().prop_map(|present| Want::Group { group: "Group".to_owned(), present }),
        any::<bool>()
            .prop_map(|present| { Want::Assign { role: "Role".to_owned(), project: None, group: None, present } }),
        Just(Want::Remove),
        Just(Want::Cancel),
        spend(),
    ];
    (0..PEOPLE, want).prop_map(|(person, want)| {
        let who = if want.is_impersonal() { String::new() } else { email(person) };
        Wish { who: who.into(), want, reason: None, place: None }
    })
}

fn spend() -> impl Strategy<Value = Want> {
    let place = || prop::option::of(Just("project 0".to_owned()));
    let cents = || prop_oneof![Just(500), Just(700)].prop_map(Cents::new);
    let recipients = prop_oneof![Just(vec!["a@x.io".to_owned()]), Just(vec!["b@x.io".to_owned()])];
    prop_oneof![
        (place(), prop::option::of(cents())).prop_map(|(project, cents)| Want::SpendLimit { project, cents }),
        (place(), cents(), recipients).prop_map(|(project, cents, recipients)| Want::Alert {
            project,
            alert: None,
            cents: Some(cents),
            recipients: Some(recipients),
            subject_prefix: None
        }),
        (place(), cents()).prop_map(|(project, cents)| Want::NoAlert { project, alert: None, cents: Some(cents) }),
    ]
}

fn alert(id: &str, terms: &AlertTerms) -> SpendAlert {
    let value =
        json!({"id": id, "threshold_amount": terms.cents, "notification_channel": {"recipients": terms.recipients}});
    serde_json::from_value(value).unwrap()
}

/// What the organization would do: a small model of it.
fn apply(snapshot: &mut Snapshot, plan: &Plan) {
    for (number, step) in plan.steps.iter().enumerate() {
        match step.act.clone() {
            Act::Invite { email, role, projects } => {
                assert!(snapshot.invites.iter().all(|invite| invite.email.as_deref() != Some(&email)), "a second one");
                let projects = serde_json::to_value(projects.unwrap_or_default()).unwrap();
                let value = json!({"id": format!("invite-new-{number}"), "email": email, "role": role,
                    "status": "pending", "expires_at": 2_000_000, "projects": projects});
                snapshot.invites.push(serde_json::from_value::<Invite>(value).unwrap());
            }
            Act::CancelInvite { invite } => snapshot.invites.retain(|open| open.id != invite),
            Act::SetRole { user, role } => {
                snapshot.members.iter_mut().find(|member| member.id == user).unwrap().role = Some(role);
            }
            Act::Remove { user } => {
                snapshot.members.retain(|member| member.id != user);
                snapshot.places.remove(&user);
                snapshot.memberships.remove(&user);
            }
            Act::AddToProject { project, user, role } => {
                assert_eq!(snapshot.place(&user, &project), None);
                snapshot.put_into_project(&user, &project, Some(role));
            }
            Act::SetProjectRole { project, user, role } => {
                assert!(snapshot.place(&user, &project).is_some_and(|before| before != Some(&role)));
                snapshot.put_into_project(&user, &project, Some(role));
            }
            Act::RemoveFromProject { project, user } => {
                assert!(snapshot.place(&user, &project).is_some());
                snapshot.places.get_mut(&user).unwrap().retain(|(id, _)| *id != project);
            }
            Act::AddToGroup { group, user } => {
                assert!(!snapshot.groups_of(&user).contains(&group));
                snapshot.put_into_group(&user, &group);
            }
            Act::RemoveFromGroup { group, user } => {
                assert!(snapshot.groups_of(&user).contains(&group));
                snapshot.memberships.get_mut(&user).unwrap().retain(|id| *id != group);
            }
            Act::AssignRole { project, holder, role } => {
                let roles = snapshot.assignments.entry((project, holder)).or_default();
                assert!(roles.is_empty());
                roles.push(serde_json::from_value(json!({"id": role})).unwrap());
            }
            Act::UnassignRole { project, holder, .. } => {
                assert!(snapshot.assignments.remove(&(project, holder)).is_some());
            }
            Act::SetSpendLimit { project, cents } => {
                assert_ne!(snapshot.limits.insert(project, Some(cents)).unwrap(), Some(cents));
            }
            Act::DeleteSpendLimit { project } => assert!(snapshot.limits.insert(project, None).unwrap().is_some()),
            Act::CreateSpendAlert { project, alert: terms } => {
                snapshot.alerts.get_mut(&project).unwrap().push(alert(&format!("alert_new_{number}"), &terms));
            }
            Act::ReplaceSpendAlert { project, id, alert: terms } => {
                let alerts = snapshot.alerts.get_mut(&project).unwrap();
                *alerts.iter_mut().find(|alert| alert.id == id).unwrap() = alert(id.as_str(), &terms);
            }
            Act::DeleteSpendAlert { project, id } => {
                snapshot.alerts.get_mut(&project).unwrap().retain(|alert| alert.id != id);
            }
            other => panic!("nobody wished {other:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn what_was_decided_and_done_is_not_decided_again(
        before in organization(),
        wishes in prop::collection::vec(wish(), 1..6),
    ) {
        let now = Timestamp::new(1_000);
        // A wish that is refused alone is refused with others: the others are what this is about.
        let wishes: Vec<Wish> = wishes
            .into_iter()
            .filter(|wish| decide(&before, std::slice::from_ref(wish), now).is_ok())
            .collect();
        let Ok(plan) = decide(&before, &wishes, now) else { return Ok(()) };
        let mut after = before.clone();
        apply(&mut after, &plan);
        // What is gone cannot be taken away a second time.
        let left: Vec<Wish> =
            wishes.into_iter().filter(|wish| !matches!(wish.want, Want::Remove | Want::Cancel)).collect();
        let removed: Vec<&str> = plan
            .steps
            .iter()
            .filter(|step| matches!(step.act, Act::Remove { .. } | Act::CancelInvite { .. }))
            .map(|step| step.subject.as_str())
            .collect();
        let left: Vec<Wish> = left
            .into_iter()
            .filter(|wish| matches!(wish.want, Want::Invite { .. }) || !removed.contains(&wish.who.as_str()))
            .collect();
        let again = decide(&after, &left, now).unwrap();
        prop_assert!(again.steps.is_empty(), "{}\nagain:\n{}", plan.text(), again.text());
    }
}
