//! What was used: `/organization/usage/…`. Telemetry within minutes; what is billed stands in [`crate::costs`], and the
//! two do not add up to each other.
//!
//! A window asks for no more buckets than fit one page. A longer time takes several:
//!
//! ```no_run
//! # async fn example(client: orgwarden_api::Client, from: orgwarden_api::model::Timestamp, to: orgwarden_api::model::Timestamp) -> orgwarden_api::Result<()> {
//! use orgwarden_api::model::Totals;
//! use orgwarden_api::{BucketWidth, usage};
//!
//! let filter = usage::TokenFilter::default();
//! let group_by = [usage::TokenGrouping::Model];
//! let calls = usage::windows(from, to, BucketWidth::Day)
//!     .map(move |window| usage::completions(&window, &filter, &group_by));
//! let buckets = client.buckets(calls).all().await?;
//! println!("{}", Totals::of(&buckets).get("input_tokens"));
//! # Ok(())
//! # }
//! ```

use serde::de::DeserializeOwned;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{
    AudioSpeechesUsage, AudioTranscriptionsUsage, Bucket, CodeInterpreterSessionsUsage, CompletionsUsage, ContextLevel,
    DecisionsUsage, EmbeddingsUsage, FileSearchesUsage, ImageSize, ImageSource, ImagesUsage, KeyId, List,
    ModerationsUsage, ProjectId, Timestamp, UserId, VectorStoreId, VectorStoresUsage, WebSearchesUsage,
};
use crate::window::{BucketWidth, Window};

const COMPLETIONS: Endpoint = Endpoint::list("/organization/usage/completions", Paging::Bucket);
const DECISIONS: Endpoint = Endpoint::list("/organization/usage/decisions", Paging::Bucket);
const EMBEDDINGS: Endpoint = Endpoint::list("/organization/usage/embeddings", Paging::Bucket);
const MODERATIONS: Endpoint = Endpoint::list("/organization/usage/moderations", Paging::Bucket);
const IMAGES: Endpoint = Endpoint::list("/organization/usage/images", Paging::Bucket);
const AUDIO_SPEECHES: Endpoint = Endpoint::list("/organization/usage/audio_speeches", Paging::Bucket);
const AUDIO_TRANSCRIPTIONS: Endpoint = Endpoint::list("/organization/usage/audio_transcriptions", Paging::Bucket);
const FILE_SEARCH_CALLS: Endpoint = Endpoint::list("/organization/usage/file_search_calls", Paging::Bucket);
const WEB_SEARCH_CALLS: Endpoint = Endpoint::list("/organization/usage/web_search_calls", Paging::Bucket);
const VECTOR_STORES: Endpoint = Endpoint::list("/organization/usage/vector_stores", Paging::Bucket);
const CODE_INTERPRETER_SESSIONS: Endpoint =
    Endpoint::list("/organization/usage/code_interpreter_sessions", Paging::Bucket);

pub(crate) const ENDPOINTS: &[Endpoint] = &[
    COMPLETIONS,
    DECISIONS,
    EMBEDDINGS,
    MODERATIONS,
    IMAGES,
    AUDIO_SPEECHES,
    AUDIO_TRANSCRIPTIONS,
    FILE_SEARCH_CALLS,
    WEB_SEARCH_CALLS,
    VECTOR_STORES,
    CODE_INTERPRETER_SESSIONS,
];

/// Cuts the time from `from` (inclusive) to `to` (exclusive) into windows that need one page each: 31 days, 168 hours or
/// 1440 minutes. Both ends are moved outward to whole buckets, days from midnight UTC.
pub fn windows(from: Timestamp, to: Timestamp, width: BucketWidth) -> impl Iterator<Item = Window> {
    let most = match width {
        BucketWidth::Minute => 1440,
        BucketWidth::Hour => 168,
        BucketWidth::Day => 31,
    };
    Window::cut(from, to, width, most)
}

/// Tokens of chat completions and responses.
pub fn completions(
    window: &Window,
    filter: &TokenFilter,
    group_by: &[TokenGrouping],
) -> Call<List<Bucket<CompletionsUsage>>> {
    filter.narrow(within(COMPLETIONS, window)).query_list("group_by", group_by)
}

