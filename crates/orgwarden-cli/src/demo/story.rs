//! The story itself.

use std::time::Duration;

use orgwarden::api::model::{AuditLog, OrganizationRole};
use orgwarden::ops::{
    AddToProject, InviteMembers, Invitee, ListAudit, ListInvites, ListMembers, ListProjects, RemoveMembers,
    ResendInvites, SetRole, ShowMember,
};
use orgwarden::roster::PersonStatus;
use orgwarden::{Error, ErrorKind, Result};

use super::stage::Stage;
use crate::commands::audit;

const NOVA: &str = "nova.adeyemi@example.com";
const FIRST_PROJECT: &str = "Search Relevance";
const SECOND_PROJECT: &str = "Data Pipeline";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Tells it, from the invitation to the audit log.
pub(super) async fn tell(stage: &mut Stage) -> Result<()> {
    roster(stage).await?;
    invitation(stage).await?;
    expiry(stage).await?;
    let id = acceptance(stage).await?;
    let key = work(stage).await?;
    roles(stage).await?;
    removal(stage, &key).await?;
    proof(stage, &id).await
}

async fn roster(stage: &mut Stage) -> Result<()> {
    stage.chapter("Who is here")?;
    stage.command("orgwarden members")?;
    let people = stage.read(ListMembers::default()).await?.people;
    let members = people.iter().filter(|person| person.status == PersonStatus::Member).count();
    let owner = Some(OrganizationRole::Owner);
    let owners = people.iter().filter(|person| person.role == owner).count();
    stage.good(&format!("{members} members, {owners} of them owners, and {} open invitations", people.len() - members))
}

async fn invitation(stage: &mut Stage) -> Result<()> {
    stage.chapter("Nova is invited, with one project")?;
    stage.command(&format!("orgwarden invite {NOVA} --project \"{FIRST_PROJECT}\""))?;
    let nova = Invitee { email: NOVA.to_owned(), ..Invitee::default() };
    let projects = Some(vec![FIRST_PROJECT.to_owned()]);
    stage.change(InviteMembers { people: vec![nova], projects, ..InviteMembers::default() }).await?;
    stage.good("invited as reader; the mail has a link that lives for seven days")
}

async fn expiry(stage: &mut Stage) -> Result<()> {
    stage.chapter("Eight days pass; Nova has not looked into her mail")?;
    stage.control.advance(8 * DAY);
    stage.command("orgwarden invites --status expired")?;
    let expired = stage.read(ListInvites { status: Some(PersonStatus::Expired), open_only: false }).await?;
    let found = expired.invites.iter().any(|invite| invite.email.as_deref() == Some(NOVA));
    ensure(found, "Nova's invitation has not expired")?;
    stage.good(&format!("the invitation of {NOVA} has expired: nobody can accept it any more"))?;

    stage.chapter("The invitation is sent again")?;
    stage.command(&format!("orgwarden invites resend {NOVA}"))?;
    stage.change(ResendInvites { who: vec![NOVA.into()], expired: false }).await?;
    stage.good("cancelled and created anew, with the same role and project and seven more days")
}

/// Answers Nova's id.
async fn acceptance(stage: &mut Stage) -> Result<String> {
    stage.chapter("Nova opens the link and accepts")?;
    stage.control.advance(DAY / 24);
    stage.control.accept_invite(NOVA, NOVA).map_err(|error| broken(&format!("Nova could not accept: {error}")))?;
    stage.command(&format!("orgwarden members show {NOVA}"))?;
    let nova = stage.read(ShowMember { who: NOVA.into() }).await?;
    ensure(nova.status == PersonStatus::Member, "Nova is no member")?;
    stage.good(&format!("Nova is a member, and in {FIRST_PROJECT}"))?;
    let id = nova.id.ok_or_else(|| broken("Nova has no id"))?;
    Ok(id.as_str().to_owned())
}

