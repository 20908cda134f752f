use serde::{Deserialize, Serialize};

use super::list::null_as_default;
use super::{ApiSource, Item, KeyId, Measured, ProjectId, Text, Timestamp, Totals, UserId, VectorStoreId};

/// A stretch of time with what was used or billed in it (`UsageTimeBucket` in the schema).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(bound(deserialize = "R: Deserialize<'de>"))]
pub struct Bucket<R> {
    /// Its first moment.
    pub start_time: Timestamp,
    /// The first moment after it.
    pub end_time: Timestamp,
    /// One result without grouping, one for each group otherwise; none where nothing was used. Named `result` in early
    /// 2025.
    #[serde(default, alias = "result", deserialize_with = "null_as_default")]
    pub results: Vec<R>,
}

/// Buckets are continued by a token of the page.
impl<R> Item for Bucket<R> {
    fn cursor(&self) -> Option<&str> {
        None
    }
}

/// Says what a result counts: `counts` is always there, `splits` where the API tells them apart.
macro_rules! measured {
    ($($Name:ident { counts [$($count:ident),+] splits [$($split:ident),*] })+) => {$(
        impl Measured for $Name {
            type Amount = i128;

            fn add_to(&self, totals: &mut Totals<i128>) {
                $(totals.add(stringify!($count), self.$count.into());)+
                $(if let Some(count) = self.$split {
                    totals.add(stringify!($split), count.into());
                })*
            }
        }
    )+};
}

