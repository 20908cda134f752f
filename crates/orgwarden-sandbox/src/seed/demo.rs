//! An organization that looks like one: a dozen people with a past.

use orgwarden_api::model::{InviteProject, Timestamp};
use serde_json::json;

use super::{DAY, Garden};
use crate::pem;
use crate::routes::{certificates, grant};
use crate::store::keys::NewKey;
use crate::store::roles::{NewRole, Resource};
use crate::store::{
    Result, billing, documents, group_users, groups, invites, keys, memberships, project_groups, projects,
    role_assignments, roles, service_accounts,
};

/// Name, role, and how many days ago the person joined.
const PEOPLE: [(&str, &str, i64); 11] = [
    ("Marcus Reyes", "owner", 390),
    ("Priya Natarajan", "reader", 350),
    ("Jonas Lindqvist", "reader", 330),
    ("Chen Wei", "reader", 300),
    ("Amara Okafor", "reader", 260),
    ("Sofia Rossi", "reader", 210),
    ("Tom Becker", "reader", 180),
    ("Yuki Tanaka", "reader", 120),
    ("Lucas Martin", "reader", 75),
    ("Hannah Cohen", "reader", 40),
    ("Diego Fernández", "reader", 9),
];

/// Places in [`PEOPLE`] with the role in a project.
type People = &'static [(usize, &'static str)];

/// Name, age in days, and its people by their place above with their role.
const PROJECTS: [(&str, i64, People); 3] = [
    ("Support Assistant", 320, &[(1, "owner"), (4, "member"), (5, "member"), (9, "member")]),
    ("Search Relevance", 240, &[(2, "owner"), (3, "member"), (7, "member")]),
    ("Data Pipeline", 150, &[(3, "owner"), (8, "member"), (10, "member")]),
];

/// Name, place of the owner, place of the project, age in days, and how many hours ago it was used.
///
/// The third is of an owner of the organization who was not added to the project, so lists hide it unless asked. The
/// fourth is of somebody who has left the project.
const KEYS: [(&str, usize, usize, i64, Option<i64>); 6] = [
    ("laptop", 1, 0, 300, Some(2)),
    ("notebook", 2, 1, 200, None),
    ("experiments", 0, 1, 190, Some(24 * 120)),
    ("prototype", 6, 0, 170, Some(24 * 95)),
    ("etl", 3, 2, 140, Some(1)),
    ("evaluation", 7, 1, 60, Some(24 * 8)),
];

pub(super) fn sow(garden: &mut Garden<'_>) -> Result<()> {
    let now = garden.context.now;
    let store = garden.context.store;
    let ago = |seconds: i64| Timestamp::new(now.seconds() - seconds);
    let default = garden.context.home.default_project.clone();

    let mut people = Vec::new();
    for (name, role, days) in PEOPLE {
        let email = format!("{}@acme.example", name.to_lowercase().replace(' ', ".").replace('á', "a"));
        let id = garden.user(name, &email, role, ago(days * DAY))?;
        garden.note(ago(days * DAY), "user.added", json!({"id": id, "data": {"role": role}}))?;
        memberships::put(store, &default, &id, "member", ago(days * DAY))?;
        people.push((id, email));
    }
    let mut ids = Vec::new();
    for (name, days, members) in PROJECTS {
        let id = garden.project(name, ago(days * DAY))?;
        garden.note_project(ago(days * DAY), &id, name)?;
        for (place, role) in members {
            let joined = PEOPLE[*place].2.min(days - 1);
            memberships::put(store, &id, &people[*place].0, role, ago(joined * DAY))?;
        }
        ids.push(id);
    }
    let closed = garden.project("Hackathon 2025", ago(280 * DAY))?;
    garden.note_project(ago(280 * DAY), &closed, "Hackathon 2025")?;
    projects::archive(store, &closed, ago(270 * DAY))?;
    garden.note(ago(270 * DAY), "project.archived", json!({"id": closed}))?;

    for (name, owner, project, days, used) in KEYS {
        let owner = Owner { kind: "user", id: &people[owner].0, class: "sk-proj-" };
        key(garden, name, &owner, Some(&ids[project]), ago(days * DAY), used.map(|hours| ago(hours * 3600)))?;
    }
    let robot = garden.context.mint.id("user-");
    service_accounts::insert(store, &robot, &ids[2], "ci-bot", "member", ago(100 * DAY))?;
    let owner = Owner { kind: "service_account", id: &robot, class: "sk-svcacct-" };
    key(garden, "Secret Key", &owner, Some(&ids[2]), ago(100 * DAY), Some(ago(600)))?;
    let owner = Owner { kind: "user", id: &people[0].0, class: "sk-admin-" };
    key(garden, "terraform", &owner, None, ago(200 * DAY), Some(ago(3 * DAY)))?;

    settings(garden, &ids)?;
    teams(garden, &ids, &people)?;
    invitations(garden, &ids, &people[9].1)?;
    Ok(())
}

