use serde_json::Value;

use super::{ProjectId, Text, Timestamp};

open_enum! {
    /// Whether a project can be used.
    pub enum ProjectStatus {
        /// In use.
        Active = "active",
        /// Closed for good: there is no way back.
        Archived = "archived",
    }
}

object! {
    /// A project (`Project` in the schema).
    pub struct Project as "organization.project" {
        required id: ProjectId,
        nullable name: Text,
        optional created_at: Timestamp,
        nullable archived_at: Timestamp,
        nullable status: ProjectStatus,
        optional external_key_id: Text,
        optional residency: Text,
    }
    // For two days in December 2025 the live API said `title` and `created`.
    mend |draft| {
        let extra = &mut draft.extra;
        draft.name = draft.name.or_else(|| extra.take("title", |title| Some(title.as_str()?.into())));
        draft.created_at = draft.created_at.or_else(|| extra.take("created", Value::as_i64).map(Timestamp::new));
    }
}
