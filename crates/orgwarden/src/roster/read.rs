//! Reading the organization with the fewest requests.

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::{Found, Key, Who, find};
use crate::api::model::{OrganizationRole, Project, ProjectId, ProjectStatus, User, UserId};
use crate::api::project_api_keys::OwnerAccess;
use crate::api::{admin_api_keys, project_api_keys, projects as project_calls, users};
use crate::words::did_you_mean;
use crate::{Error, ErrorKind, Organization, Result};

/// How many addresses go into one filter: as many as a page has members.
const ADDRESSES_PER_READ: usize = 100;
/// From this many ids on, reading the whole list is as cheap as reading them one by one.
const SINGLE_READS: usize = 3;
/// How many pages are read to suggest somebody near: a help must not cost more than the answer.
const PAGES_FOR_A_SUGGESTION: usize = 3;
/// Requests of one route that are under way together.
pub(crate) const SIDE_BY_SIDE: usize = 4;

/// Finds people among the members, or says of every one who is not there. All or nothing, so that a typing error stops
/// a wish before anything is sent.
pub(crate) async fn members(organization: &Organization, who: &[Who]) -> Result<Vec<User>> {
    let client = organization.client();
    let emails: Vec<&str> = who.iter().filter(|who| who.is_email()).map(Who::as_str).collect();
    let ids: Vec<&str> = who.iter().filter(|who| !who.is_email() && who.is_id()).map(Who::as_str).collect();
    let names = who.len() - emails.len() - ids.len();
    let whole = names > 0 || ids.len() > SINGLE_READS;
    let mut known: Vec<User> = Vec::new();
    if whole {
        known = client.all(users::list()).await?;
    } else {
        for some in emails.chunks(ADDRESSES_PER_READ) {
            known.extend(client.all(users::list_by_email(some.iter().copied())).await?);
        }
        for id in ids {
            match client.send(&users::retrieve(&id.into())).await {
                Ok(user) => known.push(user),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }
    if !whole && who.iter().any(|who| matches!(find(who, &known), Found::Nobody(_))) {
        let mut pages = client.pages(users::list());
        for _ in 0..PAGES_FOR_A_SUGGESTION {
            let Some(page) = pages.next().await? else { break };
            let new: Vec<User> =
                page.into_iter().filter(|user| known.iter().all(|other| other.id != user.id)).collect();
            known.extend(new);
        }
    }
    pick(who, &known)
}

/// The pure half of [`members`].
fn pick(who: &[Who], known: &[User]) -> Result<Vec<User>> {
    let mut picked = Vec::with_capacity(who.len());
    let mut missing = Vec::new();
    let mut near_misses = Vec::new();
    for who in who {
        match find(who, known) {
            Found::One(user) => picked.push(user.clone()),
            Found::Several(users) => {
                let ids: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
                return Err(Error::invalid(format!(
                    "`{who}` is the name of {} members: {}",
                    ids.len(),
                    ids.join(", ")
                ))
                .with_hint("Name the one you mean by e-mail address or id."));
            }
            Found::Nobody(near) => {
                missing.push(format!("`{who}`"));
                near_misses.extend(near.map(|near| format!("`{near}`")));
            }
        }
    }
    if missing.is_empty() {
        return Ok(picked);
    }
    let verb = if missing.len() == 1 { "is not a member" } else { "are not members" };
    let hint = if near_misses.is_empty() {
        "Nothing was changed. Members are listed by `orgwarden members`, open invitations by `orgwarden invites`."
            .to_owned()
    } else {
        format!("Did you mean {}? Nothing was changed.", near_misses.join(", "))
    };
    Err(Error::new(ErrorKind::NotFound, format!("{} {verb}", missing.join(", "))).with_hint(hint))
}

/// The projects that are in use, or all.
pub(crate) async fn projects(organization: &Organization, include_archived: bool) -> Result<Vec<Project>> {
    organization.client().all(project_calls::list(include_archived)).await
}

/// Finds a project by id or by name. A name that several have is refused.
pub(crate) fn resolve_project<'a>(wanted: &str, projects: &'a [Project]) -> Result<&'a Project> {
    let wanted = wanted.trim();
    if let Some(project) = projects.iter().find(|project| project.id.as_str() == wanted) {
        return Ok(project);
    }
    let named =
        |project: &&Project| project.name.as_deref().is_some_and(|name| name.to_lowercase() == wanted.to_lowercase());
    let in_use = |project: &&Project| project.status != Some(ProjectStatus::Archived);
    match projects.iter().filter(named).filter(in_use).collect::<Vec<_>>().as_slice() {
        [one] => Ok(one),
        [] => {
            let error = Error::new(ErrorKind::NotFound, format!("there is no project `{wanted}`"));
            Err(match did_you_mean(wanted, projects.iter().filter_map(|project| project.name.as_deref())) {
                Some(near) => error.with_hint(format!("Did you mean `{near}`?")),
                None => error.with_hint("Projects are listed by `orgwarden projects`."),
            })
        }
        several => {
            let ids: Vec<&str> = several.iter().map(|project| project.id.as_str()).collect();
            Err(Error::invalid(format!("`{wanted}` is the name of {} projects: {}", ids.len(), ids.join(", ")))
                .with_hint("Name the one you mean by its id."))
        }
    }
}