/// Some things that owners have set: one of each kind, in the form in which the routes keep them.
fn settings(garden: &mut Garden<'_>, projects: &[String]) -> Result<()> {
    let store = garden.context.store;
    let now = garden.context.now;
    let ago = |days: i64| Timestamp::new(now.seconds() - days * DAY);
    let [support, search, pipeline] = projects else { return Ok(()) };

    for (project, kind, days, kept, asked) in [
        (
            support,
            "model_permissions",
            110,
            json!({
                "object": "project.model_permissions",
                "mode": "allow_list",
                "model_ids": ["gpt-4.1", "gpt-4.1-mini", "gpt-4o-mini"],
            }),
            json!({"model_permissions": {"mode": "allow_list", "model_ids": ["gpt-4.1", "gpt-4.1-mini", "gpt-4o-mini"]}}),
        ),
        (
            pipeline,
            "hosted_tool_permissions",
            95,
            json!({
                "file_search": {"enabled": true},
                "web_search": {"enabled": false},
                "image_generation": {"enabled": true},
                "mcp": {"enabled": false},
                "code_interpreter": {"enabled": true},
            }),
            json!({"hosted_tool_permissions": {"web_search": {"enabled": false}, "mcp": {"enabled": false}}}),
        ),
        (
            pipeline,
            "data_retention",
            90,
            json!("zero_data_retention"),
            json!({"retention_type": "zero_data_retention"}),
        ),
    ] {
        documents::put(store, kind, project, kind, ago(days), &kept)?;
        garden.note(ago(days), "project.updated", json!({"id": project, "changes_requested": asked}))?;
    }
    let limits = json!({"max_requests_per_1_minute": 2_000, "max_tokens_per_1_minute": 1_000_000});
    let kept = json!({"text-embedding-3-large": limits});
    documents::put(store, "rate_limits", search, "rate_limits", ago(130), &kept)?;
    let changed = json!({"id": "rl-text-embedding-3-large", "changes_requested": limits});
    garden.note(ago(130), "rate_limit.updated", changed)?;
    certificate(garden, ago(85), ago(80), pipeline)
}

/// A certificate that is active for the organization, and for a project since later.
fn certificate(garden: &mut Garden<'_>, uploaded: Timestamp, trusted: Timestamp, project: &str) -> Result<()> {
    const NAME: &str = "Acme clients";
    const CONTENT: &str = include_str!("certificate.pem");
    let Ok(validity) = pem::validity(CONTENT) else { return Ok(()) };
    let id = garden.context.mint.id("cert_");
    let certificate = certificates::document(&id, Some(NAME), uploaded, CONTENT, validity, &["", project]);
    certificates::keep(garden.context.store, &certificate, uploaded)?;
    let named = json!({"id": id, "name": NAME});
    garden.note(uploaded, "certificate.created", named.clone())?;
    for moment in [uploaded, trusted] {
        garden.note(moment, "certificates.activated", json!({"certificates": [named]}))?;
    }
    Ok(())
}

/// Groups with their members by their place in [`PEOPLE`]; the second is managed by the identity provider.
const GROUPS: [(&str, bool, &[usize]); 3] =
    [("Support", false, &[1, 4, 5]), ("Engineering", true, &[2, 3, 7, 8, 10]), ("Finance", false, &[0, 9])];

