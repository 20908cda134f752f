use serde_json::Value;

use super::{GroupId, ProjectId, Text, Timestamp, UserId};

open_enum! {
    /// Where a group belongs.
    pub enum GroupType {
        /// To the organization.
        Group = "group",
        /// To the layer above organizations.
        TenantGroup = "tenant_group",
    }

    /// Where a user belongs.
    pub enum UserType {
        /// To the organization.
        User = "user",
        /// To the layer above organizations.
        TenantUser = "tenant_user",
    }
}

object! {
    /// A group (`GroupResponse` in the schema). The answer to a renaming leaves its type out.
    pub struct Group as none {
        required id: GroupId,
        nullable name: Text,
        optional created_at: Timestamp,
        /// Whether the identity provider says who is in it.
        optional is_scim_managed: bool,
        optional group_type: GroupType,
    }
    // Inside a role assignment the same fact has another name.
    mend |draft| {
        draft.is_scim_managed = draft.is_scim_managed.or_else(|| draft.extra.take("scim_managed", Value::as_bool));
    }
}

object! {
    /// A member of a group, as lists show it (`GroupUser` in the schema).
    pub struct GroupUser as none {
        required id: UserId,
        nullable name: Text,
        nullable email: Text,
    }
}

object! {
    /// A member of a group, read alone (`GroupMemberUser` in the schema).
    pub struct GroupUserDetails as none {
        required id: UserId,
        nullable name: Text,
        nullable email: Text,
        /// The address of a picture.
        nullable picture: Text,
        nullable is_service_account: bool,
        optional user_type: UserType,
    }
}

object! {
    /// The answer to adding somebody to a group (`GroupUserAssignment` in the schema).
    pub struct GroupMembership as "group.user" {
        required user_id: UserId,
        required group_id: GroupId,
    }
}

object! {
    /// A group in a project (`ProjectGroup` in the schema). Its role there is not told.
    pub struct ProjectGroup as "project.group" {
        required group_id: GroupId,
        optional project_id: ProjectId,
        nullable group_name: Text,
        optional group_type: GroupType,
        /// When it was added to the project.
        optional created_at: Timestamp,
    }
}
