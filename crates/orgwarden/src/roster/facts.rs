//! What guards must know of an organization before the steps of a plan may be done, read with the fewest requests.

use std::collections::{BTreeSet, HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::Places;
use super::read::{SIDE_BY_SIDE, all, all_of, key_owners, members_by_email, members_by_id};
use crate::api::model::{GroupId, ProjectId, ProjectRole, ProjectUser, Text, User, UserId};
use crate::api::{group_users, project_users, users};
use crate::guard::{self, Facts, KeyOwners, Policy};
use crate::plan::{Act, Condition, Step};
use crate::{Organization, Result};

/// What a list of all members has told.
#[derive(Clone, Debug)]
pub(crate) struct Census {
    /// How many there are.
    members: usize,
    /// The owners among them.
    owners: Vec<User>,
}

impl Census {
    /// Counts all members.
    pub(crate) fn of(members: &[User]) -> Self {
        let owners = members.iter().filter(|user| guard::is_owner(user)).cloned().collect();
        Self { members: members.len(), owners }
    }
}

/// What is known already, so that it is not read again.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// People who were read just now.
    pub(crate) people: Vec<User>,
    /// All members, where they were read just now.
    pub(crate) census: Option<Census>,
    /// Who was an owner some time ago. They are asked about by their addresses, along with others: to find some owners
    /// among many members takes page after page.
    pub(crate) owners: Vec<User>,
    /// Who was made an owner by an earlier part of the same plan, or is to take over as the owner that they are: only they
    /// are asked about again.
    pub(crate) promoted: HashSet<UserId>,
    /// To whom the key in use belongs.
    pub(crate) key_owners: Option<KeyOwners>,
    /// Whether the owners of projects were looked at when the plan was made, a moment ago.
    pub(crate) projects: bool,
}

/// What was learned on the way, for when the plan is applied.
#[derive(Debug)]
pub(crate) struct Learned {
    /// To whom the key in use belongs: none if that does not matter.
    pub(crate) key_owners: Option<KeyOwners>,
    /// Owners whom the steps leave alone.
    pub(crate) owners: Vec<User>,
}

