//! People leave, and it is proven that nothing of theirs is left.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail, and shows its figures"
)]

mod support;

use orgwarden::api::model::ProjectRole;
use orgwarden::apply::StepStatus;
use orgwarden::guard::{Guard, Policy};
use orgwarden::journal::State;
use orgwarden::ops::{FinishOffboarding, MakeReceipt, OffboardMembers};
use orgwarden::plan::Plan;
use orgwarden::roster::Who;
use orgwarden_sandbox::{Options, Seed};
use support::Local;

const PRIYA: &str = "priya.natarajan@acme.example";
const TOM: &str = "tom.becker@acme.example";
const MARCUS: &str = "marcus.reyes@acme.example";
const OLIVIA: &str = "olivia.park@acme.example";

fn offboard(who: &[&str]) -> OffboardMembers {
    OffboardMembers {
        who: who.iter().map(|who| Who::from(*who)).collect(),
        reason: Some("left the company".into()),
        ..OffboardMembers::default()
    }
}

fn actions(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| &*step.action).collect()
}

/// The id of a project by its name.
async fn project(local: &Local, name: &str) -> String {
    let projects = local.organization.client().all(orgwarden::api::projects::list(false)).await.unwrap();
    projects.iter().find(|project| project.name.as_deref() == Some(name)).unwrap().id.as_str().to_owned()
}

/// What a page says, without its marks.
fn words_of(page: &str) -> String {
    let (mut text, mut is_mark) = (String::new(), false);
    for letter in page.chars() {
        match letter {
            '<' => is_mark = true,
            '>' => {
                is_mark = false;
                text.push(' ');
            }
            _ if !is_mark => text.push(letter),
            _ => {}
        }
    }
    for (mark, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(mark, letter);
    }
    text
}

#[tokio::test]
async fn people_leave_with_a_receipt_that_proves_it() {
    let local = Local::demo().await;
    let plan = local.organization.plan(&offboard(&[PRIYA, TOM])).await.unwrap();
    let text = plan.text();
    assert!(
        text.contains("key `prototype` in `Support Assistant`") && text.contains("because left the company"),
        "{text}"
    );
    let projects = plan.requests.by_route["GET /organization/projects/{project_id}/api_keys"];
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Done), done.verdict()), (2, None), "{done:?}");
    println!("{projects} projects read for keys; {:?}", done.requests);

    let report = local.organization.run(FinishOffboarding::default()).await.unwrap();
    let receipt = report.value;
    assert!(report.requests.by_route.keys().all(|route| route.starts_with("GET ")), "{:?}", report.requests);
    assert!(receipt.is_complete(), "{}", receipt.text());
    assert_eq!(receipt.run, done.run);
    let priya = &receipt.departures[0];
    assert_eq!((priya.subject.as_str(), priya.state), (PRIYA, Some(State::Done)));
    assert!(priya.lost.iter().any(|lost| lost.contains("key `")) && priya.removed_at.is_some());
    assert_eq!(priya.request_id, done.results[0].request_id);
    let events: Vec<&str> = priya.audit_events.iter().map(|event| event.kind.as_str()).collect();
    assert!(events.contains(&"user.deleted"), "{events:?}");
    assert!(receipt.projects_read > 0 && receipt.proof.journal_entries >= 6);
    assert_eq!((receipt.requests.steps, receipt.requests.receipt), (2, report.requests.total));
    assert!(receipt.requests.plan > 0 && receipt.ended_at.is_some());
    // Everything that the receipt must carry, in all its forms.
    let (text, page) = (receipt.text(), words_of(&receipt.html()));
    let json = serde_json::to_value(&receipt).unwrap().to_string();
    let request = priya.request_id.as_deref().unwrap();
    let event = &*priya.audit_events[0].id.to_string();
    let digest = receipt.proof.plan_digest.as_deref().unwrap();
    for part in
        [PRIYA, TOM, priya.user.as_str(), request, event, digest, &receipt.proof.journal_head, "left the company"]
    {
        assert!(text.contains(part) && page.contains(part) && json.contains(part), "{part}: {text}\n{page}\n{json}");
    }
    let removed = format!("removed {}", priya.removed_at.unwrap());
    let used = format!(
        "Requests: {} for the plan, 2 for steps, {} for this receipt",
        receipt.requests.plan, report.requests.total
    );
    for part in [
        "lost: key `laptop` in `Support Assistant`",
        "lost: `Support Assistant` as owner",
        "lost: the group `Support`",
        "roster: not on the list of members",
        "keys left: none",
        "audit log: user.deleted",
        "begun ",
        "ended ",
        "read back ",
        &removed,
        &used,
        "Complete: nobody is left, and no key.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
        let words: Vec<&str> = part.split(": ").collect();
        let line = |line: &str| words.iter().all(|word| line.contains(word));
        assert!(text.lines().any(|text| line(text) || line(&text.replace("       ", " "))), "{part}: {text}");
    }
    assert!(!page.contains("undefined") && receipt.html().starts_with("<!doctype html>"));
}

