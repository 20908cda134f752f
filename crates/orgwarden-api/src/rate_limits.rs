//! Rate limits of a project, one per model: `/organization/projects/{project_id}/rate_limits`.
//!
//! There is no reading of a single one and no reset: to reset is to write the organization's values.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{List, ProjectId, RateLimit, RateLimitId};

const LIST: Endpoint = Endpoint::list("/organization/projects/{project_id}/rate_limits", Paging::LastId);
const MODIFY: Endpoint = Endpoint::update("/organization/projects/{project_id}/rate_limits/{rate_limit_id}");

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST, MODIFY];

/// Lists the rate limits of a project, 1,000 a page. Find one by its model: its id need not be the same in every
/// project.
pub fn list(project: &ProjectId) -> Call<List<RateLimit>> {
    LIST.call(&[project.as_str()]).query("limit", 1000)
}

/// Lists the rate limits that the list has before one, 1,000 a page, backwards from there.
pub fn list_before(project: &ProjectId, limit: &RateLimitId) -> Call<List<RateLimit>> {
    list(project).query("before", limit)
}

/// Changes a rate limit. More than the organization's is refused.
pub fn modify(project: &ProjectId, limit: &RateLimitId, change: &RateLimitChange) -> Call<RateLimit> {
    MODIFY.call(&[project.as_str(), limit.as_str()]).json(change)
}

/// What to change of a rate limit. What is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RateLimitChange {
    /// Requests in a minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_requests_per_1_minute: Option<i64>,
    /// Tokens in a minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_tokens_per_1_minute: Option<i64>,
    /// Images in a minute, for models that make some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_images_per_1_minute: Option<i64>,
    /// Megabytes of sound in a minute, for models that hear or speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_audio_megabytes_per_1_minute: Option<i64>,
    /// Requests in a day, for models that have such a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_requests_per_1_day: Option<i64>,
    /// Tokens of input of a day's batches, for models that run in batches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch_1_day_max_input_tokens: Option<i64>,
}
