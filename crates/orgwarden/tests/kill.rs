//! A plan whose process is killed at every write of the journal in turn, and resumed: the end is that of a run that
//! nothing disturbed.
//!
//! The sandbox lives in this process. The plan is applied by a child, this binary again, which sends itself SIGKILL at the
//! n-th moment around a write: before or after it, and so before or after each request. The rest is another child's.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail, and shows its figures"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::{StreamExt as _, stream};
use orgwarden::Organization;
use orgwarden::api::client::BaseUrl;
use orgwarden::api::invites::{self, NewInvite, ProjectGrant};
use orgwarden::api::model::{Cents, GroupId, OrganizationRole, ProjectId, ProjectRole, ProjectStatus, User};
use orgwarden::api::project_api_keys::OwnerAccess;
use orgwarden::api::projects::NewProject;
use orgwarden::api::role_assignments::Holder;
use orgwarden::api::roles::NewRole;
use orgwarden::api::spend_alerts::SpendAlertSettings;
use orgwarden::api::users::UserChange;
use orgwarden::api::{
    Client, Clock, Key, Scope, SystemClock, admin_api_keys, audit_logs, group_users, groups, project_api_keys,
    project_users, projects, role_assignments, roles, service_accounts, spend_alerts, spend_limits, users,
};
use orgwarden::guard::Policy;
use orgwarden::journal::{Journal, Moment, RunState, State};
use orgwarden::plan::{self, Act, AlertTerms, Condition, Plan, Step};
use orgwarden_sandbox::{Fault, Options, Sandbox, Seed};
use serde::{Deserialize, Serialize};
use support::LeapClock;

const CHILD: &str = "ORGWARDEN_TEST_KILL";
/// How large the sweep is; its plan has about so many steps.
const SWEEP: &str = "ORGWARDEN_SWEEP";
/// How many steps are made of a block of people.
const BLOCK: usize = 19;
/// How often a run is resumed until everything is settled, when faults get in the way again.
const RESUMPTIONS: usize = 6;

/// What a child does.
#[derive(Clone, Serialize, Deserialize)]
struct Task {
    base_url: String,
    organization: String,
    key: String,
    journal: PathBuf,
    plan: PathBuf,
    /// The run to resume; none: the plan is applied.
    resume: Option<String>,
    /// The moment at which it kills itself, counted from 1.
    kill_at: Option<usize>,
    /// Whether it waits for a line once it has the run.
    waits: bool,
}

/// The machine's time, on which waiting takes none.
#[derive(Debug)]
struct Hasty;

impl Clock for Hasty {
    fn now_ms(&self) -> i64 {
        SystemClock.now_ms()
    }

    fn sleep(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(std::future::ready(()))
    }
}

/// Not a test of its own: the process that is killed, or that resumes.
#[test]
fn child() {
    let Some(task) = std::env::var_os(CHILD) else { return };
    let task: Task = serde_json::from_str(task.to_str().unwrap()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let moments = AtomicUsize::new(0);
        let journal = Journal::at(task.journal.clone()).watched(move |moment| {
            if Some(moments.fetch_add(1, Ordering::SeqCst) + 1) == task.kill_at {
                rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL).unwrap();
            }
            if task.waits && moment == Moment::After(State::Resumed) {
                println!("\nholding");
                std::io::stdin().lock().read_line(&mut String::new()).unwrap();
            }
        });
        let client =
            Client::builder(BaseUrl::parse(&task.base_url, "test").unwrap(), Key::new(task.key.clone()).unwrap())
                .organization(Some(task.organization.clone()))
                .clock(Arc::new(LeapClock::default()))
                .build()
                .unwrap();
        let organization =
            Organization::new(client).with_clock(Arc::new(Hasty)).with_journal(journal).with_policy(policy());
        let job = match &task.resume {
            Some(run) => organization.resume(run),
            None => organization.apply(serde_json::from_slice(&std::fs::read(&task.plan).unwrap()).unwrap()),
        };
        let done = job.result().await.unwrap();
        assert!(done.journal_error.is_none(), "{done:?}");
        assert!(done.held.is_empty(), "{:?}", done.held);
    });
}

/// What lets the whole plan through.
fn policy() -> Policy {
    Policy { maximum_removals: 1000, maximum_removal_percent: 100, ..Policy::default() }
}

fn spawn(task: &Task) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--quiet", "--nocapture"])
        .env(CHILD, serde_json::to_string(task).unwrap())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Lets a child run; whether it was killed.
