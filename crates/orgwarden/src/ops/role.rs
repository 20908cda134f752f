use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{plan_for, wish_for};
use crate::operation::{Change, Effect};
use crate::plan::{Plan, Want};
use crate::roster::Who;
use crate::words;
use crate::{Organization, Result};

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
        let wishes = wish_for(&self.who, &Want::Role { role })?;
        plan_for(organization, &wishes).await
    }
}
