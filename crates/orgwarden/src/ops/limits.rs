use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{plan_for, wish};
use crate::api::model::{Cents, Project, ProjectId, SpendAlert, Text};
use crate::operation::{Change, Effect, Operation};
use crate::plan::{Plan, Want};
use crate::roster::{self, read_alerts, read_limits};
use crate::{Organization, Result};

/// Lists the limits and alerts on the spend of a month: of the organization, of a project, or of all.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ListLimits {
    /// Only this project: name or id.
    pub project: Option<String>,
    /// The organization and every project: two requests for each.
    pub all: bool,
}

/// Limits and alerts.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LimitList {
    /// By place.
    pub places: Vec<PlaceLimits>,
}

/// The limit and the alerts of the organization or of a project.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlaceLimits {
    /// The project; absent: the organization.
    pub project_id: Option<ProjectId>,
    /// Its name.
    pub project: Option<Text>,
    /// The hard limit in US cents; absent: none.
    pub limit: Option<Cents>,
    /// The alerts.
    pub alerts: Vec<SpendAlert>,
}

impl Operation for ListLimits {
    const NAME: &'static str = "limits.list";
    const EFFECT: Effect = Effect::Reads;
    type Output = LimitList;

    async fn run(self, organization: &Organization) -> Result<LimitList> {
        let mut projects: Vec<Option<Project>> = Vec::new();
        if self.project.is_some() || self.all {
            let present = roster::projects(organization, false).await?;
            match &self.project {
                Some(name) => projects.push(Some(roster::resolve_project(name, &present)?.clone())),
                None => projects.extend(present.into_iter().map(Some)),
            }
        }
        if self.project.is_none() {
            projects.insert(0, None);
        }
        let id = |project: &Option<Project>| project.as_ref().map(|project| project.id.clone());
        let (limits, mut alerts) = tokio::try_join!(
            read_limits(organization, projects.iter().map(id).collect()),
            read_alerts(organization, projects.iter().map(id).collect()),
        )?;
        let places = projects.into_iter().map(|project| {
            let project_id = project.as_ref().map(|project| project.id.clone());
            PlaceLimits {
                limit: limits.get(&project_id).copied().flatten(),
                alerts: alerts.remove(&project_id).unwrap_or_default(),
                project: project.and_then(|project| project.name),
                project_id,
            }
        });
        Ok(LimitList { places: places.collect() })
    }
}

/// Sets the hard limit on the spend of a month, in place of one that is there.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetLimit {
    /// The project: name or id; absent: the organization.
    #[serde(default)]
    pub project: Option<String>,
    /// The limit in US cents, at least one.
    pub cents: Cents,
}

impl Change for SetLimit {
    const NAME: &'static str = "limits.set";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let want = Want::SpendLimit { project: self.project.clone(), cents: Some(self.cents) };
        plan_for(organization, &[wish(None, want, None)]).await
    }
}

/// Takes the hard limit on the spend of a month away.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeleteLimit {
    /// The project: name or id; absent: the organization.
    pub project: Option<String>,
}

impl Change for DeleteLimit {
    const NAME: &'static str = "limits.delete";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let want = Want::SpendLimit { project: self.project.clone(), cents: None };
        plan_for(organization, &[wish(None, want, None)]).await
    }
}

/// Has a mail sent when the spend of a month passes an amount. An alert that is there is changed to what is said.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SetAlert {
    /// The project: name or id; absent: the organization.
    pub project: Option<String>,
    /// The id of an alert that is to be changed; absent: the one at this amount, or a new one.
    pub alert: Option<String>,
    /// The amount in US cents; absent: as it is.
    pub cents: Option<Cents>,
    /// Who gets the mail: e-mail addresses; absent: as it is.
    pub recipients: Option<Vec<String>>,
    /// What the subject of the mail starts with; absent: as it is; empty: nothing.
    pub subject_prefix: Option<String>,
}

impl Change for SetAlert {
    const NAME: &'static str = "limits.set_alert";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let want = Want::Alert {
            project: self.project.clone(),
            alert: self.alert.clone(),
            cents: self.cents,
            recipients: self.recipients.clone(),
            subject_prefix: self.subject_prefix.clone(),
        };
        plan_for(organization, &[wish(None, want, None)]).await
    }
}

/// Deletes alerts: one by its id, or all at an amount.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeleteAlerts {
    /// The project: name or id; absent: the organization.
    pub project: Option<String>,
    /// The alert's id.
    pub alert: Option<String>,
    /// The amount in US cents.
    pub cents: Option<Cents>,
}

impl Change for DeleteAlerts {
    const NAME: &'static str = "limits.delete_alert";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let (project, alert) = (self.project.clone(), self.alert.clone());
        let want = Want::NoAlert { project, alert, cents: self.cents };
        plan_for(organization, &[wish(None, want, None)]).await
    }
}
