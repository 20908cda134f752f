use super::{KeyId, Text, Timestamp, UserId};

open_enum! {
    /// Whether a key's owner still has access to the project.
    pub enum OwnerProjectAccess {
        /// The owner has access.
        Active = "active",
        /// The owner has lost access.
        Inactive = "inactive",
    }

    /// What owns a key.
    pub enum OwnerKind {
        /// A person.
        User = "user",
        /// A service account.
        ServiceAccount = "service_account",
    }
}

object! {
    /// A key of a project (`ProjectApiKey` in the schema). The secret is never part of it.
    pub struct ProjectApiKey as "organization.project.api_key" {
        required id: KeyId,
        nullable name: Text,
        /// The secret with its middle left out, `sk-abc...def`.
        nullable redacted_value: Text,
        optional created_at: Timestamp,
        /// Null: never used.
        nullable last_used_at: Timestamp,
        optional owner_project_access: OwnerProjectAccess,
        optional expires_at: Timestamp,
        optional owner: KeyOwner,
    }
}

object! {
    /// The owner of a project key: a person or a service account.
    pub struct KeyOwner as none {
        optional kind("type"): OwnerKind,
        optional user: Principal,
        optional service_account: Principal,
    }
}

object! {
    /// A person or a service account, as keys and audit events name them.
    pub struct Principal as none {
        /// Empty where the API does not say: actors in the audit log are promised none.
        required id: UserId,
        optional kind("type"): Text,
        optional name: Text,
        optional email: Text,
        optional role: Text,
        optional created_at: Timestamp,
    }
    mend |draft| {
        draft.id = draft.id.or_else(|| Some("".into()));
    }
}

impl KeyOwner {
    /// The person or service account behind the key.
    pub fn principal(&self) -> Option<&Principal> {
        self.user.as_ref().or(self.service_account.as_ref())
    }
}
