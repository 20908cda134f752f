//! Which hosted tools a project may use: `/organization/projects/{project_id}/hosted_tool_permissions`.

use serde::Serialize;

use crate::call::{Call, Endpoint};
use crate::model::{HostedToolPermissions, ProjectId};

const RETRIEVE: Endpoint = Endpoint::read("/organization/projects/{project_id}/hosted_tool_permissions");
const MODIFY: Endpoint = Endpoint::update("/organization/projects/{project_id}/hosted_tool_permissions");

pub(crate) const ENDPOINTS: &[Endpoint] = &[RETRIEVE, MODIFY];

/// Reads which hosted tools a project may use.
pub fn retrieve(project: &ProjectId) -> Call<HostedToolPermissions> {
    RETRIEVE.call(&[project.as_str()])
}

/// Switches hosted tools on or off.
pub fn modify(project: &ProjectId, change: &HostedToolChange) -> Call<HostedToolPermissions> {
    MODIFY.call(&[project.as_str()]).json(change)
}

/// Which hosted tools to switch. What is `None` stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HostedToolChange {
    /// Searching in files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_search: Option<Switch>,
    /// Searching the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub web_search: Option<Switch>,
    /// Making images.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_generation: Option<Switch>,
    /// Calling remote MCP servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mcp: Option<Switch>,
    /// Running code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_interpreter: Option<Switch>,
}

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Switch {
    /// Whether it is on.
    pub enabled: bool,
}