/// Tokens of the Decisions API.
pub fn decisions(
    window: &Window,
    filter: &TokenFilter,
    group_by: &[TokenGrouping],
) -> Call<List<Bucket<DecisionsUsage>>> {
    filter.narrow(within(DECISIONS, window)).query_list("group_by", group_by)
}

/// Tokens of embeddings.
pub fn embeddings(
    window: &Window,
    filter: &ModelFilter,
    group_by: &[ModelGrouping],
) -> Call<List<Bucket<EmbeddingsUsage>>> {
    filter.narrow(within(EMBEDDINGS, window)).query_list("group_by", group_by)
}

/// Tokens of moderations.
pub fn moderations(
    window: &Window,
    filter: &ModelFilter,
    group_by: &[ModelGrouping],
) -> Call<List<Bucket<ModerationsUsage>>> {
    filter.narrow(within(MODERATIONS, window)).query_list("group_by", group_by)
}

/// Images.
pub fn images(window: &Window, filter: &ImageFilter, group_by: &[ImageGrouping]) -> Call<List<Bucket<ImagesUsage>>> {
    filter
        .of
        .narrow(within(IMAGES, window))
        .query_list("sources", &filter.sources)
        .query_list("sizes", &filter.sizes)
        .query_list("group_by", group_by)
}

/// Characters that were spoken.
pub fn audio_speeches(
    window: &Window,
    filter: &ModelFilter,
    group_by: &[ModelGrouping],
) -> Call<List<Bucket<AudioSpeechesUsage>>> {
    filter.narrow(within(AUDIO_SPEECHES, window)).query_list("group_by", group_by)
}

/// Seconds that were transcribed.
pub fn audio_transcriptions(
    window: &Window,
    filter: &ModelFilter,
    group_by: &[ModelGrouping],
) -> Call<List<Bucket<AudioTranscriptionsUsage>>> {
    filter.narrow(within(AUDIO_TRANSCRIPTIONS, window)).query_list("group_by", group_by)
}

/// Searches in files.
pub fn file_search_calls(
    window: &Window,
    filter: &FileSearchFilter,
    group_by: &[FileSearchGrouping],
) -> Call<List<Bucket<FileSearchesUsage>>> {
    filter
        .whose
        .narrow(within(FILE_SEARCH_CALLS, window))
        .query_list("vector_store_ids", &filter.vector_store_ids)
        .query_list("group_by", group_by)
}

/// Searches on the web.
pub fn web_search_calls(
    window: &Window,
    filter: &WebSearchFilter,
    group_by: &[WebSearchGrouping],
) -> Call<List<Bucket<WebSearchesUsage>>> {
    filter
        .of
        .narrow(within(WEB_SEARCH_CALLS, window))
        .query_list("context_levels", &filter.context_levels)
        .query_list("group_by", group_by)
}

/// Bytes in vector stores. Only projects are told apart.
pub fn vector_stores(
    window: &Window,
    project_ids: &[ProjectId],
    group_by: Option<ProjectGrouping>,
) -> Call<List<Bucket<VectorStoresUsage>>> {
    within(VECTOR_STORES, window).query_list("project_ids", project_ids).query_list("group_by", group_by)
}

/// Sessions of the code interpreter. Only projects are told apart.
pub fn code_interpreter_sessions(
    window: &Window,
    project_ids: &[ProjectId],
    group_by: Option<ProjectGrouping>,
) -> Call<List<Bucket<CodeInterpreterSessionsUsage>>> {
    within(CODE_INTERPRETER_SESSIONS, window).query_list("project_ids", project_ids).query_list("group_by", group_by)
}

/// The part of a request that says which buckets.
pub(crate) fn within<R: DeserializeOwned>(endpoint: Endpoint, window: &Window) -> Call<List<Bucket<R>>> {
    endpoint
        .call(&[])
        .query("start_time", window.start().seconds())
        .query("end_time", window.end().seconds())
        .query("bucket_width", window.width().as_str())
        .query("limit", window.buckets())
}

