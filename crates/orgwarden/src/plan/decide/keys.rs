//! Keys, and the service accounts that own keys.

use super::gather::Gathering;
use super::{Said, contradicts};
use crate::api::model::{AdminApiKey, KeyId, OwnerKind, Project, ServiceAccount, Timestamp, User, UserId};
use crate::plan::source::MeantKey;
use crate::plan::steps::{delete_account, delete_key, freeze_key};
use crate::plan::{Plan, Wish};
use crate::roster::{Key, Who, resolve_account};
use crate::words::{self, did_you_mean};
use crate::{Error, ErrorKind, Result};

/// What becomes of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Deleted,
    Frozen { scopes: Vec<String>, expires_in_seconds: Option<u32> },
}

/// What a key is wished.
pub(super) struct KeyWish<'a> {
    pub(super) key: &'a Key,
    fate: Fate,
    said: Said<'a>,
}

/// A service account that is to be deleted.
pub(super) struct AccountWish<'a> {
    pub(super) account: &'a ServiceAccount,
    project: &'a Project,
    said: Said<'a>,
}

impl<'a> Gathering<'a> {
    /// Takes in what becomes of a key, or of all keys of somebody.
    pub(super) fn take_keys(
        &mut self,
        wish: &'a Wish,
        name: Option<&str>,
        project: Option<&'a str>,
        fate: &Fate,
    ) -> Result<()> {
        if let Fate::Frozen { expires_in_seconds: Some(seconds), .. } = fate {
            words::key_life(u64::from(*seconds))?;
        }
        let project = project.map(|project| self.project(project)).transpose()?;
        let owner = self.owner(&wish.who)?;
        let is_meant = |key: &Key| {
            project.is_none_or(|project| project.id == key.project_id)
                && owner.as_ref().is_none_or(|owner| owner.is_of(key))
        };
        // Admin keys are in no project, and cannot be limited.
        let may_be_admin = project.is_none() && *fate == Fate::Deleted;
        let keys: Vec<&'a Key> = match name {
            Some(name) => match self.key(name, is_meant)? {
                Some(key) => vec![key],
                None if may_be_admin && self.take_admin_key(wish, name, owner.as_ref())? => return Ok(()),
                None => {
                    // Names that people gave: ids and visible parts look alike by chance, and the next wish may delete.
                    let keys = self.snapshot.keys.iter().filter(|key| is_meant(key));
                    let admin_keys = self.snapshot.admin_keys.iter().filter(|_| may_be_admin);
                    let admin_keys = admin_keys.filter(|key| owner.as_ref().is_none_or(|owner| owner.has(key)));
                    let names = keys.map(|key| &key.name).chain(admin_keys.map(|key| &key.name));
                    let near = did_you_mean(name, names.filter_map(|name| name.as_deref()));
                    return Err(no_such_key(name, near, fate));
                }
            },
            None if owner.is_none() => {
                return Err(Error::invalid("a key is to be changed, and neither it nor its owner is named"));
            }
            None => self.snapshot.keys.iter().filter(|key| is_meant(key)).collect(),
        };
        if keys.is_empty() {
            self.nothing.push((wish.who.as_str().to_owned(), "has no key".to_owned()));
        }
        for key in keys {
            self.take_key(wish, key, fate)?;
        }
        Ok(())
    }

    fn take_key(&mut self, wish: &'a Wish, key: &'a Key, fate: &Fate) -> Result<()> {
        if *fate == Fate::Deleted && key.owner_kind == Some(OwnerKind::ServiceAccount) {
            let owner = key.owner.as_deref().unwrap_or("a service account");
            return Err(Error::invalid(format!("the key `{}` belongs to the service account {owner}", key.label()))
                .with_hint(
                    "The API deletes such a key only with its account: `orgwarden keys delete-account`. \
                     It can be limited alone: `orgwarden keys freeze`.",
                ));
        }
        self.meant_keys.push((wish, MeantKey::of(key)));
        let place = *self.key_places.entry((&key.project_id, &key.id)).or_insert(self.keys.len());
        match self.keys.get(place) {
            Some(other) if other.fate != *fate => {
                Err(contradicts(wish, &format!("means the key {} a second time, and otherwise", key.id)))
            }
            Some(_) => Ok(()),
            None => {
                self.keys.push(KeyWish { key, fate: fate.clone(), said: Said::of(wish) });
                Ok(())
            }
        }
    }

    /// The one key of this name, in a project.
    fn key(&self, name: &str, is_meant: impl Fn(&Key) -> bool) -> Result<Option<&'a Key>> {
        let name = name.trim();
        let called = self.named_keys.get(&name.to_lowercase()).map_or(&[][..], Vec::as_slice);
        the_one(name, called.iter().copied().filter(|key| is_meant(key)).map(|key| (&key.id, key)).collect())
    }

    /// Whose keys are meant; `None`: anybody's. Somebody who is gone may have left keys behind.
    fn owner(&self, who: &'a Who) -> Result<Option<Owner<'a>>> {
        if who.as_str().is_empty() {
            return Ok(None);
        }
        let member = self.member(who)?;
        // Admin keys tell no addresses; keys of projects do.
        let told = self.snapshot.keys.iter().filter(|key| key.is_of(who)).find_map(Key::person);
        let owner = Owner { member, id: member.map(|user| &user.id).or(told), who };
        let owns_one = self.snapshot.keys.iter().any(|key| owner.is_of(key))
            || self.snapshot.admin_keys.iter().any(|key| owner.has(key));
        if owner.member.is_some() || owns_one {
            return Ok(Some(owner));
        }
        let error = Error::new(ErrorKind::NotFound, format!("`{who}` is not a member, and owns no key"));
        let members = self.snapshot.members.iter().filter_map(|user| user.email.as_deref());
        let owners = self.snapshot.keys.iter().filter_map(|key| key.owner.as_deref());
        Err(match did_you_mean(who.as_str(), members.chain(owners)) {
            Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
            None => error.with_hint("Keys and their owners are listed by `orgwarden keys`."),
        })
    }

    /// Takes in that a service account is to be deleted.
    pub(super) fn take_account(&mut self, wish: &'a Wish, account: &'a str, project: &'a str) -> Result<()> {
        let project = self.project(project)?;
        let accounts = self.snapshot.accounts.get(&project.id).map_or(&[][..], Vec::as_slice);
        let account = resolve_account(account, accounts)?;
        if self.accounts.iter().all(|other| other.account.id != account.id || other.project.id != project.id) {
            self.accounts.push(AccountWish { account, project, said: Said::of(wish) });
        }
        Ok(())
    }
}