#[tokio::test]
async fn fifty_people_leave_forty_projects_with_few_requests() {
    let local = Local::start(Options { seed: Seed::Size { members: 400, projects: 40 }, ..Options::default() }).await;
    let control = local.control();
    let projects = local.organization.client().all(orgwarden::api::projects::list(false)).await.unwrap();
    let leavers: Vec<String> = control
        .users()
        .iter()
        .filter(|user| user.role == Some("reader".into()))
        .take(50)
        .map(|user| user.email.as_deref().unwrap().to_owned())
        .collect();
    for email in &leavers {
        for project in &projects[..5] {
            control.add_to_project(email, project.id.as_str(), "member").unwrap();
        }
        for project in &projects[..3] {
            control.add_key(email, project.id.as_str(), "laptop").unwrap();
        }
    }
    control.reset_counts();
    let organization = local.organization.clone().with_policy(Policy { maximum_removals: 50, ..Policy::default() });
    let who: Vec<&str> = leavers.iter().map(String::as_str).collect();
    let done = organization.run(offboard(&who)).await.unwrap();
    assert_eq!((done.value.count(StepStatus::Done), done.value.verdict()), (50, None));
    let receipt = organization.run(FinishOffboarding::default()).await.unwrap();
    assert!(receipt.value.is_complete() && receipt.value.complete, "{}", receipt.value.text());
    assert!(
        receipt.value.departures.iter().all(|person| person
            .lost
            .iter()
            .filter(|lost| lost.contains("key `laptop`"))
            .count()
            == 3)
    );
    let counts = control.counts();
    let mut requests: Vec<String> =
        counts.iter().map(|(route, count)| format!("{:>4} {route}", count.requests)).collect();
    requests.sort();
    println!("{}", requests.join("\n"));
    let total: u64 = counts.values().map(|count| count.requests).sum();
    println!("{total} requests");
    let keys = counts["GET /organization/projects/{project_id}/api_keys"].requests;
    assert_eq!((keys, counts["DELETE /organization/users/{user_id}"].requests), (80, 50));
    assert!(total <= 152, "{total} requests");
}

#[tokio::test]
async fn keys_that_outlive_people_are_deleted_and_the_receipt_tells() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["keys-outlive".parse().unwrap()]);
    let done = local.organization.run(offboard(&[PRIYA, TOM])).await.unwrap().value;
    assert_eq!(done.count(StepStatus::Done), 2);
    let left = local
        .organization
        .run(MakeReceipt { run: Some(done.run.clone()), ..MakeReceipt::default() })
        .await
        .unwrap()
        .value;
    let names: Vec<&str> =
        left.departures.iter().flat_map(|person| &person.keys_left).map(|key| key.name.as_deref().unwrap()).collect();
    assert_eq!((names, left.is_complete()), (vec!["laptop", "prototype"], false), "{}", left.text());
    assert!(left.text().contains(&format!("`orgwarden offboard {}` deletes them", left.departures[0].user)));

    let report = local.organization.run(FinishOffboarding::default()).await.unwrap();
    let receipt = report.value;
    assert!(receipt.is_complete() && receipt.run == done.run, "{}", receipt.text());
    assert_eq!(report.requests.by_route["DELETE /organization/projects/{project_id}/api_keys/{api_key_id}"], 2);
    // All projects once, and once more the one where something was left.
    let read = u32::try_from(receipt.projects_read).unwrap();
    assert_eq!(report.requests.by_route["GET /organization/projects/{project_id}/api_keys"], read + 1);
    let cleaned: Vec<&str> = receipt.cleaned_up.iter().map(|step| &*step.action).collect();
    assert_eq!(
        cleaned,
        ["delete the key `laptop` in `Support Assistant`", "delete the key `prototype` in `Support Assistant`"]
    );
    assert!(receipt.cleaned_up.iter().all(|step| step.audit_events[0].kind.as_str() == "api_key.deleted"));
    for words in [receipt.text(), words_of(&receipt.html())] {
        assert!(
            words.contains("Keys that outlived their owners") && words.contains("delete the key `laptop`"),
            "{words}"
        );
    }
    // Made again later, it is of the offboarding, and knows what was deleted after it.
    let again = local.organization.run(MakeReceipt::default()).await.unwrap().value;
    assert_eq!((again.run, again.cleaned_up.len()), (done.run, 2));
}

#[tokio::test]
async fn whoever_is_gone_is_known_from_the_journal_where_keys_tell_no_address() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["keys-outlive".parse().unwrap()]);
    local.organization.run(offboard(&[TOM])).await.unwrap();
    let plan = local.organization.plan(&offboard(&[TOM])).await.unwrap();
    assert_eq!(actions(&plan), ["delete the key `prototype` in `Support Assistant`"]);
    let done = local.organization.apply(plan).result().await.unwrap();
    assert_eq!(done.verdict(), None);
    let receipt =
        local.organization.run(MakeReceipt { run: Some(done.run), ..MakeReceipt::default() }).await.unwrap().value;
    assert!(receipt.is_complete() && receipt.text().contains("api_key.deleted"), "{}", receipt.text());
}

#[tokio::test]
async fn an_open_invitation_would_let_somebody_in_again_and_is_cancelled() {
    let local = Local::demo().await;
    let nadia = "nadia.haddad@acme.example";
    let plan = local.organization.plan(&offboard(&[nadia])).await.unwrap();
    assert_eq!(actions(&plan), ["cancel the invitation"]);
    local.organization.apply(plan).result().await.unwrap();
    let receipt = local.organization.run(FinishOffboarding::default()).await.unwrap().value;
    assert!(receipt.is_complete() && receipt.text().contains("Complete: every step is done."), "{}", receipt.text());
    let again = local.organization.plan(&offboard(&[nadia])).await.unwrap();
    assert!(
        again.is_empty() && again.already[0].state.contains("neither a key nor an invitation"),
        "{:?}",
        again.already
    );
}

