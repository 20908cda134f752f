//! The roster file: who should be in the organization, with which role, projects and groups, as a TOML file that is kept
//! like source. Reading, writing and comparing it; what must not live here: requests, and how a wish becomes steps.
//!
//! ```toml
//! organization = "org-…"
//! complete = true                 # whoever is not listed is removed
//!
//! [[team]]
//! name = "Data"
//! projects = ["Data Pipeline"]
//! monthly_limit = "$500"
//! alerts = [{ amount = "$400", recipients = ["lead@example.com"] }]
//!
//! [[member]]
//! email = "ada@example.com"
//! role = "reader"
//! teams = ["Data"]
//! projects = ["Website:owner"]
//! until = 2026-12-31
//! ```

mod compare;
mod export;
mod parse;
mod place;
mod write;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::api::model::{Cents, OrganizationRole};
use crate::guard::PolicyLines;

pub use compare::{Comparison, Ending, compare};
pub use export::export;
use place::Entry;
pub use place::Places;

/// For how many days before its end somebody's access is warned about, unless the file says otherwise.
const WARN_DAYS: u32 = 14;

/// Who should be in the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RosterFile {
    /// The organization that it is for; any other is refused.
    #[schemars(default)]
    pub organization: Option<String>,
    /// Whether everybody is listed: then whoever is not is removed. Otherwise people who are not listed are left alone.
    #[schemars(default)]
    pub complete: bool,
    /// For how many days before its end somebody's access is warned about.
    #[schemars(default = "warn_days")]
    pub warn_days: u32,
    /// What guards allow; it can forbid more than the profile does, never less. What is left out is as the profile says.
    #[schemars(default)]
    pub guards: Option<PolicyLines>,
    /// Projects and groups that several people get together.
    #[serde(rename = "team")]
    #[schemars(default)]
    pub teams: Vec<Team>,
    /// The people.
    #[serde(rename = "member")]
    pub members: Vec<Member>,
}

/// Projects and groups that several people get together, and what the projects may spend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Team {
    /// Its name, for the members' `teams`.
    pub name: String,
    /// The projects, by name or id, each with `:owner` or `:member` behind it if wished.
    #[schemars(default)]
    pub projects: Option<Vec<String>>,
    /// The groups, by name or id.
    #[schemars(default)]
    pub groups: Option<Vec<String>>,
    /// How much each of its projects may spend in a month, like `$50`: a hard limit. Left out, limits are as they are.
    #[serde(serialize_with = "maybe_amount")]
    #[schemars(with = "Option<String>", default)]
    pub monthly_limit: Option<Cents>,
    /// All alerts that each of its projects has. Left out, they are as they are.
    #[schemars(default)]
    pub alerts: Option<Vec<Alert>>,
}

/// A mail when the spend of a month passes an amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Alert {
    /// The amount, like `$40`.
    #[serde(serialize_with = "amount")]
    #[schemars(with = "String")]
    pub amount: Cents,
    /// The addresses that get the mail.
    pub recipients: Vec<String>,
}

/// Somebody who should be in the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Member {
    /// The e-mail address.
    pub email: String,
    /// The role in the organization.
    #[schemars(with = "RoleWord", default = "reader")]
    pub role: OrganizationRole,
    /// The teams, by the names that they have in this file.
    #[schemars(default)]
    pub teams: Vec<String>,
    /// The projects, by name or id, each with `:owner` or `:member` behind it if wished. Together with those of the teams
    /// they are all that the person is in; if neither names any, projects are left as they are.
    #[schemars(default)]
    pub projects: Option<Vec<String>>,
    /// The groups, by name or id, in the same way.
    #[schemars(default)]
    pub groups: Option<Vec<String>>,
    /// The last day on which they belong here, in UTC. Afterwards they are removed.
    #[schemars(with = "Option<String>", extend("format" = "date"), default)]
    pub until: Option<Date>,
    /// What people should know; nothing acts on it.
    #[schemars(default)]
    pub note: Option<String>,
}

/// The words for a role.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(dead_code, reason = "it describes the words, nothing holds them")]
enum RoleWord {
    /// May manage the organization.
    Owner,
    /// May not.
    Reader,
    /// The dashboard's word for an owner.
    Admin,
    /// The dashboard's word for a reader.
    Member,
}

/// An amount as it stands in the file: `$50.00`.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn amount<S: Serializer>(cents: &Cents, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(cents)
}

#[expect(clippy::ref_option, reason = "serde calls it so")]
fn maybe_amount<S: Serializer>(cents: &Option<Cents>, serializer: S) -> Result<S::Ok, S::Error> {
    cents.map(|cents| cents.to_string()).serialize(serializer)
}

fn warn_days() -> u32 {
    WARN_DAYS
}

fn reader() -> OrganizationRole {
    OrganizationRole::Reader
}

impl RosterFile {
    /// The JSON Schema of the file, for editors.
    pub fn schema() -> schemars::Schema {
        schemars::generate::SchemaSettings::draft07().into_generator().into_root_schema_for::<Self>()
    }
}
