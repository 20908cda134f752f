//! Roles, keys, service accounts, limits and alerts, over real HTTP against the sandbox: the requests counted, answers
//! lost, and what is on the server afterwards.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod support;

use orgwarden::api::model::{AdminApiKey, AssignedRole, Cents, ProjectApiKey, ProjectId};
use orgwarden::api::project_api_keys::OwnerAccess;
use orgwarden::api::{
    Scope, admin_api_keys, project_api_keys, role_assignments, service_accounts, spend_alerts, spend_limits,
};
use orgwarden::apply::{Done, StepStatus};
use orgwarden::guard::{Guard, Policy};
use orgwarden::ops::{ChangeMembers, DeleteKeys, ListProjects};
use orgwarden::plan::{Plan, Wish};
use orgwarden_sandbox::{Options, Seed};
use serde_json::{Value, json};
use support::Local;

const TOM: &str = "tom.becker@acme.example";
const LUCAS: &str = "lucas.martin@acme.example";
const CHEN: &str = "chen.wei@acme.example";
const MARCUS: &str = "marcus.reyes@acme.example";
const OLIVIA: &str = "olivia.park@acme.example";

fn wishes(wishes: &[(&str, Value)]) -> ChangeMembers {
    let wish =
        |(who, want): &(&str, Value)| -> Wish { serde_json::from_value(json!({"who": who, "want": want})).unwrap() };
    ChangeMembers { wishes: wishes.iter().map(wish).collect(), ..ChangeMembers::default() }
}

async fn plan(local: &Local, wished: &[(&str, Value)]) -> Plan {
    local.organization.plan(&wishes(wished)).await.unwrap()
}

async fn requests(local: &Local, wished: &[(&str, Value)]) -> u64 {
    u64::from(plan(local, wished).await.requests.total)
}

/// One of everything, and what each comes to on the server.
fn everything() -> Vec<(&'static str, Value)> {
    vec![
        ("", json!({"action": "delete_key", "key": "laptop", "project": "Support Assistant"})),
        (CHEN, json!({"action": "freeze_key", "key": "etl", "project": "Data Pipeline", "expires_in_seconds": 86_400})),
        ("", json!({"action": "delete_service_account", "account": "ci-bot", "project": "Data Pipeline"})),
        (TOM, json!({"action": "assign", "role": "Cost reader", "present": true})),
        (LUCAS, json!({"action": "assign", "role": "Pipeline engineer", "project": "Data Pipeline", "present": true})),
        ("", json!({"action": "assign", "role": "Cost reader", "group": "Finance", "present": false})),
        ("", json!({"action": "spend_limit", "cents": 50_000})),
        ("", json!({"action": "spend_limit", "project": "Search Relevance", "cents": 5_000})),
        ("", json!({"action": "alert", "cents": 40_000, "recipients": [TOM]})),
    ]
}

async fn project(local: &Local, name: &str) -> ProjectId {
    let projects = local.organization.run(ListProjects::default()).await.unwrap().value.projects;
    projects.into_iter().find(|project| project.name.as_deref() == Some(name)).unwrap().id
}

async fn keys(local: &Local, project: &ProjectId) -> Vec<ProjectApiKey> {
    local.organization.client().all(project_api_keys::list(project, OwnerAccess::Any)).await.unwrap()
}

