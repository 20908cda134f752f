//! Placeholders: things that come into being when somebody mentions them.
//!
//! Test suites that were not written for this sandbox ask for `project_id` or `user_abc` and expect an answer. Whatever
//! a request names with an identifier that was never minted here is made first; then the request takes its usual way.

use serde_json::{Value, json};

use crate::error::ApiError;
use crate::mint;
use crate::pem::Validity;
use crate::roles;
use crate::routes::{
    Found, INVITE_LIFETIME, certificates, external_keys, external_storage, federation_rules,
    workload_identity_providers,
};
use crate::spend;
use crate::store::invites::{self, NewInvite};
use crate::store::keys::{self, NewKey};
use crate::store::roles::{self as stored, NewRole, Resource};
use crate::store::users::{self, NewUser};
use crate::store::{
    admin_keys, documents, group_users, groups, memberships, project_groups, project_keys, projects, role_assignments,
    service_accounts,
};
use crate::world::Context;

/// Sees to it that everything exists that a request names, in its path or in its body.
pub(crate) fn adopt(context: &mut Context<'_>, found: &Found, body: &[u8]) -> Result<(), ApiError> {
    let template = found.route.template;
    let names = template.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let mut scene = Scene { context, template, parameters: &found.parameters };
    for (name, id) in names.zip(&found.parameters) {
        scene.adopt(name, id)?;
    }
    if template.ends_with("/spend_limit") {
        spend::place_limit(scene.context, found.parameters.first().map_or("", String::as_str))?;
    }
    if let Ok(Value::Object(members)) = serde_json::from_slice(body) {
        for (name, value) in &members {
            scene.adopt_value(name, value)?;
        }
    }
    Ok(())
}

/// Where placeholders appear.
struct Scene<'a, 'b> {
    context: &'a mut Context<'b>,
    template: &'static str,
    parameters: &'a [String],
}

impl Scene<'_, '_> {
    fn adopt_value(&mut self, name: &str, value: &Value) -> Result<(), ApiError> {
        match value {
            Value::String(id) => self.adopt(name, id),
            Value::Array(items) if name == "projects" => {
                items.iter().filter_map(|grant| grant["id"].as_str()).try_for_each(|id| self.adopt("project_id", id))
            }
            Value::Array(items) => {
                let name = name.strip_suffix('s').unwrap_or(name);
                items.iter().filter_map(Value::as_str).try_for_each(|id| self.adopt(name, id))
            }
            _ => Ok(()),
        }
    }

    /// Makes one thing. `name` is the word of the schema for its identifier.
    fn adopt(&mut self, name: &str, id: &str) -> Result<(), ApiError> {
        if mint::is_minted(id) {
            return Ok(());
        }
        let now = self.context.now;
        match name {
            "project_id" => self.adopt_project(id),
            "user_id" => self.adopt_user(id),
            "group_id" => self.adopt_group(id),
            "role_id" => self.adopt_role(id),
            // Where groups join projects, the role is named by its identifier.
            "role" if self.template == "/organization/projects/{project_id}/groups" => self.adopt_role(id),
            "invite_id" => self.adopt_invite(id),
            "key_id" => self.adopt_key(id, None),
            "service_account_id" if self.template.contains("/service_accounts/") => self.adopt_service_account(id),
            "certificate_id" => self.adopt_certificate(id),
            "alert_id" => self.adopt_spend_alert(id),
            "external_key_id" if self.template.starts_with("/organization/external_keys") => {
                let key = json!({"type": "aws", "purpose": "ekm"});
                let home = &self.context.home.organization;
                self.adopt_document(external_keys::KIND, "", id, &external_keys::document(id, id, now, home, key))
            }
            "external_storage_id" => {
                let provider = json!({
                    "type": "oci", "bucket": id, "region": "eu-central-1", "tenancy_ocid": id,
                });
                let storage = external_storage::document(id, "project_id", "GLOBAL", now, &provider);
                self.adopt_document(external_storage::KIND, "", id, &storage)
            }
            "workload_identity_provider_id" if self.template.starts_with("/organization/workload_identity") => {
                let issuer = "https://issuer.placeholder.example";
                let provider = workload_identity_providers::document(id, id, issuer, id, now);
                self.adopt_document(workload_identity_providers::KIND, "", id, &provider)
            }
            "workload_identity_federation_rule_id" => {
                let provider = &self.parameters[0];
                let rule = federation_rules::document(id, provider, "project_id", "service_account_id", now);
                self.adopt_document(federation_rules::KIND, provider, id, &rule)
            }
            "api_key_id" => self.adopt_key(id, self.parameters.first().map(String::as_str)),
            _ => Ok(()),
        }
    }

    fn adopt_project(&mut self, id: &str) -> Result<(), ApiError> {
        let Context { store, now, .. } = *self.context;
        match projects::find(store, id)? {
            None => projects::insert(store, id, id, now, None, None)?,
            Some(project) if project.archived_at.is_some() => projects::reopen(store, id)?,
            Some(_) => {}
        }
        Ok(())
    }

