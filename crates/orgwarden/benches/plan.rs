//! What planning costs in an organization of 100,000 members and 1,000 projects: reading a roster file and a CSV file of
//! everybody, and 10,000 differences from either until they are a plan that guards have judged.
//!
//! Run: `cargo bench -p orgwarden --bench plan`. Goals: reading both files at most 1 s; each plan at most 300 ms and 300 MB.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use orgwarden::api::model::{OrganizationRole, ProjectRole, Timestamp, UserId};
use orgwarden::guard::{Facts, Policy, judge};
use orgwarden::input::read_wishes;
use orgwarden::plan::{Plan, Wish, decide};
use orgwarden::roster::Snapshot;
use orgwarden::roster_file::{Places, RosterFile, compare, export};
use serde_json::json;

const MEMBERS: usize = 100_000;
const PROJECTS: usize = 1_000;
const GROUPS: usize = 100;
const DIFFERENCES: usize = 10_000;
const ROUNDS: usize = 7;
const NOW: Timestamp = Timestamp::new(1_800_000_000);

fn main() {
    println!("{MEMBERS} members, {PROJECTS} projects, {DIFFERENCES} differences; the median of {ROUNDS} rounds");
    let snapshot = timed("load: members and places", 1, organization);
    // In this order, so that the peak is that of planning and not of what a bench needs besides.
    let text = csv(DIFFERENCES);
    let wishes = read_wishes("changes.csv", &text).unwrap().wishes;
    memory("loaded");
    timed("plan from CSV", ROUNDS, || planned(&snapshot, &wishes));
    memory("planned");

    let mut file = timed("export", 1, || export(&snapshot, Some("org-bench"), NOW));
    let text = timed("write a roster file", ROUNDS, || file.to_text());
    let (read, places) = timed("read it", ROUNDS, || RosterFile::parse(&text, Path::new("roster.toml")).unwrap());
    assert!(read == file, "what is written is read");
    println!("{:26} {:>9} kB of TOML", "", text.len() / 1000);
    let all = csv(MEMBERS);
    timed("read a CSV file", ROUNDS, || assert!(read_wishes("all.csv", &all).unwrap().wishes.len() >= MEMBERS));
    println!("{:26} {:>9} kB of CSV", "", all.len() / 1000);
    memory("read");

    let same = timed("compare, no difference", ROUNDS, || compare(&file, &places, &snapshot, NOW, false).unwrap());
    assert!(same.wishes.is_empty() && same.unlisted.is_empty());
    differ(&mut file);
    timed("plan from a roster file", ROUNDS, || from_file(&file, &places, &snapshot));
    memory("planned");
}

/// Compared, decided and judged.
fn from_file(file: &RosterFile, places: &Places, snapshot: &Snapshot) -> Plan {
    let comparison = compare(file, places, snapshot, NOW, false).unwrap();
    assert_eq!(comparison.wishes.len(), DIFFERENCES);
    planned(snapshot, &comparison.wishes)
}

/// Decided and judged.
fn planned(snapshot: &Snapshot, wishes: &[Wish]) -> Plan {
    let mut plan = decide(snapshot, wishes, NOW).unwrap();
    assert_eq!(plan.steps.len(), DIFFERENCES);
    let concerned = |act: &orgwarden::plan::Act| act.lowers().or(act.promotes()).cloned();
    let concerned: HashSet<UserId> = plan.steps.iter().filter_map(|step| concerned(&step.act)).collect();
    let mut facts = Facts { members: MEMBERS, ..Facts::default() };
    facts.extend(snapshot.members.iter().filter(|user| concerned.contains(&user.id)).cloned());
    facts.owners.extend(["user-first".into(), "user-second".into()]);
    let policy = Policy { maximum_removals: DIFFERENCES, ..Policy::default() };
    let judgement = judge(&plan.steps, &facts, &policy);
    plan.heed(judgement);
    assert_eq!(plan.steps.len(), DIFFERENCES, "nothing is held");
    plan
}