/// How often each of the wishes of [`everything`] is so on the server.
async fn state(local: &Local) -> Vec<usize> {
    let client = local.organization.client();
    let (support, pipeline) = (project(local, "Support Assistant").await, project(local, "Data Pipeline").await);
    let users = local.control().users();
    let id = |email: &str| users.iter().find(|user| user.email.as_deref() == Some(email)).unwrap().id.clone();
    // Only what was given directly: Lucas has the role of the pipeline through a group from the beginning.
    let roles = async |scope: Scope<'_>, holder: role_assignments::Holder<'_>, id: &str, name: &str| {
        let roles = client.all(role_assignments::list(scope, holder)).await.unwrap();
        let is_direct = |role: &AssignedRole| {
            role.assignment_sources.iter().flatten().any(|source| source.principal_id.as_deref() == Some(id))
        };
        roles.iter().filter(|role| role.name.as_deref() == Some(name) && is_direct(role)).count()
    };
    let groups = client.all(orgwarden::api::groups::list()).await.unwrap();
    let finance = groups.iter().find(|group| group.name.as_deref() == Some("Finance")).unwrap().id.clone();
    let (tom, lucas) = (id(TOM), id(LUCAS));
    let user = role_assignments::Holder::User;
    let laptops = keys(local, &support).await.iter().filter(|key| key.name.as_deref() == Some("laptop")).count();
    let etl = keys(local, &pipeline).await.into_iter().find(|key| key.name.as_deref() == Some("etl")).unwrap();
    let search = project(local, "Search Relevance").await;
    let limit = async |scope: Scope<'_>| {
        client.find(&spend_limits::retrieve(scope)).await.unwrap().map(|one| one.threshold_amount)
    };
    vec![
        1 - laptops,
        usize::from(etl.expires_at.is_some()),
        1 - client.all(service_accounts::list(&pipeline)).await.unwrap().len(),
        roles(Scope::Organization, user(&tom), tom.as_str(), "Cost reader").await,
        roles(Scope::Project(&pipeline), user(&lucas), lucas.as_str(), "Pipeline engineer").await,
        1 - roles(Scope::Organization, role_assignments::Holder::Group(&finance), finance.as_str(), "Cost reader")
            .await,
        usize::from(limit(Scope::Organization).await == Some(Cents::new(50_000))),
        usize::from(limit(Scope::Project(&search)).await == Some(Cents::new(5_000))),
        client.all(spend_alerts::list(Scope::Organization)).await.unwrap().len(),
    ]
}

async fn apply(local: &Local, plan: Plan) -> Done {
    local.organization.apply(plan).result().await.unwrap()
}

#[tokio::test]
async fn everything_is_read_once_done_once_and_so_afterwards() {
    let local = Local::demo().await;
    let plan = plan(&local, &everything()).await;
    // Members, projects, groups; keys of 2 projects, service accounts of 1, roles of 2 places and of 3 holders, 2 limits, 1
    // list of alerts. Chen is known as the owner of a key.
    assert_eq!(plan.requests.total, 3 + 2 + 1 + 2 + 3 + 2 + 1, "{:?}", plan.requests);
    assert_eq!((plan.steps.len(), plan.held.len()), (9, 0), "{}", plan.text());
    assert_eq!(state(&local).await, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let done = apply(&local, plan).await;
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (9, None), "{:?}", done.results);
    assert_eq!(state(&local).await, [1; 9]);
    // What describes a state is so now, and nothing is sent again.
    let again = self::plan(&local, &everything()[3..]).await;
    assert!(again.steps.is_empty() && again.already.len() == 6, "{}", again.text());
}

#[tokio::test]
async fn nothing_is_read_that_no_wish_needs() {
    let local = Local::demo().await;
    for (wished, expected) in [
        (vec![("", json!({"action": "spend_limit", "cents": 5}))], 1),
        (vec![("", json!({"action": "no_alert", "cents": 5}))], 1),
        (vec![("", json!({"action": "freeze_key", "key": "etl", "project": "Data Pipeline"}))], 2),
        // The keys of four projects; the owner is told by them.
        (vec![(CHEN, json!({"action": "delete_key"}))], 5),
        // Tom has a key, Sofia has none: only of her it must be asked whether she is a member.
        (vec![("sofia.rossi@acme.example", json!({"action": "delete_key"}))], 6),
        (vec![(TOM, json!({"action": "assign", "role": "Cost reader", "present": true}))], 3),
    ] {
        assert_eq!(requests(&local, &wished).await, expected, "{wished:?}");
    }
    let error = local.organization.plan(&wishes(&[("sofia.rosi@acme.example", json!({"action": "delete_key"}))])).await;
    assert!(error.unwrap_err().message().contains("is not a member, and owns no key"));
}

