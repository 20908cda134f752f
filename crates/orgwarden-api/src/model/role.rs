use serde_json::Value;

use super::{Group, RoleId, Text, Timestamp, User};

open_enum! {
    /// What a role is a role in.
    pub enum ResourceType {
        /// The organization.
        Organization = "api.organization",
        /// A project.
        Project = "api.project",
    }

    /// Who can have roles.
    pub enum PrincipalType {
        /// A member of the organization.
        User = "user",
        /// A group.
        Group = "group",
    }
}

object! {
    /// A role (`Role` in the schema).
    pub struct Role as "role" {
        required id: RoleId,
        nullable name: Text,
        nullable description: Text,
        /// What it permits, `api.groups.read` for example.
        list permissions: Vec<Text>,
        nullable resource_type: ResourceType,
        /// Whether it is a built-in one.
        nullable predefined_role: bool,
    }
}

object! {
    /// A role that somebody has (`AssignedRoleDetails` in the schema). Times and maker are those of the role.
    pub struct AssignedRole as none {
        required id: RoleId,
        nullable name: Text,
        list permissions: Vec<Text>,
        nullable resource_type: ResourceType,
        nullable predefined_role: bool,
        nullable description: Text,
        nullable created_at: Timestamp,
        nullable updated_at: Timestamp,
        /// The identifier of who made the role.
        nullable created_by: Text,
        nullable created_by_user_obj: Value,
        nullable metadata: Value,
        /// Whom it comes from: groups, for a role that is inherited. Null does not tell.
        nullable assignment_sources: Vec<AssignmentSource>,
    }
}

object! {
    /// Whom a role comes from.
    pub struct AssignmentSource as none {
        nullable principal_id: Text,
        nullable principal_type: PrincipalType,
    }
}

object! {
    /// The answer to an assignment (`UserRoleAssignment` and `GroupRoleAssignment` in the schema): the role, and who
    /// has it now.
    pub struct RoleAssignment as none {
        required role: Role,
        optional user: Box<User>,
        optional group: Group,
    }
}