/// Whose keys are meant.
pub(super) struct Owner<'a> {
    member: Option<&'a User>,
    /// Their id, if it is known.
    id: Option<&'a UserId>,
    who: &'a Who,
}

impl Owner<'_> {
    fn is_of(&self, key: &Key) -> bool {
        match self.member {
            Some(user) => key.owner_id.as_ref() == Some(&user.id),
            None => key.is_of(self.who),
        }
    }

    /// Whether an admin key is theirs.
    pub(super) fn has(&self, key: &AdminApiKey) -> bool {
        let is = |text: Option<&str>| text.is_some_and(|text| text.eq_ignore_ascii_case(self.who.as_str()));
        key.owner.as_ref().is_some_and(|owner| match self.id {
            Some(id) => owner.id == *id,
            None => is(Some(owner.id.as_str())) || is(owner.email.as_deref()) || is(owner.name.as_deref()),
        })
    }
}

impl KeyWish<'_> {
    pub(super) fn decide(&self, now: Timestamp, plan: &mut Plan) {
        let (key, first) = (self.key, plan.steps.len());
        let subject = key.owner.as_deref().or(key.owner_id.as_ref().map(AsRef::as_ref)).unwrap_or(key.label());
        match &self.fate {
            Fate::Deleted => drop(plan.step(delete_key(key, subject))),
            // What is over can do nothing, and the API refuses to change it.
            Fate::Frozen { .. } if key.expires_at.is_some_and(|end| end <= now) => {
                plan.already(subject, format!("the key `{}` in `{}` has expired", key.label(), key.project_label()));
            }
            Fate::Frozen { scopes, expires_in_seconds } => {
                // Never later than it would have ended anyway.
                let is_sooner = |seconds: &u32| key.expires_at.is_none_or(|end| i64::from(*seconds) < end.since(now));
                let expires = expires_in_seconds.filter(is_sooner);
                plan.step(freeze_key(key, subject, scopes.clone(), expires));
            }
        }
        self.said.give_reason(plan, first);
    }
}

impl AccountWish<'_> {
    pub(super) fn decide(&self, plan: &mut Plan) {
        let first = plan.steps.len();
        plan.step(delete_account(self.account, self.project));
        self.said.give_reason(plan, first);
    }
}

fn no_such_key(name: &str, near: Option<&str>, fate: &Fate) -> Error {
    let error = Error::new(ErrorKind::NotFound, format!("there is no key `{}`", name.trim()));
    match (near, fate) {
        (Some(near), _) => error.with_hint(format!("Did you mean `{near}`?")),
        (None, Fate::Deleted) => error.with_hint("Keys are listed by `orgwarden keys --admin`."),
        (None, Fate::Frozen { .. }) => error.with_hint(
            "Keys are listed by `orgwarden keys`. Admin keys cannot be limited, only deleted: `orgwarden keys delete`.",
        ),
    }
}

/// The one of several things that are called so; `None` if nothing is. The one whose id it is comes first.
pub(super) fn the_one<T>(name: &str, mut found: Vec<(&KeyId, T)>) -> Result<Option<T>> {
    if let Some(place) = found.iter().position(|(id, _)| id.as_str() == name) {
        return Ok(Some(found.swap_remove(place).1));
    }
    if found.len() > 1 {
        let all: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
        return Err(Error::invalid(format!("`{name}` is the name of {} keys: {}", all.len(), all.join(", ")))
            .with_hint("Name the one you mean by its id, or name its owner or its project too."));
    }
    Ok(found.pop().map(|(_, one)| one))
}
