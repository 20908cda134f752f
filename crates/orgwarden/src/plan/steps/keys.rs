//! Steps on keys and on service accounts, which own keys.

use crate::api::KeyScopes;
use crate::api::model::{AdminApiKey, Project, ServiceAccount};
use crate::plan::{Act, Condition, Step, admin_key_name};
use crate::roster::{Key, admin_key_owner, use_label};

/// What a frozen key may still do, unless something else is wished: read what its owner may read, and neither run nor
/// change anything. The API has no way to switch a key off and on again, and this is the least that it documents.
pub(crate) fn frozen() -> Vec<String> {
    vec![KeyScopes::READ.to_owned()]
}

/// The step that deletes a key; `subject`: whose it is, as plans call them.
pub(crate) fn delete_key(key: &Key, subject: &str) -> Step {
    let (name, project) = (key.label(), key.project_label());
    let owner = key.person().cloned();
    let act = Act::DeleteKey { project: key.project_id.clone(), key: key.id.clone(), owner };
    Step::new(subject, format!("delete the key `{name}` in `{project}`"), act)
        .losing(vec![format!("key `{name}` in `{project}`, {}", key.use_label())])
        .requiring([is_there(key)])
}

/// The step that deletes an admin key; `subject`: whose it is, as plans call them.
pub(crate) fn delete_admin_key(key: &AdminApiKey, subject: &str) -> Step {
    let (name, owner) = (admin_key_name(key), admin_key_owner(key).cloned());
    let act = Act::DeleteAdminKey { key: key.id.clone(), owner: owner.clone() };
    Step::new(subject, format!("delete the admin key `{name}`"), act)
        .losing(vec![format!("admin key `{name}`, {}", use_label(key.last_used_at))])
        .requiring([Condition::AdminKey { key: key.id.clone(), owner }])
}

/// The step that limits a key to some scopes and, if wished, to so many seconds from now on.
pub(crate) fn freeze_key(key: &Key, subject: &str, scopes: Vec<String>, expires_in_seconds: Option<u32>) -> Step {
    let (name, project) = (key.label(), key.project_label());
    let left =
        if scopes.iter().any(|scope| scope != KeyScopes::READ) { scopes.join(", ") } else { "reading".to_owned() };
    let until = expires_in_seconds.map_or_else(String::new, |seconds| format!(", for {} more", span(seconds)));
    let owner = key.person().cloned();
    let act =
        Act::FreezeKey { project: key.project_id.clone(), key: key.id.clone(), owner, scopes, expires_in_seconds };
    let mut loses = vec![format!("all other scopes of the key, {}", key.use_label())];
    if let Some(seconds) = expires_in_seconds {
        loses.push(format!("the key itself in {}", span(seconds)));
    }
    Step::new(subject, format!("limit the key `{name}` in `{project}` to {left}{until}"), act)
        .losing(loses)
        .requiring([is_there(key)])
}

fn is_there(key: &Key) -> Condition {
    Condition::Key { project: key.project_id.clone(), key: key.id.clone(), owner: key.person().cloned() }
}

/// A time span as long as its largest unit that leaves no rest.
fn span(seconds: u32) -> String {
    for (unit, length) in [("day", 86_400), ("hour", 3_600), ("minute", 60)] {
        if seconds >= length && seconds.is_multiple_of(length) {
            let count = seconds / length;
            return format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
        }
    }
    format!("{seconds} s")
}

/// The step that deletes a service account.
pub(crate) fn delete_account(account: &ServiceAccount, project: &Project) -> Step {
    let name = account.name.as_deref().unwrap_or(account.id.as_str());
    let act = Act::DeleteServiceAccount { project: project.id.clone(), account: account.id.clone() };
    Step::new(name, format!("delete the service account from the project {}", super::project_name(project)), act)
        .losing(vec!["the service account, and all keys of its own".to_owned()])
        .requiring([Condition::ServiceAccount { project: project.id.clone(), account: account.id.clone() }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Risk;
    use serde_json::json;

    fn key() -> Key {
        let key = json!({
            "id": "key_1", "name": "CI", "owner": {"type": "user", "user": {"id": "user-1", "email": "a@x.io"}}
        });
        Key::new(serde_json::from_value(key).unwrap(), &"proj_1".into(), Some("Site"))
    }

    #[test]
    fn steps_on_keys_know_whose_they_are_and_what_is_left() {
        let delete = delete_key(&key(), "a@x.io");
        assert_eq!(delete.act.member().map(AsRef::as_ref), Some("user-1"));
        assert_eq!((delete.risk(), delete.act.undo()), (Risk::Loses, None));
        let freeze = freeze_key(&key(), "a@x.io", frozen(), Some(7 * 86_400));
        assert_eq!(freeze.action, "limit the key `CI` in `Site` to reading, for 7 days more");
        assert_eq!(
            freeze.request_line(),
            r#"POST /organization/projects/proj_1/api_keys/key_1 {"expires_in_seconds":604800,"scopes":["api.all.read"]}"#
        );
        assert!(freeze.act.undo().unwrap().contains("as long as it has not come"));
        let admin = json!({"id": "key_2", "name": "CI", "last_used_at": 0, "owner": {"type": "user", "id": "user-1"}});
        let admin = delete_admin_key(&serde_json::from_value(admin).unwrap(), "a@x.io");
        assert_eq!(admin.act.member().map(AsRef::as_ref), Some("user-1"));
        assert_eq!((admin.risk(), admin.act.undo()), (Risk::Loses, None));
        assert_eq!(admin.request_line(), "DELETE /organization/admin_api_keys/key_2");
        assert_eq!(serde_json::from_value::<Step>(serde_json::to_value(&admin).unwrap()).unwrap(), admin);
        let other = freeze_key(&key(), "a@x.io", vec!["api.model.request".to_owned()], None);
        assert_eq!(other.action, "limit the key `CI` in `Site` to api.model.request");
        assert_eq!((span(60), span(90), span(7200)), ("1 minute".into(), "90 s".into(), "2 hours".into()));
    }
}
