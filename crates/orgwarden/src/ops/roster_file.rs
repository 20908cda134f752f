use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::operation::{Effect, Operation};
use crate::roster::Present;
use crate::roster_file::{self, Comparison, Places, RosterFile};
use crate::{Organization, Result, guard};

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
        let (file, places) = RosterFile::parse(&self.text, &self.name)?;
        compare(organization, &file, &places, self.accept_few).await
    }
}

/// Reads what the file is about, and compares.
async fn compare(
    organization: &Organization,
    file: &RosterFile,
    places: &Places,
    accept_few: bool,
) -> Result<Comparison> {
    guard::same_organization(file.organization.as_deref(), organization.client().organization())?;
    let (members, teams) = (&file.members, &file.teams);
    let with_projects =
        members.iter().any(|member| member.projects.is_some()) || teams.iter().any(|team| team.projects.is_some());
    let with_groups =
        members.iter().any(|member| member.groups.is_some()) || teams.iter().any(|team| team.groups.is_some());
    let present = Present::read(organization, with_projects, with_groups).await?;
    roster_file::compare(file, places, &present, organization.now(), accept_few)
}

/// Writes the organization as it is as a roster file. Compared with the same organization, nothing differs.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ExportRoster {
    /// Leave groups out: some organizations may not list them.
    pub without_groups: bool,
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
        let present = Present::read(organization, true, !self.without_groups).await?;
        let roster = roster_file::export(&present, organization.client().organization(), organization.now());
        let text = roster.to_text();
        Ok(ExportedRoster { roster, text })
    }
}