#[tokio::test]
async fn admin_keys_are_at_stake_too() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["keys-outlive".parse().unwrap(), "mixed-admin-keys".parse().unwrap()]);
    let organization = local.organization.clone().with_policy(Policy { minimum_owners: 1, ..Policy::default() });
    let plan = organization.plan(&offboard(&[MARCUS])).await.unwrap();
    let lost = &plan.steps[1].loses;
    assert_eq!(
        lost.iter().filter(|lost| lost.contains("admin key")).collect::<Vec<_>>(),
        ["the admin key `terraform`"]
    );
    let done = organization.apply(plan).result().await.unwrap();
    assert_eq!(done.verdict(), None);
    let left = organization.run(MakeReceipt::default()).await.unwrap().value;
    let keys: Vec<&str> = left.departures[0].admin_keys_left.iter().map(|key| key.id.as_str()).collect();
    assert_eq!((keys.len(), left.departures[0].keys_left.len(), left.is_complete()), (1, 1, false), "{}", left.text());
    let text = left.text();
    assert!(text.contains(&format!("LEFT: `terraform`, which `orgwarden keys delete {}` deletes", keys[0])), "{text}");
    assert!(text.contains(&format!("`orgwarden offboard {}` deletes them", left.departures[0].user)), "{text}");

    let report = organization.run(FinishOffboarding::default()).await.unwrap();
    let receipt = report.value;
    assert!(receipt.is_complete() && receipt.run == done.run, "{}", receipt.text());
    // The list of admin keys once for the receipt, which tells the guards too, and once more after the deletion.
    let count = |route: &str| report.requests.by_route.get(route).copied().unwrap_or(0);
    assert_eq!((count(DELETE_ADMIN_KEY), count(LIST_ADMIN_KEYS)), (1, 2), "{:?}", report.requests);
    let cleaned: Vec<&str> = receipt.cleaned_up.iter().map(|step| &*step.action).collect();
    assert_eq!(cleaned, ["delete the key `experiments` in `Search Relevance`", "delete the admin key `terraform`"]);
    let deleted = &receipt.cleaned_up[1];
    assert_eq!((&*deleted.subject, deleted.state, &deleted.error), (MARCUS, Some(State::Done), &None));
    assert_eq!(deleted.audit_events[0].kind.as_str(), "api_key.deleted");
    let (at, request) = (deleted.at.unwrap(), deleted.request_id.as_deref().unwrap());
    for words in [receipt.text(), words_of(&receipt.html())] {
        let line = format!("delete the admin key `terraform`: done at {at} (request {request}); api_key.deleted");
        assert!(words.contains(&line), "{line}: {words}");
    }
    // Whoever is gone with every key is done.
    let again = organization.plan(&offboard(&[MARCUS])).await.unwrap();
    assert!(again.is_empty() && again.already.len() == 1, "{}", again.text());
}

#[tokio::test]
async fn an_admin_key_that_cannot_be_deleted_leaves_the_receipt_open_and_says_why() {
    let (local, organization) = marcus_left_keys().await;
    local.control().set_faults(vec![format!("403:{DELETE_ADMIN_KEY}").parse().unwrap()]);
    let report = organization.run(FinishOffboarding::default()).await.unwrap();
    let receipt = report.value;
    assert!(!receipt.is_complete() && receipt.departures[0].admin_keys_left.len() == 1, "{}", receipt.text());
    assert_eq!(report.requests.by_route[LIST_ADMIN_KEYS], 2, "nothing to wait for");
    let failed = receipt.cleaned_up.iter().find(|step| step.action.contains("admin key")).unwrap();
    let why = failed.error.as_deref().unwrap();
    assert_eq!(failed.state, Some(State::Failed));
    for words in [receipt.text(), words_of(&receipt.html())] {
        assert!(words.contains("NOT COMPLETE") && words.contains("LEFT: `terraform`"), "{words}");
        assert!(words.contains("delete the admin key `terraform`: failed at ") && words.contains(why), "{words}");
    }
    // Held back, it is told too, and by whose rule.
    local.control().set_faults(Vec::new());
    let policy = Policy { minimum_owners: 1, protected: vec![MARCUS.into()], ..Policy::default() };
    let report = organization.clone().with_policy(policy).run(FinishOffboarding::default()).await.unwrap();
    assert!(!report.requests.by_route.contains_key(DELETE_ADMIN_KEY), "{:?}", report.requests);
    let text = report.value.text();
    assert!(!report.value.is_complete() && text.contains("held back at ") && text.contains("is protected"), "{text}");
    // A second time it works, and what was tried before stays told.
    let receipt = organization.run(FinishOffboarding::default()).await.unwrap().value;
    assert!(receipt.is_complete(), "{}", receipt.text());
    let states: Vec<_> = receipt
        .cleaned_up
        .iter()
        .filter(|step| !step.action.contains("in `Search Relevance`"))
        .map(|step| step.state.unwrap())
        .collect();
    assert_eq!(states, [State::Failed, State::Held, State::Done]);
}

