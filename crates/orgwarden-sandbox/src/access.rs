//! Who may do what: keys, the roles of their owners, and their own scopes.

use std::collections::BTreeSet;

use orgwarden_api::model::Timestamp;

use crate::error::ApiError;
use crate::mint;
use crate::roles;
use crate::store::keys::{self, Credential, Owner};
use crate::store::roles::Resource;
use crate::store::{Result as Stored, Store, users};

/// What a route asks of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// An admin key with this scope.
    Admin(&'static str),
    /// An admin key with one of these.
    Either(&'static str, &'static str),
    /// A project's key.
    Project,
}

/// Reading members, projects, keys and the audit log.
pub(crate) const READ: Access = Access::Admin("api.management.read");
/// Changing them.
pub(crate) const WRITE: Access = Access::Admin("api.management.write");

/// After how many seconds a key's last use is written down again.
const USE_INTERVAL: i64 = 60;

/// The secret in the header `Authorization`.
pub(crate) fn bearer(authorization: Option<&str>) -> Option<&str> {
    let (scheme, secret) = authorization?.split_once(' ')?;
    let secret = secret.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !secret.is_empty()).then_some(secret)
}

/// Finds the key of a request.
pub(crate) fn authenticate(store: &Store, secret: Option<&str>, now: Timestamp) -> Result<Credential, ApiError> {
    let Some(secret) = secret else {
        return Err(ApiError::key(
            "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer \
             auth (i.e. Authorization: Bearer YOUR_KEY).",
        ));
    };
    let refuse = |why: &str| {
        ApiError::key(format!(
            "Incorrect API key provided: {}.{why} You can find your API key at \
             https://platform.openai.com/account/api-keys.",
            mint::mask(secret)
        ))
    };
    let credential = keys::find_secret(store, secret)?.ok_or_else(|| refuse(""))?;
    if credential.expires_at.is_some_and(|expiry| now >= expiry) {
        return Err(refuse(" The key has expired."));
    }
    match &credential.owner {
        None => Err(refuse(" Its owner is gone.")),
        Some(owner) if credential.project.is_some() && !owner.has_access => {
            Err(refuse(" Its owner is not a member of the project."))
        }
        Some(_) => Ok(credential),
    }
}

/// What a lenient sandbox takes any key for: one of an owner, whichever keys and owners are left.
pub(crate) fn of_any_owner(store: &Store) -> Result<Credential, ApiError> {
    let owner = users::owners(store)?.pop().ok_or_else(ApiError::internal)?;
    let email = owner.email.map(|email| email.to_string());
    Ok(Credential {
        id: "key_lenient".to_owned(),
        project: None,
        owner: Some(Owner { id: owner.id.as_str().to_owned(), email, governs: true, has_access: true }),
        scopes: None,
        expires_at: None,
        last_used_at: None,
    })
}

/// Notes that a key was used, not more than once a minute.
pub(crate) fn note_use(store: &Store, credential: &Credential, now: Timestamp) -> Stored<()> {
    if credential.last_used_at.is_some_and(|last| (0..USE_INTERVAL).contains(&now.since(last))) {
        return Ok(());
    }
    keys::touch(store, &credential.id, now)
}

/// What the owner of a key may do where a route leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Permissions {
    /// An owner of the organization.
    Everything,
    /// What all roles together permit.
    These(BTreeSet<String>),
}

impl Permissions {
    /// The permissions of the owner of an admin key: of the roles in the organization and, where a route is about a
    /// project, of the roles there; given directly or through groups.
    pub(crate) fn of_owner(
        store: &Store,
        organization: &str,
        credential: &Credential,
        project: Option<&str>,
    ) -> Stored<Self> {
        let mut permissions = BTreeSet::new();
        let owner = credential.owner.as_ref().filter(|_| credential.project.is_none());
        if owner.is_some_and(|owner| owner.governs) {
            return Ok(Self::Everything);
        }
        if let Some(user) = owner.map(|owner| users::find(store, &owner.id)).transpose()?.flatten() {
            let places = [Some(Resource::organization(organization)), project.map(Resource::project)];
            for resource in places.into_iter().flatten() {
                for held in roles::of_user(store, &resource, &user)? {
                    permissions.extend(held.stored.role.permissions.into_iter().map(String::from));
                }
            }
        }
        Ok(Self::These(permissions))
    }

