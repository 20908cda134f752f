use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{OrganizationRole, User};
use crate::operation::{Change, Effect};
use crate::plan::Plan;
use crate::plan::steps::{set_role, subject};
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
        let mut plan = plan(&members, &role);
        plan.known = members;
        Ok(plan)
    }
}

/// The decision.
fn plan(members: &[User], role: &OrganizationRole) -> Plan {
    let mut plan = Plan::default();
    let mut seen = HashSet::new();
    for user in members.iter().filter(|user| seen.insert(&user.id)) {
        if user.role.as_ref() == Some(role) {
            plan.already(subject(user), format!("is {role}"));
        } else {
            plan.step(set_role(user, role));
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Step;
    use serde_json::json;

    #[test]
    fn only_what_differs_is_changed() {
        let members: Vec<User> = serde_json::from_value(json!([
            {"id": "user-1", "email": "a@x.io", "role": "owner"},
            {"id": "user-2", "email": "b@x.io", "role": "reader"},
            {"id": "user-3", "name": "Cy", "role": null},
            {"id": "user-3", "name": "Cy", "role": null},
        ]))
        .unwrap();
        let plan = plan(&members, &OrganizationRole::Reader);
        assert_eq!(plan.already[0].subject, "b@x.io");
        let lines: Vec<String> = plan.steps.iter().map(Step::request_line).collect();
        assert_eq!(
            lines,
            [
                r#"POST /organization/users/user-1 {"role":"reader"}"#,
                r#"POST /organization/users/user-3 {"role":"reader"}"#
            ]
        );
        assert!(!plan.steps[0].loses.is_empty() && plan.steps[1].loses.is_empty());
    }
}
