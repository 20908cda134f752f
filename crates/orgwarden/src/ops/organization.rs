use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::client::KeyClass;
use crate::api::model::{AdminApiKey, Timestamp, User};
use crate::api::{admin_api_keys, users};
use crate::guard;
use crate::operation::{Effect, Operation};
use crate::roster;
use crate::{Error, ErrorKind, Organization, Result};

/// Tells which organization and which key this is, and to whom the key belongs.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WhoAmI {}

/// Which organization and which key.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Identity {
    /// The organization that the profile or the environment names.
    pub organization: Option<String>,
    /// Where the API is.
    pub base_url: String,
    /// What the key is for, by its prefix.
    pub key_class: String,
    /// The key's id.
    pub key_id: Option<String>,
    /// The key's name.
    pub key_name: Option<String>,
    /// The e-mail address or name of the key's owner.
    pub owner: Option<String>,
    /// The owner's id.
    pub owner_id: Option<String>,
    /// When the key ends.
    pub expires_at: Option<Timestamp>,
    /// How many keys look like this one; more than one makes the owner uncertain.
    pub candidates: usize,
}

impl Operation for WhoAmI {
    const NAME: &'static str = "organization.whoami";
    const EFFECT: Effect = Effect::Reads;
    type Output = Identity;

    async fn run(self, organization: &Organization) -> Result<Identity> {
        let client = organization.client();
        let keys = roster::all(organization, admin_api_keys::list()).await?;
        let ours = |key: &&AdminApiKey| key.redacted_value.as_deref().is_some_and(|text| client.key().looks_like(text));
        let candidates: Vec<&AdminApiKey> = keys.iter().filter(ours).collect();
        let key = candidates.first();
        let owner = key.and_then(|key| key.owner.as_ref());
        let mut owner_name = owner.and_then(|owner| owner.email.clone().or_else(|| owner.name.clone()));
        if let Some(owner) = owner
            && owner.email.is_none()
            && let Ok(user) = client.send(&users::retrieve(&owner.id)).await
        {
            owner_name = user.email.or(owner_name);
        }
        Ok(Identity {
            organization: client.organization().map(str::to_owned),
            base_url: client.base_url().as_str().to_owned(),
            key_class: client.key().class().words().to_owned(),
            key_id: key.map(|key| key.id.as_str().to_owned()),
            key_name: key.and_then(|key| key.name.as_deref()).map(str::to_owned),
            owner: owner_name.map(String::from),
            owner_id: owner.map(|owner| owner.id.as_str().to_owned()),
            expires_at: key.and_then(|key| key.expires_at),
            candidates: candidates.len(),
        })
    }
}

/// Checks the way to the organization: the key's class, the network, the organization and the scopes, each with its cause
/// and the next step.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Doctor {}

/// What the checks say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Health {
    /// Whether every check is good.
    pub healthy: bool,
    /// The checks, in order. The later ones are left out when an earlier one makes them pointless.
    pub checks: Vec<Check>,
}

/// One check.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Check {
    /// What was checked.
    pub name: String,
    /// How it stands.
    pub result: CheckResult,
    /// What was seen.
    pub detail: String,
    /// What to do.
    pub hint: Option<String>,
}

/// How a check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckResult {
    /// Good.
    Good,
    /// Works, and deserves a look.
    Warning,
    /// Does not work.
    Bad,
}

impl Operation for Doctor {
    const NAME: &'static str = "organization.doctor";
    const EFFECT: Effect = Effect::Reads;
    type Output = Health;

