//! Controls for tests and demonstrations: what a real organization has not.

use std::collections::BTreeMap;
use std::sync::{Arc, MutexGuard};
use std::time::{Duration, Instant};

use orgwarden_api::model::{Invite, KeyId, Timestamp, User};
use serde::Serialize;
use serde_json::json;

use crate::accept::{self, NotAccepted};
use crate::assignments;
use crate::fault::{ACCEPTANCE, Fault};
use crate::options::{Limits, RetryAfter, Seed};
use crate::record::{LogEntry, RouteCounts};
use crate::routes::make_group;
use crate::shared::Shared;
use crate::spend;
use crate::store::keys::{self, NewKey};
use crate::store::{Place, group_users, groups, invites, mails, projects, service_accounts, users};
use crate::world::{Context, World};

/// A handle on an organization of a running sandbox. Copies steer the same one; clock, limits, faults, counters and log
/// are those of the whole sandbox.
///
/// The same functions exist over HTTP, below `/sandbox` of the sandbox's address; see the [crate's page](crate).
#[derive(Clone, Debug)]
pub struct Control {
    shared: Arc<Shared>,
    number: usize,
}

/// A mail that the sandbox has "sent".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// The id of the invitation that it carries.
    pub invite: Option<String>,
    /// The page to accept that on.
    pub link: Option<String>,
}

/// A new key with its secret.
#[derive(Clone, Serialize)]
pub struct IssuedKey {
    /// The id of its record.
    pub id: KeyId,
    /// The secret. It is not kept.
    pub secret: String,
}