#[tokio::test]
async fn answers_that_are_lost_are_settled_by_reading_and_nothing_is_done_twice() {
    let local = Local::demo().await;
    let plan = plan(&local, &everything()).await;
    let routes: std::collections::BTreeSet<String> = plan.steps.iter().map(|step| step.call().name()).collect();
    let faults = routes.iter().map(|route| format!("reset-after:{route}:1:times=1").parse().unwrap());
    local.control().set_faults(faults.collect());
    local.control().reset_counts();
    let done = apply(&local, plan).await;
    assert_eq!(done.count(StepStatus::Done), 9, "{:?}", done.results);
    // What is deleted or set can be sent twice. The rest was read: that a key was limited is only in the audit log.
    assert_eq!(sent(&local), 4, "{:?}", local.control().counts());
    assert_eq!(state(&local).await, [1; 9]);
}

/// How many requests were sent of those that are not repeated blindly.
fn sent(local: &Local) -> u64 {
    let counts = local.control().counts();
    let is_once = |route: &str| route.starts_with("POST") && !route.ends_with("spend_limit");
    counts.iter().filter(|(route, _)| is_once(route)).map(|(_, count)| count.requests).sum()
}

#[tokio::test]
async fn without_an_audit_log_a_key_in_doubt_is_limited_once_more() {
    let local = Local::start(Options { seed: Seed::Demo, audit_log: false, ..Options::default() }).await;
    let plan = plan(&local, &everything()[1..2]).await;
    let route = plan.steps[0].budget();
    local.control().set_faults(vec![format!("reset-after:{route}:1:times=1").parse().unwrap()]);
    local.control().reset_counts();
    let done = apply(&local, plan).await;
    assert_eq!((done.count(StepStatus::Done), sent(&local)), (1, 2), "{:?}", done.results);
    assert_eq!(state(&local).await[1], 1);
}

#[tokio::test]
async fn what_never_arrived_is_sent_again_unless_it_could_be_there_twice() {
    let local = Local::demo().await;
    let plan = plan(&local, &everything()).await;
    let routes: std::collections::BTreeSet<String> = plan.steps.iter().map(|step| step.call().name()).collect();
    let faults = routes.iter().map(|route| format!("reset-before:{route}:1:times=1").parse().unwrap());
    local.control().set_faults(faults.collect());
    let done = apply(&local, plan).await;
    assert_eq!((done.count(StepStatus::Done), done.count(StepStatus::Unknown)), (8, 1), "{:?}", done.results);
    // Two alerts may be alike, so nobody can tell whether a second one is too many.
    assert_eq!(done.results[8].status, StepStatus::Unknown);
    assert_eq!(state(&local).await, [1, 1, 1, 1, 1, 1, 1, 1, 0]);
}

#[tokio::test]
async fn a_saved_plan_is_refused_when_what_it_counted_on_has_changed() {
    let local = Local::demo().await;
    let plan = plan(&local, &everything()).await;
    let saved = || Plan::from_file_text(&plan.to_file_text().unwrap(), "p.json").unwrap();
    let client = local.organization.client();
    client.send(&spend_limits::set(Scope::Organization, Cents::new(7))).await.unwrap();
    let error = local.organization.apply(saved()).result().await.unwrap_err();
    assert!(error.message().contains("the organization has no spend limit: it is $0.07"), "{error}");
    assert_eq!(state(&local).await, [0; 9], "nothing was sent");
    client.send(&spend_limits::delete(Scope::Organization)).await.unwrap();
    let done = apply(&local, saved()).await;
    assert_eq!(done.verdict(), None, "{:?}", done.results);
    let error = local.organization.apply(saved()).result().await.unwrap_err();
    for part in ["the key ", ": is gone", " has it", "there is one", "it is $500.00"] {
        assert!(error.message().contains(part), "{part}: {error}");
    }
}

#[tokio::test]
async fn a_key_that_would_keep_no_scope_is_held_and_nothing_is_sent() {
    let local = Local::demo().await;
    let wished = [("", json!({"action": "freeze_key", "key": "etl", "project": "Data Pipeline", "scopes": []}))];
    let plan = plan(&local, &wished).await;
    assert_eq!((plan.steps.len(), plan.held.len()), (0, 1));
    assert_eq!((plan.held[0].guard, plan.held[0].allow.as_deref()), (Guard::EmptyScopes, None));
}

