//! Reading the organization with the fewest requests.

use std::collections::{BTreeSet, HashMap, HashSet};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::find::{Index, near};
use super::{Key, Person, SharedPlaces, Who};
use crate::api::model::{
    AdminApiKey, Group, Item, List, Project, ProjectId, ProjectStatus, ProjectUser, Role, RoleId, ServiceAccount, User,
    UserId,
};
use crate::api::project_api_keys::OwnerAccess;
use crate::api::{Call, admin_api_keys, project_api_keys, project_users, projects as project_calls, users};
use crate::guard::KeyOwners;
use crate::words::did_you_mean;
use crate::{Error, ErrorKind, Organization, Result};

/// How many items a page has, and so how many addresses go into one filter.
pub(super) const ITEMS_PER_PAGE: usize = 100;
/// Up to so many things of a long list are read one by one. For more, pages of the list may be cheaper.
pub(super) const SINGLE_READS: usize = 3;
/// How many pages are read to suggest somebody near: a help must not cost more than the answer.
pub(super) const PAGES_FOR_A_SUGGESTION: usize = 3;
/// How many missing people are named at once.
const TOLD: usize = 10;
/// Requests of one route that are under way together.
pub(crate) const SIDE_BY_SIDE: usize = 4;

/// A whole list, each thing once: lists that change while they are read repeat items from page to page.
pub(crate) async fn all<T: Item>(organization: &Organization, call: Call<List<T>>) -> Result<Vec<T>> {
    let mut items = organization.client().all(call).await?;
    once(&mut items);
    Ok(items)
}

/// All members as people. A page becomes people as it comes, so that what a member is more is not kept.
pub(crate) async fn member_people(organization: &Organization) -> Result<Vec<Person>> {
    let mut pages = organization.client().pages(users::list());
    let (mut people, mut places) = (Vec::new(), SharedPlaces::default());
    while let Some(page) = pages.next().await? {
        people.extend(page.into_iter().map(|user| Person::of_user_among(user, &mut places)));
    }
    once_by(&mut people, |person| person.id.as_ref().map(UserId::as_str));
    Ok(people)
}

/// Takes repetitions out of the items of several pages.
pub(super) fn once<T: Item>(items: &mut Vec<T>) {
    once_by(items, Item::cursor);
}

fn once_by<T>(items: &mut Vec<T>, id: impl Fn(&T) -> Option<&str>) {
    if items.len() > ITEMS_PER_PAGE {
        let mut seen = HashSet::with_capacity(items.len());
        let is_first: Vec<bool> = items.iter().map(|item| id(item).is_none_or(|id| seen.insert(id))).collect();
        let mut is_first = is_first.into_iter();
        items.retain(|_| is_first.next().unwrap_or(true));
    }
}

/// The members with these addresses, one request for a hundred. Only they: older servers have ignored the filter.
pub(crate) async fn members_by_email(organization: &Organization, emails: &[&str]) -> Result<Vec<User>> {
    let wanted: HashSet<String> = emails.iter().map(|email| email.trim().to_lowercase()).collect();
    let mut members = listed_by_email(organization, emails).await?;
    members.retain(|user| user.email.as_deref().is_some_and(|email| wanted.contains(&email.to_lowercase())));
    Ok(members)
}

/// Whom the API lists for these addresses, each once: perhaps others too, and perhaps without an address.
pub(crate) async fn listed_by_email(organization: &Organization, emails: &[&str]) -> Result<Vec<User>> {
    let mut seen = HashSet::new();
    let distinct: Vec<&str> = emails.iter().copied().filter(|email| seen.insert(email.trim().to_lowercase())).collect();
    let mut seen = HashSet::new();
    let mut members = Vec::new();
    for some in distinct.chunks(ITEMS_PER_PAGE) {
        let listed = organization.client().all(users::list_by_email(some.iter().map(|email| email.trim()))).await?;
        members.extend(listed.into_iter().filter(|user| seen.insert(user.id.clone())));
    }
    Ok(members)
}

/// The members with these ids.
pub(crate) async fn members_by_id(organization: &Organization, ids: &[&str]) -> Result<Vec<User>> {
    let ids = ids.iter().copied().collect();
    by_ids(organization, users::list(), ids, SINGLE_READS, |id| users::retrieve(&id.into())).await
}

