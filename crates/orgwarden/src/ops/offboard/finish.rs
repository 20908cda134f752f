use std::collections::HashSet;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::api::model::{KeyId, ProjectId};
use crate::operation::{Effect, Operation};
use crate::ops::receipt::{Evidence, assemble, run_to_prove};
use crate::plan::steps::{delete_admin_key, delete_key};
use crate::plan::{Act, Offboarding, Plan};
use crate::receipt::Receipt;
use crate::{Organization, Result};

/// How often the keys are read after they were deleted, until the lists no longer show them.
const READINGS: u32 = 3;
const BETWEEN_READINGS: Duration = Duration::from_secs(2);
/// Why keys are deleted.
const OUTLIVED: &str = "it outlived its owner";

/// Ends an offboarding: reads what is left of everybody whom a run removed, deletes keys that outlived them, and answers
/// the receipt.
///
/// The keys, admin keys among them, are those of people who were removed by that run, and of nobody else. They are deleted
/// through a plan of their own, which guards judge and the journal keeps. Where nothing is left, it only reads.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishOffboarding {
    /// The run in the journal; left out: the newest.
    #[serde(default)]
    pub run: Option<String>,
    /// Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
    #[serde(default)]
    pub with_documents: bool,
}

impl Operation for FinishOffboarding {
    const NAME: &'static str = Self::NAME_IN_JOURNAL;
    const EFFECT: Effect = Effect::Destroys;
    type Output = Receipt;

    async fn run(self, organization: &Organization) -> Result<Receipt> {
        let run = run_to_prove(organization, self.run)?;
        let mut evidence = Evidence::read(organization, &run).await?;
        let receipt = assemble(organization, &run, &evidence)?;
        let mut plan = Plan::default();
        let mut places: HashSet<ProjectId> = HashSet::new();
        for person in receipt.departures.iter().filter(|person| person.is_removed() && !person.still_listed) {
            for key in &person.keys_left {
                places.insert(key.project_id.clone());
                plan.step(delete_key(key, &person.subject).because(OUTLIVED));
            }
            for key in &person.admin_keys_left {
                plan.step(delete_admin_key(key, &person.subject).because(OUTLIVED));
            }
        }
        if plan.steps.is_empty() {
            return Ok(receipt.with_documents(self.with_documents));
        }
        plan.offboarding = Some(Offboarding { finishes: Some(run.id.clone()), ..Offboarding::default() });
        plan.key_owners = Some(evidence.key_owners().clone());
        let plan = organization.judged(plan, Self::NAME, Self::EFFECT).await?;
        let keys: Vec<Option<KeyId>> = plan.steps.iter().map(|step| key_of(&step.act).cloned()).collect();
        let with_admin_keys = plan.steps.iter().any(|step| step.act.ends_admin_key().is_some());
        let done = organization.apply(plan).result().await?;
        let well = done.results.iter().filter(|result| result.status.is_well());
        let deleted: HashSet<&KeyId> = well.filter_map(|result| keys.get(result.step)?.as_ref()).collect();
        for reading in 1..=READINGS {
            evidence.read_again(organization, &run, &places, with_admin_keys).await?;
            if !evidence.shows_any(&deleted) || reading == READINGS {
                break;
            }
            organization.client().pause(organization.clock().as_ref(), BETWEEN_READINGS).await;
        }
        evidence.read_events(organization, &run).await?;
        Ok(assemble(organization, &run, &evidence)?.with_documents(self.with_documents))
    }
}

impl FinishOffboarding {
    /// By this name the journal knows runs that delete what outlived people.
    pub(crate) const NAME_IN_JOURNAL: &'static str = "offboarding.finish";
}

/// The key that an act deletes.
fn key_of(act: &Act) -> Option<&KeyId> {
    match act {
        Act::DeleteKey { key, .. } | Act::DeleteAdminKey { key, .. } => Some(key),
        _ => None,
    }
}