fn is_killed(task: &Task) -> bool {
    let output = spawn(task).wait_with_output().unwrap();
    if output.status.signal() == Some(9) {
        assert!(task.kill_at.is_some());
        return true;
    }
    let told = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&told));
    false
}

/// An organization in a file, and a plan for it.
struct World {
    directory: tempfile::TempDir,
    steps: usize,
    project: ProjectId,
    group: GroupId,
}

/// An organization as it is in the end, without the ids of what is new.
#[derive(Clone, Debug, PartialEq)]
struct End {
    lines: BTreeSet<String>,
    events: BTreeMap<String, usize>,
}

fn client(sandbox: &Sandbox) -> Client {
    support::builder(sandbox, sandbox.admin_key()).build().unwrap()
}

fn step(subject: &str, act: Act) -> Step {
    Step {
        subject: subject.to_owned(),
        action: "a step of the sweep".to_owned(),
        reason: None,
        loses: Vec::new(),
        act,
        after: Vec::new(),
        requires: Vec::new(),
    }
}

impl World {
    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// Makes an organization and a plan of so many blocks: each is of everything that a step can do,
    /// but for new alerts: two can be alike, so one that is in doubt stays in doubt.
    async fn make(blocks: usize) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let data = directory.path().join("seed.sqlite");
        let members = u32::try_from(blocks * 7 + 5).unwrap();
        let seed = Seed::Size { members, projects: 2 };
        let sandbox = Sandbox::start(Options { data: Some(data), seed, ..Options::default() }).await.unwrap();
        let (client, control) = (client(&sandbox), sandbox.control());
        let new = NewProject { name: "Kill".to_owned(), residency: None, external_key_id: None };
        let project = client.send(&projects::create(&new)).await.unwrap().id;
        let group = client.send(&groups::create("Team")).await.unwrap().id;
        let new = NewRole { name: "Role".to_owned(), permissions: Vec::new(), description: None };
        let role = client.send(&roles::create(Scope::Organization, &new)).await.unwrap().id;
        let mut people = control.users();
        people.retain(|user| user.role == Some(OrganizationRole::Reader));
        let grants = vec![ProjectGrant { id: project.clone(), role: ProjectRole::Member }];
        let mut plan = Plan::default();
        for (number, block) in people.chunks_exact(7).take(blocks).enumerate() {
            let address = |user: &User| user.email.as_deref().unwrap().to_owned();
            let id = |place: usize| block[place].id.clone();
            for place in [2, 3] {
                control.add_to_project(block[place].id.as_str(), project.as_str(), "member").unwrap();
            }
            let key = control.add_key(block[6].id.as_str(), project.as_str(), "key").unwrap().id;
            let admin_key = control.add_admin_key(block[6].id.as_str(), "admin", None).unwrap().id;
            let new = NewProject { name: format!("Kill {number}"), residency: None, external_key_id: None };
            let own = client.send(&projects::create(&new)).await.unwrap().id;
            let closed = client.send(&projects::create(&new)).await.unwrap().id;
            let account = control.add_service_account(own.as_str(), "robot").unwrap();
            let frozen = control.add_key(block[0].id.as_str(), project.as_str(), "frozen").unwrap().id;
            client.send(&role_assignments::create(Scope::Organization, Holder::User(&id(1)), &role)).await.unwrap();
            let terms = |cents: u64| AlertTerms {
                cents: Cents::new(cents),
                recipients: vec![address(&block[0])],
                subject_prefix: None,
            };
            let mut alerts = Vec::new();
            for cents in [100, 200] {
                let settings = SpendAlertSettings {
                    threshold: Cents::new(cents),
                    recipients: terms(cents).recipients,
                    subject_prefix: None,
                };
                alerts.push(client.send(&spend_alerts::create(Scope::Project(&own), &settings)).await.unwrap().id);
            }
            let limited = Some(own.clone());
            if number % 2 == 1 {
                client.send(&spend_limits::set(Scope::Project(&own), Cents::new(7))).await.unwrap();
            }
            let is_in_group = number % 2 == 1;
            if is_in_group {
                client.send(&group_users::create(&group, &id(4))).await.unwrap();
            }
            let old = format!("old{number}@example.com");
            let invitation =
                NewInvite { email: old.clone(), role: OrganizationRole::Reader, projects: Some(Vec::new()) };
            let old_id = client.send(&invites::create(&invitation)).await.unwrap().id;
            let invite = |email: &str, projects: Vec<ProjectGrant>| Act::Invite {
                email: email.to_owned(),
                role: OrganizationRole::Reader,
                projects: Some(projects),
            };
            let new = format!("new{number}@example.com");
            plan.steps.push(step(&new, invite(&new, grants.clone())));
            plan.steps.push(step(&old, Act::CancelInvite { invite: old_id.clone() }));
            let mut again = step(&old, invite(&old, grants.clone()));
            again.after = vec![plan.steps.len() - 1];
            again.requires = vec![Condition::NotInvited { email: old.clone(), besides: Some(old_id) }];
            plan.steps.push(again);
            let project = project.clone();
            let group = group.clone();
            let group_act = if is_in_group {
                Act::RemoveFromGroup { group, user: id(4) }
            } else {
                Act::AddToGroup { group, user: id(4) }
            };
            let mut gone = step(&address(&block[5]), Act::Remove { user: id(5) });
            gone.requires = vec![Condition::Member {
                user: id(5),
                email: Some(address(&block[5])),
                role: Some(OrganizationRole::Reader),
            }];
            let acts = [
                Act::SetRole { user: id(0), role: OrganizationRole::Owner },
                Act::AddToProject { project: project.clone(), user: id(1), role: ProjectRole::Member },
                Act::SetProjectRole { project: project.clone(), user: id(2), role: ProjectRole::Owner },
                Act::RemoveFromProject { project: project.clone(), user: id(3) },
                group_act,
            ];
            plan.steps.extend(acts.into_iter().enumerate().map(|(place, act)| step(&address(&block[place]), act)));
            plan.steps.push(gone);
            plan.steps.push(step(&address(&block[6]), Act::DeleteKey { project: project.clone(), key, owner: None }));
            let holder = |place: usize| plan::Holder::User(id(place));
            let (first, second) = (alerts[0].clone(), alerts[1].clone());
            let things = [
                Act::AssignRole { project: None, holder: holder(2), role: role.clone() },
                Act::UnassignRole { project: None, holder: holder(1), role: role.clone() },
                Act::DeleteAdminKey { key: admin_key, owner: None },
                Act::FreezeKey {
                    project: project.clone(),
                    key: frozen.clone(),
                    owner: None,
                    scopes: vec!["api.all.read".to_owned()],
                    expires_in_seconds: None,
                },
                Act::DeleteServiceAccount { project: own.clone(), account: account.as_str().into() },
                if number % 2 == 1 {
                    Act::DeleteSpendLimit { project: limited.clone() }
                } else {
                    Act::SetSpendLimit { project: limited.clone(), cents: Cents::new(500) }
                },
                Act::ReplaceSpendAlert { project: limited.clone(), id: first, alert: terms(300) },
                Act::DeleteSpendAlert { project: limited.clone(), id: second },
                Act::ArchiveProject { project: closed },
            ];
            plan.steps.extend(things.into_iter().map(|act| step("a thing", act)));
        }
        plan.policy = policy();
        let steps = plan.steps.len();
        assert_eq!(steps, blocks * BLOCK);
        sandbox.stop().await;
        std::fs::write(directory.path().join("plan.json"), serde_json::to_vec(&plan).unwrap()).unwrap();
        Self { directory, steps, project, group }
    }

    /// The moments of a run that nothing disturbs: before and after its beginning, its end, and two writes for each step.
    fn moments(&self) -> usize {
        2 * (2 + 2 * self.steps)
    }

    /// The organization as it was made, running, and a task for it.
    async fn start(&self, name: &str, faults: &[Fault]) -> (Sandbox, Task) {
        let folder = self.path(name);
        std::fs::create_dir(&folder).unwrap();
        let data = folder.join("organization.sqlite");
        std::fs::copy(self.path("seed.sqlite"), &data).unwrap();
        let sandbox =
            Sandbox::start(Options { data: Some(data), faults: faults.to_vec(), ..Options::default() }).await.unwrap();
        let task = Task {
            base_url: sandbox.base_url(),
            organization: sandbox.organization().to_owned(),
            key: sandbox.admin_key().to_owned(),
            journal: folder.join("journal.sqlite"),
            plan: self.path("plan.json"),
            resume: None,
            kill_at: None,
            waits: false,
        };
        (sandbox, task)
    }

    /// What the organization has come to, read without faults.
    async fn end(&self, sandbox: &Sandbox) -> End {
        sandbox.control().set_faults(Vec::new());
        let client = client(sandbox);
        let mut lines = BTreeSet::new();
        for user in sandbox.control().users() {
            lines.insert(format!("user {} {:?} {:?}", user.id, user.email, user.role));
        }
        for invite in sandbox.control().invites() {
            lines.insert(format!(
                "invite {:?} {:?} {:?} {:?}",
                invite.email, invite.role, invite.status, invite.projects
            ));
        }
        let counted = sandbox.control().invites().len();
        lines.insert(format!("{counted} invites"));
        for place in client.all(project_users::list(&self.project)).await.unwrap() {
            lines.insert(format!("project {} {:?}", place.id, place.role));
        }
        for user in client.all(group_users::list(&self.group)).await.unwrap() {
            lines.insert(format!("group {}", user.id));
        }
        for key in client.all(project_api_keys::list(&self.project, OwnerAccess::Any)).await.unwrap() {
            lines.insert(format!("key {}", key.id));
        }
        for key in client.all(admin_api_keys::list()).await.unwrap() {
            lines.insert(format!("admin key {}", key.id));
        }
        for user in sandbox.control().users() {
            let call = role_assignments::list(Scope::Organization, Holder::User(&user.id));
            for role in client.all(call).await.unwrap() {
                lines.insert(format!("role {} {}", user.id, role.id));
            }
        }
        for project in client.all(projects::list(true)).await.unwrap() {
            lines.insert(format!("project {} {:?}", project.id, project.status));
            if project.status == Some(ProjectStatus::Archived) {
                continue;
            }
            for account in client.all(service_accounts::list(&project.id)).await.unwrap() {
                lines.insert(format!("account {}", account.id));
            }
            let limit = client.find(&spend_limits::retrieve(Scope::Project(&project.id))).await.unwrap();
            lines.insert(format!("limit {} {:?}", project.id, limit.map(|limit| limit.threshold_amount)));
            for alert in client.all(spend_alerts::list(Scope::Project(&project.id))).await.unwrap() {
                lines.insert(format!("alert {} {}", alert.id, alert.threshold_amount));
            }
        }
        let mut events: BTreeMap<String, usize> = BTreeMap::new();
        for event in client.all(audit_logs::list(&audit_logs::AuditFilter::default())).await.unwrap() {
            *events.entry(event.kind.as_str().to_owned()).or_default() += 1;
        }
        End { lines, events }
    }
}

