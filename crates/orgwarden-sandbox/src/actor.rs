//! Who does something, as the audit log names them.

use orgwarden_api::model::{Actor, ActorApiKey, ActorSession, Extra, Principal, UserId};

use crate::store::keys::Credential;

fn principal(id: &str, email: Option<&str>) -> Principal {
    Principal {
        id: UserId::from(id),
        kind: None,
        name: None,
        email: email.map(Into::into),
        role: None,
        created_at: None,
        extra: Extra::default(),
    }
}

/// A key acts: its record and its owner.
pub(crate) fn of_key(credential: &Credential) -> Actor {
    let owner = credential.owner.as_ref();
    let is_person = owner.is_none_or(|owner| owner.email.is_some());
    let named = owner.map(|owner| principal(&owner.id, owner.email.as_deref()));
    let (user, service_account) = if is_person { (named, None) } else { (None, named) };
    let api_key = ActorApiKey {
        id: Some(credential.id.as_str().into()),
        kind: Some(if is_person { "user" } else { "service_account" }.into()),
        user,
        service_account,
        extra: Extra::default(),
    };
    Actor { kind: Some("api_key".into()), session: None, api_key: Some(api_key), extra: Extra::default() }
}

/// A person acts in a browser.
pub(crate) fn of_person(id: &str, email: &str) -> Actor {
    let session = ActorSession {
        user: Some(principal(id, Some(email))),
        ip_address: Some("127.0.0.1".into()),
        extra: Extra::default(),
    };
    Actor { kind: Some("session".into()), session: Some(session), api_key: None, extra: Extra::default() }
}
