use serde_json::Value;

use super::{AuditLogId, Principal, ProjectId, Text, Timestamp};

open_enum! {
    /// The kinds of audit events about members. There are some 150 in all; the others are carried as text.
    pub enum EventType {
        /// An invitation was sent.
        InviteSent = "invite.sent",
        /// An invitation was accepted.
        InviteAccepted = "invite.accepted",
        /// An invitation was deleted.
        InviteDeleted = "invite.deleted",
        /// Somebody became a member.
        UserAdded = "user.added",
        /// A member's role changed.
        UserUpdated = "user.updated",
        /// A member was removed.
        UserDeleted = "user.deleted",
        /// A key was created.
        ApiKeyCreated = "api_key.created",
        /// A key was changed.
        ApiKeyUpdated = "api_key.updated",
        /// A key was deleted.
        ApiKeyDeleted = "api_key.deleted",
        /// A project was created.
        ProjectCreated = "project.created",
        /// A project was changed.
        ProjectUpdated = "project.updated",
        /// A project was archived.
        ProjectArchived = "project.archived",
    }
}

object! {
    /// An entry of the audit log (`AuditLog` in the schema).
    ///
    /// The details stand in a member that is named like the event type.
    pub struct AuditLog as none {
        required id: AuditLogId,
        required kind("type"): EventType,
        required effective_at: Timestamp,
        /// Actions with an admin key carry the default project here.
        optional project: AuditProject,
        nullable actor: Actor,
    }
}

impl AuditLog {
    /// The payload, under the name of the event type. Some types have none.
    pub fn details(&self) -> Option<&Value> {
        self.extra.get(self.kind.as_str())
    }
}

object! {
    /// The project of an audit event.
    pub struct AuditProject as none {
        optional id: ProjectId,
        optional name: Text,
    }
}

object! {
    /// Who did it: a person at the dashboard (`session`) or a key (`api_key`).
    pub struct Actor as none {
        optional kind("type"): Text,
        optional session: ActorSession,
        optional api_key: ActorApiKey,
    }
}

object! {
    /// A person at the dashboard.
    pub struct ActorSession as none {
        optional user: Principal,
        optional ip_address: Text,
    }
}

object! {
    /// A key that acted.
    pub struct ActorApiKey as none {
        optional id: Text,
        optional kind("type"): Text,
        optional user: Principal,
        optional service_account: Principal,
    }
}

impl Actor {
    /// The person or service account behind the action, where the API says so.
    pub fn principal(&self) -> Option<&Principal> {
        let session = self.session.as_ref().and_then(|session| session.user.as_ref());
        let key = self.api_key.as_ref();
        session.or_else(|| key.and_then(|key| key.user.as_ref().or(key.service_account.as_ref())))
    }
}