#[tokio::test]
async fn admin_keys_of_somebody_who_is_gone_already_are_deleted() {
    let (local, organization) = marcus_left_keys().await;
    // Known by address from the journal, or by id.
    let id = organization.run(MakeReceipt::default()).await.unwrap().value.departures[0].user.clone();
    for who in [MARCUS, id.as_str()] {
        let plan = organization.plan(&offboard(&[who])).await.unwrap();
        let expected = ["delete the key `experiments` in `Search Relevance`", "delete the admin key `terraform`"];
        assert_eq!((actions(&plan), plan.notes.len()), (expected.to_vec(), 0), "{}", plan.text());
        assert_eq!(plan.requests.by_route[LIST_ADMIN_KEYS], 1, "{:?}", plan.requests);
    }
    // From a file, after somebody else has deleted it: named, and nothing is sent.
    let plan = organization.plan(&offboard(&[MARCUS])).await.unwrap();
    let saved = || Plan::from_file_text(&plan.to_file_text().unwrap(), "plan.json").unwrap();
    // The answer is lost: that it worked is told by reading.
    local.control().set_faults(vec![format!("reset-after:{DELETE_ADMIN_KEY}:1:times=1").parse().unwrap()]);
    let done = organization.apply(saved()).result().await.unwrap();
    assert_eq!((done.verdict(), done.count(StepStatus::Done)), (None, 2), "{done:?}");
    let receipt = organization.run(MakeReceipt { run: Some(done.run), ..MakeReceipt::default() }).await.unwrap().value;
    assert!(receipt.is_complete() && receipt.text().contains("delete the admin key `terraform`: done at"));
    let error = organization.apply(saved()).result().await.unwrap_err();
    let told = format!("the admin key {} of {id} exists: is gone", admin_key_of(&plan));
    assert!(error.message().contains(&told), "{error}");
}

const DELETE_ADMIN_KEY: &str = "DELETE /organization/admin_api_keys/{key_id}";
const LIST_ADMIN_KEYS: &str = "GET /organization/admin_api_keys";

/// Marcus is removed, and his keys live on, his admin key among them.
async fn marcus_left_keys() -> (Local, orgwarden::Organization) {
    let local = Local::demo().await;
    local.control().set_faults(vec!["keys-outlive".parse().unwrap()]);
    let organization = local.organization.clone().with_policy(Policy { minimum_owners: 1, ..Policy::default() });
    let done = organization.run(offboard(&[MARCUS])).await.unwrap().value;
    assert_eq!(done.verdict(), None);
    local.control().set_faults(Vec::new());
    (local, organization)
}

/// The admin key that a plan deletes.
fn admin_key_of(plan: &Plan) -> String {
    let key = plan.steps.iter().find_map(|step| match &step.act {
        orgwarden::plan::Act::DeleteAdminKey { key, .. } => Some(key.as_str().to_owned()),
        _ => None,
    });
    key.unwrap()
}

#[tokio::test]
async fn what_was_spent_is_told_as_far_as_it_can_be_attributed() {
    let local = Local::demo().await;
    let wish = OffboardMembers { spend: true, ..offboard(&[PRIYA, TOM]) };
    let report = local.organization.plan(&wish).await.unwrap();
    assert_eq!(report.requests.by_route["GET /organization/costs"], 1);
    let stakes = &report.offboarding.as_ref().unwrap().stakes;
    assert!(stakes[0].spent.unwrap().cents().unwrap() > 0 && stakes[1].spent.unwrap().cents() == Some(0), "{stakes:?}");
    let spent = format!("keys that have cost {:.2} in the last 30 days", stakes[0].spent.unwrap());
    assert!(report.steps[0].loses.contains(&spent), "{:?}", report.steps[0].loses);
    let text = report.text();
    assert!(
        text.contains(&spent) && text.contains("cannot be attributed to anybody: used by service accounts"),
        "{text}"
    );
    assert!(report.markdown().contains("30 days"));
    // An older API does not tell people apart: then it is asked by key, and says so.
    local.control().set_faults(vec!["400:GET /organization/costs:1:times=1".parse().unwrap()]);
    let older = local.organization.plan(&wish).await.unwrap();
    assert_eq!(older.offboarding.as_ref().unwrap().stakes[0].spent, stakes[0].spent);
    assert!(older.text().contains("by keys that are deleted by now"), "{}", older.text());
    // Whoever may not see costs may still let people go.
    let key = local
        .control()
        .add_admin_key(OLIVIA, "narrow", Some(&["api.management.read", "api.management.write", "api.groups.read"]))
        .unwrap();
    let narrow = local.with_key(&key.secret).plan(&wish).await.unwrap();
    assert_eq!((narrow.steps.len(), narrow.offboarding.as_ref().unwrap().stakes[0].spent), (2, None));
    assert!(narrow.text().contains("what their keys have cost could not be read"), "{}", narrow.text());
    assert!(
        !local
            .organization
            .plan(&offboard(&[PRIYA]))
            .await
            .unwrap()
            .requests
            .by_route
            .contains_key("GET /organization/costs")
    );
}