    fn hold(&self, asked: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::These(permissions) => permissions.iter().any(|held| covers(held, asked)),
        }
    }
}

/// Whether a key may use a route: the roles of its owner and its own scopes must both permit it.
pub(crate) fn allow(credential: &Credential, access: Access, permissions: &Permissions) -> Result<(), ApiError> {
    let of_admin = |scope| credential.project.is_none() && permissions.hold(scope);
    let has_scope = |scope| credential.scopes.as_ref().is_none_or(|own| own.iter().any(|one| covers(one, scope)));
    let opens = |scope| of_admin(scope) && has_scope(scope);
    let (scope, is_open) = match access {
        Access::Admin(scope) => (scope, opens(scope)),
        Access::Either(scope, other) => (scope, opens(scope) || opens(other)),
        Access::Project => ("api.model.read", credential.project.is_some() && has_scope("api.model.read")),
    };
    if is_open { Ok(()) } else { Err(ApiError::missing_scope(scope)) }
}

/// Whether a permission or scope holds what is asked for. `api.all.read` is everything that only reads; to write does not
/// mean to read.
fn covers(held: &str, asked: &str) -> bool {
    held == asked || (held == "api.all.read" && asked.rsplit('.').next() == Some("read"))
}

/// Whether the header `OpenAI-Organization` fits. It may be left out: a key belongs to one organization anyway.
pub(crate) fn check_organization(header: Option<&[u8]>, organization: &str) -> Result<(), ApiError> {
    match header {
        Some(other) if other != organization.as_bytes() => {
            Err(ApiError::new(401, "OpenAI-Organization header should match organization for API key")
                .code("mismatched_organization"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(project: Option<&str>, governs: bool, scopes: Option<&[&str]>) -> Credential {
        Credential {
            id: "key_1".to_owned(),
            project: project.map(str::to_owned),
            owner: Some(Owner { id: "user-1".to_owned(), email: None, governs, has_access: true }),
            scopes: scopes.map(|scopes| scopes.iter().map(|&scope| scope.to_owned()).collect()),
            expires_at: None,
            last_used_at: None,
        }
    }

    fn these(permissions: &[&str]) -> Permissions {
        Permissions::These(permissions.iter().map(|&one| one.to_owned()).collect())
    }

    #[test]
    fn roles_and_scopes_must_both_permit_it() {
        let everything = Permissions::Everything;
        let reads = these(&["api.management.read"]);
        let (full, scoped) = (key(None, true, None), key(None, true, Some(&["api.management.read"])));
        for (key, permissions, read, write) in [
            (&full, &everything, true, true),
            (&scoped, &everything, true, false),
            (&full, &reads, true, false),
            (&full, &these(&["api.management.write"]), false, true),
            (&full, &these(&["api.all.read"]), true, false),
            (&full, &these(&["api.groups.read"]), false, false),
            (&scoped, &these(&["api.management.write"]), false, false),
            (&full, &these(&[]), false, false),
            (&key(Some("proj_1"), true, None), &everything, false, false),
        ] {
            assert_eq!(allow(key, READ, permissions).is_ok(), read, "{key:?} {permissions:?}");
            assert_eq!(allow(key, WRITE, permissions).is_ok(), write, "{key:?} {permissions:?}");
        }
    }

    #[test]
    fn the_key_of_a_project_is_asked_for_its_scopes_only() {
        let nothing = these(&[]);
        for (scopes, fits) in [
            (None, true),
            (Some(["api.model.request"].as_slice()), false),
            (Some(["api.model.read"].as_slice()), true),
            (Some(["api.all.read"].as_slice()), true),
        ] {
            let key = key(Some("proj_1"), false, scopes);
            assert_eq!(allow(&key, Access::Project, &nothing).is_ok(), fits, "{scopes:?}");
        }
        assert!(allow(&key(None, true, None), Access::Project, &Permissions::Everything).is_err());
    }
}
