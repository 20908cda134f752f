use serde_json::Value;

use super::{InviteId, OrganizationRole, ProjectId, ProjectRole, Text, Timestamp};

open_enum! {
    /// Where an invitation stands, as the API says. It may still say `pending` after the expiry.
    pub enum InviteStatus {
        /// Sent, not answered.
        Pending = "pending",
        /// The person has joined.
        Accepted = "accepted",
        /// The time to accept has run out.
        Expired = "expired",
    }
}

object! {
    /// An invitation (`Invite` in the schema).
    pub struct Invite as "organization.invite" {
        required id: InviteId,
        nullable email: Text,
        nullable role: OrganizationRole,
        nullable status: InviteStatus,
        /// When it was sent.
        optional created_at: Timestamp,
        nullable expires_at: Timestamp,
        nullable accepted_at: Timestamp,
        /// The projects that acceptance grants.
        list projects: Vec<InviteProject>,
    }
    // Answers named the creation time `invited_at` until the end of 2025 at least.
    mend |draft| {
        let extra = &mut draft.extra;
        draft.created_at = draft.created_at.or_else(|| extra.take("invited_at", Value::as_i64).map(Timestamp::new));
    }
}

object! {
    /// A project that an invitation grants.
    pub struct InviteProject as none {
        required id: ProjectId,
        nullable role: ProjectRole,
    }
}