#[tokio::test]
async fn many_keys_of_a_saved_plan_are_read_by_pages() {
    let local = Local::demo().await;
    let (project, user) = (project(&local, "Data Pipeline").await, CHEN);
    let id = local.control().users().into_iter().find(|member| member.email.as_deref() == Some(user)).unwrap().id;
    for number in 0..40 {
        local.control().add_key(id.as_str(), project.as_str(), &format!("key {number}")).unwrap();
    }
    let plan = plan(&local, &[(user, json!({"action": "freeze_key", "project": "Data Pipeline"}))]).await;
    assert_eq!(plan.steps.len(), 41);
    assert_eq!((plan.budgets.len(), plan.budgets[0].count), (1, 41));
    let saved = Plan::from_file_text(&plan.to_file_text().unwrap(), "p.json").unwrap();
    local.control().reset_counts();
    let done = apply(&local, saved).await;
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (41, None));
    let reads: u64 = local
        .control()
        .counts()
        .iter()
        .filter(|(route, _)| route.starts_with("GET"))
        .map(|(_, count)| count.requests)
        .sum();
    assert_eq!(reads, 1, "{:?}", local.control().counts());
}

#[tokio::test]
async fn what_a_group_gives_is_not_taken_from_protected_people() {
    let local = Local::demo().await;
    let wished = [("", json!({"action": "assign", "role": "Cost reader", "group": "Finance", "present": false}))];
    let policy = |who: &str| Policy { protected: vec![who.to_owned()], ..Policy::default() };
    let guarded = local.organization.clone().with_policy(policy("hannah.*@acme.example"));
    let plan = guarded.plan(&wishes(&wished)).await.unwrap();
    assert_eq!((plan.steps.len(), plan.held[0].guard), (0, Guard::Protected), "{}", plan.text());
    assert!(plan.held[0].reason.contains("hannah.cohen@acme.example is in the group and protected"), "{:?}", plan.held);
    // A plan from before she was protected, and nobody else who is.
    let saved = self::plan(&local, &wished).await;
    let saved = Plan::from_file_text(&saved.to_file_text().unwrap(), "p.json").unwrap();
    let done = guarded.apply(saved).result().await.unwrap();
    assert_eq!(done.count(StepStatus::Held), 1, "{:?}", done.results);
    assert_eq!(state(&local).await[5], 0);
    let other = local.organization.clone().with_policy(policy(TOM));
    let plan = other.plan(&wishes(&wished)).await.unwrap();
    assert_eq!(other.apply(plan).result().await.unwrap().verdict(), None);
    assert_eq!(state(&local).await[5], 1);
}

const LIST_ADMIN_KEYS: &str = "GET /organization/admin_api_keys";

async fn admin_keys(local: &Local) -> Vec<AdminApiKey> {
    local.organization.client().all(admin_api_keys::list()).await.unwrap()
}

fn delete_key(name: &str) -> DeleteKeys {
    DeleteKeys { keys: vec![name.to_owned()], ..DeleteKeys::default() }
}