/// How a killed run went.
#[derive(Clone, Debug, Default)]
struct Story {
    end: Option<End>,
    kills: usize,
    /// Steps that were in doubt after the kills.
    doubts: usize,
    /// Steps that were settled by reading.
    by_reading: usize,
    /// What took effect, by request.
    applied: BTreeMap<String, usize>,
    faults: u64,
}

impl World {
    /// Applies the plan in a child that is killed at these moments, one after the other, and resumes until it is over.
    async fn live(&self, name: &str, kills: &[usize], faults: &[Fault]) -> Story {
        let (sandbox, mut task) = self.start(name, faults).await;
        let mut story = Story::default();
        let mut rounds = 0;
        loop {
            task.kill_at = kills.get(rounds).copied();
            rounds += 1;
            let child = task.clone();
            // The sandbox of this process must go on meanwhile.
            let killed = tokio::task::spawn_blocking(move || is_killed(&child)).await.unwrap();
            story.kills += usize::from(killed);
            let journal = Journal::at(task.journal.clone());
            let runs = journal.runs().unwrap();
            assert!(runs.len() <= 1, "{runs:?}");
            let found = journal.verify(None).unwrap();
            assert!(found.problems.is_empty(), "{name}: {found:?}");
            let Some(run) = runs.first() else { continue };
            story.doubts += run.unknown;
            task.resume = Some(run.id.clone());
            if run.state == RunState::Ended {
                break;
            }
            assert!(rounds < RESUMPTIONS + kills.len(), "{name}: {run:?}");
        }
        let journal = Journal::at(task.journal.clone());
        let (run, entries) = journal.entries(task.resume.as_deref().unwrap()).unwrap();
        assert_eq!((run.done, run.steps), (self.steps, self.steps), "{name}: {run:?}");
        let last = journal.run(&run.id).unwrap().steps;
        story.by_reading = last.values().filter(|entry| entry.found_by_reading).count();
        for number in 0..self.steps {
            let sent =
                entries.iter().filter(|entry| entry.step == Some(number) && entry.state == State::Sending).count();
            assert!((1..=rounds).contains(&sent), "{name}: step {number} was announced {sent} times");
        }
        for entry in sandbox.control().log() {
            if entry.method != "GET" && entry.status.is_some_and(|status| status < 300) {
                *story.applied.entry(format!("{} {}", entry.method, entry.path)).or_default() += 1;
            }
        }
        let counts = sandbox.control().counts();
        story.faults = counts.values().flat_map(|route| route.faults.values()).sum();
        story.end = Some(self.end(&sandbox).await);
        sandbox.stop().await;
        std::fs::remove_dir_all(self.path(name)).unwrap();
        story
    }