/// Runs it some times, and tells the medians of the time that passed and of the processor's.
fn timed<T>(what: &str, rounds: usize, run: impl Fn() -> T) -> T {
    let (mut wall, mut cpu) = (Vec::with_capacity(rounds), Vec::with_capacity(rounds));
    let mut round = || {
        let (start, before) = (Instant::now(), processor());
        let result = run();
        wall.push(start.elapsed().as_secs_f64() * 1000.0);
        cpu.push(processor() - before);
        result
    };
    for _ in 1..rounds {
        drop(round());
    }
    let result = round();
    wall.sort_by(f64::total_cmp);
    cpu.sort_by(f64::total_cmp);
    let middle = rounds / 2;
    println!(
        "{what:26} {:>9.0} ms, {:.0} to {:.0}; {:.0} of the processor",
        wall[middle],
        wall[0],
        wall[rounds - 1],
        cpu[middle]
    );
    result
}

/// The milliseconds that this thread has had of the processor: on a busy machine, what passes says little.
fn processor() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    told.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e6
}

fn memory(when: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let megabytes = |what: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1000
    };
    println!("memory, {when:18} {:>9} MB, peak {} MB", megabytes("VmRSS:"), megabytes("VmHWM:"));
}

/// Everybody is a reader, in three projects and one group.
fn organization() -> Snapshot {
    let mut snapshot = Snapshot::default();
    for project in 0..PROJECTS {
        let value = json!({"id": format!("proj_{project:024}"), "name": format!("Project {project}")});
        snapshot.projects.push(serde_json::from_value(value).unwrap());
    }
    for group in 0..GROUPS {
        let value = json!({"id": format!("group_{group}"), "name": format!("Group {group}")});
        snapshot.groups.push(serde_json::from_value(value).unwrap());
    }
    for member in 0..MEMBERS {
        let id = format!("user-{member:024}");
        let value = json!({"id": id, "name": format!("Person {member}"), "email": email(member), "role": "reader"});
        snapshot.members.push(serde_json::from_value(value).unwrap());
        let id = id.as_str().into();
        for place in 0..3 {
            let project = format!("proj_{:024}", (member + place) % PROJECTS);
            snapshot.put_into_project(&id, &project.as_str().into(), Some(ProjectRole::Member));
        }
        snapshot.put_into_group(&id, &format!("group_{}", member % GROUPS).as_str().into());
    }
    snapshot
}

fn email(member: usize) -> String {
    format!("person.number.{member}@example.com")
}

/// A mixture of differences in a CSV file: invitations with projects, roles, projects joined and left, removals.
fn csv(count: usize) -> String {
    let mut text = "email,action,role,projects,reason\n".to_owned();
    for row in 0..count {
        let (email, project) = (email(row), format!("Project {}", row % PROJECTS));
        let _ = match row % 5 {
            0 => writeln!(text, "new.{row}@example.com,invite,reader,{project};Project 7:owner,\"hired, at last\""),
            1 => writeln!(text, "{email},role,owner,,"),
            2 => writeln!(text, "{email},add,member,Project {},", (row + 500) % PROJECTS),
            3 => writeln!(text, "{email},take,,{project},"),
            _ => writeln!(text, "{email},remove,,,left"),
        };
    }
    text
}

/// The same mixture in a roster file, at the same people.
fn differ(file: &mut RosterFile) {
    let mut places: Vec<(usize, usize)> = file
        .members
        .iter()
        .enumerate()
        .map(|(place, member)| {
            let number = member.email.trim_start_matches("person.number.").trim_end_matches("@example.com");
            (number.parse().unwrap(), place)
        })
        .collect();
    places.sort_unstable();
    for (number, place) in places.into_iter().take(DIFFERENCES) {
        let member = &mut file.members[place];
        let projects = member.projects.as_mut().unwrap();
        match number % 5 {
            // Nobody has this address: they are invited. Who had it is left alone.
            0 => member.email = format!("new.{number}@example.com"),
            1 => member.role = OrganizationRole::Owner,
            2 => projects.push(format!("Project {}", (number + 500) % PROJECTS)),
            3 => drop(projects.pop()),
            _ => member.until = Some(jiff::civil::Date::constant(2026, 12, 31)),
        }
    }
}