#[tokio::test]
async fn an_admin_key_is_deleted_by_its_id_its_name_or_what_is_seen_of_it() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["mixed-admin-keys".parse().unwrap()]);
    let key = admin_keys(&local).await.into_iter().find(|key| key.name.as_deref() == Some("terraform")).unwrap();
    for name in [key.id.as_str(), "Terraform", key.redacted_value.as_deref().unwrap()] {
        let plan = local.organization.plan(&delete_key(name)).await.unwrap();
        let step = &plan.steps[0];
        assert_eq!((plan.steps.len(), &*step.action, &*step.subject), (1, "delete the admin key `terraform`", MARCUS));
        assert_eq!(step.request_line(), format!("DELETE /organization/admin_api_keys/{}", key.id));
        assert!(plan.asks() && step.loses[0].starts_with("admin key `terraform`, "), "{}", plan.text());
        // Read for the name, and good for the guard too.
        assert_eq!(plan.requests.by_route[LIST_ADMIN_KEYS], 1, "{:?}", plan.requests);
        assert!(plan.notes.is_empty(), "{:?}", plan.notes);
    }
    // What a key of a project is called costs no look at admin keys.
    for wish in [delete_key("laptop"), DeleteKeys { owner: Some("Marcus Reyes".into()), ..DeleteKeys::default() }] {
        let plan = local.organization.plan(&wish).await.unwrap();
        assert!(plan.steps.len() == 1 && !plan.requests.by_route.contains_key(LIST_ADMIN_KEYS), "{:?}", plan.requests);
    }
    let owned = DeleteKeys { owner: Some(MARCUS.into()), ..delete_key("terraform") };
    let plan = local.organization.plan(&owned).await.unwrap();
    assert_eq!(plan.steps[0].subject, MARCUS);
    let others = DeleteKeys { owner: Some(TOM.into()), ..delete_key("terraform") };
    assert!(local.organization.plan(&others).await.unwrap_err().message().contains("there is no key `terraform`"));
    let protected = Policy { protected: vec![MARCUS.into()], ..Policy::default() };
    let held = local.organization.clone().with_policy(protected).plan(&delete_key("terraform")).await.unwrap();
    assert_eq!((held.steps.len(), held.held[0].guard), (0, Guard::Protected));
    let done = apply(&local, plan).await;
    assert_eq!((done.verdict(), done.count(StepStatus::Done)), (None, 1), "{done:?}");
    assert!(admin_keys(&local).await.iter().all(|other| other.id != key.id));
    let done = local.organization.run(delete_key("terraform")).await.unwrap_err();
    assert!(done.hint().unwrap().contains("keys --admin"), "{done:?}");
}

#[tokio::test]
async fn the_admin_key_in_use_is_held_when_planned_and_when_applied() {
    let local = Local::demo().await;
    let own = admin_keys(&local).await.into_iter().find(|key| key.name.as_deref() != Some("terraform")).unwrap();
    let plan = local.organization.plan(&delete_key(own.id.as_str())).await.unwrap();
    assert_eq!((plan.steps.len(), plan.held[0].guard), (0, Guard::KeyInUse));
    assert!(plan.held[0].reason.contains(own.id.as_str()), "{:?}", plan.held);
    // Another key may, but the plan that it made may not be applied with the key itself; nor be resumed with it.
    let other = local.control().add_admin_key(OLIVIA, "second", None).unwrap();
    let other = local.with_key(&other.secret);
    let plan = other.plan(&delete_key(own.id.as_str())).await.unwrap();
    assert_eq!((plan.steps.len(), plan.held.len()), (1, 0), "{:?}", plan.held);
    let saved = || Plan::from_file_text(&plan.to_file_text().unwrap(), "plan.json").unwrap();
    let done = apply(&local, saved()).await;
    assert_eq!(done.held.iter().map(|held| held.guard).collect::<Vec<_>>(), [Guard::KeyInUse]);
    assert_eq!(done.count(StepStatus::Held), 1);
    let done = other.apply(saved()).result().await.unwrap();
    assert_eq!((done.verdict(), done.count(StepStatus::Done)), (None, 1), "{done:?}");
    assert!(local.organization.run(ListProjects::default()).await.is_err(), "it works no more");
}

#[tokio::test]
async fn where_the_key_in_use_is_not_in_the_list_the_plan_says_so() {
    let local = Local::demo().await;
    // A list that lags, as the live API's do.
    local.control().set_faults(vec![format!("stale=3600s:{LIST_ADMIN_KEYS}:1").parse().unwrap()]);
    let second = local.control().add_admin_key(OLIVIA, "second", None).unwrap();
    let organization = local.with_key(&second.secret);
    let plan = organization.plan(&delete_key("terraform")).await.unwrap();
    assert_eq!(plan.steps.len(), 1);
    assert!(plan.text().contains("it cannot be told which admin key is in use"), "{}", plan.text());
}