    /// Kills at every moment in turn; `second` says at which moment of the resumption it is killed again.
    async fn sweep(&self, faults: &[Fault], second: impl Fn(usize) -> Option<usize>) {
        let started = Instant::now();
        let undisturbed = self.live("undisturbed", &[], &[]).await;
        assert_eq!((undisturbed.kills, undisturbed.by_reading), (0, 0));
        assert_eq!(undisturbed.applied.values().sum::<usize>(), self.steps);
        let stories = stream::iter(1..=self.moments())
            .map(|moment| {
                let kills: Vec<usize> = std::iter::once(moment).chain(second(moment)).collect();
                async move { (moment, self.live(&format!("at{moment}"), &kills, faults).await) }
            })
            .buffer_unordered(4);
        let mut total = Story::default();
        let mut stories = std::pin::pin!(stories);
        while let Some((moment, story)) = stories.next().await {
            assert!(story.kills >= 1, "the moment {moment} never came");
            let (end, expected) = (story.end.unwrap(), undisturbed.end.as_ref().unwrap());
            assert_eq!(end.lines, expected.lines, "killed at {moment}");
            if faults.is_empty() {
                let applied = without_repetitions(&story.applied, &undisturbed.applied);
                assert_eq!(applied, undisturbed.applied, "killed at {moment}: something was applied twice");
                assert_eq!(end.events, expected.events, "killed at {moment}");
                assert!(story.by_reading <= story.doubts, "killed at {moment}: {} settled", story.by_reading);
            }
            // Setting what is set already can be repeated; this must not be.
            for event in [
                "invite.sent",
                "invite.deleted",
                "user.deleted",
                "api_key.deleted",
                "role.assignment.created",
                "role.assignment.deleted",
                "service_account.deleted",
            ] {
                assert_eq!(end.events[event], expected.events[event], "killed at {moment}: {event}");
            }
            total.kills += story.kills;
            total.doubts += story.doubts;
            total.by_reading += story.by_reading;
            total.faults += story.faults;
        }
        println!(
            "{} steps, {} kills, {} steps in doubt, {} of them settled by reading, {} faults, {:.0?}",
            self.steps,
            total.kills,
            total.doubts,
            total.by_reading,
            total.faults,
            started.elapsed()
        );
        assert!(total.by_reading > 0, "some steps had taken effect when their process died");
        assert!(faults.is_empty() || total.faults > 0, "the faults must really have happened");
    }
}