/// Everybody to whom the key in use may belong: the list of admin keys shows only parts of each secret.
pub(crate) async fn key_owners(organization: &Organization) -> Result<Vec<UserId>> {
    let client = organization.client();
    let keys = client.all(admin_api_keys::list()).await?;
    let ours =
        keys.into_iter().filter(|key| key.redacted_value.as_deref().is_some_and(|text| client.key().looks_like(text)));
    let mut owners: Vec<UserId> = ours.filter_map(|key| key.owner.map(|owner| owner.id)).collect();
    owners.dedup();
    Ok(owners)
}

/// The owners of the organization: those among `leaving`, and others until one is found, which is enough to know.
pub(crate) async fn owners_besides(organization: &Organization, leaving: &[User]) -> Result<Vec<UserId>> {
    let is_owner = |user: &&User| user.role == Some(OrganizationRole::Owner) && user.is_service_account != Some(true);
    let mut owners: Vec<UserId> = leaving.iter().filter(is_owner).map(|user| user.id.clone()).collect();
    if owners.is_empty() {
        return Ok(owners);
    }
    let mut pages = organization.client().pages(users::list());
    while let Some(page) = pages.next().await? {
        let others = page.iter().filter(is_owner).filter(|user| leaving.iter().all(|leaver| leaver.id != user.id));
        let before = owners.len();
        owners.extend(others.map(|user| user.id.clone()));
        if owners.len() > before {
            break;
        }
    }
    Ok(owners)
}

/// The keys of some projects, the hidden ones too.
pub(crate) async fn all_keys(organization: &Organization, projects: &[Project]) -> Result<Vec<Key>> {
    let in_use: Vec<(ProjectId, Option<String>)> = projects
        .iter()
        .filter(|project| project.status != Some(ProjectStatus::Archived))
        .map(|project| (project.id.clone(), project.name.as_deref().map(str::to_owned)))
        .collect();
    let reads = in_use.into_iter().map(|(id, name)| async move {
        let keys = organization.client().all(project_api_keys::list(&id, OwnerAccess::Any)).await?;
        Ok::<_, Error>(keys.into_iter().map(|key| Key::new(key, &id, name.as_deref())).collect::<Vec<_>>())
    });
    let lists: Vec<Vec<Key>> = stream::iter(reads).buffered(SIDE_BY_SIDE).try_collect().await?;
    Ok(lists.into_iter().flatten().collect())
}

/// The keys of some people, in all projects.
pub(crate) async fn user_keys(organization: &Organization, people: &[User]) -> Result<Vec<Key>> {
    let projects = projects(organization, false).await?;
    let mut keys = all_keys(organization, &projects).await?;
    keys.retain(|key| key.owner_id.as_ref().is_some_and(|owner| people.iter().any(|person| person.id == *owner)));
    Ok(keys)
}
