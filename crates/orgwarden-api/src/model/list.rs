use super::Text;
use super::{
    AdminApiKey, AssignedRole, AuditLog, Certificate, ExternalKey, ExternalStorage, FederationRule, Group, GroupUser,
    Invite, Project, ProjectApiKey, ProjectGroup, ProjectUser, RateLimit, Role, ServiceAccount, SpendAlert, User,
    WorkloadIdentityProvider,
};

object! {
    /// The answer to a deletion. Some deletions leave `id` out, and one leaves `deleted` out.
    pub struct Deleted as none {
        optional id: Text,
        optional deleted: bool,
    }
}

/// One page of a list, in any of the three styles of the API.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(bound(deserialize = "T: serde::Deserialize<'de>"))]
pub struct List<T> {
    /// The items of this page. May be null, but not absent: an object without it is some other answer, no empty list.
    #[serde(deserialize_with = "null_as_default")]
    pub data: Vec<T>,
    /// Whether a page follows. Where it is not said, a cursor says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_more: Option<bool>,
    /// Cursor of the first item, in the style with identifiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_id: Option<Text>,
    /// Cursor of the last item, in the style with identifiers. May be absent or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_id: Option<Text>,
    /// Opaque cursor of the next page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Text>,
    /// Token of the next page of time buckets. Passed back untouched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_page: Option<Text>,
}

pub(super) fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Default + serde::Deserialize<'de>,
{
    Ok(<Option<T> as serde::Deserialize>::deserialize(deserializer)?.unwrap_or_default())
}

/// What can be listed: an item knows its own cursor, for answers that leave the page's cursor out.
pub trait Item {
    /// The identifier to pass as `after`.
    fn cursor(&self) -> Option<&str>;
}

macro_rules! items {
    ($($Name:ty,)+) => {$(
        impl Item for $Name {
            fn cursor(&self) -> Option<&str> {
                Some(self.id.as_str())
            }
        }
    )+};
}

items! {
    AdminApiKey, AssignedRole, AuditLog, Certificate, ExternalKey, ExternalStorage, FederationRule, WorkloadIdentityProvider, Group, GroupUser, Invite, Project, ProjectApiKey, ProjectUser, RateLimit,
    Role, ServiceAccount, SpendAlert, User,
}

impl Item for ProjectGroup {
    fn cursor(&self) -> Option<&str> {
        Some(self.group_id.as_str())
    }
}

impl Item for serde_json::Value {
    fn cursor(&self) -> Option<&str> {
        self.get("id")?.as_str()
    }
}