/// Without the secret.
impl std::fmt::Debug for IssuedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IssuedKey").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Why a control did nothing.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    /// There is nothing with this identifier or address.
    #[error("there is no {0} `{1}`")]
    Unknown(&'static str, String),
    /// There is something else with this name.
    #[error("there is another {0} `{1}`")]
    Taken(&'static str, String),
    /// The sandbox's own state could not be read or written.
    #[error("the sandbox's store failed: {0}")]
    Store(#[from] rusqlite::Error),
}

impl Control {
    /// Steers an organization by its number.
    pub(crate) fn new(shared: Arc<Shared>, number: usize) -> Self {
        Self { shared, number }
    }

    /// The same for another organization of the sandbox, by its id.
    pub fn of(&self, organization: &str) -> Result<Self, ControlError> {
        let mut numbers = self.shared.numbers();
        let number = numbers.find(|number| self.shared.world(*number).home.organization == organization);
        let number = number.ok_or_else(|| ControlError::Unknown("organization", organization.to_owned()))?;
        Ok(Self { shared: Arc::clone(&self.shared), number })
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.shared.world(self.number)
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.shared
    }

    /// The organization's id.
    pub fn organization(&self) -> String {
        self.world().home.organization.clone()
    }

    /// What links to its pages end in: the first organization is the one that is meant when none is named.
    pub(crate) fn query(&self) -> String {
        if self.number == 0 { String::new() } else { format!("?organization={}", self.organization()) }
    }

    /// Asks one of the controls that exist over HTTP, without a connection: `GET /sandbox/counts`, or
    /// `POST /sandbox/clock` with a body of JSON. Answers the status and the body; see the [crate's page](crate).
    ///
    /// ```no_run
    /// # async fn example(control: &orgwarden_sandbox::Control) {
    /// let (status, body) = control.request("POST /sandbox/clock", r#"{"advance": 604800}"#).await;
    /// assert_eq!(status, 200, "{body}");
    /// # }
    /// ```
    pub async fn request(&self, request: &str, body: &str) -> (u16, String) {
        let query = if request.contains('?') { String::new() } else { self.query() };
        crate::pages::ask(&self.shared, &format!("{request}{query}"), body.to_owned()).await
    }

    /// The ids of all organizations of the sandbox.
    pub fn organizations(&self) -> Vec<String> {
        self.shared.numbers().map(|number| self.shared.world(number).home.organization.clone()).collect()
    }

    /// Switches the audit log on, for good, as an owner does at the dashboard.
    pub fn switch_on_audit_log(&self) -> Result<(), ControlError> {
        let mut world = self.world();
        let World { store, home, .. } = &mut *world;
        home.audit_log = true;
        Ok(home.save(store)?)
    }

    /// Whether the audit log is switched on.
    pub fn has_audit_log(&self) -> bool {
        self.world().home.audit_log
    }

    /// What the sandbox's clock shows.
    pub fn now(&self) -> Timestamp {
        self.shared.now()
    }

    /// Sets the clock, within 1970 and the year 9999; it runs on from there.
    pub fn set_clock(&self, moment: Timestamp) {
        self.shared.clock().set(moment, Instant::now());
    }

    /// Moves the clock forward, to the end of the year 9999 at most.
    pub fn advance(&self, duration: Duration) {
        self.shared.clock().advance(duration, Instant::now());
    }

    /// The rate limits.
    pub fn limits(&self) -> Limits {
        self.shared.gate().limiter.limits()
    }

    /// Sets other rate limits. All buckets are full again.
    pub fn set_limits(&self, limits: Limits) {
        self.shared.gate().limiter.set(limits);
    }

    /// Sets which headers a 429 carries.
    pub fn set_retry_after(&self, headers: RetryAfter) {
        self.shared.gate().retry_after = headers;
    }

    /// The faults.
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.gate().trial.faults()
    }

    /// Sets other faults; their series start anew.
    pub fn set_faults(&self, faults: Vec<Fault>) {
        if let Err(error) = self.shared.set_faults(faults) {
            tracing::error!(%error, "the faults could not be set");
        }
    }

    /// Starts the organization anew. Its id and the admin key stay; clock, limits, faults, counters and log too.
    pub fn reset(&self, seed: Seed) -> Result<(), ControlError> {
        Ok(self.shared.reset(self.number, seed)?)
    }

    /// What happened on each route, by `METHOD template`.
    pub fn counts(&self) -> BTreeMap<String, RouteCounts> {
        self.shared.record().counts()
    }

    /// Forgets the counters and the log.
    pub fn reset_counts(&self) {
        self.shared.record().clear();
    }

    /// The last requests, the oldest first.
    pub fn log(&self) -> Vec<LogEntry> {
        self.shared.record().log()
    }

    /// All members, newest first: the truth to compare with.
    pub fn users(&self) -> Vec<User> {
        truth(users::list(&self.world().store, &Place::newest(), u32::MAX))
    }

    /// All invitations, newest first: the truth to compare with.
    pub fn invites(&self) -> Vec<Invite> {
        let now = self.now();
        truth(invites::list(&self.world().store, &Place::newest(), u32::MAX, now))
    }

    /// The mails that were sent, newest first: invitations, and alerts about spend.
    pub fn inbox(&self) -> Vec<Mail> {
        let now = self.now();
        let mails = self.world().act(now, None, |context| {
            spend::deliver(context)?;
            mails::list(context.store)
        });
        let origin = self.shared.origin();
        let whose = self.query();
        let mail = |mail: mails::StoredMail| Mail {
            link: mail.invite.is_some().then(|| format!("{origin}/sandbox/accept/{}{whose}", mail.token)),
            to: mail.to,
            subject: mail.subject,
            text: mail.text,
            sent_at: mail.sent_at,
            invite: mail.invite,
        };
        truth(mails).into_iter().map(mail).collect()
    }

    /// Accepts an invitation, given by id or by the address that it was sent to, signed in as `address`.
    pub fn accept_invite(&self, invite: &str, address: &str) -> Result<User, NotAccepted> {
        let lost = self.loses_grants();
        let now = self.now();
        self.world().act(now, None, |context| {
            let by_email = invites::find_by_email(context.store, &invite.to_lowercase(), now)?;
            let known = match invites::find(context.store, invite, now)? {
                Some(invite) => Some(invite),
                None => by_email,
            };
            let invite = known.ok_or(NotAccepted::Unknown)?;
            accept::accept(context, invite.id.as_str(), address, lost)
        })
    }

    /// Whether the next acceptance loses its projects.
    fn loses_grants(&self) -> bool {
        let (method, route) = ACCEPTANCE;
        self.shared.gate().trial.judge(method, route).lost_grants
    }

    /// Accepts the invitation of a link.
    pub(crate) fn accept_mail(&self, token: &str, address: &str) -> Result<User, NotAccepted> {
        let lost = self.loses_grants();
        let now = self.now();
        self.world().act(now, None, |context| {
            let invite = mails::find(context.store, token)?.and_then(|mail| mail.invite).ok_or(NotAccepted::Unknown)?;
            accept::accept(context, &invite, address, lost)
        })
    }

    /// The mail of a link and where its invitation stands; `None` if it was withdrawn.
    pub(crate) fn mail(&self, token: &str) -> Option<(String, Option<Invite>)> {
        let now = self.now();
        let world = self.world();
        let mail = truth(mails::find(&world.store, token).map(Vec::from_iter)).pop()?;
        let invite = truth(invites::find(&world.store, &mail.invite?, now).map(Vec::from_iter)).pop();
        Some((mail.to, invite))
    }

    /// Makes a key in a project, as people do at the dashboard. The owner is a member or a service account, by id or
    /// address.
    pub fn add_key(&self, owner: &str, project: &str, name: &str) -> Result<IssuedKey, ControlError> {
        self.issue(owner, Some(project), name, None)
    }

    /// Makes an admin key of a member. `scopes` restricts it, `api.management.read` for example; `None`: everything.
    pub fn add_admin_key(&self, owner: &str, name: &str, scopes: Option<&[&str]>) -> Result<IssuedKey, ControlError> {
        self.issue(owner, None, name, scopes)
    }

    /// Makes a service account in a project, as people do at the dashboard; answers its id.
    pub fn add_service_account(&self, project: &str, name: &str) -> Result<String, ControlError> {
        let now = self.now();
        self.world().act(now, None, |context| {
            known_project(context, project)?;
            let id = context.mint.id("user-");
            service_accounts::insert(context.store, &id, project, name, "member", now)?;
            context.record("service_account.created", json!({"id": id, "data": {"role": "member"}}))?;
            Ok(id)
        })
    }

    /// Adds a member to a project, or sets the role there.
    pub fn add_to_project(&self, user: &str, project: &str, role: &str) -> Result<(), ControlError> {
        let now = self.now();
        self.world().act(now, None, |context| {
            known_project(context, project)?;
            let user = known_user(context, user)?;
            Ok(assignments::enter(context, project, user.id.as_str(), role)?)
        })
    }

    /// Does what an identity provider does: makes a group that it manages, or says who is in it from now on. The API
    /// refuses to change such a group. Members are given by id or address; answers the id.
    pub fn provision_group(&self, name: &str, members: &[&str]) -> Result<String, ControlError> {
        let now = self.now();
        self.world().act(now, None, |context| {
            let id = match groups::find_by_name(context.store, name)? {
                Some(group) if group.is_scim_managed == Some(true) => group.id.as_str().to_owned(),
                Some(_) => return Err(ControlError::Taken("group", name.to_owned())),
                None => make_group(context, name, true)?,
            };
            let members = members.iter().map(|who| known_user(context, who)).collect::<Result<Vec<User>, _>>()?;
            group_users::empty(context.store, &id)?;
            for member in members {
                group_users::put(context.store, &id, member.id.as_str(), now)?;
            }
            Ok(id)
        })
    }

    /// Says whether an identity provider manages a member, who is given by id or address; answers the id. The API shows
    /// it, and refuses nothing for it (assumed).
    pub fn provision_user(&self, user: &str, is_scim_managed: bool) -> Result<String, ControlError> {
        let now = self.now();
        self.world().act(now, None, |context| {
            let user = known_user(context, user)?;
            users::set_scim_managed(context.store, user.id.as_str(), is_scim_managed)?;
            Ok(user.id.as_str().to_owned())
        })
    }

    fn issue(
        &self,
        owner: &str,
        project: Option<&str>,
        name: &str,
        scopes: Option<&[&str]>,
    ) -> Result<IssuedKey, ControlError> {
        let now = self.now();
        self.world().act(now, None, |context| {
            let is_account = match project {
                Some(project) => {
                    known_project(context, project)?;
                    service_accounts::find(context.store, project, owner)?.is_some()
                }
                None => false,
            };
            let owner = if is_account { owner.to_owned() } else { known_user(context, owner)?.id.as_str().to_owned() };
            let class = match (project, is_account) {
                (None, _) => "sk-admin-",
                (Some(_), true) => "sk-svcacct-",
                (Some(_), false) => "sk-proj-",
            };
            let (id, secret) = (context.mint.id("key_"), context.mint.secret(class));
            keys::insert(
                context.store,
                &NewKey {
                    id: &id,
                    secret: &secret,
                    project,
                    owner_kind: if is_account { "service_account" } else { "user" },
                    owner_id: &owner,
                    name,
                    scopes: scopes.map(|scopes| json!(scopes).to_string()).as_deref(),
                    created_at: now,
                    last_used_at: None,
                    expires_at: None,
                },
            )?;
            context.record("api_key.created", json!({"id": id, "data": {"scopes": scopes.unwrap_or_default()}}))?;
            Ok(IssuedKey { id: id.into(), secret })
        })
    }
}

fn known_project(context: &Context<'_>, id: &str) -> Result<(), ControlError> {
    let project = projects::find(context.store, id)?.filter(|project| project.archived_at.is_none());
    project.map(drop).ok_or_else(|| ControlError::Unknown("project in use", id.to_owned()))
}

fn known_user(context: &Context<'_>, who: &str) -> Result<User, ControlError> {
    let user = match users::find(context.store, who)? {
        Some(user) => Some(user),
        None => users::find_by_email(context.store, &who.to_lowercase())?,
    };
    user.ok_or_else(|| ControlError::Unknown("member", who.to_owned()))
}

/// What was read; nothing if even that failed, which is logged.
fn truth<T>(read: Result<Vec<T>, rusqlite::Error>) -> Vec<T> {
    read.unwrap_or_else(|error| {
        tracing::error!(%error, "the sandbox's store could not be read");
        Vec::new()
    })
}