#[tokio::test]
async fn keys_of_service_accounts_that_they_could_have_read_are_listed() {
    let local = Local::demo().await;
    // Through the group of engineers, not as somebody who was added.
    let yuki = "yuki.tanaka@acme.example";
    let wish = OffboardMembers { rotate: true, ..offboard(&[yuki]) };
    let plan = local.organization.plan(&wish).await.unwrap();
    let rotate = plan.offboarding.as_ref().unwrap().rotate.as_deref().unwrap();
    assert_eq!(rotate.len(), 1);
    assert_eq!((rotate[0].owner.as_deref(), rotate[0].project.as_deref()), (Some("ci-bot"), Some("Data Pipeline")));
    assert!(
        plan.text().contains("To rotate: key `Secret Key`")
            && plan.text().contains("of the service account `ci-bot` in `Data Pipeline`, last used")
    );
    assert_eq!(actions(&plan), ["remove from the organization"], "listed, not deleted");
    local.organization.apply(plan).result().await.unwrap();
    let receipt = local.organization.run(FinishOffboarding::default()).await.unwrap().value;
    for words in [receipt.text(), words_of(&receipt.html()), serde_json::to_string(&receipt).unwrap()] {
        assert!(words.contains("ci-bot") && words.contains("Data Pipeline"), "{words}");
    }
    assert!(
        receipt.text().contains("Keys to rotate:") && receipt.text().contains("another service account"),
        "{}",
        receipt.text()
    );
    assert!(receipt.is_complete(), "{}", receipt.text());
    let none = OffboardMembers { rotate: true, ..offboard(&[TOM]) };
    let plan = local.organization.plan(&none).await.unwrap();
    assert!(plan.text().contains("could have read no key of a service account"), "{}", plan.text());
}

#[tokio::test]
async fn projects_get_a_new_owner_before_their_last_one_leaves() {
    let local = Local::demo().await;
    let support = project(&local, "Support Assistant").await;
    let (amara, hannah) = ("amara.okafor@acme.example", "hannah.cohen@acme.example");
    // Marcus owns the project too, but as an owner of the organization: that is none of its own.
    let wish = OffboardMembers { transfer_projects: Some(amara.into()), ..offboard(&[PRIYA, TOM]) };
    let kept = local.organization.clone().with_policy(Policy { keep_project_owners: true, ..Policy::default() });
    let held = kept.plan(&offboard(&[PRIYA])).await.unwrap();
    assert_eq!(held.held[0].guard, Guard::OwnerlessProject);
    let plan = kept.plan(&wish).await.unwrap();
    assert_eq!(
        actions(&plan),
        [
            "change the role in the project Support Assistant from member to owner",
            "remove from the organization",
            "remove from the organization"
        ]
    );
    assert_eq!((&*plan.steps[1].after, &*plan.steps[2].after), (&[0][..], &[][..]));
    assert!(plan.held.is_empty(), "the guard counts the new owner: {:?}", plan.held);
    assert_eq!(kept.apply(plan).result().await.unwrap().verdict(), None);
    let users =
        local.organization.client().all(orgwarden::api::project_users::list(&support.as_str().into())).await.unwrap();
    let owner = users.iter().find(|user| user.email.as_deref() == Some(amara)).unwrap();
    assert_eq!(owner.role, Some(ProjectRole::Owner));

    let wish = OffboardMembers { transfer_projects: Some(MARCUS.into()), ..offboard(&[amara]) };
    let plan = local.organization.plan(&wish).await.unwrap();
    assert_eq!(actions(&plan), ["remove from the organization"]);
    assert!(plan.already[0].state.contains("owner of the organization"), "{:?}", plan.already);
    local.control().add_to_project(hannah, &support, "owner").unwrap();
    let plan = local.organization.plan(&wish).await.unwrap();
    assert!(plan.already[0].state.contains("no project would be without"), "{:?}", plan.already);
    let wish = OffboardMembers { transfer_projects: Some(amara.into()), ..offboard(&[amara]) };
    assert!(local.organization.plan(&wish).await.unwrap_err().message().contains("among those who leave"));
}

#[tokio::test]
async fn a_successor_who_is_an_owner_already_is_enough() {
    let local = Local::demo().await;
    let owners = local.organization.clone().with_policy(Policy { minimum_owners: 1, ..Policy::default() });
    let plan = owners.plan(&OffboardMembers { successor: Some(MARCUS.into()), ..offboard(&[OLIVIA]) }).await.unwrap();
    assert_eq!((actions(&plan), plan.held.len()), (vec!["remove from the organization"], 0), "{:?}", plan.held);
    // From a file it is judged by what is so then.
    let saved = Plan::from_file_text(&plan.to_file_text().unwrap(), "plan.json").unwrap();
    let change = orgwarden::ops::SetRole { who: vec![PRIYA.into()], role: "owner".into() };
    local.organization.run(change).await.unwrap();
    let change = orgwarden::ops::SetRole { who: vec![MARCUS.into()], role: "reader".into() };
    owners.run(change).await.unwrap();
    let done = owners.apply(saved).result().await.unwrap();
    assert_eq!(done.held.iter().map(|held| held.guard).collect::<Vec<_>>(), [Guard::Yourself], "no owner any more");
    let plan = owners.plan(&OffboardMembers { successor: Some(PRIYA.into()), ..offboard(&[OLIVIA]) }).await.unwrap();
    let done = owners.apply(plan).result().await.unwrap();
    assert_eq!((done.verdict(), local.role_of(OLIVIA)), (None, None), "{done:?}");
}

