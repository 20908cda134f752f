//! Where the parts of a plan come from: which row of a file means which steps.

use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Act, Plan, Want, Wish};
use crate::Result;
use crate::api::model::{Group, Project};
use crate::guard::Held;

/// A wish out of a file, and what it came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Where it was read: file, line and column.
    pub place: String,
    /// The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already. Wishes for one
    /// person are put together, so a step can be of several.
    #[serde(default)]
    pub steps: Vec<usize>,
    /// What guards hold of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<Held>,
}

impl Source {
    /// A wish that was so already.
    pub(crate) fn fulfilled(wish: &Wish) -> Option<Self> {
        wish.place.clone().map(|place| Self { place, steps: Vec::new(), held: Vec::new() })
    }

    /// Follows steps to their new numbers; those that have none are held.
    pub(super) fn heed(&mut self, places: &[Option<usize>], held: &BTreeMap<usize, Held>) {
        self.held.extend(self.steps.iter().filter_map(|step| held.get(step)).cloned());
        self.steps = self.steps.iter().filter_map(|step| places.get(*step).copied().flatten()).collect();
    }
}

type Names<'a, T> = HashMap<&'a str, Result<&'a T>>;

/// Notes what the wishes for one person came to: the steps and the held parts from `first` on are theirs.
pub(super) fn trace(
    plan: &mut Plan,
    first: (usize, usize),
    wishes: &[&Wish],
    projects: &Names<'_, Project>,
    groups: &Names<'_, Group>,
) {
    for wish in wishes {
        let Some(place) = wish.place.clone() else { continue };
        let theirs = || (first.0..plan.steps.len()).map(|number| (number, &plan.steps[number].act));
        let numbers = |is_meant: &dyn Fn(&Act) -> bool| -> Vec<usize> {
            theirs().filter(|(_, act)| is_meant(act)).map(|(number, _)| number).collect()
        };
        let mut steps = numbers(&|act| is_of(&wish.want, act, projects, groups));
        // Whoever is invited gets projects along with it, and whoever is removed leaves everything by that.
        if steps.is_empty() {
            steps = numbers(&|act| matches!(act, Act::Invite { .. } | Act::Remove { .. }));
        }
        // Owners of the organization keep what they have in projects by being one.
        let is_held = steps.is_empty() && matches!(wish.want, Want::Project { role: None, .. });
        let held = if is_held { plan.held[first.1..].to_vec() } else { Vec::new() };
        plan.sources.push(Source { place, steps, held });
    }
}

/// Whether an act for the person fulfils a wish, or a part of it.
fn is_of(want: &Want, act: &Act, projects: &Names<'_, Project>, groups: &Names<'_, Group>) -> bool {
    match want {
        Want::Invite { .. } | Want::Resend => matches!(act, Act::Invite { .. } | Act::CancelInvite { .. }),
        Want::Cancel => matches!(act, Act::CancelInvite { .. }),
        Want::Role { .. } => matches!(act, Act::SetRole { .. }),
        Want::Project { project, .. } => match act {
            Act::AddToProject { project: of, .. }
            | Act::SetProjectRole { project: of, .. }
            | Act::RemoveFromProject { project: of, .. } => {
                matches!(projects.get(project.as_str()), Some(Ok(project)) if project.id == *of)
            }
            _ => false,
        },
        Want::Group { group, .. } => match act {
            Act::AddToGroup { group: of, .. } | Act::RemoveFromGroup { group: of, .. } => {
                matches!(groups.get(group.as_str()), Some(Ok(group)) if group.id == *of)
            }
            _ => false,
        },
        Want::Remove => true,
    }
}
