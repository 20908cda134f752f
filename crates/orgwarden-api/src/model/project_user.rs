use serde_json::Value;

use super::{ProjectRole, Text, Timestamp, UserId};

object! {
    /// A member of a project (`ProjectUser` in the schema). The role is a free text there.
    pub struct ProjectUser as "organization.project.user" {
        required id: UserId,
        nullable name: Text,
        nullable email: Text,
        nullable role: ProjectRole,
        optional added_at: Timestamp,
    }
    mend |draft| {
        let extra = &mut draft.extra;
        draft.id = draft.id.or_else(|| extra.text(&["user", "id"]).map(Into::into));
        draft.name = draft.name.or_else(|| extra.text(&["user", "name"]).map(Into::into));
        draft.email = draft.email.or_else(|| extra.text(&["user", "email"]).map(Into::into));
        draft.added_at = draft.added_at.or_else(|| extra.take("created", Value::as_i64).map(Timestamp::new));
    }
}
