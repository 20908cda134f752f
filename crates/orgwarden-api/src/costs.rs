//! What is billed: `/organization/costs`, in buckets of days. It may lag behind the usage by up to a day.
//!
//! A window asks for no more days than fit one page; [`crate::Client::buckets`] reads several.

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Bucket, CostResult, KeyId, List, ProjectId, Timestamp};
use crate::usage::within;
use crate::window::{BucketWidth, Window};

const LIST: Endpoint = Endpoint::list("/organization/costs", Paging::Bucket);

pub(crate) const ENDPOINTS: &[Endpoint] = &[LIST];

/// The first moment from which costs can be grouped by key: 2025-12-06. Earlier ones are refused then.
pub const KEYS_KNOWN_FROM: Timestamp = Timestamp::new(1_764_979_200);

/// Cuts the time from `from` (inclusive) to `to` (exclusive) into windows of days that need one page each: 180. Both ends
/// are moved outward to midnight UTC, because a start and an end on the same day are refused.
pub fn windows(from: Timestamp, to: Timestamp) -> impl Iterator<Item = Window> {
    Window::cut(from, to, BucketWidth::Day, 180)
}

/// What was billed in a window of days.
pub fn list(window: &Window, filter: &CostFilter, group_by: &[CostGrouping]) -> Call<List<Bucket<CostResult>>> {
    within(LIST, window)
        .query_list("project_ids", &filter.project_ids)
        .query_list("api_key_ids", &filter.api_key_ids)
        .query_list("line_items", &filter.line_items)
        .query_list("group_by", group_by)
}

/// Which costs to count. Empty lists do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostFilter {
    /// Projects.
    pub project_ids: Vec<ProjectId>,
    /// Keys.
    pub api_key_ids: Vec<KeyId>,
    /// Line items by their full name, `gpt-5-mini, input_tokens`. Only the newest API has it.
    pub line_items: Vec<String>,
}

closed_enum! {
    /// What tells costs apart.
    pub enum CostGrouping {
        /// By project.
        Project = "project_id",
        /// By what was bought.
        LineItem = "line_item",
        /// By key; refused for times before [`KEYS_KNOWN_FROM`].
        Key = "api_key_id",
        /// By the person who owns the key. Only the newest API has it; together with projects it is refused for some
        /// organizations and times.
        User = "user_id",
        /// By where the request came from. Only the newest API has it.
        ApiSource = "api_source",
    }
}
