use super::{OrganizationRole, ProjectId, Text, Timestamp, UserId};

object! {
    /// A member of the organization (`User` in the schema).
    ///
    /// The name, the e-mail address and the role may be null. Lists of the live API may leave out everything below
    /// `added_at`; absent is not the same as false or none.
    pub struct User as "organization.user" {
        required id: UserId,
        nullable name: Text,
        nullable email: Text,
        nullable role: OrganizationRole,
        /// When the person became a member.
        optional added_at: Timestamp,
        /// When the person's account was made, where the API says so.
        optional created: Timestamp,
        optional is_default: bool,
        optional is_service_account: bool,
        optional is_scim_managed: bool,
        nullable is_scale_tier_authorized_purchaser: bool,
        /// When a key of this person was last used, where the API says so.
        nullable api_key_last_used_at: Timestamp,
        nullable technical_level: Text,
        nullable developer_persona: Text,
        /// The person behind the member.
        optional user: Box<UserDetails>,
        /// The person's projects, where the answer carries them. Absent and null: the answer does not tell.
        optional projects: Box<UserProjects>,
    }
    // In December 2025 the live API left the person to the block `user` and `added_at` to `created`, for two days.
    mend |draft| {
        if let Some(user) = &draft.user {
            draft.id = draft.id.or_else(|| user.id.clone());
            draft.name = draft.name.or_else(|| user.name.clone());
            draft.email = draft.email.or_else(|| user.email.clone());
        }
        draft.added_at = draft.added_at.or(draft.created);
    }
}

object! {
    /// The person inside a [`User`]. Repeats what the member says, and tells whether the account is in use.
    pub struct UserDetails as "user" {
        optional id: UserId,
        nullable email: Text,
        nullable name: Text,
        /// The address of a picture.
        nullable picture: Text,
        nullable enabled: bool,
        nullable banned: bool,
        nullable banned_at: Timestamp,
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
