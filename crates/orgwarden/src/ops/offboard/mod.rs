//! People leave: what is at stake is read once, the decision is pure, and the end is proven.

mod decide;
mod finish;
mod read;
mod spend;

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use finish::FinishOffboarding;

use self::decide::{Gone, Leaving, plan};
use self::read::{Wanted, read};
use crate::api::model::{User, UserId};
use crate::operation::{Change, Effect};
use crate::plan::{Act, Plan};
use crate::roster::{self, Who};
use crate::{Error, ErrorKind, Organization, Result};

/// How many runs of the journal are looked through for the id of somebody who is gone.
const RUNS_LOOKED_THROUGH: usize = 100;

/// Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.
///
/// Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that a
/// refused removal leaves no owner behind. What is at stake is read once for all of them: keys, admin keys, projects and
/// groups. Whoever is gone already is done: keys that outlived them are deleted. `offboarding.finish` then deletes what
/// outlived the others, and proves that nothing is left.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OffboardMembers {
    /// Who leaves: e-mail addresses, names or ids.
    pub who: Vec<Who>,
    /// Why, for the journal and the receipt.
    #[serde(default)]
    pub reason: Option<String>,
    /// Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner first, unless they
    /// are one.
    #[serde(default)]
    pub successor: Option<Who>,
    /// Who becomes owner, first, of the projects that would have no owner of their own any more.
    #[serde(default)]
    pub transfer_projects: Option<Who>,
    /// The softer way: they lose ownership, projects and groups, their keys are limited to reading, and they stay members,
    /// to be removed later.
    #[serde(default)]
    pub staged: bool,
    /// List the keys of service accounts that they could have read, to be replaced by hand: nothing of the kind is deleted
    /// here.
    #[serde(default)]
    pub rotate: bool,
    /// Tell what their keys have cost in the last 30 days: one or two more requests.
    #[serde(default)]
    pub spend: bool,
}

impl Change for OffboardMembers {
    const NAME: &'static str = "members.offboard";
    const EFFECT: Effect = Effect::Destroys;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        if self.who.is_empty() {
            return Err(Error::invalid("nobody was named"));
        }
        // A name that nobody has may be misspelt; an address or an id that nobody has is somebody who is gone.
        let named: Vec<Who> = self.who.iter().chain(&self.successor).chain(&self.transfer_projects).cloned().collect();
        let mut people = roster::look_up(organization, &named).await?;
        let twins = people.twins();
        let is_gone = |who: &Who| self.who.contains(who) && (who.is_email() || who.is_id());
        let gone: Vec<Who> = people.missing.extract_if(.., |who| is_gone(who)).collect();
        let found = people.all()?;
        let of = |who: &[Who]| roster::among(who, &found);
        let (members, successor) = (of(&self.who), of(self.successor.as_slice()).pop());
        let heir = of(self.transfer_projects.as_slice()).pop();
        for (flag, person) in [("successor", &successor), ("new owner of projects", &heir)] {
            if let Some(person) = person.as_ref().filter(|person| members.iter().any(|user| user.id == person.id)) {
                let name = crate::plan::steps::subject(person);
                return Err(Error::invalid(format!("{name} is among those who leave, and cannot be the {flag}"))
                    .with_hint("Name somebody who stays."));
            }
        }
        let gone = known_from_the_journal(organization, gone);
        refuse_who_is_here_under_another_address(organization, &gone).await?;
        let wanted = Wanted { heir: heir.as_ref(), rotate: self.rotate, spend: self.spend, staged: self.staged };
        let read = read(organization, &members, &wanted).await?;
        let mut plan = plan(&Leaving {
            members: &members,
            gone: &gone,
            read: &read,
            successor: successor.as_ref(),
            heir: heir.as_ref(),
            staged: self.staged,
            rotate: self.rotate,
            reason: self.reason.as_deref(),
            now: organization.now(),
        });
        refuse_slips(&gone, &plan, &twins)?;
        plan.key_owners = read.key_owners;
        plan.known = members;
        plan.known.extend(successor);
        plan.known.extend(heir);
        Ok(plan)
    }
}

/// Somebody who is gone by now is known by address only; the run that removed them knows the id, by which keys are found
/// whose owner has no address any more.
fn known_from_the_journal(organization: &Organization, gone: Vec<Who>) -> Vec<Gone> {
    let mut gone: Vec<Gone> = gone.into_iter().map(|who| Gone { who, user: None }).collect();
    let journal = organization.journal();
    if gone.iter().all(|one| one.who.is_id()) {
        return gone;
    }
    // A journal that cannot be read only knows less.
    for run in journal.runs().unwrap_or_default().into_iter().take(RUNS_LOOKED_THROUGH) {
        if gone.iter().all(|one| one.who.is_id() || one.user.is_some()) {
            break;
        }
        let Ok(run) = journal.run(&run.id) else { continue };
        if run.plan.organization.as_deref() != organization.client().organization() {
            continue;
        }
        for step in &run.plan.steps {
            let Act::Remove { user } = &step.act else { continue };
            let meant = |one: &&mut Gone| one.user.is_none() && step.subject.eq_ignore_ascii_case(one.who.as_str());
            if let Some(one) = gone.iter_mut().find(meant) {
                one.user = Some(user.clone());
            }
        }
    }
    gone
}

/// Whom the journal knows by this address may be here under another one: their keys are not those of somebody gone.
async fn refuse_who_is_here_under_another_address(organization: &Organization, gone: &[Gone]) -> Result<()> {
    let ids: Vec<&str> = gone.iter().filter_map(|one| one.user.as_ref()).map(UserId::as_str).collect();
    let back = roster::members_by_id(organization, &ids).await?;
    let Some(user) = back.first() else { return Ok(()) };
    let who = gone.iter().find(|one| one.user.as_ref() == Some(&user.id)).map_or("somebody", |one| one.who.as_str());
    let name = crate::plan::steps::subject(user);
    Err(Error::new(ErrorKind::Conflict, format!("`{who}` is a member under another address: {name}"))
        .with_hint(format!("Name them as `{name}` if they are to leave. Nothing was sent.")))
}

/// An address of which there is no trace, and which differs by a slip from that of a member: somebody who should leave
/// would stay, and be called gone.
fn refuse_slips(gone: &[Gone], plan: &Plan, twins: &HashMap<String, String>) -> Result<()> {
    let is_traceless =
        |one: &&Gone| one.user.is_none() && plan.already.iter().any(|already| already.subject == one.who.as_str());
    for one in gone.iter().filter(is_traceless) {
        if let Some(twin) = twins.get(one.who.as_str()) {
            return Err(Error::new(ErrorKind::NotFound, format!("`{}` is not a member, and left no trace", one.who))
                .with_hint(format!(
                    "Did you mean `{twin}`? If not, leave the address out: there is nothing to take away. Nothing was sent."
                )));
        }
    }
    Ok(())
}

/// The ids of some people.
fn ids(members: &[User]) -> std::collections::HashSet<&UserId> {
    members.iter().map(|user| &user.id).collect()
}