    async fn run(self, organization: &Organization) -> Result<Health> {
        let client = organization.client();
        let mut checks = vec![key_class(client.key().class())];
        let (members, keys) =
            tokio::join!(some_members(organization), roster::all(organization, admin_api_keys::list()));
        match members {
            Ok((members, more)) => {
                let network = format!("{} answers", client.base_url());
                checks.push(Check::good("network", network));
                checks.push(match client.organization() {
                    Some(id) => Check::good("organization", format!("the key belongs to {id}")),
                    None => Check::warning(
                        "organization",
                        "no organization is named, so a key of another one would not be noticed",
                        "Set OPENAI_ORG_ID, or `organization` in the profile.",
                    ),
                });
                let first = if more { "the first " } else { "" };
                checks.push(Check::good("members", format!("{first}{} members can be read", members.len())));
                checks.push(owners_check(&members, more));
            }
            Err(error) => checks.push(Check::bad(
                match error.kind() {
                    ErrorKind::Authentication => "key",
                    ErrorKind::Permission => "scopes",
                    ErrorKind::Transport => "network",
                    _ => "members",
                },
                &error,
            )),
        }
        match keys {
            Ok(keys) => checks.push(own_key(organization, &keys)),
            // The same cause twice helps nobody.
            Err(error) if checks.iter().all(|check| check.result != CheckResult::Bad) => {
                checks.push(Check::bad("admin keys", &error));
            }
            Err(_) => {}
        }
        Ok(Health { healthy: checks.iter().all(|check| check.result != CheckResult::Bad), checks })
    }
}

fn key_class(class: KeyClass) -> Check {
    match class {
        KeyClass::Admin => Check::good("key class", "an admin key"),
        KeyClass::Unknown => {
            Check::warning("key class", "the key has no prefix that is known", "Admin keys start with `sk-admin-`.")
        }
        other => Check {
            name: "key class".to_owned(),
            result: CheckResult::Bad,
            detail: format!("{}: administration takes an admin key", other.words()),
            hint: Some(crate::api::client::MAKE_AN_ADMIN_KEY.to_owned()),
        },
    }
}

/// Enough members to know that there are two owners, and whether there are more: a check must not take an hour.
async fn some_members(organization: &Organization) -> Result<(Vec<User>, bool)> {
    const PAGES: usize = 5;
    let mut pages = organization.client().pages(users::list());
    let mut members = Vec::new();
    let (mut owners, mut read) = (0, 0);
    while owners < 2
        && read < PAGES
        && let Some(page) = pages.next().await?
    {
        owners += page.iter().filter(|user| guard::is_owner(user)).count();
        read += 1;
        members.extend(page);
    }
    Ok((members, pages.has_next()))
}

fn owners_check(members: &[User], more: bool) -> Check {
    let owners = members.iter().filter(|user| guard::is_owner(user)).count();
    match owners {
        _ if more => Check::good("owners", format!("{owners} among the first {} members", members.len())),
        0 => Check::warning("owners", "no owner is listed", "Look at `orgwarden members --role owner`."),
        1 => Check::warning(
            "owners",
            "there is one owner only",
            "Make a second one: whoever loses access alone locks the company out.",
        ),
        count => Check::good("owners", format!("{count} owners")),
    }
}

fn own_key(organization: &Organization, keys: &[AdminApiKey]) -> Check {
    let key = organization.client().key();
    let ours = keys.iter().find(|record| record.redacted_value.as_deref().is_some_and(|text| key.looks_like(text)));
    let Some(ours) = ours else {
        return Check::warning(
            "own key",
            "the key in use is not in the list of admin keys",
            "The guard against removing yourself cannot work then.",
        );
    };
    let name = ours.name.as_deref().unwrap_or(ours.id.as_str());
    match ours.expires_at {
        Some(end) if end.since(organization.now()) < 14 * 24 * 60 * 60 => {
            Check::warning("own key", format!("`{name}` ends at {end}"), "Make a new one in time.")
        }
        Some(end) => Check::good("own key", format!("`{name}`, until {end}")),
        None => Check::good("own key", format!("`{name}`, without an end")),
    }
}

impl Check {
    fn good(name: &str, detail: impl Into<String>) -> Self {
        Self { name: name.to_owned(), result: CheckResult::Good, detail: detail.into(), hint: None }
    }

    fn warning(name: &str, detail: impl Into<String>, hint: &str) -> Self {
        Self { result: CheckResult::Warning, hint: Some(hint.to_owned()), ..Self::good(name, detail) }
    }

    fn bad(name: &str, error: &Error) -> Self {
        let hint = error.hint().map(str::to_owned);
        Self { result: CheckResult::Bad, hint, ..Self::good(name, error.message()) }
    }
}
