//! Members of a group: `/organization/groups/{group_id}/users`.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, GroupId, GroupMembership, GroupUser, GroupUserDetails, List, UserId};
use crate::order::Order;

const LIST: Endpoint = Endpoint::list("/organization/groups/{group_id}/users", Paging::Next);
// Adding twice is refused with 409, so it never happens twice; but it must be read back to know which it was.
const CREATE: Endpoint = Endpoint::create("/organization/groups/{group_id}/users");
const RETRIEVE: Endpoint = Endpoint::read("/organization/groups/{group_id}/users/{user_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/groups/{group_id}/users/{user_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, DELETE];

/// Lists the members of a group, 1000 a page, who was added last first.
pub fn list(group: &GroupId) -> Call<List<GroupUser>> {
    LIST.call(&[group.as_str()]).query("limit", 1000)
}

/// Lists the members of a group in an order.
pub fn list_in(group: &GroupId, order: Order) -> Call<List<GroupUser>> {
    list(group).query("order", order)
}

/// Adds a member of the organization to a group. Somebody who is in it already is refused with 409.
pub fn create(group: &GroupId, user: &UserId) -> Call<GroupMembership> {
    #[derive(Serialize)]
    struct Body<'a> {
        user_id: &'a UserId,
    }
    CREATE.call(&[group.as_str()]).json(&Body { user_id: user })
}

/// Reads one member of a group.
pub fn retrieve(group: &GroupId, user: &UserId) -> Call<GroupUserDetails> {
    RETRIEVE.call(&[group.as_str(), user.as_str()])
}

/// Removes somebody from a group. Somebody who is not in it is refused with 409.
pub fn delete(group: &GroupId, user: &UserId) -> Call<Deleted> {
    DELETE.call(&[group.as_str(), user.as_str()])
}
