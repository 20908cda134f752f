//! Groups of members: `/organization/groups`.
//!
//! A group that the identity provider manages cannot be renamed, deleted or given other members here.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, Group, GroupId, List};
use crate::order::Order;

const LIST: Endpoint = Endpoint::list("/organization/groups", Paging::Next);
const CREATE: Endpoint = Endpoint::create("/organization/groups");
const RETRIEVE: Endpoint = Endpoint::read("/organization/groups/{group_id}");
const MODIFY: Endpoint = Endpoint::update("/organization/groups/{group_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/groups/{group_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, MODIFY, DELETE];

#[derive(Serialize)]
struct Body<'a> {
    name: &'a str,
}

/// Lists the groups, 1000 a page, the oldest first.
pub fn list() -> Call<List<Group>> {
    LIST.call(&[]).query("limit", 1000)
}

/// Lists the groups in an order.
pub fn list_in(order: Order) -> Call<List<Group>> {
    list().query("order", order)
}

/// Creates a group. The name has 1 to 255 letters; one that is taken is refused with 422.
pub fn create(name: &str) -> Call<Group> {
    CREATE.call(&[]).json(&Body { name })
}

/// Reads one group.
pub fn retrieve(group: &GroupId) -> Call<Group> {
    RETRIEVE.call(&[group.as_str()])
}

/// Renames a group. The answer does not tell its type.
pub fn modify(group: &GroupId, name: &str) -> Call<Group> {
    MODIFY.call(&[group.as_str()]).json(&Body { name })
}

/// Deletes a group; what its members could do through it, they can do no longer.
pub fn delete(group: &GroupId) -> Call<Deleted> {
    DELETE.call(&[group.as_str()])
}
