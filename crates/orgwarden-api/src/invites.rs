//! Invitations: `/organization/invites`.
//!
//! There is no update, no resend and no filter: to send again is to delete and create.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Deleted, Invite, InviteId, List, OrganizationRole, ProjectId, ProjectRole};

const LIST: Endpoint = Endpoint::list("/organization/invites", Paging::LastId);
const CREATE: Endpoint = Endpoint::create("/organization/invites");
const RETRIEVE: Endpoint = Endpoint::read("/organization/invites/{invite_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/invites/{invite_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, CREATE, RETRIEVE, DELETE];

/// Lists all invitations, 100 a page: pending, expired and accepted ones stay for long. No order is promised.
pub fn list() -> Call<List<Invite>> {
    LIST.call(&[]).query("limit", 100)
}

/// Sends an invitation. A second one for an address with a pending invitation is refused.
pub fn create(invite: &NewInvite) -> Call<Invite> {
    CREATE.call(&[]).json(invite)
}

/// An invitation to send.
#[derive(Clone, Debug, Serialize)]
pub struct NewInvite {
    /// The address to invite.
    pub email: String,
    /// The role in the organization.
    pub role: OrganizationRole,
    /// The projects that acceptance grants. `Some(vec![])` grants none; `None` grants the default project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<ProjectGrant>>,
}

/// A project and the role in it that an invitation grants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProjectGrant {
    /// The project.
    pub id: ProjectId,
    /// The role in it.
    pub role: ProjectRole,
}

/// Reads one invitation.
pub fn retrieve(invite: &InviteId) -> Call<Invite> {
    RETRIEVE.call(&[invite.as_str()])
}

/// Deletes an invitation that was not accepted, and withdraws its project grants. An accepted one is refused with words
/// that contain "already accepted".
pub fn delete(invite: &InviteId) -> Call<Deleted> {
    DELETE.call(&[invite.as_str()])
}
