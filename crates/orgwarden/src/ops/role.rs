use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{OrganizationRole, User};
use crate::api::users::{self, UserChange};
use crate::guard::Owners;
use crate::operation::{Change, Effect};
use crate::plan::{Evidence, Plan, Step};
use crate::roster::{self, Who};
use crate::words;
use crate::{Error, Organization, Result};

/// Changes the role of members in the organization. Effective at once.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetRole {
    /// Whose: e-mail addresses, names or ids.
    pub who: Vec<Who>,
    /// The new role: `reader` or `owner`; the dashboard's Member and Admin work too.
    pub role: String,
}

impl Change for SetRole {
    const NAME: &'static str = "members.set_role";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let role = words::organization_role(&self.role)?;
        if self.who.is_empty() {
            return Err(Error::invalid("nobody was named"));
        }
        let members = roster::members(organization, &self.who).await?;
        if !members.iter().any(|user| is_demoted(user, &role)) {
            return Ok(plan(&members, &role, Owners::default()));
        }
        let (owners, yourself) =
            tokio::try_join!(roster::owners_besides(organization, &members), roster::key_owners(organization))?;
        let mut plan = plan(&members, &role, Owners::new(&owners, &yourself.owners));
        plan.notes.extend(yourself.note().filter(|_| !plan.is_empty()));
        Ok(plan)
    }
}

/// Whether somebody may lose an owner's powers. A role that is null or not known may have them.
fn is_demoted(user: &User, role: &OrganizationRole) -> bool {
    *role != OrganizationRole::Owner && user.role.as_ref() != Some(role)
}

/// The decision.
fn plan(members: &[User], role: &OrganizationRole, mut owners: Owners) -> Plan {
    let mut plan = Plan::default();
    let mut seen = HashSet::new();
    for user in members.iter().filter(|user| seen.insert(&user.id)) {
        let subject = subject(user);
        if user.role.as_ref() == Some(role) {
            plan.already(subject, format!("is {role}"));
            continue;
        }
        if is_demoted(user, role)
            && let Err(held) = owners.release(user, subject)
        {
            plan.held.push(held);
            continue;
        }
        if user.is_scim_managed == Some(true) {
            plan.notes.push(format!("{subject} is kept by your identity provider, which may set the role back"));
        }
        let before = user.role.as_ref().map_or("no role", OrganizationRole::as_str);
        let change = UserChange { role: Some(role.clone()), ..UserChange::default() };
        plan.step(Step {
            subject: subject.to_owned(),
            action: format!("change the role from {before} to {role}"),
            loses: if user.role == Some(OrganizationRole::Owner) {
                vec!["management of members, billing and settings".to_owned(), "ownership of every project".to_owned()]
            } else {
                Vec::new()
            },
            call: users::modify(&user.id, &change).untyped(),
            after: None,
            evidence: Evidence::HasRole(user.id.clone(), role.clone()),
        });
    }
    plan
}

/// What to call a member in plans.
pub(super) fn subject(user: &User) -> &str {
    user.email.as_deref().or(user.name.as_deref()).unwrap_or(user.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::Guard;
    use serde_json::json;

    #[test]
    fn yourself_is_held_whatever_the_role_is_called() {
        for role in [json!(null), json!("administrator"), json!("owner")] {
            let me: Vec<User> = serde_json::from_value(json!([{"id": "user-me", "role": role}])).unwrap();
            let owners = Owners::new([&"user-other".into()], &["user-me".into()]);
            let plan = plan(&me, &OrganizationRole::Reader, owners);
            assert!(plan.steps.is_empty() && plan.held[0].guard == Guard::Yourself, "{role}");
        }
    }

    #[test]
    fn only_what_differs_is_changed_and_the_last_owner_stays() {
        let members: Vec<User> = serde_json::from_value(json!([
            {"id": "user-1", "email": "a@x.io", "role": "owner"},
            {"id": "user-2", "email": "b@x.io", "role": "reader"},
            {"id": "user-3", "name": "Cy", "role": null},
            {"id": "user-3", "name": "Cy", "role": null},
        ]))
        .unwrap();
        let plan = plan(&members, &OrganizationRole::Reader, Owners::new([&members[0].id], &[]));
        assert_eq!(plan.held[0].guard, Guard::LastOwner);
        assert_eq!(plan.already[0].subject, "b@x.io");
        let lines: Vec<String> = plan.steps.iter().map(Step::request_line).collect();
        assert_eq!(lines, [r#"POST /organization/users/user-3 {"role":"reader"}"#]);
    }
}
