//! Answers in the shapes that the API has had at other times.

use serde_json::{Map, Value, json};

/// A shape of another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flip {
    /// December 2025: a block `user`, and `created` instead of `added_at`.
    Users,
    /// As live lists often are: nothing but what every version has had.
    BareUsers,
    /// As the schema permits: no name, no address, no role.
    NamelessUsers,
    /// December 2025: `title` and `created`.
    Projects,
    /// Until the end of 2025: `invited_at`.
    InvitedAt,
    /// A status that lags behind the time.
    LateExpiry,
}

/// What every version has had of a member.
const BARE_USER: [&str; 6] = ["object", "id", "name", "email", "role", "added_at"];

/// Rewrites an answer: the object itself, or the items of a list.
pub(crate) fn flip(answer: Value, flips: &[Flip]) -> Value {
    match answer {
        Value::Object(mut members) => match members.remove("data") {
            Some(Value::Array(items)) => {
                let items = items.into_iter().map(|item| flip(item, flips)).collect();
                members.insert("data".to_owned(), Value::Array(items));
                Value::Object(members)
            }
            Some(data) => {
                members.insert("data".to_owned(), data);
                Value::Object(members)
            }
            None => flips.iter().fold(Value::Object(members), |object, one| apply(object, *one)),
        },
        other => other,
    }
}

fn apply(object: Value, flip: Flip) -> Value {
    let Value::Object(mut members) = object else { return object };
    let kind = members.get("object").and_then(Value::as_str).unwrap_or_default();
    match (flip, kind) {
        (Flip::Users, "organization.user") => {
            let mut take = |member: &str| members.remove(member).unwrap_or_default();
            return json!({
                "object": "organization.user",
                "created": take("added_at"),
                "is_default": false,
                "is_scale_tier_authorized_purchaser": null,
                "is_scim_managed": false,
                "is_service_account": false,
                "role": take("role"),
                "user": {"object": "user", "id": take("id"), "email": take("email"), "name": take("name")},
            });
        }
        (Flip::BareUsers, "organization.user") => members.retain(|name, _| BARE_USER.contains(&name.as_str())),
        (Flip::NamelessUsers, "organization.user" | "organization.project.user") => {
            for name in ["name", "email", "role"] {
                members.insert(name.to_owned(), Value::Null);
            }
            // The inner block says the same.
            if let Some(Value::Object(person)) = members.get_mut("user") {
                person.insert("name".to_owned(), Value::Null);
                person.insert("email".to_owned(), Value::Null);
            }
        }
        (Flip::Projects, "organization.project") => {
            rename(&mut members, "name", "title");
            rename(&mut members, "created_at", "created");
            members.insert("is_initial".to_owned(), Value::Bool(false));
        }
        (Flip::InvitedAt, "organization.invite") => rename(&mut members, "created_at", "invited_at"),
        (Flip::LateExpiry, "organization.invite") if members.get("status") == Some(&json!("expired")) => {
            members.insert("status".to_owned(), json!("pending"));
        }
        _ => {}
    }
    Value::Object(members)
}

fn rename(members: &mut Map<String, Value>, from: &str, to: &str) {
    if let Some(value) = members.remove(from) {
        members.insert(to.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_single_objects_are_flipped() {
        let user = json!({"object": "organization.user", "id": "user-1", "email": "a@x.io", "name": "A", "role": "owner", "added_at": 5});
        let page = flip(json!({"object": "list", "data": [user], "last_id": "user-1"}), &[Flip::Users]);
        assert_eq!(page["data"][0]["user"]["id"], "user-1");
        assert_eq!(page["data"][0]["created"], 5);
        assert!(page["data"][0].get("id").is_none() && page["last_id"] == "user-1");
        let project = json!({"object": "organization.project", "id": "proj_1", "name": "Site", "created_at": 7});
        let project = flip(project, &[Flip::Projects, Flip::Users]);
        assert_eq!((&project["title"], &project["created"]), (&json!("Site"), &json!(7)));
        let invite = json!({"object": "organization.invite", "id": "invite-1", "status": "expired", "created_at": 7});
        let invite = flip(invite, &[Flip::InvitedAt, Flip::LateExpiry]);
        assert_eq!((&invite["status"], &invite["invited_at"]), (&json!("pending"), &json!(7)));
    }
}
