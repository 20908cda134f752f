use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::operation::{Change, Effect, Operation};
use crate::plan::{Plan, decide};
use crate::roster::{Census, Extent, Snapshot, SpendOf};
use crate::roster_file::{self, Comparison, RosterFile, Team};
use crate::{Organization, Result, guard, words};

/// Compares a roster file with the organization: what differs, who is not listed, whose access ends soon.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CompareRoster {
    /// The text of the roster file.
    pub text: String,
    /// What to call the file in errors.
    pub name: PathBuf,
    /// Believe a complete file even if it lists less than half of the members.
    pub accept_few: bool,
}

impl Operation for CompareRoster {
    const NAME: &'static str = "roster.compare";
    const EFFECT: Effect = Effect::Reads;
    type Output = Comparison;

    async fn run(self, organization: &Organization) -> Result<Comparison> {
        Ok(self.compare(organization).await?.comparison)
    }
}

/// Makes the organization what a roster file says: invites who is missing, sets roles, projects and groups, and removes
/// whose time is over and, if the file is complete, who is not listed.
///
/// Guards of the file can forbid more than the profile's, never less.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ApplyRoster {
    /// The file, and how it is compared.
    pub roster: CompareRoster,
}

impl Change for ApplyRoster {
    const NAME: &'static str = "roster.apply";
    const EFFECT: Effect = Effect::Changes;

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        let Compared { file, present, comparison } = self.roster.compare(organization).await?;
        let mut plan = decide(&present, &comparison.wishes, organization.now())?;
        plan.census = Some(Census::of(&present.members));
        plan.stricter = file.guards;
        plan.notes.extend(comparison.ending.iter().map(ToString::to_string));
        match comparison.unlisted.len() {
            0 => {}
            1 => plan.notes.push("1 person is not in the file and left alone: `orgwarden drift` names them".to_owned()),
            count => plan
                .notes
                .push(format!("{count} people are not in the file and left alone: `orgwarden drift` names them")),
        }
        Ok(plan)
    }
}

/// A roster file, what there is, and what differs.
struct Compared {
    file: RosterFile,
    present: Snapshot,
    comparison: Comparison,
}

impl CompareRoster {
    /// Reads what the file is about, and compares.
    async fn compare(&self, organization: &Organization) -> Result<Compared> {
        let (file, places) = RosterFile::parse(&self.text, &self.name)?;
        guard::same_organization(file.organization.as_deref(), organization.client().organization())?;
        let present = Snapshot::read_all(organization, &extent(&file)).await?;
        let comparison = roster_file::compare(&file, &places, &present, organization.now(), self.accept_few)?;
        Ok(Compared { file, present, comparison })
    }
}

/// What a roster file is about.
fn extent(file: &RosterFile) -> Extent<'_> {
    let (members, teams) = (&file.members, &file.teams);
    let spend = |is_said: fn(&Team) -> bool| {
        let projects = teams.iter().filter(|team| is_said(team)).flat_map(|team| team.projects.iter().flatten());
        SpendOf::These(projects.filter_map(|text| Some(words::project_and_role(text).ok()?.0)).collect())
    };
    Extent {
        projects: members.iter().any(|member| member.projects.is_some())
            || teams.iter().any(|team| team.projects.is_some()),
        groups: members.iter().any(|member| member.groups.is_some()) || teams.iter().any(|team| team.groups.is_some()),
        limits: spend(|team| team.monthly_limit.is_some()),
        alerts: spend(|team| team.alerts.is_some()),
    }
}

/// Writes the organization as it is as a roster file. Compared with the same organization, nothing differs.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ExportRoster {
    /// Leave groups out: some organizations may not list them.
    pub without_groups: bool,
    /// Write spend limits and alerts too, as teams without members: two requests more for each project.
    pub with_limits: bool,
}

/// A roster file and its text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExportedRoster {
    /// The file, as data.
    pub roster: RosterFile,
    /// The file, as text.
    pub text: String,
}

impl Operation for ExportRoster {
    const NAME: &'static str = "roster.export";
    const EFFECT: Effect = Effect::Reads;
    type Output = ExportedRoster;

    async fn run(self, organization: &Organization) -> Result<ExportedRoster> {
        let spend = || if self.with_limits { SpendOf::All } else { SpendOf::Nothing };
        let extent = Extent { projects: true, groups: !self.without_groups, limits: spend(), alerts: spend() };
        let present = Snapshot::read_all(organization, &extent).await?;
        let roster = roster_file::export(&present, organization.client().organization(), organization.now());
        let text = roster.to_text();
        Ok(ExportedRoster { roster, text })
    }
}