/// Reads what guards must know about some steps.
pub(crate) async fn facts(
    organization: &Organization,
    steps: &[Step],
    policy: &Policy,
    known: Known,
) -> Result<(Facts, Learned)> {
    let mut facts = Facts::default();
    let lowered: HashSet<&UserId> = steps.iter().filter_map(|step| step.act.lowers()).collect();
    let promoted = steps.iter().filter_map(|step| step.act.promotes());
    let mut concerned: HashSet<&UserId> = lowered.iter().copied().chain(promoted).chain(&known.promoted).collect();
    if !policy.protected.is_empty() {
        // Whoever is protected is known by the address that the organization has for them, not by what a plan says.
        concerned.extend(steps.iter().filter(|step| step.act.takes()).filter_map(|step| step.act.member()));
    }
    // Everybody by id: a plan may concern ten thousand people.
    let known_people = known.people.into_iter().filter(|user| concerned.contains(&user.id));
    let mut people: HashMap<UserId, User> = known_people.map(|user| (user.id.clone(), user)).collect();
    let unknown: HashSet<&UserId> = concerned.iter().copied().filter(|id| !people.contains_key(*id)).collect();
    let minimum = policy.minimum_owners.max(1);
    let asked: Vec<User> = known.owners.into_iter().filter(|user| !lowered.contains(&user.id)).take(minimum).collect();
    let (concerned, asked) = read_people(organization, steps, &unknown, &asked).await?;
    people.extend(concerned);
    let removals = steps.iter().filter(|step| step.act.is_removal()).count();
    let may_lower_owner = lowered.iter().any(|id| people.get(*id).is_none_or(guard::may_be_owner));
    let owners = if may_lower_owner { minimum } else { 0 };
    let ends_admin_key = steps.iter().any(|step| step.act.ends_admin_key().is_some());
    let read_yourself = async {
        match known.key_owners {
            _ if lowered.is_empty() && !ends_admin_key => Ok(None),
            Some(owners) => Ok(Some(owners)),
            None => key_owners(organization).await.map(Some),
        }
    };
    let projects = if !policy.keep_project_owners || known.projects {
        BTreeSet::new()
    } else {
        let (mut projects, is_untold) = losing_owners(steps, &people);
        if is_untold {
            // Lists may leave out who is where; then the lists of the projects tell.
            let in_use = super::read::projects(organization, false).await?;
            projects.extend(in_use.into_iter().map(|project| project.id));
        }
        projects
    };
    let needed = Needed { owners, members: policy.members_needed(removals) };
    let read_others = async {
        match known.census {
            Some(mut census) => {
                census.owners.retain(|user| !lowered.contains(&user.id));
                Ok(census)
            }
            None => read_others(organization, &lowered, &needed, asked).await,
        }
    };
    let groups: BTreeSet<GroupId> = if policy.protected.is_empty() {
        BTreeSet::new()
    } else {
        steps.iter().filter_map(|step| step.act.group_that_loses()).cloned().collect()
    };
    let (others, yourself, project_owners, in_groups) = tokio::try_join!(
        read_others,
        read_yourself,
        owners_of_projects(organization, projects),
        addresses_in_groups(organization, groups),
    )?;
    facts.in_groups = in_groups;
    facts.members = others.members;
    facts.owners.extend(others.owners.iter().map(|user| user.id.clone()));
    facts.project_owners = project_owners;
    facts.yourself = yourself.iter().flat_map(|key| &key.owners).cloned().collect();
    facts.own_keys = yourself.iter().flat_map(|key| &key.keys).cloned().collect();
    let learned = Learned { key_owners: yourself, owners: others.owners };
    facts.extend(people.into_values());
    facts.promoted = known.promoted.into_iter().filter(|user| facts.owners.contains(user)).collect();
    Ok((facts, learned))
}

/// The people with these ids, by the addresses that the steps know them by; and others as they are now, whose addresses
/// are known, where somebody is asked about at all.
async fn read_people(
    organization: &Organization,
    steps: &[Step],
    ids: &HashSet<&UserId>,
    others: &[User],
) -> Result<(HashMap<UserId, User>, Vec<User>)> {
    if ids.is_empty() {
        return Ok((HashMap::new(), Vec::new()));
    }
    let mut addresses: BTreeSet<&str> = BTreeSet::new();
    for step in steps.iter().filter(|step| step.act.member().is_some_and(|user| ids.contains(user))) {
        let address = step.requires.iter().find_map(|condition| match condition {
            Condition::Member { email: Some(email), .. } => Some(email.as_str()),
            _ => None,
        });
        addresses.extend(address.or_else(|| step.subject.contains('@').then_some(step.subject.as_str())));
    }
    addresses.extend(others.iter().filter_map(|user| user.email.as_deref()));
    let addresses: Vec<&str> = addresses.into_iter().collect();
    let read = members_by_email(organization, &addresses).await?;
    let (found, mut rest): (Vec<User>, Vec<User>) = read.into_iter().partition(|user| ids.contains(&user.id));
    rest.retain(|user| others.iter().any(|other| other.id == user.id));
    let mut people: HashMap<UserId, User> = found.into_iter().map(|user| (user.id.clone(), user)).collect();
    // Whoever has another address by now is not gone.
    let elsewhere: Vec<&str> = ids.iter().filter(|id| !people.contains_key(**id)).map(|id| id.as_str()).collect();
    people.extend(members_by_id(organization, &elsewhere).await?.into_iter().map(|user| (user.id.clone(), user)));
    Ok((people, rest))
}

/// How much must be known of those whom the steps leave alone.
struct Needed {
    owners: usize,
    members: usize,
}