#[tokio::test]
async fn in_stages_access_ends_and_membership_stays() {
    let local = Local::demo().await;
    local.control().add_to_project(MARCUS, &project(&local, "Data Pipeline").await, "owner").unwrap();
    let organization = local.organization.clone().with_policy(Policy { minimum_owners: 1, ..Policy::default() });
    let wish = OffboardMembers { staged: true, ..offboard(&[PRIYA, MARCUS]) };
    let plan = organization.plan(&wish).await.unwrap();
    let text = plan.text();
    for part in [
        "change the role from owner to reader",
        "remove from the project Support Assistant",
        "remove from the group Support",
        "limit the key `laptop` in `Support Assistant` to reading",
        "limit the key `experiments` in `Search Relevance` to reading",
        "`orgwarden offboard priya.natarajan@acme.example marcus.reyes@acme.example`",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let done = organization.apply(plan).result().await.unwrap();
    assert_eq!(done.verdict(), None, "{done:?}");
    assert_eq!((local.role_of(PRIYA).as_deref(), local.role_of(MARCUS).as_deref()), (Some("reader"), Some("reader")));
    // Nothing here limits an admin key, and with it an owner of before may be one again.
    assert!(text.contains("their admin key `terraform` is not limited by this"), "{text}");
    let receipt = organization.run(FinishOffboarding::default()).await.unwrap().value;
    assert!(!receipt.is_complete() && receipt.text().contains("STILL HAS ACCESS"), "{}", receipt.text());
    assert!(!receipt.complete);
    let key = receipt.suspensions[1].admin_keys_left[0].id.clone();
    organization.client().send(&orgwarden::api::admin_api_keys::delete(&key)).await.unwrap();
    let receipt = organization.run(FinishOffboarding::default()).await.unwrap().value;
    assert!(receipt.is_complete() && receipt.departures.is_empty(), "{}", receipt.text());
    let marcus = &receipt.suspensions[1];
    assert_eq!((marcus.projects.as_deref(), marcus.steps_left), (Some(&[][..]), 0));
    let kinds: Vec<&str> = marcus.audit_events.iter().map(|event| event.kind.as_str()).collect();
    assert!(kinds.contains(&"user.updated") && kinds.contains(&"api_key.updated"), "{kinds:?}");
    for words in [receipt.text(), words_of(&receipt.html())] {
        assert!(
            words.contains("without access, still a member") && words.contains("members without access"),
            "{words}"
        );
    }
    // Access that comes back is seen.
    local.control().add_to_project(PRIYA, &project(&local, "Support Assistant").await, "member").unwrap();
    let receipt = organization.run(MakeReceipt::default()).await.unwrap().value;
    assert!(!receipt.is_complete() && receipt.suspensions[0].usable_keys.len() == 1, "{}", receipt.text());
    // A second time, only what came back is taken; and then they leave.
    let again = organization.plan(&wish).await.unwrap();
    assert_eq!(again.already.iter().map(|already| &*already.subject).collect::<Vec<_>>(), [MARCUS]);
    assert_eq!(organization.run(offboard(&[PRIYA, MARCUS])).await.unwrap().value.verdict(), None);
    assert_eq!((local.role_of(PRIYA), local.role_of(MARCUS)), (None, None));
}

#[tokio::test]
async fn a_group_that_an_identity_provider_keeps_is_held_and_the_receipt_is_not_complete() {
    let local = Local::demo().await;
    let wish =
        OffboardMembers { staged: true, ..offboard(&["diego.fernández@acme.example", "chen.wei@acme.example"]) };
    let who: Vec<Who> = vec!["Chen Wei".into()];
    let plan = local.organization.plan(&OffboardMembers { who, ..wish }).await.unwrap();
    assert_eq!(plan.held[0].guard, Guard::ScimManaged);
    assert!(plan.held[0].reason.contains("`Engineering`"));
    local.organization.apply(plan).result().await.unwrap();
    let receipt = local.organization.run(MakeReceipt::default()).await.unwrap().value;
    assert!(!receipt.is_complete() && receipt.text().contains("Held back:"), "{}", receipt.text());
}

#[tokio::test]
async fn people_whose_projects_the_list_does_not_tell_are_looked_up_in_the_projects() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["bare-users".parse().unwrap()]);
    let plan = local.organization.plan(&offboard(&[PRIYA])).await.unwrap();
    assert!(plan.steps[0].loses.contains(&"`Support Assistant` as owner".to_owned()), "{:?}", plan.steps[0].loses);
}

