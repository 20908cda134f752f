//! Guards as data: the same table is run here in the core, and by the command line's tests through the binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod apply;
#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use orgwarden::Organization;
use orgwarden::apply::{Done, StepStatus};
use orgwarden::guard::Policy;
use orgwarden::ops::{
    AddToProject, AssignRole, DeleteKeys, FreezeKeys, RemoveFromProject, RemoveMembers, SetRole, UnassignRole,
};
use orgwarden::plan::Plan;
use orgwarden::roster::Who;
use serde::Deserialize;
use support::Local;

/// One line of the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// Who is made an owner before, besides Olivia, whose key it is, and Marcus.
    #[serde(default)]
    owners: Vec<String>,
    /// Who is given the role `Cost reader` before.
    #[serde(default)]
    roles: Vec<String>,
    /// Whom an identity provider manages.
    #[serde(default)]
    scim: Vec<String>,
    /// Who is made the owner of which project before.
    #[serde(default)]
    project_owners: Vec<(String, String)>,
    #[serde(default)]
    policy: Policy,
    wish: Wish,
    /// Whom steps are about that go on.
    done: BTreeSet<String>,
    /// Who is held, and by which guard.
    held: BTreeMap<String, String>,
    /// The flags that would allow it all. Absent: no flag does.
    #[serde(default)]
    allow: Vec<String>,
}

