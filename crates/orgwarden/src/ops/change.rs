use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::operation::{Change, Effect};
use crate::plan::{Plan, Source, Want, Wish, decide};
use crate::roster::{self, Snapshot, Who};
use crate::{Error, Organization, Result};

/// Does many different things at once: invites, changes roles, projects and groups, removes; deletes and limits keys, sets
/// limits and alerts on spend.
///
/// Several wishes for one person become one decision, with the fewest requests. Two that contradict each other are
/// refused, and if any wish is wrong, nothing is done.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChangeMembers {
    /// What is wished, one thing for one person or one place each.
    pub wishes: Vec<Wish>,
    /// Take somebody who is not a member for removed, instead of refusing everything.
    pub gone_is_done: bool,
    /// The organization that this is meant for; in any other it is refused.
    pub organization: Option<String>,
    /// How many rows of a file were left out because it says itself that they are done: told with the plan.
    pub skipped: usize,
}

impl Change for ChangeMembers {
    const NAME: &'static str = "members.change";
    const EFFECT: Effect = Effect::Changes;

    fn organization(&self) -> Option<&str> {
        self.organization.as_deref()
    }

    async fn plan(&self, organization: &Organization) -> Result<Plan> {
        if self.wishes.is_empty() && self.skipped == 0 {
            return Err(Error::invalid("nothing is wished").with_hint("Give wishes, or a file with `-f`."));
        }
        let snapshot = Snapshot::read(organization, &self.wishes).await?;
        let missing = snapshot.missing(self.wishes.iter().map(|wish| &wish.who));
        let is_gone =
            |wish: &Wish| self.gone_is_done && wish.want == Want::Remove && missing.contains(wish.who.as_str());
        let (gone, left): (Vec<Wish>, Vec<Wish>) = self.wishes.iter().cloned().partition(is_gone);
        let mut plan = decided(organization, &snapshot, &left)?;
        for wish in gone {
            plan.already(wish.who.as_str(), "is not a member");
            plan.sources.extend(Source::fulfilled(&wish));
        }
        plan.notes.extend(left_out(self.skipped));
        Ok(plan)
    }
}

/// What people should know of rows that are not wished again.
pub(super) fn left_out(rows: usize) -> Option<String> {
    match rows {
        0 => None,
        1 => Some("1 row is done by its own column `status`, and left out".to_owned()),
        rows => Some(format!("{rows} rows are done by their own column `status`, and left out")),
    }
}

/// Reads what some wishes need, and decides.
pub(super) async fn plan_for(organization: &Organization, wishes: &[Wish]) -> Result<Plan> {
    let snapshot = Snapshot::read(organization, wishes).await?;
    decided(organization, &snapshot, wishes)
}

/// Decides by what was read; guards need not read it again.
fn decided(organization: &Organization, snapshot: &Snapshot, wishes: &[Wish]) -> Result<Plan> {
    let mut plan = decide(snapshot, wishes, organization.now())?;
    if !snapshot.admin_keys.is_empty() {
        plan.key_owners = Some(roster::owners_of_key(organization, &snapshot.admin_keys));
    }
    Ok(plan)
}

/// A wish that somebody states on the spot.
pub(super) fn wish(who: Option<&Who>, want: Want, reason: Option<&str>) -> Wish {
    Wish { who: who.cloned().unwrap_or_default(), want, reason: reason.map(str::to_owned), place: None }
}

/// The same wish for everybody.
pub(super) fn wish_for(who: &[Who], want: &Want) -> Result<Vec<Wish>> {
    if who.is_empty() {
        return Err(Error::invalid("nobody was named"));
    }
    who.iter().try_for_each(Who::check)?;
    Ok(who.iter().map(|who| Wish { who: who.clone(), want: want.clone(), reason: None, place: None }).collect())
}
