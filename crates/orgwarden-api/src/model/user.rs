use super::{OrganizationRole, ProjectId, Text, Timestamp, UserId};

object! {
    /// A member of the organization (`User` in the schema).
    ///
    /// The name, the e-mail address and the role may be null. `is_scim_managed` is often absent, which is not the same
    /// as false.
    pub struct User as "organization.user" {
        required id: UserId,
        nullable name: Text,
        nullable email: Text,
        nullable role: OrganizationRole,
        /// When the person became a member.
        optional added_at: Timestamp,
        /// When a key of this person was last used, where the API says so.
        optional api_key_last_used_at: Timestamp,
        optional is_default: bool,
        optional is_service_account: bool,
        optional is_scim_managed: bool,
        optional is_scale_tier_authorized_purchaser: bool,
        /// The person's projects, where the answer carries them. Absent, null and empty all occur for people without.
        optional projects: Box<UserProjects>,
    }
    // In December 2025 the live API moved the person into a block `user` and renamed `added_at` to `created`, for two days.
    mend |draft| {
        let extra = &draft.extra;
        draft.id = draft.id.or_else(|| extra.text(&["user", "id"]).map(Into::into));
        draft.name = draft.name.or_else(|| extra.text(&["user", "name"]).map(Into::into));
        draft.email = draft.email.or_else(|| extra.text(&["user", "email"]).map(Into::into));
        draft.added_at = draft.added_at.or_else(|| extra.number(&["created"]).map(Timestamp::new));
    }
}

object! {
    /// The projects inside a [`User`].
    pub struct UserProjects as "list" {
        list data: Vec<UserProject>,
    }
}

object! {
    /// A project of a member, inside a [`User`]. Every member may be null.
    pub struct UserProject as none {
        nullable id: ProjectId,
        nullable name: Text,
        nullable role: Text,
    }
}