impl Case {
    /// The flags, each with its value if it takes one.
    fn flags(&self) -> Vec<&[String]> {
        self.allow.chunk_by(|_, next| !next.starts_with("--")).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    act: String,
    who: Vec<String>,
    successor: Option<String>,
    project: Option<String>,
    role: Option<String>,
    scopes: Option<Vec<String>>,
}

impl Wish {
    async fn plan(&self, organization: &Organization) -> Plan {
        let who: Vec<Who> = self.who.iter().cloned().map(Who::from).collect();
        let plan = match &*self.act {
            "remove" => {
                let successor = self.successor.clone().map(Who::from);
                let wish = RemoveMembers { who, show_keys: false, gone_is_done: true, successor };
                organization.plan(&wish).await
            }
            "leave" => {
                let project = self.project.clone().unwrap();
                organization.plan(&RemoveFromProject { project, who }).await
            }
            "delete-key" => {
                let wish =
                    DeleteKeys { keys: self.who.clone(), project: self.project.clone(), ..DeleteKeys::default() };
                organization.plan(&wish).await
            }
            "freeze-key" => {
                let (keys, project, scopes) = (self.who.clone(), self.project.clone(), self.scopes.clone());
                organization.plan(&FreezeKeys { keys, project, scopes, ..FreezeKeys::default() }).await
            }
            "assign" => organization.plan(&assign(self.role.as_deref().unwrap(), &self.who)).await,
            "unassign" => {
                let AssignRole { role, project, who, groups } = assign(self.role.as_deref().unwrap(), &self.who);
                organization.plan(&UnassignRole { role, project, who, groups }).await
            }
            role => organization.plan(&SetRole { who, role: role.to_owned() }).await,
        };
        plan.unwrap()
    }
}

fn assign(role: &str, who: &[String]) -> AssignRole {
    let who = who.iter().cloned().map(Who::from).collect();
    AssignRole { role: role.to_owned(), project: None, who, groups: Vec::new() }
}

/// The policy that the flags of the command line make of it.
fn with_flags(policy: &Policy, flags: &[&[String]]) -> Policy {
    let mut policy = policy.clone();
    for flag in flags {
        let number = || flag[1].parse().unwrap();
        match &*flag[0] {
            "--min-owners" => policy.minimum_owners = number(),
            "--max-removals" => policy.maximum_removals = number(),
            "--max-removal-percent" => policy.maximum_removal_percent = number(),
            "--allow-scim" => policy.allow_scim = true,
            "--allow-ownerless" => policy.keep_project_owners = false,
            flag => panic!("{flag} is no flag of guards"),
        }
    }
    policy
}

async fn make_owners(local: &Local, who: &[String]) {
    if !who.is_empty() {
        let wish = SetRole { who: who.iter().cloned().map(Who::from).collect(), role: "owner".to_owned() };
        let plan = local.organization.plan(&wish).await.unwrap();
        assert_eq!(local.organization.apply(plan).result().await.unwrap().verdict(), None);
    }
}

/// What the identity provider and others have done before.
async fn make_facts(local: &Local, case: &Case) {
    for email in &case.scim {
        local.control().provision_user(email, true).unwrap();
    }
    for (email, project) in &case.project_owners {
        let wish =
            AddToProject { project: project.clone(), who: vec![email.as_str().into()], role: Some("owner".to_owned()) };
        let plan = local.organization.plan(&wish).await.unwrap();
        assert_eq!(local.organization.apply(plan).result().await.unwrap().verdict(), None);
    }
}

fn well(done: &Done) -> BTreeSet<String> {
    done.results
        .iter()
        .filter(|result| result.status == StepStatus::Done)
        .map(|result| result.subject.clone())
        .collect()
}

fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[tokio::test]
async fn every_case_of_the_table_is_judged_as_it_says() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("cases.json")).unwrap();
    assert!(cases.len() >= 40);
    for case in &cases {
        let name = &case.name;
        let local = Local::demo().await;
        make_owners(&local, &case.owners).await;
        if !case.roles.is_empty() {
            local.organization.run(assign("Cost reader", &case.roles)).await.unwrap();
        }
        make_facts(&local, case).await;
        let organization = local.organization.clone().with_policy(case.policy.clone());
        let plan = case.wish.plan(&organization).await;
        let held: BTreeMap<String, String> =
            plan.held.iter().map(|held| (held.subject.clone(), word(&held.guard))).collect();
        assert_eq!(held, case.held, "{name}");
        for held in &plan.held {
            let allow = held.allow.as_deref().unwrap_or_default();
            // The rule with its number, and the flag with its own.
            for flag in case.flags() {
                assert!(allow.contains(&flag.join(" ")), "{name}: {allow}");
                assert!(allow.contains("under [guards]"), "{name}: {allow}");
                assert!(flag.len() == 1 || held.reason.contains(char::is_numeric), "{name}: {held:?}");
            }
        }
        let done = organization.apply(plan).result().await.unwrap();
        assert_eq!(well(&done), case.done, "{name}");
        for email in case.held.keys() {
            assert!(local.role_of(email).is_some(), "{name}: {email} is gone although held");
        }
        if !case.allow.is_empty() {
            let allowed = organization.with_policy(with_flags(&case.policy, &case.flags()));
            let plan = case.wish.plan(&allowed).await;
            assert!(plan.held.is_empty() && !plan.steps.is_empty(), "{name}: {:?}", plan.held);
            assert_eq!(allowed.apply(plan).result().await.unwrap().verdict(), None, "{name}");
        }
    }
}

#[test]
fn the_guide_names_exactly_the_guards_and_the_lines_of_the_policy_that_there_are() {
    let guide = include_str!("../../../../docs/guards.md");
    let rows = guide.lines().filter(|line| line.starts_with("| `"));
    let cells: Vec<Vec<&str>> = rows.map(|row| row.split('|').map(str::trim).collect()).collect();
    let named = |cell: usize| -> BTreeSet<&str> {
        cells.iter().filter_map(|row| row[cell].strip_prefix('`')?.strip_suffix('`')).collect()
    };
    let guards = serde_json::to_value(schemars::schema_for!(orgwarden::guard::Guard)).unwrap();
    let guards: BTreeSet<&str> =
        guards["oneOf"].as_array().unwrap().iter().map(|rule| rule["const"].as_str().unwrap()).collect();
    assert_eq!(named(1), guards);
    let policy = serde_json::to_value(Policy::default()).unwrap();
    let lines: BTreeSet<String> = policy
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, usual)| if usual.is_array() { name.clone() } else { format!("{name} = {usual}") })
        .collect();
    assert_eq!(named(3), lines.iter().map(String::as_str).collect());
}