/// Answers the secret of a key of Nova's.
async fn work(stage: &mut Stage) -> Result<String> {
    stage.chapter("Nova joins a second project")?;
    stage.command(&format!("orgwarden projects add \"{SECOND_PROJECT}\" {NOVA}"))?;
    let who = vec![NOVA.into()];
    stage.change(AddToProject { project: SECOND_PROJECT.to_owned(), who, role: None }).await?;
    stage.good(&format!("added to {SECOND_PROJECT} as member"))?;

    stage.chapter("She makes a key there and uses it")?;
    let projects = stage.read(ListProjects::default()).await?.projects;
    let project = projects.iter().find(|project| project.name.as_deref() == Some(SECOND_PROJECT));
    let project = project.ok_or_else(|| broken("her project is gone"))?.id.as_str();
    let issued = stage.control.add_key(NOVA, project, "nova-batch");
    let key = issued.map_err(|error| broken(&format!("Nova could not make a key: {error}")))?;
    ensure(stage.probe(&key.secret).await? == 200, "Nova's key does not work")?;
    stage.good("200: her key works")?;
    Ok(key.secret)
}

async fn roles(stage: &mut Stage) -> Result<()> {
    stage.chapter("Nova is promoted")?;
    stage.command(&format!("orgwarden role owner {NOVA}"))?;
    stage.change(SetRole { who: vec![NOVA.into()], role: "owner".to_owned() }).await?;
    stage.good("owner: she manages members, billing and settings, effective at once")?;

    stage.chapter("Nova leaves the company: demote first, then remove")?;
    stage.command(&format!("orgwarden role reader {NOVA}"))?;
    stage.change(SetRole { who: vec![NOVA.into()], role: "reader".to_owned() }).await?;
    stage.good("reader again")
}

async fn removal(stage: &mut Stage, key: &str) -> Result<()> {
    stage.chapter("What would be lost?")?;
    stage.command(&format!("orgwarden remove {NOVA} --dry-run"))?;
    let wish = RemoveMembers { who: vec![NOVA.into()], show_keys: true, gone_is_done: false, successor: None };
    let plan = stage.plan(&wish).await?;
    for loss in plan.steps.iter().flat_map(|step| &step.loses) {
        stage.tell(&format!("loses {loss}"))?;
    }
    ensure(plan.steps.len() == 1, "Nova cannot be removed")?;

    stage.chapter("Nova is removed")?;
    stage.command(&format!("orgwarden remove {NOVA} --yes"))?;
    let done = stage.change(RemoveMembers { show_keys: false, ..wish }).await?;
    ensure(done.still_listed.is_empty(), "Nova is still listed")?;
    stage.good("removed; read back: she is no longer on the list of members")?;

    stage.chapter("Her key is dead")?;
    ensure(stage.probe(key).await? == 401, "Nova's key still works")?;
    stage.good("401: the key that worked a moment ago is refused")
}

async fn proof(stage: &mut Stage, nova: &str) -> Result<()> {
    stage.chapter("The audit log has all of it")?;
    stage.command("orgwarden audit --from 10d")?;
    let from = orgwarden::words::moment("10d", stage.now())?;
    let mut events = stage.read(ListAudit { from: Some(from), ..ListAudit::default() }).await?.events;
    let removed = |event: &AuditLog| {
        event.kind.as_str() == "user.deleted" && event.details().is_some_and(|details| details["id"] == nova)
    };
    ensure(events.iter().any(removed), "the audit log does not know of the removal")?;
    events.reverse();
    stage.table(&[audit::TIME, audit::EVENT, audit::BY, audit::DETAILS], &events)
}

fn ensure(so: bool, otherwise: &str) -> Result<()> {
    if so { Ok(()) } else { Err(broken(otherwise)) }
}

/// The story went wrong: a fault of this program, to be reported.
fn broken(what: &str) -> Error {
    Error::new(ErrorKind::Internal, format!("the demonstration went wrong: {what}"))
}