/// Which of some people are in a project. A project may have many more members than are asked about.
pub(crate) async fn present(
    organization: &Organization,
    project: &ProjectId,
    wanted: &HashSet<UserId>,
) -> Result<Vec<ProjectUser>> {
    let (list, ids) = (project_users::list(project), wanted.iter().map(UserId::as_str).collect());
    // Most projects are a page.
    by_ids(organization, list, ids, 1, |id| project_users::retrieve(project, &id.into())).await
}

/// The things with these ids that are there: from the pages of their list, or one by one, whichever takes fewer requests.
/// Up to so many `singles` are read one by one at once.
pub(super) async fn by_ids<T: Item>(
    organization: &Organization,
    list: Call<List<T>>,
    mut missing: BTreeSet<&str>,
    singles: usize,
    one: impl Fn(&str) -> Call<T>,
) -> Result<Vec<T>> {
    let client = organization.client();
    let mut things = Vec::new();
    if missing.len() > singles {
        // A page may hold them all; but of a long list no more pages are read than there are ids.
        let mut pages = client.pages(list);
        for _ in 0..missing.len() {
            let Some(page) = pages.next().await? else { return Ok(things) };
            things.extend(page.into_iter().filter(|thing| thing.cursor().is_some_and(|id| missing.remove(id))));
            if missing.is_empty() {
                break;
            }
        }
        if !pages.has_next() {
            return Ok(things);
        }
    }
    let calls: Vec<_> = missing.into_iter().map(one).collect();
    let reads = calls.into_iter().map(|call| async move { found(client.send(&call).await) });
    let singles: Vec<Option<T>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    things.extend(singles.into_iter().flatten());
    Ok(things)
}

