//! Who has which role: users and groups, in the organization and in projects.
//!
//! The four families of routes differ in nothing but their paths. Whoever is sent a short id of a built-in role answers
//! the long one, so compare with [`RoleId::is_same_role`].

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{AssignedRole, Deleted, GroupId, List, RoleAssignment, RoleId, UserId};
use crate::order::Order;
use crate::scope::{Scope, Twin};

/// Who can have roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder<'a> {
    /// A member of the organization.
    User(&'a UserId),
    /// A group: its members have its roles too.
    Group(&'a GroupId),
}

/// One operation for both kinds of holders.
struct Family {
    user: Twin,
    group: Twin,
}

impl Family {
    fn call<A: serde::de::DeserializeOwned>(
        &self,
        scope: Scope<'_>,
        holder: Holder<'_>,
        parameters: &[&str],
    ) -> Call<A> {
        let (twin, id) = match holder {
            Holder::User(user) => (&self.user, user.as_str()),
            Holder::Group(group) => (&self.group, group.as_str()),
        };
        twin.call(scope, &[&[id], parameters].concat())
    }
}

const LIST: Family = Family {
    user: Twin {
        organization: Endpoint::list("/organization/users/{user_id}/roles", Paging::Next),
        project: Endpoint::list("/projects/{project_id}/users/{user_id}/roles", Paging::Next),
    },
    group: Twin {
        organization: Endpoint::list("/organization/groups/{group_id}/roles", Paging::Next),
        project: Endpoint::list("/projects/{project_id}/groups/{group_id}/roles", Paging::Next),
    },
};
// Nobody has said what assigning twice answers, so what became of a lost answer must be read.
const CREATE: Family = Family {
    user: Twin {
        organization: Endpoint::create("/organization/users/{user_id}/roles"),
        project: Endpoint::create("/projects/{project_id}/users/{user_id}/roles"),
    },
    group: Twin {
        organization: Endpoint::create("/organization/groups/{group_id}/roles"),
        project: Endpoint::create("/projects/{project_id}/groups/{group_id}/roles"),
    },
};
const RETRIEVE: Family = Family {
    user: Twin {
        organization: Endpoint::read("/organization/users/{user_id}/roles/{role_id}"),
        project: Endpoint::read("/projects/{project_id}/users/{user_id}/roles/{role_id}"),
    },
    group: Twin {
        organization: Endpoint::read("/organization/groups/{group_id}/roles/{role_id}"),
        project: Endpoint::read("/projects/{project_id}/groups/{group_id}/roles/{role_id}"),
    },
};
const DELETE: Family = Family {
    user: Twin {
        organization: Endpoint::delete("/organization/users/{user_id}/roles/{role_id}"),
        project: Endpoint::delete("/projects/{project_id}/users/{user_id}/roles/{role_id}"),
    },
    group: Twin {
        organization: Endpoint::delete("/organization/groups/{group_id}/roles/{role_id}"),
        project: Endpoint::delete("/projects/{project_id}/groups/{group_id}/roles/{role_id}"),
    },
};

pub(crate) const ENDPOINTS: &[Endpoint] = &[
    LIST.user.organization,
    LIST.user.project,
    LIST.group.organization,
    LIST.group.project,
    CREATE.user.organization,
    CREATE.user.project,
    CREATE.group.organization,
    CREATE.group.project,
    RETRIEVE.user.organization,
    RETRIEVE.user.project,
    RETRIEVE.group.organization,
    RETRIEVE.group.project,
    DELETE.user.organization,
    DELETE.user.project,
    DELETE.group.organization,
    DELETE.group.project,
];

/// Lists the roles of a user or a group, 1000 a page. A user's list has the roles of the user's groups too, with their
/// sources.
pub fn list(scope: Scope<'_>, holder: Holder<'_>) -> Call<List<AssignedRole>> {
    LIST.call(scope, holder, &[]).query("limit", 1000)
}

/// Lists the roles of a user or a group in an order.
pub fn list_in(scope: Scope<'_>, holder: Holder<'_>, order: Order) -> Call<List<AssignedRole>> {
    list(scope, holder).query("order", order)
}

/// Gives a role to a user or a group. It may be missing from lists for some seconds.
pub fn create(scope: Scope<'_>, holder: Holder<'_>, role: &RoleId) -> Call<RoleAssignment> {
    #[derive(Serialize)]
    struct Body<'a> {
        role_id: &'a RoleId,
    }
    CREATE.call(scope, holder, &[]).json(&Body { role_id: role })
}

/// Reads one role of a user or a group. The short id of a built-in role is answered with 404 although the role is there:
/// list instead, unless the id comes from an answer.
pub fn retrieve(scope: Scope<'_>, holder: Holder<'_>, role: &RoleId) -> Call<AssignedRole> {
    RETRIEVE.call(scope, holder, &[role.as_str()])
}

/// Takes a role from a user or a group.
pub fn delete(scope: Scope<'_>, holder: Holder<'_>, role: &RoleId) -> Call<Deleted> {
    DELETE.call(scope, holder, &[role.as_str()])
}