/// Finance sees what is spent, by a role of the organization; engineers run models in the pipeline, by one of the project.
fn teams(garden: &mut Garden<'_>, projects: &[String], people: &[(String, String)]) -> Result<()> {
    let now = garden.context.now;
    let store = garden.context.store;
    let made = Timestamp::new(now.seconds() - 140 * DAY);
    let mut ids = Vec::new();
    for (name, is_managed, members) in GROUPS {
        let id = garden.context.mint.hex("");
        groups::insert(store, &id, name, made, is_managed)?;
        garden.note(made, "group.created", json!({"id": id, "data": {"group_name": name}}))?;
        for place in members {
            let joined = Timestamp::new(now.seconds() - PEOPLE[*place].2 * DAY);
            group_users::put(store, &id, &people[*place].0, joined.max(made))?;
        }
        ids.push(id);
    }
    let home = Resource::organization(&garden.context.home.organization);
    let pipeline = Resource::project(&projects[2]);
    for (resource, id, name, permission, group) in [
        (&home, garden.context.mint.hex("role_"), "Cost reader", "api.usage.read", &ids[2]),
        (
            &pipeline,
            garden.context.mint.hex(&format!("role_{}~", projects[2])),
            "Pipeline engineer",
            "api.model.request",
            &ids[1],
        ),
    ] {
        let permissions = [permission];
        let (description, created_by) = (None, Some(garden.founder.as_str()));
        let role =
            NewRole { id: &id, resource, name, description, permissions: &permissions, created_at: made, created_by };
        roles::insert(store, &role)?;
        let details = json!({
            "id": id, "role_name": name, "permissions": permissions, "resource_id": resource.id,
            "resource_type": resource.kind,
        });
        garden.note(made, "role.created", details)?;
        role_assignments::insert(store, &resource.id, group, &id)?;
        let details = json!({
            "id": id, "principal_id": group, "principal_type": "group", "resource_id": resource.id,
            "resource_type": resource.kind,
        });
        garden.note(made, "role.assignment.created", details)?;
    }
    project_groups::put(store, &projects[2], &ids[1], made)
}

/// One that was accepted, one that has expired, one that is about to, and a fresh one.
fn invitations(garden: &mut Garden<'_>, projects: &[String], joined: &str) -> Result<()> {
    let now = garden.context.now;
    let store = garden.context.store;
    let ago = |seconds: i64| Timestamp::new(now.seconds() - seconds);
    let default = garden.context.home.default_project.clone();
    let to = |project: &str| -> Vec<InviteProject> { vec![grant(project, "member")] };

    let accepted = garden.invite(ago(42 * DAY), joined, "reader", &to(&projects[0]))?;
    invites::accept(store, &accepted, ago(40 * DAY))?;
    garden.note(ago(40 * DAY), "invite.accepted", json!({"id": accepted}))?;
    garden.invite(ago(20 * DAY), "li.na@acme.example", "reader", &to(&default))?;
    garden.invite(ago(6 * DAY + DAY / 2), "erik.johansson@acme.example", "reader", &to(&projects[1]))?;
    garden.invite(ago(2 * DAY), "nadia.haddad@acme.example", "reader", &to(&projects[0]))?;
    Ok(())
}

struct Owner<'a> {
    kind: &'a str,
    id: &'a str,
    class: &'a str,
}

/// Makes a key whose secret nobody knows.
fn key(
    garden: &mut Garden<'_>,
    name: &str,
    owner: &Owner<'_>,
    project: Option<&str>,
    created_at: Timestamp,
    last_used_at: Option<Timestamp>,
) -> Result<()> {
    let (id, secret) = (garden.context.mint.id("key_"), garden.context.mint.secret(owner.class));
    keys::insert(
        garden.context.store,
        &NewKey {
            id: &id,
            secret: &secret,
            project,
            owner_kind: owner.kind,
            owner_id: owner.id,
            name,
            scopes: None,
            created_at,
            last_used_at,
            expires_at: None,
        },
    )?;
    // Nothing is billed for a key that nobody uses.
    let last = last_used_at.unwrap_or(created_at);
    if garden.context.now.since(last) > DAY {
        billing::pause(garden.context.store, &id, last.seconds())?;
    }
    garden.note(created_at, "api_key.created", json!({"id": id, "data": {"scopes": []}}))
}