fn faults(seed: usize) -> Vec<Fault> {
    let kinds = ["reset-after", "reset-before", "500", "503", "429", "429-headers", "truncate", "slow=3ms"];
    kinds.iter().map(|kind| format!("{kind}:*:0.02:seed={seed}").parse().unwrap()).collect()
}

/// How many blocks of people; the environment may ask for more than the usual.
fn blocks() -> usize {
    std::env::var(SWEEP).map_or(2, |steps| steps.parse::<usize>().unwrap().div_ceil(BLOCK))
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_every_moment() {
    World::make(blocks()).await.sweep(&[], |_| None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_twice() {
    World::make(1).await.sweep(&[], |moment| Some(1 + moment * 7 % 40)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_with_faults_of_every_kind() {
    // A plan of one block in the usual run, of all that were asked for in the long sweep.
    let blocks = if std::env::var_os(SWEEP).is_some() { blocks() } else { 1 };
    World::make(blocks).await.sweep(&faults(1), |_| None).await;
}

/// A child that has resumed a run and waits, and its standard output.
fn hold(task: &Task) -> Child {
    let mut child = spawn(&Task { waits: true, ..task.clone() });
    let mut lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "holding"), "it did not get the run");
    child
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_that_resume_one_run_do_not_both_get_it() {
    let world = World::make(1).await;
    let (sandbox, mut task) = world.start("two", &[]).await;
    task.kill_at = Some(13);
    assert!(is_killed(&task));
    let journal = Journal::at(task.journal.clone());
    let run = journal.to_resume(None, false).unwrap().unwrap();
    task = Task { kill_at: None, resume: Some(run.clone()), ..task };
    let mut first = hold(&task);
    assert_eq!(journal.runs().unwrap()[0].state, RunState::Running);
    let second = spawn(&task).wait_with_output().unwrap();
    let told = String::from_utf8([second.stdout, second.stderr].concat()).unwrap();
    assert!(!second.status.success() && told.contains("another process is applying the run"), "{told}");
    first.stdin.take().unwrap().write_all(b"go\n").unwrap();
    assert!(first.wait().unwrap().success());
    let runs = journal.runs().unwrap();
    assert_eq!((runs[0].state, runs[0].done), (RunState::Ended, world.steps));
    let resumed = journal.entries(&run).unwrap().1.iter().filter(|entry| entry.state == State::Resumed).count();
    assert_eq!(resumed, 1, "who was refused left no trace");
    assert_eq!(journal.to_resume(Some(&run), false).unwrap(), None);
    assert!(!left_behind(&world.path("two")).iter().any(|name| name.contains("lock")), "no lock stays behind");
    sandbox.stop().await;
}

/// Somebody whom the plan removes as a reader has become an owner between the kill and the resumption.
#[tokio::test(flavor = "multi_thread")]
async fn what_changed_between_the_kill_and_the_resumption_is_not_overrun() {
    let world = World::make(1).await;
    let (sandbox, mut task) = world.start("changed", &[]).await;
    // Right after the first step was announced, and before it was sent.
    task.kill_at = Some(4);
    assert!(is_killed(&task));
    let plan: Plan = serde_json::from_slice(&std::fs::read(&task.plan).unwrap()).unwrap();
    let removed = |act: &Act| if let Act::Remove { user } = act { Some(user.clone()) } else { None };
    let number = plan.steps.iter().position(|step| removed(&step.act).is_some()).unwrap();
    let user = removed(&plan.steps[number].act).unwrap();
    let promotion = UserChange { role: Some(OrganizationRole::Owner), ..UserChange::default() };
    client(&sandbox).send(&users::modify(&user, &promotion)).await.unwrap();

    let journal = Journal::at(task.journal.clone());
    let run = journal.to_resume(None, false).unwrap().unwrap();
    assert!(!is_killed(&Task { kill_at: None, resume: Some(run.clone()), ..task }));
    let (summary, entries) = journal.entries(&run).unwrap();
    assert_eq!((summary.state, summary.done, summary.failed), (RunState::Ended, world.steps - 1, 1));
    let told: Vec<_> = entries.iter().filter(|entry| entry.step == Some(number)).collect();
    let [failed] = told.as_slice() else { panic!("it was announced: {told:?}") };
    assert_eq!((failed.state, failed.error.as_deref(), failed.attempts), (State::Failed, Some("conflict"), None));
    assert!(failed.detail.as_deref().unwrap().contains("is owner"), "{failed:?}");
    let left = sandbox.control().users().into_iter().find(|member| member.id == user).unwrap();
    assert_eq!(left.role, Some(OrganizationRole::Owner));
    sandbox.stop().await;
}

fn left_behind(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// What was applied; what only sets what is wished counts once. A request that was under way when its sender was
/// killed may arrive after the next process has looked, and is sent again then: harmless where it sets, and refused by
/// the API where it makes something.
fn without_repetitions(
    applied: &BTreeMap<String, usize>,
    undisturbed: &BTreeMap<String, usize>,
) -> BTreeMap<String, usize> {
    let only_sets = |line: &str| {
        let mut parts = line.rsplit('/');
        let (last, parent) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        line.starts_with("POST ") && (last == "spend_limit" || ["users", "api_keys", "spend_alerts"].contains(&parent))
    };
    let count = |(line, count): (&String, &usize)| {
        let once = undisturbed.get(line).copied().filter(|_| only_sets(line));
        (line.clone(), once.map_or(*count, |once| once.min(*count)))
    };
    applied.iter().map(count).collect()
}