/// So many owners who are not lowered, and whether there are so many members: no page more than that takes. `asked` are
/// people of whom it is known what they are now.
async fn read_others(
    organization: &Organization,
    lowered: &HashSet<&UserId>,
    needed: &Needed,
    asked: Vec<User>,
) -> Result<Census> {
    let mut others = Census { members: 0, owners: asked };
    others.owners.retain(guard::is_owner);
    if needed.owners <= others.owners.len() && needed.members == 0 {
        return Ok(others);
    }
    let mut pages = organization.client().pages(users::list());
    while others.owners.len() < needed.owners || others.members < needed.members {
        let Some(page) = pages.next().await? else { break };
        others.members += page.len();
        for user in page.into_iter().filter(|user| guard::is_owner(user) && !lowered.contains(&user.id)) {
            if others.owners.iter().all(|other| other.id != user.id) {
                others.owners.push(user);
            }
        }
    }
    Ok(others)
}

/// The addresses of those who are in some groups. In a group that is gone there is nobody.
async fn addresses_in_groups(
    organization: &Organization,
    groups: BTreeSet<GroupId>,
) -> Result<HashMap<GroupId, Vec<Text>>> {
    let reads = groups.into_iter().map(|group| async move {
        let users = all_of(organization, group_users::list(&group)).await?;
        Ok::<_, crate::Error>((group, users.into_iter().filter_map(|user| user.email).collect()))
    });
    stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await
}

/// The projects in which somebody may cease to be an owner of their own right.
/// With it, whether it is not known of somebody who is removed what they own.
fn losing_owners(steps: &[Step], people: &HashMap<UserId, User>) -> (BTreeSet<ProjectId>, bool) {
    let (mut projects, mut is_untold) = (BTreeSet::new(), false);
    for step in steps {
        match &step.act {
            Act::Remove { user } => {
                let Some(Places::Told(places)) = people.get(user).map(Places::of) else {
                    is_untold = true;
                    continue;
                };
                let owned = places.into_iter().filter(|place| place.role == Some(ProjectRole::Owner));
                projects.extend(owned.map(|place| place.id));
            }
            act @ (Act::RemoveFromProject { project, .. } | Act::SetProjectRole { project, .. }) => {
                let is_owner = |condition: &Condition| {
                    matches!(condition, Condition::InProject { role: Some(ProjectRole::Owner), .. })
                };
                if act.takes() && step.requires.iter().any(is_owner) {
                    projects.insert(project.clone());
                }
            }
            act @ Act::UnassignRole { project: Some(project), .. } if act.ends_ownership_of(project) => {
                projects.insert(project.clone());
            }
            _ => {}
        }
    }
    (projects, is_untold)
}

/// Who owns these projects, without the owners of the organization, whom the API lists as owners of every project.
async fn owners_of_projects(
    organization: &Organization,
    projects: BTreeSet<ProjectId>,
) -> Result<HashMap<ProjectId, HashSet<UserId>>> {
    if projects.is_empty() {
        return Ok(HashMap::new());
    }
    let reads = projects.into_iter().map(|project| async move {
        let mut users: Vec<ProjectUser> = all(organization, project_users::list(&project)).await?;
        users.retain(|user| user.role == Some(ProjectRole::Owner));
        Ok::<_, crate::Error>((project, users))
    });
    let lists: Vec<(ProjectId, Vec<ProjectUser>)> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    let emails: Vec<&str> =
        lists.iter().flat_map(|(_, users)| users).filter_map(|user| user.email.as_deref()).collect();
    let members = members_by_email(organization, &emails).await?;
    let above: HashSet<&UserId> = members.iter().filter(|user| guard::is_owner(user)).map(|user| &user.id).collect();
    let own = lists.iter().map(|(project, users)| {
        let owners = users.iter().map(|user| user.id.clone()).filter(|id| !above.contains(id)).collect();
        (project.clone(), owners)
    });
    Ok(own.collect())
}