/// Takes the API's word that a thing is not there for an answer; so is what stood in a project that is archived. Any other
/// 404, such as a gateway's page, says nothing about the thing.
pub(crate) fn found<T>(answer: Result<T>) -> Result<Option<T>> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is_absence() || is_of_an_archived_project(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A whole list of what belongs to something that may be gone by now: then nothing does.
///
/// Only the first page tells that: of a later one, "not found" is said of the place where the list goes on.
pub(crate) async fn all_of<T: Item>(organization: &Organization, call: Call<List<T>>) -> Result<Vec<T>> {
    let mut pages = organization.client().pages(call);
    let mut items = found(pages.next().await)?.flatten().unwrap_or_default();
    while let Some(page) = pages.next().await? {
        items.extend(page);
    }
    once(&mut items);
    Ok(items)
}

/// A whole list of what is in a project: of one that is archived, nothing. "Not found" is no answer, for projects do not
/// go.
pub(crate) async fn all_in_project<T: Item>(organization: &Organization, call: Call<List<T>>) -> Result<Vec<T>> {
    match all(organization, call).await {
        Err(error) if is_of_an_archived_project(&error) => Ok(Vec::new()),
        answer => answer,
    }
}

/// Whether a refusal says that the project is archived: its members and keys ended with it.
pub(crate) fn is_of_an_archived_project(error: &Error) -> bool {
    error.service().is_some_and(|service| {
        service.code.as_deref() == Some("project_archived") || service.message.contains("is archived")
    })
}

/// What a look for people came to.
pub(crate) struct LookUp {
    /// Those who are members, each once.
    pub(crate) found: Vec<User>,
    /// Those who are not.
    pub(crate) missing: Vec<Who>,
    known: Vec<User>,
}

/// Finds people among the members, or says of every one who is not there. All or nothing, so that a typing error stops
/// a wish before anything is sent.
pub(crate) async fn members(organization: &Organization, who: &[Who]) -> Result<Vec<User>> {
    look_up(organization, who).await?.all()
}

/// Finds people among the members.
pub(crate) async fn look_up(organization: &Organization, who: &[Who]) -> Result<LookUp> {
    who.iter().try_for_each(Who::check)?;
    let emails: Vec<&str> = who.iter().filter(|who| who.is_email()).map(Who::as_str).collect();
    let ids: Vec<&str> = who.iter().filter(|who| !who.is_email() && who.is_id()).map(Who::as_str).collect();
    let whole = emails.len() + ids.len() < who.len();
    let mut known = if whole {
        all(organization, users::list()).await?
    } else {
        let (mut known, by_id) =
            tokio::try_join!(members_by_email(organization, &emails), members_by_id(organization, &ids))?;
        known.extend(by_id);
        known
    };
    let is_missing = {
        let index = Index::new(&known);
        who.iter().any(|who| index.find(who).is_empty())
    };
    if is_missing && !whole {
        let mut pages = organization.client().pages(users::list());
        for _ in 0..PAGES_FOR_A_SUGGESTION {
            let Some(page) = pages.next().await? else { break };
            known.extend(page);
        }
    }
    pick(who, known)
}

/// The pure half of [`look_up`].
fn pick(who: &[Who], known: Vec<User>) -> Result<LookUp> {
    let index = Index::new(&known);
    let (mut found, mut missing, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for who in who {
        match index.find(who).as_slice() {
            [] => missing.push(who.clone()),
            [one] if seen.insert(&one.id) => found.push((*one).clone()),
            [_] => {}
            users => {
                let ids: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
                return Err(Error::invalid(format!(
                    "`{who}` is the name of {} members: {}",
                    ids.len(),
                    ids.join(", ")
                ))
                .with_hint("Name the one you mean by e-mail address or id."));
            }
        }
    }
    Ok(LookUp { found, missing, known })
}

impl LookUp {
    /// For addresses that nobody has, the one of a member that differs from it by a slip of the hand: by one letter, or two
    /// that changed places.
    pub(crate) fn twins(&self) -> HashMap<String, String> {
        let twin = |who: &Who| {
            let address = who.as_str().to_lowercase();
            let members = self.known.iter().filter_map(|user| user.email.as_deref());
            // One letter more is four bytes at most; comparing needs memory for the product of both lengths.
            let near = |email: &&str| {
                email.len().abs_diff(who.as_str().len()) <= 4
                    && strsim::damerau_levenshtein(&address, &email.to_lowercase()) <= 1
            };
            Some((who.as_str().to_owned(), members.filter(|_| who.is_email()).find(near)?.to_owned()))
        };
        self.missing.iter().filter_map(twin).collect()
    }

    /// Everybody, or who is not a member and who may have been meant.
    pub(crate) fn all(self) -> Result<Vec<User>> {
        if self.missing.is_empty() {
            return Ok(self.found);
        }
        let told = &self.missing[..self.missing.len().min(TOLD)];
        let more = match self.missing.len() - told.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let names: Vec<String> = told.iter().map(|who| format!("`{who}`")).collect();
        let near: Vec<String> =
            told.iter().filter_map(|who| near(who, &self.known)).map(|near| format!("`{near}`")).collect();
        let verb = if self.missing.len() == 1 { "is not a member" } else { "are not members" };
        let hint = if near.is_empty() {
            "Nothing was changed. Members are listed by `orgwarden members`, open invitations by `orgwarden invites`."
                .to_owned()
        } else {
            format!("Did you mean {}? Nothing was changed.", near.join(", "))
        };
        Err(Error::new(ErrorKind::NotFound, format!("{}{more} {verb}", names.join(", "))).with_hint(hint))
    }
}

/// The projects that are in use, or all.
pub(crate) async fn projects(organization: &Organization, include_archived: bool) -> Result<Vec<Project>> {
    all(organization, project_calls::list(include_archived)).await
}

/// Finds a project by id or by name. A name that several have is refused.
pub(crate) fn resolve_project<'a>(wanted: &str, projects: &'a [Project]) -> Result<&'a Project> {
    if let Some(project) = projects.iter().find(|project| project.id.as_str() == wanted.trim()) {
        return Ok(project);
    }
    let in_use = projects.iter().filter(|project| project.status != Some(ProjectStatus::Archived));
    let named = in_use.map(|project| (project.id.as_str(), project.name.as_deref(), project));
    resolve(wanted, "project", "Projects are listed by `orgwarden projects`.", named)
}

/// Finds a group by id or by name. A name that several have is refused.
pub(crate) fn resolve_group<'a>(wanted: &str, groups: &'a [Group]) -> Result<&'a Group> {
    let named = groups.iter().map(|group| (group.id.as_str(), group.name.as_deref(), group));
    resolve(wanted, "group", "Groups stand in the dashboard, below People.", named)
}

/// Finds a role by id, in any of its forms, or by name.
pub(crate) fn resolve_role<'a>(wanted: &str, roles: &'a [Role]) -> Result<&'a Role> {
    let id = RoleId::from(wanted.trim());
    if let Some(role) = roles.iter().find(|role| role.id.is_same_role(&id)) {
        return Ok(role);
    }
    let named = roles.iter().map(|role| (role.id.as_str(), role.name.as_deref(), role));
    resolve(
        wanted,
        "role",
        "Roles are listed by `orgwarden roles`, those of a project by `orgwarden roles --project`.",
        named,
    )
}