    fn adopt_key(&mut self, id: &str, project: Option<&str>) -> Result<(), ApiError> {
        let Context { store, now, .. } = *self.context;
        let is_there = match project {
            Some(project) => project_keys::find(store, project, id)?.is_some(),
            None => admin_keys::find(store, id)?.is_some(),
        };
        let owner = self.context.actor.as_ref().and_then(|actor| actor.principal());
        if let (false, Some(owner)) = (is_there, owner) {
            // It may stand in another project: identifiers are unique.
            keys::delete(store, id)?;
            let secret = self.context.mint.secret("sk-");
            keys::insert(
                store,
                &NewKey {
                    id,
                    secret: &secret,
                    project,
                    owner_kind: "user",
                    owner_id: owner.id.as_str(),
                    name: id,
                    scopes: None,
                    created_at: now,
                    last_used_at: None,
                    expires_at: None,
                },
            )?;
        }
        Ok(())
    }

    fn adopt_service_account(&mut self, id: &str) -> Result<(), ApiError> {
        let Context { store, now, .. } = *self.context;
        let Some(project) = self.parameters.first() else { return Ok(()) };
        if service_accounts::find(store, project, id)?.is_none() {
            // It may stand in another project: identifiers are unique.
            service_accounts::delete(store, id)?;
            service_accounts::insert(store, id, project, id, "member", now)?;
        }
        Ok(())
    }

    fn adopt_certificate(&mut self, id: &str) -> Result<(), ApiError> {
        let Context { store, now, .. } = *self.context;
        if !certificates::is_kept(store, id)? {
            let validity = Validity { from: now, to: now };
            certificates::keep(store, &certificates::document(id, Some(id), now, id, validity, &[]), now)?;
        }
        Ok(())
    }

    fn adopt_document(&self, kind: &str, parent: &str, id: &str, document: &Value) -> Result<(), ApiError> {
        let Context { store, now, .. } = *self.context;
        if documents::find(store, kind, parent, id)?.is_none() {
            documents::put(store, kind, parent, id, now, document)?;
        }
        Ok(())
    }

    fn adopt_spend_alert(&mut self, id: &str) -> Result<(), ApiError> {
        let parent = if self.template.contains("{project_id}") { self.parameters[0].as_str() } else { "" };
        Ok(spend::place_alert(self.context, parent, id)?)
    }

    fn adopt_user(&mut self, id: &str) -> Result<(), ApiError> {
        let Context { store, now, .. } = *self.context;
        if users::find(store, id)?.is_none() {
            let email = format!("{id}@placeholder.example");
            users::insert(store, &NewUser { id, email: &email, name: Some(id), role: "reader", added_at: now })?;
        }
        // Named in a path below something, it belongs there.
        let [place, ..] = self.parameters else { return Ok(()) };
        if self.template.contains("projects/{project_id}/users/{user_id}") {
            if memberships::find(store, place, id)?.is_none() {
                memberships::put(store, place, id, "member", now)?;
            }
        } else if self.template.starts_with("/organization/groups/{group_id}/users/{user_id}") {
            group_users::put(store, place, id, now)?;
        }
        Ok(())
    }

    fn adopt_group(&mut self, id: &str) -> Result<(), ApiError> {
        let Context { store, now, .. } = *self.context;
        if groups::find(store, id)?.is_none() {
            groups::insert(store, id, id, now, false)?;
        }
        if self.template == "/organization/projects/{project_id}/groups/{group_id}" {
            project_groups::put(store, &self.parameters[0], id, now)?;
        }
        Ok(())
    }

    fn adopt_role(&mut self, id: &str) -> Result<(), ApiError> {
        let Context { store, now, home, .. } = *self.context;
        let resource = match self.parameters {
            [project, ..] if self.template.contains("projects/{project_id}") => Resource::project(project),
            _ => Resource::organization(&home.organization),
        };
        let known = roles::find(store, &resource, id)?;
        if known.is_none() {
            // It may stand elsewhere: identifiers are unique.
            stored::delete(store, id)?;
            let (resource, description, created_by) = (&resource, None, None);
            let role = NewRole { id, resource, name: id, description, permissions: &[], created_at: now, created_by };
            stored::insert(store, &role)?;
        }
        if let [.., holder, _] = self.parameters
            && self.template.ends_with("_id}/roles/{role_id}")
            && holder != &resource.id
            && known.is_none_or(|known| !known.is_built_in())
        {
            role_assignments::insert(store, &resource.id, holder, id)?;
        }
        Ok(())
    }

    fn adopt_invite(&mut self, id: &str) -> Result<(), ApiError> {
        let Context { store, now, .. } = *self.context;
        if invites::find(store, id, now)?.is_none() {
            let email = format!("{id}@placeholder.example");
            let expires_at = now.plus(INVITE_LIFETIME);
            let invite = NewInvite { id, email: &email, role: "reader", created_at: now, expires_at, projects: "[]" };
            invites::insert(store, &invite)?;
        }
        Ok(())
    }
}
