//! Members of the organization: `/organization/users`.
//!
//! There is no way to create a member: people are invited ([`crate::invites`]) or come from an identity provider.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, List, OrganizationRole, RoleId, User, UserId};

const LIST: Endpoint = Endpoint::list("/organization/users", Paging::LastId);
const RETRIEVE: Endpoint = Endpoint::read("/organization/users/{user_id}");
const MODIFY: Endpoint = Endpoint::update("/organization/users/{user_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/users/{user_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, RETRIEVE, MODIFY, DELETE];

/// Lists all members, 100 a page. No order is promised.
pub fn list() -> Call<List<User>> {
    LIST.call(&[]).query("limit", 100)
}

/// Lists the members with one of these e-mail addresses: exact matches, in one request for up to 100 people.
///
/// Compare the addresses of the answer again: older servers have ignored the filter.
pub fn list_by_email<'a>(emails: impl IntoIterator<Item = &'a str>) -> Call<List<User>> {
    list().query_list("emails", emails)
}

/// Reads one member.
pub fn retrieve(user: &UserId) -> Call<User> {
    RETRIEVE.call(&[user.as_str()])
}

/// Changes a member: swaps the built-in role. Effective at once.
pub fn modify(user: &UserId, change: &UserChange) -> Call<User> {
    MODIFY.call(&[user.as_str()]).json(change)
}

/// What to change of a member. What is `None` stays.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UserChange {
    /// The built-in role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<OrganizationRole>,
    /// Any role, by its identifier. Not together with `role`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role_id: Option<RoleId>,
    /// A free text; `Some(None)` takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technical_level: Option<Option<String>>,
    /// A free text; `Some(None)` takes it away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub developer_persona: Option<Option<String>>,
}

/// Removes a member from the organization and from all of its projects; the person's keys stop working. Service
/// accounts that the person made keep working.
pub fn delete(user: &UserId) -> Call<Deleted> {
    DELETE.call(&[user.as_str()])
}