/// Unknown proves nothing: where the list of members leaves out who is where, the projects are asked.
#[tokio::test]
async fn of_people_whose_projects_are_not_told_access_in_stages_is_proven_by_the_projects() {
    let local = Local::demo().await;
    let faults = |faults: &[&str]| local.control().set_faults(faults.iter().map(|one| one.parse().unwrap()).collect());
    let wish = OffboardMembers { staged: true, ..offboard(&[PRIYA, TOM]) };
    let done = local.organization.run(wish).await.unwrap().value;
    assert_eq!(done.verdict(), None, "{done:?}");
    let receipt = async || local.organization.run(MakeReceipt::default()).await.unwrap();
    let told = receipt().await;
    assert!(told.value.is_complete(), "{}", told.value.text());
    let users = "GET /organization/projects/{project_id}/users";
    assert!(!told.requests.by_route.contains_key(users), "{:?}", told.requests);

    faults(&["bare-users:GET /organization/users:1"]);
    let report = receipt().await;
    assert!(report.value.is_complete(), "{}", report.value.text());
    assert_eq!(report.requests.by_route[users] as usize, report.value.projects_read, "{:?}", report.requests);
    // Somebody puts one of them back. Without keys, only the project tells it.
    local.control().add_to_project(TOM, &project(&local, "Data Pipeline").await, "member").unwrap();
    let back = receipt().await.value;
    let tom = back.suspensions.iter().find(|person| person.subject == TOM).unwrap();
    assert_eq!(tom.projects.as_ref().unwrap()[0].name.as_deref(), Some("Data Pipeline"));
    assert!(!back.is_complete() && !tom.is_proven(), "{}", back.text());

    // Who has no role that is told may be an owner; and who has no address that is told is there all the same.
    let out = orgwarden::ops::RemoveFromProject { project: "Data Pipeline".into(), who: vec![TOM.into()] };
    local.organization.run(out).await.unwrap();
    let run = Some(done.run);
    let receipt = async || {
        local.organization.run(MakeReceipt { run: run.clone(), ..MakeReceipt::default() }).await.unwrap().value
    };
    assert!(receipt().await.is_complete());
    faults(&["nameless-users:GET /organization/users:1"]);
    let nameless = receipt().await;
    assert!(nameless.suspensions.iter().all(|person| person.is_member && person.role.is_none()));
    assert!(!nameless.is_complete() && nameless.text().contains("NOT PROVEN"), "{}", nameless.text());
    // Who is gone altogether has no access.
    faults(&[]);
    local.organization.run(offboard(&[PRIYA, TOM])).await.unwrap();
    let gone = receipt().await;
    assert!(gone.is_complete() && gone.text().contains("a member no more"), "{}", gone.text());
}

#[tokio::test]
async fn groups_that_may_not_be_read_stop_nobody() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["403:GET /organization/groups*".parse().unwrap()]);
    let plan = local.organization.plan(&offboard(&[PRIYA])).await.unwrap();
    assert_eq!((plan.steps.len(), &plan.offboarding.as_ref().unwrap().stakes[0].groups), (1, &None));
    assert!(plan.text().contains("their groups could not be read"), "{}", plan.text());
    // In stages nobody is removed: what groups give them is theirs still, and is not called taken.
    let wish = OffboardMembers { staged: true, rotate: true, ..offboard(&[PRIYA]) };
    let plan = local.organization.plan(&wish).await.unwrap();
    assert!(plan.text().contains("they KEEP until they are removed"), "{}", plan.text());
    assert!(!plan.text().contains("could have read no key"), "{}", plan.text());
    local.organization.apply(plan).result().await.unwrap();
    let receipt = local.organization.run(FinishOffboarding::default()).await.unwrap().value;
    assert!(!receipt.is_complete() && receipt.text().contains("NOT READ"), "{}", receipt.text());
}

#[tokio::test]
async fn an_invitation_that_could_not_be_cancelled_is_not_called_moot() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["409:DELETE /organization/invites/{invite_id}:1".parse().unwrap()]);
    let mut plan = local.organization.plan(&offboard(&[TOM, "nadia.haddad@acme.example"])).await.unwrap();
    // The invitation of somebody who leaves stands below the same address.
    for step in &mut plan.steps {
        TOM.clone_into(&mut step.subject);
    }
    local.organization.apply(plan).result().await.unwrap();
    assert_eq!(local.role_of(TOM), None);
    let receipt = local.organization.run(FinishOffboarding::default()).await.unwrap().value;
    assert!(receipt.departures[0].is_proven() && !receipt.is_complete(), "{}", receipt.text());
}

#[tokio::test]
async fn one_person_who_takes_over_everything_is_made_an_owner_only_once() {
    let local = Local::demo().await;
    let amara = "amara.okafor@acme.example";
    let wish = OffboardMembers {
        successor: Some(amara.into()),
        transfer_projects: Some(amara.into()),
        ..offboard(&[PRIYA, MARCUS])
    };
    let plan = local.organization.plan(&wish).await.unwrap();
    assert_eq!(actions(&plan)[0], "change the role from reader to owner");
    assert!(!actions(&plan).iter().any(|action| action.contains("in the project")), "{}", plan.text());
    let priya = plan.steps.iter().find(|step| step.subject == PRIYA).unwrap();
    assert!(priya.after.contains(&0), "the project is not without an owner meanwhile");
    assert_eq!(local.organization.apply(plan).result().await.unwrap().verdict(), None);
    assert_eq!((local.role_of(PRIYA), local.role_of(MARCUS)), (None, None));
}

#[tokio::test]
async fn owners_of_the_organization_leave_no_project_without_an_owner() {
    let local = Local::demo().await;
    local.control().set_faults(vec!["bare-users".parse().unwrap()]);
    let wish = OffboardMembers { transfer_projects: Some("amara.okafor@acme.example".into()), ..offboard(&[MARCUS]) };
    let organization = local.organization.clone().with_policy(Policy { minimum_owners: 1, ..Policy::default() });
    let plan = organization.plan(&wish).await.unwrap();
    assert!(plan.already[0].state.contains("no project would be without"), "{}", plan.text());
}

