//! The nouns of the API, one file each.
//!
//! Reading is tolerant in one place, the macro `object!`: only identifiers are required, unknown members are kept in
//! `extra`, unknown enum values are carried, and members that the API has moved between versions are found in all the
//! places where they have been. Writing gives the present official shape.

mod admin_api_key;
mod audit_log;
mod certificate;
mod cost;
mod data_retention;
mod decimal;
mod external_key;
mod external_storage;
mod extra;
mod group;
mod hosted_tool_permissions;
mod invite;
mod list;
mod model_permissions;
mod money;
mod project;
mod project_api_key;
mod project_user;
mod quantity;
mod rate_limit;
mod role;
mod role_id;
mod service_account;
mod service_tier_settings;
mod spend_alert;
mod spend_limit;
mod time;
mod totals;
mod usage;
mod user;
mod whole;
mod workload_identity;

pub use admin_api_key::AdminApiKey;
pub use audit_log::{Actor, ActorApiKey, ActorSession, AuditLog, AuditProject, EventType};
pub use certificate::{Certificate, CertificateDetails};
pub use cost::{ApiSource, CostAmount, CostResult, QuantityUnit};
pub use data_retention::{DataRetention, RetentionType};
pub use external_key::{CloudProvider, ExternalKey, ExternalKeyPurpose, Validation};
pub use external_storage::{ExternalStorage, ExternalStorageProvider, ExternalStorageStatus};
pub use extra::Extra;
pub(crate) use extra::Key;
pub use group::{Group, GroupMembership, GroupType, GroupUser, GroupUserDetails, ProjectGroup, UserType};
pub use hosted_tool_permissions::{HostedToolPermission, HostedToolPermissions};
pub use invite::{Invite, InviteProject, InviteStatus};
pub use list::{Deleted, Item, List};
pub use model_permissions::{ModelPermissionMode, ModelPermissions};
pub use money::{Cents, Money};
pub use project::{Project, ProjectStatus};
pub use project_api_key::{KeyOwner, OwnerKind, OwnerProjectAccess, Principal, ProjectApiKey};
pub use project_user::ProjectUser;
pub use quantity::Quantity;
pub use rate_limit::RateLimit;
pub use role::{AssignedRole, AssignmentSource, PrincipalType, ResourceType, Role, RoleAssignment};
pub use role_id::BuiltInRole;
pub use service_account::{ServiceAccount, ServiceAccountApiKey, ServiceAccountRole};
pub use service_tier_settings::{
    DefaultServiceTier, EnabledServiceTiers, OptionalServiceTier, ServiceTierSettings, ServiceTierWord,
};
pub use spend_alert::{NotificationChannel, SpendAlert};
pub use spend_limit::{Enforcement, EnforcementStatus, SpendLimit};
pub use time::Timestamp;
pub use totals::{Gap, Measured, Totals};
pub use usage::{
    AudioSpeechesUsage, AudioTranscriptionsUsage, Bucket, CodeInterpreterSessionsUsage, CompletionsUsage, ContextLevel,
    DecisionsUsage, EmbeddingsUsage, FileSearchesUsage, ImageSize, ImageSource, ImagesUsage, ModerationsUsage,
    VectorStoresUsage, WebSearchesUsage,
};
pub use user::{User, UserDetails, UserProject, UserProjects};
pub(crate) use whole::Whole;
pub use workload_identity::{
    AttributeTransformation, FederationRule, RulePermissions, RulePermissionsKind, Verification, VerificationKind,
    WorkloadIdentityProvider,
};

/// A text of the API. Boxed, because rosters hold hundreds of thousands of them.
pub type Text = Box<str>;