/// Declares a result in tokens; completions and decisions have the same members.
macro_rules! token_usage {
    ($($(#[$meta:meta])* pub struct $Name:ident as $object:literal;)+) => {$(
        object! {
            $(#[$meta])*
            pub struct $Name as $object {
                /// All input tokens, cached ones and those written to the cache included.
                count input_tokens: i64,
                count output_tokens: i64,
                count num_model_requests: i64,
                whole input_cached_tokens: i64,
                whole input_cache_write_tokens: i64,
                /// Those of them that are kept for 30 minutes.
                whole input_cache_write_30m_tokens: i64,
                /// Those of them that are kept for 12 hours.
                whole input_cache_write_12h_tokens: i64,
                whole input_uncached_tokens: i64,
                whole input_text_tokens: i64,
                whole output_text_tokens: i64,
                whole input_cached_text_tokens: i64,
                whole input_audio_tokens: i64,
                whole input_cached_audio_tokens: i64,
                whole output_audio_tokens: i64,
                whole input_image_tokens: i64,
                whole input_cached_image_tokens: i64,
                whole output_image_tokens: i64,
                nullable project_id: ProjectId,
                /// The person whose key was used; null for service accounts too.
                nullable user_id: UserId,
                nullable api_key_id: KeyId,
                nullable model: Text,
                nullable batch: bool,
                nullable service_tier: Text,
                nullable api_source: ApiSource,
            }
        }

        measured! {
            $Name {
                counts [input_tokens, output_tokens, num_model_requests]
                splits [
                    input_cached_tokens, input_cache_write_tokens, input_cache_write_30m_tokens,
                    input_cache_write_12h_tokens, input_uncached_tokens, input_text_tokens, output_text_tokens,
                    input_cached_text_tokens, input_audio_tokens, input_cached_audio_tokens, output_audio_tokens,
                    input_image_tokens, input_cached_image_tokens, output_image_tokens
                ]
            }
        }
    )+};
}

token_usage! {
    /// Tokens of chat completions and responses (`UsageCompletionsResult` in the schema).
    pub struct CompletionsUsage as "organization.usage.completions.result";

    /// Tokens of the Decisions API, which the official description does not have yet.
    pub struct DecisionsUsage as "organization.usage.decisions.result";
}

object! {
    /// Tokens of embeddings (`UsageEmbeddingsResult` in the schema).
    pub struct EmbeddingsUsage as "organization.usage.embeddings.result" {
        count input_tokens: i64,
        count num_model_requests: i64,
        nullable project_id: ProjectId,
        nullable user_id: UserId,
        nullable api_key_id: KeyId,
        nullable model: Text,
    }
}

object! {
    /// Tokens of moderations (`UsageModerationsResult` in the schema).
    pub struct ModerationsUsage as "organization.usage.moderations.result" {
        count input_tokens: i64,
        count num_model_requests: i64,
        nullable project_id: ProjectId,
        nullable user_id: UserId,
        nullable api_key_id: KeyId,
        nullable model: Text,
    }
}

object! {
    /// Images (`UsageImagesResult` in the schema).
    pub struct ImagesUsage as "organization.usage.images.result" {
        count images: i64,
        count num_model_requests: i64,
        nullable source: ImageSource,
        nullable size: ImageSize,
        nullable project_id: ProjectId,
        nullable user_id: UserId,
        nullable api_key_id: KeyId,
        nullable model: Text,
    }
}

object! {
    /// Characters that were spoken (`UsageAudioSpeechesResult` in the schema).
    pub struct AudioSpeechesUsage as "organization.usage.audio_speeches.result" {
        count characters: i64,
        count num_model_requests: i64,
        nullable project_id: ProjectId,
        nullable user_id: UserId,
        nullable api_key_id: KeyId,
        nullable model: Text,
    }
}

object! {
    /// Seconds that were transcribed (`UsageAudioTranscriptionsResult` in the schema).
    pub struct AudioTranscriptionsUsage as "organization.usage.audio_transcriptions.result" {
        count seconds: i64,
        count num_model_requests: i64,
        nullable project_id: ProjectId,
        nullable user_id: UserId,
        nullable api_key_id: KeyId,
        nullable model: Text,
    }
}

object! {
    /// Searches in files (`UsageFileSearchCallsResult` in the schema).
    pub struct FileSearchesUsage as "organization.usage.file_searches.result" {
        count num_requests: i64,
        nullable project_id: ProjectId,
        nullable user_id: UserId,
        nullable api_key_id: KeyId,
        nullable vector_store_id: VectorStoreId,
    }
}

object! {
    /// Searches on the web (`UsageWebSearchCallsResult` in the schema).
    pub struct WebSearchesUsage as "organization.usage.web_searches.result" {
        count num_requests: i64,
        count num_model_requests: i64,
        nullable project_id: ProjectId,
        nullable user_id: UserId,
        nullable api_key_id: KeyId,
        nullable model: Text,
        nullable context_level: ContextLevel,
        nullable api_source: ApiSource,
    }
}

object! {
    /// Bytes in vector stores (`UsageVectorStoresResult` in the schema).
    pub struct VectorStoresUsage as "organization.usage.vector_stores.result" {
        count usage_bytes: i64,
        nullable project_id: ProjectId,
    }
}

object! {
    /// Sessions of the code interpreter (`UsageCodeInterpreterSessionsResult` in the schema).
    pub struct CodeInterpreterSessionsUsage as "organization.usage.code_interpreter_sessions.result" {
        count num_sessions: i64,
        nullable project_id: ProjectId,
    }
}

measured! {
    EmbeddingsUsage { counts [input_tokens, num_model_requests] splits [] }
    ModerationsUsage { counts [input_tokens, num_model_requests] splits [] }
    ImagesUsage { counts [images, num_model_requests] splits [] }
    AudioSpeechesUsage { counts [characters, num_model_requests] splits [] }
    AudioTranscriptionsUsage { counts [seconds, num_model_requests] splits [] }
    FileSearchesUsage { counts [num_requests] splits [] }
    WebSearchesUsage { counts [num_requests, num_model_requests] splits [] }
    VectorStoresUsage { counts [usage_bytes] splits [] }
    CodeInterpreterSessionsUsage { counts [num_sessions] splits [] }
}

open_enum! {
    /// How an image was made.
    pub enum ImageSource {
        /// From a text.
        Generation = "image.generation",
        /// From another image and a text.
        Edit = "image.edit",
        /// From another image.
        Variation = "image.variation",
    }

    /// The size of an image, in pixels.
    pub enum ImageSize {
        /// 256 × 256.
        Small = "256x256",
        /// 512 × 512.
        Medium = "512x512",
        /// 1024 × 1024.
        Large = "1024x1024",
        /// 1792 × 1792.
        Larger = "1792x1792",
        /// 1024 × 1792.
        Tall = "1024x1792",
    }

    /// How much of the web a search read.
    pub enum ContextLevel {
        /// Little.
        Low = "low",
        /// The usual amount.
        Medium = "medium",
        /// Much.
        High = "high",
    }
}
