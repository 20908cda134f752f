//! Admin keys that are to be deleted.

use super::Said;
use super::gather::Gathering;
use super::keys::{Owner, the_one};
use crate::Result;
use crate::api::model::AdminApiKey;
use crate::plan::source::MeantKey;
use crate::plan::steps::{delete_admin_key, subject};
use crate::plan::{Plan, Wish, admin_key_name};
use crate::roster::{Snapshot, admin_key_names, admin_key_owner};

/// An admin key that is to be deleted.
pub(super) struct AdminKeyWish<'a> {
    key: &'a AdminApiKey,
    /// What its owner is called.
    owner: &'a str,
    said: Said<'a>,
}

impl<'a> Gathering<'a> {
    /// Takes in that an admin key is to be deleted, if one is called so. Answers whether one is.
    pub(super) fn take_admin_key(&mut self, wish: &'a Wish, name: &str, owner: Option<&Owner<'a>>) -> Result<bool> {
        let name = name.trim();
        let is_called = |key: &AdminApiKey| admin_key_names(key).any(|text| text.to_lowercase() == name.to_lowercase());
        let is_meant = |key: &&AdminApiKey| is_called(key) && owner.is_none_or(|owner| owner.has(key));
        let found = self.snapshot.admin_keys.iter().filter(is_meant).map(|key| (&key.id, key)).collect();
        let Some(key) = the_one(name, found)? else { return Ok(false) };
        self.meant_keys.push((wish, MeantKey::of_admin(key)));
        if self.admin_keys.iter().all(|other| other.key.id != key.id) {
            // The list tells no addresses: whoever is known otherwise has one.
            let Snapshot { members, keys, .. } = self.snapshot;
            let member = admin_key_owner(key).and_then(|id| {
                let member = members.iter().find(|user| user.id == *id).map(subject);
                member.or_else(|| keys.iter().find(|other| other.person() == Some(id))?.owner.as_deref())
            });
            let owner = key.owner.as_ref();
            let told = owner.and_then(|owner| owner.email.as_deref().or(owner.name.as_deref()));
            let id = owner.map(|owner| owner.id.as_str()).filter(|id| !id.is_empty());
            let owner = member.or(told).or(id).unwrap_or_else(|| admin_key_name(key));
            self.admin_keys.push(AdminKeyWish { key, owner, said: Said::of(wish) });
        }
        Ok(true)
    }
}

impl AdminKeyWish<'_> {
    /// Whoever is removed by the same wishes should lose their admin keys by that; nothing promises it.
    pub(super) fn decide(&self, plan: &mut Plan) {
        let first = plan.steps.len();
        plan.step(delete_admin_key(self.key, self.owner));
        self.said.give_reason(plan, first);
    }
}