id! {
    /// A member of the organization, `user-…`. A service account may have the same shape.
    UserId,
    /// An invitation, `invite-…`.
    InviteId,
    /// A project, `proj_…`.
    ProjectId,
    /// An API key's record, `key_…`; never the secret itself.
    KeyId,
    /// An entry of the audit log, `audit_log-…`.
    AuditLogId,
    /// A service account, `user-…` on the live API as if it were a person, `svc_acct_…` in the documentation.
    ServiceAccountId,
    /// A mail about spend.
    SpendAlertId,
    /// A vector store, `vs_…`.
    VectorStoreId,
    /// The rate limit of a model, `rl-…` with the model's name.
    RateLimitId,
    /// A certificate, `cert_…`.
    CertificateId,
    /// A group, 32 digits without a prefix.
    GroupId,
    /// A role. Compare with [`RoleId::is_same_role`]: a built-in one has more than one identifier.
    RoleId,
    /// A key in the organization's own key store.
    ExternalKeyId,
    /// A storage of the organization's own.
    ExternalStorageId,
    /// An issuer of identities.
    WorkloadIdentityProviderId,
    /// A rule of workload identity.
    FederationRuleId,
    /// An organization, `org-…`.
    OrganizationId,
}

open_enum! {
    /// A built-in role in the organization. The dashboard says Admin for `owner` and Member for `reader`.
    pub enum OrganizationRole {
        /// Manages members, billing and settings; implicitly owner of every project.
        Owner = "owner",
        /// Uses the API and reads basic organization data.
        Reader = "reader",
    }

    /// A built-in role in a project.
    pub enum ProjectRole {
        /// Manages the project, its members and keys.
        Owner = "owner",
        /// Uses the project and makes keys in it.
        Member = "member",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn user(answer: &Value) -> User {
        // Through text: borrowed keys are the path that answers take.
        serde_json::from_str(&answer.to_string()).unwrap()
    }

    #[test]
    fn only_the_id_is_required() {
        let lone = user(&json!({"id": "user-1", "name": null, "email": null, "role": null, "projects": null}));
        assert_eq!((lone.name, lone.email, lone.role, lone.added_at), (None, None, None, None));
        assert!(serde_json::from_str::<User>(r#"{"email":"a@x.io"}"#).is_err());
    }

    #[test]
    fn the_flip_of_december_2025_reads_like_the_usual_shape() {
        let flipped = user(&json!({
            "created": 1_764_700_000, "is_default": false, "is_scale_tier_authorized_purchaser": null, "is_scim_managed": true,
            "is_service_account": false, "role": "owner",
            "user": {"id": "user-1", "email": "a@x.io", "name": "Ada", "object": "user"}
        }));
        assert_eq!(flipped.id.as_str(), "user-1");
        assert_eq!(flipped.email.as_deref(), Some("a@x.io"));
        assert_eq!(flipped.added_at, Some(Timestamp::new(1_764_700_000)));
        assert_eq!(flipped.is_scim_managed, Some(true));
        let project: Project =
            serde_json::from_value(json!({"id": "proj_1", "title": "Site", "created": 5, "is_initial": true})).unwrap();
        assert_eq!((project.name.as_deref(), project.created_at), (Some("Site"), Some(Timestamp::new(5))));
        assert_eq!(project.extra.get("is_initial"), Some(&json!(true)));
        let invite: Invite = serde_json::from_value(json!({"id": "invite-1", "invited_at": 7})).unwrap();
        assert_eq!(invite.created_at, Some(Timestamp::new(7)));
        assert!(invite.projects.is_empty());
    }

    #[test]
    fn what_is_taken_from_an_old_name_is_written_under_the_new_one_only() {
        let project: Project = serde_json::from_value(json!({"id": "p", "title": "Site", "created": 5})).unwrap();
        let invite: Invite = serde_json::from_value(json!({"id": "i", "invited_at": 7})).unwrap();
        let user: ProjectUser = serde_json::from_value(json!({"id": "u", "created": 7})).unwrap();
        let group: Group = serde_json::from_value(json!({"id": "g", "scim_managed": true})).unwrap();
        for extra in [&project.extra, &invite.extra, &user.extra, &group.extra] {
            assert!(extra.is_empty(), "{extra:?}");
        }
        // Where both are there, or the old one is unusable, it is kept as it came.
        let both: Invite = serde_json::from_value(json!({"id": "i", "created_at": 8, "invited_at": 7})).unwrap();
        assert_eq!((both.created_at, both.extra.get("invited_at")), (Some(Timestamp::new(8)), Some(&json!(7))));
        let odd: Invite = serde_json::from_value(json!({"id": "i", "invited_at": "soon"})).unwrap();
        assert_eq!((odd.created_at, odd.extra.get("invited_at")), (None, Some(&json!("soon"))));
    }

    #[test]
    fn service_tiers_of_an_unknown_shape_do_not_fail_the_settings() {
        let answer = json!({"default": "fast", "enabled_tiers": {"flex": true}});
        let settings: ServiceTierSettings = serde_json::from_value(answer.clone()).unwrap();
        assert_eq!(settings.enabled_tiers, Some(EnabledServiceTiers::Other(answer["enabled_tiers"].clone())));
    }

    #[test]
    fn unknown_members_and_values_survive_a_round_trip() {
        let answer = json!({
            "object": "organization.user", "id": "user-1", "name": "Ada \"Countess\"", "email": null, "role": "auditor",
            "added_at": 9, "is_scale_tier_authorized_purchaser": null, "api_key_last_used_at": null,
            "technical_level": null, "developer_persona": "builder", "user": {
                "object": "user", "id": "user-1", "email": null, "name": "Ada \"Countess\"", "picture": null,
                "enabled": true, "banned": false, "banned_at": null
            }, "mood": {"level": [1, 2]}
        });
        let read = user(&answer);
        assert_eq!(read.role, Some(OrganizationRole::Other("auditor".into())));
        assert_eq!(serde_json::to_value(&read).unwrap(), answer);
    }

    #[test]
    fn an_audit_event_finds_its_details_under_its_own_type() {
        let event: AuditLog = serde_json::from_value(json!({
            "id": "audit_log-1", "type": "tunnel.created", "effective_at": 3, "actor": null, "tunnel.created": {"id": "t"}
        }))
        .unwrap();
        assert_eq!(event.kind.as_str(), "tunnel.created");
        assert_eq!(event.details(), Some(&json!({"id": "t"})));
    }

    #[test]
    fn an_actor_without_an_id_does_not_spoil_the_audit_log() {
        let event: AuditLog = serde_json::from_value(json!({
            "id": "audit_log-1", "type": "login.succeeded", "effective_at": 3,
            "actor": {"type": "session", "session": {"user": {"email": "a@x.io"}, "ip_address": null}}
        }))
        .unwrap();
        let actor = event.actor.unwrap();
        let who = actor.principal().unwrap();
        assert_eq!((who.id.as_str(), who.email.as_deref()), ("", Some("a@x.io")));
    }

    #[test]
    fn a_group_is_read_from_every_answer_that_shows_one() {
        let read = |answer: Value| -> Group { serde_json::from_str(&answer.to_string()).unwrap() };
        let listed = read(json!({"id": "69fb", "name": "A", "created_at": 5, "is_scim_managed": true}));
        let inside = read(json!({"object": "group", "id": "69fb", "name": "A", "created_at": 5, "scim_managed": true}));
        assert_eq!((listed.is_scim_managed, inside.is_scim_managed), (Some(true), Some(true)));
        assert_eq!(read(json!({"id": "69fb"})).is_scim_managed, None, "unknown is not false");
        // Neither kind of holder, an unknown one, and a role that tells nothing.
        let given: RoleAssignment = serde_json::from_value(json!({"role": {"id": "role_1"}})).unwrap();
        assert!(given.user.is_none() && given.group.is_none() && given.role.permissions.is_empty());
        let held: AssignedRole = serde_json::from_value(json!({
            "id": "role_1", "permissions": null, "assignment_sources": [{"principal_id": "x", "principal_type": "robot"}]
        }))
        .unwrap();
        let source = &held.assignment_sources.unwrap()[0];
        assert_eq!(source.principal_type, Some(PrincipalType::Other("robot".into())));
    }

    #[test]
    fn lists_take_null_and_absent_members() {
        let page: List<User> =
            serde_json::from_str(r#"{"object":"list","data":[],"has_more":null,"last_id":null}"#).unwrap();
        assert!(page.has_more.is_none() && page.last_id.is_none());
    }
}