#[tokio::test]
async fn whom_the_journal_knows_by_an_old_address_is_not_taken_for_gone() {
    let local = Local::demo().await;
    let old = "tom.becker@old.example";
    local.control().set_faults(vec!["403:DELETE /organization/users/{user_id}:1".parse().unwrap()]);
    let mut plan = local.organization.plan(&offboard(&[TOM])).await.unwrap();
    old.clone_into(&mut plan.steps[0].subject);
    local.organization.apply(plan).result().await.unwrap();
    let error = local.organization.plan(&offboard(&[old])).await.unwrap_err();
    assert!(error.message().contains(TOM), "their keys are those of a member: {error}");
}

#[tokio::test]
async fn an_address_that_misses_a_member_by_a_slip_is_no_success() {
    let local = Local::demo().await;
    for slip in ["tom.beker@acme.example", "tom.becekr@acme.example", "tom.becker@acme.exmaple"] {
        let error = local.organization.plan(&offboard(&[slip])).await.unwrap_err();
        assert!(error.hint().unwrap().contains(TOM), "{slip}: {error:?}");
    }
    let plan = local.organization.plan(&offboard(&["somebody.else@acme.example"])).await.unwrap();
    assert!(plan.is_empty() && plan.already.len() == 1);
}

#[tokio::test]
async fn a_receipt_is_not_made_with_the_key_of_another_organization() {
    let local = Local::demo().await;
    let folder = tempfile::tempdir().unwrap();
    let journal = || orgwarden::journal::Journal::at(folder.path().join("state.sqlite"));
    local.organization.clone().with_journal(journal()).run(offboard(&[TOM])).await.unwrap();
    let other = Local::demo().await;
    let organization = other.organization.clone().with_journal(journal());
    let error = organization.run(MakeReceipt::default()).await.unwrap_err();
    assert_eq!(error.kind(), orgwarden::ErrorKind::Guard, "{error}");
}

#[tokio::test]
async fn what_is_left_is_shown_and_not_called_complete() {
    let local = Local::demo().await;
    let tom = local.control().users().into_iter().find(|user| user.email.as_deref() == Some(TOM)).unwrap();
    // A list that lags, as the live API's do.
    local.control().set_faults(vec!["stale=3600s:GET /organization/users:1".parse().unwrap()]);
    let done = local.organization.run(offboard(&[TOM])).await.unwrap().value;
    let receipt =
        local.organization.run(MakeReceipt { run: Some(done.run), ..MakeReceipt::default() }).await.unwrap().value;
    assert!(!receipt.is_complete() && receipt.departures[0].still_listed);
    assert!(
        receipt.text().contains("STILL ON THE LIST") && receipt.text().contains("NOT COMPLETE"),
        "{}",
        receipt.text()
    );
    assert_eq!(receipt.departures[0].user, tom.id);
}

#[tokio::test]
async fn an_owner_is_demoted_first_and_the_owner_of_the_key_needs_a_successor() {
    let local = Local::demo().await;
    let held = local.organization.plan(&offboard(&[OLIVIA, TOM])).await.unwrap();
    assert_eq!(held.held.iter().map(|held| held.guard).collect::<Vec<_>>(), [Guard::Yourself]);
    assert_eq!(held.steps.len(), 1);
    let marcus = local.organization.clone().with_policy(Policy { minimum_owners: 1, ..Policy::default() });
    let plan = marcus.plan(&offboard(&[MARCUS])).await.unwrap();
    assert_eq!(
        plan.steps.iter().map(|step| &*step.action).collect::<Vec<_>>(),
        ["change the role from owner to reader", "remove from the organization"]
    );
    let done = marcus.apply(plan).result().await.unwrap();
    assert_eq!((done.count(StepStatus::Done), local.role_of(MARCUS)), (2, None), "{done:?}");

    let wish = OffboardMembers { successor: Some(PRIYA.into()), ..offboard(&[OLIVIA, TOM]) };
    let plan = marcus.plan(&wish).await.unwrap();
    let lines: Vec<&str> = plan.steps.iter().map(|step| &*step.action).collect();
    assert_eq!(
        lines,
        ["change the role from reader to owner", "remove from the organization", "remove from the organization"]
    );
    let done = marcus.apply(plan).result().await.unwrap();
    assert_eq!(done.count(StepStatus::Done), 3, "{done:?}");
    assert_eq!(local.role_of(PRIYA).as_deref(), Some("owner"));
    assert_eq!((local.role_of(OLIVIA), local.role_of(TOM)), (None, None));
}

#[tokio::test]
async fn somebody_who_is_gone_is_done_and_a_misspelt_name_is_not() {
    let local = Local::demo().await;
    local.organization.run(offboard(&[TOM])).await.unwrap();
    let done = local.organization.run(offboard(&[TOM])).await.unwrap().value;
    assert_eq!((done.already.len(), done.results.len(), done.verdict()), (1, 0, None));
    assert!(local.organization.run(offboard(&["Priya Natarajn"])).await.unwrap_err().hint().is_some());
}
