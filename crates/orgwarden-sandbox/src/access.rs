//! Who may do what: keys and their scopes.

use orgwarden_api::model::Timestamp;

use crate::error::ApiError;
use crate::mint;
use crate::store::keys::{self, Credential};
use crate::store::{Result as Stored, Store};

/// What a route asks of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// An admin key with this scope.
    Admin(&'static str),
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

/// Notes that a key was used, not more than once a minute.
pub(crate) fn note_use(store: &Store, credential: &Credential, now: Timestamp) -> Stored<()> {
    if credential.last_used_at.is_some_and(|last| (0..USE_INTERVAL).contains(&now.since(last))) {
        return Ok(());
    }
    keys::touch(store, &credential.id, now)
}

/// Whether a key may use a route.
pub(crate) fn allow(credential: &Credential, access: Access) -> Result<(), ApiError> {
    let (scope, in_reach) = match access {
        Access::Admin(scope) => {
            let by_owner = credential.owner.as_ref().is_some_and(|owner| owner.governs);
            (scope, credential.project.is_none() && by_owner)
        }
        Access::Project => ("api.model.read", credential.project.is_some()),
    };
    if in_reach && credential.scopes.as_ref().is_none_or(|scopes| scopes.iter().any(|one| covers(one, scope))) {
        Ok(())
    } else {
        Err(ApiError::missing_scope(scope))
    }
}

/// Whether a scope of a key holds what is asked for. `api.all.read` is everything that only reads.
fn covers(held: &str, asked: &str) -> bool {
    held == asked || (held == "api.all.read" && asked.rsplit('.').next() == Some("read"))
}

/// Whether the header `OpenAI-Organization` fits. It may be left out: a key belongs to one organization anyway.
pub(crate) fn check_organization(header: Option<&str>, organization: &str) -> Result<(), ApiError> {
    match header {
        Some(other) if other != organization => {
            Err(ApiError::new(401, "OpenAI-Organization header should match organization for API key")
                .code("mismatched_organization"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::keys::Owner;

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

    #[test]
    fn admin_routes_take_admin_keys_of_owners_with_the_scope() {
        assert!(allow(&key(None, true, None), WRITE).is_ok());
        assert!(allow(&key(None, false, None), READ).is_err(), "a demoted owner's key");
        assert!(allow(&key(Some("proj_1"), true, None), READ).is_err(), "a project's key");
        let reader = key(None, true, Some(&["api.management.read"]));
        assert!(allow(&reader, READ).is_ok() && allow(&reader, WRITE).is_err());
        assert!(allow(&key(Some("proj_1"), false, None), Access::Project).is_ok());
        assert!(allow(&key(None, true, None), Access::Project).is_err());
        let silent = key(Some("proj_1"), false, Some(&["api.model.request"]));
        assert!(allow(&silent, Access::Project).is_err());
        let watcher = key(Some("proj_1"), false, Some(&["api.all.read"]));
        assert!(allow(&watcher, Access::Project).is_ok());
    }
}