/// Finds a service account by id or by name. A name that several have is refused.
pub(crate) fn resolve_account<'a>(wanted: &str, accounts: &'a [ServiceAccount]) -> Result<&'a ServiceAccount> {
    let named = accounts.iter().map(|account| (account.id.as_str(), account.name.as_deref(), account));
    resolve(wanted, "service account", "Service accounts are the owners of keys in `orgwarden keys`.", named)
}

/// Finds one thing of a kind among many, each with its id and name.
fn resolve<'a, T>(
    wanted: &str,
    kind: &str,
    listed: &str,
    all: impl Iterator<Item = (&'a str, Option<&'a str>, &'a T)> + Clone,
) -> Result<&'a T> {
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return Err(Error::invalid(format!("the {kind}'s name is empty")).with_hint("Name it by its name or id."));
    }
    if let Some((_, _, one)) = all.clone().find(|(id, ..)| *id == wanted) {
        return Ok(one);
    }
    let lower = wanted.to_lowercase();
    let same = |name: Option<&str>| name.is_some_and(|name| name.to_lowercase() == lower);
    match all.clone().filter(|(_, name, _)| same(*name)).collect::<Vec<_>>().as_slice() {
        [(_, _, one)] => Ok(one),
        [] => {
            let error = Error::new(ErrorKind::NotFound, format!("there is no {kind} `{wanted}`"));
            Err(match did_you_mean(wanted, all.filter_map(|(_, name, _)| name)) {
                Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
                None => error.with_hint(listed.to_owned()),
            })
        }
        several => {
            let ids: Vec<&str> = several.iter().map(|(id, ..)| *id).collect();
            Err(Error::invalid(format!("`{wanted}` is the name of {} {kind}s: {}", ids.len(), ids.join(", ")))
                .with_hint("Name the one you mean by its id."))
        }
    }
}

/// The admin keys; among them perhaps keys of projects.
pub(crate) async fn admin_keys(organization: &Organization) -> Result<Vec<AdminApiKey>> {
    all(organization, admin_api_keys::list()).await
}

/// Everybody to whom the key in use may belong, read for that.
pub(crate) async fn key_owners(organization: &Organization) -> Result<KeyOwners> {
    Ok(owners_of_key(organization, &admin_keys(organization).await?))
}

/// Everybody to whom the key in use may belong: the list of admin keys shows only parts of each secret.
pub(crate) fn owners_of_key(organization: &Organization, admin_keys: &[AdminApiKey]) -> KeyOwners {
    let own = organization.client().key();
    let is_ours = |key: &&AdminApiKey| key.redacted_value.as_deref().is_some_and(|text| own.looks_like(text));
    let ours: Vec<&AdminApiKey> = admin_keys.iter().filter(is_ours).collect();
    let owner = |key: &AdminApiKey| Some(key.owner.as_ref()?.id.clone()).filter(|id| !id.as_str().is_empty());
    let owners: Vec<Option<UserId>> = ours.iter().map(|key| owner(key)).collect();
    let is_known = !owners.is_empty() && owners.iter().all(Option::is_some);
    let keys = ours.iter().map(|key| key.id.clone()).collect();
    KeyOwners { owners: owners.into_iter().flatten().collect(), is_known, keys }
}

/// The keys of some projects, the hidden ones too.
pub(crate) async fn all_keys(organization: &Organization, projects: &[Project]) -> Result<Vec<Key>> {
    let in_use: Vec<(ProjectId, Option<String>)> = projects
        .iter()
        .filter(|project| project.status != Some(ProjectStatus::Archived))
        .map(|project| (project.id.clone(), project.name.as_deref().map(str::to_owned)))
        .collect();
    let reads = in_use.into_iter().map(|(id, name)| async move {
        let keys = all_in_project(organization, project_api_keys::list(&id, OwnerAccess::Any)).await?;
        Ok::<_, Error>(keys.into_iter().map(|key| Key::new(key, &id, name.as_deref())).collect::<Vec<_>>())
    });
    let lists: Vec<Vec<Key>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    Ok(lists.into_iter().flatten().collect())
}

/// The keys of some people, in all projects.
pub(crate) async fn user_keys(organization: &Organization, people: &[User]) -> Result<Vec<Key>> {
    let projects = projects(organization, false).await?;
    let mut keys = all_keys(organization, &projects).await?;
    let ids: HashSet<&UserId> = people.iter().map(|person| &person.id).collect();
    keys.retain(|key| key.owner_id.as_ref().is_some_and(|owner| ids.contains(owner)));
    Ok(keys)
}