/// Whose usage to count. Empty lists do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whose {
    /// Projects.
    pub project_ids: Vec<ProjectId>,
    /// People, by the keys that they own.
    pub user_ids: Vec<UserId>,
    /// Keys.
    pub api_key_ids: Vec<KeyId>,
}

impl Whose {
    fn narrow<A>(&self, call: Call<A>) -> Call<A> {
        call.query_list("project_ids", &self.project_ids)
            .query_list("user_ids", &self.user_ids)
            .query_list("api_key_ids", &self.api_key_ids)
    }
}

/// Which usage of models to count. Empty lists do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelFilter {
    /// Whose.
    pub whose: Whose,
    /// Models by their full name.
    pub models: Vec<String>,
}

impl ModelFilter {
    fn narrow<A>(&self, call: Call<A>) -> Call<A> {
        self.whose.narrow(call).query_list("models", &self.models)
    }
}

/// Which usage of tokens to count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenFilter {
    /// Whose, and of which models.
    pub of: ModelFilter,
    /// Only batch jobs, or only what is none. `None`: both.
    pub batch: Option<bool>,
}

impl TokenFilter {
    fn narrow<A>(&self, call: Call<A>) -> Call<A> {
        self.of.narrow(call).query_if("batch", self.batch)
    }
}

/// Which images to count. Empty lists do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageFilter {
    /// Whose, and of which models.
    pub of: ModelFilter,
    /// How they were made.
    pub sources: Vec<ImageSource>,
    /// How large they are.
    pub sizes: Vec<ImageSize>,
}

/// Which searches in files to count. Empty lists do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileSearchFilter {
    /// Whose.
    pub whose: Whose,
    /// What was searched.
    pub vector_store_ids: Vec<VectorStoreId>,
}

/// Which searches on the web to count. Empty lists do not filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebSearchFilter {
    /// Whose, and of which models.
    pub of: ModelFilter,
    /// How much of the web was read.
    pub context_levels: Vec<ContextLevel>,
}

closed_enum! {
    /// What tells tokens apart.
    pub enum TokenGrouping {
        /// By project.
        Project = "project_id",
        /// By the person who owns the key.
        User = "user_id",
        /// By key.
        Key = "api_key_id",
        /// By model.
        Model = "model",
        /// Batch jobs and others.
        Batch = "batch",
        /// By service tier.
        ServiceTier = "service_tier",
        /// By where the request came from. Only the newest API has it.
        ApiSource = "api_source",
    }

    /// What tells embeddings, moderations, speeches and transcriptions apart.
    pub enum ModelGrouping {
        /// By project.
        Project = "project_id",
        /// By the person who owns the key.
        User = "user_id",
        /// By key.
        Key = "api_key_id",
        /// By model.
        Model = "model",
    }

    /// What tells images apart.
    pub enum ImageGrouping {
        /// By project.
        Project = "project_id",
        /// By the person who owns the key.
        User = "user_id",
        /// By key.
        Key = "api_key_id",
        /// By model.
        Model = "model",
        /// By size.
        Size = "size",
        /// By how they were made.
        Source = "source",
    }

    /// What tells searches in files apart.
    pub enum FileSearchGrouping {
        /// By project.
        Project = "project_id",
        /// By the person who owns the key.
        User = "user_id",
        /// By key.
        Key = "api_key_id",
        /// By vector store.
        VectorStore = "vector_store_id",
    }

    /// What tells searches on the web apart.
    pub enum WebSearchGrouping {
        /// By project.
        Project = "project_id",
        /// By the person who owns the key.
        User = "user_id",
        /// By key.
        Key = "api_key_id",
        /// By model.
        Model = "model",
        /// By how much of the web was read.
        ContextLevel = "context_level",
        /// By where the request came from. Only the newest API has it.
        ApiSource = "api_source",
    }

    /// What tells vector stores and sessions of the code interpreter apart.
    pub enum ProjectGrouping {
        /// By project.
        Project = "project_id",
    }
}
